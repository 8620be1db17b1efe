package org.bridgeconvoy.flow;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Random flows of the words do what a slow interpreter says, to the nanosecond. */
class FlowProgramsTest {

    /** Any bytes, or those of a program whose entities contend. */
    private static byte[] program(SplittableRandom random) {
        if (random.nextInt(3) > 0) {
            return FlowDraw.program(random);
        }
        byte[] program = new byte[random.nextInt(20, 250)];
        random.nextBytes(program);
        return program;
    }

    private static void check(long from, long count) {
        for (long seed = from; seed < from + count; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            byte[] program = program(random);
            try {
                FlowTarget.fuzzerTestOneInput(program);
            } catch (RuntimeException | Error failure) {
                throw new AssertionError("program of seed " + seed, failure);
            }
        }
    }

    @Test
    void a_flow_does_what_the_interpreter_does() {
        check(1, 1_500);
    }

    /** {@code -Dprograms.from=1 -Dprograms.count=1000000}: more programs than a build has time for. */
    @Tag("fuzz")
    @Test
    void a_flow_does_what_the_interpreter_does_in_very_many_programs() {
        long count = Long.getLong("programs.count", 1_000_000);
        check(Long.getLong("programs.from", 1_000), count);
        assertThat(count).isPositive();
    }
}
