package org.bridgeconvoy.bridge.run;

import java.util.ArrayList;
import java.util.List;
import org.bridgeconvoy.bridge.control.Direction;
import org.bridgeconvoy.bridge.run.trip.ConvoyYard;
import org.bridgeconvoy.bridge.run.trip.FarBank;
import org.bridgeconvoy.bridge.run.trip.Station;
import org.bridgeconvoy.result.Lock;
import org.bridgeconvoy.result.Stage;
import org.bridgeconvoy.result.TruckState;
import org.jspecify.annotations.Nullable;

/**
 * Finds at the end of a run whether it has locked: some trucks or vehicles wait, none of the others moves, and no opening, departure or
 * consignment still to come, even after the horizon, frees one of them. A modeler's control that asks to be called again later is trusted
 * to give the lane then, unless it has never given the lane to that direction.
 */
final class LockFinder {

    private final RunParts parts;
    private final List<String> waitingFor = new ArrayList<>();
    private long since;

    /** Whether an event still to come may free a truck. */
    private boolean free;

    private LockFinder(RunParts parts) {
        this.parts = parts;
    }

    /** The lock of a run at its end; null if it has not locked. */
    static @Nullable Lock find(RunParts parts) {
        if (parts.lane().states().trucks(TruckState.OWN) > 0
                || parts.fleet().isAnyMoving()
                || parts.lane().isAnyoneLeaving()) {
            return null;
        }
        LockFinder finder = new LockFinder(parts);
        for (Stage stage : Stage.values()) {
            finder.look(parts.stations().get(stage), stage);
        }
        finder.lookAtFarBank();
        boolean outboundPasses = finder.look(Direction.OUTBOUND, parts.canMoreCome());
        finder.look(Direction.RETURN, outboundPasses);
        return finder.free || finder.waitingFor.isEmpty()
                ? null
                : new Lock(
                        Math.max(finder.since, parts.context().endlessSince()), String.join("; ", finder.waitingFor));
    }

    private void look(@Nullable Station station, Stage stage) {
        if (station != null && station.held() > 0) {
            free |= station.servesLater();
            waits(station.held(), "for a service at " + stage.label() + " that does not end", station.lastJoinedAt());
        }
    }

    /** A truck that waits for a return load has no pending event only if its wait never ends. */
    private void lookAtFarBank() {
        FarBank farBank = parts.farBank();
        int waiting = farBank == null ? 0 : farBank.dispatch().idleTrucks();
        if (waiting > 0) {
            free |= parts.canMoreCome(Direction.RETURN);
            waits(waiting, "for a return load", parts.context().endlessSince());
        }
    }

    /**
     * Looks at the convoys and the bridge queue of a direction. Returns whether a truck that arrives now could get through to the bridge.
     */
    private boolean look(Direction direction, boolean moreCome) {
        ConvoyYard yard = parts.yard(direction);
        boolean laneHeld = look(direction);
        int coming = moreCome ? parts.dispatch().idleTrucks() : 0;
        if (yard.queueLength() > 0) {
            free |= yard.releasesAfter(laneHeld ? 0 : coming);
            waits(
                    yard.queueLength(),
                    (direction == Direction.OUTBOUND ? "for an outbound" : "for a return") + " convoy of "
                            + yard.size(),
                    yard.lastJoinedAt());
        }
        return moreCome && !laneHeld && yard.releasesAfter(coming);
    }

    private boolean look(Direction direction) {
        int trucks = parts.lane().waiting(direction);
        int vehicles = parts.lane().vehiclesWaiting(direction);
        boolean anyone = trucks + vehicles > 0;
        if (anyone) {
            free |= parts.lane().mayEnterLater(direction);
            waits(
                    who(trucks, vehicles),
                    "to enter the bridge, " + direction.label() + ": "
                            + parts.lane().heldBy(direction),
                    parts.lane().heldSince(direction));
        }
        return anyone;
    }

    private static String who(int trucks, int vehicles) {
        if (vehicles == 0) {
            return who(trucks, "truck");
        }
        return trucks == 0
                ? who(vehicles, "vehicle")
                : trucks
                        + (trucks == 1 ? " truck and " : " trucks and ")
                        + vehicles
                        + (vehicles == 1 ? " vehicle wait " : " vehicles wait ");
    }

    private static String who(int count, String what) {
        return count == 1 ? "1 " + what + " waits " : count + " " + what + "s wait ";
    }

    private void waits(int trucks, String what, long lastJoined) {
        waits(who(trucks, 0), what, lastJoined);
    }

    private void waits(String who, String what, long lastJoined) {
        waitingFor.add(who + what);
        since = Math.max(since, lastJoined);
    }
}
