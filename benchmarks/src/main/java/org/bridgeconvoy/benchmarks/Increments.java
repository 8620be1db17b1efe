package org.bridgeconvoy.benchmarks;

import java.util.SplittableRandom;

/** How far ahead of the clock an event is scheduled in the hold model; the mean is about a second. */
public enum Increments {
    /** Exponential, mean 1 s. */
    EXPONENTIAL {
        @Override
        double seconds(SplittableRandom random) {
            return -StrictMath.log(1 - random.nextDouble());
        }
    },
    /** Two narrow humps: nine in ten near 0.1 s, the tenth near 9 s. */
    CAMEL {
        @Override
        double seconds(SplittableRandom random) {
            return random.nextInt(10) == 0 ? 9 + random.nextDouble() / 10 : 0.1 + random.nextDouble() / 100;
        }
    },
    /** 0, 1 or 10 s, each as likely. */
    TIES {
        @Override
        double seconds(SplittableRandom random) {
            return new double[] {0, 1, 10}[random.nextInt(3)];
        }
    };

    private static final int DRAWS = 1 << 16;

    abstract double seconds(SplittableRandom random);

    /**
     * Every list gets equal draws.
     *
     * @return 65,536 increments in nanoseconds
     */
    long[] nanos() {
        SplittableRandom random = new SplittableRandom(20_240_917);
        long[] nanos = new long[DRAWS];
        for (int i = 0; i < DRAWS; i++) {
            nanos[i] = (long) (1e9 * seconds(random));
        }
        return nanos;
    }

    static int mask() {
        return DRAWS - 1;
    }
}
