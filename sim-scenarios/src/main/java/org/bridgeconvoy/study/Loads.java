package org.bridgeconvoy.study;

import org.bridgeconvoy.bridge.config.CargoStream;
import org.bridgeconvoy.bridge.config.Consignment;
import org.bridgeconvoy.bridge.config.ConvoyConfig;
import org.bridgeconvoy.bridge.config.TruckClass;

/** Masses of a world's loads and trucks, in tonnes. */
final class Loads {

    private Loads() {}

    /** The largest load that may appear; infinite if nothing bounds it. */
    static double heaviest(ConvoyConfig config) {
        double heaviest = 0;
        for (CargoStream stream : config.demand()) {
            heaviest = stream.isDrawn() ? Math.max(heaviest, stream.loadTonnes().upperBound()) : heaviest;
        }
        for (Consignment consignment : config.consignments()) {
            heaviest = Math.max(heaviest, consignment.tonnes());
        }
        return heaviest;
    }

    /** Gross mass of the heaviest truck or vehicle that may cross; infinite if nothing bounds it. */
    static double heaviestTruck(ConvoyConfig config) {
        double load = heaviest(config);
        double limit = config.bridge().maxTruckMassTonnes();
        double vehicle = config.traffic().stream()
                .mapToDouble(stream -> Math.min(stream.massTonnes().upperBound(), limit))
                .max()
                .orElse(0);
        double truck = config.fleet().stream()
                .filter(c -> c.trucks() > 0)
                .mapToDouble(c -> c.tareTonnes() + Math.min(load, c.carryingTonnes(limit)))
                .max()
                .orElse(0);
        return Math.max(truck, vehicle);
    }

    /** The largest payload of a truck of the fleet; infinite if nothing bounds it, 0 without trucks. */
    static double largestPayload(ConvoyConfig config) {
        return config.fleet().stream()
                .filter(c -> c.trucks() > 0)
                .mapToDouble(TruckClass::payloadTonnes)
                .max()
                .orElse(0);
    }

    /** Mean tare of the fleet's trucks; NaN without trucks. */
    static double meanTare(ConvoyConfig config) {
        double sum = 0;
        for (TruckClass c : config.fleet()) {
            sum += c.trucks() * c.tareTonnes();
        }
        return sum / config.trucks();
    }
}
