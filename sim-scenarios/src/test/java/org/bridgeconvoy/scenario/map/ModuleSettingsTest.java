package org.bridgeconvoy.scenario.map;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Function;
import org.bridgeconvoy.bridge.control.Alternate;
import org.bridgeconvoy.bridge.control.ControlRule;
import org.bridgeconvoy.bridge.module.ControlModule;
import org.bridgeconvoy.bridge.module.Modules;
import org.bridgeconvoy.bridge.module.Setting;
import org.bridgeconvoy.bridge.module.Settings;
import org.bridgeconvoy.calendar.DayInterval;
import org.bridgeconvoy.calendar.Hours;
import org.bridgeconvoy.calendar.Nanos;
import org.bridgeconvoy.calendar.WorkCalendar;
import org.bridgeconvoy.scenario.LoadResult;
import org.bridgeconvoy.scenario.Problem;
import org.bridgeconvoy.scenario.load.ScenarioLoader;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a module of one's own gets of a file. Oracle: the promises of {@link Settings} and {@link Setting}. */
class ModuleSettingsTest {

    /** A rule that holds what its module was given. */
    record Given(Map<String, Object> values) implements ControlRule {
        @Override
        public Plan plan(WorkCalendar calendar, long horizonNanos) {
            return new Alternate(Nanos.HOUR, Nanos.HOUR).plan(calendar, horizonNanos);
        }
    }

    /** A control with a setting of each kind; {@code ask} lets it ask for what it must not. */
    public static final class Probe implements ControlModule {

        @Override
        public String name() {
            return "probe";
        }

        @Override
        public String about() {
            return "A control of a test.";
        }

        @Override
        public List<Setting> settings() {
            return List.of(
                    Setting.duration("wait", "A duration.").positive().optional(),
                    Setting.length("reach", "A length.").between(1, 100).optional(),
                    Setting.mass("limit", "A mass.").withFallback("40 t"),
                    Setting.number("share", "A number.").between(0, 1).optional(),
                    Setting.whole("count", "A whole number.").between(-1, 9).optional(),
                    Setting.flag("strict", "A flag.").optional(),
                    Setting.text("note", "A text.").optional(),
                    Setting.choice("side", List.of("left", "right"), "A choice.")
                            .optional(),
                    Setting.date("since", "A date.").optional(),
                    Setting.timeOfDay("at", "A time of day.").optional(),
                    Setting.hours("open", "Hours."),
                    Setting.of("days", Setting.Kind.WEEKDAYS, "Numbers by day of the week.")
                            .optional(),
                    Setting.of("course", Setting.Kind.SERIES, "Numbers by day.").optional(),
                    Setting.number("steps", "Numbers.").list().optional(),
                    Setting.text("ask", "What else to ask for.").optional());
        }

        @Override
        public ControlRule create(Settings settings, int lanes) {
            if (settings.has("ask")) {
                ask(settings, settings.text("ask"));
            }
            Map<String, Object> values = new TreeMap<>();
            put(values, settings, "wait", settings::nanos);
            put(values, settings, "reach", settings::number);
            put(values, settings, "limit", settings::number);
            put(values, settings, "share", settings::number);
            put(values, settings, "count", settings::whole);
            put(values, settings, "strict", settings::flag);
            put(values, settings, "note", settings::text);
            put(values, settings, "side", settings::text);
            put(values, settings, "since", key -> settings.date(key).toString());
            put(values, settings, "at", settings::nanos);
            put(values, settings, "open", settings::hours);
            put(values, settings, "days", settings::weekdays);
            put(values, settings, "course", settings::series);
            values.put("steps", settings.list("steps", Double.class));
            values.put(
                    "written",
                    settings.written("limit") + ", " + settings.written("note") + ", " + settings.written("steps"));
            values.put("where", settings.where("limit") + ", " + settings.where("note"));
            return new Given(values);
        }

