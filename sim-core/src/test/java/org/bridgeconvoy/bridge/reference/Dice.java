package org.bridgeconvoy.bridge.reference;

import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;

/** Chooses which keys of a scenario a drawn world has, and their values; the same seed chooses the same. */
final class Dice {

    private final SplittableRandom random;

    /** How likely an optional key is: some worlds have few, some most of them. */
    private final double often;

    private final Set<String> keys = new TreeSet<>();

    Dice(long seed) {
        random = new SplittableRandom(seed);
        often = oneOf(0.15, 0.3, 0.5, 0.7);
    }

    /** Whether the world has a key. */
    boolean has(String key) {
        boolean has = random.nextDouble() < often;
        if (has) {
            note(key);
        }
        return has;
    }

    /** Notes a key that the world has for sure. */
    void note(String key) {
        keys.add(key);
    }

    Set<String> keys() {
        return Set.copyOf(keys);
    }

    boolean chance(double probability) {
        return random.nextDouble() < probability;
    }

    int between(int low, int high) {
        return random.nextInt(low, high + 1);
    }

    @SafeVarargs
    final <T> T oneOf(T... values) {
        return values[random.nextInt(values.length)];
    }
}
