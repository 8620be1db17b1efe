package org.bridgeconvoy.bridge;

import java.time.DayOfWeek;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.bridgeconvoy.bridge.config.Consignment;
import org.bridgeconvoy.bridge.config.ConvoyRule;
import org.bridgeconvoy.bridge.config.Feasibility;
import org.bridgeconvoy.bridge.config.Overrun;
import org.bridgeconvoy.bridge.config.ServiceTime;
import org.bridgeconvoy.bridge.config.Shift;
import org.bridgeconvoy.bridge.config.StationConfig;
import org.bridgeconvoy.bridge.config.TruckClass;
import org.bridgeconvoy.bridge.control.Actuated;
import org.bridgeconvoy.bridge.control.Alternate;
import org.bridgeconvoy.bridge.control.Direction;
import org.bridgeconvoy.bridge.control.LastEntry;
import org.bridgeconvoy.bridge.demand.Ramp;
import org.bridgeconvoy.bridge.demand.Series;
import org.bridgeconvoy.bridge.demand.Surge;
import org.bridgeconvoy.bridge.demand.WeekdayFactors;
import org.bridgeconvoy.bridge.station.Discipline;
import org.bridgeconvoy.calendar.Nanos;
import org.bridgeconvoy.random.Distribution;
import org.jspecify.annotations.Nullable;

/** Draws worlds from all rules of the model; the same seed gives the same world. */
final class RandomWorlds {

    private final SplittableRandom random;

    private RandomWorlds(long seed) {
        random = new SplittableRandom(seed);
    }

    /** A world that can work, of one to six days. */
    static World draw(long seed) {
        RandomWorlds worlds = new RandomWorlds(seed);
        while (true) {
            World world = worlds.any();
            if (Feasibility.check(world.config()).stream().noneMatch(Feasibility.Finding::fatal)) {
                return world;
            }
        }
    }

    /**
     * A world of constant times, stations that are always open and consignments at given instants, with every duration a
     * multiple of {@code scale} seconds; the same seed gives worlds that differ in the scale only.
     */
    static World constant(long seed, int scale) {
        return new RandomWorlds(seed).constantTimes(scale);
    }

    /** A world with a mixed fleet whose payloads and limits change, of two days; trucks are neither added nor taken out. */
    static World changing(long seed) {
        return new RandomWorlds(seed).changingWorld();
    }

    private World changingWorld() {
        World world = World.world()
                .horizon("2 d")
                .headway(oneOf("0 s", "20 s"))
                .turnaround(oneOf("0 s", "10 min"))
                .load(chance(0.5) ? null : World.station(between(1, 4), oneOf("0 s", "5 min")));
        if (chance(0.5)) {
            world.batches(2, 3, "always");
        }
        int[] trucks = {between(1, 6), between(1, 6), between(0, 2)};
        world.fleet(mixed(trucks)).maxTruckMass(oneOf(30.0, 60.0));
        world.cargo(cargo("cargo1").classes(chance(0.5) ? new String[0] : new String[] {"a", "b"}))
                .cargo(cargo("cargo2").classes(chance(0.5) ? new String[0] : new String[] {"b"}))
                .cargo(Cargo.cargo("listed"))
                .listed(listed(40));
        if (chance(0.5)) {
            world.cargo(cargo("back").back().classes(chance(0.5) ? new String[0] : new String[] {"a", "b"}))
                    .waitForLoad(oneOf("0 s", "40 min"))
                    .returnLoad(chance(0.5) ? null : World.station(2, "10 min"));
        }
        for (int i = 1; i < 5; i++) {
            TruckClass[] fleet = mixed(trucks);
            double limit = oneOf(12.0, 20.0, 40.0, 1e6);
            world.change(
                    minute(i * 500 + between(0, 60)),
                    c -> c.withFleet(List.of(fleet))
                            .withBridge(c.bridge().withLimits(Integer.MAX_VALUE, Double.POSITIVE_INFINITY, limit)));
        }
        return world;
    }

    private TruckClass[] mixed(int[] trucks) {
        TruckClass[] fleet = new TruckClass[trucks.length];
        for (int i = 0; i < fleet.length; i++) {
            fleet[i] = new TruckClass(
                    List.of("a", "b", "c").get(i),
                    trucks[i],
                    oneOf(1.0, 7.3, 10.0, 25.0, Double.POSITIVE_INFINITY),
                    oneOf(0.0, 12.0),
                    Distribution.constant(600));
        }
        return fleet;
    }

