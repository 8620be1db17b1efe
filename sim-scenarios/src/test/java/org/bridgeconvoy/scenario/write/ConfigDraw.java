package org.bridgeconvoy.scenario.write;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.bridgeconvoy.bridge.config.BankConfig;
import org.bridgeconvoy.bridge.config.Breakdowns;
import org.bridgeconvoy.bridge.config.BridgeConfig;
import org.bridgeconvoy.bridge.config.CargoStream;
import org.bridgeconvoy.bridge.config.Closure;
import org.bridgeconvoy.bridge.config.Consignment;
import org.bridgeconvoy.bridge.config.ConvoyConfig;
import org.bridgeconvoy.bridge.config.ConvoyConfigBuilder;
import org.bridgeconvoy.bridge.config.ConvoyRule;
import org.bridgeconvoy.bridge.config.DayGoal;
import org.bridgeconvoy.bridge.config.DemandRate;
import org.bridgeconvoy.bridge.config.Observed;
import org.bridgeconvoy.bridge.config.Overrun;
import org.bridgeconvoy.bridge.config.ServiceTime;
import org.bridgeconvoy.bridge.config.Shift;
import org.bridgeconvoy.bridge.config.StationConfig;
import org.bridgeconvoy.bridge.config.TrafficStream;
import org.bridgeconvoy.bridge.config.TruckClass;
import org.bridgeconvoy.bridge.control.Actuated;
import org.bridgeconvoy.bridge.control.Alternate;
import org.bridgeconvoy.bridge.control.Batches;
import org.bridgeconvoy.bridge.control.ControlRule;
import org.bridgeconvoy.bridge.control.Direction;
import org.bridgeconvoy.bridge.control.LastEntry;
import org.bridgeconvoy.bridge.control.Timetable;
import org.bridgeconvoy.bridge.demand.DailyArrivals;
import org.bridgeconvoy.bridge.demand.DayFactor;
import org.bridgeconvoy.bridge.demand.EvenArrivals;
import org.bridgeconvoy.bridge.demand.HourFactor;
import org.bridgeconvoy.bridge.demand.PoissonArrivals;
import org.bridgeconvoy.bridge.demand.Ramp;
import org.bridgeconvoy.bridge.demand.Series;
import org.bridgeconvoy.bridge.demand.Surge;
import org.bridgeconvoy.bridge.demand.WeekdayFactors;
import org.bridgeconvoy.calendar.DateRange;
import org.bridgeconvoy.calendar.DayInterval;
import org.bridgeconvoy.calendar.Hours;
import org.bridgeconvoy.calendar.Nanos;
import org.bridgeconvoy.calendar.TimeZone;
import org.bridgeconvoy.random.Distribution;
import org.bridgeconvoy.result.DailyColumn;
import org.bridgeconvoy.result.Span;
import org.jspecify.annotations.Nullable;

/** Draws configurations from every part that a scenario file has, with numbers of all digits; changes draw the same structure anew. */
final class ConfigDraw {

    private static final LocalDate START = LocalDate.of(2024, 3, 28);

    private final SplittableRandom random;
    private final boolean hasTrucks;
    private final boolean hasTraffic;
    private final boolean hasClasses;
    private final boolean hasBack;
    private final boolean[] stations = new boolean[8];
    private final TimeZone origin;
    private final TimeZone destination;
    private final List<Consignment> listed = new ArrayList<>();

    private ConfigDraw(long seed) {
        random = new SplittableRandom(seed);
        hasTrucks = chance(0.9);
        hasTraffic = !hasTrucks || chance(0.4);
        hasClasses = chance(0.4);
        hasBack = chance(0.4);
        for (int i = 0; i < stations.length; i++) {
            stations[i] = chance(0.5);
        }
        origin = zone();
        destination = chance(0.5) ? origin : zone();
    }

    static ConvoyConfig draw(long seed) {
        return new ConfigDraw(seed).config();
    }

