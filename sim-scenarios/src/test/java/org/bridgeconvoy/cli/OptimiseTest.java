package org.bridgeconvoy.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command {@code convoy optimise} on a crossing that can be worked out by hand. */
class OptimiseTest {

    /** One truck carries one load of 10 t a day, the demand is 12 loads a day from the first day on; a truck costs 5, a server 3. */
    private static final String SCENARIO = """
            scenario: small
            start: 2024-10-14
            horizon: 10 d
            warm-up: 3 d
            seed: 4
            bridge: {length: 100 m, speed: 10 km/h, control: {timetable: {outbound: "08:00-12:00", return: "14:00-18:00"}}}
            fleet: {trucks: 12, payload: 10 t}
            origin: {loading: {servers: 2, time: "uniform(5 min, 10 min)", hours: "06:00-12:00"}}
            demand: {cargo: {load: 10 t, rate: 12 trucks/d, arrivals: even}}
            costs: {fleet.trucks: 5, origin.loading.servers: 3}
            """;

    @TempDir
    private Path folder;

    private Path file;

    @BeforeEach
    void writeScenario() throws IOException {
        file = folder.resolve("small.yaml");
        Files.writeString(file, SCENARIO);
    }

    private CommandLineRun optimise(String out, String... words) {
        List<String> all = new ArrayList<>(List.of(
                "optimise", file.toString(), "--out", folder.resolve(out).toString()));
        all.addAll(List.of(words));
        return CommandLineRun.of(all.toArray(String[]::new));
    }

    private CommandLineRun chart(String from, String chart, String to) {
        return CommandLineRun.of(
                "chart",
                chart,
                "--from",
                folder.resolve(from).toString(),
                "--to",
                folder.resolve(to).toString());
    }

    private JsonNode json(String out) throws IOException {
        return new ObjectMapper()
                .readTree(Files.readAllBytes(folder.resolve(out).resolve("optimise.json")));
    }

    @Test
    void the_cheapest_fleet_that_carries_the_demand() throws IOException {
        // 8 trucks carry 80 t a day at most, 7 only 70 t; each of 1 to 3 servers loads them within the hours.
        CommandLineRun run = optimise(
                "a",
                "--vary",
                "fleet.trucks=4..12",
                "--vary",
                "origin.loading.servers=1..3",
                "--least",
                "cost",
                "--such-that",
                "delivered_t_per_day >= 78");
        assertThat(run.status()).as(run.err()).isZero();
        assertThat(run.out())
                .contains("What to do\n  Set fleet.trucks = 8, origin.loading.servers = 1.")
                .contains("cost a day: 43")
                .contains("With a confidence of at least 95% no other of the 27 combinations");
        JsonNode json = json("a");
        assertThat(json.path("ending").asText()).isEqualTo("decided");
        assertThat(json.path("named")
                        .path(0)
                        .path("values")
                        .path("fleet.trucks")
                        .asText())
                .isEqualTo("8");
        assertThat(folder.resolve("a")).isDirectoryContaining("glob:**/report.html");
        for (String chart : List.of("frontier", "progress")) {
            assertThat(chart("a", chart, "c.svg").status()).isZero();
            assertThat(folder.resolve("c.svg")).hasSameBinaryContentAs(folder.resolve("a/" + chart + ".svg"));
        }
        assertThat(chart("a", "tornado", "c.svg").err()).contains("has no chart 'tornado'; it has frontier, progress");
        assertThat(Files.readString(folder.resolve("a/candidates.csv")).lines()).hasSize(28);
        assertThat(Files.readString(folder.resolve("a/best.yaml")))
                .contains("extends: \"../small.yaml\"\nscenario: small-best\n")
                .contains("fleet:\n  trucks: 8\n");
        CommandLineRun best = CommandLineRun.of(
                "run",
                folder.resolve("a/best.yaml").toString(),
                "--out",
                folder.resolve("b").toString(),
                "--no-report");
        assertThat(best.status()).as(best.err()).isZero();
    }

