package org.bridgeconvoy.bridge.reference;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import org.bridgeconvoy.bridge.config.CargoStream;
import org.bridgeconvoy.bridge.config.ConvoyConfig;
import org.bridgeconvoy.bridge.config.DemandRate;
import org.bridgeconvoy.bridge.demand.ArrivalPattern.Arrivals;
import org.bridgeconvoy.bridge.demand.DemandRule;
import org.bridgeconvoy.random.RandomStream;
import org.bridgeconvoy.random.Streams;

/** The demand of one cargo (section 4). When consignments appear is a draw, and so is the library's. */
final class Stream {

    private final int cargo;
    private final ConvoyConfig atStart;
    private final Arrivals arrivals;
    private final RandomStream loads;
    private long next;
    private long consigned;
    private boolean backlogWaits;

    Stream(int cargo, ConvoyConfig config, Streams streams) {
        this.cargo = cargo;
        atStart = config;
        CargoStream stream = config.demand().get(cargo);
        arrivals = stream.arrivals()
                .start(
                        Curve.of(config, world -> rule(world.demand().get(cargo))),
                        streams.stream("arrivals." + stream.cargo()));
        loads = streams.stream("loads." + stream.cargo());
        next = arrivals.next();
        backlogWaits = stream.backlogTonnes() > 0;
    }

    /** What accrues by one of the worlds. */
    DemandRule rule(CargoStream stream) {
        return new DemandRule(
                truckloads(stream),
                stream.rate().isPerOpenHour(),
                stream.profile(),
                stream.hourFactors(),
                Curve.day(atStart.start(), stream.from()),
                Curve.day(atStart.start(), stream.until()),
                stream.hours());
    }

    /** "N t/d (divided by the mean of the load as cut at the start to the largest truck that may carry it)." (Section 4) */
    private BigDecimal truckloads(CargoStream stream) {
        DemandRate rate = stream.rate();
        BigDecimal amount = BigDecimal.valueOf(rate.amount());
        if (!rate.isInTonnes()) {
            return amount;
        }
        double largest = new WorldNow(atStart)
                .config().fleet().stream()
                        .filter(c -> c.trucks() > 0 && new WorldNow(atStart).mayCarry(c, cargo))
                        .mapToDouble(c ->
                                Math.min(c.payloadTonnes(), atStart.bridge().maxTruckMassTonnes() - c.tareTonnes()))
                        .max()
                        .orElse(0);
        double mean = stream.loadTonnes().meanCappedAt(largest > 0 ? largest : Double.POSITIVE_INFINITY);
        // Sixteen digits: the rate of a curve is part of what is drawn.
        return amount.divide(BigDecimal.valueOf(mean), MathContext.DECIMAL64);
    }

    /** Phase 3: what appears now, in order. */
    List<Load> appear(WorldNow world, long now) {
        List<Load> appearing = new ArrayList<>();
        CargoStream stream = atStart.demand().get(cargo);
        while (backlogWaits) {
            // "backlog: tonnes waiting at the start (whole truckloads until it is reached)"
            appearing.add(draw(world, now));
            backlogWaits = consigned < Mass.ofTonnes(stream.backlogTonnes()) && !isTotalReached(world);
        }
        while (next <= now) {
            if (!isTotalReached(world)) {
                appearing.add(draw(world, now));
            }
            next = arrivals.next();
        }
        return appearing;
    }

    /** "total: the stream stops with the truckload that reaches it (backlog counts; the last truckload is whole)." */
    private boolean isTotalReached(WorldNow world) {
        return consigned >= Mass.ofTonnes(world.demand().get(cargo).totalTonnes());
    }

    /** Whether it has reached its total, if it has one: "null if not all of total was unloaded" (the guide, 41). */
    boolean isOver(WorldNow world) {
        return world.demand().get(cargo).totalTonnes() == Double.POSITIVE_INFINITY || isTotalReached(world);
    }

    private Load draw(WorldNow world, long now) {
        CargoStream stream = world.demand().get(cargo);
        long load = Mass.ofTonnes(stream.loadTonnes().sample(loads));
        // "A draw above what the largest truck that may carry it can carry at that moment is cut to that."
        long largest = world.largestCapacity(cargo);
        if (largest > 0) {
            load = Math.min(load, largest);
        }
        consigned += load;
        return new Load(cargo, stream.priority(), now, load);
    }

    long next() {
        return next;
    }
}
