package org.bridgeconvoy.report.chart;

import org.jfree.chart.axis.NumberAxis;
import org.jfree.data.Range;

/** A number axis that fits itself to the data, and shows one unit where all of them are 0 instead of next to nothing. */
@SuppressWarnings("serial") // charts are drawn, never serialised
final class AmountAxis extends NumberAxis {

    /** No chart shows differences as small as this in its unit. */
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
