package org.bridgeconvoy.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.apache.commons.math3.distribution.GammaDistribution;
import org.apache.commons.math3.distribution.PascalDistribution;
import org.assertj.core.data.Percentage;
import org.bridgeconvoy.experiment.calibration.Calibration;
import org.bridgeconvoy.experiment.calibration.CalibrationPlan;
import org.bridgeconvoy.experiment.calibration.Marginal;
import org.bridgeconvoy.experiment.calibration.Observation;
import org.bridgeconvoy.experiment.calibration.Posterior;
import org.bridgeconvoy.experiment.calibration.Predicted;
import org.bridgeconvoy.experiment.calibration.PredictiveCheck;
import org.bridgeconvoy.experiment.calibration.WorldRunners;
import org.bridgeconvoy.experiment.input.Input;
import org.bridgeconvoy.experiment.input.InputSpace;
import org.bridgeconvoy.experiment.point.ThreadedPoints;
import org.bridgeconvoy.random.Distribution;
import org.bridgeconvoy.random.RandomStream;
import org.bridgeconvoy.random.Streams;
import org.junit.jupiter.api.Test;

/** Posteriors that are known: of Poisson counts with a gamma prior (conjugate), of a choice by Bayes' rule, and none at all. */
class CalibrationTest {

    private static final int DAYS = 14;
    private static final Percentage THREE_PERCENT = Percentage.withPercentage(3);
    private static final CalibrationPlan SHORT = new CalibrationPlan(300, 1, 300, 200, 1000);

    private static double poisson(RandomStream stream, double mean) {
        int count = -1;
        for (double sum = 0; sum < mean; sum += stream.nextExponential()) {
            count++;
        }
        return count;
    }

    /** Counts of {@value #DAYS} days with a rate that follows the world. */
    private static WorldRunners counts(ToDoubleFunction<double[]> rate) {
        return worlds -> new ThreadedPoints(
                99,
                point -> () -> (Replicator<double[]>)
                        streams -> days(streams.stream("days"), rate.applyAsDouble(worlds.get(point))));
    }

    private static double[] days(RandomStream stream, double rate) {
        double[] days = new double[DAYS];
        Arrays.setAll(days, d -> poisson(stream, rate));
        return days;
    }

    private static List<Observation> observed(double... counts) {
        return IntStream.range(0, counts.length)
                .mapToObj(d -> new Observation("trucks", "day " + d, counts[d]))
                .toList();
    }

    private static double[] drawn(double rate, int seed) {
        return days(Streams.of(seed, 1).stream("reality"), rate);
    }

    @Test
    void a_gamma_prior_of_poisson_counts_gives_its_gamma_posterior() {
        double shape = 4;
        double mean = 30;
        InputSpace space = new InputSpace(List.of(
                Input.of("rate", Distribution.gamma(shape, mean)), Input.of("nothing", Distribution.uniform(0, 1))));
        double widths = 0;
        for (int seed = 1; seed <= 2; seed++) {
            double[] counted = drawn(15 * seed, seed);
            GammaDistribution exact =
                    new GammaDistribution(null, shape + Arrays.stream(counted).sum(), 1 / (shape / mean + DAYS));

            Posterior posterior = new Calibration(space, observed(counted), seed).run(counts(world -> world[0]));

            Marginal rate = posterior.marginals().get(0);
            double low = exact.inverseCumulativeProbability(0.05);
            double high = exact.inverseCumulativeProbability(0.95);
            assertThat(posterior.worlds().stream().mapToDouble(w -> w[0]).average())
                    .hasValueCloseTo(exact.getNumericalMean(), THREE_PERCENT);
            assertThat(rate.posterior(0.05)).isCloseTo(low, THREE_PERCENT);
            assertThat(rate.posterior(0.95)).isCloseTo(high, THREE_PERCENT);
            widths += (rate.posterior(0.95) - rate.posterior(0.05)) / (high - low) / 2;
            assertThat(rate.isLearned()).isTrue();
            assertThat(posterior.marginals().get(1).isLearned()).isFalse();
            assertThat(posterior.check().verdict()).isNotEqualTo(PredictiveCheck.Verdict.CANNOT);
        }
        assertThat(widths).isCloseTo(1, THREE_PERCENT);
    }

