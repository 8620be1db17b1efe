package org.bridgeconvoy.report.chart;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Rectangle2D;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;
import org.bridgeconvoy.report.WholeFile;
import org.jfree.chart.ChartRenderingInfo;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.block.ColumnArrangement;
import org.jfree.chart.block.FlowArrangement;
import org.jfree.chart.plot.Plot;
import org.jfree.chart.plot.PlotRenderingInfo;
import org.jfree.chart.text.TextUtils;
import org.jfree.chart.title.LegendTitle;
import org.jfree.chart.title.TextTitle;
import org.jfree.chart.ui.HorizontalAlignment;
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.chart.ui.RectangleInsets;
import org.jfree.chart.ui.VerticalAlignment;

/**
 * A chart that can be written to a file: {@code Charts.throughput(run).size(160, 90).write(path)}. The default size is
 * 160 × 90 mm, half a page, with text of 8 points. Immutable; equal charts give equal bytes.
 */
public final class ConvoyChart {

    static {
        Headless.unlessChosen();
    }

    private static final double POINTS_PER_MM = 72 / 25.4;
    private static final double TEXT_POINTS = 8;
    /** Shortest side in millimetres. */
    private static final int LEAST_MM = 40;
    /** Longest side in millimetres. */
    private static final int MOST_MM = 2000;

    /** Width of a drawing in which no label is cut, in ems. */
    private static final double WIDE_EMS = 200;

    /** Height below which the line under the heading has at most two lines, so that the drawing keeps its place. */
    private static final int LOW_MM = 70;

    /** Draws the inside of a chart from the style and the width of the drawing in ems (sizes of the text). */
    interface Body extends BiFunction<Style, Double, Plot> {}

    private final String title;
    private final String subtitle;
    private final String summary;
    private final Body body;
    private final double widthMm;
    private final double heightMm;
    private final int dpi;

    /** A chart of the default size and resolution. */
    ConvoyChart(String title, String subtitle, String summary, Body body) {
        this(title, subtitle, summary, body, 160, 90, 200);
    }

    private ConvoyChart(
            String title, String subtitle, String summary, Body body, double widthMm, double heightMm, int dpi) {
        this.title = title;
        this.subtitle = subtitle;
        this.summary = summary.strip();
        this.body = body;
        this.widthMm = widthMm;
        this.heightMm = heightMm;
        this.dpi = dpi;
    }

    /** The heading. */
    public String title() {
        return title;
    }

    /** The line below the heading: scenario and number of replications. */
    public String subtitle() {
        return subtitle;
    }

    /** One or two sentences with the main numbers of the chart, for readers who cannot see it. */
    public String summary() {
        return summary;
    }

    /**
     * A copy in another size.
     *
     * @param millimetresWide width, from 40 to 2000
     * @param millimetresHigh height, from 40 to 2000
     * @throws IllegalArgumentException if a side is out of range
     */
    public ConvoyChart size(double millimetresWide, double millimetresHigh) {
        for (double mm : new double[] {millimetresWide, millimetresHigh}) {
            if (!(mm >= LEAST_MM && mm <= MOST_MM)) {
                throw new IllegalArgumentException(
                        "a side of a chart must be " + LEAST_MM + " to " + MOST_MM + " mm, got " + mm + " mm");
            }
        }
        return new ConvoyChart(title, subtitle, summary, body, millimetresWide, millimetresHigh, dpi);
    }

    /**
     * A copy with another resolution, which only PNG uses.
     *
     * @param dotsPerInch resolution, from 36 to 1200; 200 if not set
     * @throws IllegalArgumentException if it is out of range
     */
    public ConvoyChart dpi(int dotsPerInch) {
        if (dotsPerInch < 36 || dotsPerInch > 1200) {
            throw new IllegalArgumentException("resolution must be 36 to 1200 dpi, got " + dotsPerInch);
        }
        return new ConvoyChart(title, subtitle, summary, body, widthMm, heightMm, dotsPerInch);
    }

    /**
     * Writes the chart to a file, which is either complete or absent. The ending of the name gives the format:
     * {@code .png}, {@code .svg} or {@code .pdf}; {@code .csv} and {@code .json} hold the numbers of the chart in place of the drawing.
     *
     * @throws IllegalArgumentException for another ending, or for a PNG of more than 150 million pixels
     * @throws IOException if the file cannot be written or is a directory
     */
    public void write(Path file) throws IOException {
        if (Files.isDirectory(file)) {
            throw new IOException(file + " is a directory; a chart needs a file");
        }
        Path name = file.getFileName();
        String lower = name == null ? "" : name.toString().toLowerCase(Locale.ROOT);
        byte[] bytes;
        if (lower.endsWith(".png")) {
            bytes = png();
        } else if (lower.endsWith(".svg")) {
            bytes = svg();
        } else if (lower.endsWith(".pdf")) {
            bytes = pdf();
        } else if (lower.endsWith(".json")) {
            bytes = (json() + "\n").getBytes(StandardCharsets.UTF_8);
        } else if (lower.endsWith(".csv")) {
            bytes = csv().getBytes(StandardCharsets.UTF_8);
        } else {
            throw new IllegalArgumentException(
                    "a chart's file must end in .png, .svg, .pdf, .csv or .json, got " + file);
        }
        WholeFile.write(file, bytes);
    }

    /**
     * The chart as a PNG image that states its resolution.
     *
     * @throws IllegalArgumentException if it has more than 150 million pixels
     */
    public byte[] png() throws IOException {
        return PngFile.bytes(this, dpi);
    }

