package org.bridgeconvoy.examples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ObjDoubleConsumer;
import org.bridgeconvoy.bridge.BridgeModel;
import org.bridgeconvoy.bridge.BridgeObserver;
import org.bridgeconvoy.bridge.RunView;
import org.bridgeconvoy.bridge.config.CargoStream;
import org.bridgeconvoy.bridge.config.DayGoal;
import org.bridgeconvoy.bridge.config.DemandRate;
import org.bridgeconvoy.bridge.config.ServiceTime;
import org.bridgeconvoy.bridge.config.StationConfig;
import org.bridgeconvoy.bridge.control.Batches;
import org.bridgeconvoy.bridge.control.ControlRule;
import org.bridgeconvoy.bridge.control.Timetable;
import org.bridgeconvoy.bridge.demand.ArrivalPattern;
import org.bridgeconvoy.bridge.demand.DemandCurve;
import org.bridgeconvoy.bridge.demand.DemandRule;
import org.bridgeconvoy.bridge.demand.EvenArrivals;
import org.bridgeconvoy.bridge.module.ArrivalModule;
import org.bridgeconvoy.bridge.module.ControlModule;
import org.bridgeconvoy.bridge.module.Modules;
import org.bridgeconvoy.bridge.module.ProfileModule;
import org.bridgeconvoy.bridge.module.ScenarioModule;
import org.bridgeconvoy.bridge.module.Setting;
import org.bridgeconvoy.bridge.module.Settings;
import org.bridgeconvoy.bridge.station.OwnStage;
import org.bridgeconvoy.bridge.station.TruckView;
import org.bridgeconvoy.calendar.Hours;
import org.bridgeconvoy.calendar.LongerHours;
import org.bridgeconvoy.calendar.Nanos;
import org.bridgeconvoy.calendar.OpeningsCursor;
import org.bridgeconvoy.calendar.WorkCalendar;
import org.bridgeconvoy.engine.EventFailure;
import org.bridgeconvoy.engine.Simulation;
import org.bridgeconvoy.experiment.Comparison;
import org.bridgeconvoy.experiment.Estimate;
import org.bridgeconvoy.experiment.Experiment;
import org.bridgeconvoy.experiment.Goal;
import org.bridgeconvoy.experiment.Interval;
import org.bridgeconvoy.experiment.Model;
import org.bridgeconvoy.experiment.PreciseEstimate;
import org.bridgeconvoy.experiment.Precision;
import org.bridgeconvoy.experiment.Progress;
import org.bridgeconvoy.experiment.ReplicationException;
import org.bridgeconvoy.experiment.ResultSink;
import org.bridgeconvoy.experiment.Standing;
import org.bridgeconvoy.experiment.Verdict;
import org.bridgeconvoy.experiment.WithBest;
import org.bridgeconvoy.experiment.theory.ClosedNetwork;
import org.bridgeconvoy.flow.Batch;
import org.bridgeconvoy.flow.Flow;
import org.bridgeconvoy.flow.Level;
import org.bridgeconvoy.flow.Observer;
import org.bridgeconvoy.flow.Passage;
import org.bridgeconvoy.flow.Report;
import org.bridgeconvoy.flow.StepListener;
import org.bridgeconvoy.flow.StockStatistics;
import org.bridgeconvoy.observe.Histogram;
import org.bridgeconvoy.observe.Measured;
import org.bridgeconvoy.observe.PooledSample;
import org.bridgeconvoy.random.Mrg32k3a;
import org.bridgeconvoy.random.Streams;
import org.bridgeconvoy.result.DailyColumn;
import org.bridgeconvoy.result.Evidence;
import org.bridgeconvoy.result.ReplicationResult;
import org.bridgeconvoy.result.Stage;
import org.bridgeconvoy.result.TripTable;
import org.bridgeconvoy.result.TripTime;
import org.junit.jupiter.api.Test;

/** What a modeler may need beside the examples, through the public API only. Oracle: by hand, or as a test says. */
class PublicApiTest {

