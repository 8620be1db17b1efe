package org.bridgeconvoy.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.bridgeconvoy.experiment.Comparison;
import org.bridgeconvoy.experiment.Goal;
import org.bridgeconvoy.experiment.sensitivity.ExpectedRange;
import org.bridgeconvoy.experiment.sensitivity.IntervalEstimate;
import org.bridgeconvoy.report.html.HtmlReport;
import org.bridgeconvoy.result.Metric;
import org.bridgeconvoy.result.MetricFamily;
import org.bridgeconvoy.study.ComparisonResult;
import org.bridgeconvoy.study.Mark;
import org.bridgeconvoy.study.MetricResult;
import org.bridgeconvoy.study.StudyResult;
import org.bridgeconvoy.study.SuchThat;
import org.bridgeconvoy.study.sensitivity.BoundChance;
import org.junit.jupiter.api.Test;

/** Every report shows a mark beside its number. */
class MarksInReportsTest {

    private static StudyResult marked() {
        List<MetricResult> metrics = new ArrayList<>();
        for (MetricResult metric : SampleResult.of().metrics()) {
            metrics.add(
                    switch (metric.name()) {
                        case "lead_time_h" -> metric.with(Mark.GROWS);
                        case "wait_load_min" -> metric.with(Mark.UNSURE_SKEWED);
                        case "return_trucks_per_day" -> metric.with(Mark.NO_CHANCE);
                        default -> metric;
                    });
        }
        return SampleResult.of().withMetrics(metrics);
    }

    @Test
    void the_text_marks_the_row_and_explains_the_mark_once() {
        assertThat(TextSummary.of(marked(), NotKnown.NONE, 100))
                .containsPattern("hours from consigned to unloaded +20 h .*\n  grows\n")
                .containsPattern("loading +2 .*\n  unsure: skewed\n")
                .containsPattern("return trucks a day +99 +no chance in it")
                .containsOnlyOnce("\ngrows: it grows through the window")
                .containsOnlyOnce("\nunsure: skewed: few replications")
                .containsOnlyOnce("\nno chance in it: all inputs");
    }

    @Test
    void lines_with_marks_keep_to_a_hundred_columns() {
        assertThat(TextSummary.of(marked(), NotKnown.NONE, 100).lines()).allMatch(line -> line.length() <= 100);
    }

    @Test
    void summary_json_lists_the_marks_of_a_metric_and_none_where_there_is_none() throws IOException {
        StringWriter out = new StringWriter();
        JsonSummary.write(marked(), out);
        JsonNode metrics = new ObjectMapper().readTree(out.toString()).get("metrics");

        assertThat(metrics.get("lead_time_h").get("marks").toString()).isEqualTo("[\"grows\"]");
        assertThat(metrics.get("days_to_clear.cloth").get("marks").toString()).isEqualTo("[\"lower bound\"]");
        assertThat(metrics.get("queue_load").has("marks")).isFalse();
    }

    /** Ten replications that differ in one, which has 90% of the squares. */
    private static ComparisonResult skewedDifference() {
        List<String> labels = List.of("a", "b");
        double[] zero = new double[10];
        double[] one = new double[10];
        one[3] = 10;
        Comparison comparison = Comparison.of(labels, List.of(zero, one));
        Metric tonnes = Metric.of(MetricFamily.DELIVERED_T_PER_DAY);
        List<MetricResult> alone = comparison.estimates().stream()
                .map(e -> new MetricResult(tonnes, e, 0))
                .toList();
        return new ComparisonResult(
                labels,
                1,
                10,
                "1.0.0",
                List.of(new ComparisonResult.Row(
                        tonnes, alone, comparison.fromFirst(), Goal.MAXIMUM, comparison.withBest(Goal.MAXIMUM))),
                List.of());
    }

    @Test
    void a_comparison_marks_a_difference_that_rests_on_one_replication() throws IOException {
        StringWriter json = new StringWriter();
        ComparisonFiles.json(skewedDifference(), Map.of(), json);
        JsonNode b = new ObjectMapper()
                .readTree(json.toString())
                .get("metrics")
                .get("delivered_t_per_day")
                .get("b");
        StringWriter page = new StringWriter();
        HtmlReport.write(skewedDifference(), List.of(), "convoy compare a b", page);

        assertThat(b.get("difference").get("marks").toString()).isEqualTo("[\"unsure: skewed\"]");
        assertThat(b.get("minus_best_of_others").get("marks").toString()).isEqualTo("[\"unsure: skewed\"]");
        assertThat(TextComparison.of(skewedDifference(), 100)).contains("undecided (unsure: skewed)");
        assertThat(page.toString()).contains("(undecided) (unsure: skewed)");
    }

    @Test
    void a_bound_of_expected_values_that_chance_has_reshaped_is_marked_and_explained() {
        assertThat(bound(Math.sqrt(0.53)).marks()).containsExactly(Mark.UNSURE_FEW);
        assertThat(SensitivityWords.unsure(bound(Math.sqrt(0.53))))
                .hasValueSatisfying(text -> assertThat(text).contains("chance makes up 47% of the spread"));
        assertThat(bound(1).marks()).isEmpty();
        assertThat(SensitivityWords.unsure(bound(1))).isEmpty();
    }

    private static BoundChance bound(double shrinkage) {
        return new BoundChance(
                SuchThat.parse("delivered_t_per_day >= 200"),
                IntervalEstimate.NONE,
                IntervalEstimate.NONE,
                new ExpectedRange(IntervalEstimate.NONE, 100, 200, 300, shrinkage));
    }

    @Test
    void the_page_marks_its_table_and_its_cards() throws IOException {
        StringWriter out = new StringWriter();
        HtmlReport.write(marked(), out);

        assertThat(out.toString())
                .contains("(grows) h on average.")
                .contains("<td>20\u00a0±\u00a010 (grows)</td>")
                .contains("<strong>unsure: skewed: </strong>");
    }
}
