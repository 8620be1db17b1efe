package org.bridgeconvoy.flow;

import java.util.function.LongSupplier;

/** A delay of a way of {@link SlowFlow}, which stands still while anything holds it up. */
final class SlowDelay {
    private final SlowClock clock;
    private final SlowWay way;
    private final LongSupplier draw;
    private final Runnable next;
    private long length;
    private long left;
    private long since;
    private boolean drawsAnew;
    private boolean runs;
    private Runnable forget = () -> {};

    SlowDelay(SlowClock clock, SlowWay way, LongSupplier draw, Runnable next) {
        this.clock = clock;
        this.way = way;
        this.draw = draw;
        this.next = next;
        this.length = draw.getAsLong();
        this.left = length;
    }

    /** Begins the delay. It stands still if the way holds something that has failed. */
    void begin() {
        way.delay = this;
        way.waits(this::takenOut);
        goOnIfNothingHoldsItUp();
    }

    void takenOut() {
        forget.run();
        way.delay = null;
    }

    boolean runs() {
        return runs;
    }

    /** Stands still from now on. */
    void stop() {
        if (runs) {
            runs = false;
            left -= clock.now() - since;
            forget.run();
        }
    }

    /** Begins again when it goes on, with the length it has. */
    void restart() {
        left = length;
    }

    /** Begins again when it goes on, with another length. */
    void redraw() {
        drawsAnew = true;
    }

    void goOnIfNothingHoldsItUp() {
        if (runs || way.held.stream().anyMatch(held -> held.resource().isFailed())) {
            return;
        }
        if (drawsAnew) {
            drawsAnew = false;
            length = draw.getAsLong();
            left = length;
        }
        runs = true;
        since = clock.now();
        forget = clock.in(left, () -> {
            way.delay = null;
            way.goesOn();
            next.run();
        });
    }

    /** The work is given up: the way goes on elsewhere at this instant. */
    void giveUp(Runnable elsewhere) {
        stop();
        way.delay = null;
        way.waits(clock.in(0, () -> {
            way.goesOn();
            elsewhere.run();
        }));
    }
}