    @Test
    void a_failed_replication_says_which_one_and_when() {
        Experiment runs = new Experiment(/* seed */ 7, 3);
        ReplicationException failed = catchThrowableOfType(
                ReplicationException.class,
                () -> runs.estimate(streams -> {
                    Simulation sim = new Simulation();
                    sim.schedule(42, s -> {
                        throw new IllegalStateException("no more paper");
                    });
                    sim.run();
                    return 0;
                }));

        assertThat(failed.replication()).isEqualTo(1);
        assertThat(failed.seed()).isEqualTo(7);
        assertThat(failed).hasRootCauseMessage("no more paper");
        EventFailure place = (EventFailure) failed.getCause().getSuppressed()[0];
        assertThat(place.timeNanos()).isEqualTo(42);
    }

    @Test
    void a_model_of_ones_own_hands_on_its_results_in_order_and_reports_its_progress() {
        Model<String> model = () -> streams -> "replication " + streams.replication();
        List<String> results = new ArrayList<>();
        List<Integer> heard = new ArrayList<>();
        ResultSink<String> sink = (replication, result) -> results.add(result);
        Progress progress = (done, planned) -> heard.add(10 * planned + done);

        new Experiment(1, 3).reporting(progress).run(model, sink);

        assertThat(results).containsExactly("replication 1", "replication 2", "replication 3");
        assertThat(heard).containsExactly(31, 32, 33);
    }

    @Test
    void the_best_of_three_variants_is_found() {
        Comparison comparison = Comparison.of(
                List.of("a", "b", "c"),
                List.of(new double[] {1, 2, 3, 4}, new double[] {11, 12, 13, 14.5}, new double[] {1, 2, 3, 4}));
        List<WithBest> best = comparison.withBest(Goal.MAXIMUM);

        assertThat(best)
                .extracting(WithBest::standing)
                .containsExactly(Standing.NOT_BEST, Standing.BEST, Standing.NOT_BEST);
        Interval of = best.get(1).interval();
        assertThat(of.low()).isZero();
        assertThat(best.get(0).interval().high()).isZero();
        assertThat(comparison.fromFirst().get(0).verdict()).isEqualTo(Verdict.LARGER);
        assertThat(comparison.fromFirst().get(1).verdict()).isEqualTo(Verdict.EQUAL);
    }

    @Test
    void one_customer_alone_in_a_closed_network_meets_no_queue() {
        ClosedNetwork network = ClosedNetwork.of(
                List.of(new ClosedNetwork.Station(2, 1), new ClosedNetwork.Station(3, ClosedNetwork.Station.DELAY)), 1);
        assertThat(network.throughput()).isCloseTo(1 / 5.0, within(1e-12));
    }

    @Test
    void a_batch_lets_two_go_on_together() {
        Simulation sim = new Simulation();
        List<Long> times = new ArrayList<>();
        Observer<String> left = (car, now) -> times.add(now);
        Flow<String> ferry = Flow.<String>of()
                .batch(new Batch("ferry", 2))
                .delay(10)
                .observe(left)
                .build();
        sim.schedule(1, s -> ferry.launch(s, "first"));
        sim.schedule(5, s -> ferry.launch(s, "second"));
        sim.run();
        assertThat(times).containsExactly(15L, 15L);
    }

    @Test
    void a_histogram_counts_by_cell() {
        Histogram histogram = new Histogram(0, 10, 5);
        for (double value : new double[] {-1, 0, 1.9, 2, 10, 11}) {
            histogram.record(value);
        }
        assertThat(histogram.below()).isEqualTo(1);
        assertThat(histogram.count(0)).isEqualTo(2);
        assertThat(histogram.count(1)).isEqualTo(1);
        assertThat(histogram.count(4)).isEqualTo(1);
        assertThat(histogram.above()).isEqualTo(1);
    }

    @Test
    void the_generator_of_SSJ_and_JSL_gives_their_numbers() {
        // RngStreams (L'Ecuyer), state all 12345.
        Mrg32k3a stream = Mrg32k3a.firstStream();
        assertThat(stream.nextDouble()).isEqualTo(0.12701112204657714);
        assertThat(stream.nextDouble()).isEqualTo(0.3185275653967945);
        assertThat(stream.nextStream().state()).startsWith(3692455944L, 1366884236L, 2968912127L);
    }

