package org.bridgeconvoy.observe;

import java.util.Arrays;

/**
 * Observations counted in cells of equal width. A cell holds its lower edge and not its upper one, but the last cell holds the
 * upper end of the range too. Observations outside are counted below or above, so none is lost.
 *
 * <p>Not thread-safe: one run, one thread.
 */
public final class Histogram {
    private final double from;
    private final double to;
    private final double width;
    private final long[] cells;
    private long below;
    private long above;

    /**
     * Creates an empty histogram.
     *
     * @param from lower end of the first cell, finite
     * @param to upper end of the last cell, finite and above {@code from}
     * @param cells how many, at least 1
     * @throws IllegalArgumentException if one of these does not hold
     */
    public Histogram(double from, double to, int cells) {
        if (!(from < to) || Double.isInfinite(from) || Double.isInfinite(to)) {
            throw new IllegalArgumentException("range must be finite and not empty, got " + from + " to " + to);
        }
        if (cells < 1) {
            throw new IllegalArgumentException("cells must be >= 1, got " + cells);
        }
        this.from = from;
        this.to = to;
        this.width = (to - from) / cells;
        this.cells = new long[cells];
    }

    /**
     * Counts an observation.
     *
     * @param value anything but NaN
     * @throws IllegalArgumentException if NaN
     */
    public void record(double value) {
        if (Double.isNaN(value)) {
            throw new IllegalArgumentException("an observation must be a number, got NaN");
        }
        if (value < from) {
            below++;
        } else if (value > to) {
            above++;
        } else {
            cells[cellOf(value)]++;
        }
    }

    private static void check(int cell, int last) {
        if (cell < 0 || cell > last) {
            throw new IllegalArgumentException("cell must be from 0 to " + last + ", got " + cell);
        }
    }

    /** The division is off by one cell at most; the edges as {@link #lowerEdge} gives them decide. */
    private int cellOf(double value) {
        int cell = Math.min(cells.length - 1, (int) ((value - from) / width));
        if (value < lowerEdge(cell)) {
            return cell - 1;
        }
        return cell + 1 < cells.length && value >= lowerEdge(cell + 1) ? cell + 1 : cell;
    }

    /** Forgets all observations: the end of the warm-up. */
    public void reset() {
        Arrays.fill(cells, 0);
        below = 0;
        above = 0;
    }

    /**
     * How many cells there are.
     *
     * @return at least 1
     */
    public int cells() {
        return cells.length;
    }

    /**
     * Where a cell begins.
     *
     * @param cell from 0 to {@link #cells()}, which gives the end of the last one
     * @return the lower edge, which belongs to the cell
     * @throws IllegalArgumentException for another cell
     */
    public double lowerEdge(int cell) {
        check(cell, cells.length);
        return cell == cells.length ? to : from + cell * width;
    }

    /**
     * Number of observations in a cell.
     *
     * @param cell from 0 to {@link #cells()} - 1
     * @return at least 0
     * @throws IllegalArgumentException for another cell
     */
    public long count(int cell) {
        check(cell, cells.length - 1);
        return cells[cell];
    }

    /**
     * Number of observations below the first cell.
     *
     * @return at least 0
     */
    public long below() {
        return below;
    }

    /**
     * Number of observations above the last cell.
     *
     * @return at least 0
     */
    public long above() {
        return above;
    }

    /**
     * Number of observations, inside and outside.
     *
     * @return at least 0
     */
    public long count() {
        long sum = below + above;
        for (long cell : cells) {
            sum += cell;
        }
        return sum;
    }

    @Override
    public String toString() {
        return count() + " observations in " + cells() + " cells, " + below() + " below and " + above() + " above";
    }
}
