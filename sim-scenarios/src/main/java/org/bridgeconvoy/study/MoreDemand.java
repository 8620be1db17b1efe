package org.bridgeconvoy.study;

import org.bridgeconvoy.bridge.config.CargoStream;
import org.bridgeconvoy.bridge.config.Consignment;
import org.bridgeconvoy.bridge.config.ConvoyConfig;
import org.bridgeconvoy.bridge.config.DemandRate;

/**
 * A world with more demand. The factor multiplies the rate, the backlog and the total of every stream, in both directions and after every
 * change, and the tonnes of every listed consignment. The tonnes of a truckload, the profile, the hours and through traffic stay. A
 * larger consignment is split into truckloads as any other, so it makes more trips.
 */
final class MoreDemand {

    private static final double MILLIGRAMS = 1e9;

    private final double factor;

    private MoreDemand(double factor) {
        this.factor = factor;
    }

    /**
     * A world with {@code factor} times the demand.
     *
     * @throws IllegalArgumentException if a quantity leaves its range
     */
    static ConvoyConfig times(double factor, ConvoyConfig config) {
        MoreDemand more = new MoreDemand(factor);
        return more.world(config)
                .withChanges(config.changes().stream()
                        .map(c -> new ConvoyConfig.Change(c.atNanos(), more.world(c.world())))
                        .toList());
    }

    private ConvoyConfig world(ConvoyConfig config) {
        return config.toBuilder()
                .demand(config.demand().stream().map(this::stream).toList())
                .consignments(
                        config.consignments().stream().map(this::consignment).toList())
                .build();
    }

    private CargoStream stream(CargoStream stream) {
        return stream.toBuilder()
                .rate(rate(stream.rate()))
                .backlogTonnes(mass(stream.backlogTonnes()))
                .totalTonnes(mass(stream.totalTonnes()))
                .build();
    }

    private DemandRate rate(DemandRate rate) {
        double amount = factor * rate.amount();
        if (rate.isInTonnes()) {
            return rate.isPerOpenHour() ? new DemandRate.TonnesPerHour(amount) : new DemandRate.Tonnes(amount);
        }
        return rate.isPerOpenHour() ? new DemandRate.TrucksPerHour(amount) : new DemandRate.Trucks(amount);
    }

    private Consignment consignment(Consignment listed) {
        return new Consignment(listed.atNanos(), listed.cargo(), mass(listed.tonnes()), listed.priority());
    }

    /** More of a mass, to the milligram, so that a product such as 1.79 times 20,000 t does not need one truckload more. */
    private double mass(double tonnes) {
        double milligrams = factor * tonnes * MILLIGRAMS;
        return milligrams < Long.MAX_VALUE ? Math.round(milligrams) / MILLIGRAMS : factor * tonnes;
    }
}
