package org.bridgeconvoy.experiment.calibration;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.bridgeconvoy.experiment.input.InputSpace;
import org.bridgeconvoy.random.Streams;

/**
 * Finds which worlds agree with what was observed: draws from the posterior of a model's inputs, given a prior of each.
 *
 * <pre>{@code
 * Posterior posterior = new Calibration(space, observations, 7).run(runners);
 * double median = posterior.marginals().get(0).posterior(0.5);
 * }</pre>
 *
 * <p>The method is sequential synthetic likelihood. Worlds drawn from the prior are simulated, one replication each, every one with random numbers of its
 * own. From them the observations are condensed to one summary for each input (Fearnhead and Prangle 2012), and the distribution of the summaries is
 * regressed on the inputs: normal, with polynomials for its means and for the logarithms of its variances (Wood 2010, with an emulator as in Meeds and
 * Welling 2014). Further worlds are drawn about the posterior so far, wider than it (the likelihood to the power of a quarter), and summaries and
 * regression are made anew from all worlds in that region, which they then describe better. The posterior is sampled from the last of them by sequential
 * Monte Carlo. The same seed and runner give the same bits.
 */
public final class Calibration {

    /** Power of the likelihood of which worlds are drawn: normal posteriors get twice as wide. */
    private static final double WIDER = 0.25;

    /** Draws from either half of the simulations: enough to see a difference of some hundredths. */
    private static final int OF_HALVES = 1000;

    private final InputSpace space;
    private final List<Observation> observations;
    private final List<Observation> heldOut;
    private final CalibrationPlan plan;
    private final long seed;
    private final Priors priors;

    /**
     * A calibration with the usual plan.
     *
     * @param space what is believed of the inputs before the observations
     * @param observations at least one; those of a series stand together
     * @param seed of the worlds that are drawn; the runner has its own
     * @throws IllegalArgumentException if there are no observations
     */
    public Calibration(InputSpace space, List<Observation> observations, long seed) {
        this(space, observations, List.of(), seed, CalibrationPlan.USUAL);
    }

    private Calibration(
            InputSpace space,
            List<Observation> observations,
            List<Observation> heldOut,
            long seed,
            CalibrationPlan plan) {
        if (observations.isEmpty()) {
            throw new IllegalArgumentException("a calibration needs at least one observation");
        }
        this.space = space;
        this.observations = List.copyOf(observations);
        this.heldOut = List.copyOf(heldOut);
        this.plan = plan;
        this.seed = seed;
        this.priors = new Priors(space);
    }

    /**
     * A copy with another plan.
     *
     * @param changed how many worlds and draws
     * @return the copy
     */
    public Calibration with(CalibrationPlan changed) {
        return new Calibration(space, observations, heldOut, seed, changed);
    }

    /**
     * A copy that also predicts numbers that it does not use, such as those of a later month: {@link Posterior#heldOut}. The posterior stays the same.
     *
     * @param more each row of a runner goes on with a number for each of these, in their order
     * @return the copy
     */
    public Calibration predicting(List<Observation> more) {
        return new Calibration(space, observations, more, seed, plan);
    }

    /**
     * Calibrates.
     *
     * @param runners simulates worlds
     * @return the posterior and its check
     * @throws IllegalArgumentException if a replication does not give one number for each observation
     */
    public Posterior run(WorldRunners runners) {
        Simulations simulations = new Simulations(runners, observations.size(), heldOut.size());
        Streams streams = Streams.of(seed, 1);
        simulations.simulate(priors.worlds(
                Arrays.asList(LatinHypercube.sample(plan.firstWorlds(), space.size(), streams.stream("prior")))));
        Region region = Region.everywhere();
        for (int round = 1; round <= plan.rounds(); round++) {
            List<double[]> proposals =
                    likelihood(simulations, region, streams).sample(plan.roundWorlds(), WIDER, "round " + round);
            region = Region.of(priors.choices(), proposals);
            simulations.simulate(proposals);
        }
        Likelihood likelihood = likelihood(simulations, region, streams);
        List<double[]> worlds = likelihood.sample(plan.draws(), 1, "posterior");
        int draws = Math.min(plan.draws(), OF_HALVES);
        List<double[]> first = likelihood.half(0).sample(draws, 1, "first half");
        List<double[]> second = likelihood.half(1).sample(draws, 1, "second half");
        int before = simulations.worlds().size();
        simulations.simulate(spread(worlds, plan.checkWorlds()));
        List<double[]> all = simulations.counts();
        return new Posterior(
                worlds,
                Marginals.of(space, worlds, first, second),
                Checking.of(observations, all.subList(before, all.size()), all),
                Checking.predicted(heldOut, simulations.heldOut().subList(before, all.size()), simulations.heldOut()),
                all.size());
    }

    private Likelihood likelihood(Simulations simulations, Region region, Streams streams) {
        return new Likelihood(priors, region, simulations, observations, streams);
    }

    private static List<double[]> spread(List<double[]> worlds, int n) {
        List<double[]> some = new ArrayList<>();
        for (int i = 0; i < n; i++) {
            some.add(worlds.get((int) ((long) i * worlds.size() / n)));
        }
        return some;
    }

    @Override
    public String toString() {
        return "calibration by " + observations.size() + " observations, " + heldOut.size() + " held out";
    }
}
