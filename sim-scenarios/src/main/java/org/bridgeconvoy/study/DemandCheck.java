package org.bridgeconvoy.study;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.bridgeconvoy.calendar.Nanos;
import org.bridgeconvoy.experiment.Estimate;
import org.bridgeconvoy.result.DailyTable;
import org.bridgeconvoy.result.ReplicationResult;

/**
 * Whether demand limits: what is consigned is delivered, and what is undelivered (consigned before, not yet unloaded) does
 * not pile up.
 *
 * <p>Compared are the undelivered tonnes at two midnights: the last of the window, and one in its middle, whole weeks
 * before it where the window is long enough, so that days of rest weigh alike. The filling of the pipeline at the start
 * lies before both. What may be under way grows with demand itself, so the earlier tonnes are first scaled up by the
 * growth of the consigned tonnes between the two. Demand limits if the rest of the growth is at most {@value #TOLERANCE} of
 * what was consigned between, and if a backlog is not still being worked off (more than a day's consignments are
 * undelivered at the end, and the undelivered tonnes, scaled down by a fall of demand, shrink by more than that in the
 * last week). A window below two whole days has no middle: there, what is
 * undelivered at the end is held against all that was consigned.
 */
final class DemandCheck {

    /** What undelivered tonnes may grow by, as a share of what was consigned meanwhile. */
    static final double TOLERANCE = 0.02;

    private static final int WEEK = 7;

    /** Long enough after the start, even of a run without warm-up, for the pipeline to have filled. */
    private static final int FILLED = 4;

    /** Verdict with its evidence: growth as a share of the consigned, over replications. */
    record Outcome(boolean isWithinTolerance, boolean isSignificant, String evidence) {}

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

    /** Checks the replications of a run. */
    static Outcome of(List<DailyTable> tables, long warmUpNanos, long horizonNanos) {
        int first = (int) ((warmUpNanos + Nanos.DAY - 1) / Nanos.DAY);
        int last = (int) (horizonNanos / Nanos.DAY);
        DemandCheck check = new DemandCheck(tables, first, last);
        return last - first < 2 ? check.atTheEnd() : check.overTime();
    }

    private Outcome atTheEnd() {
        int days = tables.get(0).days();
        double[] left = each(t -> undelivered(t, days));
        return judge(left, sum(each(t -> consigned(t, 0, days))), "undelivered at the end");
    }

    private Outcome overTime() {
        int span = span(last - first, first > 0);
        int middle = last - span;
        double growth = Math.max(1, trend(middle, span));
        double[] grown = each(t -> undelivered(t, last) - growth * undelivered(t, middle));
        double consigned = sum(each(t -> consigned(t, middle, last)));
        Outcome piling = judge(grown, consigned, "more undelivered than " + days(span) + " before");
        return piling.isWithinTolerance() ? workedOff(piling, span) : piling;
    }

    /** How many days the second midnight lies after the first. */
    static int span(int days, boolean isWarm) {
        if (days >= 2 * WEEK) {
            return days / 2 / WEEK * WEEK;
        }
        return days >= WEEK + (isWarm ? 1 : FILLED) ? WEEK : days / 2;
    }

    private Outcome workedOff(Outcome steady, int span) {
        int week = Math.min(WEEK, span);
        double aDay = sum(each(t -> consigned(t, last - span, last))) / span;
        if (sum(each(t -> undelivered(t, last))) <= aDay) {
            return steady;
        }
        int before = last - week;
        double fall = Math.min(1, trend(before, week));
        double[] shrunk = each(t -> fall * undelivered(t, before) - undelivered(t, last));
        double moved = Math.max(sum(each(t -> consigned(t, before, last))), sum(each(t -> delivered(t, before, last))));
        Outcome draining = judge(shrunk, moved, "of an old backlog worked off in the last " + days(week));
        return draining.isWithinTolerance() ? steady : draining;
    }

    private Outcome judge(double[] tonnes, double base, String what) {
        Estimate mean = Estimate.of(tonnes);
        double perRun = base / tables.size();
        boolean within = mean.mean() <= TOLERANCE * perRun;
        double share = perRun > 0 ? 100 * mean.mean() / perRun : 0;
        // Without a half-width (one replication) chance cannot be told from growth.
        boolean significant = !within && mean.mean() - mean.halfWidth95() > 0;
        String words = mean.mean() < 0 ? what.replace("more undelivered", "less undelivered") : what;
        return new Outcome(
                within,
                significant,
                String.format(
                        Locale.ROOT,
                        "%,.0f t %s, %.1f%% of the %,.0f t handled meanwhile",
                        Math.abs(mean.mean()),
                        words,
                        Math.abs(share),
                        perRun));
    }

    /** How much more was consigned in the last days than in as many days before {@code middle}; 1 where unknown. */
    private double trend(int middle, int span) {
        int days = Math.min(span, middle);
        double before = sum(each(t -> consigned(t, middle - days, middle)));
        double after = sum(each(t -> consigned(t, last - days, last)));
        return days > 0 && before > 0 ? after / before : 1;
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

    private static double sum(double[] values) {
        return Arrays.stream(values).sum();
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
