package org.bridgeconvoy.scenario.write;

import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.bridgeconvoy.bridge.config.CargoStream;
import org.bridgeconvoy.bridge.config.DemandRate;
import org.bridgeconvoy.bridge.config.TrafficStream;
import org.bridgeconvoy.bridge.demand.ArrivalPattern;
import org.bridgeconvoy.bridge.demand.DailyArrivals;
import org.bridgeconvoy.bridge.demand.DayFactor;
import org.bridgeconvoy.bridge.demand.EvenArrivals;
import org.bridgeconvoy.bridge.demand.HourFactor;
import org.bridgeconvoy.bridge.demand.PoissonArrivals;
import org.bridgeconvoy.bridge.demand.Ramp;
import org.bridgeconvoy.bridge.demand.Series;
import org.bridgeconvoy.bridge.demand.Surge;
import org.bridgeconvoy.bridge.demand.WeekdayFactors;
import org.bridgeconvoy.calendar.Hours;
import org.bridgeconvoy.random.Distribution;
import org.bridgeconvoy.scenario.text.Days;
import org.bridgeconvoy.scenario.text.Dimension;
import org.bridgeconvoy.scenario.text.Node;
import org.bridgeconvoy.scenario.text.Texts;

/** Writes the streams of cargo and of through traffic. */
final class StreamText {

    /** The order in which a file's profile is read. */
    private static final List<String> PROFILE = List.of("weekdays", "ramp", "surge", "series");

    private static final BigDecimal HOURS_A_DAY = BigDecimal.valueOf(24);

    private final Refusals refusals;
    private final DistributionText distributions;

    StreamText(Refusals refusals) {
        this.refusals = refusals;
        distributions = new DistributionText(refusals);
    }

    Node cargo(CargoStream stream) {
        String path = "demand." + stream.cargo();
        Branch branch = new Branch()
                .put(stream.priority() != 0, "priority", Integer.toString(stream.priority()))
                .put("load", distributions.of(stream.loadTonnes(), Dimension.MASS, path + ".load"))
                .putIfAny("classes", Branch.texts(stream.classes()))
                .put(stream.isReturn(), "direction", stream.direction().label())
                .put("rate", rate(stream.rate()));
        common(branch, stream.from(), stream.until(), stream.hours());
        branch.putIfAny("profile", profile(stream.profile(), stream.hourFactors(), path + ".profile"));
        arrivals(branch, stream.arrivals(), path + ".arrivals");
        return branch.put(stream.backlogTonnes() != 0, "backlog", Values.quantity(stream.backlogTonnes(), "t"))
                .put(stream.hasTotal(), "total", Values.quantity(stream.totalTonnes(), "t"))
                .node();
    }

    Node traffic(TrafficStream stream) {
        String path = "traffic." + stream.name();
        Branch branch =
                new Branch().put("direction", stream.direction().label()).put("rate", rate(stream, path + ".rate"));
        common(branch, stream.from(), stream.until(), stream.hours());
        branch.putIfAny("profile", profile(stream.profile(), stream.hourFactors(), path + ".profile"));
        arrivals(branch, stream.arrivals(), path + ".arrivals");
        if (stream.speed() != null) {
            branch.put("speed", distributions.of(stream.speed(), Dimension.SPEED, path + ".speed"));
        }
        boolean isUsual = stream.massTonnes().equals(Distribution.constant(TrafficStream.DEFAULT_MASS_TONNES));
        if (!isUsual) {
            branch.put("mass", distributions.of(stream.massTonnes(), Dimension.MASS, path + ".mass"));
        }
        return branch.put(
                        stream.headwayNanos() != TrafficStream.HEADWAY_OF_BRIDGE,
                        "headway",
                        Values.duration(stream.headwayNanos()))
                .node();
    }

    private static String rate(DemandRate rate) {
        String unit = rate instanceof DemandRate.Trucks
                ? "trucks/d"
                : rate instanceof DemandRate.Tonnes
                        ? "t/d"
                        : rate instanceof DemandRate.TrucksPerHour ? "trucks/h" : "t/h";
        return Values.quantity(rate.amount(), unit);
    }

