package org.bridgeconvoy.report.html;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.StringWriter;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.bridgeconvoy.report.chart.RunData;
import org.bridgeconvoy.result.DailyTable;
import org.bridgeconvoy.study.WorldFacts;
import org.junit.jupiter.api.Test;

class ReplayKeyTest {

    private static final long DAY_NANOS = 86_400_000_000_000L;
    private static final long DAY_MILLIS = 86_400_000;

    /** Ten days; cargo-0 has 1 t, cargo-1 has 2 t and so on. */
    private static RunData run(int cargoes, WorldFacts context) {
        List<String> names = new ArrayList<>();
        List<DailyTable.Cargo> tonnes = new ArrayList<>();
        for (int c = 0; c < cargoes; c++) {
            names.add("cargo-" + c);
            long[] consigned = {(c + 1) * 1_000_000_000L};
            tonnes.add(new DailyTable.Cargo(consigned, consigned, new long[1]));
        }
        DailyTable daily = new DailyTable(names, tonnes, new int[1], new int[1], new int[1], new int[1], new int[1]);
        return new RunData(
                "a run",
                LocalDate.of(2024, 9, 2),
                10 * DAY_NANOS,
                0,
                List.of(daily),
                List.of(),
                List.of(),
                Map.of(),
                List.of(),
                context);
    }

    private static JsonNode facts(RunData run, long endMillis) throws IOException {
        StringWriter out = new StringWriter();
        try (JsonGenerator json = new JsonFactory().createGenerator(out)) {
            json.writeStartObject();
            new ReplayKey(run, endMillis).facts(json);
            json.writeEndObject();
        }
        return new ObjectMapper().readTree(out.toString());
    }

    private static String loads(RunData run) {
        Html html = new Html();
        new ReplayKey(run, 10 * DAY_MILLIS).loads(html);
        return html.page();
    }

    private static String strip(RunData run, long endMillis) {
        Html html = new Html();
        new ReplayKey(run, endMillis).strip(html, false);
        return html.page();
    }

    private static List<String> fills(String html) {
        return Pattern.compile("fill=\"(#[0-9a-f]{6})\"")
                .matcher(html)
                .results()
                .map((MatchResult m) -> m.group(1))
                .toList();
    }

    @Test
    void of_twenty_cargoes_seven_have_a_colour_each_and_the_others_share_one_that_is_named() throws IOException {
        RunData run = run(20, WorldFacts.NONE);
        String legend = loads(run);
        JsonNode colors = facts(run, 10 * DAY_MILLIS).get("colors");

        assertThat(fills(legend)).hasSize(9).doesNotHaveDuplicates();
        assertThat(legend).contains("cargo-13", "cargo-19", "the other 13 cargoes", "empty");
        assertThat(colors).hasSize(20);
        for (int c = 0; c < 13; c++) {
            assertThat(colors.get(c).asText()).isEqualTo(fills(legend).get(7));
        }
        for (int c = 13; c < 20; c++) {
            assertThat(colors.get(c).asText()).isEqualTo(fills(legend).get(c - 13));
        }
    }

    @Test
    void one_cargo_and_the_empty_trucks_are_named() {
        assertThat(loads(run(1, WorldFacts.NONE))).contains("cargo-0", "empty").doesNotContain("other");
    }

    @Test
    void the_strip_shades_holidays_and_closures_within_the_replay_and_no_nights() throws IOException {
        WorldFacts context = new WorldFacts(
                946,
                false,
                List.of(new WorldFacts.Span(2, 3), new WorldFacts.Span(8, 9)),
                List.of(new WorldFacts.Span(-1, 0.5), new WorldFacts.Span(4.25, 6)),
                List.of(),
                Map.of());
        JsonNode facts = facts(run(1, context), 5 * DAY_MILLIS);

        assertThat(facts.get("holidays").toString()).isEqualTo("[[172800000,259200000]]");
        assertThat(facts.get("closures").toString()).isEqualTo("[[0,43200000],[367200000,432000000]]");
        assertThat(strip(run(1, context), 5 * DAY_MILLIS)).contains("holiday of a bank", "bridge closed");
        assertThat(strip(run(1, WorldFacts.NONE), 5 * DAY_MILLIS))
                .contains("waiting outbound")
                .doesNotContain("closed", "holiday");
        assertThat(Resources.text("replay.js")).doesNotContain("\"night\"");
    }
}
