package org.bridgeconvoy.bridge.run.plan;

import java.util.Arrays;
import java.util.List;
import org.bridgeconvoy.bridge.config.StationConfig;
import org.bridgeconvoy.calendar.Openings;
import org.bridgeconvoy.calendar.WorkCalendar;

/** A station laid on the dates of a run: when it is open, and with how many servers. Immutable, shared by all replications. */
public final class StationPlan {

    private final StationConfig config;

    /** When each shift is on. */
    private final List<Openings> shifts;

    private final Openings openings;

    /** When the number of servers changes, in order. */
    private final long[] changes;

    /** The number of servers from each change on. */
    private final int[] servers;

    private final int serversBefore;

    /** Lays a station on the calendar of its bank. */
    StationPlan(StationConfig config, WorkCalendar calendar, long horizonNanos) {
        this.config = config;
        shifts = config.shifts().stream()
                .map(shift -> calendar.openings(shift.hours(), horizonNanos))
                .toList();
        openings = Openings.union(shifts);
        long[] times = shifts.stream()
                .flatMapToLong(Openings::changes)
                .sorted()
                .distinct()
                .toArray();
        changes = new long[times.length];
        servers = new int[times.length];
        serversBefore = onDuty(Long.MIN_VALUE);
        int count = 0;
        int before = serversBefore;
        for (long time : times) {
            int now = onDuty(time);
            if (now != before) {
                changes[count] = time;
                servers[count++] = now;
                before = now;
            }
        }
        Arrays.fill(changes, count, times.length, Long.MAX_VALUE);
    }

    private int onDuty(long time) {
        long sum = 0;
        for (int i = 0; i < shifts.size(); i++) {
            if (shifts.get(i).isOpen(time)) {
                sum += config.shifts().get(i).servers();
            }
        }
        return (int) Math.min(sum, Integer.MAX_VALUE);
    }

    /** The configuration that the plan was made from. */
    public StationConfig config() {
        return config;
    }

    /** When it is open: while at least one shift is on. */
    public Openings openings() {
        return openings;
    }

    /** The number of servers at an instant; 0 while it is shut. */
    public int servers(long time) {
        int last = lastChange(time);
        return last < 0 ? serversBefore : servers[last];
    }

    /** The next instant after {@code time} at which the number of servers changes; {@code Long.MAX_VALUE} if never. */
    public long nextChange(long time) {
        int next = lastChange(time) + 1;
        return next < changes.length ? changes[next] : Long.MAX_VALUE;
    }

    /** The greatest number of servers at any time after {@code time}. */
    public int mostServersAfter(long time) {
        int most = 0;
        for (int i = lastChange(time) + 1; i < changes.length && changes[i] < Long.MAX_VALUE; i++) {
            most = Math.max(most, servers[i]);
        }
        return most;
    }

    private int lastChange(long time) {
        int found = Arrays.binarySearch(changes, time);
        return found >= 0 ? found : -found - 2;
    }

    /** Whether the number of servers changes while the station is open. */
    public boolean isStaffedUnevenly() {
        return openings.changes().count()
                < Arrays.stream(changes).filter(c -> c < Long.MAX_VALUE).count();
    }

    /** Server time within {@code [from, to)} while shifts are on, in nanoseconds. */
    public double openServerNanos(long from, long to) {
        double sum = 0;
        for (int i = 0; i < shifts.size(); i++) {
            sum += (double) shifts.get(i).openNanos(from, to)
                    * config.shifts().get(i).servers();
        }
        return sum;
    }
}
