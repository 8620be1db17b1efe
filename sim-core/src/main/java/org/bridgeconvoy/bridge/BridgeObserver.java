package org.bridgeconvoy.bridge;

import org.bridgeconvoy.bridge.control.Direction;
import org.bridgeconvoy.bridge.station.TruckView;
import org.bridgeconvoy.result.Stage;
import org.bridgeconvoy.result.TrafficTime;
import org.bridgeconvoy.result.TripTime;
import org.bridgeconvoy.result.TruckState;

/**
 * Hears what happens in a run, at once and in the order in which it happens. It must not change the run; an exception
 * that it throws ends the run. Times are nanoseconds since the start. Each method does nothing unless overridden.
 *
 * <p>What a control decides is heard in two ways: {@link #turned} tells that the lane has gone to the other direction, and
 * {@link #stateChanged} that a bridge queue is held by the control, or no longer.
 */
public interface BridgeObserver {

    /**
     * The run is about to begin; nothing has happened yet.
     *
     * @param run to be looked at whenever something is heard
     */
    default void began(RunView run) {}

    /**
     * The warm-up is over: metrics count from now on. Not called without a warm-up.
     *
     * @param now when
     */
    default void warmedUp(long now) {}

    /**
     * A day is over; also called at the horizon, for a day that it cuts short too.
     *
     * @param now when: the next day's 00:00, or the horizon
     * @param day its number, from 0
     */
    default void dayEnded(long now, int day) {}

    /**
     * From now on the world is another.
     *
     * @param now when
     * @param trucks how many are in service from now on, without those to be taken out as they come back
     */
    default void worldChanged(long now, int trucks) {}

    /**
     * A consignment has appeared.
     *
     * @param now when
     * @param cargo its cargo
     * @param loadTonnes its load
     */
    default void consigned(long now, String cargo, double loadTonnes) {}

    /**
     * A truck has reached an instant of its trip. {@code CONSIGNED} is reported together with {@code ASSIGNED}, at the
     * latter's time, and so are {@code RETURN_CONSIGNED} and {@code RETURN_ASSIGNED}.
     *
     * @param now when
     * @param instant which
     * @param truck who
     */
    default void reached(long now, TripTime instant, TruckView truck) {}

    /**
     * A truck that has been unloaded goes back without a load, at once or after it has waited for one. Only in worlds with return loads.
     *
     * @param now when
     * @param truck who
     */
    default void wentBackEmpty(long now, TruckView truck) {}

    /**
     * Trucks have changed their state; a bridge queue does so as a whole when what holds its first changes. (Trucks that a change
     * of the world adds or removes begin and end as {@code IDLE}, unheard.)
     *
     * @param now when
     * @param from the state before
     * @param to the state from now on
     * @param trucks how many, at least 1
     */
    default void stateChanged(long now, TruckState from, TruckState to, int trucks) {}

    /**
     * A queue has become longer or shorter by one.
     *
     * @param now when
     * @param stage what it waits for; {@code TRUCK} is consignments that wait for a truck, on both banks
     * @param length how many wait, at least 0
     */
    default void queueChanged(long now, Stage stage, int length) {}

    /**
     * A station has opened or shut.
     *
     * @param now when
     * @param stage which
     * @param open whether it is open from now on
     */
    default void stationChanged(long now, Stage stage, boolean open) {}

    /**
     * The closure of the bridge has begun or ended.
     *
     * @param now when
     * @param closed true if it closes: no entry until it opens again
     */
    default void closureChanged(long now, boolean closed) {}

    /**
     * A convoy has been released to the bridge queue; its trucks are reported after it.
     *
     * @param now when
     * @param direction where it goes
     * @param trucks how many, at least 1
     */
    default void convoyReleased(long now, Direction direction, int trucks) {}

    /**
     * The one lane has turned: a truck or vehicle enters in the other direction than the one before it.
     *
     * @param now when
     * @param to the direction that the lane serves from now on
     */
    default void turned(long now, Direction to) {}

    /**
     * A truck has broken down on the bridge.
     *
     * @param now when
     * @param truck who
     * @param direction where it goes
     * @param metres where it stands, from the end at which it entered
     */
    default void stopped(long now, TruckView truck, Direction direction, double metres) {}

    /**
     * A truck that had broken down drives on.
     *
     * @param now when
     * @param truck who
     * @param direction where it goes
     * @param metres where it stood, from the end at which it entered
     */
    default void droveOn(long now, TruckView truck, Direction direction, double metres) {}

    /**
     * A truck has come to a stage of the modeler's own, or leaves it.
     *
     * @param now when
     * @param stage its name
     * @param truck who
     * @param inside true as it comes, false as it leaves
     */
    default void ownStage(long now, String stage, TruckView truck, boolean inside) {}

    /**
     * A vehicle of the through traffic has reached an instant of its crossing.
     *
     * @param now when
     * @param instant which
     * @param vehicle who
     */
    default void reached(long now, TrafficTime instant, VehicleView vehicle) {}

    /**
     * A vehicle has broken down on the bridge.
     *
     * @param now when
     * @param vehicle who
     * @param metres where it stands, from the end at which it entered
     */
    default void stopped(long now, VehicleView vehicle, double metres) {}

    /**
     * A vehicle that had broken down drives on.
     *
     * @param now when
     * @param vehicle who
     * @param metres where it stood, from the end at which it entered
     */
    default void droveOn(long now, VehicleView vehicle, double metres) {}
}