    @Test
    void a_pattern_of_ones_own_can_be_tried_on_a_curve() {
        // Four a day from 8:00 to 16:00: one each two hours.
        DemandCurve curve = DemandCurve.builder(LocalDate.of(2024, 10, 1), Nanos.DAY)
                .add(BigDecimal.valueOf(4), List.of(), 0, 0, Hours.daily("08:00-16:00"), 0, Nanos.DAY)
                .build();
        ArrivalPattern.Arrivals pairs = new BridgeRecipes.Pairs().start(curve, Streams.of(1, 1).stream("pairs"));

        assertThat(List.of(pairs.next(), pairs.next(), pairs.next(), pairs.next(), pairs.next()))
                .containsExactly(10 * Nanos.HOUR, 10 * Nanos.HOUR, 14 * Nanos.HOUR, 14 * Nanos.HOUR, Long.MAX_VALUE);
    }

    @Test
    void the_truck_that_comes_when_a_rate_an_hour_reaches_one_can_be_tried_on_a_curve() {
        // Two an hour while open from 7:00 to 8:30: at 7:30, 8:00 and, since closing time counts, 8:30.
        DemandRule rule =
                new DemandRule(BigDecimal.valueOf(2), true, List.of(), List.of(), 0, 0, Hours.daily("07:00-08:30"));
        DemandCurve curve = DemandCurve.builder(LocalDate.of(2024, 10, 1), Nanos.DAY)
                .add(rule, 0, Nanos.DAY)
                .build();
        ArrivalPattern.Arrivals even = new EvenArrivals().start(curve, Streams.of(1, 1).stream("even"));

        long half = Nanos.HOUR / 2;
        assertThat(List.of(even.next(), even.next(), even.next(), even.next()))
                .containsExactly(15 * half, 16 * half, 17 * half, Long.MAX_VALUE);
    }

    /** A control that lets studies try longer hours where they ask what limits. */
    private record Ferry(Hours hours) implements ControlRule {
        @Override
        public Plan plan(WorkCalendar calendar, long horizonNanos) {
            return new Batches(12, 12, hours).plan(calendar, horizonNanos);
        }

        @Override
        public List<Relaxed> relaxed(Step step) {
            return List.of(new Relaxed("ferry.hours", "hours", step.hoursText(), new Ferry(step.longer(hours))));
        }
    }

    @Test
    void a_control_of_ones_own_says_what_a_study_may_relax() {
        ControlRule.Step step = new ControlRule.Step(0.1, Nanos.HOUR / 2, 30 * Nanos.SECOND, 1);
        List<ControlRule.Relaxed> ways = new Ferry(Hours.daily("08:00-12:00")).relaxed(step);

        Hours longer = Hours.daily("07:30-12:30");
        assertThat(ways)
                .containsExactly(new ControlRule.Relaxed(
                        "ferry.hours", "hours", "half an hour more at each end", new Ferry(longer)));
        assertThat(LongerHours.overlap(longer, Hours.daily("12:00-17:00"))).isTrue();
        assertThat(LongerHours.without(Hours.daily("12:00-17:00"), longer)).isEqualTo(Hours.daily("12:30-17:00"));
    }

    @Test
    void the_waits_of_all_replications_can_be_ranked_together() {
        BridgeModel model = new BridgeModel(BridgeOfYourOwn.world()).keepingObservations();
        int wait = model.metrics().stream().map(m -> m.name()).toList().indexOf("wait_return_p95_min");
        PooledSample waits = new PooledSample();
        List<ReplicationResult> results = new ArrayList<>();
        new Experiment(1, 2).run(model, (replication, result) -> {
            Evidence evidence = result.evidence();
            waits.add(evidence.observations(wait));
            results.add(result);
        });
        PooledSample.Ranks ranks = waits.ranks();

        assertThat(waits.replications()).isEqualTo(2);
        assertThat(ranks.ranked(waits.count() - 1)).isGreaterThanOrEqualTo(ranks.quantile(0.95));
        assertThat(ranks.quantile(0.95))
                .isBetween(
                        Math.min(
                                results.get(0).metric("wait_return_p95_min"),
                                results.get(1).metric("wait_return_p95_min")),
                        Math.max(
                                results.get(0).metric("wait_return_p95_min"),
                                results.get(1).metric("wait_return_p95_min")));
    }

