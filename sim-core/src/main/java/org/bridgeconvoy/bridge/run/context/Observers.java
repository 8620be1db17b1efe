package org.bridgeconvoy.bridge.run.context;

import java.util.List;
import org.bridgeconvoy.bridge.BridgeObserver;
import org.bridgeconvoy.bridge.RunView;
import org.bridgeconvoy.bridge.VehicleView;
import org.bridgeconvoy.bridge.control.Direction;
import org.bridgeconvoy.bridge.station.TruckView;
import org.bridgeconvoy.engine.Simulation;
import org.bridgeconvoy.result.Stage;
import org.bridgeconvoy.result.TrafficTime;
import org.bridgeconvoy.result.TripTime;
import org.bridgeconvoy.result.TruckState;

/** The listeners to one run; each method tells all of them, in order, what happens now. */
public final class Observers {

    private final BridgeObserver[] observers;
    private final Simulation sim;

    /** Listeners, in the order in which they are told. */
    public Observers(List<BridgeObserver> observers, Simulation sim) {
        this.observers = observers.toArray(new BridgeObserver[0]);
        this.sim = sim;
    }

    /** Whether there is no listener. */
    public boolean isEmpty() {
        return observers.length == 0;
    }

    public void began(RunView run) {
        for (BridgeObserver observer : observers) {
            observer.began(run);
        }
    }

    public void warmedUp() {
        for (BridgeObserver observer : observers) {
            observer.warmedUp(sim.now());
        }
    }

    public void dayEnded(long end, int day) {
        for (BridgeObserver observer : observers) {
            observer.dayEnded(end, day);
        }
    }

    public void worldChanged(int trucks) {
        for (BridgeObserver observer : observers) {
            observer.worldChanged(sim.now(), trucks);
        }
    }

    public void consigned(String cargo, double loadTonnes) {
        for (BridgeObserver observer : observers) {
            observer.consigned(sim.now(), cargo, loadTonnes);
        }
    }

    public void reached(TripTime time, TruckView truck) {
        for (BridgeObserver observer : observers) {
            observer.reached(sim.now(), time, truck);
        }
    }

    public void wentBackEmpty(TruckView truck) {
        for (BridgeObserver observer : observers) {
            observer.wentBackEmpty(sim.now(), truck);
        }
    }

    public void stateChanged(TruckState from, TruckState to, int trucks) {
        for (BridgeObserver observer : observers) {
            observer.stateChanged(sim.now(), from, to, trucks);
        }
    }

    public void queueChanged(Stage stage, int length) {
        for (BridgeObserver observer : observers) {
            observer.queueChanged(sim.now(), stage, length);
        }
    }

    public void stationChanged(Stage stage, boolean open) {
        for (BridgeObserver observer : observers) {
            observer.stationChanged(sim.now(), stage, open);
        }
    }

    public void closureChanged(boolean closed) {
        for (BridgeObserver observer : observers) {
            observer.closureChanged(sim.now(), closed);
        }
    }

    public void convoyReleased(Direction direction, int trucks) {
        for (BridgeObserver observer : observers) {
            observer.convoyReleased(sim.now(), direction, trucks);
        }
    }

    public void turned(Direction to) {
        for (BridgeObserver observer : observers) {
            observer.turned(sim.now(), to);
        }
    }

    public void stopped(TruckView truck, Direction direction, double metres) {
        for (BridgeObserver observer : observers) {
            observer.stopped(sim.now(), truck, direction, metres);
        }
    }

    public void droveOn(TruckView truck, Direction direction, double metres) {
        for (BridgeObserver observer : observers) {
            observer.droveOn(sim.now(), truck, direction, metres);
        }
    }

    public void ownStage(String stage, TruckView truck, boolean inside) {
        for (BridgeObserver observer : observers) {
            observer.ownStage(sim.now(), stage, truck, inside);
        }
    }

    public void reached(TrafficTime time, VehicleView vehicle) {
        for (BridgeObserver observer : observers) {
            observer.reached(sim.now(), time, vehicle);
        }
    }

    public void stopped(VehicleView vehicle, double metres) {
        for (BridgeObserver observer : observers) {
            observer.stopped(sim.now(), vehicle, metres);
        }
    }

    public void droveOn(VehicleView vehicle, double metres) {
        for (BridgeObserver observer : observers) {
            observer.droveOn(sim.now(), vehicle, metres);
        }
    }
}
