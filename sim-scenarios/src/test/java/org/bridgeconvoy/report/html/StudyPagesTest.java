package org.bridgeconvoy.report.html;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import org.bridgeconvoy.experiment.Estimate;
import org.bridgeconvoy.experiment.Goal;
import org.bridgeconvoy.experiment.PairedDifference;
import org.bridgeconvoy.report.SweepCharts;
import org.bridgeconvoy.report.chart.ComparisonData;
import org.bridgeconvoy.result.Metric;
import org.bridgeconvoy.study.ComparisonResult;
import org.bridgeconvoy.study.MetricResult;
import org.bridgeconvoy.study.SweepResult;
import org.bridgeconvoy.study.Vary;
import org.junit.jupiter.api.Test;

class StudyPagesTest {

    private static final Metric DELIVERED = new Metric("delivered_t_per_day", "t/d", "tonnes unloaded");
    private static final Metric LEAD = new Metric("lead_time_h", "h", "consigned to unloaded, mean");

    private static ComparisonResult comparison() {
        Estimate a = Estimate.of(new double[] {100, 102, 104});
        Estimate b = Estimate.of(new double[] {110, 113, 113});
        PairedDifference more = new PairedDifference("<b>", "a", Estimate.of(new double[] {10, 11, 9}), 0.95, 2.484);
        PairedDifference unclear = new PairedDifference("<b>", "a", Estimate.of(new double[] {1, -1, 1}), 0.95, 2.868);
        return new ComparisonResult(
                List.of("a", "<b>"),
                7,
                3,
                "1.0.0",
                List.of(
                        new ComparisonResult.Row(
                                DELIVERED,
                                List.of(new MetricResult(DELIVERED, a, 0), new MetricResult(DELIVERED, b, 0)),
                                List.of(more),
                                Goal.MAXIMUM,
                                List.of()),
                        new ComparisonResult.Row(
                                LEAD,
                                List.of(new MetricResult(LEAD, a, 0), new MetricResult(LEAD, b, 0)),
                                List.of(unclear),
                                Goal.MINIMUM,
                                List.of())),
                List.of());
    }

    private static SweepResult sweep() {
        Vary trucks = Vary.parse("fleet.trucks=60,80,100,120,140");
        List<SweepResult.Point> points = new ArrayList<>();
        for (String value : trucks.values()) {
            double mean = Math.min(100, Double.parseDouble(value));
            Estimate e = Estimate.of(new double[] {mean - 1, mean + 1});
            points.add(new SweepResult.Point(
                    List.of(value), List.of(new MetricResult(DELIVERED, e, 0), new MetricResult(LEAD, e, 0))));
        }
        return new SweepResult("a <sweep>", "What if?", 7, 2, "1.0.0", List.of(trucks), points);
    }

    @Test
    void a_comparison_says_what_differs_and_what_remains_undecided() throws IOException {
        StringWriter out = new StringWriter();
        HtmlReport.write(comparison(), List.of("bad <i>"), "convoy compare a b", out);

        assertThat(out.toString())
                .contains("&lt;b&gt; compared with a")
                .contains("+10.0\u00a0±\u00a02.5")
                .contains("No difference shown, more replications might: lead_time_h.")
                .contains("convoy compare a b")
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
            differences.add(new PairedDifference(other, "a", Estimate.of(new double[] {10, 11, 9}), 0.95, 2.484));
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
                .as("a row for each scenario")
                .hasSize(6);
    }

    @Test
    void the_chart_of_a_comparison_has_its_differences_and_their_verdicts() {
        ComparisonData data = ComparisonData.of(comparison(), List.of("delivered_t_per_day", "lead_time_h"));

        assertThat(data.metrics())
                .extracting(ComparisonData.MetricDifferences::unit)
                .containsExactly("t/d", "h");
        ComparisonData.Difference delivered =
                data.metrics().get(0).differences().get(0);
        assertThat(delivered.mean()).isEqualTo(10);
        assertThat(delivered.halfWidth()).isEqualTo(2.484);
        assertThat(delivered.significant()).isTrue();
        assertThat(data.metrics().get(1).differences().get(0).significant()).isFalse();
        assertThatThrownBy(() -> ComparisonData.of(comparison(), List.of("speed")))
                .hasMessageContaining("no metric 'speed'");
    }

    @Test
    void a_sweep_says_its_extremes_and_where_it_bends() throws IOException {
        StringWriter out = new StringWriter();
        HtmlReport.write(sweep(), List.of("bad <i>"), "convoy sweep x", out);

        assertThat(SweepCharts.data(sweep(), "delivered_t_per_day").breakPoint(0))
                .isEqualTo(100);
        assertThat(out.toString())
                .contains("a &lt;sweep&gt;")
                .contains("at fleet.trucks=60 and ")
                .contains("It bends at fleet.trucks=100: two lines")
                .contains("<strong>Warning: </strong>\nbad &lt;i&gt;</p>")
                .doesNotContain("<sweep>");
    }
}
