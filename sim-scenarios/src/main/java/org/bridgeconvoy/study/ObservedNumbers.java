package org.bridgeconvoy.study;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import org.bridgeconvoy.bridge.BridgeModel;
import org.bridgeconvoy.bridge.config.ConvoyConfig;
import org.bridgeconvoy.bridge.config.Observed;
import org.bridgeconvoy.experiment.Model;
import org.bridgeconvoy.experiment.Replicator;
import org.bridgeconvoy.result.DailyColumn;
import org.bridgeconvoy.result.ReplicationResult;
import org.bridgeconvoy.result.Span;

/** All observed numbers within the measured window of a scenario, in the order of its columns and of time, and their like in other worlds of it. */
public final class ObservedNumbers {

    /**
     * One number.
     *
     * @param what name of its column
     * @param per what it is of
     * @param number days, hours or seconds since the start
     * @param label its date, or its date and time
     * @param value what was observed
     */
    public record Entry(String what, Span per, int number, String label, double value) {}

    private final List<Entry> entries = new ArrayList<>();

    /** The number of the probe that answers each entry; -1 for the daily table. */
    private final List<Integer> probes = new ArrayList<>();

    private ObservedNumbers() {}

    /** The numbers within the window. */
    public static ObservedNumbers of(ConvoyConfig world) {
        ObservedNumbers numbers = new ObservedNumbers();
        int probe = 0;
        for (Observed column : world.observed()) {
            boolean isProbed = column.isProbed(world);
            for (var count : column.counts().entrySet()) {
                if (column.isWithin(count.getKey(), world)) {
                    numbers.probes.add(isProbed ? probe : -1);
                    numbers.entries.add(new Entry(
                            column.what(),
                            column.per(),
                            count.getKey(),
                            label(world, column.per(), count.getKey()),
                            count.getValue()));
                }
                probe += isProbed ? 1 : 0;
            }
        }
        return numbers;
    }

    private static String label(ConvoyConfig world, Span per, int number) {
        LocalDateTime time = world.start().atStartOfDay().plusNanos(number * per.nanos());
        return per == Span.DAY ? time.toLocalDate().toString() : time.toString();
    }

    /** The numbers, in their order. */
    public List<Entry> entries() {
        return List.copyOf(entries);
    }

    /** A model that gives in each replication of a world with these numbers what would have been observed in place of each number; NaN for nothing. */
    public Model<double[]> model(ConvoyConfig world) {
        BridgeModel model = new BridgeModel(world);
        return () -> {
            Replicator<ReplicationResult> replicator = model.newReplicator();
            return streams -> row(replicator.replicate(streams));
        };
    }

    private double[] row(ReplicationResult result) {
        double[] row = new double[entries.size()];
        for (int i = 0; i < row.length; i++) {
            Entry entry = entries.get(i);
            row[i] = probes.get(i) >= 0
                    ? result.probed()[probes.get(i)]
                    : DailyColumn.find(entry.what).orElseThrow().value(result.daily(), entry.number);
        }
        return row;
    }
}
