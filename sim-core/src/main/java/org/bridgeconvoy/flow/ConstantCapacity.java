package org.bridgeconvoy.flow;

/** A constant number of units. */
record ConstantCapacity(int greatest) implements CapacitySchedule {
    ConstantCapacity {
        if (greatest < 1) {
            throw new IllegalArgumentException("capacity must be >= 1, got " + greatest);
        }
    }

    @Override
    public int capacityAt(long nowNanos) {
        return greatest;
    }

    @Override
    public long nextChange(long nowNanos) {
        return Long.MAX_VALUE;
    }
}
