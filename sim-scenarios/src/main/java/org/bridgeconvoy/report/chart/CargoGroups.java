package org.bridgeconvoy.report.chart;

import java.awt.Color;
import java.util.ArrayList;
import java.util.List;
import org.bridgeconvoy.result.DailyTable;

/**
 * Which cargoes a chart shows each in a colour of its own, and which together: those with the most tonnes consigned alone, the
 * rest as one, so that no colour stands for two things.
 */
final class CargoGroups {

    private static final int LONGEST_NAME = 24;

    private final List<String> labels = new ArrayList<>();
    private final int[] groupOf;
    private final int alone;

    private CargoGroups(List<String> cargoes, boolean[] isAlone) {
        groupOf = new int[cargoes.size()];
        int others = 0;
        for (int c = 0; c < cargoes.size(); c++) {
            if (isAlone[c]) {
                groupOf[c] = labels.size();
                labels.add(Words.cut(cargoes.get(c), LONGEST_NAME));
            } else {
                others++;
            }
        }
        alone = labels.size();
        if (others > 0) {
            labels.add(others == 1 ? "the other cargo" : "the other " + others + " cargoes");
        }
        for (int c = 0; c < groupOf.length; c++) {
            groupOf[c] = isAlone[c] ? groupOf[c] : alone;
        }
    }

    static CargoGroups of(RunData run) {
        List<String> cargoes = run.cargoes();
        double[] consigned = new double[cargoes.size()];
        for (DailyTable table : run.daily()) {
            for (int c = 0; c < consigned.length; c++) {
                for (long milligrams : table.byCargo().get(c).consigned()) {
                    consigned[c] += milligrams;
                }
            }
        }
        boolean[] isAlone = new boolean[consigned.length];
        for (int c = 0; c < consigned.length; c++) {
            isAlone[c] = rank(consigned, c) < Style.SERIES.size();
        }
        return new CargoGroups(cargoes, isAlone);
    }

    /** How many come before it: those with more, and of equal ones those before it in the scenario. */
    private static int rank(double[] consigned, int cargo) {
        int before = 0;
        for (int c = 0; c < consigned.length; c++) {
            before += consigned[c] > consigned[cargo] || consigned[c] == consigned[cargo] && c < cargo ? 1 : 0;
        }
        return before;
    }

    /** Groups, the one of all others last. */
    int count() {
        return labels.size();
    }

    /** The group of a cargo. */
    int of(int cargo) {
        return groupOf[cargo];
    }

    /** Whether a cargo has a colour of its own. */
    boolean isAlone(int cargo) {
        return groupOf[cargo] < alone;
    }

    String label(int group) {
        return labels.get(group);
    }

    Color color(int group) {
        return group < alone ? Style.series(group) : Style.OTHER;
    }

    /** Rows by cargo added up by group. */
    double[][] sum(double[][] rows) {
        double[][] sums = new double[count()][rows[0].length];
        for (int c = 0; c < rows.length; c++) {
            for (int i = 0; i < rows[c].length; i++) {
                sums[groupOf[c]][i] += rows[c][i];
            }
        }
        return sums;
    }
}
