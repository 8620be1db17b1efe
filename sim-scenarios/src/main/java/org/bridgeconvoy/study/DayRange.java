package org.bridgeconvoy.study;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.bridgeconvoy.experiment.PooledPercentile;
import org.bridgeconvoy.observe.PooledSample;
import org.bridgeconvoy.observe.Sample;
import org.bridgeconvoy.result.DailyColumn;
import org.bridgeconvoy.result.DailyTable;
import org.bridgeconvoy.result.ReplicationResult;

/**
 * Spread of single days: 95 of 100 whole open days of the window, all replications together, lie from low to high.
 *
 * @param column count or mass of a day
 * @param low 2.5th percentile of the days
 * @param high 97.5th percentile of the days
 * @param days number of days, all replications together
 */
public record DayRange(DailyColumn column, double low, double high, long days) {

    private static final double LOW = 0.025;
    private static final double HIGH = 0.975;

    /**
     * The ranges of all columns; empty if the window has no whole open day.
     *
     * @param openDays numbers of the whole open days, from 0
     */
    static List<DayRange> of(int[] openDays, List<ReplicationResult> replications) {
        List<DayRange> ranges = new ArrayList<>();
        if (openDays.length > 0) {
            for (DailyColumn column : DailyColumn.values()) {
                ranges.add(of(column, openDays, replications));
            }
        }
        return ranges;
    }

    private static DayRange of(DailyColumn column, int[] openDays, List<ReplicationResult> replications) {
        PooledSample all = new PooledSample();
        Sample days = new Sample();
        for (ReplicationResult replication : replications) {
            DailyTable table = replication.daily();
            days.clear();
            Arrays.stream(openDays).forEach(day -> days.record(column.value(table, day)));
            all.add(days.observations(1));
        }
        return new DayRange(
                column,
                PooledPercentile.of(all, LOW).value(),
                PooledPercentile.of(all, HIGH).value(),
                all.count());
    }
}
