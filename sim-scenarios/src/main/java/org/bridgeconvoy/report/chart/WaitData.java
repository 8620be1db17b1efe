package org.bridgeconvoy.report.chart;

import java.util.ArrayList;
import java.util.List;
import org.bridgeconvoy.result.Stage;
import org.bridgeconvoy.result.TripTable;
import org.bridgeconvoy.result.TripTime;

/**
 * The distribution of waiting times by stage: minutes from joining a stage's queue to beginning it, of all trucks that
 * began it in the window, all recorded replications pooled.
 *
 * @param stages those where some truck waited, in the order of a trip
 * @param withoutWait names of the stages where nobody waited
 */
public record WaitData(List<Line> stages, List<String> withoutWait) {

    /**
     * One stage.
     *
     * @param stage which
     * @param minutes every wait, ascending
     */
    public record Line(Stage stage, double[] minutes) {

        /** The stage's name for people. */
        public String label() {
            return stage.text();
        }

        /** The wait that half of the trucks do not exceed. */
        public double median() {
            return Stats.quantile(minutes, 0.5);
        }

        /** The wait that 95% of the trucks do not exceed. */
        public double p95() {
            return Stats.quantile(minutes, 0.95);
        }
    }

    /** Of the recorded trips. */
    public static WaitData of(RunData run) {
        List<Line> stages = new ArrayList<>();
        List<String> without = new ArrayList<>();
        for (Stage stage : Stage.values()) {
            double[] minutes = waits(run, stage);
            if (minutes.length > 0 && minutes[minutes.length - 1] > 0) {
                stages.add(new Line(stage, minutes));
            } else if (minutes.length > 0 || !TripTime.begins(stage).isFurther()) {
                without.add(stage.text());
            }
        }
        return new WaitData(List.copyOf(stages), List.copyOf(without));
    }

    private static double[] waits(RunData run, Stage stage) {
        Stats.Samples samples = new Stats.Samples();
        for (TripTable trips : run.trips()) {
            for (int i = 0; i < trips.size(); i++) {
                long begin = trips.time(i, TripTime.begins(stage));
                if (begin != TripTable.NOT_REACHED && begin >= run.warmUpNanos() && begin < run.horizonNanos()) {
                    samples.add((begin - trips.time(i, TripTime.joins(stage, trips.hasFurther()))) / 6e10);
                }
            }
        }
        return samples.sorted();
    }
}
