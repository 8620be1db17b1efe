package org.bridgeconvoy.study;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.bridgeconvoy.bridge.BridgeModel;
import org.bridgeconvoy.bridge.config.ConvoyConfig;
import org.bridgeconvoy.bridge.config.Observed;
import org.bridgeconvoy.experiment.Model;
import org.bridgeconvoy.experiment.Replicator;
import org.bridgeconvoy.result.DailyColumn;
import org.bridgeconvoy.result.ReplicationResult;
import org.bridgeconvoy.result.Span;
import org.jspecify.annotations.Nullable;

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
    public record Entry(String what, Span per, int number, String label, double value) {

        /** When it begins: nanoseconds since the start, on the clock that its number counts on. */
        public long beginsNanos() {
            return number * per.nanos();
        }
    }

    private final List<Entry> entries = new ArrayList<>();

    /** The number of the probe that answers each entry; -1 for the daily table. */
    private final List<Integer> probes = new ArrayList<>();

    private int fitted;

    private ObservedNumbers() {}

    /** The numbers within the window. */
    public static ObservedNumbers of(ConvoyConfig world) {
        return of(world, null);
    }

    /**
     * The numbers within the window, those before a date first.
     *
     * @param until the first date of the numbers that stand behind {@link #fitted} ones; null for none
     */
    public static ObservedNumbers of(ConvoyConfig world, @Nullable LocalDate until) {
        ObservedNumbers numbers = new ObservedNumbers();
        numbers.add(world, date -> until == null || date.isBefore(until));
        numbers.fitted = numbers.entries.size();
        numbers.add(world, date -> until != null && !date.isBefore(until));
        return numbers;
    }

    /** Adds the numbers of some dates on the origin's clock. */
    private void add(ConvoyConfig world, Predicate<LocalDate> which) {
        int probe = 0;
        for (Observed column : world.observed()) {
            boolean isProbed = column.isProbed(world);
            for (var count : column.counts().entrySet()) {
                boolean isAsked =
                        which.test(time(world, column.per(), count.getKey()).toLocalDate());
                if (isAsked && column.isWithin(count.getKey(), world)) {
                    probes.add(isProbed ? probe : -1);
                    entries.add(new Entry(
                            column.what(),
                            column.per(),
                            count.getKey(),
                            label(world, column.per(), count.getKey()),
                            count.getValue()));
                }
                probe += isProbed ? 1 : 0;
            }
        }
    }

    private static LocalDateTime time(ConvoyConfig world, Span per, int number) {
        return world.start().atStartOfDay().plusNanos(number * per.nanos());
    }

    private static String label(ConvoyConfig world, Span per, int number) {
        LocalDateTime time = time(world, per, number);
        return per == Span.DAY ? time.toLocalDate().toString() : time.toString();
    }

    /** How many of the entries, the first ones, lie before the date that was given; all without one. */
    public int fitted() {
        return fitted;
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
