package org.bridgeconvoy.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.bridgeconvoy.study.Helpers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OutputFilesTest {

    private static final List<String> NAMES = List.of("a.txt", "b.txt");

    @TempDir
    private Path directory;

    private static List<String> names(Path directory) throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.map(p -> p.getFileName().toString()).sorted().toList();
        }
    }

    @Test
    void files_appear_together_when_all_are_whole() throws IOException {
        Path target = directory.resolve("x/y");
        try (OutputFiles files = OutputFiles.open(target, NAMES)) {
            files.write("a.txt", out -> out.write("new a"));
            files.write("b.txt", out -> out.write("new b"));
            assertThat(target.resolve("a.txt")).doesNotExist();

            assertThat(files.commit()).containsExactly(target.resolve("a.txt"), target.resolve("b.txt"));
        }
        assertThat(names(target)).containsExactly("a.txt", "b.txt");
        assertThat(target.resolve("b.txt")).hasContent("new b");
    }

    @Test
    void what_is_closed_early_leaves_the_old_files_and_no_trace() throws IOException {
        Files.writeString(directory.resolve("a.txt"), "old a");
        try (OutputFiles files = OutputFiles.open(directory, NAMES)) {
            files.write("a.txt", out -> out.write("new a"));
        }
        assertThat(names(directory)).containsExactly("a.txt");
        assertThat(directory.resolve("a.txt")).hasContent("old a");
    }

    @Test
    void a_writer_that_fails_leaves_the_old_file() throws IOException {
        Files.writeString(directory.resolve("a.txt"), "old a");
        try (OutputFiles files = OutputFiles.open(directory, NAMES)) {
            assertThatThrownBy(() -> files.write("a.txt", out -> {
                        out.write("half");
                        throw new IOException("disk full");
                    }))
                    .hasMessage("disk full");
        }
        assertThat(names(directory)).containsExactly("a.txt");
        assertThat(directory.resolve("a.txt")).hasContent("old a");
    }

    @Test
    void files_written_by_several_threads_are_named_in_the_order_given() throws IOException {
        Map<String, OutputFiles.Content> contents = new LinkedHashMap<>();
        for (int i = 0; i < 20; i++) {
            String text = Integer.toString(i);
            contents.put(text + ".txt", out -> out.write(text));
        }
        try (Helpers helpers = Helpers.of(3);
                OutputFiles files = OutputFiles.open(directory, List.copyOf(contents.keySet()))) {
            files.writeAll(contents, helpers);

            assertThat(files.commit())
                    .containsExactlyElementsOf(
                            contents.keySet().stream().map(directory::resolve).toList());
        }
        for (int i = 0; i < 20; i++) {
            assertThat(directory.resolve(i + ".txt")).hasContent(Integer.toString(i));
        }
    }

    @Test
    void an_interrupt_while_files_are_written_leaves_no_trace_of_those_that_come_after() throws IOException {
        Map<String, OutputFiles.Content> contents = new LinkedHashMap<>();
        OutputFiles files = OutputFiles.open(directory, NAMES);
        contents.put("a.txt", out -> out.write("never begun"));
        contents.put("b.txt", out -> {
            out.write("half");
            files.close();
        });

        assertThatThrownBy(() -> files.writeAll(contents, Helpers.NONE))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("closed before")
                .hasMessageContaining("a.txt");
        assertThat(names(directory)).isEmpty();
    }

    @Test
    void directories_made_for_nothing_are_removed() throws IOException {
        OutputFiles.open(directory.resolve("x/y"), NAMES).close();

        assertThat(directory.resolve("x")).doesNotExist();
    }

    @Test
    void a_file_where_the_directory_should_be_is_reported_before_any_work() throws IOException {
        Path file = Files.writeString(directory.resolve("x"), "");

        assertThatThrownBy(() -> OutputFiles.open(file, NAMES)).hasMessageContaining("x is a file");
        assertThatThrownBy(() -> OutputFiles.open(file.resolve("y"), NAMES)).hasMessageContaining("x is a file");
    }

    @Test
    void a_directory_where_a_file_should_be_is_reported_before_any_work() throws IOException {
        Files.createDirectory(directory.resolve("b.txt"));

        assertThatThrownBy(() -> OutputFiles.open(directory, NAMES)).hasMessageContaining("b.txt is a directory");
    }

    @Test
    void what_a_killed_run_left_is_removed_by_the_next() throws IOException {
        long dead = 999_999_999_999L;
        Files.writeString(directory.resolve(".convoy-" + dead + "-a.txt"), "half");
        long alive = ProcessHandle.current().pid();
        Files.writeString(directory.resolve(".convoy-" + alive + "-c.txt"), "being written");

        OutputFiles.open(directory, NAMES).close();

        assertThat(names(directory)).containsExactly(".convoy-" + alive + "-c.txt");
    }

    @Test
    void nothing_can_be_written_or_moved_after_an_interrupt() throws IOException {
        OutputFiles files = OutputFiles.open(directory, NAMES);
        files.write("a.txt", out -> out.write("new a"));
        files.close();

        assertThatThrownBy(() -> files.write("b.txt", out -> out.write("b"))).isInstanceOf(IOException.class);
        assertThatThrownBy(files::commit).isInstanceOf(IOException.class);
        assertThat(names(directory)).isEmpty();
    }
}
