package org.bridgeconvoy.experiment.selection;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Which candidates meet their constraints, after Andradóttir and Kim (Fully sequential procedures for comparing constrained systems via simulation,
 * Naval Research Logistics 57, 2010): a candidate is taken as soon as it is shown to miss no bound by more than its tolerance, and left as soon as it is
 * shown not to keep one by more than that. One within the tolerance of a bound may go either way. A decision is final.
 */
final class Feasibilities {

    /** The distance of a mean without spread from a bound that it does not lie on. */
    private static final double LARGE = 1e9;

    private final List<Constraint> constraints;
    private final int firstColumn;
    private final Samples samples;
    private final Certainty certainty;
    private final Feasibility[][] known;

    /**
     * Nothing is known yet.
     *
     * @param firstColumn column of the first constraint in the samples; the others follow
     */
    Feasibilities(List<Constraint> constraints, int firstColumn, int candidates, Samples samples, Certainty certainty) {
        this.constraints = constraints;
        this.firstColumn = firstColumn;
        this.samples = samples;
        this.certainty = certainty;
        this.known = new Feasibility[candidates][constraints.size()];
        Arrays.stream(known).forEach(row -> Arrays.fill(row, Feasibility.UNDECIDED));
    }

    /** Looks at a candidate again. */
    void judge(int candidate) {
        for (int i = 0; i < constraints.size(); i++) {
            if (known[candidate][i] == Feasibility.UNDECIDED && !samples.isIncomplete(candidate)) {
                known[candidate][i] = judged(constraints.get(i), candidate, firstColumn + i);
            }
        }
    }

    private Feasibility judged(Constraint constraint, int candidate, int column) {
        Sample sample = samples.of(candidate, column);
        return constraint.isShare() ? share(constraint, sample) : mean(constraint, sample);
    }

    private Feasibility mean(Constraint constraint, Sample sample) {
        double tolerance = constraint.tolerance().of(constraint.bound());
        double slack = constraint.relation().sign() * (sample.mean() - constraint.bound());
        double width = certainty.width(sample);
        return decide(slack - width >= -tolerance, slack + width < tolerance, slack >= 0);
    }

    private Feasibility share(Constraint constraint, Sample sample) {
        double share = constraint.share();
        double tolerance = constraint.tolerance().size();
        int successes = (int) Math.round(sample.mean() * sample.n());
        double least = share - Math.min(tolerance, share / 2);
        double most = share + Math.min(tolerance, (1 - share) / 2);
        return decide(
                certainty.isAbove(successes, sample.n(), least),
                certainty.isBelow(successes, sample.n(), most),
                successes >= share * sample.n());
    }

    private static Feasibility decide(boolean mayBeTaken, boolean mayBeLeft, boolean keepsTheBound) {
        if (mayBeTaken && (keepsTheBound || !mayBeLeft)) {
            return Feasibility.MET;
        }
        return mayBeLeft ? Feasibility.NOT_MET : Feasibility.UNDECIDED;
    }

    /**
     * How likely a candidate seems to meet its constraints: the least distance of its means from the bounds, in standard errors; below 0 if one
     * misses a bound.
     */
    double promise(int candidate) {
        double least = Double.POSITIVE_INFINITY;
        for (int i = 0; i < constraints.size(); i++) {
            Constraint constraint = constraints.get(i);
            Sample sample = samples.of(candidate, firstColumn + i);
            double slack = constraint.isShare()
                    ? sample.mean() - constraint.share()
                    : constraint.relation().sign() * (sample.mean() - constraint.bound());
            double error = sample.sd() / Math.sqrt(sample.n());
            least = Math.min(
                    least,
                    error > 0 || slack == 0 ? slack / Math.max(error, Double.MIN_NORMAL) : Math.copySign(LARGE, slack));
        }
        return least;
    }

    /** What is known of each constraint. */
    List<Feasibility> of(int candidate) {
        return List.of(known[candidate]);
    }

    /** What is known of all constraints together. */
    Feasibility all(int candidate) {
        List<Feasibility> each = new ArrayList<>(of(candidate));
        if (each.contains(Feasibility.NOT_MET)) {
            return Feasibility.NOT_MET;
        }
        return each.contains(Feasibility.UNDECIDED) ? Feasibility.UNDECIDED : Feasibility.MET;
    }
}
