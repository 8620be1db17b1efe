package org.bridgeconvoy.report.html;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.bridgeconvoy.experiment.Comparison;
import org.bridgeconvoy.experiment.Estimate;
import org.bridgeconvoy.experiment.Goal;
import org.bridgeconvoy.experiment.PairedDifference;
import org.bridgeconvoy.experiment.Verdict;
import org.bridgeconvoy.report.ComparisonFiles;
import org.bridgeconvoy.report.TextComparison;
import org.bridgeconvoy.report.chart.Charts;
import org.bridgeconvoy.report.chart.ComparisonData;
import org.bridgeconvoy.report.chart.SweepCharts;
import org.bridgeconvoy.report.chart.SweepData;
import org.bridgeconvoy.result.Metric;
import org.bridgeconvoy.result.MetricFamily;
import org.bridgeconvoy.study.ComparisonResult;
import org.bridgeconvoy.study.Extremes;
import org.bridgeconvoy.study.FromFirst;
import org.bridgeconvoy.study.MetricResult;
import org.bridgeconvoy.study.SweepResult;
import org.bridgeconvoy.study.SweepView;
import org.bridgeconvoy.study.Vary;
import org.junit.jupiter.api.Test;

class StudyPagesTest {

    private static final Metric DELIVERED = Metric.of(MetricFamily.DELIVERED_T_PER_DAY);
    private static final Metric LEAD = Metric.of(MetricFamily.LEAD_TIME_H);

    private static final List<String> LABELS = List.of("a", "<b>", "c");

    /** The third is the first again. */
    private static ComparisonResult comparison() {
        return new ComparisonResult(
                LABELS,
                7,
                3,
                "1.0.0",
                List.of(
                        row(DELIVERED, Goal.MAXIMUM, new double[] {100, 102, 104}, new double[] {110, 113, 113}),
                        row(LEAD, Goal.MINIMUM, new double[] {1, 2, 3}, new double[] {1.0003, 1.9998, 3.0001})),
                List.of());
    }

    private static ComparisonResult.Row row(Metric metric, Goal goal, double[] first, double[] second) {
        Comparison comparison = Comparison.of(LABELS, List.of(first, second, first));
        return new ComparisonResult.Row(
                metric,
                comparison.estimates().stream()
                        .map(e -> new MetricResult(metric, e, 0))
                        .toList(),
                comparison.fromFirst(),
                goal,
                comparison.withBest(goal));
    }

    private static SweepResult sweep() {
        Vary trucks = Vary.parse("fleet.trucks=60,80,100,120,140");
        List<SweepResult.Point> points = new ArrayList<>();
        for (String value : trucks.values()) {
            double mean = Math.min(100, Double.parseDouble(value));
            Estimate e = Estimate.of(new double[] {mean - 1, mean + 1});
            points.add(new SweepResult.Point(
                    List.of(value),
                    2,
                    List.of(new MetricResult(DELIVERED, e, 0), new MetricResult(LEAD, e, 0)),
                    List.of()));
        }
        PairedDifference gain =
                PairedDifference.of("5", new double[] {99, 101}, "1", new double[] {59, 61}, 1 - 0.05 / 10);
        List<Extremes> extremes = List.of(new Extremes(DELIVERED, 0, 4, gain, List.of(), List.of(2, 3)));
        List<PairedDifference> fromFirst = new ArrayList<>();
        for (SweepResult.Point point : points) {
            double spread = fromFirst.isEmpty() ? 1 : 2;
            double mean = point.metrics().get(0).value();
            double[] values = {mean - spread, mean + spread};
            fromFirst.add(PairedDifference.of("", values, "1", new double[] {59, 61}, 1 - 0.05 / 4));
        }
        return new SweepResult(
                "a <sweep>",
                "What if?",
                7,
                2,
                "1.0.0",
                List.of(trucks),
                points,
                extremes,
                List.of(new FromFirst(DELIVERED, fromFirst)),
                SweepView.USUAL,
                List.of());
    }

