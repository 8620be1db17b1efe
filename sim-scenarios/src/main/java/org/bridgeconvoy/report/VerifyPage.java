package org.bridgeconvoy.report;

import com.fasterxml.jackson.core.JsonGenerator;
import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.Writer;
import java.util.List;
import org.bridgeconvoy.verify.Check;
import org.bridgeconvoy.words.Numbers;
import org.bridgeconvoy.words.Plural;

/** Writes the cases of a verification as text, CSV, JSON and HTML. Writers are flushed but not closed. */
public final class VerifyPage {

    private VerifyPage() {}

    /**
     * The cases as a table for a terminal, with the number of failures.
     *
     * @param width columns of the terminal
     */
    public static String text(List<Check> checks, int width) {
        TextTable table = new TextTable("Case", "expected", "got", "interval", "");
        checks.forEach(c -> table.row(c.name(), value(c.expected()), value(c.got()), interval(c), c.verdict()));
        long failed = checks.stream().filter(c -> !c.passed()).count();
        return String.join("\n", table.lines("", width)) + "\n\n" + Plural.count(checks.size(), "case") + ", " + failed
                + " failed\n";
    }

    private static String value(double value) {
        return value == Math.rint(value) ? Numbers.fixed(value, 0) : Numbers.fixed(value, 4);
    }

    /** The interval of a case; {@code exact} for one without width. */
    private static String interval(Check check) {
        return check.low() == check.high() ? "exact" : "[" + value(check.low()) + ", " + value(check.high()) + "]";
    }

    /** Writes a row for each case. */
    public static void csv(List<Check> checks, Writer out) throws IOException {
        CsvWriter csv = CsvFiles.csv(out);
        csv.writeRecord("group", "case", "source", "expected", "got", "low", "high", "verdict");
        for (Check c : checks) {
            csv.writeRecord(
                    c.group(),
                    c.name(),
                    c.source(),
                    CsvFiles.number(c.expected()),
                    CsvFiles.number(c.got()),
                    CsvFiles.number(c.low()),
                    CsvFiles.number(c.high()),
                    c.verdict());
        }
        csv.flush();
    }

    /** Writes an array with an object for each case. */
    public static void json(List<Check> checks, Writer out) throws IOException {
        try (JsonGenerator json = JsonSummary.generator(out)) {
            json.writeStartArray();
            for (Check c : checks) {
                json.writeStartObject();
                json.writeStringField("group", c.group());
                json.writeStringField("case", c.name());
                json.writeStringField("source", c.source());
                JsonSummary.number(json, "expected", c.expected());
                JsonSummary.number(json, "got", c.got());
                JsonSummary.number(json, "low", c.low());
                JsonSummary.number(json, "high", c.high());
                json.writeStringField("verdict", c.verdict());
                json.writeEndObject();
            }
            json.writeEndArray();
        }
        out.append('\n');
        out.flush();
    }

    /** Writes a page that needs no other file. */
    public static void html(List<Check> checks, long seed, String version, Writer out) throws IOException {
        out.append("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"
                + "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>Bridge Convoy against"
                + " known answers</title>\n<style>:root{color-scheme:light dark;--paper:#fff;--ink:#262626;--rule:#ccc;"
                + "--fail:#b00020}@media screen and (prefers-color-scheme:dark){:root{--paper:#14171c;--ink:#e8e9eb;"
                + "--rule:#343a44;--fail:#ff8a94}}body{font-family:sans-serif;margin:1.2rem;max-width:80em;"
                + "background:var(--paper);color:var(--ink)}.scroll{overflow-x:auto}table{border-collapse:collapse}"
                + "td,th{padding:.3em .8em .3em 0;border-bottom:1px solid var(--rule);text-align:left;vertical-align:top}"
                + ".n{text-align:right;font-variant-numeric:tabular-nums}.fail{color:var(--fail);font-weight:bold}"
                + "@media print{.scroll{overflow:visible}td,th{overflow-wrap:anywhere;font-size:8pt}}"
                + "</style>\n</head>\n<body>\n<h1>Bridge Convoy against known answers</h1>\n<p>");
        long failed = checks.stream().filter(c -> !c.passed()).count();
        out.append(Plural.count(checks.size(), "case") + ", " + failed + " failed; seed " + seed + ", version "
                + escaped(version));
        out.append(
                ". A case passes if the expected value lies in the interval. The intervals are so wide that with right"
                        + " code about one seed in a hundred fails a case by chance.</p>\n<div class=\"scroll\" tabindex=\"0\" role=\"region\" aria-label=\"Cases\">\n"
                        + "<table>\n<tr><th scope=\"col\">Case</th>"
                        + "<th scope=\"col\">Expected</th><th scope=\"col\">Got</th><th scope=\"col\">Interval</th><th scope=\"col\">Verdict</th><th scope=\"col\">Source</th></tr>\n");
        for (Check c : checks) {
            out.append("<tr><td>" + escaped(c.group() + ": " + c.name()) + "</td><td class=\"n\">" + value(c.expected())
                    + "</td><td class=\"n\">" + value(c.got()) + "</td><td class=\"n\">" + interval(c)
                    + "</td><td class=\"" + c.verdict() + "\">" + c.verdict() + "</td><td>" + escaped(c.source())
                    + "</td></tr>\n");
        }
        out.append("</table>\n</div>\n</body>\n</html>\n");
        out.flush();
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
