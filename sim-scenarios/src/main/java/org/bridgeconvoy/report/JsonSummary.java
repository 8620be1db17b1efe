package org.bridgeconvoy.report;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.Map;
import org.bridgeconvoy.experiment.ControlledEstimate;
import org.bridgeconvoy.experiment.Estimate;
import org.bridgeconvoy.experiment.PairedDifference;
import org.bridgeconvoy.experiment.PooledPercentile;
import org.bridgeconvoy.result.Lock;
import org.bridgeconvoy.result.ReplicationResult;
import org.bridgeconvoy.study.Answered;
import org.bridgeconvoy.study.DayRange;
import org.bridgeconvoy.study.Expected;
import org.bridgeconvoy.study.LanePassage;
import org.bridgeconvoy.study.Mark;
import org.bridgeconvoy.study.MetricResult;
import org.bridgeconvoy.study.ObservedFit;
import org.bridgeconvoy.study.Source;
import org.bridgeconvoy.study.StudyResult;
import org.bridgeconvoy.study.WhatLimits;
import org.jspecify.annotations.Nullable;

/**
 * Writes {@code summary.json}. A number is the shortest decimal that reads back as the same double, on any JVM; a
 * missing or infinite value is {@code null}.
 */
public final class JsonSummary {

    private final JsonGenerator json;

    private JsonSummary(JsonGenerator json) {
        this.json = json;
    }

    /** Writes a result without other files. The writer is flushed but not closed. */
    public static void write(StudyResult result, Writer out) throws IOException {
        write(result, Map.of(), out);
    }

    /**
     * Writes a result. The writer is flushed but not closed.
     *
     * @param sums SHA-256 of each other file of the set, by name
     */
    public static void write(StudyResult result, Map<String, String> sums, Writer out) throws IOException {
        try (JsonGenerator json = generator(out)) {
            new JsonSummary(json).result(result, sums);
        }
        out.append('\n');
        out.flush();
    }

    /** A generator of indented JSON with LF. Closing it leaves its writer open. */
    static JsonGenerator generator(Writer out) throws IOException {
        JsonFactory factory = JsonFactory.builder()
                .enable(StreamWriteFeature.USE_FAST_DOUBLE_WRITER)
                .disable(StreamWriteFeature.AUTO_CLOSE_TARGET)
                .build();
        DefaultIndenter lines = new DefaultIndenter("  ", "\n");
        return factory.createGenerator(out)
                .setPrettyPrinter(
                        new DefaultPrettyPrinter().withObjectIndenter(lines).withArrayIndenter(lines));
    }

    private void result(StudyResult result, Map<String, String> sums) throws IOException {
        json.writeStartObject();
        json.writeStringField("scenario", result.name());
        given("question", result.question());
        json.writeStringField("description", result.description());
        json.writeStringField("version", result.version());
        String zoneRules = result.world().zoneRules();
        if (zoneRules != null) {
            json.writeStringField("zone_rules", zoneRules);
        }
        json.writeNumberField("seed", result.seed());
        json.writeNumberField("replications", result.replications().size());
        only(result);
        json.writeStringField("start", result.start().toString());
        number(json, "horizon_d", result.horizonNanos() / 86_400e9);
        number(json, "warm_up_d", result.warmUpNanos() / 86_400e9);
        json.writeObjectFieldStart("metrics");
        for (MetricResult metric : result.metrics()) {
            metric(metric, result.unfinished(metric.metric()));
        }
        json.writeEndObject();
        days(result);
        answers(result);
        WhatLimits limits = result.limits();
        if (limits != null) {
            new JsonLimits(json).write(limits);
        }
        lanes(result);
        locked(result);
        observed(result);
        warnings(result);
        sources(result);
        json.writeStringField("scenario_text", result.resolvedText());
        FileSums.write(json, sums);
        json.writeEndObject();
    }

    /** The number of the replication, if it was run alone and is not the first. */
    private void only(StudyResult result) throws IOException {
        if (result.replications().size() == 1) {
            ReplicationResult single = result.replications().get(0);
            if (single.replication() != 1) {
                json.writeNumberField("only", single.replication());
            }
        }
    }

