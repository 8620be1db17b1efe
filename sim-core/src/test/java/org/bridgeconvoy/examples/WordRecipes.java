package org.bridgeconvoy.examples;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.bridgeconvoy.calendar.Nanos;
import org.bridgeconvoy.engine.Simulation;
import org.bridgeconvoy.experiment.EndReport;
import org.bridgeconvoy.experiment.Experiment;
import org.bridgeconvoy.flow.Flow;
import org.bridgeconvoy.flow.Gate;
import org.bridgeconvoy.flow.Interrupted;
import org.bridgeconvoy.flow.Level;
import org.bridgeconvoy.flow.Observer;
import org.bridgeconvoy.flow.Passage;
import org.bridgeconvoy.flow.Report;
import org.bridgeconvoy.flow.Resource;
import org.bridgeconvoy.flow.Store;
import org.bridgeconvoy.flow.UnitShares;
import org.bridgeconvoy.random.RandomStream;
import org.bridgeconvoy.random.Streams;

/** Recipes of the cookbook: words of flows. */
final class WordRecipes {
    private WordRecipes() {}

    static String interruptions() {
        Streams streams = Streams.of(1, 1);
        // tag: interruptions
        RandomStream failures = streams.stream("failures");
        RandomStream repairs = streams.stream("repairs");
        Simulation sim = new Simulation();
        Resource lathe = new Resource("lathe", 1);
        Flow<String> stock = Flow.<String>of()
                .seize(lathe)
                .ifInterrupted(Interrupted.RESTART) // default: RESUME
                .delay(30 * Nanos.MINUTE)
                .release(lathe)
                .build();
        Flow<String> express = Flow.<String>of()
                .seize(lathe, 1, order -> 1) // priority 1; stock has 0
                .preempting()
                .delay(10 * Nanos.MINUTE)
                .release(lathe)
                .build();
        stock.launchEverySeconds(sim, () -> 3_600, () -> "stock");
        express.launchEverySeconds(sim, () -> 2.4 * 3_600, () -> "express");
        // In the middle of the work; failByUse counts time in use instead.
        lathe.failByTime(sim, () -> 36_000 * failures.nextExponential(), () -> 3_600 * repairs.nextExponential());
        // The crew leaves at 16:00; who is at work finishes.
        sim.scheduleAt(16 * Nanos.HOUR, s -> lathe.changeCapacity(s, 0));
        sim.runUntil(24 * Nanos.HOUR);
        UnitShares shares = lathe.shares(sim);
        // end: interruptions
        return String.format(
                Locale.ROOT,
                "busy %.1f%%, failed %.1f%%, idle %.1f%%, off shift %.1f%%; %d interrupted by express orders\n",
                100 * shares.busy(),
                100 * shares.failed(),
                100 * shares.idle(),
                100 * shares.offShift(),
                lathe.statistics().interruptedSeconds().count());
    }

    // tag: ways
    record Order(int number, boolean express) {}

    /** A workshop: orders wait for paint or primer, two parts are made at once, and one order in ten goes back for rework. */
    static void workshop(Simulation sim, Streams streams, Observer<Order> done) {
        RandomStream work = streams.stream("work");
        RandomStream inspection = streams.stream("inspection");
        Resource saw = new Resource("saw", 1);
        Gate paint = new Gate("paint has come", false);
        Gate primer = new Gate("primer has come", false);
        List<Resource> benches = List.of(new Resource("bench 1", 1), new Resource("bench 2", 1));
        Flow<Order> sawing = Flow.<Order>of()
                .seize(saw)
                .delaySeconds(order -> 600 * work.nextExponential())
                .release(saw)
                .build();
        Flow<Order> drawing = Flow.<Order>of().delay(15 * Nanos.MINUTE).build();
        Flow<Order> polishing = Flow.<Order>of().delay(5 * Nanos.MINUTE).build();
        Flow<Order> flow = Flow.<Order>of()
                .waitForAny(List.of(paint, primer)) // waitForAll: for both
                .inParallel(List.of(sawing, drawing)) // firstOf: goes on with the first
                .mark("assembly")
                .seize(Resource.withShortestLine(benches))
                .delaySeconds(order -> 1_200 * work.nextExponential())
                .releaseAll()
                .goBackTo("assembly", order -> inspection.nextDouble() < 0.1)
                .leaveIf(Order::express)
                .chooseByChance(inspection::nextDouble, new double[] {0.3, 0.7}, List.of(polishing, drawing))
                .observe(done)
                .build();
        for (int number = 1; number <= 5; number++) {
            flow.launch(sim, new Order(number, number == 2));
        }
        sim.schedule(Nanos.HOUR, paint::open);
    }
    // end: ways

