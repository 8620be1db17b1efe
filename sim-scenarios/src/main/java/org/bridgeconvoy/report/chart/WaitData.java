package org.bridgeconvoy.report.chart;

import java.util.ArrayList;
import java.util.List;
import org.bridgeconvoy.result.Stage;
import org.bridgeconvoy.result.TripTable;
import org.bridgeconvoy.result.TripTime;

/**
 * Distribution of the waits by stage: minutes from joining the queue of a stage to its begin. Covers all trucks that
 * began the stage in the window, all recorded replications pooled.
 *
 * @param stages stages at which a truck waited, in the order of a trip
 * @param withoutWait names of the stages at which no truck waited
 */
public record WaitData(List<Line> stages, List<String> withoutWait) {

    /**
     * The waits of one stage.
     *
     * @param stage the stage
     * @param minutes all waits, ascending
     */
    public record Line(Stage stage, double[] minutes) {

        /** Name of the stage for people. */
        public String label() {
            return stage.text();
        }

        /** Median wait in minutes. */
        public double median() {
            return Stats.quantile(minutes, 0.5);
        }

        /** 95th percentile of the waits in minutes. */
        public double p95() {
            return Stats.quantile(minutes, 0.95);
        }
    }

    /** The waits of the recorded trips of a run. */
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
