package org.bridgeconvoy.verify;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;

/** Runs every case with a known answer. */
public final class Verification {

    private Verification() {}

    /** A group of cases. */
    interface Cases {
        List<Check> run(Lab lab);
    }

    /**
     * Runs all cases.
     *
     * @param seed of all random numbers; with right code, one seed in a hundred fails a case by chance
     * @param executor where replications run
     * @param threads how many run at once; the results do not depend on it
     * @return in a fixed order
     */
    public static List<Check> run(long seed, Executor executor, int threads) {
        Lab lab = new Lab(seed, executor, threads);
        List<Cases> groups = List.of(
                QueueCases::run,
                BridgeCases::run,
                RuleCases::run,
                SingleLaneCases::run,
                GeneratorCases::run,
                IntervalCases::run);
        List<Check> checks = new ArrayList<>();
        groups.forEach(group -> checks.addAll(group.run(lab)));
        return List.copyOf(checks);
    }
}
