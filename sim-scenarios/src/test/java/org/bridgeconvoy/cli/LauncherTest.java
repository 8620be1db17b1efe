package org.bridgeconvoy.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The script {@code ./convoy} in a repository with a Maven and a Java that only note how they are called. */
class LauncherTest {

    /** Writes a jar in two halves with a pause between them, and the options of each build to a list. */
    private static final String MAVEN = """
            #!/bin/sh
            for word in "$@"; do case $word in -Dbuild.folder=*) folder=sim-scenarios/${word#*=} ;; esac; done
            echo "begun $JAVA_TOOL_OPTIONS" >>"$BUILDS"
            mkdir -p "$folder"
            printf 'half' >"$folder/convoy.jar"
            if [ -n "${BLOCK:-}" ]; then echo blocked >"$BLOCK"; read -r line <"$BLOCK.go"; fi
            printf 'PK\\005\\006\\000\\000\\000\\000\\000\\000\\000\\000\\000\\000\\000\\000\\000\\000\\000\\000\\000\\000' >>"$folder/convoy.jar"
            echo done >>"$BUILDS"
            """;

    private static final String JAVA = """
            #!/bin/sh
            case " $* " in *DumpLoadedClassList*|*Xshare:dump*) exit 1 ;; esac
            for word in "$@"; do printf '[%s]' "$word"; done
            printf ' LC_ALL=%s\\n' "${LC_ALL:-}"
            """;

    @TempDir
    private Path root;

    private Path jar;
    private Path builds;

    @BeforeEach
    void makeRepository() throws IOException {
        Files.copy(Path.of("..", "convoy"), root.resolve("convoy"));
        executable("convoy", Files.readString(root.resolve("convoy")));
        executable("bin/mvn", MAVEN);
        executable("jdk/bin/java", JAVA);
        Files.writeString(root.resolve("jdk/release"), "JAVA_VERSION=\"17.0.1\"\n");
        for (String source : List.of(
                "pom.xml",
                "sim-core/pom.xml",
                "sim-scenarios/pom.xml",
                "scenarios/a.yaml",
                "sim-core/src/main/A.java",
                "sim-scenarios/src/main/B.java")) {
            Files.createDirectories(root.resolve(source).getParent());
            Files.writeString(root.resolve(source), "");
        }
        jar = root.resolve("sim-scenarios/target/convoy.jar");
        builds = root.resolve("builds");
    }

