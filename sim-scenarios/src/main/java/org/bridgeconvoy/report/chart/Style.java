package org.bridgeconvoy.report.chart;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.FontFormatException;
import java.awt.Shape;
import java.awt.Stroke;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.List;
import java.util.Locale;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.jfree.chart.LegendItem;
import org.jfree.chart.LegendItemCollection;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.NumberTickUnit;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.plot.Plot;
import org.jfree.chart.plot.SeriesRenderingOrder;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.ui.RectangleInsets;
import org.jfree.data.RangeType;
import org.jspecify.annotations.Nullable;

/**
 * The house style of all charts. Lengths are multiples of the text size, so that one chart fits a page, a screen or a
 * telephone. Neighbouring colours differ for colour-blind readers and in grey. Lines also differ in their dashes,
 * stacked areas in their order and a paper-coloured edge.
 */
final class Style {

    static final Color PAPER = new Color(0xffffff);
    static final Color INK = new Color(0x262626);
    static final Color MUTED = new Color(0x5c5c5c);
    static final Color GRID = new Color(0xdcdcdc);
    static final Color NIGHT = new Color(0xebeef5);
    static final Color BLUE = new Color(0x0072b2);
    static final Color ORANGE = new Color(0xe69f00);
    static final Color GREEN = new Color(0x009e73);
    static final Color PURPLE = new Color(0xcc79a7);
    static final Color SKY = new Color(0x56b4e9);
    static final Color VERMILION = new Color(0xd55e00);
    static final Color YELLOW = new Color(0xf0e442);
    static final Color GREY = new Color(0x8c8c8c);

    static final Color OUTBOUND = BLUE;
    static final Color RETURN = VERMILION;

    /** Holidays of a bank. */
    static final Color HOLIDAY = new Color(0xd3d3d3);

    /** Closures of the bridge. */
    static final Color CLOSURE = new Color(0xf0b9a0);

    /**
     * Colours of cargoes and curves in their order, light and dark in turn. Neighbours differ for every colour vision
     * and in grey; any two of them differ, if less. {@code PaletteTest} checks it.
     */
    static final List<Color> SERIES = List.of(
            BLUE,
            ORANGE,
            new Color(0x00574a),
            new Color(0xe5a4c6),
            new Color(0xa33b00),
            new Color(0x7fcbf7),
            new Color(0x6a3d9a));

    /** Colour of everything beyond the colours of {@link #SERIES}. */
    static final Color OTHER = GREY;

    /** Dash patterns in lengths of dash and gap; the first is a full line. */
    private static final float[][] DASHES = {{}, {6, 2}, {2, 2}, {8, 2, 2, 2}, {4, 2}, {1.2f, 1.6f}, {10, 3}};

    /** Size of plain text in units of the drawing: 1 em. */
    private final float text;

    private final Font font;

    /**
     * A style for a text size.
     *
     * @param text size of plain text in units of the drawing
     * @param sample all text of the chart, by which a font is chosen that has every character
     */
    Style(double text, String sample) {
        this.text = (float) text;
        Font house = HouseFont.FONT;
        Font chosen = house.canDisplayUpTo(sample) < 0 ? house : new Font(Font.SANS_SERIF, Font.PLAIN, 1);
        this.font = chosen.deriveFont(this.text);
    }

    /**
     * Liberation Sans, which comes with PDFBox and has the widths of Arial and Helvetica. With it charts look alike on
     * every machine. A holder class: the font is loaded at the first chart.
     */
    private static final class HouseFont {
        static final Font FONT = load();

