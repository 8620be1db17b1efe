package org.bridgeconvoy.scenario.map;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.DoubleFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bridgeconvoy.experiment.input.Input;
import org.bridgeconvoy.random.Distribution;
import org.bridgeconvoy.scenario.Numerals;
import org.bridgeconvoy.scenario.UncertainInput;
import org.bridgeconvoy.scenario.key.Place;
import org.bridgeconvoy.scenario.key.ReadingContext;
import org.bridgeconvoy.scenario.key.Shape;
import org.bridgeconvoy.scenario.key.Tree;
import org.bridgeconvoy.scenario.table.SampleTable;
import org.bridgeconvoy.scenario.text.Dimension;
import org.bridgeconvoy.scenario.text.Invalid;
import org.bridgeconvoy.scenario.text.Node;
import org.bridgeconvoy.scenario.text.Quantity;
import org.bridgeconvoy.scenario.text.Texts;
import org.jspecify.annotations.Nullable;

/** Reads one entry of {@code uncertain}: a distribution, a factor or choices. */
final class Belief {

    private static final Pattern SAMPLE = Pattern.compile("\\s*empirical\\s*\\(([^,]*)((?:,[^()]*)?)\\)\\s*");

    private final Node.Fields root;
    private final ReadingContext reading;
    private final String path;
    private final Place place;
    private final List<String> reached;
    private @Nullable Node resolved;

    /** A number with its unit, which may be empty. */
    private record InUnit(String unit) implements DoubleFunction<String> {

        @Override
        public String apply(double value) {
            return unit.isEmpty() ? Numerals.text(value) : Numerals.text(value) + " " + unit;
        }
    }

    /** The choice with an index. */
    private record Chosen(List<String> choices) implements DoubleFunction<String> {

        @Override
        public String apply(double value) {
            return choices.get((int) value);
        }
    }

    /**
     * An entry.
     *
     * @param path as the file writes it
     * @param place where its belief stands
     * @param reached the places that it reaches
     */
    Belief(Node.Fields root, ReadingContext reading, String path, Place place, List<String> reached) {
        this.root = root;
        this.reading = reading;
        this.path = path;
        this.place = place;
        this.reached = reached;
        this.resolved = place.node();
    }

    /** The entry without data files; after {@link #input}. */
    @Nullable
    Node resolved() {
        return resolved;
    }

    /** The input; null, with a problem added, if it is wrong. */
    @Nullable
    UncertainInput input() {
        if (!place.isMap()) {
            if (!place.isPresent()) {
                place.problem("must be a distribution, {times: …} or {choices: […]}, got nothing");
                return null;
            }
            return value();
        }
        int before = reading.problems().count();
        if (!place.checkKeys() || reading.problems().count() > before) {
            return null;
        }
        boolean times = place.get("times").isPresent();
        boolean choices = place.get("choices").isPresent();
        if (times == choices) {
            place.problem("must have either times or choices, got " + (times ? "both" : "neither"));
            return null;
        }
        if (place.get("weights").isPresent() && times) {
            place.get("weights").problem("belongs to choices and cannot stand beside times");
            return null;
        }
        return times ? times() : choices();
    }

    /** A distribution of the value itself, in its unit. */
    private @Nullable UncertainInput value() {
        Shape.Plain plain = number(place);
        if (plain == null) {
            return null;
        }
        Dimension dimension = dimension(plain.kind());
        Set<String> units = new LinkedHashSet<>();
        Distribution read = distribution(place, dimension, units);
        if (read == null) {
            return null;
        }
        boolean rate = dimension == Dimension.DEMAND_RATE || dimension == Dimension.TRAFFIC_RATE;
        if (rate && units.size() != 1) {
            place.problem("must give all its values in one unit, got " + Texts.or(units));
            return null;
        }
        boolean isWhole = isWhole(plain.kind());
        String unit =
                dimension == null ? "" : units.size() == 1 ? units.iterator().next() : dimension.base();
        Distribution inUnit = dimension == null ? read : read.scaled(1 / dimension.inBase(unit));
        Input input = new Input(path, isWhole ? Input.Kind.WHOLE : Input.Kind.NUMBER, inUnit);
        return new UncertainInput(
                path,
                input,
                unit,
                List.of(),
                reached.stream()
                        .map(p -> new UncertainInput.Target(p, new InUnit(unit)))
                        .toList());
    }

    /** A factor of what stands in the file. */
    private @Nullable UncertainInput times() {
        Place times = place.get("times");
        if (number(times) == null) {
            return null;
        }
        Distribution factor = distribution(times, null, new LinkedHashSet<>());
        if (factor == null) {
            return null;
        }
        if (!(factor.lowerBound() >= 0)) {
            times.problem("must be >= 0, got " + times.text() + "; add min=0");
            return null;
        }
        List<UncertainInput.Target> targets = new ArrayList<>();
        for (String at : reached) {
            ScaledValue base = base(at, times);
            if (base == null) {
                return null;
            }
            targets.add(new UncertainInput.Target(at, base));
        }
        return new UncertainInput(path, Input.of(path, factor), "times", List.of(), targets);
    }

