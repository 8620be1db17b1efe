package org.bridgeconvoy.scenario.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.bridgeconvoy.scenario.LoadResult;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Mutated files: for any bytes the loader returns a scenario or problems. It never throws or hangs, and stays within
 * the memory of the test. The profile {@code fuzz} of this module reads a million files.
 */
class FuzzTest {

    private static final List<String> TOKENS = List.of(
            ":",
            ": ",
            "- ",
            "{",
            "}",
            "[",
            "]",
            ",",
            "\"",
            "'",
            "&a ",
            "*a",
            "!!str ",
            "|",
            ">",
            "#",
            "?",
            "\n",
            "\n  ",
            "\t",
            "---\n",
            "null",
            "~",
            "0",
            "-1",
            "1e999",
            "9999999999999999999",
            ".5",
            "1e-300",
            "NaN",
            ".inf",
            " s",
            " min",
            " d",
            " t",
            " t/d",
            " trucks/d",
            " km/h",
            " m",
            "08:00-17:00",
            "24:00",
            "00:00-24:00",
            "mon-sun",
            "sat",
            "always",
            "2024-02-30",
            "9999-12-31",
            "0001-01-01",
            "1600-01-01..8999-12-31",
            "uniform(",
            "normal(0 t,",
            ")",
            "lognormal(1 s, 1 s, min=2 s)",
            "discrete(1 t=1)",
            "empirical(",
            "gamma(1e-300, 1 s)",
            "min=",
            "max=",
            "PT8H",
            "36525 d",
            "1000000",
            "+18:00",
            "true",
            "extends: ",
            "consignments: ",
            "time,cargo,tonnes\n",
            "observed: ",
            "day,outbound_trucks\n",
            "time,return_trucks\n",
            "variants: ",
            "answers: ",
            "against: ",
            "recovery-from: ",
            "#sha256=",
            "\r\n",
            "changes: ",
            "\uFEFF",
            "\u2028",
            "\uD83D\uDE9A");

    private static final String FULL = """
            scenario: full
            start: 2024-09-02
            horizon: 3 d
            warm-up: 1 d
            bridge:
              length: 1 km
              speed: {loaded: 20 km/h, empty: "uniform(20 km/h, 30 km/h)"}
              headway: 30 s
              max-trucks: 5
              max-mass: 300 t
              closures: [{from: "2024-09-03T06:00", to: 2024-09-04}]
              breakdowns: {probability: 0.01, repair: exponential(20 min)}
              control: {actuated: {min-green: 5 min, max-green: 20 min, hours: {mon-sat: "08:00-20:00"}}}
            convoys: {outbound: {size: 2, max-wait: 1 h}, return: {departures: ["13:00"]}}
            fleet: {classes: {a: {trucks: 3, payload: 40 t, tare: 9 t, turnaround: 1 h}, b: {trucks: 1, payload: 9 t}}}
            origin: {utc-offset: "+08:00", closed: ["2024-09-04..2024-09-05"], loading: {servers: 2, rate: 60 t/h}}
            destination: {customs: {time: "normal(9 min, 3 min, min=1 min)", overrun: pause}}
            demand:
              steel:
                load: triangular(30 t, 35 t, 40 t)
                rate: 400 t/d
                profile: {weekdays: {sun: 0}, surge: {peak: 3, half-life: 3 d}, series: {0: 1, 2: 3}}
              wool: {load: 4 t, backlog: 90 t, total: 100 t, arrivals: daily, at: "06:00"}
              sand: {load: 4 t, rate: 5 trucks/d, arrivals: {daily: {at: "07:00"}}}
            changes: [{at: 1 d, set: {bridge.headway: 20 s}}, {at: 2 d, set: {demand.steel.rate: 5 trucks/d}}]
            variants: {slow: {set: {bridge.headway: 1 min}}, famous: {extends: day-and-night, set: {fleet.trucks: 9}}}
            answers:
              - {says: tonnes, metric: delivered_t_per_day, of: famous}
              - {says: hours, metric: lead_time_h.steel, against: slow}
              - {says: days, recovery-from: 2024-09-04, against: slow}
            sources: {bridge.length: {grade: assumed, reason: a test}}
            """;

    private static final String LISTED = """
            scenario: listed
            start: 2024-09-02
            horizon: 3 d
            bridge: {length: 1 km, speed: 20 km/h, control: {batches: {outbound: 2, return: 2}}}
            fleet: {trucks: 3, payload: 40 t}
            consignments: |
              time,cargo,tonnes,priority
              2024-09-02T08:00,steel,40,
              PT26H,"wool",95.5 t,5
              1.5 d,steel,800 kg,-1
            observed: |
              date,outbound_trucks,return_trucks
              2024-09-02,3,2
              2024-09-03,2.5,
              2024-09-04,0,4
            """;

