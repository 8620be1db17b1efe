package org.bridgeconvoy.verify;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.DoubleSupplier;
import org.bridgeconvoy.calendar.Nanos;
import org.bridgeconvoy.engine.Simulation;
import org.bridgeconvoy.experiment.Estimate;
import org.bridgeconvoy.experiment.theory.SingleLane;
import org.bridgeconvoy.observe.Tally;
import org.bridgeconvoy.random.Distribution;
import org.bridgeconvoy.random.RandomStream;
import org.bridgeconvoy.random.Streams;

/** A lane with a queue at each end that is served until empty, then turned, in turn for ever. */
final class SingleLaneCases {

    private static final double LOST = 340;

    private SingleLaneCases() {}

    static List<Check> run(Lab lab) {
        List<Check> checks = new ArrayList<>();
        // Small units come close to the fluid: 100 trucks where the published example has one.
        Lane fluid = new Lane(0.06, () -> 0.6, () -> 0.6);
        fluid.run(5_000, 100_000);
        String source = "fluid of Cassidy and Han 1993";
        checks.add(Check.within(
                "Single lane",
                "Even arrivals, load 0.1 a side, cycle in s",
                source,
                SingleLane.alternatingCycle(LOST, 0.1, 0.1),
                fluid.cycles.mean(),
                0.5));
        checks.add(Check.within(
                "Single lane",
                "Even arrivals, load 0.1 a side, mean delay in s",
                source,
                SingleLane.alternatingDelay(LOST, 0.1, 0.1),
                fluid.waits.mean(),
                0.5));
        polling(lab, checks, 60, 6, 383.25);
        polling(lab, checks, 30, 30, 525);
        return checks;
    }

    private static void polling(Lab lab, List<Check> checks, double perHour, double headway, double expected) {
        Estimate wait = lab.estimate(40, s -> {
            Lane lane = new Lane(headway, poisson(s, "one", perHour), poisson(s, "other", perHour));
            lane.run(50_000, 1_000_000);
            return lane.waits.mean();
        });
        checks.add(Check.mean(
                "Single lane",
                "Symmetric exhaustive polling, " + perHour + " trucks/h a side, mean wait in s",
                "Takagi 1986: (2 l h^2 + t (2 - r)) / (2 (1 - r))",
                expected,
                wait));
    }

    private static DoubleSupplier poisson(Streams streams, String side, double perHour) {
        RandomStream random = streams.stream(side);
        Distribution gap = Distribution.exponential(3600 / perHour);
        return () -> gap.sample(random);
    }

    /** The lane. It goes on turning when nobody waits. */
    private static final class Lane {

        final Tally waits = new Tally();
        final Tally cycles = new Tally();
        private final Simulation sim = new Simulation();
        private final List<Deque<Long>> queues = List.of(new ArrayDeque<>(), new ArrayDeque<>());
        private final List<DoubleSupplier> gaps;
        private final long headway;
        private int side;
        private long lastTurn = -1;

        Lane(double headwaySeconds, DoubleSupplier gap, DoubleSupplier otherGap) {
            headway = Nanos.ofSeconds(headwaySeconds);
            gaps = List.of(gap, otherGap);
        }

        void run(long warmUpSeconds, long endSeconds) {
            sim.schedule(0, s -> arrive(0));
            sim.schedule(0, s -> arrive(1));
            sim.schedule(0, s -> serve());
            sim.runUntil(warmUpSeconds * Nanos.SECOND);
            waits.reset();
            cycles.reset();
            sim.runUntil(endSeconds * Nanos.SECOND);
        }

        private void arrive(int at) {
            queues.get(at).add(sim.now());
            sim.schedule(Nanos.ofSeconds(gaps.get(at).getAsDouble()), s -> arrive(at));
        }

        private void serve() {
            Long since = queues.get(side).poll();
            if (since != null) {
                waits.record((sim.now() - since) / 1e9);
                sim.schedule(headway, s -> serve());
                return;
            }
            side = 1 - side;
            if (side == 0) {
                if (lastTurn >= 0) {
                    cycles.record((sim.now() - lastTurn) / 1e9);
                }
                lastTurn = sim.now();
            }
            sim.schedule(Nanos.ofSeconds(LOST), s -> serve());
        }
    }
}
