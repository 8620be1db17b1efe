package org.bridgeconvoy.study;

import java.util.List;
import org.bridgeconvoy.bridge.config.ConvoyConfig;
import org.bridgeconvoy.study.WhatLimits.NotTried;

/**
 * The constraints of a world, each relaxed alone by a tenth, and by at least one whole step that can matter: a truck, a server,
 * half an hour at each end of hours, one more truck of the largest mass on the lane, one more truck a batch, a green longer by
 * a headway. What does not exist in a world (a limit that is not set, hours that are {@code always}) is no constraint of it.
 *
 * @param found what is tried, in the order of a scenario file's parts
 * @param notTried what is not, and why: it cannot bind, or relaxing it would leave a world that cannot work
 */
record Relaxations(List<Relaxation> found, List<NotTried> notTried) {

    /** All relaxations of a world and of those that replace it later. */
    static Relaxations of(ConvoyConfig config) {
        RelaxationList list = new RelaxationList(config);
        BridgeRelaxations.addTo(list);
        if (config.hasTrucks()) {
            ConvoyRelaxations.addTo(list);
            FleetRelaxations.addTo(list);
            StationRelaxations.addTo(list);
        }
        TrafficRelaxations.addTo(list);
        return new Relaxations(list.found(), list.notTried());
    }
}
