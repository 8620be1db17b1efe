package org.bridgeconvoy.experiment.calibration;

import java.util.List;
import org.bridgeconvoy.experiment.point.PointRunner;

/** Gives a runner for worlds that a calibration has chosen. It chooses several lists, one after the other. */
@FunctionalInterface
public interface WorldRunners {

    /**
     * A runner whose points are some worlds. Its outputs are what would be counted: one number for each observation, in their order, NaN where there
     * would be nothing to count.
     *
     * @param worlds one value for each input, as {@link org.bridgeconvoy.experiment.input.InputSpace#world} gives it
     * @return a runner; point p is world p
     */
    PointRunner runner(List<double[]> worlds);
}
