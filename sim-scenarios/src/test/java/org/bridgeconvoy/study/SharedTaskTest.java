package org.bridgeconvoy.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class SharedTaskTest {

    @Test
    void without_helpers_it_is_done_once_and_when_it_is_asked_for() throws IOException {
        AtomicInteger done = new AtomicInteger();
        SharedTask<Integer> work = Helpers.NONE.offer(done::incrementAndGet);

        assertThat(done).hasValue(0);
        assertThat(work.get()).isEqualTo(1);
        assertThat(work.get()).isEqualTo(1);
    }

    @Test
    void what_a_helper_has_done_is_not_done_again() throws IOException {
        AtomicInteger done = new AtomicInteger();
        SharedTask<Integer> work = Helpers.on(Runnable::run).offer(done::incrementAndGet);

        assertThat(done).hasValue(1);
        assertThat(work.get()).isEqualTo(1);
        assertThat(done).hasValue(1);
    }

    @Test
    void a_helper_that_comes_late_finds_nothing_to_do() throws IOException {
        List<Runnable> offered = new ArrayList<>();
        AtomicInteger done = new AtomicInteger();
        SharedTask<Integer> work = Helpers.on(offered::add).offer(done::incrementAndGet);
        assertThat(work.get()).isEqualTo(1);

        offered.forEach(Runnable::run);

        assertThat(done).hasValue(1);
    }

    @Test
    void failures_are_thrown_as_they_are_the_first_of_the_list_first() {
        for (Helpers helpers : List.of(Helpers.NONE, Helpers.on(Runnable::run))) {
            List<SharedTask<String>> works = List.of(
                    helpers.offer(() -> "fine"),
                    helpers.offer(() -> {
                        throw new IOException("disk full");
                    }),
                    helpers.offer(() -> {
                        throw new IllegalStateException("no such chart");
                    }));

            assertThatThrownBy(() -> SharedTask.all(works))
                    .isExactlyInstanceOf(IOException.class)
                    .hasMessage("disk full");
            assertThatThrownBy(() -> works.get(2).get())
                    .isExactlyInstanceOf(IllegalStateException.class)
                    .hasMessage("no such chart");
        }
    }

    @Test
    void when_all_is_over_nothing_is_under_way_even_if_something_failed() throws Exception {
        try (Workers workers = Workers.of(2)) {
            Helpers helper = workers.helpers();
            CountDownLatch begun = new CountDownLatch(1);
            CountDownLatch others = new CountDownLatch(1);
            AtomicBoolean finished = new AtomicBoolean();
            SharedTask<String> slow = helper.offer(() -> {
                begun.countDown();
                awaiting(others);
                finished.set(true);
                return "slow";
            });
            begun.await();
            SharedTask<String> failing = helper.offer(() -> {
                others.countDown();
                throw new IOException("disk full");
            });

            assertThatThrownBy(() -> SharedTask.all(List.of(slow, failing))).hasMessage("disk full");
            assertThat(finished).isTrue();
        }
    }

    private static void awaiting(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
