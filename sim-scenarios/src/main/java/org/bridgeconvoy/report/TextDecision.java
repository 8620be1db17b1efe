package org.bridgeconvoy.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.bridgeconvoy.experiment.Estimate;
import org.bridgeconvoy.study.Vary;
import org.bridgeconvoy.study.optimum.Decision;
import org.bridgeconvoy.study.optimum.Wish;
import org.bridgeconvoy.words.MetricLabel;
import org.bridgeconvoy.words.Numbers;

/** An optimum as text for a terminal: sentences first, then the combinations that matter. */
public final class TextDecision {

    /** Most rows of a table. */
    private static final int ROWS = 12;

    private TextDecision() {}

    /**
     * The decision as text; lines end with LF.
     *
     * @param width columns of the terminal, to which the table is fitted
     */
    public static String of(Decision decision, int width) {
        DecisionWords words = new DecisionWords(decision);
        StringBuilder out = new StringBuilder();
        lines(out, decision.name() + ": " + words.asked(), width);
        lines(
                out,
                "  " + decision.question().combinations() + " combinations, with common random numbers, seed "
                        + decision.seed() + ", Bridge Convoy " + decision.version(),
                width);
        part(out, "What to do", words.whatToDo(), width);
        part(out, "How sure", words.howSure(), width);
        part(out, "What cannot be told", words.whatCannotBeTold(), width);
        table(decision, width).forEach(line -> out.append(line).append('\n'));
        return out.toString();
    }

    private static void part(StringBuilder out, String heading, List<String> sentences, int width) {
        out.append('\n').append(heading).append('\n');
        sentences.forEach(sentence -> TextLines.wrapped("  ", "  ", sentence, width)
                .forEach(line -> out.append(line).append('\n')));
    }

    private static void lines(StringBuilder out, String text, int width) {
        boolean indented = text.startsWith("  ");
        TextLines.wrapped(indented ? "  " : "", "  ", text, width)
                .forEach(line -> out.append(line).append('\n'));
    }

    private static List<String> table(Decision decision, int width) {
        List<DecisionRow> shown = shown(decision);
        if (shown.size() < 2) {
            return List.of();
        }
        TextTable table = new TextTable(headings(decision).toArray(String[]::new));
        shown.forEach(row -> table.row(cells(row).toArray(String[]::new)));
        List<String> lines = new ArrayList<>(List.of(""));
        lines.addAll(table.lines("", width));
        return lines;
    }

    /** The combinations that matter: the answer, those that may be as good, and the next ones; in the order of the first goal. */
    public static List<DecisionRow> shown(Decision decision) {
        double sign = decision.question().wishes().get(0).most() ? -1 : 1;
        Comparator<DecisionRow> best = Comparator.comparingInt(TextDecision::rank)
                .thenComparingDouble(row -> sign * row.goals().get(0).mean())
                .thenComparingInt(DecisionRow::number);
        return DecisionRow.of(decision).stream()
                .filter(row -> row.replications() > 0)
                .sorted(best)
                .limit(ROWS)
                .toList();
    }

    private static int rank(DecisionRow row) {
        if (row.isAnswer()) {
            return 0;
        }
        return List.of("alike", "undecided").contains(row.standing()) ? 1 : 2;
    }

    /** The headings of {@link #cells}. */
    public static List<String> headings(Decision decision) {
        List<String> headings = new ArrayList<>(List.of("no."));
        decision.question().varied().stream().map(Vary::path).forEach(headings::add);
        headings.add("standing");
        for (int g = 0; g < decision.question().wishes().size(); g++) {
            Wish wish = decision.question().wishes().get(g);
            headings.add((wish.most() ? "most " : "least ")
                    + MetricLabel.of(wish.metric(), decision.units().get(g)));
        }
        decision.question().suchThat().stream().map(MetricText::of).forEach(headings::add);
        headings.add("replications");
        return headings;
    }

    /** A row of the table. */
    public static List<String> cells(DecisionRow row) {
        List<String> cells = new ArrayList<>(List.of(Integer.toString(row.number())));
        cells.addAll(row.values());
        cells.add(row.standing().replace('_', ' '));
        row.goals().stream().map(TextDecision::cell).forEach(cells::add);
        row.bounds().stream().map(TextDecision::cell).forEach(cells::add);
        cells.add(Integer.toString(row.replications()));
        return cells;
    }

    private static String cell(Estimate estimate) {
        return estimate.n() == 0 ? Numbers.NO_DATA : DecisionWords.estimate(estimate);
    }
}
