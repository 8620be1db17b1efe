package org.bridgeconvoy.verify;

import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.bridgeconvoy.bridge.config.BankConfig;
import org.bridgeconvoy.bridge.config.Breakdowns;
import org.bridgeconvoy.bridge.config.BridgeConfig;
import org.bridgeconvoy.bridge.config.Closure;
import org.bridgeconvoy.bridge.config.ConvoyConfigBuilder;
import org.bridgeconvoy.bridge.config.ConvoyRule;
import org.bridgeconvoy.bridge.config.Overrun;
import org.bridgeconvoy.bridge.config.StationConfig;
import org.bridgeconvoy.bridge.config.TruckClass;
import org.bridgeconvoy.bridge.control.Actuated;
import org.bridgeconvoy.bridge.control.Batches;
import org.bridgeconvoy.calendar.Nanos;
import org.bridgeconvoy.random.Distribution;
import org.bridgeconvoy.random.Streams;
import org.bridgeconvoy.result.Metric;
import org.bridgeconvoy.result.MetricFamily;
import org.bridgeconvoy.result.Stage;
import org.bridgeconvoy.result.TripTime;

/**
 * Rules of the bridge, one a case, on a day worked out by hand: when must a truck do what the rule decides? A crossing takes 100 s, the
 * headway is 10 s, the clearance 20 s. Times are in seconds since the start.
 */
final class RuleCases {

    private static final String GROUP = "Rules";
    private static final double HOUR = 3_600;

    private final Day.Runner runner;
    private final Streams streams;
    private final List<Check> checks = new ArrayList<>();

    private RuleCases(Day.Runner runner, long seed) {
        this.runner = runner;
        streams = Streams.of(seed, 1);
    }

    /** Runs the cases on the bridge model. */
    static List<Check> run(Lab lab) {
        return run(Day::of, lab.seed());
    }

    /** Runs the cases on any model. */
    static List<Check> run(Day.Runner runner, long seed) {
        RuleCases cases = new RuleCases(runner, seed);
        cases.massLimit();
        cases.mostTrucks();
        cases.pause();
        cases.clocks();
        cases.leastGreen();
        cases.greatestGreen();
        cases.exclusive();
        cases.departure();
        cases.closure();
        cases.repair();
        cases.breakdowns();
        cases.queue();
        return cases.checks;
    }

    private Day day(ConvoyConfigBuilder world) {
        return runner.run(world.build(), streams);
    }

    /** Compares a value with the hand calculation. The tolerance of 1e-6 covers rounding alone. */
    private void at(String name, String byHand, double expected, double got) {
        checks.add(Check.within(GROUP, name, byHand, expected, got, 1e-6));
    }

    /**
     * Three trucks of 40 t, 15 t of them tare, under a limit of 100 t: two are on the bridge until the first leaves at 100, then the third
     * enters.
     */
    private void massLimit() {
        BridgeConfig.Builder bridge = Worlds.hundredSeconds().maxMassTonnes(100);
        Day day = day(Worlds.day(3, bridge, 0, 0, 0)
                .fleet(TruckClass.of(3).withTareTonnes(15).withPayloadTonnes(25)));
        at(
                "Mass limit of 100 t, trucks of 40 t: the third enters at, s",
                "80 t on the bridge from 10 to 100",
                100,
                day.seconds(3, TripTime.OUTBOUND_ENTER));
    }

    /** Three trucks, at most two on the bridge: the third enters when the first leaves at 100. */
    private void mostTrucks() {
        Day day = day(Worlds.day(3, Worlds.hundredSeconds().maxTrucks(2), 0, 0, 0));
        at(
                "At most 2 trucks on the bridge: the third enters at, s",
                "two on the bridge from 10 to 100",
                100,
                day.seconds(3, TripTime.OUTBOUND_ENTER));
    }

