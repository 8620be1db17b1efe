package org.bridgeconvoy.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import org.bridgeconvoy.bridge.BridgeModel;
import org.bridgeconvoy.experiment.Estimate;
import org.bridgeconvoy.experiment.Experiment;
import org.bridgeconvoy.scenario.Scenario;
import org.bridgeconvoy.scenario.load.OpenScenario;
import org.bridgeconvoy.scenario.load.ScenarioLoader;
import org.bridgeconvoy.study.Vary;
import org.junit.jupiter.api.Test;

/** The page as a file; what it does in a browser is tested by sim-web's live.test.mjs. */
class LivePageTest {

    private static final ScenarioLoader LOADER = new ScenarioLoader();

    private static List<Knob> knobs(String name, String... asked) {
        Scenario scenario = Objects.requireNonNull(LOADER.load(name, List.of()).scenario());
        OpenScenario opened = LOADER.openText("scenario.yaml", scenario.resolvedText());
        List<Vary> varied = List.of(asked).stream().map(Vary::parse).toList();
        return Knobs.of(scenario, opened, LOADER.resolved(scenario.resolvedText()), varied);
    }

    @Test
    void the_policy_lets_in_the_pages_own_script_and_style_alone() throws Exception {
        String html = new LivePage("a", "b", "c", "{}", "{}", 1, List.of(), "1").html(new byte[] {1, 2});

        String script = html.substring(html.indexOf("<script id=\"program\">") + 21, html.lastIndexOf("</script>"));
        String style = html.substring(html.indexOf("<style>") + 7, html.indexOf("</style>"));
        assertThat(html)
                .contains("default-src 'none'; script-src '" + sum(script) + "' 'wasm-unsafe-eval'; style-src '"
                        + sum(style) + "'");
        assertThat(script).doesNotContain("</script").doesNotContain("export ");
    }

    private static String sum(String text) throws Exception {
        byte[] sum = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        return "sha256-" + Base64.getEncoder().encodeToString(sum);
    }

    @Test
    void text_of_a_scenario_never_becomes_markup() {
        String hostile = "</script><script>alert(1)</script><img src=x onerror=alert(2)>{{wasm}}$1\\";
        Knob knob = new Knob(hostile, hostile, List.of(new Knob.Spot(hostile, List.of(hostile))), 0);

        String html = new LivePage(
                        hostile, hostile, hostile, "{\"name\":\"</script>\"}", "{}", 1, List.of(knob), hostile)
                .html(new byte[0]);

        assertThat(html).doesNotContain("<script>alert").doesNotContain("<img");
        assertThat(html.split("</script>", -1)).hasSize(4);
        assertThat(html).contains("{{wasm}}$1");
    }

    @Test
    void the_page_says_its_encoding_where_browsers_look_for_it_and_is_ascii() {
        String korean = "\ub2e4\ub9ac \ud83d\ude9a";

        String html = new LivePage(korean, korean, korean, "{\"name\":\"" + korean + "\"}", "{}", 1, List.of(), korean)
                .html(new byte[] {1, 2});

        // HTML Living Standard, 4.2.5.4: within the first 1024 bytes.
        assertThat(html.substring(0, 1024)).contains("<meta charset=\"utf-8\">");
        assertThat(html).isASCII().contains("<h1>&#45796;&#47532; &#128666;</h1>");
        assertThat(html).contains("{\"name\":\"\\ub2e4\\ub9ac \\ud83d\\ude9a\"}");
    }

    @Test
    void sliders_are_what_the_scenario_calls_uncertain() {
        List<Knob> knobs = knobs("day-and-night");

        assertThat(knobs)
                .extracting(Knob::label)
                .containsExactly(
                        "bridge.headway",
                        "bridge.control.timetable.outbound",
                        "fleet.trucks",
                        "destination.customs.servers",
                        "destination.customs.time",
                        "destination.unloading.time",
                        "demand.*.load",
                        "demand.*.rate");
        assertThat(knobs).allSatisfy(knob -> {
            assertThat(knob.spots()).hasSizeBetween(2, 40);
            assertThat(knob.spots().get(knob.base()).sets()).isEmpty();
            assertThat(knob.help()).isNotEmpty();
        });
    }

    @Test
    void no_slider_has_the_base_twice_and_a_factor_shows_what_comes_of_it() {
        List<Knob> knobs = knobs("day-and-night");

        assertThat(knobs)
                .allSatisfy(knob -> assertThat(knob.spots())
                        .filteredOn(spot -> spot.sets().isEmpty())
                        .hasSize(1));
        assertThat(knobs.get(0).spots().get(0))
                .isEqualTo(new Knob.Spot("24 s, times 0.8", List.of("bridge.headway=24 s")));
        assertThat(knobs.get(1).spots()).extracting(Knob.Spot::label).doesNotContain("{mon-sat: \"10:00-17:00\"}");
        assertThat(knobs.get(3).spots()).extracting(Knob.Spot::label).contains("4, as in the file", "3, times 0.75");
    }

    @Test
    void the_first_answer_has_the_means_and_intervals_of_ten_replications_and_a_picture_that_counts_them()
            throws Exception {
        Scenario scenario = Objects.requireNonNull(
                LOADER.load("day-and-night", List.of("horizon=14 d")).scenario());

        JsonNode first = new ObjectMapper().readTree(FirstAnswer.of(scenario));

        JsonNode crossed = first.get("estimates").get("outbound_trucks_per_day");
        BridgeModel model = new BridgeModel(scenario.config());
        Estimate expected = new Experiment(scenario.seed(), 10)
                .estimate(model, result -> result.metrics().value("outbound_trucks_per_day"));
        assertThat(first.get("replications").asInt()).isEqualTo(10);
        assertThat(crossed.get("mean").asDouble()).isEqualTo(expected.mean());
        assertThat(crossed.get("halfWidth").asDouble()).isEqualTo(expected.halfWidth95());
        // Who left the bridge outbound by the end of a day: the second of four curves, each at 97 quarters of an hour.
        assertThat(first.get("day")).hasSize(4 * 97);
        assertThat(first.get("day").get(2 * 97 - 1).asDouble()).isCloseTo(expected.mean(), within(0.001));
    }

    @Test
    void a_slider_that_is_asked_for_has_its_values_and_the_base_in_their_order() {
        Knob knob = knobs("day-and-night", "bridge.headway=20 s..50 s/20 s").get(0);

        assertThat(knob.spots()).extracting(Knob.Spot::label).containsExactly("20 s", "30 s", "40 s");
        assertThat(knob.base()).isEqualTo(1);
        assertThat(knob.spots().get(2).sets()).containsExactly("bridge.headway=40 s");
        assertThat(knob.help()).startsWith("Least time between entries");
    }

    @Test
    void without_uncertain_values_the_sliders_are_the_usual_ones_around_what_stands_there() {
        Knob trucks = knobs("two-way-day").stream()
                .filter(knob -> knob.label().equals("fleet.trucks"))
                .findFirst()
                .orElseThrow();

        assertThat(trucks.spots().size()).isGreaterThan(5);
        assertThat(trucks.spots().get(trucks.base()).sets()).isEmpty();
    }
}
