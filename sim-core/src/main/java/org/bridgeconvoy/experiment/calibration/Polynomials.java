package org.bridgeconvoy.experiment.calibration;

import java.util.ArrayList;
import java.util.List;

/**
 * All products of coordinates up to a total degree. Coordinates that tell the choices of one input apart (0 or 1) are neither squared nor multiplied
 * with each other.
 */
final class Polynomials {

    /** A term: the one it grew from, and the coordinate that it was multiplied by. The first term is 1. */
    private record Term(int parent, int coordinate, int degree, boolean[] used) {}

    private final List<Term> terms = new ArrayList<>();

    /**
     * The terms, by degree.
     *
     * @param degree the greatest, 0 or more
     * @param input for each coordinate the input that it belongs to
     * @param isChoice for each coordinate whether it tells a choice
     */
    Polynomials(int degree, int[] input, boolean[] isChoice) {
        terms.add(new Term(-1, -1, 0, new boolean[input.length]));
        for (int t = 0; t < terms.size(); t++) {
            Term term = terms.get(t);
            if (term.degree < degree) {
                for (int c = Math.max(term.coordinate, 0); c < input.length; c++) {
                    if (!isChoice[c] || !hasChoiceOf(term, input[c], input)) {
                        boolean[] used = term.used.clone();
                        used[c] = true;
                        terms.add(new Term(t, c, term.degree + 1, used));
                    }
                }
            }
        }
    }

    private static boolean hasChoiceOf(Term term, int of, int[] input) {
        for (int c = 0; c < input.length; c++) {
            if (term.used[c] && input[c] == of) {
                return true;
            }
        }
        return false;
    }

    /** How many terms there are, the constant among them. */
    int size() {
        return terms.size();
    }

    /** The values of the terms at a place. */
    double[] at(double[] coordinates) {
        double[] values = new double[terms.size()];
        values[0] = 1;
        for (int t = 1; t < values.length; t++) {
            Term term = terms.get(t);
            values[t] = values[term.parent] * coordinates[term.coordinate];
        }
        return values;
    }
}
