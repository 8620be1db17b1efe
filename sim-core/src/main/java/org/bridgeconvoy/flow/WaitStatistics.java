package org.bridgeconvoy.flow;

import org.bridgeconvoy.observe.Tally;
import org.bridgeconvoy.observe.TimeSum;
import org.bridgeconvoy.observe.TimeWeighted;

/**
 * Statistics of a queue and of the units that it waits for, since the start or the last reset. An entity served at once counts as a wait
 * of 0. A wait belongs to the period in which it ends.
 */
public final class WaitStatistics {
    private final TimeWeighted queueLength = new TimeWeighted();
    private final TimeWeighted inUse = new TimeWeighted();
    private final TimeWeighted blocked = new TimeWeighted();
    private final Tally waitSeconds = new Tally();
    private final TimeSum totalWait = new TimeSum();

    WaitStatistics() {}

    void queued(long now) {
        queueLength.add(1, now);
    }

    void served(long since, long now) {
        queueLength.add(-1, now);
        long wait = now - since;
        waitSeconds.record(wait / 1e9);
        totalWait.add(wait);
    }

    void servedAtOnce() {
        waitSeconds.record(0);
    }

    void use(int units, long now) {
        inUse.add(units, now);
    }

    void block(int units, long now) {
        blocked.add(units, now);
    }

    void reset(long now) {
        queueLength.reset(now);
        inUse.reset(now);
        blocked.reset(now);
        waitSeconds.reset();
        totalWait.reset();
    }

    /**
     * Number of entities that wait, over time.
     *
     * @return kept up to date by the run
     */
    public TimeWeighted queueLength() {
        return queueLength;
    }

    /**
     * Number of units in use, over time: from the seize to the release, with those of {@link #blocked}.
     *
     * @return kept up to date by the run
     */
    public TimeWeighted inUse() {
        return inUse;
    }

    /**
     * Number of units in use that are blocked, over time: the entity that holds them waits in a queue, before a gate or in a batch.
     *
     * @return kept up to date by the run
     */
    public TimeWeighted blocked() {
        return blocked;
    }

    /**
     * The waits that ended, in seconds.
     *
     * @return kept up to date by the run
     */
    public Tally waitSeconds() {
        return waitSeconds;
    }

    /**
     * The sum of the waits that ended, exactly.
     *
     * @return kept up to date by the run
     */
    public TimeSum totalWait() {
        return totalWait;
    }
}
