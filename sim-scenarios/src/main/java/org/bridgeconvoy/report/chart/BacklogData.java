package org.bridgeconvoy.report.chart;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.bridgeconvoy.experiment.Estimate;
import org.bridgeconvoy.result.DailyTable;
import org.bridgeconvoy.result.Metric;
import org.bridgeconvoy.result.MetricFamily;

/**
 * Two backlogs at the end of each day: tonnes that wait for a truck (consigned but not assigned), and tonnes not
 * delivered yet, which includes those on trucks.
 *
 * @param days end of each day, in days since the start
 * @param cargoes names of the rows of {@code byCargo} and {@code undeliveredByCargo}
 * @param byCargo tonnes that wait for a truck, with intervals over all replications
 * @param total tonnes of all cargoes that wait for a truck
 * @param undeliveredByCargo tonnes consigned since the start but not unloaded
 * @param undelivered tonnes of all cargoes consigned since the start but not unloaded
 * @param clears time until all is unloaded, of each stream with a total
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
     * Days until the last load of a cargo is unloaded.
     *
     * @param cargo name of the cargo
     * @param days mean and interval over the replications that unloaded all of it
     * @param notCleared number of replications that did not; above 0 the mean is a lower bound
     */
    public record Clears(String cargo, Estimate days, int notCleared) {}

    /** The backlogs of a run at the end of every day, warm-up included. */
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

    /** Tonnes of the cargoes from {@code from} to before {@code to} that wait for a truck. */
    private static double[] backlog(DailyTable table, int from, int to) {
        double[] row = new double[table.days()];
        for (int c = from; c < to; c++) {
            for (int day = 0; day < row.length; day++) {
                row[day] += table.byCargo().get(c).backlog()[day] / RunData.TONNE;
            }
        }
        return row;
    }

    /** Tonnes of the cargoes from {@code from} to before {@code to} that are not delivered yet. */
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
