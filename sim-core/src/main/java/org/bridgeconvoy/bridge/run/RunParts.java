package org.bridgeconvoy.bridge.run;

import java.util.List;
import java.util.Map;
import org.bridgeconvoy.bridge.control.Direction;
import org.bridgeconvoy.bridge.run.context.RunContext;
import org.bridgeconvoy.bridge.run.lane.Lane;
import org.bridgeconvoy.bridge.run.traffic.Traffic;
import org.bridgeconvoy.bridge.run.trip.ConvoyYard;
import org.bridgeconvoy.bridge.run.trip.DemandSource;
import org.bridgeconvoy.bridge.run.trip.Dispatch;
import org.bridgeconvoy.bridge.run.trip.FarBank;
import org.bridgeconvoy.bridge.run.trip.Fleet;
import org.bridgeconvoy.bridge.run.trip.ListedOnly;
import org.bridgeconvoy.bridge.run.trip.Rest;
import org.bridgeconvoy.bridge.run.trip.Station;
import org.bridgeconvoy.result.Stage;
import org.jspecify.annotations.Nullable;

/** The parts of one run, as the {@link Assembly} has put them together. */
record RunParts(
        RunContext context,
        Dispatch dispatch,
        @Nullable FarBank farBank,
        Fleet fleet,
        Lane lane,
        Map<Stage, Station> stations,
        ConvoyYard outboundYard,
        ConvoyYard returnYard,
        Rest rest,
        List<DemandSource> sources,
        ListedOnly listedOnly,
        Traffic traffic) {

    ConvoyYard yard(Direction direction) {
        return direction == Direction.OUTBOUND ? outboundYard : returnYard;
    }

    /** Phase 4: matches on both banks. */
    void match() {
        dispatch.match();
        if (farBank != null) {
            farBank.matchAndGoBack();
        }
    }

    /** Consignments waiting for a truck, on both banks. */
    int consignmentsWaiting() {
        return dispatch.waiting() + (farBank == null ? 0 : farBank.dispatch().waiting());
    }

    /** Mass of a cargo that is consigned but not yet assigned, in milligrams. */
    long backlog(int cargo) {
        return dispatch.backlog(cargo)
                + (farBank == null ? 0 : farBank.dispatch().backlog(cargo));
    }

    /** Phase 5: begins services. */
    void beginServices() {
        for (Station station : stations.values()) {
            station.beginServices();
        }
    }

    /** Phase 6: releases convoys. */
    void releaseConvoys() {
        outboundYard.release();
        returnYard.release();
    }

    /** Whether consignments to come, even after the horizon, may still send out idle trucks. */
    boolean canMoreCome() {
        return dispatch.idleTrucks() > 0 && canMoreCome(Direction.OUTBOUND);
    }

    /** Whether consignments in a direction may still come, even after the horizon. */
    boolean canMoreCome(Direction direction) {
        return sources.stream().anyMatch(s -> s.direction() == direction && s.hasMore());
    }
}
