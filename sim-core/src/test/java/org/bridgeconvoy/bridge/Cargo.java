package org.bridgeconvoy.bridge;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.bridgeconvoy.bridge.config.CargoStream;
import org.bridgeconvoy.bridge.config.DemandRate;
import org.bridgeconvoy.bridge.control.Direction;
import org.bridgeconvoy.bridge.demand.ArrivalPattern;
import org.bridgeconvoy.bridge.demand.DailyArrivals;
import org.bridgeconvoy.bridge.demand.DayFactor;
import org.bridgeconvoy.bridge.demand.DemandCurve;
import org.bridgeconvoy.bridge.demand.EvenArrivals;
import org.bridgeconvoy.bridge.demand.HourFactor;
import org.bridgeconvoy.bridge.demand.PoissonArrivals;
import org.bridgeconvoy.calendar.DayInterval;
import org.bridgeconvoy.calendar.Hours;
import org.bridgeconvoy.random.Distribution;
import org.bridgeconvoy.random.RandomStream;

/** Builds a cargo stream for tests: 10 t a truckload, no arrivals, until told otherwise. */
final class Cargo {

    private final CargoStream.Builder stream;
    private final List<DayFactor> profile = new ArrayList<>();
    private final List<HourFactor> hourFactors = new ArrayList<>();

    private Cargo(String name) {
        stream = CargoStream.builder(name).loadTonnes(10).arrivals(new EvenArrivals());
    }

    static Cargo cargo(String name) {
        return new Cargo(name);
    }

    /** Consignments that appear at given instants, whatever the rate. */
    record At(List<Long> times) implements ArrivalPattern {
        @Override
        public Arrivals start(DemandCurve demand, RandomStream random) {
            return new Arrivals() {
                private int next;

                @Override
                public long next() {
                    return next < times.size() ? times.get(next++) : Long.MAX_VALUE;
                }
            };
        }
    }

    Cargo at(String... instants) {
        stream.arrivals(new At(Arrays.stream(instants).map(Texts::at).toList()));
        return this;
    }

    Cargo arrivals(ArrivalPattern pattern) {
        stream.arrivals(pattern);
        return this;
    }

    Cargo at(List<Long> instants) {
        stream.arrivals(new At(instants));
        return this;
    }

    Cargo load(double tonnes) {
        return load(Distribution.constant(tonnes));
    }

    Cargo load(Distribution tonnes) {
        stream.loadTonnes(tonnes);
        return this;
    }

    Cargo priority(int value) {
        stream.priority(value);
        return this;
    }

    /** Loads that come back over the bridge. */
    Cargo back() {
        stream.direction(Direction.RETURN);
        return this;
    }

    Cargo classes(String... names) {
        stream.classes(names);
        return this;
    }

    Cargo trucksPerDay(double value) {
        stream.trucksPerDay(value);
        return this;
    }

    Cargo trucksPerHour(double value) {
        stream.rate(new DemandRate.TrucksPerHour(value));
        return this;
    }

    Cargo tonnesPerHour(double value) {
        stream.rate(new DemandRate.TonnesPerHour(value));
        return this;
    }

    /** Factors within hours of the clock, such as {@code "07:00-10:00", 2}. */
    Cargo hourFactor(String hours, double factor) {
        hourFactors.add(new HourFactor(DayInterval.parse(hours), factor));
        return this;
    }

    Cargo tonnesPerDay(double value) {
        stream.tonnesPerDay(value);
        return this;
    }

    Cargo hours(String text) {
        stream.hours(Texts.hours(text));
        return this;
    }

    Cargo hours(Hours value) {
        stream.hours(value);
        return this;
    }

    Cargo from(String date) {
        stream.from(LocalDate.parse(date));
        return this;
    }

    Cargo until(String date) {
        stream.until(LocalDate.parse(date));
        return this;
    }

    Cargo times(DayFactor factor) {
        profile.add(factor);
        return this;
    }

    Cargo poisson() {
        stream.arrivals(new PoissonArrivals());
        return this;
    }

    Cargo daily(String at) {
        stream.arrivals(new DailyArrivals(Texts.at(at)));
        return this;
    }

    Cargo backlog(double tonnes) {
        stream.backlogTonnes(tonnes);
        return this;
    }

    Cargo total(double tonnes) {
        stream.totalTonnes(tonnes);
        return this;
    }

    CargoStream build() {
        return stream.profile(profile)
                .hourFactors(hourFactors.toArray(new HourFactor[0]))
                .build();
    }
}
