package org.bridgeconvoy.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Oracle: a plain heap that does the same operations, compared after every one. */
class EventListTest {

    /** One of many: a lambda that captures nothing would be the same object each time. */
    private record Numbered(int number) implements Event {
        @Override
        public void fire(Simulation sim) {
            throw new AssertionError("only pending");
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return this == other;
        }

        @Override
        public int hashCode() {
            return number;
        }
    }

    /** How the times of a random schedule are drawn. */
    private enum Times {
        TIES {
            @Override
            long draw(SplittableRandom random) {
                return random.nextInt(3) * 10L;
            }
        },
        /** Of a crowd many have one time, and none is near. */
        WHOLE_SECONDS {
            @Override
            long draw(SplittableRandom random) {
                return new long[] {0, 1, 10}[random.nextInt(3)] * 1_000_000_000L;
            }
        },
        NEAR {
            @Override
            long draw(SplittableRandom random) {
                return random.nextInt(1000);
            }
        },
        /** Some beyond the window of the tree. */
        LATE {
            @Override
            long draw(SplittableRandom random) {
                return random.nextInt(5) == 0 ? random.nextLong(1L << 57) / 8 * 8 : random.nextInt(1000);
            }
        },
        /** Up to beyond the window of the tree, which has to move. */
        WINDOWS {
            @Override
            long draw(SplittableRandom random) {
                return random.nextInt(4) == 0
                        ? WinnerTree.WINDOW / 2 * random.nextInt(1, 4) + random.nextInt(-1, 2)
                        : random.nextLong(WinnerTree.WINDOW / 8);
            }
        },
        /** Ends of buckets: whole multiples of powers of 256. */
        ROUND {
            @Override
            long draw(SplittableRandom random) {
                return random.nextInt(4) * (1L << 8 * random.nextInt(4));
            }
        },
        /** Nearly all close together, so that sorting by their digits is of no use. */
        CROWDED {
            @Override
            long draw(SplittableRandom random) {
                return random.nextInt(50) == 0 ? random.nextInt(1 << 30) : (1 << 29) + random.nextInt(500);
            }
        },
        EVERY_SCALE {
            @Override
            long draw(SplittableRandom random) {
                return random.nextLong() >>> random.nextInt(8, 64);
            }
        },
        SECONDS {
            @Override
            long draw(SplittableRandom random) {
                return (long) (1e9 * -StrictMath.log(1 - random.nextDouble()));
            }
        };

        abstract long draw(SplittableRandom random);
    }

    /** The list and its oracle, step by step. */
    private static final class Pair {
        final EventList list;
        final HeapEventList oracle = new HeapEventList();
        final List<long[]> handles = new ArrayList<>();
        final SplittableRandom random;
        final Times times;
        int priorities;
        long now;
        int added;
        int polls;
        long limit = Long.MAX_VALUE;

        Pair(SplittableRandom random, Times times, int priorities) {
            this(new EventList(), random, times, priorities);
        }

        Pair(EventList list, SplittableRandom random, Times times, int priorities) {
            this.list = list;
            this.random = random;
            this.times = times;
            this.priorities = priorities;
        }

        long time() {
            long time = now + times.draw(random);
            return time < 0 ? Long.MAX_VALUE : time;
        }

        int priority() {
            return random.nextBoolean() ? 0 : (random.nextInt(priorities) - priorities / 2) * 100_003;
        }

        void add() {
            long time = time();
            int priority = priority();
            Event event = new Numbered(added++);
            handles.add(new long[] {addAsSimulation(time, priority, event), oracle.add(time, priority, event)});
        }

        /** By the fast path where it may be taken, for a time or for a delay. */
        private long addAsSimulation(long time, int priority, Event event) {
            boolean isSoon = random.nextBoolean() ? list.isSoon(time) : list.isSoonAfter(time - list.now());
            return priority == 0 && isSoon ? list.addSoon(time, event) : list.add(time, priority, event);
        }

