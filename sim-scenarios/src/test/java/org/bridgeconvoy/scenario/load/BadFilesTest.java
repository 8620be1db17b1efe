package org.bridgeconvoy.scenario.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bridgeconvoy.scenario.load.ScenarioTexts.LEAST;
import static org.bridgeconvoy.scenario.load.ScenarioTexts.and;
import static org.bridgeconvoy.scenario.load.ScenarioTexts.problems;
import static org.bridgeconvoy.scenario.load.ScenarioTexts.with;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.bridgeconvoy.bridge.module.Modules;
import org.bridgeconvoy.scenario.LoadResult;
import org.bridgeconvoy.scenario.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Each mistake in a scenario file gives its exact message, line and column. Lines count in the files of
 * {@link ScenarioTexts}.
 */
class BadFilesTest {

    record Case(String what, String text, List<String> problems) {
        @Override
        public String toString() {
            return what;
        }
    }

    private static Case of(String what, String text, String... problems) {
        return new Case(what, text, List.of(problems));
    }

    static List<Case> values() {
        return List.of(
                of("the least file is good", LEAST),
                of(
                        "unknown key",
                        with("fleet: {trucks: 3}", "fleet: {trucks: 3, tair: 15 t}"),
                        "border.yaml:9:20: unknown key 'fleet.tair', did you mean 'tare'?"),
                of(
                        "unknown key without a neighbour",
                        with("fleet: {trucks: 3}", "fleet: {trucks: 3, colour: red}"),
                        "border.yaml:9:20: unknown key 'fleet.colour', known are trucks, payload, tare, turnaround, classes,"
                                + " wait-for-load"),
                of(
                        "unknown key at the top, with nothing",
                        and("unknown:\n"),
                        "border.yaml:12:1: unknown key 'unknown', known are scenario, question, description, extends, start, horizon,"
                                + " warm-up, seed, replications, bridge, convoys, fleet, origin, destination, demand,"
                                + " traffic, consignments, observed, encoding, columns, changes, goals, costs, variants, answers, uncertain, sources"),
                of(
                        "more truckloads than can be counted",
                        with(
                                "  steel: {load: 40 t, rate: 10 trucks/d}",
                                "  steel: {load: 40 t, rate: 10 trucks/d, profile: {series: {0: 99999999999999999993}}}"),
                        "border.yaml:11:3: demand.steel: more than a billion truckloads accrue over the run"),
                of(
                        "wrong unit",
                        with("  length: 940.8 m", "  length: 940.8 kg"),
                        "border.yaml:5:11: bridge.length must be a length such as '940.8 m' (m or km), got '940.8 kg'"),
                of(
                        "bare number",
                        with("  length: 940.8 m", "  length: 940.8"),
                        "border.yaml:5:11: bridge.length needs a unit (m or km), got 940.8"),
                of(
                        "bare duration",
                        with("horizon: 2 d", "horizon: 2"),
                        "border.yaml:3:10: horizon needs a unit (ns, us, ms, s, min, h or d), got 2"),
                of(
                        "negative time",
                        with("  length: 940.8 m", "  length: 940.8 m\n  headway: -2 s"),
                        "border.yaml:6:12: bridge.headway must be >= 0 s, got -2 s"),
                of(
                        "no time at all",
                        with("horizon: 2 d", "horizon: 0 d"),
                        "border.yaml:3:10: horizon must be > 0 s, got 0 d"),
                of(
                        "a horizon of a million years",
                        with("horizon: 2 d", "horizon: 365250000 d"),
                        "border.yaml:3:10: horizon must be at most 100 years (36525 d), got 365250000 d"),
                of(
                        "a number beyond any type",
                        with("horizon: 2 d", "horizon: 1e999 d"),
                        "border.yaml:3:10: horizon must be at most 100 years (36525 d), got 1e999 d"),
                of(
                        "a warm-up that eats the run",
                        with("horizon: 2 d", "horizon: 2 d\nwarm-up: 48 h"),
                        "border.yaml:4:10: warm-up must be shorter than the horizon (2 d), got 48 h"),
                of(
                        "a warm-up beside a horizon that cannot be read",
                        with("horizon: 2 d", "horizon: 5 weeks\nwarm-up: 7 d"),
                        "border.yaml:3:10: horizon must be a duration such as '30 s' (ns, us, ms, s, min, h or d), got"
                                + " '5 weeks'"),
                of(
                        "overlapping hours of the directions",
                        with(
                                "    timetable: {outbound: \"08:00-17:00\", return: \"19:00-05:00\"}",
                                "    timetable:\n      outbound: \"08:00-20:00\"\n      return: \"19:00-05:00\""),
                        "border.yaml:10:15: bridge.control.timetable.return overlaps bridge.control.timetable.outbound (line 9)"
                                + " on the one lane: return mon 19:00-05:00, outbound mon 08:00-20:00"),
                of(
                        "hours that overlap over midnight, from Sunday into Monday",
                        with(
                                "    timetable: {outbound: \"08:00-17:00\", return: \"19:00-05:00\"}",
                                "    timetable:\n      outbound: {mon: \"04:00-17:00\"}\n      return: {sun: \"19:00-05:00\"}"),
                        "border.yaml:10:15: bridge.control.timetable.return overlaps bridge.control.timetable.outbound (line 9)"
                                + " on the one lane: return sun 19:00-05:00, outbound mon 04:00-17:00"),
                of(
                        "hours that overlap on one day",
                        and("origin: {loading: {time: 1 h, hours: [\"08:00-12:00\", \"11:00-17:00\"]}}\n"),
                        "border.yaml:12:54: origin.loading.hours has hours that overlap others of the same day, got"
                                + " '11:00-17:00'"),
                of(
                        "hours that are no hours",
                        and("origin: {loading: {time: 1 h, hours: \"8 to 5\"}}\n"),
                        "border.yaml:12:38: origin.loading.hours must be hours such as '08:00-17:00', got '8 to 5'"),
                of(
                        "a time of day that does not exist",
                        and("origin: {loading: {time: 1 h, hours: \"08:00-24:30\"}}\n"),
                        "border.yaml:12:38: origin.loading.hours must be a time of day from 00:00 to 24:00, got '24:30'"),
                of(
                        "an empty interval",
                        and("origin: {loading: {time: 1 h, hours: \"08:00-08:00\"}}\n"),
                        "border.yaml:12:38: origin.loading.hours must not begin and end at the same time (the whole day is"
                                + " '00:00-24:00'), got '08:00-08:00'"),
                of(
                        "hours that are never open",
                        and("origin: {loading: {time: 1 h, hours: []}}\n"),
                        "border.yaml:12:38: origin.loading.hours is never open: give at least one interval such as"
                                + " '08:00-17:00'"),
                of(
                        "an unknown day",
                        and("origin: {loading: {time: 1 h, hours: {mun: \"08:00-17:00\"}}}\n"),
                        "border.yaml:12:39: origin.loading.hours has the unknown day 'mun'; days are mon, tue, wed, thu, fri,"
                                + " sat, sun and ranges such as mon-fri"),
                of(
                        "a day twice",
                        and(
                                "origin: {loading: {time: 1 h, hours: {mon-fri: \"08:00-17:00\", wed: \"08:00-12:00\"}}}\n"),
                        "border.yaml:12:63: origin.loading.hours gives 'wed' twice"),
                of(
                        "zero trucks",
                        with("fleet: {trucks: 3}", "fleet: {trucks: 0}"),
                        "border.yaml:9:17: fleet.trucks must be >= 1, got 0"),
                of(
                        "half a truck",
                        with("fleet: {trucks: 3}", "fleet: {trucks: 1.5}"),
                        "border.yaml:9:17: fleet.trucks must be a whole number, got '1.5'"),
                of(
                        "no trucks in any class",
                        with("fleet: {trucks: 3}", "fleet: {classes: {big: {trucks: 0}}}"),
                        "border.yaml:9:18: fleet.classes must have from 1 to 1000000 trucks together, got 0"),
                of(
                        "a truck that can never enter",
                        with("  length: 940.8 m", "  length: 940.8 m\n  max-mass: 30 t"),
                        "border.yaml:6:13: a truck can weigh 40.0 t gross and could never enter: bridge.max-mass is 30.0 t;"
                                + " limit its payload or the load with max="),
                of(
                        "an unknown distribution",
                        and("origin: {loading: {time: \"lognorml(5 min, 3 min)\"}}\n"),
                        "border.yaml:12:26: origin.loading.time has the unknown distribution 'lognorml', did you mean"
                                + " 'lognormal'?"),
                of(
                        "a distribution that YAML cut",
                        and("origin: {loading: {time: lognormal(5 min, 3 min)}}\n"),
                        "border.yaml:12:26: origin.loading.time was cut at a comma by YAML or lacks its ')': put the"
                                + " distribution in quotes, got 'lognormal(5 min'"),
                of(
                        "an argument without its unit",
                        and("origin: {loading: {time: \"uniform(5 min, 8)\"}}\n"),
                        "border.yaml:12:26: origin.loading.time has a wrong b of uniform(): it needs a unit (ns, us, ms, s,"
                                + " min, h or d), got 8"),
                of(
                        "an argument too few",
                        and("origin: {loading: {time: uniform(5 min)}}\n"),
                        "border.yaml:12:26: origin.loading.time must have the arguments uniform(a, b), got 1 of them:"
                                + " 'uniform(5 min)'"),
                of(
                        "probabilities that do not add up",
                        and("origin: {loading: {time: \"discrete(5 min=0.5, 6 min=0.4)\"}}\n"),
                        "border.yaml:12:26: origin.loading.time has probabilities that add up to 0.9 in discrete(), not to 1"),
                of(
                        "a distribution that can be negative",
                        and("origin: {loading: {time: \"normal(5 min, 2 min)\"}}\n"),
                        "border.yaml:12:26: origin.loading.time must be >= 0 s, got normal(5 min, 2 min); add min=0 s"),
                of(
                        "neither time nor rate",
                        and("origin: {loading: {servers: 2}}\n"),
                        "border.yaml:12:19: origin.loading must have either a time or a rate, got neither"),
                of(
                        "two clocks in one bank",
                        and("origin: {utc-offset: \"+01:00\", time-zone: Europe/Warsaw}\n"),
                        "border.yaml:12:43: origin.time-zone must not stand beside utc-offset: a bank has one clock"),
                of(
                        "a time zone that does not exist",
                        and("destination: {time-zone: Europe/Warsow}\n"),
                        "border.yaml:12:26: destination.time-zone must be a time zone of the IANA database 2025b such as"
                                + " 'Europe/Warsaw', got 'Europe/Warsow', did you mean 'Europe/Warsaw'?"),
                of(
                        "shifts beside servers",
                        and("origin: {loading: {time: 1 h, servers: 2, shifts: [{hours: always, servers: 1}]}}\n"),
                        "border.yaml:12:40: origin.loading.servers must not stand beside shifts, each of which has its own"
                                + " servers; 'servers: null' removes the value of an extended file"),
                of(
                        "shifts beside hours",
                        and("origin: {loading: {time: 1 h, hours: always, shifts: [{hours: always, servers: 1}]}}\n"),
                        "border.yaml:12:38: origin.loading.hours must not stand beside shifts, each of which has its own"
                                + " hours; 'hours: null' removes the value of an extended file"),
                of(
                        "no shift",
                        and("origin: {loading: {time: 1 h, shifts: []}}\n"),
                        "border.yaml:12:39: origin.loading.shifts must have at least one shift such as {hours:"
                                + " \"08:00-16:00\", servers: 2}"),
                of(
                        "a shift that is no map",
                        and("origin: {loading: {time: 1 h, shifts: [\"08:00-16:00\"]}}\n"),
                        "border.yaml:12:40: origin.loading.shifts.0 must be a map with the keys hours, servers, got"
                                + " '08:00-16:00'"),
                of(
                        "a shift of nobody, at no time",
                        and("origin: {loading: {time: 1 h, shifts: [{servers: 0}]}}\n"),
                        "border.yaml:12:40: required key 'origin.loading.shifts.0.hours' is missing",
                        "border.yaml:12:50: origin.loading.shifts.0.servers must be >= 1, got 0"),
                of(
                        "two controls",
                        with(
                                "    timetable: {outbound: \"08:00-17:00\", return: \"19:00-05:00\"}",
                                "    batches: {outbound: 3, return: 3}\n"
                                        + "    timetable: {outbound: \"08:00-17:00\", return: \"19:00-05:00\"}"),
                        "border.yaml:8:5: bridge.control must be exactly one of "
                                + String.join(", ", Modules.load().controls().keySet())
                                + ", got timetable and batches (set one to null to remove the value of an extended file)"),
                of(
                        "greens in the wrong order",
                        with(
                                "    timetable: {outbound: \"08:00-17:00\", return: \"19:00-05:00\"}",
                                "    actuated: {min-green: 10 min, max-green: 5 min}"),
                        "border.yaml:8:46: bridge.control.actuated.max-green must be >= min-green (10 min), got 5 min"),
                of(
                        "a closure that ends before it begins",
                        with(
                                "  length: 940.8 m",
                                "  length: 940.8 m\n  closures: [{from: 2024-09-03, to: 2024-09-02}]"),
                        "border.yaml:6:37: bridge.closures.0.to must be later than bridge.closures.0.from (2024-09-03), got"
                                + " 2024-09-02"),
                of(
                        "a convoy that never fills",
                        and("convoys: {outbound: {size: 4}}\n"),
                        "border.yaml:12:28: convoys.outbound.size is above the 3 trucks of the fleet, so without max-wait no"
                                + " convoy ever leaves, got 4"),
                of(
                        "convoys that the fleet can lock itself with",
                        and("convoys: {outbound: {size: 3}, return: {size: 2}}\n"),
                        "border.yaml:12:10: the fleet can lock itself: 2 trucks can wait for an outbound convoy of 3 and 1"
                                + " for a return convoy of 2, and there are 3 trucks; give them a max-wait or departures,"
                                + " or at least 4 trucks"),
                of(
                        "convoys that the fleet can lock itself with after a change",
                        and("convoys: {outbound: {size: 3}}\nchanges: [{at: 1 d, set: {convoys.outbound.size: 4}}]\n"),
                        "border.yaml:13:50: convoys.outbound.size is above the 3 trucks of the fleet, so without max-wait no"
                                + " convoy ever leaves, got 4"),
                of(
                        "greens that are too short",
                        with(
                                "    timetable: {outbound: \"08:00-17:00\", return: \"19:00-05:00\"}",
                                "    alternate: {outbound: 1 ns, return: 10 min}"),
                        "border.yaml:8:27: bridge.control.alternate.outbound must be at least 1 s, got 1 ns"),
                of(
                        "a convoy that never leaves",
                        and("convoys: {return: {exclusive: true}}\n"),
                        "border.yaml:12:19: convoys.return needs a size, a max-wait or departures, or no truck ever leaves"),
                of(
                        "no rate",
                        with("  steel: {load: 40 t, rate: 10 trucks/d}", "  steel: {load: 40 t}"),
                        "border.yaml:11:10: demand.steel needs a rate such as '100 trucks/d' or '4000 t/d', or a backlog"),
                of(
                        "no load",
                        with("  steel: {load: 40 t, rate: 10 trucks/d}", "  steel: {rate: 10 trucks/d}"),
                        "border.yaml:11:10: required key 'demand.steel.load' is missing"),
                of(
                        "dates in the wrong order",
                        with(
                                "  steel: {load: 40 t, rate: 10 trucks/d}",
                                "  steel: {load: 40 t, rate: 10 trucks/d, from: 2024-09-05, until: 2024-09-04}"),
                        "border.yaml:11:67: demand.steel.until must not be before demand.steel.from (2024-09-05), got"
                                + " 2024-09-04"),
                of(
                        "a date that does not exist",
                        with("start: 2024-09-02", "start: 2024-09-31"),
                        "border.yaml:2:8: start is no date of the calendar, got '2024-09-31'"),
                of(
                        "daily without a time",
                        with(
                                "  steel: {load: 40 t, rate: 10 trucks/d}",
                                "  steel: {load: 40 t, rate: 10 trucks/d, arrivals: daily}"),
                        "border.yaml:11:52: demand.steel.arrivals daily needs the time of the release, such as at: \"06:00\""),
                of(
                        "a name that is a path",
                        with("  steel: {load: 40 t, rate: 10 trucks/d}", "  a.b: {load: 40 t, rate: 10 trucks/d}"),
                        "border.yaml:11:3: the cargo name 'a.b' must consist of letters, digits, blanks and the signs - _ +, and"
                                + " begin with a letter or digit"),
                of(
                        "an assumption without a reason",
                        and("sources: {bridge.length: {grade: assumed}}\n"),
                        "border.yaml:12:26: sources.bridge.length is assumed and must give the reason"),
                of(
                        "a source for nothing",
                        and("sources: {bridge.lenght: {grade: assumed, reason: x}}\n"),
                        "border.yaml:12:11: sources has the unknown path 'bridge.lenght', did you mean 'bridge.length'?"),
                of(
                        "an empty required map",
                        with("fleet: {trucks: 3}", "fleet: {}"),
                        "border.yaml:9:8: required key 'fleet.trucks' is missing"),
                of(
                        "a list for a map",
                        with("fleet: {trucks: 3}", "fleet: [3]"),
                        "border.yaml:9:8: fleet must be a map with the keys trucks, payload, tare, turnaround, classes,"
                                + " wait-for-load, got a list"),
                of(
                        "a map for a value",
                        with("horizon: 2 d", "horizon: {days: 2}"),
                        "border.yaml:3:10: horizon must be one value, got a map"));
    }

