package org.bridgeconvoy.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.bridgeconvoy.experiment.Estimate;
import org.bridgeconvoy.experiment.Interval;
import org.bridgeconvoy.experiment.sensitivity.ExpectedRange;
import org.bridgeconvoy.experiment.sensitivity.InputIndices;
import org.bridgeconvoy.experiment.sensitivity.IntervalEstimate;
import org.bridgeconvoy.experiment.sensitivity.TornadoBar;
import org.bridgeconvoy.study.Mark;
import org.bridgeconvoy.study.sensitivity.BoundChance;
import org.bridgeconvoy.study.sensitivity.MetricSensitivity;
import org.bridgeconvoy.study.sensitivity.SensitivityResult;
import org.bridgeconvoy.words.Numbers;
import org.bridgeconvoy.words.Plural;
import org.bridgeconvoy.words.RoundedNumber;

/** What is not known, in sentences that need no knowledge of the methods; the text and the page share them. */
public final class SensitivityWords {

    private static final double PERCENT = 100;

    /** A range is shown in steps of this part of its width, or finer. */
    private static final double SHOWN_STEPS = 20;

    /** Inputs that a sentence names. */
    private static final int NAMED = 3;

    private SensitivityWords() {}

    /** {@code 98.4}: a value with as many decimals as the range needs. */
    public static String value(MetricSensitivity metric, double value) {
        return Numbers.fixed(value, decimals(metric));
    }

    /** A value of an input as people read it: what a file writes, without the braces and quotes of a choice. */
    public static String plain(String shown) {
        boolean isMap = shown.startsWith("{") && shown.endsWith("}");
        return (isMap ? shown.substring(1, shown.length() - 1) : shown).replace("\"", "");
    }

    private static int decimals(MetricSensitivity metric) {
        ExpectedRange range = metric.expected();
        double width = Math.max(range.p95() - range.p5(), metric.base().halfWidth95());
        return Numbers.decimals(range.median(), width / SHOWN_STEPS, 0);
    }

    private static String withUnit(MetricSensitivity metric, String text) {
        return metric.metric().unit().isEmpty()
                ? text
                : text + " " + metric.metric().unit();
    }

    /** What range to expect, with its marks. */
    public static String expected(MetricSensitivity metric) {
        ExpectedRange range = metric.expected();
        Estimate base = metric.base();
        return metric.says() + ": expect " + value(metric, range.p5()) + " to "
                + withUnit(metric, value(metric, range.p95()))
                + " (" + marks(metric) + "nine of ten worlds; half of them below " + value(metric, range.median())
                + "). With the values of the file it is "
                + (base.n() < 2 || base.halfWidth95() == 0
                        ? value(metric, base.mean()) + "."
                        : MetricText.number(base).text() + ", but that +- is chance alone.");
    }

    /** The marks of a range, each with what parts it from the words behind it. */
    private static String marks(MetricSensitivity metric) {
        return metric.marks().stream().map(mark -> mark.label() + "; ").collect(Collectors.joining());
    }

    /** Why ranges that are marked may hold another share of the worlds, once for all metrics; empty if none is. */
    public static Optional<String> unsure(SensitivityResult result) {
        List<MetricSensitivity> marked = result.metrics().stream()
                .filter(metric -> !metric.marks().isEmpty())
                .toList();
        double most = marked.stream()
                .mapToDouble(metric -> metric.expected().chanceShare())
                .max()
                .orElse(0);
        return marked.isEmpty()
                ? Optional.empty()
                : Optional.of(Mark.UNSURE_FEW.label() + ": chance makes up " + (marked.size() == 1 ? "" : "as much as ")
                        + RoundedNumber.percent(most)
                        + "% of the spread of the worlds' means, so more or fewer than nine of ten worlds may lie in the"
                        + " range; more --replications of each world show it.");
    }

    /** What to find out first of one metric. */
    public static String first(SensitivityResult result, MetricSensitivity metric) {
        List<InputIndices> matter = metric.indices().stream()
                .filter(InputIndices::matters)
                .sorted(Comparator.comparingDouble(i -> -i.first().value()))
                .toList();
        if (matter.isEmpty()) {
            return metric.says() + ": no input makes a difference that these worlds can tell from chance.";
        }
        List<String> parts = new ArrayList<>();
        for (InputIndices index : matter.subList(0, Math.min(NAMED, matter.size()))) {
            parts.add(result.path(index.input()) + " (" + percent(index.first()) + ")");
        }
        String others = matter.size() <= NAMED ? "" : " " + (matter.size() - NAMED) + " more matter less.";
        return metric.says() + ": find out " + String.join(", then ", parts) + "." + others;
    }

    /** Of several metrics, the input that is worth most over all of them; empty for one metric, or if none matters. */
    public static Optional<String> overall(SensitivityResult result) {
        if (result.metrics().size() < 2) {
            return Optional.empty();
        }
        int best = -1;
        double most = 0;
        for (int i = 0; i < result.inputs(); i++) {
            int input = i;
            double sum = result.metrics().stream()
                    .map(metric -> metric.indices().get(input))
                    .filter(InputIndices::matters)
                    .mapToDouble(index -> Math.max(0, index.first().value()))
                    .sum();
            if (sum > most) {
                most = sum;
                best = i;
            }
        }
        if (best < 0) {
            return Optional.empty();
        }
        int input = best;
        List<String> parts = result.metrics().stream()
                .filter(metric -> metric.indices().get(input).matters())
                .map(metric -> percent(metric.indices().get(input).first()) + " of the spread of " + metric.says())
                .toList();
        return Optional.of("Over all: find out " + result.path(input) + " first. Once it is known, "
                + DecisionWords.and(parts) + (parts.size() == 1 ? " goes away." : " go away."));
    }

