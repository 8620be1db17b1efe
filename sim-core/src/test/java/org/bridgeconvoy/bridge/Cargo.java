package org.bridgeconvoy.bridge;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.bridgeconvoy.bridge.config.CargoStream;
import org.bridgeconvoy.bridge.config.DemandRate;
import org.bridgeconvoy.bridge.demand.ArrivalPattern;
import org.bridgeconvoy.bridge.demand.DailyArrivals;
import org.bridgeconvoy.bridge.demand.DayFactor;
import org.bridgeconvoy.bridge.demand.DemandCurve;
import org.bridgeconvoy.bridge.demand.EvenArrivals;
import org.bridgeconvoy.bridge.demand.PoissonArrivals;
import org.bridgeconvoy.calendar.Hours;
import org.bridgeconvoy.random.Distribution;
import org.bridgeconvoy.random.RandomStream;

/** Builds a cargo stream for tests: 10 t a truckload, no arrivals, until told otherwise. */
final class Cargo {

    private final String name;
    private int priority;
    private Distribution load = Distribution.constant(10);
    private DemandRate rate = new DemandRate.Trucks(0);
    private LocalDate from = LocalDate.MIN;
    private LocalDate until = LocalDate.MAX;
    private Hours hours = Hours.always();
    private final List<DayFactor> profile = new ArrayList<>();
    private ArrivalPattern arrivals = new EvenArrivals();
    private double backlog;
    private double total = Double.POSITIVE_INFINITY;

    private Cargo(String name) {
        this.name = name;
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
        arrivals = new At(Arrays.stream(instants).map(Texts::at).toList());
        return this;
    }

    Cargo at(List<Long> instants) {
        arrivals = new At(instants);
        return this;
    }

    Cargo load(double tonnes) {
        return load(Distribution.constant(tonnes));
    }

    Cargo load(Distribution tonnes) {
        load = tonnes;
        return this;
    }

    Cargo priority(int value) {
        priority = value;
        return this;
    }

    Cargo trucksPerDay(double value) {
        rate = new DemandRate.Trucks(value);
        return this;
    }

    Cargo tonnesPerDay(double value) {
        rate = new DemandRate.Tonnes(value);
        return this;
    }

    Cargo hours(String text) {
        hours = Texts.hours(text);
        return this;
    }

    Cargo hours(Hours value) {
        hours = value;
        return this;
    }

    Cargo from(String date) {
        from = LocalDate.parse(date);
        return this;
    }

    Cargo until(String date) {
        until = LocalDate.parse(date);
        return this;
    }

    Cargo times(DayFactor factor) {
        profile.add(factor);
        return this;
    }

    Cargo poisson() {
        arrivals = new PoissonArrivals();
        return this;
    }

    Cargo daily(String at) {
        arrivals = new DailyArrivals(Texts.at(at));
        return this;
    }

    Cargo backlog(double tonnes) {
        backlog = tonnes;
        return this;
    }

    Cargo total(double tonnes) {
        total = tonnes;
        return this;
    }

    CargoStream build() {
        return new CargoStream(name, priority, load, rate, from, until, hours, profile, arrivals, backlog, total);
    }
}
