package org.bridgeconvoy.coverage;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleFunction;

/** The six worlds, with expectations by hand calculation or from the Markov chain of {@link Backlog}. */
final class Worlds {

    private static final String TONNES = "delivered_t_per_day";
    private static final String TRUCKS = "outbound_trucks_per_day";
    private static final String UNDELIVERED = "undelivered_end_t";
    private static final String LOADING = "truck_h_per_day.load";
    private static final String BUSY = "share_of_open_days.busy";
    private static final String RATE = "demand.goods.rate";
    private static final String WIDER = "demand.goods.load=uniform(5 t, 15 t)";

    /** Tonnes by which a backlog of loads of uniform(8 t, 12 t) passes its amount: E[X²] / (2 E[X]), by renewal theory. */
    private static final double OVERSHOOT = (100 + 16 / 12.0) / 20;

    private Worlds() {}

    static List<World> all() {
        return List.of(smooth(), skewed(), capped(), rare(), growing(), saturated());
    }

    private static Map<String, Double> truths(Object... namesAndValues) {
        Map<String, Double> truths = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            truths.put((String) namesAndValues[i], (Double) namesAndValues[i + 1]);
        }
        return truths;
    }

    private static List<Map<String, Double>> at(DoubleFunction<Map<String, Double>> truths, double... values) {
        List<Map<String, Double>> all = new ArrayList<>();
        for (double value : values) {
            all.add(truths.apply(value));
        }
        return all;
    }

    /** All that appears is delivered on its day. Loading takes 0.5 h on average, the bridge 0.05 h, unloading 0.5 h; 95% load within 39 min. */
    private static World smooth() {
        return new World(
                "smooth",
                RATE,
                List.of("10 trucks/d", "10.1 trucks/d", "10.2 trucks/d"),
                at(
                        rate -> truths(
                                TONNES,
                                10 * rate,
                                TRUCKS,
                                rate,
                                LOADING,
                                0.5 * rate,
                                "lead_time_h",
                                1.05,
                                "lead_time_h_p95",
                                1.2,
                                BUSY,
                                Backlog.atLeast(10, rate)),
                        10,
                        10.1,
                        10.2),
                WIDER,
                TONNES,
                0.025,
                BUSY);
    }

    private static World skewed() {
        return new World(
                "skewed",
                RATE,
                List.of("2 trucks/d", "2.1 trucks/d", "2.2 trucks/d"),
                at(
                        rate -> truths(
                                TONNES,
                                10 * rate,
                                TRUCKS,
                                rate,
                                LOADING,
                                0.5 * rate,
                                "lead_time_h",
                                1.05,
                                "lead_time_h_p95",
                                1.2,
                                BUSY,
                                Backlog.atLeast(4, rate)),
                        2,
                        2.1,
                        2.2),
                "demand.goods.load=lognormal(10 t, 20 t)",
                TONNES,
                0.2,
                "lead_time_h");
    }

    /** Each truck makes a trip a day. */
    private static World capped() {
        return new World(
                "capped",
                "fleet.trucks",
                List.of("10", "11", "12"),
                at(
                        trucks -> truths(
                                TONNES,
                                10 * trucks,
                                TRUCKS,
                                trucks,
                                LOADING,
                                0.5 * trucks,
                                UNDELIVERED,
                                300 + OVERSHOOT + 11 * (150 - 10 * trucks)),
                        10,
                        11,
                        12),
                WIDER,
                TONNES,
                0.003,
                LOADING);
    }

    /** One truck at a time is on a lane, so a breakdown adds its 3 h to its own crossing alone. */
    private static World rare() {
        return new World(
                "rare",
                "demand.special.rate",
                List.of("0.02 trucks/d", "0.03 trucks/d", "0.05 trucks/d"),
                at(
                        rate -> truths(
                                TONNES,
                                50 + 20 * rate,
                                TONNES + ".special",
                                20 * rate,
                                TRUCKS,
                                5 + rate,
                                "truck_h_per_day.outbound",
                                (5 + rate) * (0.05 + 0.0025 * 3),
                                BUSY,
                                Backlog.atLeast(5, 5 + rate)),
                        0.02,
                        0.03,
                        0.05),
                "demand.special.load=uniform(10 t, 30 t)",
                TONNES + ".special",
                0.5,
                "truck_h_per_day.outbound");
    }

    /**
     * The dock begins a service at its opening and after each one that ends while it is open: 1 plus a Poisson number a day, as many as its open hours on
     * average. It is busy for as many hours (Wald), the last past closing time.
     */
    private static World growing() {
        return new World(
                "growing",
                "origin.loading.hours",
                List.of("06:00-15:00", "06:00-15:30", "06:00-16:00"),
                at(
                        hours -> {
                            Backlog.Expected days = new Backlog(50, 13, Backlog.poisson(1, hours)).days(1, 15, 0);
                            return truths(
                                    TONNES,
                                    10 * days.carried(),
                                    TRUCKS,
                                    days.carried(),
                                    LOADING,
                                    days.carried(),
                                    "utilisation_load",
                                    days.carried() / hours,
                                    UNDELIVERED,
                                    10 * days.waiting());
                        },
                        9,
                        9.5,
                        10),
                "demand.goods.load=uniform(8 t, 12 t)",
                TONNES,
                0.02,
                "utilisation_load");
    }

    private static World saturated() {
        return new World(
                "saturated",
                RATE,
                List.of("9.5 trucks/d", "9.45 trucks/d", "9.4 trucks/d"),
                at(
                        rate -> {
                            Backlog.Expected days = new Backlog(0, rate, Backlog.fixed(10)).days(8, 22, 10);
                            return truths(
                                    TONNES, 10 * days.carried(),
                                    TRUCKS, days.carried(),
                                    LOADING, 0.5 * days.carried(),
                                    UNDELIVERED, 10 * days.waiting(),
                                    BUSY, days.met());
                        },
                        9.5,
                        9.45,
                        9.4),
                WIDER,
                TONNES,
                0.015,
                UNDELIVERED);
    }
}
