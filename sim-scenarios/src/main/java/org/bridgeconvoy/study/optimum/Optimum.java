package org.bridgeconvoy.study.optimum;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.bridgeconvoy.bridge.BridgeModel;
import org.bridgeconvoy.calendar.Nanos;
import org.bridgeconvoy.experiment.Goal;
import org.bridgeconvoy.experiment.point.PointRunner;
import org.bridgeconvoy.experiment.selection.Constraint;
import org.bridgeconvoy.experiment.selection.Frontier;
import org.bridgeconvoy.experiment.selection.FrontierSelection;
import org.bridgeconvoy.experiment.selection.GridSearch;
import org.bridgeconvoy.experiment.selection.Objective;
import org.bridgeconvoy.experiment.selection.Promise;
import org.bridgeconvoy.experiment.selection.Searched;
import org.bridgeconvoy.experiment.selection.Selected;
import org.bridgeconvoy.experiment.selection.Selection;
import org.bridgeconvoy.result.Metric;
import org.bridgeconvoy.result.MetricFamily;
import org.bridgeconvoy.scenario.Scenario;
import org.bridgeconvoy.scenario.text.Texts;
import org.bridgeconvoy.study.Phases;
import org.bridgeconvoy.study.Progress;
import org.bridgeconvoy.study.SuchThat;
import org.bridgeconvoy.study.Vary;
import org.bridgeconvoy.study.Version;
import org.bridgeconvoy.study.Workers;
import org.bridgeconvoy.study.point.PointWorlds;
import org.bridgeconvoy.study.point.RowStore;
import org.bridgeconvoy.study.point.ScenarioPoints;
import org.jspecify.annotations.Nullable;

/** Finds the best combination of values of a scenario, or the frontier of two goals. */
public final class Optimum {

    private static final String PHASE = "optimum";

    /** First look of a combination in drawn worlds: many are ordinary, and in a rare one combinations differ that were equal before. */
    private static final int WORLDS_FIRST = 20;

    /** How many drawn worlds are made and checked before anything runs. */
    private static final int CHECKED = 200;

    private final Scenario base;
    private final Question question;
    private final PointWorlds worlds;
    private final long seed;
    private final DrawnWorlds drawn;
    private final boolean costIsKnown;
    private final Candidates candidates;
    private final List<String> metrics;
    private final @Nullable List<Integer> all;

    /**
     * Makes and checks the worlds: all, or before a search every value beside the first values of the others.
     *
     * @param base the scenario with what holds for all combinations
     * @param worlds none yet, of the same scenario
     * @param seed of all random numbers
     * @throws org.bridgeconvoy.study.point.InvalidWorldsException if a world is no valid scenario
     * @throws IllegalArgumentException with a message for people if the question cannot be answered
     */
    public Optimum(Scenario base, Question question, PointWorlds worlds, long seed) {
        this.base = base;
        this.question = question;
        this.worlds = worlds;
        this.seed = seed;
        this.drawn = new DrawnWorlds(
                base.uncertain(), question.varied().stream().map(Vary::path).toList(), seed);
        this.candidates = new Candidates(question.varied(), worlds, question.inWorlds() ? drawn : null);
        this.metrics = question.metrics().stream().distinct().toList();
        checkBounds();
        this.all = question.isSearch()
                ? null
                : IntStream.range(0, candidates.grid().points()).boxed().toList();
        candidates.make(all == null ? corners() : all);
        checkMetrics();
        this.costIsKnown = !question.inWorlds() || checkWorlds();
        checkBudget();
    }

