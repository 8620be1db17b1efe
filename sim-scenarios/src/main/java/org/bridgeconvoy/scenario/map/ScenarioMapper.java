package org.bridgeconvoy.scenario.map;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.bridgeconvoy.bridge.BridgeModel;
import org.bridgeconvoy.bridge.config.BankConfig;
import org.bridgeconvoy.bridge.config.BridgeConfig;
import org.bridgeconvoy.bridge.config.CargoStream;
import org.bridgeconvoy.bridge.config.Consignment;
import org.bridgeconvoy.bridge.config.ConvoyConfig;
import org.bridgeconvoy.bridge.config.ConvoyRule;
import org.bridgeconvoy.bridge.config.DayGoal;
import org.bridgeconvoy.bridge.config.Feasibility;
import org.bridgeconvoy.bridge.config.Observed;
import org.bridgeconvoy.bridge.config.TrafficStream;
import org.bridgeconvoy.bridge.config.TruckClass;
import org.bridgeconvoy.calendar.DateRange;
import org.bridgeconvoy.calendar.LocalClock;
import org.bridgeconvoy.calendar.Nanos;
import org.bridgeconvoy.calendar.TimeZone;
import org.bridgeconvoy.random.Distribution;
import org.bridgeconvoy.scenario.Answer;
import org.bridgeconvoy.scenario.Scenario;
import org.bridgeconvoy.scenario.Source;
import org.bridgeconvoy.scenario.UncertainInputs;
import org.bridgeconvoy.scenario.key.Place;
import org.bridgeconvoy.scenario.key.ReadingContext;
import org.bridgeconvoy.scenario.key.Tree;
import org.bridgeconvoy.scenario.text.Dimension;
import org.bridgeconvoy.scenario.text.Node;
import org.bridgeconvoy.scenario.text.Position;
import org.bridgeconvoy.scenario.text.Texts;
import org.bridgeconvoy.scenario.text.Times;
import org.jspecify.annotations.Nullable;

/**
 * Maps the merged tree of a scenario to its configuration. Every part is read even if another part has problems, so
 * that the user sees all problems at once; only checks of the whole model wait until all parts are good.
 */
public final class ScenarioMapper {

    /** Most ranges of closed dates of a bank. */
    private static final int MOST_CLOSED = 4_000;

    /** Keys of the stations of a bank other than customs. */
    private record StationKeys(String handling, String returnHandling, String returnCustoms) {}

    private static final StationKeys ORIGIN = new StationKeys("loading", "unloading", "import");
    private static final StationKeys DESTINATION = new StationKeys("unloading", "loading", "export");

    private final Node.Fields root;
    private final Place top;
    private final ReadingContext reading;
    /** The configuration that a change replaces in part; null for a scenario or variant. */
    private final @Nullable ConvoyConfig unchanged;

    /** A mapper of a scenario or variant. */
    public ScenarioMapper(Node.Fields root, ReadingContext reading) {
        this(root, reading, null);
    }

    /**
     * A mapper of a configuration that a change puts in place of another one.
     *
     * @param unchanged the configuration at the start of the run, which provides the parts that cannot change; null for
     *     none
     */
    public ScenarioMapper(Node.Fields root, ReadingContext reading, @Nullable ConvoyConfig unchanged) {
        this.unchanged = unchanged;
        this.root = root;
        this.reading = reading;
        this.top = new Place("", root, root.position(), reading.shapes().scenario(), reading);
    }

    /** Maps the whole file. Returns null if there is any problem. */
    public @Nullable Scenario map() {
        ConvoyConfig whole = worldWithChanges();
        String name = top.get("scenario").string("");
        String wrong = name.isEmpty() ? "" : Names.wrong(name);
        if (!wrong.isEmpty()) {
            top.get("scenario").problem(wrong + ", got " + Texts.shown(name));
        }
        String question = top.get("question").string("").strip();
        String description = top.get("description").string("").strip();
        long seed = top.get("seed").whole(Long.MIN_VALUE, Long.MAX_VALUE);
        int replications = (int) top.get("replications").whole(1, ReadingContext.MAX_COUNT);
        List<Source> sources = new SourcesMapper(root).sources(top.get("sources"));
        if (whole == null || reading.problems().any()) {
            AnswersMapper.checkKeys(top.get("answers"));
            return null;
        }
        AnswersMapper mapper = new AnswersMapper(root, whole, reading);
        List<Answer> answers = mapper.answers(top.get("answers"), top.get("variants"));
        UncertainMapper uncertainty = new UncertainMapper(
                root, reading, (tree, problems) -> new ScenarioMapper(tree, reading.with(problems)).worldWithChanges());
        UncertainInputs uncertain = uncertainty.inputs(top.get("uncertain"));
        if (reading.problems().any()) {
            return null;
        }
        String resolved = new ResolvedText(reading).of(uncertainty.withKept(mapper.withKept()));
        return new Scenario(
                name, question, description, whole, seed, replications, sources, answers, uncertain, resolved);
    }

