package org.bridgeconvoy.scenario.table;

import org.jspecify.annotations.Nullable;

/** Rows of a table that share what is to be warned of: one warning tells their number and the line of the first. */
public final class SomeRows {

    private final String what;
    private int count;
    private CsvTable.@Nullable Row first;

    /**
     * No rows yet.
     *
     * @param what is the matter with them, as a predicate of "3 of 20 rows"
     */
    public SomeRows(String what) {
        this.what = what;
    }

    public void add(CsvTable.Row row) {
        first = first == null ? row : first;
        count++;
    }

    public int count() {
        return count;
    }

    /**
     * Warns at the first row, if there is one.
     *
     * @param of which they are some: {@code 20 rows}
     * @param consequence goes on behind the sentence; empty for nothing
     */
    public void warn(String of, String consequence) {
        if (first != null) {
            first.warn(count + " of " + of + " " + what + ", the first in line " + first.line() + consequence);
        }
    }
}
