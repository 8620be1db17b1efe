package org.bridgeconvoy.scenario.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Objects;
import org.bridgeconvoy.bridge.BridgeModel;
import org.bridgeconvoy.bridge.config.ConvoyConfig;
import org.bridgeconvoy.result.Metric;
import org.bridgeconvoy.scenario.LoadResult;
import org.junit.jupiter.api.Test;

/** What a world costs a day, by hand, and what cannot cost. Day-and-night observes four weeks, days 7 to 35, Sundays closed. */
class CostsTest {

    private static LoadResult load(String costs, String... more) {
        return new ScenarioLoader()
                .loadText(
                        "costs.yaml",
                        "extends: day-and-night\nscenario: costly\ncosts:\n" + costs + String.join("\n", more),
                        List.of());
    }

    private static double cost(String costs, String... more) {
        return Objects.requireNonNull(load(costs, more).scenario()).config().costPerDay();
    }

    @Test
    void counts_cost_by_the_piece() {
        assertThat(cost("  fleet.trucks: 90\n  destination.customs.servers: 240\n"))
                .isEqualTo(300 * 90 + 4 * 240);
    }

    @Test
    void hours_cost_by_the_open_hour() {
        // Nine hours on six days of seven; the timetable's seven hours likewise.
        assertThat(cost("  origin.customs.hours: 14\n")).isCloseTo(14 * 9 * 6 / 7.0, within(1e-9));
        assertThat(cost("  bridge.control.timetable.outbound: 7\n")).isCloseTo(7 * 7 * 6 / 7.0, within(1e-9));
    }

    @Test
    void shifts_cost_by_the_server_hour() {
        String shifts =
                "origin: {customs: {servers: null, hours: null, shifts: [{hours: \"08:00-12:00\", servers: 2}, {hours: \"10:00-18:00\", servers: 3}]}}\n";
        assertThat(cost("  origin.customs.shifts: 10\n", shifts)).isCloseTo(10 * (2 * 4 + 3 * 8), within(1e-9));
        assertThat(load("  origin.customs.servers: 10\n", shifts).problems())
                .singleElement()
                .asString()
                .isEqualTo("costs.yaml:4:3: costs: origin.customs has shifts, cost origin.customs.shifts");
    }

    @Test
    void changes_are_averaged_over_the_window() {
        // 300 trucks for one of the four weeks of the window, then 100.
        assertThat(cost("  fleet.trucks: 2\n", "changes: [{at: 14 d, set: {fleet.trucks: 100}}]\n"))
                .isCloseTo(2 * (300 * 7 + 100 * 21) / 28.0, within(1e-9));
    }

    @Test
    void the_currency_is_the_users_word_and_costs_nothing() {
        ConvoyConfig world = Objects.requireNonNull(
                        load("  currency: CNY\n  fleet.trucks: 90\n").scenario())
                .config();
        assertThat(world.costPerDay()).isEqualTo(300 * 90);
        assertThat(new BridgeModel(world, replication -> false).metrics())
                .filteredOn(metric -> metric.name().equals("cost"))
                .singleElement()
                .extracting(Metric::unit)
                .isEqualTo("CNY/d");
        assertThat(load("  currency: 5\n  fleet.trucks: 90\n").problems())
                .singleElement()
                .asString()
                .isEqualTo(
                        "costs.yaml:4:13: costs.currency must be a word of at most 20 letters or currency signs such as"
                                + " CNY, got '5'");
        assertThat(load("  currency: CNY\n").problems())
                .singleElement()
                .asString()
                .contains("must be a map from paths to costs a day");
    }

    @Test
    void without_costs_there_is_no_metric() {
        assertThat(Objects.requireNonNull(new ScenarioLoader()
                                .load("day-and-night", List.of())
                                .scenario())
                        .config()
                        .costPerDay())
                .isNaN();
    }

    @Test
    void everything_wrong_is_told_at_once() {
        assertThat(
                        load("  fleet.truck: 90\n  bridge.headway: 3\n  fleet.trucks: 90 EUR\n  origin.export.servers: 2\n  origin.return.servers: -1\n")
                                .problems())
                .map(Object::toString)
                .anySatisfy(p -> assertThat(p).contains("unknown path 'fleet.truck', did you mean 'fleet.trucks'?"))
                .anySatisfy(p -> assertThat(p).contains("bridge.headway cannot cost anything"))
                .anySatisfy(p -> assertThat(p).contains("must be a number from 0 without a currency, got '90 EUR'"))
                .anySatisfy(p -> assertThat(p).contains("unknown path 'origin.return.servers'"));
        assertThat(load("  destination.loading.servers: 90\n").problems())
                .singleElement()
                .asString()
                .contains("costs: this scenario has no destination.loading");
        assertThat(load("  origin.customs.hours.mon: 90\n").problems())
                .singleElement()
                .asString()
                .contains("cannot cost anything");
    }
}
