package org.bridgeconvoy.study;

import org.bridgeconvoy.bridge.config.BridgeConfig;
import org.bridgeconvoy.bridge.config.CargoStream;
import org.bridgeconvoy.bridge.config.Consignment;
import org.bridgeconvoy.bridge.config.ConvoyConfig;
import org.bridgeconvoy.bridge.config.TruckClass;
import org.bridgeconvoy.bridge.control.Direction;

/**
 * How many trucks of a direction a lane's limits of trucks and mass let stand on it at once. Of the mass two bounds hold,
 * and the lesser counts: whole trucks of the least gross mass that occurs, and, on average, trucks of the mean gross mass
 * of the lightest cargo and class. Where all trucks weigh the same these are one.
 */
final class LaneLimit {

    private final ConvoyConfig config;
    private double least = Double.POSITIVE_INFINITY;
    private double mean = Double.POSITIVE_INFINITY;

    private LaneLimit(ConvoyConfig config) {
        this.config = config;
    }

    /** At least 1 in a world that can work, not always whole; infinite without a limit. */
    static double trucksAtOnce(ConvoyConfig config, Direction direction) {
        BridgeConfig bridge = config.bridge();
        double trucks = bridge.maxTrucks() < Integer.MAX_VALUE ? bridge.maxTrucks() : Double.POSITIVE_INFINITY;
        if (Double.isInfinite(bridge.maxMassTonnes())) {
            return trucks;
        }
        LaneLimit limit = new LaneLimit(config);
        for (TruckClass truck : config.fleet()) {
            if (truck.trucks() > 0) {
                limit.weigh(truck, direction);
            }
        }
        return Math.min(trucks, limit.byMass(bridge.maxMassTonnes()));
    }

    /** A truck without tare weighs nothing when it is empty, so nothing limits it then. */
    private double byMass(double most) {
        return Math.min(Math.floor(most / least), most / mean);
    }

    private void weigh(TruckClass truck, Direction direction) {
        if (direction == Direction.RETURN) {
            add(truck, 0, 0);
            return;
        }
        double carries = truck.carryingTonnes(config.bridge().maxTruckMassTonnes());
        for (CargoStream stream : config.demand()) {
            if (stream.isDrawn()) {
                double lightest = Math.min(stream.loadTonnes().lowerBound(), carries);
                add(truck, lightest, stream.loadTonnes().meanCappedAt(carries));
            }
        }
        double largest = config.carryingTonnes();
        for (Consignment consignment : config.consignments()) {
            // Full truckloads and a rest; what the largest truck was filled with is cut to what this one carries.
            double loads = Math.ceil(consignment.tonnes() / largest);
            double rest = loads > 1 ? consignment.tonnes() - (loads - 1) * largest : consignment.tonnes();
            add(truck, Math.min(rest, carries), Math.min(rest, carries));
        }
    }

    private void add(TruckClass truck, double leastLoad, double meanLoad) {
        least = Math.min(least, truck.tareTonnes() + leastLoad);
        mean = Math.min(mean, truck.tareTonnes() + meanLoad);
    }
}
