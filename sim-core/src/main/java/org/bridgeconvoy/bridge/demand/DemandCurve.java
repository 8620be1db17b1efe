package org.bridgeconvoy.bridge.demand;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.bridgeconvoy.calendar.DayInterval;
import org.bridgeconvoy.calendar.Hours;
import org.bridgeconvoy.calendar.LocalClock;
import org.bridgeconvoy.calendar.Nanos;

/**
 * The cumulative demand of a stream in truckloads as a function of time: each day's quantity is spread evenly over the
 * intervals of the stream's hours that begin on that day. Immutable, shared by all replications.
 *
 * <p>The cumulative quantity is kept as an exact decimal sum, split into whole truckloads and a fraction. So rounding never loses a
 * truckload that is reached exactly at closing time; a shortfall below 1e-9 of a truckload at the end of an interval counts as reached.
 */
public final class DemandCurve {

    private static final BigDecimal SLACK = new BigDecimal("1e-9");
    private static final BigDecimal MOST = new BigDecimal("1e9");

    private final long[] starts;
    private final long[] ends;
    private final double[] quantities;
    private final long[] wholeBefore;
    private final double[] fractionBefore;
    private final long[] wholeAfter;
    private final LocalClock clock;

    private DemandCurve(Builder b) {
        clock = b.clock;
        starts = Arrays.copyOf(b.starts, b.count);
        ends = Arrays.copyOf(b.ends, b.count);
        quantities = new double[b.count];
        wholeBefore = new long[b.count];
        fractionBefore = new double[b.count];
        wholeAfter = new long[b.count];
        BigDecimal sum = BigDecimal.ZERO;
        for (int i = 0; i < b.count; i++) {
            wholeBefore[i] = sum.setScale(0, RoundingMode.FLOOR).longValueExact();
            fractionBefore[i] = sum.subtract(BigDecimal.valueOf(wholeBefore[i])).doubleValue();
            quantities[i] = b.quantities[i].doubleValue();
            sum = sum.add(b.quantities[i]);
            if (sum.compareTo(MOST) > 0) {
                throw new IllegalArgumentException("more than a billion truckloads accrue over the run");
            }
            wholeAfter[i] = sum.add(SLACK).setScale(0, RoundingMode.FLOOR).longValueExact();
        }
    }

    /**
     * A curve to be built piece by piece.
     *
     * @param start the date of day 0
     * @param horizonNanos the length of the run, above 0
     * @return a builder without demand
     */
    public static Builder builder(LocalDate start, long horizonNanos) {
        return builder(start, horizonNanos, LocalClock.fixed(0));
    }

    /**
     * A curve with hours on a wall clock.
     *
     * @param start the date of day 0
     * @param horizonNanos the length of the run, above 0
     * @param clock the wall clock; without hours demand accrues by the days of the simulation clock
     * @return a builder without demand
     */
    public static Builder builder(LocalDate start, long horizonNanos, LocalClock clock) {
        return new Builder(start, horizonNanos, clock);
    }

    /**
     * The wall clock on which hours and times of the day are read.
     *
     * @return as given to the builder
     */
    public LocalClock clock() {
        return clock;
    }

    /**
     * The end of the last interval in which demand accrues; 0 if it never does.
     *
     * @return nanoseconds since the start
     */
    public long endNanos() {
        return ends.length == 0 ? 0 : ends[ends.length - 1];
    }

    /**
     * Demand over the whole run.
     *
     * @return truckloads, whole ones and a fraction; 0 if nothing accrues
     */
    public double truckloads() {
        int last = starts.length - 1;
        return last < 0 ? 0 : wholeBefore[last] + fractionBefore[last] + quantities[last];
    }

    /**
     * The expected sum over the truckloads of a Poisson process with this cumulative rate of a power of their time of day, counted from
     * noon on the simulation clock.
     *
     * @param fromNanos begin, inclusive
     * @param toNanos end, exclusive
     * @param power 0 for the number of truckloads, 1 for the sum of the times of day in hours (−12 to 12), 2 for that of their squares
     * @return 0 if the end does not lie after the begin
     */
    public double moment(long fromNanos, long toNanos, int power) {
        double sum = 0;
        for (int i = 0; i < starts.length; i++) {
            double share = TimeOfDay.moment(Math.max(starts[i], fromNanos), Math.min(ends[i], toNanos), power);
            sum += quantities[i] * share / (ends[i] - starts[i]);
        }
        return sum;
    }

    /**
     * A new reader; each run needs its own. Times and truckloads asked for must not decrease.
     *
     * @return a reader at the curve's beginning
     */
    public Reader reader() {
        return new Reader();
    }

    /** Reads a curve from front to back. */
    public final class Reader {

