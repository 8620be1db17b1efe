package org.bridgeconvoy.report;

import java.time.LocalDate;
import java.time.format.TextStyle;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.bridgeconvoy.experiment.Estimate;
import org.bridgeconvoy.experiment.PairedDifference;
import org.bridgeconvoy.experiment.Verdict;
import org.bridgeconvoy.study.Answered;
import org.bridgeconvoy.study.Expected;
import org.bridgeconvoy.study.Mark;
import org.bridgeconvoy.study.MetricResult;
import org.bridgeconvoy.study.StudyResult;
import org.bridgeconvoy.words.MetricLabel;
import org.bridgeconvoy.words.Plural;
import org.bridgeconvoy.words.RoundedNumber;
import org.jspecify.annotations.Nullable;

/**
 * The answer to a scenario's question in a sentence, and how sure it is in another. Plain text; {@code +-} stands before half-widths.
 */
public final class AnswerSentence {

    /** Words with which the name of a number says its unit. */
    private static final Set<String> UNITS =
            Set.of("trucks", "tonnes", "hours", "minutes", "days", "vehicles", "truckloads", "turns");

    /** Units of numbers that count things. */
    private static final Set<String> COUNTS = Set.of("trucks", "trucks/d", "vehicles", "vehicles/d");

    /** Largest half-width of small chance, as a share of the number. */
    private static final double SMALL = 0.05;

    /** Largest half-width of chance that is not large. */
    private static final double LARGE = 0.25;

    private final StudyResult result;
    private final Headline headline;
    private final int replications;

    private AnswerSentence(StudyResult result, Headline headline) {
        this.result = result;
        this.headline = headline;
        this.replications = result.replications().size();
    }

    /**
     * The answer: {@code Yes: 120 +- 1 trucks out on an open day; more than 100 asked for.} Empty if the result has no number to answer
     * with.
     */
    public static String of(StudyResult result) {
        return Headline.of(result)
                .map(h -> new AnswerSentence(result, h).sentence())
                .orElse("");
    }

    /**
     * Chance and what is not known, apart: {@code Chance is small (0.6%); 22 of 26 inputs are assumed.} If the range to expect is known, it
     * stands in place of the count.
     */
    public static String sureness(StudyResult result, NotKnown notKnown) {
        return capital(String.join("; ", surenessParts(result, notKnown))) + ".";
    }

    /** The parts of {@link #sureness}: what chance does, if something can be said of it, then what is not known. */
    public static List<String> surenessParts(StudyResult result, NotKnown notKnown) {
        String chance = Headline.of(result)
                .map(h -> new AnswerSentence(result, h).chance())
                .orElse("");
        String assumed = notKnown.of(result)
                .map(range -> "given what is not known, expect " + range.text() + " (in nine of ten worlds"
                        + (range.isUnsure() ? ", unsure)" : ")"))
                .orElseGet(() -> assumed(result));
        return chance.isEmpty() ? List.of(assumed) : List.of(chance, assumed);
    }

    private String sentence() {
        Answered answer = headline.answer();
        String end = asked(answer) + ".";
        String lead = lead(answer);
        if (answer != null && answer.difference() != null && answer.there() != null) {
            return named(lead, difference(answer, answer.difference(), answer.there())) + end;
        }
        if (headline.value().n() == 0) {
            return named(lead, never()) + end;
        }
        String number = atLeast() + number(headline.value(), expected());
        String when = date() + notThere();
        return saysUnit()
                ? capital((lead.isEmpty() ? "" : lead + ": ") + number + " " + headline.says()) + when + end
                : named(lead, number + (unit().isEmpty() ? "" : " " + unit())) + when + end;
    }

    /** {@code Yes}, {@code No}, {@code Cannot be told}; empty if nothing is expected. */
    private static String lead(@Nullable Answered answer) {
        Expected expected = answer == null ? null : answer.expected();
        return expected == null ? "" : capital(expected.outcome().label());
    }

    /** The name of the number, then what is said of it. */
    private String named(String lead, String said) {
        return capital(lead.isEmpty() ? headline.says() + ": " + said : lead + ", " + headline.says() + ": " + said);
    }

    private @Nullable Expected expected() {
        Answered answer = headline.answer();
        return answer == null ? null : answer.expected();
    }

    private String number(MetricResult m, @Nullable Expected expected) {
        if (m.isPooled()) {
            return RoundedNumber.withEnds(m.value(), m.low(), m.high());
        }
        double bound = expected == null ? Double.NaN : expected.bound();
        return RoundedNumber.withInterval(m.value(), m.halfWidth(), isCount(), bound);
    }

    private boolean isCount() {
        return COUNTS.contains(headline.unit());
    }

    /** Whether the name of the number begins with its unit, as {@code hours of a trip} does. */
    private boolean saysUnit() {
        return UNITS.contains(headline.says().split("\\W", 2)[0].toLowerCase(Locale.ROOT));
    }

    private String unit() {
        return MetricLabel.unit(headline.unit());
    }

    /** What was asked for: {@code "; more than 100 asked for"}; empty if nothing is expected. */
    private String asked(@Nullable Answered answer) {
        if (answer == null) {
            return "";
        }
        Expected expected = answer.expected();
        if (expected == null) {
            return "";
        }
        String wanted = answer.difference() == null
                ? expected.relation().words() + " " + RoundedNumber.alone(expected.bound())
                : more(expected.relation(), expected.bound());
        long all = result.answers().stream().filter(a -> a.expected() != null).count();
        long met = result.answers().stream()
                .map(Answered::expected)
                .filter(e -> e != null && e.outcome() == Expected.Outcome.YES)
                .count();
        return "; " + wanted + " asked for"
                + (all > 1
                        ? " (of " + all + " expectations " + (met == all ? "all" : met == 0 ? "none" : met) + " met)"
                        : "");
    }

