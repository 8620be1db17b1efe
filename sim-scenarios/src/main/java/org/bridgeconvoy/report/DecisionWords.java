package org.bridgeconvoy.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.bridgeconvoy.experiment.Estimate;
import org.bridgeconvoy.experiment.selection.Ending;
import org.bridgeconvoy.experiment.selection.Margin;
import org.bridgeconvoy.experiment.selection.Selected;
import org.bridgeconvoy.experiment.selection.Standing;
import org.bridgeconvoy.result.Metric;
import org.bridgeconvoy.study.SuchThat;
import org.bridgeconvoy.study.optimum.Decision;
import org.bridgeconvoy.study.optimum.Question;
import org.bridgeconvoy.study.optimum.Wish;
import org.bridgeconvoy.words.MetricLabel;
import org.bridgeconvoy.words.Numbers;
import org.bridgeconvoy.words.Plural;
import org.bridgeconvoy.words.RoundedNumber;

/** An optimum in sentences: what to do, how sure that is, what cannot be told. */
public final class DecisionWords {

    /** So many combinations are named in a sentence; of more the first, and how many there are. */
    private static final int NAMED = 5;

    private static final double PERCENT = 100;

    private final Decision decision;
    private final Question question;
    private final List<DecisionRow> rows;

    /** The sentences of a decision. */
    public DecisionWords(Decision decision) {
        this.decision = decision;
        this.question = decision.question();
        this.rows = DecisionRow.of(decision);
    }

    /** What was asked, in one line. */
    public String asked() {
        List<String> goals = new ArrayList<>();
        for (int g = 0; g < question.wishes().size(); g++) {
            goals.add((question.wishes().get(g).most() ? "most " : "least ") + label(g));
        }
        String bounds = question.suchThat().isEmpty()
                ? ""
                : " such that "
                        + and(question.suchThat().stream().map(MetricText::of).toList());
        return and(goals) + bounds;
    }

    /** What a goal is called, with its unit. */
    private String label(int goal) {
        return MetricLabel.of(
                question.wishes().get(goal).metric(), decision.units().get(goal));
    }

    /** What to do. */
    public List<String> whatToDo() {
        List<DecisionRow> answers = rows.stream().filter(DecisionRow::isAnswer).toList();
        if (answers.isEmpty()) {
            return List.of(nothing(), nearest());
        }
        if (question.isFrontier()) {
            return List.of(frontier(answers));
        }
        DecisionRow named = answers.get(0);
        List<String> words = new ArrayList<>();
        words.add("Set " + values(named) + ".");
        words.add("That gives " + goals(named) + bounds(named) + ".");
        return words;
    }

    private String frontier(List<DecisionRow> answers) {
        boolean alone = answers.size() == 1;
        DecisionRow first = answers.get(0);
        DecisionRow last = answers.get(answers.size() - 1);
        return Plural.count(answers.size(), "combination") + " of " + count(rows.size()) + (alone ? " is" : " are")
                + " on the frontier: no other is better in one goal without being worse in the other. "
                + (alone ? "It is " : "They go from ") + values(first) + " (" + goals(first) + ")"
                + (alone ? "." : " to " + values(last) + " (" + goals(last) + ").");
    }

    private String nothing() {
        boolean budget = ending() == Ending.BUDGET;
        return budget
                ? "No combination has been shown to meet the bounds so far, nor has it been shown that none does."
                : "Nothing to be done with these values: none of the " + combinations() + " meets "
                        + (question.suchThat().size() == 1 ? "the bound" : "all bounds") + ".";
    }

    /** Of each bound the candidate that comes nearest to it. */
    private String nearest() {
        List<String> nearest = new ArrayList<>();
        for (int i = 0; i < question.suchThat().size(); i++) {
            int bound = i;
            SuchThat asked = question.suchThat().get(i);
            boolean up = asked.isShare() || asked.sign().startsWith(">");
            Comparator<DecisionRow> by =
                    Comparator.comparingDouble(r -> r.bounds().get(bound).mean());
            rows.stream()
                    .filter(r -> r.bounds().get(bound).n() > 0)
                    .max(up ? by : by.reversed())
                    .ifPresent(r -> nearest.add("nearest to '" + MetricText.of(asked) + "' comes " + values(r)
                            + " with " + bound(r.bounds().get(bound), asked, bound)));
        }
        return nearest.isEmpty() ? "Nothing was run." : capital(String.join("; ", nearest)) + ".";
    }

