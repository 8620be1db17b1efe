package org.bridgeconvoy.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.StringWriter;
import java.util.List;
import org.bridgeconvoy.experiment.Estimate;
import org.bridgeconvoy.experiment.PooledPercentile;
import org.bridgeconvoy.result.Metric;
import org.bridgeconvoy.result.MetricFamily;
import org.bridgeconvoy.result.Stage;
import org.bridgeconvoy.study.MetricResult;
import org.junit.jupiter.api.Test;

class JsonSummaryTest {

    private static String text() throws IOException {
        StringWriter out = new StringWriter();
        JsonSummary.write(SampleResult.of(), out);
        return out.toString();
    }

    private static JsonNode json() throws IOException {
        return new ObjectMapper().readTree(text());
    }

    @Test
    void names_the_run() throws IOException {
        JsonNode json = json();

        assertThat(json.get("scenario").asText()).isEqualTo("sample");
        assertThat(json.get("scenario_text").asText()).isEqualTo("scenario: sample\n");
        assertThat(json.get("seed").asLong()).isEqualTo(7);
        assertThat(json.get("replications").asInt()).isEqualTo(2);
        assertThat(json.get("version").asText()).isEqualTo("1.0.0-TEST");
    }

    @Test
    void every_metric_has_its_estimate() throws IOException {
        JsonNode metric = json().get("metrics").get("outbound_trucks_per_day");

        assertThat(metric.get("mean").doubleValue()).isEqualTo(102);
        assertThat(metric.get("min").doubleValue()).isEqualTo(101.5);
        assertThat(metric.get("max").doubleValue()).isEqualTo(102.5);
        assertThat(metric.get("n").intValue()).isEqualTo(2);
        // Two values a apart: sd a/sqrt(2), half-width t(0.975; 1) * a/2 with t = 12.7062047.
        assertThat(metric.get("sd").doubleValue()).isEqualTo(Math.sqrt(0.5), offset());
        assertThat(metric.get("half_width_95").doubleValue()).isEqualTo(12.706204736174698 / 2, offset());
    }

    private static org.assertj.core.data.Offset<Double> offset() {
        return org.assertj.core.data.Offset.offset(1e-6);
    }

    @Test
    void a_percentile_has_the_ends_of_its_interval_and_no_standard_deviation() throws IOException {
        JsonNode metric = json().get("metrics").get("wait_load_p95_min");

        assertThat(metric.get("mean").doubleValue()).isEqualTo(11.25);
        assertThat(metric.get("low_95").doubleValue()).isEqualTo(10);
        assertThat(metric.get("high_95").doubleValue()).isEqualTo(12.5);
        assertThat(metric.get("half_width_95").doubleValue()).isEqualTo(1.25);
        assertThat(metric.get("n").longValue()).isEqualTo(120);
        assertThat(metric.get("min").doubleValue()).isZero();
        assertThat(metric.get("max").doubleValue()).isEqualTo(15);
        assertThat(metric.has("sd")).isFalse();
        assertThat(metric.has("resolution")).isFalse();
        assertThat(json().get("metrics").get("lead_time_h").has("low_95")).isFalse();
    }

    @Test
    void a_percentile_without_an_end_has_no_interval_and_says_why_and_a_coarse_one_its_resolution() throws IOException {
        MetricResult coarse = new MetricResult(
                Metric.of(MetricFamily.WAIT_P95_MIN, Stage.LOAD),
                Estimate.NONE,
                0,
                List.of(),
                new PooledPercentile(11, 10, Double.NaN, 3_000_000_000L, 0, 15, 2, 0.001));
        StringWriter out = new StringWriter();
        JsonSummary.write(SampleResult.of().withMetrics(List.of(coarse)), out);
        JsonNode metric =
                new ObjectMapper().readTree(out.toString()).get("metrics").get("wait_load_p95_min");

        assertThat(metric.has("high_95")).isFalse();
        assertThat(metric.has("half_width_95")).isFalse();
        assertThat(metric.get("low_95").doubleValue()).isEqualTo(10);
        assertThat(metric.get("n").longValue()).isEqualTo(3_000_000_000L);
        assertThat(metric.get("resolution").doubleValue()).isEqualTo(0.001);
        assertThat(metric.get("marks").toString()).isEqualTo("[\"unsure: few\"]");
    }

