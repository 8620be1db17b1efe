package org.bridgeconvoy.study;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.bridgeconvoy.experiment.selection.Margin;
import org.bridgeconvoy.scenario.Scenario;
import org.bridgeconvoy.scenario.load.ScenarioLoader;
import org.bridgeconvoy.study.optimum.Optimum;
import org.bridgeconvoy.study.optimum.Question;
import org.bridgeconvoy.study.optimum.Wish;
import org.bridgeconvoy.study.point.PointWorlds;
import org.bridgeconvoy.study.point.RowStore;
import org.junit.jupiter.api.Test;

/** What is heard of the work while it goes on: each phase counts for itself, and its plan does not grow. */
class ProgressTest {

    /** What was heard of a phase, in the order of the calls. */
    private record Heard(Progress.Phase phase, List<Long> done, List<Long> planned) {

        long lastDone() {
            return done.get(done.size() - 1);
        }

        long lastPlanned() {
            return planned.get(planned.size() - 1);
        }
    }

    private final List<Heard> heard = new ArrayList<>();

    private synchronized void hear(Progress.Phase phase, long done, long planned) {
        if (heard.isEmpty() || !heard.get(heard.size() - 1).phase().equals(phase)) {
            heard.add(new Heard(phase, new ArrayList<>(), new ArrayList<>()));
        }
        heard.get(heard.size() - 1).done().add(done);
        heard.get(heard.size() - 1).planned().add(planned);
    }

    private static Scenario load(String name, String... sets) {
        List<String> all = new ArrayList<>(List.of("horizon=10 d", "warm-up=3 d"));
        all.addAll(List.of(sets));
        return Objects.requireNonNull(new ScenarioLoader().load(name, all).scenario());
    }

    private void run(Scenario scenario, StudyOptions options) {
        try (Workers workers = Workers.of(2)) {
            Study.run(scenario, options, workers, this::hear);
        }
    }

    private List<String> names() {
        return heard.stream().map(h -> h.phase().name()).toList();
    }

    private void assertThatEachPhaseIsDoneAndNoPlanGrows() {
        assertThat(heard).allSatisfy(phase -> {
            assertThat(phase.done()).isSorted();
            assertThat(phase.planned().stream().map(p -> -p).toList()).isSorted();
            if (phase.phase().atMost()) {
                assertThat(phase.lastDone()).isLessThanOrEqualTo(phase.lastPlanned());
            } else {
                assertThat(phase.lastDone()).isEqualTo(phase.lastPlanned());
            }
        });
        assertThat(heard).extracting(h -> h.phase().number()).isSorted().doesNotHaveDuplicates();
        assertThat(heard.stream().map(h -> h.phase().of()).distinct()).hasSize(1);
    }

    @Test
    void a_run_tells_of_replications_what_limits_and_the_lane_each_with_a_count_of_its_own() {
        run(load("day-and-night", "fleet.trucks=30"), StudyOptions.of(1, 8));

        assertThat(names()).containsExactly("replications", "what limits", "saturated lane");
        assertThat(heard).extracting(h -> h.phase().number()).containsExactly(1, 3, 4);
        assertThat(heard).extracting(h -> h.phase().of()).containsOnly(4);
        assertThat(heard.get(0).planned()).containsOnly(8L);
        assertThatEachPhaseIsDoneAndNoPlanGrows();
    }

    @Test
    void replications_that_judge_the_intervals_are_a_phase() {
        run(load("day-and-night"), new StudyOptions(1, 10, 0, 0, false, false, true, Target.NONE));

        assertThat(names()).containsExactly("replications", "sureness");
        assertThat(heard.get(1).planned()).containsOnly(60L);
        assertThatEachPhaseIsDoneAndNoPlanGrows();
    }

    @Test
    void answers_are_a_phase_where_variants_are_run() {
        Scenario scenario = Objects.requireNonNull(
                new ScenarioLoader().load("bridge-repair", List.of()).scenario());

        run(scenario, new StudyOptions(1, 2, 0, 0, false, true, false, Target.NONE));

        assertThat(names()).containsExactly("replications", "answers");
        assertThat(heard.get(1).lastPlanned()).isEqualTo(Answers.work(scenario, 2));
        assertThatEachPhaseIsDoneAndNoPlanGrows();
    }

