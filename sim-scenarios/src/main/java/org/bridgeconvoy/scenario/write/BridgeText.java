package org.bridgeconvoy.scenario.write;

import java.time.LocalDate;
import org.bridgeconvoy.bridge.config.BridgeConfig;
import org.bridgeconvoy.bridge.config.ConvoyRule;
import org.bridgeconvoy.bridge.control.Actuated;
import org.bridgeconvoy.bridge.control.Alternate;
import org.bridgeconvoy.bridge.control.Batches;
import org.bridgeconvoy.bridge.control.ControlRule;
import org.bridgeconvoy.bridge.control.Direction;
import org.bridgeconvoy.bridge.control.LastEntry;
import org.bridgeconvoy.bridge.control.Timetable;
import org.bridgeconvoy.calendar.Hours;
import org.bridgeconvoy.calendar.LocalClock;
import org.bridgeconvoy.scenario.text.Dimension;
import org.bridgeconvoy.scenario.text.Node;
import org.bridgeconvoy.scenario.text.Texts;
import org.jspecify.annotations.Nullable;

/** Writes the bridge, its control, and the convoys. */
final class BridgeText {

    private final LocalDate start;
    private final LocalClock clock;
    private final Refusals refusals;
    private final DistributionText distributions;

    /** A writer for a run that starts on a date, whose origin has this clock. */
    BridgeText(LocalDate start, LocalClock clock, Refusals refusals) {
        this.start = start;
        this.clock = clock;
        this.refusals = refusals;
        distributions = new DistributionText(refusals);
    }

    Node of(BridgeConfig bridge) {
        Branch branch = new Branch()
                .put("length", Values.quantity(bridge.lengthMetres(), "m"))
                .put("speed", speed(bridge))
                .put(bridge.headwayNanos() != 0, "headway", Values.duration(bridge.headwayNanos()))
                .put(bridge.clearanceNanos() != 0, "clearance", Values.duration(bridge.clearanceNanos()))
                .put(bridge.lanes() != 1, "lanes", Integer.toString(bridge.lanes()))
                .put(bridge.maxTrucks() != Integer.MAX_VALUE, "max-trucks", Integer.toString(bridge.maxTrucks()))
                .put(isFinite(bridge.maxMassTonnes()), "max-mass", Values.quantity(bridge.maxMassTonnes(), "t"))
                .put(
                        isFinite(bridge.maxTruckMassTonnes()),
                        "max-truck-mass",
                        Values.quantity(bridge.maxTruckMassTonnes(), "t"))
                .putIfAny(
                        "closures",
                        Branch.list(bridge.closures().stream()
                                .map(c -> new Branch()
                                        .put("from", Values.dateTime(start, clock, c.fromNanos()))
                                        .put("to", Values.dateTime(start, clock, c.toNanos()))
                                        .node())
                                .toList()));
        if (bridge.breakdowns() != null) {
            branch.put(
                    "breakdowns",
                    new Branch()
                            .put("probability", Texts.number(bridge.breakdowns().probability()))
                            .put(
                                    "repair",
                                    distributions.of(
                                            bridge.breakdowns().repairSeconds(),
                                            Dimension.DURATION,
                                            "bridge.breakdowns.repair"))
                            .node());
        }
        return branch.put("control", control(bridge.control())).node();
    }

    private static boolean isFinite(double limit) {
        return limit < Double.POSITIVE_INFINITY;
    }

    private Node speed(BridgeConfig bridge) {
        String loaded = distributions.of(bridge.loadedSpeed(), Dimension.SPEED, "bridge.speed");
        String empty = distributions.of(bridge.emptySpeed(), Dimension.SPEED, "bridge.speed");
        return loaded.equals(empty)
                ? Branch.text(loaded)
                : new Branch().put("loaded", loaded).put("empty", empty).node();
    }

    private Node control(ControlRule rule) {
        Branch settings = new Branch();
        if (rule instanceof Timetable timetable) {
            settings.put("outbound", Values.hours(timetable.outbound()))
                    .put("return", Values.hours(timetable.inbound()))
                    .put(timetable.lastEntry() == LastEntry.CLEAR, "last-entry", "clear");
            return named("timetable", settings);
        }
        if (rule instanceof Alternate alternate) {
            settings.put("outbound", Values.duration(alternate.outboundNanos()))
                    .put("return", Values.duration(alternate.inboundNanos()))
                    .put(alternate.first() == Direction.RETURN, "first", "return")
                    .put(alternate.redNanos() != 0, "red", Values.duration(alternate.redNanos()));
            return named("alternate", hours(settings, alternate.hours()));
        }
        if (rule instanceof Actuated actuated) {
            settings.put("min-green", Values.duration(actuated.minGreenNanos()))
                    .put("max-green", Values.duration(actuated.maxGreenNanos()))
                    .put(actuated.extensionNanos() != 0, "extension", Values.duration(actuated.extensionNanos()));
            return named("actuated", hours(settings, actuated.hours()));
        }
        if (rule instanceof Batches batches) {
            settings.put("outbound", Integer.toString(batches.outboundTrucks()))
                    .put("return", Integer.toString(batches.inboundTrucks()));
            return named("batches", hours(settings, batches.hours()));
        }
        refusals.addOwn("bridge.control", "a control", rule);
        return settings.node();
    }

    private static Branch hours(Branch settings, Hours hours) {
        return hours.isAlways() ? settings : settings.put("hours", Values.hours(hours));
    }

    private static Node named(String control, Branch settings) {
        return new Branch().put(control, settings.node()).node();
    }

    /** The convoys of both directions; empty if there are none. */
    static Node convoys(@Nullable ConvoyRule outbound, @Nullable ConvoyRule inbound) {
        Branch branch = new Branch();
        if (outbound != null) {
            branch.put("outbound", convoy(outbound));
        }
        if (inbound != null) {
            branch.put("return", convoy(inbound));
        }
        return branch.node();
    }

    private static Node convoy(ConvoyRule rule) {
        return new Branch()
                .put(rule.size() != Integer.MAX_VALUE, "size", Integer.toString(rule.size()))
                .put(rule.maxWaitNanos() != Long.MAX_VALUE, "max-wait", Values.duration(rule.maxWaitNanos()))
                .putIfAny(
                        "departures",
                        Branch.texts(
                                rule.departures().stream().map(Values::clock).toList()))
                .put(rule.exclusive(), "exclusive", "true")
                .node();
    }
}
