package org.bridgeconvoy.report.html;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bridgeconvoy.experiment.Estimate;
import org.bridgeconvoy.report.Language;
import org.bridgeconvoy.report.NotKnown;
import org.bridgeconvoy.report.SampleResult;
import org.bridgeconvoy.report.chart.Charts;
import org.bridgeconvoy.report.chart.SyntheticStudy;
import org.bridgeconvoy.result.Metric;
import org.bridgeconvoy.result.TrafficTable;
import org.bridgeconvoy.result.TrafficTime;
import org.bridgeconvoy.result.TripTable;
import org.bridgeconvoy.result.TripTime;
import org.bridgeconvoy.study.MetricResult;
import org.bridgeconvoy.study.StudyResult;
import org.bridgeconvoy.study.Workers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HtmlReportTest {

    private static final String EVIL = "<script>alert('x')</script>\"&";

    private static String page(StudyResult result) throws IOException {
        StringWriter out = new StringWriter();
        HtmlReport.write(result, out);
        return out.toString();
    }

    /** AssertJ's containsSubsequence takes ten seconds for a page. */
    private static void assertInOrder(String page, String... parts) {
        int end = 0;
        for (String part : parts) {
            int at = page.indexOf(part, end);
            assertThat(at).as("where '%s' is after character %d", part, end).isNotNegative();
            end = at + part.length();
        }
    }

    @Test
    void the_answer_stands_before_replay_charts_tables_and_sources() throws IOException {
        String page = page(SyntheticStudy.of("a study", 9, 3, 20));

        assertInOrder(
                page,
                "<h1>a study",
                "What passes",
                "What limits it",
                "How sure",
                "replay-scene",
                "Delivered per day",
                "What limits throughput",
                "All ",
                "China Radio International",
                "Full text of the scenario");
        for (String name : Charts.NAMES) {
            // Nothing was observed in the made-up study, and it has no through traffic.
            assertThat(page.contains("id=\"chart-" + name + "\""))
                    .as(name)
                    .isEqualTo(!List.of("observed", "traffic", "before-after").contains(name));
        }
    }

    @Test
    void what_the_scenario_asks_is_answered_first() throws IOException {
        assertInOrder(
                page(SampleResult.of()),
                "What the scenario asks",
                "hours for &lt;cloth&gt;",
                "20 ± 10".replace(' ', '\u00a0'),
                "+3 ± 6".replace(' ', '\u00a0'),
                "no-closure: 19 ± 6".replace(" ± ", "\u00a0±\u00a0"),
                "days until made up for",
                "≥ ",
                "days until the need is met (more)",
                "not by the end in any of 2 replications",
                "What passes");
    }

    @Test
    void a_lock_has_a_line_of_its_own_with_since_when_and_on_what() throws IOException {
        assertInOrder(
                page(SampleResult.locked()),
                "<strong>Locked: </strong>",
                "replication 2 since 2025-01-01 01:00:00, 5 trucks wait for an outbound convoy of 10");
        assertThat(page(SampleResult.of())).doesNotContain("Locked");
    }

    @Test
    void how_sure_says_how_far_chance_reaches_in_what_is_asked_and_as_large_how_much_is_assumed() throws IOException {
        // The first answer asks for hours: 20 and 22 have the mean 21 and the half-width 12.706 (t with 1 degree of
        // freedom), 60.5%.
        assertInOrder(
                page(SampleResult.of()),
                "How sure",
                "<p class=\"big\"><strong>± 61%</strong>\n (chance)</p>",
                "hours for &lt;cloth&gt;",
                "<p class=\"big\"><strong>1 of 2 inputs</strong>\n is assumed</p>");
    }

    @Test
    void days_stand_first_where_a_cargo_is_to_be_delivered_and_in_how_sure() throws IOException {
        StudyResult asked = SampleResult.of();
        StudyResult result = new StudyResult(
                asked.name(),
                asked.question(),
                asked.description(),
                asked.resolvedText(),
                asked.sources(),
                asked.seed(),
                asked.version(),
                asked.start(),
                asked.horizonNanos(),
                asked.warmUpNanos(),
                asked.trucks(),
                asked.cargoes(),
                List.of(
                        metric("delivered_t_per_day", 100, 110),
                        metric("days_to_clear.cloth", 20, 22),
                        metric("days_to_clear.brick, red", 10, 10)),
                asked.replications(),
                List.of(),
                asked.limits(),
                asked.lanes(),
                asked.observed(),
                asked.warnings(),
                asked.days(),
                asked.world());

        assertInOrder(
                page(result),
                "What passes",
                "<strong>20 ± 10</strong>\n days until all is delivered: cloth".replace(" ± ", "\u00a0±\u00a0"),
                "tonnes delivered a day",
                "How sure",
                "<strong>± 61%</strong>",
                "days until all is delivered: cloth");
    }

    private static MetricResult metric(String name, double... values) {
        return new MetricResult(Metric.find(name).orElseThrow(), Estimate.of(values), 0);
    }

    /** At 10:00 one truck is half way over the bridge, one waits to return, one has its load delivered and is back. */
    @Test
    void a_browser_without_scripts_shows_a_still_with_the_counts_of_its_instant() {
        TripTable.Builder trips = new TripTable.Builder();
        trip(trips, 1, 40, 6, 7, 7, 7, 7, 7, 7, 9, 11, 11, 11, 11, 12, 12, 12, 13, 13);
        trip(trips, 2, 25.5, 1, 2, 2, 3, 3, 3, 3, 4, 5, 5, 5, 5, 6, 9, 12, 13, 13);
        trip(trips, 3, 10, 0, 1, 1, 1, 1, 1, 1, 2, 3, 3, 3, 3, 4, 4, 5, 6, 6);
        trip(trips, 4, 10, 11, 12, 12, 12, 12, 12, 12, 13, 14, 14, 14, 14, 15, 15, 16, 17, 17);
        TripTable table = trips.build();
        ReplayStill still = new ReplayStill(
                table,
                ReplayData.of(table, 86_400_000_000_000L),
                ReplayVehicles.of(null, 86_400_000_000_000L),
                true,
                0);

        assertThat(still.clock(LocalDate.of(2024, 9, 2))).isEqualTo("Mon, 2 Sep 2024, 10:00");
        assertThat(still.counters())
                .containsEntry("begun", "3")
                .containsEntry("queue-out", "0")
                .containsEntry("on-bridge", "1")
                .containsEntry("crossed", "2")
                .containsEntry("delivered", "2")
                .containsEntry("tonnes", "35.5")
                .containsEntry("queue-back", "1")
                .containsEntry("returned", "1");
        assertThat(still.picture(LocalDate.of(2024, 9, 2), new PageWords(Language.ENGLISH)))
                .contains("Trucks: 0 waiting outbound, 1 on the bridge, 1 waiting to return.")
                .as("in the middle of the deck from 220 to 500, 12 wide")
                .contains("<rect x=\"354\"");
    }

    /** At 10:00 of two cars one waits outbound and one is a quarter over the bridge; a tractor has crossed the other way. */
    @Test
    void a_still_counts_and_draws_the_vehicles_of_its_instant() {
        TrafficTable vehicles = vehicles();
        TripTable none = new TripTable.Builder().build();
        long horizon = 86_400_000_000_000L;
        ReplayStill still =
                new ReplayStill(none, ReplayData.of(none, horizon), ReplayVehicles.of(vehicles, horizon), false, 0);

        assertThat(still.counters())
                .containsEntry("vehicles-out", "1")
                .containsEntry("vehicles-on", "1")
                .containsEntry("vehicles-back", "0")
                .containsEntry("vehicles-crossed", "1");
        assertThat(still.picture(LocalDate.of(2024, 9, 2), new PageWords(Language.ENGLISH)))
                .contains("Vehicles: 1 waiting outbound, 1 on the bridge, 0 waiting on return.")
                .doesNotContain("truck")
                .as("a quarter of the deck from 220 to 500, 8 wide")
                .contains("<rect x=\"286\"");
    }

    @Test
    void vehicles_are_encoded_by_name_instants_reached_and_steps_in_time() {
        // Tractor 1 joins at 8 h and leaves at 9 h; the car enters at 9.5 h after half an hour; the last only joins, at
        // 9.75 h.
        ReplayVehicles all = ReplayVehicles.of(vehicles(), 86_400_000_000_000L);
        byte[] bytes = Base64.getDecoder().decode(all.base64());
        List<Long> numbers = new ArrayList<>();
        long value = 0;
        int shift = 0;
        for (byte b : bytes) {
            value |= (long) (b & 0x7f) << shift;
            shift += 7;
            if (b >= 0) {
                numbers.add(value);
                value = 0;
                shift = 0;
            }
        }
        long hour = 3_600_000;
        assertThat(numbers)
                .containsExactly(1L, 3L, 8 * hour, 0L, hour, 0L, 3L, hour, hour / 2, 2 * hour, 0L, 1L, 3 * hour / 4);
        assertThat(all.endMillis()).isEqualTo(24 * hour);
        assertThat(ReplayVehicles.of(vehicles(), 86_400_000_000_000L, 1).endMillis())
                .as("only the first has room")
                .isEqualTo(9 * hour - 1);
    }

    private static TrafficTable vehicles() {
        TrafficTable.Builder vehicles = new TrafficTable.Builder();
        double[][] hours = {{1, 8, 8, 9}, {0, 9, 9.5, 11.5}, {0, 9.75}};
        for (double[] vehicle : hours) {
            int row = vehicles.add((int) vehicle[0]);
            for (int i = 1; i < vehicle.length; i++) {
                vehicles.reached(row, TrafficTime.values()[i - 1], Math.round(vehicle[i] * 3.6e12));
            }
        }
        return vehicles.build(List.of(new TrafficTable.Name("cars", true), new TrafficTable.Name("tractors", false)));
    }

    private static void trip(TripTable.Builder trips, int truck, double tonnes, double... hours) {
        int row = trips.add(truck, 0, Math.round(tonnes * 1e9));
        for (TripTime time : TripTime.values()) {
            if (!time.isFurther()) {
                trips.reached(row, time, Math.round(hours[time.ordinal()] * 3600e9));
            }
        }
    }

    @Test
    void nothing_of_the_replay_can_be_pressed_until_its_script_runs() throws IOException {
        String page = page(SyntheticStudy.of("a study", 9, 3, 20));

        assertInOrder(
                page, "<section id=\"replay\" class=\"still\"", "a still of", "<svg", "class=\"moving\"", "<button");
        assertThat(page)
                .contains(".still .moving, #replay:not(.still) .fixed { display: none; }")
                .as("a count that is not yet known is not 0")
                .doesNotContain("<dd id=\"replay-begun\">0<");
    }

    @Test
    void a_gain_reads_with_its_sign_as_on_paper_not_as_on_a_terminal() throws IOException {
        String sentences = page(SampleResult.of()).replaceAll("(?s)<script.*?</script>", "");

        assertThat(sentences)
                .contains("it gains 410.25\u00a0±\u00a012.50 t/d delivered")
                .doesNotContain("+-");
    }

    @Test
    void what_is_folded_is_opened_for_printing_and_folded_again() throws IOException {
        assertInOrder(
                page(SyntheticStudy.of("a study", 2, 2, 5)),
                "<details>",
                "addEventListener(\"beforeprint\"",
                "addEventListener(\"afterprint\"");
    }

    @Test
    void text_of_a_scenario_is_escaped_wherever_it_stands() throws IOException {
        String page = page(SyntheticStudy.of(EVIL, 2, 2, 5));

        assertThat(page)
                .doesNotContain("<script>alert")
                .contains("&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt;&quot;&amp;");
        assertThat(page).doesNotContain("one <bridge>").contains("one &lt;bridge&gt;");
    }

    @Test
    void the_page_asks_nothing_of_a_network() throws IOException {
        String page = page(SyntheticStudy.of("a study", 2, 2, 5));

        assertThat(Pattern.compile("(src|href)=\"(?!#)").matcher(page).find()).isFalse();
        assertThat(page).doesNotContain("@import").doesNotContain("fetch(").doesNotContain("XMLHttpRequest");
        assertThat(page.replace("http://www.w3.org/2000/svg", ""))
                .doesNotContain("http://")
                .doesNotContain("https://");
    }

    @Test
    void every_element_is_closed_and_no_id_is_used_twice() throws IOException {
        String page = page(SyntheticStudy.of("a study", 9, 3, 20));
        String body = page.replaceAll("(?s)<(script|style)[^>]*>.*?</\\1>", "").replaceFirst("<!DOCTYPE html>", "");
        Deque<String> open = new ArrayDeque<>();
        Matcher tags = Pattern.compile("<(/?)([a-zA-Z0-9]+)((?:\"[^\"]*\"|[^\">])*?)(/?)>")
                .matcher(body);
        while (tags.find()) {
            if (tags.group(1).equals("/")) {
                assertThat(tags.group(2)).isEqualTo(open.pop());
            } else if (tags.group(4).isEmpty() && !tags.group(2).matches("meta|input")) {
                open.push(tags.group(2));
            }
        }
        assertThat(open).isEmpty();
        assertThat(Pattern.compile(" id=\"([^\"]+)\"").matcher(page).results().map(m -> m.group(1)))
                .doesNotHaveDuplicates();
    }

    @Test
    void the_same_result_gives_the_same_bytes_and_the_file_is_whole(@TempDir Path folder) throws IOException {
        StudyResult result = SyntheticStudy.of("a study", 2, 2, 5);
        Path file = folder.resolve("report.html");
        HtmlReport.write(result, file);
        HtmlReport.write(result, file);

        assertThat(Files.readString(file)).isEqualTo(page(result)).endsWith("</html>\n");
        assertThat(folder.toFile().list()).containsExactly("report.html");
    }

    @Test
    void helpers_draw_the_same_page() throws IOException {
        StudyResult result = SyntheticStudy.of("a study", 9, 3, 20);
        StringWriter alone = new StringWriter();
        HtmlReport.write(result, List.of("a warning"), "convoy run x", alone);
        StringWriter helped = new StringWriter();
        try (Workers workers = Workers.of(3)) {
            HtmlReport.write(result, List.of("a warning"), "convoy run x", NotKnown.NONE, workers.helpers(), helped);
        }

        assertThat(helped.toString().equals(alone.toString())).isTrue();
        assertThat(alone.toString()).contains("a warning", "convoy run x", "</html>");
    }

    @Test
    void a_single_replication_says_that_nothing_is_known_of_chance() throws IOException {
        String page = page(SyntheticStudy.of("a study", 2, 1, 5));

        assertThat(page.replaceAll("(?s)<script>.*?</script>", ""))
                .contains("A single replication")
                .contains("./convoy run 'a study' --seed 7".replace("'", "&#39;"))
                .doesNotContain("NaN");
    }

    @Test
    void the_means_have_as_many_places_as_their_intervals_are_worth() {
        assertThat(Figures.gain(212.44, 40.1)).isEqualTo("+210\u00a0±\u00a040");
        assertThat(Figures.gain(-0.01234, 0.0051)).isEqualTo("−0.012\u00a0±\u00a00.005");
        assertThat(Figures.gain(7.8914, 0.0796)).isEqualTo("+7.89\u00a0±\u00a00.08");
        assertThat(Figures.gain(1.55, 0.0354)).isEqualTo("+1.55\u00a0±\u00a00.04");
        assertThat(Figures.gain(1.55, 0.0355)).isEqualTo("+1.55\u00a0±\u00a00.04");
        assertThat(Figures.gain(1.55, 0.96)).isEqualTo("+2\u00a0±\u00a01");
        assertThat(Figures.gain(2, Double.NaN)).as("one pair has no interval").isEqualTo("+2");
        assertThat(Figures.gain(Double.NaN, Double.NaN)).isEqualTo("n/a");
        assertThat(Figures.number(12345.6)).isEqualTo("12,346");
        assertThat(Figures.number(Double.NaN)).isEqualTo("n/a");
        assertThat(Figures.percent(0.0412)).isEqualTo("4.1%");
    }

    @Test
    void replay_data_read_back_are_the_trips_in_milliseconds_rounded_half_up() {
        TripTable.Builder builder = new TripTable.Builder();
        int a = builder.add(3, 1, 40_000_000_001L);
        builder.reached(a, TripTime.CONSIGNED, 5_500_000);
        builder.reached(a, TripTime.ASSIGNED, 6_499_999);
        builder.reached(a, TripTime.LOAD_START, 600_000_000_000L);
        int b = builder.add(300, 0, 1);
        builder.reached(b, TripTime.CONSIGNED, 0);
        ReplayData data = ReplayData.of(builder.build(), 1_000_000_000_000L);
        Numbers in = new Numbers(Base64.getDecoder().decode(data.base64()));

        assertThat(in.next()).as("truck").isEqualTo(3);
        assertThat(in.next()).as("cargo").isEqualTo(1);
        assertThat(in.next()).as("milligrams").isEqualTo(40_000_000_001L);
        assertThat(in.next()).as("instants").isEqualTo(3);
        assertThat(in.next()).as("5.5 ms are 6 ms, folded").isEqualTo(12);
        assertThat(in.next()).as("6.499999 ms are 6 ms").isZero();
        assertThat(in.next()).as("600 s after").isEqualTo(599_994);
        assertThat(new long[] {in.next(), in.next(), in.next(), in.next(), in.next()})
                .as("truck, cargo, load, instants, -6 ms folded")
                .containsExactly(300, 0, 1, 1, 11);
        assertThat(in.at).isEqualTo(in.bytes.length);
        assertThat(data.endMillis()).isEqualTo(1_000_000);
    }

    @Test
    void a_replay_without_room_for_all_trips_ends_before_the_first_that_is_left_out() {
        TripTable trips = Objects.requireNonNull(
                SyntheticStudy.of("x", 9, 1, 30).replications().get(0).trips());
        ReplayData data = ReplayData.of(trips, 9 * 86_400_000_000_000L, 1000);

        assertThat(data.trips()).isBetween(10, 60);
        assertThat(data.endMillis()).isLessThan(ReplayData.millis(trips.time(data.trips(), TripTime.ASSIGNED)));
        assertThat(data.endMillis())
                .isGreaterThanOrEqualTo(ReplayData.millis(trips.time(data.trips() - 1, TripTime.ASSIGNED)) - 1);
    }

    @Test
    void a_week_of_500_trucks_takes_less_than_5_megabytes() throws IOException {
        assertThat(page(SyntheticStudy.of("x", 7, 2, 500)).getBytes(StandardCharsets.UTF_8).length)
                .isLessThan(5_000_000);
    }

    @Test
    void markup_left_open_is_an_error() {
        assertThatThrownBy(() -> new Html().open("p").page()).hasMessageContaining("'p' was not closed");
        assertThatThrownBy(() -> new Html().open("p", "class")).hasMessageContaining("'class' of p has no value");
        assertThat(Html.escaped("a\u0000b\n<")).isEqualTo("a\ufffdb\n&lt;");
    }

    private static final class Numbers {
        private final byte[] bytes;
        private int at;

        Numbers(byte[] bytes) {
            this.bytes = bytes;
        }

        long next() {
            long value = 0;
            for (int shift = 0; ; shift += 7) {
                byte b = bytes[at++];
                value |= (b & 0x7fL) << shift;
                if (b >= 0) {
                    return value;
                }
            }
        }
    }
}
