package org.bridgeconvoy.bridge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bridgeconvoy.bridge.Cargo.cargo;
import static org.bridgeconvoy.bridge.World.station;
import static org.bridgeconvoy.bridge.World.world;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.bridgeconvoy.bridge.config.Overrun;
import org.bridgeconvoy.bridge.control.Direction;
import org.bridgeconvoy.bridge.station.TruckView;
import org.bridgeconvoy.calendar.Nanos;
import org.bridgeconvoy.random.Distribution;
import org.bridgeconvoy.result.ReplicationResult;
import org.bridgeconvoy.result.Stage;
import org.bridgeconvoy.result.TripTable;
import org.bridgeconvoy.result.TripTime;
import org.bridgeconvoy.result.TruckState;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What observers hear. Oracle: small days by hand, and the run's own tables and counts. */
class ObserverTest {

    /** Writes everything down but trips and states. */
    private static final class Log implements BridgeObserver {
        private final List<String> lines = new ArrayList<>();

        private void add(long now, String text) {
            lines.add(Texts.instant(now) + " " + text);
        }

        @Override
        public void began(RunView run) {
            add(run.now(), "began");
        }

        @Override
        public void warmedUp(long now) {
            add(now, "warmed up");
        }

        @Override
        public void dayEnded(long now, int day) {
            add(now, "day " + day + " ended");
        }

        @Override
        public void worldChanged(long now, int trucks) {
            add(now, "world changed, " + trucks + " trucks");
        }

        @Override
        public void stationChanged(long now, Stage stage, boolean open) {
            add(now, stage.label() + (open ? " opens" : " shuts"));
        }

        @Override
        public void closureChanged(long now, boolean closed) {
            add(now, closed ? "bridge closes" : "bridge opens");
        }

        @Override
        public void convoyReleased(long now, Direction direction, int trucks) {
            add(now, "convoy of " + trucks + " " + direction.label());
        }

        @Override
        public void turned(long now, Direction to) {
            add(now, "turns to " + to.label());
        }

        @Override
        public void stopped(long now, TruckView truck, Direction direction, double metres) {
            add(now, "truck " + truck.number() + " stops " + direction.label() + " at " + Math.round(metres) + " m");
        }

        @Override
        public void droveOn(long now, TruckView truck, Direction direction, double metres) {
            add(
                    now,
                    "truck " + truck.number() + " drives on " + direction.label() + " at " + Math.round(metres) + " m");
        }
    }

    @Test
    void days_hours_closures_convoys_turns_and_changes_are_heard_in_their_order() {
        Log log = new Log();
        world().horizon("30 h")
                .warmUp("12 h")
                .trucks(2)
                .crossing("10 min", "10 min")
                .alternate("1 h", "1 h", Direction.OUTBOUND, "always")
                .outboundConvoys(World.bySize(2, "5 h"))
                .load(station(2, "30 min", "08:00-17:00", Overrun.FINISH))
                .closure("06:00", "09:00")
                .cargo(cargo("cloth").at("07:00", "07:00"))
                .change("20:00", c -> c.withFleet(List.of(c.fleet().get(0).withTrucks(5))))
                .begin(log)
                .finish();

        // Loaded from 8:00 to 8:30, closed until 9:00, return green until 10:00; back in the return green from 11:00.
        assertThat(log.lines)
                .containsExactly(
                        "00:00:00 began",
                        "06:00:00 bridge closes",
                        "08:00:00 load opens",
                        "08:30:00 convoy of 2 outbound",
                        "09:00:00 bridge opens",
                        "11:00:00 turns to return",
                        "12:00:00 warmed up",
                        "17:00:00 load shuts",
                        "20:00:00 world changed, 5 trucks",
                        "1+00:00:00 day 0 ended",
                        "1+06:00:00 day 1 ended");
    }

