package org.bridgeconvoy.bridge.run.context;

/**
 * The order of one instant as priorities of events at the same time, higher first: bookkeeping of the window and the day; changes of the
 * world; then the phases: (1) ends, by truck number, then by vehicle number, then closing times; (2) openings; (3) consignments, in the
 * order of their streams, then vehicles, in the order of the traffic; and last the pass over phases 4 to 8 ({@link InstantPass}). An event
 * that a pass schedules for its own instant fires before the next pass, so the phases begin from the first again.
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

    /** Wake-ups of the yards and the lane. The pass over phases 4 to 8 ends the instant. */
    public static final int WAKE = Integer.MIN_VALUE;

    private static final int ENDS = Integer.MAX_VALUE - 2;
    private static final int VEHICLE_ENDS = 1 << 30;
    private static final int CONSIGNMENTS = -2;
    private static final int VEHICLES = -(1 << 30);

    private Priorities() {}

    /** Priority of the end of a truck's activity. */
    public static int end(int truck) {
        return ENDS - truck;
    }

    /** Priority of the end of a vehicle's activity; vehicles from number one billion (1e9) on share one priority. */
    public static int vehicleEnd(int vehicle) {
        return Math.max(CLOSING + 1, VEHICLE_ENDS - vehicle);
    }

    /** Priority of vehicles of the name at an index of the traffic. */
    public static int vehicles(int name) {
        return VEHICLES - name;
    }

    /** Priority of drawn consignments of the stream at an index of the scenario. */
    public static int consignment(int stream) {
        return CONSIGNMENTS - 2 * stream;
    }

    /** Priority of listed consignments of that stream's cargo. */
    public static int listed(int stream) {
        return consignment(stream) - 1;
    }
}