        private static Font load() {
            String name = "/org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf";
            try (InputStream in = PDDocument.class.getResourceAsStream(name)) {
                return in == null ? new Font(Font.SANS_SERIF, Font.PLAIN, 1) : Font.createFont(Font.TRUETYPE_FONT, in);
            } catch (FontFormatException e) {
                throw new IllegalStateException("the font " + name + " cannot be read", e);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    Font font() {
        return font;
    }

    /** The font in a multiple of the text size. */
    Font font(double factor) {
        return font.deriveFont((float) (text * factor));
    }

    /** A length of {@code count} ems. */
    double em(double count) {
        return text * count;
    }

    /** Insets in ems. */
    RectangleInsets insets(double top, double left, double bottom, double right) {
        return new RectangleInsets(em(top), em(left), em(bottom), em(right));
    }

    /**
     * Colour of a series.
     *
     * @throws IndexOutOfBoundsException beyond {@link #SERIES}: no two series of a chart share a colour
     */
    static Color series(int i) {
        return SERIES.get(i);
    }

    /** The colour with an opacity from 0 to 255. */
    static Color faint(Color color, int alpha) {
        return new Color(color.getRed(), color.getGreen(), color.getBlue(), alpha);
    }

    /** A full line of a width in ems. */
    Stroke line(double width) {
        return new BasicStroke((float) em(width), BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND);
    }

    /** A line of a width in ems with the dash pattern of a series. */
    Stroke dashed(double width, int i) {
        float[] pattern = DASHES[i % DASHES.length].clone();
        if (pattern.length == 0) {
            return line(width);
        }
        for (int k = 0; k < pattern.length; k++) {
            pattern[k] *= text * 0.13f;
        }
        return new BasicStroke((float) em(width), BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 10, pattern, 0);
    }

    /** A dot of a diameter in ems. */
    Shape dot(double diameter) {
        double d = em(diameter);
        return new Ellipse2D.Double(-d / 2, -d / 2, d, d);
    }

    /** A square of a side in ems. */
    Shape square(double side) {
        double d = em(side);
        return new Rectangle2D.Double(-d / 2, -d / 2, d, d);
    }

    /** Gives an axis the house style. */
    <A extends ValueAxis> A axis(A axis, String label) {
        axis.setLabel(label.isEmpty() ? null : label);
        axis.setLabelFont(font);
        axis.setLabelPaint(INK);
        axis.setLabelInsets(insets(0.25, 0.25, 0.25, 0.25));
        axis.setTickLabelFont(font(0.94));
        axis.setTickLabelPaint(INK);
        axis.setTickLabelInsets(insets(0.15, 0.3, 0.15, 0.3));
        axis.setAxisLinePaint(MUTED);
        axis.setAxisLineStroke(line(0.07));
        axis.setTickMarkPaint(MUTED);
        axis.setTickMarkStroke(line(0.07));
        axis.setTickMarkOutsideLength((float) em(0.3));
        if (axis instanceof NumberAxis numbers) {
            ownFormat(numbers);
        }
        return axis;
    }

    /**
     * Gives a new axis its own number format. JFreeChart's default format is one object for all axes, and two threads
     * must not use it at the same time.
     */
    private static void ownFormat(NumberAxis axis) {
        NumberTickUnit unit = axis.getTickUnit();
        if (unit.equals(NumberAxis.DEFAULT_TICK_UNIT)) {
            DecimalFormat format = new DecimalFormat("0", DecimalFormatSymbols.getInstance(Locale.ROOT));
            axis.setTickUnit(new NumberTickUnit(unit.getSize(), format), false, false);
        }
    }

    /**
     * A value axis from 0.
     *
     * @param counts whether ticks are whole numbers
     */
    NumberAxis fromZero(String label, boolean counts) {
        NumberAxis axis = axis(new AmountAxis(), label);
        axis.setStandardTickUnits(
                counts
                        ? NumberAxis.createIntegerTickUnits(Locale.ROOT)
                        : NumberAxis.createStandardTickUnits(Locale.ROOT));
        axis.setAutoRangeIncludesZero(true);
        axis.setLowerMargin(0);
        axis.setUpperMargin(0.06);
        axis.setRangeType(RangeType.POSITIVE);
        axis.setAutoRangeMinimumSize(counts ? 1 : 1e-9);
        return axis;
    }

    /** A plot in the house style. A panel of a combined plot has null for the axis that the panels share. */
    XYPlot plot(@Nullable ValueAxis domain, @Nullable ValueAxis range) {
        XYPlot plot = new XYPlot(null, domain, range, null);
        dress(plot);
        plot.setDomainGridlinePaint(GRID);
        plot.setDomainGridlineStroke(line(0.06));
        plot.setRangeGridlinePaint(GRID);
        plot.setRangeGridlineStroke(line(0.06));
        plot.setAxisOffset(RectangleInsets.ZERO_INSETS);
        plot.setSeriesRenderingOrder(SeriesRenderingOrder.FORWARD); // dashes over a full line leave both visible
        return plot;
    }

    /** Writes the name of a panel into its upper left corner, where a label beside its axis has no place. */
    void name(XYPlot plot, String name) {
        name(plot, name, false);
    }

    /** Writes the name of a panel into its upper left or right corner. */
    void name(XYPlot plot, String name, boolean isRight) {
        plot.addAnnotation(new PanelName(name, font(0.94), isRight));
    }

    /** Gives a plot the house style. */
    void dress(Plot plot) {
        plot.setBackgroundPaint(null);
        plot.setOutlineVisible(false);
        plot.setInsets(insets(0.4, 0, 0, 1.9));
        plot.setNoDataMessage("no data");
        plot.setNoDataMessageFont(font);
        plot.setNoDataMessagePaint(MUTED);
    }

    /** An entry of the legend with an area of a colour. */
    LegendItem swatch(String label, Color color) {
        double d = em(0.9);
        return words(new LegendItem(
                label, null, null, null, new Rectangle2D.Double(-d / 2, -d / 2, d, d), color, line(0.05), GREY));
    }

    /** An entry of the legend with a line. */
    LegendItem stroke(String label, Color color, Stroke stroke) {
        double d = em(2);
        return words(new LegendItem(label, null, null, null, new Line2D.Double(-d / 2, 0, d / 2, 0), stroke, color));
    }

    /** An entry of the legend with a dot or square. */
    LegendItem mark(String label, Color color, Shape shape) {
        return words(new LegendItem(label, null, null, null, shape, color, line(0.05), color));
    }

    private LegendItem words(LegendItem item) {
        item.setLabelFont(font(0.94));
        item.setLabelPaint(INK);
        return item;
    }

    static LegendItemCollection legend(List<LegendItem> items) {
        LegendItemCollection legend = new LegendItemCollection();
        items.forEach(legend::add);
        return legend;
    }
}
