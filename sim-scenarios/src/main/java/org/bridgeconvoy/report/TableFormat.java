package org.bridgeconvoy.report;

import java.io.IOException;
import java.nio.file.Path;

/** Another format for the tables of a command, made from their CSV. */
public interface TableFormat {

    /** Tables stay CSV. */
    TableFormat CSV = new TableFormat() {
        @Override
        public String nameOf(String csv) {
            return csv;
        }

        @Override
        public void convert(String name, Path csv, Path to) {
            throw new UnsupportedOperationException("CSV stays CSV");
        }
    };

    /** The name of the file that stands for a CSV file. */
    String nameOf(String csv);

    /**
     * Makes the file.
     *
     * @param name name of the CSV file in the set
     * @param csv its content
     * @param to the file to make
     */
    void convert(String name, Path csv, Path to) throws IOException;
}
