package org.bridgeconvoy.study;

import java.util.ArrayList;
import java.util.List;
import org.bridgeconvoy.bridge.BridgeModel;
import org.bridgeconvoy.bridge.config.ConvoyConfig;
import org.bridgeconvoy.experiment.Estimate;
import org.bridgeconvoy.result.ReplicationResult;

/**
 * Replications of a world with more demand, and on which side of a border of the {@link Headroom} they lie. Few replications decide far
 * from a border, all of the study's near it: the first look is at {@link #FIRST_LOOK}, each further look at twice as many. An early look
 * decides if an interval of {@link #SURE} around the value leaves out the border.
 */
final class FactorTrial {

    /** Replications before the first look. */
    private static final int FIRST_LOOK = 4;

    /**
     * Replications from which on a look believes values without spread, and that a backlog is worked off. Fewer without spread may only
     * mean that a rare event has not come yet.
     */
    private static final int ENOUGH = 8;

    /** Confidence of the two-sided interval by which an early look decides. */
    private static final double SURE = 0.99;

    /** Confidence of the two-sided interval that leaves out 5% on one side. */
    private static final double ONE_SIDED_95 = 0.90;

    /** The three borders: where the mean passes the bound of demand, and where the ends of its one-sided 95% interval do. */
    enum Border {
        /** The upper end passes the bound: above it demand may not limit. */
        LOW(1),
        /** The mean passes the bound. */
        FACTOR(0),
        /** The lower end passes the bound: above it demand does not limit beyond doubt. */
        HIGH(-1);

        private final int side;

        Border(int side) {
            this.side = side;
        }
    }

    private final ConvoyConfig world;
    private final int replications;
    private final List<ReplicationResult> results;
    private Estimate distance = Estimate.NONE;
    private boolean worksOff;
    private String objective = "";

    /**
     * Creates a trial that has run some replications, perhaps none.
     *
     * @param replications number of the study's
     * @param results of the replications that have run, from number 1 on
     */
    FactorTrial(ConvoyConfig world, int replications, List<ReplicationResult> results) {
        this.world = world;
        this.replications = replications;
        this.results = new ArrayList<>(results);
        if (!results.isEmpty()) {
            judge();
        }
    }

    /**
     * Runs replications until they decide on a border.
     *
     * @return number of replications run
     */
    int decide(Border border, long seed, Workers workers, Work work) {
        BridgeModel model = new BridgeModel(world).withoutPercentiles();
        int before = results.size();
        while (!isDecided(border)) {
            int done = results.size();
            int look = done == 0 ? FIRST_LOOK : 2 * done;
            // Where less than half would be left for later, all run at once.
            int next = 2 * look <= replications ? look : replications;
            results.addAll(Replications.run(model, seed, done + 1, next - done, workers, work::oneDone));
            judge();
        }
        return results.size() - before;
    }

    private void judge() {
        Objective judge = Objective.of(world, results);
        Objective.Beyond beyond = judge.beyond(results);
        objective = judge.name();
        distance = Estimate.of(beyond.bound());
        worksOff = beyond.worksOff();
    }

    /** Whether the replications so far tell on which side of a border this world lies. */
    boolean isDecided(Border border) {
        int n = results.size();
        if (n == 0 || n == replications) {
            return n > 0;
        }
        double value = value(border);
        if (worksOff && value <= 0) {
            return n >= ENOUGH;
        }
        return (distance.sd() > 0 || n >= ENOUGH) && Math.abs(value) > distance.halfWidth(SURE);
    }

    /** Whether this world lies beyond a border, as far as the replications so far tell. */
    boolean isBeyond(Border border) {
        double value = value(border);
        return worksOff || (border == Border.LOW ? value >= 0 : value > 0);
    }

    /** Name of the objective whose bound this is; values of two objectives do not compare. */
    String objective() {
        return objective;
    }

    /** Distance from the bound, or that of an end of its interval over all replications: above 0 beyond the border. */
    double value(Border border) {
        Estimate ofAll =
                new Estimate(replications, distance.mean(), distance.sd(), Double.NaN, distance.min(), distance.max());
        return distance.mean() + border.side * ofAll.halfWidth(ONE_SIDED_95);
    }
}
