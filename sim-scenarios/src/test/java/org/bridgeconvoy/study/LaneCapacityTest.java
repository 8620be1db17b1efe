package org.bridgeconvoy.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.ZoneOffset;
import java.util.List;
import org.bridgeconvoy.bridge.BridgeModel;
import org.bridgeconvoy.bridge.config.BankConfig;
import org.bridgeconvoy.bridge.config.CargoStream;
import org.bridgeconvoy.bridge.config.Closure;
import org.bridgeconvoy.bridge.config.ConvoyConfig;
import org.bridgeconvoy.bridge.config.TruckClass;
import org.bridgeconvoy.bridge.control.Actuated;
import org.bridgeconvoy.bridge.control.Alternate;
import org.bridgeconvoy.bridge.control.Batches;
import org.bridgeconvoy.bridge.control.ControlRule;
import org.bridgeconvoy.bridge.control.Direction;
import org.bridgeconvoy.bridge.control.LastEntry;
import org.bridgeconvoy.bridge.control.Timetable;
import org.bridgeconvoy.bridge.demand.EvenArrivals;
import org.bridgeconvoy.calendar.DayInterval;
import org.bridgeconvoy.calendar.Hours;
import org.bridgeconvoy.calendar.Nanos;
import org.bridgeconvoy.random.Distribution;
import org.bridgeconvoy.random.Streams;
import org.bridgeconvoy.result.ReplicationResult;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the lane could pass, reckoned by hand: ten days, 944 m unless said otherwise. */
class LaneCapacityTest {

    private static Hours hours(int from, int to) {
        return Hours.everyDay(List.of(new DayInterval(from * Nanos.HOUR, to * Nanos.HOUR)));
    }

    private static ConvoyConfig world(double kmh, double headwaySeconds, ControlRule control, Closure... closures) {
        ConvoyConfig config = Worlds.simple();
        return config.withBridge(config.bridge().toBuilder()
                .speedMetresPerSecond(kmh / 3.6)
                .headwayNanos(Nanos.ofSeconds(headwaySeconds))
                .clearanceNanos(0)
                .closures(List.of(closures))
                .control(control)
                .build());
    }

    private static double perDay(ConvoyConfig config, Direction direction) {
        return perDay(config, 40, direction);
    }

    private static double perDay(ConvoyConfig config, double loadTonnes, Direction direction) {
        return LaneCapacity.of(config, new MeanTruck(loadTonnes))
                .get(direction.ordinal())
                .perDay();
    }

    /** Published window capacities, 944 m, 4 h: floor((W − L/v)/h) + 1. */
    @ParameterizedTest(name = "{0} km/h, headway {1} s: {2} trucks in 4 h")
    @CsvSource({"10, 28.32, 497", "10, 24.48, 575", "10, 15.48, 909", "20, 7.74, 1839"})
    void trucks_that_must_clear_within_the_window(double kmh, double headway, double trucks) {
        ConvoyConfig config = world(kmh, headway, new Timetable(hours(8, 12), hours(13, 17), LastEntry.CLEAR));

        assertThat(perDay(config, Direction.OUTBOUND)).isEqualTo(trucks);
        assertThat(perDay(config, Direction.RETURN)).isEqualTo(trucks);
    }

    @Test
    void trucks_that_need_only_enter_within_the_window() {
        // 4 h hold 240 whole minutes; a headway of 7 s leaves a rest in which one more enters.
        assertThat(perDay(world(10, 60, new Timetable(hours(8, 12), hours(13, 14))), Direction.OUTBOUND))
                .isEqualTo(240);
        assertThat(perDay(world(10, 7, new Timetable(hours(8, 12), hours(13, 14))), Direction.OUTBOUND))
                .isEqualTo(2058);
    }