    /** The next day's count is Pascal (negative binomial) given a gamma posterior. */
    @Test
    void days_that_are_held_out_are_predicted_and_do_not_change_the_posterior() {
        int fitted = 7;
        double[] counted = drawn(30, 1);
        InputSpace space = new InputSpace(List.of(Input.of("rate", Distribution.gamma(4, 30))));
        List<Observation> all = observed(counted);
        double sum = Arrays.stream(counted, 0, fitted).sum();
        double rate = 4 / 30.0 + fitted;
        PascalDistribution exact = new PascalDistribution(null, 4 + (int) sum, rate / (rate + 1));
        Calibration calibration = new Calibration(space, all.subList(0, fitted), 3).with(SHORT);

        Posterior posterior = calibration.predicting(all.subList(fitted, DAYS)).run(counts(world -> world[0]));

        // The runner draws day after day, so the first days are those of a runner of these days alone.
        Posterior alone =
                calibration.run(worlds -> tasks -> counts(world -> world[0]).runner(worlds).run(tasks).stream()
                        .map(rows -> new double[][] {Arrays.copyOf(rows[0], fitted)})
                        .toList());
        assertThat(posterior.worlds()).usingRecursiveComparison().isEqualTo(alone.worlds());
        assertThat(alone.heldOut()).isEmpty();
        assertThat(posterior.heldOut()).hasSize(DAYS - fitted).allSatisfy(p -> {
            // The quantiles of 200 simulations have a standard deviation of about 1, 0.6 and 1.
            assertThat(p.low()).isCloseTo(exact.inverseCumulativeProbability(0.05), within(4.0));
            assertThat(p.median()).isCloseTo(exact.inverseCumulativeProbability(0.5), within(2.5));
            assertThat(p.high()).isCloseTo(exact.inverseCumulativeProbability(0.95), within(4.0));
        });
        assertThat(posterior.heldOut().get(0).observation()).isEqualTo(all.get(fitted));
    }

    @Test
    void a_choice_gets_its_probability_by_the_rule_of_bayes() {
        double[] rates = {38, 40, 42};
        InputSpace space = new InputSpace(List.of(Input.choice("timetable", 1, 2, 1)));
        double[] counted = drawn(41, 5);
        double sum = Arrays.stream(counted).sum();
        double[] exact = new double[3];
        for (int k = 0; k < 3; k++) {
            // Times a constant, the likelihood of Poisson counts with the mean of 40.
            exact[k] = (k == 1 ? 2 : 1) * Math.exp(sum * Math.log(rates[k] / 40) - DAYS * (rates[k] - 40));
        }
        double total = Arrays.stream(exact).sum();

        Posterior posterior = new Calibration(space, observed(counted), 1).run(counts(w -> rates[(int) w[0]]));

        List<Double> shares = posterior.marginals().get(0).posteriorShares();
        assertThat(posterior.marginals().get(0).priorShares()).containsExactly(0.25, 0.5, 0.25);
        for (int k = 0; k < 3; k++) {
            assertThat(shares.get(k)).isCloseTo(exact[k] / total, within(0.07));
        }
    }

    @Test
    void counts_that_no_world_gives_are_called_so() {
        InputSpace space = new InputSpace(List.of(Input.of("rate", Distribution.uniform(20, 30))));
        double[] counted = drawn(60, 3);

        PredictiveCheck check = new Calibration(space, observed(counted), 1)
                .with(SHORT)
                .run(counts(w -> w[0]))
                .check();

        assertThat(check.verdict()).isEqualTo(PredictiveCheck.Verdict.CANNOT);
        assertThat(check.outOfReach())
                .hasSizeGreaterThan(DAYS / 3)
                .allMatch(p -> p.observation().value() > p.most());
        assertThat(check.shareInside()).isLessThan(0.2);
    }

