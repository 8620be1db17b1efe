package org.bridgeconvoy.bridge.run.plan;

import java.util.BitSet;
import org.bridgeconvoy.bridge.config.CargoStream;
import org.bridgeconvoy.bridge.demand.DemandCurve;

/**
 * A cargo stream laid on the dates of a run.
 *
 * @param goesOn whether demand accrues beyond the horizon
 * @param mayCarry the truck classes that may carry the cargo, by index in the fleet
 * @param carrying the most that any of these classes carries, in milligrams; a drawn load is cut to it. Unlimited if no class can carry
 *     anything now: the load then waits whole for a truck that can
 */
public record StreamPlan(
        CargoStream config, DemandCurve curve, ListedLoads listed, boolean goesOn, BitSet mayCarry, long carrying) {

    private static final String ARRIVALS = "arrivals.";
    private static final String LOADS = "loads.";

    /** The mean of a drawn load as cut, in tonnes. */
    public double meanLoad() {
        return config.loadTonnes()
                .meanCappedAt(carrying == Mass.UNLIMITED ? Double.POSITIVE_INFINITY : Mass.toTonnes(carrying));
    }

    /** Name of the random-number stream for the arrivals. */
    public String arrivalsStream() {
        return ARRIVALS + config.cargo();
    }

    /** Name of the random-number stream for the loads. */
    public String loadsStream() {
        return LOADS + config.cargo();
    }

    /** Whether a random-number stream of this name belongs to the demand. */
    public static boolean isOfDemand(String stream) {
        return stream.startsWith(ARRIVALS) || stream.startsWith(LOADS);
    }
}
