package org.bridgeconvoy.flow;

import java.util.function.ObjDoubleConsumer;
import org.bridgeconvoy.observe.Tally;
import org.bridgeconvoy.observe.TimeWeighted;
import org.bridgeconvoy.observe.TimeWeightedAmount;

/**
 * Statistics of a {@link Level} or a {@link Store}, since the start or the last reset. An entity served at once counts as a wait of 0.
 * A wait belongs to the period in which it ends.
 */
public final class StockStatistics {
    private final TimeWeightedAmount amount;
    private final TimeWeighted takersWaiting = new TimeWeighted();
    private final TimeWeighted puttersWaiting = new TimeWeighted();
    private final Tally takeWaitSeconds = new Tally();
    private final Tally putWaitSeconds = new Tally();

    StockStatistics(double amount) {
        this.amount = new TimeWeightedAmount(amount);
    }

    TimeWeighted waiting(boolean takers) {
        return takers ? takersWaiting : puttersWaiting;
    }

    Tally waitSeconds(boolean takers) {
        return takers ? takeWaitSeconds : putWaitSeconds;
    }

    void reset(long now) {
        amount.reset(now);
        takersWaiting.reset(now);
        puttersWaiting.reset(now);
        takeWaitSeconds.reset();
        putWaitSeconds.reset();
    }

    void figures(long now, ObjDoubleConsumer<String> to) {
        to.accept("amount", amount.mean(now));
        to.accept("takers waiting", takersWaiting.mean(now));
        to.accept("wait to take, s", takeWaitSeconds.mean());
        to.accept("taken", takeWaitSeconds.count());
        to.accept("putters waiting", puttersWaiting.mean(now));
        to.accept("wait to put, s", putWaitSeconds.mean());
        to.accept("put", putWaitSeconds.count());
    }

    /**
     * The amount in the level, or the number of items in the store, over time.
     *
     * @return kept up to date by the run
     */
    public TimeWeightedAmount amount() {
        return amount;
    }

    /**
     * Number of entities that wait to take, over time.
     *
     * @return kept up to date by the run
     */
    public TimeWeighted takersWaiting() {
        return takersWaiting;
    }

    /**
     * Number of entities that wait for room to put, over time.
     *
     * @return kept up to date by the run
     */
    public TimeWeighted puttersWaiting() {
        return puttersWaiting;
    }

    /**
     * The waits of those who took.
     *
     * @return kept up to date by the run, s
     */
    public Tally takeWaitSeconds() {
        return takeWaitSeconds;
    }

    /**
     * The waits of those who put.
     *
     * @return kept up to date by the run, s
     */
    public Tally putWaitSeconds() {
        return putWaitSeconds;
    }

    @Override
    public String toString() {
        return "amount " + amount + "; takers waiting " + takersWaiting + "; waits to take " + takeWaitSeconds
                + "; putters waiting " + puttersWaiting + "; waits to put " + putWaitSeconds;
    }
}
