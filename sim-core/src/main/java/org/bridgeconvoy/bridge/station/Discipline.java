package org.bridgeconvoy.bridge.station;

/**
 * The order in which a station serves the trucks that wait before it: the least rank first, equal ranks in the order of
 * joining. A service that has begun is not interrupted. Immutable, shared by all replications; implement it for an order of your own.
 *
 * <p>A rank is asked for once, as the truck joins the queue. So that it can depend on the service time, a station with an order
 * other than {@link #FIRST_COME} draws that time then, and not when the service begins; the numbers drawn are the same, in the
 * order of joining.
 */
@FunctionalInterface
public interface Discipline {

    /** First come, first served; what a station does unless told otherwise. */
    Discipline FIRST_COME = (truck, serviceSeconds) -> 0;

    /** The shortest service first. */
    Discipline SHORTEST_FIRST = (truck, serviceSeconds) -> serviceSeconds;

    /** The consignment with the highest priority first. */
    Discipline PRIORITY_FIRST = (truck, serviceSeconds) -> -(double) truck.priority();

    /**
     * The place of a truck in the queue.
     *
     * @param truck who joins
     * @param serviceSeconds how long its service will take
     * @return any number but NaN; the least is served first
     */
    double rank(TruckView truck, double serviceSeconds);
}
