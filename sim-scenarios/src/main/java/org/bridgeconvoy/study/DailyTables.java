package org.bridgeconvoy.study;

import java.util.AbstractList;
import java.util.Iterator;
import java.util.List;
import org.bridgeconvoy.result.DailyTable;
import org.bridgeconvoy.result.ReplicationResult;

/** The daily tables of results, read from them when asked for: those of many replications do not lie in memory. */
public final class DailyTables extends AbstractList<DailyTable> {

    private final List<ReplicationResult> results;

    private DailyTables(List<ReplicationResult> results) {
        this.results = results;
    }

    /**
     * A view.
     *
     * @param results not changed any more
     */
    public static List<DailyTable> of(List<ReplicationResult> results) {
        return new DailyTables(results);
    }

    @Override
    public DailyTable get(int index) {
        return results.get(index).daily();
    }

    @Override
    public int size() {
        return results.size();
    }

    @Override
    public Iterator<DailyTable> iterator() {
        Iterator<ReplicationResult> all = results.iterator();
        return new Iterator<>() {
            @Override
            public boolean hasNext() {
                return all.hasNext();
            }

            @Override
            public DailyTable next() {
                return all.next().daily();
            }
        };
    }
}
