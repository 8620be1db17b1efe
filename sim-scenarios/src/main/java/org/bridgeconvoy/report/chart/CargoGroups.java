package org.bridgeconvoy.report.chart;

import java.awt.Color;
import java.util.ArrayList;
import java.util.List;
import org.bridgeconvoy.result.DailyTable;

/**
 * Groups of cargoes that a chart shows in one colour. The cargoes with the most consigned tonnes are groups of one; all
 * others form the last group. So no colour stands for two groups.
 */
final class CargoGroups {

    /** Most characters of a cargo's name in a legend. */
    private static final int LONGEST_NAME = 24;

    private final List<String> labels = new ArrayList<>();
    private final int[] groupOf;
    /** Number of groups of one cargo. */
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

    /** The groups for a run: one for each of the largest cargoes, as many as there are colours. */
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

    /**
     * Number of cargoes before this one: those with more tonnes, and those with equal tonnes that stand first in the
     * scenario.
     */
    private static int rank(double[] consigned, int cargo) {
        int before = 0;
        for (int c = 0; c < consigned.length; c++) {
            before += consigned[c] > consigned[cargo] || consigned[c] == consigned[cargo] && c < cargo ? 1 : 0;
        }
        return before;
    }

    /** Number of groups. */
    int count() {
        return labels.size();
    }

    /** Group of a cargo, from 0. */
    int of(int cargo) {
        return groupOf[cargo];
    }

    /** Whether a cargo has its own colour. */
    boolean isAlone(int cargo) {
        return groupOf[cargo] < alone;
    }

    /** Name of the cargo, or the number of cargoes in the last group. */
    String label(int group) {
        return labels.get(group);
    }

    /** Colour of a group. */
    Color color(int group) {
        return group < alone ? Style.series(group) : Style.OTHER;
    }

    /** Sums of the rows of cargoes, by group. */
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
