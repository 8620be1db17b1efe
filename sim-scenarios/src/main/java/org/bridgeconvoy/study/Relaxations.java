package org.bridgeconvoy.study;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.bridgeconvoy.bridge.config.BankConfig;
import org.bridgeconvoy.bridge.config.BridgeConfig;
import org.bridgeconvoy.bridge.config.CargoStream;
import org.bridgeconvoy.bridge.config.Consignment;
import org.bridgeconvoy.bridge.config.ConvoyConfig;
import org.bridgeconvoy.bridge.config.ConvoyRule;
import org.bridgeconvoy.bridge.config.Feasibility;
import org.bridgeconvoy.bridge.config.StationConfig;
import org.bridgeconvoy.bridge.config.TruckClass;
import org.bridgeconvoy.bridge.control.Actuated;
import org.bridgeconvoy.bridge.control.Alternate;
import org.bridgeconvoy.bridge.control.Batches;
import org.bridgeconvoy.bridge.control.ControlRule;
import org.bridgeconvoy.bridge.control.Direction;
import org.bridgeconvoy.bridge.control.Timetable;
import org.bridgeconvoy.calendar.Hours;
import org.bridgeconvoy.calendar.Nanos;
import org.jspecify.annotations.Nullable;

/**
 * The constraints of a world, each relaxed alone by a tenth: at least one truck or server, half an hour at each end of
 * hours. A constraint that cannot bind (hours that are {@code always}, a mass that no truck reaches) is left out, and so is
 * a relaxation that would leave a world that cannot work.
 */
final class Relaxations {

    private static final long HALF_AN_HOUR = 30 * Nanos.MINUTE;

    private final ConvoyConfig config;
    private final List<Relaxation> found = new ArrayList<>();

    private Relaxations(ConvoyConfig config) {
        this.config = config;
    }

    /** All relaxations of a world, in the order of a scenario file's parts. */
    static List<Relaxation> of(ConvoyConfig config) {
        Relaxations relaxations = new Relaxations(config);
        relaxations.headway();
        relaxations.control();
        relaxations.masses();
        relaxations.convoys();
        relaxations.trucks();
        relaxations.stations();
        return List.copyOf(relaxations.found);
    }

    private void add(String constraint, String name, String change, UnaryOperator<ConvoyConfig> relax) {
        ConvoyConfig world = Relaxation.everywhere(config, relax);
        if (Feasibility.check(world).stream().noneMatch(Feasibility.Finding::fatal)) {
            found.add(new Relaxation(constraint, name, change, world));
        }
    }

    private void headway() {
        long headway = config.bridge().headwayNanos();
        if (headway > 0) {
            add(
                    "bridge.headway",
                    "headway",
                    seconds(headway) + " to " + seconds(less(headway)),
                    c -> c.withBridge(
                            c.bridge().withHeadwayNanos(less(c.bridge().headwayNanos()))));
        }
    }

    private void control() {
        ControlRule control = config.bridge().control();
        if (control instanceof Timetable timetable) {
            for (Direction direction : Direction.values()) {
                if (isRelaxable(timetable.hours(direction))) {
                    addControl(
                            "bridge.control.timetable." + direction.label(),
                            direction.label() + " hours",
                            "half an hour more at each end",
                            direction);
                }
            }
        } else if (control instanceof Alternate alternate) {
            for (Direction direction : Direction.values()) {
                long green = green(alternate, direction);
                addControl(
                        "bridge.control.alternate." + direction.label(),
                        direction.label() + " green",
                        seconds(green) + " to " + seconds(more(green)),
                        direction);
            }
        } else if (control instanceof Actuated actuated && isRelaxable(actuated.hours())) {
            addControl(
                    "bridge.control.actuated.hours",
                    "bridge hours",
                    "half an hour more at each end",
                    Direction.OUTBOUND);
        } else if (control instanceof Batches batches && isRelaxable(batches.hours())) {
            addControl(
                    "bridge.control.batches.hours",
                    "bridge hours",
                    "half an hour more at each end",
                    Direction.OUTBOUND);
        }
    }

    private static boolean isRelaxable(Hours hours) {
        return !hours.isAlways() && !hours.isNever();
    }

    private void addControl(String constraint, String name, String change, Direction direction) {
        add(constraint, name, change, c -> c.withBridge(c.bridge().withControl(relaxed(c.bridge(), direction))));
    }

    private static ControlRule relaxed(BridgeConfig bridge, Direction direction) {
        ControlRule control = bridge.control();
        if (control instanceof Timetable timetable) {
            return longer(timetable, direction, bridge.lanes());
        }
        if (control instanceof Alternate a) {
            return direction == Direction.OUTBOUND
                    ? new Alternate(more(a.outboundNanos()), a.inboundNanos(), a.first(), a.hours())
                    : new Alternate(a.outboundNanos(), more(a.inboundNanos()), a.first(), a.hours());
        }
        if (control instanceof Actuated a) {
            return new Actuated(a.minGreenNanos(), a.maxGreenNanos(), longer(a.hours()));
        }
        if (control instanceof Batches b) {
            return new Batches(b.outboundTrucks(), b.inboundTrucks(), longer(b.hours()));
        }
        return control;
    }

