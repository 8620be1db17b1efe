package org.bridgeconvoy.bridge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.bridgeconvoy.bridge.Cargo.cargo;
import static org.bridgeconvoy.bridge.World.station;
import static org.bridgeconvoy.bridge.World.world;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.bridgeconvoy.bridge.config.Overrun;
import org.bridgeconvoy.bridge.config.ServiceTime;
import org.bridgeconvoy.bridge.config.StationConfig;
import org.bridgeconvoy.bridge.config.TrafficStream;
import org.bridgeconvoy.bridge.control.Direction;
import org.bridgeconvoy.bridge.station.Discipline;
import org.bridgeconvoy.calendar.Hours;
import org.bridgeconvoy.calendar.Nanos;
import org.bridgeconvoy.experiment.ControlledEstimate;
import org.bridgeconvoy.random.Distribution;
import org.bridgeconvoy.random.Streams;
import org.bridgeconvoy.result.Control;
import org.bridgeconvoy.result.ReplicationResult;
import org.bridgeconvoy.result.TrafficTime;
import org.junit.jupiter.api.Test;

/** Control variates of a run. Oracle: expectations by hand, what observers hear, and that a mean of 0 is a mean of 0. */
class ControlVariatesTest {

    private static Map<String, Double> controls(BridgeModel model, int replication) {
        BridgeModel recording = model.recordingControls();
        double[] values = recording.start(Streams.of(5, replication)).finish().controls();
        Map<String, Double> byName = new TreeMap<>();
        for (int i = 0; i < values.length; i++) {
            byName.put(recording.controls().get(i).name(), values[i]);
        }
        return byName;
    }

    /** Two days of which one is warm-up: in the second 20 truckloads of mean 10 t are expected, evenly from 08:00 to 18:00. */
    @Test
    void are_what_appeared_in_the_window_less_what_was_expected() {
        BridgeModel model = world().horizon("2 d")
                .warmUp("1 d")
                .trucks(30)
                .cargo(cargo("cloth")
                        .trucksPerDay(20)
                        .hours("08:00-18:00")
                        .poisson()
                        .load(Distribution.uniform(5, 15)))
                .model();
        double[] sums = new double[4];
        BridgeObserver counting = new BridgeObserver() {
            @Override
            public void consigned(long now, String cargo, double loadTonnes) {
                if (now >= Nanos.DAY) {
                    double fromNoon = (now - Nanos.DAY) / (double) Nanos.HOUR - 12;
                    sums[0] += loadTonnes;
                    sums[1]++;
                    sums[2] += fromNoon;
                    sums[3] += fromNoon * fromNoon;
                }
            }
        };
        model.start(Streams.of(5, 1), counting).finish();

        Map<String, Double> values = controls(model, 1);

        assertThat(values).containsOnlyKeys("tonnes.cloth", "truckloads.cloth", "hour.cloth", "hour_squared.cloth");
        assertThat(values.get("tonnes.cloth")).isCloseTo(sums[0] - 20 * 10, within(1e-6));
        assertThat(values.get("truckloads.cloth")).isCloseTo(sums[1] - 20, within(1e-9));
        // The mean time of day is 13:00, an hour after noon; its square is 1 + 10² / 12.
        assertThat(values.get("hour.cloth")).isCloseTo(sums[2] - 20, within(1e-9));
        assertThat(values.get("hour_squared.cloth")).isCloseTo(sums[3] - 20 * (1 + 100.0 / 12), within(1e-9));
    }

    @Test
    void leave_all_else_as_it_is() {
        BridgeModel model = busy().model();
        ReplicationResult plain = model.start(Streams.of(5, 3)).finish();
        ReplicationResult recording =
                model.recordingControls().start(Streams.of(5, 3)).finish();
        assertThat(model.controls()).isEmpty();
        assertThat(plain.controls()).isEmpty();
        for (int i = 0; i < model.metrics().size(); i++) {
            assertThat(recording.metrics().value(i)).isEqualTo(plain.metrics().value(i));
        }
        assertThat(recording.events()).isEqualTo(plain.events());
    }

    @Test
    void arrivals_without_chance_leave_the_loads_alone() {
        BridgeModel model = world().trucks(9)
                .cargo(cargo("cloth").trucksPerDay(8).load(Distribution.uniform(5, 15)))
                .cargo(cargo("steel").at("03:00", "04:00").load(Distribution.uniform(1, 3)))
                .model();
        assertThat(model.recordingControls().controls().stream().map(Control::name))
                .containsExactly("tonnes.cloth", "tonnes.steel");
        double cloth = 0;
        double steel = 0;
        List<Double> loads = new ArrayList<>();
        model.start(Streams.of(5, 2), new BridgeObserver() {
                    @Override
                    public void consigned(long now, String cargo, double loadTonnes) {
                        loads.add(cargo.equals("steel") ? -loadTonnes : loadTonnes);
                    }
                })
                .finish();
        for (double load : loads) {
            cloth += load > 0 ? load - 10 : 0;
            steel += load < 0 ? -load - 2 : 0;
        }
        assertThat(controls(model, 2).get("tonnes.cloth")).isCloseTo(cloth, within(1e-6));
        assertThat(controls(model, 2).get("tonnes.steel")).isCloseTo(steel, within(1e-6));
    }