    /** The configuration with its changes; null, with a problem added, if it is wrong or the model could never run. */
    public @Nullable ConvoyConfig worldWithChanges() {
        return worldWithChanges(null);
    }

    /**
     * The configuration with its changes, for a caller that may have read what was observed.
     *
     * @param known what was observed; null if it is not read yet
     */
    public @Nullable ConvoyConfig worldWithChanges(@Nullable List<Observed> known) {
        ConvoyConfig world = world();
        ChangesMapper changes = new ChangesMapper(root, reading);
        ConvoyConfig whole =
                world == null || reading.problems().any() ? null : changes.withChanges(world, top.get("changes"));
        if (whole == null || reading.problems().any() || !isFeasible(whole, changes) || !canBegin(whole)) {
            observed(null);
            return null;
        }
        ConvoyConfig withCosts = new CostsMapper(whole, changes, reading).withCosts(top.get("costs"));
        List<Observed> observed = known == null ? observed(withCosts) : known;
        return reading.problems().any()
                ? null
                : observed.isEmpty()
                        ? withCosts
                        : withCosts.toBuilder().observed(observed).build();
    }

    /**
     * What was observed, with problems added.
     *
     * @param whole null if the rest has problems; then what depends on it is not checked
     */
    private List<Observed> observed(@Nullable ConvoyConfig whole) {
        Place observed = top.get("observed");
        return observed.isPresent()
                ? new ObservedMapper(
                                top.get("start").read(Times::date, LocalDate.of(2024, 1, 1)), whole, trafficNames())
                        .observed(observed)
                : List.of();
    }

    /**
     * Builds the model once: only then does its demand over the whole run show, and whether it can be computed. Then
     * warns about the demand.
     */
    private boolean canBegin(ConvoyConfig world) {
        BridgeModel model = top.get(world.hasTrucks() ? "demand" : "traffic")
                .make(reading.problems().count(), () -> new BridgeModel(world, r -> false));
        if (model != null) {
            new DemandWarnings(model, top).warn();
        }
        return model != null;
    }