    /** What stands at a place, or its default; null, with a problem added, if it cannot be multiplied. */
    private @Nullable ScaledValue base(String at, Place times) {
        Shape.Plain plain = Objects.requireNonNull(plain(at), "was checked to be a number");
        Node node = Tree.find(root, at);
        if (node == null || Tree.isNull(node)) {
            Shape.Key key = reading.shapes().keyAt(at);
            String fallback = key == null ? null : key.fallback();
            if (fallback == null) {
                times.problem("has nothing to multiply: the scenario gives no value at " + at);
                return null;
            }
            return new ScaledValue(fallback, dimension(plain.kind()), isWhole(plain.kind()));
        }
        if (!(node instanceof Node.Scalar scalar)) {
            times.problem("cannot multiply " + node.describe() + " at " + at + "; name a value in it");
            return null;
        }
        Dimension dimension = dimension(plain.kind());
        try {
            Place value = new Place(at, scalar, scalar.position(), plain, reading);
            String text = dimension == null ? scalar.text() : withoutSample(scalar.text(), value, dimension);
            return new ScaledValue(text, dimension, isWhole(plain.kind()));
        } catch (Invalid e) {
            times.problem("has nothing to multiply: " + at + " " + e.text());
            return null;
        }
    }

    private @Nullable UncertainInput choices() {
        List<Place> items = place.get("choices").items();
        if (items.isEmpty()) {
            place.get("choices").problem("must have at least one value");
            return null;
        }
        List<String> choices = new ArrayList<>();
        for (Place item : items) {
            Node node = item.node();
            choices.add(node == null ? "null" : FlowText.of(node));
        }
        double[] weights = weights(choices.size());
        if (weights == null) {
            return null;
        }
        return new UncertainInput(
                path,
                Input.choice(path, weights),
                "",
                choices,
                reached.stream()
                        .map(p -> new UncertainInput.Target(p, new Chosen(choices)))
                        .toList());
    }

    private double @Nullable [] weights(int choices) {
        double[] weights = new double[choices];
        Arrays.fill(weights, 1);
        Place given = place.get("weights");
        if (!given.isPresent()) {
            return weights;
        }
        int before = reading.problems().count();
        List<Place> items = given.items();
        if (reading.problems().count() == before && items.size() != choices) {
            given.problem("must have one number for each of the " + choices + " choices, got " + items.size());
        }
        double sum = 0;
        for (int i = 0; i < Math.min(items.size(), choices); i++) {
            weights[i] = items.get(i).real(0, Double.MAX_VALUE, 1);
            sum += weights[i];
        }
        if (reading.problems().count() == before && !(sum > 0 && Double.isFinite(sum))) {
            given.problem("must add up to a finite number above 0, got " + Texts.number(sum));
        }
        return reading.problems().count() == before ? weights : null;
    }

    /** The form of the places; null, with a problem added, if they are no numbers or quantities, or differ. */
    private Shape.@Nullable Plain number(Place at) {
        Shape.Plain first = plain(reached.get(0));
        for (String each : reached) {
            Shape.Plain plain = plain(each);
            if (plain == null) {
                at.problem("cannot be a number: the values of " + each + " are none; use {choices: [VALUE, …]}");
                return null;
            }
            if (first == null || dimension(plain.kind()) != dimension(first.kind())) {
                at.problem("reaches values of different kinds, " + reached.get(0) + " and " + each);
                return null;
            }
        }
        return first;
    }

    /** The form of the single value at a place; null if it is no number or quantity. */
    private Shape.@Nullable Plain plain(String at) {
        Shape shape = reading.shapes().at(at);
        Shape single = shape instanceof Shape.PlainOr either ? either.plain() : shape;
        return single instanceof Shape.Plain plain && (dimension(plain.kind()) != null || isNumber(plain.kind()))
                ? plain
                : null;
    }

    private static boolean isWhole(Shape.Kind kind) {
        return kind == Shape.Kind.INTEGER || kind == Shape.Kind.COUNT;
    }

    private static boolean isNumber(Shape.Kind kind) {
        return isWhole(kind) || kind == Shape.Kind.NUMBER;
    }

    private static @Nullable Dimension dimension(Shape.Kind kind) {
        return switch (kind) {
            case DURATION, DURATION_VALUE -> Dimension.DURATION;
            case LENGTH -> Dimension.LENGTH;
            case MASS, MASS_VALUE -> Dimension.MASS;
            case SPEED_VALUE -> Dimension.SPEED;
            case HANDLING_RATE -> Dimension.HANDLING_RATE;
            case DEMAND_RATE -> Dimension.DEMAND_RATE;
            case TRAFFIC_RATE -> Dimension.TRAFFIC_RATE;
            default -> null;
        };
    }

    /** The distribution at a place in base units; null, with a problem added, if it is wrong. */
    private @Nullable Distribution distribution(Place at, @Nullable Dimension dimension, Set<String> units) {
        return at.<Distribution>find(text -> {
                    String whole = withoutSample(text, at, dimension);
                    if (!whole.equals(text) && at == place) {
                        resolved = new Node.Scalar(whole, false, at.position());
                    }
                    DistributionReader reader = new DistributionReader(dimension, (file, of) -> new double[0]);
                    Distribution read = reader.parse(whole);
                    units.addAll(reader.units());
                    return read;
                })
                .orElse(null);
    }

    /** A value with the content of its sample file in place of the name of the file. */
    private static String withoutSample(String text, Place at, @Nullable Dimension dimension) throws Invalid {
        Matcher matcher = SAMPLE.matcher(text);
        if (!matcher.matches() || Quantity.isNumeric(matcher.group(1).strip())) {
            return text;
        }
        if (dimension == null) {
            throw new Invalid("must not name a file of numbers without a unit, got " + Texts.shown(text)
                    + "; write the numbers: empirical(0.9, 1, 1.2)");
        }
        String file = matcher.group(1).strip().replaceAll("^[\"']|[\"']$", "");
        double[] sample = SampleTable.read(file, at, dimension);
        Arrays.sort(sample);
        List<String> values = new ArrayList<>();
        for (double value : sample) {
            values.add(Texts.number(value) + " " + dimension.base());
        }
        return "empirical(" + String.join(", ", values) + matcher.group(2) + ")";
    }
}