    private static final ScenarioLoader LOADER = new ScenarioLoader();

    private static List<byte[]> seeds() {
        List<byte[]> seeds = new ArrayList<>();
        seeds.add(LISTED.getBytes(StandardCharsets.UTF_8));
        seeds.add(FULL.getBytes(StandardCharsets.UTF_8));
        for (String text : List.of(
                ScenarioTexts.LEAST, BuiltInScenarios.text("bridge-repair").orElseThrow())) {
            seeds.add(text.getBytes(StandardCharsets.UTF_8));
        }
        return seeds;
    }

    @Test
    @Timeout(value = 5, unit = TimeUnit.MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void three_thousand_mutated_files_are_read_or_refused() {
        fuzz(1, 3_000);
    }

    @Test
    @Tag("fuzz")
    @Timeout(value = 6, unit = TimeUnit.HOURS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void a_million_mutated_files_are_read_or_refused() {
        fuzz(Long.getLong("fuzz.seed", 2), Integer.getInteger("fuzz.files", 1_000_000));
    }

    private static void fuzz(long seed, int files) {
        List<byte[]> seeds = seeds();
        assertThat(ScenarioTexts.scenario(FULL).config().changes()).hasSize(2);
        SplittableRandom seedsOfFiles = new SplittableRandom(seed);
        for (int i = 0; i < files; i++) {
            long seedOfFile = seedsOfFiles.nextLong();
            byte[] mutated = mutated(seeds, new SplittableRandom(seedOfFile));
            check(mutated, seedOfFile);
        }
    }

    private static void check(byte[] file, long seed) {
        LoadResult loaded;
        try {
            loaded = LOADER.loadBytes("fuzz.yaml", file, List.of());
        } catch (Exception | StackOverflowError | AssertionError e) {
            throw new AssertionError(
                    "file of seed " + seed + " threw " + e + ":\n" + new String(file, StandardCharsets.UTF_8), e);
        }
        assertThat(loaded.scenario() == null)
                .as("either a scenario or problems, seed %d", seed)
                .isEqualTo(!loaded.problems().isEmpty());
        assertThat(loaded.problems()).hasSizeLessThanOrEqualTo(200);
        assertThat(loaded.problems())
                .noneMatch(p -> p.message().contains("Exception") || p.message().isBlank());
        if (loaded.scenario() != null && Math.floorMod(seed, 8) == 0) {
            assertThat(ScenarioTexts.scenario(loaded.scenario().resolvedText()))
                    .as("the resolved text of seed %d", seed)
                    .isEqualTo(loaded.scenario());
        }
    }

    private static byte[] mutated(List<byte[]> seeds, SplittableRandom random) {
        byte[] file = seeds.get(random.nextInt(seeds.size()));
        int mutations = 1 + random.nextInt(4);
        for (int i = 0; i < mutations && file.length > 0; i++) {
            file = mutatedOnce(file, random);
        }
        return file;
    }

    private static byte[] mutatedOnce(byte[] file, SplittableRandom random) {
        int at = random.nextInt(file.length);
        int to = Math.min(file.length, at + 1 + random.nextInt(20));
        byte[] token = TOKENS.get(random.nextInt(TOKENS.size())).getBytes(StandardCharsets.UTF_8);
        return switch (random.nextInt(7)) {
            case 0 -> replaced(file, at, at + 1, new byte[] {(byte) random.nextInt(256)});
            case 1 -> replaced(file, at, to, new byte[0]);
            case 2 -> replaced(file, at, at, token);
            case 3 -> replaced(file, at, to, token);
            case 4 -> replaced(file, at, at, Arrays.copyOfRange(file, at, to));
            case 5 -> {
                int from = random.nextInt(file.length);
                yield replaced(file, at, at, Arrays.copyOfRange(file, from, Math.min(file.length, from + 60)));
            }
            default -> value(file, at, token);
        };
    }

    /** Replaces what follows the next colon of the line. */
    private static byte[] value(byte[] file, int at, byte[] token) {
        int colon = at;
        while (colon < file.length && file[colon] != ':') {
            colon++;
        }
        int end = colon;
        while (end < file.length && file[end] != '\n' && file[end] != ',' && file[end] != '}') {
            end++;
        }
        byte[] spaced = new byte[token.length + 2];
        spaced[0] = ':';
        spaced[1] = ' ';
        System.arraycopy(token, 0, spaced, 2, token.length);
        return replaced(file, colon, end, spaced);
    }

    private static byte[] replaced(byte[] file, int from, int to, byte[] with) {
        byte[] changed = new byte[file.length - (to - from) + with.length];
        System.arraycopy(file, 0, changed, 0, from);
        System.arraycopy(with, 0, changed, from, with.length);
        System.arraycopy(file, to, changed, from + with.length, file.length - to);
        return changed;
    }
}
