package org.bridgeconvoy.bridge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.bridgeconvoy.bridge.Cargo.cargo;
import static org.bridgeconvoy.bridge.World.world;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.apache.commons.math3.stat.descriptive.SummaryStatistics;
import org.bridgeconvoy.bridge.config.StationConfig;
import org.bridgeconvoy.bridge.control.Direction;
import org.bridgeconvoy.bridge.control.LastEntry;
import org.bridgeconvoy.random.Distribution;
import org.bridgeconvoy.random.Streams;
import org.bridgeconvoy.result.MetricValues;
import org.bridgeconvoy.result.TripTable;
import org.bridgeconvoy.result.TripTime;
import org.bridgeconvoy.result.TruckState;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The single lane against closed formulas: L/v crossing, h headway, s clearance. A truck takes the lane for h, so a turn
 * loses L/v + s - h = tau.
 */
class LaneTheoryTest {

    @ParameterizedTest(name = "{0} km/h, headway {1} s: {2}")
    @CsvSource({"10, 28.32, 497", "10, 24.48, 575", "10, 15.48, 909", "20, 7.74, 1839"})
    void a_window_passes_its_length_less_a_crossing_in_headways_and_one(double kmh, String headway, int trucks) {
        // floor((W - L/v) / h) + 1 with W = 4 h, L = 944 m, when trucks must also clear within the window.
        Distribution speed = Distribution.constant(kmh / 3.6);
        World world = world().trucks(2000)
                .bridge(944, speed, speed)
                .headway(headway + " s")
                .timetable("08:00-12:00", "13:00-24:00", LastEntry.CLEAR)
                .cargo(cargo("a").backlog(20_000));

        assertThat(world.run().daily().outboundTrucks()).containsExactly(trucks);
    }

    @ParameterizedTest(name = "{0} trucks, headway {1} s, crossing {2} s, clearance {3} s")
    @CsvSource({"1, 20, 300, 30", "5, 20, 300, 30", "12, 20, 300, 0", "7, 30, 340, 60"})
    void saturated_platoons_pass_n_trucks_in_n_minus_one_headways_a_crossing_and_a_clearance(
            int n, int h, int c, int s) {
        // n / ((n - 1) h + c + s) trucks per unit time, both directions together. Over a whole number of periods of
        // the two greens the count is exact. The start, in which one side has no queue yet, is left out.
        long period = 2L * ((n - 1L) * h + c + s);
        World world = world().horizon(210 * period + " s")
                .warmUp(10 * period + " s")
                .trucks(60)
                .crossing(c + " s", c + " s")
                .headway(h + " s")
                .clearance(s + " s")
                .batches(n, n, "always")
                .cargo(cargo("a").backlog(50_000));
        MetricValues values = world.run().metrics();
        double days = 200 * period / 86400.0;

        assertThat(values.value("outbound_trucks_per_day") * days).isCloseTo(200.0 * n, within(1e-6));
        assertThat(values.value("return_trucks_per_day") * days).isCloseTo(200.0 * n, within(1e-6));
    }

    @ParameterizedTest(name = "greens {0} s and {1} s, headway {2} s, crossing {3} s, clearance {4} s")
    @CsvSource({"600, 300, 10, 1, 0", "600, 600, 7, 1, 0", "1200, 900, 20, 100, 20", "1500, 700, 28, 340, 60"})
    void a_saturated_fixed_cycle_gives_green_divided_by_headway_entries_to_one_truck(
            int outbound, int inbound, int h, int c, int s) {
        // Outbound's green is not the shorter, or return would not be saturated. What is left of a green once the
        // lane is clear: the other side's last entry was less than h before its end, so between c + s - h and c + s
        // are lost (nothing, if that is below zero).
        World world = world().horizon(20L * (outbound + inbound) + " s")
                .trucks(2000)
                .crossing(c + " s", c + " s")
                .headway(h + " s")
                .clearance(s + " s")
                .alternate(outbound + " s", inbound + " s", Direction.OUTBOUND, "always")
                .cargo(cargo("a").backlog(20_000));
        Case run = new Case(1, world);
        for (int cycle = 2; cycle < 20; cycle++) {
            long begin = cycle * Texts.span(outbound + inbound + " s");
            long turn = begin + Texts.span(outbound + " s");
            long end = begin + Texts.span(outbound + inbound + " s");
            double lost = c + s - h / 2.0;
            assertThat((double) entries(run, TripTime.OUTBOUND_ENTER, begin, turn))
                    .isCloseTo((outbound - Math.max(0, lost)) / h, within(1.0));
            assertThat((double) entries(run, TripTime.RETURN_ENTER, turn, end))
                    .isCloseTo((inbound - Math.max(0, lost)) / h, within(1.0));
            assertThat(entries(run, TripTime.RETURN_ENTER, begin, turn)).isZero();
        }
    }