    /** On one lane the other direction loses what this one gains. */
    private static Timetable longer(Timetable timetable, Direction direction, int lanes) {
        Hours mine = longer(timetable.hours(direction));
        Hours other = timetable.hours(direction.opposite());
        if (lanes == 1 && LongerHours.overlap(mine, other)) {
            other = LongerHours.without(other, mine);
        }
        return direction == Direction.OUTBOUND
                ? new Timetable(mine, other, timetable.lastEntry())
                : new Timetable(other, mine, timetable.lastEntry());
    }

    private static Hours longer(Hours hours) {
        return isRelaxable(hours) ? LongerHours.extended(hours, HALF_AN_HOUR) : hours;
    }

    private static long green(Alternate alternate, Direction direction) {
        return direction == Direction.OUTBOUND ? alternate.outboundNanos() : alternate.inboundNanos();
    }

    private void masses() {
        BridgeConfig bridge = config.bridge();
        if (bridge.maxTrucks() < Integer.MAX_VALUE) {
            add(
                    "bridge.max-trucks",
                    "trucks on the lane at once",
                    bridge.maxTrucks() + " to " + more(bridge.maxTrucks()),
                    c -> c.withBridge(limits(c.bridge(), more(c.bridge().maxTrucks()), 1, 1)));
        }
        if (bridge.maxMassTonnes() < Double.POSITIVE_INFINITY) {
            add(
                    "bridge.max-mass",
                    "mass on the lane at once",
                    tonnes(bridge.maxMassTonnes()),
                    c -> c.withBridge(limits(c.bridge(), c.bridge().maxTrucks(), 1.1, 1)));
        }
        if (bridge.maxTruckMassTonnes() < Double.POSITIVE_INFINITY && anyTruckMassBinds()) {
            add(
                    "bridge.max-truck-mass",
                    "mass of one truck",
                    tonnes(bridge.maxTruckMassTonnes()),
                    c -> c.withBridge(limits(c.bridge(), c.bridge().maxTrucks(), 1, 1.1)));
        }
        if (config.fleet().stream().anyMatch(c -> c.trucks() > 0 && c.payloadTonnes() < heaviestLoad())) {
            add("fleet.payload", "payload", "a tenth more", c -> c.withFleet(withMorePayload(c.fleet())));
        }
    }

    private boolean anyTruckMassBinds() {
        double limit = config.bridge().maxTruckMassTonnes();
        return config.fleet().stream()
                .anyMatch(c -> c.trucks() > 0 && limit - c.tareTonnes() < Math.min(c.payloadTonnes(), heaviestLoad()));
    }

    private double heaviestLoad() {
        double heaviest = 0;
        for (CargoStream stream : config.demand()) {
            heaviest = stream.isDrawn() ? Math.max(heaviest, stream.loadTonnes().upperBound()) : heaviest;
        }
        for (Consignment consignment : config.consignments()) {
            heaviest = Math.max(heaviest, consignment.tonnes());
        }
        return heaviest;
    }

    private static BridgeConfig limits(BridgeConfig bridge, int trucks, double massFactor, double truckMassFactor) {
        return bridge.withLimits(
                trucks, bridge.maxMassTonnes() * massFactor, bridge.maxTruckMassTonnes() * truckMassFactor);
    }

    private static List<TruckClass> withMorePayload(List<TruckClass> fleet) {
        return fleet.stream()
                .map(c -> new TruckClass(
                        c.name(), c.trucks(), c.payloadTonnes() * 1.1, c.tareTonnes(), c.turnaroundSeconds()))
                .toList();
    }

    private void convoys() {
        ConvoyRule outbound = config.outboundConvoys();
        if (outbound != null) {
            add(
                    "convoys.outbound",
                    "outbound convoys",
                    sooner(outbound),
                    c -> c.withConvoys(relaxed(c.outboundConvoys()), c.returnConvoys()));
        }
        ConvoyRule inbound = config.returnConvoys();
        if (inbound != null) {
            add(
                    "convoys.return",
                    "return convoys",
                    sooner(inbound),
                    c -> c.withConvoys(c.outboundConvoys(), relaxed(c.returnConvoys())));
        }
    }

    private static String sooner(ConvoyRule rule) {
        List<String> parts = new ArrayList<>();
        if (rule.size() < Integer.MAX_VALUE) {
            parts.add("size " + rule.size() + " to " + fewer(rule.size()));
        }
        if (rule.maxWaitNanos() < Long.MAX_VALUE) {
            parts.add("max-wait " + seconds(rule.maxWaitNanos()) + " to " + seconds(less(rule.maxWaitNanos())));
        }
        if (!rule.departures().isEmpty()) {
            parts.add("one more departure");
        }
        return String.join(", ", parts);
    }

