package org.bridgeconvoy.study;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.bridgeconvoy.calendar.Nanos;
import org.bridgeconvoy.experiment.Estimate;
import org.bridgeconvoy.result.DailyTable;
import org.bridgeconvoy.result.ReplicationResult;

/**
 * Whether demand limits: the undelivered tonnes (consigned before, not yet unloaded) neither grow nor are an old backlog that is
 * being worked off.
 *
 * <p><i>Growth</i> is what is undelivered at the window's last midnight less what is at an earlier one, about half the window
 * and whole weeks before it where the window is long enough, so that days of rest weigh alike. What is under way grows with
 * demand itself, so the earlier tonnes are scaled up by the growth of what was consigned in the week before each. It counts if
 * its one-sided 95% t interval over the replications lies above 0 and its mean above {@value #LEAST_GROWTH} of what was consigned
 * between, so that a station at 101% of its capacity does not pass for demand. A window below two whole days has no middle:
 * there, what is undelivered at the horizon is held against all that was consigned.
 *
 * <p>A backlog is <i>worked off</i> if more than a day's consignments are undelivered at the last midnight and the undelivered
 * tonnes, scaled down by a fall of demand, fell in the last week by more than {@value #WORKED_OFF} of what was delivered in it.
 */
final class DemandCheck {

    /** Allowed growth of undelivered tonnes, as a share of the tonnes consigned meanwhile. */
    static final double LEAST_GROWTH = 0.0025;

    private static final double WORKED_OFF = 0.02;

    /** Both tails of a two-sided interval leave 5% on one side. */
    private static final double ONE_SIDED_95 = 0.90;

    private static final int WEEK = 7;

    /** Long enough after the start, even of a run without warm-up, for the pipeline to have filled. */
    private static final int FILLED = 4;

    /**
     * What the undelivered tonnes do.
     *
     * @param grows whether they grow significantly through the window, so that lead times and waits have no steady value
     * @param worksOff whether a backlog from before is still being worked off
     * @param evidence the same in words
     */
    record Outcome(boolean grows, boolean worksOff, String evidence) {

        boolean isDemand() {
            return !grows && !worksOff;
        }
    }

    private final List<DailyTable> tables;
    private final int first;
    private final int last;

    private DemandCheck(List<DailyTable> tables, int first, int last) {
        this.tables = tables;
        this.first = first;
        this.last = last;
    }

    /** Whether no truckload appeared in any replication. */
    static boolean isNothingConsigned(List<ReplicationResult> replications) {
        return replications.stream()
                .map(ReplicationResult::daily)
                .allMatch(table -> consigned(table, 0, table.days()) == 0);
    }

    /** Checks the replications of a run; of one replication nothing grows, since that could be chance. */
    static Outcome of(List<DailyTable> tables, long warmUpNanos, long horizonNanos) {
        int first = (int) ((warmUpNanos + Nanos.DAY - 1) / Nanos.DAY);
        int last = (int) (horizonNanos / Nanos.DAY);
        DemandCheck check = new DemandCheck(tables, first, last);
        return last - first < 2 ? check.atTheEnd() : check.overTime();
    }

    private Outcome atTheEnd() {
        int days = tables.get(0).days();
        double[] left = each(t -> undelivered(t, days));
        return growth(left, consigned(0, days), "undelivered at the end");
    }

    private Outcome overTime() {
        int span = span(last - first, first > 0);
        int middle = last - span;
        double trend = Math.max(1, trend(middle));
        double[] grown = each(t -> undelivered(t, last) - trend * undelivered(t, middle));
        Outcome growth = growth(grown, consigned(middle, last), "more undelivered than " + days(span) + " before");
        return growth.grows() ? growth : workedOff(growth, span);
    }

    /** How many days the second midnight lies after the first. */
    static int span(int days, boolean isWarm) {
        if (days >= 2 * WEEK) {
            int weeks = days / 2 / WEEK;
            return days - 2 * WEEK * weeks > 2 * WEEK * (weeks + 1) - days ? (weeks + 1) * WEEK : weeks * WEEK;
        }
        return days >= WEEK + (isWarm ? 1 : FILLED) ? WEEK : days / 2;
    }

    private Outcome growth(double[] tonnes, double consigned, String what) {
        Estimate mean = Estimate.of(tonnes);
        boolean isLarge = mean.mean() > LEAST_GROWTH * consigned;
        boolean isSure = mean.mean() - mean.halfWidth(ONE_SIDED_95) > 0;
        String words = mean.mean() < 0 ? what.replace("more undelivered", "less undelivered") : what;
        String chance = isLarge && !isSure ? ", which may be chance" : "";
        return new Outcome(isLarge && isSure, false, evidence(mean.mean(), consigned, words, "consigned") + chance);
    }

    private Outcome workedOff(Outcome steady, int span) {
        int week = Math.min(WEEK, span);
        double aDay = consigned(last - span, last) / span;
        if (mean(each(t -> undelivered(t, last))) <= aDay) {
            return steady;
        }
        int before = last - week;
        double trend = Math.min(1, trend(before));
        double fell = mean(each(t -> trend * undelivered(t, before) - undelivered(t, last)));
        double moved = mean(each(t -> delivered(t, before, last)));
        return fell > WORKED_OFF * moved
                ? new Outcome(
                        false,
                        true,
                        evidence(fell, moved, "of an old backlog worked off in the last " + days(week), "delivered"))
                : steady;
    }

    private static String evidence(double tonnes, double base, String what, String ofWhat) {
        return String.format(
                Locale.ROOT,
                "%,.0f t %s, %.1f%% of the %,.0f t %s meanwhile",
                Math.abs(tonnes),
                what,
                base > 0 ? 100 * Math.abs(tonnes) / base : 0,
                base,
                ofWhat);
    }

    /** How much more was consigned in the last week than in the one before {@code midnight}; 1 where unknown. */
    private double trend(int midnight) {
        if (midnight < WEEK) {
            return 1;
        }
        double before = consigned(midnight - WEEK, midnight);
        double after = consigned(last - WEEK, last);
        return before > 0 && after > 0 ? after / before : 1;
    }

    private static String days(int n) {
        return n == 1 ? "a day" : n + " days";
    }

    private interface Reading {
        double of(DailyTable table);
    }

    private double[] each(Reading reading) {
        return tables.stream().mapToDouble(reading::of).toArray();
    }

    private static double mean(double[] values) {
        return Arrays.stream(values).sum() / values.length;
    }

    /** Tonnes consigned on some days, mean over the replications. */
    private double consigned(int from, int to) {
        return mean(each(t -> consigned(t, from, to)));
    }

    private static double undelivered(DailyTable table, int midnight) {
        return consigned(table, 0, midnight) - delivered(table, 0, midnight);
    }

    private static double consigned(DailyTable table, int from, int to) {
        long sum = 0;
        for (int day = from; day < to; day++) {
            sum += table.consigned(day);
        }
        return sum / 1e9;
    }

    private static double delivered(DailyTable table, int from, int to) {
        long sum = 0;
        for (int day = from; day < to; day++) {
            sum += table.delivered(day);
        }
        return sum / 1e9;
    }
}