    @Test
    void a_comparison_says_what_differs_and_what_remains_undecided() throws IOException {
        StringWriter out = new StringWriter();
        HtmlReport.write(comparison(), List.of("bad <i>"), "convoy compare a b", out);

        assertThat(out.toString())
                .contains("&lt;b&gt;, c compared with a")
                // 10, 11 and 9: sd 1; t(2, 0.9875) = 6.205347, over sqrt(3): 3.58.
                .contains("+10\u00a0±\u00a04")
                .contains("No difference shown, more replications might: hours from consigned to unloaded.")
                .contains("Equal in every replication: tonnes delivered a day; hours from consigned to unloaded.")
                .containsOnlyOnce("Best of them (multiple comparison with the best, 95%):")
                .contains("<li>&lt;b&gt;: most tonnes delivered a day</li>")
                .contains("<li>a, &lt;b&gt;, c may be: least hours from consigned to unloaded</li>")
                .contains("+0.0001\u00a0±\u00a00.0009 (undecided)")
                .contains("0\u00a0±\u00a00 (equal)")
                .contains("convoy compare a b")
                .contains("&lt;b&gt;, hours from consigned to unloaded: +0.0001 ± 0.0009 h (undecided)")
                .contains("<strong>Warning: </strong>\nbad &lt;i&gt;</p>")
                .doesNotContain("<b>");
    }

    @Test
    void the_table_of_a_comparison_is_as_wide_for_five_scenarios_as_for_two() throws IOException {
        StringWriter two = new StringWriter();
        HtmlReport.write(comparison(), List.of(), "convoy compare a b", two);
        Estimate e = Estimate.of(new double[] {100, 102, 104});
        MetricResult alone = new MetricResult(DELIVERED, e, 0);
        List<PairedDifference> differences = new ArrayList<>();
        for (String other : List.of("b", "c", "d", "e")) {
            differences.add(new PairedDifference(other, "a", Estimate.of(new double[] {10, 11, 9}), 0.95, 2.484, 0, 0));
        }
        StringWriter five = new StringWriter();
        HtmlReport.write(
                new ComparisonResult(
                        List.of("a", "b", "c", "d", "e"),
                        7,
                        3,
                        "1.0.0",
                        List.of(new ComparisonResult.Row(
                                DELIVERED,
                                List.of(alone, alone, alone, alone, alone),
                                differences,
                                Goal.MAXIMUM,
                                List.of())),
                        List.of()),
                List.of(),
                "convoy compare a b c d e",
                five);

        assertThat(five.toString().split("scope=\"col\"", -1))
                .hasSameSizeAs(two.toString().split("scope=\"col\"", -1));
        assertThat(five.toString().split("scope=\"row\"", -1))
                .as("a row for each scenario, and one of the glossary")
                .hasSize(7);
    }

    @Test
    void the_chart_of_a_comparison_has_its_differences_and_their_verdicts() throws IOException {
        ComparisonData data = ComparisonData.of(comparison(), List.of("delivered_t_per_day", "lead_time_h"));

        assertThat(data.metrics())
                .extracting(ComparisonData.MetricDifferences::unit)
                .containsExactly("t/d", "h");
        ComparisonData.Difference delivered =
                data.metrics().get(0).differences().get(0);
        assertThat(delivered.mean()).isEqualTo(10);
        assertThat(delivered.halfWidth()).isCloseTo(3.5826, within(1e-4));
        assertThat(delivered.verdict()).isEqualTo(Verdict.LARGER);
        assertThat(data.metrics().get(1).differences().get(0).verdict()).isEqualTo(Verdict.UNDECIDED);
        assertThat(data.metrics().get(1).differences().get(1).verdict()).isEqualTo(Verdict.EQUAL);
        assertThat(Charts.comparison(data).svg())
                .asString(StandardCharsets.UTF_8)
                .contains("differs", "undecided: the interval holds 0", "equal");
        assertThatThrownBy(() -> ComparisonData.of(comparison(), List.of("speed")))
                .hasMessageContaining("no metric 'speed'");
    }

    @Test
    void text_and_files_of_a_comparison_say_the_same_as_its_page() throws IOException {
        // Lines are broken where the terminal ends.
        assertThat(TextComparison.of(comparison()).replaceAll("\\s+", " "))
                .contains("Best of them (multiple comparison with the best, 95%): <b>: most tonnes delivered a day "
                        + "a, <b>, c may be: least hours from consigned to unloaded")
                .containsPattern("<b> +2 +\\+0.0001 +\\+- 0.0009 +undecided")
                .containsPattern("c +2 +0 +\\+- 0 +equal");
        StringWriter csv = new StringWriter();
        ComparisonFiles.csv(comparison(), csv);
        assertThat(csv.toString().lines())
                .filteredOn(line -> line.startsWith("delivered_t_per_day"))
                .extracting(line -> line.substring(line.lastIndexOf(',') + 1))
                .containsExactly("not best", "best", "not best");
        StringWriter json = new StringWriter();
        ComparisonFiles.json(comparison(), Map.of(), json);
        JsonNode delivered = new ObjectMapper().readTree(json.toString()).at("/metrics/delivered_t_per_day");
        assertThat(delivered.at("/a/minus_best_of_others/standing").asText()).isEqualTo("not best");
        assertThat(delivered.at("/<b>/minus_best_of_others/standing").asText()).isEqualTo("best");
        assertThat(delivered.at("/c/difference/verdict").asText()).isEqualTo("equal");
    }