    private ConvoyConfig config() {
        if (hasTrucks && chance(0.3)) {
            for (int i = between(1, 6); i > 0; i--) {
                listed.add(new Consignment(
                        between(0, 200) * (10 * Nanos.MINUTE) + between(0, 1) * 7L,
                        oneOf("cargo 0", "listed", "coal"),
                        oneOf(12.0, number(1, 60)),
                        between(-1, 1)));
            }
        }
        ConvoyConfig world = world();
        List<ConvoyConfig.Change> changes = new ArrayList<>();
        long at = 0;
        for (int i = chance(0.4) ? between(1, 3) : 0; i > 0; i--) {
            at += between(1, 12 * 60) * Nanos.MINUTE + between(0, 1);
            changes.add(new ConvoyConfig.Change(at, world()));
        }
        ConvoyConfigBuilder whole = world.withChanges(changes).toBuilder();
        if (hasTrucks && chance(0.3)) {
            whole.goals(List.of(new DayGoal(
                    "many trucks", oneOf(DailyColumn.values()), oneOf(DayGoal.Relation.values()), number(0, 99))));
        }
        return hasTrucks && chance(0.3) ? whole.observed(observed()).build() : whole.build();
    }

    private List<Observed> observed() {
        Map<Integer, Double> counts = Map.of(0, 3.0, 1, number(0, 9));
        if (chance(0.5)) {
            return List.of(
                    new Observed("outbound_trucks", Span.DAY, false, new TreeMap<>(counts)),
                    new Observed("delivered_t", Span.DAY, false, new TreeMap<>(Map.of(1, 40.5))));
        }
        return List.of(
                new Observed("outbound_trucks", Span.HOUR, true, new TreeMap<>(Map.of(5, 2.0, 7, 3.0))),
                new Observed("queue_outbound", Span.INSTANT, false, new TreeMap<>(Map.of(5 * 3600, 2.0, 30_001, 1.0))));
    }

    private ConvoyConfig world() {
        ConvoyConfigBuilder world = ConvoyConfig.builder()
                .start(START)
                .horizonNanos(60 * Nanos.HOUR)
                .warmUpNanos(7 * Nanos.MINUTE)
                .bridge(bridge())
                .origin(BankConfig.of(origin)
                        .withClosed(closed())
                        .withHandling(station(0))
                        .withCustoms(station(1))
                        .withReturnHandling(station(2))
                        .withReturnCustoms(station(3))
                        .withRoadSeconds(maybe(this::seconds)))
                .destination(BankConfig.of(destination)
                        .withClosed(closed())
                        .withHandling(station(4))
                        .withCustoms(station(5))
                        .withReturnHandling(station(6))
                        .withReturnCustoms(station(7))
                        .withRoadSeconds(maybe(this::seconds)));
        if (hasTraffic) {
            world.traffic(List.of(traffic("cars"), traffic("buses")));
        }
        if (hasTrucks) {
            world.fleet(hasClasses ? List.of(trucks("big"), trucks("small")) : List.of(trucks("")))
                    .demand(demand())
                    .consignments(listed)
                    .outboundConvoys(maybe(this::convoy))
                    .returnConvoys(maybe(this::convoy));
            if (chance(0.3)) {
                world.waitForLoadSeconds(seconds());
            }
        }
        return world.build();
    }

    private BridgeConfig bridge() {
        BridgeConfig.Builder bridge = BridgeConfig.builder()
                .lengthMetres(number(100, 2000))
                .headwayNanos(nanos(60))
                .clearanceNanos(nanos(60))
                .lanes(between(1, 2))
                .control(control());
        if (chance(0.5)) {
            bridge.speedMetresPerSecond(number(3, 9));
        } else {
            bridge.speedMetresPerSecond(
                    Distribution.uniform(number(3, 4), number(5, 6)), Distribution.constant(number(3, 9)));
        }
        if (chance(0.4)) {
            bridge.maxTrucks(between(1, 9)).maxMassTonnes(number(80, 300)).maxTruckMassTonnes(number(60, 80));
        }
        if (chance(0.3)) {
            bridge.closures(List.of(new Closure(nanos(4000), 2 * Nanos.HOUR + nanos(4000))));
        }
        return bridge.breakdowns(maybe(() -> new Breakdowns(number(0, 0.1), seconds())))
                .build();
    }

    private ControlRule control() {
        long least = nanos(60);
        return switch (between(0, 3)) {
            case 0 ->
                new Timetable(
                        Hours.daily("08:00-17:00").with(DayOfWeek.SUNDAY, "08:00:30.5-09:00", "10:00-12:00"),
                        Hours.daily("19:00-05:00"),
                        oneOf(LastEntry.values()));
            case 1 ->
                new Alternate(Nanos.MINUTE + nanos(600), Nanos.MINUTE, oneOf(Direction.values()), nanos(60), hours());
            case 2 -> new Actuated(least, least + Nanos.MINUTE, nanos(60), hours());
            default -> new Batches(between(1, 9), between(1, 9), hours());
        };
    }

