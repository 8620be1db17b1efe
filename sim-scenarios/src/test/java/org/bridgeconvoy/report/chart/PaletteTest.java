package org.bridgeconvoy.report.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.bridgeconvoy.report.html.HtmlReport;
import org.bridgeconvoy.result.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Neighbouring colours of a chart differ for every colour vision and in a grey print. Colour visions are those of
 * Machado, Oliveira and Fernandes (2009), table 1 at full severity. Distances are Euclidean in CIE L*a*b* (1976); a
 * distance of 2 is just noticeable. Contrasts are those of WCAG 2.2.
 */
class PaletteTest {

    /** Ways to see, each a matrix on linear RGB. */
    enum Vision {
        USUAL(new double[][] {{1, 0, 0}, {0, 1, 0}, {0, 0, 1}}),
        PROTANOPIA(new double[][] {
            {0.152286, 1.052583, -0.204868}, {0.114503, 0.786281, 0.099216}, {-0.003882, -0.048116, 1.051998}
        }),
        DEUTERANOPIA(new double[][] {
            {0.367322, 0.860646, -0.227968}, {0.280085, 0.672501, 0.047413}, {-0.011820, 0.042940, 0.968881}
        }),
        TRITANOPIA(new double[][] {
            {1.255528, -0.076749, -0.178779}, {-0.078411, 0.930809, 0.147602}, {0.004733, 0.691367, 0.303900}
        });

        @SuppressWarnings("ImmutableEnumChecker") // Private and only read.
        private final double[][] matrix;

        Vision(double[][] matrix) {
            this.matrix = matrix;
        }

        double[] seen(Color color) {
            double[] linear = linear(color);
            double[] seen = new double[3];
            for (int i = 0; i < 3; i++) {
                for (int k = 0; k < 3; k++) {
                    seen[i] += matrix[i][k] * linear[k];
                }
                seen[i] = Math.min(1, Math.max(0, seen[i]));
            }
            return seen;
        }

        double distance(Color a, Color b) {
            double[] x = lab(seen(a));
            double[] y = lab(seen(b));
            return Math.sqrt(Math.pow(x[0] - y[0], 2) + Math.pow(x[1] - y[1], 2) + Math.pow(x[2] - y[2], 2));
        }
    }

    private static double[] linear(Color color) {
        double[] linear = new double[3];
        float[] parts = color.getRGBColorComponents(null);
        for (int i = 0; i < 3; i++) {
            linear[i] = parts[i] <= 0.04045 ? parts[i] / 12.92 : Math.pow((parts[i] + 0.055) / 1.055, 2.4);
        }
        return linear;
    }

    private static double[] lab(double[] rgb) {
        double x = (0.4124564 * rgb[0] + 0.3575761 * rgb[1] + 0.1804375 * rgb[2]) / 0.95047;
        double y = 0.2126729 * rgb[0] + 0.7151522 * rgb[1] + 0.0721750 * rgb[2];
        double z = (0.0193339 * rgb[0] + 0.1191920 * rgb[1] + 0.9503041 * rgb[2]) / 1.08883;
        return new double[] {116 * f(y) - 16, 500 * (f(x) - f(y)), 200 * (f(y) - f(z))};
    }

    private static double f(double t) {
        return t > 216.0 / 24389 ? Math.cbrt(t) : (24389.0 / 27 * t + 16) / 116;
    }

    /** What a grey print shows: the ratio of luminances. */
    private static double contrast(Color a, Color b) {
        double y = luminance(a) + 0.05;
        double z = luminance(b) + 0.05;
        return Math.max(y, z) / Math.min(y, z);
    }

    private static double luminance(Color color) {
        double[] rgb = linear(color);
        return 0.2126 * rgb[0] + 0.7152 * rgb[1] + 0.0722 * rgb[2];
    }

    private record Pair(String what, Color a, Color b) {}

    private static List<Pair> neighbours(String chart, List<Color> colors) {
        List<Pair> pairs = new ArrayList<>();
        for (int i = 1; i < colors.size(); i++) {
            pairs.add(new Pair(chart + " " + (i - 1) + " and " + i, colors.get(i - 1), colors.get(i)));
        }
        return pairs;
    }

    private static List<Color> cargoes() {
        return Stream.concat(Style.SERIES.stream(), Stream.of(Style.OTHER)).toList();
    }

