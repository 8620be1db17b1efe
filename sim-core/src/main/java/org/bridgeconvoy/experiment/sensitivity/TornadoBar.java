package org.bridgeconvoy.experiment.sensitivity;

import java.util.List;
import org.bridgeconvoy.experiment.Estimate;
import org.bridgeconvoy.experiment.PairedDifference;

/**
 * One input set alone, the others at base.
 *
 * @param input number of the input in its space, from 0
 * @param ends at the 5th and at the 95th percentile; of a choice each alternative
 */
public record TornadoBar(int input, List<End> ends) {

    /**
     * One setting of the input.
     *
     * @param value the value that it is set to, or the index of the alternative
     * @param mean the output there
     * @param difference the output there minus the output at base, paired by replication, with its 95% interval
     */
    public record End(double value, Estimate mean, PairedDifference difference) {}

    /**
     * The width of the bar: how far the ends and the base lie apart.
     *
     * @return 0 or more; ends without data are left out
     */
    public double width() {
        double low = 0;
        double high = 0;
        for (End end : ends) {
            double difference = end.difference().estimate().mean();
            low = difference < low ? difference : low;
            high = difference > high ? difference : high;
        }
        return high - low;
    }
}
