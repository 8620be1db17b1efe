package org.bridgeconvoy.bridge;

/** The moment behind unloading: the load counts as delivered. */
final class Delivery extends Place {

    private final Recorder recorder;
    private final Place next;

    Delivery(Recorder recorder, Place next) {
        this.recorder = recorder;
        this.next = next;
    }

    @Override
    void arrive(Truck truck) {
        recorder.delivered(truck);
        next.arrive(truck);
    }
}
