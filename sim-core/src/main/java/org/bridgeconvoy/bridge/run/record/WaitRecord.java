package org.bridgeconvoy.bridge.run.record;

import org.bridgeconvoy.bridge.run.context.Observers;
import org.bridgeconvoy.bridge.run.context.RunContext;
import org.bridgeconvoy.engine.Simulation;
import org.bridgeconvoy.observe.Sample;
import org.bridgeconvoy.observe.TimeWeighted;
import org.bridgeconvoy.result.Stage;

/** The queue of a stage in one run: its length, and in the window how long each that began had waited. */
public final class WaitRecord {

    private final Stage stage;
    private final Sample waits;
    private final Simulation sim;
    private final Observers observers;
    private final TimeWeighted length = new TimeWeighted();
    private boolean inWindow;

    /** An empty queue, whose waits in nanoseconds go to a sample. */
    public WaitRecord(Stage stage, Sample waits, RunContext context) {
        this.stage = stage;
        this.waits = waits;
        sim = context.sim();
        observers = context.observers();
    }

    /** Only what comes from now on counts. */
    public void windowBegins() {
        inWindow = true;
        length.reset(sim.now());
    }

    /** One joins the queue. */
    public void joined() {
        length.add(1, sim.now());
        observers.queueChanged(stage, length.value());
    }

    /** One that joined at an instant, perhaps the same, leaves the queue and begins, perhaps at a time that is past. */
    public void began(long joinedAt, long now) {
        length.add(-1, now);
        observers.queueChanged(stage, length.value());
        if (inWindow) {
            waits.record((double) (now - joinedAt));
        }
    }

    /** A part of one that joined at an instant begins; the rest of it waits on. */
    public void partBegan(long joinedAt, long now) {
        if (inWindow) {
            waits.record((double) (now - joinedAt));
        }
    }

    /** One begins without having to wait. */
    public void beganAtOnce() {
        if (inWindow) {
            waits.record(0);
        }
    }

    public Sample waits() {
        return waits;
    }

    public TimeWeighted length() {
        return length;
    }
}
