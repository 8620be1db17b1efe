package org.bridgeconvoy.report.chart;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.bridgeconvoy.experiment.Estimate;
import org.jspecify.annotations.Nullable;

/**
 * Where a truck's day goes: hours per truck and day in each state, by stage and cause, from the metrics {@code
 * truck_h_per_day.*}. All of it adds up to 24 h.
 *
 * @param stages rows in the order of a trip; stages in which no time passes are left out
 * @param causes columns; those that do not occur are left out
 * @param hours by cause and stage
 * @param halfWidth95 of the same; NaN below two replications
 * @param trucks trucks that the time belongs to
 */
public record StateData(
        List<String> stages, List<String> causes, double[][] hours, double[][] halfWidth95, double trucks) {

    private static final String PREFIX = "truck_h_per_day.";

    private static final Map<String, String> STAGES = new LinkedHashMap<>();

    private static final Map<String, String> CAUSES = new LinkedHashMap<>();

    static {
        STAGES.put("idle", "no consignment");
        STAGES.put("load", "loading");
        STAGES.put("export", "export customs");
        STAGES.put("outbound", "bridge, outbound");
        STAGES.put("import", "import customs");
        STAGES.put("unload", "unloading");
        STAGES.put("return", "bridge, return");
        STAGES.put("rest", "rest");
        CAUSES.put("idle", "idle");
        CAUSES.put("", "being served, crossing, resting");
        CAUSES.put("closed", "station closed");
        CAUSES.put("busy", "servers busy");
        CAUSES.put("convoy", "waiting for the convoy");
        CAUSES.put("control", "other direction's turn or hours");
        CAUSES.put("clearing", "lane clearing");
        CAUSES.put("headway", "headway");
        CAUSES.put("limit", "limit of trucks or mass");
        CAUSES.put("closure", "bridge closed");
        CAUSES.put("breakdown", "breakdown");
    }

    /** Of a run whose metrics hold the truck states. */
    public static StateData of(RunData run) {
        double total = run.metrics().entrySet().stream()
                .filter(e -> e.getKey().startsWith(PREFIX))
                .mapToDouble(e -> e.getValue().mean())
                .sum();
        double trucks = total / 24;
        List<String> stages = new ArrayList<>();
        List<String> causes = new ArrayList<>();
        for (String stage : STAGES.keySet()) {
            for (String cause : CAUSES.keySet()) {
                if (find(run, stage, cause) != null) {
                    addOnce(stages, stage);
                    addOnce(causes, cause);
                }
            }
        }
        causes.sort((a, b) -> Integer.compare(order(a), order(b)));
        double[][] hours = new double[causes.size()][stages.size()];
        double[][] half = new double[causes.size()][stages.size()];
        for (int c = 0; c < causes.size(); c++) {
            for (int s = 0; s < stages.size(); s++) {
                Estimate value = find(run, stages.get(s), causes.get(c));
                hours[c][s] = value == null ? 0 : value.mean() / trucks;
                half[c][s] = value == null ? 0 : value.halfWidth95() / trucks;
            }
        }
        return new StateData(
                stages.stream().map(s -> STAGES.getOrDefault(s, s)).toList(),
                causes.stream().map(c -> CAUSES.getOrDefault(c, c)).toList(),
                hours,
                half,
                trucks);
    }

    private static int order(String cause) {
        return List.copyOf(CAUSES.keySet()).indexOf(cause);
    }

    private static @Nullable Estimate find(RunData run, String stage, String cause) {
        String state = cause.equals("idle") ? cause : cause.isEmpty() ? stage : stage + "." + cause;
        if (stage.equals("idle") != cause.equals("idle")) {
            return null;
        }
        Estimate value = run.metrics().get(PREFIX + state);
        return value != null && value.mean() > 0 ? value : null;
    }

    private static void addOnce(List<String> list, String item) {
        if (!list.contains(item)) {
            list.add(item);
        }
    }

    /** Hours of a stage, all causes. */
    double total(int stage) {
        double sum = 0;
        for (double[] row : hours) {
            sum += row[stage];
        }
        return sum;
    }
}
