package org.bridgeconvoy.report.html;

import java.util.ArrayList;
import java.util.List;
import org.bridgeconvoy.experiment.Estimate;
import org.bridgeconvoy.experiment.PairedDifference;
import org.bridgeconvoy.study.Answered;
import org.bridgeconvoy.study.StudyResult;

/** The table of all that a scenario asks, with the differences where it compares. */
final class AskedTable {

    private final Html html;
    private final StudyResult result;

    AskedTable(Html html, StudyResult result) {
        this.html = html;
        this.result = result;
    }

    /** A table of the answers that the scenario asks for. */
    void write() {
        boolean compares = result.answers().stream().anyMatch(a -> a.difference() != null);
        List<String[]> rows = new ArrayList<>();
        for (Answered answer : result.answers()) {
            rows.add(new String[] {
                answer.label() + (answer.value().isOfReplication() ? ", of a replication" : ""),
                value(answer),
                answer.unit()
            });
            Estimate there = answer.there();
            PairedDifference difference = answer.difference();
            if (there != null && difference != null) {
                rows.add(new String[] {
                    "difference", Figures.difference(difference), answer.against() + ": " + Figures.withInterval(there)
                });
            }
        }
        if (!rows.isEmpty()) {
            PageFrame.table(html, askedCaption(compares), new String[] {"asked", "mean", "unit"}, rows);
        }
    }

    private String value(Answered answer) {
        if (answer.missing() > 0 && answer.value().n() == 0) {
            return "not by the end in any of "
                    + Figures.count(result.replications().size(), "replication");
        }
        return (answer.isLowerBound() ? "≥ " : "")
                + Figures.marked(answer.value()).replaceFirst("^≥ ", "");
    }

    private String askedCaption(boolean compares) {
        boolean bounds = result.answers().stream().anyMatch(Answered::isLowerBound);
        return "What the scenario asks, with the half-width of each 95% interval"
                + (compares ? "; differences are paired by replication, with the same random numbers" : "")
                + (bounds ? "; ≥ where some replications did not get there by the end" : "");
    }
}
