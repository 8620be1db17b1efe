package org.bridgeconvoy.bridge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.bridgeconvoy.bridge.Cargo.cargo;
import static org.bridgeconvoy.bridge.World.world;

import org.bridgeconvoy.bridge.demand.ArrivalPattern;
import org.bridgeconvoy.bridge.demand.DemandCurve;
import org.bridgeconvoy.bridge.station.OwnStage;
import org.bridgeconvoy.bridge.station.TruckView;
import org.bridgeconvoy.calendar.Nanos;
import org.bridgeconvoy.engine.Simulation;
import org.bridgeconvoy.flow.Flow;
import org.bridgeconvoy.flow.Resource;
import org.bridgeconvoy.random.RandomStream;
import org.bridgeconvoy.result.ReplicationResult;
import org.bridgeconvoy.result.Stage;
import org.junit.jupiter.api.Test;

/** Runs that were not run to their end, and answers of a modeler's own parts that cannot be right: errors that name them. */
class OwnPartsMisuseTest {

    private static World twoDays() {
        return world().trucks(3).horizon("48 h").cargo(cargo("goods").at("06:00", "07:00", "30:00"));
    }

    @Test
    void a_run_that_was_stopped_gives_no_result() {
        BridgeRun run = twoDays().begin();
        run.sim().scheduleAt(10 * Nanos.HOUR, Simulation::stop);
        for (int i = 0; i < 2; i++) {
            assertThatIllegalStateException()
                    .isThrownBy(run::finish)
                    .withMessageContaining("the run was stopped at t=36000 s, before its end at t=172800 s");
            assertThatIllegalStateException().isThrownBy(() -> run.runUntil(20 * Nanos.HOUR));
            assertThat(run.isFinished()).isFalse();
        }
        // What the message says.
        run.step();
        ReplicationResult whole = twoDays().run();
        assertThat(run.finish().metrics().value("outbound_trucks_per_day"))
                .isEqualTo(whole.metrics().value("outbound_trucks_per_day"));
    }

    @Test
    void a_run_in_which_an_event_failed_gives_no_result() {
        BridgeRun run = twoDays().begin();
        run.sim().scheduleAt(10 * Nanos.HOUR, s -> {
            throw new UnsupportedOperationException("no such door");
        });
        assertThatThrownBy(() -> run.runUntil(20 * Nanos.HOUR)).isInstanceOf(UnsupportedOperationException.class);
        assertThatIllegalStateException()
                .isThrownBy(run::finish)
                .withMessageContaining("the run failed at t=36000 s and has no result");
        assertThatIllegalStateException().isThrownBy(() -> run.runUntil(30 * Nanos.HOUR));
    }

    @Test
    void a_run_driven_beyond_its_end_gives_no_result() {
        BridgeRun run = twoDays().begin();
        run.sim().runUntil(50 * Nanos.HOUR);
        assertThatIllegalStateException()
                .isThrownBy(run::finish)
                .withMessageContaining("the engine was driven to t=180000 s, beyond the end");
    }

    @Test
    void a_resource_of_an_own_stage_that_is_made_for_all_runs_is_refused_by_the_second() {
        Resource shared = new Resource("scales", 1);
        OwnStage scales = new OwnStage(
                "scales",
                Stage.EXPORT,
                (sim, streams) -> Flow.<TruckView>of()
                        .seize(shared)
                        .delay(Nanos.MINUTE)
                        .release(shared)
                        .build());
        World world = twoDays().ownStages(scales);
        world.run();
        assertThatIllegalStateException()
                .isThrownBy(world::run)
                .withMessageContaining("resource 'scales' belongs to another run");
    }

    @Test
    void a_stage_without_a_course_is_named() {
        OwnStage none = new OwnStage("scales", Stage.EXPORT, (sim, streams) -> nothing());
        assertThatIllegalStateException()
                .isThrownBy(() -> twoDays().ownStages(none).run())
                .withMessage("stage 'scales': start of its course gave null");
    }

    @SuppressWarnings({"NullAway", "TypeParameterUnusedInFormals"}) // what a modeler may write by mistake
    private static <T> T nothing() {
        return null;
    }

    /** Arrivals at the times given, in that order. */
    private record Times(long... times) implements ArrivalPattern {
        @Override
        public Arrivals start(DemandCurve demand, RandomStream random) {
            int[] next = new int[1];
            return () -> times[next[0]++ % times.length];
        }

        @Override
        public String toString() {
            return "tide table";
        }
    }

    private static World withArrivals(ArrivalPattern pattern) {
        return world().trucks(3).horizon("3 h").cargo(cargo("goods").arrivals(pattern));
    }

    @Test
    void arrivals_that_go_back_in_time_name_the_pattern_and_the_cargo() {
        assertThatIllegalStateException()
                .isThrownBy(() -> withArrivals(new Times(50, 20)).run())
                .withMessage("cargo 'goods': its arrival pattern tide table: next must not go back,"
                        + " got 20 ns after 50 ns");
        assertThatIllegalStateException()
                .isThrownBy(() -> withArrivals(new Times(-1)).run())
                .withMessageContaining("got -1 ns after 0 ns");
    }

    @Test
    void a_factor_of_a_day_that_is_no_number_or_negative_names_the_profile_and_the_day() {
        for (double wrong : new double[] {-1, Double.NaN, Double.POSITIVE_INFINITY}) {
            assertThatThrownBy(() -> world().trucks(3)
                            .cargo(cargo("goods").trucksPerDay(5).times((day, date) -> wrong))
                            .run())
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("a factor of a day must be >= 0 and finite, got " + wrong + " for day 0, ");
        }
    }
}
