package org.bridgeconvoy.bridge.run.context;

import org.bridgeconvoy.random.Distribution;
import org.bridgeconvoy.random.RandomStream;

/**
 * Draws for one cause from its own random-number stream. In a world that never changes, draws are made in batches ahead of use: the same
 * numbers in the same order, but a processor works on several at once, and no event waits for its own draw.
 */
public final class Draws {

    private static final int AT_A_TIME = 128;

    private final RandomStream stream;
    private final boolean ahead;
    private final double[] drawn;
    private int position;

    /** The draws from a stream; {@code ahead} if the distribution never changes. */
    public Draws(boolean ahead, RandomStream stream) {
        this.ahead = ahead;
        this.stream = stream;
        drawn = new double[ahead ? AT_A_TIME : 0];
        position = drawn.length;
    }

    /** The next draw, from the distribution in force. */
    public double next(Distribution distribution) {
        if (!ahead) {
            return distribution.sample(stream);
        }
        if (position == AT_A_TIME) {
            distribution.sample(stream, drawn, 0, AT_A_TIME);
            position = 0;
        }
        return drawn[position++];
    }
}
