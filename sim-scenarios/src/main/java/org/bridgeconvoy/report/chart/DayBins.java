package org.bridgeconvoy.report.chart;

/**
 * Days put together so that a chart stays readable: single days up to 120, then weeks, from about two years on 30 days.
 * Values are "per day": a bin's sum is divided by its length in days, the last one's being what lies before the horizon.
 */
final class DayBins {

    private final RunData run;
    private final int width;

    DayBins(RunData run) {
        this.run = run;
        this.width = run.days() <= 120 ? 1 : run.days() <= 800 ? 7 : 30;
    }

    int width() {
        return width;
    }

    int count() {
        return (run.days() + width - 1) / width;
    }

    int of(int day) {
        return day / width;
    }

    /** First day of a bin. */
    int first(int bin) {
        return bin * width;
    }

    /** The day after a bin's last. */
    int end(int bin) {
        return Math.min(run.days(), (bin + 1) * width);
    }

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

    /** Divides sums by the lengths of their bins, in place. */
    double[] perDay(double[] sums) {
        for (int bin = 0; bin < sums.length; bin++) {
            sums[bin] /= length(bin);
        }
        return sums;
    }
}