    @Test
    void a_breakdown_is_heard_with_its_place() {
        Log log = new Log();
        List<Long> times = new ArrayList<>();
        // 1,000 m in 1,000 s: a metre a second. A constant repair of 90 s; every crossing fails.
        world().crossing("1000 s", "1000 s")
                .breakdowns(1, Distribution.constant(90))
                .cargo(cargo("cloth").at("08:00"))
                .begin(log, new BridgeObserver() {
                    private long entered;

                    @Override
                    public void reached(long now, TripTime instant, TruckView truck) {
                        entered =
                                instant == TripTime.OUTBOUND_ENTER || instant == TripTime.RETURN_ENTER ? now : entered;
                        if (instant == TripTime.OUTBOUND_EXIT || instant == TripTime.RETURN_EXIT) {
                            times.add(now - entered);
                        }
                    }

                    @Override
                    public void stopped(long now, TruckView truck, Direction direction, double metres) {
                        assertThat((now - entered) / 1e9).isBetween(metres - 1e-6, metres + 1e-6);
                        assertThat(metres).isBetween(0.0, 1000.0);
                    }

                    @Override
                    public void droveOn(long now, TruckView truck, Direction direction, double metres) {
                        assertThat((now - entered) / 1e9 - 90).isBetween(metres - 1e-6, metres + 1e-6);
                    }
                })
                .finish();

        assertThat(times).containsExactly(1_090_000_000_000L, 1_090_000_000_000L);
        assertThat(log.lines.stream().filter(line -> line.contains("stops outbound")))
                .hasSize(1);
        assertThat(log.lines.stream().filter(line -> line.contains("drives on outbound")))
                .hasSize(1);
        assertThat(log.lines.stream().filter(line -> line.contains("stops return")))
                .hasSize(1);
    }

    /** Every instant of every trip, every queue and every state adds up to what the run itself says, whenever it is looked at. */
    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20})
    void what_is_heard_adds_up_to_what_the_run_says(long seed) {
        World world = RandomWorlds.draw(seed);
        if (!world.config().changes().isEmpty()) {
            return; // trucks that a change adds are unheard
        }
        Map<TripTime, Integer> instants = new EnumMap<>(TripTime.class);
        Map<TruckState, Integer> states = new EnumMap<>(TruckState.class);
        Map<Stage, Integer> queues = new EnumMap<>(Stage.class);
        states.put(TruckState.IDLE, world.config().trucks());
        int[] turns = new int[1];
        BridgeRun run = world.begin(new BridgeObserver() {
            @Override
            public void reached(long now, TripTime instant, TruckView truck) {
                instants.merge(instant, 1, Integer::sum);
            }

            @Override
            public void stateChanged(long now, TruckState from, TruckState to, int trucks) {
                states.merge(from, -trucks, Integer::sum);
                states.merge(to, trucks, Integer::sum);
            }

            @Override
            public void queueChanged(long now, Stage stage, int length) {
                assertThat(Math.abs(length - queues.getOrDefault(stage, 0))).isEqualTo(1);
                queues.put(stage, length);
            }

            @Override
            public void turned(long now, Direction to) {
                turns[0] += now >= world.config().warmUpNanos() ? 1 : 0;
            }
        });
        while (run.step()) {
            for (TruckState state : TruckState.values()) {
                assertThat(states.getOrDefault(state, 0)).as(state.label()).isEqualTo(run.trucks(state));
            }
            for (Stage stage : Stage.values()) {
                assertThat(queues.getOrDefault(stage, 0)).as(stage.label()).isEqualTo(run.queueLength(stage));
            }
        }
        ReplicationResult result = run.finish();
        if (world.config().bridge().lanes() == 1) {
            double days = (world.config().horizonNanos() - world.config().warmUpNanos()) / (double) Nanos.DAY;
            assertThat(turns[0] / days).isEqualTo(result.metric("bridge_turns_per_day"));
        }
        TripTable trips = Objects.requireNonNull(result.trips());
        for (TripTime instant : TripTime.values()) {
            int reached = 0;
            for (int i = 0; i < trips.size(); i++) {
                reached += trips.time(i, instant) == TripTable.NOT_REACHED ? 0 : 1;
            }
            assertThat(instants.getOrDefault(instant, 0)).as(instant.column()).isEqualTo(reached);
        }
    }
}
