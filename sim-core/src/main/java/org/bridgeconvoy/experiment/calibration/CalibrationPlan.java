package org.bridgeconvoy.experiment.calibration;

/**
 * How many worlds a calibration simulates, one replication each, and how many it draws.
 *
 * @param firstWorlds from the prior, at least 100
 * @param rounds how often worlds are simulated again about the posterior, 0 or more
 * @param roundWorlds in each of these rounds, at least 100
 * @param checkWorlds from the posterior, for the predictive check, at least 100
 * @param draws from the posterior, which take no simulation, at least 100
 */
public record CalibrationPlan(int firstWorlds, int rounds, int roundWorlds, int checkWorlds, int draws) {

    /** 3,000 replications, and 400 for the check. */
    public static final CalibrationPlan USUAL = new CalibrationPlan(900, 3, 700, 400, 4000);

    private static final int LEAST = 100;

    /**
     * Checks the numbers.
     *
     * @throws IllegalArgumentException if one is below its least
     */
    public CalibrationPlan {
        atLeast(LEAST, "firstWorlds", firstWorlds);
        atLeast(0, "rounds", rounds);
        atLeast(LEAST, "roundWorlds", roundWorlds);
        atLeast(LEAST, "checkWorlds", checkWorlds);
        atLeast(LEAST, "draws", draws);
    }

    private static void atLeast(int least, String name, int value) {
        if (value < least) {
            throw new IllegalArgumentException(name + " must be >= " + least + ", got " + value);
        }
    }

    /**
     * How many replications these are in all.
     *
     * @return at least 200
     */
    public int replications() {
        return firstWorlds + rounds * roundWorlds + checkWorlds;
    }
}
