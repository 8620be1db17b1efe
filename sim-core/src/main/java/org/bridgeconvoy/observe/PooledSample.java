package org.bridgeconvoy.observe;

import java.util.ArrayList;
import java.util.List;

/**
 * The observations of many replications together, for a quantile of all of them and for how much the share below it differs
 * from replication to replication.
 *
 * <p>Up to {@value #MOST_EXACT} observations everything is exact. Above, observations are counted in bins of at most 0.1% of
 * their value; counts add up exactly, so the order of the replications does not matter for quantiles. Memory is bounded: where
 * the counts of the single replications take too much of it, those of neighbours are put together into groups of 2, 4, 8 and so
 * on, never fewer than {@value #FEWEST_GROUPS} groups.
 *
 * <p>Not thread-safe.
 */
public final class PooledSample {

    /** Most observations that are kept one by one. */
    public static final int MOST_EXACT = 1_000_000;

    /** Fewer groups of replications would say too little of how they differ. */
    private static final int FEWEST_GROUPS = 64;

    /** Most counts that are kept, 12 bytes each, above which groups are put together. */
    private static final int MOST_COUNTS = 1 << 20;

    /** Replication by replication while everything is exact. */
    private final List<Observations> exact = new ArrayList<>();

    /** In bins, group by group, once there is too much. */
    private final List<Bins> binned = new ArrayList<>();

    private boolean inBins;
    private int groupSize = 1;
    private int inLastGroup;
    private long counts;
    private long count;
    private int replications;
    private double unit = 1;

    /** Without observations. */
    public PooledSample() {}

    /**
     * Adds the observations of one more replication; one without any counts as a replication.
     *
     * @param replication what it observed
     */
    public void add(Observations replication) {
        count += replication.count();
        replications++;
        unit = replication.unit();
        if (!inBins && count > MOST_EXACT) {
            inBins = true;
            exact.forEach(earlier -> addToBins(Bins.of(earlier)));
            exact.clear();
        }
        if (inBins) {
            addToBins(Bins.of(replication));
        } else {
            exact.add(replication);
        }
    }

    private void addToBins(Bins bins) {
        if (!binned.isEmpty() && inLastGroup < groupSize) {
            int last = binned.size() - 1;
            counts -= binned.get(last).size();
            binned.set(last, binned.get(last).plus(bins));
            counts += binned.get(last).size();
            inLastGroup++;
        } else {
            binned.add(bins);
            counts += bins.size();
            inLastGroup = 1;
        }
        if (counts > MOST_COUNTS && binned.size() >= 2 * FEWEST_GROUPS) {
            joinNeighbours();
        }
    }

    private void joinNeighbours() {
        List<Bins> joined = new ArrayList<>();
        counts = 0;
        for (int i = 0; i < binned.size(); i += 2) {
            Bins pair = i + 1 < binned.size() ? binned.get(i).plus(binned.get(i + 1)) : binned.get(i);
            joined.add(pair);
            counts += pair.size();
        }
        inLastGroup += binned.size() % 2 == 0 ? groupSize : 0;
        groupSize *= 2;
        binned.clear();
        binned.addAll(joined);
    }

    /**
     * Number of observations.
     *
     * @return at least 0
     */
    public long count() {
        return count;
    }

    /**
     * Number of replications added.
     *
     * @return at least 0
     */
    public int replications() {
        return replications;
    }

    /**
     * In how many groups of replications the shares of {@link #spreadOfShare} are compared: the replications themselves unless
     * that takes too much memory.
     *
     * @return at least 0
     */
    public int groups() {
        return inBins ? binned.size() : exact.size();
    }

    /**
     * How exact values are, as a share of them.
     *
     * @return 0 for exactly; 0.001 once there are more than {@value #MOST_EXACT} observations
     */
    public double resolution() {
        return inBins ? Bins.RESOLUTION : 0;
    }

    /**
     * All observations in order, as they are now.
     *
     * @return not changed by what is added later
     * @throws IllegalStateException if there is no observation
     */
    public Ranks ranks() {
        if (count == 0) {
            throw new IllegalStateException("without observations there are no ranks");
        }
        if (!inBins) {
            Sample all = new Sample();
            exact.forEach(all::recordAll);
            return new Ranks(all, Bins.NONE, unit);
        }
        Bins sum = Bins.NONE;
        for (Bins group : binned) {
            sum = sum.plus(group);
        }
        return new Ranks(new Sample(), sum, unit);
    }

    /**
     * How uncertain the share of observations at or below a value is because replications differ: the standard error of a ratio
     * estimator (Cochran 1977, Sampling Techniques, section 6.4), which weighs each replication by how much it observed.
     *
     * @param value in the unit of the observations
     * @return the standard error, at least 0; NaN below two groups or without an observation
     */
    public double spreadOfShare(double value) {
        int groups = groups();
        if (groups < 2 || count == 0) {
            return Double.NaN;
        }
        long[] below = new long[groups];
        long sum = 0;
        for (int g = 0; g < groups; g++) {
            below[g] = inBins
                    ? binned.get(g).atOrBelow(value * unit)
                    : exact.get(g).atOrBelow(value);
            sum += below[g];
        }
        double share = (double) sum / count;
        double squares = 0;
        for (int g = 0; g < groups; g++) {
            long size = inBins ? binned.get(g).count() : exact.get(g).count();
            double deviation = below[g] - share * size;
            squares += deviation * deviation;
        }
        return Math.sqrt(squares * groups / (groups - 1)) / count;
    }

    /** Observations by rank. Not thread-safe. */
    public static final class Ranks {

        private final Sample exact;
        private final Bins binned;
        private final double unit;

        private Ranks(Sample exact, Bins binned, double unit) {
            this.exact = exact;
            this.binned = binned;
            this.unit = unit;
        }

        private long count() {
            return binned.count() > 0 ? binned.count() : exact.count();
        }

        /**
         * The observation of a rank.
         *
         * @param rank from 0 for the least, below the count
         * @return the observation; the middle of its bin if there are too many to keep
         * @throws IllegalArgumentException if there is no such rank
         */
        public double ranked(long rank) {
            if (rank < 0 || rank >= count()) {
                throw new IllegalArgumentException("rank must be >= 0 and < " + count() + ", got " + rank);
            }
            if (rank == 0) {
                return least();
            }
            if (rank == count() - 1) {
                return greatest();
            }
            return (binned.count() > 0 ? binned.ranked(rank) : exact.ranked((int) rank)) / unit;
        }

        private double least() {
            return (binned.count() > 0 ? binned.min() : exact.ranked(0)) / unit;
        }

        private double greatest() {
            return (binned.count() > 0 ? binned.max() : exact.ranked(exact.count() - 1)) / unit;
        }

        /**
         * A quantile by linear interpolation between closest ranks, as {@link Sample#quantile}.
         *
         * @param p in [0, 1]
         * @return the quantile
         * @throws IllegalArgumentException if p is below 0, above 1 or NaN
         */
        public double quantile(double p) {
            if (!(p >= 0 && p <= 1)) {
                throw new IllegalArgumentException("a quantile's p must be from 0 to 1, got " + p);
            }
            if (binned.count() == 0) {
                return exact.quantile(p) / unit;
            }
            double rank = p * (binned.count() - 1);
            long below = (long) rank;
            double low = ranked(below);
            return rank == below ? low : low + (rank - below) * (ranked(below + 1) - low);
        }

        @Override
        public String toString() {
            return count() + " observations by rank";
        }
    }

    @Override
    public String toString() {
        return count() + " observations of " + replications() + " replications";
    }
}