    /** The colours on a dark page, whose style sheet has other values for some. */
    private static List<Color> cargoesOnDark() throws IOException {
        String sheet;
        try (InputStream in = HtmlReport.class.getResourceAsStream("report.css")) {
            sheet = new String(java.util.Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
        }
        String dark = sheet.substring(sheet.indexOf("prefers-color-scheme: dark"));
        Map<Color, String> names = Map.of(Style.BLUE, "blue", Style.ORANGE, "orange", Style.GREY, "grey");
        List<Color> colors = new ArrayList<>();
        for (Color color : cargoes()) {
            String name = names.get(color);
            int at = dark.indexOf("--" + name + ": #");
            colors.add(
                    name == null
                            ? color
                            : Color.decode(dark.substring(at + name.length() + 4, at + name.length() + 11)));
        }
        return colors;
    }

    /** A station shows service, closed and busy; the bridge shows service and the other causes in their order. */
    private static List<Pair> states() {
        Map<String, Color> causes = ShareCharts.CAUSES;
        List<Color> all = List.copyOf(causes.values());
        Color served = all.get(1);
        List<Pair> pairs = new ArrayList<>(neighbours("states", all.subList(1, all.size())));
        for (String first : List.of("servers busy", "waiting for the convoy", "other direction's turn or hours")) {
            pairs.add(new Pair("served and " + first, served, java.util.Objects.requireNonNull(causes.get(first))));
        }
        return pairs;
    }

    @ParameterizedTest
    @EnumSource
    void filled_neighbours_are_told_apart_by_every_colour_vision(Vision vision) {
        List<Pair> pairs = new ArrayList<>(states());
        pairs.addAll(neighbours("cargoes", cargoes()));
        for (Pair pair : pairs) {
            assertThat(vision.distance(pair.a, pair.b)).as(pair.what).isGreaterThan(19);
        }
        for (Pair pair : neighbours("map", List.of(StudyCharts.SCALE))) {
            assertThat(vision.distance(pair.a, pair.b)).as(pair.what).isGreaterThan(5);
        }
    }

    @Test
    void filled_neighbours_are_told_apart_in_a_grey_print_and_on_a_dark_page() throws IOException {
        List<Pair> pairs = new ArrayList<>(states());
        pairs.addAll(neighbours("cargoes on a dark page", cargoesOnDark()));
        pairs.addAll(neighbours("cargoes", cargoes()));
        for (Pair pair : pairs) {
            assertThat(contrast(pair.a, pair.b)).as(pair.what).isGreaterThan(1.45);
        }
        for (Pair pair : neighbours("map", List.of(StudyCharts.SCALE))) {
            assertThat(contrast(pair.a, pair.b)).as(pair.what).isGreaterThan(1.1);
        }
    }

    @ParameterizedTest
    @EnumSource
    void any_two_colours_of_a_chart_are_told_apart(Vision vision) {
        for (List<Color> palette : List.of(
                cargoes(),
                List.copyOf(ShareCharts.CAUSES.values()),
                Arrays.stream(Stage.values()).map(ShareCharts::color).distinct().toList(),
                HourCharts.LINES,
                List.of(Style.BLUE, Style.GREY, Style.INK),
                List.of(Style.PAPER, Style.NIGHT, Style.HOLIDAY, Style.CLOSURE))) {
            for (int i = 0; i < palette.size(); i++) {
                for (int k = 0; k < i; k++) {
                    assertThat(vision.distance(palette.get(i), palette.get(k)))
                            .as("%s and %s", palette.get(i), palette.get(k))
                            .isGreaterThan(6);
                }
            }
        }
    }

    /** What a colour that is not opaque makes of the one behind it. */
    private static Color over(Color front, Color back) {
        int[] mixed = new int[3];
        int[] a = {front.getRed(), front.getGreen(), front.getBlue()};
        int[] b = {back.getRed(), back.getGreen(), back.getBlue()};
        for (int i = 0; i < mixed.length; i++) {
            mixed[i] = (front.getAlpha() * a[i] + (255 - front.getAlpha()) * b[i]) / 255;
        }
        return new Color(mixed[0], mixed[1], mixed[2]);
    }

    @ParameterizedTest
    @EnumSource
    void how_single_days_differ_is_told_from_bars_and_paper_and_from_the_paper_of_holidays(Vision vision) {
        List<Color> behind = new ArrayList<>(cargoes());
        behind.addAll(List.of(Style.PAPER, Style.NIGHT, Style.HOLIDAY, Style.CLOSURE));
        for (Color color : behind) {
            Color mixed = over(Bars.APART, color);
            assertThat(vision.distance(mixed, color)).as("over %s", color).isGreaterThan(6);
            assertThat(contrast(mixed, color))
                    .as("over %s in a grey print", color)
                    .isGreaterThan(1.1);
        }
        assertThat(vision.distance(over(Bars.APART, Style.PAPER), Style.HOLIDAY))
                .as("the legend's swatch and that of holidays")
                .isGreaterThan(10);
    }
}
