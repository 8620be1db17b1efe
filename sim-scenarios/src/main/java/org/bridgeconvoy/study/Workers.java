package org.bridgeconvoy.study;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.UnaryOperator;

/**
 * The threads of a command, and where its replications run: on these threads or elsewhere. Results depend on neither.
 *
 * @param pool runs the work
 * @param threads how many pieces of work to hand to it at once, at least 1
 * @param runner runs replications
 */
public record Workers(ExecutorService pool, int threads, Runner runner) implements AutoCloseable {

    /** Checks the range. */
    public Workers {
        if (threads < 1) {
            throw new IllegalArgumentException("threads must be >= 1, got " + threads);
        }
    }

    /** A pool of its own; daemon threads, so that an interrupted command need not wait for them. */
    public static Workers of(int threads) {
        ExecutorService pool = Executors.newFixedThreadPool(threads, work -> {
            Thread thread = new Thread(work, "replications");
            thread.setDaemon(true);
            return thread;
        });
        return new Workers(pool, threads, new ThreadRunner(pool, threads));
    }

    /**
     * A copy that runs replications elsewhere. What the runner has no {@link Batch#recipe} for, it hands to the threads.
     *
     * @param elsewhere makes the runner from the one of these threads
     */
    public Workers with(UnaryOperator<Runner> elsewhere) {
        return new Workers(pool, threads, elsewhere.apply(runner));
    }

    /** A copy that runs replications on a cluster, and closes it with itself. */
    public Workers on(Cluster cluster) {
        return with(here -> new ClusterRunner(here, threads, cluster));
    }

    /** These threads as helpers of the one that asks, while they have nothing else to do; none if only one thread is to work. */
    public Helpers helpers() {
        return threads == 1 ? Helpers.NONE : Helpers.on(pool);
    }

    /** Lets the threads and what the runner holds go; work under way is interrupted. */
    @Override
    public void close() {
        pool.shutdownNow();
        runner.close();
    }
}