    /** The configuration without its changes; null, with a problem added, if it is wrong. */
    @Nullable
    ConvoyConfig world() {
        int before = reading.problems().count();
        top.checkKeys();
        LocalDate start = top.get("start").read(Times::date, LocalDate.of(2024, 1, 1));
        if (start.getYear() < 1600 || start.getYear() > 9000) {
            top.get("start").problem("must lie in the years 1600 to 9000, got " + start);
        }
        int beforeTimes = reading.problems().count();
        long horizon = top.get("horizon").positiveNanos(Nanos.DAY);
        long warmUp = top.get("warm-up").nanos();
        if (warmUp >= horizon
                && top.get("horizon").isPresent()
                && reading.problems().count() == beforeTimes) {
            top.get("warm-up")
                    .problem("must be shorter than the horizon ("
                            + top.get("horizon").text() + "), got "
                            + top.get("warm-up").text());
        }
        BankConfig origin = bank(top.get("origin"), ORIGIN, top.get("destination"));
        BankConfig destination = bank(top.get("destination"), DESTINATION, top.get("origin"));
        long reference = LocalClock.reference(origin.timeZone(), start);
        LocalClock clock = LocalClock.of(origin.timeZone(), start, reference);
        BridgeConfig bridge =
                top.get("bridge").isPresent() ? new BridgeMapper(start, clock).bridge(top.get("bridge")) : null;
        List<TruckClass> fleet = fleet(top.get("fleet"));
        Distribution waitForLoad = DistributionReader.at(top.get("fleet").get("wait-for-load"), Dimension.DURATION);
        Place convoys = top.get("convoys");
        boolean hasConvoys = convoys.isPresent() && convoys.checkKeys();
        ConvoyRule outbound = hasConvoys ? BridgeMapper.convoy(convoys.get("outbound")) : null;
        ConvoyRule inbound = hasConvoys ? BridgeMapper.convoy(convoys.get("return")) : null;
        requireDemandOrTraffic();
        List<CargoStream> drawn =
                new DemandMapper(start, fleet.stream().map(TruckClass::name).toList()).streams(top.get("demand"));
        List<Consignment> consignments = unchanged == null
                ? new ConsignmentsMapper(start, clock, reference * Nanos.SECOND, horizon, carrying(fleet, bridge))
                        .consignments(top.get("consignments"), drawn)
                : unchanged.consignments();
        double length = bridge == null ? 1 : bridge.lengthMetres();
        List<TrafficStream> traffic = new TrafficMapper(start, length).traffic(top.get("traffic"));
        List<CargoStream> demand = ConsignmentsMapper.withListed(drawn, consignments);
        List<DayGoal> goals = GoalsMapper.goals(top.get("goals"));
        ConvoyConfig world = bridge == null || reading.problems().count() > before
                ? null
                : top.make(
                        before,
                        () -> ConvoyConfig.builder()
                                .start(start)
                                .horizonNanos(horizon)
                                .warmUpNanos(warmUp)
                                .bridge(bridge)
                                .outboundConvoys(outbound)
                                .returnConvoys(inbound)
                                .fleet(fleet)
                                .origin(origin)
                                .destination(destination)
                                .demand(demand)
                                .consignments(consignments)
                                .goals(goals)
                                .waitForLoadSeconds(waitForLoad)
                                .traffic(traffic)
                                .build());
        if (world != null) {
            new Plausibility(world).unusual().forEach((path, message) -> warn(root, path, message));
        }
        return world;
    }

    /**
     * Requires a fleet with demand, or through traffic. Through traffic alone must come without keys that count trucks.
     */
    private void requireDemandOrTraffic() {
        boolean demand =
                top.get("demand").isPresent() || top.get("consignments").isPresent();
        boolean traffic = top.get("traffic").isPresent();
        if (!top.get("fleet").isPresent() && (demand || !traffic)) {
            reading.problems().add(top.position(), "required key 'fleet' is missing");
        }
        if (!demand && !traffic) {
            reading.problems().add(top.position(), "required key 'demand' is missing");
        }
        if (traffic && !demand) {
            refuse("fleet", "must be left out with traffic alone: there is no demand for it to carry");
            refuse("goals", "must be left out with traffic alone: goals count trucks a day, and there are none");
        }
    }

    private List<String> trafficNames() {
        return top.get("traffic").node() instanceof Node.Fields fields
                ? List.copyOf(fields.entries().keySet())
                : List.of();
    }

    /** Reports a key that must be left out here. */
    private void refuse(String key, String why) {
        if (top.get(key).isPresent()) {
            top.get(key).problem(why);
        }
    }

    /** Warns about the value at a path. */
    private void warn(Node.Fields tree, String path, String message) {
        reading.problems().warn(Tree.nearestPosition(tree, path), path + ": " + message);
    }

    /**
     * Reports what can never work, such as a load that no truck may carry over the bridge; false if there is such a
     * finding.
     */
    private boolean isFeasible(ConvoyConfig world, ChangesMapper changes) {
        boolean feasible = true;
        for (Feasibility.Finding finding : Feasibility.check(world)) {
            Position position = Tree.nearestPosition(changes.tree(finding.change()), finding.path());
            if (finding.fatal()) {
                boolean isPredicate = finding.message().startsWith("is ");
                reading.problems().add(position, (isPredicate ? finding.path() + " " : "") + finding.message());
                feasible = false;
            } else {
                warn(changes.tree(finding.change()), finding.path(), finding.message());
            }
        }
        return feasible;
    }