    @Test
    void no_data_is_null_and_not_zero() throws IOException {
        JsonNode metric = json().get("metrics").get("wait_return_min");

        assertThat(metric.get("mean").isNull()).isTrue();
        assertThat(metric.get("half_width_95").isNull()).isTrue();
        assertThat(metric.get("n").intValue()).isZero();
    }

    @Test
    void a_replication_that_did_not_clear_is_counted_and_marks_the_mean() throws IOException {
        JsonNode metric = json().get("metrics").get("days_to_clear.cloth");

        assertThat(metric.get("mean").doubleValue()).isEqualTo(1.5);
        assertThat(metric.get("n").intValue()).isEqualTo(1);
        assertThat(metric.get("not_cleared").intValue()).isEqualTo(1);
        assertThat(metric.get("lower_bound").booleanValue()).isTrue();
        assertThat(json().get("metrics").get("lead_time_h").has("not_cleared")).isFalse();
    }

    @Test
    void a_lock_says_in_which_replication_since_when_and_on_what() throws IOException {
        StringWriter out = new StringWriter();
        JsonSummary.write(SampleResult.locked(), out);
        JsonNode locked = new ObjectMapper().readTree(out.toString()).get("locked");

        assertThat(locked).hasSize(1);
        assertThat(locked.get(0).get("replication").intValue()).isEqualTo(2);
        assertThat(locked.get(0).get("since").asText()).isEqualTo("2025-01-01T01:00:00.000");
        assertThat(locked.get(0).get("waiting_for").asText()).isEqualTo("5 trucks wait for an outbound convoy of 10");
        assertThat(json().has("locked")).isFalse();
    }

    @Test
    void answers_have_their_value_and_the_paired_difference() throws IOException {
        JsonNode answers = json().get("answers");

        assertThat(answers.get(0).get("says").asText()).isEqualTo("hours for <cloth>");
        assertThat(answers.get(0).get("value").get("mean").doubleValue()).isEqualTo(21);
        assertThat(answers.get(0).get("against").asText()).isEqualTo("no-closure");
        assertThat(answers.get(0).get("value_against").get("mean").doubleValue())
                .isEqualTo(18.5);
        assertThat(answers.get(0).get("difference").get("mean").doubleValue()).isEqualTo(2.5);
        assertThat(answers.get(1).get("not_reached").intValue()).isEqualTo(1);
        assertThat(answers.get(1).has("difference")).isFalse();
        assertThat(answers.get(2).get("of").asText()).isEqualTo("more");
        assertThat(answers.get(2).get("value").get("mean").isNull()).isTrue();
    }

    @Test
    void what_limits_is_named_with_its_gain() throws IOException {
        JsonNode limits = json().get("what_limits");

        assertThat(limits.get("answer").asText()).isEqualTo("fleet.trucks");
        assertThat(limits.get("tried").get(0).get("gain").doubleValue()).isEqualTo(410.25);
        assertThat(limits.get("tried")).hasSize(2);
        assertThat(limits.get("tried").get(1).get("replications").intValue()).isEqualTo(8);
        assertThat(limits.get("shared")).isEmpty();
        assertThat(limits.get("objective").asText()).isEqualTo("delivered_t_per_day");
        assertThat(limits.get("not_tried").get(0).get("constraint").asText()).isEqualTo("fleet.payload");
        assertThat(limits.get("not_tried").get(0).get("reason").asText()).startsWith("no load");
    }

    @Test
    void what_no_headway_and_no_limit_bounds_is_left_out() throws IOException {
        assertThat(json().get("lane").get(0).get("could_pass_trucks_per_day").doubleValue())
                .isEqualTo(600);
        assertThat(json().get("lane").get(1).has("could_pass_trucks_per_day")).isFalse();
    }

    @Test
    void lines_end_with_lf_on_every_system() throws IOException {
        assertThat(text()).doesNotContain("\r").endsWith("}\n").startsWith("{\n  \"scenario\" : \"sample\"");
    }
}