    @Test
    void replications_until_something_is_precise_are_one_phase_of_at_most_so_many() {
        run(
                load("day-and-night"),
                new StudyOptions(1, 30, 0, 0, false, false, false, new Target("delivered_t_per_day", 0.002)));

        assertThat(names()).containsExactly("replications");
        assertThat(heard.get(0).phase().atMost()).isTrue();
        assertThat(heard.get(0).planned()).containsOnly(2000L);
        assertThat(heard.get(0).lastDone()).isGreaterThan(30);
        assertThatEachPhaseIsDoneAndNoPlanGrows();
    }

    @Test
    void a_comparison_counts_each_scenario() {
        try (Workers workers = Workers.of(2)) {
            CompareScenarios.run(
                    List.of("one", "two"),
                    List.of(load("day-and-night"), load("new-bridge")),
                    StudyOptions.of(1, 3),
                    workers,
                    this::hear);
        }

        assertThat(heard)
                .extracting(Heard::phase)
                .containsExactly(
                        new Progress.Phase("replications of one", 1, 2),
                        new Progress.Phase("replications of two", 2, 2));
        assertThatEachPhaseIsDoneAndNoPlanGrows();
    }

    private void sweep(Target target, PointStore store) {
        Vary vary = Vary.parse("fleet.trucks=60,80,100");
        List<Scenario> scenarios = vary.values().stream()
                .map(v -> load("day-and-night", "fleet.trucks=" + v))
                .toList();
        try (Workers workers = Workers.of(2)) {
            Sweep.run(List.of(vary), scenarios, 1, 4, target, SweepView.USUAL, workers, store, this::hear);
        }
    }

    @Test
    void a_sweep_counts_all_its_points_together() {
        sweep(Target.NONE, PointStore.NONE);

        assertThat(names()).containsExactly("sweep of 3 points");
        assertThat(heard.get(0).planned()).containsOnly(12L);
        assertThatEachPhaseIsDoneAndNoPlanGrows();
    }

    @Test
    void a_sweep_until_something_is_precise_counts_each_point() {
        sweep(new Target("delivered_t_per_day", 0.1), PointStore.NONE);

        assertThat(names()).containsExactly("point 1", "point 2", "point 3");
        assertThat(heard).allMatch(h -> h.phase().atMost());
        assertThat(heard).extracting(h -> h.phase().of()).containsOnly(3);
        assertThatEachPhaseIsDoneAndNoPlanGrows();
    }

    private void optimise(long budget, List<Wish> wishes, String... varied) {
        List<String> sets = List.of("horizon=3 d", "warm-up=1 d");
        ScenarioLoader loader = new ScenarioLoader();
        Question question = new Question(
                Stream.of(varied).map(Vary::parse).toList(),
                wishes,
                List.of(SuchThat.parse("outbound_trucks_per_day <= 90")),
                Margin.ofShare(0.01),
                Margin.ofShare(0.01),
                0.02,
                budget,
                false);
        try (Workers workers = Workers.of(2)) {
            new Optimum(
                            Objects.requireNonNull(
                                    loader.load("day-and-night", sets).scenario()),
                            question,
                            new PointWorlds(loader.open("day-and-night"), sets),
                            1)
                    .run(workers, RowStore.NONE, this::hear);
        }
    }

    private void assertThatAnOptimumIsOnePhaseOfAtMost(long budget) {
        assertThat(heard).extracting(Heard::phase).containsExactly(new Progress.Phase("optimum", 1, 1, true));
        assertThat(heard.get(0).planned()).containsOnly(budget);
        assertThat(heard.get(0).lastDone()).isPositive();
        assertThatEachPhaseIsDoneAndNoPlanGrows();
    }

    @Test
    void an_optimum_among_all_combinations_counts_within_its_budget() {
        optimise(300, List.of(new Wish("delivered_t_per_day", true)), "fleet.trucks=40..120/20");

        assertThatAnOptimumIsOnePhaseOfAtMost(300);
    }

    @Test
    void a_frontier_of_two_goals_counts_within_its_budget() {
        optimise(
                200,
                List.of(new Wish("delivered_t_per_day", true), new Wish("cycle_time_h", false)),
                "fleet.trucks=40..120/20");

        assertThatAnOptimumIsOnePhaseOfAtMost(200);
    }

    @Test
    void a_search_and_the_selection_after_it_count_together_within_their_budget() {
        // 3 x 401 combinations are more than are all considered.
        optimise(
                400,
                List.of(new Wish("delivered_t_per_day", true)),
                "destination.customs.servers=2..4",
                "fleet.trucks=20..420");

        assertThatAnOptimumIsOnePhaseOfAtMost(400);
    }
}
