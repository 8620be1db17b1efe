package org.bridgeconvoy.bridge.run.context;

/**
 * The order of one instant as priorities of events at the same time, higher first: bookkeeping of the window and the
 * day, changes of the world, then the phases: (1) what ends, by truck number, then by number of vehicle, then closing times; (2)
 * openings; (3) consignments, streams in their order, then vehicles in the order of the traffic; and last the pass over phases 4 to 8 ({@link InstantPass}). Whatever an instant's
 * pass starts and ends at once fires before the next pass, so the phases begin from the top again.
 */
public final class Priorities {

    /** End of the warm-up and of a day. */
    public static final int BOOKKEEPING = Integer.MAX_VALUE;
    /** A change of the world. */
    public static final int CHANGE = Integer.MAX_VALUE - 1;
    /** A station closes. */
    public static final int CLOSING = 0;
    /** A station opens. */
    public static final int OPENING = -1;

    /** Wake-ups of the yards and the lane; the pass over phases 4 to 8 is the end of the instant. */
    public static final int WAKE = Integer.MIN_VALUE;

    private static final int ENDS = Integer.MAX_VALUE - 2;
    private static final int VEHICLE_ENDS = 1 << 30;
    private static final int CONSIGNMENTS = -2;
    private static final int VEHICLES = -(1 << 30);

    private Priorities() {}

    /** Of what ends for a truck. */
    public static int end(int truck) {
        return ENDS - truck;
    }

    /** Of what ends for a vehicle; from the thousand-millionth on all have one. */
    public static int vehicleEnd(int vehicle) {
        return Math.max(CLOSING + 1, VEHICLE_ENDS - vehicle);
    }

    /** Of vehicles of the name at a position in the traffic. */
    public static int vehicles(int name) {
        return VEHICLES - name;
    }

    /** Of consignments that the stream at a position in the scenario draws. */
    public static int consignment(int stream) {
        return CONSIGNMENTS - 2 * stream;
    }

    /** Of listed consignments of that stream's cargo. */
    public static int listed(int stream) {
        return consignment(stream) - 1;
    }
}
