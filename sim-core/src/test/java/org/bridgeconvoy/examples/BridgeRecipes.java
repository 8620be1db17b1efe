package org.bridgeconvoy.examples;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.bridgeconvoy.bridge.BridgeModel;
import org.bridgeconvoy.bridge.BridgeObserver;
import org.bridgeconvoy.bridge.BridgeRun;
import org.bridgeconvoy.bridge.config.BankConfig;
import org.bridgeconvoy.bridge.config.Breakdowns;
import org.bridgeconvoy.bridge.config.CargoStream;
import org.bridgeconvoy.bridge.config.ConvoyConfig;
import org.bridgeconvoy.bridge.config.StationConfig;
import org.bridgeconvoy.bridge.control.Direction;
import org.bridgeconvoy.bridge.demand.ArrivalPattern;
import org.bridgeconvoy.bridge.demand.DemandCurve;
import org.bridgeconvoy.bridge.station.Discipline;
import org.bridgeconvoy.bridge.station.OwnStage;
import org.bridgeconvoy.bridge.station.TruckView;
import org.bridgeconvoy.calendar.Nanos;
import org.bridgeconvoy.experiment.Estimate;
import org.bridgeconvoy.experiment.Experiment;
import org.bridgeconvoy.flow.Flow;
import org.bridgeconvoy.flow.Resource;
import org.bridgeconvoy.random.Distribution;
import org.bridgeconvoy.random.RandomStream;
import org.bridgeconvoy.random.Streams;
import org.bridgeconvoy.result.ReplicationResult;
import org.bridgeconvoy.result.Stage;
import org.bridgeconvoy.result.TripTime;

/** Recipes of the cookbook: variants of {@link BridgeOfYourOwn}, and ways to look at it. */
final class BridgeRecipes {
    private BridgeRecipes() {}

    private static Estimate estimate(ConvoyConfig world, String metric) {
        return new Experiment(1, 10).estimate(new BridgeModel(world), result -> result.metric(metric));
    }

    private static String text(String what, Estimate estimate, String unit) {
        return String.format(Locale.ROOT, "%s: %.2f %s +- %.2f\n", what, estimate.mean(), unit, estimate.halfWidth95());
    }

    // tag: demand
    /** Consignments of one's own pattern: always two at once, at the rate of the stream. */
    record Pairs() implements ArrivalPattern {
        @Override
        public Arrivals start(DemandCurve demand, RandomStream random) {
            return new Arrivals() {
                private final DemandCurve.Reader reader = demand.reader();
                private long count;
                private long at;

                @Override
                public long next() {
                    at = count % 2 == 0 ? reader.timeOf(count + 1) : at;
                    count++;
                    return at;
                }
            };
        }
    }
    // end: demand

    static String demand() {
        ConvoyConfig world = BridgeOfYourOwn.world();
        CargoStream pairs =
                world.demand().get(0).toBuilder().arrivals(new Pairs()).build();
        return text(
                "with arrivals in pairs",
                estimate(world.toBuilder().demand(pairs).build(), "outbound_trucks_per_day"),
                "trucks/d");
    }

    static String stage() {
        // tag: stage
        OwnStage weighbridge = new OwnStage("weighbridge", Stage.LOAD, (sim, streams) -> {
            RandomStream times = streams.stream("weighbridge");
            Resource scales = new Resource("scales", 1);
            return Flow.<TruckView>of()
                    .seize(scales)
                    .delaySeconds(truck -> 120 + 120 * times.nextDouble())
                    .release(scales)
                    .build();
        });
        ConvoyConfig world =
                BridgeOfYourOwn.world().toBuilder().ownStages(weighbridge).build();
        // end: stage
        return text("weighing and the wait for it", estimate(world, "truck_h_per_day.own"), "truck-h/d");
    }

    static String discipline() {
        // tag: discipline
        ConvoyConfig world = BridgeOfYourOwn.world();
        StationConfig crane = StationConfig.rated(2, /* t/h */ 120);
        Discipline lightFirst = (truck, serviceSeconds) -> truck.loadTonnes(); // least rank first
        BankConfig first = world.origin().withHandling(crane);
        BankConfig light = world.origin().withHandling(crane.withDiscipline(lightFirst));
        BankConfig shortest = world.origin().withHandling(crane.withDiscipline(Discipline.SHORTEST_FIRST));
        // end: discipline
        String text = "";
        for (BankConfig bank : List.of(first, light, shortest)) {
            text += text(
                    "wait for loading", estimate(world.withBanks(bank, world.destination()), "wait_load_min"), "min");
        }
        return text;
    }

