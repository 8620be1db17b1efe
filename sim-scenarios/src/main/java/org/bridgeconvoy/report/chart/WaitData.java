package org.bridgeconvoy.report.chart;

import java.util.ArrayList;
import java.util.List;
import org.bridgeconvoy.result.TripTable;
import org.bridgeconvoy.result.TripTime;

/**
 * The distribution of waiting times by stage: minutes from joining a stage's queue to beginning it, of all trucks that
 * began it in the window, all recorded replications pooled.
 *
 * @param stages those where some truck waited, in the order of a trip
 * @param withoutWait names of the stages where nobody waited
 */
public record WaitData(List<Stage> stages, List<String> withoutWait) {

    /**
     * One stage.
     *
     * @param key its name in files, as in {@code wait_KEY_min}
     * @param label its name for people
     * @param minutes every wait, ascending
     */
    public record Stage(String key, String label, double[] minutes) {

        /** The wait that half of the trucks do not exceed. */
        public double median() {
            return Stats.quantile(minutes, 0.5);
        }

        /** The wait that 95% of the trucks do not exceed. */
        public double p95() {
            return Stats.quantile(minutes, 0.95);
        }
    }

    private record Queue(String key, String label, TripTime join, TripTime begin) {}

    private static final List<Queue> QUEUES = List.of(
            new Queue("truck", "for a truck", TripTime.CONSIGNED, TripTime.ASSIGNED),
            new Queue("load", "loading", TripTime.ASSIGNED, TripTime.LOAD_START),
            new Queue("export", "export customs", TripTime.LOAD_END, TripTime.EXPORT_START),
            new Queue("outbound", "bridge, outbound", TripTime.OUTBOUND_QUEUED, TripTime.OUTBOUND_ENTER),
            new Queue("import", "import customs", TripTime.OUTBOUND_EXIT, TripTime.IMPORT_START),
            new Queue("unload", "unloading", TripTime.IMPORT_END, TripTime.UNLOAD_START),
            new Queue("return", "bridge, return", TripTime.RETURN_QUEUED, TripTime.RETURN_ENTER));

    /** Of the recorded trips. */
    public static WaitData of(RunData run) {
        List<Stage> stages = new ArrayList<>();
        List<String> without = new ArrayList<>();
        for (Queue queue : QUEUES) {
            double[] minutes = waits(run, queue);
            if (minutes.length > 0 && minutes[minutes.length - 1] > 0) {
                stages.add(new Stage(queue.key, queue.label, minutes));
            } else {
                without.add(queue.label);
            }
        }
        return new WaitData(List.copyOf(stages), List.copyOf(without));
    }

    private static double[] waits(RunData run, Queue queue) {
        Stats.Samples samples = new Stats.Samples();
        for (TripTable trips : run.trips()) {
            for (int i = 0; i < trips.size(); i++) {
                long begin = trips.time(i, queue.begin);
                if (begin != TripTable.NOT_REACHED && begin >= run.warmUpNanos() && begin < run.horizonNanos()) {
                    samples.add((begin - trips.time(i, queue.join)) / 6e10);
                }
            }
        }
        return samples.sorted();
    }
}