        private int index;

        private Reader() {}

        /**
         * When the cumulative demand reaches a whole number of truckloads, rounded half up to the nanosecond;
         * {@code Long.MAX_VALUE} if it never does.
         *
         * @param truckloads at least 1, not below the number asked for last
         * @return nanoseconds since the start
         */
        public long timeOf(long truckloads) {
            while (index < starts.length && wholeAfter[index] < truckloads) {
                index++;
            }
            return index == starts.length
                    ? Long.MAX_VALUE
                    : within(truckloads - wholeBefore[index] - fractionBefore[index]);
        }

        /**
         * When the cumulative demand reaches a number of truckloads, as for a whole number.
         *
         * @param truckloads above 0, not below the number asked for last
         * @return nanoseconds since the start
         */
        public long timeOf(double truckloads) {
            while (index < starts.length
                    && truckloads - wholeBefore[index] - fractionBefore[index] > quantities[index]) {
                index++;
            }
            return index == starts.length
                    ? Long.MAX_VALUE
                    : within(truckloads - wholeBefore[index] - fractionBefore[index]);
        }

        /**
         * Number of whole truckloads accrued until {@code timeNanos}, that instant included.
         *
         * @param timeNanos not before the time asked for last
         * @return at least 0
         */
        public long wholeAt(long timeNanos) {
            while (index < starts.length && ends[index] <= timeNanos) {
                index++;
            }
            if (index == starts.length) {
                return index == 0 ? 0 : wholeAfter[index - 1];
            }
            if (timeNanos <= starts[index]) {
                return index == 0 ? 0 : wholeAfter[index - 1];
            }
            double part = quantities[index] * ((double) (timeNanos - starts[index]) / (ends[index] - starts[index]));
            return wholeBefore[index] + (long) Math.floor(fractionBefore[index] + part + 1e-9);
        }

        private long within(double quantity) {
            double share = Math.max(0, Math.min(1, quantity / quantities[index]));
            long length = ends[index] - starts[index];
            return Math.min(ends[index], starts[index] + (long) Math.floor(share * length + 0.5));
        }

        @Override
        public String toString() {
            return "reader at interval " + index + " of " + starts.length;
        }
    }

    /** Adds demand day by day. */
    public static final class Builder {

        private final LocalDate start;
        private final long horizonNanos;
        private final LocalClock clock;
        private long[] starts = new long[32];
        private long[] ends = new long[32];
        private BigDecimal[] quantities = new BigDecimal[32];
        private int count;

        private Builder(LocalDate start, long horizonNanos, LocalClock clock) {
            this.start = start;
            this.clock = clock;
            this.horizonNanos = horizonNanos;
        }

        /**
         * Adds the demand that a rule gives within {@code [fromNanos, toNanos)}.
         *
         * @param trucksPerDay rate before factors, at least 0
         * @param factors all multiplied together, each evaluated at the day's 00:00
         * @param firstDay first day on which it accrues
         * @param lastDay last day on which it accrues
         * @param hours the hours over which a day's quantity is spread
         * @param fromNanos when the rule comes into force
         * @param toNanos when it ends
         * @return this
         */
        public Builder add(
                BigDecimal trucksPerDay,
                List<DayFactor> factors,
                long firstDay,
                long lastDay,
                Hours hours,
                long fromNanos,
                long toNanos) {
            return add(
                    new DemandRule(trucksPerDay, false, factors, List.of(), firstDay, lastDay, hours),
                    fromNanos,
                    toNanos);
        }

        /**
         * Adds the demand that a rule gives within {@code [fromNanos, toNanos)}.
         *
         * @param rule how much accrues when
         * @param fromNanos when it comes into force
         * @param toNanos when it ends
         * @return this
         */
        public Builder add(DemandRule rule, long fromNanos, long toNanos) {
            // A day of a wall clock that jumps may begin before the simulation clock's day.
            long horizonDay = (horizonNanos - 1) / Nanos.DAY + (clock.isFixed() ? 0 : 1);
            // An interval of the previous day may extend past the beginning.
            long from = Math.max(Math.max(rule.firstDay(), 0), fromNanos / Nanos.DAY - 1);
            long to = Math.min(
                    Math.min(rule.lastDay(), horizonDay),
                    toNanos == Long.MAX_VALUE ? horizonDay : toNanos / Nanos.DAY + (clock.isFixed() ? 0 : 1));
            long covered = Long.MIN_VALUE;
            for (long day = from; day <= to; day++) {
                LocalDate date = start.plusDays(day);
                BigDecimal quantity = rule.truckloads();
                for (DayFactor factor : rule.factors()) {
                    quantity = quantity.multiply(Factors.ofDay(factor, (int) day, date));
                }
                covered = spread(rule, quantity, day, covered, fromNanos, toNanos);
            }
            return this;
        }

