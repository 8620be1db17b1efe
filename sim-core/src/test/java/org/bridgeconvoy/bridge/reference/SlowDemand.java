package org.bridgeconvoy.bridge.reference;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.bridgeconvoy.bridge.demand.DayFactor;
import org.bridgeconvoy.bridge.demand.DemandRule;
import org.bridgeconvoy.bridge.demand.HourFactor;
import org.bridgeconvoy.calendar.DayInterval;
import org.bridgeconvoy.calendar.Nanos;

/**
 * What accrues over a run by rules that follow one another (section 4), as a list of stretches with a constant rate; sums to fifty digits.
 */
final class SlowDemand {

    private static final MathContext EXACT = new MathContext(50);

    /** "Reaching k exactly at closing time counts, so rounding must not lose it." (Section 4) */
    private static final BigDecimal SLACK = new BigDecimal("1e-12");

    /** A wall clock that jumps may show a day before the simulation clock does. */
    private static final long MARGIN = 2 * Nanos.DAY;

    /** Truckloads a nanosecond between two instants. */
    private record Stretch(long from, long to, BigDecimal rate) {
        BigDecimal quantity() {
            return rate.multiply(BigDecimal.valueOf(to - from));
        }
    }

    /** What multiplies the rate between two instants. */
    private record Factor(long from, long to, BigDecimal factor) {}

    private final WallClock clock;
    private final LocalDate start;
    private final long horizon;
    private final List<Stretch> stretches = new ArrayList<>();

    /** "The demand's hours, at and profile.hours follow the origin's wall clock." (Section 2) */
    SlowDemand(WallClock clock, long horizon) {
        this.clock = clock;
        start = clock.start();
        this.horizon = horizon;
    }

    /** A rule holds from one instant to another. */
    void add(DemandRule rule, long from, long to) {
        List<Stretch> spread = new ArrayList<>();
        long covered = Long.MIN_VALUE;
        // "Nothing precedes the start": the first day is day 0.
        // "A stream without hours accrues by the simulation's days."
        WallClock read = rule.hours().isAlways() ? WallClock.ofSimulation(start) : clock;
        for (long day = Math.max(0, rule.firstDay());
                day <= rule.lastDay() && day * Nanos.DAY < horizon + MARGIN;
                day++) {
            LocalDate date = start.plusDays(day);
            List<DayInterval> intervals = rule.hours().on(date.getDayOfWeek());
            // "The quantity of a day is spread evenly over the intervals of hours that begin on that day."
            long open = intervals.stream()
                    .mapToLong(i -> read.instant(date, i.toNanos()) - read.instant(date, i.fromNanos()))
                    .sum();
            for (DayInterval interval : intervals) {
                long begin = read.instant(date, interval.fromNanos());
                long end = read.instant(date, interval.toNanos());
                if (begin == end) {
                    // All of it is skipped.
                    continue;
                }
                BigDecimal whole = BigDecimal.valueOf(rule.perOpenHour() ? Nanos.HOUR : open);
                BigDecimal rate = quantity(rule, day).divide(whole, EXACT);
                // For a rate an hour "overlapping hours are one opening".
                long since = rule.perOpenHour() ? Math.max(begin, covered) : begin;
                spread.add(new Stretch(Math.max(since, from), Math.min(end, to), rate));
                covered = Math.max(covered, end);
            }
        }
        cut(rule, spread);
    }

    /** "Factors that multiply the day's rate, all that are given multiplied together. A factor holds for a whole day." */
    private BigDecimal quantity(DemandRule rule, long day) {
        BigDecimal quantity = rule.truckloads();
        for (DayFactor factor : rule.factors()) {
            quantity = quantity.multiply(BigDecimal.valueOf(factor.factor((int) day, start.plusDays(day))));
        }
        return quantity;
    }

