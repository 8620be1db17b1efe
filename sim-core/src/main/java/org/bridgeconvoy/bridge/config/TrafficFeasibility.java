package org.bridgeconvoy.bridge.config;

import java.util.List;
import java.util.Set;

/** Finds vehicles of the through traffic that can never enter the bridge, and settings that a world without trucks leaves unused. */
final class TrafficFeasibility {

    private final List<ConvoyConfig> worlds;
    private final int change;
    private final ConvoyConfig config;
    private final Set<Feasibility.Finding> findings;

    private TrafficFeasibility(List<ConvoyConfig> worlds, int change, Set<Feasibility.Finding> findings) {
        this.worlds = worlds;
        this.change = change;
        this.findings = findings;
        config = worlds.get(change);
    }

    /** Checks the world with index {@code change} among the worlds of a run. */
    static void check(List<ConvoyConfig> worlds, int change, Set<Feasibility.Finding> findings) {
        TrafficFeasibility check = new TrafficFeasibility(worlds, change, findings);
        for (TrafficStream stream : check.config.traffic()) {
            check.mass(stream);
        }
        if (!check.config.hasTrucks()) {
            check.unused();
        }
    }

    private void mass(TrafficStream stream) {
        double heaviest = stream.massTonnes().upperBound();
        if (heaviest <= limit(config)) {
            return;
        }
        String path = "traffic." + stream.name() + ".mass";
        String weighs = "a vehicle of '" + stream.name() + "' can weigh " + heaviest + " t and could never enter: "
                + (config.bridge().maxMassTonnes() < heaviest ? "bridge.max-mass" : "bridge.max-truck-mass") + " is "
                + limit(config) + " t; limit its mass with max=";
        boolean waits = worlds.subList(change, worlds.size()).stream().anyMatch(w -> limit(w) >= heaviest);
        findings.add(new Feasibility.Finding(
                path,
                waits ? weighs.replace("could never enter", "waits until a change lets it") : weighs,
                !waits,
                change));
    }

    private static double limit(ConvoyConfig world) {
        return Math.min(world.bridge().maxMassTonnes(), world.bridge().maxTruckMassTonnes());
    }

    private void unused() {
        unused(!config.origin().stations().isEmpty(), "origin", "no truck uses its stations");
        unused(!config.destination().stations().isEmpty(), "destination", "no truck uses its stations");
        unused(config.outboundConvoys() != null, "convoys.outbound", "no truck waits for a convoy");
        unused(config.returnConvoys() != null, "convoys.return", "no truck waits for a convoy");
    }

    private void unused(boolean isGiven, String path, String what) {
        if (isGiven) {
            findings.add(new Feasibility.Finding(
                    path, "with traffic alone there are no trucks, so " + what + "; leave it out", false, change));
        }
    }
}
