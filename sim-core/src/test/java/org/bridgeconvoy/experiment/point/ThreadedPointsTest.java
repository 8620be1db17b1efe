package org.bridgeconvoy.experiment.point;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.assertj.core.data.Offset;
import org.bridgeconvoy.experiment.Experiment;
import org.bridgeconvoy.experiment.Model;
import org.bridgeconvoy.experiment.ReplicationException;
import org.bridgeconvoy.experiment.Replicator;
import org.bridgeconvoy.random.Streams;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ThreadedPointsTest {
    private static final ExecutorService POOL = Executors.newFixedThreadPool(4);

    @AfterAll
    static void shutPoolDown() {
        POOL.shutdownNow();
    }

    /** A point shifts what is drawn by its number. */
    private static Model<double[]> shifted(int point) {
        return () -> streams -> new double[] {point + streams.stream("x").nextDouble(), streams.replication()};
    }

    private static List<PointTask> tasks(int points, int replications) {
        return IntStream.range(0, points)
                .mapToObj(p -> new PointTask(p, 1, replications))
                .toList();
    }

    @ParameterizedTest(name = "{0} threads")
    @ValueSource(ints = {1, 2, 3, 8})
    void gives_what_an_experiment_of_each_point_gives_in_the_order_of_the_tasks(int threads) {
        List<PointTask> tasks = new ArrayList<>(List.of(new PointTask(7, 4, 9), new PointTask(2, 1, 1)));
        tasks.addAll(tasks(7, 3));
        tasks.remove(4);

        List<double[][]> results = new ThreadedPoints(5, ThreadedPointsTest::shifted)
                .on(POOL, threads)
                .run(tasks);

        assertThat(results).hasSameSizeAs(tasks);
        for (int i = 0; i < tasks.size(); i++) {
            PointTask task = tasks.get(i);
            List<double[]> alone = new Experiment(5, 1)
                    .withReplications(task.first(), task.last())
                    .run(shifted(task.point()));
            assertThat(results.get(i)).isDeepEqualTo(alone.toArray(new double[0][]));
        }
    }

    @Test
    void points_share_their_random_numbers() {
        List<double[][]> results = new ThreadedPoints(5, ThreadedPointsTest::shifted).run(tasks(2, 20));

        for (int r = 0; r < 20; r++) {
            assertThat(results.get(1)[r][0]).isEqualTo(1 + results.get(0)[r][0], within());
        }
    }

    private static Offset<Double> within() {
        return Offset.offset(1e-15);
    }

    @Test
    void no_tasks_give_no_results() {
        assertThat(new ThreadedPoints(5, ThreadedPointsTest::shifted)
                        .on(POOL, 3)
                        .run(List.of()))
                .isEmpty();
    }

    /** One replicator of a point serves a thread that does all of it; a second one where another thread helps. */
    @ParameterizedTest(name = "{0} threads")
    @ValueSource(ints = {1, 4})
    void a_thread_reuses_the_replicator_of_a_point(int threads) {
        AtomicInteger made = new AtomicInteger();
        Set<Object> shared = ConcurrentHashMap.newKeySet();
        IntFunction<Model<double[]>> models = point -> () -> {
            made.incrementAndGet();
            Thread owner = Thread.currentThread();
            return (Replicator<double[]>) streams -> {
                if (Thread.currentThread() != owner) {
                    shared.add(owner);
                }
                return new double[0];
            };
        };

        new ThreadedPoints(5, models).on(POOL, threads).run(tasks(500, 5));

        assertThat(shared).isEmpty();
        // The last 4 x 4 shares of 2,500 / (4 x 4) and less are cut within tasks only when 80 replications are left: 16
        // tasks.
        assertThat(made.get()).isBetween(500, threads == 1 ? 500 : 500 + 16 * 4);
    }

    @Test
    void few_tasks_are_shared_out_over_all_threads() throws InterruptedException {
        Set<Thread> threads = ConcurrentHashMap.newKeySet();
        CountDownLatch all = new CountDownLatch(4);
        IntFunction<Model<double[]>> models = point -> () -> streams -> {
            if (threads.add(Thread.currentThread())) {
                all.countDown();
            }
            try {
                // Ends as soon as four threads are at work, on one task of sixteen replications.
                all.await();
            } catch (InterruptedException e) {
                throw new CancellationException();
            }
            return new double[0];
        };

        new ThreadedPoints(5, models).on(POOL, 4).run(tasks(1, 16));

        assertThat(threads).hasSize(4);
    }

    @Test
    void progress_counts_the_replications_of_all_tasks() {
        List<String> heard = new ArrayList<>();

        new ThreadedPoints(5, ThreadedPointsTest::shifted)
                .on(POOL, 4)
                .reporting((done, planned) -> heard.add(done + "/" + planned))
                .run(tasks(5, 3));

        assertThat(heard)
                .isEqualTo(IntStream.rangeClosed(1, 15).mapToObj(i -> i + "/15").toList());
    }

    @Test
    void a_sink_takes_results_task_by_task_in_order() {
        List<String> heard = new ArrayList<>();

        new PointExperiment<>(5, ThreadedPointsTest::shifted)
                .on(POOL, 4)
                .run(
                        List.of(new PointTask(3, 1, 40), new PointTask(1, 5, 60)),
                        (task, replication, row) -> heard.add(task + ":" + replication));

        List<String> expected = new ArrayList<>();
        IntStream.rangeClosed(1, 40).forEach(r -> expected.add("0:" + r));
        IntStream.rangeClosed(5, 60).forEach(r -> expected.add("1:" + r));
        assertThat(heard).isEqualTo(expected);
    }

    @ParameterizedTest(name = "{0} threads")
    @ValueSource(ints = {1, 2, 4})
    void the_failure_of_the_lowest_task_and_number_is_told(int threads) {
        IntFunction<Model<double[]>> models = point -> () -> streams -> {
            if (point >= 10 && streams.replication() >= 7) {
                throw new IllegalStateException("queue is broken");
            }
            return new double[0];
        };

        assertThatThrownBy(
                        () -> new ThreadedPoints(42, models).on(POOL, threads).run(tasks(20, 30)))
                .isInstanceOfSatisfying(PointException.class, e -> {
                    assertThat(e.point()).isEqualTo(10);
                    assertThat(e.replication()).isEqualTo(7);
                    assertThat(e.seed()).isEqualTo(42);
                })
                .hasMessage("replication 7 of point 10 failed (seed 42): queue is broken")
                .isInstanceOf(ReplicationException.class);
    }

    @Test
    void a_model_that_cannot_be_made_is_a_failure_of_its_first_replication() {
        IntFunction<Model<double[]>> models = point -> {
            if (point == 2) {
                throw new IllegalArgumentException("no trucks");
            }
            return shifted(point);
        };

        assertThatThrownBy(() -> new ThreadedPoints(1, models).run(tasks(4, 3)))
                .hasMessage("replication 1 of point 2 failed (seed 1): no trucks");
    }

    @ParameterizedTest(name = "{0} threads")
    @ValueSource(ints = {1, 3})
    void an_interrupt_ends_it_early_and_leaves_nothing_running(int threads) {
        Thread caller = Thread.currentThread();
        AtomicInteger started = new AtomicInteger();
        AtomicInteger running = new AtomicInteger();
        IntFunction<Model<double[]>> models = point -> () -> (Streams streams) -> {
            running.incrementAndGet();
            if (started.incrementAndGet() == 50) {
                caller.interrupt();
            }
            running.decrementAndGet();
            return new double[0];
        };

        assertThatThrownBy(() -> new ThreadedPoints(1, models).on(POOL, threads).run(tasks(1_000, 1_000)))
                .isInstanceOf(CancellationException.class)
                .hasMessageMatching("interrupted after \\d+ of 1000000 replications");

        assertThat(Thread.interrupted()).isTrue();
        assertThat(running).hasValue(0);
    }

    @Test
    void refuses_no_thread_and_more_replications_than_can_be_counted() {
        ThreadedPoints points = new ThreadedPoints(1, ThreadedPointsTest::shifted);
        assertThatThrownBy(() -> points.on(POOL, 0)).hasMessage("threads must be >= 1, got 0");
        List<PointTask> many = List.of(new PointTask(0, 1, Integer.MAX_VALUE), new PointTask(1, 1, Integer.MAX_VALUE));
        assertThatThrownBy(() -> new PointExperiment<>(1, ThreadedPointsTest::shifted).run(many, (t, r, row) -> {}))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("more than 2147483647 replications");
        assertThat(new PointExperiment<>(9, ThreadedPointsTest::shifted).seed()).isEqualTo(9);
    }
}
