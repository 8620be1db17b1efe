package org.bridgeconvoy.report.chart;

import org.jfree.data.Range;

/**
 * A number axis that fits its range to the data. If all data are 0, it shows a range of one unit; JFreeChart's own axis
 * would show a range close to 0.
 */
@SuppressWarnings("serial") // charts are drawn, never serialised
final class AmountAxis extends HouseAxis {

    /** Range below which all data count as 0, in units of the axis. */
    private static final double NOTHING = 1e-7;

    @Override
    protected void autoAdjustRange() {
        super.autoAdjustRange();
        Range range = getRange();
        if (range.getLength() < NOTHING && Math.abs(range.getCentralValue()) < NOTHING) {
            setRange(new Range(range.getLowerBound() < 0 ? -1 : 0, 1), false, false);
        }
    }
}
