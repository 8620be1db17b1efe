package org.bridgeconvoy.report.chart;

import java.awt.Color;
import java.util.Locale;
import java.util.Map;

/** The house colours as a page names them, so that it can be light or dark. */
final class PageColors {

    /** CSS variables of the page's style sheet, by the colour that they replace. */
    static final Map<Color, String> VARIABLES = Map.ofEntries(
            Map.entry(Style.PAPER, "paper"),
            Map.entry(Style.INK, "ink"),
            Map.entry(Style.MUTED, "muted"),
            Map.entry(Style.GRID, "grid"),
            Map.entry(Style.NIGHT, "night"),
            Map.entry(Style.HOLIDAY, "holiday"),
            Map.entry(Style.CLOSURE, "closure"),
            Map.entry(Style.BLUE, "blue"),
            Map.entry(Style.ORANGE, "orange"),
            Map.entry(Style.GREEN, "green"),
            Map.entry(Style.PURPLE, "purple"),
            Map.entry(Style.SKY, "sky"),
            Map.entry(Style.VERMILION, "vermilion"),
            Map.entry(Style.YELLOW, "yellow"),
            Map.entry(Style.GREY, "grey"));

    private PageColors() {}

    /** A colour as the page names it: a variable of its style sheet, or {@code #rrggbb}. */
    static String color(Color color) {
        String variable = VARIABLES.get(new Color(color.getRGB() & 0xffffff));
        return variable != null ? "--" + variable : String.format(Locale.ROOT, "#%06x", color.getRGB() & 0xffffff);
    }
}
