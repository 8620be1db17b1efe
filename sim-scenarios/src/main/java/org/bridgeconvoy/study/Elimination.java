package org.bridgeconvoy.study;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.bridgeconvoy.bridge.BridgeModel;
import org.bridgeconvoy.experiment.PairedDifference;
import org.bridgeconvoy.experiment.Replicator;
import org.bridgeconvoy.experiment.Verdict;
import org.bridgeconvoy.random.Streams;
import org.bridgeconvoy.result.ReplicationResult;
import org.jspecify.annotations.Nullable;

/**
 * A race of relaxations: all run with the random numbers of the study, and those that cannot gain drop out early. The gains are looked at
 * after {@link #FIRST_LOOK} replications, then after twice as many, and so on. A relaxation whose interval lies below the least gain runs
 * no further; the others get all replications.
 *
 * <p>The intervals are repeated confidence intervals (Jennison and Turnbull, Interim analyses: the repeated confidence interval approach,
 * JRSS B 51, 1989). The error of {@link #ERROR} is spent in fixed parts (Bonferroni): the looks before the last share {@link #EARLY_SHARE}
 * of it, the last look has the rest, and each look divides its part equally among all relaxations. With probability 95% at least, all
 * intervals of all relaxations at all looks hold. To drop a relaxation by its interval therefore adds no error.
 */
final class Elimination {

    private static final double ERROR = 0.05;
    private static final double EARLY_SHARE = 0.2;

    /** Replications before the first look. */
    private static final int FIRST_LOOK = 4;

    /** Name of this phase of the work. */
    static final String PHASE = "what limits";

    /**
     * Replications from which on equal gains decide. Before that, equal gains, above all zeros, may only mean that a rare event has not
     * come yet.
     */
    private static final int ENOUGH_EQUAL = 8;

    /**
     * A look at the gains.
     *
     * @param replications number of replications at the look
     * @param level confidence of the interval of each relaxation
     */
    record Look(int replications, double level) {}

    /**
     * Gain of a relaxation.
     *
     * @param relaxation the constraint that was relaxed
     * @param gains gain in each replication, in order of their numbers; positive is better
     * @param mean mean of the gains
     * @param halfWidth half-width of the mean's interval at the confidence of the look
     * @param verdict verdict on the paired difference at that confidence
     * @param isComplete whether the relaxation got all replications
     */
    record Gain(
            Relaxation relaxation, double[] gains, double mean, double halfWidth, Verdict verdict, boolean isComplete) {

        /** Whether the interval over all replications lies above 0; false for a relaxation that dropped out. */
        boolean isSignificant() {
            return isComplete && verdict == Verdict.LARGER;
        }

        /** Whether the interval lies below the least gain that counts; the relaxation then drops out. */
        boolean isBelow(double least) {
            return mean + halfWidth < least && (halfWidth > 0 || gains.length >= ENOUGH_EQUAL);
        }
    }

    private final List<Relaxation> relaxations;
    private final List<BridgeModel> models = new ArrayList<>();
    private final ToDoubleFunction<ReplicationResult> value;
    private final double[] base;
    private final long seed;
    private final Runner runner;
    private final Phases phases;

    /**
     * Prepares the runs.
     *
     * @param value the objective of a replication, of which more is better
     * @param base the objective in each replication of the study, from number 1 on
     */
    Elimination(
            List<Relaxation> relaxations,
            ToDoubleFunction<ReplicationResult> value,
            double[] base,
            long seed,
            Runner runner,
            Phases phases) {
        this.relaxations = relaxations;
        this.value = value;
        this.base = base;
        this.seed = seed;
        this.runner = runner;
        this.phases = phases;
        relaxations.forEach(r -> models.add(new BridgeModel(r.world()).withoutPercentiles()));
    }

    /** The looks for a number of replications and relaxations; the last look is at all replications. */
    static List<Look> looks(int replications, int relaxations) {
        List<Integer> early = new ArrayList<>();
        for (int at = FIRST_LOOK; at <= replications / 2; at *= 2) {
            early.add(at);
        }
        double spent = early.isEmpty() ? 0 : ERROR * EARLY_SHARE;
        List<Look> looks = new ArrayList<>();
        for (int at : early) {
            looks.add(new Look(at, 1 - spent / early.size() / relaxations));
        }
        looks.add(new Look(replications, 1 - (ERROR - spent) / relaxations));
        return looks;
    }

    /**
     * Runs the relaxations.
     *
     * @param least the least gain that counts
     * @return the gain of each relaxation, in their order
     */
    List<Gain> run(double least) {
        int count = relaxations.size();
        double[][] gains = new double[count][base.length];
        Gain[] found = new Gain[count];
        List<Integer> alive = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            alive.add(i);
        }
        Work work = phases.begin(PHASE, (long) count * base.length);
        int done = 0;
        for (Look look : looks(base.length, Math.max(1, count))) {
            measure(alive, gains, done, look.replications(), work);
            done = look.replications();
            for (int i : alive) {
                found[i] = gain(relaxations.get(i), Arrays.copyOf(gains[i], done), look.level());
            }
            int before = alive.size();
            alive.removeIf(i -> found[i].isBelow(least));
            work.drop((long) (before - alive.size()) * (base.length - done));
        }
        return List.of(found);
    }

    private Gain gain(Relaxation relaxation, double[] gains, double level) {
        double[] values = new double[gains.length];
        for (int r = 0; r < values.length; r++) {
            values[r] = base[r] + gains[r];
        }
        PairedDifference difference =
                PairedDifference.of(relaxation.name(), values, "as it is", Arrays.copyOf(base, gains.length), level);
        return new Gain(
                relaxation,
                gains,
                difference.estimate().mean(),
                difference.halfWidth(),
                difference.verdict(),
                gains.length == base.length);
    }

    /**
     * Measures replications {@code from + 1} to {@code to} of the relaxations still in the race, all in one experiment, so that no thread
     * waits for the others at the end of a relaxation.
     */
    private void measure(List<Integer> alive, double[][] gains, int from, int to, Work work) {
        int each = to - from;
        int runs = alive.size() * each;
        if (runs == 0) {
            return;
        }
        double[] values = new double[runs];
        runner.run(
                Batch.of(
                        () -> new OneByOne(List.copyOf(alive), from, each),
                        seed,
                        1,
                        runs,
                        (done, planned) -> work.oneDone(),
                        null),
                (task, run, value) -> values[run - 1] = value);
        for (int k = 0; k < runs; k++) {
            int replication = from + k % each;
            gains[alive.get(k / each)][replication] = values[k] - base[replication];
        }
    }

    /**
     * Replicator of the experiment: its runs are {@code each} replications of the first relaxation, then of the next, and so on. It keeps
     * its model as long as consecutive runs are of one relaxation.
     */
    private final class OneByOne implements Replicator<Double> {

        private final List<Integer> alive;
        private final int from;
        private final int each;
        private int current = -1;
        private @Nullable Replicator<ReplicationResult> replicator;

        OneByOne(List<Integer> alive, int from, int each) {
            this.alive = alive;
            this.from = from;
            this.each = each;
        }

        @Override
        public Double replicate(Streams streams) {
            int run = streams.replication() - 1;
            int replication = from + run % each + 1;
            int index = alive.get(run / each);
            Replicator<ReplicationResult> ready = replicator;
            if (ready == null || current != index) {
                ready = models.get(index).newReplicator();
                replicator = ready;
                current = index;
            }
            return value.applyAsDouble(ready.replicate(Streams.of(seed, replication)));
        }
    }
}
