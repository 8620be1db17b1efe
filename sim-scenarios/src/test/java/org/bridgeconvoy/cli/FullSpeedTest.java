package org.bridgeconvoy.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.bridgeconvoy.scenario.Scenario;
import org.bridgeconvoy.scenario.ScenarioLoader;
import org.junit.jupiter.api.Test;

class FullSpeedTest {

    private static Scenario scenario(String... sets) {
        Scenario scenario =
                new ScenarioLoader().load("day-and-night", List.of(sets)).scenario();
        if (scenario == null) {
            throw new AssertionError("refused");
        }
        return scenario;
    }

    @Test
    void work_is_trucks_times_days_times_replications_of_all_scenarios() {
        Scenario ten = scenario("fleet.trucks=10", "horizon=20 d", "warm-up=5 d");
        Scenario twenty = scenario("fleet.trucks=20", "horizon=20 d", "warm-up=5 d");

        assertThat(FullSpeed.truckDays(List.of(ten, twenty), 3)).isIn((10 + 20) * 20 * 3.0, (10 + 20) * 25 * 3.0);
    }

    @Test
    void the_usual_run_stays_where_it_is() {
        assertThat(FullSpeed.truckDays(List.of(scenario()), 30)).isLessThan(FullSpeed.PAYS_FROM_TRUCK_DAYS);
    }

    @Test
    void a_jvm_that_was_not_started_by_the_launcher_runs_everything_itself() throws IOException {
        assertThat(FullSpeed.run(1e12, List.of("run", "day-and-night"))).isEmpty();
    }

    @Test
    void the_other_jvm_gets_the_same_options_and_arguments_but_both_compilers() {
        assertThat(FullSpeed.command(
                        "/jdk/bin/java",
                        List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Dconvoy.terminal=true"),
                        List.of("run", "my bridge.yaml")))
                .containsSubsequence("/jdk/bin/java", "-XX:+UseSerialGC", "-Dconvoy.terminal=true", "-cp")
                .endsWith("org.bridgeconvoy.cli.Main", "run", "my bridge.yaml")
                .contains("-Dconvoy.restarted=true")
                .doesNotContain("-XX:TieredStopAtLevel=1");
    }
}