    /** The classes of trucks; a fleet without classes is one class with an empty name. */
    private List<TruckClass> fleet(Place place) {
        List<TruckClass> fleet = new ArrayList<>();
        int before = reading.problems().count();
        if (!place.isPresent() || !place.checkKeys()) {
            return fleet;
        }
        Place classes = place.get("classes");
        if (!classes.isPresent()) {
            if (!place.get("trucks").isPresent()) {
                reading.problems().add(place.position(), "required key 'fleet.trucks' is missing");
            }
            add(fleet, truckClass("", place, 1));
            return fleet;
        }
        for (String key : List.of("trucks", "payload", "tare", "turnaround")) {
            if (place.get(key).isPresent()) {
                place.get(key).problem("goes into each of fleet.classes, not beside them");
            }
        }
        if (!(classes.node() instanceof Node.Fields fields)) {
            classes.problem("must be a map from names to classes of trucks");
            return fleet;
        }
        for (String name : fields.entries().keySet()) {
            Names.check(classes, "class", name);
            if (classes.get(name).checkKeys()) {
                add(fleet, truckClass(name, classes.get(name), 0));
            }
        }
        long trucks = fleet.stream().mapToLong(TruckClass::trucks).sum();
        if (reading.problems().count() == before && (trucks < 1 || trucks > ReadingContext.MAX_COUNT)) {
            classes.problem("must have from 1 to " + ReadingContext.MAX_COUNT + " trucks together, got " + trucks);
        }
        return fleet;
    }

    private static void add(List<TruckClass> fleet, @Nullable TruckClass truckClass) {
        if (truckClass != null) {
            fleet.add(truckClass);
        }
    }

    /** A class of at least {@code least} trucks; null, with a problem added, if it is wrong. */
    private @Nullable TruckClass truckClass(String name, Place place, int least) {
        int before = reading.problems().count();
        int trucks = (int) place.get("trucks").whole(least, ReadingContext.MAX_COUNT, 1);
        double payload = place.get("payload").quantity(Dimension.MASS, false, Double.POSITIVE_INFINITY);
        double tare = place.get("tare").quantity(Dimension.MASS, true);
        Distribution turnaround = DistributionReader.at(place.get("turnaround"), Dimension.DURATION);
        return place.make(before, () -> new TruckClass(name, trucks, payload, tare, turnaround));
    }

    /** A bank; its clock is that of the other bank if it names none. */
    private static BankConfig bank(Place place, StationKeys keys, Place otherBank) {
        if (!place.isPresent() || !place.checkKeys()) {
            return BankConfig.of(zone(place, otherBank));
        }
        return BankConfig.of(zone(place, otherBank))
                .withClosed(closed(place.get("closed")))
                .withHandling(StationMapper.station(place.get(keys.handling)))
                .withCustoms(StationMapper.station(place.get("customs")))
                .withReturnHandling(StationMapper.station(place.get(keys.returnHandling)))
                .withReturnCustoms(StationMapper.station(place.get(keys.returnCustoms)))
                .withRoadSeconds(road(place.get("road")));
    }

    /** Time on the road in seconds; null if the bank has no road. */
    private static @Nullable Distribution road(Place place) {
        return place.isPresent() ? DistributionReader.at(place, Dimension.DURATION, Distribution.constant(0)) : null;
    }

    /** The clock of a bank; a bank without one has the clock of the other bank. */
    private static TimeZone zone(Place place, Place otherBank) {
        Place offset = place.get("utc-offset");
        Place zone = place.get("time-zone");
        if (offset.isPresent() && zone.isPresent()) {
            zone.problem("must not stand beside utc-offset: a bank has one clock");
        }
        Place bank = offset.isPresent() || zone.isPresent() ? place : otherBank;
        return bank.get("time-zone").isPresent()
                ? bank.get("time-zone").read(Times::zone, TimeZone.fixed(ZoneOffset.UTC))
                : TimeZone.fixed(bank.get("utc-offset").read(Times::offset, ZoneOffset.UTC));
    }

    /** Dates on which a bank is closed. */
    private static List<DateRange> closed(Place place) {
        List<DateRange> ranges = new ArrayList<>();
        List<Place> items = place.items();
        if (items.size() > MOST_CLOSED) {
            place.problem("must have at most " + MOST_CLOSED + " entries, got " + items.size());
            return ranges;
        }
        for (Place item : items) {
            item.<DateRange>find(Times::dates).ifPresent(ranges::add);
        }
        return ranges;
    }

    /** The largest load that a truck can take over the bridge, in t; infinite if nothing limits it. */
    private static double carrying(List<TruckClass> fleet, @Nullable BridgeConfig bridge) {
        double limit = bridge == null ? Double.POSITIVE_INFINITY : bridge.maxTruckMassTonnes();
        return fleet.stream().mapToDouble(c -> c.carryingTonnes(limit)).max().orElse(Double.POSITIVE_INFINITY);
    }
}