    /** A number an hour is read as a number a day and divided by 24, each rounded; so some numbers have none that is read as they are. */
    private String rate(TrafficStream stream, String path) {
        if (!stream.perOpenHour()) {
            return Values.quantity(stream.vehicles(), "vehicles/d");
        }
        double wanted = stream.vehicles();
        for (double near : Values.near(wanted)) {
            BigDecimal perDay = new BigDecimal(Texts.number(near)).multiply(HOURS_A_DAY);
            if (perDay.doubleValue() / HOURS_A_DAY.intValue() == wanted) {
                return Values.quantity(near, "vehicles/h");
            }
        }
        refusals.add(path, wanted + " vehicles/h, which no text of a file gives to the last bit");
        return "";
    }

    private static void common(Branch branch, LocalDate from, LocalDate until, Hours hours) {
        branch.put(!from.equals(LocalDate.MIN), "from", from.toString())
                .put(!until.equals(LocalDate.MAX), "until", until.toString());
        if (!hours.isAlways()) {
            branch.put("hours", Values.hours(hours));
        }
    }

    private void arrivals(Branch branch, ArrivalPattern arrivals, String path) {
        if (arrivals instanceof DailyArrivals daily) {
            branch.put("arrivals", "daily").put("at", Values.clock(daily.atNanos()));
        } else if (arrivals instanceof EvenArrivals) {
            branch.put("arrivals", "even");
        } else if (!(arrivals instanceof PoissonArrivals)) {
            refusals.addOwn(path, "arrivals", arrivals);
        }
    }

    private Node profile(List<DayFactor> factors, List<HourFactor> hours, String path) {
        Branch branch = new Branch();
        List<String> names = new ArrayList<>();
        for (DayFactor factor : factors) {
            names.add(put(branch, factor, path));
        }
        List<String> inOrder = PROFILE.stream().filter(names::contains).toList();
        if (!names.contains("") && !names.equals(inOrder)) {
            refusals.add(path, "the factors " + names + "; a file has each once, in the order " + PROFILE);
        }
        Branch ofHours = new Branch();
        hours.forEach(h -> ofHours.put(Values.interval(h.hours()), Texts.number(h.factor())));
        return branch.putIfAny("hours", ofHours.node()).node();
    }

    /** Adds a factor; returns its name, empty for one of the modeler's own. */
    private String put(Branch branch, DayFactor factor, String path) {
        if (factor instanceof WeekdayFactors weekdays) {
            branch.put("weekdays", weekdays(weekdays.factors()));
            return "weekdays";
        }
        if (factor instanceof Ramp ramp) {
            Branch settings = new Branch()
                    .put("from", Texts.number(ramp.from()))
                    .put("to", Texts.number(ramp.to()))
                    .put("start", Values.duration(ramp.startNanos()))
                    .put("over", Values.duration(ramp.overNanos()));
            branch.put("ramp", settings.node());
            return "ramp";
        }
        if (factor instanceof Surge surge) {
            Branch settings = new Branch()
                    .put("start", Values.duration(surge.startNanos()))
                    .put("rise", Values.duration(surge.riseNanos()))
                    .put("peak", Texts.number(surge.peak()))
                    .put("half-life", Values.duration(surge.halfLifeNanos()));
            branch.put("surge", settings.node());
            return "surge";
        }
        if (factor instanceof Series series) {
            Branch days = new Branch();
            series.factors().forEach((day, f) -> days.put(Integer.toString(day), Texts.number(f)));
            branch.put("series", days.node());
            return "series";
        }
        refusals.addOwn(path, "a factor", factor);
        return "";
    }

    private static Node weekdays(Map<DayOfWeek, Double> factors) {
        Branch days = new Branch();
        for (DayOfWeek day : DayOfWeek.values()) {
            Double factor = factors.get(day);
            if (factor != null) {
                days.put(Days.name(day), Texts.number(factor));
            }
        }
        return days.node();
    }
}
