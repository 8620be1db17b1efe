package org.bridgeconvoy.scenario.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.bridgeconvoy.scenario.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Limits on what a stranger's scenario file may read, as SECURITY.md promises them. Oracle: the numbers of that page. */
class HostileFilesTest {

    @TempDir
    Path folder;

    @Test
    void the_thirty_third_file_of_a_chain_is_refused() throws IOException {
        chain(33);
        assertThat(problems("f1.yaml"))
                .containsExactly(folder.resolve("f32.yaml") + ":1:10: extends a chain of more than 32 files");
    }

    @Test
    void thirty_two_files_of_a_chain_are_read() throws IOException {
        chain(32);
        assertThat(problems("f1.yaml")).isEmpty();
    }

    @Test
    void a_table_of_more_than_sixteen_megabytes_is_refused() throws IOException {
        Files.write(folder.resolve("large.csv"), new byte[16 * 1024 * 1024 + 1]);
        Files.writeString(
                folder.resolve("f1.yaml"), ScenarioTexts.LEAST.replace("load: 40 t", "load: \"empirical(large.csv)\""));
        assertThat(problems("f1.yaml"))
                .singleElement()
                .asString()
                .contains("names the file 'large.csv' of more than 16777216 bytes");
    }

    @Test
    void a_name_that_a_spreadsheet_would_take_for_a_formula_is_refused() throws IOException {
        for (String name : List.of("=1+1", "+1", "-1", "@SUM(A1)")) {
            Files.writeString(folder.resolve("f1.yaml"), ScenarioTexts.LEAST.replace("steel:", "\"" + name + "\":"));
            assertThat(problems("f1.yaml")).singleElement().asString().contains("begin with a letter or digit");
        }
    }

    private void chain(int files) throws IOException {
        for (int i = 1; i < files; i++) {
            Files.writeString(folder.resolve("f" + i + ".yaml"), "extends: f" + (i + 1) + ".yaml\n");
        }
        Files.writeString(folder.resolve("f" + files + ".yaml"), ScenarioTexts.LEAST);
    }

    private List<String> problems(String name) {
        return new ScenarioLoader()
                .load(folder.resolve(name).toString(), List.of()).problems().stream()
                        .map(Problem::toString)
                        .toList();
    }
}