    private boolean chance(double probability) {
        return random.nextDouble() < probability;
    }

    private int between(int low, int high) {
        return random.nextInt(low, high + 1);
    }

    @SafeVarargs
    private <T> T oneOf(T... values) {
        return values[random.nextInt(values.length)];
    }

    private World any() {
        int hours = between(20, 144);
        World world = World.world()
                .start("2024-01-0" + between(1, 7))
                .horizon(hours + " h")
                .warmUp((chance(0.5) ? 0 : between(1, hours - 1)) + " h")
                .bridge(oneOf(100.0, 944.0, 940.8, 3000.0), speed(), speed())
                .headway(oneOf("0 s", "5 s", "20 s", "7.5 s", "60 s", "0.001 s"))
                .clearance(oneOf("0 s", "10 s", "2 min"));
        control(world);
        limits(world);
        if (chance(0.3)) {
            for (int i = between(1, 3); i > 0; i--) {
                int from = random.nextInt(hours * 60);
                world.closure(minute(from), minute(from + between(1, 600)));
            }
        }
        if (chance(0.3)) {
            world.breakdowns(
                    oneOf(0.01, 0.2, 1.0),
                    oneOf(Distribution.constant(300), Distribution.exponential(600), Distribution.constant(0)));
        }
        world.outboundConvoys(convoys()).returnConvoys(convoys());
        banks(world);
        List<Cargo> cargoes = new ArrayList<>();
        for (int i = between(1, 3); i > 0; i--) {
            cargoes.add(cargo("cargo" + i));
        }
        if (chance(0.3)) {
            cargoes.add(Cargo.cargo("listed"));
            world.listed(listed(hours));
        }
        if (chance(0.3)) {
            cargoes.get(random.nextInt(cargoes.size())).classes("class1");
        }
        cargoes.forEach(world::cargo);
        if (chance(0.4)) {
            world.originRoad(road()).destinationRoad(road());
        }
        if (chance(0.5)) {
            bothWays(world);
        }
        return world;
    }

    /** Loads that come back, some of them in parts, some only with one class of trucks. */
    private void bothWays(World world) {
        Cargo back = cargo("back").back();
        if (chance(0.3)) {
            back.classes("class1");
        }
        world.cargo(back);
        if (chance(0.5)) {
            world.cargo(cargo("more").back());
        }
        world.returnLoad(station())
                .returnExport(station())
                .returnImport(station())
                .returnUnload(station())
                .waitForLoad(oneOf(
                        Distribution.constant(0),
                        Distribution.constant(1800),
                        Distribution.exponential(3600),
                        Distribution.discrete(new double[] {0, 7200}, new double[] {0.5, 0.5})));
    }

    private @Nullable Distribution road() {
        return switch (random.nextInt(5)) {
            case 0 -> null;
            case 1 -> Distribution.constant(0);
            case 2 -> Distribution.constant(1200);
            case 3 -> Distribution.exponential(1800);
            default -> Distribution.discrete(new double[] {0, 600}, new double[] {0.3, 0.7});
        };
    }

    private Consignment[] listed(int hours) {
        Consignment[] rows = new Consignment[between(1, 12)];
        for (int i = 0; i < rows.length; i++) {
            rows[i] = World.row(
                    minute(random.nextInt(hours) * 60), "listed", oneOf(3.0, 10.0, 33.3, 118.75), between(-1, 1));
        }
        return rows;
    }

    private static String minute(int minute) {
        return minute / 1440 + "+" + minute % 1440 / 60 + ":" + minute % 60;
    }

    private Distribution speed() {
        return oneOf(
                Distribution.constant(5),
                Distribution.constant(3),
                Distribution.uniform(2, 6),
                Distribution.triangular(2, 3, 9),
                Distribution.discrete(new double[] {2, 8}, new double[] {0.5, 0.5}));
    }

