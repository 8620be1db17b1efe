package org.bridgeconvoy.study;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.bridgeconvoy.bridge.config.BridgeConfig;
import org.bridgeconvoy.bridge.config.ConvoyConfig;
import org.bridgeconvoy.bridge.config.TrafficStream;
import org.bridgeconvoy.bridge.control.ControlRule;
import org.bridgeconvoy.calendar.Nanos;
import org.bridgeconvoy.random.Distribution;

/** Relaxations of the bridge's constraints: headway, clearance, speed, control, limits, closures, breakdowns. */
final class BridgeRelaxations {

    private static final long HALF_AN_HOUR = 30 * Nanos.MINUTE;

    private final RelaxationList list;

    private BridgeRelaxations(RelaxationList list) {
        this.list = list;
    }

    /** Adds the relaxations of the bridge in all worlds of a list. */
    static void addTo(RelaxationList list) {
        BridgeRelaxations bridge = new BridgeRelaxations(list);
        bridge.times();
        bridge.control();
        bridge.limits();
        bridge.standstills();
    }

    /**
     * Adds a relaxation of the bridge alone.
     *
     * @param exists whether a bridge has the constraint; worlds without it stay as they are
     * @param change words for the change, from the first bridge that has the constraint
     */
    private void add(
            Predicate<BridgeConfig> exists,
            String constraint,
            String name,
            java.util.function.Function<BridgeConfig, String> change,
            UnaryOperator<BridgeConfig> relax) {
        list.firstWith(c -> exists.test(c.bridge()))
                .ifPresent(first -> list.add(
                        constraint,
                        name,
                        change.apply(first.bridge()),
                        c -> exists.test(c.bridge()) ? c.withBridge(relax.apply(c.bridge())) : c));
    }

    private void times() {
        list.firstWith(BridgeRelaxations::hasHeadway)
                .ifPresent(first ->
                        list.add("bridge.headway", "headway", lessHeadway(first), BridgeRelaxations::withLessHeadway));
        add(
                b -> b.clearanceNanos() > 0 && b.lanes() == 1,
                "bridge.clearance",
                "clearance",
                b -> Steps.seconds(b.clearanceNanos(), Steps.less(b.clearanceNanos())),
                b -> b.toBuilder()
                        .clearanceNanos(Steps.less(b.clearanceNanos()))
                        .build());
        list.add("bridge.speed", "speed", "a tenth more", BridgeRelaxations::faster);
    }

    /** Whether trucks, or vehicles with a headway of their own, keep a headway. */
    private static boolean hasHeadway(ConvoyConfig config) {
        return config.bridge().headwayNanos() > 0
                || config.traffic().stream().anyMatch(stream -> stream.headwayNanos() > 0);
    }

    private static String lessHeadway(ConvoyConfig config) {
        long headway = config.bridge().headwayNanos();
        return config.traffic().stream().anyMatch(stream -> stream.headwayNanos() > 0)
                ? "a tenth less, of vehicles too"
                : Steps.seconds(headway, Steps.less(headway));
    }

    private static ConvoyConfig withLessHeadway(ConvoyConfig config) {
        ConvoyConfig changed = config.withBridge(
                config.bridge().withHeadwayNanos(Steps.less(config.bridge().headwayNanos())));
        return TrafficRelaxations.each(stream -> stream.headwayNanos() > 0
                        ? stream.toBuilder()
                                .headwayNanos(Steps.less(stream.headwayNanos()))
                                .build()
                        : stream)
                .apply(changed);
    }

    /** Makes trucks faster, and vehicles that have a speed of their own. */
    private static ConvoyConfig faster(ConvoyConfig config) {
        BridgeConfig bridge = config.bridge();
        ConvoyConfig changed = config.withBridge(bridge.toBuilder()
                .speedMetresPerSecond(faster(bridge.loadedSpeed()), faster(bridge.emptySpeed()))
                .build());
        return TrafficRelaxations.each(BridgeRelaxations::faster).apply(changed);
    }

    private static TrafficStream faster(TrafficStream stream) {
        Distribution own = stream.speed();
        return own == null
                ? stream
                : stream.toBuilder().speedMetresPerSecond(faster(own)).build();
    }

    private static Distribution faster(Distribution speed) {
        return speed.scaled(1 + RelaxationList.SHARE);
    }

    /** Adds what the controls themselves offer to relax. A setting that the controls of several worlds offer is one constraint. */
    private void control() {
        Map<String, ControlRule.Relaxed> offered = new LinkedHashMap<>();
        for (ConvoyConfig world : list.worlds()) {
            offers(world.bridge()).forEach(r -> offered.putIfAbsent(r.setting(), r));
        }
        if (offered.isEmpty()) {
            list.add("bridge.control", "the control names nothing that could be relaxed");
        }
        offered.forEach((setting, first) -> list.add(
                "bridge.control." + setting,
                first.name(),
                first.change(),
                c -> c.withBridge(c.bridge().withControl(relaxed(c.bridge(), setting)))));
    }

    private static List<ControlRule.Relaxed> offers(BridgeConfig bridge) {
        return bridge.control()
                .relaxed(new ControlRule.Step(
                        RelaxationList.SHARE, HALF_AN_HOUR, bridge.headwayNanos(), bridge.lanes()));
    }

    /** The control with one setting relaxed; unchanged if it does not offer that setting. */
    private static ControlRule relaxed(BridgeConfig bridge, String setting) {
        return offers(bridge).stream()
                .filter(r -> r.setting().equals(setting))
                .map(ControlRule.Relaxed::rule)
                .findFirst()
                .orElse(bridge.control());
    }

    private void limits() {
        add(
                b -> b.maxTrucks() < Integer.MAX_VALUE,
                "bridge.max-trucks",
                "trucks on the lane at once",
                b -> b.maxTrucks() + " to " + Steps.more(b.maxTrucks()),
                b -> b.toBuilder().maxTrucks(Steps.more(b.maxTrucks())).build());
        Predicate<ConvoyConfig> hasMass = c -> c.bridge().maxMassTonnes() < Double.POSITIVE_INFINITY;
        list.firstWith(hasMass)
                .ifPresent(first -> list.add(
                        "bridge.max-mass",
                        "mass on the lane at once",
                        Steps.tonnes(first.bridge().maxMassTonnes(), moreMass(first)),
                        c -> hasMass.test(c)
                                ? c.withBridge(c.bridge().toBuilder()
                                        .maxMassTonnes(moreMass(c))
                                        .build())
                                : c));
    }

    /** A mass limit a tenth higher, and high enough for one more of the heaviest truck. */
    private static double moreMass(ConvoyConfig config) {
        double most = config.bridge().maxMassTonnes();
        double heaviest = Loads.heaviestTruck(config);
        double whole = Math.floor(most / heaviest + 1e-9) + 1;
        return Math.max(most * (1 + RelaxationList.SHARE), whole * heaviest);
    }

    private void standstills() {
        add(
                b -> !b.closures().isEmpty(),
                "bridge.closures",
                "closures",
                b -> "none",
                b -> b.toBuilder().closures(List.of()).build());
        add(
                b -> b.breakdowns() != null,
                "bridge.breakdowns",
                "breakdowns",
                b -> "none",
                b -> b.toBuilder().breakdowns(null).build());
    }
}