    /** Loading stops for the break and goes on after it: an hour of loading from 11:30 ends at 13:30. */
    private void pause() {
        StationConfig loading = StationConfig.timed(1, Distribution.constant(HOUR))
                .withHours(Worlds.hours(8, 12, 13, 17))
                .withOverrun(Overrun.PAUSE);
        Day day = day(Worlds.day(1, Worlds.hundredSeconds(), 11.5 * HOUR)
                .origin(Worlds.bank().withHandling(loading)));
        at(
                "An hour of loading from 11:30, paused from 12:00 to 13:00: ends at, s",
                "half an hour before the break, half an hour after",
                13.5 * HOUR,
                day.seconds(1, TripTime.LOAD_END));
    }

    /** Each bank keeps its own clock: the destination's, an hour ahead, shows 08:00 when the origin's shows 07:00. */
    private void clocks() {
        StationConfig customs =
                StationConfig.timed(1, Distribution.constant(600)).withHours(Worlds.hours(8, 17));
        Day day = day(Worlds.day(1, Worlds.hundredSeconds(), 5 * HOUR)
                .destination(BankConfig.of(ZoneOffset.ofHours(1)).withCustoms(customs)));
        at(
                "Customs from 08:00 on a clock an hour ahead: begin at, s",
                "07:00 on the origin's clock",
                7 * HOUR,
                day.seconds(1, TripTime.IMPORT_START));
    }

    /**
     * The only truck leaves the bridge at 100 and waits to go back. The green of its first crossing began at 0 and lasts at least until
     * 300.
     */
    private void leastGreen() {
        Actuated control = new Actuated(300 * Nanos.SECOND, 3_600 * Nanos.SECOND);
        Day day = day(Worlds.day(1, Worlds.hundredSeconds().control(control), 0));
        at(
                "Least green of 300 s: the truck goes back at, s",
                "the lane is empty from 100, the green ends at 300",
                300,
                day.seconds(1, TripTime.RETURN_ENTER));
    }

    /**
     * Trucks enter every 10 s from 0 on; the first waits to go back from 100 on. From then the green lasts at most 150 s, to 250: 25 trucks
     * enter, the last at 240. The lane is empty at 340 and cleared at 360.
     */
    private void greatestGreen() {
        Actuated control = new Actuated(0, 150 * Nanos.SECOND);
        Day day = day(Worlds.day(40, Worlds.hundredSeconds().control(control), new double[40]));
        at(
                "Greatest green of 150 s: the first truck goes back at, s",
                "waits from 100; last entry at 240, empty at 340, cleared at 360",
                360,
                day.seconds(1, TripTime.RETURN_ENTER));
    }

    /**
     * Two exclusive convoys of three under batches of one. The first enters at 0, 10 and 20. The second is complete at 95, five seconds
     * before the first truck waits on the other side, and has the lane to itself: it enters at 95, 105 and 115. The lane is empty at 215
     * and cleared at 235.
     */
    private void exclusive() {
        BridgeConfig.Builder bridge = Worlds.hundredSeconds().control(new Batches(1, 1));
        Day day = day(Worlds.day(6, bridge, 0, 0, 0, 95, 95, 95)
                .outboundConvoys(ConvoyRule.ofSize(3).asExclusive()));
        String byHand = "the second convoy enters at 95, 105, 115; empty at 215, cleared at 235";
        at(
                "Exclusive convoys of 3: the last of the second enters at, s",
                byHand,
                115,
                day.seconds(6, TripTime.OUTBOUND_ENTER));
        at(
                "Exclusive convoys of 3: the first truck goes back at, s",
                byHand,
                235,
                day.seconds(1, TripTime.RETURN_ENTER));
    }

    /** A convoy departs at 09:00 with the trucks that have come by then; the second truck follows a headway behind the first. */
    private void departure() {
        Day day = day(Worlds.day(2, Worlds.hundredSeconds(), 0, HOUR).outboundConvoys(ConvoyRule.departing("09:00")));
        at(
                "Departure at 09:00: the second enters at, s",
                "a headway behind the first",
                9 * HOUR + 10,
                day.seconds(2, TripTime.OUTBOUND_ENTER));
    }

