package org.bridgeconvoy.experiment.selection;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.bridgeconvoy.experiment.Estimate;
import org.bridgeconvoy.experiment.Interval;
import org.bridgeconvoy.experiment.point.PointRunner;
import org.jspecify.annotations.Nullable;

/** One selection under way; see {@link Selection} for the method. */
final class Race {

    /** A wave of candidates whose objective is known takes this share of those that may still matter. */
    private static final int WAVES = 4;

    private static final int SMALLEST_WAVE = 8;
    private static final int NONE = -1;

    private final Objective objective;
    private final List<Constraint> constraints;
    private final int candidates;
    private final Promise promise;
    private final Looks looks;
    private final Samples samples;
    private final Certainty certainty;
    private final Feasibilities feasibilities;
    private final Differences differences;
    private final double @Nullable [] known;
    private final List<Selected.Step> steps = new ArrayList<>();

    private int incumbent = NONE;
    private double indifference = Double.NaN;

    Race(
            Objective objective,
            List<Constraint> constraints,
            double @Nullable [] known,
            int candidates,
            PointRunner runner,
            Promise promise) {
        this.objective = objective;
        this.constraints = constraints;
        this.known = known;
        this.candidates = candidates;
        this.promise = promise;
        this.looks = new Looks(promise.firstLook());
        List<Samples.Column> columns = new ArrayList<>();
        constraints.forEach(c -> columns.add(new Samples.Column(c.output(), c::observed)));
        if (known == null) {
            columns.add(new Samples.Column(objective.output(), value -> value));
        }
        this.samples = new Samples(runner, candidates, columns);
        double comparisons = known == null ? candidates - 1.0 : 0;
        this.certainty = new Certainty(promise.confidence(), comparisons + (double) candidates * constraints.size());
        this.feasibilities = new Feasibilities(constraints, 0, candidates, samples, certainty);
        this.differences = known == null
                ? Differences.observed(samples, constraints.size(), objective.sign(), certainty)
                : Differences.known(known, objective.sign());
    }

    Selected run() {
        int look = 0;
        while (true) {
            List<Integer> next = known == null ? open() : wave();
            if (next.isEmpty()) {
                next = open();
            }
            if (next.isEmpty()) {
                return selected(incumbent == NONE ? Ending.NOTHING_FEASIBLE : Ending.DECIDED);
            }
            if (isFurther(next, look)) {
                look++;
            }
            if (look == Looks.COUNT || samples.used() + samples.cost(next, looks.at(look)) > promise.budget()) {
                return selected(Ending.BUDGET);
            }
            samples.extend(next, looks.at(look));
            next.forEach(feasibilities::judge);
            choose();
            steps.add(new Selected.Step(
                    samples.used(),
                    incumbent,
                    incumbent == NONE ? Double.NaN : differences.mean(incumbent),
                    open().size()));
        }
    }

    /** Whether every one of these has the replications of the look already. */
    private boolean isFurther(List<Integer> next, int look) {
        return next.stream().allMatch(c -> samples.n(c) >= looks.at(look));
    }

    /** What has to run on: all that is open, and the incumbent that it is compared with. */
    private List<Integer> open() {
        List<Integer> open = new ArrayList<>();
        for (int c = 0; c < candidates; c++) {
            if (isOpen(c)) {
                open.add(c);
            }
        }
        if (!open.isEmpty() && incumbent != NONE && known == null) {
            open.add(incumbent);
        }
        return open;
    }

    private boolean isOpen(int candidate) {
        if (samples.n(candidate) == 0 && (known == null || incumbent == NONE)) {
            return true;
        }
        if (candidate == incumbent
                || samples.isIncomplete(candidate)
                || feasibilities.all(candidate) == Feasibility.NOT_MET) {
            return false;
        }
        return incumbent == NONE || differences.of(candidate, incumbent).high() > indifference;
    }

