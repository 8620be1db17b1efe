package org.bridgeconvoy.experiment.selection;

import java.util.List;
import org.bridgeconvoy.experiment.point.PointRunner;
import org.jspecify.annotations.Nullable;

/**
 * The best of some candidates, under constraints: fully sequential selection with common random numbers.
 *
 * <p>What it promises is on {@link Selected}. It holds for any correlation of the candidates, any differences of variances and any means: it does not suppose
 * that the best is better than the others by the indifference (the <em>indifference zone</em> of Kim and Nelson, A fully sequential procedure for
 * indifference-zone selection in simulation, ACM TOMACS 11, 2001). It is exact for normal values, and for shares of replications; see below for others.
 *
 * <p>How it works:
 *
 * <ol>
 *   <li>Each candidate gets the replications of the first look, then a quarter more at each of at most 40 looks, as long as it matters. Until one is
 *       known to be feasible only the likeliest and the best run on.
 *   <li>Constraints are decided after Andradóttir and Kim (Naval Research Logistics 57, 2010), each as soon as the data show on which side of the
 *       tolerance it lies.
 *   <li>The <em>incumbent</em> is, of the candidates that are shown to be feasible, the one against which the others seem to be told with the fewest further
 *       replications: the best mean, or one nearly as good that many others equal.
 *   <li>A candidate is settled, and gets no more replications, when it is shown to be infeasible, or that it is not better than the incumbent by more
 *       than the indifference. A better incumbent may open it again.
 *   <li>It ends when all others are settled; the incumbent is then named. Means are compared by paired differences over the replications of both.
 * </ol>
 *
 * <p>What "shown" means: repeated confidence intervals (Jennison and Turnbull 1989), the error shared out equally among the k − 1 comparisons of the best and
 * the constraints of all k candidates, and for each among its looks. Candidates that give the same numbers in all replications that both have count as one of the k:
 * a truck more changes nothing where trucks are not scarce. For values from a continuous distribution such candidates are the same always, so that their statements
 * are one statement. Against the triangular region of Kim and Nelson these take longer where candidates are nearly equal and
 * less long where they are far apart; and their first look may be early, because Student's quantile of few degrees of freedom is wide.
 *
 * <p>Special cases:
 *
 * <ul>
 *   <li>No spread: equal values, or differences, are believed after 8 replications; two candidates with the same numbers, at least four of them
 *       different, from the first look on. A rare event that did not occur in these replications is not covered.
 *   <li>Values that are far from normal, and rare losses above all: take a larger {@code firstLook}, 20 or more.
 *   <li>A value that is not finite in the objective or in a mean that is constrained: the candidate is set aside as {@link Standing#NO_DATA}. In a share NaN
 *       meets no bound.
 *   <li>Ties: candidates of equal objective are {@link Standing#ALIKE}; the first in the order of the list is named.
 *   <li>One candidate: it is named if it is feasible.
 * </ul>
 *
 * <p>The same runner results give the same answer to the bit. Immutable.
 */
public final class Selection {

    private final Objective objective;
    private final List<Constraint> constraints;
    private final double @Nullable [] known;

    /**
     * A selection.
     *
     * @param objective what the best has most or least of
     * @param constraints what it must meet; may be empty
     */
    public Selection(Objective objective, List<Constraint> constraints) {
        this(objective, constraints, null);
    }

    private Selection(Objective objective, List<Constraint> constraints, double @Nullable [] known) {
        this.objective = objective;
        this.constraints = List.copyOf(constraints);
        this.known = known;
    }

    /**
     * Selects by an objective that is known without simulation, such as a cost. Only constraints are then simulated, and only of candidates that are
     * better than the incumbent by more than the indifference.
     *
     * @param values the objective of each candidate, finite; the runner's output is not looked at
     * @return a selection for as many candidates
     * @throws IllegalArgumentException if a value is not finite
     */
    public Selection knowing(double[] values) {
        for (double value : values) {
            if (Double.isNaN(value) || Double.isInfinite(value)) {
                throw new IllegalArgumentException("an objective known beforehand must be finite, got " + value);
            }
        }
        return new Selection(objective, constraints, values.clone());
    }

    /**
     * Selects.
     *
     * @param candidates how many there are, at least 1: points 0 to {@code candidates} − 1 of the runner
     * @param runner gives the outputs that objective and constraints name
     * @param promise what to keep to
     * @return what was found
     * @throws IllegalArgumentException if there is no candidate, or the objective is known of another number of candidates
     */
    public Selected run(int candidates, PointRunner runner, Promise promise) {
        if (candidates < 1) {
            throw new IllegalArgumentException("a selection needs at least one candidate, got " + candidates);
        }
        if (known != null && known.length != candidates) {
            throw new IllegalArgumentException(
                    "the objective is known of " + known.length + " candidates, there are " + candidates);
        }
        return new Race(objective, constraints, known, candidates, runner, promise).run();
    }

    @Override
    public String toString() {
        return "selection of " + objective + " such that " + constraints;
    }
}
