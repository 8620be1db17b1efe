package org.bridgeconvoy.study;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * The threads that replications run on. Results never depend on how many there are.
 *
 * @param pool runs the work
 * @param threads how many pieces of work to hand to it at once, at least 1
 */
public record Workers(ExecutorService pool, int threads) implements AutoCloseable {

    /** Checks the range. */
    public Workers {
        if (threads < 1) {
            throw new IllegalArgumentException("threads must be >= 1, got " + threads);
        }
    }

    /** A pool of its own; daemon threads, so that an interrupted command need not wait for them. */
    public static Workers of(int threads) {
        return new Workers(
                Executors.newFixedThreadPool(threads, work -> {
                    Thread thread = new Thread(work, "replications");
                    thread.setDaemon(true);
                    return thread;
                }),
                threads);
    }

    /** These threads as helpers of the one that asks, while they have nothing else to do; none if only one thread is to work. */
    public Helpers helpers() {
        return threads == 1 ? Helpers.NONE : Helpers.on(pool);
    }

    /** Lets the threads go; work under way is interrupted. */
    @Override
    public void close() {
        pool.shutdownNow();
    }
}
