package org.bridgeconvoy.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.bridgeconvoy.bridge.config.BankConfig;
import org.bridgeconvoy.bridge.config.Breakdowns;
import org.bridgeconvoy.bridge.config.BridgeConfig;
import org.bridgeconvoy.bridge.config.ConvoyConfig;
import org.bridgeconvoy.bridge.config.ConvoyRule;
import org.bridgeconvoy.bridge.config.Overrun;
import org.bridgeconvoy.bridge.config.StationConfig;
import org.bridgeconvoy.bridge.control.Actuated;
import org.bridgeconvoy.result.Metric;
import org.bridgeconvoy.result.MetricFamily;
import org.bridgeconvoy.result.Stage;
import org.bridgeconvoy.result.TripTable;
import org.bridgeconvoy.result.TripTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A case that a broken model passes is worth nothing. Each rule is broken here on purpose, in the world that the model is given or in
 * what is observed of it, and its case must fail.
 */
class BrokenRulesTest {

    private static final Set<MetricFamily> WAITS = EnumSet.of(MetricFamily.WAIT_MIN, MetricFamily.WAIT_P95_MIN);

    private static UnaryOperator<ConvoyConfig> bridge(UnaryOperator<BridgeConfig.Builder> edit) {
        return world -> world.withBridge(edit.apply(world.bridge().toBuilder()).build());
    }

    private static Day.Runner inAWorldWith(UnaryOperator<ConvoyConfig> edit) {
        return (world, streams) -> Day.of(edit.apply(world), streams);
    }

    private static BankConfig withoutPause(BankConfig bank) {
        StationConfig station = bank.handling();
        return station == null ? bank : bank.withHandling(station.withOverrun(Overrun.FINISH));
    }

    private static ConvoyConfig onOneClock(ConvoyConfig world) {
        return world.withBanks(
                world.origin(),
                BankConfig.of(ZoneOffset.UTC)
                        .withHandling(world.destination().handling())
                        .withCustoms(world.destination().customs()));
    }

    private static ConvoyConfig withoutLeastGreen(ConvoyConfig world) {
        return world.bridge().control() instanceof Actuated rule
                ? world.withBridge(world.bridge().withControl(new Actuated(0, rule.maxGreenNanos(), rule.hours())))
                : world;
    }

    private static ConvoyConfig withTwiceTheBreakdowns(ConvoyConfig world) {
        Breakdowns rule = world.bridge().breakdowns();
        return rule == null || rule.probability() > 0.5
                ? world
                : bridge(b -> b.breakdowns(new Breakdowns(2 * rule.probability(), rule.repairSeconds())))
                        .apply(world);
    }

    private static ConvoyConfig sharedByConvoys(ConvoyConfig world) {
        ConvoyRule rule = world.outboundConvoys();
        return rule == null
                ? world
                : world.withConvoys(
                        new ConvoyRule(rule.size(), rule.maxWaitNanos(), rule.departures(), false),
                        world.returnConvoys());
    }

    /** A run of the model as it is, observed wrongly. */
    private record Misread(Day day, UnaryOperator<Day> wrong) implements Day {

        @Override
        public TripTable trips() {
            return day.trips();
        }

        @Override
        public double metric(Metric metric) {
            if (!WAITS.contains(metric.family()) || !metric.stage().equals(Optional.of(Stage.OUTBOUND))) {
                return day.metric(metric);
            }
            return wrong.apply(day).metric(metric);
        }
    }

    private record Measured(Day day, double factor, double percentile) implements Day {

        @Override
        public TripTable trips() {
            return day.trips();
        }

        @Override
        public double metric(Metric metric) {
            if (!metric.isPercentile() || percentile == 0.95) {
                return factor * day.metric(metric);
            }
            double[] waits = new double[trips().size()];
            Arrays.setAll(
                    waits, i -> seconds(i + 1, TripTime.OUTBOUND_ENTER) - seconds(i + 1, TripTime.OUTBOUND_QUEUED));
            Arrays.sort(waits);
            return waits[(int) Math.round(percentile * (waits.length - 1))] / 60;
        }
    }

    private static Day.Runner observed(double factor, double percentile) {
        return (world, streams) -> new Misread(Day.of(world, streams), day -> new Measured(day, factor, percentile));
    }

    static Stream<Arguments> changes() {
        String three = "Exclusive convoys of 3: ";
        String crowd = "101 trucks at once, ";
        return Stream.of(
                Arguments.of(
                        "the mass limit is not kept",
                        inAWorldWith(bridge(b -> b.maxMassTonnes(Double.POSITIVE_INFINITY))),
                        List.of("Mass limit of 100 t, trucks of 40 t: the third enters at, s")),
                Arguments.of(
                        "one truck more than max-trucks",
                        inAWorldWith(world -> world.bridge().maxTrucks() == Integer.MAX_VALUE
                                ? world
                                : bridge(b -> b.maxTrucks(world.bridge().maxTrucks() + 1))
                                        .apply(world)),
                        List.of("At most 2 trucks on the bridge: the third enters at, s")),
                Arguments.of(
                        "overrun: pause is ignored",
                        inAWorldWith(world -> world.withBanks(withoutPause(world.origin()), world.destination())),
                        List.of("An hour of loading from 11:30, paused from 12:00 to 13:00: ends at, s")),
                Arguments.of(
                        "the second clock is ignored",
                        inAWorldWith(BrokenRulesTest::onOneClock),
                        List.of("Customs from 08:00 on a clock an hour ahead: begin at, s")),
                Arguments.of(
                        "min-green is ignored",
                        inAWorldWith(BrokenRulesTest::withoutLeastGreen),
                        List.of("Least green of 300 s: the truck goes back at, s")),
                Arguments.of(
                        "breakdowns are twice as likely",
                        inAWorldWith(BrokenRulesTest::withTwiceTheBreakdowns),
                        List.of("Breakdowns with a chance of 0.05")),
                Arguments.of(
                        "p95 is taken as p90", observed(1, 0.9), List.of(crowd + "95th percentile of the wait in s")),
                Arguments.of(
                        "waits are 1% long",
                        observed(1.01, 0.95),
                        List.of(crowd + "mean wait in s", crowd + "95th percentile of the wait in s")),
                Arguments.of(
                        "exclusive is ignored",
                        inAWorldWith(BrokenRulesTest::sharedByConvoys),
                        List.of(
                                three + "the last of the second enters at, s",
                                three + "the first truck goes back at, s")));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("changes")
    void a_case_fails_when_its_rule_is_broken(String change, Day.Runner broken, List<String> failing) {
        List<String> failed = RuleCases.run(broken, 1).stream()
                .filter(check -> !check.passed())
                .map(Check::name)
                .toList();
        assertThat(failed).hasSameSizeAs(failing);
        for (int i = 0; i < failing.size(); i++) {
            assertThat(failed.get(i)).startsWith(failing.get(i));
        }
    }

    @Test
    void all_cases_pass_when_no_rule_is_broken() {
        assertThat(RuleCases.run(Day::of, 1)).allMatch(Check::passed);
    }
}
