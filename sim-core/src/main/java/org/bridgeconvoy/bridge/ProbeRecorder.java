package org.bridgeconvoy.bridge;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.bridgeconvoy.bridge.run.context.Truck;
import org.bridgeconvoy.bridge.station.TruckView;
import org.bridgeconvoy.result.Probe;
import org.bridgeconvoy.result.Stage;
import org.bridgeconvoy.result.TrafficTime;
import org.bridgeconvoy.result.TripTime;

/** Fills in the probes of a run as it hears of queues and trips. */
final class ProbeRecorder implements BridgeObserver {

    private final double[] values;
    private final Map<Stage, List<ProbedQueue>> ofStages = new EnumMap<>(Stage.class);
    private final Map<String, List<ProbedQueue>> ofTraffic = new HashMap<>();
    private final List<ProbedQueue> all = new ArrayList<>();

    /** Queues that a truck joins, begins to be served in, or leaves the bridge of, when it reaches an instant. */
    private final Map<TripTime, List<ProbedQueue>> joining = new EnumMap<>(TripTime.class);

    /** Queues and waits of stages that only trucks with a return load reach. */
    private final Map<TripTime, List<ProbedQueue>> joiningLoaded = new EnumMap<>(TripTime.class);

    private final Map<TripTime, List<ProbedQueue>> beginning = new EnumMap<>(TripTime.class);
    private final Map<TripTime, List<ProbedQueue>> exiting = new EnumMap<>(TripTime.class);

    /**
     * A recorder for one run.
     *
     * @param probes what is asked
     * @param further whether trips have the further instants
     */
    ProbeRecorder(List<Probe> probes, boolean further) {
        values = new double[probes.size()];
        Arrays.fill(values, Double.NaN);
        Map<String, List<Integer>> groups = new LinkedHashMap<>();
        for (int i = 0; i < probes.size(); i++) {
            Probe probe = probes.get(i);
            groups.computeIfAbsent(probe.kind() + " " + probe.stage() + " " + probe.traffic(), key -> new ArrayList<>())
                    .add(i);
        }
        for (List<Integer> group : groups.values()) {
            Probe probe = probes.get(group.get(0));
            ProbedQueue queue = new ProbedQueue(probe.kind(), probes, group, values);
            all.add(queue);
            if (probe.stage() == null) {
                ofTraffic
                        .computeIfAbsent(probe.traffic(), key -> new ArrayList<>())
                        .add(queue);
            } else {
                ofStages.computeIfAbsent(probe.stage(), key -> new ArrayList<>())
                        .add(queue);
                hears(queue, probe.kind(), probe.stage(), further);
            }
        }
    }

    private void hears(ProbedQueue queue, Probe.Kind kind, Stage stage, boolean further) {
        if (kind == Probe.Kind.EXITS) {
            add(exiting, TripTime.ends(stage), queue);
        } else if (kind == Probe.Kind.WAIT) {
            add(beginning, TripTime.begins(stage), queue);
            if (stage == Stage.TRUCK) {
                add(beginning, TripTime.RETURN_ASSIGNED, queue);
            } else if (stage.isOfReturnLoad()) {
                add(joiningLoaded, TripTime.joins(stage, further), queue);
            } else {
                add(joining, TripTime.joins(stage, further), queue);
            }
        }
    }

    private static void add(Map<TripTime, List<ProbedQueue>> to, TripTime time, ProbedQueue queue) {
        to.computeIfAbsent(time, key -> new ArrayList<>()).add(queue);
    }

    @Override
    public void queueChanged(long now, Stage stage, int length) {
        for (ProbedQueue queue : ofStages.getOrDefault(stage, List.of())) {
            queue.becomes(now, length);
        }
    }

    /** A consignment waits for a truck from the instant at which it appears, which is its key. */
    @Override
    public void consigned(long now, String cargo, double loadTonnes) {
        for (ProbedQueue queue : ofStages.getOrDefault(Stage.TRUCK, List.of())) {
            queue.joins(now, now);
        }
    }

    @Override
    public void reached(long now, TripTime instant, TruckView truck) {
        for (ProbedQueue queue : joining.getOrDefault(instant, List.of())) {
            queue.joins(now, truck.number());
        }
        if (truck.isReturnLoad()) {
            for (ProbedQueue queue : joiningLoaded.getOrDefault(instant, List.of())) {
                queue.joins(now, truck.number());
            }
        }
        for (ProbedQueue queue : beginning.getOrDefault(instant, List.of())) {
            boolean isAssigned = instant == TripTime.ASSIGNED || instant == TripTime.RETURN_ASSIGNED;
            queue.begins(now, isAssigned ? ((Truck) truck).consignedAt : truck.number());
        }
        for (ProbedQueue queue : exiting.getOrDefault(instant, List.of())) {
            queue.exits(now);
        }
    }

    @Override
    public void reached(long now, TrafficTime instant, VehicleView vehicle) {
        for (ProbedQueue queue : ofTraffic.getOrDefault(vehicle.name(), List.of())) {
            if (instant == TrafficTime.QUEUED) {
                queue.joins(now, vehicle.number());
                queue.changes(now, 1);
            } else if (instant == TrafficTime.ENTER) {
                queue.begins(now, vehicle.number());
                queue.changes(now, -1);
            }
        }
    }

    /** The values of the probes after the run, in their order. */
    double[] values(long horizon) {
        for (ProbedQueue queue : all) {
            queue.ends(horizon);
        }
        return values.clone();
    }
}