    private ConvoyRule convoy() {
        ConvoyRule rule =
                oneOf(ConvoyRule.ofSize(between(1, 3)), ConvoyRule.departing("06:00", "13:30", "22:15:01.25"));
        rule = chance(0.5) ? rule.withMaxWaitNanos(nanos(9000)) : rule;
        return chance(0.5) ? rule.asExclusive() : rule;
    }

    private TruckClass trucks(String name) {
        TruckClass trucks = TruckClass.of(between(1, 5)).withName(name).withPayloadTonnes(number(20, 40));
        trucks = chance(0.5) ? trucks.withTareTonnes(number(5, 15)) : trucks;
        return chance(0.5) ? trucks.withTurnaroundSeconds(seconds()) : trucks;
    }

    private @Nullable StationConfig station(int number) {
        if (!stations[number] || !hasTrucks) {
            return null;
        }
        StationConfig station = StationConfig.of(
                between(1, 3), chance(0.5) ? new ServiceTime.Rated(number(10, 90)) : new ServiceTime.Timed(seconds()));
        station = chance(0.3)
                ? station.withShifts(new Shift(hours(), 1), new Shift(hours(), between(1, 3)))
                : station.withHours(hours());
        return chance(0.5) ? station.withOverrun(Overrun.PAUSE) : station;
    }

    private List<CargoStream> demand() {
        List<CargoStream> streams = new ArrayList<>();
        streams.add(cargo("cargo 0"));
        if (hasBack) {
            streams.add(cargo("back").toBuilder().direction(Direction.RETURN).build());
        }
        // As a reader of files completes them: in the order of the first consignment.
        for (Consignment one : listed.stream()
                .sorted(java.util.Comparator.comparingLong(Consignment::atNanos))
                .toList()) {
            if (streams.stream().noneMatch(s -> s.cargo().equals(one.cargo()))) {
                streams.add(CargoStream.builder(one.cargo())
                        .loadTonnes(one.tonnes())
                        .build());
            }
        }
        return streams;
    }

    private CargoStream cargo(String name) {
        CargoStream.Builder stream = CargoStream.builder(name)
                .loadTonnes(oneOf(
                        Distribution.constant(number(5, 15)),
                        Distribution.uniform(1, number(2, 15)),
                        discrete(),
                        empirical(),
                        Distribution.normal(10, number(1, 4)).truncated(number(1, 3), 14)))
                .rate(oneOf(
                        new DemandRate.Trucks(number(0, 40)),
                        new DemandRate.Tonnes(number(0, 400)),
                        new DemandRate.TrucksPerHour(number(0, 2)),
                        new DemandRate.TonnesPerHour(number(0, 20))))
                .priority(between(-1, 1))
                .hours(hours())
                .arrivals(oneOf(
                        new PoissonArrivals(), new EvenArrivals(), new DailyArrivals(between(0, 1439) * Nanos.MINUTE)))
                .profile(profile());
        if (chance(0.3)) {
            stream.from(START.plusDays(between(-3, 1))).until(START.plusDays(between(1, 9)));
        }
        if (chance(0.3)) {
            stream.backlogTonnes(number(1, 99)).totalTonnes(number(100, 999));
        }
        if (hasClasses && chance(0.3)) {
            stream.classes(oneOf("big", "small"));
        }
        return stream.hourFactors(hourFactors()).build();
    }

    private TrafficStream traffic(String name) {
        TrafficStream.Builder stream = TrafficStream.builder(
                        name, name.equals("cars") ? Direction.OUTBOUND : Direction.RETURN)
                .vehiclesPerDay(number(0, 99))
                .hours(hours())
                .profile(profile())
                .hourFactors(hourFactors());
        if (chance(0.5)) {
            stream.vehiclesPerHour(between(0, 90) / 8.0);
        }
        if (chance(0.5)) {
            stream.speedMetresPerSecond(Distribution.constant(number(3, 20)))
                    .massTonnes(Distribution.uniform(1, number(2, 3)))
                    .headwayNanos(nanos(9));
        }
        return stream.build();
    }

