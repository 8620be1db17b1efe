package org.bridgeconvoy.jsl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import jsl.modeling.elements.variable.ResponseVariable;
import jsl.modeling.elements.variable.TimeWeighted;
import jsl.simulation.JSLEvent;
import jsl.simulation.ModelElement;
import jsl.simulation.Simulation;
import jsl.utilities.statistic.StatisticAccessorIfc;
import org.bridgeconvoy.bridge.BridgeModel;
import org.bridgeconvoy.experiment.Estimate;
import org.bridgeconvoy.experiment.Experiment;
import org.bridgeconvoy.result.Metric;
import org.bridgeconvoy.result.ReplicationResult;
import org.bridgeconvoy.result.TripTable;
import org.bridgeconvoy.result.TripTime;
import org.bridgeconvoy.scenario.Scenario;
import org.bridgeconvoy.scenario.load.ScenarioLoader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The oracle is the same model alone: the library's own replications, estimates and time averages. */
class BridgeElementTest {

    private static final int REPLICATIONS = 3;

    @TempDir
    private Path folder;

    /** Keeps what each replication gave. */
    private static final class Keeper extends ModelElement {
        private final BridgeElement bridge;
        private final List<ReplicationResult> results = new ArrayList<>();

        Keeper(ModelElement parent, BridgeElement bridge) {
            super(parent, "keeper");
            this.bridge = bridge;
        }

        @Override
        protected void afterReplication() {
            bridge.result().ifPresent(results::add);
        }
    }

    private static Scenario scenario(String name) {
        return Objects.requireNonNull(new ScenarioLoader().load(name, List.of()).scenario());
    }

    private static BridgeModel recording(Scenario scenario) {
        return new BridgeModel(scenario.config(), replication -> true);
    }

    private Simulation simulation(double timeUnit) {
        Simulation simulation = new Simulation("border", folder);
        simulation.getModel().setTimeUnit(timeUnit);
        return simulation;
    }

