package org.bridgeconvoy.study.optimum;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.bridgeconvoy.experiment.input.Input;
import org.bridgeconvoy.experiment.selection.Candidate;
import org.bridgeconvoy.experiment.selection.Margin;
import org.bridgeconvoy.experiment.selection.Standing;
import org.bridgeconvoy.random.Distribution;
import org.bridgeconvoy.scenario.Scenario;
import org.bridgeconvoy.scenario.UncertainInput;
import org.bridgeconvoy.scenario.UncertainInputs;
import org.bridgeconvoy.scenario.load.OpenScenario;
import org.bridgeconvoy.scenario.load.ScenarioLoader;
import org.bridgeconvoy.study.Progress;
import org.bridgeconvoy.study.SuchThat;
import org.bridgeconvoy.study.Vary;
import org.bridgeconvoy.study.Workers;
import org.bridgeconvoy.study.point.InvalidWorldsException;
import org.bridgeconvoy.study.point.PointWorlds;
import org.bridgeconvoy.study.point.RowStore;
import org.junit.jupiter.api.Test;

/** Questions about a crossing that can be worked out by hand. */
class OptimumTest {

    /** One truck carries one load of 10 t a day; 200 t wait on the first day, and no more come. A truck costs 5, a server 3. */
    private static final OpenScenario OPEN = new ScenarioLoader().openText("small.yaml", """
            scenario: small
            start: 2024-10-14
            horizon: 10 d
            bridge: {length: 100 m, speed: 10 km/h, control: {timetable: {outbound: "08:00-12:00", return: "14:00-18:00"}}}
            fleet: {trucks: 12, payload: 10 t}
            origin: {loading: {servers: 2, time: "uniform(5 min, 10 min)", hours: "06:00-12:00"}}
            demand: {cargo: {load: 10 t, backlog: 200 t, total: 200 t}}
            costs: {fleet.trucks: 5, origin.loading.servers: 3}
            """);

    private static final Margin PERCENT = Margin.ofShare(0.01);
    /** 1,010 combinations, which are searched. */
    private static final List<String> MANY = List.of("fleet.trucks=1..101", "origin.loading.servers=1..10");

    private static final List<Wish> CHEAPEST = List.of(new Wish("cost", false));
    private static final List<Wish> SOONEST = List.of(new Wish("days_to_clear.cargo", false));

    private static Scenario base(UncertainInputs uncertain) {
        Scenario s = Objects.requireNonNull(OPEN.load(List.of()).scenario());
        return new Scenario(
                s.name(),
                s.question(),
                s.description(),
                s.config(),
                s.seed(),
                s.replications(),
                s.sources(),
                s.answers(),
                uncertain,
                s.resolvedText());
    }

    private static UncertainInputs rows(String path, String... values) {
        return new UncertainInputs(
                List.of(), List.of(path), Stream.of(values).map(List::of).toList());
    }

    /** A question of a budget of 400 replications. */
    private static Question question(List<String> varied, List<Wish> wishes, String... bounds) {
        return asked(400, PERCENT, false, varied, wishes, bounds);
    }

    private static Question asked(
            long budget, Margin tolerance, boolean inWorlds, List<String> varied, List<Wish> wishes, String... bounds) {
        return new Question(
                varied.stream().map(Vary::parse).toList(),
                wishes,
                Stream.of(bounds).map(SuchThat::parse).toList(),
                PERCENT,
                tolerance,
                0.02,
                budget,
                inWorlds);
    }

    private static Optimum optimum(Question question) {
        return optimum(UncertainInputs.NONE, question);
    }

    private static Optimum optimum(UncertainInputs uncertain, Question question) {
        return new Optimum(base(uncertain), question, new PointWorlds(OPEN, List.of()), 1);
    }

    /** Keeps everything. */
    private static final class Memory implements RowStore {
        private final Map<List<Integer>, double[]> rows = new HashMap<>();

        @Override
        public Optional<double[]> take(int point, int replication) {
            return Optional.ofNullable(rows.get(List.of(point, replication)));
        }

        @Override
        public void save(int point, int replication, double[] row) {
            rows.put(List.of(point, replication), row);
        }
    }

    private static Decision run(Optimum optimum, RowStore store) {
        try (Workers workers = Workers.of(1)) {
            return optimum.run(workers, store, Progress.NONE);
        }
    }

    private static void refused(ThrowingCallable made, String message) {
        assertThatThrownBy(made).isInstanceOf(IllegalArgumentException.class).hasMessageContaining(message);
    }

