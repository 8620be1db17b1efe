package org.bridgeconvoy.report.chart;

import java.util.ArrayList;
import java.util.List;
import org.bridgeconvoy.result.DailyTable;

/**
 * Tonnes consigned but not yet assigned to a truck at the end of each day.
 *
 * @param days the end of each day, in days since the start
 * @param cargoes names of the rows of {@code byCargo}
 * @param byCargo with intervals over all replications
 * @param total all cargoes
 * @param clears when streams with a total were all unloaded
 */
public record BacklogData(double[] days, List<String> cargoes, List<Band> byCargo, Band total, List<Clears> clears) {

    /**
     * Days until the last of a cargo is unloaded.
     *
     * @param cargo its name
     * @param days mean and interval over the replications that got there
     * @param notCleared replications that did not; the mean is a lower bound if above 0
     */
    public record Clears(String cargo, RunData.Value days, int notCleared) {}

    /** Of every day of a run, warm-up included. */
    public static BacklogData of(RunData run) {
        int days = run.days();
        double[] ends = new double[days];
        for (int day = 0; day < days; day++) {
            ends[day] = day + run.partOfDay(day);
        }
        List<Band> bands = new ArrayList<>();
        for (int c = 0; c < run.cargoes().size(); c++) {
            List<double[]> rows = new ArrayList<>();
            for (DailyTable table : run.daily()) {
                long[] backlog = table.byCargo().get(c).backlog();
                double[] row = new double[days];
                for (int day = 0; day < days; day++) {
                    row[day] = backlog[day] / RunData.TONNE;
                }
                rows.add(row);
            }
            bands.add(Band.of(rows));
        }
        List<double[]> totals = new ArrayList<>();
        for (DailyTable table : run.daily()) {
            double[] row = new double[days];
            for (int day = 0; day < days; day++) {
                row[day] = table.backlog(day) / RunData.TONNE;
            }
            totals.add(row);
        }
        return new BacklogData(ends, run.cargoes(), bands, Band.of(totals), clears(run));
    }

    private static List<Clears> clears(RunData run) {
        List<Clears> clears = new ArrayList<>();
        for (String cargo : run.cargoes()) {
            RunData.Value value = run.metrics().get("days_to_clear." + cargo);
            if (value != null) {
                clears.add(new Clears(cargo, value, run.replications() - value.n()));
            }
        }
        return clears;
    }
}
