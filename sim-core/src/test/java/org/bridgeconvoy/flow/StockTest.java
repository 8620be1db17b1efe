package org.bridgeconvoy.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.apache.commons.math3.distribution.PoissonDistribution;
import org.bridgeconvoy.calendar.Nanos;
import org.bridgeconvoy.engine.Simulation;
import org.bridgeconvoy.random.RandomStream;
import org.bridgeconvoy.random.Streams;
import org.junit.jupiter.api.Test;

/** Levels and stores. */
class StockTest {
    private static final long S = Nanos.SECOND;

    private final Simulation sim = new Simulation();
    private final List<String> log = new ArrayList<>();

    private Observer<String> note(String what) {
        return (entity, now) -> log.add(now / S + " " + entity + " " + what);
    }

    private static Flow.Builder<String> flow() {
        return Flow.of();
    }

    private void launchAt(long seconds, Flow<String> flow, String entity) {
        sim.scheduleAt(seconds * S, s -> flow.launch(s, entity));
    }

    @Test
    void who_takes_waits_for_the_amount_and_who_puts_for_the_room_each_in_the_order_of_coming() {
        Level tank = new Level("tank", 10, 4);
        Flow<String> fill =
                flow().put(tank, Double::parseDouble).observe(note("put")).build();
        Flow<String> draw =
                flow().take(tank, Double::parseDouble).observe(note("taken")).build();
        launchAt(1, draw, "6");
        launchAt(2, draw, "1");
        launchAt(3, fill, "5");
        launchAt(4, fill, "9");
        launchAt(5, fill, "2");
        launchAt(6, draw, "4");
        sim.run();
        // At 3 there are 9: 6 and then 1 are taken, 2 are left. At 6 two are too few, and 9 do not fit in: a deadlock.
        assertThat(log).containsExactly("3 6 taken", "3 1 taken", "3 5 put");
        assertThat(tank).hasToString("level 'tank' (2.0 of 10.0; waiting to take: 4; waiting to put: 9, 2)");
        launchAt(10, draw, "1");
        sim.runUntil(10 * S);
        assertThat(tank.amount()).isEqualTo(2);
        StockStatistics statistics = tank.statistics();
        assertThat(statistics.takeWaitSeconds().mean()).isCloseTo((2 + 1) / 2.0, within(1e-12));
        assertThat(statistics.putWaitSeconds().mean()).isZero();
        // 4 for 3 s, then 2 for 7 s.
        assertThat(statistics.amount().mean(sim.now())).isCloseTo((4 * 3 + 2 * 7) / 10.0, within(1e-12));
        // 9 from 4 on and 2 from 5 on.
        assertThat(statistics.puttersWaiting().mean(sim.now())).isCloseTo((6 + 5) / 10.0, within(1e-12));
    }

    @Test
    void amounts_that_differ_by_rounding_are_equal_and_others_are_refused() {
        Level tank = new Level("tank", 1, 0);
        Flow<String> fill = flow().put(tank, e -> 0.1).build();
        for (int i = 0; i < 10; i++) {
            fill.launch(sim, "x");
        }
        flow().take(tank, e -> 1).observe(note("taken")).build().launch(sim, "y");
        assertThat(log).containsExactly("0 y taken");
        assertThat(tank.amount()).isZero();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> flow().take(tank, e -> 1.5).build().launch(sim, "z"))
                .withMessage("level 'tank': the amount must be finite and from 0 to the capacity 1.0, got 1.5"
                        + " (t=0 s, z)");
        assertThatIllegalArgumentException().isThrownBy(() -> new Level("tank", 0, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> new Level("tank", 1, 2));
        assertThatIllegalStateException()
                .isThrownBy(() -> fill.launch(new Simulation(), "x"))
                .withMessageContaining("level 'tank' belongs to another run");
    }

    @Test
    void who_gives_up_no_longer_holds_up_those_behind() {
        Level tank = new Level("tank", 10, 3);
        Store<String> store = new Store<>("store", 1);
        Flow<String> impatient = flow().firstOf(List.of(
                        flow().take(tank, e -> 5).build(),
                        flow().delay(2 * S).observe(note("gives up")).build()))
                .build();
        impatient.launch(sim, "x");
        flow().take(tank, e -> 2).observe(note("taken")).build().launch(sim, "y");
        flow().firstOf(List.of(
                        flow().take(store, e -> item -> true, (e, item) -> log.add("never"))
                                .build(),
                        flow().delay(S).build()))
                .build()
                .launch(sim, "w");
        flow().delay(3 * S).put(store, e -> "item").build().launch(sim, "v");
        sim.run();
        assertThat(log).containsExactly("2 x gives up", "2 y taken");
        assertThat(store.items()).containsExactly("item");
    }