    /**
     * Of the candidates whose objective is known and that never ran, some that may matter, evenly spread from good to bad: the first of them that is feasible
     * rules out all that are worse.
     */
    private List<Integer> wave() {
        List<Integer> left = new ArrayList<>(IntStream.range(0, candidates)
                .filter(c -> samples.n(c) == 0 && isOpen(c))
                .boxed()
                .toList());
        left.sort(Comparator.comparingDouble(c -> -differences.gain(c)));
        int size = Math.min(left.size(), Math.max(SMALLEST_WAVE, left.size() / WAVES));
        List<Integer> wave = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            wave.add(left.get((int) ((i + 0.5) * left.size() / size)));
        }
        return wave;
    }

    /** Makes the feasible candidate of the best mean the incumbent; the present one stays if none is better. */
    private void choose() {
        for (int c = 0; c < candidates; c++) {
            if (c != incumbent && isFeasible(c) && (incumbent == NONE || isBetter(c, incumbent))) {
                incumbent = c;
            }
        }
        if (incumbent != NONE) {
            indifference = objective.indifference().of(differences.mean(incumbent));
        }
    }

    private boolean isBetter(int candidate, int than) {
        double d = differences.of(candidate, than).mean();
        return d > 0 || (d == 0 && candidate < than);
    }

    private boolean isFeasible(int candidate) {
        return samples.n(candidate) > 0
                && !samples.isIncomplete(candidate)
                && feasibilities.all(candidate) == Feasibility.MET;
    }

    private Selected selected(Ending ending) {
        List<Candidate> all = new ArrayList<>();
        double gap = incumbent == NONE ? Double.NaN : 0;
        for (int c = 0; c < candidates; c++) {
            Candidate candidate = candidate(c);
            all.add(candidate);
            if (incumbent != NONE && c != incumbent && canBeBest(candidate.standing())) {
                gap = Math.max(gap, differences.of(c, incumbent).high());
            }
        }
        return new Selected(
                ending,
                incumbent == NONE ? OptionalInt.empty() : OptionalInt.of(incumbent),
                gap,
                indifference,
                promise,
                all,
                samples.used(),
                steps);
    }

    private static boolean canBeBest(Standing standing) {
        return standing == Standing.ALIKE || standing == Standing.UNDECIDED;
    }

    private Candidate candidate(int c) {
        boolean ran = samples.n(c) > 0;
        List<Estimate> bounds = new ArrayList<>();
        for (int i = 0; i < constraints.size(); i++) {
            bounds.add(samples.estimate(c, i));
        }
        return new Candidate(
                c,
                standing(c),
                samples.n(c),
                differences.estimate(c),
                fromNamed(c, ran || known != null),
                bounds,
                feasibilities.of(c));
    }

    private Interval fromNamed(int c, boolean hasData) {
        if (incumbent == NONE || !hasData || samples.isIncomplete(c)) {
            return new Interval(Double.NaN, Double.NaN);
        }
        if (c == incumbent) {
            return new Interval(0, 0);
        }
        Differences.Bounds d = differences.of(c, incumbent);
        return objective.sign() > 0 ? new Interval(d.low(), d.high()) : new Interval(0.0 - d.high(), 0.0 - d.low());
    }

    private Standing standing(int c) {
        if (c == incumbent) {
            return Standing.NAMED;
        }
        if (samples.isIncomplete(c)) {
            return Standing.NO_DATA;
        }
        Feasibility feasible = feasibilities.all(c);
        if (feasible == Feasibility.NOT_MET) {
            return Standing.INFEASIBLE;
        }
        boolean compared = incumbent != NONE && (known != null || samples.n(c) > 0);
        if (compared && differences.of(c, incumbent).high() < 0) {
            return Standing.NOT_BEST;
        }
        return feasible == Feasibility.MET && samples.n(c) > 0 ? Standing.ALIKE : Standing.UNDECIDED;
    }
}