    @Test
    void a_search_has_one_goal() {
        List<Wish> two = List.of(new Wish("cost", false), new Wish("days_to_clear.cargo", false));

        refused(
                () -> optimum(question(MANY, two)),
                "a frontier of two goals needs at most 1000 combinations, got 1010: give fewer values or larger steps");
    }

    @Test
    void a_share_of_a_bound_of_0_is_no_tolerance() {
        List<String> varied = List.of("fleet.trucks=4,5");
        String bound = "delivered_t_per_day > 0";
        refused(
                () -> optimum(question(varied, CHEAPEST, bound)),
                "--such-that 'delivered_t_per_day > 0': a tolerance of 1% of a bound of 0 is none");
        optimum(question(varied, CHEAPEST, bound + " in 90% of replications"));
        optimum(question(varied, CHEAPEST, "delivered_t_per_day > 1"));
        optimum(asked(400, Margin.ofAmount(0.5), false, varied, CHEAPEST, bound));
    }

    /** 10 replications of each; in drawn worlds 20. A cost that is known needs none. */
    @Test
    void a_budget_that_is_too_small_for_a_first_look_is_refused() {
        List<String> varied = List.of("fleet.trucks=4..6");
        optimum(asked(30, PERCENT, false, varied, SOONEST));
        refused(
                () -> optimum(asked(29, PERCENT, false, varied, SOONEST)),
                "--budget 29 is too small: a first look at 3 combinations takes 30 replications");
        optimum(asked(1, PERCENT, false, varied, CHEAPEST));
        optimum(asked(1, PERCENT, false, varied, List.of(SOONEST.get(0), CHEAPEST.get(0))));

        UncertainInputs headway = rows("bridge.headway", "20 s", "40 s");
        optimum(headway, asked(60, PERCENT, true, varied, SOONEST));
        refused(
                () -> optimum(headway, asked(59, PERCENT, true, varied, SOONEST)),
                "a first look at 3 combinations takes 60 replications");
        optimum(headway, asked(1, PERCENT, true, varied, CHEAPEST));
    }

    /** Servers cost 3 each, so that a cost is not known before a world is drawn. */
    @Test
    void a_cost_that_worlds_change_is_not_known_beforehand() {
        refused(
                () -> optimum(
                        rows("origin.loading.servers", "2", "3"),
                        asked(59, PERCENT, true, List.of("fleet.trucks=4..6"), CHEAPEST)),
                "a first look at 3 combinations takes 60 replications");
    }

    /** Nothing is simulated before the worlds of 200 replications have been made. */
    @Test
    void a_drawn_world_that_is_no_scenario_is_told_at_once() {
        UncertainInputs uncertain = new UncertainInputs(
                List.of(new UncertainInput(
                        "bridge.headway",
                        Input.of("bridge.headway", Distribution.uniform(-20, 20)),
                        "s",
                        List.of(),
                        List.of(new UncertainInput.Target("bridge.headway", value -> value + " s")))),
                List.of(),
                List.of());

        assertThatThrownBy(() -> optimum(uncertain, asked(400, PERCENT, true, List.of("fleet.trucks=4,5"), SOONEST)))
                .isInstanceOf(InvalidWorldsException.class)
                .hasMessageContaining(" of 200 worlds are no valid scenarios");
    }

    /** Each value of each path beside the first values of the others; the first of all is one world. */
    @Test
    void before_a_search_each_value_is_checked() {
        PointWorlds worlds = new PointWorlds(OPEN, List.of());
        Question question = question(MANY, SOONEST);

        new Optimum(base(UncertainInputs.NONE), question, worlds, 1);

        List<List<String>> expected = Stream.concat(
                        IntStream.rangeClosed(1, 101)
                                .mapToObj(n -> List.of("fleet.trucks=" + n, "origin.loading.servers=1")),
                        IntStream.rangeClosed(2, 10)
                                .mapToObj(n -> List.of("fleet.trucks=1", "origin.loading.servers=" + n)))
                .toList();
        assertThat(IntStream.range(0, worlds.size()).mapToObj(worlds::values).toList())
                .containsExactlyInAnyOrderElementsOf(expected);
    }

