package org.bridgeconvoy.report.chart;

import java.util.ArrayList;
import java.util.List;
import org.bridgeconvoy.calendar.Nanos;
import org.bridgeconvoy.result.DailyTable;
import org.bridgeconvoy.result.TripTable;
import org.bridgeconvoy.result.TripTime;

/**
 * Deliveries per day, by cargo. Tonnes are means over all replications. Trucks by cargo need recorded trips and are
 * means over the replications that have them; without recorded trips there is one row for all cargo, over all
 * replications.
 *
 * @param binDays days of a bin; values are per day in any case
 * @param middles middle of each bin, in days since the start
 * @param lengths calendar days of each bin; the last may have fewer
 * @param cargoes names of the rows of {@code tonnes}
 * @param tonnes tonnes by cargo and bin
 * @param totalTonnes tonnes of all cargoes, with their interval
 * @param tonnesApart how the tonnes of single bins differ over the replications; none below two
 * @param truckRows names of the rows of {@code trucks}
 * @param trucks truckloads delivered, by row and bin
 * @param totalTrucks truckloads of all rows, with their interval over the replications of {@code trucks}
 * @param trucksApart how the truckloads of single bins differ over the replications of {@code trucks}: whole where a bin is a day
 * @param truckReplications number of replications behind {@code trucks}
 * @param lastIsShort whether the last bin covers less time than the others
 */
public record ThroughputData(
        int binDays,
        double[] middles,
        double[] lengths,
        List<String> cargoes,
        double[][] tonnes,
        Band totalTonnes,
        Spread tonnesApart,
        List<String> truckRows,
        double[][] trucks,
        Band totalTrucks,
        Spread trucksApart,
        int truckReplications,
        boolean lastIsShort) {

    /** The deliveries of every day of a run, warm-up included. */
    public static ThroughputData of(RunData run) {
        DayBins bins = new DayBins(run);
        int cargoes = run.cargoes().size();
        double[][] tonnes = new double[cargoes][bins.count()];
        List<double[]> totals = new ArrayList<>();
        for (DailyTable table : run.daily()) {
            double[] total = new double[bins.count()];
            for (int c = 0; c < cargoes; c++) {
                double[] row = deliveredTonnes(table.byCargo().get(c), bins);
                add(total, row, 1);
                add(tonnes[c], row, 1.0 / run.replications());
            }
            totals.add(total);
        }
        boolean byCargo = !run.trips().isEmpty();
        List<double[][]> rows = byCargo ? trucksByCargo(run, bins) : trucksOfDays(run, bins);
        double[][] trucks = new double[rows.get(0).length][bins.count()];
        List<double[]> truckTotals = new ArrayList<>();
        for (double[][] replication : rows) {
            double[] total = new double[bins.count()];
            for (int c = 0; c < trucks.length; c++) {
                add(total, replication[c], 1);
                add(trucks[c], replication[c], 1.0 / rows.size());
            }
            truckTotals.add(total);
        }
        Spread trucksApart = Spread.of(truckTotals);
        return new ThroughputData(
                bins.width(),
                bins.middles(),
                bins.lengths(),
                run.cargoes(),
                tonnes,
                Band.of(totals),
                Spread.of(totals),
                byCargo ? run.cargoes() : List.of("all cargo"),
                trucks,
                Band.of(truckTotals),
                bins.width() == 1 ? trucksApart.whole() : trucksApart,
                rows.size(),
                bins.count() > 1 && bins.length(bins.count() - 1) < bins.width() - 1e-9);
    }

    private static double[] deliveredTonnes(DailyTable.Cargo cargo, DayBins bins) {
        double[] sums = new double[bins.count()];
        for (int day = 0; day < cargo.delivered().length; day++) {
            sums[bins.of(day)] += cargo.delivered()[day] / RunData.TONNE;
        }
        return bins.perDay(sums);
    }

    /** Truckloads by cargo and bin, for each replication with recorded trips. */
    private static List<double[][]> trucksByCargo(RunData run, DayBins bins) {
        List<double[][]> rows = new ArrayList<>();
        for (TripTable trips : run.trips()) {
            double[][] sums = new double[run.cargoes().size()][bins.count()];
            for (int i = 0; i < trips.size(); i++) {
                count(run, bins, sums[trips.cargo(i)], trips.time(i, TripTime.UNLOAD_END));
                if (trips.returnCargo(i) != TripTable.EMPTY) {
                    count(run, bins, sums[trips.returnCargo(i)], trips.time(i, TripTime.RETURN_UNLOAD_END));
                }
            }
            for (double[] row : sums) {
                bins.perDay(row);
            }
            rows.add(sums);
        }
        return rows;
    }

    /** Counts a truckload in the bin of the day on which it is unloaded, if that is before the horizon. */
    private static void count(RunData run, DayBins bins, double[] sums, long unloaded) {
        if (unloaded != TripTable.NOT_REACHED && unloaded < run.horizonNanos()) {
            sums[bins.of((int) (unloaded / Nanos.DAY))]++;
        }
    }

    /** Truckloads of all cargo by bin, for each replication. */
    private static List<double[][]> trucksOfDays(RunData run, DayBins bins) {
        List<double[][]> rows = new ArrayList<>();
        for (DailyTable table : run.daily()) {
            double[] sums = new double[bins.count()];
            for (int day = 0; day < table.days(); day++) {
                sums[bins.of(day)] += table.deliveredTrucks()[day];
            }
            rows.add(new double[][] {bins.perDay(sums)});
        }
        return rows;
    }

    /** Adds a multiple of a row. */
    private static void add(double[] to, double[] row, double factor) {
        for (int i = 0; i < to.length; i++) {
            to[i] += factor * row[i];
        }
    }
}