    private static void run(Simulation simulation, BridgeElement bridge, int replications) {
        simulation.setNumberOfReplications(replications);
        simulation.setLengthOfReplication(bridge.horizon());
        simulation.setLengthOfWarmUp(bridge.warmUpEnd());
        simulation.run();
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"day-and-night", "flood-rebuilding", "two-way-day", "bridge-repair"})
    void trips_and_metrics_are_those_of_the_model_alone(String name) {
        Scenario scenario = scenario(name);
        Simulation simulation = simulation(ModelElement.TIME_UNIT_SECOND);
        BridgeElement bridge = new BridgeElement(simulation.getModel(), "bridge", recording(scenario), scenario.seed());
        Keeper keeper = new Keeper(simulation.getModel(), bridge);

        run(simulation, bridge, REPLICATIONS);

        List<ReplicationResult> alone = new Experiment(scenario.seed(), REPLICATIONS).run(recording(scenario));
        assertThat(keeper.results).hasSize(REPLICATIONS);
        for (int r = 0; r < REPLICATIONS; r++) {
            ReplicationResult inside = keeper.results.get(r);
            assertThat(inside.replication()).isEqualTo(r + 1);
            assertThat(rows(inside)).isNotEmpty().isEqualTo(rows(alone.get(r)));
            for (int i = 0; i < inside.metrics().metrics().size(); i++) {
                assertThat(inside.metrics().value(i))
                        .isEqualTo(alone.get(r).metrics().value(i));
            }
        }
    }

    private static List<List<Long>> rows(ReplicationResult result) {
        TripTable trips = Objects.requireNonNull(result.trips());
        List<List<Long>> rows = new ArrayList<>();
        for (int i = 0; i < trips.size(); i++) {
            List<Long> row = new ArrayList<>(List.of((long) trips.truck(i), (long) trips.cargo(i)));
            row.add(trips.loadMilligrams(i));
            for (TripTime time : TripTime.values()) {
                row.add(trips.time(i, time));
            }
            rows.add(row);
        }
        return rows;
    }

    @Test
    void a_coarse_unit_of_JSLs_clock_changes_no_trip() {
        Scenario scenario = scenario("golden-week");
        Simulation simulation = simulation(ModelElement.TIME_UNIT_DAY * 365);
        BridgeElement bridge = new BridgeElement(simulation.getModel(), "bridge", recording(scenario), scenario.seed());

        run(simulation, bridge, 1);

        ReplicationResult alone =
                new Experiment(scenario.seed(), 1).run(recording(scenario)).get(0);
        assertThat(rows(bridge.result().orElseThrow())).isEqualTo(rows(alone));
    }

    @Test
    void JSL_estimates_what_the_library_estimates() {
        Scenario scenario = scenario("day-and-night");
        Simulation simulation = simulation(ModelElement.TIME_UNIT_SECOND);
        BridgeModel model = new BridgeModel(scenario.config());
        BridgeElement bridge = new BridgeElement(simulation.getModel(), "bridge", model, scenario.seed());

        run(simulation, bridge, 10);

        List<ReplicationResult> alone = new Experiment(scenario.seed(), 10).run(model);
        for (Metric metric : model.metrics()) {
            Estimate estimate = Estimate.of(alone.stream()
                    .map(result -> result.metrics().value(metric.name()))
                    .toList());
            StatisticAccessorIfc jsl = bridge.metric(metric.name()).getAcrossReplicationStatistic();
            assertThat(jsl.getCount()).as(metric.name()).isEqualTo(estimate.n());
            assertClose(metric.name(), jsl.getAverage(), estimate.mean());
            assertClose(metric.name(), jsl.getStandardDeviation(), estimate.sd());
            // JSL's quantile of Student's distribution is good to some eight digits.
            assertThat(jsl.getHalfWidth(0.95))
                    .as(metric.name())
                    .isCloseTo(estimate.halfWidth95(), within(1e-6 * (1 + estimate.halfWidth95())));
        }
    }

    @Test
    void time_averages_and_trips_observed_by_JSL_are_the_metrics() {
        Scenario scenario = scenario("day-and-night");
        Simulation simulation = simulation(ModelElement.TIME_UNIT_MINUTE);
        BridgeElement bridge =
                new BridgeElement(simulation.getModel(), "bridge", new BridgeModel(scenario.config()), scenario.seed());

        run(simulation, bridge, REPLICATIONS);

        bridge.states()
                .forEach((state, trucks) -> assertClose(
                        state.label(), average(trucks) * 24, metric(bridge, "truck_h_per_day." + state.label())));
        bridge.queues()
                .forEach((stage, queue) ->
                        assertClose(stage.label(), average(queue), metric(bridge, "queue_" + stage.label())));
        assertThat(bridge.states()).hasSizeGreaterThan(10);
        assertThat(bridge.queues()).hasSize(7);
        assertClose("trip_h", average(bridge.tripHours()), metric(bridge, "cycle_time_h"));
    }

    private static double average(ResponseVariable variable) {
        return variable.getAcrossReplicationStatistic().getAverage();
    }

    private static double metric(BridgeElement bridge, String name) {
        return average(bridge.metric(name));
    }

    private static void assertClose(String what, double got, double expected) {
        assertThat(got).as(what).isCloseTo(expected, within(1e-9 * (1 + Math.abs(expected))));
    }

    /** An element that looks at the bridge every hour. */
    private static final class Watch extends ModelElement {
        private final BridgeElement bridge;
        private final TimeWeighted seen;
        private boolean exact = true;

        Watch(ModelElement parent, BridgeElement bridge) {
            super(parent, "watch");
            this.bridge = bridge;
            seen = new TimeWeighted(this, "watch.seen");
        }

        @Override
        protected void initialize() {
            schedule(this::look).in(0.5).hours();
        }

        private void look(JSLEvent<Object> event) {
            exact &= bridge.run().now() <= getTime() * 1e9;
            seen.setValue(bridge.run().sim().firedEvents());
            if (bridge.run().isFinished() && bridge.result().isPresent()) {
                exact = false;
            }
            schedule(this::look).in(1).hours();
        }
    }

    @Test
    void another_element_runs_between_the_instants_of_the_bridge() {
        Scenario scenario = scenario("day-and-night");
        Simulation simulation = simulation(ModelElement.TIME_UNIT_SECOND);
        BridgeElement bridge =
                new BridgeElement(simulation.getModel(), "bridge", new BridgeModel(scenario.config()), scenario.seed());
        Watch watch = new Watch(simulation.getModel(), bridge);

        run(simulation, bridge, 1);

        assertThat(watch.exact).isTrue();
        assertThat(watch.seen.getWithinReplicationStatistic().getMin()).isGreaterThan(0);
        assertThat(watch.seen.getWithinReplicationStatistic().getCount()).isGreaterThan(600);
        assertThat(watch.seen.getValue())
                .isLessThanOrEqualTo(bridge.result().orElseThrow().events());
    }

    @Test
    void a_length_that_is_not_the_horizon_is_refused() {
        Scenario scenario = scenario("day-and-night");
        Simulation simulation = simulation(ModelElement.TIME_UNIT_HOUR);
        BridgeElement bridge =
                new BridgeElement(simulation.getModel(), "bridge", new BridgeModel(scenario.config()), 1);
        simulation.setNumberOfReplications(1);
        simulation.setLengthOfReplication(100);
        assertThatThrownBy(simulation::run)
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("JSL's length of replication must be that of 'bridge', 840.0 of its time units, got 100.0");
        assertThatThrownBy(() -> bridge.metric("trucks")).hasMessage("no metric 'trucks'");
        assertThatThrownBy(bridge::run).hasMessage("no replication of 'bridge' has begun");
    }

    /** An element that ends each replication on the third day. */
    private static final class Stopper extends ModelElement {
        Stopper(ModelElement parent) {
            super(parent, "stopper");
        }

        @Override
        protected void initialize() {
            schedule(event -> stopExecutive()).in(3).days();
        }
    }

    @Test
    void a_replication_that_JSL_stops_early_has_no_metrics() {
        Scenario scenario = scenario("day-and-night");
        Simulation simulation = simulation(ModelElement.TIME_UNIT_SECOND);
        BridgeElement bridge =
                new BridgeElement(simulation.getModel(), "bridge", new BridgeModel(scenario.config()), 1);
        new Stopper(simulation.getModel());

        run(simulation, bridge, 2);

        assertThat(bridge.result()).isEmpty();
        assertThat(bridge.run().isFinished()).isFalse();
        assertThat(bridge.metric("outbound_trucks_per_day")
                        .getAcrossReplicationStatistic()
                        .getCount())
                .isZero();
    }
}
