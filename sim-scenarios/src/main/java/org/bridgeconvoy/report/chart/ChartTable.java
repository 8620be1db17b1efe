package org.bridgeconvoy.report.chart;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.StringWriter;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * The numbers that a chart shows, panel by panel. The page answers a pointer from them and exports them; {@code convoy chart} writes them
 * as JSON or CSV. Values have six significant digits.
 *
 * @param panels the panels from top to bottom, or from left to right
 */
record ChartTable(List<Panel> panels) {

    private static final MathContext DIGITS = new MathContext(6);

    /** How a reader finds a value of a panel. */
    enum Reading {
        /** By the place along the horizontal axis. */
        X,
        /** By the row. */
        Y,
        /** By column and row of a map; a series is a row. */
        CELL,
        /** By the nearest dot. */
        POINT
    }

    /**
     * A panel.
     *
     * @param at label of the axis along which the panel is read
     * @param value label of the axis of the values
     */
    record Panel(Reading reading, String at, String value, List<Series> series) {}

    /**
     * A series.
     *
     * @param color a variable of the page's style sheet such as {@code --blue}, or {@code #rrggbb}
     * @param row the row of a map; NaN elsewhere
     * @param at places in units of the axis
     * @param text the places in words
     * @param low ends of intervals; null without intervals
     */
    record Series(
            String name,
            String color,
            double row,
            List<Double> at,
            List<String> text,
            List<Double> value,
            @Nullable List<Double> low,
            @Nullable List<Double> high) {}

    /** Whether the drawing tells nothing. */
    boolean isEmpty() {
        return panels.stream().allMatch(panel -> panel.series().isEmpty());
    }

    /** The chart as JSON with its heading, the line below and its summary; places that series of a panel share are written once. */
    String json(String title, String subtitle, String summary, UnaryOperator<String> words) {
        StringWriter out = new StringWriter();
        try (JsonGenerator json = new JsonFactory().createGenerator(out)) {
            json.writeStartObject();
            json.writeStringField("title", words.apply(title));
            json.writeStringField("subtitle", words.apply(subtitle));
            json.writeStringField("summary", words.apply(summary));
            json.writeArrayFieldStart("panels");
            for (Panel panel : panels) {
                write(json, panel, words);
            }
            json.writeEndArray();
            json.writeEndObject();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        return out.toString();
    }

    private static void write(JsonGenerator json, Panel panel, UnaryOperator<String> words) throws IOException {
        json.writeStartObject();
        json.writeStringField("reading", panel.reading().name());
        json.writeStringField("at", words.apply(panel.at()));
        json.writeStringField("value", words.apply(panel.value()));
        json.writeArrayFieldStart("groups");
        Series before = null;
        for (Series series : panel.series()) {
            boolean isShared = before != null
                    && series.at().equals(before.at())
                    && series.text().equals(before.text());
            if (!isShared) {
                if (before != null) {
                    json.writeEndArray();
                    json.writeEndObject();
                }
                json.writeStartObject();
                numbers(json, "at", series.at());
                json.writeArrayFieldStart("text");
                for (String text : series.text()) {
                    json.writeString(words.apply(text));
                }
                json.writeEndArray();
                json.writeArrayFieldStart("series");
            }
            write(json, series, words);
            before = series;
        }
        if (before != null) {
            json.writeEndArray();
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private static void write(JsonGenerator json, Series series, UnaryOperator<String> words) throws IOException {
        json.writeStartObject();
        json.writeStringField("name", words.apply(series.name()));
        json.writeStringField("color", series.color());
        if (!Double.isNaN(series.row())) {
            json.writeNumberField("row", BigDecimal.valueOf(series.row()));
        }
        numbers(json, "value", series.value());
        List<Double> low = series.low();
        List<Double> high = series.high();
        if (low != null && high != null) {
            numbers(json, "low", low);
            numbers(json, "high", high);
        }
        json.writeEndObject();
    }

    private static void numbers(JsonGenerator json, String name, List<Double> values) throws IOException {
        json.writeArrayFieldStart(name);
        for (double value : values) {
            if (Double.isFinite(value)) {
                json.writeNumber(digits(value));
            } else {
                json.writeNull();
            }
        }
        json.writeEndArray();
    }

    private static String digits(double value) {
        BigDecimal rounded = BigDecimal.valueOf(value).round(DIGITS).stripTrailingZeros();
        return rounded.signum() == 0 ? "0" : rounded.toPlainString();
    }

    /** The chart as CSV: a row a value, with the ends of its interval if it has one. */
    String csv() {
        StringWriter out = new StringWriter();
        try (CsvWriter csv = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(out)) {
            csv.writeRecord("panel", "series", "at", "place", "value", "low", "high");
            for (Panel panel : panels) {
                for (Series series : panel.series()) {
                    for (int i = 0; i < series.at().size(); i++) {
                        csv.writeRecord(
                                panel.value(),
                                series.name(),
                                series.text().get(i),
                                cell(series.at(), i),
                                cell(series.value(), i),
                                cell(series.low(), i),
                                cell(series.high(), i));
                    }
                }
            }
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        return out.toString();
    }

    private static String cell(@Nullable List<Double> values, int i) {
        return values == null || !Double.isFinite(values.get(i)) ? "" : digits(values.get(i));
    }
}
