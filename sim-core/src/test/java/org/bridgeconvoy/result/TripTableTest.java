package org.bridgeconvoy.result;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** Oracle: what was put in. A block has 4,096 rows. */
class TripTableTest {

    private static final int BLOCK = 4096;

    /** Keeps copies of blocks, as a file does. */
    private static final class Copies implements TripTable.Storage {
        private final List<long[]> blocks = new ArrayList<>();

        @Override
        public Supplier<long[]> store(long[] block) {
            long[] copy = block.clone();
            blocks.add(copy);
            return () -> copy;
        }
    }

    private static void add(TripTable.Builder builder, int from, int to) {
        for (int i = from; i < to; i++) {
            assertThat(builder.add(i, i % 3, 1_000L + i)).isEqualTo(i);
            builder.reached(i, TripTime.CONSIGNED, 10L * i);
        }
    }

    private static void check(TripTable table, int size) {
        assertThat(table.size()).isEqualTo(size);
        for (int i = 0; i < size; i++) {
            if (table.truck(i) != i
                    || table.cargo(i) != i % 3
                    || table.loadMilligrams(i) != 1_000L + i
                    || table.time(i, TripTime.CONSIGNED) != 10L * i
                    || table.time(i, TripTime.ASSIGNED) != TripTable.NOT_REACHED) {
                throw new AssertionError("row " + i + " is not what was put in");
            }
        }
    }

    @Test
    void a_table_of_many_blocks_gives_back_what_was_put_in() {
        TripTable.Builder builder = new TripTable.Builder();
        int size = 17 * BLOCK + 300;
        add(builder, 0, size);
        for (int i = 0; i < size; i++) {
            builder.reached(i, TripTime.AVAILABLE, 7L * i);
        }
        TripTable table = builder.build();
        check(table, size);
        assertThat(table.time(17 * BLOCK + 299, TripTime.AVAILABLE)).isEqualTo(7L * (17 * BLOCK + 299));

        Copies copies = new Copies();
        TripTable kept = table.keptIn(copies);
        check(kept, size);
        assertThat(copies.blocks).hasSize(18);
    }

    @Test
    void a_block_is_handed_over_once_all_its_trips_have_ended() {
        Copies copies = new Copies();
        TripTable.Builder builder = new TripTable.Builder(false, copies);
        add(builder, 0, 2 * BLOCK + 1);
        for (int i = BLOCK; i < 2 * BLOCK; i++) {
            assertThat(copies.blocks).isEmpty();
            builder.reached(i, TripTime.AVAILABLE, i);
        }
        assertThat(copies.blocks).hasSize(1);
        assertThat(copies.blocks.get(0)[1]).as("load of its first row").isEqualTo(1_000L + BLOCK);
        check(builder.build(), 2 * BLOCK + 1);
        assertThat(copies.blocks).hasSize(3);
    }

    @Test
    void a_builder_that_was_cleared_knows_nothing_of_before() {
        Copies copies = new Copies();
        TripTable.Builder builder = new TripTable.Builder(false, copies);
        add(builder, 0, 2);
        builder.reached(0, TripTime.AVAILABLE, 5);
        builder.brokeDown(new TripTable.Breakdown(0, true, 1, 2, 0.5));
        assertThat(builder).hasToString("builder of a table of 2 trips");
        builder.clear();
        assertThat(builder.build().size()).isZero();
        assertThat(copies.blocks).isEmpty();

        add(builder, 0, BLOCK);
        for (int i = 0; i < BLOCK - 1; i++) {
            builder.reached(i, TripTime.AVAILABLE, i);
        }
        assertThat(copies.blocks).isEmpty();
        TripTable table = builder.build();
        check(table, BLOCK);
        assertThat(table.breakdowns()).isEmpty();
    }

    @Test
    void a_builder_begins_anew_after_each_table() {
        TripTable.Builder builder = new TripTable.Builder();
        add(builder, 0, 3);
        builder.brokeDown(new TripTable.Breakdown(1, true, 1, 2, 0.5));
        TripTable first = builder.build();
        add(builder, 0, 2);
        TripTable second = builder.build();
        check(first, 3);
        check(second, 2);
        assertThat(first).hasToString("3 trips, 1 breakdowns");
        assertThat(second).hasToString("2 trips, 0 breakdowns");
    }

    @Test
    void a_return_load_stands_beside_the_further_instants() {
        TripTable.Builder builder = new TripTable.Builder(true);
        builder.add(4, 2, 9);
        builder.add(5, 2, 9);
        builder.returnLoad(1, 3, 8);
        builder.reached(1, TripTime.RETURN_LOAD_END, 77);
        TripTable table = builder.build();
        assertThat(table.returnCargo(0)).isEqualTo(TripTable.EMPTY);
        assertThat(table.returnLoadMilligrams(0)).isZero();
        assertThat(table.returnCargo(1)).isEqualTo(3);
        assertThat(table.returnLoadMilligrams(1)).isEqualTo(8);
        assertThat(table.time(1, TripTime.RETURN_LOAD_END)).isEqualTo(77);
        assertThat(table.time(0, TripTime.RETURN_LOAD_END)).isEqualTo(TripTable.NOT_REACHED);
    }

    @Test
    void a_table_of_vehicles_gives_back_what_was_put_in() {
        TrafficTable.Builder builder = new TrafficTable.Builder();
        List<TrafficTable.Name> names =
                List.of(new TrafficTable.Name("cars", true), new TrafficTable.Name("buses", false));
        builder.add(0);
        builder.brokeDown(new TrafficTable.Breakdown(0, 1, 2, 0.5));
        builder.clear();
        for (int i = 0; i < 40; i++) {
            assertThat(builder.add(i % 2)).isEqualTo(i);
            builder.reached(i, TrafficTime.QUEUED, 10L * i);
        }
        assertThat(builder).hasToString("builder of a table of 40 vehicles");
        TrafficTable table = builder.build(names);
        assertThat(table).hasToString("40 vehicles, 0 breakdowns");
        assertThat(table.names()).isEqualTo(names);
        for (int i = 0; i < 40; i++) {
            assertThat(table.name(i)).isEqualTo(names.get(i % 2));
            assertThat(table.time(i, TrafficTime.QUEUED)).isEqualTo(10L * i);
            assertThat(table.time(i, TrafficTime.EXIT)).isEqualTo(TrafficTable.NOT_REACHED);
        }
    }
}
