package org.bridgeconvoy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.bridgeconvoy.scenario.load.FileTarget;
import org.bridgeconvoy.scenario.load.SetTarget;
import org.bridgeconvoy.scenario.load.TableTarget;
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
    void any_file_is_a_scenario_that_runs_or_has_problems() throws IOException {
        replay(FileTarget.class, FileTarget::fuzzerTestOneInput);
    }

    @Test
    void any_table_is_read_or_has_problems() throws IOException {
        replay(TableTarget.class, TableTarget::fuzzerTestOneInput);
    }

    @Test
    void any_values_set_give_a_scenario_that_runs_or_problems() throws IOException {
        replay(SetTarget.class, SetTarget::fuzzerTestOneInput);
    }
}
