package org.bridgeconvoy.flow;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.LongConsumer;
import org.bridgeconvoy.flow.FlowTrace.Entity;
import org.bridgeconvoy.flow.SlowResource.Held;
import org.jspecify.annotations.Nullable;

/** One way of an entity through steps in {@link SlowFlow}: what it waits for, what it holds, and the delay that it is in. */
final class SlowWay {
    final Entity entity;

    /** Taken out of its steps. Whatever was to continue it does nothing. */
    boolean gone;

    /** Begun and not at its end. */
    boolean going;

    /** Takes the way out of where it waits. */
    private Runnable leave = () -> {};

    private boolean isInLine;

    /** The delay that it is in, which may stand still; null if none. */
    @Nullable
    SlowDelay delay;

    /** The time at which each passage was entered in which it is, the last one first. */
    final List<Long> stays = new ArrayList<>();

    /** What it holds: of the resource that it has held for the shortest time first. */
    final List<Held> held = new ArrayList<>();

    private final LongConsumer leavePassage;

    SlowWay(Entity entity, LongConsumer leavePassage) {
        this.entity = entity;
        this.leavePassage = leavePassage;
    }

    /** Whether it is in a delay that does not stand still. */
    boolean isWorking() {
        return delay != null && delay.runs();
    }

    SlowDelay delayUnderWay() {
        return Objects.requireNonNull(delay);
    }

    /** Lets the way wait: it goes on with the steps, or is taken out. */
    void waits(Runnable takenOut) {
        leave = takenOut;
        isInLine = false;
    }

    /** Lets the way wait in a line, in which what it holds is blocked. */
    void waitsInLine(Runnable takenOut) {
        leave = takenOut;
        isInLine = true;
    }

    boolean isInLine() {
        return isInLine;
    }

    void goesOn() {
        leave = () -> {};
        isInLine = false;
    }

    /** Goes on with the steps, unless the way has been taken out of them. */
    void goOn(Runnable next) {
        if (!gone) {
            next.run();
        }
    }

    void abandon() {
        if (!going || gone) {
            return;
        }
        leave.run();
        goesOn();
        leavePassages(0);
        gone = true;
        giveBackAll();
    }

    /** Leaves the innermost passages until that many are left. */
    void leavePassages(int left) {
        while (stays.size() > left) {
            leavePassage.accept(stays.remove(0));
        }
    }

    void giveBackAll() {
        for (Held one : List.copyOf(held)) {
            one.resource().giveBack(this, one.units());
            one.resource().serve();
        }
    }
}
