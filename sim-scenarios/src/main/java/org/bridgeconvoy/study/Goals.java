package org.bridgeconvoy.study;

import org.bridgeconvoy.experiment.Goal;
import org.bridgeconvoy.result.Metric;
import org.jspecify.annotations.Nullable;

/** Which end of a metric is the better one. */
final class Goals {

    private Goals() {}

    /** The better end by the catalogue; null if neither is. */
    static @Nullable Goal of(Metric metric) {
        return switch (metric.family().better()) {
            case MORE -> Goal.MAXIMUM;
            case LESS -> Goal.MINIMUM;
            case NEITHER -> null;
        };
    }
}
