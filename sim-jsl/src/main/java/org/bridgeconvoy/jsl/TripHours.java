package org.bridgeconvoy.jsl;

import java.util.HashMap;
import java.util.Map;
import jsl.modeling.elements.variable.ResponseVariable;
import org.bridgeconvoy.bridge.BridgeObserver;
import org.bridgeconvoy.bridge.station.TruckView;
import org.bridgeconvoy.result.TripTime;

/** Tells a JSL response how long each trip took. */
final class TripHours implements BridgeObserver {

    private static final double NANOS_PER_HOUR = 3.6e12;

    private final ResponseVariable hours;
    private final Map<Integer, Long> assignedAt = new HashMap<>();

    TripHours(ResponseVariable hours) {
        this.hours = hours;
    }

    @Override
    public void reached(long now, TripTime instant, TruckView truck) {
        if (instant == TripTime.ASSIGNED) {
            assignedAt.put(truck.number(), now);
        } else if (instant == TripTime.AVAILABLE) {
            Long assigned = assignedAt.remove(truck.number());
            if (assigned != null) {
                hours.setValue((now - assigned) / NANOS_PER_HOUR);
            }
        }
    }
}
