package org.bridgeconvoy.coverage;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.bridgeconvoy.experiment.Replicator;
import org.bridgeconvoy.experiment.calibration.Calibration;
import org.bridgeconvoy.experiment.calibration.Marginal;
import org.bridgeconvoy.experiment.calibration.Observation;
import org.bridgeconvoy.experiment.calibration.Posterior;
import org.bridgeconvoy.experiment.calibration.PredictiveCheck;
import org.bridgeconvoy.experiment.calibration.WorldRunners;
import org.bridgeconvoy.experiment.input.Input;
import org.bridgeconvoy.experiment.input.InputSpace;
import org.bridgeconvoy.experiment.point.ThreadedPoints;
import org.bridgeconvoy.random.Distribution;
import org.bridgeconvoy.random.RandomStream;
import org.bridgeconvoy.random.Streams;

/**
 * What {@code calibrate} says, where truth is drawn from the prior: a right posterior interval of 90% then holds it in exactly 90% (Talts et al. 2018). Each model
 * has an input that the observations say nothing of.
 */
final class Calibrations {

    private static final int DAYS = 14;
    private static final int HELD_OUT = 1;

    /** Gives what is counted on a day in a world. */
    @FunctionalInterface
    private interface Day {
        double count(RandomStream stream, double[] world);
    }

    private Calibrations() {}

    static List<Campaign> all(int repetitions) {
        Input nothing = Input.of("nothing", Distribution.uniform(0, 1));
        double[] rates = {38, 40, 42};
        return List.of(
                campaign(
                        "poisson",
                        new InputSpace(List.of(Input.of("rate", Distribution.gamma(4, 30)), nothing)),
                        (stream, world) -> poisson(stream, world[0]),
                        repetitions),
                campaign(
                        "normal",
                        new InputSpace(List.of(Input.of("mean", Distribution.normal(10, 3)), nothing)),
                        (stream, world) -> world[0] + 4 * stream.nextGaussian(),
                        repetitions),
                campaign(
                        "choice",
                        new InputSpace(List.of(Input.choice("timetable", 1, 2, 1), nothing)),
                        (stream, world) -> poisson(stream, rates[(int) world[0]]),
                        repetitions));
    }

    private static double poisson(RandomStream stream, double mean) {
        int count = -1;
        for (double sum = 0; sum < mean; sum += stream.nextExponential()) {
            count++;
        }
        return count;
    }

    private static Campaign campaign(String name, InputSpace space, Day day, int repetitions) {
        return new Campaign("calibrate-" + name, repetitions, (seed, sheet) -> {
            double[] truth = space.draw(Streams.of(seed, 1).stream("truth of " + name));
            double[] counted = days(Streams.of(seed, 1).stream("reality of " + name), day, truth);
            List<Observation> all = IntStream.range(0, counted.length)
                    .mapToObj(d -> new Observation("trucks", "day " + d, counted[d]))
                    .toList();
            WorldRunners model = worlds -> new ThreadedPoints(
                    -seed,
                    point -> () ->
                            (Replicator<double[]>) streams -> days(streams.stream("days"), day, worlds.get(point)));
            Posterior posterior = new Calibration(space, all.subList(0, DAYS), seed)
                    .predicting(all.subList(DAYS, all.size()))
                    .run(model);
            inputs(sheet, posterior.marginals(), truth);
            PredictiveCheck.Verdict verdict = posterior.check().verdict();
            sheet.held("a true model said to agree", 0.95, false, verdict == PredictiveCheck.Verdict.AGREES);
            sheet.held(
                    "a true model not said to be impossible", 0.99, false, verdict != PredictiveCheck.Verdict.CANNOT);
            sheet.share(
                    "90% range: counts that were used in it",
                    0.9, posterior.check().shareInside());
            sheet.held(
                    "90% range: a count that was held out in it",
                    0.9, false, posterior.heldOut().get(0).isInside());
        });
    }

    private static double[] days(RandomStream stream, Day day, double[] world) {
        double[] counts = new double[DAYS + HELD_OUT];
        Arrays.setAll(counts, d -> day.count(stream, world));
        return counts;
    }

    private static void inputs(Sheet sheet, List<Marginal> marginals, double[] truth) {
        Marginal first = marginals.get(0);
        if (first.posteriorShares().isEmpty()) {
            sheet.interval(
                    "posterior, 5th to 95th percentile", 0.9, first.posterior(0.05), first.posterior(0.95), truth[0]);
            sheet.interval(
                    "posterior, 25th to 75th percentile", 0.5, first.posterior(0.25), first.posterior(0.75), truth[0]);
        } else {
            sheet.held(
                    "posterior shares: the likeliest with 90% together",
                    0.9, false, likeliest(first.posteriorShares(), 0.9).contains((int) truth[0]));
        }
        Marginal nothing = marginals.get(1);
        sheet.interval(
                "posterior of what no count tells, 5th to 95th percentile",
                0.9,
                nothing.posterior(0.05),
                nothing.posterior(0.95),
                truth[1]);
        sheet.held("what no count tells, not said to be learned", 0.95, false, !nothing.isLearned());
    }

    /** The fewest alternatives with a share together. */
    private static List<Integer> likeliest(List<Double> shares, double together) {
        List<Integer> order = IntStream.range(0, shares.size())
                .boxed()
                .sorted(Comparator.comparing(shares::get, Comparator.reverseOrder()))
                .toList();
        List<Integer> taken = new ArrayList<>();
        double sum = 0;
        for (int alternative : order) {
            if (sum < together) {
                taken.add(alternative);
                sum += shares.get(alternative);
            }
        }
        return taken;
    }
}