    @Test
    void a_sweep_says_its_extremes_and_where_it_bends() throws IOException {
        StringWriter out = new StringWriter();
        HtmlReport.write(sweep(), List.of("bad <i>"), "convoy sweep x", out);

        assertThat(SweepCharts.data(sweep(), "delivered_t_per_day").bend(0))
                .hasValueSatisfying(bend -> assertThat(bend.words()).isEqualTo("between 80 and 120"));
        assertThat(out.toString())
                .contains("a &lt;sweep&gt;")
                .contains("tonnes delivered a day: least, 60, at fleet.trucks=60; most, 100, at fleet.trucks=140"
                        + " (not told apart from fleet.trucks=100, or fleet.trucks=120); the difference is"
                        + " +40\u00a0±\u00a00 tonnes a day")
                .contains("It bends between 80 and 120 of fleet.trucks: two lines")
                .contains("<strong>Warning: </strong>\nbad &lt;i&gt;</p>")
                .doesNotContain("<sweep>");
    }

    /** Every drawing has a class of the style sheet that says how high it is, also where it is out of view. */
    @Test
    void drawings_have_a_shape_that_the_style_sheet_knows() throws IOException {
        StringWriter pages = new StringWriter();
        HtmlReport.write(sweep(), List.of(), "convoy sweep x", pages);
        HtmlReport.write(comparison(), List.of(), "convoy compare a b", pages);

        assertThat(Pattern.compile("class=\"(?:wide|narrow)([^\"]*)\"")
                        .matcher(pages.toString())
                        .results()
                        .map(m -> m.group(1).strip()))
                .hasSize(2 * (2 + 1 + 2))
                .allSatisfy(shape -> assertThat(Resources.text("report.css"))
                        .contains("." + shape + " { aspect-ratio: 100 / " + shape.substring(1) + "; }"));
    }

    /** Values of points are their means ± 2, those of the first ± 1: differences ± 1, of which the sd is √2. */
    @Test
    void a_sweep_shows_every_point_minus_the_first() throws IOException {
        SweepData data = SweepCharts.differences(sweep(), "delivered_t_per_day").orElseThrow();

        assertThat(data.mean()[0]).containsExactly(0, 20, 40, 40, 40);
        assertThat(data.halfWidth95()[0][0]).isZero();
        // t with 1 degree of freedom at 1 − 0.05/4/2: tan(π (0.99375 − 0.5)) = 50.92; times √2 / √2.
        assertThat(data.halfWidth95()[0][4]).isCloseTo(50.92, within(0.01));
        assertThat(data.title()).isEqualTo("a <sweep>: tonnes delivered a day minus that at fleet.trucks=60");
        assertThat(Charts.differenceCurves(data).csv()).contains("\"difference, t/d\",mean,140,140,40,-10.923,90.923");
        assertThat(SweepCharts.differences(sweep(), "lead_time_h")).isEmpty();
        StringWriter out = new StringWriter();
        HtmlReport.write(sweep(), List.of(), "convoy sweep x", out);
        assertThat(out.toString())
                .contains("tonnes delivered a day, difference from the first point")
                .contains("tried; nothing was between the dots");
    }

    @Test
    void the_least_has_the_place_of_its_mean() {
        // sd 0.098995 times t(1, 0.975) = 12.7062, over sqrt(2): 0.889.
        MetricResult metric = new MetricResult(DELIVERED, Estimate.of(new double[] {102.95, 103.09}), 0);
        MetricResult one = new MetricResult(DELIVERED, Estimate.of(new double[] {103.025}), 0);

        assertThat(Figures.beside(metric, 99.617)).isEqualTo("99.6");
        assertThat(Figures.beside(metric, -0.06)).isEqualTo("−0.1");
        assertThat(Figures.beside(one, 103.025)).as("without an interval").isEqualTo("103");
        assertThat(Figures.beside(metric, Double.NaN)).isEqualTo("n/a");
    }
}