    /** What is stored of the same work is not run again; a budget is other work only for a search, whose way depends on it. */
    @Test
    void other_numbers_are_other_work() {
        List<String> varied = List.of("fleet.trucks=4,5");
        Question question = question(varied, SOONEST);
        String work = optimum(question).work();

        assertThat(optimum(question).work()).isEqualTo(work);
        assertThat(optimum(asked(500, PERCENT, false, varied, SOONEST)).work()).isEqualTo(work);
        assertThat(Stream.of(
                                new Optimum(base(UncertainInputs.NONE), question, new PointWorlds(OPEN, List.of()), 2),
                                optimum(question(List.of("fleet.trucks=4,6"), SOONEST)),
                                optimum(question(varied, CHEAPEST)),
                                optimum(
                                        rows("bridge.headway", "20 s", "40 s"),
                                        asked(400, PERCENT, true, varied, SOONEST)),
                                optimum(
                                        rows("bridge.headway", "20 s", "50 s"),
                                        asked(400, PERCENT, true, varied, SOONEST)))
                        .map(Optimum::work))
                .doesNotContain(work)
                .doesNotHaveDuplicates();
        assertThat(optimum(asked(500, PERCENT, false, MANY, SOONEST)).work())
                .isNotEqualTo(optimum(question(MANY, SOONEST)).work());
    }

    /** 4 trucks clear 200 t in 5 days, 5 in 4; 1 and 2 carry 100 t or 200 t by the end of the 10 days, so that 2 just clear or do not. */
    @Test
    void a_combination_that_does_not_clear_counts_as_the_horizon() {
        Decision decision = run(optimum(question(List.of("fleet.trucks=1,4,5"), SOONEST)), RowStore.NONE);

        List<Candidate> candidates = decision.oneGoal().candidates();
        assertThat(candidates.get(0).objective().mean()).isEqualTo(10);
        assertThat(candidates.get(1).objective().mean()).isBetween(4.0, 5.0);
        assertThat(candidates.get(2).objective().mean()).isBetween(3.0, 4.0);
        assertThat(decision.oneGoal().named()).hasValue(2);
        assertThat(decision.notCleared()).containsExactly(candidates.get(0).replications(), 0, 0);
        assertThat(decision.units()).containsExactly("d");
    }

    /** A cost is known beforehand, so that most combinations that cost more than one that meets the bounds are never run. */
    @Test
    void the_cheapest_combination_meets_each_bound() {
        Memory store = new Memory();
        Optimum optimum = optimum(asked(
                3_000,
                PERCENT,
                false,
                List.of("fleet.trucks=4..40"),
                CHEAPEST,
                "days_to_clear.cargo <= 4",
                "days_to_clear.cargo <= 4 in 90% of replications",
                "delivered_t_per_day >= 19"));
        Decision decision = run(optimum, store);

        assertThat(optimum.metrics()).containsExactly("cost", "days_to_clear.cargo", "delivered_t_per_day");
        assertThat(decision.units()).containsExactly("1/d", "d", "d", "t/d");
        List<Candidate> candidates = decision.oneGoal().candidates();
        assertThat(decision.oneGoal().named()).hasValue(1);
        // 4 trucks need a day too many; 200 t in 10 days are 20 t a day.
        assertThat(candidates.get(0).standing()).isEqualTo(Standing.INFEASIBLE);
        assertThat(candidates.get(1).objective().mean()).isEqualTo(5 * 5 + 2 * 3);
        assertThat(candidates.get(1).constraints().get(0).mean()).isBetween(3.0, 4.0);
        assertThat(candidates.get(1).constraints().get(1).mean()).isEqualTo(1);
        assertThat(candidates.get(1).constraints().get(2).mean()).isCloseTo(20, within(1e-9));
        assertThat(candidates.get(36).replications()).isZero();
        assertThat(decision.replications()).isEqualTo(store.rows.size());
    }

    @Test
    void a_search_counts_its_own_replications_too() {
        Memory store = new Memory();

        Decision decision = run(optimum(asked(3_000, PERCENT, false, MANY, SOONEST)), store);

        assertThat(decision.searchReplications()).isPositive();
        assertThat(decision.replications()).isEqualTo(store.rows.size()).isGreaterThan(decision.searchReplications());
        assertThat(decision.considered()).hasSizeLessThan(1010).doesNotHaveDuplicates();
    }

    /** Cost rises and the time falls with each truck; 11 trucks, as 10, clear 200 t on the second day. */
    @Test
    void of_two_goals_in_any_order_the_cost_is_that_of_the_combination() {
        Memory store = new Memory();
        List<Wish> wishes = List.of(SOONEST.get(0), CHEAPEST.get(0));

        Decision decision = run(optimum(question(List.of("fleet.trucks=4..6"), wishes)), store);

        assertThat(decision.twoGoals().candidates())
                .extracting(member -> member.goals().get(1).mean())
                .containsExactly(26.0, 31.0, 36.0);
        assertThat(decision.twoGoals().candidates().get(0).goals().get(0).mean())
                .isBetween(4.0, 5.0);
        assertThat(decision.units()).containsExactly("d", "1/d");
        assertThat(decision.replications()).isEqualTo(store.rows.size());
    }
}
