package org.bridgeconvoy.study;

import java.util.List;
import java.util.stream.Stream;
import org.bridgeconvoy.experiment.Estimate;
import org.bridgeconvoy.result.Span;

/**
 * Fit of simulated counts to observed ones. Errors are those of the mean over replications, as in Hyndman and Koehler (2006), Another look
 * at measures of forecast accuracy, International Journal of Forecasting 22, 679-688.
 *
 * @param what name of the observed column
 * @param per what each number is of
 * @param periods observed days, hours or instants within the measured window, in order of time
 * @param leftOut number of those outside that window
 * @param replications number of replications behind the simulated counts
 * @param error bias: simulated minus observed, mean over the periods, estimated over replications
 * @param covered share of further replications that lie from {@link Period#low} to {@link Period#high} on average, mean over the periods; see {@link
 *     #covered(int)}. NaN if no period has a simulated number
 */
public record ObservedFit(
        String what, Span per, List<Period> periods, int leftOut, int replications, Estimate error, double covered) {

    /** Share of the simulated counts from low to high. */
    private static final double BAND = 0.95;

    /** How much less of further replications it may hold without a mark. */
    private static final double ALLOWED = 0.01;

    /**
     * One day, hour or instant.
     *
     * @param number days, hours or seconds since the start, from 0
     * @param observed observed count
     * @param mean simulated number, mean over the replications that have one; NaN if none has
     * @param low 2.5% quantile of the simulated counts, linear between closest ranks
     * @param high 97.5% quantile
     */
    public record Period(int number, double observed, double mean, double low, double high) {

        /** Whether the simulated counts differ where it matters to their range. */
        boolean isSpread() {
            return low < high;
        }

        boolean isInside() {
            return observed >= low && observed <= high;
        }
    }

    /** Copies the list. */
    public ObservedFit {
        periods = List.copyOf(periods);
    }

    /**
     * Share of further replications that lie between the 2.5% and 97.5% quantile of some, on average: quantile p of n independent values has the place 1 + (n − 1) p
     * among them, and below the value with place i lies a share of i/(n + 1) of all on average. Of counts, which agree now and then, it is the least share.
     *
     * @param n number of values, at least 1
     * @return 95% · (n − 1)/(n + 1): 88.9% for 30
     */
    public static double covered(int n) {
        return BAND * (n - 1) / (n + 1);
    }

    /**
     * Marks of the ranges from low to high.
     *
     * @return {@link Mark#UNSURE_FEW} if they hold more than a point less than 95% of further replications, which are fewer than 189; none if no simulated count
     *     varies
     */
    public List<Mark> marks() {
        return marks(covered, periods.stream().anyMatch(Period::isSpread));
    }

    /**
     * Marks of ranges.
     *
     * @param covered share of further replications that they hold; NaN for none
     * @param isSpread whether some simulated count varies
     */
    public static List<Mark> marks(double covered, boolean isSpread) {
        return isSpread && covered < BAND - ALLOWED ? List.of(Mark.UNSURE_FEW) : List.of();
    }

    /** Periods for which some replication has a number. */
    private Stream<Period> told() {
        return periods.stream().filter(p -> !Double.isNaN(p.mean()));
    }

    /** Mean of the observed counts; NaN if there are none. */
    public double meanObserved() {
        return periods.stream().mapToDouble(Period::observed).average().orElse(Double.NaN);
    }

    /** Mean of the simulated counts of the same periods; NaN if there are none. */
    public double meanSimulated() {
        return told().mapToDouble(Period::mean).average().orElse(Double.NaN);
    }

    /** Root of the mean squared error of the simulated means; NaN if there are none. */
    public double rootMeanSquaredError() {
        return Math.sqrt(told().mapToDouble(p -> (p.mean() - p.observed()) * (p.mean() - p.observed()))
                .average()
                .orElse(Double.NaN));
    }

    /** Mean absolute error of the simulated means as a share of the observed, where that is above 0; NaN if it never is. */
    public double meanAbsolutePercentageError() {
        return told().filter(p -> p.observed() > 0)
                .mapToDouble(p -> Math.abs(p.mean() - p.observed()) / p.observed())
                .average()
                .orElse(Double.NaN);
    }

    /** Share of the observed counts between the 2.5% and 97.5% points of the simulated; NaN if there are none. */
    public double shareInside() {
        return told().mapToDouble(p -> p.isInside() ? 1 : 0).average().orElse(Double.NaN);
    }
}
