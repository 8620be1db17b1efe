package org.bridgeconvoy.report.chart;

import java.awt.Color;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The colours of cargoes in the charts, for what a page shows beside them: at most seven cargoes, those with the most tonnes
 * consigned, have one each, and the others share grey.
 *
 * @param entries what each colour stands for, the one that is shared last
 * @param entryOf by cargo, in the order of the scenario, the index of its entry
 */
public record CargoColors(List<Entry> entries, List<Integer> entryOf) {

    /**
     * What a colour stands for.
     *
     * @param label the cargo, or how many share the colour
     * @param hex the colour as {@code #rrggbb}; no two entries have the same
     */
    public record Entry(String label, String hex) {}

    /** Copies the lists. */
    public CargoColors {
        entries = List.copyOf(entries);
        entryOf = List.copyOf(entryOf);
    }

    /** Of a run. */
    public static CargoColors of(RunData run) {
        CargoGroups groups = CargoGroups.of(run);
        List<Entry> entries = new ArrayList<>();
        for (int g = 0; g < groups.count(); g++) {
            entries.add(new Entry(groups.label(g), hex(groups.color(g))));
        }
        List<Integer> entryOf = new ArrayList<>();
        for (int c = 0; c < run.cargoes().size(); c++) {
            entryOf.add(groups.of(c));
        }
        return new CargoColors(entries, entryOf);
    }

    private static String hex(Color color) {
        return String.format(Locale.ROOT, "#%06x", color.getRGB() & 0xffffff);
    }
}