    private void executable(String name, String text) throws IOException {
        Path file = root.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    private Process start(String... environment) throws IOException {
        return start(List.of("list"), environment);
    }

    private Process start(List<String> words, String... environment) throws IOException {
        List<String> command =
                new ArrayList<>(List.of("sh", root.resolve("convoy").toString()));
        command.addAll(words);
        ProcessBuilder convoy = new ProcessBuilder(command);
        convoy.environment()
                .keySet()
                .removeIf(name -> name.startsWith("LC_")
                        || name.startsWith("LANG")
                        || name.endsWith("JAVA_OPTIONS")
                        || name.equals("JAVA_TOOL_OPTIONS"));
        convoy.environment().put("PATH", root.resolve("bin") + ":" + System.getenv("PATH"));
        convoy.environment().put("JAVA_HOME", root.resolve("jdk").toString());
        convoy.environment().put("BUILDS", builds.toString());
        for (int i = 0; i < environment.length; i += 2) {
            convoy.environment().put(environment[i], environment[i + 1]);
        }
        return convoy.redirectErrorStream(true).start();
    }

    private static String said(Process process) throws Exception {
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
        return said;
    }

    /** A convoy that stands in the middle of its build until something is written to the pipe. */
    private Process startAndStandInTheBuild(Path pipe, String... environment) throws Exception {
        for (String end : List.of("", ".go")) {
            Files.deleteIfExists(Path.of(pipe + end));
            assertThat(new ProcessBuilder("mkfifo", pipe + end).start().waitFor())
                    .isZero();
        }
        List<String> all = new ArrayList<>(List.of(environment));
        all.addAll(List.of("BLOCK", pipe.toString()));
        Process convoy = start(all.toArray(String[]::new));
        assertThat(Files.readString(pipe)).isEqualTo("blocked\n");
        return convoy;
    }

    private static void letGo(Path pipe) throws IOException {
        Files.writeString(Path.of(pipe + ".go"), "go\n");
    }

    private List<String> leftAside() throws IOException {
        try (Stream<Path> left = Files.list(jar.getParent())) {
            return left.map(p -> p.getFileName().toString())
                    .filter(name -> name.startsWith("convoy-build")
                            || name.startsWith("convoy-archive")
                            || name.equals("convoy.locked"))
                    .toList();
        }
    }

    @Test
    void the_first_run_builds_and_the_second_does_not() throws Exception {
        assertThat(said(start())).contains("building the program (first run)", "[-jar][" + jar + "][list]");
        assertThat(said(start())).doesNotContain("building").contains("[list]");
        assertThat(leftAside()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"sim-core/src/main/A.java", "scenarios/a.yaml", "pom.xml"})
    void an_edited_source_is_built_at_the_next_start(String source) throws Exception {
        said(start());
        Files.setLastModifiedTime(
                root.resolve(source), FileTime.from(Instant.now().plusSeconds(5)));

        assertThat(said(start())).contains("building the program (sources changed)");
    }

    @Test
    void a_source_edited_during_a_build_is_built_at_the_next_start() throws Exception {
        Path pipe = root.resolve("pipe");
        Process building = startAndStandInTheBuild(pipe);
        Thread.sleep(20);
        Files.writeString(root.resolve("sim-core/src/main/A.java"), "edited");
        letGo(pipe);
        said(building);

        assertThat(said(start())).contains("building the program (sources changed)");
    }

    @ParameterizedTest
    @ValueSource(strings = {"TERM", "HUP", "KILL"})
    void a_build_that_is_stopped_leaves_no_half_jar_and_is_done_again(String signal) throws Exception {
        // What runs under nohup passes on that HUP is ignored, and no shell can take that back.
        assumeThat(isIgnored(signal)).isFalse();
        Path pipe = root.resolve("pipe");
        Process building = startAndStandInTheBuild(pipe);
        signal(signal, building);
        assertThat(building.waitFor(1, TimeUnit.MINUTES)).isTrue();

        assertThat(jar).doesNotExist();
        if (signal.equals("KILL")) {
            // Its Maven lives on; what waits for the lock goes on when that has ended.
            letGo(pipe);
        } else {
            assertThat(leftAside()).isEmpty();
        }
        assertThat(said(start())).contains("building the program (first run)", "[list]");
        assertThat(leftAside()).isEmpty();
    }

    private static boolean isIgnored(String signal) throws Exception {
        Process shell = new ProcessBuilder("sh", "-c", "kill -" + signal + " $$; echo alive").start();
        return new String(shell.getInputStream().readAllBytes(), StandardCharsets.UTF_8).contains("alive");
    }

    private static void signal(String signal, Process process) throws Exception {
        assertThat(new ProcessBuilder("kill", "-" + signal, Long.toString(process.pid()))
                        .start()
                        .waitFor())
                .isZero();
    }

    @Test
    void a_stopped_build_leaves_the_jar_that_was_there() throws Exception {
        said(start());
        byte[] before = Files.readAllBytes(jar);
        Files.setLastModifiedTime(
                root.resolve("pom.xml"), FileTime.from(Instant.now().plusSeconds(5)));
        Process building = startAndStandInTheBuild(root.resolve("pipe"));
        signal("TERM", building);
        building.waitFor();

        assertThat(building.exitValue()).isEqualTo(143);
        assertThat(jar).hasBinaryContent(before);
    }

    @Test
    void a_jar_that_another_build_left_half_is_built_again() throws Exception {
        said(start());
        byte[] whole = Files.readAllBytes(jar);
        Files.write(jar, java.util.Arrays.copyOf(whole, whole.length - 3));

        assertThat(said(start())).contains("building the program", "[list]");
        assertThat(jar).hasBinaryContent(whole);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void two_first_runs_at_once_build_once_and_both_run(boolean flock) throws Exception {
        String path = flock ? root.resolve("bin") + ":" + System.getenv("PATH") : pathWithoutFlock();
        Path pipe = root.resolve("pipe");
        Process first = startAndStandInTheBuild(pipe, "PATH", path);
        Process second = start("PATH", path);
        assertThat(second.inputReader().readLine())
                .isEqualTo("convoy: another convoy builds the program; waiting for it");
        letGo(pipe);

        assertThat(said(first)).contains("building the program", "[list]");
        assertThat(second.inputReader().lines().toList())
                .singleElement()
                .asString()
                .contains("[list]");
        assertThat(Files.readAllLines(builds)).hasSize(2);
        assertThat(leftAside()).isEmpty();
    }

    /** A folder with each program that the launcher calls, but for {@code flock}. */
    private String pathWithoutFlock() throws IOException {
        for (String tool : List.of(
                "sh",
                "readlink",
                "find",
                "head",
                "tail",
                "dd",
                "sed",
                "awk",
                "mkdir",
                "mktemp",
                "rm",
                "mv",
                "touch",
                "cat",
                "sleep")) {
            for (String folder : List.of("/usr/bin", "/bin")) {
                if (Files.exists(Path.of(folder, tool))) {
                    executable("tools/" + tool, "#!/bin/sh\nexec " + folder + "/" + tool + " \"$@\"\n");
                }
            }
        }
        return root.resolve("bin") + ":" + root.resolve("tools");
    }

    @Test
    void a_build_that_fails_shows_its_log_and_leaves_nothing() throws Exception {
        executable("bin/mvn", "#!/bin/sh\necho no space left\nexit 1\n");
        Process convoy = start();

        assertThat(said(convoy)).contains("no space left", "convoy: the build failed");
        assertThat(convoy.exitValue()).isEqualTo(1);
        assertThat(leftAside()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS", "_JAVA_OPTIONS", "CONVOY_JVM_OPTS"})
    void a_collector_that_the_environment_chooses_is_the_one(String name) throws Exception {
        assertThat(said(start())).contains("[-XX:+UseSerialGC]");
        assertThat(said(start(name, "-Xmx1g -XX:+UseG1GC"))).doesNotContain("[-XX:+UseSerialGC]");
    }

    @Test
    void maven_gets_the_options_of_the_environment_but_no_second_collector() throws Exception {
        said(start("JAVA_TOOL_OPTIONS", "-Xmx1g -XX:+UseParallelGC -Da=b"));

        assertThat(Files.readAllLines(builds).get(0)).isEqualTo("begun -Xmx1g  -Da=b");
    }

    @Test
    void options_of_the_jvm_are_words_of_their_own() throws Exception {
        assertThat(said(start("CONVOY_JVM_OPTS", "-Xmx8g -XX:TieredStopAtLevel=4")))
                .contains("[-XX:TieredStopAtLevel=1]", "[-Xmx8g][-XX:TieredStopAtLevel=4][-jar]");
    }

    @ParameterizedTest
    @CsvSource({
        "--replications 30, true",
        "--replications=1999, true",
        "--replications 2000, false",
        "--replications=2000, false",
        "--replications 15000, false",
        "--out 5000, true"
    })
    void only_a_run_that_is_told_to_be_long_gets_the_optimizing_compiler(String words, boolean quick) throws Exception {
        said(start());
        Process convoy = start(List.of(words.split(" ")));

        assertThat(said(convoy).contains("[-XX:TieredStopAtLevel=1]")).isEqualTo(quick);
    }

    @Test
    void without_a_locale_names_beyond_ascii_are_utf_8_and_a_locale_that_is_given_stays() throws Exception {
        assertThat(said(start())).contains("LC_ALL=C.UTF-8");
        assertThat(said(start("LANG", "C"))).contains("LC_ALL=C.UTF-8");
        assertThat(said(start("LANG", "de_DE.ISO-8859-1"))).doesNotContain("C.UTF-8");
    }
}
