package org.bridgeconvoy.study.calibration;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.bridgeconvoy.experiment.calibration.Predicted;
import org.bridgeconvoy.study.ObservedNumbers;

/**
 * How well calibrated worlds predict the numbers of a column that were not used, beside a naive forecast: the mean of the numbers that were used at
 * the hour of the week (of days: at the day of the week), or of all of them where there is none.
 *
 * @param what name of the column
 * @param numbers how many were predicted
 * @param inside how many of them lie in the 90% range of the calibrated worlds
 * @param error mean absolute difference from the median of the calibrated worlds; NaN if these have no number
 * @param naiveError mean absolute difference from the naive forecast, over the numbers of {@code error}
 */
public record Forecast(String what, int numbers, int inside, double error, double naiveError) {

    /** A forecast of each column, in their order. */
    static List<Forecast> of(
            LocalDate start,
            List<ObservedNumbers.Entry> used,
            List<ObservedNumbers.Entry> heldOut,
            List<Predicted> predicted) {
        List<Forecast> forecasts = new ArrayList<>();
        for (String what :
                heldOut.stream().map(ObservedNumbers.Entry::what).distinct().toList()) {
            Map<String, List<Double>> byHour = new HashMap<>();
            for (ObservedNumbers.Entry entry : used) {
                if (entry.what().equals(what)) {
                    byHour.computeIfAbsent(hourOfWeek(start, entry), hour -> new ArrayList<>())
                            .add(entry.value());
                    byHour.computeIfAbsent("", all -> new ArrayList<>()).add(entry.value());
                }
            }
            forecasts.add(forecast(what, start, byHour, heldOut, predicted));
        }
        return forecasts;
    }

    private static Forecast forecast(
            String what,
            LocalDate start,
            Map<String, List<Double>> byHour,
            List<ObservedNumbers.Entry> heldOut,
            List<Predicted> predicted) {
        int numbers = 0;
        int told = 0;
        int inside = 0;
        double error = 0;
        double naive = 0;
        for (int i = 0; i < heldOut.size(); i++) {
            ObservedNumbers.Entry entry = heldOut.get(i);
            if (entry.what().equals(what)) {
                Predicted p = predicted.get(i);
                numbers++;
                inside += p.isInside() ? 1 : 0;
                if (!Double.isNaN(p.median())) {
                    told++;
                    error += Math.abs(p.median() - entry.value());
                    List<Double> like =
                            byHour.getOrDefault(hourOfWeek(start, entry), byHour.getOrDefault("", List.of()));
                    naive += Math.abs(mean(like) - entry.value());
                }
            }
        }
        return new Forecast(what, numbers, inside, error / told, naive / told);
    }

    private static double mean(List<Double> values) {
        return values.stream().mapToDouble(x -> x).average().orElse(Double.NaN);
    }

    private static String hourOfWeek(LocalDate start, ObservedNumbers.Entry entry) {
        LocalDateTime time = start.atStartOfDay().plusNanos(entry.beginsNanos());
        return time.getDayOfWeek() + " " + time.getHour();
    }
}