    /** How sure that is. */
    public List<String> howSure() {
        List<String> words = new ArrayList<>();
        if (question.isFrontier()) {
            words.add(
                    "With a confidence of at least 95% every combination that is left out is beaten by one on the frontier: "
                            + "that is better in one goal by more than the indifference ("
                            + margin(question.indifference())
                            + ") and in the other not worse by more than it"
                            + (question.suchThat().isEmpty()
                                    ? "."
                                    : ", and none on it misses a bound by more than its tolerance."));
        } else if (decision.oneGoal().named().isPresent()) {
            words.add(promise(decision.oneGoal()));
        } else if (ending() == Ending.NOTHING_FEASIBLE) {
            words.add("With a confidence of at least 95% none keeps all bounds by more than their tolerances ("
                    + tolerances() + ").");
        }
        if (ending() == Ending.BUDGET) {
            words.add("The budget of " + count(question.budget())
                    + " replications ended first. A larger --budget goes on from here.");
        }
        if (decision.uncertain() > 0) {
            words.add(worlds());
        }
        words.add(effort());
        return words;
    }

    private String worlds() {
        String inputs = Plural.count(decision.uncertain(), "uncertain input");
        return question.inWorlds()
                ? "Each replication ran in a world of its own, drawn from " + inputs
                        + " and the same for all combinations: this covers chance and what is not known."
                : "This uses the base of " + inputs
                        + "; it covers chance only. With --worlds it covers what is not known too.";
    }

    private String promise(Selected selected) {
        Wish wish = question.wishes().get(0);
        boolean meets = !question.suchThat().isEmpty();
        String others = "With a confidence of at least 95% no other of the " + combinations()
                + (meets ? " that meets the bounds" : "") + " has " + (wish.most() ? "more " : "less ") + label(0);
        String by = selected.gap() > 0
                ? " by more than " + RoundedNumber.alone(selected.gap()) + " " + MetricLabel.unit(unit(0)) + " ("
                        + Numbers.fixed(PERCENT * selected.gap() / Math.abs(mean(selected)), 2) + "%)"
                : "";
        String asked = "; " + margin(question.indifference()) + " was asked";
        return (others + by).strip()
                + (selected.gap() > 0 ? asked : "")
                + (meets ? ". The named one misses no bound by more than its tolerance (" + tolerances() + ")." : ".");
    }

    private static double mean(Selected selected) {
        return selected.findNamed().orElseThrow().objective().mean();
    }

    private String combinations() {
        String all = count(question.combinations()) + " combinations";
        return question.isSearch()
                ? count(rows.size()) + " combinations that the search visited, of " + all + ","
                : all;
    }

    private String tolerances() {
        List<String> words = new ArrayList<>();
        if (question.suchThat().stream().anyMatch(b -> !b.isShare())) {
            words.add(margin(question.tolerance()) + (question.tolerance().isRelative() ? " of the bound" : ""));
        }
        if (question.suchThat().stream().anyMatch(SuchThat::isShare)) {
            words.add(Numbers.shortest(Math.rint(question.shareTolerance() * PERCENT * PERCENT) / PERCENT)
                    + " points of a share");
        }
        return String.join(", ", words);
    }

    private String effort() {
        long run = rows.stream().filter(r -> r.replications() > 0).count();
        int most = rows.stream().mapToInt(DecisionRow::replications).max().orElse(0);
        String search = decision.searchReplications() > 0
                ? count(decision.searchReplications()) + " of them for the search; "
                : "";
        String rest =
                run < rows.size() ? "; " + count(rows.size() - run) + " never ran, as their cost ruled them out" : "";
        return Plural.count(decision.replications(), "replication") + " in all; " + search + "at most " + count(most)
                + " of one combination" + rest + ".";
    }

    /** What cannot be told. */
    public List<String> whatCannotBeTold() {
        List<String> words = new ArrayList<>();
        List<DecisionRow> alike =
                rows.stream().filter(r -> r.is(Standing.ALIKE)).toList();
        List<DecisionRow> undecided =
                rows.stream().filter(r -> r.is(Standing.UNDECIDED)).toList();
        if (!alike.isEmpty()) {
            String meet =
                    question.suchThat().isEmpty() ? "" : " meet" + (alike.size() == 1 ? "s" : "") + " the bounds and";
            words.add(others(alike) + meet + " cannot be told apart from the named one: " + list(alike) + ".");
            higher(alike).ifPresent(words::add);
        }
        if (!undecided.isEmpty()) {
            words.add("Whether " + (undecided.size() == 1 ? "another" : count(undecided.size()) + " others") + " meet"
                    + (undecided.size() == 1 ? "s" : "")
                    + " the bounds is not known, and was not needed for the answer unless the budget ended first: "
                    + list(undecided) + ".");
        }
        rows.stream().filter(DecisionRow::isAnswer).findFirst().ifPresent(named -> {
            int missed = decision.notCleared().get(named.number() - 1);
            if (missed > 0) {
                words.add("In " + count(missed) + " of " + Plural.count(named.replications(), "replication")
                        + " of " + (question.isFrontier() ? "the first one" : "the named one")
                        + " not all was unloaded by the end; these count as the horizon.");
            }
        });
        if (question.metrics().stream()
                .anyMatch(m -> Metric.find(m).filter(Metric::isPercentile).isPresent())) {
            words.add("A percentile here is that of a replication, averaged over replications.");
        }
        if (words.isEmpty()) {
            words.add("Nothing that matters to this question.");
        }
        return words;
    }

