package org.bridgeconvoy.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.bridgeconvoy.study.Helpers;
import org.bridgeconvoy.study.Workers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OutputFilesTest {

    private static final List<String> NAMES = List.of("a.txt", "b.txt");
    private static final String INDEX = "index.json";

    @TempDir
    private Path directory;

    private static List<String> names(Path directory) throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.map(p -> p.getFileName().toString()).sorted().toList();
        }
    }

    private static List<Path> commit(OutputFiles files) throws IOException {
        return files.commit(out -> {
            out.write("{\"files\": {");
            String between = "";
            for (Map.Entry<String, String> file : files.sums().entrySet()) {
                out.write(between + "\"" + file.getKey() + "\": \"" + file.getValue() + "\"");
                between = ", ";
            }
            out.write("}}");
        });
    }

    /** Writes a set whose files hold their own names. */
    private void set(List<String> names, String... more) throws IOException {
        try (OutputFiles files = OutputFiles.open(directory, INDEX, names)) {
            for (String name : names) {
                files.write(name, out -> out.write(name + String.join("", more)));
            }
            commit(files);
        }
    }

    @Test
    void files_appear_together_when_all_are_whole() throws IOException {
        Path target = directory.resolve("x/y");
        try (OutputFiles files = OutputFiles.open(target, INDEX, NAMES)) {
            files.write("a.txt", out -> out.write("new a"));
            files.write("b.txt", out -> out.write("new b"));
            assertThat(target.resolve("a.txt")).doesNotExist();

            assertThat(commit(files))
                    .containsExactly(target.resolve(INDEX), target.resolve("a.txt"), target.resolve("b.txt"));
        }
        assertThat(names(target)).containsExactly("a.txt", "b.txt", INDEX);
        assertThat(target.resolve("b.txt")).hasContent("new b");
    }

    @Test
    void what_is_closed_early_leaves_the_old_files_and_no_trace() throws IOException {
        Files.writeString(directory.resolve("a.txt"), "old a");
        try (OutputFiles files = OutputFiles.open(directory, INDEX, NAMES)) {
            files.write("a.txt", out -> out.write("new a"));
        }
        assertThat(names(directory)).containsExactly("a.txt");
        assertThat(directory.resolve("a.txt")).hasContent("old a");
    }

    @Test
    void a_writer_that_fails_leaves_the_old_file() throws IOException {
        Files.writeString(directory.resolve("a.txt"), "old a");
        try (OutputFiles files = OutputFiles.open(directory, INDEX, NAMES)) {
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
        try (Workers workers = Workers.of(3);
                OutputFiles files = OutputFiles.open(directory, INDEX, List.copyOf(contents.keySet()))) {
            files.writeAll(contents, Set.of(), workers.helpers());

            assertThat(commit(files))
                    .startsWith(directory.resolve(INDEX))
                    .containsAll(
                            contents.keySet().stream().map(directory::resolve).toList());
            assertThat(files.sums().keySet()).containsExactlyElementsOf(contents.keySet());
        }
        for (int i = 0; i < 20; i++) {
            assertThat(directory.resolve(i + ".txt")).hasContent(Integer.toString(i));
        }
    }

    @Test
    void an_interrupt_while_files_are_written_leaves_no_trace_of_those_that_come_after() throws IOException {
        Map<String, OutputFiles.Content> contents = new LinkedHashMap<>();
        OutputFiles files = OutputFiles.open(directory, INDEX, NAMES);
        contents.put("a.txt", out -> out.write("never begun"));
        contents.put("b.txt", out -> {
            out.write("half");
            files.close();
        });

        assertThatThrownBy(() -> files.writeAll(contents, Set.of(), Helpers.NONE))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("closed before")
                .hasMessageContaining("a.txt");
        assertThat(names(directory)).isEmpty();
    }

    @Test
    void directories_made_for_nothing_are_removed() throws IOException {
        OutputFiles.open(directory.resolve("x/y"), INDEX, NAMES).close();

        assertThat(directory.resolve("x")).doesNotExist();
    }

    @Test
    void a_file_where_the_directory_should_be_is_reported_before_any_work() throws IOException {
        Path file = Files.writeString(directory.resolve("x"), "");

        assertThatThrownBy(() -> OutputFiles.open(file, INDEX, NAMES)).hasMessageContaining("x is a file");
        assertThatThrownBy(() -> OutputFiles.open(file.resolve("y"), INDEX, NAMES))
                .hasMessageContaining("x is a file");
    }

    @Test
    void a_directory_where_a_file_should_be_is_reported_before_any_work() throws IOException {
        Files.createDirectory(directory.resolve("b.txt"));

        assertThatThrownBy(() -> OutputFiles.open(directory, INDEX, NAMES))
                .hasMessageContaining("b.txt is a directory");
    }

    @Test
    void what_a_killed_run_left_is_removed_by_the_next() throws IOException {
        Files.writeString(
                directory.resolve(".convoy-1-a.txt"), "half, of a process whose number lives again in a container");
        Files.writeString(directory.resolve(".convoy-notes"), "not ours");

        OutputFiles.open(directory, INDEX, NAMES).close();

        assertThat(names(directory)).containsExactly(".convoy-notes");
    }

    @Test
    void the_index_has_the_sha_256_of_the_others() throws IOException {
        set(List.of("abc"));

        // FIPS 180-2, appendix B.1: the SHA-256 of the three letters abc.
        assertThat(directory.resolve(INDEX))
                .content()
                .contains("\"abc\": \"ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad\"");
    }

    @Test
    void what_the_replaced_index_lists_and_the_new_one_does_not_is_removed_and_nothing_else() throws IOException {
        set(List.of("a.txt", "old.svg"));
        Files.writeString(directory.resolve("mine.txt"), "mine");

        set(List.of("a.txt", "b.txt"));

        assertThat(names(directory)).containsExactly("a.txt", "b.txt", INDEX, "mine.txt");
    }

    @Test
    void of_a_set_without_sums_only_names_that_the_command_writes_are_removed() throws IOException {
        for (String name : List.of(INDEX, "b.txt", "old.svg")) {
            Files.writeString(directory.resolve(name), "{}");
        }
        try (OutputFiles files = OutputFiles.open(directory, INDEX, NAMES)) {
            files.write("a.txt", out -> out.write("new a"));
            commit(files);
        }

        assertThat(names(directory)).containsExactly("a.txt", INDEX, "old.svg");
    }

    @Test
    void an_index_that_names_files_elsewhere_removes_none_of_them() throws IOException {
        Path outside = Files.writeString(directory.resolve("outside.txt"), "mine");
        Path inside = Files.createDirectory(directory.resolve("out"));
        Files.writeString(inside.resolve(INDEX), "{\"files\": {\"../outside.txt\": \"\", \"" + outside + "\": \"\"}}");
        try (OutputFiles files = OutputFiles.open(inside, INDEX, NAMES)) {
            commit(files);
        }

        assertThat(outside).exists();
    }

    @Test
    void a_second_command_into_the_same_folder_is_refused_until_the_first_has_ended() throws IOException {
        OutputFiles first = OutputFiles.open(directory, INDEX, NAMES);

        assertThatThrownBy(() -> OutputFiles.open(directory, INDEX, NAMES))
                .hasMessageContaining("another command is writing into " + directory);
        first.write("a.txt", out -> out.write("first"));
        commit(first);
        first.close();

        OutputFiles.open(directory, INDEX, NAMES).close();
        assertThat(names(directory)).containsExactly("a.txt", INDEX);
    }

    @Test
    void a_folder_that_another_process_locks_is_refused() throws Exception {
        Path lock = directory.resolve(".convoy-lock");
        Path holder = Files.writeString(directory.resolve("Holder.java"), """
                class Holder {
                    public static void main(String[] args) throws Exception {
                        var file = new java.io.RandomAccessFile(args[0], "rw");
                        var lock = file.getChannel().lock();
                        System.out.println("locked");
                        System.in.read();
                    }
                }
                """);
        Process other = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        holder.toString(),
                        lock.toString())
                .start();
        assertThat(other.inputReader().readLine()).isEqualTo("locked");

        assertThatThrownBy(() -> OutputFiles.open(directory, INDEX, NAMES)).hasMessageContaining("another command");
        other.destroyForcibly().waitFor();

        OutputFiles.open(directory, INDEX, NAMES).close();
    }

    @Test
    void a_file_that_the_others_do_without_is_left_out_if_it_fails() throws IOException {
        set(NAMES, " before");
        Map<String, OutputFiles.Content> contents = new LinkedHashMap<>();
        contents.put("a.txt", out -> out.write("new a"));
        contents.put("b.txt", out -> {
            throw new NoClassDefFoundError("Could not initialize class of AWT");
        });
        try (OutputFiles files = OutputFiles.open(directory, INDEX, NAMES)) {
            files.writeAll(contents, Set.of("b.txt"), Helpers.NONE);
            commit(files);

            assertThat(files.failures()).containsOnlyKeys("b.txt");
        }
        assertThat(directory.resolve("a.txt")).hasContent("new a");
        assertThat(names(directory)).containsExactly("a.txt", INDEX);
    }

    @Test
    void an_interrupt_between_two_moves_leaves_a_set_whose_index_does_not_fit() throws IOException {
        set(NAMES, " before");
        Files.writeString(directory.resolve("b.txt"), "of another run");
        FileSums sums = FileSums.of(directory, INDEX).orElseThrow();

        sums.check("a.txt");
        assertThatThrownBy(() -> sums.check("b.txt"))
                .hasMessageContaining("b.txt is not the file that the run wrote together with " + INDEX);
        assertThatThrownBy(() -> sums.check("c.txt")).hasMessageContaining("does not list it");
    }

    @Test
    void nothing_can_be_written_or_moved_after_an_interrupt() throws IOException {
        OutputFiles files = OutputFiles.open(directory, INDEX, NAMES);
        files.write("a.txt", out -> out.write("new a"));
        files.close();

        assertThatThrownBy(() -> files.write("b.txt", out -> out.write("b"))).isInstanceOf(IOException.class);
        assertThatThrownBy(() -> commit(files)).isInstanceOf(IOException.class);
        assertThat(names(directory)).isEmpty();
    }
}
