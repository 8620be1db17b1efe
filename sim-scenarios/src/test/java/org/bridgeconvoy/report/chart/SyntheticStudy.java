package org.bridgeconvoy.report.chart;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.bridgeconvoy.experiment.Estimate;
import org.bridgeconvoy.result.DailyTable;
import org.bridgeconvoy.result.Metric;
import org.bridgeconvoy.result.MetricValues;
import org.bridgeconvoy.result.ReplicationResult;
import org.bridgeconvoy.result.TripTable;
import org.bridgeconvoy.result.TripTime;
import org.bridgeconvoy.study.Headroom;
import org.bridgeconvoy.study.LanePassage;
import org.bridgeconvoy.study.MetricResult;
import org.bridgeconvoy.study.Source;
import org.bridgeconvoy.study.StudyResult;
import org.bridgeconvoy.study.WhatLimits;
import org.bridgeconvoy.study.WorldFacts;

/**
 * A study made up for the tests of reports: trucks go out from 08:00 with a headway of three minutes and come back from
 * 19:00, with two cargoes. Not a model; only its days agree with its trips.
 */
public final class SyntheticStudy {

    private static final long MINUTE = 60_000_000_000L;
    private static final long HOUR = 60 * MINUTE;
    private static final long DAY = 24 * HOUR;

    private SyntheticStudy() {}

    /** A study with a name, so many days and replications, and so many trucks going out every day. */
    public static StudyResult of(String name, int days, int replications, int trucks) {
        return of(name, days, replications, trucks, limits());
    }

    /** A study that demand limits, with what was tried at a demand of 176%. */
    static StudyResult limitedByDemand() {
        return of(
                "d",
                9,
                3,
                30,
                new WhatLimits(
                        WhatLimits.Verdict.DEMAND,
                        "delivered_t_per_day",
                        "t/d",
                        null,
                        List.of(),
                        List.of(),
                        List.of(),
                        "what is consigned is delivered",
                        new Headroom(1.6, false, 1.5, 1.7, "", 1.76, limits())));
    }

    private static StudyResult of(String name, int days, int replications, int trucks, WhatLimits limits) {
        List<ReplicationResult> runs = new ArrayList<>();
        for (int r = 1; r <= replications; r++) {
            runs.add(replication(r, days, trucks));
        }
        List<String> cargoes = runs.get(0).daily().cargoes();
        List<MetricResult> metrics = new ArrayList<>();
        MetricValues first = runs.get(0).metrics();
        for (int m = 0; m < first.metrics().size(); m++) {
            double[] values = new double[replications];
            for (int r = 0; r < replications; r++) {
                values[r] = runs.get(r).metrics().value(m);
            }
            metrics.add(new MetricResult(first.metrics().get(m), Estimate.of(values), 0));
        }
        return new StudyResult(
                name,
                "",
                "A made-up study for tests. It has two cargoes & one <bridge>.\n\nA second paragraph.",
                "scenario: '" + name.replace("'", "''") + "'\nbridge:\n  length: 946 m\n  speed: 10 km/h\n",
                List.of(
                        new Source("bridge.length", "A-", "946 m", "China Radio International, 18 Oct 2011", ""),
                        new Source("fleet", "assumed", "", "", "enough for a hundred departures a day")),
                7,
                "1.0.0",
                LocalDate.of(2024, 9, 2),
                days * DAY,
                days > 7 ? 2 * DAY : 0,
                trucks,
                cargoes,
                metrics,
                runs,
                List.of(),
                limits,
                List.of(
                        new LanePassage(
                                "outbound", 180, "9 h a day at 180 s", first(metrics, "outbound_trucks_per_day")),
                        new LanePassage("return", 200, "10 h a day at 180 s", first(metrics, "return_trucks_per_day"))),
                List.of(),
                List.of("half-width is 4.1% of the mean of 'wait_load_min': about 127 replications are needed for 2%"),
                List.of(),
                WorldFacts.ofLength(946)
                        .withConstraints(Map.of("fleet.trucks", "trucks", "bridge.headway", "headway")));
    }

    private static WhatLimits limits() {
        WhatLimits.Relaxed trucksMore =
                new WhatLimits.Relaxed("fleet.trucks", "trucks", "110 to 121 trucks", 212.4, 40.1, true, 30);
        WhatLimits.Relaxed headway =
                new WhatLimits.Relaxed("bridge.headway", "headway", "180 to 162 s", 3.2, 8.8, false, 30);
        return new WhatLimits(
                WhatLimits.Verdict.CONSTRAINT,
                "delivered_t_per_day",
                "t/d",
                trucksMore,
                List.of(),
                List.of(trucksMore, headway),
                List.of(),
                "With 121 trucks instead of 110 another 212 t a day are delivered.",
                null);
    }

    private static Estimate first(List<MetricResult> metrics, String name) {
        return metrics.stream()
                .filter(m -> m.name().equals(name))
                .findFirst()
                .orElseThrow()
                .estimate();
    }

