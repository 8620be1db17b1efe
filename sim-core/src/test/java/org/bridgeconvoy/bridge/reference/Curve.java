package org.bridgeconvoy.bridge.reference;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.bridgeconvoy.bridge.config.ConvoyConfig;
import org.bridgeconvoy.bridge.config.ConvoyConfig.Change;
import org.bridgeconvoy.bridge.demand.DemandCurve;
import org.bridgeconvoy.bridge.demand.DemandRule;

/** What accrues over all worlds that follow one another; when something appears by it is a draw, and so is the library's. */
final class Curve {

    private Curve() {}

    /** Takes a rule and from when to when it holds. */
    interface Rules {
        void add(DemandRule rule, long from, long to);
    }

    static DemandCurve of(ConvoyConfig atStart, Function<ConvoyConfig, DemandRule> rule) {
        DemandCurve.Builder curve = DemandCurve.builder(atStart.start(), atStart.horizonNanos(), atStart.originClock());
        tell(atStart, rule, curve::add);
        return curve.build();
    }

    /** Tells the rule of each world. */
    static void tell(ConvoyConfig atStart, Function<ConvoyConfig, DemandRule> rule, Rules rules) {
        List<Change> worlds = new ArrayList<>();
        worlds.add(new Change(1, atStart));
        worlds.addAll(atStart.changes());
        for (int i = 0; i < worlds.size(); i++) {
            long from = i == 0 ? 0 : worlds.get(i).atNanos();
            long to = i + 1 < worlds.size() ? worlds.get(i + 1).atNanos() : Long.MAX_VALUE;
            rules.add(rule.apply(worlds.get(i).world()), from, to);
        }
    }

    /** The number of a date's day; the first is 0. */
    static long day(LocalDate start, LocalDate date) {
        if (date.equals(LocalDate.MIN) || date.equals(LocalDate.MAX)) {
            return date.equals(LocalDate.MIN) ? Long.MIN_VALUE : Long.MAX_VALUE;
        }
        return ChronoUnit.DAYS.between(start, date);
    }
}
