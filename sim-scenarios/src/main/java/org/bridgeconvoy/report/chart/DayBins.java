package org.bridgeconvoy.report.chart;

/**
 * Bins of days that keep a chart readable: single days up to 120 days, weeks up to 800 days, else 30 days. Values are
 * per day: the sum of a bin divided by its length, of which only the part before the horizon counts.
 */
final class DayBins {

    private final RunData run;
    private final int width;

    DayBins(RunData run) {
        this.run = run;
        this.width = run.days() <= 120 ? 1 : run.days() <= 800 ? 7 : 30;
    }

    /** Days of a bin. */
    int width() {
        return width;
    }

    /** Number of bins. */
    int count() {
        return (run.days() + width - 1) / width;
    }

    /** Bin of a day. */
    int of(int day) {
        return day / width;
    }

    /** First day of a bin. */
    int first(int bin) {
        return bin * width;
    }

    /** Day after the last day of a bin. */
    int end(int bin) {
        return Math.min(run.days(), (bin + 1) * width);
    }

    /** Days of a bin before the horizon. */
    double length(int bin) {
        double sum = 0;
        for (int day = first(bin); day < end(bin); day++) {
            sum += run.partOfDay(day);
        }
        return sum;
    }

    /** Middle of each bin in days since the start. */
    double[] middles() {
        double[] middles = new double[count()];
        for (int bin = 0; bin < middles.length; bin++) {
            middles[bin] = (first(bin) + end(bin)) / 2.0;
        }
        return middles;
    }

    /** Calendar days in each bin. */
    double[] lengths() {
        double[] lengths = new double[count()];
        for (int bin = 0; bin < lengths.length; bin++) {
            lengths[bin] = (double) end(bin) - first(bin);
        }
        return lengths;
    }

    /** Divides sums in place by the lengths of their bins. */
    double[] perDay(double[] sums) {
        for (int bin = 0; bin < sums.length; bin++) {
            sums[bin] /= length(bin);
        }
        return sums;
    }
}
