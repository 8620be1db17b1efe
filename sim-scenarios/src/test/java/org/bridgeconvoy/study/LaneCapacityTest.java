package org.bridgeconvoy.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.ZoneOffset;
import java.util.List;
import org.bridgeconvoy.bridge.BridgeModel;
import org.bridgeconvoy.bridge.config.BankConfig;
import org.bridgeconvoy.bridge.config.BridgeConfig;
import org.bridgeconvoy.bridge.config.CargoStream;
import org.bridgeconvoy.bridge.config.Closure;
import org.bridgeconvoy.bridge.config.Consignment;
import org.bridgeconvoy.bridge.config.ConvoyConfig;
import org.bridgeconvoy.bridge.config.TruckClass;
import org.bridgeconvoy.bridge.control.Actuated;
import org.bridgeconvoy.bridge.control.Alternate;
import org.bridgeconvoy.bridge.control.Batches;
import org.bridgeconvoy.bridge.control.ControlRule;
import org.bridgeconvoy.bridge.control.Direction;
import org.bridgeconvoy.bridge.control.DirectionControl;
import org.bridgeconvoy.bridge.control.LastEntry;
import org.bridgeconvoy.bridge.control.Timetable;
import org.bridgeconvoy.calendar.DayInterval;
import org.bridgeconvoy.calendar.Hours;
import org.bridgeconvoy.calendar.Nanos;
import org.bridgeconvoy.random.Distribution;
import org.bridgeconvoy.random.Streams;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LaneCapacityTest {

    private static Hours hours(int from, int to) {
        return Hours.everyDay(List.of(new DayInterval(from * Nanos.HOUR, to * Nanos.HOUR)));
    }

    private static ConvoyConfig world(double kmh, double headwaySeconds, ControlRule control, Closure... closures) {
        ConvoyConfig config = Worlds.simple();
        BridgeConfig bridge = new BridgeConfig(
                944,
                Distribution.constant(kmh / 3.6),
                Distribution.constant(kmh / 3.6),
                Nanos.ofSeconds(headwaySeconds),
                0,
                1,
                Integer.MAX_VALUE,
                Double.POSITIVE_INFINITY,
                Double.POSITIVE_INFINITY,
                List.of(closures),
                null,
                control);
        return config.withBridge(bridge);
    }

    /** Published window capacities, 944 m, 4 h: floor((W − L/v)/h) + 1. */
    @ParameterizedTest(name = "{0} km/h, headway {1} s: {2} trucks in 4 h")
    @CsvSource({"10, 28.32, 497", "10, 24.48, 575", "10, 15.48, 909", "20, 7.74, 1839"})
    void trucks_that_must_clear_within_the_window(double kmh, double headway, double trucks) {
        ConvoyConfig config = world(kmh, headway, new Timetable(hours(8, 12), hours(13, 17), LastEntry.CLEAR));

        assertThat(LaneCapacity.perDay(config, Direction.OUTBOUND)).isEqualTo(trucks);
        assertThat(LaneCapacity.perDay(config, Direction.RETURN)).isEqualTo(trucks);
    }

    @Test
    void trucks_that_need_only_enter_within_the_window() {
        // 4 h hold 240 whole minutes; a headway of 7 s leaves a rest in which one more enters.
        assertThat(LaneCapacity.perDay(
                        world(10, 60, new Timetable(hours(8, 12), hours(13, 14), LastEntry.ENTER)), Direction.OUTBOUND))
                .isEqualTo(240);
        assertThat(LaneCapacity.perDay(
                        world(10, 7, new Timetable(hours(8, 12), hours(13, 14), LastEntry.ENTER)), Direction.OUTBOUND))
                .isEqualTo(2058);
    }

    @Test
    void a_night_over_midnight_is_one_opening() {
        ConvoyConfig config = world(10, 60, new Timetable(hours(8, 12), hours(19, 29), LastEntry.ENTER));

        // Ten days hold nine whole nights, 5 h of the one before and 5 h of the last.
        assertThat(LaneCapacity.perDay(config, Direction.RETURN)).isEqualTo(600);
    }

    @Test
    void a_closure_takes_its_time_away() {
        ConvoyConfig config = world(
                10, 60, new Timetable(hours(8, 12), hours(13, 14), LastEntry.ENTER), new Closure(0, 5 * Nanos.DAY));

        assertThat(LaneCapacity.perDay(config, Direction.OUTBOUND)).isEqualTo(120);
    }

    @Test
    void a_fixed_cycle_counts_its_greens() {
        ControlRule control = new Alternate(10 * Nanos.MINUTE, 20 * Nanos.MINUTE, Direction.RETURN, hours(8, 9));
        ConvoyConfig config = world(10, 60, control);

        // 20 min return, 10 out, 20 return, 10 out.
        assertThat(LaneCapacity.perDay(config, Direction.OUTBOUND)).isEqualTo(20);
        assertThat(LaneCapacity.perDay(config, Direction.RETURN)).isEqualTo(40);
    }

    @Test
    void a_control_by_queues_could_give_all_its_hours_to_one_direction() {
        ConvoyConfig config = world(10, 60, new Actuated(0, Nanos.HOUR, Hours.always()));

        assertThat(LaneCapacity.perDay(config, Direction.OUTBOUND)).isEqualTo(1440);
    }

    @Test
    void without_a_headway_and_a_limit_there_is_no_bound() {
        ConvoyConfig config = world(10, 0, new Timetable(hours(8, 12), hours(13, 17), LastEntry.ENTER));

        assertThat(LaneCapacity.perDay(config, Direction.OUTBOUND)).isInfinite();
    }

    @Test
    void a_control_of_ones_own_counts_the_time_that_it_can_give() {
        // Half of every span goes outbound, a third back.
        ControlRule control = (calendar, horizon) -> new ControlRule.Plan() {
            @Override
            public DirectionControl start() {
                throw new AssertionError("nothing is run");
            }

            @Override
            public long givenNanos(Direction direction, long from, long to, long crossing) {
                return (to - from) / (direction == Direction.OUTBOUND ? 2 : 3);
            }
        };
        ConvoyConfig config = world(10, 60, control);

        assertThat(LaneCapacity.perDay(config, Direction.OUTBOUND)).isEqualTo(720);
        assertThat(LaneCapacity.perDay(config, Direction.RETURN)).isEqualTo(480);
        assertThat(LaneCapacity.basis(config, Direction.OUTBOUND))
                .isEqualTo("a truck at every headway while the control can give the lane to the direction");
    }

    /** 420 m at 8 km/h take 189 s; 12 h are 228 such crossings and 108 s. */
    private static ConvoyConfig timber(double headwaySeconds, int maxTrucks, LastEntry lastEntry) {
        ConvoyConfig config = world(8, headwaySeconds, new Timetable(hours(7, 19), hours(19, 24), lastEntry));
        return config.withBridge(config.bridge().toBuilder()
                .lengthMetres(420)
                .maxTrucks(maxTrucks)
                .build());
    }

    @ParameterizedTest(name = "headway {0} s, at most {1} trucks: {2} enter, {3} enter and clear in 12 h")
    @CsvSource({
        // One at once: the 229th enters in the last 108 s, and cannot clear.
        "0, 1, 229, 228",
        // A headway shorter than the crossing changes nothing for one truck at once.
        "60, 1, 229, 228",
        // Two abreast in time: twice as many.
        "0, 2, 458, 456",
        // Three in each crossing, at 0, 60 and 120 s of it: 228 * 3 + 2 enter. The last that clear enter in the 228th
        // crossing, which begins at 42,903 s, at its beginning and 60 s later: 227 * 3 + 2.
        "60, 3, 686, 683",
        // Three in each crossing would be 686, but every 80 s only 540 enter; 43,011 / 80 = 537.6, so 538 clear.
        "80, 3, 540, 538",
        // 43,200 s / 90 s = 480 entries; (43,200 - 189) / 90 = 477.9, so 478 clear: the headway is what limits.
        "90, 3, 480, 478",
        // A headway longer than a crossing: 43,200 / 200 = 216; (43,200 - 189) / 200 = 215.06, so 216 clear.
        "200, 1, 216, 216"
    })
    void trucks_of_which_only_some_may_be_on_the_lane(double headway, int maxTrucks, double enter, double clear) {
        assertThat(LaneCapacity.perDay(timber(headway, maxTrucks, LastEntry.ENTER), Direction.OUTBOUND))
                .isEqualTo(enter);
        assertThat(LaneCapacity.perDay(timber(headway, maxTrucks, LastEntry.CLEAR), Direction.OUTBOUND))
                .isEqualTo(clear);
    }

    @Test
    void one_truck_at_a_time_in_hours_that_never_end() {
        ConvoyConfig config = timber(0, 1, LastEntry.ENTER);
        config = config.withBridge(config.bridge().withControl(new Actuated(0, Nanos.HOUR, Hours.always())));

        // Ten days hold 4571 crossings of 189 s and a rest, in which one more begins.
        assertThat(LaneCapacity.perDay(config, Direction.OUTBOUND)).isEqualTo(457.2);
    }

    @Test
    void each_green_of_a_fixed_cycle_takes_the_crossings_that_begin_in_it() {
        ConvoyConfig config = timber(0, 1, LastEntry.ENTER);
        ControlRule control = new Alternate(10 * Nanos.MINUTE, 20 * Nanos.MINUTE, Direction.OUTBOUND, hours(8, 9));
        config = config.withBridge(config.bridge().withControl(control));

        // 600 s begin 4 crossings, 1200 s begin 7; twice in the hour.
        assertThat(LaneCapacity.perDay(config, Direction.OUTBOUND)).isEqualTo(8);
        assertThat(LaneCapacity.perDay(config, Direction.RETURN)).isEqualTo(14);
    }

    private static ConvoyConfig weighing(ConvoyConfig config, double maxMass, double tare, Distribution load) {
        CargoStream stream =
                CargoStream.builder("stone").loadTonnes(load).trucksPerDay(9).build();
        return config.toBuilder()
                .bridge(config.bridge().withLimits(Integer.MAX_VALUE, maxMass, Double.POSITIVE_INFINITY))
                .fleet(TruckClass.of(20).withTareTonnes(tare))
                .demand(stream)
                .build();
    }

    @Test
    void the_mass_limit_counts_loaded_trucks_out_and_empty_ones_back() {
        ConvoyConfig config = weighing(timber(0, 1, LastEntry.CLEAR), 100, 12, Distribution.constant(30));

        // Two of 42 t fit in 100 t, and eight of 12 t; return has 5 h: 95 crossings and 45 s.
        assertThat(LaneCapacity.perDay(config, Direction.OUTBOUND)).isEqualTo(2 * 228);
        assertThat(LaneCapacity.perDay(config, Direction.RETURN)).isEqualTo(8 * 95);
    }

    @Test
    void loads_that_vary_count_by_their_mean_or_by_the_lightest_whichever_is_less() {
        ConvoyConfig config = timber(0, 1, LastEntry.CLEAR);

        // 100 t / (12 t + 24 t) = 2.78 at the mean, 100 / (12 + 8) = 5 of the lightest.
        assertThat(LaneCapacity.perDay(weighing(config, 100, 12, Distribution.uniform(8, 40)), Direction.OUTBOUND))
                .isCloseTo(100.0 / 36 * 228, within(1e-9));
        // 100 t / (12 t + 36 t) = 2.08 at the mean, but only two of at least 34 t + 12 t.
        assertThat(LaneCapacity.perDay(weighing(config, 100, 12, Distribution.uniform(34, 38)), Direction.OUTBOUND))
                .isEqualTo(2 * 228);
    }

    @Test
    void listed_consignments_count_with_the_rest_that_is_left_of_them() {
        ConvoyConfig config = weighing(timber(0, 1, LastEntry.CLEAR), 100, 12, Distribution.constant(40));
        ConvoyConfig listed = config.toBuilder()
                .fleet(TruckClass.of(20).withTareTonnes(12).withPayloadTonnes(40))
                .consignments(List.of(new Consignment(0, "stone", 90, 0)))
                .build();

        // 40, 40 and 10 t: four of the last, 22 t gross, fit in 100 t; of 52 t only one.
        assertThat(LaneCapacity.perDay(config, Direction.OUTBOUND)).isEqualTo(228);
        assertThat(LaneCapacity.perDay(listed, Direction.OUTBOUND)).isEqualTo(4 * 228);
    }

    @Test
    void empty_trucks_without_a_tare_are_not_limited_by_mass() {
        ConvoyConfig config = weighing(timber(0, 1, LastEntry.ENTER), 100, 0, Distribution.constant(30));

        assertThat(LaneCapacity.perDay(config, Direction.OUTBOUND)).isEqualTo(3 * 229);
        assertThat(LaneCapacity.perDay(config, Direction.RETURN)).isInfinite();
        assertThat(LaneCapacity.basis(config, Direction.RETURN)).contains("there is no such bound");
    }

    /** The bound must hold: a full bridge passes nearly as much, and never more. */
    @ParameterizedTest(name = "at most {0} trucks, headway {1} s")
    @CsvSource({"1, 0", "3, 60", "3, 90"})
    void a_run_with_more_cargo_than_the_lane_can_take_passes_what_it_could(int maxTrucks, double headway) {
        ConvoyConfig config = Worlds.demanding(
                timber(headway, maxTrucks, LastEntry.CLEAR),
                CargoStream.builder("stone")
                        .loadTonnes(10)
                        .backlogTonnes(200_000)
                        .build());
        ConvoyConfig full = config.toBuilder()
                .fleet(TruckClass.of(8000))
                .origin(BankConfig.of(ZoneOffset.UTC))
                .destination(BankConfig.of(ZoneOffset.UTC))
                .bridge(config.bridge().toBuilder().lanes(2).build())
                .build();
        double couldPass = LaneCapacity.perDay(full, Direction.OUTBOUND);

        double passed = new BridgeModel(full).start(Streams.of(1, 1)).finish().metric("outbound_trucks_per_day");

        assertThat(passed).isLessThanOrEqualTo(couldPass).isGreaterThan(couldPass - 1);
    }

    @Test
    void the_basis_says_what_was_counted() {
        assertThat(LaneCapacity.basis(timber(60, 1, LastEntry.CLEAR), Direction.OUTBOUND))
                .isEqualTo("a truck at every headway that the limits of the lane allow in the direction's hours,"
                        + " the last one still in time to clear");
        assertThat(LaneCapacity.basis(timber(0, 1, LastEntry.ENTER), Direction.OUTBOUND))
                .isEqualTo("as many trucks on the lane at once as its limits allow, in the direction's hours");
        assertThat(LaneCapacity.basis(world(10, 0, new Batches(3, 3, Hours.always())), Direction.OUTBOUND))
                .isEqualTo("without a headway or a limit of the trucks on the lane there is no such bound");
    }

    @Test
    void hours_that_change_count_from_the_change_on() {
        ConvoyConfig one = world(10, 60, new Timetable(hours(8, 12), hours(13, 14), LastEntry.ENTER));
        ConvoyConfig two = world(10, 60, new Timetable(hours(8, 10), hours(13, 14), LastEntry.ENTER));

        ConvoyConfig both = one.withChanges(List.of(new ConvoyConfig.Change(5 * Nanos.DAY, two)));

        assertThat(LaneCapacity.perDay(both, Direction.OUTBOUND)).isEqualTo(180);
    }
}