    /** The inputs that are not shown to matter to any metric; empty if there are none. */
    public static Optional<String> rest(SensitivityResult result) {
        List<String> rest = IntStream.range(0, result.inputs())
                .filter(i -> result.metrics().stream()
                        .noneMatch(metric -> metric.indices().get(i).matters()))
                .mapToObj(result::path)
                .toList();
        return rest.isEmpty()
                ? Optional.empty()
                : Optional.of("Not shown to matter" + (result.metrics().size() > 1 ? " to any of these: " : ": ")
                        + String.join(", ", rest) + ". The values in the file will do for them.");
    }

    /** How to read the shares in {@link #first}. */
    public static String shares(SensitivityResult result) {
        return result.design().independent()
                ? "In brackets: how much of the spread between worlds goes away, on average, once that value is known."
                : "In brackets: how much of the spread goes with that value. The inputs are correlated: total indices and the"
                        + " tornado are left out, as one input cannot be moved without the others.";
    }

    /** Why the share of the worlds that meet a bound may be off; empty if it is not. */
    public static Optional<String> unsure(BoundChance chance) {
        return chance.marks().isEmpty()
                ? Optional.empty()
                : Optional.of("Unsure: chance makes up "
                        + RoundedNumber.percent(chance.range().chanceShare())
                        + "% of the spread of the worlds' means, so the share of the worlds may be off by more than its"
                        + " interval; more --replications of each world show it.");
    }

    /** How much of the spread is chance. */
    public static Optional<String> split(MetricSensitivity metric) {
        double share = metric.split().worldsShare().value();
        if (Double.isNaN(share)) {
            return Optional.empty();
        }
        return Optional.of(metric.says() + ": of the spread of a single replication "
                + percent(metric.split().worldsShare()) + " comes from what is not known, the rest is chance.");
    }

    /** How likely a bound is met. */
    public static String bound(BoundChance chance) {
        return MetricText.of(chance.bound()) + ": met in " + percent(chance.replication())
                + " of single replications (" + interval(chance.replication()) + "), and by the expected value in "
                + percent(chance.expected()) + " of the worlds (" + interval(chance.expected()) + ").";
    }

    /** What more worlds would bring. */
    public static String more(SensitivityResult result) {
        double widest = result.metrics().stream()
                .flatMap(m -> m.indices().stream())
                .map(i -> i.main().interval95())
                .mapToDouble(i -> i.high() - i.low())
                .filter(w -> !Double.isNaN(w))
                .max()
                .orElse(Double.NaN);
        if (Double.isNaN(widest)) {
            return "More worlds: --worlds " + 4 * result.worlds() + " takes four times as long.";
        }
        return "The widest interval of a share is " + Numbers.fixed(widest * PERCENT, 0)
                + " points wide; with --worlds " + 4 * result.worlds()
                + ", in four times the time, it would be about half as wide. What has been run is used again.";
    }

    /** {@code 43%}; an estimate beyond what a share can be is 0% or 100%. */
    public static String percent(IntervalEstimate estimate) {
        return percent(estimate.value());
    }

    private static String percent(double share) {
        return Double.isNaN(share)
                ? Numbers.NO_DATA
                : Numbers.fixed(Math.min(1, Math.max(share, 0)) * PERCENT, 0) + "%";
    }

    /** {@code 35 to 51%}. */
    public static String interval(IntervalEstimate estimate) {
        Interval interval = estimate.interval95();
        return Double.isNaN(interval.low())
                ? Numbers.NO_DATA
                : Numbers.fixed(Math.max(interval.low(), 0) * PERCENT, 0) + " to " + percent(interval.high());
    }

    /** {@code 1,280 worlds, each with other values for the 8 inputs that are not known; 2 replications of each; seed 1}. */
    public static String worlds(SensitivityResult result) {
        return Numbers.fixed(result.worlds(), 0) + " worlds, each with other values for the "
                + Plural.count(result.inputs(), "input") + " that " + (result.inputs() == 1 ? "is" : "are")
                + " not known; " + Plural.count(result.replications(), "replication") + " of each; seed "
                + result.seed();
    }

    /** Headings of {@link #tornado}. */
    public static List<String> tornadoHeadings() {
        return List.of("one input alone", "set to", "then", "difference");
    }

    /** The tornado as rows of a table, the widest bar first; inputs without an effect that can be told from chance are left out. */
    public static List<List<String>> tornado(SensitivityResult result, MetricSensitivity metric) {
        List<List<String>> rows = new ArrayList<>();
        List<TornadoBar> bars = metric.tornado().stream()
                .filter(SensitivityWords::hasEffect)
                .sorted(Comparator.comparingDouble(bar -> -bar.width()))
                .toList();
        for (TornadoBar bar : bars) {
            for (TornadoBar.End end : bar.ends()) {
                double difference = end.difference().estimate().mean();
                rows.add(List.of(
                        result.path(bar.input()),
                        plain(result.shown(bar.input(), end.value())),
                        value(metric, end.mean().mean()),
                        Double.isNaN(difference)
                                ? Numbers.NO_DATA
                                : RoundedNumber.difference(
                                                difference, end.difference().halfWidth())
                                        .signedText()));
            }
        }
        return rows;
    }

    /** Whether some end of a bar differs from the base by more than the half-width of the difference. */
    private static boolean hasEffect(TornadoBar bar) {
        return bar.ends().stream()
                .anyMatch(end -> Math.abs(end.difference().estimate().mean())
                        > (Double.isNaN(end.difference().halfWidth())
                                ? 0
                                : end.difference().halfWidth()));
    }
}
