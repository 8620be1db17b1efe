package org.bridgeconvoy.report.chart;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.bridgeconvoy.experiment.Estimate;
import org.bridgeconvoy.result.Activity;
import org.bridgeconvoy.result.Metric;
import org.bridgeconvoy.result.MetricFamily;
import org.bridgeconvoy.result.TruckState;

/**
 * Where a truck's day goes: hours per truck and day in each state, by stage and cause, from the metrics
 * {@code truck_h_per_day.*}. The sum is 24 h.
 *
 * @param stages rows in the order of a trip; stages without time are left out
 * @param causes columns; causes without time are left out
 * @param hours hours by cause and stage
 * @param halfWidth95 half-width of {@code hours}; NaN below two replications
 * @param trucks number of trucks
 */
public record StateData(
        List<String> stages, List<String> causes, double[][] hours, double[][] halfWidth95, double trucks) {

    /** The states of a run; no stages if its metrics lack them. */
    public static StateData of(RunData run) {
        double total = 0;
        Map<TruckState, Estimate> values = new EnumMap<>(TruckState.class);
        for (TruckState state : TruckState.values()) {
            Estimate value = run.metrics()
                    .get(Metric.of(MetricFamily.TRUCK_H_PER_DAY, state).name());
            if (value != null && value.mean() > 0) {
                values.put(state, value);
                total += value.mean();
            }
        }
        List<String> stages =
                values.keySet().stream().map(TruckState::where).distinct().toList();
        List<Activity> causes = values.keySet().stream()
                .map(TruckState::activity)
                .distinct()
                .sorted()
                .toList();
        double trucks = total / 24;
        double[][] hours = new double[causes.size()][stages.size()];
        double[][] half = new double[causes.size()][stages.size()];
        values.forEach((state, value) -> {
            int cause = causes.indexOf(state.activity());
            int stage = stages.indexOf(state.where());
            hours[cause][stage] = value.mean() / trucks;
            half[cause][stage] = value.halfWidth95() / trucks;
        });
        return new StateData(stages, causes.stream().map(Activity::text).toList(), hours, half, trucks);
    }

    /** Hours of a stage over all causes. */
    double total(int stage) {
        double sum = 0;
        for (double[] row : hours) {
            sum += row[stage];
        }
        return sum;
    }
}
