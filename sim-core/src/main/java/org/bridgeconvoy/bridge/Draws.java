package org.bridgeconvoy.bridge;

import org.jspecify.annotations.Nullable;

/**
 * What one cause draws from its own random-number stream, in whole nanoseconds or milligrams. In a world that does not change
 * the draws are made some at a time and kept until their turn comes: the same numbers in the same order, but a processor works on
 * several of them at once, and an event need not wait for its own.
 */
final class Draws {

    /** Makes the next draw from the stream. */
    @FunctionalInterface
    interface Draw {
        long next();
    }

    private static final int AT_A_TIME = 32;

    private final Draw draw;
    private final boolean ahead;
    private final long[] drawn = new long[AT_A_TIME];
    private int count;
    private int position;

    /** Why the draw behind the last one kept failed. */
    private @Nullable RuntimeException failure;

    /** The draws of a cause; {@code ahead} if each will be the same whenever it is made. */
    Draws(boolean ahead, Draw draw) {
        this.draw = draw;
        this.ahead = ahead;
    }

    long next() {
        if (!ahead) {
            return draw.next();
        }
        if (position == count) {
            refill();
        }
        return drawn[position++];
    }

    private void refill() {
        if (failure != null) {
            throw failure;
        }
        position = 0;
        for (count = 0; count < AT_A_TIME; count++) {
            try {
                drawn[count] = draw.next();
            } catch (RuntimeException e) {
                // It counts when its turn comes.
                failure = e;
                break;
            }
        }
        if (count == 0 && failure != null) {
            throw failure;
        }
    }
}
