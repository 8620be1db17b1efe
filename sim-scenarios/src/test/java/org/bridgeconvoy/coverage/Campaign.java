package org.bridgeconvoy.coverage;

import java.util.function.BiConsumer;
import java.util.stream.IntStream;

/**
 * Independent repetitions of one command or method on a world or model with known answers.
 *
 * @param name name of its file
 * @param repetitions how many
 * @param once makes one repetition with a seed of its own and records what came out
 */
record Campaign(String name, int repetitions, BiConsumer<Long, Sheet> once) {

    /** Makes all repetitions, on the processors that there are; the result does not depend on how many. */
    Sheet run(long firstSeed) {
        Sheet all = new Sheet();
        IntStream.range(0, repetitions)
                .parallel()
                .mapToObj(i -> {
                    Sheet sheet = new Sheet();
                    once.accept(firstSeed + i, sheet);
                    return sheet;
                })
                .forEachOrdered(all::add);
        return all;
    }

    @Override
    public String toString() {
        return name;
    }
}