    private void metric(MetricResult metric, double unfinished) throws IOException {
        json.writeObjectFieldStart(metric.name());
        estimate(json, metric);
        if (metric.countsNotCleared()) {
            json.writeNumberField("not_cleared", metric.notCleared());
            json.writeBooleanField("lower_bound", metric.isLowerBound());
        }
        json.writeStringField("unit", metric.metric().unit());
        marks(json, metric);
        controlled(metric.controlled());
        if (unfinished > 0) {
            json.writeNumberField("unfinished", unfinished);
        }
        json.writeEndObject();
    }

    /** The mean with control variates; no field without. */
    private void controlled(@Nullable ControlledEstimate estimate) throws IOException {
        if (estimate != null) {
            json.writeObjectFieldStart("controlled");
            number(json, "mean", estimate.mean());
            number(json, "half_width_95", estimate.halfWidth95());
            json.writeNumberField("controls", estimate.controls());
            number(json, "r2", estimate.r2());
            json.writeEndObject();
        }
    }

    /** The marks of a metric; no field if it has none. */
    static void marks(JsonGenerator json, MetricResult metric) throws IOException {
        marks(json, metric.marks());
    }

    /** Marks; no field for none. */
    static void marks(JsonGenerator json, List<Mark> marks) throws IOException {
        if (!marks.isEmpty()) {
            json.writeArrayFieldStart("marks");
            for (Mark mark : marks) {
                json.writeString(mark.label());
            }
            json.writeEndArray();
        }
    }

    /**
     * The numbers of a metric. A percentile of all observations has the ends of its interval instead of a standard
     * deviation.
     */
    static void estimate(JsonGenerator json, MetricResult metric) throws IOException {
        PooledPercentile pooled = metric.pooled();
        if (pooled == null) {
            estimate(json, metric.estimate());
            return;
        }
        number(json, "mean", pooled.value());
        given(json, "half_width_95", pooled.halfWidth95());
        given(json, "low_95", pooled.low95());
        given(json, "high_95", pooled.high95());
        number(json, "min", pooled.min());
        number(json, "max", pooled.max());
        json.writeNumberField("n", pooled.n());
        if (pooled.resolution() > 0) {
            json.writeNumberField("resolution", pooled.resolution());
        }
    }

    private static void given(JsonGenerator json, String field, double value) throws IOException {
        if (!Double.isNaN(value)) {
            number(json, field, value);
        }
    }

    static void estimate(JsonGenerator json, Estimate estimate) throws IOException {
        number(json, "mean", estimate.mean());
        number(json, "sd", estimate.sd());
        number(json, "half_width_95", estimate.halfWidth95());
        number(json, "min", estimate.min());
        number(json, "max", estimate.max());
        json.writeNumberField("n", estimate.n());
    }

    /** Ranges of single days, by column of {@code daily.csv}. */
    private void days(StudyResult result) throws IOException {
        if (result.days().isEmpty()) {
            return;
        }
        json.writeObjectFieldStart("days");
        for (DayRange range : result.days()) {
            json.writeObjectFieldStart(range.column().label());
            number(json, "low", range.low());
            number(json, "high", range.high());
            json.writeNumberField("days", range.days());
            json.writeEndObject();
        }
        json.writeEndObject();
    }