    static String breakdowns() {
        // tag: breakdowns
        ConvoyConfig world = BridgeOfYourOwn.world();
        Breakdowns rule = new Breakdowns(/* of each crossing */ 0.01, Distribution.lognormal(1_800, 600));
        ConvoyConfig worse =
                world.withBridge(world.bridge().toBuilder().breakdowns(rule).build());
        // end: breakdowns
        return text("held by breakdowns", estimate(worse, "truck_h_per_day.outbound.breakdown"), "truck-h/d");
    }

    static String branch() {
        // tag: branch
        ConvoyConfig world = BridgeOfYourOwn.world();
        ConvoyConfig closer = world.withBridge(world.bridge().withHeadwayNanos(10 * Nanos.SECOND));
        ConvoyConfig wider = world.withBridge(world.bridge().withHeadwayNanos(60 * Nanos.SECOND));
        List<ConvoyConfig> futures = List.of(
                world.withChanges(List.of(new ConvoyConfig.Change(30 * Nanos.DAY, closer))),
                world.withChanges(List.of(new ConvoyConfig.Change(30 * Nanos.DAY, wider))));
        // end: branch
        StringBuilder text = new StringBuilder();
        for (ConvoyConfig future : futures) {
            BridgeRun run = new BridgeModel(future).start(Streams.of(1, 1));
            run.runUntil(30 * Nanos.DAY);
            long events = run.sim().firedEvents();
            double wait = run.finish().metric("wait_return_min");
            text.append(String.format(
                    Locale.ROOT, "%d events in the 30 days that both share, then a wait of %.2f min\n", events, wait));
        }
        return text.toString();
    }

    static String csv() {
        // tag: csv
        List<String> lines = new ArrayList<>(List.of("time,truck,trip,instant"));
        LocalDateTime start = BridgeOfYourOwn.world().start().atStartOfDay();
        BridgeObserver csv = new BridgeObserver() {
            @Override
            public void reached(long now, TripTime instant, TruckView truck) {
                lines.add(start.plusNanos(now) + "," + truck.number() + "," + truck.trip() + "," + instant.column());
            }
        };
        new BridgeModel(BridgeOfYourOwn.world()).start(Streams.of(1, 1), csv).finish();
        // end: csv
        return String.join("\n", lines.subList(0, 4)) + "\n";
    }

    static String trace() {
        // tag: trace
        StringBuilder trace = new StringBuilder();
        BridgeRun run = new BridgeModel(BridgeOfYourOwn.world()).start(Streams.of(1, 1), new BridgeObserver() {
            @Override
            public void turned(long now, Direction to) {
                trace.append(String.format(Locale.ROOT, "%.3f h turns to %s\n", now / 3.6e12, to.label()));
            }

            @Override
            public void dayEnded(long now, int day) {
                trace.append(String.format(Locale.ROOT, "%.3f h day %d is over\n", now / 3.6e12, day));
            }
        });
        run.runUntil(36 * Nanos.HOUR);
        // end: trace
        return trace.toString();
    }

    static String sideBySide() {
        // tag: side-by-side
        BridgeModel model = new BridgeModel(BridgeOfYourOwn.world());
        BridgeRun one = model.start(Streams.of(/* seed */ 1, /* replication */ 1));
        BridgeRun two = model.start(Streams.of(1, 2));
        while (!one.isFinished() && !two.isFinished()) {
            one.step(); // in turn: nothing of one run is seen by the other
            two.step();
        }
        ReplicationResult first = one.finish();
        ReplicationResult second = two.finish();
        // end: side-by-side
        List<ReplicationResult> apart = new Experiment(1, 2).run(model);
        boolean same = first.metric("cycle_time_h") == apart.get(0).metric("cycle_time_h")
                && second.metric("cycle_time_h") == apart.get(1).metric("cycle_time_h");
        return "interleaved runs say " + (same ? "what they say alone" : "otherwise") + "\n";
    }
}
