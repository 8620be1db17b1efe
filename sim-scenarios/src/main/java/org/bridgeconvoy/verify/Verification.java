package org.bridgeconvoy.verify;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;

/** All cases with a known answer: runs them and returns what the library said. */
public final class Verification {

    private Verification() {}

    /** A group of cases, run one after the other. */
    interface Cases {
        List<Check> run(Lab lab);
    }

    /**
     * Runs all cases.
     *
     * @param seed seed of all random numbers; a correct library fails a case by chance for about one seed in a hundred
     * @param executor runs the replications
     * @param threads how many replications run at once, at least 1; the results do not depend on it
     * @return one outcome a case, in a fixed order
     */
    public static List<Check> run(long seed, Executor executor, int threads) {
        Lab lab = new Lab(seed, executor, threads);
        List<Cases> groups = List.of(
                QueueCases::run,
                BridgeCases::run,
                RuleCases::run,
                SingleLaneCases::run,
                GeneratorCases::run,
                IntervalCases::run,
                SensitivityCases::run);
        List<Check> checks = new ArrayList<>();
        groups.forEach(group -> checks.addAll(group.run(lab)));
        return List.copyOf(checks);
    }
}