    @Test
    void a_night_over_midnight_is_one_opening() {
        ConvoyConfig config = world(10, 60, new Timetable(hours(8, 12), hours(19, 29)));

        // Ten days hold nine whole nights of 600, 5 h of the one before and 5 h of the last; of these the last five
        // have not
        // left the lane before the end, as a crossing takes 339.84 s.
        assertThat(perDay(config, Direction.RETURN)).isEqualTo(599.5);
    }

    @Test
    void a_closure_takes_its_time_away() {
        ConvoyConfig config = world(10, 60, new Timetable(hours(8, 12), hours(13, 14)), new Closure(0, 5 * Nanos.DAY));

        assertThat(perDay(config, Direction.OUTBOUND)).isEqualTo(120);
    }

    @Test
    void a_fixed_cycle_loses_what_it_takes_to_clear_the_lane() {
        ControlRule control = new Alternate(10 * Nanos.MINUTE, 20 * Nanos.MINUTE, Direction.RETURN, hours(8, 9));
        ConvoyConfig config = world(10, 60, control);

        // 20 return trucks from 8:00. The last is off at 8:24:39.84; 6 outbound in the rest until 8:30, off at
        // 8:35:19.68;
        // 15 return until 8:50, off at 8:54:59.52; 6 outbound until 9:00.
        assertThat(perDay(config, Direction.OUTBOUND)).isEqualTo(12);
        assertThat(perDay(config, Direction.RETURN)).isEqualTo(35);
    }

    @Test
    void a_control_by_queues_turns_after_its_longest_green() {
        ConvoyConfig config = world(10, 60, new Actuated(0, Nanos.HOUR, Hours.always()));

        // 60 enter in an hour, and 279.84 s later the other side begins: 111 whole rounds of 7759.68 s, and 39 of the
        // next
        // outbound green have left before the end.
        assertThat(perDay(config, Direction.OUTBOUND)).isEqualTo((111 * 60 + 39) / 10.0);
        assertThat(perDay(config, Direction.RETURN)).isEqualTo(111 * 60 / 10.0);
    }

    @Test
    void batches_lose_what_it_takes_to_clear_the_lane() {
        // Three enter in 2 * 5 s; the last is off 169.92 s later and 60 s more pass: 239.92 s for a batch.
        ConvoyConfig config = world(20, 5, new Batches(3, 3));
        ConvoyConfig clearing = config.withBridge(
                config.bridge().toBuilder().clearanceNanos(60 * Nanos.SECOND).build());

        assertThat(perDay(clearing, Direction.OUTBOUND)).isCloseTo(3 * 86_400 / 479.84, within(0.2));
        assertThat(perDay(clearing, Direction.RETURN)).isCloseTo(3 * 86_400 / 479.84, within(0.2));
    }

    /** 400 m at 40 km/h, greens of 90 s, headway 3 s, clearance 10 s; queues on both sides: the run itself passes it. */
    @Test
    void it_is_what_a_run_with_queues_on_both_sides_passes() {
        ConvoyConfig config = ConvoyConfig.builder()
                .start(Worlds.simple().start())
                .horizonNanos(2 * Nanos.DAY)
                .warmUpNanos(Nanos.DAY)
                .bridge(Worlds.bridge(3, new Alternate(90 * Nanos.SECOND, 90 * Nanos.SECOND)).toBuilder()
                        .lengthMetres(400)
                        .speedMetresPerSecond(40 / 3.6)
                        .clearanceNanos(10 * Nanos.SECOND)
                        .build())
                .fleet(TruckClass.of(4000))
                .origin(BankConfig.of(ZoneOffset.UTC))
                .destination(BankConfig.of(ZoneOffset.UTC))
                .demand(CargoStream.builder("v")
                        .loadTonnes(1)
                        .trucksPerDay(30_000)
                        .arrivals(new EvenArrivals())
                        .build())
                .build();

        ReplicationResult run = new BridgeModel(config).start(Streams.of(1, 1)).finish();

        List<LaneCapacity.Passing> could = LaneCapacity.of(config, List.of(run.daily()));
        assertThat(could).extracting(LaneCapacity.Passing::perDay).containsExactly(7520.0, 7520.0);
        assertThat(run.metric("outbound_trucks_per_day")).isEqualTo(7520);
        assertThat(run.metric("return_trucks_per_day")).isEqualTo(7520);
        assertThat(could.get(0).basis()).contains("outbound 1 t, return 0 t gross");
    }