    static List<Case> yaml() {
        StringBuilder bomb = new StringBuilder("a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n");
        for (int i = 1; i < 10; i++) {
            String below = "*a" + (i - 1);
            bomb.append("a").append(i).append(": &a").append(i).append(" [");
            bomb.append(String.join(", ", java.util.Collections.nCopies(10, below)))
                    .append("]\n");
        }
        return List.of(
                of("nothing", "", "border.yaml:1:1: the file is empty"),
                of("a comment only", "# later\n", "border.yaml:1:1: the file is empty"),
                of("a document of nothing", "---\n", "border.yaml:1:1: the file is empty"),
                of("a list", "- a\n", "border.yaml:1:1: a scenario file must be a map from keys to values, got a list"),
                of("a duplicate key", and("start: 2024-09-02\n"), "border.yaml:12:1: key 'start' is already at line 2"),
                of(
                        "a tag",
                        with("horizon: 2 d", "horizon: !!str 2 d"),
                        "border.yaml:3:10: tag 'tag:yaml.org,2002:str' is not allowed; scenario files have no tags"),
                of(
                        "a tag of Java",
                        with("horizon: 2 d", "horizon: !!javax.script.ScriptEngineManager [x]"),
                        "border.yaml:3:10: horizon must be one value, got a list",
                        "border.yaml:3:10: tag 'tag:yaml.org,2002:javax.script.ScriptEngineManager' is not allowed; scenario"
                                + " files have no tags"),
                of("an alias bomb", bomb.toString(), "border.yaml:4:45: aliases repeat more than 10000 values"),
                of(
                        "a value that contains itself",
                        "a: &a [*a]\n",
                        "border.yaml:1:8: alias '*a' names no value before it (a value cannot contain itself)"),
                of("deep nesting", "a: " + "[".repeat(100), "border.yaml:1:67: nested deeper than 64 levels"),
                of(
                        "two documents",
                        LEAST + "---\n" + LEAST,
                        "border.yaml:12:1: a second document begins here; a scenario file holds one"),
                of(
                        "a tab",
                        "bridge:\n\tlength: 5 m\n",
                        "border.yaml:2:1: not valid YAML: while scanning for the next token, found character '\\t(TAB)' that"
                                + " cannot start any token. (Do not use \\t(TAB) for indentation)"),
                of(
                        "an open bracket",
                        "fleet: {trucks: 3\n",
                        "border.yaml:2:1: not valid YAML: while parsing a flow mapping, expected ',' or '}', but got"
                                + " <stream end>"),
                of(
                        "a character that YAML forbids",
                        "scenario: a\n  \u0007\n",
                        "border.yaml:2:3: character U+0007 is not allowed in YAML"),
                of("a map as a key", "{{a: b}: c}\n", "border.yaml:1:2: a key must be a plain word, got a map"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("values")
    void a_bad_value_is_told_with_its_place(Case bad) {
        assertThat(problems(bad.text())).containsExactlyInAnyOrderElementsOf(bad.problems());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("yaml")
    void bad_yaml_is_told_with_its_place(Case bad) {
        assertThat(problems(bad.text())).containsAll(bad.problems());
    }

    @Test
    void all_problems_of_a_file_are_told_at_once_from_top_to_bottom() {
        String text = """
                scenario: all/at/once
                start: soon
                horizon: 2
                bridge:
                  speed: fast
                  control: {timetabel: {}}
                fleet: {trucks: none}
                demand: {}
                """;
        assertThat(problems(text))
                .containsExactly(
                        "border.yaml:1:11: scenario must consist of letters, digits, blanks and the signs - _ +, and begin with a"
                                + " letter or digit, got 'all/at/once'",
                        "border.yaml:2:8: start must be a date such as '2024-09-23', got 'soon'",
                        "border.yaml:3:10: horizon needs a unit (ns, us, ms, s, min, h or d), got 2",
                        "border.yaml:5:3: required key 'bridge.length' is missing",
                        "border.yaml:5:10: bridge.speed must be a speed such as '10 km/h' (m/s or km/h), got 'fast'",
                        "border.yaml:6:13: unknown key 'bridge.control.timetabel', did you mean 'timetable'?",
                        "border.yaml:7:17: fleet.trucks must be a whole number, got 'none'",
                        "border.yaml:8:9: demand must have at least one stream");
    }

    @Test
    void a_mean_load_above_what_a_truck_carries_is_a_warning() {
        LoadResult loaded = ScenarioTexts.load(with("fleet: {trucks: 3}", "fleet: {trucks: 3, payload: 30 t}"));

        assertThat(loaded.problems()).isEmpty();
        assertThat(loaded.scenario()).isNotNull();
        assertThat(loaded.warnings())
                .extracting(Problem::toString)
                .containsExactly(
                        "border.yaml:11:17: demand.steel.load: mean load of 40.0 t is above the 30.0 t that a truck can"
                                + " carry; loads are cut to that");
    }

    @Test
    void what_is_listed_and_needs_more_trips_than_can_be_made_is_a_warning() {
        // 100 t in parts of 1 kg. Three trucks, each way 169.344 s: from 01:00 to the horizon of 2 days 169,200 s, so
        // 500
        // round trips each at most.
        LoadResult loaded = ScenarioTexts.load(with("fleet: {trucks: 3}", "fleet: {trucks: 3, payload: 1 kg}")
                        .replace(ScenarioTexts.LEAST.substring(ScenarioTexts.LEAST.indexOf("demand:")), "")
                + "consignments: |\n  time,cargo,tonnes\n  1 h,g,100\n");

        assertThat(loaded.problems()).isEmpty();
        assertThat(loaded.warnings())
                .extracting(Problem::toString)
                .filteredOn(warning -> warning.contains("consignments"))
                .singleElement()
                .asString()
                .endsWith("consignments: what is listed needs 100,000 trips, the fleet makes at most about 1,500 by the"
                        + " horizon");
    }

    @Test
    void a_limit_that_a_change_lowers_below_the_empty_truck_is_a_warning() {
        LoadResult loaded = ScenarioTexts.load(with("fleet: {trucks: 3}", "fleet: {trucks: 3, tare: 15 t}")
                + "changes:\n" + "  - {at: 1 d, set: {bridge.max-truck-mass: 12 t}}\n");

        assertThat(loaded.problems()).isEmpty();
        assertThat(loaded.warnings())
                .extracting(Problem::toString)
                .containsExactly(
                        "border.yaml:13:44: bridge.max-truck-mass: a truck weighs 15.0 t empty and could carry nothing:"
                                + " bridge.max-truck-mass is 12.0 t; such trucks wait as long as that holds");
    }

    @Test
    void hours_in_which_nothing_can_clear_are_an_error_at_the_direction() {
        String text = with(
                "    timetable: {outbound: \"08:00-17:00\", return: \"19:00-05:00\"}",
                "    timetable: {outbound: \"08:00-08:02\", return: \"19:00-05:00\", last-entry: clear}");

        assertThat(problems(text))
                .singleElement()
                .asString()
                .startsWith("border.yaml:8:27: hours in which nothing can clear");
    }

    @Test
    void a_file_that_is_not_utf_8_is_told_with_the_place_of_the_byte(@TempDir Path folder) throws Exception {
        Path file = folder.resolve("latin.yaml");
        Files.write(file, "scenario: a\ndescription: Br\u00FCcke\n".getBytes(StandardCharsets.ISO_8859_1));

        LoadResult loaded = new ScenarioLoader().load(file.toString(), List.of());

        assertThat(loaded.problems())
                .extracting(Problem::toString)
                .containsExactly(
                        file + ":2:16: the file is not UTF-8 text: unexpected byte 0xFC; save it as UTF-8 (in a"
                                + " spreadsheet as 'CSV UTF-8', in an editor with the encoding UTF-8)");
    }

    @Test
    void a_file_above_one_megabyte_is_not_read(@TempDir Path folder) throws Exception {
        Path file = folder.resolve("large.yaml");
        Files.writeString(file, LEAST + "#".repeat(1 << 20));

        assertThat(new ScenarioLoader().load(file.toString(), List.of()).problems())
                .extracting(Problem::toString)
                .containsExactly(file + ": the file has more than 1048576 bytes (1 MB), which is the limit");
    }

    @Test
    void a_missing_file_and_a_folder_are_told(@TempDir Path folder) {
        ScenarioLoader loader = new ScenarioLoader();
        String missing = folder.resolve("missing.yaml").toString();

        assertThat(loader.load(missing, List.of()).problems())
                .extracting(Problem::toString)
                .containsExactly(missing + ": cannot read '" + missing + "': there is no such file");
        assertThat(loader.load(folder + "/", List.of()).problems())
                .extracting(Problem::message)
                .containsExactly("cannot read '" + folder + "': it is a folder");
    }

    @Test
    void a_name_that_is_no_built_in_scenario_is_told_with_the_nearest() {
        assertThat(new ScenarioLoader().load("day-and-nigth", List.of()).problems())
                .extracting(Problem::toString)
                .containsExactly(
                        "day-and-nigth: there is no built-in scenario 'day-and-nigth', did you mean 'day-and-night'?");
    }
}
