package org.bridgeconvoy.examples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.bridgeconvoy.engine.Simulation;
import org.bridgeconvoy.experiment.Estimate;
import org.bridgeconvoy.experiment.theory.Queues;
import org.bridgeconvoy.flow.Cursor;
import org.bridgeconvoy.flow.Flow;
import org.bridgeconvoy.flow.Resource;
import org.bridgeconvoy.observe.Tally;
import org.bridgeconvoy.random.Streams;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The examples of the guide. They stand outside the library's packages, so they can use its public API only.
 *
 * <p>The files in {@code examples/} are golden: what the examples said when they were written, not an oracle. Where theory gives
 * an answer, it is held against the estimate. {@code -Dexamples.store} writes the files anew.
 */
class ExamplesTest {
    private static final Path STORED = Path.of("src", "test", "resources", "examples");
    private static final double WAIT = Queues.waitInMMc(2, 1.6, 1);

    /** Up 10 h, then down 2 h by the clock, whether in use or not; 6 parts an hour while up. */
    private static final double PARTS = 6 * 10.0 / 12;

    static Stream<Arguments> examples() {
        return Stream.of(
                Arguments.of("multi-server-queue", (Supplier<String>) MultiServerQueue::run),
                Arguments.of("ferry", (Supplier<String>) Ferry::run),
                Arguments.of("border-post", (Supplier<String>) BorderPost::run),
                Arguments.of("cyclic-exhaustive", (Supplier<String>) CyclicExhaustive::run),
                Arguments.of("cluster-scheduler", (Supplier<String>) ClusterScheduler::run),
                Arguments.of("harbour", (Supplier<String>) Harbour::run),
                Arguments.of("bridge-of-your-own", (Supplier<String>) BridgeOfYourOwn::run),
                Arguments.of("step-by-step", (Supplier<String>) StepByStep::run),
                Arguments.of("warm-up", (Supplier<String>) StatisticsRecipes::warmUp),
                Arguments.of("batch-means", (Supplier<String>) StatisticsRecipes::batchMeans),
                Arguments.of("quantiles", (Supplier<String>) StatisticsRecipes::quantiles),
                Arguments.of("quantile-interval", (Supplier<String>) StatisticsRecipes::quantileInterval),
                Arguments.of("compare", (Supplier<String>) StatisticsRecipes::commonRandomNumbers),
                Arguments.of("precision", (Supplier<String>) StatisticsRecipes::precision),
                Arguments.of("controls", (Supplier<String>) VarianceRecipes::controls),
                Arguments.of("antithetic", (Supplier<String>) VarianceRecipes::antithetic),
                Arguments.of("several", (Supplier<String>) VarianceRecipes::several),
                Arguments.of("dependent", (Supplier<String>) VarianceRecipes::dependent),
                Arguments.of("parallel", (Supplier<String>) StatisticsRecipes::parallel),
                Arguments.of("priorities", (Supplier<String>) FlowRecipes::priorities),
                Arguments.of("bank", (Supplier<String>) FlowRecipes::bankDay),
                Arguments.of("shifts", (Supplier<String>) FlowRecipes::shifts),
                Arguments.of("machine", (Supplier<String>) FlowRecipes::breakdowns),
                Arguments.of("interruptions", (Supplier<String>) WordRecipes::interruptions),
                Arguments.of("ways", (Supplier<String>) WordRecipes::ways),
                Arguments.of("course-1", (Supplier<String>) Course::events),
                Arguments.of("course-2", (Supplier<String>) Course::chance),
                Arguments.of("course-3", (Supplier<String>) Course::queue),
                Arguments.of("course-4", (Supplier<String>) Course::interval),
                Arguments.of("course-5", (Supplier<String>) Course::warmUp),
                Arguments.of("course-6", (Supplier<String>) Course::little),
                Arguments.of("course-7", (Supplier<String>) Course::load),
                Arguments.of("course-8", (Supplier<String>) Course::twoDesigns),
                Arguments.of("course-9", (Supplier<String>) CourseOnBridges::lane),
                Arguments.of("course-10", (Supplier<String>) CourseOnBridges::decision),
                Arguments.of("three-models", (Supplier<String>) ThreeModels::run),
                Arguments.of("ssj-models", (Supplier<String>) SsjModels::run),
                Arguments.of("shop-models", (Supplier<String>) ShopModels::run),
                Arguments.of("report", (Supplier<String>) WordRecipes::report),
                Arguments.of("store", (Supplier<String>) WordRecipes::store),
                Arguments.of("own-demand", (Supplier<String>) BridgeRecipes::demand),
                Arguments.of("own-stage", (Supplier<String>) BridgeRecipes::stage),
                Arguments.of("own-discipline", (Supplier<String>) BridgeRecipes::discipline),
                Arguments.of("breakdowns", (Supplier<String>) BridgeRecipes::breakdowns),
                Arguments.of("branch", (Supplier<String>) BridgeRecipes::branch),
                Arguments.of("csv", (Supplier<String>) BridgeRecipes::csv),
                Arguments.of("trace", (Supplier<String>) BridgeRecipes::trace),
                Arguments.of("side-by-side", (Supplier<String>) BridgeRecipes::sideBySide));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("examples")
    void an_example_says_what_is_stored(String name, Supplier<String> example) throws IOException {
        Path file = STORED.resolve(name + ".txt");
        String said = example.get();
        if (System.getProperty("examples.store") != null) {
            Files.writeString(file, said);
        }
        assertThat(said).isEqualTo(Files.readString(file));
    }

    /** Rounds of equal tasks; one machine alone; a driver that hands out no faster than it can. */
    @Test
    void a_cluster_takes_as_long_as_its_machines_or_its_driver() {
        double[] equal = new double[3_000];
        Arrays.fill(equal, 2);
        assertThat(ClusterScheduler.span(1_000, 0, equal)).isEqualTo(6);
        assertThat(ClusterScheduler.efficiency(1_000, 0, equal)).isEqualTo(1);
        assertThat(ClusterScheduler.span(1, 0.5, new double[] {1, 2, 3})).isCloseTo(6 + 3 * 0.5, within(1e-9));
        // The driver is busy for 3,000 times 10 ms, and the last task runs for 2 s between its two halves.
        assertThat(ClusterScheduler.span(3_000, 0.01, equal)).isBetween(30.0, 32.01);
    }

    @Test
    void the_queue_agrees_with_Erlang_C() {
        assertAgrees(MultiServerQueue.estimate(), MultiServerQueue.theory(), 0.05);
    }

    @Test
    void the_three_models_agree_with_theory() {
        assertAgrees(ThreeModels.queue(), WAIT, 0.05);
        assertAgrees(ThreeModels.bank(), shareThatGivesUp(), 0.05);
        assertAgrees(ThreeModels.machine(), PARTS, 0.05);
    }

    @Test
    void the_three_models_in_SSJ_agree_with_theory() {
        SsjModels.seed();
        assertAgrees(SsjModels.queue(), WAIT, 0.05);
        assertAgrees(SsjModels.bank(), shareThatGivesUp(), 0.05);
        assertAgrees(SsjModels.machine(), PARTS, 0.05);
    }

    /**
     * M/M/1+M with λ = μ = 1 and patience of mean 2: the throughput is μ (1 - P(empty)), so P(empty) gives up. With n inside, clients
     * leave at rate μ + (n - 1) / 2.
     */
    private static double shareThatGivesUp() {
        double empty = 1;
        double term = 1;
        for (int n = 1; n < 100; n++) {
            term /= 1 + (n - 1) * 0.5;
            empty += term;
        }
        return 1 / empty;
    }

    /** Birth and death: with k of 13 machines down, min(10, 13 - k) run and fail, and min(k, 2) are repaired. */
    @Test
    void machines_with_spares_run_as_often_as_their_chain_says() {
        double weight = 1;
        double sum = 1;
        double running = 10;
        for (int down = 1; down <= 13; down++) {
            weight *= Math.min(10, 13 - (down - 1)) / 8.0 / Math.min(down, 2);
            sum += weight;
            running += weight * Math.min(10, 13 - down);
        }
        assertAgrees(ShopModels.spares(), running / sum, 0.01);
    }

    /** Jackson (1963): each group is a queue by itself; both routes have three operations, a job of one passes two groups twice. */
    @Test
    void a_job_shop_holds_its_jobs_as_long_as_Jackson_says() {
        double jobs = 1 / 270.0;
        double lathes = Queues.waitInMMc(3, jobs, 600) + 600;
        double mills = Queues.waitInMMc(2, 1.4 * jobs, 300) + 300;
        double press = Queues.waitInMMc(1, 0.6 * jobs, 300) + 300;
        assertAgrees(ShopModels.jobs(), (lathes + 1.4 * mills + 0.6 * press) / 60, 0.05);
    }

    @Test
    void the_ferry_with_room_for_all_lets_a_car_wait_half_an_interval() {
        assertAgrees(Ferry.estimate(Integer.MAX_VALUE), 15, 0.01);
    }

    @Test
    void every_truck_at_the_border_is_counted_once() {
        for (int replication = 1; replication <= 5; replication++) {
            BorderPost.Count count = BorderPost.month(Streams.of(11, replication));
            assertThat(count.left() + count.served() + count.waiting()).isEqualTo(count.came());
            assertThat(count.left()).isGreaterThan(5_000);
        }
    }

    @Test
    void the_control_of_ones_own_agrees_with_the_polling_formula() {
        assertAgrees(CyclicExhaustive.estimate("wait_outbound_min"), CyclicExhaustive.theorySeconds(), 0.01);
        assertAgrees(CyclicExhaustive.estimate("wait_return_min"), CyclicExhaustive.theorySeconds(), 0.01);
    }

    @Test
    void ships_begin_to_cross_the_bar_at_high_water_only() {
        Harbour harbour = new Harbour();
        harbour.year(Streams.of(5, 1));
        Tally afterRise = harbour.passageAfterRiseNanos();
        assertThat(afterRise.count()).isGreaterThan(1_000);
        assertThat(afterRise.min()).isGreaterThanOrEqualTo(0);
        assertThat(afterRise.max()).isLessThan(Harbour.PASSABLE);
    }

    @Test
    void urgent_patients_wait_as_Cobham_says() {
        assertAgrees(FlowRecipes.urgent(), FlowRecipes.URGENT_WAIT, 0.05);
    }

    @Test
    void who_jockeys_is_served_at_the_other_counter() {
        Simulation sim = new Simulation();
        Resource left = new Resource("left", 1);
        Resource right = new Resource("right", 1);
        List<String> log = new ArrayList<>();
        Flow<String> visit = Flow.<String>of()
                .then(FlowRecipes.shorterOf(left, right))
                .observe((who, now) -> log.add(now + " " + who + (left.heldBy(who) == 1 ? " left" : " right")))
                .delay(who -> who.equals("A") ? 100 : 10)
                .then((s, who, done) -> {
                    (left.heldBy(who) == 1 ? left : right).release(s, done, 1);
                    done.proceed(s);
                })
                .build();
        visit.launch(sim, "A");
        visit.launch(sim, "B");
        Cursor<String> c = visit.launch(sim, "C");
        sim.schedule(4, s -> assertThat(FlowRecipes.jockey(s, c, right, left)).isFalse());
        sim.schedule(5, s -> assertThat(FlowRecipes.jockey(s, c, left, right)).isTrue());
        sim.run();
        // A is at the left counter to 100, B at the right one to 10; C goes over at 5.
        assertThat(log).containsExactly("0 A left", "0 B right", "10 C right");
        assertThat(left.statistics().gaveUpSeconds().max()).isEqualTo(5e-9);
        assertThat(right.statistics().waitSeconds().max()).isEqualTo(5e-9);
        assertThat(left.inUse() + right.inUse()).isZero();
    }

    @Test
    void a_machine_that_fails_works_its_share_of_the_time() {
        assertAgrees(FlowRecipes.working(), 0.9, 0.02);
    }

    @Test
    void every_truck_that_is_asked_for_crosses_the_bridge_of_ones_own() {
        // 110 a day are asked for; a fleet of 120 and a lane that passes more than that leave none behind in the long
        // run.
        assertAgrees(BridgeOfYourOwn.trucksPerDay(), 110, 0.02);
    }

    private static void assertAgrees(umontreal.ssj.stat.Tally values, double truth, double greatestRelativeHalfWidth) {
        double[] centerAndRadius = new double[2];
        values.confidenceIntervalStudent(0.999, centerAndRadius);
        assertThat(centerAndRadius[0]).isCloseTo(truth, within(centerAndRadius[1]));
        assertThat(centerAndRadius[1]).isLessThan(greatestRelativeHalfWidth * truth);
    }

    /** Within the 99.9% interval, which must be narrow enough to say something. The seeds are fixed. */
    private static void assertAgrees(Estimate estimate, double truth, double greatestRelativeHalfWidth) {
        double halfWidth = estimate.halfWidth(0.999);
        assertThat(estimate.mean()).isCloseTo(truth, within(halfWidth));
        assertThat(halfWidth).isLessThan(greatestRelativeHalfWidth * truth);
    }
}