    /**
     * Makes the worlds of the first replications, each with the first combination, so that one that is no valid scenario is told before anything runs.
     *
     * @return whether all of these cost the same, so that what is uncertain does not change a cost
     */
    private boolean checkWorlds() {
        if (drawn.inputs() == 0) {
            throw new IllegalArgumentException(
                    base.uncertain().isEmpty()
                            ? "--worlds needs 'uncertain:' in the scenario, which says what is believed of its inputs, such as"
                                    + " {fleet.trucks: {times: \"uniform(0.8, 1.2)\"}}"
                            : "--worlds has nothing to draw: all uncertain inputs of " + base.name() + " are varied");
        }
        int first = worlds.add(IntStream.rangeClosed(1, CHECKED)
                .mapToObj(r -> candidates.inWorld(0, r))
                .toList());
        double cost = worlds.world(0).costPerDay();
        return IntStream.range(first, first + CHECKED)
                .allMatch(w -> worlds.world(w).costPerDay() == cost);
    }

    private void checkBounds() {
        if (question.isSearch() && question.isFrontier()) {
            throw new IllegalArgumentException("a frontier of two goals needs at most " + Question.MOST_CONSIDERED
                    + " combinations, got " + question.combinations() + ": give fewer values or larger steps");
        }
        for (SuchThat bound : question.suchThat()) {
            if (bound.bound() == 0 && !bound.isShare() && question.tolerance().isRelative()) {
                throw new IllegalArgumentException(
                        "--such-that '" + bound.text()
                                + "': a tolerance of 1% of a bound of 0 is none; give it in the metric's unit, such as --tolerance 0.5");
            }
        }
    }

    /** For each path each of its values, beside the first values of the others. */
    private List<Integer> corners() {
        int[] sizes = candidates.grid().sizes();
        List<Integer> corners = new ArrayList<>();
        for (int d = 0; d < sizes.length; d++) {
            int[] at = new int[sizes.length];
            for (at[d] = 0; at[d] < sizes[d]; at[d]++) {
                corners.add(candidates.grid().point(at));
            }
        }
        return corners;
    }

    private void checkMetrics() {
        List<String> known = model().stream().map(Metric::name).toList();
        List<String> wrong = metrics.stream()
                .filter(metric -> !known.contains(metric))
                .map(metric -> unknown(metric, known))
                .toList();
        if (!wrong.isEmpty()) {
            throw new IllegalArgumentException(String.join("\n", wrong));
        }
    }

    private String unknown(String metric, List<String> known) {
        if (metric.equals(MetricFamily.COST.pattern())) {
            return "the metric '" + metric
                    + "' needs 'costs:' in the scenario: what trucks, servers and hours cost a day, such as"
                    + " {fleet.trucks: 90, destination.customs.servers: 240}";
        }
        return "unknown metric " + Texts.shown(metric)
                + Texts.nearest(metric, known)
                        .map(near -> ", did you mean '" + near + "'?")
                        .orElse("; 'convoy run " + base.name() + " --format csv' lists those of this scenario");
    }

    private void checkBudget() {
        long first = question.combinations() * promise().firstLook();
        if (!question.isSearch() && knownGoal() < 0 && first > question.budget()) {
            throw new IllegalArgumentException("--budget " + question.budget() + " is too small: a first look at "
                    + question.combinations() + " combinations takes " + first + " replications");
        }
    }

    private List<Metric> model() {
        return new BridgeModel(worlds.world(0)).metrics();
    }

    private Promise promise() {
        Promise usual = Promise.of((int) Math.min(Integer.MAX_VALUE, question.combinations()), question.budget());
        return question.inWorlds() ? new Promise(usual.confidence(), WORLDS_FIRST, usual.budget()) : usual;
    }

    /** The goal that is the cost, which needs no simulation; −1 if none is, a search does not ask for it beforehand, or worlds differ in it. */
    private int knownGoal() {
        for (int g = 0; g < question.wishes().size(); g++) {
            if (all != null && costIsKnown && question.wishes().get(g).metric().equals(MetricFamily.COST.pattern())) {
                return g;
            }
        }
        return -1;
    }

    /** The names of the numbers that a replication gives, in the order of the store. */
    public List<String> metrics() {
        return metrics;
    }

