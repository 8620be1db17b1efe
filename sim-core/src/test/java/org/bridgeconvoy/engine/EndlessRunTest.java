package org.bridgeconvoy.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.bridgeconvoy.flow.Flow;
import org.bridgeconvoy.flow.Gate;
import org.bridgeconvoy.flow.Resource;
import org.junit.jupiter.api.Test;

/** Runs that would not end by themselves, and chains of events without any time between them. */
class EndlessRunTest {
    private final Simulation sim = new Simulation();

    /** Schedules itself for now, for ever. */
    private static Event again(String name) {
        return new Event() {
            @Override
            public void fire(Simulation s) {
                s.schedule(0, this);
            }

            @Override
            public String toString() {
                return name;
            }
        };
    }

    @Test
    void an_event_that_schedules_itself_for_now_is_named() {
        sim.schedule(2_000_000_000, again("turn the lane"));
        sim.schedule(2_000_000_000, again("look at the queue"));
        sim.schedule(2_000_000_001, s -> {});
        assertThatIllegalStateException()
                .isThrownBy(sim::run)
                .withMessageContaining("the clock does not move on: more than 10000000 events have fired at t=2 s")
                .withMessageContaining("turn the lane")
                .withMessageContaining("look at the queue");
    }

    @Test
    void entities_launched_with_gaps_of_zero_are_named() {
        sim.limitAtOneInstant(100_000);
        Resource dock = new Resource("dock", 1);
        int[] number = new int[1];
        Flow.<String>of()
                .seize(dock)
                .delay(5)
                .release(dock)
                .build()
                .launchEverySeconds(sim, () -> 0, () -> "truck " + number[0]++);
        assertThatIllegalStateException()
                .isThrownBy(() -> sim.runUntil(1_000))
                .withMessageContaining("launch of the next entity, behind truck ");
    }

    @Test
    void a_crowd_at_one_instant_is_no_endless_loop() {
        sim.limitAtOneInstant(50_000);
        int[] fired = new int[1];
        for (int i = 0; i < 40_000; i++) {
            sim.schedule(7, s -> fired[0]++);
        }
        for (int i = 1; i <= 100_000; i++) {
            sim.schedule(7 + i, s -> fired[0]++);
        }
        sim.run();
        assertThat(fired[0]).isEqualTo(140_000);
        assertThatIllegalArgumentException().isThrownBy(() -> sim.limitAtOneInstant(0));
    }

    @Test
    void the_limit_at_one_instant_holds_for_every_way_to_run() {
        sim.limitAtOneInstant(10_000);
        sim.schedule(0, again("loop"));
        assertThatIllegalStateException().isThrownBy(() -> sim.runUntil(() -> false));
        assertThatIllegalStateException().isThrownBy(() -> sim.runBefore(9));
        assertThatIllegalStateException().isThrownBy(() -> {
            while (sim.step()) {}
        });
    }

    @Test
    void entities_that_launch_each_other_at_once_do_not_deepen_the_stack() {
        int n = 100_000;
        List<Integer> passed = new ArrayList<>();
        List<Flow<Integer>> self = new ArrayList<>();
        Flow<Integer> flow = Flow.<Integer>of()
                .observe((entity, now) -> {
                    passed.add(entity);
                    if (entity < n) {
                        self.get(0).launch(sim, entity + 1);
                    }
                })
                .build();
        self.add(flow);
        flow.launch(sim, 1);
        assertThat(passed).hasSize(n).isSorted();
    }

    /** Each in the row hands its place to the one behind it: a jam of n trucks that moves up by one place at once. */
    @Test
    void a_row_of_places_that_move_up_at_once_does_not_deepen_the_stack() {
        int n = 20_000;
        Resource[] places = new Resource[n + 1];
        for (int i = 0; i <= n; i++) {
            places[i] = new Resource("place " + i, 1);
        }
        int[] moved = new int[1];
        for (int i = 0; i < n; i++) {
            Flow.<Integer>of()
                    .seize(places[i])
                    .delay(i == 0 ? 10 : 1)
                    .release(places[i])
                    .build()
                    .launch(sim, i);
        }
        sim.runUntil(0);
        for (int i = 0; i < n; i++) {
            int place = i;
            Flow.<Integer>of()
                    .seize(places[place + 1])
                    .observe((entity, now) -> moved[0]++)
                    .release(places[place + 1])
                    .build()
                    .launch(sim, n + i);
        }
        sim.run();
        assertThat(moved[0]).isEqualTo(n);
    }

