package org.bridgeconvoy.flow;

import java.util.function.ObjDoubleConsumer;
import org.bridgeconvoy.observe.Tally;
import org.bridgeconvoy.observe.TimeSum;
import org.bridgeconvoy.observe.TimeWeighted;

/**
 * Statistics of a queue and of the units that it waits for, since the start or the last reset. An entity served at once counts as a wait
 * of 0. A wait belongs to the period in which it ends. Arrivals are those served ({@link #waitSeconds}), those who gave up, those who
 * balked and those who still wait.
 */
public final class WaitStatistics {
    private final TimeWeighted queueLength = new TimeWeighted();
    private final TimeWeighted inUse = new TimeWeighted();
    private final TimeWeighted blocked = new TimeWeighted();
    private final Tally waitSeconds = new Tally();
    private final TimeSum totalWait = new TimeSum();
    private final Tally gaveUpSeconds = new Tally();
    private final Tally interruptedSeconds = new Tally();
    private long balked;
    private long discarded;

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

    void gaveUp(long since, long now) {
        queueLength.add(-1, now);
        gaveUpSeconds.record((now - since) / 1e9);
    }

    void regained(long since, long now) {
        queueLength.add(-1, now);
        interruptedSeconds.record((now - since) / 1e9);
    }

    void gaveUpWork() {
        discarded++;
    }

    void turnedAway() {
        balked++;
    }

    void use(int units, long now) {
        inUse.add(units, now);
    }

    void block(int units, long now) {
        blocked.add(units, now);
    }

    void figures(long now, ObjDoubleConsumer<String> to) {
        to.accept("queue", queueLength.mean(now));
        to.accept("wait, s", waitSeconds.mean());
        to.accept("served", waitSeconds.count());
        to.accept("gave up", gaveUpSeconds.count());
        to.accept("balked", balked);
        to.accept("interrupted", interruptedSeconds.count() + discarded);
    }

    void reset(long now) {
        queueLength.reset(now);
        inUse.reset(now);
        blocked.reset(now);
        waitSeconds.reset();
        totalWait.reset();
        gaveUpSeconds.reset();
        interruptedSeconds.reset();
        balked = 0;
        discarded = 0;
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
     * The waits that ended with the units, in seconds. Who gave up or balked is not among them.
     *
     * @return kept up to date by the run
     */
    public Tally waitSeconds() {
        return waitSeconds;
    }

    /**
     * The sum of the waits that ended with the units, exactly.
     *
     * @return kept up to date by the run
     */
    public TimeSum totalWait() {
        return totalWait;
    }

    /**
     * The waits of those who left the queue without the units (reneged), in seconds; their number is its count.
     *
     * @return kept up to date by the run
     */
    public Tally gaveUpSeconds() {
        return gaveUpSeconds;
    }

    /**
     * How long entities waited to get units back that another one had taken from them while they worked ({@link
     * Flow.Builder#preempting}), in seconds; such a wait counts in {@link #queueLength} and not in {@link #waitSeconds}.
     *
     * @return kept up to date by the run
     */
    public Tally interruptedSeconds() {
        return interruptedSeconds;
    }

    /**
     * Number of entities that gave up their work when they were interrupted ({@link Flow.Builder#ifInterruptedGo}).
     *
     * @return at least 0
     */
    public long discarded() {
        return discarded;
    }

    /**
     * Number of entities that did not join the queue because it was full ({@link Flow.Builder#orBalkAt}).
     *
     * @return at least 0
     */
    public long balked() {
        return balked;
    }

    @Override
    public String toString() {
        return "waits in s " + waitSeconds + "; queue " + queueLength + "; in use " + inUse + "; "
                + gaveUpSeconds.count() + " gave up, " + balked + " balked";
    }
}
