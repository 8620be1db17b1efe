package org.bridgeconvoy.scenario.table;

import org.jspecify.annotations.Nullable;

/** Collects rows of a table that need the same warning, and warns once: with their number and the line of the first. */
public final class SomeRows {

    private final String what;
    private int count;
    private CsvTable.@Nullable Row first;

    /**
     * An empty collection.
     *
     * @param what the predicate of the warning, behind "3 of 20 rows": {@code lie in the warm-up}
     */
    public SomeRows(String what) {
        this.what = what;
    }

    /** Adds a row. */
    public void add(CsvTable.Row row) {
        first = first == null ? row : first;
        count++;
    }

    /** Number of rows added. */
    public int count() {
        return count;
    }

    /**
     * Warns at the first row; does nothing if there is none.
     *
     * @param of all rows that were looked at: {@code 20 rows}
     * @param consequence end of the warning; may be empty
     */
    public void warn(String of, String consequence) {
        if (first != null) {
            first.warn(count + " of " + of + " " + what + ", the first in line " + first.line() + consequence);
        }
    }
}
