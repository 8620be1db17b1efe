package org.bridgeconvoy.study;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.bridgeconvoy.bridge.config.ConvoyConfig;
import org.bridgeconvoy.calendar.Nanos;
import org.bridgeconvoy.experiment.WarmUp;
import org.bridgeconvoy.result.DailyTable;
import org.bridgeconvoy.result.ReplicationResult;

/**
 * Advice on a warm-up for a run that has none but needs one: MSER-5 on the tonnes delivered each day, averaged over the replications. A
 * demand with a total gets no advice, because it is measured from its beginning.
 */
final class WarmUpAdvice {

    /** A start that moves the mean by a smaller share needs no warm-up. */
    private static final double MATTERS = 0.01;

    private WarmUpAdvice() {}

    /** The advice; empty if there is none. */
    static Optional<String> of(ConvoyConfig config, List<ReplicationResult> replications) {
        int days = (int) (config.horizonNanos() / Nanos.DAY);
        if (config.warmUpNanos() > 0 || config.demand().stream().anyMatch(config::isFinite)) {
            return Optional.empty();
        }
        double[] daily = WarmUp.meanOverReplications(
                replications.stream().map(r -> delivered(r.daily(), days)).toList());
        WarmUp.Suggestion suggestion = WarmUp.mser5(daily);
        double all = Arrays.stream(daily).average().orElse(0);
        double rest =
                Arrays.stream(daily).skip(suggestion.truncation()).average().orElse(0);
        if (!suggestion.reliable() || suggestion.truncation() == 0 || Math.abs(rest - all) <= MATTERS * rest) {
            return Optional.empty();
        }
        return Optional.of(String.format(
                Locale.ROOT,
                "the start of the run pulls the tonnes delivered a day from %.1f to %.1f (MSER-5): give --set"
                        + " warm-up=\"%d d\" to leave it out",
                rest,
                all,
                suggestion.truncation()));
    }

    private static double[] delivered(DailyTable table, int days) {
        double[] tonnes = new double[days];
        for (int day = 0; day < days; day++) {
            tonnes[day] = table.delivered(day) / 1e9;
        }
        return tonnes;
    }
}
