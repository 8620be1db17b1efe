package org.bridgeconvoy.bridge.config;

import java.util.ArrayList;
import java.util.List;
import org.bridgeconvoy.bridge.control.ControlRule;
import org.bridgeconvoy.bridge.control.Direction;
import org.bridgeconvoy.bridge.control.Timetable;
import org.bridgeconvoy.calendar.Nanos;
import org.bridgeconvoy.random.Distribution;

/** Finds what in a world can never work: a truck that can never enter, hours in which nothing can clear or begin. */
public final class Feasibility {

    /** A share of trucks that is too small to stop a run for. */
    private static final double NEGLIGIBLE = 1e-9;

    /**
     * Something that can never work.
     *
     * @param path where it is, in the words of a scenario file: {@code bridge.max-mass}
     * @param message what is wrong, with values
     * @param fatal whether the run would deadlock; otherwise it is a warning
     */
    public record Finding(String path, String message, boolean fatal) {}

    private final ConvoyConfig config;
    private final List<Finding> findings = new ArrayList<>();

    private Feasibility(ConvoyConfig config) {
        this.config = config;
    }

    /**
     * All findings, in the order of the file's parts.
     *
     * @param config the world
     * @return empty if there is nothing to find
     */
    public static List<Finding> check(ConvoyConfig config) {
        Feasibility check = new Feasibility(config);
        check.masses();
        check.control();
        check.loads();
        return List.copyOf(check.findings);
    }

    private void masses() {
        BridgeConfig bridge = config.bridge();
        for (TruckClass c : config.fleet()) {
            if (c.trucks() == 0) {
                continue;
            }
            String truck = c.name().isEmpty() ? "a truck" : "a truck of class '" + c.name() + "'";
            if (c.carryingTonnes(bridge.maxTruckMassTonnes()) <= 0) {
                fatal(
                        "bridge.max-truck-mass",
                        truck + " weighs " + c.tareTonnes()
                                + " t empty and could carry nothing: bridge.max-truck-mass is "
                                + bridge.maxTruckMassTonnes() + " t");
            } else if (heaviest(c) > bridge.maxMassTonnes()) {
                fatal(
                        "bridge.max-mass",
                        truck + " can weigh " + heaviest(c) + " t gross and could never enter: bridge.max-mass is "
                                + bridge.maxMassTonnes() + " t; limit its payload or the load with max=");
            }
        }
    }

    private double heaviest(TruckClass c) {
        double load = 0;
        for (CargoStream stream : config.demand()) {
            load = stream.isDrawn() ? Math.max(load, stream.loadTonnes().upperBound()) : load;
        }
        for (Consignment consignment : config.consignments()) {
            load = Math.max(load, consignment.tonnes());
        }
        return c.tareTonnes() + Math.min(load, c.carryingTonnes(config.bridge().maxTruckMassTonnes()));
    }

    private void control() {
        // Hours repeat weekly: what is not given within a week more is never given.
        long beyond = config.horizonNanos() + 7 * Nanos.DAY;
        ControlRule.Plan plan = config.bridge().control().plan(config.bridgeCalendar(), beyond);
        for (Direction direction : Direction.values()) {
            String path = config.bridge().control() instanceof Timetable
                    ? "bridge.control.timetable." + direction.label()
                    : "bridge.control";
            if (given(plan, direction, beyond, 0) == 0) {
                fatal(path, "the control never gives the lane to " + direction.label() + " trucks");
            } else if (given(plan, direction, config.horizonNanos(), 0) == 0) {
                warn(path, "the control gives the lane to " + direction.label() + " trucks only after the horizon");
            } else if (speed(direction).probabilityBelow(speedToEnter(plan, direction)) > NEGLIGIBLE) {
                fatal(
                        path,
                        "hours in which nothing can clear: at " + speed(direction)
                                + " (m/s) a crossing can take longer than any"
                                + " opening, and with last-entry: clear such a truck could never enter");
            }
        }
    }

    /** For how long the control gives the lane from the start on; its answer may be the modeler's own. */
    private long given(ControlRule.Plan plan, Direction direction, long until, long crossing) {
        long given = plan.givenNanos(direction, 0, until, crossing);
        if (given < 0 || given > until) {
            throw new IllegalStateException("control " + config.bridge().control() + ": givenNanos must be from 0 to "
                    + until + " ns, got " + given + " ns for " + direction.label() + " trucks");
        }
        return given;
    }

    private Distribution speed(Direction direction) {
        return direction == Direction.OUTBOUND
                ? config.bridge().loadedSpeed()
                : config.bridge().emptySpeed();
    }

    /** The least speed in m/s at which the control lets a truck enter at some time of the run; 0 if any will do. */
    private double speedToEnter(ControlRule.Plan plan, Direction direction) {
        long enters = 0;
        long never = config.horizonNanos() + 1;
        if (given(plan, direction, config.horizonNanos(), never) > 0) {
            return 0;
        }
        while (never - enters > 1) {
            long crossing = enters + (never - enters) / 2;
            if (given(plan, direction, config.horizonNanos(), crossing) > 0) {
                enters = crossing;
            } else {
                never = crossing;
            }
        }
        // A hair less, so that a crossing that fills the opening to its last instant is not refused by rounding.
        return config.bridge().lengthMetres() / (enters / (double) Nanos.SECOND) * (1 - 1e-12);
    }

    private void loads() {
        double capacity = config.carryingTonnes();
        for (CargoStream stream : config.demand()) {
            if (stream.isDrawn() && stream.loadTonnes().mean() > capacity) {
                warn(
                        "demand." + stream.cargo() + ".load",
                        "mean load of " + stream.loadTonnes().mean() + " t is above the " + capacity
                                + " t that a truck can carry; loads are cut to that");
            }
        }
    }

    private void warn(String path, String message) {
        findings.add(new Finding(path, message, false));
    }

    private void fatal(String path, String message) {
        findings.add(new Finding(path, message, true));
    }
}