    @Test
    void in_worlds_the_cheapest_fleet_meets_the_bound_over_what_is_not_known() throws IOException {
        // The demand is 12 or 6 loads a day: 8 trucks carry 80 t or 60 t, 7 carry 70 t or 60 t, 65 t on average.
        String uncertain = "uncertain={demand.cargo.rate: {choices: [12 trucks/d, 6 trucks/d]}}";
        String[] words = {
            "--vary",
            "fleet.trucks=4..12",
            "--least",
            "cost",
            "--such-that",
            "delivered_t_per_day >= 67",
            "--set",
            uncertain
        };
        assertThat(optimise("base", words).out())
                .contains("Set fleet.trucks = 7.")
                .contains("uses the base of 1 uncertain input; it covers chance only");
        CommandLineRun run = optimise("worlds", also(words, "--worlds"));
        assertThat(run.status()).as(run.err()).isZero();
        assertThat(run.out()).contains("Set fleet.trucks = 8.").contains("drawn from 1 uncertain input");
        assertThat(json("worlds").path("in_worlds").asBoolean()).isTrue();
        assertThat(json("worlds").path("uncertain_inputs").asInt()).isEqualTo(1);
        assertThat(Files.readString(folder.resolve("worlds/report.html"))).contains("drawn from 1 uncertain input");
    }

    @Test
    void rows_of_a_joint_sample_are_worlds_too() throws IOException {
        // In half of the worlds 6 loads a day and 12 in the others, as above; the fleet is varied, so its column is not
        // drawn.
        Files.writeString(folder.resolve("rows.csv"), "demand.cargo.rate,fleet.trucks\n12 trucks/d,4\n6 trucks/d,5\n");
        Files.writeString(file, SCENARIO + "uncertain: {worlds: rows.csv}\n");
        CommandLineRun run = optimise(
                "j",
                "--vary",
                "fleet.trucks=6..9",
                "--least",
                "cost",
                "--such-that",
                "delivered_t_per_day >= 67",
                "--worlds");
        assertThat(run.status()).as(run.err()).isZero();
        assertThat(run.out()).contains("Set fleet.trucks = 8.").contains("drawn from 1 uncertain input");
    }

    private static String[] also(String[] words, String word) {
        String[] longer = Arrays.copyOf(words, words.length + 1);
        longer[words.length] = word;
        return longer;
    }

    @Test
    void the_frontier_of_cost_and_tonnes() throws IOException {
        CommandLineRun run = optimise(
                "f",
                "--vary",
                "fleet.trucks=6..8",
                "--vary",
                "origin.loading.servers=1,2",
                "--least",
                "cost",
                "--most",
                "delivered_t_per_day");
        assertThat(run.status()).as(run.err()).isZero();
        assertThat(run.out()).contains("3 combinations of 6 are on the frontier");
        assertThat(chart("f", "frontier", "f.svg").status()).isZero();
        assertThat(folder.resolve("f.svg")).hasSameBinaryContentAs(folder.resolve("f/frontier.svg"));
        assertThat(chart("f", "progress", "p.svg").err())
                .contains("the chart 'progress' needs one goal: with two there is no single best so far");
        List<String> trucks = new ArrayList<>();
        json("f")
                .path("frontier")
                .forEach(row ->
                        trucks.add(row.path("values").path("fleet.trucks").asText()));
        assertThat(trucks).containsExactly("6", "7", "8");
        assertThat(folder.resolve("f/best.yaml")).doesNotExist();
    }

    @Test
    void started_again_it_takes_what_is_stored_and_ends_in_the_same_bytes() throws IOException {
        String[] words = {"--vary", "fleet.trucks=4..9", "--most", "delivered_t_per_day"};
        optimise("whole", words);
        Path cut = folder.resolve("cut");
        Files.createDirectories(cut.resolve("points"));
        String log = Files.readString(folder.resolve("whole/points/points.csv"));
        Files.writeString(cut.resolve("points/points.csv"), log.substring(0, log.length() / 2));
        assertThat(CommandLineRun.of("run", file.toString(), "--out", cut.toString())
                        .err())
                .contains("holds points of an optimise that was interrupted");
        assertThat(optimise("cut", words).status()).isZero();
        for (String name :
                List.of("points/points.csv", "candidates.csv", "optimise.json", "report.html", "best.yaml")) {
            assertThat(cut.resolve(name))
                    .hasSameBinaryContentAs(folder.resolve("whole").resolve(name));
        }
    }

