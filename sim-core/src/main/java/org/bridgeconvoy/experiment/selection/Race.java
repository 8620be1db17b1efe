package org.bridgeconvoy.experiment.selection;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalInt;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.bridgeconvoy.experiment.Estimate;
import org.bridgeconvoy.experiment.Interval;
import org.bridgeconvoy.experiment.point.PointRunner;
import org.jspecify.annotations.Nullable;

/** One selection under way; see {@link Selection} for the method. */
final class Race {

    /** A wave of candidates whose objective is known takes this share of those that may still matter. */
    private static final int WAVES = 4;

    private static final int SMALLEST_WAVE = 8;

    /** So many of the best and of the surest candidates run on before one is known to be feasible. */
    private static final int LIKELY = 2;

    /** How many of the best feasible candidates may become the incumbent. */
    private static final int CONTENDERS = 50;

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
        this.certainty = new Certainty(promise.confidence(), looks, this::statements);
        this.feasibilities = new Feasibilities(constraints, 0, candidates, samples, certainty);
        this.differences = known == null
                ? Differences.observed(samples, constraints.size(), objective.sign(), certainty)
                : Differences.known(known, objective.sign());
    }

    /** Statements that must hold together: the comparisons of the best with each that differs from it, and the constraints of all that differ. */
    private double statements() {
        double statements = known == null ? samples.different(constraints.size()) - 1.0 : 0;
        for (int i = 0; i < constraints.size(); i++) {
            statements += constraints.get(i).isShare() ? candidates : samples.different(i);
        }
        return statements;
    }

    Selected run() {
        while (true) {
            List<Integer> next = next();
            if (next.isEmpty()) {
                return selected(incumbent == NONE ? Ending.NOTHING_FEASIBLE : Ending.DECIDED);
            }
            SortedMap<Integer, Integer> targets = targets(next);
            if (targets.containsValue(0) || samples.used() + samples.cost(targets) > promise.budget()) {
                return selected(Ending.BUDGET);
            }
            samples.extend(targets);
            targets.keySet().forEach(feasibilities::judge);
            choose();
            steps.add(new Selected.Step(
                    samples.used(),
                    incumbent,
                    incumbent == NONE ? Double.NaN : differences.mean(incumbent),
                    open().size()));
        }
    }

    /**
     * Who runs next. Before a candidate is known to be feasible, only those that are likely to be it soon: it then rules out most others. First of all
     * come those that never ran; but of those whose objective is known a part only, in case the likely ones are enough.
     */
    private List<Integer> next() {
        List<Integer> likely = incumbent == NONE ? likely() : List.of();
        if (known != null && !likely.isEmpty()) {
            return likely;
        }
        List<Integer> never = known == null ? never() : wave();
        if (!never.isEmpty()) {
            return never;
        }
        return likely.isEmpty() ? open() : likely;
    }

    /** Each candidate goes on to its next look; the incumbent, if they are compared with it, to the furthest of these. */
    private SortedMap<Integer, Integer> targets(List<Integer> next) {
        SortedMap<Integer, Integer> targets = new TreeMap<>();
        int furthest = 0;
        for (int c : next) {
            int target = looks.after(samples.n(c));
            targets.put(c, target);
            furthest = Math.max(furthest, target);
        }
        if (incumbent != NONE && known == null && samples.n(incumbent) < furthest) {
            targets.put(incumbent, furthest);
        }
        return targets;
    }

    /** Of the candidates that may be feasible, the best by the objective and the surest ones; none if no mean meets all bounds. */
    private List<Integer> likely() {
        List<Integer> meeting = IntStream.range(0, candidates)
                .filter(c -> samples.n(c) > 0 && isOpen(c) && feasibilities.promise(c) >= 0)
                .boxed()
                .toList();
        Stream<Integer> best = meeting.stream()
                .sorted(Comparator.comparingDouble(c -> -differences.gain(c)))
                .limit(LIKELY);
        Stream<Integer> surest = meeting.stream()
                .sorted(Comparator.comparingDouble(c -> -feasibilities.promise(c)))
                .limit(LIKELY);
        return Stream.concat(best, surest).distinct().toList();
    }

    private List<Integer> never() {
        return IntStream.range(0, candidates)
                .filter(c -> samples.n(c) == 0)
                .boxed()
                .toList();
    }

    /** What still has to be told. */
    private List<Integer> open() {
        return IntStream.range(0, candidates).filter(this::isOpen).boxed().toList();
    }

    private boolean isOpen(int candidate) {
        if (samples.n(candidate) == 0 && (known == null || incumbent == NONE)) {
            return true;
        }
        return canBeAsked(candidate) && (incumbent == NONE || isOpen(candidate, incumbent, indifference));
    }

    private boolean canBeAsked(int candidate) {
        return !samples.isIncomplete(candidate) && feasibilities.all(candidate) != Feasibility.NOT_MET;
    }

    private boolean isOpen(int candidate, int than, double indifferent) {
        return candidate != than && differences.of(candidate, than).high() > indifferent;
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

    /**
     * Makes the incumbent the feasible candidate against which the others seem to be told with the fewest further replications; of several the one of the
     * best mean. The promise holds whoever it is: it is about the best candidate, and all its comparisons hold together.
     */
    private void choose() {
        double fewest = Double.POSITIVE_INFINITY;
        int chosen = NONE;
        for (int c : contenders()) {
            double further = further(c);
            if (chosen == NONE || further < fewest || (further == fewest && isBetter(c, chosen))) {
                fewest = further;
                chosen = c;
            }
        }
        if (chosen != NONE) {
            incumbent = chosen;
            indifference = indifference(chosen);
        }
    }

    private boolean isBetter(int candidate, int than) {
        return differences.of(candidate, than).mean() > 0;
    }

    private double indifference(int candidate) {
        return objective.indifference().of(differences.mean(candidate));
    }

    /** How many replications the open candidates and the incumbent itself seem to need further; infinite if one is better by the indifference. */
    private double further(int named) {
        if (known != null) {
            return 0;
        }
        double indifferent = indifference(named);
        double further = 0;
        double furthest = samples.n(named);
        for (int c = 0; c < candidates; c++) {
            if (canBeAsked(c) && isOpen(c, named, indifferent)) {
                double needed = needed(differences.of(c, named), Math.min(samples.n(c), samples.n(named)), indifferent);
                further += Math.max(0, needed - samples.n(c));
                furthest = Math.max(furthest, needed);
            }
        }
        return further + furthest - samples.n(named);
    }

    /** After how many replications a difference seems to be told: the width falls with their square root. */
    private static double needed(Differences.Bounds difference, int n, double indifferent) {
        if (Double.isInfinite(difference.high())) {
            return Certainty.ENOUGH_EQUAL;
        }
        double room = indifferent - difference.mean();
        double width = difference.high() - difference.mean();
        return room > 0 ? n * (width / room) * (width / room) : Double.POSITIVE_INFINITY;
    }

    /** The best of the feasible candidates, the best first; of those that count as one the one with the most replications stands for all. */
    private List<Integer> contenders() {
        Comparator<Integer> best = Comparator.comparingDouble(c -> -differences.gain(c));
        List<Integer> feasible =
                IntStream.range(0, candidates).filter(this::isFeasible).boxed().toList();
        if (known != null) {
            return feasible.stream().sorted(best).limit(1).toList();
        }
        List<Integer> surestFirst = new ArrayList<>(feasible);
        surestFirst.sort(Comparator.comparingInt(c -> -samples.n(c)));
        List<Integer> different = new ArrayList<>();
        for (int c : surestFirst) {
            if (different.stream().noneMatch(d -> samples.areSame(c, d, constraints.size()))) {
                different.add(c);
            }
        }
        return different.stream().sorted(best).limit(CONTENDERS).toList();
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
