package org.bridgeconvoy.experiment.theory;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.PriorityQueue;
import java.util.function.BiFunction;
import org.bridgeconvoy.experiment.Goal;
import org.bridgeconvoy.experiment.point.PointRunner;
import org.bridgeconvoy.experiment.point.PointTask;
import org.bridgeconvoy.experiment.selection.Constraint;
import org.bridgeconvoy.experiment.selection.Ending;
import org.bridgeconvoy.experiment.selection.Feasibility;
import org.bridgeconvoy.experiment.selection.Margin;
import org.bridgeconvoy.experiment.selection.Objective;
import org.bridgeconvoy.experiment.selection.Promise;
import org.bridgeconvoy.experiment.selection.Relation;
import org.bridgeconvoy.experiment.selection.Selected;
import org.bridgeconvoy.experiment.selection.Selection;
import org.bridgeconvoy.experiment.selection.Standing;
import org.bridgeconvoy.random.RandomStream;
import org.bridgeconvoy.random.Streams;
import org.junit.jupiter.api.Test;

/** Selections among simulated queues whose best is known from formulas. */
class KnownOptimaTest {

    private static final long BUDGET = 1_000_000;

    /** By Erlang's C formula, at 4 arrivals a minute and a mean service of 1 min: 0.554 min with 5 servers, 0.142 with 6, 0.045 with 7. */
    @Test
    void fewest_servers_of_a_queue_with_a_short_mean_wait() {
        double bound = 0.2;
        int most = 12;
        double[] servers = new double[most - 4];
        for (int i = 0; i < servers.length; i++) {
            servers[i] = 5 + i;
        }
        PointRunner runner = runner(11, (point, streams) -> new double[] {meanWait(5 + point, streams)});
        Selected selected = new Selection(
                        new Objective(0, Goal.MINIMUM, Margin.ofShare(0.01)),
                        List.of(Constraint.ofMean(0, Relation.AT_MOST, bound, Margin.ofShare(0.01))))
                .knowing(servers)
                .run(servers.length, runner, Promise.of(servers.length, BUDGET));
        assertThat(Queues.waitInMMc(5, 4, 1)).isGreaterThan(bound);
        assertThat(Queues.waitInMMc(6, 4, 1)).isLessThan(bound);
        assertThat(selected.ending()).isEqualTo(Ending.DECIDED);
        assertThat(selected.named()).hasValue(1);
        assertThat(selected.candidates().get(0).standing()).isEqualTo(Standing.INFEASIBLE);
        assertThat(selected.candidates().get(0).feasible()).containsExactly(Feasibility.NOT_MET);
        assertThat(selected.steps())
                .last()
                .satisfies(step -> assertThat(step.replications()).isEqualTo(selected.replications()));
    }

    /** Ten machines, each fails once in 10 h of running and takes a crew 4 h; a machine that is down costs 30 an hour, a crew 12. */
    @Test
    void cheapest_number_of_repair_crews() {
        int most = 10;
        double[] exact = new double[most];
        int best = 0;
        for (int i = 0; i < most; i++) {
            exact[i] = 12 * (i + 1) + 30 * Queues.machinesDown(10, 0.1, 0.25, i + 1);
            best = exact[i] < exact[best] ? i : best;
        }
        PointRunner runner =
                runner(5, (point, streams) -> new double[] {12 * (point + 1) + 30 * machinesDown(point + 1, streams)});
        Selected selected = new Selection(new Objective(0, Goal.MINIMUM, Margin.ofShare(0.01)), List.of())
                .run(most, runner, Promise.of(most, BUDGET));
        assertThat(selected.ending()).isEqualTo(Ending.DECIDED);
        assertThat(exact[selected.named().orElseThrow()]).isLessThanOrEqualTo(1.01 * exact[best]);
        assertThat(selected.gap()).isLessThanOrEqualTo(selected.indifference());
        assertThat(selected.replications())
                .isEqualTo(selected.candidates().stream()
                        .mapToLong(c -> c.replications())
                        .sum());
    }

    private static PointRunner runner(long seed, BiFunction<Integer, Streams, double[]> model) {
        return tasks -> {
            List<double[][]> results = new ArrayList<>();
            for (PointTask task : tasks) {
                double[][] rows = new double[task.replications()][];
                for (int r = 0; r < rows.length; r++) {
                    rows[r] = model.apply(task.point(), Streams.of(seed, task.first() + r));
                }
                results.add(rows);
            }
            return results;
        };
    }

    /** The mean wait of 2,000 customers after 500: each takes the server that is free first (Kiefer and Wolfowitz). */
    private static double meanWait(int servers, Streams streams) {
        RandomStream arrivals = streams.stream("arrivals");
        RandomStream services = streams.stream("services");
        PriorityQueue<Double> free = new PriorityQueue<>();
        for (int s = 0; s < servers; s++) {
            free.add(0.0);
        }
        double now = 0;
        double waits = 0;
        for (int customer = 0; customer < 2_500; customer++) {
            now += arrivals.nextExponential() / 4;
            double start = Math.max(now, free.remove());
            free.add(start + services.nextExponential());
            waits += customer < 500 ? 0 : start - now;
        }
        return waits / 2_000;
    }

    /** Machines down, averaged over 1,000 h after 100 h. */
    private static double machinesDown(int crews, Streams streams) {
        RandomStream times = streams.stream("times");
        RandomStream kinds = streams.stream("kinds");
        double now = 0;
        double area = 0;
        int down = 0;
        while (now < 1_100) {
            double fail = (10 - down) * 0.1;
            double repair = Math.min(down, crews) * 0.25;
            double next = now + times.nextExponential() / (fail + repair);
            area += down * Math.max(0, Math.min(next, 1_100) - Math.max(now, 100));
            down += kinds.nextDouble() < fail / (fail + repair) ? 1 : -1;
            now = next;
        }
        return area / 1_000;
    }
}