        private static void put(
                Map<String, Object> values, Settings settings, String key, Function<String, Object> reader) {
            if (settings.has(key)) {
                values.put(key, reader.apply(key));
            }
        }

        private static void ask(Settings settings, String what) {
            switch (what) {
                case "an unknown key" -> settings.number("speed");
                case "a missing value" -> settings.nanos("wait");
                case "another kind" -> settings.whole("limit");
                case "another map" -> settings.series("days");
                case "no list" -> settings.list("limit", Double.class);
                case "a list of another kind" -> settings.list("steps", String.class);
                case "to change a list" -> settings.list("steps", Double.class).clear();
                case "a refusal" -> settings.refuse("limit", "must be odd, got " + settings.written("limit"));
                case "what does not fit" -> throw new IllegalArgumentException("nothing fits");
                case "a failure" -> throw new UnsupportedOperationException("not yet");
                default -> throw new AssertionError(what);
            }
        }
    }

    @TempDir
    private static Path folder;

    private static URLClassLoader classes;
    private static ScenarioLoader loader;

    @BeforeAll
    static void nameTheModule() throws IOException {
        Path services = Files.createDirectories(folder.resolve("META-INF").resolve("services"));
        Files.writeString(services.resolve(ControlModule.class.getName()), Probe.class.getName());
        classes = new URLClassLoader(new URL[] {folder.toUri().toURL()}, ModuleSettingsTest.class.getClassLoader());
        loader = new ScenarioLoader(Modules.load(classes));
    }

    @AfterAll
    static void close() throws IOException {
        classes.close();
    }

    private static LoadResult load(String settings) {
        return loader.loadText("f.yaml", """
                scenario: probe
                start: 2024-09-02
                horizon: 2 d
                bridge:
                  length: 1 km
                  speed: 20 km/h
                  control:
                    probe: SETTINGS
                fleet: {trucks: 3}
                demand: {steel: {load: 40 t, rate: 10 trucks/d}}
                """.replace("SETTINGS", settings), List.of());
    }

    private static Map<String, Object> given(String settings) {
        LoadResult loaded = load(settings);
        assertThat(loaded.problems()).isEmpty();
        ControlRule rule =
                Objects.requireNonNull(loaded.scenario()).config().bridge().control();
        return ((Given) rule).values();
    }

    private static List<String> problems(String settings) {
        return load(settings).problems().stream().map(Problem::toString).toList();
    }

    @Test
    void a_module_gets_each_value_in_its_base_unit() {
        Map<String, Object> given = given(
                "{wait: 90 s, reach: 0.05 km, limit: 800 kg, share: 0.25, count: 7, strict: true, note: \" in the dark \","
                        + " side: right, since: 2024-09-23, at: \"06:30\", open: \"08:00-17:00\", days: {sat: 0.5, sun: 0},"
                        + " course: {1: 2, 2024-09-02: 3}, steps: [1, 2.5]}");

        assertThat(given)
                .containsEntry("wait", 90 * Nanos.SECOND)
                .containsEntry("reach", 50.0)
                .containsEntry("limit", 0.8)
                .containsEntry("share", 0.25)
                .containsEntry("count", 7)
                .containsEntry("strict", true)
                .containsEntry("note", "in the dark")
                .containsEntry("side", "right")
                .containsEntry("since", "2024-09-23")
                .containsEntry("at", 390 * Nanos.MINUTE)
                .containsEntry("open", Hours.everyDay(List.of(new DayInterval(8 * Nanos.HOUR, 17 * Nanos.HOUR))))
                .containsEntry("days", Map.of(DayOfWeek.SATURDAY, 0.5, DayOfWeek.SUNDAY, 0.0))
                .containsEntry("course", Map.of(1, 2.0, 0, 3.0))
                .containsEntry("steps", List.of(1.0, 2.5))
                .containsEntry("written", "800 kg,  in the dark , a list")
                .containsEntry("where", "bridge.control.probe.limit (line 8), bridge.control.probe.note (line 8)");
    }

