package org.bridgeconvoy.result;

/**
 * The catalogue of metrics: every metric of a result belongs to one of these families, and takes from it name, unit, words for
 * people and definition. Model, study, texts, charts and pages name metrics by these values alone, so a new metric needs a value here and the
 * place that measures it. The order is that of texts and documents; the order of the files is the model's.
 *
 * <p>In names, texts and definitions a word in capitals ({@link MetricPart#token}) stands for what the metrics of a family differ in; {@code
 * WHO} is {@link Stage#waiting}.
 */
public enum MetricFamily {
    /** Outbound exits from the bridge. */
    OUTBOUND_TRUCKS_PER_DAY(
            "outbound_trucks_per_day",
            "trucks/d",
            "outbound trucks a day",
            "Outbound trucks that left the bridge, per measured day.",
            new Traits(MetricGroup.THROUGHPUT, Better.MORE, Prominence.HEADLINE)),
    /** Outbound exits by open day. */
    OUTBOUND_TRUCKS_PER_OPEN_DAY(
            "outbound_trucks_per_open_day",
            "trucks/d",
            "outbound trucks an open day",
            "Outbound trucks that left the bridge, per date on which control and closures let outbound "
                    + "trucks enter at some time.",
            new Traits(MetricGroup.THROUGHPUT, Better.NEITHER, Prominence.DETAIL)),
    /** Exits on return. */
    RETURN_TRUCKS_PER_DAY(
            "return_trucks_per_day",
            "trucks/d",
            "return trucks a day",
            "Return trucks that left the bridge, per measured day.",
            new Traits(MetricGroup.THROUGHPUT, Better.NEITHER, Prominence.DETAIL)),
    /** Tonnes unloaded. */
    DELIVERED_T_PER_DAY(
            MetricFamily.DELIVERED_NAME,
            "t/d",
            "tonnes delivered a day",
            "Tonnes whose unloading ended, per measured day.",
            new Traits(MetricGroup.THROUGHPUT, Better.MORE, Prominence.HEADLINE)),
    /** Tonnes unloaded of one cargo. */
    DELIVERED_T_PER_DAY_OF_CARGO(
            MetricFamily.DELIVERED_NAME + ".CARGO",
            MetricPart.CARGO,
            "t/d",
            "tonnes delivered a day of CARGO",
            "Tonnes of CARGO whose unloading ended, per measured day.",
            new Traits(MetricGroup.THROUGHPUT, Better.MORE, Prominence.MAIN)),
    /** Tonnes of return loads unloaded. */
    RETURN_T_PER_DAY(
            "return_t_per_day",
            "t/d",
            "tonnes of return loads a day",
            "Tonnes of return loads whose unloading ended, per measured day; a part of the tonnes delivered.",
            new Traits(MetricGroup.THROUGHPUT, Better.MORE, Prominence.MAIN)),
    /** Mean lead time. */
    LEAD_TIME_H(
            "lead_time_h",
            "h",
            "hours from consigned to unloaded",
            "Mean time from consigned to unloaded, over truckloads unloaded in the window.",
            new Traits(MetricGroup.LEAD_TIME, Better.LESS, Prominence.HEADLINE)),
    /** Mean lead time of one cargo. */
    LEAD_TIME_H_OF_CARGO(
            "lead_time_h.CARGO",
            MetricPart.CARGO,
            "h",
            "hours from consigned to unloaded, CARGO",
            "Mean time from consigned to unloaded, over truckloads of CARGO unloaded in the window.",
            new Traits(MetricGroup.LEAD_TIME, Better.LESS, Prominence.MAIN)),
    /** 95th percentile of lead times. */
    LEAD_TIME_H_P95(
            "lead_time_h_p95",
            "h",
            "hours from consigned to unloaded, 95th percentile",
            "95th percentile of the times from consigned to unloaded, over truckloads unloaded in the window.",
            new Traits(MetricGroup.LEAD_TIME, Better.LESS, Prominence.DETAIL)),
    /** 95th percentile of lead times of one cargo. */
    LEAD_TIME_H_OF_CARGO_P95(
            "lead_time_h.CARGO_p95",
            MetricPart.CARGO,
            "h",
            "hours from consigned to unloaded, CARGO, 95th percentile",
            "95th percentile of the times from consigned to unloaded, over truckloads of CARGO unloaded in "
                    + "the window.",
            new Traits(MetricGroup.LEAD_TIME, Better.LESS, Prominence.DETAIL)),
    /** Mean length of a trip. */
    CYCLE_TIME_H(
            "cycle_time_h",
            "h",
            "hours of a trip",
            "Mean time from assigned to available again, over trips that ended in the window.",
            new Traits(MetricGroup.TRIP, Better.NEITHER, Prominence.MAIN)),
    /** Trucks away at midnight. */
    AWAY_OVERNIGHT(
            "away_overnight",
            "trucks",
            "trucks away overnight",
            "Trucks that have entered the bridge outbound and not left it on return at 24:00, mean over days.",
            new Traits(MetricGroup.TRIP, Better.NEITHER, Prominence.DETAIL)),
    /** Tonnes not delivered at the end. */
    UNDELIVERED_END_T(
            "undelivered_end_t",
            "t",
            "tonnes undelivered at the end",
            "Tonnes consigned but not delivered at the end of the run.",
            new Traits(MetricGroup.THROUGHPUT, Better.LESS, Prominence.HEADLINE)),
    /** Days until a cargo is all unloaded. */
    DAYS_TO_CLEAR(
            "days_to_clear.CARGO",
            MetricPart.CARGO,
            "d",
            "days until the last of CARGO is unloaded",
            "Days from the start until all of CARGO is unloaded, over replications that get there.",
            new Traits(MetricGroup.CLEARING, Better.LESS, Prominence.HEADLINE)),
    /** Share of days that meet a goal. */
    SHARE_OF_OPEN_DAYS(
            "share_of_open_days.GOAL",
            MetricPart.GOAL,
            "",
            "share of open days that meet GOAL",
            "Share of the whole days of the window on which outbound trucks may enter that meet GOAL.",
            new Traits(MetricGroup.GOAL, Better.NEITHER, Prominence.DETAIL)),
    /** Mean wait before a stage. */
    WAIT_MIN(
            "wait_STAGE_min",
            MetricPart.STAGE,
            "min",
            "minutes waiting for STAGE, mean",
            "Mean time from arriving at the queue before STAGE to beginning it, over WHO that began it in "
                    + "the window.",
            new Traits(MetricGroup.WAIT, Better.LESS, Prominence.HEADLINE)),
    /** 95th percentile of waits before a stage. */
    WAIT_P95_MIN(
            "wait_STAGE_p95_min",
            MetricPart.STAGE,
            "min",
            "minutes waiting for STAGE, 95th percentile",
            "95th percentile of the times from arriving at the queue before STAGE to beginning it, over WHO "
                    + "that began it in the"
                    + " window.",
            new Traits(MetricGroup.WAIT, Better.LESS, Prominence.DETAIL)),
    /** Mean queue before a stage. */
    QUEUE(
            "queue_STAGE",
            MetricPart.STAGE,
            "WHO",
            "WHO waiting for STAGE, time average",
            "Number of WHO in the queue before STAGE, time average over the window.",
            new Traits(MetricGroup.QUEUE, Better.NEITHER, Prominence.DETAIL)),
    /** Longest queue before a stage. */
    QUEUE_MAX(
            "queue_STAGE_max",
            MetricPart.STAGE,
            "WHO",
            "most WHO waiting for STAGE",
            "Largest number of WHO in the queue before STAGE that waited for a positive time.",
            new Traits(MetricGroup.QUEUE, Better.NEITHER, Prominence.DETAIL)),
    /** Use of a station. */
    UTILISATION(
            "utilisation_STATION",
            MetricPart.STATION,
            "",
            "busy server time per open server time, STATION",
            "Busy server time of STATION ÷ (servers × open time in the window, by shifts their sum); above 1 "
                    + "where services run on past closing time or the end of a shift.",
            new Traits(MetricGroup.USE, Better.NEITHER, Prominence.DETAIL)),
    /** Occupancy of the lane. */
    BRIDGE_OCCUPIED(
            "bridge_occupied_DIRECTION",
            MetricPart.DIRECTION,
            "",
            "share of time with the lane occupied, DIRECTION",
            "Share of all time with at least one truck or vehicle of that direction on the lane.",
            new Traits(MetricGroup.USE, Better.NEITHER, Prominence.DETAIL)),
    /** Turns of the lane. */
    BRIDGE_TURNS_PER_DAY(
            "bridge_turns_per_day",
            "1/d",
            "turns of the lane a day",
            "Entries that follow an entry in the other direction while the bridge has one lane, per measured day; left out where it always has two.",
            new Traits(MetricGroup.USE, Better.NEITHER, Prominence.DETAIL)),
    /** Truck-hours in a state. */
    TRUCK_H_PER_DAY(
            "truck_h_per_day.STATE",
            MetricPart.STATE,
            "h/d",
            "truck-hours a day in state STATE",
            "Hours of all trucks in STATE, per measured day; over all states they add up to trucks × 24 h.",
            new Traits(MetricGroup.STATE, Better.NEITHER, Prominence.DETAIL)),
    /** Through traffic. */
    TRAFFIC_PER_DAY(
            "traffic_per_day.NAME",
            MetricPart.TRAFFIC,
            "vehicles/d",
            "vehicles a day, NAME",
            "Vehicles of NAME that left the bridge, per measured day.",
            new Traits(MetricGroup.TRAFFIC, Better.NEITHER, Prominence.MAIN)),
    /** Mean wait of through traffic. */
    WAIT_TRAFFIC_MIN(
            "wait_traffic_min.NAME",
            MetricPart.TRAFFIC,
            "min",
            "minutes waiting for the bridge, NAME, mean",
            "Mean time from joining the bridge queue to entering, over vehicles of NAME that entered in the window.",
            new Traits(MetricGroup.TRAFFIC, Better.LESS, Prominence.HEADLINE)),
    /** 95th percentile of waits of through traffic. */
    WAIT_TRAFFIC_P95_MIN(
            "wait_traffic_p95_min.NAME",
            MetricPart.TRAFFIC,
            "min",
            "minutes waiting for the bridge, NAME, 95th percentile",
            "95th percentile of the times from joining the bridge queue to entering, over vehicles of NAME "
                    + "that entered in the window.",
            new Traits(MetricGroup.TRAFFIC, Better.LESS, Prominence.DETAIL)),
    /** Longest queue of through traffic. */
    QUEUE_TRAFFIC_MAX(
            "queue_traffic_max.NAME",
            MetricPart.TRAFFIC,
            "vehicles",
            "most vehicles waiting for the bridge, NAME",
            "Largest number of vehicles of NAME in the bridge queue that waited for a positive time.",
            new Traits(MetricGroup.TRAFFIC, Better.NEITHER, Prominence.DETAIL)),
    /** What the world costs. */
    COST(
            "cost",
            "1/d",
            "cost a day",
            "What trucks, servers and open hours cost a day, by the costs of the scenario and in the currency that they "
                    + "name, if they do; changes are averaged over the window.",
            new Traits(MetricGroup.COST, Better.LESS, Prominence.MAIN)),
    /** Mean error of a replication beside an observed column. */
    OBSERVED_ERROR(
            "observed_error.COLUMN",
            MetricPart.COLUMN,
            MetricFamily.UNIT_OF_COLUMN,
            "simulated minus observed, COLUMN, mean",
            "Simulated minus observed, mean over the numbers of COLUMN in the window.",
            new Traits(MetricGroup.OBSERVED, Better.NEITHER, Prominence.DETAIL)),
    /** Root mean squared error. */
    OBSERVED_RMSE(
            "observed_rmse.COLUMN",
            MetricPart.COLUMN,
            MetricFamily.UNIT_OF_COLUMN,
            "root mean squared error beside the observed COLUMN",
            "Root of the mean squared difference between simulated and observed numbers of COLUMN in the window.",
            new Traits(MetricGroup.OBSERVED, Better.LESS, Prominence.MAIN)),
    /** Mean absolute percentage error. */
    OBSERVED_MAPE(
            "observed_mape.COLUMN",
            MetricPart.COLUMN,
            "",
            "mean absolute error as a share of the observed COLUMN",
            "Mean absolute difference between simulated and observed numbers of COLUMN in the window as a share of the "
                    + "observed, over those above 0.",
            new Traits(MetricGroup.OBSERVED, Better.LESS, Prominence.DETAIL)),
    /** Days of recovery; only in answers. */
    RECOVERY_D(
            "recovery_d",
            "d",
            "days until the undelivered tonnes of a variant are reached again",
            "Days from a date to the end of the first day on which no more is undelivered than in the variant.",
            new Traits(MetricGroup.ANSWER, Better.LESS, Prominence.DETAIL));

