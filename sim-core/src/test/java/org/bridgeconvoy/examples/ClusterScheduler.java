package org.bridgeconvoy.examples;

import java.util.Arrays;
import java.util.Locale;
import org.bridgeconvoy.engine.Simulation;
import org.bridgeconvoy.flow.Flow;
import org.bridgeconvoy.flow.Resource;
import org.bridgeconvoy.random.RandomStream;
import org.bridgeconvoy.random.Streams;

/**
 * How well a cluster is used by tasks as {@code convoy --on} cuts them. The guide to large studies has the commands that measured the times. With
 * equal tasks and a driver that takes no time, the span is that of full rounds, which is the check.
 */
final class ClusterScheduler {
    private ClusterScheduler() {}

    /** Seconds of work of tasks, as measured. */
    private static final double[] MEASURED = {
        3.717, 3.385, 3.243, 3.481, 2.534, 1.788, 2.156, 3.134, 1.773, 2.745, 1.580, 1.910, 1.371, 1.415,
        1.169, 1.361, 1.268, 1.764, 1.378, 1.730, 1.513, 1.353, 2.254, 1.581, 2.763, 1.938, 2.281, 2.031,
        3.034, 1.146, 1.287, 2.152, 1.530, 1.104, 2.272, 2.093, 3.185, 1.334, 2.013, 2.944, 2.955, 2.629,
        2.598, 3.697, 3.953, 3.341, 3.571, 3.745, 3.526, 2.006, 2.148, 3.062, 2.285, 3.706, 3.049, 3.228,
        2.582, 2.612, 4.143, 1.773, 0.313, 1.710
    };

    /** Seconds for which the driver is busy with one task, as measured. */
    private static final double HAND_SECONDS = 0.00206;

    // tag: scheduler
    /** Seconds until the last task has ended: a free machine takes the next one, and one driver hands it out and takes what it gave. */
    static double span(int machines, double handSeconds, double[] tasks) {
        Simulation sim = new Simulation();
        Resource free = new Resource("machines", machines);
        Resource driver = new Resource("driver", 1);
        Flow<Double> task = Flow.<Double>of()
                .seize(free)
                .seize(driver)
                .delaySeconds(seconds -> handSeconds / 2)
                .release(driver)
                .delaySeconds(seconds -> seconds)
                .seize(driver)
                .delaySeconds(seconds -> handSeconds / 2)
                .release(driver)
                .release(free)
                .build();
        for (double seconds : tasks) {
            task.launch(sim, seconds);
        }
        sim.runToCompletion();
        return sim.now() / 1e9;
    }

    /** The share of the machines' time that is work. */
    static double efficiency(int machines, double handSeconds, double[] tasks) {
        return Arrays.stream(tasks).sum() / machines / span(machines, handSeconds, tasks);
    }
    // end: scheduler

    /** Tasks whose times are drawn from the measured ones. */
    private static double[] drawn(int tasks) {
        RandomStream choice = Streams.of(1, 1).stream("tasks");
        double[] drawn = new double[tasks];
        for (int i = 0; i < tasks; i++) {
            drawn[i] = MEASURED[choice.nextInt(MEASURED.length)];
        }
        return drawn;
    }

    static String run() {
        StringBuilder text = new StringBuilder("tasks  work of one core  machines  span     efficiency\n");
        for (int tasks : new int[] {2_000, 10_000, 20_000, 40_000}) {
            double[] drawn = drawn(tasks);
            text.append(String.format(
                    Locale.ROOT,
                    "%5d  %13.1f h   %8d  %5.1f s  %.1f%%\n",
                    tasks,
                    Arrays.stream(drawn).sum() / 3600,
                    1000,
                    span(1000, HAND_SECONDS, drawn),
                    100 * efficiency(1000, HAND_SECONDS, drawn)));
        }
        return text.toString();
    }
}
