package org.bridgeconvoy.bridge.run.record;

import java.util.List;
import java.util.stream.IntStream;
import org.bridgeconvoy.bridge.config.ConvoyConfig;
import org.bridgeconvoy.bridge.control.Direction;
import org.bridgeconvoy.bridge.run.plan.StationPlan;
import org.bridgeconvoy.bridge.run.plan.WorldPlan;
import org.bridgeconvoy.calendar.Nanos;
import org.bridgeconvoy.calendar.Openings;
import org.bridgeconvoy.result.Stage;

/** On which days of the window outbound trucks may enter, and how long stations are open in the window, through all worlds of a run. */
final class OpenTime {

    private final List<WorldPlan> worlds;
    private final ConvoyConfig config;

    OpenTime(List<WorldPlan> worlds) {
        this.worlds = worlds;
        config = worlds.get(0).config();
    }

    /** Open time of a station's servers in the window, by shifts, in nanoseconds; 0 for a stage without one. */
    double serverNanos(Stage stage) {
        double sum = 0;
        for (int i = 0; i < worlds.size(); i++) {
            StationPlan plan = worlds.get(i).station(stage);
            long from = Math.max(worlds.get(i).from(), config.warmUpNanos());
            long to = Math.min(until(i), config.horizonNanos());
            if (plan != null && from < to) {
                sum += plan.openServerNanos(from, to);
            }
        }
        return sum;
    }

    /** Number of dates in the window on which control and closures let outbound trucks enter at some time. */
    int days() {
        int days = 0;
        long first = config.warmUpNanos() / Nanos.DAY;
        for (long day = first; day * Nanos.DAY < config.horizonNanos(); day++) {
            long from = Math.max(day * Nanos.DAY, config.warmUpNanos());
            long to = Math.min((day + 1) * Nanos.DAY, config.horizonNanos());
            if (isOpen(from, to)) {
                days++;
            }
        }
        return days;
    }

    /** Numbers of those dates that lie in the window from midnight to midnight. */
    int[] wholeDays() {
        int first = Math.toIntExact((config.warmUpNanos() + Nanos.DAY - 1) / Nanos.DAY);
        int end = Math.toIntExact(config.horizonNanos() / Nanos.DAY);
        return IntStream.range(first, Math.max(first, end))
                .filter(day -> isOpen(day * Nanos.DAY, (day + 1) * Nanos.DAY))
                .toArray();
    }

    private boolean isOpen(long from, long to) {
        for (int i = 0; i < worlds.size(); i++) {
            WorldPlan world = worlds.get(i);
            Openings passable = world.lane().closures().complement();
            long crossing = Nanos.delayOfSeconds(world.config().bridge().lengthMetres()
                    / world.config().bridge().loadedSpeed().mean());
            for (int k = Math.max(0, passable.lastBegunAt(from)); k < passable.count(); k++) {
                long begin = Math.max(Math.max(from, world.from()), passable.start(k));
                long end = Math.min(Math.min(to, until(i)), passable.end(k));
                if (begin < end && world.lane().control().givenNanos(Direction.OUTBOUND, begin, end, crossing) > 0) {
                    return true;
                }
            }
        }
        return false;
    }

    /** The end of the time in which world {@code i} holds. */
    private long until(int i) {
        return i + 1 < worlds.size() ? worlds.get(i + 1).from() : config.horizonNanos();
    }
}
