package org.bridgeconvoy.scenario.map;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.bridgeconvoy.bridge.BridgeModel;
import org.bridgeconvoy.bridge.config.ConvoyConfig;
import org.bridgeconvoy.calendar.Nanos;
import org.bridgeconvoy.result.Metric;
import org.bridgeconvoy.result.MetricPart;
import org.bridgeconvoy.scenario.Answer;
import org.bridgeconvoy.scenario.Expectation;
import org.bridgeconvoy.scenario.Problem;
import org.bridgeconvoy.scenario.Variant;
import org.bridgeconvoy.scenario.key.Layers;
import org.bridgeconvoy.scenario.key.Place;
import org.bridgeconvoy.scenario.key.ReadingContext;
import org.bridgeconvoy.scenario.text.BuiltInFiles;
import org.bridgeconvoy.scenario.text.Invalid;
import org.bridgeconvoy.scenario.text.Node;
import org.bridgeconvoy.scenario.text.Problems;
import org.bridgeconvoy.scenario.text.ScenarioFiles;
import org.bridgeconvoy.scenario.text.Texts;
import org.bridgeconvoy.scenario.text.Times;
import org.jspecify.annotations.Nullable;

/**
 * Reads the variants of a scenario and the answers to its question. A scenario inherits both from the file that it
 * extends, and {@code --set} may remove a cargo that they speak of. So an answer or variant that does not fit is
 * dropped silently, unless the file asked for writes it and no value is set: then it is a problem.
 */
final class AnswersMapper {

    /** Most answers, and most variants. */
    private static final int MOST = 50;

    private final Node.Fields root;
    private final ConvoyConfig world;
    private final ReadingContext reading;
    /** Variants that fit, by name. */
    private final Map<String, Variant> variants = new LinkedHashMap<>();
    /** Metrics by name, for each variant by name; the scenario itself has the name "". */
    private final Map<String, Map<String, Metric>> metrics = new HashMap<>();
    /** Answers that fit, as the file writes them. */
    private final List<Node> kept = new ArrayList<>();

    /**
     * A mapper of the answers in a tree.
     *
     * @param world the configuration that the tree gives
     */
    AnswersMapper(Node.Fields root, ConvoyConfig world, ReadingContext reading) {
        this.root = root;
        this.world = world;
        this.reading = reading;
    }

    /** Checks the keys alone, for a scenario with other problems. */
    static void checkKeys(Place places) {
        places.items().forEach(Place::checkKeys);
    }

    /** Answers that fit the scenario, in the order of the file. */
    List<Answer> answers(Place places, Place variantPlaces) {
        readVariants(variantPlaces);
        List<Answer> answers = new ArrayList<>();
        List<Place> items = places.items();
        if (items.size() > MOST) {
            places.problem("must have at most " + MOST + " entries, got " + items.size());
            return answers;
        }
        for (Place item : items) {
            Answer answer = item.checkKeys() ? answer(item) : null;
            if (answer != null && item.node() != null) {
                answers.add(answer);
                kept.add(item.node());
            }
        }
        return answers;
    }

    /** The tree without the answers and variants that were dropped. */
    Node.Fields withKept() {
        return keptVariants(keptAnswers());
    }

    private Node.Fields keptAnswers() {
        Node.Entry entry = root.entries().get("answers");
        if (entry == null || kept.isEmpty()) {
            return root.without("answers");
        }
        return root.with(
                "answers",
                new Node.Entry(
                        entry.keyPosition(), new Node.Items(kept, entry.value().position())));
    }

    private Node.Fields keptVariants(Node.Fields tree) {
        Node.Entry entry = root.entries().get("variants");
        if (entry == null || variants.isEmpty() || !(entry.value() instanceof Node.Fields fields)) {
            return tree.without("variants");
        }
        Node.Fields left = fields;
        for (String name : fields.entries().keySet()) {
            left = variants.containsKey(name) ? left : left.without(name);
        }
        return tree.with("variants", new Node.Entry(entry.keyPosition(), left));
    }

    private void readVariants(Place places) {
        if (!places.isPresent()) {
            return;
        }
        if (!(places.node() instanceof Node.Fields fields)) {
            places.problem("must be a map from names to variants of this scenario");
            return;
        }
        if (fields.entries().size() > MOST) {
            places.problem("must have at most " + MOST + " entries, got "
                    + fields.entries().size());
            return;
        }
        for (String name : fields.entries().keySet()) {
            Names.check(places, "variant", name);
            Place place = places.get(name);
            if (place.checkKeys()) {
                readVariant(name, place);
            }
        }
    }

    /**
     * Reads one variant. Its problems become problems of the scenario only if the file asked for writes the variant.
     */
    private void readVariant(String name, Place place) {
        Problems problems = new Problems();
        ReadingContext apart = reading.with(problems);
        Node.Fields tree = ChangesMapper.withSet(base(place, problems), place.get("set"), apart, List.of());
        ConvoyConfig config = problems.any() ? null : new ScenarioMapper(tree, apart).worldWithChanges();
        if (config != null
                && (!config.start().equals(world.start())
                        || config.horizonNanos() != world.horizonNanos()
                        || config.warmUpNanos() != world.warmUpNanos())) {
            problems.add(place.position(), place.path() + " must have the start, horizon and warm-up of this scenario");
        }
        if (config != null && !problems.any()) {
            variants.put(name, new Variant(name, config));
        } else if (isAsWritten(place)) {
            problems.errors().forEach(p -> reading.problems().add(place.position(), inVariant(place, p)));
        }
    }

    private static String inVariant(Place place, Problem problem) {
        return place.path() + ": " + problem.message();
    }

