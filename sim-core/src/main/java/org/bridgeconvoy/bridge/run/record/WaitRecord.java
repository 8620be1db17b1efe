package org.bridgeconvoy.bridge.run.record;

import org.bridgeconvoy.bridge.run.context.Observers;
import org.bridgeconvoy.bridge.run.context.RunContext;
import org.bridgeconvoy.engine.Simulation;
import org.bridgeconvoy.observe.Sample;
import org.bridgeconvoy.observe.TimeWeighted;
import org.bridgeconvoy.result.Stage;
import org.jspecify.annotations.Nullable;

/** The queue of a stage in one run: its length, and the waits of those that began in the window. */
public final class WaitRecord {

    private final Stage stage;
    private final Sample waits;
    private final Simulation sim;
    private final Observers observers;
    private final TimeWeighted length = new TimeWeighted();
    private final @Nullable ControlRecord controls;
    private boolean inWindow;

    /** An empty queue, whose waits in nanoseconds go to a sample. */
    WaitRecord(Stage stage, Sample waits, RunContext context, @Nullable ControlRecord controls) {
        this.controls = controls;
        this.stage = stage;
        this.waits = waits;
        sim = context.sim();
        observers = context.observers();
    }

    /** The window begins: only later waits count. */
    public void windowBegins() {
        inWindow = true;
        length.reset(sim.now());
    }

    /** A truck or consignment joins the queue. */
    public void joined() {
        length.add(1, sim.now());
        observers.queueChanged(stage, length.value());
    }

    /**
     * A member of the queue leaves it and begins at {@code now}, which may be past; it joined at {@code joinedAt}, which may equal {@code
     * now}.
     */
    public void began(long joinedAt, long now) {
        length.add(-1, now);
        observers.queueChanged(stage, length.value());
        if (inWindow) {
            waits.record((double) (now - joinedAt));
        }
    }

    /** A part of a member that joined at {@code joinedAt} begins; the rest waits on. */
    public void partBegan(long joinedAt, long now) {
        if (inWindow) {
            waits.record((double) (now - joinedAt));
        }
    }

    /** A truck or consignment begins without a wait. */
    public void beganAtOnce() {
        if (inWindow) {
            waits.record(0);
        }
    }

    /** A service time was drawn here whose expectation is {@code meanSeconds}. */
    public void serviceDrawn(double seconds, double meanSeconds) {
        if (controls != null) {
            controls.serviceDrawn(stage, seconds, meanSeconds);
        }
    }

    public Sample waits() {
        return waits;
    }

    public TimeWeighted length() {
        return length;
    }
}
