package org.bridgeconvoy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.bridgeconvoy.engine.EventListTarget;
import org.bridgeconvoy.flow.FlowTarget;
import org.junit.jupiter.api.Test;

/** Inputs that {@code .ci/fuzz} found: each reached code that no other did, or once failed. Every target takes all of its own. */
class CorpusTest {

    /** What a fuzzer calls. */
    private interface Target {
        void take(byte[] input) throws IOException;
    }

    private static void replay(Class<?> its, Target target) throws IOException {
        List<Path> inputs;
        try (Stream<Path> files = Files.list(Path.of("src/test/corpus", its.getSimpleName()))) {
            inputs = files.sorted().toList();
        }
        assertThat(inputs).isNotEmpty();
        for (Path input : inputs) {
            try {
                target.take(Files.readAllBytes(input));
            } catch (RuntimeException | Error failure) {
                throw new AssertionError(input.toString(), failure);
            }
        }
    }

    @Test
    void an_event_list_does_what_a_sorted_list_does() throws IOException {
        replay(EventListTarget.class, EventListTarget::fuzzerTestOneInput);
    }

    @Test
    void a_flow_does_what_a_slow_interpreter_does() throws IOException {
        replay(FlowTarget.class, FlowTarget::fuzzerTestOneInput);
    }
}