    /**
     * What tells this work from any other: a stored replication of the same work is not run again. A larger budget goes on with the same
     * work, but for a search, whose way depends on it.
     */
    public String work() {
        return String.join(
                "\n",
                Version.current(),
                Long.toString(seed),
                base.resolvedText(),
                question.varied().toString(),
                metrics.toString(),
                question.isSearch() ? question.toString() : "",
                question.inWorlds() ? "in worlds of " + base.uncertain().rows() : "");
    }

    /**
     * Finds the answer.
     *
     * @param store keeps each replication when it is finished
     * @param progress hears of the replications within the budget
     * @throws org.bridgeconvoy.experiment.ReplicationException if a replication fails
     */
    public Decision run(Workers workers, RowStore store, Progress progress) {
        Outputs outputs = new Outputs(
                question,
                candidates,
                counting(new ScenarioPoints(worlds, metrics, seed, workers, store), progress),
                metrics,
                base.config().horizonNanos() / (double) Nanos.DAY);
        List<Integer> considered;
        Selected selected = null;
        Frontier frontier = null;
        long searched = 0;
        if (question.isFrontier()) {
            considered = List.copyOf(all());
            frontier = frontier(outputs);
        } else if (question.isSearch()) {
            Searched found =
                    new GridSearch(objective(0), constraints()).run(candidates.grid(), outputs, seed, promise());
            considered = found.visited();
            selected = found.selected();
            searched = found.searchReplications();
        } else {
            considered = List.copyOf(all());
            selected = selection().run(considered.size(), outputs, promise());
        }
        return new Decision(
                base.name(),
                base.description(),
                seed,
                Version.current(),
                question,
                units(),
                considered.stream().map(candidates::values).toList(),
                selected,
                frontier,
                searched,
                drawn.inputs(),
                considered.stream().map(outputs::notCleared).toList());
    }

    /** A runner whose calls count together within the budget: how many replications the answer needs is not known beforehand. */
    private PointRunner counting(ScenarioPoints points, Progress progress) {
        return points.counting(new Phases(progress, List.of(PHASE)).beginLimited(PHASE, question.budget()));
    }

    private List<Integer> all() {
        return all == null ? List.of() : all;
    }

    private Selection selection() {
        Selection selection = new Selection(objective(0), constraints());
        return knownGoal() == 0 ? selection.knowing(costs()) : selection;
    }

    private Frontier frontier(Outputs outputs) {
        List<Objective> goals = IntStream.range(0, question.wishes().size())
                .mapToObj(this::objective)
                .toList();
        FrontierSelection selection = new FrontierSelection(goals, constraints());
        int known = knownGoal();
        return (known < 0 ? selection : selection.knowing(known, costs())).run(all().size(), outputs, promise());
    }

    private double[] costs() {
        return all().stream()
                .mapToDouble(p -> worlds.world(candidates.world(p)).costPerDay())
                .toArray();
    }

    private Objective objective(int goal) {
        Wish wish = question.wishes().get(goal);
        return new Objective(goal, wish.most() ? Goal.MAXIMUM : Goal.MINIMUM, question.indifference());
    }

    private List<Constraint> constraints() {
        List<Constraint> constraints = new ArrayList<>();
        for (int i = 0; i < question.suchThat().size(); i++) {
            SuchThat bound = question.suchThat().get(i);
            int output = question.wishes().size() + i;
            constraints.add(
                    bound.isShare()
                            ? Constraint.ofShare(
                                    output, bound.relation(), bound.bound(), bound.share(), question.shareTolerance())
                            : Constraint.ofMean(output, bound.relation(), bound.bound(), question.tolerance()));
        }
        return constraints;
    }

    private List<String> units() {
        return question.metrics().stream()
                .map(name -> model().stream()
                        .filter(m -> m.name().equals(name))
                        .findFirst()
                        .map(Metric::unit)
                        .orElse(""))
                .toList();
    }
}