    /** A truck comes when a closure begins, and enters at the instant at which the closure ends. */
    private void closure() {
        BridgeConfig.Builder bridge =
                Worlds.hundredSeconds().closures(List.of(new Closure(6 * Nanos.HOUR, 7 * Nanos.HOUR)));
        Day day = day(Worlds.day(1, bridge, 6 * HOUR));
        at(
                "Bridge closed from 06:00 to 07:00: a truck of 06:00 enters at, s",
                "a closure ends at its last instant",
                7 * HOUR,
                day.seconds(1, TripTime.OUTBOUND_ENTER));
    }

    /** Every truck breaks down for 600 s: the crossing of 100 s takes 700 s. */
    private void repair() {
        BridgeConfig.Builder bridge = Worlds.hundredSeconds().breakdowns(new Breakdowns(1, Distribution.constant(600)));
        Day day = day(Worlds.day(1, bridge, 0));
        at(
                "A breakdown of 600 s on the way: leaves at, s",
                "100 s of driving and 600 s of standing",
                700,
                day.seconds(1, TripTime.OUTBOUND_EXIT));
    }

    /**
     * Sixty trucks go round on two lanes for four days: about ten thousand outbound crossings, each with a breakdown with probability 0.05.
     */
    private void breakdowns() {
        double probability = 0.05;
        BridgeConfig.Builder bridge =
                Worlds.hundredSeconds().lanes(2).breakdowns(new Breakdowns(probability, Distribution.constant(60)));
        double[] consigned = new double[10_000];
        Arrays.setAll(consigned, i -> 30 * i);
        Day day = day(Worlds.day(60, bridge, consigned).horizonNanos(4 * Nanos.DAY));
        long crossings = 0;
        for (int trip = 1; trip <= day.trips().size(); trip++) {
            crossings += Double.isNaN(day.seconds(trip, TripTime.OUTBOUND_EXIT)) ? 0 : 1;
        }
        long stopped =
                day.trips().breakdowns().stream().filter(b -> b.outbound()).count();
        // The tolerance is 3.7 standard deviations of the binomial count.
        checks.add(Check.within(
                GROUP,
                "Breakdowns with a chance of 0.05 in " + crossings + " crossings",
                "binomial(" + crossings + ", 0.05)",
                probability * crossings,
                stopped,
                3.7 * Math.sqrt(crossings * probability * (1 - probability))));
    }

    /** 101 trucks come at 0 and enter every 10 s: they wait 0, 10, …, 1,000 s, and leave the bridge 100 s after they entered. */
    private void queue() {
        Day day = day(Worlds.day(101, Worlds.hundredSeconds().lanes(2), new double[101]));
        String byHand = "waits of 0, 10, ..., 1,000 s";
        at(
                "101 trucks at once, mean wait in s",
                byHand,
                500,
                60 * day.metric(Metric.of(MetricFamily.WAIT_MIN, Stage.OUTBOUND)));
        at(
                "101 trucks at once, 95th percentile of the wait in s",
                byHand,
                950,
                60 * day.metric(Metric.of(MetricFamily.WAIT_P95_MIN, Stage.OUTBOUND)));
        at(
                "101 trucks at once, mean lead time in s",
                byHand,
                600,
                HOUR * day.metric(Metric.of(MetricFamily.LEAD_TIME_H)));
        at(
                "101 trucks at once, 95th percentile of the lead time in s",
                byHand,
                1_050,
                HOUR * day.metric(Metric.of(MetricFamily.LEAD_TIME_H_P95)));
        at(
                "101 trucks at once, mean queue",
                "50,500 s of waiting in a day",
                50_500 / 86_400.0,
                day.metric(Metric.of(MetricFamily.QUEUE, Stage.OUTBOUND)));
    }
}
