package org.bridgeconvoy.bridge.run.record;

import java.util.Map;
import java.util.function.DoubleBinaryOperator;
import java.util.stream.IntStream;
import org.bridgeconvoy.bridge.config.ConvoyConfig;
import org.bridgeconvoy.bridge.config.Observed;
import org.bridgeconvoy.calendar.LocalClock;
import org.bridgeconvoy.result.DailyColumn;

/**
 * How far one replication is from an observed column, over its numbers in the measured window. A number that the replication does not have, such as the
 * wait of a truck that still waits, is left out. NaN if no number is left.
 */
final class ObservedScore {

    private final Observed column;

    /** Days, hours or seconds since the start. */
    private final int[] numbers;

    private final double[] observed;

    /** Where the run's probes have the simulated number; empty if the daily table has it. */
    private final int[] probes;

    /**
     * A score.
     *
     * @param firstProbe place of the column's first probe, if it has any, in those of the run
     */
    ObservedScore(Observed column, ConvoyConfig config, int firstProbe) {
        this.column = column;
        int[] all = column.counts().keySet().stream().mapToInt(i -> i).toArray();
        LocalClock clock = config.originClock();
        int[] within = IntStream.range(0, all.length)
                .filter(i -> column.isWithin(all[i], config, clock))
                .toArray();
        numbers = IntStream.of(within).map(i -> all[i]).toArray();
        probes = column.isProbed(config)
                ? IntStream.of(within).map(i -> firstProbe + i).toArray()
                : new int[0];
        Map<Integer, Double> counts = column.counts();
        observed = IntStream.of(numbers).mapToDouble(counts::get).toArray();
    }

    /** Mean of simulated minus observed. */
    double error(Recorder record) {
        return mean(record, (simulated, real) -> simulated - real);
    }

    /** Root of the mean of squared errors. */
    double rootMeanSquaredError(Recorder record) {
        return Math.sqrt(mean(record, (simulated, real) -> (simulated - real) * (simulated - real)));
    }

    /** Mean absolute error as a share of the observed, over what was observed above 0. */
    double meanAbsolutePercentageError(Recorder record) {
        return mean(record, (simulated, real) -> real > 0 ? Math.abs(simulated - real) / real : Double.NaN);
    }

    /** Mean of a function of simulated and observed numbers, NaN left out. */
    private double mean(Recorder record, DoubleBinaryOperator function) {
        double sum = 0;
        int n = 0;
        for (int i = 0; i < numbers.length; i++) {
            double value = function.applyAsDouble(simulated(record, i), observed[i]);
            if (!Double.isNaN(value)) {
                sum += value;
                n++;
            }
        }
        return sum / n;
    }

    private double simulated(Recorder record, int i) {
        return probes.length > 0
                ? record.probed()[probes[i]]
                : DailyColumn.find(column.what()).orElseThrow().value(record.daily(), numbers[i]);
    }
}
