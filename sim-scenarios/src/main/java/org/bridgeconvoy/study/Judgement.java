package org.bridgeconvoy.study;

import org.bridgeconvoy.experiment.Estimate;
import org.bridgeconvoy.experiment.PairedDifference;
import org.bridgeconvoy.scenario.Expectation;

/**
 * Judges an answer by what is expected of it: yes if its whole 95% interval is as expected, no if no part of it is. Replications that did
 * not get there before the horizon open the interval: a time is then at least as long as its lower end says, a difference open on the side
 * of the variant that did not get there. Marks such as "unsure" do not change the outcome; they stand beside it.
 */
final class Judgement {

    private final Expectation expect;
    private final int replications;

    /**
     * A judge of one answer.
     *
     * @param replications number of replications that were run
     */
    Judgement(Expectation expect, int replications) {
        this.expect = expect;
        this.replications = replications;
    }

    /**
     * Judges a value.
     *
     * @param missing replications that did not get there
     * @param longest value that a replication which did not get there exceeds
     */
    Expected of(MetricResult value, int missing, double longest) {
        if (missing > 0 && value.n() == 0) {
            return expected(Math.nextUp(longest), Double.POSITIVE_INFINITY);
        }
        boolean isOpenAbove = missing > 0 || (Double.isNaN(value.high()) && !Double.isNaN(value.low()));
        boolean isOpenBelow = Double.isNaN(value.low()) && !Double.isNaN(value.high());
        return expected(
                isOpenBelow ? Double.NEGATIVE_INFINITY : value.low(),
                isOpenAbove ? Double.POSITIVE_INFINITY : value.high());
    }

    /**
     * Judges a difference.
     *
     * @param value the value that it begins with
     * @param there the value that it takes away
     */
    Expected of(PairedDifference difference, MetricResult value, Estimate there) {
        double mean = difference.estimate().mean();
        double half = difference.estimate().halfWidth95();
        boolean isOpenAbove = value.notCleared() > 0;
        boolean isOpenBelow = value.countsNotCleared() && there.n() < replications;
        return expected(
                isOpenBelow ? Double.NEGATIVE_INFINITY : mean - half,
                isOpenAbove ? Double.POSITIVE_INFINITY : mean + half);
    }

    private Expected expected(double low, double high) {
        boolean isChanceKnown = replications > 1;
        return Expected.of(
                relation(), expect.bound(), isChanceKnown ? low : Double.NaN, isChanceKnown ? high : Double.NaN);
    }

    private Expected.Relation relation() {
        return switch (expect.relation()) {
            case AT_LEAST -> Expected.Relation.AT_LEAST;
            case AT_MOST -> Expected.Relation.AT_MOST;
            case MORE_THAN -> Expected.Relation.MORE_THAN;
            case LESS_THAN -> Expected.Relation.LESS_THAN;
        };
    }
}
