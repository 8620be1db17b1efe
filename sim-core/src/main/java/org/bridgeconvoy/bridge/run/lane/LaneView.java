package org.bridgeconvoy.bridge.run.lane;

import org.bridgeconvoy.bridge.control.Direction;
import org.bridgeconvoy.bridge.control.LaneState;

/** The lane as seen from outside: each look makes it catch up first. */
final class LaneView implements LaneState {

    private final LaneClock clock;

    LaneView(LaneClock clock) {
        this.clock = clock;
    }

    private LaneState caughtUp() {
        return clock.caughtUp();
    }

    @Override
    public long now() {
        return caughtUp().now();
    }

    @Override
    public boolean twoLanes() {
        return caughtUp().twoLanes();
    }

    @Override
    public int queueLength(Direction direction) {
        return caughtUp().queueLength(direction);
    }

    @Override
    public long waitingSince(Direction direction) {
        return caughtUp().waitingSince(direction);
    }

    @Override
    public long firstCrossingNanos(Direction direction) {
        return caughtUp().firstCrossingNanos(direction);
    }

    @Override
    public boolean isConvoyEntering(Direction direction) {
        return caughtUp().isConvoyEntering(direction);
    }

    @Override
    public int trucksOnLane(Direction direction) {
        return caughtUp().trucksOnLane(direction);
    }

    @Override
    public boolean isEmpty() {
        return caughtUp().isEmpty();
    }

    @Override
    public long emptiedAt() {
        return caughtUp().emptiedAt();
    }

    @Override
    public long lastEntry(Direction direction) {
        return caughtUp().lastEntry(direction);
    }

    @Override
    public long clearanceNanos() {
        return caughtUp().clearanceNanos();
    }

    @Override
    public long headwayNanos() {
        return caughtUp().headwayNanos();
    }

    @Override
    public boolean isClosed() {
        return caughtUp().isClosed();
    }
}