    @Test
    void a_part_of_ones_own_stands_in_the_report_of_a_run() {
        Simulation sim = new Simulation();
        int[] doors = {3};
        Measured own = new Measured() {
            @Override
            public String name() {
                return "doors";
            }

            @Override
            public void forget(long nowNanos) {
                doors[0] = 0;
            }

            @Override
            public void figures(long nowNanos, ObjDoubleConsumer<String> to) {
                to.accept("opened", doors[0]);
            }
        };
        Level tank = new Level("tank", 10, 4);
        StockStatistics stock = tank.statistics();
        Passage<String> filling = new Passage<>("filling");
        Passage.Kind all = filling.all();
        Flow<String> take = Flow.<String>of()
                .within(filling, Flow.<String>of().take(tank, car -> 3).build())
                .build();
        List<String> steps = new ArrayList<>();
        StepListener<String> trace = (car, now, step) -> steps.add(step);
        take.traced(trace).launch(sim, "car");
        Report report = new Report(sim).add(own, tank);

        assertThat(report.values()).containsEntry("doors: opened", 3.0);
        assertThat(stock.takeWaitSeconds().count()).isEqualTo(1);
        assertThat(all.timeSeconds().count()).isEqualTo(1);
        assertThat(steps).contains("2 (take from level 'tank')");
    }

    @Test
    void what_a_day_should_reach_is_a_share_of_days() {
        DayGoal.Relation atLeast = DayGoal.Relation.AT_LEAST;
        DayGoal none = new DayGoal("anything", DailyColumn.OUTBOUND_TRUCKS, atLeast, 0);
        DayGoal all = new DayGoal("too-much", DailyColumn.OUTBOUND_TRUCKS, atLeast, 100_000);
        ReplicationResult result = new BridgeModel(BridgeOfYourOwn.world().toBuilder()
                        .goals(List.of(none, all))
                        .build())
                .newReplicator()
                .replicate(Streams.of(1, 1));

        assertThat(all.text()).isEqualTo("outbound_trucks >= 100000");
        assertThat(result.metric("share_of_open_days.anything")).isEqualTo(1);
        assertThat(result.metric("share_of_open_days.too-much")).isZero();
    }

    @Test
    void who_listens_looks_at_the_run_as_it_begins() {
        List<Long> seen = new ArrayList<>();
        BridgeObserver listener = new BridgeObserver() {
            @Override
            public void began(RunView run) {
                seen.addAll(List.of(run.now(), run.horizon()));
            }
        };
        new BridgeModel(BridgeOfYourOwn.world())
                .start(Streams.of(1, 1), listener)
                .finish();

        assertThat(seen).containsExactly(0L, 60 * Nanos.DAY);
    }

    @Test
    void a_table_of_trips_can_be_made_of_observations() {
        TripTable.Builder table = new TripTable.Builder();
        int row = table.add(/* truck */ 3, /* cargo */ 0, 40_000_000_000L);
        table.reached(row, TripTime.ASSIGNED, 8 * Nanos.HOUR);
        TripTable trips = table.build();

        assertThat(trips.time(0, TripTime.ASSIGNED)).isEqualTo(8 * Nanos.HOUR);
        assertThat(trips.time(0, TripTime.LOAD_START)).isEqualTo(TripTable.NOT_REACHED);
    }

    @Test
    void the_rows_of_a_table_can_be_kept_elsewhere() {
        TripTable.Builder table = new TripTable.Builder();
        int row = table.add(/* truck */ 3, /* cargo */ 0, 40_000_000_000L);
        table.reached(row, TripTime.ASSIGNED, 8 * Nanos.HOUR);
        List<long[]> stored = new ArrayList<>();
        TripTable.Storage storage = block -> {
            stored.add(block);
            return () -> block;
        };
        TripTable trips = table.build().keptIn(storage);

        assertThat(stored).hasSize(1);
        assertThat(trips.size()).isEqualTo(1);
        assertThat(trips.time(0, TripTime.ASSIGNED)).isEqualTo(8 * Nanos.HOUR);
    }

