package org.bridgeconvoy.scenario.write;

import org.bridgeconvoy.bridge.config.Overrun;
import org.bridgeconvoy.bridge.config.ServiceTime;
import org.bridgeconvoy.bridge.config.Shift;
import org.bridgeconvoy.bridge.config.StationConfig;
import org.bridgeconvoy.bridge.station.Discipline;
import org.bridgeconvoy.scenario.text.Dimension;
import org.bridgeconvoy.scenario.text.Node;

/** Writes a station. */
final class StationText {

    private final Refusals refusals;
    private final DistributionText distributions;

    StationText(Refusals refusals) {
        this.refusals = refusals;
        distributions = new DistributionText(refusals);
    }

    Node of(StationConfig station, String path) {
        Branch branch = new Branch();
        if (station.shifts().size() == 1) {
            Shift shift = station.shifts().get(0);
            branch.put(shift.servers() != 1, "servers", Integer.toString(shift.servers()));
        }
        if (station.service() instanceof ServiceTime.Rated rated) {
            branch.put("rate", Values.quantity(rated.tonnesPerHour(), Dimension.HANDLING_RATE.base()));
        } else if (station.service() instanceof ServiceTime.Timed timed) {
            branch.put("time", distributions.of(timed.seconds(), Dimension.DURATION, path + ".time"));
        }
        if (station.shifts().size() > 1) {
            branch.put(
                    "shifts",
                    Branch.list(
                            station.shifts().stream().map(StationText::shift).toList()));
        } else if (!station.shifts().get(0).hours().isAlways()) {
            branch.put("hours", Values.hours(station.shifts().get(0).hours()));
        }
        if (station.discipline() != Discipline.FIRST_COME) {
            refusals.addOwn(path, "an order of service", station.discipline());
        }
        return branch.put(station.overrun() == Overrun.PAUSE, "overrun", "pause")
                .node();
    }

    private static Node shift(Shift shift) {
        return new Branch()
                .put("hours", Values.hours(shift.hours()))
                .put("servers", Integer.toString(shift.servers()))
                .node();
    }
}
