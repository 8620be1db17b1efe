package org.bridgeconvoy.verify;

import java.util.List;
import org.bridgeconvoy.experiment.Estimate;
import org.bridgeconvoy.experiment.Experiment;
import org.bridgeconvoy.random.Distribution;

/** Coverage of the 95% interval: of 1,000 experiments about 950 must cover the true mean. */
final class IntervalCases {

    private static final int EXPERIMENTS = 1_000;

    /** Tolerance: 3.7 standard deviations of the binomial count. */
    private static final double BOUND = 3.7 * Math.sqrt(EXPERIMENTS * 0.95 * 0.05);

    private IntervalCases() {}

    static List<Check> run(Lab lab) {
        Distribution normal = Distribution.normal(5, 2);
        int covered = 0;
        for (int i = 0; i < EXPERIMENTS; i++) {
            Estimate e = new Experiment(lab.seed() + i, 10).estimate(s -> normal.sample(s.stream("value")));
            covered += Math.abs(e.mean() - 5) <= e.halfWidth95() ? 1 : 0;
        }
        return List.of(Check.within(
                "Intervals",
                "1,000 experiments of 10 normal replications, covered",
                "binomial(1000, 0.95)",
                0.95 * EXPERIMENTS,
                covered,
                BOUND));
    }
}
