package org.bridgeconvoy.examples;

import java.util.ArrayDeque;
import java.util.List;
import java.util.Locale;
import java.util.Queue;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.bridgeconvoy.calendar.Nanos;
import org.bridgeconvoy.engine.Simulation;
import org.bridgeconvoy.experiment.Estimate;
import org.bridgeconvoy.experiment.Experiment;
import org.bridgeconvoy.flow.Flow;
import org.bridgeconvoy.flow.Passage;
import org.bridgeconvoy.flow.Resource;
import org.bridgeconvoy.random.RandomStream;
import org.bridgeconvoy.random.Streams;

/** Two models of a workshop that the page for users of SimPy shows in both tools. */
final class ShopModels {
    private ShopModels() {}

    // tag: spares
    static double machinesRunning(Streams streams) {
        RandomStream random = streams.stream("machines");
        Simulation sim = new Simulation();
        Resource places = new Resource("places", 10);
        Resource crews = new Resource("crews", 2);
        Flow<Integer> machine = Flow.<Integer>of()
                .mark("spare")
                .seize(places)
                .delaySeconds(each -> 28_800 * random.nextExponential())
                .release(places)
                .seize(crews)
                .delaySeconds(each -> 3_600 * random.nextExponential())
                .release(crews)
                .goBackTo("spare", each -> true)
                .build();
        IntStream.rangeClosed(1, 13).forEach(each -> machine.launch(sim, each));
        sim.runUntil(20_000 * Nanos.HOUR);
        return places.statistics().inUse().mean(sim.now());
    }
    // end: spares

    static Estimate spares() {
        return new Experiment(/* seed */ 1, /* replications */ 20).estimate(ShopModels::machinesRunning);
    }

    // tag: jobs
    static double minutesInShop(Streams streams) {
        RandomStream random = streams.stream("shop");
        Simulation sim = new Simulation();
        List<Resource> groups = List.of(new Resource("lathes", 3), new Resource("mills", 2), new Resource("press", 1));
        List<Integer> seconds = List.of(600, 300, 300);
        List<List<Integer>> routes = List.of(List.of(0, 1, 2), List.of(1, 0, 1));
        Passage<Queue<Integer>> shop = new Passage<>("shop");
        Flow<Queue<Integer>> operation = Flow.<Queue<Integer>>of()
                .seize(route -> groups.get(route.element()))
                .delaySeconds(route -> seconds.get(route.element()) * random.nextExponential())
                .release(route -> groups.get(route.remove()))
                .build();
        Flow<Queue<Integer>> job =
                Flow.<Queue<Integer>>of().repeatUntil(Queue::isEmpty, operation).build();
        Flow<Queue<Integer>> visit = Flow.<Queue<Integer>>of().within(shop, job).build();
        Supplier<Queue<Integer>> next = () -> new ArrayDeque<>(routes.get(random.nextDouble() < 0.6 ? 0 : 1));
        visit.launchEverySeconds(sim, () -> 270 * random.nextExponential(), next);
        sim.runUntil(100 * Nanos.HOUR);
        shop.forget(sim.now());
        sim.runUntil(2_100 * Nanos.HOUR);
        return shop.all().timeSeconds().mean() / 60;
    }
    // end: jobs

    static Estimate jobs() {
        return new Experiment(/* seed */ 1, /* replications */ 20).estimate(ShopModels::minutesInShop);
    }

    static String run() {
        return said("machines that run", spares()) + said("minutes in the shop", jobs());
    }

    private static String said(String what, Estimate estimate) {
        return String.format(Locale.ROOT, "%s: %.3f +- %.3f\n", what, estimate.mean(), estimate.halfWidth95());
    }
}
