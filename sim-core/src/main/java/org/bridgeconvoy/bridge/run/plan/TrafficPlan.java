package org.bridgeconvoy.bridge.run.plan;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.bridgeconvoy.bridge.config.ConvoyConfig;
import org.bridgeconvoy.bridge.config.TrafficStream;
import org.bridgeconvoy.bridge.demand.DemandCurve;
import org.bridgeconvoy.bridge.demand.DemandRule;

/**
 * A stream of through traffic laid on the dates of a run.
 *
 * @param curve its cumulative number of vehicles, through all worlds
 * @param headwayNanos the headway of its vehicles on the bridge of this world
 */
public record TrafficPlan(TrafficStream config, DemandCurve curve, long headwayNanos) {

    static TrafficPlan of(ConvoyConfig world, int index, DemandCurve curve) {
        TrafficStream stream = world.traffic().get(index);
        return new TrafficPlan(stream, curve, stream.headwayOn(world.bridge()));
    }

    /** Name of a random-number stream of these vehicles: {@code what} is drawn from it. */
    public String stream(String what) {
        return "traffic." + what + "." + config.name();
    }

    /** The curve of each stream through all worlds. */
    static List<DemandCurve> curves(ConvoyConfig first) {
        List<DemandCurve> curves = new ArrayList<>();
        for (int i = 0; i < first.traffic().size(); i++) {
            DemandCurve.Builder builder = DemandCurve.builder(first.start(), first.horizonNanos(), first.originClock());
            ConvoyConfig world = first;
            long from = 0;
            for (ConvoyConfig.Change change : first.changes()) {
                builder.add(rule(world, i), from, change.atNanos());
                world = change.world();
                from = change.atNanos();
            }
            builder.add(rule(world, i), from, Long.MAX_VALUE);
            curves.add(built(builder, world.traffic().get(i).name()));
        }
        return curves;
    }

    private static DemandCurve built(DemandCurve.Builder builder, String name) {
        try {
            return builder.build();
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    "traffic." + name + ": more than a billion vehicles appear over the run", e);
        }
    }

    private static DemandRule rule(ConvoyConfig world, int index) {
        TrafficStream stream = world.traffic().get(index);
        return new DemandRule(
                BigDecimal.valueOf(stream.vehicles()),
                stream.perOpenHour(),
                stream.profile(),
                stream.hourFactors(),
                WorldPlan.day(world.start(), stream.from()),
                WorldPlan.day(world.start(), stream.until()),
                stream.hours());
    }
}