    /** Adds up what overlaps, and multiplies with the factors of the hours. */
    private void cut(DemandRule rule, List<Stretch> spread) {
        TreeSet<Long> cuts = new TreeSet<>();
        for (Stretch stretch : spread) {
            cuts.add(stretch.from);
            cuts.add(stretch.to);
        }
        List<Factor> factors = factors(rule);
        for (Factor factor : factors) {
            cuts.add(factor.from);
            cuts.add(factor.to);
        }
        Long from = null;
        for (long to : cuts) {
            if (from != null) {
                long begin = from;
                BigDecimal rate = BigDecimal.ZERO;
                for (Stretch stretch : spread) {
                    rate = stretch.from <= begin && to <= stretch.to ? rate.add(stretch.rate) : rate;
                }
                stretches.add(new Stretch(begin, to, rate.multiply(factorAt(factors, begin))));
            }
            from = to;
        }
    }

    /**
     * "hours: {"07:00-10:00": 2} multiplies the rate within those hours of the clock, every day" (section 4); "an interval runs from the
     * first instant at which the clock shows its beginning to the first at which it shows its end" (section 2).
     */
    private List<Factor> factors(DemandRule rule) {
        List<Factor> factors = new ArrayList<>();
        for (long day = -3; day * Nanos.DAY < horizon + 2 * MARGIN; day++) {
            for (HourFactor factor : rule.hourFactors()) {
                LocalDate date = start.plusDays(day);
                factors.add(new Factor(
                        clock.instant(date, factor.hours().fromNanos()),
                        clock.instant(date, factor.hours().toNanos()),
                        BigDecimal.valueOf(factor.factor())));
            }
        }
        return factors;
    }

    private static BigDecimal factorAt(List<Factor> factors, long time) {
        BigDecimal product = BigDecimal.ONE;
        for (Factor factor : factors) {
            if (factor.from <= time && time < factor.to) {
                product = product.multiply(factor.factor);
            }
        }
        return product;
    }

    /** What has accrued until an instant. */
    BigDecimal until(long time) {
        BigDecimal sum = BigDecimal.ZERO;
        for (Stretch stretch : stretches) {
            if (stretch.from < time) {
                sum = sum.add(new Stretch(stretch.from, Math.min(stretch.to, time), stretch.rate).quantity());
            }
        }
        return sum;
    }

    /** When it reaches a quantity, rounded half up; {@code NEVER} if it does not. */
    long reaches(BigDecimal quantity) {
        BigDecimal sum = BigDecimal.ZERO;
        for (Stretch stretch : stretches) {
            BigDecimal after = sum.add(stretch.quantity());
            if (stretch.rate.signum() > 0 && after.add(SLACK).compareTo(quantity) >= 0) {
                long part = quantity.subtract(sum)
                        .divide(stretch.rate, EXACT)
                        .setScale(0, RoundingMode.HALF_UP)
                        .longValueExact();
                return Math.min(stretch.to, stretch.from + Math.max(0, part));
            }
            sum = after;
        }
        return Time.NEVER;
    }

    /** "even (consignment k appears when the cumulative rate reaches k)" */
    List<Long> even() {
        List<Long> times = new ArrayList<>();
        for (long k = 1; reaches(BigDecimal.valueOf(k)) < horizon; k++) {
            times.add(reaches(BigDecimal.valueOf(k)));
        }
        return times;
    }

    /** "daily with at (the whole truckloads accrued since the last release, all at once; the fraction carries over)" */
    List<Long> daily(long timeOfDay) {
        List<Long> times = new ArrayList<>();
        for (long day = 0; day * Nanos.DAY < horizon + MARGIN; day++) {
            long at = clock.event(start.plusDays(day), timeOfDay).orElse(Time.NEVER);
            if (at >= horizon) {
                continue;
            }
            long whole = until(at).add(SLACK).setScale(0, RoundingMode.FLOOR).longValueExact();
            while (times.size() < whole) {
                times.add(at);
            }
        }
        return times;
    }
}