    @Test
    void two_lanes_need_not_clear_for_each_other() {
        ConvoyConfig config = world(10, 60, new Timetable(hours(0, 24), hours(0, 24)));
        ConvoyConfig two =
                config.withBridge(config.bridge().toBuilder().lanes(2).build());

        // Of ten days' 14,400 the last six have not left, as 339.84 s hold six entries.
        assertThat(perDay(two, Direction.OUTBOUND)).isEqualTo(1439.5, within(0.11));
        assertThat(perDay(two, Direction.RETURN)).isEqualTo(1439.5, within(0.11));
    }

    @Test
    void without_a_headway_and_a_limit_it_is_left_out() {
        ConvoyConfig config = world(10, 0, new Timetable(hours(8, 12), hours(13, 17)));

        assertThat(perDay(config, Direction.OUTBOUND)).isNaN();
        assertThat(LaneCapacity.of(config, new MeanTruck(40)).get(0).basis())
                .isEqualTo("neither a headway nor a limit bounds what could pass outbound");
    }

    @Test
    void a_control_of_ones_own_is_run_as_it_is() {
        Timetable hidden = new Timetable(hours(8, 12), hours(13, 14));
        ControlRule control = (calendar, horizon) -> hidden.plan(calendar, horizon);

        assertThat(perDay(world(10, 60, control), Direction.OUTBOUND)).isEqualTo(240);
        assertThat(perDay(world(10, 60, control), Direction.RETURN)).isEqualTo(60);
    }

    /** 420 m at 8 km/h take 189 s; 12 h are 228 such crossings and 108 s. */
    private static ConvoyConfig timber(double headwaySeconds, int maxTrucks, LastEntry lastEntry) {
        ConvoyConfig config = world(8, headwaySeconds, new Timetable(hours(7, 19), hours(19, 23), lastEntry));
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
        assertThat(perDay(timber(headway, maxTrucks, LastEntry.ENTER), Direction.OUTBOUND))
                .isEqualTo(enter);
        assertThat(perDay(timber(headway, maxTrucks, LastEntry.CLEAR), Direction.OUTBOUND))
                .isEqualTo(clear);
    }

    private static ConvoyConfig weighing(double maxMass, double maxTruckMass, double tare) {
        ConvoyConfig config = timber(0, Integer.MAX_VALUE, LastEntry.CLEAR);
        return config.withBridge(config.bridge().withLimits(Integer.MAX_VALUE, maxMass, maxTruckMass))
                .withFleet(List.of(TruckClass.of(20).withTareTonnes(tare)));
    }

    @Test
    void the_mass_limit_counts_loaded_trucks_out_and_empty_ones_back() {
        ConvoyConfig config = weighing(100, Double.POSITIVE_INFINITY, 12);
        List<LaneCapacity.Passing> could = LaneCapacity.of(config, new MeanTruck(30));

        // Two of 42 t fit in 100 t, and eight of 12 t; return has 4 h: 76 crossings and 36 s.
        assertThat(could.get(0).perDay()).isEqualTo(2 * 228);
        assertThat(could.get(1).perDay()).isEqualTo(8 * 76);
    }

    @Test
    void trucks_on_the_way_back_carry_the_mean_return_load_in_the_share_of_returns_that_were_loaded() {
        ConvoyConfig config = weighing(100, Double.POSITIVE_INFINITY, 12);
        List<LaneCapacity.Passing> could = LaneCapacity.of(config, new MeanTruck(30, 12, 0.5));

        // Half of the trucks with 12 t: 18 t each, of which five fit in 100 t.
        assertThat(could.get(1).perDay()).isEqualTo(5 * 76);
    }