    @Test
    void nothing_feasible_is_said_in_words() {
        CommandLineRun run = optimise(
                "n",
                "--vary",
                "fleet.trucks=4..6",
                "--most",
                "delivered_t_per_day",
                "--such-that",
                "delivered_t_per_day >= 500");
        assertThat(run.status()).isZero();
        assertThat(run.out())
                .contains("none of the 3 combinations meets the\n  bound.")
                .contains("Nearest to 'tonnes delivered a day >= 500' comes fleet.trucks = 6");
    }

    @Test
    void a_bad_question_gets_a_plain_answer() {
        String[] vary = {"--vary", "fleet.trucks=4..6"};
        assertRefused("needs a goal: --least METRIC or --most METRIC", vary);
        assertRefused(
                "unknown metric 'delivered_t_per_dya', did you mean 'delivered_t_per_day'?",
                "--vary",
                "fleet.trucks=4..6",
                "--most",
                "delivered_t_per_dya");
        assertRefused("has an empty range", "--vary", "fleet.trucks=6..4", "--most", "delivered_t_per_day");
        assertRefused(
                "no value can meet both 'cost >= 9' and 'cost <= 8'",
                "--vary",
                "fleet.trucks=4..6",
                "--most",
                "delivered_t_per_day",
                "--such-that",
                "cost >= 9",
                "--such-that",
                "cost <= 8");
        assertRefused("fleet.truck", "--vary", "fleet.truck=4..6", "--most", "delivered_t_per_day");
        assertRefused(
                "is too small: a first look at 3 combinations takes 30 replications",
                "--vary",
                "fleet.trucks=4..6",
                "--most",
                "delivered_t_per_day",
                "--budget",
                "29");
        assertRefused("contradict each other", "--vary", "fleet.trucks=4..6", "--most", "cost", "--least", "cost");
        assertRefused(
                "give --budget instead of", "--vary", "fleet.trucks=4..6", "--most", "cost", "--replications", "9");
        assertRefused(
                "needs 'costs:' in the scenario",
                "--vary",
                "fleet.trucks=4..6",
                "--least",
                "cost",
                "--set",
                "costs=null");
        assertRefused(
                "must be a metric, a sign", "--vary", "fleet.trucks=4..6", "--least", "cost", "--such-that", "cost");
        assertRefused(
                "--vary fleet.trucks gives 4 twice", "--vary", "fleet.trucks=4,5,4", "--most", "delivered_t_per_day");
        assertRefused(
                "convoy: --vary fleet.trucks has an empty range: '6..4' begins above its end\n"
                        + "convoy: --indifference must be a number from 0, or a share such as 1%, got 'x'",
                "--vary", "fleet.trucks=6..4", "--most", "delivered_t_per_day", "--indifference", "x");
        assertRefused(
                "unknown metric 'lead_tme_h', did you mean 'lead_time_h'?\nconvoy: unknown metric 'delivered_t_per_dya'",
                "--vary",
                "fleet.trucks=4..6",
                "--least",
                "lead_tme_h",
                "--such-that",
                "delivered_t_per_dya > 4");
        assertRefused(
                "--worlds needs 'uncertain:' in the scenario",
                "--vary",
                "fleet.trucks=4..6",
                "--least",
                "cost",
                "--worlds");
        assertRefused(
                "all uncertain inputs of small are varied",
                "--vary",
                "fleet.trucks=4..6",
                "--least",
                "cost",
                "--worlds",
                "--set",
                "uncertain={fleet.trucks: \"uniform(4, 6)\"}");
        assertThat(folder.resolve("r")).doesNotExist();
    }

    private void assertRefused(String why, String... words) {
        CommandLineRun run = optimise("r", words);
        assertThat(run.status()).as(run.err()).isEqualTo(2);
        assertThat(run.err()).contains(why);
    }
}
