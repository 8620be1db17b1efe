package org.bridgeconvoy.experiment;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * End report of a model over replications: a line for each figure with its mean and the half-width of the 95% interval of the mean.
 *
 * <pre>{@code
 * EndReport report = EndReport.of(new Experiment(7, 30).run(() -> MyModel::figuresOfOneRun));
 * System.out.print(report);
 * Files.writeString(path, report.csv());
 * }</pre>
 *
 * @param estimates by the name of the figure, in the order of the first replication that has it
 */
public record EndReport(Map<String, Estimate> estimates) {
    private static final int LEAST_NAME = 6;

    /** Copies the estimates, in their order. */
    public EndReport {
        estimates = Collections.unmodifiableMap(new LinkedHashMap<>(estimates));
    }

    /**
     * The report of replications.
     *
     * @param replications the figures of each, in their order, by name; a figure that a replication lacks, or that is NaN, does not count
     *     there
     * @return a line for each figure
     */
    public static EndReport of(Collection<? extends Map<String, Double>> replications) {
        Map<String, List<Double>> values = new LinkedHashMap<>();
        for (Map<String, Double> one : replications) {
            one.forEach((name, value) ->
                    values.computeIfAbsent(name, n -> new ArrayList<>()).add(value));
        }
        Map<String, Estimate> estimates = new LinkedHashMap<>();
        values.forEach((name, observed) -> estimates.put(name, Estimate.of(observed)));
        return new EndReport(estimates);
    }

    /**
     * The report as a table for spreadsheets: figure, mean, half_width_95, sd, min, max, n.
     *
     * @return lines that end with a line feed; what is not known is empty
     */
    public String csv() {
        StringBuilder text = new StringBuilder("figure,mean,half_width_95,sd,min,max,n\n");
        estimates.forEach((name, e) -> text.append(quoted(name))
                .append(',')
                .append(number(e.mean()))
                .append(',')
                .append(number(e.halfWidth95()))
                .append(',')
                .append(number(e.sd()))
                .append(',')
                .append(number(e.min()))
                .append(',')
                .append(number(e.max()))
                .append(',')
                .append(e.n())
                .append('\n'));
        return text.toString();
    }

    private static String quoted(String name) {
        return '"' + name.replace("\"", "\"\"") + '"';
    }

    private static String number(double value) {
        return Double.isNaN(value) ? "" : Double.toString(value);
    }

    /** The report as a text, with the half-widths. */
    @Override
    public String toString() {
        int width = estimates.keySet().stream().mapToInt(String::length).max().orElse(0);
        String line = "%-" + Math.max(LEAST_NAME, width) + "s  %12s  %10s  %4s\n";
        StringBuilder text = new StringBuilder(String.format(Locale.ROOT, line, "figure", "mean", "+- (95%)", "n"));
        estimates.forEach((name, e) ->
                text.append(String.format(Locale.ROOT, line, name, shown(e.mean()), shown(e.halfWidth95()), e.n())));
        return text.toString();
    }

    private static String shown(double value) {
        return Double.isNaN(value) ? "n/a" : String.format(Locale.ROOT, "%.5g", value);
    }
}
