package org.bridgeconvoy.bridge.run.lane;

import org.bridgeconvoy.bridge.VehicleView;
import org.bridgeconvoy.bridge.control.Direction;
import org.bridgeconvoy.bridge.run.context.Priorities;
import org.bridgeconvoy.bridge.run.context.RoadUser;
import org.bridgeconvoy.bridge.run.plan.Mass;
import org.bridgeconvoy.engine.Simulation;

/** A vehicle of the through traffic. Once the vehicle has left, the object is reused for another of the same name. */
final class Vehicle extends RoadUser implements VehicleView {

    final VehicleCrossings crossings;
    private int number;

    Vehicle(VehicleCrossings crossings) {
        this.crossings = crossings;
    }

    /** Reuses the object for another vehicle. */
    void become(int anotherNumber, long massMilligrams) {
        number = anotherNumber;
        grossMilligrams = massMilligrams;
    }

    @Override
    public void fire(Simulation sim) {
        crossings.ended(this);
    }

    @Override
    public long grossMass(Direction direction) {
        return grossMilligrams;
    }

    @Override
    public int endPriority() {
        return Priorities.vehicleEnd(number);
    }

    @Override
    public long headwayNanos(long ofBridge) {
        return crossings.headwayNanos();
    }

    @Override
    public int number() {
        return number;
    }

    @Override
    public String name() {
        return crossings.name();
    }

    @Override
    public Direction direction() {
        return crossings.side.direction;
    }

    @Override
    public double massTonnes() {
        return Mass.toTonnes(grossMilligrams);
    }

    @Override
    public String toString() {
        return "vehicle " + number;
    }
}