    static String ways() {
        StringBuilder text = new StringBuilder();
        Simulation sim = new Simulation();
        workshop(
                sim,
                Streams.of(1, 1),
                (order, now) -> text.append(
                        String.format(Locale.ROOT, "order %d is done after %.0f min\n", order.number(), now / 6e10)));
        sim.run();
        return text.toString();
    }

    // tag: report
    /** Figures of one day at a filling station: tank, pump, and the cars by kind; none of them is written by hand. */
    static Map<String, Double> fillingStation(Streams streams) {
        RandomStream gaps = streams.stream("arrivals");
        RandomStream litres = streams.stream("litres");
        Simulation sim = new Simulation();
        Level tank = new Level("tank", /* litres */ 10_000, /* at first */ 8_000);
        Resource pump = new Resource("pump", 2);
        Passage<Double> cars = new Passage<>("cars", wanted -> wanted > 60 ? "large" : "small");
        Flow<Double> filling = Flow.<Double>of()
                .seize(pump)
                .take(tank, wanted -> wanted)
                .delaySeconds(wanted -> 60 + 2 * wanted)
                .release(pump)
                .build();
        Flow.<Double>of()
                .within(cars, filling)
                .build()
                .launchEverySeconds(sim, () -> 150 * gaps.nextExponential(), () -> 20 + 80 * litres.nextDouble());
        Flow<String> lorry = Flow.<String>of()
                .repeatWhile(
                        always -> true,
                        Flow.<String>of()
                                .delay(2 * Nanos.HOUR)
                                .put(tank, load -> 5_000) // waits until they fit in
                                .build())
                .build();
        lorry.launch(sim, "lorry");
        Report report = new Report(sim).add(tank, pump, cars).warmUpUntil(2 * Nanos.HOUR);
        sim.runUntil(26 * Nanos.HOUR);
        return report.values();
    }

    static String report() {
        List<Map<String, Double>> days =
                new Experiment(/* seed */ 1, /* replications */ 20).run(() -> WordRecipes::fillingStation);
        EndReport table = EndReport.of(days);
        return table.toString(); // table.csv() for a spreadsheet
    }
    // end: report

    // tag: store
    record Wagon(String kind, int number) {}

    /** Wagons in a yard; a train leaves with the first of its kind. */
    static void yard(Simulation sim, Observer<String> log) {
        Store<Wagon> yard = new Store<>("yard", /* at most */ 40);
        Flow<String> train = Flow.<String>of()
                .take(
                        yard,
                        kind -> wagon -> wagon.kind().equals(kind),
                        (kind, wagon) -> log.observe(kind + " train gets wagon " + wagon.number(), sim.now()))
                .build();
        Flow<Wagon> arrival = Flow.<Wagon>of().put(yard, wagon -> wagon).build();
        train.launch(sim, "coal");
        arrival.launch(sim, new Wagon("ore", 1));
        sim.schedule(Nanos.HOUR, s -> arrival.launch(s, new Wagon("coal", 2)));
        sim.schedule(2 * Nanos.HOUR, s -> train.launch(s, "ore"));
    }
    // end: store

    static String store() {
        StringBuilder text = new StringBuilder();
        Simulation sim = new Simulation();
        yard(
                sim,
                (what, now) -> text.append(now / Nanos.HOUR)
                        .append(" h: ")
                        .append(what)
                        .append('\n'));
        sim.run();
        return text.toString();
    }
}