    private void control(World world) {
        String hours = oneOf(
                "always",
                "always",
                "06:00-22:00",
                "22:00-05:00",
                "08:00-09:00, 09:00-12:00, 13:00-20:00",
                "mon-fri 00:00-24:00; sat 10:00-11:30");
        switch (random.nextInt(4)) {
            case 0 -> {
                LastEntry last = oneOf(LastEntry.values());
                int split = between(2, 22);
                String other = split + ":00-" + (split == 22 ? "24:00" : split + 2 + ":00");
                world.timetable(
                        oneOf(other, "00:00-02:00"), split + 2 > 22 ? "02:00-05:30" : split + 2 + ":00-23:59", last);
            }
            case 1 ->
                world.lanes(1)
                        .control(new Alternate(
                                between(1, 40) * Nanos.MINUTE,
                                between(1, 40) * Nanos.MINUTE,
                                oneOf(Direction.values()),
                                oneOf(0, 0, 45, 600) * Nanos.SECOND,
                                Texts.hours(hours)));
            case 2 -> {
                int least = oneOf(0, 30, 600);
                world.lanes(1)
                        .control(new Actuated(
                                least * Nanos.SECOND,
                                (least + between(1, 2000)) * Nanos.SECOND,
                                oneOf(0, 0, 20, 300) * Nanos.SECOND,
                                Texts.hours(hours)));
            }
            default -> world.batches(between(1, 6), between(1, 6), hours);
        }
        world.lanes(chance(0.8) ? 1 : 2);
    }

    private void limits(World world) {
        List<TruckClass> classes = new ArrayList<>();
        for (int i = between(1, 3); i > 0; i--) {
            classes.add(new TruckClass(
                    "class" + i,
                    between(1, 8),
                    oneOf(10.0, 12.5, 40.0, Double.POSITIVE_INFINITY),
                    oneOf(0.0, 5.0, 12.0),
                    oneOf(Distribution.constant(0), Distribution.constant(600), Distribution.exponential(900))));
        }
        world.fleet(classes.toArray(new TruckClass[0]));
        if (chance(0.3)) {
            world.maxTrucks(between(1, 5));
        }
        if (chance(0.3)) {
            world.maxTruckMass(oneOf(20.0, 31.0));
        }
        if (chance(0.3)) {
            world.maxMass(oneOf(31.0, 60.0, 100.0));
        }
    }

    private @Nullable ConvoyRule convoys() {
        if (chance(0.6)) {
            return null;
        }
        ConvoyRule rule = switch (random.nextInt(3)) {
            case 0 -> World.bySize(between(1, 5), between(1, 300) + " min");
            case 1 -> World.bySize(between(2, 9), oneOf("0 s", "1 min", "6 h"));
            default -> World.byDepartures(between(0, 23) + ":00", between(0, 23) + ":30");
        };
        return chance(0.5) ? World.exclusive(rule) : rule;
    }

    private void banks(World world) {
        if (chance(0.4)) {
            world.originClock(oneOf("+08:00", "+05:30"), closed());
            world.destinationClock(oneOf("+09:00", "-03:00"), closed());
        }
        world.load(station()).export(station()).imports(station()).unload(station());
    }

    private String[] closed() {
        return chance(0.5) ? new String[0] : new String[] {"2024-01-0" + between(1, 9), "2024-01-05..2024-01-06"};
    }

    private @Nullable StationConfig station() {
        if (chance(0.3)) {
            return null;
        }
        ServiceTime service = oneOf(
                new ServiceTime.Timed(Distribution.constant(between(0, 2000))),
                new ServiceTime.Timed(Distribution.constant(1800)),
                new ServiceTime.Timed(Distribution.exponential(1200)),
                new ServiceTime.Timed(Distribution.lognormal(900, 600)),
                new ServiceTime.Rated(40));
        List<Shift> shifts = new ArrayList<>();
        for (int i = oneOf(1, 1, 2, 3); i > 0; i--) {
            shifts.add(shift());
        }
        return new StationConfig(shifts, service, oneOf(Overrun.values()), Discipline.FIRST_COME);
    }

    private Shift shift() {
        String hours = oneOf(
                "always",
                "always",
                "08:00-17:00",
                "08:00-12:00, 13:00-17:00",
                "17:00-22:00",
                "20:00-04:00",
                "mon-fri 07:00-19:00; sat 08:00-12:00");
        return new Shift(Texts.hours(hours), between(1, 3));
    }