    private static int entries(Case run, TripTime enter, long from, long to) {
        int count = 0;
        for (int i = 0; i < run.trips.size(); i++) {
            long time = run.time(i, enter);
            count += time >= from && time < to ? 1 : 0;
        }
        return count;
    }

    /**
     * Even flows both ways: import with one server that is always busy sends a truck every 1/lambda. Each side is served
     * until empty.
     */
    private static World evenFlows(double perHour, String headway, int buffer) {
        return world().horizon("4 d")
                .warmUp("1 d")
                .trucks(4 * buffer + 3000)
                .crossing("340 s", "340 s")
                .headway(headway)
                .clearance(headway)
                .actuated("0 s", "4 d", "always")
                .imports(World.station(1, 3600 / perHour + " s"))
                .cargo(cargo("a").trucksPerDay(24 * perHour).backlog(10.0 * buffer));
    }

    @Test
    void deterministic_flows_alternate_in_the_cycle_and_with_the_delay_of_the_fluid_limit() {
        // Cycle 2 tau / (1 - Y) and mean delay tau (1 - y) / (1 - Y); y = lambda h = 0.1 a side, Y = 0.2, tau = 340
        // s: 850 s and 382.5 s. With 3600 trucks/h and h = 0.1 s the flow is all but a fluid; two turns a cycle.
        MetricValues fluid = evenFlows(3600, "0.1 s", 1200).run().metrics();
        assertThat(2 * 86400 / fluid.value("bridge_turns_per_day")).isCloseTo(850, within(2.0));
        assertThat(60 * fluid.value("wait_outbound_min")).isCloseTo(382.5, within(1.0));
        assertThat(60 * fluid.value("wait_return_min")).isCloseTo(382.5, within(1.0));
        // 60 trucks/h and h = 6 s: some 14 trucks a green; trucks are whole, hence 2%.
        MetricValues trucks = evenFlows(60, "6 s", 60).run().metrics();
        assertThat(2 * 86400 / trucks.value("bridge_turns_per_day")).isCloseTo(850, within(17.0));
        assertThat(60 * trucks.value("wait_outbound_min")).isCloseTo(382.5, within(7.7));
        assertThat(60 * trucks.value("wait_return_min")).isCloseTo(382.5, within(7.7));
    }

    @ParameterizedTest(name = "{0} trucks/h a side, h {1} s: {2} s")
    @CsvSource({"60, 6, 383.25", "30, 30, 525.0"})
    void a_control_of_ones_own_polls_two_poisson_streams_with_the_known_mean_wait(double perHour, int h, double wait) {
        // Symmetric exhaustive polling of two queues: W = [2 lambda h^2 + tau (2 - rho)] / [2 (1 - rho)], rho = 2
        // lambda h, tau = 340 s. Return trucks come as a Poisson stream as well: each is displaced by its own uniform
        // time of up to 100 h, against cycles of a quarter of an hour. Ten replications; Student's t with 9 degrees
        // at 99.9%: 4.78, so one of the four checks fails by chance with probability 0.4% (the seed is fixed).
        Distribution displacement = Distribution.uniform(0, 360_000);
        World world = world().horizon("40 d")
                .warmUp("8 d")
                .trucks(6000)
                .crossing("340 s", "340 s")
                .headway(h + " s")
                .clearance(h + " s")
                .lanes(1)
                .control(new CyclicExhaustive(Texts.span(h + " s"), Texts.span("340 s")))
                .imports(StationConfig.timed(6000, displacement))
                .cargo(cargo("a").trucksPerDay(24 * perHour).poisson());
        var replicator = new BridgeModel(world.config()).newReplicator();
        SummaryStatistics outbound = new SummaryStatistics();
        SummaryStatistics inbound = new SummaryStatistics();
        for (int r = 1; r <= 10; r++) {
            MetricValues values = replicator.replicate(Streams.of(2024, r)).metrics();
            outbound.addValue(60 * values.value("wait_outbound_min"));
            inbound.addValue(60 * values.value("wait_return_min"));
            assertThat(values.value("wait_truck_min")).isZero();
        }

        for (SummaryStatistics waits : new SummaryStatistics[] {outbound, inbound}) {
            double error = waits.getStandardDeviation() / Math.sqrt(10);
            assertThat(waits.getMean()).isCloseTo(wait, within(4.78 * error));
            // The interval says something: it is narrower than 2% either way.
            assertThat(4.78 * error).isLessThan(0.02 * wait);
        }
    }

