package org.bridgeconvoy.bridge.run;

import java.util.List;
import org.bridgeconvoy.bridge.config.CargoStream;
import org.bridgeconvoy.bridge.config.ConvoyConfig;
import org.bridgeconvoy.bridge.run.context.PartEvent;
import org.bridgeconvoy.bridge.run.context.Priorities;
import org.bridgeconvoy.bridge.run.context.RunContext;
import org.bridgeconvoy.calendar.Nanos;

/** The end of the warm-up and of each day in one run: makes the lane catch up, then lets the recorder count. */
final class Bookkeeping {

    private final RunParts parts;
    private final RunContext context;
    private final PartEvent midnight;

    Bookkeeping(RunParts parts) {
        this.parts = parts;
        context = parts.context();
        midnight = new PartEvent(context.pass(), "a day ends", this::dayEnded);
    }

    /** Schedules the end of the first day and of the warm-up; without a warm-up the window begins now. */
    void begin(ConvoyConfig config) {
        if (Nanos.DAY < context.horizon()) {
            context.sim().scheduleAt(Nanos.DAY, Priorities.BOOKKEEPING, midnight);
        }
        if (config.warmUpNanos() == 0) {
            windowBegins();
        } else {
            context.sim()
                    .scheduleAt(
                            config.warmUpNanos(),
                            Priorities.BOOKKEEPING,
                            new PartEvent(context.pass(), "the warm-up ends", this::warmedUp));
        }
    }

    private void warmedUp() {
        windowBegins();
        context.observers().warmedUp();
    }

    private void windowBegins() {
        parts.lane().recorder().windowBegins();
    }

    private void dayEnded() {
        dayEnds(context.now());
        long next = context.now() + Nanos.DAY;
        if (next < context.horizon()) {
            context.sim().scheduleAt(next, Priorities.BOOKKEEPING, midnight);
        }
    }

    private void dayEnds(long end) {
        parts.lane().recorder().dayEnds(end, parts::backlog);
    }

    /** The run has come to its horizon: closes the last day. */
    void finish() {
        dayEnds(context.horizon());
        List<String> names = context.world().plan().config().demand().stream()
                .map(CargoStream::cargo)
                .toList();
        parts.lane()
                .recorder()
                .finish(names, cargo -> parts.sources().get(cargo).isOver());
    }
}
