package org.bridgeconvoy.experiment.calibration;

import java.util.List;
import org.bridgeconvoy.experiment.input.Input;
import org.bridgeconvoy.experiment.input.InputSpace;

/** Worlds at places of the unit cube, fast: quantiles of numbers are interpolated between those of many probabilities. */
final class Priors {

    private static final int SLICES = 1 << 12;

    private final InputSpace space;
    private final double[][] tables;

    Priors(InputSpace space) {
        this.space = space;
        tables = space.inputs().stream().map(Priors::table).toArray(double[][]::new);
    }

    private static double[] table(Input input) {
        double[] table = new double[SLICES - 1];
        for (int i = 0; i < table.length; i++) {
            table[i] = input.at((i + 1.0) / SLICES);
        }
        return table;
    }

    /** For each input the number of its choices, 0 for a number. */
    int[] choices() {
        return space.inputs().stream()
                .mapToInt(i -> i.kind() == Input.Kind.CHOICE
                        ? 1 + (int) i.distribution().upperBound()
                        : 0)
                .toArray();
    }

    /** The world at a place, nearly. */
    double[] near(double[] place) {
        double[] world = new double[place.length];
        for (int i = 0; i < world.length; i++) {
            world[i] = near(i, place[i]);
        }
        return world;
    }

    private double near(int input, double u) {
        double[] table = tables[input];
        double at = u * SLICES - 1;
        int below = (int) Math.floor(at);
        if (below >= 0 && below + 1 < table.length) {
            double low = table[below];
            double high = table[below + 1];
            if (low == high) {
                return low;
            }
            if (isSmooth(table, below)) {
                return low + (at - below) * (high - low);
            }
        }
        return space.inputs().get(input).at(u);
    }

    /** Whether the quantile rises on both sides too, so that there is no step here. */
    private static boolean isSmooth(double[] table, int below) {
        return below >= 1
                && below + 2 < table.length
                && table[below - 1] < table[below]
                && table[below + 1] < table[below + 2];
    }

    /** The world at each place, exactly. */
    List<double[]> worlds(List<double[]> places) {
        return places.stream().map(space::world).toList();
    }
}
