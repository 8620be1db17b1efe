package org.bridgeconvoy.bridge.run.plan;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.bridgeconvoy.bridge.config.CargoStream;
import org.bridgeconvoy.bridge.config.ConvoyConfig;
import org.bridgeconvoy.bridge.config.ServiceTime;
import org.bridgeconvoy.bridge.demand.ArrivalPattern;
import org.bridgeconvoy.bridge.demand.DemandCurve;
import org.bridgeconvoy.bridge.demand.PoissonArrivals;
import org.bridgeconvoy.random.Distribution;
import org.bridgeconvoy.result.Control;
import org.bridgeconvoy.result.Stage;
import org.jspecify.annotations.Nullable;

/**
 * The controls of a run, in order: for each cargo, each name of the through traffic and each station those whose expectation is known. That
 * of what appears is known for a Poisson process only; a stream that stops at its total is expected to bring what its curve accrues until
 * then (optional stopping), unless changes of the world may let it go on.
 */
public final class ControlPlan {

    private final List<WorldPlan> worlds;
    private final List<Control> controls = new ArrayList<>();
    private final int[] cargoes;
    private final boolean[] knownArrivals;
    private final int[] traffic;
    private final Map<Stage, Integer> stages = new EnumMap<>(Stage.class);

    /** The controls of a run through the worlds. */
    public ControlPlan(List<WorldPlan> worlds) {
        this.worlds = worlds;
        ConvoyConfig config = worlds.get(0).config();
        cargoes = new int[config.demand().size()];
        knownArrivals = new boolean[cargoes.length];
        for (int c = 0; c < cargoes.length; c++) {
            cargoes[c] = controls.size();
            CargoStream stream = config.demand().get(c);
            knownArrivals[c] = accrues(stream.arrivals(), curve(c)) && stopsOnce(c);
            if (knownArrivals[c] || loadsVary(c)) {
                add(Control.Kind.TONNES, stream.cargo());
            } else {
                cargoes[c] = -1;
            }
            if (knownArrivals[c]) {
                add(Control.Kind.TRUCKLOADS, stream.cargo());
                add(Control.Kind.HOUR, stream.cargo());
                add(Control.Kind.HOUR_SQUARED, stream.cargo());
            }
        }
        traffic = new int[config.traffic().size()];
        for (int i = 0; i < traffic.length; i++) {
            TrafficPlan plan = worlds.get(0).traffic().get(i);
            boolean known = accrues(plan.config().arrivals(), plan.curve());
            traffic[i] = known ? controls.size() : -1;
            if (known) {
                add(Control.Kind.VEHICLES, plan.config().name());
                add(Control.Kind.VEHICLE_HOUR, plan.config().name());
                add(Control.Kind.VEHICLE_HOUR_SQUARED, plan.config().name());
            }
        }
        for (Stage stage : Stage.values()) {
            if (worlds.stream().anyMatch(w -> isDrawn(w.station(stage)))) {
                stages.put(stage, controls.size());
                add(Control.Kind.SERVICE, stage.label());
            }
        }
    }

    private void add(Control.Kind kind, String part) {
        controls.add(new Control(kind, part));
    }

    private static boolean accrues(ArrivalPattern arrivals, DemandCurve curve) {
        return arrivals instanceof PoissonArrivals && curve.truckloads() > 0;
    }

    /** Whether a stream that has reached its total never goes on. */
    private boolean stopsOnce(int cargo) {
        return worlds.size() == 1
                || worlds.stream()
                        .allMatch(w ->
                                Mass.ofTonnes(w.config().demand().get(cargo).totalTonnes()) == Mass.UNLIMITED);
    }

    private boolean loadsVary(int cargo) {
        return worlds.stream()
                .anyMatch(w -> varies(w.config().demand().get(cargo).loadTonnes()));
    }

    private static boolean isDrawn(@Nullable StationPlan plan) {
        return plan != null && plan.config().service() instanceof ServiceTime.Timed timed && varies(timed.seconds());
    }

    private static boolean varies(Distribution law) {
        return law.lowerBound() < law.upperBound();
    }

    /** The controls, in the order of their values. */
    public List<Control> controls() {
        return List.copyOf(controls);
    }

    /** The index of a cargo's tonnes, −1 if they hold no chance; behind it those of its truckloads and their hours, if these are known. */
    public int cargo(int cargo) {
        return cargoes[cargo];
    }

    /** Whether the number of truckloads that a cargo's stream brings is known in expectation. */
    public boolean knowsArrivals(int cargo) {
        return knownArrivals[cargo];
    }

    /** The index of the vehicles of a name, behind it those of their hours; −1 if nothing is known of them. */
    public int traffic(int name) {
        return traffic[name];
    }

    /** The index of the service times of a stage; −1 if none are drawn there. */
    public int service(Stage stage) {
        return stages.getOrDefault(stage, -1);
    }

    /** What {@link DemandCurve#moment} says of the truckloads of a cargo. */
    public double expectedTruckloads(int cargo, long from, long until, int power) {
        return curve(cargo).moment(from, until, power);
    }

    /** What {@link DemandCurve#moment} says of the vehicles of a name. */
    public double expectedVehicles(int name, long from, long until, int power) {
        return worlds.get(0).traffic().get(name).curve().moment(from, until, power);
    }

    private DemandCurve curve(int cargo) {
        return worlds.get(0).streams().get(cargo).curve();
    }

    /** The number of names of the through traffic. */
    public int names() {
        return traffic.length;
    }

    /** The mean load of a cargo's stream in the first world, in tonnes. */
    public double meanLoad(int cargo) {
        return worlds.get(0).streams().get(cargo).meanLoad();
    }
}
