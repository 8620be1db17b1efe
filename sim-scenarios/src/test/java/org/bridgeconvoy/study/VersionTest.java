package org.bridgeconvoy.study;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.Method;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.spi.ToolProvider;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which program made a result. */
class VersionTest {

    @TempDir
    private static Path program;

    /** Compiled once: Java would compile it anew at each start from its source, as the build starts it. */
    @BeforeAll
    static void compileTheProgramOfTheBuild() {
        String source = Path.of("src", "build", "CommitOf.java").toString();
        int status = ToolProvider.findFirst("javac")
                .orElseThrow()
                .run(System.out, System.err, "-proc:none", "-d", program.toString(), source);
        assertThat(status).isZero();
    }

    @Test
    void the_version_says_the_commit_or_that_it_is_not_known() {
        assertThat(Version.current())
                .matches("[0-9][^ ]* \\(commit ([0-9a-f]{12}( with changes)?|unknown, built without git|unknown)\\)");
    }

    @Test
    void the_build_writes_what_git_says(@TempDir Path root) throws Exception {
        assertThat(commit(root)).isEqualTo("commit unknown, built without git\n");
        git(root, "init", "-q");
        Files.writeString(root.resolve("pom.xml"), "<project/>");
        git(root, "add", "pom.xml");
        git(root, "-c", "user.name=a", "-c", "user.email=a@b.example", "commit", "-q", "-m", "First");
        String head = git(root, "rev-parse", "HEAD").strip();

        assertThat(commit(root)).isEqualTo("commit " + head.substring(0, 12) + "\n");
        Files.writeString(root.resolve("notes.txt"), "of no matter to the program");
        assertThat(commit(root)).isEqualTo("commit " + head.substring(0, 12) + "\n");
        Files.writeString(root.resolve("pom.xml"), "<project>changed</project>");
        assertThat(commit(root)).isEqualTo("commit " + head.substring(0, 12) + " with changes\n");
    }

    @Test
    void a_copy_inside_another_repository_is_not_of_its_commit(@TempDir Path outer) throws Exception {
        git(outer, "init", "-q");
        git(outer, "-c", "user.name=a", "-c", "user.email=a@b.example", "commit", "-q", "--allow-empty", "-m", "Outer");
        Path copy = Files.createDirectory(outer.resolve("copy"));

        assertThat(commit(copy)).isEqualTo("commit unknown, built without git\n");
    }

    /** What the program of the build writes. */
    private static String commit(Path root) throws Exception {
        Path file = root.resolve("target").resolve("commit.txt");
        try (URLClassLoader loader =
                new URLClassLoader(new URL[] {program.toUri().toURL()}, null)) {
            Method main = loader.loadClass("CommitOf").getDeclaredMethod("main", String[].class);
            main.setAccessible(true);
            main.invoke(null, (Object) new String[] {root.toString(), file.toString()});
        }
        return Files.readString(file);
    }

    private static String git(Path folder, String... words) throws Exception {
        return run(
                folder,
                java.util.stream.Stream.concat(java.util.stream.Stream.of("git"), java.util.stream.Stream.of(words))
                        .toArray(String[]::new));
    }

    private static String run(Path folder, String... command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(List.of(command))
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
        assertThat(process.exitValue()).as(said).isZero();
        return said;
    }
}
