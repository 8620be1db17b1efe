package org.bridgeconvoy.experiment;

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
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.bridgeconvoy.engine.Event;
import org.bridgeconvoy.engine.Simulation;
import org.bridgeconvoy.random.RandomStream;
import org.bridgeconvoy.random.Streams;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ExperimentTest {
    private static final ExecutorService POOL = Executors.newFixedThreadPool(4);

    @AfterAll
    static void shutPoolDown() {
        POOL.shutdownNow();
    }

    /** The sum of a few draws; every fourth takes a hundred times as long, so that replications end out of order. */
    private static double sumOfDraws(Streams streams) {
        if (streams.replication() % 4 == 0) {
            sum(streams.stream("pause"), 10_000);
        }
        return sum(streams.stream("draws"), 100);
    }

    private static double sum(RandomStream stream, int draws) {
        double sum = 0;
        for (int i = 0; i < draws; i++) {
            sum += stream.nextExponential();
        }
        return sum;
    }

    private static final Model<Double> MODEL = () -> ExperimentTest::sumOfDraws;

    @Test
    void one_line_estimates_a_lambda() {
        Estimate mean = new Experiment(7, 30).estimate(ExperimentTest::sumOfDraws);
        assertThat(mean.n()).isEqualTo(30);
        // Mean 100, sd 10 of one replication: 6 standard errors.
        assertThat(mean.mean()).isBetween(100 - 6 * 10 / Math.sqrt(30), 100 + 6 * 10 / Math.sqrt(30));
    }

    @ParameterizedTest(name = "{0} threads")
    @ValueSource(ints = {1, 2, 3, 4, 8, 100})
    void results_come_in_order_and_are_the_same_with_any_number_of_threads(int threads) {
        List<Double> alone = new Experiment(3, 200).run(MODEL);
        assertThat(new Experiment(3, 200).on(POOL, threads).run(MODEL)).isEqualTo(alone);
    }

    @Test
    void replication_r_is_the_same_alone() {
        List<Double> all = new Experiment(3, 20).run(MODEL);
        for (int r = 1; r <= 20; r++) {
            Experiment only = new Experiment(3, 20).withReplications(r, r);
            assertThat(only.run(MODEL)).containsExactly(all.get(r - 1));
            assertThat(only.replications()).isEqualTo(1);
        }
        assertThat(new Experiment(3, 20).withReplications(5, 8).on(POOL, 3).run(MODEL))
                .isEqualTo(all.subList(4, 8));
    }

    @Test
    void each_thread_has_a_replicator_of_its_own() {
        Set<Object> replicators = ConcurrentHashMap.newKeySet();
        Model<Boolean> model = () -> new Replicator<>() {
            private final Set<Thread> users = ConcurrentHashMap.newKeySet();

            @Override
            public Boolean replicate(Streams streams) {
                replicators.add(this);
                users.add(Thread.currentThread());
                return users.size() == 1;
            }
        };
        assertThat(new Experiment(1, 500).on(POOL, 4).run(model)).containsOnly(true);
        assertThat(replicators).hasSizeBetween(1, 4);
    }

    @Test
    void sink_takes_results_one_by_one_in_order_while_others_run() {
        List<Integer> order = new ArrayList<>();
        new Experiment(3, 300).on(POOL, 4).run(MODEL, (replication, result) -> order.add(replication));
        assertThat(order).isEqualTo(IntStream.rangeClosed(1, 300).boxed().toList());
    }

    @Test
    void progress_counts_every_replication_once() {
        List<String> heard = new ArrayList<>();
        new Experiment(3, 40)
                .on(POOL, 4)
                .reporting((done, planned) -> heard.add(done + "/" + planned))
                .run(MODEL);
        assertThat(heard)
                .isEqualTo(IntStream.rangeClosed(1, 40).mapToObj(i -> i + "/40").toList());
    }

    @ParameterizedTest(name = "{0} threads")
    @ValueSource(ints = {1, 2, 4})
    void the_failure_of_the_lowest_number_is_told_with_number_and_seed(int threads) {
        Model<Integer> model = () -> streams -> {
            if (streams.replication() % 7 == 0) {
                throw new IllegalStateException("queue is broken");
            }
            return streams.replication();
        };
        List<Integer> taken = new ArrayList<>();
        Experiment experiment = new Experiment(42, 100).on(POOL, threads);
        assertThatThrownBy(() -> experiment.run(model, (replication, result) -> taken.add(result)))
                .isInstanceOfSatisfying(ReplicationException.class, e -> {
                    assertThat(e.replication()).isEqualTo(7);
                    assertThat(e.seed()).isEqualTo(42);
                })
                .hasMessage("replication 7 failed (seed 42): queue is broken")
                .hasRootCauseInstanceOf(IllegalStateException.class);
        assertThat(taken).containsExactly(1, 2, 3, 4, 5, 6);
    }

    @Test
    void an_error_and_a_failing_sink_are_failures_of_their_replication() {
        Model<Integer> deep = () -> streams -> {
            throw new StackOverflowError();
        };
        assertThatThrownBy(() -> new Experiment(1, 3).run(deep))
                .isInstanceOf(ReplicationException.class)
                .hasMessage("replication 1 failed (seed 1): StackOverflowError");
        assertThatThrownBy(() -> new Experiment(1, 30).on(POOL, 3).run(MODEL, (replication, result) -> {
                    if (replication == 4) {
                        throw new IllegalStateException("disk full");
                    }
                }))
                .hasMessage("replication 4 failed (seed 1): disk full");
        Model<Integer> unbuildable = () -> {
            throw new IllegalArgumentException("no trucks");
        };
        assertThatThrownBy(() -> new Experiment(1, 3).run(unbuildable))
                .hasMessage("replication 1 failed (seed 1): no trucks");
    }

    @Test
    void an_executor_that_does_nothing_or_refuses_only_makes_it_slower() {
        List<Double> expected = new Experiment(3, 20).run(MODEL);
        assertThat(new Experiment(3, 20).on(task -> {}, 4).run(MODEL)).isEqualTo(expected);
        assertThat(new Experiment(3, 20)
                        .on(
                                task -> {
                                    throw new RejectedExecutionException("full");
                                },
                                4)
                        .run(MODEL))
                .isEqualTo(expected);
        assertThat(new Experiment(3, 20).on(Runnable::run, 4).run(MODEL)).isEqualTo(expected);
    }

    @Test
    void experiments_inside_a_task_of_the_same_pool_do_not_block_each_other() {
        List<Double> expected = new Experiment(3, 10).run(MODEL);
        Model<List<Double>> outer =
                () -> streams -> new Experiment(3, 10).on(POOL, 4).run(MODEL);
        assertThat(new Experiment(1, 20).on(POOL, 4).run(outer)).allMatch(expected::equals);
    }

    @ParameterizedTest(name = "{0} threads")
    @ValueSource(ints = {1, 3})
    void an_interrupt_ends_the_experiment_early_and_leaves_nothing_running(int threads) {
        AtomicInteger running = new AtomicInteger();
        AtomicInteger started = new AtomicInteger();
        Thread caller = Thread.currentThread();
        CountDownLatch interrupted = new CountDownLatch(1);
        Model<Integer> model = () -> streams -> {
            running.incrementAndGet();
            if (started.incrementAndGet() == 5) {
                caller.interrupt();
                interrupted.countDown();
            }
            running.decrementAndGet();
            return 0;
        };
        List<Integer> taken = new ArrayList<>();
        Experiment experiment = new Experiment(1, 1_000_000).on(POOL, threads);
        assertThatThrownBy(() -> experiment.run(model, (replication, result) -> taken.add(replication)))
                .isInstanceOf(CancellationException.class)
                .hasMessageMatching("interrupted after \\d+ of 1000000 replications");
        assertThat(Thread.interrupted()).isTrue();
        assertThat(interrupted.getCount()).isZero();
        assertThat(running).hasValue(0);
        assertThat(taken)
                .isEqualTo(IntStream.rangeClosed(1, taken.size()).boxed().toList());
    }

    /** Replications without an end: each fires events for ever; the fifth that begins interrupts the caller. */
    @ParameterizedTest(name = "{0} threads")
    @ValueSource(ints = {1, 3})
    void an_interrupt_ends_replications_that_never_end(int threads) {
        Thread caller = Thread.currentThread();
        AtomicInteger started = new AtomicInteger();
        Model<Integer> model = () -> streams -> {
            if (started.incrementAndGet() == threads) {
                caller.interrupt();
            }
            return endless();
        };
        assertThatThrownBy(() -> new Experiment(1, 10).on(POOL, threads).run(model))
                .isInstanceOf(CancellationException.class)
                .hasMessage("interrupted after 0 of 10 replications");
        assertThat(Thread.interrupted()).isTrue();
        // The pool's threads are handed back as they came.
        assertThat(new Experiment(3, 40)
                        .on(POOL, threads)
                        .run(() -> streams -> Thread.currentThread().isInterrupted()))
                .containsOnly(false);
    }

    private static int endless() {
        Simulation sim = new Simulation();
        sim.schedule(0, new Event() {
            @Override
            public void fire(Simulation s) {
                s.schedule(1, this);
            }
        });
        sim.run();
        return 0;
    }

    @Test
    void a_replication_that_sleeps_as_others_are_interrupted_is_no_failure() {
        Thread caller = Thread.currentThread();
        CountDownLatch asleep = new CountDownLatch(1);
        Model<Integer> model = () -> streams -> {
            try {
                if (Thread.currentThread() == caller) {
                    asleep.await();
                    caller.interrupt();
                    return endless();
                }
                asleep.countDown();
                Thread.sleep(1_000_000);
                return 0;
            } catch (InterruptedException e) {
                throw new IllegalStateException("woken", e);
            }
        };
        assertThatThrownBy(() -> new Experiment(1, 10).on(POOL, 2).run(model))
                .isInstanceOf(CancellationException.class);
        assertThat(Thread.interrupted()).isTrue();
    }

    @Test
    void a_pool_shut_down_ends_the_experiment() {
        ExecutorService pool = Executors.newFixedThreadPool(1);
        AtomicInteger started = new AtomicInteger();
        Model<Integer> model = () -> streams -> {
            if (started.incrementAndGet() == 2) {
                pool.shutdownNow();
            }
            return endless();
        };
        assertThatThrownBy(() -> new Experiment(1, 10).on(pool, 2).run(model))
                .isInstanceOf(CancellationException.class);
        assertThat(Thread.interrupted()).as("nobody interrupted the caller").isFalse();
    }

    @Test
    void a_cancellation_of_the_model_itself_is_a_failure() {
        Model<Integer> model = () -> streams -> {
            throw new CancellationException("no ferry today");
        };
        assertThatThrownBy(() -> new Experiment(1, 3).run(model))
                .isInstanceOf(ReplicationException.class)
                .hasMessage("replication 1 failed (seed 1): no ferry today");
    }

    @Test
    void a_thread_interrupted_before_runs_nothing() {
        Thread.currentThread().interrupt();
        assertThatThrownBy(() -> new Experiment(1, 10).run(MODEL))
                .isInstanceOf(CancellationException.class)
                .hasMessage("interrupted after 0 of 10 replications");
        assertThat(Thread.interrupted()).isTrue();
    }

    @Test
    void numbers_out_of_range_are_refused() {
        assertThatThrownBy(() -> new Experiment(1, 0)).hasMessage("replications must be >= 1, got 0");
        assertThatThrownBy(() -> new Experiment(1, 10).on(POOL, 0)).hasMessage("threads must be >= 1, got 0");
        assertThatThrownBy(() -> new Experiment(1, 10).withReplications(0, 5))
                .hasMessage("1 <= first <= last is needed, got 0 to 5");
        assertThatThrownBy(() -> new Experiment(1, 10).withReplications(6, 5))
                .hasMessage("1 <= first <= last is needed, got 6 to 5");
        assertThat(new Experiment(9, 10).seed()).isEqualTo(9);
    }
}
