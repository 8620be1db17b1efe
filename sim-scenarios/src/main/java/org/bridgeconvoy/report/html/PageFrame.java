package org.bridgeconvoy.report.html;

import java.io.IOException;
import java.util.Collection;
import org.bridgeconvoy.report.chart.ConvoyChart;

/** What pages have in common: head, sections, charts, tables. */
final class PageFrame {

    private static final int WIDE = 720;
    private static final int NARROW = 340;

    private PageFrame() {}

    /** The head of a page, and its body as far as the link that leads past what is above the answer. */
    static void begin(Html html, String title) {
        head(html, title + " · Bridge Convoy");
        html.open("body").element("a", "Skip to the answer", "class", "skip", "href", "#answer");
    }

    private static void head(Html html, String title) {
        html.raw("<!DOCTYPE html>\n")
                .open("html", "lang", "en")
                .open("head")
                .empty("meta", "charset", "utf-8")
                .empty("meta", "name", "viewport", "content", "width=device-width, initial-scale=1")
                .empty("meta", "name", "generator", "content", "Bridge Convoy")
                .element("title", title)
                .raw("<style>" + Resources.text("report.css") + "</style>\n")
                .close();
    }

    /** The end of a page; what is folded on the screen is open on paper. */
    static String end(Html html, String version) {
        html.open("footer").element("p", "Bridge Convoy " + version).close();
        html.raw("<script>" + Resources.text("print.js") + "</script>\n");
        return html.close().close().page();
    }

    /** The first paragraph of a description, if there is one. */
    static void lead(Html html, String description) {
        if (!description.isBlank()) {
            html.element("p", description.strip().split("\\R\\s*\\R", 2)[0], "class", "lead");
        }
    }

    /** Opens a section under a heading. */
    static void section(Html html, String id, String heading) {
        html.open("section", "id", id, "aria-labelledby", id + "-h").element("h2", heading, "id", id + "-h");
    }

    /** A text as it is, with what it is for those who hear the page. */
    static void code(Html html, String what, String text) {
        html.open("pre", "tabindex", "0", "aria-label", what)
                .element("code", text)
                .close();
    }

    /** A chart as a figure under its own title. */
    static void figure(Html html, String id, ConvoyChart chart, double aspect) throws IOException {
        figure(html, id, chart.title(), chart, aspect);
    }

    /** A chart as a figure, drawn once for a desk and once for a telephone; the style sheet shows one. */
    static void figure(Html html, String id, String title, ConvoyChart chart, double aspect) throws IOException {
        html.open("figure", "id", id);
        html.element("h3", title);
        html.open("div", "class", "wide")
                .raw(chart.inline(id + "-w", WIDE, WIDE / aspect, 12.5))
                .close();
        html.open("div", "class", "narrow")
                .raw(chart.inline(id + "-n", NARROW, Math.max(aspect > 2.5 ? 150 : 250, NARROW / aspect * 1.5), 11))
                .close();
        html.open("figcaption")
                .text(chart.summary() + " ")
                .element("span", chart.subtitle())
                .close();
        html.close();
    }

    /** Each warning as a paragraph of its own. */
    static void warnings(Html html, Collection<String> warnings) {
        for (String warning : warnings) {
            html.open("p", "class", "warning")
                    .element("strong", "Warning: ")
                    .text(warning)
                    .close();
        }
    }

    /** Tables of at most so many rows stay on one page when printed. */
    private static final int SHORT = 8;

    /** A table that scrolls sideways by itself where the screen is narrow; the first column names the row. */
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
