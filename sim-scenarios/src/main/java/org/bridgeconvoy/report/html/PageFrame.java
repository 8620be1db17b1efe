package org.bridgeconvoy.report.html;

import java.io.IOException;
import java.util.Collection;
import java.util.stream.Stream;
import org.bridgeconvoy.report.chart.ConvoyChart;

/** The parts that all pages share: head and end, sections, figures, warnings, tables. */
final class PageFrame {

    /** Width of a figure on a desktop screen, in CSS pixels. */
    private static final int WIDE = 600;
    /** Width of a figure on a telephone, in CSS pixels. */
    private static final int NARROW = 340;

    private PageFrame() {}

    /** Writes the head of a page and opens its body, with a link that skips to the answer. */
    static void begin(Html html, String title) {
        head(html, title + " · Bridge Convoy");
        html.open("body").element("a", "Skip to the answer", "class", "skip", "href", "#answer");
        html.data(html.words().json(), "id", "words");
    }

    private static void head(Html html, String title) {
        html.raw("<!DOCTYPE html>\n")
                .open("html", "lang", html.words().code())
                .open("head")
                .empty("meta", "charset", "utf-8")
                .empty("meta", "name", "viewport", "content", "width=device-width, initial-scale=1")
                .empty("meta", "http-equiv", "Content-Security-Policy", "content", PagePolicy.text())
                .empty("meta", "name", "generator", "content", "Bridge Convoy")
                .element("title", title)
                .raw("<style>" + Resources.text(PagePolicy.STYLE) + "</style>\n")
                .close();
    }

    /** Closes the page. Its script opens folded parts for printing. */
    static String end(Html html, String version) {
        html.open("footer").element("p", "Bridge Convoy " + version).close();
        script(html, PagePolicy.CHART);
        script(html, PagePolicy.PRINT);
        return html.close().close().page();
    }

    /** A script of the page. */
    static void script(Html html, String resource) {
        html.raw("<script>" + Resources.text(resource) + "</script>\n");
    }

    /** The first paragraph of a description; nothing for a blank one. */
    static void lead(Html html, String description) {
        if (!description.isBlank()) {
            html.open("p", "class", "lead")
                    .own(description.strip().split("\\R\\s*\\R", 2)[0])
                    .close();
        }
    }

    /** Opens a section with a heading. */
    static void section(Html html, String id, String heading) {
        html.open("section", "id", id, "aria-labelledby", id + "-h").element("h2", heading, "id", id + "-h");
    }

    /** Preformatted text, with a label for screen readers. */
    static void code(Html html, String what, String text) {
        html.open("pre", "tabindex", "0", "aria-label", what)
                .element("code", text)
                .close();
    }

    /** A chart as a figure with its own title. */
    static void figure(Html html, String id, ConvoyChart chart, double aspect) throws IOException {
        figure(html, id, chart.title(), chart, aspect);
    }

    /**
     * A chart as a figure. It is drawn twice, wide and narrow, and the style sheet shows the one that fits.
     *
     * @param aspect width divided by height of the wide drawing
     */
    static void figure(Html html, String id, String title, ConvoyChart chart, double aspect) throws IOException {
        figure(html, id, "h3", title, chart, aspect, "");
    }

    /**
     * A chart as a figure with more data for the script.
     *
     * @param heading tag of its title: {@code h2} where no section has begun yet
     * @param trucks JSON that {@code chart.js} reads beside the numbers of the chart; empty for none
     */
    static void figure(
            Html html, String id, String heading, String title, ConvoyChart chart, double aspect, String trucks)
            throws IOException {
        html.open("figure", "id", id);
        html.element(heading, title);
        drawing(html, "wide", chart, id + "-w", WIDE, WIDE / aspect, 12.5);
        drawing(
                html,
                "narrow",
                chart,
                id + "-n",
                NARROW,
                Math.max(aspect > 2.5 ? 150 : 250, NARROW / aspect * 1.5),
                11);
        html.data(chart.json(html.words()::say), "class", "chart-data");
        if (!trucks.isEmpty()) {
            html.data(trucks, "class", "chart-trucks");
        }
        html.open("figcaption")
                .text(chart.summary() + " ")
                .element("span", chart.subtitle())
                .close();
        html.close();
    }

    /**
     * One drawing of a figure. Its class says its shape, so that a drawing out of view, which the browser does not lay out, is as high as it
     * will be: {@code h71} of a drawing whose height is 71% of its width.
     */
    private static void drawing(
            Html html, String kind, ConvoyChart chart, String id, double width, double height, double text)
            throws IOException {
        double percent = Math.round(100 * height / width);
        html.open("div", "class", kind + " h" + (int) percent)
                .raw(DrawnWords.in(html.words(), chart.inline(id, width, width * percent / 100, text)))
                .close();
    }

    /** Each warning as a paragraph of its own: first those about the scenarios, then those about the result. */
    static void warnings(Html html, Collection<String> ofScenarios, Collection<String> ofResult) {
        Stream.concat(ofScenarios.stream(), ofResult.stream())
                .forEach(warning -> html.open("p", "class", "warning")
                        .element("strong", "Warning: ")
                        .text(warning)
                        .close());
    }

    /** The last section of a comparison or sweep: the command that makes it again. */
    static void again(Html html, String command) {
        section(html, "scenario", "How to run it again");
        code(html, "Command", command);
        html.close();
    }

    /** The id of a metric's chart: its name in characters that a link may have. */
    static String chartId(String metric) {
        return "chart-" + metric.replaceAll("[^A-Za-z0-9_]", "-");
    }

    /** Most rows of a table that printing keeps on one page. */
    private static final int SHORT = 8;

    /** A table whose first column names the row. On a narrow screen the table scrolls sideways, not the page. */
    static void table(Html html, String caption, String[] headings, Collection<String[]> rows) {
        String kind = rows.size() > SHORT ? "scroll long" : "scroll";
        html.open("div", "class", kind, "tabindex", "0", "role", "region", "aria-label", caption)
                .open("table");
        html.element("caption", caption).open("thead").open("tr");
        for (String heading : headings) {
            html.element("th", heading, "scope", "col");
        }
        html.close().close().open("tbody");
        for (String[] row : rows) {
            html.open("tr").element("th", row[0], "scope", "row");
            for (int i = 1; i < row.length; i++) {
                html.element("td", row[i]);
            }
            html.close();
        }
        html.close().close().close();
    }
}
