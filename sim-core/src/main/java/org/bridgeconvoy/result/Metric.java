package org.bridgeconvoy.result;

import java.util.Arrays;
import java.util.Comparator;
import java.util.Optional;

/**
 * A quantity with one value in every replication: a {@link MetricFamily}, and the part that tells its metrics apart. Metrics of one name
 * are equal.
 */
public final class Metric {

    private static final String WHO = "WHO";

    private final MetricFamily family;
    private final String part;
    private final String note;
    /** The unit of this scenario's metric; empty for that of the family. */
    private final String ownUnit;

    private final String name;

    private Metric(MetricFamily family, String part, String note, String ownUnit) {
        this.family = family;
        this.part = part;
        this.note = note;
        this.ownUnit = ownUnit;
        name = replaced(family.pattern(), part);
    }

    /**
     * The metric of a family that has one.
     *
     * @param family whose part is {@code NONE}
     * @return such as {@code delivered_t_per_day}
     * @throws IllegalArgumentException if the family has several
     */
    public static Metric of(MetricFamily family) {
        if (family.part() != MetricPart.NONE) {
            throw new IllegalArgumentException(
                    family.pattern() + " needs a " + family.part().token());
        }
        return new Metric(family, "", "", "");
    }

    /**
     * A metric of a family that has one for each cargo, goal or the like.
     *
     * @param family whose part is not {@code NONE}
     * @param part the name of the cargo, goal, stream of traffic, stage or state
     * @return such as {@code delivered_t_per_day.cloth}
     * @throws IllegalArgumentException if the family has no metric of this part
     */
    public static Metric of(MetricFamily family, String part) {
        if (!family.part().accepts(part)) {
            throw new IllegalArgumentException("there is no " + family.pattern() + " of '" + part + "'");
        }
        return new Metric(family, part, "", "");
    }

    /**
     * A metric of a stage.
     *
     * @param family whose part is {@code STAGE}, {@code STATION} or {@code DIRECTION}
     * @param stage which
     * @return such as {@code wait_load_min}
     * @throws IllegalArgumentException if the family has no metric of this stage
     */
    public static Metric of(MetricFamily family, Stage stage) {
        return of(family, stage.label());
    }

    /**
     * A metric of a state of trucks.
     *
     * @param family whose part is {@code STATE}
     * @param state which
     * @return such as {@code truck_h_per_day.load.busy}
     * @throws IllegalArgumentException if the family has no metric of a state
     */
    public static Metric of(MetricFamily family, TruckState state) {
        return of(family, state.label());
    }

    /**
     * The metric of a name in files, whether a scenario has it or not.
     *
     * @param name such as {@code wait_load_min}
     * @return empty if no scenario can have it
     */
    public static Optional<Metric> find(String name) {
        return Arrays.stream(MetricFamily.values())
                .map(family -> new Metric(family, partIn(family, name), "", ""))
                .filter(metric -> metric.name.equals(name)
                        && (metric.family.part() == MetricPart.NONE
                                || metric.family.part().accepts(metric.part)))
                // "lead_time_h.cloth_p95" is the percentile of cloth, not the mean of a cargo "cloth_p95".
                .max(Comparator.comparingInt(metric -> metric.family.pattern().length()
                        - metric.family.part().token().length()));
    }

    /** What stands in a name in place of the token of a family; empty if the name does not fit. */
    private static String partIn(MetricFamily family, String name) {
        String pattern = family.pattern();
        String token = family.part().token();
        int before = pattern.indexOf(token);
        int behind = pattern.length() - before - token.length();
        return name.length() > before + behind ? name.substring(before, name.length() - behind) : "";
    }

    /**
     * The note that a reader of this scenario's metric needs, see {@link #withNote}.
     *
     * @return empty for none
     */
    public String note() {
        return note;
    }

    private String replaced(String pattern, String by) {
        String token = family.part().token();
        return token.isEmpty() ? pattern : pattern.replace(token, by);
    }

    /**
     * A copy with a note that a reader of this scenario's metric needs.
     *
     * @param more text behind {@link #text}
     * @return a copy, equal to this
     */
    public Metric withNote(String more) {
        return new Metric(family, part, more, ownUnit);
    }

    /**
     * A copy in the unit of one scenario: a cost in its currency.
     *
     * @param unit such as {@code CNY/d}; empty for the unit of the family
     * @return a copy, equal to this
     */
    public Metric withUnit(String unit) {
        return new Metric(family, part, note, unit);
    }

    /**
     * Its name in files.
     *
     * @return such as {@code wait_load_min}, {@code truck_h_per_day.idle}
     */
    public String name() {
        return name;
    }

    /**
     * The family that it belongs to.
     *
     * @return never null
     */
    public MetricFamily family() {
        return family;
    }

    /**
     * Which metric of the family it is.
     *
     * @return the name of a cargo, goal, stage, state or the like; empty if the family has one metric
     */
    public String part() {
        return part;
    }

    /**
     * The stage that it is of.
     *
     * @return empty if it is of no stage
     */
    public Optional<Stage> stage() {
        return switch (family.part()) {
            case STAGE, STATION, DIRECTION ->
                Arrays.stream(Stage.values())
                        .filter(stage -> stage.label().equals(part))
                        .findFirst();
            default -> Optional.empty();
        };
    }

    /**
     * Its unit for people.
     *
     * @return such as {@code min}, {@code trucks/d}; empty for a share
     */
    public String unit() {
        if (!ownUnit.isEmpty()) {
            return ownUnit;
        }
        return family.unit().equals(MetricFamily.UNIT_OF_COLUMN)
                ? unitOfColumn()
                : stage().map(stage -> withWho(family.unit(), stage)).orElse(family.unit());
    }

    private String unitOfColumn() {
        if (part.startsWith("wait_")) {
            return "min";
        }
        if (part.startsWith("queue_traffic.")) {
            return "vehicles";
        }
        if (part.equals("queue_" + Stage.TRUCK.label())) {
            return Stage.TRUCK.waiting();
        }
        return part.endsWith("_t") ? "t" : "trucks";
    }

    /**
     * What it is, in a few words.
     *
     * @return such as {@code tonnes delivered a day of cloth}
     */
    public String text() {
        String words = stage().map(
                        stage -> replaced(withWho(family.text(), stage), isOfDirection() ? part : stage.awaited()))
                .orElseGet(() -> replaced(family.text(), part));
        return note.isEmpty() ? words : words + "; " + note;
    }

    private boolean isOfDirection() {
        return family.part() == MetricPart.DIRECTION;
    }

    private static String withWho(String words, Stage stage) {
        return words.replace(WHO, stage.waiting());
    }

    /**
     * Where reports show the metric: as its family says. Of the stages, only the crossings of the bridge are shown outside the list of all
     * metrics.
     *
     * @return never null
     */
    public Prominence prominence() {
        return stage().filter(stage -> !stage.isCrossing()).isPresent() ? Prominence.DETAIL : family.prominence();
    }

    /**
     * Whether it is a 95th percentile of lead times or waits.
     *
     * @return as {@link MetricFamily#isPercentile}
     */
    public boolean isPercentile() {
        return family.isPercentile();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Metric metric && metric.name.equals(name);
    }

    @Override
    public int hashCode() {
        return name.hashCode();
    }

    @Override
    public String toString() {
        return name;
    }
}
