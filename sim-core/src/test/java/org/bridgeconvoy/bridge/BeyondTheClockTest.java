package org.bridgeconvoy.bridge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bridgeconvoy.bridge.Cargo.cargo;
import static org.bridgeconvoy.bridge.Trips.assertTrips;
import static org.bridgeconvoy.bridge.World.station;
import static org.bridgeconvoy.bridge.World.world;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.bridgeconvoy.bridge.config.Overrun;
import org.bridgeconvoy.bridge.config.StationConfig;
import org.bridgeconvoy.bridge.config.TruckClass;
import org.bridgeconvoy.engine.Simulation;
import org.bridgeconvoy.flow.Flow;
import org.bridgeconvoy.random.Distribution;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What takes longer than the clock's 292 years does not end, and nothing fails. A crossing takes 100 s. */
class BeyondTheClockTest {

    /** 317 years. */
    private static final double SECONDS = 1e10;

    private static World two() {
        return world().trucks(2).cargo(cargo("a").at("08:00", "09:00", "10:00"));
    }

    @Test
    void a_rest() {
        World world = two().fleet(TruckClass.of(2).withTurnaroundSeconds(Distribution.constant(SECONDS)));
        assertTrips(world, """
                truck  return_exit  available
                1      08:03:20     -
                2      09:03:20     -""");
        assertThat(world.metric("truck_h_per_day.rest")).isEqualTo(16 + 15 - 400 / 3600.0);
    }

    @Test
    void a_service_also_one_that_pauses() {
        for (Overrun overrun : Overrun.values()) {
            StationConfig endless = StationConfig.timed(1, Distribution.constant(SECONDS))
                    .withHours(Texts.hours("07:00-11:00"))
                    .withOverrun(overrun);
            World world = two().horizon("3 d").export(endless);
            assertTrips(world, """
                    truck  export_start  export_end
                    1      08:00:00      -
                    2      -             -""");
        }
    }

    @Test
    void a_crossing_and_those_behind_it() {
        World world = two().headway("10 s").bridge(1000, Distribution.constant(1e-8), Distribution.constant(10));
        assertTrips(world, """
                truck  outbound_enter  outbound_exit
                1      08:00:00        -
                2      09:00:00        -""");
        assertThat(world.metric("bridge_occupied_outbound")).isEqualTo(16 / 24.0);
    }

    @Test
    void a_repair() {
        World world = two().load(station(2, "0 s")).breakdowns(1, Distribution.constant(SECONDS));
        assertTrips(world, """
                truck  outbound_enter  outbound_exit
                1      08:00:00        -
                2      -               -""");
    }

    @ParameterizedTest
    @ValueSource(doubles = {1e10, Double.POSITIVE_INFINITY})
    void a_gap_or_a_delay_of_a_flow(double seconds) {
        Simulation sim = new Simulation();
        List<String> log = new ArrayList<>();
        Flow<String> flow = Flow.<String>of()
                .observe((name, now) -> log.add(name + " comes"))
                .delaySeconds(name -> seconds)
                .observe((name, now) -> log.add(name + " goes"))
                .build();
        List<Double> gaps = new ArrayList<>(List.of(1.0, seconds));
        flow.launchEverySeconds(sim, () -> gaps.remove(0), () -> "a");
        sim.run();

        assertThat(log).containsExactly("a comes");
        assertThat(sim.now()).isEqualTo(1_000_000_000L);
        assertThat(sim.pendingEvents()).isZero();
    }

    @Test
    void a_delay_that_fits_the_clock_but_not_behind_the_present() {
        UnaryOperator<Long> end = delay -> {
            Simulation sim = new Simulation();
            List<Long> ends = new ArrayList<>();
            Flow<String> flow = Flow.<String>of()
                    .delay(1000)
                    .delay(name -> delay)
                    .observe((name, now) -> ends.add(now))
                    .build();
            flow.launch(sim, "a");
            sim.run();
            return ends.isEmpty() ? -1 : ends.get(0);
        };
        assertThat(end.apply(Long.MAX_VALUE - 1000)).isEqualTo(Long.MAX_VALUE);
        assertThat(end.apply(Long.MAX_VALUE - 999)).isEqualTo(-1);
    }
}