    private void answers(StudyResult result) throws IOException {
        if (result.answers().isEmpty()) {
            return;
        }
        json.writeArrayFieldStart("answers");
        for (Answered answer : result.answers()) {
            json.writeStartObject();
            json.writeStringField("says", answer.says());
            json.writeStringField("metric", answer.metric());
            json.writeStringField("unit", answer.unit());
            given("of", answer.of());
            json.writeObjectFieldStart("value");
            estimate(json, answer.value());
            marks(json, answer.value());
            controlled(answer.value().controlled());
            json.writeEndObject();
            json.writeNumberField("not_reached", answer.missing());
            given("against", answer.against());
            estimate("value_against", answer.there());
            PairedDifference difference = answer.difference();
            if (difference != null) {
                json.writeObjectFieldStart("difference");
                estimate(json, difference.estimate());
                json.writeStringField("verdict", Verdicts.word(difference.verdict()));
                matters(json, difference);
                marks(json, Mark.of(difference));
                json.writeEndObject();
            }
            Expected expected = answer.expected();
            if (expected != null) {
                json.writeStringField("expect", expected.text());
                json.writeStringField("met", expected.outcome().label());
            }
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private void estimate(String field, @Nullable Estimate estimate) throws IOException {
        if (estimate != null) {
            json.writeObjectFieldStart(field);
            estimate(json, estimate);
            json.writeEndObject();
        }
    }

    /** Replications in which trucks wait for what can never happen any more; no field if there are none. */
    private void locked(StudyResult result) throws IOException {
        Clock clock = new Clock(result.start());
        boolean any = false;
        for (ReplicationResult replication : result.replications()) {
            Lock lock = replication.lock();
            if (lock != null) {
                if (!any) {
                    json.writeArrayFieldStart("locked");
                    any = true;
                }
                json.writeStartObject();
                json.writeNumberField("replication", replication.replication());
                json.writeStringField("since", clock.dateTime(lock.sinceNanos()));
                json.writeStringField("waiting_for", lock.waitingFor());
                json.writeEndObject();
            }
        }
        if (any) {
            json.writeEndArray();
        }
    }

    private void lanes(StudyResult result) throws IOException {
        json.writeArrayFieldStart("lane");
        for (LanePassage lane : result.lanes()) {
            json.writeStartObject();
            json.writeStringField("direction", lane.direction());
            if (!Double.isNaN(lane.couldPass())) {
                number(json, "could_pass_trucks_per_day", lane.couldPass());
            }
            json.writeStringField("basis", lane.basis());
            json.writeObjectFieldStart("passed_trucks_per_day");
            estimate(json, lane.passed());
            json.writeEndObject();
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private void observed(StudyResult result) throws IOException {
        if (result.observed().isEmpty()) {
            return;
        }
        json.writeArrayFieldStart("observed");
        for (ObservedFit fit : result.observed()) {
            json.writeStartObject();
            json.writeStringField("what", fit.what());
            json.writeStringField("per", fit.per().label());
            json.writeNumberField("periods", fit.periods().size());
            json.writeNumberField("left_out", fit.leftOut());
            number(json, "mean_observed", fit.meanObserved());
            number(json, "mean_simulated", fit.meanSimulated());
            json.writeObjectFieldStart("mean_error");
            estimate(json, fit.error());
            marks(json, result.observedError(fit).map(MetricResult::marks).orElse(List.of()));
            json.writeEndObject();
            number(json, "rmse", fit.rootMeanSquaredError());
            number(json, "mape", fit.meanAbsolutePercentageError());
            number(json, "share_inside_95", fit.shareInside());
            marks(json, fit.marks());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private void warnings(StudyResult result) throws IOException {
        json.writeArrayFieldStart("warnings");
        for (String warning : result.warnings()) {
            json.writeString(warning);
        }
        json.writeEndArray();
    }

    private void sources(StudyResult result) throws IOException {
        json.writeArrayFieldStart("sources");
        for (Source source : result.sources()) {
            json.writeStartObject();
            json.writeStringField("path", source.path());
            json.writeStringField("grade", source.grade());
            given("says", source.says());
            given("source", source.source());
            given("reason", source.reason());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private void given(String field, String text) throws IOException {
        if (!text.isEmpty()) {
            json.writeStringField(field, text);
        }
    }

    /** Writes the least difference that matters, in the metric's unit; no field if every difference does. */
    static void matters(JsonGenerator json, PairedDifference difference) throws IOException {
        if (difference.matters() > 0) {
            number(json, "matters", difference.matters());
        }
    }

    /** Writes a number; {@code null} for NaN and infinity. */
    static void number(JsonGenerator json, String field, double value) throws IOException {
        if (Double.isFinite(value)) {
            json.writeFieldName(field);
            json.writeNumber(value);
        } else {
            json.writeNullField(field);
        }
    }

    /** A list of finite numbers in one line. */
    static void numbers(JsonGenerator json, String field, List<Double> numbers) throws IOException {
        json.writeFieldName(field);
        json.writeArray(numbers.stream().mapToDouble(x -> x).toArray(), 0, numbers.size());
    }
}