        void cancel() {
            long[] pair = anyHandle();
            same(list.isPending(pair[0]) ? 1 : 0, oracle.isPending(pair[1]) ? 1 : 0);
            same(list.cancel(pair[0]) ? 1 : 0, oracle.cancel(pair[1]) ? 1 : 0);
            same(list.isPending(pair[0]) ? 1 : 0, 0);
        }

        void move() {
            long[] pair = anyHandle();
            long time = time();
            boolean moved = list.move(pair[0], time);
            same(moved ? 1 : 0, oracle.move(pair[1], time) ? 1 : 0);
            if (moved) {
                same(list.timeOf(pair[0]), time);
            }
        }

        /** AssertJ only for what differs: there are millions of these. */
        private static void same(@Nullable Object actual, @Nullable Object expected) {
            if (actual != expected) {
                assertThat(actual).isSameAs(expected);
            }
        }

        private static void same(long actual, long expected) {
            if (actual != expected) {
                assertThat(actual).isEqualTo(expected);
            }
        }

        long[] anyHandle() {
            if (handles.isEmpty()) {
                return new long[] {0, 0};
            }
            int index = random.nextInt(handles.size());
            long[] pair = handles.get(index);
            // Most handles are used once, some again when they are inert.
            if (random.nextInt(4) != 0) {
                handles.set(index, handles.get(handles.size() - 1));
                handles.remove(handles.size() - 1);
            }
            return pair;
        }

        @Nullable
        Event poll(long until) {
            if (until != limit) {
                // Not each time: a run says it once.
                limit = until;
                list.setLimit(until);
            }
            Event got = list.poll();
            same(got, oracle.poll(until));
            if (++polls % EventList.UPKEEP_EVERY == 0) {
                // As a run does.
                list.upkeep();
            }
            if (got != null) {
                same(list.now(), oracle.lastTime());
                now = list.now();
            } else {
                // As the end of a run does, some before what is due then.
                long end = until < Long.MAX_VALUE && random.nextBoolean() ? until + 1 : until;
                now = Math.max(now, Math.min(end, list.nextTime()));
                if (random.nextBoolean()) {
                    list.setNow(now);
                }
            }
            return got;
        }

        void compare() {
            same(list.size(), oracle.size());
            if (random.nextInt(3) == 0) {
                same(list.nextTime(), oracle.nextTime());
            }
        }

        /** Keeps about {@code size} events pending. */
        void step(int size) {
            int draw = random.nextInt(100);
            if (draw < 10) {
                cancel();
            } else if (draw < 20) {
                move();
            } else if (draw < 30) {
                poll(time());
            } else if (random.nextInt(2 * size) >= list.size()) {
                add();
            } else {
                poll(Long.MAX_VALUE);
            }
            compare();
        }

        void drain() {
            while (poll(Long.MAX_VALUE) != null) {
                compare();
            }
            assertThat(list.size()).isZero();
            assertThat(list.nextTime()).isEqualTo(Long.MAX_VALUE);
        }
    }

    private static @Nullable Event poll(EventList list, long limit) {
        list.setLimit(limit);
        return list.poll();
    }

