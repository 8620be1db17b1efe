package org.bridgeconvoy.flow;

import java.util.List;
import org.bridgeconvoy.flow.FlowProgram.Means;

/** Failures by use of a resource of {@link SlowFlow}: the clock of the failures runs while units are in use, with two twice as fast. */
final class SlowUse {
    private final SlowClock clock;
    private final SlowResource resource;
    private List<Integer> times = List.of();
    private int repair;
    private int number;
    private long left = Long.MAX_VALUE;
    private long since;
    private Runnable forget = () -> {};

    SlowUse(SlowClock clock, SlowResource resource) {
        this.clock = clock;
        this.resource = resource;
    }

    void begin(Means means) {
        times = means.times();
        repair = means.repair();
        left = number < times.size() ? times.get(number++) : Long.MAX_VALUE;
        since = clock.now();
        changed();
    }

    private long pace() {
        return resource.isFailed() ? 0 : resource.inUse();
    }

    /** The number of units in use, or whether they have failed, is about to change. */
    void changes() {
        if (left != Long.MAX_VALUE) {
            left -= pace() * (clock.now() - since);
            since = clock.now();
        }
    }

    /** It has changed. */
    void changed() {
        forget.run();
        forget = () -> {};
        if (left != Long.MAX_VALUE && pace() > 0) {
            // The first nanosecond at which the time is over.
            forget = clock.in(Math.max(0, (left + pace() - 1) / pace()), this::fail);
        }
    }

    private void fail() {
        left = Long.MAX_VALUE;
        forget = () -> {};
        clock.in(repair, () -> {
            left = number < times.size() ? times.get(number++) : Long.MAX_VALUE;
            since = clock.now();
            resource.repair();
        });
        resource.fail();
    }
}