    /** The chart as an SVG document: vectors, and text as text. */
    public byte[] svg() throws IOException {
        return SvgFile.bytes(this);
    }

    /**
     * What the chart shows as JSON: title, subtitle, summary, and for each panel its axes and series with places, values and ends of
     * intervals. The page of a report holds the same text and answers a pointer from it.
     */
    public String json() {
        return json(text -> text);
    }

    /** What the chart shows as JSON, its words in another language. */
    public String json(UnaryOperator<String> words) {
        return table().json(title, subtitle, summary, words);
    }

    /** What the chart shows as CSV: a row a value, with the ends of its interval if it has one. */
    public String csv() {
        return table().csv();
    }

    private ChartTable table() {
        return PlotReader.table(body.apply(new Style(TEXT_POINTS, title + subtitle + summary), WIDE_EMS));
    }

    /** The chart as a PDF page of its size: vectors, and text as text. */
    public byte[] pdf() throws IOException {
        return PdfFile.bytes(this);
    }

    /**
     * The chart as an {@code svg} element for an HTML page: without heading, in CSS pixels, with colours as CSS
     * variables so that the page can be light or dark.
     *
     * @param id prefix of the ids in the element, unique in the page
     * @param width width in CSS pixels
     * @param height height in CSS pixels
     * @param text size of the text in CSS pixels
     */
    public String inline(String id, double width, double height, double text) throws IOException {
        return SvgFile.inline(this, id, width, height, text);
    }

    double widthPoints() {
        return widthMm * POINTS_PER_MM;
    }

    double heightPoints() {
        return heightMm * POINTS_PER_MM;
    }

    double widthMm() {
        return widthMm;
    }

    double heightMm() {
        return heightMm;
    }

    /** Draws the chart with its heading, in points. */
    void draw(Graphics2D g) {
        Style style = new Style(TEXT_POINTS, title + subtitle + summary);
        JFreeChart chart = bare(style, widthPoints() / TEXT_POINTS);
        chart.setBackgroundPaint(Style.PAPER);
        chart.setPadding(style.insets(0.8, 0.8, 0.6, 0.6));
        TextTitle heading = new TextTitle(title, style.font(1.3));
        heading.setPaint(Style.INK);
        heading.setMaximumLinesToDisplay(3);
        TextTitle below = new TextTitle(subtitle, style.font());
        below.setPaint(Style.MUTED);
        below.setMaximumLinesToDisplay(heightMm < LOW_MM ? 2 : 3);
        int place = 0;
        for (TextTitle text : new TextTitle[] {heading, below}) {
            text.setHorizontalAlignment(HorizontalAlignment.LEFT);
            text.setTextAlignment(HorizontalAlignment.LEFT);
            text.setPadding(style.insets(0, 0.3, 0.25, 0));
            chart.addSubtitle(place++, text);
        }
        paint(chart, g, widthPoints(), heightPoints());
    }

    /** Draws the chart without its heading; returns where its panels are, as {@link PlotReader#areas} writes it. */
    String drawInline(Graphics2D g, double width, double height, double text) {
        Style style = new Style(text, title + subtitle + summary);
        JFreeChart chart = bare(style, width / text);
        chart.setBackgroundPaint(null);
        chart.setPadding(style.insets(0.2, 0, 0.2, 0.2));
        PlotRenderingInfo info = paint(chart, g, width, height);
        return PlotReader.areas(chart.getPlot(), info);
    }

    /**
     * The chart with its legend but without its heading.
     *
     * @param ems width of the drawing in sizes of the text
     */
    private JFreeChart bare(Style style, double ems) {
        Plot plot = body.apply(style, ems);
        JFreeChart chart = new JFreeChart(null, style.font(), plot, false);
        chart.setBorderVisible(false);
        LegendTitle legend = new LegendTitle(
                plot,
                new FlowArrangement(HorizontalAlignment.LEFT, VerticalAlignment.CENTER, style.em(0.9), style.em(0.1)),
                new ColumnArrangement());
        legend.setPosition(RectangleEdge.TOP);
        legend.setHorizontalAlignment(HorizontalAlignment.LEFT);
        legend.setBackgroundPaint(null);
        legend.setItemFont(style.font(0.94));
        legend.setItemPaint(Style.INK);
        legend.setItemLabelPadding(new RectangleInsets(style.em(0.1), style.em(0.3), style.em(0.1), style.em(0.3)));
        legend.setLegendItemGraphicPadding(new RectangleInsets(style.em(0.1), style.em(0.3), style.em(0.1), 0));
        legend.setPadding(RectangleInsets.ZERO_INSETS);
        chart.addLegend(legend);
        return chart;
    }

    /** Paints a chart with antialiasing and exact positions. */
    private static PlotRenderingInfo paint(JFreeChart chart, Graphics2D g, double width, double height) {
        RenderingHints hints = new RenderingHints(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        hints.put(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        hints.put(RenderingHints.KEY_FRACTIONALMETRICS, RenderingHints.VALUE_FRACTIONALMETRICS_ON);
        hints.put(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        chart.setRenderingHints(hints);
        g.addRenderingHints(hints);
        TextUtils.setUseDrawRotatedStringWorkaround(false); // otherwise rotated words are drawn as shapes
        ChartRenderingInfo info = new ChartRenderingInfo(null);
        chart.draw(g, new Rectangle2D.Double(0, 0, width, height), info);
        return info.getPlotInfo();
    }
}