    /** A world in which all that could bend a mean happens: a total, a backlog, a cut of loads, changes, pauses, an order by service time. */
    private static World busy() {
        StationConfig shortest = new StationConfig(
                1,
                new ServiceTime.Timed(Distribution.lognormal(900, 600)),
                Hours.daily("06:00-20:00"),
                Overrun.PAUSE,
                Discipline.SHORTEST_FIRST);
        return world().horizon("2 d")
                .warmUp("10 h")
                .fleet(World.truckClass("big", 12, 0, "20 min"))
                .maxTruckMass(12)
                .load(station(2, "20 min"))
                .export(shortest)
                .cargo(cargo("cloth")
                        .trucksPerDay(30)
                        .hours("20:00-05:00")
                        .poisson()
                        .load(Distribution.uniform(5, 15)))
                .cargo(cargo("steel")
                        .trucksPerDay(24)
                        .poisson()
                        .backlog(40)
                        .total(260)
                        .load(Distribution.exponential(8)))
                .traffic(TrafficStream.builder("cars", Direction.OUTBOUND)
                        .vehiclesPerHour(3)
                        .hours(Hours.daily("07:00-19:00"))
                        .build());
    }

    /** 600 replications; a mean lies further than 4 standard errors from 0 in 1 of 16,000 tries. */
    @Test
    void have_expectation_0_whatever_the_model_does() {
        BridgeModel model = busy().model().recordingControls();
        List<Control> controls = model.controls();
        assertThat(controls.stream().map(Control::name))
                .contains("truckloads.steel", "hour.cloth", "vehicles.cars", "vehicle_hour.cars", "service.export")
                .doesNotContain("service.load");
        int n = 600;
        double[] sum = new double[controls.size()];
        double[] squares = new double[controls.size()];
        var replicator = model.newReplicator();
        for (int r = 1; r <= n; r++) {
            double[] values = replicator.replicate(Streams.of(77, r)).controls();
            for (int i = 0; i < values.length; i++) {
                sum[i] += values[i];
                squares[i] += values[i] * values[i];
            }
        }
        for (int i = 0; i < controls.size(); i++) {
            double error = Math.sqrt(squares[i]) / n;
            assertThat(error).as(controls.get(i).name()).isGreaterThan(0);
            assertThat(Math.abs(sum[i] / n) / error).as(controls.get(i).name()).isLessThan(4);
        }
    }

    @Test
    void count_vehicles_by_the_time_of_day_at_which_they_appear() {
        BridgeModel model = busy().model();
        double[] sums = new double[2];
        model.start(Streams.of(5, 4), new BridgeObserver() {
                    @Override
                    public void reached(long now, TrafficTime instant, VehicleView vehicle) {
                        if (instant == TrafficTime.QUEUED && now >= 10 * Nanos.HOUR) {
                            sums[0]++;
                            sums[1] += now / (double) Nanos.HOUR % 24 - 12;
                        }
                    }
                })
                .finish();
        // Three an hour from 10:00 to 19:00 and, on the second day, from 07:00 to 19:00; mean times 14:30 and 13:00.
        assertThat(controls(model, 4).get("vehicles.cars")).isCloseTo(sums[0] - 27 - 36, within(1e-9));
        assertThat(controls(model, 4).get("vehicle_hour.cars")).isCloseTo(sums[1] - 27 * 2.5 - 36 * 1, within(1e-9));
    }

    /** Vehicles that pass are those that appear but for the few around the ends of the window, so their number leaves little chance. */
    @Test
    void explain_what_passes_by_what_appears() {
        BridgeModel model = busy().model().recordingControls();
        int vehicles = model.controls().indexOf(new Control(Control.Kind.VEHICLES, "cars"));
        double[] passed = new double[40];
        double[] appeared = new double[40];
        var replicator = model.newReplicator();
        for (int r = 0; r < passed.length; r++) {
            ReplicationResult result = replicator.replicate(Streams.of(9, r + 1));
            passed[r] = result.metric("traffic_per_day.cars");
            appeared[r] = result.controls()[vehicles];
        }
        ControlledEstimate estimate = ControlledEstimate.of(passed, List.of(appeared));
        assertThat(estimate.r2()).isGreaterThan(0.95);
        // 27 and 36 vehicles are expected in a window of 38 hours.
        assertThat(estimate.mean()).isCloseTo(63 * 24 / 38.0, within(0.01 * 63));
    }

    @Test
    void know_nothing_of_arrivals_that_a_change_may_let_go_on() {
        BridgeModel model = busy().change("20:00", config -> config).model();
        assertThat(model.recordingControls().controls().stream().map(Control::name))
                .contains("truckloads.cloth", "tonnes.steel")
                .doesNotContain("truckloads.steel");
    }
}
