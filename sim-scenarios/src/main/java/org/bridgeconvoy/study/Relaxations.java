package org.bridgeconvoy.study;

import java.util.List;
import org.bridgeconvoy.bridge.config.ConvoyConfig;
import org.bridgeconvoy.study.WhatLimits.NotTried;

/**
 * The constraints of a world, each relaxed alone by a tenth, and by at least one whole step: a truck, a server, half an hour at each end of
 * hours, one more truck of the largest mass on the lane, one more truck a batch, a green longer by a headway. A smaller step could not
 * change anything. A limit that is not set and hours that are {@code always} are no constraints.
 *
 * @param found constraints that are tried, in the order of a scenario file's parts
 * @param notTried constraints that are not tried, and why: they cannot bind, or the relaxed world could not work
 */
record Relaxations(List<Relaxation> found, List<NotTried> notTried) {

    /** The relaxations of a world; the worlds that replace it later are relaxed with it. */
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
