package org.bridgeconvoy.scenario.write;

import java.lang.reflect.RecordComponent;
import java.util.List;
import java.util.Objects;
import org.bridgeconvoy.bridge.config.ConvoyConfig;
import org.bridgeconvoy.bridge.config.ConvoyConfig.Change;
import org.bridgeconvoy.scenario.text.Texts;
import org.jspecify.annotations.Nullable;

/** Where two configurations differ in what the model heeds. */
final class Difference {

    private Difference() {}

    /** The first part that differs, with both values; empty if the configurations are equal. */
    static String between(ConvoyConfig written, ConvoyConfig read) {
        ConvoyConfig one = heeded(written);
        ConvoyConfig other = heeded(read);
        return one.equals(other) ? "" : first("", one, other);
    }

    /** The configuration without what the model ignores in the worlds of changes. */
    private static ConvoyConfig heeded(ConvoyConfig config) {
        List<Change> changes = config.changes().stream()
                .map(change -> new Change(
                        change.atNanos(),
                        change.world().toBuilder()
                                .changes(List.of())
                                .goals(config.goals())
                                .observed(List.of())
                                .costPerDay(Double.NaN)
                                .currency("")
                                .build()))
                .toList();
        return config.withChanges(changes);
    }

    /** The path of the first part that differs, with its values: of records the component, of lists the element. */
    private static String first(String path, @Nullable Object written, @Nullable Object read) {
        if (written instanceof Record one && read instanceof Record other && one.getClass() == other.getClass()) {
            for (RecordComponent part : one.getClass().getRecordComponents()) {
                Object mine = value(part, one);
                Object its = value(part, other);
                if (!Objects.equals(mine, its)) {
                    return first(path.isEmpty() ? part.getName() : path + "." + part.getName(), mine, its);
                }
            }
        }
        if (written instanceof List<?> ones && read instanceof List<?> others && ones.size() == others.size()) {
            for (int i = 0; i < ones.size(); i++) {
                if (!Objects.equals(ones.get(i), others.get(i))) {
                    return first(path + "." + i, ones.get(i), others.get(i));
                }
            }
        }
        return path + " is " + Texts.shown(String.valueOf(read)) + ", not " + Texts.shown(String.valueOf(written));
    }

    private static @Nullable Object value(RecordComponent part, Record whole) {
        try {
            return part.getAccessor().invoke(whole);
        } catch (ReflectiveOperationException e) {
            // Of a record of the modeler's own that is not public.
            return null;
        }
    }
}
