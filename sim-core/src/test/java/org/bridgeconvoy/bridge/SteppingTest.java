package org.bridgeconvoy.bridge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.bridgeconvoy.bridge.Cargo.cargo;
import static org.bridgeconvoy.bridge.World.station;
import static org.bridgeconvoy.bridge.World.world;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.bridgeconvoy.bridge.config.Overrun;
import org.bridgeconvoy.bridge.control.Direction;
import org.bridgeconvoy.bridge.control.LastEntry;
import org.bridgeconvoy.bridge.station.TruckView;
import org.bridgeconvoy.random.Distribution;
import org.bridgeconvoy.result.ReplicationResult;
import org.bridgeconvoy.result.Stage;
import org.bridgeconvoy.result.TripTable;
import org.bridgeconvoy.result.TripTime;
import org.bridgeconvoy.result.TruckState;
import org.junit.jupiter.api.Test;

/** Runs that are stepped and looked at, and observers. */
class SteppingTest {

    private static World busy() {
        return world().horizon("3 d")
                .trucks(12)
                .turnaround("20 min")
                .headway("30 s")
                .clearance("1 min")
                .batches(3, 4, "06:00-22:00")
                .outboundConvoys(World.bySize(3, "1 h"))
                .load(station(2, "20 min", "07:00-18:00", Overrun.PAUSE))
                .imports(station(1, "15 min"))
                .cargo(cargo("a").trucksPerDay(30).poisson())
                .cargo(cargo("b")
                        .load(Distribution.uniform(1, 9))
                        .trucksPerDay(9)
                        .poisson());
    }

