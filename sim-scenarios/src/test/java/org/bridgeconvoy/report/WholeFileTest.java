package org.bridgeconvoy.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A single file is whole or not there, and nothing else stays in its folder. */
class WholeFileTest {

    @TempDir
    private Path folder;

    private List<String> names() throws IOException {
        try (Stream<Path> all = Files.list(folder)) {
            return all.map(path -> path.getFileName().toString()).sorted().toList();
        }
    }

    private void write() throws IOException {
        WholeFile.write(folder.resolve("queue.svg"), "new".getBytes(StandardCharsets.UTF_8));
        assertThat(folder.resolve("queue.svg")).hasContent("new");
    }

    @Test
    void what_a_killed_command_left_of_a_file_goes_with_the_next_one() throws IOException {
        Files.writeString(folder.resolve(".convoy-part-queue.svg"), "a part longer than the whole");
        Files.writeString(folder.resolve("queue.svg"), "old");

        write();

        assertThat(names()).containsExactly("queue.svg");
    }

    @Test
    void a_file_is_written_beside_another_command_too() throws IOException {
        try (FolderLock lock = FolderLock.tryLock(folder).orElseThrow()) {
            write();

            assertThat(names()).containsExactly(".convoy-lock", "queue.svg");
            assertThat(lock).isNotNull();
        }
        assertThat(names()).containsExactly("queue.svg");
    }
}
