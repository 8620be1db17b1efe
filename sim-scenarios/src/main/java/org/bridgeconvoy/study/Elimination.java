package org.bridgeconvoy.study;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.bridgeconvoy.bridge.BridgeModel;
import org.bridgeconvoy.experiment.Experiment;
import org.bridgeconvoy.experiment.PairedDifference;
import org.bridgeconvoy.experiment.Replicator;
import org.bridgeconvoy.experiment.Verdict;
import org.bridgeconvoy.random.Streams;
import org.bridgeconvoy.result.ReplicationResult;
import org.jspecify.annotations.Nullable;

/**
 * Runs every relaxation with the random numbers of the study, and drops early what cannot gain: the gains are looked at after a
 * few replications, then after twice as many and so on, and a relaxation whose interval lies below the least gain runs no
 * further. The others get all replications.
 *
 * <p>The intervals are repeated confidence intervals (Jennison, Turnbull: Interim analyses, the repeated confidence interval
 * approach, JRSS B 51, 1989) with the error spent in fixed parts (Bonferroni): of the 5%, the looks before the last share a
 * fifth, the last has the rest, each in equal parts for all relaxations. So with at least 95% every interval of every relaxation
 * at every look holds, and dropping by them costs nothing more.
 */
final class Elimination {

    private static final double ERROR = 0.05;
    private static final double EARLY_SHARE = 0.2;
    private static final int FIRST_LOOK = 4;

    /** The phase of the work that this is. */
    static final String PHASE = "what limits";

    /** Equal gains, zeros above all, may be the lull before a rare event: they are believed from this many on. */
    private static final int ENOUGH_EQUAL = 8;

    /** One interim or last look: after how many replications, and with which confidence for each relaxation. */
    record Look(int replications, double level) {}

    /**
     * What a relaxation gained.
     *
     * @param gains by replication, positive if it is better
     * @param mean of the gains
     * @param halfWidth of the mean's interval
     * @param verdict on the gains at the confidence of the look
     * @param isComplete whether it got all replications
     */
    record Gain(
            Relaxation relaxation, double[] gains, double mean, double halfWidth, Verdict verdict, boolean isComplete) {

        /** Whether the interval of all replications lies above 0. */
        boolean isSignificant() {
            return isComplete && verdict == Verdict.LARGER;
        }

        /** Whether the interval lies below the least gain, so that more replications could not show one. */
        boolean isBelow(double least) {
            return mean + halfWidth < least && (halfWidth > 0 || gains.length >= ENOUGH_EQUAL);
        }
    }

    private final List<Relaxation> relaxations;
    private final List<BridgeModel> models = new ArrayList<>();
    private final ToDoubleFunction<ReplicationResult> value;
    private final double[] base;
    private final long seed;
    private final Workers workers;
    private final Phases phases;

    /**
     * Prepares the runs.
     *
     * @param value what gains count in, more is better
     * @param base its value in each replication of the study, from number 1 on
     */
    Elimination(
            List<Relaxation> relaxations,
            ToDoubleFunction<ReplicationResult> value,
            double[] base,
            long seed,
            Workers workers,
            Phases phases) {
        this.relaxations = relaxations;
        this.value = value;
        this.base = base;
        this.seed = seed;
        this.workers = workers;
        this.phases = phases;
        relaxations.forEach(r -> models.add(new BridgeModel(r.world(), replication -> false)));
    }

    /** The looks at so many relaxations over so many replications; the last is at all of them. */
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
     * Runs them.
     *
     * @param least gains below it do not count
     * @return what each gained, in the order of the relaxations
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

    /** The gains of replications {@code from + 1} to {@code to}, all relaxations side by side on the threads. */
    private void measure(List<Integer> alive, double[][] gains, int from, int to, Work work) {
        int each = to - from;
        int runs = alive.size() * each;
        if (runs == 0) {
            return;
        }
        double[] values = new Experiment(seed, runs)
                .on(workers.pool(), workers.threads())
                .reporting((done, planned) -> work.oneDone())
                .values(() -> new OneByOne(List.copyOf(alive), from, each), v -> v);
        for (int k = 0; k < runs; k++) {
            int replication = from + k % each;
            gains[alive.get(k / each)][replication] = values[k] - base[replication];
        }
    }

    /** Runs relaxation after relaxation, of each some replications; its own numbers count through all of them. */
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