    /** An expected difference: {@code at most 1 more}, {@code at least 4 less}, {@code no less}. */
    private static String more(Expected.Relation relation, double bound) {
        if (bound == 0) {
            return switch (relation) {
                case AT_LEAST -> "no less";
                case AT_MOST -> "no more";
                case MORE_THAN -> "more";
                case LESS_THAN -> "less";
            };
        }
        if (bound > 0) {
            return relation.words() + " " + RoundedNumber.alone(bound) + " more";
        }
        String turned = switch (relation) {
            case AT_LEAST -> "at most";
            case AT_MOST -> "at least";
            case MORE_THAN -> "less than";
            case LESS_THAN -> "more than";
        };
        return turned + " " + RoundedNumber.alone(-bound) + " less";
    }

    /** {@code 8.5 +- 0.2 hours less than in day-and-night (4.5 instead of 13.0)}. */
    private String difference(Answered answer, PairedDifference difference, Estimate there) {
        Estimate e = difference.estimate();
        if (e.n() == 0) {
            return "no replication got there both here and in " + answer.against();
        }
        if (difference.verdict() == Verdict.EQUAL && difference.matters() > 0 && e.mean() != 0) {
            return "equal to " + answer.against() + " as far as it matters ("
                    + RoundedNumber.difference(e.mean(), e.halfWidth95()).signedText() + ", within "
                    + RoundedNumber.alone(difference.matters()) + ")";
        }
        if (difference.verdict() == Verdict.EQUAL) {
            return "the same as in " + answer.against() + ", "
                    + RoundedNumber.alone(answer.value().value())
                    + (unit().isEmpty() || saysUnit() ? "" : " " + unit());
        }
        Expected expected = answer.expected();
        double bound = expected == null ? 0 : expected.bound();
        boolean isLess = e.mean() < 0;
        String size =
                RoundedNumber.withInterval(Math.abs(e.mean()), e.halfWidth95(), isCount(), isLess ? -bound : bound)
                        + (unit().isEmpty() || saysUnit() ? "" : " " + unit())
                        + (isLess ? " less" : " more");
        String both = RoundedNumber.beside(answer.value().value(), e.halfWidth95()) + " instead of "
                + RoundedNumber.beside(there.mean(), e.halfWidth95());
        if (e.n() > 1 && difference.verdict() == Verdict.UNDECIDED) {
            return "no difference from " + answer.against() + " can be told (" + size + ", " + both + ")";
        }
        return size + " than in " + answer.against() + " (" + both + ")";
    }

    private String never() {
        return headline.value().countsNotCleared() || isRecovery()
                ? "not by the end in any of " + Plural.count(replications, "replication")
                : "there was nothing to measure";
    }

    private boolean isRecovery() {
        return headline.answer() != null && headline.answer().missing() > 0;
    }

    private int missing() {
        return headline.answer() == null
                ? headline.value().notCleared()
                : headline.answer().missing();
    }

    private String atLeast() {
        return missing() > 0 ? "at least " : "";
    }

    private String notThere() {
        return missing() > 0
                ? ", as " + missing() + " of " + Plural.count(replications, "replication")
                        + " did not get there by the end"
                : "";
    }

    /** The date on which the mean of days falls; empty for other numbers. */
    private String date() {
        Answered answer = headline.answer();
        LocalDate since = headline.value().countsNotCleared() ? result.start() : answer == null ? null : answer.since();
        if (since == null) {
            return "";
        }
        // The whole of a day is over at its end: 1.0 days after the beginning of the first are that day.
        LocalDate date =
                since.plusDays((long) Math.max(0, Math.ceil(headline.value().value()) - 1));
        return ", about " + date.getDayOfMonth() + " " + date.getMonth().getDisplayName(TextStyle.FULL, Locale.ENGLISH)
                + " " + date.getYear();
    }

    private String chance() {
        Answered answer = headline.answer();
        if (replications < 2) {
            return "one replication tells nothing of chance";
        }
        PairedDifference difference = answer == null ? null : answer.difference();
        boolean isDifference = difference != null;
        Estimate shown = difference == null ? headline.value().shown() : difference.estimate();
        double half = isDifference ? shown.halfWidth95() : headline.value().halfWidth();
        if (Double.isNaN(half)) {
            return "too few replications to tell chance";
        }
        if (half == 0) {
            return headline.value().marks().contains(Mark.NO_CHANCE)
                    ? "no chance in it"
                    : "all " + replications + " replications agree";
        }
        List<Mark> marks = difference == null ? headline.value().marks() : Mark.of(difference);
        String unsure = marks.contains(Mark.UNSURE_SKEWED) ? ", unsure" : "";
        double share = half / Math.abs(shown.mean());
        if (share >= 1) {
            return "chance may be all of it" + unsure;
        }
        String size = share <= SMALL ? "small" : share <= LARGE ? "moderate" : "large";
        String percent = share < 0.0005 ? "below 0.1" : RoundedNumber.percent(share);
        return "chance is " + size + " (" + percent + "%" + unsure + ")";
    }

    private static String assumed(StudyResult result) {
        Inputs inputs = Inputs.of(result);
        return inputs.all() == 0 ? "no sources are given for the inputs" : inputs.count() + " " + inputs.verb();
    }

    private static String capital(String text) {
        return text.isEmpty() ? text : Character.toUpperCase(text.charAt(0)) + text.substring(1);
    }
}