    /** By hand: of 0 and 2 by turns the half-width is 2.045 · 1.017 ÷ √30 = 0.38 after 30 replications, so one batch is enough. */
    @Test
    void replications_that_run_elsewhere_go_on_until_an_estimate_is_precise() {
        List<Double> values = new ArrayList<>();
        List<String> batches = new ArrayList<>();
        Precision.Batch batch = (first, last) -> {
            batches.add(first + " to " + last);
            for (int r = first; r <= last; r++) {
                values.add(r % 2 == 0 ? 2.0 : 0.0);
            }
        };
        PreciseEstimate reached = Precision.absolute(0.4, 30, 1000)
                .reach(
                        batch,
                        () -> Estimate.of(values.stream().mapToDouble(v -> v).toArray()));

        assertThat(batches).containsExactly("1 to 30");
        assertThat(reached.estimate().mean()).isEqualTo(1);
        assertThat(reached.reached()).isTrue();
    }

    @Test
    void hours_are_read_along_the_clock_by_a_cursor() {
        WorkCalendar calendar = WorkCalendar.plain(LocalDate.of(2024, 10, 1));
        OpeningsCursor hours = new OpeningsCursor(calendar.openings(Hours.daily("08:00-18:00"), 2 * Nanos.DAY));

        assertThat(hours.isOpen(7 * Nanos.HOUR)).isFalse();
        assertThat(hours.nextChange(7 * Nanos.HOUR)).isEqualTo(8 * Nanos.HOUR);
        assertThat(hours.closing(9 * Nanos.HOUR)).isEqualTo(18 * Nanos.HOUR);
        assertThat(hours.opening(19 * Nanos.HOUR)).isEqualTo(32 * Nanos.HOUR);
    }

    @Test
    void what_a_world_says_of_rates_and_times_can_be_read() {
        DemandRate tonnes = CargoStream.builder("steel")
                .loadTonnes(40)
                .tonnesPerDay(400)
                .build()
                .rate();
        DemandRate trucks = CargoStream.builder("steel")
                .loadTonnes(40)
                .trucksPerDay(10)
                .build()
                .rate();
        ServiceTime service = StationConfig.rated(1, 60).service();

        assertThat(tonnes).isEqualTo(new DemandRate.Tonnes(400));
        assertThat(trucks).isEqualTo(new DemandRate.Trucks(10));
        assertThat(service).isEqualTo(new ServiceTime.Rated(60));
    }

    @Test
    void a_stage_of_ones_own_needs_a_name_and_a_course() {
        OwnStage.Course course = (sim, streams) -> Flow.<TruckView>of().build();
        assertThat(new OwnStage("scales", Stage.LOAD, course).after()).isEqualTo(Stage.LOAD);
    }

    /** A control for scenario files. */
    private static final class Daytime implements ControlModule {
        @Override
        public String name() {
            return "daytime";
        }

        @Override
        public String about() {
            return "out in the morning, back in the afternoon";
        }

        @Override
        public List<Setting> settings() {
            return List.of(
                    Setting.hours("morning", "hours of the outbound direction"),
                    Setting.hours("afternoon", "the others"));
        }

        @Override
        public ControlRule create(Settings settings, int lanes) {
            return new Timetable(settings.hours("morning"), settings.hours("afternoon"));
        }
    }

    @Test
    void modules_of_scenario_files_describe_themselves() {
        Modules modules = Modules.load();
        ArrivalModule even = modules.arrivals().get("even");
        ProfileModule ramp = modules.profiles().get("ramp");
        ScenarioModule own = new Daytime();

        assertThat(modules.controls().keySet()).contains("timetable", "alternate", "actuated", "batches");
        assertThat(even.settings()).isEmpty();
        assertThat(ramp.about()).isNotBlank();
        assertThat(own.settings()).extracting(Setting::kind).containsOnly(Setting.Kind.HOURS);
    }

    @Test
    void a_setting_needs_a_key_of_small_letters() {
        assertThatThrownBy(() -> Setting.text("Two Words", "")).hasMessageContaining("small letters");
    }
}
