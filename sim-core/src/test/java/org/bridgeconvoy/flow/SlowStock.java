package org.bridgeconvoy.flow;

import java.util.function.IntSupplier;

/** Statistics of a level or a store of {@link SlowFlow}: what it holds and who waits, summed up over time, and the waits. */
final class SlowStock {
    private final SlowClock clock;
    private final SlowCount takeWaits = new SlowCount();
    private final SlowCount putWaits = new SlowCount();
    private long held;
    private long taking;
    private long putting;

    SlowStock(SlowClock clock, IntSupplier amount, IntSupplier takers, IntSupplier putters) {
        this.clock = clock;
        clock.whenTimePasses((from, to) -> {
            held += (to - from) * amount.getAsInt();
            taking += (to - from) * takers.getAsInt();
            putting += (to - from) * putters.getAsInt();
        });
    }

    long now() {
        return clock.now();
    }

    void served(boolean taker, long since) {
        (taker ? takeWaits : putWaits).add(clock.now() - since);
    }

    @Override
    public String toString() {
        return held + " held, " + taking + " waited to take, " + putting + " to put, " + takeWaits + " took, "
                + putWaits + " put";
    }
}