    @Test
    void a_store_gives_the_oldest_item_that_will_do_to_who_waits_longest_for_it() {
        Store<String> store = new Store<>("store", 3);
        Flow<String> put = flow().put(store, e -> e).observe(note("put")).build();
        Flow<String> red = flow().take(
                        store, e -> item -> item.startsWith("red"), (e, item) -> log.add(e + " gets " + item))
                .build();
        Flow<String> any = flow().take(store, e -> item -> true, (e, item) -> log.add(e + " gets " + item))
                .build();
        launchAt(0, red, "A");
        launchAt(1, put, "blue1");
        launchAt(2, any, "B");
        launchAt(3, put, "blue2");
        launchAt(4, put, "red1");
        launchAt(5, put, "blue3");
        launchAt(6, put, "red2");
        launchAt(7, put, "blue4");
        launchAt(8, red, "C");
        sim.run();
        assertThat(log)
                .containsExactly(
                        "1 blue1 put",
                        "B gets blue1",
                        "3 blue2 put",
                        "A gets red1",
                        "4 red1 put",
                        "5 blue3 put",
                        "6 red2 put",
                        "C gets red2",
                        "8 blue4 put");
        assertThat(store.items()).containsExactly("blue2", "blue3", "blue4");
        assertThat(store.offer(sim, "more")).isFalse();
        assertThat(store.statistics().takeWaitSeconds().max()).isEqualTo(4);
        assertThat(store).hasToString("store 'store' (3 items)");
    }

    @Test
    void a_step_of_ones_own_takes_and_puts() {
        Level tank = new Level("tank", 10, 0);
        Store<Integer> store = new Store<>("store", 2);
        Predicate<Integer> even = item -> item % 2 == 0;
        flow().then((s, e, done) -> tank.take(s, done, 3))
                .then((s, e, done) -> store.take(s, done, even, item -> log.add("item " + item)))
                .observe(note("has both"))
                .build()
                .launch(sim, "x");
        flow().delay(S)
                .then((s, e, done) -> tank.put(s, done, 4))
                .then((s, e, done) -> store.put(s, done, 7))
                .delay(S)
                .then((s, e, done) -> store.put(s, done, 8))
                .build()
                .launch(sim, "y");
        sim.run();
        assertThat(log).containsExactly("item 8", "2 x has both");
    }

    /** Mean cost a day: 32 an order, 1 a piece and day in stock, 5 a piece and day that is owed. */
    private static double inventory(Streams streams, int order, int upTo) {
        RandomStream demands = streams.stream("demands");
        Simulation sim = new Simulation();
        Level stock = new Level("stock", 1_000, upTo);
        int[] position = {upTo};
        long[] orders = new long[1];
        Flow<String> delivery = Flow.<String>of()
                .delaySeconds(o -> 1)
                .put(stock, o -> upTo - order)
                .build();
        Flow<String> sale = Flow.<String>of()
                .observe((customer, now) -> {
                    if (--position[0] == order) {
                        position[0] = upTo;
                        orders[0]++;
                        delivery.launch(sim, "order");
                    }
                })
                .take(stock, customer -> 1)
                .build();
        sale.launchEverySeconds(sim, () -> demands.nextExponential() / 8, () -> "customer");
        sim.runUntil(100 * S);
        stock.forget(sim.now());
        long before = orders[0];
        sim.runUntil(2_100 * S);
        return 32 * (orders[0] - before) / 2_000.0
                + stock.statistics().amount().mean(sim.now())
                + 5 * stock.statistics().takersWaiting().mean(sim.now());
    }

    /**
     * (s, S) with Poisson demand of 8 a day, piece by piece, and a lead time L of one day: the inventory position is uniform on s + 1 to S and
     * independent of the demand D in a lead time, so the net inventory is their difference (Hadley and Whitin 1963, section 4-7).
     */
    @Test
    void an_inventory_from_s_to_S_costs_what_theory_says() {
        int s = 6;
        int upTo = 26;
        PoissonDistribution leadTimeDemand = new PoissonDistribution(8);
        double exact = 32 * 8.0 / (upTo - s);
        for (int position = s + 1; position <= upTo; position++) {
            for (int demand = 0; demand < 80; demand++) {
                int net = position - demand;
                double cost = net > 0 ? net : -5 * net;
                exact += leadTimeDemand.probability(demand) * cost / (upTo - s);
            }
        }
        Theory.assertMean(streams -> inventory(streams, s, upTo), exact, 0.01);
    }
}
