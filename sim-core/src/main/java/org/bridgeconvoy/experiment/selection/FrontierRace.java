package org.bridgeconvoy.experiment.selection;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.bridgeconvoy.experiment.Estimate;
import org.bridgeconvoy.experiment.point.PointRunner;

/** One frontier under way; see {@link FrontierSelection} for the method. */
final class FrontierRace {

    private static final int NONE = -1;

    private final List<Objective> goals;
    private final int constraints;
    private final int candidates;
    private final Promise promise;
    private final Looks looks;
    private final Samples samples;
    private final Feasibilities feasibilities;
    private final List<Differences> differences = new ArrayList<>();
    private final int[] beatenBy;

    FrontierRace(
            List<Objective> goals,
            List<Constraint> constraints,
            SortedMap<Integer, double[]> known,
            int candidates,
            PointRunner runner,
            Promise promise) {
        this.goals = goals;
        this.constraints = constraints.size();
        this.candidates = candidates;
        this.promise = promise;
        this.looks = new Looks(promise.firstLook());
        List<Samples.Column> columns = new ArrayList<>();
        constraints.forEach(c -> columns.add(new Samples.Column(c.output(), c::observed)));
        for (int g = 0; g < goals.size(); g++) {
            if (!known.containsKey(g)) {
                columns.add(new Samples.Column(goals.get(g).output(), value -> value));
            }
        }
        this.samples = new Samples(runner, candidates, columns);
        Certainty certainty = new Certainty(
                promise.confidence(),
                looks,
                () -> statements(constraints, samples, goals.size() - known.size(), candidates));
        this.feasibilities = new Feasibilities(constraints, 0, candidates, samples, certainty);
        int column = constraints.size();
        for (int g = 0; g < goals.size(); g++) {
            double[] values = known.get(g);
            double sign = goals.get(g).sign();
            differences.add(
                    values == null
                            ? Differences.observed(samples, column++, sign, certainty)
                            : Differences.known(values, sign));
        }
        this.beatenBy = new int[candidates];
        Arrays.fill(beatenBy, NONE);
    }

    /** Statements that must hold together: the comparisons of all pairs that differ, and the constraints of all candidates that differ. */
    private static double statements(List<Constraint> constraints, Samples samples, int goals, int candidates) {
        double statements = 0;
        for (int i = 0; i < constraints.size(); i++) {
            statements += constraints.get(i).isShare() ? candidates : samples.different(i);
        }
        for (int g = 0; g < goals; g++) {
            double different = samples.different(constraints.size() + g);
            statements += different * (different - 1);
        }
        return statements;
    }

    Frontier run() {
        List<Integer> next = IntStream.range(0, candidates).boxed().toList();
        for (int look = 0; look < Looks.COUNT; look++) {
            SortedMap<Integer, Integer> targets = new TreeMap<>();
            for (int c : next) {
                targets.put(c, looks.at(look));
            }
            if (samples.used() + samples.cost(targets) > promise.budget()) {
                return frontier(Ending.BUDGET);
            }
            samples.extend(targets);
            next.forEach(feasibilities::judge);
            leaveOut();
            next = open();
            if (next.isEmpty()) {
                boolean some = IntStream.range(0, candidates).anyMatch(c -> place(c) == Frontier.Place.ON);
                return frontier(some ? Ending.DECIDED : Ending.NOTHING_FEASIBLE);
            }
        }
        return frontier(Ending.BUDGET);
    }

    /**
     * Finds who is beaten by one that is not. One that beats another is better by more, counted in indifferences and over all goals; so going from the best to the
     * worst of these sums, who may beat a candidate comes before it.
     */
    private void leaveOut() {
        Arrays.fill(beatenBy, NONE);
        List<Integer> order = new ArrayList<>(alive());
        order.sort(Comparator.comparingDouble(c -> -sum(c)));
        List<Integer> kept = new ArrayList<>();
        for (int c : order) {
            for (int k : kept) {
                if (beatenBy[c] == NONE && feasibilities.all(k) == Feasibility.MET && beats(k, c)) {
                    beatenBy[c] = k;
                }
            }
            if (beatenBy[c] == NONE) {
                kept.add(c);
            }
        }
    }

    /** Who may still be on the frontier but for being beaten. */
    private List<Integer> alive() {
        return IntStream.range(0, candidates)
                .filter(c ->
                        samples.n(c) > 0 && !samples.isIncomplete(c) && feasibilities.all(c) != Feasibility.NOT_MET)
                .boxed()
                .toList();
    }

    private double sum(int candidate) {
        double sum = 0;
        for (int g = 0; g < goals.size(); g++) {
            double scale = indifference(g, 0);
            sum += differences.get(g).gain(candidate) / (scale > 0 ? scale : 1);
        }
        return sum;
    }

    private double indifference(int goal, int candidate) {
        return goals.get(goal).indifference().of(differences.get(goal).mean(candidate));
    }

    private boolean beats(int winner, int loser) {
        boolean better = false;
        for (int g = 0; g < goals.size(); g++) {
            double low = differences.get(g).of(winner, loser).low();
            double indifference = indifference(g, loser);
            if (low < -indifference) {
                return false;
            }
            better |= low > indifference;
        }
        return better;
    }

    private boolean isTold(int winner, int loser) {
        boolean nowhereBetter = true;
        boolean close = true;
        for (int g = 0; g < goals.size(); g++) {
            Differences.Bounds d = differences.get(g).of(winner, loser);
            double indifference = indifference(g, loser);
            if (d.high() < -indifference) {
                return true;
            }
            nowhereBetter &= d.high() <= indifference;
            close &= d.high() - d.low() <= indifference;
        }
        return nowhereBetter || close || beats(winner, loser);
    }

    private List<Integer> open() {
        List<Integer> left = alive().stream().filter(c -> beatenBy[c] == NONE).toList();
        SortedSet<Integer> open = new TreeSet<>();
        for (int c : left) {
            if (feasibilities.all(c) == Feasibility.UNDECIDED) {
                open.add(c);
            }
            for (int other : left) {
                if (other != c && !isTold(other, c)) {
                    open.add(c);
                    open.add(other);
                }
            }
        }
        return List.copyOf(open);
    }

    private Frontier frontier(Ending ending) {
        List<Frontier.Member> members = new ArrayList<>();
        for (int c = 0; c < candidates; c++) {
            List<Estimate> means = new ArrayList<>();
            for (Differences goal : differences) {
                means.add(goal.estimate(c));
            }
            List<Estimate> bounds = new ArrayList<>();
            for (int i = 0; i < constraints; i++) {
                bounds.add(samples.estimate(c, i));
            }
            members.add(
                    new Frontier.Member(c, place(c), beatenBy[c], samples.n(c), means, bounds, feasibilities.of(c)));
        }
        return new Frontier(ending, promise, members, samples.used());
    }

    private Frontier.Place place(int c) {
        if (samples.isIncomplete(c)) {
            return Frontier.Place.NO_DATA;
        }
        Feasibility feasible = feasibilities.all(c);
        if (feasible == Feasibility.NOT_MET) {
            return Frontier.Place.INFEASIBLE;
        }
        if (samples.n(c) > 0 && beatenBy[c] != NONE) {
            return Frontier.Place.BEATEN;
        }
        return feasible == Feasibility.MET && samples.n(c) > 0 ? Frontier.Place.ON : Frontier.Place.UNDECIDED;
    }
}
