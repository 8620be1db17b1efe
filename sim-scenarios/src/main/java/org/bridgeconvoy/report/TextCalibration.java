package org.bridgeconvoy.report;

import java.util.List;
import org.bridgeconvoy.experiment.calibration.Marginal;
import org.bridgeconvoy.study.calibration.CalibrationResult;

/** A calibration as text for a terminal: sentences first, then a table. */
public final class TextCalibration {

    private TextCalibration() {}

    /**
     * The text; lines end with LF.
     *
     * @param width columns of the terminal, to which the table is fitted
     */
    public static String of(CalibrationResult result, int width) {
        StringBuilder out = new StringBuilder();
        out.append(result.name()).append(": what agrees with what was observed\n");
        lines(out, CalibrationWords.work(result) + ", Bridge Convoy " + result.version(), width);
        heading(out, "Does the model agree?");
        CalibrationWords.agreement(result).forEach(text -> lines(out, text, width));
        List<String> forecasts = CalibrationWords.forecasts(result);
        if (!forecasts.isEmpty()) {
            heading(out, CalibrationWords.heldOut(result));
            forecasts.forEach(text -> lines(out, text, width));
        }
        heading(out, "What the numbers say");
        CalibrationWords.learned(result).forEach(text -> lines(out, text, width));
        if (!CalibrationWords.notLearned(result).isEmpty()) {
            lines(out, CalibrationWords.notLearned(result), width);
        }
        out.append('\n');
        TextTable table = new TextTable("input", "before: 90% range", "after: 90% range", "says anything");
        for (int i = 0; i < result.inputs(); i++) {
            Marginal marginal = result.posterior().marginals().get(i);
            table.row(
                    result.path(i),
                    CalibrationWords.before(result, i),
                    CalibrationWords.after(result, i),
                    marginal.isLearned() ? "yes" : "no");
        }
        table.lines("", width).forEach(line -> out.append(line).append('\n'));
        out.append('\n');
        TextLines.wrapped("", "", CalibrationWords.trust(result), width)
                .forEach(line -> out.append(line).append('\n'));
        return out.toString();
    }

    private static void heading(StringBuilder out, String text) {
        out.append('\n').append(text).append('\n');
    }

    private static void lines(StringBuilder out, String text, int width) {
        TextLines.wrapped("  ", "    ", text, width)
                .forEach(line -> out.append(line).append('\n'));
    }
}