    private Cargo cargo(String name) {
        Cargo cargo = Cargo.cargo(name)
                .priority(between(-1, 1))
                .load(oneOf(
                        Distribution.constant(10),
                        Distribution.constant(33.3),
                        Distribution.uniform(1, 20),
                        Distribution.discrete(new double[] {0, 8, 25}, new double[] {0.1, 0.5, 0.4})))
                .hours(oneOf("always", "06:00-18:00", "22:00-02:00", "mon-fri 08:00-09:00, 10:00-11:00"));
        cargo = chance(0.5) ? cargo.trucksPerDay(between(0, 40)) : cargo.tonnesPerDay(between(0, 400));
        cargo = oneOf(cargo, cargo.poisson(), cargo.daily(between(0, 23) + ":00"));
        if (chance(0.3)) {
            cargo.backlog(between(0, 150));
        }
        if (chance(0.3)) {
            cargo.total(between(1, 300));
        }
        if (chance(0.2)) {
            cargo.from("2024-01-0" + between(1, 5)).until("2024-01-0" + between(5, 9));
        }
        if (chance(0.2)) {
            cargo.times(new WeekdayFactors(Map.of(DayOfWeek.SATURDAY, 0.5, DayOfWeek.SUNDAY, 0.0)));
        }
        if (chance(0.2)) {
            cargo.times(new Ramp(1, 2.5, Nanos.DAY, 3 * Nanos.DAY));
        }
        if (chance(0.2)) {
            cargo.times(new Surge(Nanos.DAY, Nanos.DAY, 3, Nanos.DAY));
        }
        if (chance(0.2)) {
            cargo.times(new Series(new TreeMap<>(Map.of(1, 0.7, 3, 2.0))));
        }
        return cargo;
    }

    private World constantTimes(int scale) {
        World world = World.world()
                .horizonNanos(random.nextLong(4, 20) * 3600 * Nanos.SECOND * scale)
                .bridge(
                        between(30, 400) * 10.0 * scale,
                        Distribution.constant(10),
                        Distribution.constant(oneOf(5.0, 10.0)))
                .headway(scaled(between(0, 60), scale))
                .clearance(scaled(between(0, 90), scale));
        switch (random.nextInt(3)) {
            case 0 ->
                world.alternate(
                        scaled(between(60, 2000), scale),
                        scaled(between(60, 2000), scale),
                        oneOf(Direction.values()),
                        "always");
            case 1 -> {
                int least = between(0, 300);
                world.actuated(scaled(least, scale), scaled(least + between(1, 900), scale), "always");
            }
            default -> world.batches(between(1, 5), between(1, 5), "always");
        }
        world.lanes(chance(0.8) ? 1 : 2).trucks(between(1, 20)).turnaround(scaled(between(0, 900), scale));
        if (chance(0.3)) {
            world.maxTrucks(between(1, 5));
        }
        if (chance(0.4)) {
            world.outboundConvoys(World.bySize(between(1, 5), scaled(between(0, 3000), scale)));
        }
        world.load(constantStation(scale)).export(constantStation(scale)).imports(constantStation(scale));
        world.unload(constantStation(scale));
        for (int stream = 0; stream < 2; stream++) {
            List<Long> times = new ArrayList<>();
            long time = 0;
            for (int i = 0; i < 40; i++) {
                time += between(0, 900);
                times.add(time * Nanos.SECOND * scale);
            }
            world.cargo(Cargo.cargo("cargo" + stream).priority(between(0, 1)).at(times));
        }
        if (chance(0.5)) {
            world.originRoad(constantRoad(scale)).destinationRoad(constantRoad(scale));
        }
        if (chance(0.5)) {
            List<Long> times = new ArrayList<>();
            for (int i = 0; i < 30; i++) {
                times.add(i * (long) between(0, 900) * Nanos.SECOND * scale);
            }
            times.sort(null);
            world.cargo(Cargo.cargo("back").back().at(times))
                    .waitForLoad(scaled(between(0, 2000), scale))
                    .returnLoad(constantStation(scale))
                    .returnExport(constantStation(scale))
                    .returnImport(constantStation(scale))
                    .returnUnload(constantStation(scale));
        }
        return world;
    }

    private @Nullable Distribution constantRoad(int scale) {
        return chance(0.3) ? null : Distribution.constant((double) between(0, 2000) * scale);
    }

    private static String scaled(int seconds, int scale) {
        return (long) seconds * scale + " s";
    }

    private @Nullable StationConfig constantStation(int scale) {
        return chance(0.3) ? null : World.station(between(1, 3), scaled(between(0, 1500), scale));
    }
}