    // Breakdowns.

    @Test
    void breakdowns_hold_the_follower_as_often_and_as_long_as_theory_says() {
        // Pairs 50 s apart, every 1000 s. The first breaks down with p = 0.2 at U x 100 s and stands 200 s; the
        // second is held if that is within 50 s (half of the cases), from 50 s until U x 100 s + 200 s: mean hold p x
        // 1/2 x (25 + 200 - 50) = 17.5 s, mean square p x (200^3 - 150^3) / 300, sd 52.7 s. Intervals of 4 sd: one
        // false alarm in 16,000 for each.
        int pairs = 10_000;
        double p = 0.2;
        List<Long> times = new ArrayList<>();
        for (int i = 0; i < pairs; i++) {
            times.add(Texts.span(1000L * i + " s"));
            times.add(Texts.span(1000L * i + 50 + " s"));
        }
        World world = world().horizon(1000L * pairs + " s")
                .trucks(10)
                .breakdowns(p, Distribution.constant(200))
                .cargo(cargo("a").at(times));
        BridgeRun run = world.begin();
        TripTable trips = Objects.requireNonNull(run.finish().trips());
        int broken = 0;
        int held = 0;
        long hold = 0;
        for (int i = 0; i < trips.size(); i++) {
            long wait = trips.time(i, TripTime.OUTBOUND_ENTER) - trips.time(i, TripTime.OUTBOUND_QUEUED);
            long crossing = trips.time(i, TripTime.OUTBOUND_EXIT) - trips.time(i, TripTime.OUTBOUND_ENTER);
            if (i % 2 == 0) {
                assertThat(wait).isZero();
                assertThat(crossing).isIn(Texts.span("100 s"), Texts.span("300 s"));
                broken += crossing == Texts.span("300 s") ? 1 : 0;
            } else {
                held += wait > 0 ? 1 : 0;
                hold += wait;
            }
        }

        assertThat((double) broken / pairs).isCloseTo(p, within(4 * Math.sqrt(p * (1 - p) / pairs)));
        assertThat((double) held / pairs).isCloseTo(p / 2, within(4 * Math.sqrt(p / 2 * (1 - p / 2) / pairs)));
        double sd = Math.sqrt(p * (Math.pow(200, 3) - Math.pow(150, 3)) / 300 - 17.5 * 17.5);
        assertThat(hold / 1e9 / pairs).isCloseTo(17.5, within(4 * sd / Math.sqrt(pairs)));
        // All that the outbound queue waited is the breakdowns'.
        assertThat(run.truckNanos(TruckState.OUTBOUND_BREAKDOWN).longValueExact())
                .isEqualTo(hold);
    }

    @Test
    void breakdowns_take_their_share_of_a_saturated_lane() {
        // One truck on the lane at a time: a renewal every 100 s + B x R, p = 0.2, R exponential with mean 600 s:
        // mean 220 s, variance 0.2 x 2 x 600^2 - 120^2 = 129,600 s^2. In a time T: T / 220 s trucks, variance 129,600
        // T / 220^3; 4 sd.
        double seconds = 200 * 86400.0;
        World world = world().horizon("201 d")
                .warmUp("1 d")
                .trucks(300)
                .crossing("100 s", "1 s")
                .maxTrucks(1)
                .breakdowns(0.2, Distribution.exponential(600))
                .cargo(cargo("a").backlog(1_000_000));
        MetricValues values = world.run().metrics();

        assertThat(values.value("outbound_trucks_per_day") * 200)
                .isCloseTo(seconds / 220, within(4 * Math.sqrt(129_600 * seconds / Math.pow(220, 3))));
        // The lane is never without a truck.
        assertThat(values.value("bridge_occupied_outbound")).isEqualTo(1.0);
    }
}