    /**
     * The tree to which a variant applies its values: that of this scenario, or of the built-in scenario that the
     * variant extends.
     */
    private Node.Fields base(Place place, Problems problems) {
        String name = place.get("extends").string("");
        if (name.isEmpty()) {
            return root;
        }
        if (!BuiltInFiles.names().contains(name)) {
            problems.add(
                    place.get("extends").position(),
                    "extends must be a built-in scenario, got " + Texts.shown(name)
                            + Texts.didYouMean(name, BuiltInFiles.names()));
            return root;
        }
        ScenarioFiles files = new ScenarioFiles();
        Node.Fields asked = files.first(name, problems);
        Node.Fields whole = asked == null ? null : Layers.extended(asked, files, problems);
        return whole == null ? root : overTheSameWindow(whole);
    }

    /**
     * Another tree with start, horizon and warm-up of this scenario, so that the two can be compared replication by
     * replication.
     */
    private Node.Fields overTheSameWindow(Node.Fields other) {
        Node.Fields tree = other;
        for (String key : List.of("start", "horizon", "warm-up")) {
            Node.Entry entry = root.entries().get(key);
            tree = entry == null ? tree.without(key) : tree.with(key, entry);
        }
        return tree;
    }

    /** One answer; null if it is wrong, with a problem added, or dropped. */
    private @Nullable Answer answer(Place place) {
        String says = place.get("says").string("").strip();
        Place metric = place.get("metric");
        Place recovery = place.get("recovery-from");
        if (metric.isPresent() == recovery.isPresent()) {
            place.problem("must have either metric or recovery-from");
            return null;
        }
        if (place.get("of").isPresent() && place.get("against").isPresent()) {
            place.get("against").problem("cannot stand beside of");
            return null;
        }
        Expectation expect = place.get("expect")
                .<Expectation>find(AnswersMapper::expectation)
                .orElse(null);
        Variant of = variant(place.get("of"));
        Variant against = variant(place.get("against"));
        if ((place.get("of").isPresent() && of == null) || (place.get("against").isPresent() && against == null)) {
            return null;
        }
        if (recovery.isPresent()) {
            return recovery(says, recovery, against, expect);
        }
        Metric found = metric(metric, of == null ? world : of.config(), of == null ? "" : of.name());
        boolean isThereToo =
                against == null || metrics(against.config(), against.name()).containsKey(metric.string(""));
        return found == null || !isThereToo ? null : new Answer.OfMetric(says, found, of, against, expect);
    }

    private @Nullable Answer recovery(
            String says, Place place, @Nullable Variant against, @Nullable Expectation expect) {
        LocalDate from = place.read(Times::date, world.start());
        long day = from.toEpochDay() - world.start().toEpochDay();
        if (against == null) {
            place.problem("needs against: the variant whose undelivered tonnes it is compared with");
            return null;
        }
        if (!world.hasTrucks() || !against.config().hasTrucks()) {
            if (isAsWritten(place)) {
                String alone = world.hasTrucks() ? "variant " + Texts.shown(against.name()) : "this scenario";
                place.problem("must be left out with traffic alone: " + alone + " has no tonnes to deliver");
            }
            return null;
        }
        if (day < 0 || day * Nanos.DAY >= world.horizonNanos()) {
            if (isAsWritten(place)) {
                place.problem("must lie within the run, got " + from);
            }
            return null;
        }
        return new Answer.Recovery(says, from, (int) day, against, expect);
    }

    private static Expectation expectation(String text) throws Invalid {
        Condition condition = Condition.read(text)
                .orElseThrow(() -> new Invalid(
                        "must be a sign (>=, <=, > or <) and a plain number without a unit, such as '>= 100', got "
                                + Texts.shown(text)));
        return new Expectation(condition.relation(), condition.bound());
    }

    /** The variant that an answer names; null if it names none or one that was dropped. */
    private @Nullable Variant variant(Place place) {
        String name = place.string("");
        if (!name.isEmpty() && !isNamed(name)) {
            List<String> known = names();
            place.problem("names no variant, got " + Texts.shown(name)
                    + (known.isEmpty() ? "; there are none under variants" : Texts.didYouMean(name, known)));
        }
        return variants.get(name);
    }

    private boolean isNamed(String name) {
        return names().contains(name);
    }

    /** Names of all variants in the file, those dropped included. */
    private List<String> names() {
        return root.get("variants") instanceof Node.Fields fields
                ? List.copyOf(fields.entries().keySet())
                : List.of();
    }

    /** The metric that an answer names; null if the configuration has no such metric. */
    private @Nullable Metric metric(Place place, ConvoyConfig config, String variant) {
        Map<String, Metric> known = metrics(config, variant);
        String name = place.string("");
        Metric metric = known.get(name);
        if (metric == null && isAsWritten(place) && !isOfAPart(name)) {
            place.problem("names no metric of this scenario, got " + Texts.shown(name)
                    + Texts.didYouMean(name, known.keySet()));
        }
        return metric;
    }

    /** Whether the metric belongs to a cargo or station, so that another scenario may lack it without an error. */
    private static boolean isOfAPart(String name) {
        return Metric.find(name)
                .filter(m -> m.family().part() != MetricPart.NONE)
                .isPresent();
    }

    private Map<String, Metric> metrics(ConvoyConfig config, String variant) {
        return metrics.computeIfAbsent(
                variant,
                v -> new BridgeModel(config, r -> false)
                        .metrics().stream().collect(Collectors.toMap(Metric::name, Function.identity(), (a, b) -> a)));
    }

    /**
     * Whether a value that does not fit is an error: the file asked for writes it, and {@code --set} changes nothing.
     * Otherwise an extended file or a set may have removed what the value fitted.
     */
    private boolean isAsWritten(Place place) {
        return place.position().layer() == 0 && !reading.hasSets();
    }
}
