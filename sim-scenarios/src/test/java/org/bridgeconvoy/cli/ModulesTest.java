package org.bridgeconvoy.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.spi.ToolProvider;
import java.util.stream.Stream;
import org.bridgeconvoy.bridge.module.Modules;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The modules of docs/modules, compiled and packed as the page says and used by the command. Oracles: the page's rules (a
 * train's truckloads come together; nobody enters outside the hours) read off trips.csv.
 */
class ModulesTest {

    private static final Path PAGE = Path.of("..", "docs", "modules");
    private static final String SCENARIO = PAGE.resolve("trains.yaml").toString();

    @TempDir
    private static Path directory;

    private static String jar = "";

    @BeforeAll
    static void buildTheJarOfThePage() throws IOException {
        Path classes = compiled(PAGE.resolve("src"), directory.resolve("classes"));
        jar = directory.resolve("yard.jar").toString();
        tool("jar", List.of("--create", "--file", jar, "-C", classes.toString(), "."));
    }

    /** Compiles a folder of sources and copies what names the services. */
    private static Path compiled(Path sources, Path classes) throws IOException {
        List<String> args =
                new ArrayList<>(List.of("-Xlint:all", "-Werror", "-cp", classPath(), "-d", classes.toString()));
        try (Stream<Path> files = Files.walk(sources)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                if (file.toString().endsWith(".java")) {
                    args.add(file.toString());
                } else {
                    Path copy = classes.resolve(sources.relativize(file).toString());
                    Files.createDirectories(Objects.requireNonNull(copy.getParent()));
                    Files.copy(file, copy);
                }
            }
        }
        tool("javac", args);
        return classes;
    }

    private static void tool(String name, List<String> args) {
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        PrintStream out = new PrintStream(said, true, StandardCharsets.UTF_8);
        int status = ToolProvider.findFirst(name).orElseThrow().run(out, out, args.toArray(String[]::new));
        assertThat(status)
                .as("%s: %s", name, said.toString(StandardCharsets.UTF_8))
                .isZero();
    }

    /** Everything that these tests run with, whether it lies on the class path or on the module path. */
    private static String classPath() throws IOException {
        String core = code(Modules.class);
        return String.join(
                File.pathSeparator,
                System.getProperty("java.class.path", ""),
                System.getProperty("jdk.module.path", ""),
                core,
                code(Main.class),
                code(NullMarked.class));
    }

    private static String code(Class<?> type) throws IOException {
        try {
            return Path.of(type.getProtectionDomain()
                            .getCodeSource()
                            .getLocation()
                            .toURI())
                    .toString();
        } catch (java.net.URISyntaxException e) {
            throw new IOException(e);
        }
    }

    private static CommandLineRun convoy(String modules, String... args) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        Console console = new Console(new PrintWriter(out), new PrintWriter(err), false, ModulePath.loading(modules));
        int status = Convoy.execute(console, args);
        return new CommandLineRun(status, out.toString(), err.toString());
    }

    private static List<String[]> trips(String scenario, String name) throws IOException {
        Path out = directory.resolve(name);
        CommandLineRun run =
                convoy(jar, "run", scenario, "--replications", "2", "--no-report", "--out", out.toString());
        assertThat(run.err()).isEmpty();
        assertThat(run.status()).isZero();
        return Files.readAllLines(out.resolve("trips.csv")).stream()
                .skip(1)
                .map(line -> line.split(",", -1))
                .toList();
    }

    @Test
    void a_scenario_uses_a_control_and_arrivals_of_a_jar_of_ones_own() throws IOException {
        List<String[]> trips = trips(SCENARIO, "trains");

        // 80 truckloads a day in trains of 40: one each noon and midnight, but the last midnight is the horizon.
        Map<String, Integer> trains = new LinkedHashMap<>();
        trips.stream().filter(t -> t[0].equals("1")).forEach(t -> trains.merge(t[5], 1, Integer::sum));
        assertThat(trains).hasSize(27);
        assertThat(trains.keySet())
                .startsWith("2025-03-03T12:00:00.000", "2025-03-04T00:00:00.000", "2025-03-04T12:00:00.000");
        assertThat(trains.values()).containsOnly(40);
        // outbound_enter and return_enter within 06:00-22:00.
        assertThat(trips).allSatisfy(t -> {
            assertThat(t[12].substring(11)).isBetween("06:00:00.000", "21:59:59.999");
            assertThat(t[19].substring(11)).isBetween("06:00:00.000", "21:59:59.999");
        });
    }

    @Test
    void the_resolved_text_shows_the_settings_and_runs_to_the_same_bytes() throws IOException {
        trips(SCENARIO, "written");
        String resolved = convoy(jar, "show", "--resolved", SCENARIO).out();
        Path file = Files.writeString(directory.resolve("resolved.yaml"), resolved);
        trips(file.toString(), "resolved");

        assertThat(resolved).contains("longer-queue:\n      lead: 5\n      min-green: 10 min\n");
        for (String name : List.of("trips.csv", "daily.csv", "daily-cargo.csv")) {
            assertThat(directory.resolve("resolved").resolve(name))
                    .hasSameBinaryContentAs(directory.resolve("written").resolve(name));
        }
    }

    @Test
    void a_change_that_leaves_the_control_as_it_is_does_not_start_it_afresh() throws IOException {
        Path file = directory.resolve("change.yaml");
        Files.writeString(
                file,
                Files.readString(PAGE.resolve("trains.yaml")) + "changes: [{at: 5.5 d, set: {fleet.payload: 40 t}}]\n");

        assertThat(trips(file.toString(), "change")).containsExactlyElementsOf(trips(SCENARIO, "no-change"));
    }

    @Test
    void what_is_wrong_is_told_with_line_column_and_what_is_allowed() throws IOException {
        Path file = directory.resolve("wrong.yaml");
        Files.writeString(
                file,
                Files.readString(PAGE.resolve("trains.yaml"))
                        .replace("{lead: 5, hours:", "{lead: 0, min-gren: 3, hours:")
                        .replace("{truckloads: 40}", "{truckloads: many}"));

        assertThat(convoy(jar, "validate", file.toString()).err().lines())
                .containsExactly(
                        file + ":11:34: bridge.control.longer-queue.lead must be >= 1, got 0",
                        file + ":11:37: unknown key 'bridge.control.longer-queue.min-gren', did you mean 'min-green'?",
                        file + ":21:37: demand.gravel.arrivals.trains.truckloads must be a whole number, got 'many'",
                        file + ": 3 problems, nothing was run");
    }

    @Test
    void an_unknown_module_names_the_nearest_or_all_there_are() {
        assertThat(convoy(jar, "validate", SCENARIO, "--set", "demand.gravel.arrivals=train")
                        .err())
                .contains("must be poisson, even, daily or trains, got 'train', did you mean 'trains'?");
        assertThat(convoy("", "validate", SCENARIO).err().lines())
                .containsExactly(
                        SCENARIO
                                + ":11:13: unknown key 'bridge.control.longer-queue', known are "
                                + String.join(", ", Modules.load().controls().keySet()),
                        SCENARIO
                                + ":21:16: unknown key 'demand.gravel.arrivals.trains', known are poisson, even, daily",
                        SCENARIO + ": 2 problems, nothing was run");
        assertThat(convoy(jar, "validate", SCENARIO, "--set", "demand.gravel.arrivals=trains")
                        .err())
                .contains("trains needs settings: write arrivals: {trains: {truckloads: …}}");
    }

    @Test
    void the_schema_knows_the_modules_that_are_found() throws IOException {
        String schema = convoy(jar, "schema").out();

        assertThat(new ObjectMapper()
                        .readTree(schema)
                        .findValue("longer-queue")
                        .findValue("lead")
                        .path("description")
                        .asText())
                .isEqualTo("Trucks by which the other queue must be longer.");
        assertThat(convoy("", "schema").out()).doesNotContain("longer-queue");
    }

    @Test
    void modules_that_cannot_be_used_are_refused_before_anything_is_done() throws IOException {
        assertThatThrownBy(
                        () -> ModulePath.loading(directory.resolve("none.jar").toString())
                                .get())
                .isInstanceOf(UsageException.class)
                .hasMessageContaining("does not exist");

        Path services = Files.createDirectories(directory.resolve("broken/META-INF/services"));
        Path file = services.resolve("org.bridgeconvoy.bridge.module.ControlModule");
        Files.writeString(file, "org.example.Missing\n");
        assertThatThrownBy(() -> ModulePath.loading(directory.resolve("broken").toString())
                        .get())
                .isInstanceOf(UsageException.class)
                .hasMessageContaining("a ControlModule cannot be used")
                .hasMessageContaining("org.example.Missing");
    }

    private static String moduleThat(String name, String type, String returns) {
        return """
                package org.example;
                public final class %s implements org.bridgeconvoy.bridge.module.ProfileModule {
                    @Override public String name() { return "%s"; }
                    @Override public String about() { return "Fails."; }
                    @Override public java.util.List<org.bridgeconvoy.bridge.module.Setting> settings() {
                        return java.util.List.of();
                    }
                    @Override public org.bridgeconvoy.bridge.demand.DayFactor create(
                            org.bridgeconvoy.bridge.module.Settings settings) {
                        %s
                    }
                }
                """.formatted(type, name, returns);
    }

    private static String jarOf(String type, String source) throws IOException {
        Path sources = directory.resolve(type + "-src");
        Files.createDirectories(sources.resolve("META-INF/services"));
        Files.writeString(sources.resolve(type + ".java"), source);
        Files.writeString(
                sources.resolve("META-INF/services/org.bridgeconvoy.bridge.module.ProfileModule"),
                "org.example." + type + "\n");
        return compiled(sources, directory.resolve(type)).toString();
    }

    @Test
    void two_modules_of_one_name_are_refused_by_their_names() throws IOException {
        String modules = jarOf("Twin", moduleThat("ramp", "Twin", "return (day, date) -> 1;"));

        assertThatThrownBy(() -> ModulePath.loading(modules).get())
                .hasMessageContaining("two modules have the name 'ramp'")
                .hasMessageContaining("org.example.Twin");
    }

    @ParameterizedTest
    @CsvSource({"torn, torn/a.jar", "torn/a.jar, torn/a.jar"})
    void a_jar_that_is_not_whole_is_named(String path, String named) throws IOException {
        Files.createDirectories(directory.resolve("torn"));
        Files.writeString(directory.resolve("torn/a.jar"), "half a download");

        CommandLineRun run = convoy(directory.resolve(path).toString(), "validate", "day-and-night");

        assertThat(run.status()).isEqualTo(2);
        assertThat(run.err()).contains(directory.resolve(named) + " is no whole jar");
    }

    @Test
    void a_module_made_for_a_newer_java_is_named() throws IOException {
        String modules = jarOf("Newer", moduleThat("newer", "Newer", "return (day, date) -> 1;"));
        Path type = directory.resolve("Newer/org/example/Newer.class");
        byte[] compiled = Files.readAllBytes(type);
        // The major version of a class file is its eighth byte, and Java 99's is 44 more.
        compiled[7] = (byte) (99 + 44);
        Files.write(type, compiled);

        CommandLineRun run = convoy(modules, "validate", "day-and-night");

        assertThat(run.status()).isEqualTo(2);
        assertThat(run.err())
                .contains("org.example.Newer is made for Java 99", "CONVOY_MODULES=")
                .doesNotContain("\tat ");
    }

    @ParameterizedTest
    @CsvSource({
        "return \"nameless\", return null, name() is null",
        "return \"Says.\", return null, about() is null",
        "return java.util.List.of(), return null, settings() is null",
        "return java.util.List.of(), return java.util.Arrays.asList((org.bridgeconvoy.bridge.module.Setting) null), an element is null",
        "return \"nameless\", throw new IllegalStateException(\"no\"), IllegalStateException: no"
    })
    void a_module_that_gives_nothing_where_it_must_is_named(String right, String wrong, String told)
            throws IOException {
        String source = moduleThat("nameless", "Nameless", "return (day, date) -> 1;")
                .replace("return \"Fails.\"", "return \"Says.\"")
                .replace(right, wrong);
        String modules = jarOf(
                "Nameless" + Integer.toHexString(told.hashCode()),
                source.replace("Nameless", "Nameless" + Integer.toHexString(told.hashCode())));

        CommandLineRun run = convoy(modules, "validate", "day-and-night");

        assertThat(run.status()).isEqualTo(2);
        assertThat(run.err()).contains("module org.example.Nameless", told).doesNotContain("internal error");
    }

    @Test
    void a_module_that_fails_is_told_at_its_place() throws IOException {
        String modules = jarOf("Failing", moduleThat("failing", "Failing", "throw new IllegalStateException(\"no\");"));
        Path file = directory.resolve("failing.yaml");
        Files.writeString(
                file,
                Files.readString(PAGE.resolve("trains.yaml"))
                        .replace("arrivals: {trains: {truckloads: 40}}", "profile: {failing: {}}"));

        assertThat(convoy(jar + File.pathSeparator + modules, "validate", file.toString())
                        .err())
                .contains(":21:24: demand.gravel.profile.failing: the module failed: IllegalStateException: no");
    }

    @Test
    void the_command_takes_the_modules_from_the_environment() throws Exception {
        ProcessBuilder java = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                classPath(),
                "org.bridgeconvoy.cli.Main",
                "validate",
                SCENARIO);
        java.environment().put(ModulePath.VARIABLE, directory.toString());
        Process process = java.redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
        assertThat(said).isEqualTo(SCENARIO + ": no problems (scenario 'trains')\n");
        assertThat(process.exitValue()).isZero();
    }

    @Test
    void the_page_shows_the_sources_as_they_are() throws IOException {
        String page = Files.readString(PAGE.resolve("README.md"));

        for (String name : List.of("Trains", "LongerQueue")) {
            assertThat(page)
                    .contains("```java\n" + Files.readString(PAGE.resolve("src/org/example/convoy/" + name + ".java"))
                            + "```\n");
        }
        assertThat(page).contains("```yaml\n" + Files.readString(PAGE.resolve("trains.yaml")) + "```\n");
        assertThat(page)
                .contains("\n"
                        + convoy(jar, "validate", SCENARIO, "--set", "bridge.control.longer-queue.lead=0")
                                .err()
                                .replace(SCENARIO, "trains.yaml")
                        + "```\n");
    }
}
