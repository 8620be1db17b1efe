package org.bridgeconvoy.report.chart;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The response of one metric to one or two varied paths, for a curve or a map of cells.
 *
 * @param title heading of the chart
 * @param metric label of the metric
 * @param unit unit of the metric; empty for a share
 * @param x the path that varies along a curve
 * @param y the path that varies from curve to curve; a single value if only one path varies
 * @param mean means by value of y, then of x; NaN for no data
 * @param halfWidth95 half-widths by value of y, then of x; NaN below two replications
 */
public record SweepData(
        String title, String metric, String unit, Axis x, Axis y, double[][] mean, double[][] halfWidth95) {

    /**
     * A varied path.
     *
     * @param name path in the scenario
     * @param unit unit of {@code values}; empty for no unit, or for equally spaced values
     * @param texts values as the user gave them: {@code 20 s}
     * @param values values as numbers on the axis; 0, 1, 2 … if the texts are not ascending numbers of one unit
     */
    public record Axis(String name, String unit, List<String> texts, double[] values) {

        /** The second axis of a sweep of one path. */
        public static Axis none() {
            return new Axis("", "", List.of(""), new double[] {0});
        }
    }

    /**
     * The interval between two tried values in which a curve bends. The sweep does not tell where between them.
     *
     * @param from last tried value before the bend, as the user gave it
     * @param to first tried value behind the bend
     * @param low position of {@code from} on the axis
     * @param high position of {@code to} on the axis
     */
    public record Bend(String from, String to, double low, double high) {

        /** {@code between 100 and 140}. */
        public String words() {
            return "between " + from + " and " + to;
        }
    }

    /**
     * Where a curve bends: the interval of tried values around the knot of the two straight lines that fit best by
     * least squares (Hudson, 1966). A bend at a tried value lies between the neighbours of this value. Empty if
     *
     * <ul>
     *   <li>there are fewer than five points,
     *   <li>a bend at the best tried value removes less than nine tenths of the residual squares of a single line, or
     *   <li>these residual squares are less than a thousandth of the squares about the mean.
     * </ul>
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

    /**
     * Values of y whose curves are exactly equal.
     *
     * @param first index of the first of them
     * @param texts the values as the user gave them
     */
    record Curve(int first, List<String> texts) {

        /** {@code 30 s}, {@code 30 s = 31 s}, {@code 30 s … 37 s, 8 alike}. */
        String label() {
            return texts.size() <= 2
                    ? String.join(" = ", texts)
                    : texts.get(0) + " … " + texts.get(texts.size() - 1) + ", " + texts.size() + " alike";
        }
    }

    /** The curves that differ, in the order of y; equal curves form one entry. */
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
