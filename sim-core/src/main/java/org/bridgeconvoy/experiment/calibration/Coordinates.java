package org.bridgeconvoy.experiment.calibration;

import java.util.List;
import java.util.stream.IntStream;

/**
 * Where a world lies, as the emulator sees it: each number less the mean of some worlds over their standard deviation; each choice but the first 1 where
 * it is taken, else 0.
 */
final class Coordinates {

    private final int[] input;
    private final int[] choice;
    private final double[] centre;
    private final double[] scale;

    /**
     * Coordinates about some worlds.
     *
     * @param choices for each input the number of its choices, 0 for a number
     * @param worlds at least one
     */
    Coordinates(int[] choices, List<double[]> worlds) {
        int[] widths = IntStream.of(choices).map(k -> k == 0 ? 1 : k - 1).toArray();
        int n = IntStream.of(widths).sum();
        input = new int[n];
        choice = new int[n];
        centre = new double[n];
        scale = new double[n];
        int c = 0;
        for (int i = 0; i < choices.length; i++) {
            for (int k = 0; k < widths[i]; k++, c++) {
                input[c] = i;
                choice[c] = choices[i] == 0 ? 0 : k + 1;
                scale[c] = 1;
                if (choices[i] == 0) {
                    standardise(c, worlds);
                }
            }
        }
    }

    private void standardise(int c, List<double[]> worlds) {
        double sum = 0;
        for (double[] world : worlds) {
            sum += world[input[c]];
        }
        double mean = sum / worlds.size();
        double squares = 0;
        for (double[] world : worlds) {
            double d = world[input[c]] - mean;
            squares += d * d;
        }
        double sd = Math.sqrt(squares / worlds.size());
        centre[c] = mean;
        scale[c] = sd > 0 ? sd : 1;
    }

    /** How many there are. */
    int size() {
        return input.length;
    }

    /** The coordinates of a world. */
    double[] of(double[] world) {
        double[] at = new double[input.length];
        for (int c = 0; c < at.length; c++) {
            double value = world[input[c]];
            if (choice[c] == 0) {
                at[c] = (value - centre[c]) / scale[c];
            } else {
                at[c] = value == choice[c] ? 1 : 0;
            }
        }
        return at;
    }

    /** All products of these coordinates up to a degree. */
    Polynomials polynomials(int degree) {
        boolean[] isChoice = new boolean[choice.length];
        for (int c = 0; c < choice.length; c++) {
            isChoice[c] = choice[c] > 0;
        }
        return new Polynomials(degree, input, isChoice);
    }

    /** For each coordinate whether it tells a choice that fewer worlds have than needed. */
    boolean[] seldom(List<double[]> worlds, int needed) {
        boolean[] seldom = new boolean[input.length];
        for (int c = 0; c < seldom.length; c++) {
            int column = c;
            seldom[c] =
                    choice[c] > 0 && worlds.stream().filter(w -> w[column] > 0).count() < needed;
        }
        return seldom;
    }

    /** Whether a coordinate is that of a number. */
    boolean isNumber(int coordinate) {
        return choice[coordinate] == 0;
    }
}
