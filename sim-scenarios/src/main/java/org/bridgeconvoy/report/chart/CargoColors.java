package org.bridgeconvoy.report.chart;

import java.awt.Color;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Colours of the cargoes in charts, for a page that shows cargoes beside them. At most seven cargoes, those with the
 * most consigned tonnes, have their own colour; the others share grey.
 *
 * @param entries colours with their labels, the shared one last
 * @param entryOf index of the entry of each cargo, in the order of the scenario
 */
public record CargoColors(List<Entry> entries, List<Integer> entryOf) {

    /**
     * A colour with its label.
     *
     * @param label name of the cargo, or the number of cargoes that share the colour
     * @param hex colour as {@code #rrggbb}; different for each entry
     */
    public record Entry(String label, String hex) {}

    /** Copies the lists. */
    public CargoColors {
        entries = List.copyOf(entries);
        entryOf = List.copyOf(entryOf);
    }

    /** The colours of the cargoes of a run. */
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

    /**
     * Colours of the names of through traffic, in the order of the scenario: those behind the colours of the cargoes, as far as there are any;
     * the names that are left share grey.
     *
     * @return empty if no vehicle is recorded
     */
    public static List<Entry> ofTraffic(RunData run) {
        int taken = CargoGroups.of(run).count();
        List<Entry> entries = new ArrayList<>();
        for (String name : run.trafficNames()) {
            int color = taken + entries.size();
            entries.add(new Entry(name, hex(color < Style.SERIES.size() ? Style.series(color) : Style.OTHER)));
        }
        return List.copyOf(entries);
    }

    private static String hex(Color color) {
        return String.format(Locale.ROOT, "#%06x", color.getRGB() & 0xffffff);
    }
}
