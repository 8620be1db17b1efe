package org.bridgeconvoy.study;

import java.util.ArrayList;
import java.util.List;
import org.bridgeconvoy.bridge.BridgeModel;
import org.bridgeconvoy.bridge.config.CargoStream;
import org.bridgeconvoy.bridge.config.ConvoyConfig;
import org.bridgeconvoy.bridge.control.Direction;
import org.bridgeconvoy.result.MetricFamily;
import org.bridgeconvoy.result.ReplicationResult;
import org.bridgeconvoy.scenario.Scenario;
import org.jspecify.annotations.Nullable;

/** Runs one scenario: its replications in parallel, their estimates, what limits throughput. */
public final class Study {

    private static final String REPLICATIONS = "replications";
    private static final String LANE = "saturated lane";

    private final Scenario scenario;
    private final ConvoyConfig config;
    private final StudyOptions options;
    private final Workers workers;
    private final Phases phases;

    private Study(Scenario scenario, StudyOptions options, Workers workers, Progress progress) {
        this.scenario = scenario;
        this.config = scenario.config();
        this.options = options;
        this.workers = workers;
        this.phases = new Phases(progress, phases(scenario, options));
    }

    /**
     * Runs a scenario.
     *
     * @param scenario what to run; its own seed and replications are not looked at
     * @param options how to run it
     * @param workers the threads; they do not change the result
     * @param progress hears of the replications, of what limits, of what answers and of the lane, each a phase
     * @throws IllegalArgumentException if the precision is asked of a metric that the scenario does not have
     * @throws org.bridgeconvoy.experiment.ReplicationException if a replication fails
     */
    public static StudyResult run(Scenario scenario, StudyOptions options, Workers workers, Progress progress) {
        return new Study(scenario, options, workers, progress).run();
    }

    /** Those that there may be. */
    private static List<String> phases(Scenario scenario, StudyOptions options) {
        List<String> phases = new ArrayList<>(List.of(REPLICATIONS));
        if (judges(options)) {
            phases.add(FurtherReplications.PHASE);
        }
        if (findsLimits(options)) {
            if (scenario.config().hasTrucks()) {
                phases.add(HeadroomSearch.PHASE);
            }
            phases.add(Elimination.PHASE);
        }
        if (measuresAnswers(options) && Answers.work(scenario, 1) > 0) {
            phases.add(Answers.PHASE);
        }
        if (hasLane(scenario.config(), options)) {
            phases.add(LANE);
        }
        return phases;
    }

    /** Until something is precise there are always enough replications to be judged. */
    private static boolean judges(StudyOptions options) {
        boolean isEnough =
                options.replications() >= Skewness.FEWEST || options.target().isGiven();
        return options.judged() && options.only() == 0 && isEnough;
    }

    /** What the lane could pass is a number of trucks. */
    private static boolean hasLane(ConvoyConfig config, StudyOptions options) {
        return options.limits() && config.hasTrucks();
    }

    private static boolean findsLimits(StudyOptions options) {
        return options.limits() && options.only() == 0;
    }

    private static boolean measuresAnswers(StudyOptions options) {
        return options.answers() && options.only() == 0;
    }

    private StudyResult run() {
        Recipe<ReplicationResult> recipe = recipe(options.trips(), options.controls());
        BridgeModel model = ((Wanted.Everything) recipe.wanted()).model(config);
        List<String> warnings = new ArrayList<>();
        Pools pools = new Pools(model.metrics());
        List<ReplicationResult> replications = replications(model, recipe, pools, warnings);
        List<MetricResult> estimates = estimates(model, pools, replications);
        List<MetricResult> marked = config.hasTrucks() ? Growing.marked(estimates, config, replications) : estimates;
        List<MetricResult> metrics =
                options.controls() ? Controls.added(marked, model.controls(), replications) : marked;
        WhatLimits found = findsLimits(options) ? limits(replications) : null;
        List<Answered> answers = List.of();
        if (measuresAnswers(options)) {
            answers = Answers.find(scenario, replications, metrics, options.seed(), workers, phases);
        }
        if (config.hasTrucks() && DemandCheck.isNothingConsigned(replications)) {
            warnings.add("nothing was consigned in any replication, so every count is 0 and every time is n/a");
        }
        if (replications.size() < 2 && options.only() == 0) {
            warnings.add("one replication has no interval; give --replications 30 to see how far chance reaches");
        }
        if (options.controls() && options.only() == 0 && replications.size() < Controls.FEWEST) {
            warnings.add("--controls needs " + Controls.FEWEST + " replications, got " + replications.size()
                    + ": no interval is narrowed");
        }
        LockWarning.of(config.start(), replications).ifPresent(warnings::add);
        if (config.hasTrucks()) {
            WarmUpAdvice.of(config, replications).ifPresent(warnings::add);
        }
        List<ObservedFit> observed = ObservedFits.of(scenario, replications);
        List<DayRange> days = config.hasTrucks() ? DayRange.of(model.wholeOpenDays(), replications) : List.of();
        return result(metrics, replications, answers, found, observed, warnings, days);
    }

