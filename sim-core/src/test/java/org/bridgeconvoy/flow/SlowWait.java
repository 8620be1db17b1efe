package org.bridgeconvoy.flow;

import org.bridgeconvoy.flow.FlowProgram.Interrupt;
import org.bridgeconvoy.flow.SlowResource.Seized;

/** A way of {@link SlowFlow} in a queue, and how it goes on. */
final class SlowWait {
    private static final Seized NOTHING = new Seized(0, Interrupt.NOTHING_SAID, () -> {});

    final SlowWay way;
    final int amount;
    final int priority;
    final Seized seized;
    final boolean preempts;
    private final Runnable next;

    /** How it goes on if it is taken out of the queue. */
    Runnable gaveUp = () -> {};

    /** Whether another way has taken the units for which it waits. */
    boolean wantsBack;

    /** When it began, ns. */
    long since;

    private Runnable left = () -> {};

    /** Waits for units of a resource. */
    SlowWait(SlowWay way, int amount, Seized seized, boolean preempts, Runnable next) {
        this.way = way;
        this.amount = amount;
        this.priority = seized.priority();
        this.seized = seized;
        this.preempts = preempts;
        this.next = next;
    }

    /** Waits for an amount. */
    SlowWait(SlowWay way, int amount, Runnable next) {
        this(way, amount, NOTHING, false, next);
    }

    /** Notes what else happens when the wait ends. */
    void whenLeft(Runnable what) {
        left = what;
    }

    /** Ends the wait; the way does not go on yet. */
    void ends() {
        left.run();
        way.goesOn();
    }

    /** Lets the way go on, unless it has been taken out of its steps. */
    void goOn() {
        way.goOn(next);
    }
}