    /** The name of {@link #DELIVERED_T_PER_DAY} as a constant, which annotations need. */
    public static final String DELIVERED_NAME = "delivered_t_per_day";

    /** Stands for the unit of an observed column. */
    static final String UNIT_OF_COLUMN = "that of COLUMN";

    private final String pattern;
    private final MetricPart part;
    private final String unit;
    private final String text;
    private final String definition;

    @SuppressWarnings("ImmutableEnumChecker") // A record of enums.
    private final Traits traits;

    MetricFamily(String name, String unit, String text, String definition, Traits traits) {
        this(name, MetricPart.NONE, unit, text, definition, traits);
    }

    MetricFamily(String pattern, MetricPart part, String unit, String text, String definition, Traits traits) {
        this.pattern = pattern;
        this.part = part;
        this.unit = unit;
        this.text = text;
        this.definition = definition;
        this.traits = traits;
    }

    private record Traits(MetricGroup group, Better better, Prominence prominence) {}

    /**
     * The names of its metrics, with a word in capitals for what they differ in: {@code wait_STAGE_min}.
     *
     * @return the name itself if the family has one metric
     */
    public String pattern() {
        return pattern;
    }

    /**
     * The name of what is measured over all parts together, such as {@code wait_traffic_min} over all names of the traffic.
     *
     * @return the pattern without {@code .NAME}, {@code .CARGO} and the like at its end
     */
    public String nameOfAll() {
        String end = "." + part.token();
        return pattern.endsWith(end) ? pattern.substring(0, pattern.length() - end.length()) : pattern;
    }

