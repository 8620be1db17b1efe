package org.bridgeconvoy.experiment.calibration;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;
import org.bridgeconvoy.random.Streams;

/** The likelihood of worlds as the simulations so far tell it, and draws from its posterior. */
final class Likelihood {

    private final Priors priors;
    private final Region region;
    private final Streams streams;
    private final Coordinates coordinates;
    private final List<double[]> places;
    private final double[][] summaries;
    private final double[] observed;
    private final Emulator emulator;

    /**
     * Learns from the simulations in a region.
     *
     * @param priors of the inputs
     * @param region outside which worlds become unlikely
     * @param simulations all so far
     * @param observations which numbers belong together
     * @param streams where draws come from
     */
    Likelihood(Priors priors, Region region, Simulations simulations, List<Observation> observations, Streams streams) {
        this.priors = priors;
        this.region = region;
        this.streams = streams;
        List<double[]> worlds = new ArrayList<>();
        List<double[]> counts = new ArrayList<>();
        for (int i = 0; i < simulations.worlds().size(); i++) {
            if (region.contains(simulations.worlds().get(i))) {
                worlds.add(simulations.worlds().get(i));
                counts.add(simulations.counts().get(i));
            }
        }
        coordinates = new Coordinates(priors.choices(), worlds);
        places = worlds.stream().map(coordinates::of).toList();
        Summaries learned = new Summaries(new Features(observations, counts), counts, places);
        summaries = learned.ofSimulations();
        observed =
                learned.of(observations.stream().mapToDouble(Observation::value).toArray());
        emulator = new Emulator(coordinates, places, summaries, observed);
    }

    /** A likelihood with the priors of another and an emulator from part of its simulations. */
    private Likelihood(Likelihood whole, IntPredicate used) {
        priors = whole.priors;
        region = whole.region;
        streams = whole.streams;
        coordinates = whole.coordinates;
        observed = whole.observed;
        places = new ArrayList<>();
        List<double[]> some = new ArrayList<>();
        for (int i = 0; i < whole.places.size(); i++) {
            if (used.test(i)) {
                places.add(whole.places.get(i));
                some.add(whole.summaries[i]);
            }
        }
        summaries = some.toArray(double[][]::new);
        emulator = new Emulator(coordinates, places, summaries, observed);
    }

    /** The likelihood as every second simulation tells it. */
    Likelihood half(int first) {
        return new Likelihood(this, i -> i % 2 == first);
    }

    /**
     * Draws worlds from the prior times a power of the likelihood.
     *
     * @param n how many
     * @param power above 0; 1 gives the posterior
     * @param stream name of the stream of random numbers
     */
    List<double[]> sample(int n, double power, String stream) {
        return priors.worlds(new TemperedSampler(priors.choices(), this::log, streams.stream(stream)).sample(n, power));
    }

    private double log(double[] place) {
        double[] world = priors.near(place);
        return emulator.logLikelihood(coordinates.of(world)) - region.penalty(world);
    }
}
