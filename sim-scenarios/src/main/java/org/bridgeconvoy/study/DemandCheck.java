package org.bridgeconvoy.study;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.bridgeconvoy.calendar.Nanos;
import org.bridgeconvoy.experiment.Estimate;
import org.bridgeconvoy.result.DailyTable;
import org.bridgeconvoy.result.ReplicationResult;

/**
 * Whether demand limits throughput. It does if the undelivered tonnes (consigned, not yet unloaded) neither grow nor are an old backlog
 * that is being worked off.
 *
 * <p><i>Growth</i> compares the undelivered tonnes at two midnights: the last one of the window, and one about half the window before it.
 * Where the window is long enough, whole weeks lie between them, so that days of rest weigh alike. Tonnes under way grow with demand
 * itself; the earlier tonnes are therefore scaled up by the growth of what was consigned in the week before each midnight. Growth counts if
 * its one-sided 95% t interval over the replications lies above 0 and its mean above {@value #LEAST_GROWTH} of the tonnes consigned between
 * the midnights. With less, a station at 101% of its capacity would pass for demand. A window below two whole days has no middle: there,
 * the tonnes undelivered at the horizon are compared with all that was consigned.
 *
 * <p>A backlog is <i>worked off</i> if two things hold: more than a day's consignments are undelivered at the last midnight; and the
 * undelivered tonnes fell in the last week by more than {@value #WORKED_OFF} of the tonnes delivered in it, after a fall of demand is taken
 * out.
 */
final class DemandCheck {

    /** Growth of the undelivered tonnes that is allowed, as a share of the tonnes consigned meanwhile. */
    static final double LEAST_GROWTH = 0.0025;

    /** Fall of the undelivered tonnes that is allowed, as a share of the tonnes delivered meanwhile. */
    private static final double WORKED_OFF = 0.02;

    /** Confidence of the two-sided interval that leaves out 5% on one side. */
    private static final double ONE_SIDED_95 = 0.90;

    private static final int WEEK = 7;

    /** Days after which the pipeline has filled, even in a run without warm-up. */
    private static final int FILLED = 4;

    /**
     * Course of the undelivered tonnes.
     *
     * @param grows whether they grow significantly through the window; lead times and waits then have no steady value
     * @param worksOff whether an old backlog is still being worked off
     * @param evidence the tonnes and the shares in words
     * @param beyond tonnes by which the growth of each replication exceeds the growth that is allowed
     */
    record Outcome(boolean grows, boolean worksOff, String evidence, double[] beyond) {

        /** Whether demand limits. */
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

    /** Checks the replications of a run. One replication never shows growth: it has no interval, and chance may be all of it. */
    static Outcome of(List<DailyTable> tables, long warmUpNanos, long horizonNanos) {
        int first = (int) ((warmUpNanos + Nanos.DAY - 1) / Nanos.DAY);
        int last = (int) (horizonNanos / Nanos.DAY);
        DemandCheck check = new DemandCheck(tables, first, last);
        return last - first < 2 ? check.atTheEnd() : check.overTime();
    }

    /** Growth in a window too short to have a middle. */
    private Outcome atTheEnd() {
        int days = tables.get(0).days();
        double[] left = each(t -> undelivered(t, days));
        return growth(left, consigned(0, days), "undelivered at the end");
    }

    /** Growth between two midnights, and if there is none, whether a backlog is worked off. */
    private Outcome overTime() {
        int span = span(last - first, first > 0);
        int middle = last - span;
        double trend = Math.max(1, trend(middle));
        double[] grown = each(t -> undelivered(t, last) - trend * undelivered(t, middle));
        Outcome growth = growth(grown, consigned(middle, last), "more undelivered than " + days(span) + " before");
        return growth.grows() ? growth : workedOff(growth, span);
    }

    /**
     * Days between the two midnights: about half of {@code days}, in whole weeks if there is room for them.
     *
     * @param days whole days of the window
     * @param isWarm whether a warm-up lies before the window
     */
    static int span(int days, boolean isWarm) {
        if (days >= 2 * WEEK) {
            int weeks = days / 2 / WEEK;
            return days - 2 * WEEK * weeks > 2 * WEEK * (weeks + 1) - days ? (weeks + 1) * WEEK : weeks * WEEK;
        }
        return days >= WEEK + (isWarm ? 1 : FILLED) ? WEEK : days / 2;
    }

    /**
     * Whether tonnes have grown, significantly and by enough.
     *
     * @param tonnes growth in each replication
     * @param consigned tonnes consigned meanwhile
     * @param what words for the growth
     */
    private Outcome growth(double[] tonnes, double consigned, String what) {
        Estimate mean = Estimate.of(tonnes);
        double allowed = LEAST_GROWTH * consigned;
        boolean isLarge = mean.mean() > allowed;
        boolean isSure = mean.mean() - mean.halfWidth(ONE_SIDED_95) > 0;
        String words = mean.mean() < 0 ? what.replace("more undelivered", "less undelivered") : what;
        String chance = isLarge && !isSure ? ", which may be chance" : "";
        String evidence = evidence(mean.mean(), consigned, words, "consigned") + chance;
        double[] beyond = Arrays.stream(tonnes).map(t -> t - allowed).toArray();
        return new Outcome(isLarge && isSure, false, evidence, beyond);
    }

    /** Whether a backlog is worked off; {@code steady} if not. */
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
                        evidence(fell, moved, "of an old backlog worked off in the last " + days(week), "delivered"),
                        steady.beyond())
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

    /** Tonnes consigned in the last week over those of the week before {@code midnight}; 1 if either is unknown or zero. */
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

    /** A quantity of one replication. */
    private interface Reading {
        double of(DailyTable table);
    }

    private double[] each(Reading reading) {
        return tables.stream().mapToDouble(reading::of).toArray();
    }

    private static double mean(double[] values) {
        return Arrays.stream(values).sum() / values.length;
    }

    /** Tonnes consigned from one day up to, but without, another; mean over the replications. */
    private double consigned(int from, int to) {
        return mean(each(t -> consigned(t, from, to)));
    }

    /** Tonnes consigned and not delivered by the beginning of a day. */
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
