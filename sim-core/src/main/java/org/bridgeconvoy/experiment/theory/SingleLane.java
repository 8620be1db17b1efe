package org.bridgeconvoy.experiment.theory;

/**
 * A lane that both directions share. A truck takes the lane for a headway; turning the lane costs the crossing of the last truck and
 * the clearance, less the headway that the last truck is counted with anyway: the lost time per turn.
 */
public final class SingleLane {
    private SingleLane() {}

    /**
     * Number of trucks that enter in a window and leave by its end: one at once, then one per headway.
     *
     * @param window length of the window, 0 or more
     * @param crossing time of one crossing, 0 or more
     * @param headway time between two entries, above 0; all three in the same unit, for example nanoseconds
     * @return 0 if the window is shorter than a crossing
     * @throws IllegalArgumentException if an argument is out of range
     */
    public static long windowCapacity(long window, long crossing, long headway) {
        Range.check(window >= 0 && crossing >= 0, "window and crossing must be >= 0");
        Range.check(headway > 0, "headway must be > 0, got " + headway);
        return window < crossing ? 0 : (window - crossing) / headway + 1;
    }

    /**
     * Trucks per unit of time, both directions together, when platoons of equal size take turns without a pause.
     *
     * @param platoon trucks per turn, at least 1
     * @param headway time between entries of a platoon, 0 or more
     * @param crossing time of one crossing, above 0
     * @param clearance time between the lane being empty and the first entry from the other side, 0 or more
     * @return trucks per unit of time
     * @throws IllegalArgumentException if an argument is out of range
     */
    public static double saturatedThroughput(int platoon, double headway, double crossing, double clearance) {
        Range.check(platoon >= 1, "platoon must be >= 1, got " + platoon);
        Range.check(headway >= 0 && crossing > 0 && clearance >= 0, "times must not be negative, crossing above 0");
        return platoon / ((platoon - 1) * headway + crossing + clearance);
    }

    /**
     * Cycle time with even arrivals (a fluid) if each side is served until its queue is empty: the two lost times divided by the share of
     * time that no truck takes.
     *
     * @param lostTime per turn, above 0
     * @param load share of time that trucks of this side take (arrival rate × headway), 0 or more
     * @param otherLoad the same of the other side; together below 1
     * @return time from one turn to this side to the next
     * @throws IllegalArgumentException if an argument is out of range
     */
    public static double alternatingCycle(double lostTime, double load, double otherLoad) {
        Range.check(lostTime > 0, "lost time must be > 0, got " + lostTime);
        Range.check(
                load >= 0 && otherLoad >= 0 && load + otherLoad < 1,
                "loads must be >= 0 and together < 1, got " + load + " and " + otherLoad);
        return 2 * lostTime / (1 - load - otherLoad);
    }

    /**
     * Mean delay of a truck of one side in that cycle, by the fluid idea of Cassidy and Han (1993). It is half of the side's red,
     * which takes 1 − load of the cycle: lost time ÷ (1 − both loads) × (1 − load).
     *
     * @param lostTime per turn, above 0
     * @param load of the side whose delay is asked for
     * @param otherLoad of the other side; together below 1
     * @return mean over the trucks of that side
     * @throws IllegalArgumentException if an argument is out of range
     */
    public static double alternatingDelay(double lostTime, double load, double otherLoad) {
        return alternatingCycle(lostTime, load, otherLoad) * (1 - load) / 2;
    }

    /**
     * Mean wait when trucks arrive at both sides as Poisson processes of equal rate, a side is served until it is empty (the last
     * headway included), and the lane goes on turning when both queues are empty: symmetric exhaustive polling with two queues and constant
     * times (Takagi 1986), [2λh² + τ(2 − ρ)] ÷ [2(1 − ρ)] with ρ = 2λh.
     *
     * @param arrivalRate λ of each side, 0 or more
     * @param headway h, above 0
     * @param lostTime τ per turn, 0 or more
     * @return mean over all trucks
     * @throws IllegalArgumentException if an argument is out of range
     */
    public static double exhaustivePollingWait(double arrivalRate, double headway, double lostTime) {
        Range.check(headway > 0 && lostTime >= 0, "headway must be > 0 and lost time >= 0");
        double load = 2 * arrivalRate * headway;
        Range.check(load >= 0 && load < 1, "the load of both sides must be >= 0 and < 1, got " + load);
        return (load * headway + lostTime * (2 - load)) / (2 * (1 - load));
    }
}
