package org.bridgeconvoy.report.chart;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.bridgeconvoy.experiment.Estimate;
import org.bridgeconvoy.result.DailyTable;
import org.bridgeconvoy.result.Metric;
import org.bridgeconvoy.result.MetricFamily;

/**
 * Tonnes consigned but not yet assigned to a truck at the end of each day, and those not yet delivered, which adds what
 * is under way.
 *
 * @param days the end of each day, in days since the start
 * @param cargoes names of the rows of {@code byCargo}
 * @param byCargo with intervals over all replications
 * @param total all cargoes
 * @param undeliveredByCargo consigned since the start but not unloaded
 * @param undelivered the same of all cargoes
 * @param clears when streams with a total were all unloaded
 */
public record BacklogData(
        double[] days,
        List<String> cargoes,
        List<Band> byCargo,
        Band total,
        List<Band> undeliveredByCargo,
        Band undelivered,
        List<Clears> clears) {

    /**
     * Days until the last of a cargo is unloaded.
     *
     * @param cargo its name
     * @param days mean and interval over the replications that got there
     * @param notCleared replications that did not; the mean is a lower bound if above 0
     */
    public record Clears(String cargo, Estimate days, int notCleared) {}

    /** Of every day of a run, warm-up included. */
    public static BacklogData of(RunData run) {
        int days = run.days();
        double[] ends = new double[days];
        for (int day = 0; day < days; day++) {
            ends[day] = day + run.partOfDay(day);
        }
        int cargoes = run.cargoes().size();
        List<Band> backlogs = new ArrayList<>();
        List<Band> undelivered = new ArrayList<>();
        for (int c = 0; c < cargoes; c++) {
            int cargo = c;
            backlogs.add(band(run, table -> backlog(table, cargo, cargo + 1)));
            undelivered.add(band(run, table -> undelivered(table, cargo, cargo + 1)));
        }
        return new BacklogData(
                ends,
                run.cargoes(),
                backlogs,
                band(run, table -> backlog(table, 0, cargoes)),
                undelivered,
                band(run, table -> undelivered(table, 0, cargoes)),
                clears(run));
    }

    private static Band band(RunData run, Function<DailyTable, double[]> row) {
        return Band.of(run.daily().stream().map(row).toList());
    }

    private static double[] backlog(DailyTable table, int from, int to) {
        double[] row = new double[table.days()];
        for (int c = from; c < to; c++) {
            for (int day = 0; day < row.length; day++) {
                row[day] += table.byCargo().get(c).backlog()[day] / RunData.TONNE;
            }
        }
        return row;
    }

    private static double[] undelivered(DailyTable table, int from, int to) {
        double[] row = new double[table.days()];
        for (int c = from; c < to; c++) {
            DailyTable.Cargo cargo = table.byCargo().get(c);
            long open = 0;
            for (int day = 0; day < row.length; day++) {
                open += cargo.consigned()[day] - cargo.delivered()[day];
                row[day] += open / RunData.TONNE;
            }
        }
        return row;
    }

    private static List<Clears> clears(RunData run) {
        List<Clears> clears = new ArrayList<>();
        for (String cargo : run.cargoes()) {
            Estimate value = run.metrics()
                    .get(Metric.of(MetricFamily.DAYS_TO_CLEAR, cargo).name());
            if (value != null) {
                clears.add(new Clears(cargo, value, run.replications() - value.n()));
            }
        }
        return clears;
    }
}
