package org.bridgeconvoy.report;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.bridgeconvoy.experiment.Estimate;
import org.bridgeconvoy.experiment.PairedDifference;
import org.bridgeconvoy.experiment.PooledPercentile;
import org.bridgeconvoy.result.DailyTable;
import org.bridgeconvoy.result.Evidence;
import org.bridgeconvoy.result.Lock;
import org.bridgeconvoy.result.Metric;
import org.bridgeconvoy.result.MetricFamily;
import org.bridgeconvoy.result.MetricValues;
import org.bridgeconvoy.result.ReplicationResult;
import org.bridgeconvoy.result.Stage;
import org.bridgeconvoy.result.TripTable;
import org.bridgeconvoy.result.TripTime;
import org.bridgeconvoy.study.Answered;
import org.bridgeconvoy.study.LanePassage;
import org.bridgeconvoy.study.MetricResult;
import org.bridgeconvoy.study.Source;
import org.bridgeconvoy.study.StudyResult;
import org.bridgeconvoy.study.WhatLimits;
import org.bridgeconvoy.study.WorldFacts;

/**
 * A small result that the tests of reports share: two cargoes, two days, two replications, with numbers chosen by hand.
 */
public final class SampleResult {

    private static final long SECOND = 1_000_000_000L;

    private SampleResult() {}

    public static StudyResult of() {
        List<MetricResult> metrics = metrics();
        return new StudyResult(
                "sample",
                "",
                "Does a sample print well? It has \"quotes\" and a second\n\nparagraph.",
                "scenario: sample\n",
                List.of(
                        new Source("bridge.length", "A-", "946 m", "China Radio International, 18 Oct 2011", ""),
                        new Source("fleet", "assumed", "", "", "a round number")),
                7,
                "1.0.0-TEST",
                LocalDate.of(2024, 12, 31),
                2 * 86_400 * SECOND,
                0,
                3,
                List.of("cloth", "brick, red"),
                metrics,
                List.of(replication(1, metrics, trips()), replication(2, metrics, null)),
                answers(),
                limits(),
                List.of(
                        new LanePassage("outbound", 600, "a truck at every headway", Estimate.of(101.5, 102.5)),
                        new LanePassage(
                                "return", Double.NaN, "no headway and no limit bounds it", Estimate.of(99, 99))),
                List.of(),
                List.of("only two replications, so intervals are wide; give --replications 30"),
                List.of(),
                WorldFacts.NONE);
    }

    /** This result, whose second replication has locked a day and an hour after the start. */
    public static StudyResult locked() {
        StudyResult free = of();
        ReplicationResult second = free.replications().get(1);
        Lock lock = new Lock(90_000 * SECOND, "5 trucks wait for an outbound convoy of 10");
        return new StudyResult(
                free.name(),
                free.question(),
                free.description(),
                free.resolvedText(),
                free.sources(),
                free.seed(),
                free.version(),
                free.start(),
                free.horizonNanos(),
                free.warmUpNanos(),
                free.trucks(),
                free.cargoes(),
                free.metrics(),
                List.of(
                        free.replications().get(0),
                        new ReplicationResult(
                                2, second.metrics(), second.daily(), null, second.events(), Evidence.NONE, lock)),
                free.answers(),
                free.limits(),
                free.lanes(),
                free.observed(),
                free.warnings(),
                free.days(),
                free.world());
    }

    private static List<Answered> answers() {
        return List.of(
                new Answered(
                        "hours for <cloth>",
                        "lead_time_h.cloth",
                        "h",
                        "",
                        value("lead_time_h.cloth", 20, 22),
                        0,
                        "no-closure",
                        Estimate.of(18, 19),
                        PairedDifference.of("", new double[] {20, 22}, "no-closure", new double[] {18, 19}, 0.95),
                        null,
                        null),
                new Answered(
                        "days until made up for",
                        "recovery_d",
                        "d",
                        "",
                        value("recovery_d", 1.5, Double.NaN),
                        1,
                        "open",
                        null,
                        null,
                        null,
                        null),
                new Answered(
                        "days until the need is met",
                        "days_to_clear.cloth",
                        "d",
                        "more",
                        value("days_to_clear.cloth", Double.NaN, Double.NaN),
                        2,
                        "",
                        null,
                        null,
                        null,
                        null));
    }