    @Test
    void entities_that_launch_each_other_for_ever_are_an_error() {
        sim.limitAtOneInstant(200_000);
        List<Flow<String>> self = new ArrayList<>();
        Flow<String> flow = Flow.<String>of()
                .observe((entity, now) -> self.get(0).launch(sim, entity))
                .build();
        self.add(flow);
        assertThatIllegalStateException()
                .isThrownBy(() -> flow.launch(sim, "ball"))
                .withMessageContaining("launch of ball");
    }

    @Test
    void entities_that_come_back_to_an_open_gate_for_ever_are_an_error() {
        sim.limitAtOneInstant(200_000);
        Gate gate = new Gate("gate", false);
        List<Flow<String>> self = new ArrayList<>();
        Flow<String> flow = Flow.<String>of()
                .waitFor(gate)
                .observe((entity, now) -> self.get(0).launch(sim, entity))
                .build();
        self.add(flow);
        flow.launch(sim, "ball");
        flow.launch(sim, "other");
        sim.schedule(5, gate::open);
        assertThatIllegalStateException().isThrownBy(sim::run).withMessageContaining("the last of them: ");
    }

    @Test
    void what_was_put_off_fires_in_its_order_before_anything_scheduled() {
        List<String> order = new ArrayList<>();
        Event chain = new Event() {
            private int depth;

            @Override
            public void fire(Simulation s) {
                depth++;
                if (depth == 1) {
                    s.schedule(0, later -> order.add("scheduled"));
                }
                int mine = depth;
                if (depth < 600) {
                    s.fireNow(this);
                }
                if (mine == 1) {
                    order.add("outermost returns");
                }
                if (mine == 600) {
                    order.add("innermost");
                }
            }
        };
        sim.schedule(3, s -> s.fireNow(chain));
        sim.run();
        assertThat(order).containsExactly("outermost returns", "innermost", "scheduled");
        assertThat(sim.firedEvents()).isEqualTo(2);
    }

    @Test
    void an_interrupted_run_ends_soon_and_can_go_on() {
        long[] fired = new long[1];
        Event tick = new Event() {
            @Override
            public void fire(Simulation s) {
                fired[0]++;
                if (fired[0] == 50_000) {
                    Thread.currentThread().interrupt();
                }
                if (fired[0] < 200_000) {
                    s.schedule(1, this);
                }
            }
        };
        sim.schedule(0, tick);
        assertThatThrownBy(sim::run).isInstanceOf(CancellationException.class);
        assertThat(Thread.interrupted()).isTrue();
        assertThat(fired[0]).isBetween(50_000L, 52_000L);
        assertThat(sim.failure()).isNull();
        sim.run();
        assertThat(fired[0]).isEqualTo(200_000);
        assertThat(sim.firedEvents()).isEqualTo(200_000);
    }

    @Test
    void a_run_says_whether_it_was_stopped_and_what_failed_first() {
        sim.schedule(2, Simulation::stop);
        sim.schedule(4, s -> {
            throw new UnsupportedOperationException("no");
        });
        sim.runUntil(3);
        assertThat(sim.isStopped()).isTrue();
        sim.runUntil(3);
        assertThat(sim.isStopped()).isFalse();
        assertThat(sim.failure()).isNull();
        assertThatThrownBy(sim::run).isInstanceOf(UnsupportedOperationException.class);
        EventFailure failure = sim.failure();
        assertThat(failure).isNotNull();
        assertThat(failure == null ? 0 : failure.timeNanos()).isEqualTo(4);
        sim.stop();
        assertThat(sim.isStopped()).as("outside a run it does nothing").isFalse();
    }
}