    @Test
    void a_crossing_back_takes_the_mean_of_loaded_and_empty_ones() {
        ConvoyConfig config = Worlds.simple();
        ConvoyConfig varied = config.withBridge(config.bridge().toBuilder()
                .lengthMetres(1000)
                .speedMetresPerSecond(Distribution.constant(5), Distribution.constant(10))
                .build());

        // A quarter of them takes 200 s, the others 100 s.
        assertThat(new MeanTruck(30, 12, 0.25).crossingNanos(varied, Direction.RETURN))
                .isEqualTo(125 * Nanos.SECOND);
    }

    @Test
    void a_listed_consignment_of_many_truckloads_crosses_by_the_truckload() {
        ConvoyConfig config = weighing(65, Double.POSITIVE_INFINITY, 10);
        ConvoyConfig split =
                config.withFleet(List.of(TruckClass.of(20).withTareTonnes(10).withPayloadTonnes(20)));

        // 100,000 t go on trucks of 10 t + 20 t, of which two fit in 65 t.
        assertThat(perDay(split, 100_000, Direction.OUTBOUND)).isEqualTo(2 * 228);
    }

    @Test
    void alike_trucks_above_the_limit_of_the_lane_cross_one_at_a_time() {
        // Each of 50 + 5 t and 20 + 35 t may cross, but the mean of the empty trucks with the larger load is 70 t.
        ConvoyConfig config = weighing(60, Double.POSITIVE_INFINITY, 50)
                .withFleet(List.of(
                        TruckClass.of(20).withName("tank").withTareTonnes(50).withPayloadTonnes(5),
                        TruckClass.of(20).withName("van").withTareTonnes(20).withPayloadTonnes(35)));

        assertThat(perDay(config, 35, Direction.OUTBOUND)).isEqualTo(228);
    }

    @Test
    void a_truck_above_the_limit_of_one_truck_counts_as_loaded_to_it() {
        // 12 t + 30 t would be two at once; cut to 33 t it is three.
        ConvoyConfig config = weighing(100, 33, 12);

        assertThat(LaneCapacity.of(config, new MeanTruck(30)).get(0).perDay()).isEqualTo(3 * 228);
    }

    @Test
    void empty_trucks_without_a_tare_are_not_limited_by_mass() {
        List<LaneCapacity.Passing> could =
                LaneCapacity.of(weighing(100, Double.POSITIVE_INFINITY, 0), new MeanTruck(30));

        assertThat(could.get(0).perDay()).isEqualTo(3 * 228);
        assertThat(could.get(1).perDay()).isNaN();
    }

    @Test
    void hours_that_change_count_from_the_change_on() {
        ConvoyConfig one = world(10, 60, new Timetable(hours(8, 12), hours(13, 14)));
        ConvoyConfig two = world(10, 60, new Timetable(hours(8, 10), hours(13, 14)));

        ConvoyConfig both = one.withChanges(List.of(new ConvoyConfig.Change(5 * Nanos.DAY, two)));

        assertThat(perDay(both, Direction.OUTBOUND)).isEqualTo(180);
    }

    @Test
    void speeds_that_vary_count_by_their_mean_time() {
        // The mean of 1/v is ln(b/a) / (b - a) for a uniform speed: 1000 m at 5 to 10 m/s take 138.6 s, not 133.3 s.
        ConvoyConfig config = world(10, 60, new Timetable(hours(8, 12), hours(13, 14)));
        ConvoyConfig varied = config.withBridge(config.bridge().toBuilder()
                .lengthMetres(1000)
                .speedMetresPerSecond(
                        Distribution.uniform(5, 10), Distribution.exponential(2).truncated(4, 1e9))
                .build());

        double crossing = new MeanTruck(40).crossingNanos(varied, Direction.OUTBOUND) / 1e9;

        assertThat(crossing).isCloseTo(1000 * Math.log(2) / 5, within(0.01));
    }
}
