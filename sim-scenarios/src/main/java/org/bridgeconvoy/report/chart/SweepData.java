package org.bridgeconvoy.report.chart;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The response of one metric to one or two varied values: a curve, or a map of cells.
 *
 * @param title what was varied and looked at
 * @param metric label of the metric
 * @param unit of the metric; empty for a share
 * @param x what varies along the curve
 * @param y what varies from curve to curve, with a single value if nothing does
 * @param mean by value of y, then of x; NaN for no data
 * @param halfWidth95 of the same; NaN below two replications
 */
public record SweepData(
        String title, String metric, String unit, Axis x, Axis y, double[][] mean, double[][] halfWidth95) {

    /**
     * A varied value.
     *
     * @param name its path in the scenario
     * @param unit of {@code values}; empty for none, or if the texts speak for themselves
     * @param texts as given: {@code 20 s}
     * @param values as numbers on the axis; equally spaced indices 0, 1, 2 … where the texts are not numbers
     */
    public record Axis(String name, String unit, List<String> texts, double[] values) {

        /** An axis with nothing varied. */
        public static Axis none() {
            return new Axis("", "", List.of(""), new double[] {0});
        }
    }

    /**
     * Between which tried values a curve bends. Nothing is known between them.
     *
     * @param from the last tried value before the bend, as given
     * @param to the first one behind it
     * @param low place of {@code from} on the axis
     * @param high place of {@code to}
     */
    public record Bend(String from, String to, double low, double high) {

        /** {@code between 100 and 140}. */
        public String words() {
            return "between " + from + " and " + to;
        }
    }

    /**
     * Where a curve bends: between the tried values next to the place at which two straight lines that meet there fit best in the
     * sense of least squares (Hudson 1966). Empty if there are fewer than five points, or if a bend at the best tried value does not
     * take away at least nine tenths of the squares that a single line leaves, or that remainder is itself less than a thousandth of
     * the spread. A bend at a tried value lies between its neighbours.
     *
     * @param curve index of y
     */
    public Optional<Bend> bend(int curve) {
        int[] ends = BrokenLine.bend(x.values(), mean[curve]);
        return ends.length == 0
                ? Optional.empty()
                : Optional.of(new Bend(
                        x.texts().get(ends[0]), x.texts().get(ends[1]), x.values()[ends[0]], x.values()[ends[1]]));
    }

    /** Values of y whose curves lie exactly on each other. */
    record Curve(int first, List<String> texts) {

        /** {@code 30 s}, {@code 30 s = 31 s}, {@code 30 s … 37 s, 8 alike}. */
        String label() {
            return texts.size() <= 2
                    ? String.join(" = ", texts)
                    : texts.get(0) + " … " + texts.get(texts.size() - 1) + ", " + texts.size() + " alike";
        }
    }

    /** The curves that differ, in the order of y; those that lie on an earlier one are named with it. */
    List<Curve> distinctCurves() {
        List<Curve> curves = new ArrayList<>();
        for (int c = 0; c < mean.length; c++) {
            int same = 0;
            while (same < curves.size() && !Arrays.equals(mean[curves.get(same).first], mean[c])) {
                same++;
            }
            String text = y.texts().get(c);
            if (same == curves.size()) {
                curves.add(new Curve(c, new ArrayList<>(List.of(text))));
            } else {
                curves.get(same).texts.add(text);
            }
        }
        return curves;
    }
}
