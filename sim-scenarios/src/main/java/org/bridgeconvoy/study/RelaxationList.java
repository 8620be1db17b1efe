package org.bridgeconvoy.study;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.bridgeconvoy.bridge.config.ConvoyConfig;
import org.bridgeconvoy.bridge.config.Feasibility;
import org.bridgeconvoy.study.WhatLimits.NotTried;

/** Collects the relaxations of a world, and the constraints that are not tried with the reason. */
final class RelaxationList {

    /** Share of a value by which it is relaxed. */
    static final double SHARE = 0.1;

    private final ConvoyConfig config;
    private final List<ConvoyConfig> worlds = new ArrayList<>();
    private final List<Relaxation> found = new ArrayList<>();
    private final List<NotTried> notTried = new ArrayList<>();

    RelaxationList(ConvoyConfig config) {
        this.config = config;
        worlds.add(config);
        config.changes().forEach(c -> worlds.add(c.world()));
    }

    List<Relaxation> found() {
        return List.copyOf(found);
    }

    List<NotTried> notTried() {
        return List.copyOf(notTried);
    }

    /** The world at the start, then those that replace it later. */
    List<ConvoyConfig> worlds() {
        return worlds;
    }

    /** The first world that has a constraint; empty if none has it. */
    Optional<ConvoyConfig> firstWith(Predicate<ConvoyConfig> constraint) {
        return worlds.stream().filter(constraint).findFirst();
    }

    /** Adds a constraint, relaxed in every world. If a relaxed world could not work, the constraint goes to those not tried. */
    void add(String constraint, String name, String change, UnaryOperator<ConvoyConfig> relax) {
        ConvoyConfig world = relax.apply(config)
                .withChanges(config.changes().stream()
                        .map(c -> new ConvoyConfig.Change(c.atNanos(), relax.apply(c.world())))
                        .toList());
        Optional<String> fault = fault(world)
                .or(() -> world.changes().stream()
                        .map(ConvoyConfig.Change::world)
                        .flatMap(w -> fault(w).stream())
                        .findFirst());
        if (fault.isPresent()) {
            add(constraint, name + " (" + change + ") would leave a world that cannot work: " + fault.get());
        } else {
            found.add(new Relaxation(constraint, name, change, world));
        }
    }

    /** Adds a constraint that is not tried. */
    void add(String constraint, String reason) {
        notTried.add(new NotTried(constraint, reason));
    }

    /** Why a world cannot work; empty if it can. */
    private static Optional<String> fault(ConvoyConfig world) {
        return Feasibility.check(world).stream()
                .filter(Feasibility.Finding::fatal)
                .map(Feasibility.Finding::message)
                .findFirst();
    }
}