    @Test
    void what_a_file_leaves_out_has_the_fallback_or_no_value() {
        assertThat(given("{}"))
                .containsOnlyKeys("limit", "open", "steps", "written", "where")
                .containsEntry("limit", 40.0)
                .containsEntry("open", Hours.always())
                .containsEntry("steps", List.of())
                .containsEntry("written", "40 t, nothing, nothing");
        assertThat(given("{limit: null, note: null}"))
                .containsEntry("limit", 40.0)
                .doesNotContainKey("note");
    }

    @ParameterizedTest
    @CsvSource({"'{reach: 1 m, share: 0, count: -1}'", "'{reach: 100 m, share: 1, count: 9}'"})
    void the_ends_of_a_range_belong_to_it(String settings) {
        assertThat(given(settings)).containsKeys("reach", "share", "count");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {wait: 0 s}         | wait must be > 0 s, got 0 s
            {reach: 0.5 m}      | reach must be >= 1 m, got 0.5 m
            {reach: 1 km}       | reach must be at most 100 m, got 1 km
            {limit: -1 t}       | limit must be >= 0 t, got -1 t
            {share: 1.5}        | share must be at most 1, got 1.5
            {count: 10}         | count must be at most 9, got 10
            {count: -2}         | count must be >= -1, got -2
            {count: 1.5}        | count must be a whole number, got '1.5'
            {strict: maybe}     | strict must be true or false, got 'maybe'
            {side: lef}         | side must be left or right, got 'lef', did you mean 'left'?
            {since: soon}       | since must be a date such as '2024-09-23', got 'soon'
            {at: "24:00"}       | at must lie before 24:00, got '24:00'
            {days: [1]}         | days must be a map from days to factors such as {sat: 0.5, sun: 0}
            {steps: 1}          | steps must be a list, got '1'
            {steps: [x]}        | steps.0 must be a number, got 'x'
            """)
    void a_wrong_value_is_told_and_the_module_not_called(String settings, String problem) {
        assertThat(problems(settings.replace("{", "{ask: a failure, ").replace("ask: a failure, }", "}")))
                .singleElement()
                .asString()
                .endsWith(": bridge.control.probe." + problem);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            an unknown key         | the module failed: IllegalStateException: the module declares no setting 'speed'
            a missing value        | the module failed: IllegalStateException: setting 'wait' has no value; ask has(key) first
            another kind           | the module failed: IllegalStateException: setting 'limit' is a MASS, which is no Integer
            another map            | the module failed: IllegalStateException: setting 'days' is a WEEKDAYS, not SERIES
            no list                | the module failed: IllegalStateException: setting 'limit' is no list
            a list of another kind | the module failed: IllegalStateException: setting 'steps' is a list of NUMBER, which is no list of String
            to change a list       | the module failed: UnsupportedOperationException: null
            what does not fit      | nothing fits
            a failure              | the module failed: UnsupportedOperationException: not yet
            """)
    void a_module_that_asks_for_what_it_did_not_declare_or_fails_is_a_problem_at_its_place(String ask, String problem) {
        assertThat(problems("{ask: " + ask + ", steps: [1], days: {sat: 1}}"))
                .containsExactly("f.yaml:8:12: bridge.control.probe: " + problem);
    }

    @Test
    void what_a_module_refuses_is_told_at_the_value() {
        assertThat(problems("{ask: a refusal, limit: 8 t}"))
                .containsExactly("f.yaml:8:36: bridge.control.probe.limit must be odd, got 8 t");
    }

    @Test
    void a_list_is_empty_rather_than_filled_in() {
        Setting steps = Setting.number("steps", "Numbers.");

        assertThatThrownBy(() -> steps.list().withFallback("1")).hasMessageContaining("a list has no fallback");
        assertThatThrownBy(() -> steps.withFallback("1").list()).hasMessageContaining("a list has no fallback");
    }
}
