package org.bridgeconvoy.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.bridgeconvoy.calendar.Nanos;
import org.bridgeconvoy.engine.Simulation;
import org.bridgeconvoy.experiment.EndReport;
import org.bridgeconvoy.experiment.Experiment;
import org.bridgeconvoy.observe.Tally;
import org.bridgeconvoy.observe.TimeWeighted;
import org.bridgeconvoy.random.RandomStream;
import org.bridgeconvoy.random.Streams;
import org.junit.jupiter.api.Test;

/** Statistics that a modeler does not write. */
class ReportTest {
    private static final long S = Nanos.SECOND;

    private final Simulation sim = new Simulation();

    @Test
    void a_passage_tells_times_and_numbers_by_kind_also_of_those_who_leave_early() {
        Resource desk = new Resource("desk", 1);
        Passage<String> shop = new Passage<>("shop", who -> who.startsWith("k") ? "kids" : "others");
        Flow<String> visit = Flow.<String>of()
                .within(
                        shop,
                        Flow.<String>of()
                                .seize(desk)
                                .orGiveUpAfterSeconds(
                                        who -> 3, Flow.<String>of().build())
                                .delay(4 * S)
                                .release(desk)
                                .build())
                .delay(S)
                .build();
        visit.launch(sim, "a");
        visit.launch(sim, "k1");
        sim.schedule(2 * S, s -> visit.launch(s, "k2"));
        sim.runUntil(10 * S);
        // a inside from 0 to 4; k1 gives up at 3; k2 from 2 to 8.
        assertThat(shop.all().timeSeconds().mean()).isEqualTo((4 + 3 + 6) / 3.0);
        assertThat(shop.all().inside().mean(sim.now())).isEqualTo(1.3);
        assertThat(shop.kinds().keySet()).containsExactly("kids", "others");
        assertThat(Objects.requireNonNull(shop.kinds().get("kids"))
                        .timeSeconds()
                        .mean())
                .isEqualTo(4.5);
        assertThat(Objects.requireNonNull(shop.kinds().get("others")).inside().mean(sim.now()))
                .isEqualTo(0.4);
        assertThat(new Report(sim).add(desk, shop).values())
                .containsEntry("shop: time inside of kids, s", 4.5)
                .containsEntry("desk: gave up", 1.0)
                .containsEntry("desk: busy", 0.8);
    }

    @Test
    void who_is_taken_out_by_another_way_is_no_longer_inside() {
        Passage<String> shop = new Passage<>("shop");
        Flow<String> inside = Flow.<String>of()
                .within(shop, Flow.<String>of().delay(9 * S).build())
                .build();
        Flow.<String>of()
                .firstOf(List.of(inside, Flow.<String>of().delay(2 * S).build()))
                .build()
                .launch(sim, "x");
        sim.run();
        assertThat(shop.all().inside().value()).isZero();
        assertThat(shop.all().timeSeconds().mean()).isEqualTo(2);
    }

    @Test
    void one_warm_up_resets_all_that_collects() {
        Tally tally = new Tally();
        TimeWeighted number = new TimeWeighted();
        Level tank = new Level("tank", 10, 5);
        Store<String> store = new Store<>("store", 1);
        Report report =
                new Report(sim).add("size, m", tally).add("number", number).warmUpUntil(5 * S);
        report.add(tank, store);
        tally.record(7);
        number.set(3, 0);
        sim.schedule(5 * S, s -> tally.record(9));
        sim.schedule(6 * S, s -> tally.record(1));
        sim.schedule(6 * S, s -> number.set(1, s.now()));
        sim.runUntil(7 * S);
        assertThat(report.values())
                .containsEntry("size, m: mean", 1.0)
                .containsEntry("size, m: number", 1.0)
                .containsEntry("number: mean", 2.0)
                .containsEntry("tank: amount", 5.0)
                .containsEntry("store: wait to take, s", Double.NaN);
        assertThat(report.toString()).contains("number: mean                             2.00000\n", " n/a\n");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> report.add("tank", tally))
                .withMessage("the report has a part 'tank' already");
    }

    private static Map<String, Double> queue(Streams streams) {
        RandomStream gaps = streams.stream("gaps");
        RandomStream services = streams.stream("services");
        Simulation sim = new Simulation();
        Resource server = new Resource("server", 1);
        Passage<String> system = new Passage<>("system");
        Flow<String> service = Flow.<String>of()
                .seize(server)
                .delaySeconds(who -> services.nextExponential())
                .release(server)
                .build();
        Flow.<String>of()
                .within(system, service)
                .build()
                .launchEverySeconds(sim, () -> gaps.nextExponential() / 0.5, () -> "customer");
        Report report = new Report(sim).add(server, system).warmUpUntil(200 * S);
        sim.runUntil(4_000 * S);
        return report.values();
    }

    /** M/M/1 at load 0.5 and service rate 1: time 2 s, number 1, wait 1 s, busy half of the time. */
    @Test
    void the_end_report_of_a_queue_holds_what_theory_says() {
        List<Map<String, Double>> runs = new Experiment(7, 30).run(() -> ReportTest::queue);
        Map.of("system: time inside, s", 2.0, "system: number inside", 1.0, "server: wait, s", 1.0, "server: busy", 0.5)
                .forEach((name, exact) -> Theory.assertMean(
                        exact, 0.1, runs.stream().map(run -> run.get(name)).toList()));
        EndReport report = EndReport.of(runs);
        assertThat(report.estimates().keySet())
                .containsExactlyElementsOf(runs.get(0).keySet());
        assertThat(report.csv()).startsWith("figure,mean,half_width_95,sd,min,max,n\n\"server: queue\",");
        assertThat(report.toString().lines().toList())
                .hasSize(runs.get(0).size() + 1)
                .allSatisfy(line -> assertThat(line)
                        .hasSameSizeAs(report.toString().lines().findFirst().orElseThrow()));
    }

    @Test
    void a_figure_that_no_replication_observed_is_not_zero() {
        EndReport report = EndReport.of(List.of(Map.of("a \"b\"", Double.NaN), Map.of("a \"b\"", Double.NaN)));
        assertThat(report.csv()).endsWith("\n\"a \"\"b\"\"\",,,,,,0\n");
        assertThat(report.toString()).contains("n/a");
    }
}
