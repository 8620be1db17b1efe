package org.bridgeconvoy.bridge.reference;

import java.util.List;
import java.util.stream.IntStream;
import org.bridgeconvoy.bridge.config.BankConfig;
import org.bridgeconvoy.bridge.config.BridgeConfig;
import org.bridgeconvoy.bridge.config.CargoStream;
import org.bridgeconvoy.bridge.config.ConvoyConfig;
import org.bridgeconvoy.bridge.config.ConvoyRule;
import org.bridgeconvoy.bridge.config.StationConfig;
import org.bridgeconvoy.bridge.config.TruckClass;
import org.bridgeconvoy.bridge.control.Direction;
import org.bridgeconvoy.calendar.Hours;
import org.bridgeconvoy.random.Distribution;
import org.jspecify.annotations.Nullable;

/**
 * The world of the moment: what a change of section 7 replaces as a whole.
 *
 * @param config as drawn
 * @param originClock the clock on the wall of the origin
 * @param destinationClock and of the destination
 */
record WorldNow(ConvoyConfig config, WallClock originClock, WallClock destinationClock) {

    WorldNow(ConvoyConfig config) {
        this(config, clock(config, config.origin()), clock(config, config.destination()));
    }

    private static WallClock clock(ConvoyConfig config, BankConfig bank) {
        return WallClock.of(config.start(), config.origin().timeZone(), bank.timeZone());
    }

    BridgeConfig bridge() {
        return config.bridge();
    }

    List<CargoStream> demand() {
        return config.demand();
    }

    private boolean isAtOrigin(Leg leg) {
        return switch (leg) {
            case LOAD, EXPORT, RETURN_IMPORT, RETURN_UNLOAD, CONVOY_OUTBOUND -> true;
            default -> false;
        };
    }

    /** "Departures are read on the bank's own clock." (Section 2) */
    WallClock clockOf(Leg leg) {
        return isAtOrigin(leg) ? originClock : destinationClock;
    }

    /** The station of a leg; null: "a station that the file leaves out is passed through in no time" (section 3). */
    @Nullable
    StationConfig station(Leg leg) {
        return switch (leg) {
            case LOAD -> config.origin().handling();
            case EXPORT -> config.origin().customs();
            case IMPORT -> config.destination().customs();
            case UNLOAD -> config.destination().handling();
            case RETURN_LOAD -> config.destination().returnHandling();
            case RETURN_EXPORT -> config.destination().returnCustoms();
            case RETURN_IMPORT -> config.origin().returnCustoms();
            case RETURN_UNLOAD -> config.origin().returnHandling();
            default -> null;
        };
    }

    /** "A duration or distribution, no queue, trucks may overtake; default 0 s." (Section 3) */
    @Nullable
    Distribution road(Leg leg) {
        return leg == Leg.ROAD_ORIGIN_OUT || leg == Leg.ROAD_ORIGIN_BACK
                ? config.origin().roadSeconds()
                : config.destination().roadSeconds();
    }

    /** "Return consignments wait at the destination." (Section 4) */
    Leg bankOf(Load load) {
        return demand().get(load.cargo).direction() == Direction.RETURN ? Leg.IDLE_AT_DESTINATION : Leg.IDLE_AT_ORIGIN;
    }

    /** Not so of "a truck that no return stream lets carry its cargo" (section 4). */
    boolean mayBringSomethingBack(TruckClass truckClass) {
        return IntStream.range(0, demand().size())
                .anyMatch(cargo -> demand().get(cargo).direction() == Direction.RETURN && mayCarry(truckClass, cargo));
    }

    /** "The hours of a bank's stations are read on its own clock; on a date in closed no interval of its stations begins." */
    OpenHours stationHours(Leg leg, Hours hours) {
        BankConfig bank = isAtOrigin(leg) ? config.origin() : config.destination();
        return OpenHours.of(hours, clockOf(leg), bank.closed(), config.horizonNanos());
    }

    /** "The bridge's hours follow the origin's wall clock." (Section 2) No date is closed for them. */
    OpenHours bridgeHours(Hours hours) {
        return OpenHours.of(hours, originClock, List.of(), config.horizonNanos());
    }

    boolean isClosed(long now) {
        return bridge().closures().stream().anyMatch(c -> c.fromNanos() <= now && now < c.toNanos());
    }

    @Nullable
    ConvoyRule convoys(Direction direction) {
        return direction == Direction.OUTBOUND ? config.outboundConvoys() : config.returnConvoys();
    }

    /** "A truck crosses at the loaded speed when it carries a load, in either direction." (Section 4) */
    Distribution speed(boolean loaded) {
        return loaded ? bridge().loadedSpeed() : bridge().emptySpeed();
    }

    /** "A truck can carry the lesser of its payload and bridge.max-truck-mass minus its tare." (Section 4) */
    long capacity(TruckClass truckClass) {
        double tonnes = Math.min(truckClass.payloadTonnes(), bridge().maxTruckMassTonnes() - truckClass.tareTonnes());
        return Math.max(0, Mass.ofTonnes(tonnes));
    }

    /** "Only trucks of these classes may carry it (default: all)." (Section 4) */
    boolean mayCarry(TruckClass truckClass, int cargo) {
        List<String> classes = demand().get(cargo).classes();
        return classes.isEmpty() || classes.contains(truckClass.name());
    }

    /** The capacity of the largest truck that may carry a cargo; 0 if none can. */
    long largestCapacity(int cargo) {
        return config.fleet().stream()
                .filter(c -> c.trucks() > 0 && mayCarry(c, cargo))
                .mapToLong(this::capacity)
                .max()
                .orElse(0);
    }
}
