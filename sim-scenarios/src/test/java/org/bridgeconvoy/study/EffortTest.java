package org.bridgeconvoy.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Objects;
import java.util.OptionalLong;
import org.bridgeconvoy.scenario.Scenario;
import org.bridgeconvoy.scenario.load.ScenarioLoader;
import org.junit.jupiter.api.Test;

/** One truck crosses 1,000 m at 10 m/s and back: 200 s a trip, at most 432 trips a day and the one under way. */
class EffortTest {

    private static Scenario scenario(String... sets) {
        String text = """
                scenario: effort
                start: 2024-09-02
                horizon: 1 d
                bridge: {length: 1000 m, speed: 10 m/s, control: {alternate: {outbound: 1 h, return: 1 h}}}
                fleet: {trucks: 1}
                demand: {sand: {load: 25 t, rate: 1000000 trucks/d, arrivals: even}}
                """;
        return Objects.requireNonNull(new ScenarioLoader()
                .loadText("effort.yaml", text, List.of(sets))
                .scenario());
    }

    private static StudyOptions options(int replications, int trips) {
        return new StudyOptions(1, replications, 0, trips, false, false, false, Target.NONE);
    }

    @Test
    void it_counts_trips_that_can_be_made_and_truckloads_that_wait() {
        Effort effort = Effort.of(scenario(), options(1_000, 0));

        // 433 trips of 2 us and 999,567 truckloads of 0.2 us, 1,000 times.
        assertThat(effort.seconds()).isCloseTo(1_000 * (433 * 2e-6 + 999_567 * 2e-7), within(1e-6));
        // A day of five counts and three masses, 2 kB a replication, and 28 bytes for each that waits at the end.
        assertThat(effort.memoryBytes()).isEqualTo(1_000.0 * (2_000 + 20 + 24) + 28.0 * 999_567);
        assertThat(effort.isLarge(1)).isTrue();
        assertThat(effort.isLarge(8)).isFalse();
        assertThat(effort.text(1)).isEqualTo("about 3 min on 1 thread, 30 MB of memory and 1 MB on disk");
    }

    @Test
    void a_fleet_that_is_large_makes_a_trip_of_each_truckload() {
        Effort effort = Effort.of(scenario("fleet.trucks=100000"), options(10, 10));

        // 10 replications of 1,000,000 rows of 425 bytes.
        assertThat(effort.tables().get(0).file()).isEqualTo("trips.csv");
        assertThat(effort.tables().get(0).rows()).isEqualTo(10 * 1e6);
        assertThat(effort.diskBytes()).isCloseTo(10 * 1e6 * 425, within(1e5));
        assertThat(effort.isLarge(8)).isTrue();
        assertThat(effort.text(2)).contains("4.3 GB on disk");
    }

    @Test
    void vehicles_of_through_traffic_count_too() {
        Effort none = Effort.of(scenario(), options(1_000, 10));
        Effort effort =
                Effort.of(scenario("traffic={cars: {direction: outbound, rate: 100 vehicles/h}}"), options(1_000, 10));

        // 2,400 vehicles in each of 1,000 replications, of which ten are recorded: 28 bytes each, and rows of 100.
        assertThat(effort.seconds() - none.seconds()).isCloseTo(1_000 * 2_400 * 8e-7, within(1e-6));
        assertThat(effort.memoryBytes() - none.memoryBytes()).isCloseTo(10 * 2_400 * 28.0, within(1.0));
        assertThat(effort.diskBytes() - none.diskBytes()).isCloseTo(10 * 2_400 * 100.0, within(1.0));
    }

    @Test
    void what_cannot_fit_says_what_helps() {
        Effort days = Effort.of(scenario("horizon=3650 d", "demand.sand.rate=1 trucks/d"), options(1_000_000, 0));
        Effort trips = Effort.of(scenario("fleet.trucks=100000"), options(100, 100));

        // 1,000 replications in memory, with 3,650 days of 44 bytes; of each of the others 1 kB and 8 bytes a day.
        assertThat(days.misfit(1_000_000_000L, OptionalLong.empty()))
                .startsWith(
                        "this needs about 30 GB of memory, java takes at most 1.0 GB: record fewer trips (--trips), run"
                                + " fewer replications or a shorter horizon, or give more (CONVOY_JVM_OPTS=-Xmx46g");
        assertThat(trips.misfit(100_000_000_000L, OptionalLong.of(1_000_000_000L)))
                .isEqualTo(
                        "this writes about 43 GB, the disk has room for 1.0 GB: record fewer trips (--trips), run fewer"
                                + " replications, or write elsewhere (--out)");
        assertThat(trips.misfit(100_000_000_000L, OptionalLong.of(100_000_000_000L)))
                .isEmpty();
    }

    @Test
    void a_list_that_waits_in_one_piece_needs_no_room_for_its_truckloads() {
        Scenario scenario = Objects.requireNonNull(
                new ScenarioLoader().loadText("list.yaml", """
                        scenario: list
                        start: 2024-09-02
                        horizon: 1 d
                        bridge: {length: 1000 m, speed: 10 m/s, control: {alternate: {outbound: 1 h, return: 1 h}}}
                        fleet: {trucks: 1, payload: 1 kg}
                        consignments: |
                          time,cargo,tonnes
                          6 h,gravel,100000
                        """, List.of()).scenario());

        assertThat(Effort.of(scenario, options(1, 0)).memoryBytes()).isLessThan(10_000);
    }
}
