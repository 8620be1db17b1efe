package org.bridgeconvoy.report.chart;

import java.util.ArrayList;
import java.util.List;
import org.bridgeconvoy.result.Stage;
import org.bridgeconvoy.result.TrafficTable;
import org.bridgeconvoy.result.TrafficTime;
import org.bridgeconvoy.result.TripTable;
import org.bridgeconvoy.result.TripTime;
import org.jspecify.annotations.Nullable;

/**
 * The distribution of waiting times by stage: minutes from joining a stage's queue to beginning it, of all trucks that
 * began it in the window, all recorded replications pooled. The waits of through traffic, by name, are from joining the bridge queue to
 * entering.
 *
 * @param stages those where some truck waited, in the order of a trip; then the names of traffic of which some vehicle waited, in the order of
 *     the scenario
 * @param withoutWait the stages and the names of traffic without a wait
 */
public record WaitData(List<Line> stages, List<String> withoutWait) {

    /**
     * One stage, or the vehicles of one name.
     *
     * @param stage which; null for vehicles
     * @param label the stage, or the name of the vehicles
     * @param minutes every wait, ascending
     */
    public record Line(@Nullable Stage stage, String label, double[] minutes) {

        /** The wait that half do not exceed. */
        public double median() {
            return Stats.quantile(minutes, 0.5);
        }

        /** The wait that 95% do not exceed. */
        public double p95() {
            return Stats.quantile(minutes, 0.95);
        }
    }

    /** The waits of the recorded trips of a run. */
    public static WaitData of(RunData run) {
        List<Line> stages = new ArrayList<>();
        List<String> without = new ArrayList<>();
        for (Stage stage : run.hasTrucks() ? Stage.values() : new Stage[0]) {
            double[] minutes = waits(run, stage);
            if (minutes.length > 0 && minutes[minutes.length - 1] > 0) {
                stages.add(new Line(stage, stage.text(), minutes));
            } else if (minutes.length > 0 || !TripTime.begins(stage).isFurther()) {
                without.add(stage.text());
            }
        }
        for (String name : run.trafficNames()) {
            double[] minutes = waits(run, name);
            if (minutes.length > 0 && minutes[minutes.length - 1] > 0) {
                stages.add(new Line(null, name, minutes));
            } else {
                without.add(name);
            }
        }
        return new WaitData(List.copyOf(stages), List.copyOf(without));
    }

    private static double[] waits(RunData run, Stage stage) {
        Stats.Samples samples =
                new Stats.Samples(run.trips().stream().mapToInt(TripTable::size).sum());
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

    private static double[] waits(RunData run, String name) {
        Stats.Samples samples = new Stats.Samples(
                run.vehicles().stream().mapToInt(TrafficTable::size).sum());
        for (TrafficTable vehicles : run.vehicles()) {
            for (int i = 0; i < vehicles.size(); i++) {
                long enter = vehicles.time(i, TrafficTime.ENTER);
                if (vehicles.name(i).name().equals(name)
                        && enter != TrafficTable.NOT_REACHED
                        && enter >= run.warmUpNanos()
                        && enter < run.horizonNanos()) {
                    samples.add((enter - vehicles.time(i, TrafficTime.QUEUED)) / 6e10);
                }
            }
        }
        return samples.sorted();
    }
}