    /**
     * What its metrics differ in.
     *
     * @return {@code NONE} if the family has one metric
     */
    public MetricPart part() {
        return part;
    }

    /**
     * The unit for people.
     *
     * @return such as {@code t/d}; empty for a share; {@code WHO} for what waits before a stage
     */
    public String unit() {
        return unit;
    }

    /**
     * What it is, in a few words.
     *
     * @return such as {@code tonnes delivered a day}
     */
    public String text() {
        return text;
    }

    /**
     * What exactly is measured, over which trucks and times.
     *
     * @return a sentence
     */
    public String definition() {
        return definition;
    }

    /**
     * What kind of quantity it is.
     *
     * @return never null
     */
    public MetricGroup group() {
        return traits.group;
    }

    /**
     * Which way it is better.
     *
     * @return {@code NEITHER} if that depends on what is asked
     */
    public Better better() {
        return traits.better;
    }

    /**
     * Where it is shown; of waits only those for the bridge, see {@link Metric#prominence}.
     *
     * @return never null
     */
    public Prominence prominence() {
        return traits.prominence;
    }

    /**
     * Whether its metrics are 95th percentiles. Over replications that is the percentile of all their observations together; the
     * value of one replication is the percentile of its own.
     *
     * @return true for {@code lead_time_h_p95}, {@code wait_load_p95_min} and the like
     */
    public boolean isPercentile() {
        return pattern.contains("_p95");
    }
}
