package org.bridgeconvoy.report;

import java.util.Comparator;
import java.util.stream.Collectors;
import org.bridgeconvoy.experiment.Estimate;
import org.bridgeconvoy.study.Mark;
import org.bridgeconvoy.study.MetricResult;
import org.bridgeconvoy.study.ObservedFit;
import org.bridgeconvoy.study.StudyResult;
import org.bridgeconvoy.words.ColumnLabel;
import org.bridgeconvoy.words.Numbers;
import org.bridgeconvoy.words.Plural;
import org.bridgeconvoy.words.RoundedNumber;

/** The part of the text summary that compares observed counts with simulated ones. */
final class ObservedText {

    private final StudyResult result;
    private final SummaryOutput out;

    private ObservedText(StudyResult result, SummaryOutput out) {
        this.result = result;
        this.out = out;
    }

    /** Writes this part; nothing if the scenario has no observed counts. */
    static void write(StudyResult result, SummaryOutput out) {
        ObservedText part = new ObservedText(result, out);
        part.observed();
    }

    private void observed() {
        TextTable table = new TextTable(
                        "Observed and simulated",
                        "observed",
                        "simulated",
                        "error",
                        "95% interval",
                        "RMSE",
                        "MAPE",
                        "in 95% band")
                .headingsFirst();
        for (ObservedFit fit : result.observed()) {
            Estimate error = fit.error();
            String period = fit.per().label();
            table.row(
                    ColumnLabel.of(fit.what()) + ", "
                            + Plural.count(fit.periods().size(), period),
                    Numbers.fixed(fit.meanObserved(), 1),
                    Numbers.fixed(fit.meanSimulated(), 1),
                    RoundedNumber.difference(error.mean(), error.halfWidth95()).value(),
                    MetricText.interval(RoundedNumber.difference(error.mean(), error.halfWidth95())),
                    Numbers.fixed(fit.rootMeanSquaredError(), 1),
                    percent(fit.meanAbsolutePercentageError()),
                    percent(fit.shareInside()));
            marks(table, fit);
        }
        out.table(table);
        if (!result.observed().isEmpty()) {
            out.note(
                    "error: simulated less observed, the mean over what was observed, with its interval over replications; RMSE, MAPE: of the simulated mean; in 95% band:"
                            + " share of the observed between the 2.5% and 97.5% points of the simulated" + few());
        }
    }

    /** A row with the marks of the error below its interval, and those of the band below the share in it; none without. */
    private void marks(TextTable table, ObservedFit fit) {
        MetricResult error = result.observedError(fit).orElse(null);
        String words = error == null ? "" : MetricText.marks(error);
        String band = fit.marks().stream().map(Mark::label).collect(Collectors.joining(", "));
        if (!words.isEmpty() || !band.isEmpty()) {
            table.row("", "", "", "", words, "", "", band);
        }
        out.marked(fit.marks());
        if (error != null) {
            out.marked(error.marks());
        }
    }

    /** What bands of few replications hold; empty if none has the mark. */
    private String few() {
        return result.observed().stream()
                .filter(fit -> !fit.marks().isEmpty())
                .min(Comparator.comparingDouble(ObservedFit::covered))
                .map(fit -> "; of so few replications such a band holds "
                        + Numbers.fixed(Math.floor(100 * fit.covered()), 0)
                        + "% of further ones or more, and of what is observed if the model is right; more"
                        + " --replications bring it to 95%")
                .orElse("");
    }

    private static String percent(double share) {
        return Double.isNaN(share) ? Numbers.NO_DATA : Numbers.fixed(100 * share, 0) + "%";
    }
}
