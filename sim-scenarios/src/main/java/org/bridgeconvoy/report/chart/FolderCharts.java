package org.bridgeconvoy.report.chart;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The charts of a folder that {@code compare}, {@code sweep}, {@code sensitivity}, {@code optimise} or {@code calibrate} wrote, drawn from its files. */
public interface FolderCharts {

    /**
     * Which chart is wanted.
     *
     * @param name name of the chart
     * @param metric metric, or observed column; null for the first
     * @param inputs paths of inputs; those left out are chosen
     */
    record Wish(String name, @Nullable String metric, List<String> inputs) {

        /** Copies the list. */
        public Wish {
            inputs = List.copyOf(inputs);
        }
    }

    /** The command that wrote the folder: {@code sensitivity}. */
    String command();

    /** Names of the charts that the folder has, in the order of the page. */
    List<String> names();

    /** The metrics of which {@code all} draws each chart; empty where it draws each once, of the first. */
    default List<String> metrics() {
        return List.of();
    }

    /**
     * A chart.
     *
     * @throws IllegalArgumentException with a message for people if the folder has no such chart, metric or input
     */
    ConvoyChart draw(Wish wish);
}
