package org.bridgeconvoy.words;

import java.util.Optional;
import org.bridgeconvoy.bridge.config.Observed;
import org.bridgeconvoy.result.DailyColumn;
import org.bridgeconvoy.result.Stage;

/**
 * What columns of {@code daily.csv} and of observed tables are called in text for people. Their names stand only where someone types them, and
 * in files.
 */
public final class ColumnLabel {

    private ColumnLabel() {}

    /** {@code tonnes delivered}. */
    public static String of(DailyColumn column) {
        return switch (column) {
            case CONSIGNED_TRUCKS -> "truckloads consigned";
            case CONSIGNED_T -> "tonnes consigned";
            case OUTBOUND_TRUCKS -> "outbound trucks";
            case DELIVERED_TRUCKS -> "truckloads delivered";
            case DELIVERED_T -> "tonnes delivered";
            case RETURN_TRUCKS -> "return trucks";
            case BACKLOG_T -> "tonnes that wait for a truck";
            case AWAY_TRUCKS -> "trucks away at the day's end";
        };
    }

    /**
     * The label of a column by its name: {@code outbound trucks}, {@code trucks that wait for import customs}, {@code minutes of waiting for
     * import customs}, {@code vehicles of market that wait}; the name if there is no such column.
     */
    public static String of(String name) {
        return DailyColumn.find(name)
                .map(ColumnLabel::of)
                .or(() -> traffic(name))
                .or(() -> stage(name))
                .orElse(name);
    }

    private static Optional<String> traffic(String name) {
        String queue = Observed.queueOfTraffic("");
        String wait = Observed.waitOfTraffic("");
        if (name.startsWith(queue)) {
            return Optional.of("vehicles of " + name.substring(queue.length()) + " that wait");
        }
        return name.startsWith(wait)
                ? Optional.of("minutes of waiting of " + name.substring(wait.length()))
                : Optional.empty();
    }

    private static Optional<String> stage(String name) {
        for (Stage stage : Stage.values()) {
            if (name.equals(Observed.queueOf(stage))) {
                String what = stage == Stage.TRUCK ? "truckloads" : "trucks";
                return Optional.of(what + " that wait for " + stage.awaited());
            }
            if (name.equals(Observed.waitOf(stage))) {
                return Optional.of("minutes of waiting for " + stage.awaited());
            }
        }
        return Optional.empty();
    }
}