    static LongStream seeds() {
        // With 562 a stale entry once was taken for the earliest in the buckets.
        return LongStream.concat(LongStream.rangeClosed(1, 40), LongStream.of(562));
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void pops_in_the_order_of_the_oracle_whatever_is_done(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        Times times = Times.values()[(int) (seed % Times.values().length)];
        Pair pair = new Pair(random, times, seed % 3 == 0 ? 1 : 1 + random.nextInt(30));
        int size = 1 << random.nextInt(9);
        for (int step = 0; step < 3_000; step++) {
            pair.step(size);
            EventListInvariants.check(pair.list);
        }
        pair.drain();
        EventListInvariants.check(pair.list);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void pops_in_the_order_of_the_oracle_when_only_few_are_sorted_at_once(long seed) {
        SplittableRandom random = new SplittableRandom(1_000 + seed);
        Times times = Times.values()[(int) (seed % Times.values().length)];
        int crowd = 20 << random.nextInt(6);
        Pair pair = new Pair(new EventList(crowd), random, times, seed % 3 == 0 ? 1 : 1 + random.nextInt(30));
        for (int step = 0; step < 2_500; step++) {
            pair.step(step % 1_000 < 800 ? 2 * crowd : 5);
            EventListInvariants.check(pair.list);
        }
        pair.drain();
        EventListInvariants.check(pair.list);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void pops_in_the_order_of_the_oracle_as_events_become_few_and_many(long seed) {
        SplittableRandom random = new SplittableRandom(2_000 + seed);
        Times times = Times.values()[(int) (seed % Times.values().length)];
        Pair pair = new Pair(random, times, seed % 3 == 0 ? 1 : 1 + random.nextInt(30));
        int[] sizes = {1, 2, 4, 8, 30, 100, 300};
        int size = 1;
        int changes = 0;
        Mode mode = Mode.RUN;
        for (int step = 0; step < 4_000; step++) {
            if (random.nextInt(100) == 0) {
                size = sizes[random.nextInt(sizes.length)];
            }
            if (random.nextInt(60) == 0) {
                pair.list.tree.ties = random.nextInt(4) == 0 ? EventList.UPKEEP_EVERY : 0;
                pair.list.upkeep();
            }
            pair.step(size);
            EventListInvariants.check(pair.list);
            changes += mode == pair.list.mode ? 0 : 1;
            mode = pair.list.mode;
        }
        assertThat(changes).isGreaterThan(1);
        pair.drain();
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void pops_in_the_order_of_the_oracle_when_priorities_appear_in_a_crowd(long seed) {
        SplittableRandom random = new SplittableRandom(3_000 + seed);
        Pair pair = new Pair(random, seed % 2 == 0 ? Times.TIES : Times.WHOLE_SECONDS, 1);
        int first = random.nextInt(800, 1_600);
        for (int step = 0; step < 2_000; step++) {
            if (step == first) {
                pair.priorities = 5;
            }
            pair.step(300);
            EventListInvariants.check(pair.list);
        }
        pair.drain();
    }

    /** {@code -Dschedules.from=1000 -Dschedules.count=200}: more schedules than a build has time for. */
    @Tag("fuzz")
    @Test
    void pops_in_the_order_of_the_oracle_over_hundreds_of_seeds() {
        long from = Long.getLong("schedules.from", 1_000);
        long count = Long.getLong("schedules.count", 200);
        for (long seed = from; seed < from + count; seed++) {
            try {
                pops_in_the_order_of_the_oracle_whatever_is_done(seed);
                pops_in_the_order_of_the_oracle_when_only_few_are_sorted_at_once(seed);
                pops_in_the_order_of_the_oracle_as_events_become_few_and_many(seed);
                pops_in_the_order_of_the_oracle_when_priorities_appear_in_a_crowd(seed);
            } catch (RuntimeException | AssertionError failure) {
                throw new AssertionError("seed " + seed, failure);
            }
        }
        assertThat(count).isPositive();
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("crowds")
    void keeps_the_order_of_coming_when_it_is_counted_anew(long seed) {
        Pair pair = new Pair(new SplittableRandom(seed), Times.TIES, (int) seed % 3 + 1);
        int anew = 0;
        for (int step = 0; step < 3_000; step++) {
            pair.step(30);
            if (pair.list.mode == Mode.TREE && step % 100 == 0 && pair.list.tree.came < 1_000) {
                pair.list.tree.came = Integer.MAX_VALUE - 20;
            } else if (pair.list.mode == Mode.TREE && step % 100 == 60) {
                pair.list.tree.sweep();
                anew += pair.list.tree.came < 1_000 ? 1 : 0;
            }
            EventListInvariants.check(pair.list);
        }
        assertThat(anew).isGreaterThan(10);
        pair.drain();
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("crowds")
    void keeps_the_order_through_waves_of_crowds(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        Pair pair = new Pair(new EventList(200), random, seed % 2 == 0 ? Times.SECONDS : Times.EVERY_SCALE, 3);
        for (int wave = 0; wave < 4; wave++) {
            for (int event = 0; event < 5_000; event++) {
                pair.add();
            }
            pair.poll(Long.MAX_VALUE);
            for (int step = 0; step < 12_000; step++) {
                if (step % 2 == 0) {
                    pair.cancel();
                } else {
                    pair.step(20);
                }
                if (step % 200 == 0) {
                    EventListInvariants.check(pair.list);
                }
            }
        }
        for (int step = 0; step < 80_000; step++) {
            pair.step(20);
        }
        pair.drain();
        EventListInvariants.check(pair.list);
    }

    static LongStream crowds() {
        return LongStream.rangeClosed(1, 6);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("crowds")
    void pops_in_the_order_of_the_oracle_when_the_times_of_a_crowd_lie_close_together(long seed) {
        Pair pair = new Pair(new SplittableRandom(seed), seed % 2 == 0 ? Times.CROWDED : Times.ROUND, 1);
        for (int step = 0; step < 12_000; step++) {
            pair.step(step % 6_000 < 5_000 ? 1_500 : 10);
            if (step % 20 == 0) {
                EventListInvariants.check(pair.list);
            }
        }
        pair.drain();
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("crowds")
    void pops_in_the_order_of_the_oracle_when_crowded_and_after(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        Times times = Times.values()[(int) (seed % Times.values().length)];
        Pair pair = new Pair(random, times, 1 + (int) seed);
        for (int event = 0; event < 50_000; event++) {
            pair.add();
        }
        EventListInvariants.check(pair.list);
        for (int step = 0; step < 150_000; step++) {
            pair.step(step < 100_000 ? 50_000 : 40);
            if (step % 2_000 == 0) {
                EventListInvariants.check(pair.list);
            }
        }
        pair.drain();
        EventListInvariants.check(pair.list);
    }

    @Test
    void keeps_the_order_when_most_of_a_crowd_is_cancelled_or_moved() {
        Pair pair = new Pair(new SplittableRandom(5), Times.SECONDS, 3);
        for (int event = 0; event < 60_000; event++) {
            pair.add();
        }
        for (int step = 0; step < 120_000; step++) {
            if (step % 3 == 0) {
                pair.move();
            } else if (step % 3 == 1) {
                pair.cancel();
            } else {
                pair.add();
            }
            if (step % 2_000 == 0) {
                pair.compare();
                EventListInvariants.check(pair.list);
            }
        }
        pair.drain();
    }

    /** With a full tree: the last leaf at the last time has the greatest key that an entry can have. */
    @ParameterizedTest(name = "{0} after the window")
    @ValueSource(longs = {-2, -1, 0, 1})
    void takes_what_is_due_at_the_end_of_the_window_of_the_tree(long after) {
        for (int count : new int[] {5, 70, 127, 128, 129, 200}) {
            EventList list = new EventList();
            List<Event> events = new ArrayList<>();
            for (int i = 0; i < count; i++) {
                Event event = new Numbered(i);
                events.add(event);
                list.add(WinnerTree.WINDOW + (i == 0 ? 0 : after), 0, event);
                EventListInvariants.check(list);
            }
            // At the same time as the others, or by its time before or after them.
            Event first = events.remove(0);
            events.add(after > 0 ? 0 : after < 0 ? events.size() : 0, first);
            for (Event event : events) {
                assertThat(list.nextTime()).isEqualTo(WinnerTree.WINDOW + (event == first ? 0 : after));
                assertThat(list.poll()).isSameAs(event);
                EventListInvariants.check(list);
            }
            assertThat(list.poll()).isNull();
        }
    }

    @Test
    void more_than_the_run_holds_beyond_the_window_go_to_the_heap() {
        EventList list = new EventList();
        HeapEventList oracle = new HeapEventList();
        for (int i = 0; i < 150; i++) {
            Event event = new Numbered(i);
            long time = i % 10 == 0 ? i : WinnerTree.WINDOW * 2 + 1_000 - i;
            list.add(time, 0, event);
            oracle.add(time, 0, event);
            EventListInvariants.check(list);
        }
        assertThat(list.mode).isEqualTo(Mode.HEAP);
        while (oracle.size() > 0) {
            assertThat(list.poll()).isSameAs(oracle.poll(Long.MAX_VALUE));
            EventListInvariants.check(list);
        }
    }

    @Test
    void the_mode_follows_the_number_of_events_and_how_many_are_due_at_one_time() {
        Simulation sim = new Simulation();
        Event again = new Event() {
            @Override
            public void fire(Simulation s) {
                s.schedule(10, this);
            }
        };
        for (int i = 0; i < 20; i++) {
            sim.schedule(i, again);
        }
        assertThat(sim.mode).isEqualTo(Mode.TREE);
        sim.runUntil(30_000);
        assertThat(sim.mode).as("two at each time").isEqualTo(Mode.TIED_RUN);

        Simulation apart = new Simulation();
        Event alone = new Event() {
            @Override
            public void fire(Simulation s) {
                s.schedule(100_000, this);
            }
        };
        for (int i = 0; i < 100; i++) {
            apart.schedule(1_000L * i, alone);
        }
        apart.runUntil(50_000_000);
        assertThat(apart.mode).isEqualTo(Mode.TREE);
        assertThat(apart.tree.leaves).isEqualTo(128);
        assertThat(apart.pendingEvents()).isEqualTo(100);

        Simulation fewer = new Simulation();
        for (int i = 0; i < 10; i++) {
            fewer.schedule(1_000L * i, alone);
        }
        for (int i = 0; i < 90; i++) {
            fewer.schedule(1_000L * i + 1, s -> {});
        }
        fewer.runUntil(90_000);
        assertThat(fewer.tree.leaves).isEqualTo(128);
        fewer.runUntil(500_000_000);
        assertThat(fewer.mode).isEqualTo(Mode.TREE);
        assertThat(fewer.tree.leaves).as("most of 128 are empty").isLessThanOrEqualTo(32);

        Simulation few = new Simulation();
        few.schedule(1, alone);
        few.schedule(2, alone);
        for (int i = 0; i < 50; i++) {
            few.schedule(3 + i, s -> {});
        }
        assertThat(few.mode).isEqualTo(Mode.TREE);
        few.runUntil(2_000_000_000);
        assertThat(few.mode).isEqualTo(Mode.RUN);
        assertThat(few.pendingEvents()).isEqualTo(2);
    }

    @Test
    void stale_entries_are_swept_in_good_time_also_if_none_is_added() {
        EventList list = new EventList();
        for (int i = 0; i < 50; i++) {
            list.cancel(list.add(9, 0, new Numbered(i)));
            list.add(9, 0, new Numbered(i));
        }
        assertThat(list.stale).isPositive();
        list.turnsSinceSweep = 1L << 30;
        list.upkeep();
        assertThat(list.stale).isPositive();
        list.turnsSinceSweep = 1L << 31;
        list.upkeep();
        assertThat(list.stale).isZero();
        assertThat(list.turnsSinceSweep).isZero();
        EventListInvariants.check(list);
    }

    @Test
    void a_bucket_of_two_full_chunks_is_not_few_wherever_they_lie() {
        EventList list = new EventList();
        RadixHeap heap = new RadixHeap();
        heap.begin(0);
        int bucket = RadixHeap.bucketOf(1_000, 0);
        int most = RadixHeap.CHUNK;
        for (int turn = 0; turn < 4; turn++) {
            for (int i = 0; i < most; i++) {
                heap.append(1_000 + i % 2, i + 1);
            }
            assertThat(heap.moveFew(list, bucket, 8)).isFalse();
            assertThat(heap.count(bucket)).isEqualTo(most);
            assertThat(heap.size).isEqualTo(most);
            heap.clear(bucket, most);
        }
    }

    @Test
    void a_bucket_of_one_time_moves_to_the_run_whatever_its_size() {
        for (int count = 1; count < 600; count++) {
            EventList list = new EventList();
            RadixHeap heap = new RadixHeap();
            heap.begin(0);
            for (int i = 0; i < count; i++) {
                heap.append(1_000, i + 1);
            }
            assertThat(heap.moveOneTime(list, RadixHeap.bucketOf(1_000, 0), count))
                    .isTrue();
            assertThat(heap.lowest()).isEqualTo(-1);
            for (int i = 0; i < count; i++) {
                assertThat(list.entries[2 * (count - i) + 1]).isEqualTo(i + 1);
            }
        }
    }

    @Test
    void orders_edge_times_to_the_end_of_the_clock() {
        EventList list = new EventList();
        HeapEventList oracle = new HeapEventList();
        long[] times = {
            Long.MAX_VALUE,
            0,
            1,
            255,
            256,
            257,
            Long.MAX_VALUE - 1,
            1L << 62,
            (1L << 62) - 1,
            65_535,
            65_536,
            0,
            Long.MAX_VALUE
        };
        for (int turn = 0; turn < 3; turn++) {
            for (long time : times) {
                Event event = new Numbered(turn);
                list.add(time, turn, event);
                oracle.add(time, turn, event);
                EventListInvariants.check(list);
            }
        }
        for (int event = 0; event < 3 * times.length; event++) {
            assertThat(list.nextTime()).isEqualTo(oracle.nextTime());
            assertThat(poll(list, Long.MAX_VALUE)).isSameAs(oracle.poll(Long.MAX_VALUE));
            assertThat(list.now()).isEqualTo(oracle.lastTime());
            EventListInvariants.check(list);
        }
        assertThat(poll(list, Long.MAX_VALUE)).isNull();
    }

    @Test
    void many_priorities_at_one_instant_are_taken_highest_first_and_first_come_within() {
        Pair pair = new Pair(new SplittableRandom(11), Times.TIES, 5_000);
        for (int event = 0; event < 20_000; event++) {
            pair.add();
        }
        for (int step = 0; step < 20_000; step++) {
            pair.step(10_000);
        }
        EventListInvariants.check(pair.list);
        pair.drain();
    }

    @Test
    void looking_ahead_does_not_move_the_base() {
        EventList list = new EventList();
        Event late = new Numbered(1);
        Event early = new Numbered(2);
        list.add(1_000_000, 0, late);
        assertThat(list.nextTime()).isEqualTo(1_000_000);
        assertThat(poll(list, 999_999)).isNull();
        list.add(5, 0, early);
        assertThat(poll(list, Long.MAX_VALUE)).isSameAs(early);
        assertThat(poll(list, Long.MAX_VALUE)).isSameAs(late);
    }

    @Test
    void what_comes_between_a_limit_and_a_crowd_of_one_time_is_taken_before_the_crowd() {
        EventList list = new EventList();
        List<Event> crowd = new ArrayList<>();
        for (int i = 0; i < 300; i++) {
            crowd.add(new Numbered(i));
            list.add(6_000_000_000L, 0, crowd.get(i));
        }
        assertThat(poll(list, 5_000_000_000L)).isNull();
        EventListInvariants.check(list);
        Event before = new Numbered(-1);
        list.add(5_500_000_000L, 0, before);
        Event last = new Numbered(300);
        crowd.add(last);
        list.add(6_000_000_000L, 0, last);
        EventListInvariants.check(list);
        assertThat(poll(list, Long.MAX_VALUE)).isSameAs(before);
        for (Event its : crowd) {
            assertThat(poll(list, Long.MAX_VALUE)).isSameAs(its);
        }
    }

    @Test
    void a_crowd_before_a_cancelled_crowd_is_not_inserted_one_by_one() {
        EventList list = new EventList();
        Event event = sim -> {};
        list.add(0, 0, event);
        for (int i = 0; i < 1_000; i++) {
            list.add(60_000_000_000L, 0, event);
        }
        long[] cancelled = new long[50];
        for (int i = 0; i < cancelled.length; i++) {
            cancelled[i] = list.add(6_000_000_000L, 0, event);
        }
        poll(list, 0);
        for (long handle : cancelled) {
            list.cancel(handle);
        }
        assertThat(poll(list, 7_000_000_000L)).isNull();
        for (int i = 0; i < 1_000; i++) {
            list.add(5_000_000_000L + i * 1_000L, 0, event);
        }
        EventListInvariants.check(list);
        assertThat(list.runSize()).isLessThan(500);
    }

    @Test
    void a_handle_is_inert_after_firing_also_when_its_slot_is_used_again() {
        EventList list = new EventList();
        Event event = sim -> {};
        long first = list.add(1, 0, event);
        poll(list, 1);
        long second = list.add(2, 0, event);
        assertThat(second).isNotEqualTo(first);
        assertThat(list.isPending(first)).isFalse();
        assertThat(list.cancel(first)).isFalse();
        assertThat(list.move(first, 7)).isFalse();
        assertThat(list.isPending(second)).isTrue();
        assertThat(list.timeOf(second)).isEqualTo(2);
        for (long inert : new long[] {0, 1, 255, 2047, 2048, -1, Long.MIN_VALUE, Long.MAX_VALUE}) {
            assertThat(list.isPending(inert)).isFalse();
        }
    }

    @Test
    void keeps_old_handles_inert_after_a_peak() {
        EventList list = new EventList();
        Event event = sim -> {};
        long[] handles = new long[300_000];
        for (int i = 0; i < handles.length; i++) {
            handles[i] = list.add(i * 1_000L, 0, event);
        }
        for (int turn = 1; turn < 1_500_000; turn++) {
            poll(list, Long.MAX_VALUE);
            if (turn % EventList.UPKEEP_EVERY == 0) {
                list.upkeep();
            }
            if (list.size() < 10) {
                list.add(list.now() + 1_000, 0, event);
            }
        }
        EventListInvariants.check(list);
        for (int i = 0; i < 5_000; i++) {
            list.add(list.now() + i, 0, event);
        }
        for (long handle : handles) {
            assertThat(list.isPending(handle)).isFalse();
        }
        EventListInvariants.check(list);
    }

    @Test
    void drops_stale_entries_before_a_slot_has_had_all_references() {
        Pair pair = new Pair(new SplittableRandom(17), Times.NEAR, 3);
        for (int turn = 0; turn < 200; turn++) {
            for (int step = 0; step < 100; step++) {
                pair.step(100);
            }
            pair.list.turnsSinceSweep = 1L << 31;
            while (pair.list.turnsSinceSweep > 1000) {
                pair.step(100);
                EventListInvariants.check(pair.list);
            }
            assertThat(pair.list.stale).isZero();
        }
        pair.drain();
    }

    @Test
    void takes_events_of_one_instant_in_order_when_priorities_appear_in_its_midst() {
        EventList list = new EventList();
        Event[] events = new Event[6];
        for (int i = 0; i < events.length; i++) {
            events[i] = new Numbered(i);
        }
        for (int i = 0; i < 3; i++) {
            list.add(7, 0, events[i]);
        }
        assertThat(poll(list, 7)).isSameAs(events[0]);
        list.add(7, 0, events[3]);
        list.add(7, -1, events[4]);
        list.add(7, 1, events[5]);
        for (int number : new int[] {5, 1, 2, 3, 4}) {
            assertThat(poll(list, 7)).isSameAs(events[number]);
            EventListInvariants.check(list);
        }
        assertThat(poll(list, 7)).isNull();
    }
}