    /** What to know if the named one does not have the best mean: who has it got there with fewer replications. */
    private Optional<String> higher(List<DecisionRow> alike) {
        double sign = question.wishes().get(0).most() ? 1 : -1;
        double named = sign * mean(decision.oneGoal());
        return alike.stream()
                .filter(row -> row.replications() > 0)
                .max(Comparator.comparingDouble(row -> sign * row.goals().get(0).mean()))
                .filter(best -> sign * best.goals().get(0).mean() > named)
                .map(best -> "The best mean so far has " + values(best) + " with " + goals(best) + " in "
                        + Plural.count(best.replications(), "replication")
                        + "; that is no more than chance and the indifference allow.");
    }

    private static String others(List<DecisionRow> rows) {
        return rows.size() == 1 ? "One other" : count(rows.size()) + " others";
    }

    private String list(List<DecisionRow> some) {
        String shown =
                String.join("; ", some.stream().limit(NAMED).map(this::values).toList());
        return shown
                + (some.size() > NAMED ? "; and " + count(some.size() - NAMED) + " more, all in candidates.csv" : "");
    }

    private Ending ending() {
        return question.isFrontier()
                ? decision.twoGoals().ending()
                : decision.oneGoal().ending();
    }

    /** The values of a combination: {@code fleet.trucks = 200, bridge.headway = 30 s}. */
    public String values(DecisionRow row) {
        return String.join(
                ", ",
                IntStream.range(0, question.varied().size())
                        .mapToObj(i -> question.varied().get(i).path() + " = "
                                + row.values().get(i))
                        .toList());
    }

    private String goals(DecisionRow row) {
        List<String> goals = new ArrayList<>();
        for (int g = 0; g < question.wishes().size(); g++) {
            goals.add(MetricLabel.with(
                    estimate(row.goals().get(g)),
                    question.wishes().get(g).metric(),
                    decision.units().get(g)));
        }
        return and(goals);
    }

    private String bounds(DecisionRow row) {
        List<String> bounds = new ArrayList<>();
        for (int i = 0; i < question.suchThat().size(); i++) {
            SuchThat asked = question.suchThat().get(i);
            String reached = asked.isShare()
                    ? MetricLabel.of(asked.metric()) + ": " + bound(row.bounds().get(i), asked, i)
                    : MetricLabel.with(
                            estimate(row.bounds().get(i)),
                            asked.metric(),
                            decision.units().get(question.wishes().size() + i));
            bounds.add(
                    reached + ", asked " + asked.text().substring(asked.metric().length() + 1));
        }
        return bounds.isEmpty() ? "" : "; " + String.join("; ", bounds);
    }

    private String bound(Estimate estimate, SuchThat asked, int i) {
        if (asked.isShare()) {
            return "in " + Numbers.fixed(PERCENT * estimate.mean(), 1) + "% of "
                    + Plural.count(estimate.n(), "replication");
        }
        return (estimate(estimate) + " "
                        + MetricLabel.unit(unit(question.wishes().size() + i)))
                .strip();
    }

    private String unit(int use) {
        String unit = decision.units().get(use);
        return unit.equals("1/d") ? "a day" : unit;
    }

    /** A mean with its 95% interval; without spread the mean alone. */
    public static String estimate(Estimate estimate) {
        RoundedNumber number = MetricText.number(estimate);
        return estimate.halfWidth95() > 0 ? number.text() : number.value();
    }

    private static String count(long n) {
        return Numbers.fixed(n, 0);
    }

    private static String margin(Margin margin) {
        return margin.isRelative()
                ? Numbers.shortest(Math.rint(margin.size() * PERCENT * PERCENT) / PERCENT) + "%"
                : Numbers.shortest(margin.size());
    }

    /** {@code a, b and c}. */
    static String and(List<String> parts) {
        return parts.size() == 1
                ? parts.get(0)
                : String.join(", ", parts.subList(0, parts.size() - 1)) + " and " + parts.get(parts.size() - 1);
    }

    private static String capital(String text) {
        return Character.toUpperCase(text.charAt(0)) + text.substring(1);
    }
}