    private static String text(ReplicationResult result) {
        TripTable trips = Objects.requireNonNull(result.trips());
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < trips.size(); i++) {
            text.append(trips.truck(i)).append(' ').append(trips.loadMilligrams(i));
            for (TripTime time : TripTime.values()) {
                text.append(' ').append(trips.time(i, time));
            }
            text.append('\n');
        }
        for (int i = 0; i < result.metrics().metrics().size(); i++) {
            text.append(result.metrics().value(i)).append(' ');
        }
        return text.append(result.events()).toString();
    }

    @Test
    void stepping_to_the_end_gives_what_running_gives() {
        ReplicationResult whole = busy().run();
        BridgeRun stepped = busy().begin();
        long steps = 0;
        while (stepped.step()) {
            steps++;
            assertThat(stepped.now()).isLessThan(stepped.horizon());
        }
        assertThat(stepped.isFinished()).isTrue();
        assertThat(stepped.step()).isFalse();

        ReplicationResult result = stepped.finish();
        assertThat(text(result)).isEqualTo(text(whole));
        assertThat(result.events()).isEqualTo(steps);
        assertThat(stepped.finish()).isSameAs(result);
    }

    @Test
    void running_in_pieces_gives_what_running_gives() {
        BridgeRun pieces = busy().begin();
        for (String until : List.of("07:00", "07:00:00.5", "19:00", "1+00:00", "2+13:37", "3+00:00")) {
            pieces.runUntil(Texts.at(until));
            assertThat(pieces.now()).isEqualTo(Texts.at(until));
        }
        assertThat(text(pieces.finish())).isEqualTo(text(busy().run()));
    }

    @Test
    void a_run_does_not_go_beyond_its_horizon() {
        BridgeRun run = busy().begin();
        assertThatThrownBy(() -> run.runUntil(run.horizon() + 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("the run ends at 259200000000000 ns, got 259200000000001 ns");
    }

    @Test
    void running_until_an_instant_leaves_out_what_happens_at_it() {
        World world = world().trucks(2).cargo(cargo("a").at("08:00", "08:00"));
        BridgeRun run = world.begin();
        run.runUntil(Texts.at("08:00"));
        assertThat(run.trucks(TruckState.IDLE)).isEqualTo(2);
        run.runUntil(Texts.at("08:00") + 1);
        assertThat(run.trucks(TruckState.OUTBOUND)).isEqualTo(2);
        assertThat(run.laneState().trucksOnLane(Direction.OUTBOUND)).isEqualTo(2);
        assertThat(run.laneState().isEmpty()).isFalse();
        run.runUntil(Texts.at("08:03:20"));
        assertThat(run.trucks(TruckState.RETURN)).isEqualTo(2);
        assertThat(run.truckNanos(TruckState.RETURN)).isEqualTo(BigInteger.valueOf(2 * Texts.span("100 s")));
    }

    @Test
    void queues_can_be_looked_at_while_a_run_goes_on() {
        // Three consignments, two trucks, one loading at a time; loaded trucks wait for the hours of the bridge.
        World world = world().trucks(2)
                .load(station(1, "1 h"))
                .timetable("12:00-13:00", "13:00-14:00", LastEntry.ENTER)
                .cargo(cargo("a").at("08:00", "08:00", "08:00"));
        BridgeRun run = world.begin();
        run.runUntil(Texts.at("08:30"));
        assertThat(run.queueLength(Stage.TRUCK)).isEqualTo(1);
        assertThat(run.queueLength(Stage.LOAD)).isEqualTo(1);
        assertThat(run.queueLength(Stage.EXPORT)).isZero();
        run.runUntil(Texts.at("10:30"));
        assertThat(run.queueLength(Stage.LOAD)).isZero();
        assertThat(run.queueLength(Stage.OUTBOUND)).isEqualTo(2);
        assertThat(run.laneState().waitingSince(Direction.OUTBOUND)).isEqualTo(Texts.at("09:00"));
        assertThat(run.laneState().firstCrossingNanos(Direction.OUTBOUND)).isEqualTo(Texts.span("100 s"));
        assertThat(run.laneState().waitingSince(Direction.RETURN)).isEqualTo(Long.MAX_VALUE);
        run.runUntil(Texts.at("12:30"));
        assertThat(run.queueLength(Stage.RETURN)).isEqualTo(2);
        assertThat(run.laneState().emptiedAt()).isEqualTo(Texts.at("12:01:40"));
        assertThat(run.laneState().lastEntry(Direction.OUTBOUND)).isEqualTo(Texts.at("12:00"));
    }

    /** Writes down all it hears. */
    private static final class Listener implements BridgeObserver {

        private final List<long[]> reached = new ArrayList<>();
        private final int[] trucks = new int[TruckState.values().length];
        private final long[] nanos = new long[TruckState.values().length];
        private long last;
        private int consigned;

        @Override
        public void consigned(long now, String cargo, double loadTonnes) {
            consigned++;
            assertThat(cargo).isIn("a", "b");
            assertThat(loadTonnes).isBetween(1.0, 10.0);
        }

        @Override
        public void reached(long now, TripTime instant, TruckView truck) {
            reached.add(new long[] {truck.trip(), instant.ordinal(), now, truck.number()});
        }

        @Override
        public void stateChanged(long now, TruckState from, TruckState to, int count) {
            for (int i = 0; i < trucks.length; i++) {
                nanos[i] += (now - last) * trucks[i];
            }
            last = now;
            trucks[from.ordinal()] -= count;
            trucks[to.ordinal()] += count;
        }
    }

    @Test
    void observers_hear_every_instant_of_every_trip_in_the_order_of_time() {
        Listener listener = new Listener();
        listener.trucks[TruckState.IDLE.ordinal()] = 12;
        ReplicationResult result = busy().begin(listener).finish();
        TripTable trips = Objects.requireNonNull(result.trips());

        int instants = 0;
        for (int i = 0; i < trips.size(); i++) {
            for (TripTime time : TripTime.values()) {
                instants += trips.time(i, time) != TripTable.NOT_REACHED ? 1 : 0;
            }
        }
        long before = 0;
        int heard = 0;
        for (long[] r : listener.reached) {
            TripTime time = TripTime.values()[(int) r[1]];
            assertThat(r[2]).isGreaterThanOrEqualTo(before);
            before = r[2];
            heard++;
            // That a consignment appeared is heard of when a truck takes it.
            TripTime noted = time == TripTime.CONSIGNED ? TripTime.ASSIGNED : time;
            assertThat(trips.time((int) r[0] - 1, noted)).isEqualTo(r[2]);
            assertThat(trips.truck((int) r[0] - 1)).isEqualTo((int) r[3]);
        }
        assertThat(heard).isEqualTo(instants).isGreaterThan(1000);
        assertThat(listener.consigned).isGreaterThan(90);
    }

    @Test
    void the_states_that_observers_hear_of_add_up_to_the_states_of_the_run() {
        Listener listener = new Listener();
        listener.trucks[TruckState.IDLE.ordinal()] = 12;
        BridgeRun run = busy().begin(listener);
        run.finish();
        listener.stateChanged(run.horizon(), TruckState.IDLE, TruckState.IDLE, 0);

        for (TruckState state : TruckState.values()) {
            assertThat(listener.trucks[state.ordinal()]).as(state.label()).isEqualTo(run.trucks(state));
            assertThat(listener.nanos[state.ordinal()])
                    .as(state.label())
                    .isEqualTo(run.truckNanos(state).longValueExact());
        }
    }

    @Test
    void an_observer_that_fails_ends_the_run() {
        BridgeObserver failing = new BridgeObserver() {
            @Override
            public void reached(long now, TripTime instant, TruckView truck) {
                if (instant == TripTime.OUTBOUND_EXIT) {
                    throw new IllegalStateException("enough");
                }
            }
        };
        BridgeRun run = world().cargo(cargo("a").at("08:00")).begin(failing);

        assertThatThrownBy(run::finish).hasStackTraceContaining("enough");
    }
}
