package org.bridgeconvoy.live;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bridgeconvoy.experiment.input.Input;
import org.bridgeconvoy.scenario.Scenario;
import org.bridgeconvoy.scenario.UncertainInput;
import org.bridgeconvoy.scenario.load.OpenScenario;
import org.bridgeconvoy.scenario.load.ScenarioText;
import org.bridgeconvoy.study.Vary;
import org.jspecify.annotations.Nullable;

/**
 * Chooses the sliders of a scenario: those asked for; then what is {@code uncertain}, or, where nothing is, what {@code costs} names and a few
 * keys that most questions are about.
 */
public final class Knobs {

    /** Keys that most questions are about, in the order of their sliders. */
    private static final List<String> USUAL = List.of(
            "bridge.headway",
            "bridge.clearance",
            "fleet.trucks",
            "bridge.max-trucks",
            "origin.loading.servers",
            "origin.customs.servers",
            "destination.customs.servers",
            "destination.unloading.servers");

    private static final int MOST = 8;
    private static final int STEPS = 20;
    private static final int LONGEST = 40;
    private static final String AS_IN_FILE = "as in the file";
    private static final Pattern NUMBER = Pattern.compile("(\\d{1,12}(?:\\.\\d{1,9})?)(\\s*[^\\d\\s(].*)?");

    private final Scenario scenario;
    private final OpenScenario opened;
    private final ScenarioText text;

    private Knobs(Scenario scenario, OpenScenario opened, ScenarioText text) {
        this.scenario = scenario;
        this.opened = opened;
        this.text = text;
    }

    /**
     * The sliders of a scenario.
     *
     * @param scenario the scenario
     * @param opened its files, in which each place of a slider that was not asked for is tried
     * @param text its resolved text, for the values that stand there
     * @param asked values asked for, which the caller has checked
     */
    public static List<Knob> of(Scenario scenario, OpenScenario opened, ScenarioText text, List<Vary> asked) {
        return new Knobs(scenario, opened, text).all(asked);
    }

    private List<Knob> all(List<Vary> asked) {
        List<Knob> knobs = new ArrayList<>();
        asked.forEach(vary -> knobs.add(knob(vary.path(), vary.values())));
        if (asked.isEmpty()) {
            scenario.uncertain().inputs().stream()
                    .limit(MOST)
                    .map(this::uncertain)
                    .forEach(knobs::add);
        }
        if (knobs.isEmpty()) {
            Set<String> paths = new LinkedHashSet<>(text.keysOf("costs"));
            paths.addAll(USUAL);
            for (String path : paths) {
                if (knobs.size() < MOST && text.value(path) != null) {
                    usual(path, knobs);
                }
            }
        }
        return knobs;
    }

    /** Values asked for; the base is added where it is not among them. */
    private Knob knob(String path, List<String> values) {
        String base = text.value(path);
        List<Knob.Spot> spots = new ArrayList<>();
        int at = -1;
        for (String value : values) {
            boolean isBase = value.equals(base);
            at = isBase ? spots.size() : at;
            spots.add(new Knob.Spot(value, isBase ? List.of() : List.of(path + "=" + value)));
        }
        if (at < 0) {
            at = place(values, base);
            spots.add(at, new Knob.Spot(base == null ? AS_IN_FILE : base, List.of()));
        }
        return new Knob(path, text.about(path), spots, at);
    }

    /** Where a base stands in a list that goes up: before the first larger number; first where there is none to compare. */
    private static int place(List<String> values, @Nullable String base) {
        BigDecimal number = base == null ? null : number(base);
        if (number == null) {
            return 0;
        }
        int at = 0;
        while (at < values.size()) {
            BigDecimal value = number(values.get(at));
            if (value == null || value.compareTo(number) > 0) {
                break;
            }
            at++;
        }
        return at;
    }

    private static @Nullable BigDecimal number(String text) {
        Matcher matcher = NUMBER.matcher(text);
        return matcher.matches() ? new BigDecimal(matcher.group(1)) : null;
    }