    private static MetricResult value(String metric, double... values) {
        return new MetricResult(Metric.find(metric).orElseThrow(), Estimate.of(values), 0);
    }

    private static List<MetricResult> metrics() {
        List<MetricResult> metrics = new ArrayList<>();
        add(metrics, "outbound_trucks_per_day", 101.5, 102.5);
        add(metrics, "return_trucks_per_day", 99, 99);
        add(metrics, "delivered_t_per_day", 4060.1, 4099.9);
        add(metrics, "delivered_t_per_day.cloth", 4060.1, 4099.9);
        add(metrics, "delivered_t_per_day.brick, red", 0, 0);
        add(metrics, "lead_time_h", 20, 22);
        add(metrics, "wait_load_min", 1.25, 2.25);
        metrics.add(new MetricResult(
                Metric.of(MetricFamily.WAIT_P95_MIN, Stage.LOAD),
                Estimate.of(10, 12),
                0,
                List.of(),
                new PooledPercentile(11.25, 10, 12.5, 120, 0, 15, 2, 0)));
        add(metrics, "queue_load", 0.5, 1.5);
        add(metrics, "queue_load_max", 7, 9);
        add(metrics, "wait_return_min", Double.NaN, Double.NaN);
        add(metrics, "days_to_clear.cloth", 1.5, Double.NaN);
        add(metrics, "truck_h_per_day.idle", 12, 12);
        add(metrics, "truck_h_per_day.load", 0, 0);
        add(metrics, "truck_h_per_day.outbound.control", 60, 60);
        return metrics;
    }

    private static void add(List<MetricResult> metrics, String name, double... values) {
        int missing = name.startsWith("days_to_clear.") && Double.isNaN(values[1]) ? 1 : 0;
        metrics.add(new MetricResult(Metric.find(name).orElseThrow(), Estimate.of(values), missing));
    }

    private static ReplicationResult replication(
            int number, List<MetricResult> metrics, @org.jspecify.annotations.Nullable TripTable trips) {
        double[] values = metrics.stream().mapToDouble(m -> m.estimate().mean()).toArray();
        return new ReplicationResult(
                number,
                new MetricValues(metrics.stream().map(MetricResult::metric).toList(), values),
                daily(),
                trips,
                1000);
    }

    private static DailyTable daily() {
        DailyTable.Cargo cloth = new DailyTable.Cargo(
                new long[] {80_000_000_000L, 40_500_000_000L}, new long[] {40_000_000_000L, 0}, new long[] {1, 0});
        DailyTable.Cargo brick = new DailyTable.Cargo(new long[2], new long[2], new long[2]);
        return new DailyTable(
                List.of("cloth", "brick, red"),
                List.of(cloth, brick),
                new int[] {2, 1},
                new int[] {1, 1},
                new int[] {1, 0},
                new int[] {0, 1},
                new int[] {1, 0});
    }

    private static TripTable trips() {
        TripTable.Builder trips = new TripTable.Builder();
        int first = trips.add(3, 1, 12_345_678_900L);
        trips.reached(first, TripTime.CONSIGNED, 0);
        trips.reached(first, TripTime.ASSIGNED, 499_999);
        trips.reached(first, TripTime.LOAD_START, 500_000);
        trips.reached(first, TripTime.LOAD_END, 86_399_999_500_000L);
        int second = trips.add(1, 0, 40_000_000_000L);
        for (TripTime time : TripTime.values()) {
            if (!time.isFurther()) {
                trips.reached(second, time, 3600 * SECOND * (time.ordinal() + 8));
            }
        }
        return trips.build();
    }

    private static WhatLimits limits() {
        WhatLimits.Relaxed trucks = new WhatLimits.Relaxed("fleet.trucks", "trucks", "3 to 4", 410.25, 12.5, true, 30);
        WhatLimits.Relaxed headway =
                new WhatLimits.Relaxed("bridge.headway", "headway", "60 s to 54 s", 0, 0, false, 8);
        return new WhatLimits(
                WhatLimits.Verdict.CONSTRAINT,
                "delivered_t_per_day",
                "t/d",
                trucks,
                List.of(),
                List.of(trucks, headway),
                List.of(new WhatLimits.NotTried("fleet.payload", "no load is larger than a truck carries")),
                "relaxed alone (3 to 4) it gains 410.25 +- 12.50 t/d delivered, the most of 2 constraints",
                null);
    }
}
