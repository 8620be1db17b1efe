package org.bridgeconvoy.study;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.bridgeconvoy.bridge.config.ConvoyConfig;
import org.bridgeconvoy.bridge.config.ConvoyRule;
import org.bridgeconvoy.bridge.control.Direction;
import org.bridgeconvoy.calendar.Nanos;
import org.jspecify.annotations.Nullable;

/** Relaxations of the convoy rules: the rule of each direction a little looser, and left out. */
final class ConvoyRelaxations {

    private ConvoyRelaxations() {}

    /** Adds the relaxations of both directions, outbound first. */
    static void addTo(RelaxationList list) {
        for (Direction direction : Direction.values()) {
            Optional<ConvoyRule> first = list.worlds().stream()
                    .flatMap(c -> Stream.ofNullable(rule(c, direction)))
                    .findFirst();
            first.ifPresent(rule -> add(list, direction, rule));
        }
    }

    private static void add(RelaxationList list, Direction direction, ConvoyRule first) {
        String constraint = "convoys." + direction.label();
        String name = direction.label() + " convoys";
        if (!first.equals(relaxed(first))) {
            list.add(constraint, name, sooner(first), c -> with(c, direction, relaxed(rule(c, direction))));
        }
        list.add(constraint, name, "left out", c -> with(c, direction, null));
    }

    private static @Nullable ConvoyRule rule(ConvoyConfig config, Direction direction) {
        return direction == Direction.OUTBOUND ? config.outboundConvoys() : config.returnConvoys();
    }

    private static ConvoyConfig with(ConvoyConfig config, Direction direction, @Nullable ConvoyRule rule) {
        return direction == Direction.OUTBOUND
                ? config.withConvoys(rule, config.returnConvoys())
                : config.withConvoys(config.outboundConvoys(), rule);
    }

    /** Words for a looser rule: what lets a convoy leave sooner. */
    private static String sooner(ConvoyRule rule) {
        List<String> parts = new ArrayList<>();
        if (rule.size() < Integer.MAX_VALUE && rule.size() > 1) {
            parts.add("size " + rule.size() + " to " + Steps.fewer(rule.size()));
        }
        if (rule.maxWaitNanos() < Long.MAX_VALUE && rule.maxWaitNanos() > 0) {
            parts.add("max-wait " + Steps.seconds(rule.maxWaitNanos(), Steps.less(rule.maxWaitNanos())));
        }
        if (!rule.departures().isEmpty()) {
            parts.add("one more departure");
        }
        return String.join(", ", parts);
    }

    /** A looser rule: smaller convoys, a shorter wait, one more departure. */
    private static @Nullable ConvoyRule relaxed(@Nullable ConvoyRule rule) {
        if (rule == null) {
            return null;
        }
        return new ConvoyRule(
                rule.size() < Integer.MAX_VALUE ? Steps.fewer(rule.size()) : rule.size(),
                rule.maxWaitNanos() < Long.MAX_VALUE ? Steps.less(rule.maxWaitNanos()) : rule.maxWaitNanos(),
                withOneMore(rule.departures()),
                rule.exclusive());
    }

    /** Adds a departure in the middle of the longest gap; the gap over midnight counts, too. */
    private static List<Long> withOneMore(List<Long> departures) {
        if (departures.isEmpty()) {
            return departures;
        }
        long longest = -1;
        long middle = 0;
        for (int i = 0; i < departures.size(); i++) {
            long from = departures.get(i);
            long to = i + 1 < departures.size() ? departures.get(i + 1) : departures.get(0) + Nanos.DAY;
            if (to - from > longest) {
                longest = to - from;
                middle = (from + (to - from) / 2) % Nanos.DAY;
            }
        }
        List<Long> more = new ArrayList<>(departures);
        more.add(middle);
        return more;
    }
}