    private Knob uncertain(UncertainInput input) {
        List<Knob.Spot> spots = new ArrayList<>();
        boolean isFactor = input.unit().equals("times");
        if (input.input().kind() == Input.Kind.CHOICE) {
            int base = 0;
            for (int i = 0; i < input.choices().size(); i++) {
                spots.add(new Knob.Spot(input.choices().get(i), input.sets(i)));
            }
            String now = text.value(input.places().get(0).path());
            spots.add(0, new Knob.Spot(now == null ? AS_IN_FILE : now, List.of()));
            spots.removeIf(spot -> !spot.sets().isEmpty() && sameWorld(spot.sets()));
            return new Knob(input.path(), about(input), spots, base);
        }
        double low = input.input().at(0.01);
        double high = input.input().at(0.99);
        boolean whole = input.input().kind() == Input.Kind.WHOLE;
        BigDecimal step = step((high - low) / STEPS, whole);
        BigDecimal value =
                BigDecimal.valueOf(low).divide(step, 0, RoundingMode.CEILING).multiply(step);
        BigDecimal last = BigDecimal.valueOf(high);
        int base = -1;
        Set<List<String>> seen = new LinkedHashSet<>();
        for (; value.compareTo(last) <= 0; value = value.add(step)) {
            if (isFactor && value.compareTo(BigDecimal.ONE) == 0) {
                base = spots.size();
                spots.add(new Knob.Spot(asInFile(input), List.of()));
                continue;
            }
            List<String> sets = input.sets(value.doubleValue());
            boolean valid = seen.add(sets) && opened.world(sets).world() != null;
            if (!valid) {
                continue;
            }
            if (!sameWorld(sets)) {
                spots.add(new Knob.Spot(shown(input, value.doubleValue(), sets), sets));
            } else if (!isFactor && base < 0) {
                base = spots.size();
                spots.add(new Knob.Spot(input.shown(value.doubleValue()), List.of()));
            }
        }
        if (base < 0) {
            base = 0;
            spots.add(0, new Knob.Spot(asInFile(input), List.of()));
        }
        return new Knob(input.path(), about(input), spots, base);
    }

    /** The value in the file where one short value stands there. */
    private String asInFile(UncertainInput input) {
        String value =
                input.places().size() == 1 ? text.value(input.places().get(0).path()) : null;
        return value == null || value.length() > LONGEST ? AS_IN_FILE : value + ", " + AS_IN_FILE;
    }

    /** A value for people: of a factor what comes of it, where that is one short value. */
    private static String shown(UncertainInput input, double value, List<String> sets) {
        String shown = input.shown(value);
        String set = sets.size() == 1 ? sets.get(0).substring(sets.get(0).indexOf('=') + 1) : shown;
        return set.length() > LONGEST || set.equals(shown) ? shown : set + ", " + shown;
    }

    private String about(UncertainInput input) {
        return text.about(input.places().get(0).path());
    }

    private boolean sameWorld(List<String> sets) {
        return sets.stream().allMatch(set -> {
            int equals = set.indexOf('=');
            String value = text.value(set.substring(0, equals));
            return value != null && unquoted(set.substring(equals + 1)).equals(unquoted(value));
        });
    }

    /** A value without the quotation marks that YAML may have or not. */
    private static String unquoted(String value) {
        return value.replace("\"", "").replace("'", "");
    }

    /** A slider from half of what stands there to the double. */
    private void usual(String path, List<Knob> knobs) {
        String base = text.value(path);
        Matcher matcher = NUMBER.matcher(base == null ? "" : base);
        if (!matcher.matches()) {
            return;
        }
        BigDecimal number = new BigDecimal(matcher.group(1));
        if (number.signum() == 0) {
            return;
        }
        String unit = matcher.group(2) == null ? "" : matcher.group(2);
        BigDecimal step = step(number.doubleValue() / 10, unit.isEmpty() && number.scale() <= 0);
        List<String> values = new ArrayList<>();
        BigDecimal two = number.multiply(BigDecimal.valueOf(2));
        for (BigDecimal value = step; value.compareTo(two) <= 0; value = value.add(step)) {
            if (value.multiply(BigDecimal.valueOf(2)).compareTo(number) >= 0) {
                String shown = value.toPlainString() + unit;
                if (opened.world(List.of(path + "=" + shown)).world() != null) {
                    values.add(shown);
                }
            }
        }
        if (values.size() > 1) {
            knobs.add(knob(path, values));
        }
    }

    /** The next of 1, 2 and 5 times a power of ten, at least 1 for whole numbers. */
    private static BigDecimal step(double rough, boolean whole) {
        double least = whole ? Math.max(1, rough) : rough;
        BigDecimal power = BigDecimal.ONE.scaleByPowerOfTen(new BigDecimal(least, MathContext.DECIMAL32).precision()
                - new BigDecimal(least, MathContext.DECIMAL32).scale()
                - 1);
        for (int times : new int[] {1, 2, 5, 10}) {
            BigDecimal step = power.multiply(BigDecimal.valueOf(times));
            if (step.doubleValue() >= least * 0.999) {
                return step;
            }
        }
        return power.multiply(BigDecimal.TEN);
    }
}