    @Test
    void one_count_that_no_world_gives_is_enough() {
        InputSpace space = new InputSpace(List.of(Input.of("rate", Distribution.uniform(20, 30))));
        double[] counted = drawn(25, 3);
        counted[6] = 75;

        PredictiveCheck check = new Calibration(space, observed(counted), 1)
                .with(SHORT)
                .run(counts(w -> w[0]))
                .check();

        assertThat(check.verdict()).isEqualTo(PredictiveCheck.Verdict.CANNOT);
        assertThat(check.outOfReach()).extracting(p -> p.observation().label()).containsExactly("day 6");
    }

    @Test
    void counts_of_a_world_agree_and_lie_in_their_ranges() {
        InputSpace space = new InputSpace(List.of(Input.of("rate", Distribution.uniform(20, 30))));

        PredictiveCheck check = new Calibration(space, observed(drawn(25, 4)), 1)
                .with(SHORT)
                .run(counts(w -> w[0]))
                .check();

        assertThat(check.pValue()).isBetween(0.05, 1.0);
        assertThat(check.shareInside()).isGreaterThan(0.7);
        assertThat(check.simulations()).isEqualTo(200);
        assertThat(check.predicted()).hasSize(DAYS).allMatch(p -> p.least() <= p.low() && p.low() < p.median());
    }

    @Test
    void the_same_seed_gives_the_same_bits() {
        InputSpace space =
                new InputSpace(List.of(Input.of("rate", Distribution.uniform(20, 30)), Input.choice("hours", 1, 1)));
        Calibration calibration = new Calibration(space, observed(drawn(25, 4)), 7).with(SHORT);
        WorldRunners runners = counts(w -> w[0] + w[1]);

        Posterior one = calibration.run(runners);
        Posterior other = calibration.run(runners);

        assertThat(one.worlds().toArray(double[][]::new))
                .isDeepEqualTo(other.worlds().toArray(double[][]::new));
        assertThat(one.marginals()).isEqualTo(other.marginals());
        assertThat(one.check()).isEqualTo(other.check());
        assertThat(one.replications()).isEqualTo(SHORT.replications());
    }

    @Test
    void what_is_never_observed_or_never_varies_is_no_hindrance() {
        InputSpace space = new InputSpace(List.of(Input.of("rate", Distribution.uniform(20, 30))));
        WorldRunners runners = worlds -> new ThreadedPoints(
                99,
                point -> () -> (Replicator<double[]>) streams -> {
                    double[] days = days(streams.stream("days"), worlds.get(point)[0]);
                    days[1] = 0;
                    days[2] = Double.NaN;
                    return days;
                });
        double[] counted = drawn(25, 4);
        counted[1] = 0;

        Posterior posterior =
                new Calibration(space, observed(counted), 1).with(SHORT).run(runners);

        Predicted never = posterior.check().predicted().get(2);
        assertThat(never.median()).isNaN();
        assertThat(never.isInside() || never.isOutOfReach()).isFalse();
        assertThat(posterior.check().verdict()).isEqualTo(PredictiveCheck.Verdict.AGREES);
    }

    @Test
    void bad_calls_are_refused() {
        InputSpace space = new InputSpace(List.of(Input.of("rate", Distribution.uniform(20, 30))));

        assertThatThrownBy(() -> new Calibration(space, List.of(), 1)).hasMessageContaining("at least one observation");
        assertThatThrownBy(() -> new Observation("trucks", "1 May", Double.NaN)).hasMessageContaining("finite");
        assertThatThrownBy(() -> new CalibrationPlan(99, 0, 100, 100, 100))
                .hasMessageContaining("firstWorlds must be >= 100, got 99");
        assertThatThrownBy(() -> new Calibration(space, observed(1, 2), 1).run(counts(w -> w[0])))
                .hasMessageContaining("must give 2 numbers, one an observation, got 14");
    }
}
