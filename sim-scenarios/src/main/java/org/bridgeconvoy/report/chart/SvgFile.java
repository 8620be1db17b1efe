package org.bridgeconvoy.report.chart;

import java.awt.Color;
import java.awt.Dimension;
import java.io.IOException;
import java.io.StringWriter;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.text.DecimalFormat;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.apache.batik.svggen.DefaultErrorHandler;
import org.apache.batik.svggen.DefaultExtensionHandler;
import org.apache.batik.svggen.DefaultStyleHandler;
import org.apache.batik.svggen.ImageHandlerBase64Encoder;
import org.apache.batik.svggen.SVGGeneratorContext;
import org.apache.batik.svggen.SVGGraphics2D;
import org.apache.batik.svggen.SVGIDGenerator;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** Writes a chart as SVG with Batik's generator. */
final class SvgFile {

    private static final String NAMESPACE = "http://www.w3.org/2000/svg";
    private static final String FONTS = "'Liberation Sans', Arial, Helvetica, sans-serif";

    // Each begins with one character that is rare in the text: a search looks no further elsewhere.
    private static final Pattern COLOUR = Pattern.compile("=\"(?:rgb\\((\\d+),(\\d+),(\\d+)\\)|(white|black))\"");
    private static final Pattern LINE_BREAK = Pattern.compile("\\n\\s*");
    /** Attributes without effect on the drawing: the page's style sheet names the font, and defaults need no words. */
    private static final Pattern WITHOUT_EFFECT = Pattern.compile(
            " (?:font-family|text-rendering|(?:color|image|shape)-rendering|color-interpolation)=\"[^\"]*\"");

    private SvgFile() {}

    /** The SVG file. */
    static byte[] bytes(ConvoyChart chart) throws IOException {
        SVGGraphics2D g = graphics("c");
        chart.draw(g);
        g.setSVGCanvasSize(new Dimension((int) chart.widthPoints(), (int) chart.heightPoints()));
        Element root = g.getRoot();
        root.setAttribute("width", number(chart.widthMm()) + "mm");
        root.setAttribute("height", number(chart.heightMm()) + "mm");
        root.setAttribute("viewBox", "0 0 " + number(chart.widthPoints()) + " " + number(chart.heightPoints()));
        describe(root, chart, "c");
        return fonts(text(g, root, true)).getBytes(StandardCharsets.UTF_8);
    }

    /** The chart as an element of a page; see {@link ConvoyChart#inline}. */
    static String inline(ConvoyChart chart, String id, double width, double height, double text) throws IOException {
        SVGGraphics2D g = graphics(id);
        String areas = chart.drawInline(g, width, height, text);
        Element root = g.getRoot();
        root.setAttribute("data-areas", areas);
        root.setAttribute("viewBox", "0 0 " + number(width) + " " + number(height));
        root.removeAttribute("width");
        root.removeAttribute("height");
        root.setAttribute("class", "chart");
        describe(root, chart, id);
        SvgMarkup.simplify(root);
        // A page under a content-security policy must not have style attributes.
        String svg = text(g, root, false);
        return lighter(variables(svg.substring(svg.indexOf("<svg"))), id);
    }

    /**
     * Removes what a page does not need: line breaks in tags, an id that every chart has, a clip to the whole drawing.
     */
    private static String lighter(String svg, String id) {
        String light = LINE_BREAK
                .matcher(svg)
                .replaceAll("")
                .replace("<defs id=\"genericDefs\"/>", "")
                .replace(" xml:space=\"preserve\"", "")
                .replace(" xmlns=\"http://www.w3.org/2000/svg\"", "")
                .replace(" xmlns:xlink=\"http://www.w3.org/1999/xlink\"", "")
                .replace(" clip-path=\"url(#" + id + "-clipPath0)\"", "");
        return PathText.shorter(WITHOUT_EFFECT.matcher(light).replaceAll(""));
    }

    /** A drawing whose ids begin with {@code id}. */
    private static SVGGraphics2D graphics(String id) {
        SVGGeneratorContext context = new Context(document());
        context.setIDGenerator(new SVGIDGenerator() {
            private int count;

            @Override
            public String generateID(String prefix) {
                return id + "-" + prefix + count++;
            }
        });
        return new SVGGraphics2D(context, false);
    }

    /**
     * Batik's default settings, with two decimals and its own number format: Batik shares one format between all
     * threads.
     */
    private static final class Context extends SVGGeneratorContext {

        Context(Document document) {
            super(document);
            setExtensionHandler(new DefaultExtensionHandler());
            setImageHandler(new ImageHandlerBase64Encoder());
            setStyleHandler(new DefaultStyleHandler());
            setErrorHandler(new DefaultErrorHandler());
            setPrecision(2);
            decimalFormat = (DecimalFormat) decimalFormat.clone();
        }
    }

    private static Document document() {
        try {
            return DocumentBuilderFactory.newInstance()
                    .newDocumentBuilder()
                    .getDOMImplementation()
                    .createDocument(NAMESPACE, "svg", null);
        } catch (ParserConfigurationException e) {
            throw new IllegalStateException("this Java has no XML parser", e);
        }
    }

    /** Adds title and description, which screen readers say in place of the drawing. */
    private static void describe(Element root, ConvoyChart chart, String id) {
        root.setAttribute("role", "img");
        root.setAttribute("aria-labelledby", id + "-title " + id + "-desc");
        root.insertBefore(words(root, "desc", id, chart.summary()), root.getFirstChild());
        root.insertBefore(words(root, "title", id, chart.title()), root.getFirstChild());
    }

    private static Element words(Element root, String tag, String id, String text) {
        Element element = root.getOwnerDocument().createElementNS(NAMESPACE, tag);
        element.setAttribute("id", id + "-" + tag);
        element.setTextContent(text);
        return element;
    }

    /** The SVG text of a drawing, its lines ending in LF. */
    private static String text(SVGGraphics2D g, Element root, boolean styles) throws IOException {
        StringWriter out = new StringWriter();
        g.stream(root, out, styles, false);
        // Batik breaks lines as the machine does.
        return out.toString().replace("\r\n", "\n").replace('\r', '\n');
    }

    /** Replaces the font of the machine by a list of fonts that a browser can choose from. */
    private static String fonts(String svg) {
        return svg.replaceAll("font-family:[^;\"]*Liberation Sans[^;\"]*", "font-family:" + FONTS)
                .replaceAll("font-family:[^;\"]*(SansSerif|Dialog|sans-serif)'?", "font-family:" + FONTS);
    }

    /** Replaces colours by the CSS variables of the page. */
    private static String variables(String svg) {
        Matcher matcher = COLOUR.matcher(svg);
        StringBuilder out = new StringBuilder();
        while (matcher.find()) {
            String name = matcher.group(4);
            Color color = name == null
                    ? new Color(number(matcher.group(1)), number(matcher.group(2)), number(matcher.group(3)))
                    : name.equals("white") ? Color.WHITE : Color.BLACK;
            String variable = PageColors.VARIABLES.get(color);
            matcher.appendReplacement(
                    out, Matcher.quoteReplacement(variable == null ? matcher.group() : "=\"var(--" + variable + ")\""));
        }
        return matcher.appendTail(out).toString();
    }

    private static int number(String digits) {
        return Integer.parseInt(digits);
    }

    /** A number with two decimals; without decimals if they are 0. */
    private static String number(double value) {
        String text =
                BigDecimal.valueOf(value).setScale(2, RoundingMode.HALF_UP).toPlainString();
        return text.endsWith(".00") ? text.substring(0, text.length() - 3) : text;
    }
}
