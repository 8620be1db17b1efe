package org.bridgeconvoy.bridge.reference;

/** A service under way, perhaps paused. */
final class Service {

    final Truck truck;

    /** What is left of it as it last began or went on. */
    private long left;

    private long since;
    private boolean running = true;

    /** "Services under way end as they began" (section 7): whether it stops at closing time. */
    final boolean pauses;

    Service(Truck truck, long length, boolean pauses, long now) {
        this.truck = truck;
        this.pauses = pauses;
        left = length;
        since = now;
    }

    boolean isRunning() {
        return running;
    }

    long ends() {
        return running ? Time.after(since, left) : Time.NEVER;
    }

    void pause(long now) {
        left = left == Time.NEVER ? left : left - (now - since);
        running = false;
    }

    void goOn(long now) {
        since = now;
        running = true;
    }
}
