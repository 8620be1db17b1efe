package org.bridgeconvoy.random;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Predicate;

/**
 * The random streams of one replication, by name.
 *
 * <p>A stream depends on the seed, the replication's number and its own name and on nothing else: not on the order in
 * which streams are asked for, on other streams, on threads or on the machine. Replication r is therefore the same
 * whether it is run alone or among a thousand, and two scenarios run with the same seed share the streams whose names
 * they share (common random numbers).
 *
 * <p>Asking twice for one name gives the same stream object, which runs on: two places that use one name by mistake
 * interleave, they do not silently repeat each other's numbers.
 *
 * <p>Not thread-safe: one replication, one thread.
 */
public final class Streams {
    private final long seed;
    private final int replication;
    private final boolean isMirrored;
    private final Map<String, RandomStream> byName = new HashMap<>();

    private Streams(long seed, int replication, boolean isMirrored) {
        this.seed = seed;
        this.replication = replication;
        this.isMirrored = isMirrored;
    }

    /**
     * The streams of one replication.
     *
     * @param seed any value; equal seeds give equal streams
     * @param replication number of the replication, from 1
     * @return streams at their start
     * @throws IllegalArgumentException if the replication is below 1
     */
    public static Streams of(long seed, int replication) {
        if (replication < 1) {
            throw new IllegalArgumentException("replication must be >= 1, got " + replication);
        }
        return new Streams(seed, replication, false);
    }

    /**
     * The stream of that name: at its start when asked for the first time, the same object afterwards.
     *
     * @param name any text, for example {@code "origin.loading.time"}; case matters
     * @return the stream of that name
     */
    public RandomStream stream(String name) {
        return byName.computeIfAbsent(
                name, n -> StreamSeed.of(seed, replication, n).newStream(isMirrored));
    }

    /**
     * The mirror images of these streams, at their start: each number u of {@link RandomStream#nextDouble} is 1 − u, each normal number has
     * the other sign, each exponential one is the quantile at one less its probability. They are as good as any streams, and depend on these.
     * The mirror image of a mirror image gives the numbers of these.
     *
     * @return other streams of the same seed and replication
     */
    public Streams mirrored() {
        return new Streams(seed, replication, !isMirrored);
    }

    /**
     * Whether a number was drawn so far from one of some streams.
     *
     * @param names which streams
     * @return false as long as nothing that happened can have depended on their chance
     */
    public boolean drawn(Predicate<String> names) {
        return byName.entrySet().stream()
                .anyMatch(e -> names.test(e.getKey()) && e.getValue().isDrawn());
    }

    /**
     * The seed that all replications of an experiment share.
     *
     * @return the seed
     */
    public long seed() {
        return seed;
    }

    /**
     * The number of this replication.
     *
     * @return 1 or more
     */
    public int replication() {
        return replication;
    }

    @Override
    public String toString() {
        return "streams(seed=" + seed + ", replication=" + replication + (isMirrored ? ", mirrored)" : ")");
    }
}