        /**
         * Spreads a day's demand over the hours that begin on that day. For an hour's rate, time covered by an interval of an earlier day
         * does not count again. Returns the end of the time covered by this day.
         */
        private long spread(DemandRule rule, BigDecimal quantity, long day, long coveredBefore, long from, long to) {
            List<DayInterval> intervals = rule.hours().on(start.plusDays(day).getDayOfWeek());
            LocalClock read = rule.hours().isAlways() ? LocalClock.fixed(0) : clock;
            long midnight = day * Nanos.DAY;
            long whole = rule.perOpenHour() ? Nanos.HOUR : Factors.openNanos(intervals, midnight, read);
            long covered = coveredBefore;
            for (DayInterval interval : intervals) {
                long begin = Math.max(read.firstShowing(midnight + interval.fromNanos()), from);
                long end = Math.min(read.firstShowing(midnight + interval.toNanos()), to);
                if (rule.perOpenHour()) {
                    begin = Math.max(begin, covered);
                    covered = Math.max(covered, end);
                }
                if (begin < end && quantity.signum() > 0) {
                    pieces(rule, begin, end, quantity, whole);
                }
            }
            return covered;
        }

        /** Cuts an interval wherever an hour factor changes. */
        private void pieces(DemandRule rule, long begin, long end, BigDecimal quantity, long whole) {
            if (rule.hourFactors().isEmpty()) {
                append(begin, end, share(quantity, end - begin, whole));
                return;
            }
            long at = begin;
            while (at < end) {
                long local = clock.latestShown(at);
                long timeOfDay = Math.floorMod(local, Nanos.DAY);
                long until = Math.min(end, clock.firstShowing(local - timeOfDay + rule.nextChange(timeOfDay)));
                double factor = rule.factorAt(timeOfDay);
                if (factor > 0) {
                    append(at, until, share(quantity.multiply(BigDecimal.valueOf(factor)), until - at, whole));
                }
                at = until;
            }
        }

        private static BigDecimal share(BigDecimal quantity, long part, long whole) {
            return part == whole
                    ? quantity
                    : quantity.multiply(BigDecimal.valueOf(part))
                            .divide(BigDecimal.valueOf(whole), 30, RoundingMode.HALF_EVEN);
        }

        private void append(long begin, long end, BigDecimal quantity) {
            if (count == starts.length) {
                starts = Arrays.copyOf(starts, 2 * count);
                ends = Arrays.copyOf(ends, 2 * count);
                quantities = Arrays.copyOf(quantities, 2 * count);
            }
            starts[count] = begin;
            ends[count] = end;
            quantities[count++] = quantity;
        }

        /**
         * Builds the curve. Overlapping intervals (hours over midnight into the next day's) add up.
         *
         * @return an immutable curve
         * @throws IllegalArgumentException if more than 10⁹ truckloads accrue
         */
        public DemandCurve build() {
            if (overlaps()) {
                split();
            }
            return new DemandCurve(this);
        }

        private boolean overlaps() {
            for (int i = 1; i < count; i++) {
                if (starts[i] < ends[i - 1]) {
                    return true;
                }
            }
            return false;
        }

        /** Cuts overlapping intervals at every end point and adds up the quantities of equal pieces. */
        private void split() {
            long[] cuts = new long[2 * count];
            System.arraycopy(starts, 0, cuts, 0, count);
            System.arraycopy(ends, 0, cuts, count, count);
            cuts = Arrays.stream(cuts).sorted().distinct().toArray();
            Builder pieces = new Builder(start, horizonNanos, clock);
            int first = 0;
            for (int c = 0; c + 1 < cuts.length; c++) {
                BigDecimal sum = BigDecimal.ZERO;
                while (first < count && ends[first] <= cuts[c]) {
                    first++;
                }
                for (int i = first; i < count && starts[i] < cuts[c + 1] + Nanos.DAY; i++) {
                    if (starts[i] <= cuts[c] && ends[i] >= cuts[c + 1]) {
                        sum = sum.add(share(quantities[i], cuts[c + 1] - cuts[c], ends[i] - starts[i]));
                    }
                }
                if (sum.signum() > 0) {
                    pieces.append(cuts[c], cuts[c + 1], sum);
                }
            }
            starts = pieces.starts;
            ends = pieces.ends;
            quantities = pieces.quantities;
            count = pieces.count;
        }

        @Override
        public String toString() {
            return "builder of a demand in " + count + " intervals";
        }
    }

    @Override
    public String toString() {
        return "demand in " + starts.length + " intervals";
    }
}