    private static ReplicationResult replication(int r, int days, int trucks) {
        Random random = new Random(100 + r);
        long horizon = days * DAY;
        TripTable.Builder builder = new TripTable.Builder();
        for (int day = 0; day < days; day++) {
            int today = trucks - random.nextInt(Math.max(1, trucks / 5));
            long lastOut = day * DAY + 8 * HOUR - 3 * MINUTE;
            long lastBack = day * DAY + 19 * HOUR - 3 * MINUTE;
            for (int k = 0; k < today; k++) {
                long[] t = new long[TripTime.values().length];
                t[1] = day * DAY + 6 * HOUR + k * MINUTE / 2;
                t[0] = t[1] - random.nextInt(30) * MINUTE;
                t[2] = Math.max(t[1], day * DAY + 7 * HOUR + k * 2L * MINUTE);
                t[3] = t[2] + 20 * MINUTE + random.nextInt(600) * 1_000_000_000L;
                t[4] = t[3] + random.nextInt(12) * MINUTE;
                t[5] = t[4] + 6 * MINUTE;
                t[6] = t[5];
                t[7] = Math.max(t[6], lastOut + 3 * MINUTE);
                lastOut = t[7];
                t[8] = t[7] + 340_560_000_000L + (random.nextInt(150) == 0 ? 25 * MINUTE : 0);
                t[9] = t[8] + random.nextInt(20) * MINUTE;
                t[10] = t[9] + 8 * MINUTE;
                t[11] = t[10];
                t[12] = t[11] + 45 * MINUTE + random.nextInt(30) * MINUTE;
                t[13] = t[12];
                t[14] = Math.max(t[13], lastBack + 3 * MINUTE);
                lastBack = t[14];
                t[15] = t[14] + 340_560_000_000L;
                t[16] = t[15] + 30 * MINUTE;
                if (t[1] >= horizon) {
                    continue;
                }
                int row = builder.add(k + 1, k % 3 == 0 ? 1 : 0, k % 3 == 0 ? 40_000_000_000L : 25_500_000_000L);
                for (TripTime time : TripTime.values()) {
                    if (!time.isFurther() && t[time.ordinal()] < horizon) {
                        builder.reached(row, time, t[time.ordinal()]);
                    }
                }
            }
        }
        TripTable trips = builder.build();
        DailyTable daily = daily(trips, days);
        return new ReplicationResult(r, metrics(trips, daily, days, trucks), daily, trips, 1000);
    }

    /** The table of days that follows from trips, with a backlog that falls from 3,000 t. */
    static DailyTable daily(TripTable trips, int days) {
        int[][] counts = new int[5][days];
        long[][] consigned = new long[2][days];
        long[][] delivered = new long[2][days];
        long[][] backlog = new long[2][days];
        for (int i = 0; i < trips.size(); i++) {
            count(trips, i, TripTime.CONSIGNED, counts[0], consigned[trips.cargo(i)]);
            count(trips, i, TripTime.OUTBOUND_EXIT, counts[1], new long[days]);
            count(trips, i, TripTime.UNLOAD_END, counts[2], delivered[trips.cargo(i)]);
            count(trips, i, TripTime.RETURN_EXIT, counts[3], new long[days]);
        }
        for (int day = 0; day < days; day++) {
            backlog[0][day] = Math.max(0, 3000 - 130L * day) * 1_000_000_000L;
            backlog[1][day] = Math.max(0, 900 - 20L * day + trips.size() % 13 * 10L) * 1_000_000_000L;
        }
        return new DailyTable(
                List.of("garments", "construction"),
                List.of(
                        new DailyTable.Cargo(consigned[0], delivered[0], backlog[0]),
                        new DailyTable.Cargo(consigned[1], delivered[1], backlog[1])),
                counts[0],
                counts[1],
                counts[2],
                counts[3],
                counts[4]);
    }

    private static void count(TripTable trips, int i, TripTime time, int[] trucks, long[] load) {
        long t = trips.time(i, time);
        if (t != TripTable.NOT_REACHED) {
            trucks[(int) (t / DAY)]++;
            load[(int) (t / DAY)] += trips.loadMilligrams(i);
        }
    }

    private static MetricValues metrics(TripTable trips, DailyTable daily, int days, int trucks) {
        Map<String, Double> values = new LinkedHashMap<>();
        values.put("outbound_trucks_per_day", sum(daily.outboundTrucks()) / days);
        values.put("return_trucks_per_day", sum(daily.returnTrucks()) / days);
        double tonnes = 0;
        for (int day = 0; day < days; day++) {
            tonnes += daily.delivered(day) / 1e9;
        }
        values.put("delivered_t_per_day", tonnes / days);
        values.put("lead_time_h", 6.5 + trips.size() % 7 * 0.1);
        values.put("wait_load_min", 41.0 + trips.size() % 5);
        values.put("wait_load_p95_min", 141.0 + trips.size() % 5);
        values.put("undelivered_end_t", 120.0 + trips.size() % 11);
        double rest = 24.0 * trucks;
        double[] hours = {9, 0.6, 0.4, 0.15, 1.6, 0.12, 1.2, 0.095, 0.5, 1.1, 0.7, 6.2, 0.095};
        String[] states = {
            "idle",
            "load",
            "load.busy",
            "export",
            "outbound.control",
            "import",
            "unload",
            "outbound",
            "import.busy",
            "outbound.headway",
            "import.closed",
            "return.control",
            "return"
        };
        for (int s = 1; s < states.length; s++) {
            values.put("truck_h_per_day." + states[s], hours[s] * trucks);
            rest -= hours[s] * trucks;
        }
        values.put("truck_h_per_day.idle", rest);
        List<Metric> metrics =
                values.keySet().stream().map(n -> Metric.find(n).orElseThrow()).toList();
        return new MetricValues(
                metrics, values.values().stream().mapToDouble(v -> v).toArray());
    }

    private static double sum(int[] counts) {
        double sum = 0;
        for (int c : counts) {
            sum += c;
        }
        return sum;
    }
}