    private static @Nullable ConvoyRule relaxed(@Nullable ConvoyRule rule) {
        if (rule == null) {
            return null;
        }
        return new ConvoyRule(
                rule.size() < Integer.MAX_VALUE ? fewer(rule.size()) : rule.size(),
                rule.maxWaitNanos() < Long.MAX_VALUE ? less(rule.maxWaitNanos()) : rule.maxWaitNanos(),
                withOneMore(rule.departures()),
                rule.exclusive());
    }

    /** One more departure in the middle of the longest gap, that over midnight included. */
    static List<Long> withOneMore(List<Long> departures) {
        if (departures.isEmpty()) {
            return departures;
        }
        long longest = -1;
        long middle = 0;
        for (int i = 0; i < departures.size(); i++) {
            long from = departures.get(i);
            long to = i + 1 < departures.size() ? departures.get(i + 1) : departures.get(0) + Nanos.DAY;
            if (to - from > longest) {
                longest = to - from;
                middle = (from + (to - from) / 2) % Nanos.DAY;
            }
        }
        List<Long> more = new ArrayList<>(departures);
        more.add(middle);
        return more;
    }

    private void trucks() {
        add(
                "fleet.trucks",
                "trucks",
                config.trucks() + " to " + more(config.trucks()),
                c -> c.withFleet(withMoreTrucks(c.fleet(), more(c.trucks()) - c.trucks())));
    }

    /** Spreads more trucks over the classes by their size: each in turn goes where the class lags most behind its share. */
    static List<TruckClass> withMoreTrucks(List<TruckClass> fleet, int more) {
        int[] added = new int[fleet.size()];
        for (int i = 0; i < more; i++) {
            int most = 0;
            double lag = Double.NEGATIVE_INFINITY;
            for (int k = 0; k < added.length; k++) {
                double behind =
                        fleet.get(k).trucks() == 0 ? -more : fleet.get(k).trucks() / (added[k] + 1.0);
                if (behind > lag) {
                    lag = behind;
                    most = k;
                }
            }
            added[most]++;
        }
        List<TruckClass> changed = new ArrayList<>();
        for (int k = 0; k < added.length; k++) {
            changed.add(fleet.get(k).withTrucks(fleet.get(k).trucks() + added[k]));
        }
        return changed;
    }

    private void stations() {
        station("origin.loading", "loading", true, true);
        station("origin.customs", "export customs", true, false);
        station("destination.customs", "import customs", false, false);
        station("destination.unloading", "unloading", false, true);
    }

    private void station(String path, String name, boolean atOrigin, boolean handling) {
        StationConfig station = station(atOrigin ? config.origin() : config.destination(), handling);
        if (station == null) {
            return;
        }
        add(
                path + ".servers",
                "servers of " + name,
                station.servers() + " to " + more(station.servers()),
                c -> withStation(c, atOrigin, handling, s -> s.withServers(more(s.servers()))));
        if (isRelaxable(station.hours())) {
            add(
                    path + ".hours",
                    "hours of " + name,
                    "half an hour more at each end",
                    c -> withStation(c, atOrigin, handling, s -> s.withHours(longer(s.hours()))));
        }
    }

    private static @Nullable StationConfig station(BankConfig bank, boolean handling) {
        return handling ? bank.handling() : bank.customs();
    }

    private static ConvoyConfig withStation(
            ConvoyConfig c, boolean atOrigin, boolean handling, UnaryOperator<StationConfig> relax) {
        BankConfig bank = atOrigin ? c.origin() : c.destination();
        StationConfig station = station(bank, handling);
        if (station == null) {
            return c;
        }
        BankConfig changed =
                handling ? bank.withHandling(relax.apply(station)) : bank.withCustoms(relax.apply(station));
        return atOrigin ? c.withBanks(changed, c.destination()) : c.withBanks(c.origin(), changed);
    }

    private static int more(int count) {
        return (int) Math.min(Integer.MAX_VALUE, Math.max(count + 1L, Math.round(count * 1.1)));
    }

    private static int fewer(int count) {
        return Math.max(1, (int) Math.min(count - 1L, Math.round(count * 0.9)));
    }

    private static long more(long nanos) {
        return nanos + nanos / 10;
    }

    private static long less(long nanos) {
        return nanos - nanos / 10;
    }

    private static String seconds(long nanos) {
        return java.math.BigDecimal.valueOf(nanos, 9).stripTrailingZeros().toPlainString() + " s";
    }

    private static String tonnes(double mass) {
        return trimmed(mass) + " to " + trimmed(mass * 1.1) + " t";
    }

    private static String trimmed(double value) {
        return java.math.BigDecimal.valueOf(value)
                .setScale(3, java.math.RoundingMode.HALF_UP)
                .stripTrailingZeros()
                .toPlainString();
    }
}
