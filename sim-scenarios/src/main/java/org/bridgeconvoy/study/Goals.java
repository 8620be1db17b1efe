package org.bridgeconvoy.study;

import org.bridgeconvoy.experiment.Goal;
import org.bridgeconvoy.result.Metric;
import org.jspecify.annotations.Nullable;

/** The better end of each metric, taken from the catalogue. */
final class Goals {

    private Goals() {}

    /** The better end of a metric; null if neither end is. */
    static @Nullable Goal of(Metric metric) {
        return switch (metric.family().better()) {
            case MORE -> Goal.MAXIMUM;
            case LESS -> Goal.MINIMUM;
            case NEITHER -> null;
        };
    }
}