    private List<DayFactor> profile() {
        List<DayFactor> factors = new ArrayList<>();
        if (chance(0.2)) {
            factors.add(new WeekdayFactors(Map.of(DayOfWeek.SUNDAY, 0.0, DayOfWeek.FRIDAY, number(0, 2))));
        }
        if (chance(0.2)) {
            factors.add(new Ramp(number(0, 1), number(1, 2), nanos(9000), nanos(99_000)));
        }
        if (chance(0.2)) {
            factors.add(new Surge(nanos(9000), nanos(9000), number(1, 3), 1 + nanos(99_000)));
        }
        if (chance(0.2)) {
            factors.add(new Series(new TreeMap<>(Map.of(-1, number(0, 2), 1, number(0, 2)))));
        }
        return factors;
    }

    private HourFactor[] hourFactors() {
        return chance(0.3)
                ? new HourFactor[] {
                    new HourFactor(DayInterval.parse("07:00-10:00"), number(0, 3)),
                    new HourFactor(DayInterval.parse("22:30-02:00"), number(0, 3))
                }
                : new HourFactor[0];
    }

    private Distribution seconds() {
        return oneOf(
                Distribution.constant(number(0, 1000)),
                Distribution.uniform(number(1, 9), number(10, 99)),
                Distribution.triangular(number(1, 9), number(10, 99), number(100, 999)),
                Distribution.exponential(number(1, 999)),
                Distribution.erlang(3, number(1, 999)),
                Distribution.gamma(number(0.5, 3), number(1, 999)).truncated(1, 2000),
                Distribution.lognormal(number(1, 999), number(1, 99)),
                Distribution.normal(number(500, 999), number(1, 99)).truncated(0, Double.POSITIVE_INFINITY),
                Distribution.weibull(number(1, 3), number(1, 999)),
                discrete(),
                empirical());
    }

    private Distribution discrete() {
        double first = random.nextDouble(0.01, 0.5);
        double second = random.nextDouble(0.01, 0.4);
        return Distribution.discrete(
                new double[] {1, number(2, 5), number(6, 9)}, new double[] {first, second, 1 - first - second});
    }

    private Distribution empirical() {
        double[] sample = new double[between(2, 12)];
        java.util.Arrays.setAll(sample, i -> number(1, 12));
        return Distribution.empirical(sample);
    }

    private Hours hours() {
        return switch (between(0, 3)) {
            case 0 -> Hours.always();
            case 1 -> Hours.daily("07:00-12:00", "13:00-18:00:00.000000001");
            case 2 -> Hours.daily("20:00-06:30").with(DayOfWeek.WEDNESDAY).with(DayOfWeek.MONDAY, "00:00-24:00");
            default -> {
                Map<DayOfWeek, List<DayInterval>> week = new EnumMap<>(DayOfWeek.class);
                for (DayOfWeek day : DayOfWeek.values()) {
                    long from = between(0, 1200) * Nanos.MINUTE;
                    week.put(day, List.of(new DayInterval(from, from + between(1, 400) * Nanos.MINUTE)));
                }
                yield Hours.weekly(week);
            }
        };
    }

    private TimeZone zone() {
        return oneOf(
                TimeZone.fixed(ZoneOffset.UTC),
                TimeZone.fixed(ZoneOffset.ofHours(8)),
                TimeZone.fixed(ZoneOffset.ofHoursMinutes(-3, -30)),
                TimeZone.of("Europe/Warsaw"));
    }

    private List<DateRange> closed() {
        return chance(0.3)
                ? List.of(
                        new DateRange(START.plusDays(2), START.plusDays(3)),
                        new DateRange(START.plusDays(9), START.plusDays(9)))
                : List.of();
    }

    private <T> @Nullable T maybe(Supplier<T> given) {
        return chance(0.4) ? given.get() : null;
    }

    private long nanos(int seconds) {
        return chance(0.5) ? between(0, seconds / 60) * Nanos.MINUTE : random.nextLong(seconds * Nanos.SECOND);
    }

    private double number(double low, double high) {
        return chance(0.5)
                ? random.nextDouble(low, high)
                : Math.max(low, Math.rint(random.nextDouble(low, high) * 10) / 10);
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
}
