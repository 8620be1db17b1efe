package org.bridgeconvoy.report.chart;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.w3c.dom.Element;
import org.w3c.dom.NamedNodeMap;
import org.w3c.dom.Node;

/**
 * Makes the SVG of a drawing small without changing the picture: lines of one look that follow each other become one path, points of a
 * path that lie on the line through their neighbours are left out, and clips that no element uses.
 */
final class SvgMarkup {

    private static final String NAMESPACE = "http://www.w3.org/2000/svg";
    private static final Pattern POINT = Pattern.compile("([ML])(-?[0-9.]+) (-?[0-9.]+)");
    private static final Pattern CLIP = Pattern.compile("url\\(#([^)]+)\\)");
    private static final Set<String> ENDS = Set.of("x1", "x2", "y1", "y2");

    private SvgMarkup() {}

    /** Simplifies an element and all that it contains. */
    static void simplify(Element root) {
        lines(root);
        paths(root);
        clips(root);
    }

    private static List<Element> children(Element parent) {
        List<Element> children = new ArrayList<>();
        for (Node node = parent.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof Element child) {
                children.add(child);
            }
        }
        return children;
    }

    private static void lines(Element parent) {
        StringBuilder path = new StringBuilder();
        Map<String, String> look = Map.of();
        Element last = null;
        for (Element child : children(parent)) {
            if (!child.getTagName().equals("line")) {
                lines(child);
                last = null;
                continue;
            }
            Map<String, String> own = look(child);
            String drawn = "M" + child.getAttribute("x1") + " " + child.getAttribute("y1") + " L"
                    + child.getAttribute("x2") + " " + child.getAttribute("y2");
            if (last != null && own.equals(look)) {
                path.append(' ').append(drawn);
                last.setAttribute("d", path.toString());
                parent.removeChild(child);
                continue;
            }
            Element one = parent.getOwnerDocument().createElementNS(NAMESPACE, "path");
            own.forEach(one::setAttribute);
            one.setAttribute("d", drawn);
            parent.replaceChild(one, child);
            path = new StringBuilder(drawn);
            look = own;
            last = one;
        }
    }

    private static Map<String, String> look(Element line) {
        Map<String, String> look = new TreeMap<>();
        NamedNodeMap all = line.getAttributes();
        for (int i = 0; i < all.getLength(); i++) {
            String name = all.item(i).getNodeName();
            if (!ENDS.contains(name)) {
                look.put(name, all.item(i).getNodeValue());
            }
        }
        return look;
    }

    private static void paths(Element parent) {
        for (Element child : children(parent)) {
            if (child.hasAttribute("d")) {
                child.setAttribute("d", shorter(child.getAttribute("d")));
            }
            paths(child);
        }
    }

    /** A path without points on the way between their neighbours. A path with curves stays as it is. */
    static String shorter(String d) {
        StringBuilder out = new StringBuilder(d.length());
        double[][] kept = new double[2][2];
        String[] text = {"", ""};
        int held = 0;
        Matcher points = POINT.matcher(d);
        int read = 0;
        while (points.find()) {
            if (!d.substring(read, points.start()).isBlank()) {
                return d;
            }
            read = points.end();
            double[] at = {Double.parseDouble(points.group(2)), Double.parseDouble(points.group(3))};
            String words = points.group(2) + " " + points.group(3);
            if (points.group(1).equals("M")) {
                for (int i = 0; i < held; i++) {
                    out.append(text[i]);
                }
                held = 1;
                kept[0] = at;
                text[0] = "M" + words;
            } else if (held == 0) {
                return d;
            } else if (held == 1) {
                held = 2;
                kept[1] = at;
                text[1] = "L" + words;
            } else {
                if (!isBetween(kept[0], kept[1], at)) {
                    out.append(text[0]);
                    kept[0] = kept[1];
                    text[0] = text[1];
                }
                kept[1] = at;
                text[1] = "L" + words;
            }
        }
        for (int i = 0; i < held; i++) {
            out.append(text[i]);
        }
        String rest = d.substring(read).strip();
        if (rest.equals("Z")) {
            return out.append('Z').toString();
        }
        return rest.isEmpty() ? out.toString() : d;
    }

    /** Whether a point lies on an upright or level line from the first to the last, and on the way. */
    private static boolean isBetween(double[] first, double[] middle, double[] last) {
        for (int i = 0; i < 2; i++) {
            double a = first[1 - i];
            boolean onLine = first[i] == middle[i] && middle[i] == last[i];
            double m = middle[1 - i];
            double b = last[1 - i];
            if (onLine && (a <= m && m <= b || a >= m && m >= b)) {
                return true;
            }
        }
        return false;
    }

    private static void clips(Element root) {
        Set<String> used = new HashSet<>();
        used(root, used);
        unused(root, used);
    }

    private static void used(Element element, Set<String> used) {
        Matcher clip = CLIP.matcher(element.getAttribute("clip-path") + element.getAttribute("style"));
        while (clip.find()) {
            used.add(clip.group(1));
        }
        children(element).forEach(child -> used(child, used));
    }

    private static void unused(Element element, Set<String> used) {
        for (Element child : children(element)) {
            if (child.getTagName().equals("clipPath") && !used.contains(child.getAttribute("id"))) {
                element.removeChild(child);
            } else {
                unused(child, used);
            }
        }
    }
}
