package org.bridgeconvoy.report;

import org.bridgeconvoy.experiment.Estimate;
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
        }
        out.table(table);
        if (!result.observed().isEmpty()) {
            out.note(
                    "error: simulated less observed, the mean over what was observed, with its interval over replications; RMSE, MAPE: of the simulated mean; in 95% band:"
                            + " share of the observed between the 2.5% and 97.5% points of the simulated");
        }
    }

    private static String percent(double share) {
        return Double.isNaN(share) ? Numbers.NO_DATA : Numbers.fixed(100 * share, 0) + "%";
    }
}