    /** The world without what was observed, whose probes take time and say nothing about what limits. */
    private ConvoyConfig unobserved() {
        return config.observed().isEmpty()
                ? config
                : config.toBuilder().observed(List.of()).build();
    }

    /** How another machine makes the model of this scenario. */
    private Recipe<ReplicationResult> recipe(int trips, boolean controls) {
        return new Recipe<>(point -> scenario.resolvedText(), new Wanted.Everything(trips, options.only(), controls));
    }

    private List<ReplicationResult> replications(
            BridgeModel model, Recipe<ReplicationResult> recipe, Pools pools, List<String> warnings) {
        if (options.target().isGiven()) {
            return untilPrecise(model, recipe, pools, warnings);
        }
        int first = Math.max(1, options.only());
        int count = options.only() > 0 ? 1 : options.replications();
        Work work = phases.begin(REPLICATIONS, count);
        return Replications.run(model, recipe, options.seed(), first, count, workers, pools, work::oneDone);
    }

    private WhatLimits limits(List<ReplicationResult> replications) {
        ConvoyConfig world = unobserved();
        WhatLimits found = LimitFinder.find(world, replications, options.seed(), workers.runner(), phases);
        return found.verdict() == WhatLimits.Verdict.DEMAND
                ? found.withHeadroom(HeadroomSearch.find(world, replications, options.seed(), workers, phases))
                : found;
    }

    private List<MetricResult> estimates(BridgeModel model, Pools pools, List<ReplicationResult> replications) {
        PointStore.Values values = Estimates.values(model.metrics(), replications, pools);
        return judges(options) && values.chance()
                ? FurtherReplications.marked(
                        Estimates.toBeJudged(values),
                        config,
                        recipe(0, false),
                        options.seed(),
                        replications.size(),
                        workers,
                        phases)
                : Estimates.of(values);
    }

    private List<ReplicationResult> untilPrecise(
            BridgeModel model, Recipe<ReplicationResult> recipe, Pools pools, List<String> warnings) {
        UntilPrecise run = UntilPrecise.run(
                model,
                recipe,
                pools,
                options.target(),
                options.seed(),
                options.replications(),
                workers,
                phases.untilPrecise(REPLICATIONS, UntilPrecise.most(options.replications())));
        run.warning().ifPresent(warnings::add);
        return run.results();
    }

    private StudyResult result(
            List<MetricResult> metrics,
            List<ReplicationResult> replications,
            List<Answered> answers,
            @Nullable WhatLimits limits,
            List<ObservedFit> observed,
            List<String> warnings,
            List<DayRange> days) {
        return new StudyResult(
                scenario.name(),
                scenario.question(),
                scenario.description(),
                scenario.resolvedText(),
                scenario.sources().stream().map(Study::source).toList(),
                options.seed(),
                Version.current(),
                config.start(),
                config.horizonNanos(),
                config.warmUpNanos(),
                config.trucks(),
                config.demand().stream().map(CargoStream::cargo).toList(),
                metrics,
                replications,
                answers,
                limits,
                lanes(metrics, replications),
                observed,
                warnings,
                days,
                WorldFacts.of(config));
    }

    private static Source source(org.bridgeconvoy.scenario.Source source) {
        return new Source(
                source.path(),
                source.grade(),
                orEmpty(source.says()),
                orEmpty(source.source()),
                orEmpty(source.reason()));
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }

    private List<LanePassage> lanes(List<MetricResult> metrics, List<ReplicationResult> replications) {
        if (!hasLane(config, options)) {
            return List.of();
        }
        Work work = phases.begin(LANE, 1);
        List<LaneCapacity.Passing> could = LaneCapacity.of(config, DailyTables.of(replications));
        work.oneDone();
        List<LanePassage> lanes = new ArrayList<>();
        for (Direction direction : Direction.values()) {
            LaneCapacity.Passing passing = could.get(direction.ordinal());
            metrics.stream()
                    .filter(m -> m.metric().family() == passed(direction))
                    .findFirst()
                    .ifPresent(passed -> lanes.add(
                            new LanePassage(direction.label(), passing.perDay(), passing.basis(), passed.estimate())));
        }
        return lanes;
    }

    private static MetricFamily passed(Direction direction) {
        return direction == Direction.OUTBOUND
                ? MetricFamily.OUTBOUND_TRUCKS_PER_DAY
                : MetricFamily.RETURN_TRUCKS_PER_DAY;
    }
}
