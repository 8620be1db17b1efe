package org.bridgeconvoy.study;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bridgeconvoy.experiment.ControlledEstimate;
import org.bridgeconvoy.result.Control;
import org.bridgeconvoy.result.Metric;
import org.bridgeconvoy.result.ReplicationResult;
import org.bridgeconvoy.result.Stage;
import org.bridgeconvoy.result.TruckState;

/**
 * Estimates of a run with control variates. Which controls a metric has is fixed by its name and the scenario, never by the values: the sums
 * over all cargoes of tonnes, truckloads and their times of day, and the vehicles of all names; for a metric of one cargo, one name of
 * through traffic, or one station also the control of that alone. So a metric has at most six.
 *
 * <p>The list was chosen by the shares of variance that it explains in built-in scenarios, with other seeds than the tests have. Dropped: the
 * day of the week, a third power of the time of day, and the service times of all stations for metrics of none, which added at most a
 * hundredth to most metrics.
 */
public final class Controls {

    /** Fewest replications for which the narrower of two intervals holds what it says; see {@link ControlledEstimate}. */
    public static final int FEWEST = 30;

    /** Sign behind an interval that controls have narrowed. */
    public static final String SIGN = "*";

    /** What {@link #SIGN} says, for people. */
    public static final String EXPLANATION =
            "narrowed by control variates: the part of chance by which more or less appeared, or services took longer or"
                    + " shorter, than expected is taken out (summary.json has the interval without them, and how many)";

    private static final List<Control.Kind> OF_TRUCKS = List.of(
            Control.Kind.TONNES,
            Control.Kind.TRUCKLOADS,
            Control.Kind.HOUR,
            Control.Kind.HOUR_SQUARED,
            Control.Kind.VEHICLES);

    private static final List<Control.Kind> OF_TRAFFIC_ALONE =
            List.of(Control.Kind.VEHICLES, Control.Kind.VEHICLE_HOUR, Control.Kind.VEHICLE_HOUR_SQUARED);

    private final List<Control> controls;
    private final double[][] values;

    private Controls(List<Control> controls, double[][] values) {
        this.controls = controls;
        this.values = values;
    }

    /**
     * Adds an estimate with control variates to each mean that has a value in every replication.
     *
     * @param controls the controls of the model, in the order of their values
     */
    static List<MetricResult> added(
            List<MetricResult> metrics, List<Control> controls, List<ReplicationResult> replications) {
        return added(
                metrics,
                Replications.values(replications, metrics.size()),
                controls,
                replications.stream().map(ReplicationResult::controls).toArray(double[][]::new));
    }

    /**
     * Adds an estimate with control variates to each mean that has a value in every replication.
     *
     * @param values of each metric, by replication
     * @param ofControls the values of the controls in each replication
     */
    static List<MetricResult> added(
            List<MetricResult> metrics, List<double[]> values, List<Control> controls, double[][] ofControls) {
        Controls all = new Controls(controls, ofControls);
        List<MetricResult> added = new ArrayList<>();
        for (int i = 0; i < metrics.size(); i++) {
            added.add(all.added(metrics.get(i), values.get(i)));
        }
        return added;
    }

    private MetricResult added(MetricResult metric, double[] ofMetric) {
        boolean isWhole = Arrays.stream(ofMetric).allMatch(Double::isFinite);
        if (metric.isPooled() || !isWhole || ofMetric.length < FEWEST || !(metric.sd() > 0)) {
            return metric;
        }
        List<double[]> deviations = new ArrayList<>(used(metric.metric()).values());
        ControlledEstimate estimate = ControlledEstimate.of(ofMetric, deviations);
        return estimate.controls() == 0 || Double.isNaN(estimate.mean()) ? metric : metric.with(estimate);
    }

    /** The controls of a metric: a value in each replication, by name. */
    private Map<String, double[]> used(Metric metric) {
        Map<String, double[]> used = new LinkedHashMap<>();
        boolean hasTrucks = controls.stream().anyMatch(c -> c.kind() == Control.Kind.TONNES);
        for (Control.Kind kind : hasTrucks ? OF_TRUCKS : OF_TRAFFIC_ALONE) {
            if (controls.stream().anyMatch(c -> c.kind() == kind)) {
                used.put(kind.label(), sum(kind));
            }
        }
        own(metric).filter(controls::contains).ifPresent(own -> used.put(own.name(), of(controls.indexOf(own))));
        return used;
    }

    /** The control that belongs to a metric's own part. */
    private static Optional<Control> own(Metric metric) {
        return switch (metric.family().part()) {
            case CARGO -> Optional.of(new Control(Control.Kind.TONNES, metric.part()));
            case TRAFFIC -> Optional.of(new Control(Control.Kind.VEHICLES, metric.part()));
            default -> stage(metric).map(stage -> new Control(Control.Kind.SERVICE, stage.label()));
        };
    }

    private static Optional<Stage> stage(Metric metric) {
        Optional<Stage> ofState = Arrays.stream(TruckState.values())
                .filter(state -> state.label().equals(metric.part()))
                .findFirst()
                .flatMap(TruckState::stage);
        return metric.stage().or(() -> ofState);
    }

    private double[] sum(Control.Kind kind) {
        double[] sum = new double[values.length];
        for (int i = 0; i < controls.size(); i++) {
            if (controls.get(i).kind() == kind) {
                for (int r = 0; r < sum.length; r++) {
                    sum[r] += values[r][i];
                }
            }
        }
        return sum;
    }

    private double[] of(int control) {
        return Arrays.stream(values).mapToDouble(v -> v[control]).toArray();
    }
}
