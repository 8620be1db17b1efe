package org.bridgeconvoy.bridge.reference;

import org.bridgeconvoy.bridge.control.Alternate;
import org.bridgeconvoy.bridge.control.Direction;

/**
 * "A fixed cycle that starts over at each opening of hours (at the start if always); the time to clear the lane counts in the green
 * that begins; after each green nobody enters for red, which is part of the cycle; none before the first green of an opening."
 */
final class AlternateControl implements Control {

    private final Alternate rule;
    private final OpenHours hours;

    AlternateControl(Alternate rule, WorldNow world) {
        this.rule = rule;
        hours = world.bridgeHours(rule.hours());
    }

    private long green(Direction direction) {
        return direction == Direction.OUTBOUND ? rule.outboundNanos() : rule.inboundNanos();
    }

    private long cycle() {
        return green(Direction.OUTBOUND) + rule.redNanos() + green(Direction.RETURN) + rule.redNanos();
    }

    /** "Hours that began before the start count from their own opening (a fixed cycle too)." (Section 5) */
    private long phase(long now) {
        long opening = hours.at(now).from();
        return Math.floorMod(now - (opening == Long.MIN_VALUE ? 0 : opening), cycle());
    }

    /** When in the cycle the green of a direction begins. */
    private long begin(Direction direction) {
        return direction == rule.first() ? 0 : green(rule.first()) + rule.redNanos();
    }

    @Override
    public boolean turn(long now) {
        return false;
    }

    @Override
    public boolean gives(Direction direction, long crossing, long now) {
        if (!hours.isOpen(now)) {
            return false;
        }
        long inGreen = phase(now) - begin(direction);
        return inGreen >= 0 && inGreen < green(direction);
    }

    @Override
    public long next(long now) {
        long next = hours.nextChange(now);
        if (hours.isOpen(now)) {
            for (Direction direction : Direction.values()) {
                for (long at : new long[] {begin(direction), begin(direction) + green(direction)}) {
                    long until = Math.floorMod(at - phase(now), cycle());
                    next = Math.min(next, now + (until == 0 ? cycle() : until));
                }
            }
        }
        return next;
    }

    @Override
    public void entered(Direction direction) {
        // The clock alone decides.
    }

    @Override
    public void change(WorldNow world) {
        // Closures are no part of the cycle.
    }
}
