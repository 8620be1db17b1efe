package org.bridgeconvoy.scenario.key;

import static org.bridgeconvoy.scenario.key.Shape.keys;
import static org.bridgeconvoy.scenario.key.Shape.optional;
import static org.bridgeconvoy.scenario.key.Shape.required;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.bridgeconvoy.bridge.module.Modules;
import org.bridgeconvoy.result.MetricFamily;
import org.bridgeconvoy.scenario.key.Shape.Choice;
import org.bridgeconvoy.scenario.key.Shape.Keys;
import org.bridgeconvoy.scenario.key.Shape.Kind;
import org.bridgeconvoy.scenario.key.Shape.ListOf;
import org.bridgeconvoy.scenario.key.Shape.NamedKey;
import org.bridgeconvoy.scenario.key.Shape.OpeningHours;
import org.bridgeconvoy.scenario.key.Shape.PathValues;
import org.bridgeconvoy.scenario.key.Shape.Plain;
import org.bridgeconvoy.scenario.key.Shape.PlainOr;
import org.jspecify.annotations.Nullable;

/**
 * The table of all keys of a scenario file. The keys of controls, arrivals and profiles come from the settings that
 * their modules declare. Each key has one sentence, which the JSON Schema and docs/scenario-files.md show.
 */
public final class Shapes {

    private static final Shape HOURS = new OpeningHours();

    private static final Shape DIRECTION = new Choice(List.of("outbound", "return"));

    private static final Keys SPEEDS = keys(
            required("loaded", plain(Kind.SPEED_VALUE), "Speed of trucks that carry a load, in either direction."),
            required("empty", plain(Kind.SPEED_VALUE), "Speed of empty trucks."));

    private static Keys bridge(Keys control) {
        return keys(
                required("length", plain(Kind.LENGTH), "Length of the lane."),
                required(
                        "speed",
                        new PlainOr(plain(Kind.SPEED_VALUE), SPEEDS),
                        "One speed, or one loaded and one empty."),
                optional(
                        "headway",
                        plain(Kind.DURATION),
                        "0 s",
                        "Least time between entries in the same direction; at 0 s several trucks may enter at once."),
                optional(
                        "clearance",
                        plain(Kind.DURATION),
                        "0 s",
                        "Least time between the lane's becoming empty and an entry in the other direction."),
                optional("lanes", plain(Kind.COUNT), "1", "1, or 2 for a lane of its own in each direction."),
                optional("max-trucks", plain(Kind.COUNT), "Most trucks on the lane at once; default no limit."),
                optional("max-mass", plain(Kind.MASS), "Most gross mass on the lane at once; default no limit."),
                optional("max-truck-mass", plain(Kind.MASS), "Most gross mass of one truck; default no limit."),
                optional(
                        "closures",
                        new ListOf(keys(
                                required("from", plain(Kind.DATE_TIME), "Local time at which the closure begins."),
                                required("to", plain(Kind.DATE_TIME), "Local time at which the bridge opens again."))),
                        "Times in which no truck or vehicle enters the bridge."),
                optional(
                        "breakdowns",
                        keys(
                                required(
                                        "probability",
                                        plain(Kind.NUMBER),
                                        "Probability of a breakdown in one crossing."),
                                required(
                                        "repair", plain(Kind.DURATION_VALUE), "How long the truck or vehicle stands.")),
                        "Breakdowns on the bridge; default none."),
                required("control", control, "How the directions share the lane."));
    }

    private static final Keys CONVOY = keys(
            optional("size", plain(Kind.COUNT), "A convoy leaves when this many wait."),
            optional("max-wait", plain(Kind.DURATION), "All that wait leave when the first has waited this long."),
            optional(
                    "departures",
                    new ListOf(plain(Kind.TIME_OF_DAY)),
                    "Times of day at which all that wait leave, on the clock of their bank."),
            optional(
                    "exclusive",
                    plain(Kind.BOOLEAN),
                    "false",
                    "Whether a control that turns by queues keeps the lane between the entries of one convoy."));

    private static final Keys CONVOYS = keys(
            optional("outbound", CONVOY, "Convoys at the origin; default none."),
            optional("return", CONVOY, "Convoys at the destination; default none."));

    static final NamedKey TRUCKS = required("trucks", plain(Kind.COUNT), "Number of trucks.");

    private static final NamedKey PAYLOAD =
            optional("payload", plain(Kind.MASS), "Largest load of a truck; default no limit.");

    private static final NamedKey TARE = optional("tare", plain(Kind.MASS), "0 t", "Mass of the empty truck.");

    private static final NamedKey TURNAROUND =
            optional("turnaround", plain(Kind.DURATION_VALUE), "0 s", "Rest after the return.");

    static final Keys CLASS = keys(TRUCKS, PAYLOAD, TARE, TURNAROUND);

    private static final Keys FLEET = keys(
            optional("trucks", plain(Kind.COUNT), "Number of trucks; required unless there are classes."),
            PAYLOAD,
            TARE,
            TURNAROUND,
            optional("classes", new Shape.Named("class", CLASS), "Trucks of several kinds, by name."),
            optional(
                    "wait-for-load",
                    plain(Kind.DURATION_VALUE),
                    "0 s",
                    "How long a truck that has been unloaded waits for a return load before it goes back empty."));

    private static final Keys SHIFT = keys(
            required("hours", HOURS, "Hours of the shift, on the clock of its bank."),
            required("servers", plain(Kind.COUNT), "Servers at work in the shift."));

    private static final Keys STATION = keys(
            optional("servers", plain(Kind.COUNT), "1", "Parallel, alike servers."),
            optional("time", plain(Kind.DURATION_VALUE), "Time of a service; this or rate."),
            optional("rate", plain(Kind.HANDLING_RATE), "The service takes the load divided by this; this or time."),
            optional("hours", HOURS, "always", "Opening hours, on the clock of its bank."),
            optional(
                    "shifts",
                    new ListOf(SHIFT),
                    "Servers by the hour, instead of servers and hours: all shifts that are on work together."),
            optional(
                    "overrun",
                    new Choice(List.of("finish", "pause")),
                    "finish",
                    "Whether a service under way finishes after closing time or pauses until the station opens."));

    private static Keys stream(Keys profile, Shape arrivals) {
        return keys(
                optional("priority", plain(Kind.INTEGER), "0", "Priority; cargo with a higher number goes first."),
                required("load", plain(Kind.MASS_VALUE), "Tonnes of a truckload."),
                optional("classes", new ListOf(plain(Kind.NAME)), "Classes of trucks that may carry it; default all."),
                optional(
                        "direction",
                        DIRECTION,
                        "outbound",
                        "Where it goes; return loads wait at the destination for trucks that have been unloaded."),
                optional(
                        "rate",
                        plain(Kind.DEMAND_RATE),
                        "Truckloads or tonnes a day, or an open hour (trucks/h, t/h: while hours are open); required unless there is a backlog."),
                optional("from", plain(Kind.DATE), "First date on which it accrues; default all."),
                optional("until", plain(Kind.DATE), "Last date on which it accrues; default all."),
                optional("hours", HOURS, "always", "Hours of the day in which consignments appear."),
                optional("profile", profile, "Factors of the day's rate, all multiplied together."),
                optional("arrivals", arrivals, "poisson", "How consignments appear in time."),
                optional("at", plain(Kind.TIME_OF_DAY), "Time of the daily release; with arrivals: daily."),
                optional("backlog", plain(Kind.MASS), "0 t", "Tonnes waiting at the start."),
                optional(
                        "total",
                        plain(Kind.MASS),
                        "The stream stops with the truckload that reaches it; default never."));
    }

    private static Keys traffic(Keys profile, Shape arrivals) {
        return keys(
                required("direction", DIRECTION, "Where the vehicles go."),
                required(
                        "rate",
                        plain(Kind.TRAFFIC_RATE),
                        "Vehicles a day, or an open hour (vehicles/h: while hours are open)."),
                optional("from", plain(Kind.DATE), "First date on which they appear; default all."),
                optional("until", plain(Kind.DATE), "Last date on which they appear; default all."),
                optional("hours", HOURS, "always", "Hours of the day in which they appear."),
                optional("profile", profile, "Factors of the day's rate, all multiplied together."),
                optional("arrivals", arrivals, "poisson", "How they appear in time."),
                optional("at", plain(Kind.TIME_OF_DAY), "Time of the daily release; with arrivals: daily."),
                optional("speed", plain(Kind.SPEED_VALUE), "Speed of a vehicle; default the bridge's loaded speed."),
                optional("mass", plain(Kind.MASS_VALUE), "1.5 t", "Mass of a vehicle."),
                optional(
                        "headway",
                        plain(Kind.DURATION),
                        "Least time of a vehicle behind the entry before it in its direction; default the bridge's."));
    }

    private static final Keys SOURCE = keys(
            optional("says", plain(Kind.TEXT), "What the source says."),
            optional("source", plain(Kind.TEXT), "Where to find the source."),
            required(
                    "grade",
                    plain(Kind.GRADE),
                    "A official or measured, B established press, C single or anonymous, D second-hand, or assumed."),
            optional("reason", plain(Kind.TEXT), "Why it is assumed; with grade: assumed."));

    private static final PlainOr BELIEF = new PlainOr(
            plain(Kind.TEXT),
            keys(
                    optional(
                            "times",
                            plain(Kind.TEXT),
                            "Distribution of a factor that multiplies what stands in the file."),
                    optional("choices", new ListOf(new Shape.Any()), "Values of which one is true."),
                    optional(
                            "weights",
                            new ListOf(plain(Kind.NUMBER)),
                            "How likely each choice is, in proportion; default all alike.")));

    private static final Keys CHANGE = keys(
            required("at", plain(Kind.DURATION), "Time of the change since the start of the run."),
            required("set", new PathValues(), "Paths of this file with their new values."));

    private static final Keys VARIANT = keys(
            optional(
                    "extends",
                    plain(Kind.TEXT),
                    "A built-in scenario with its own values but the window of this one; default this scenario."),
            optional("set", new PathValues(), "Paths with the values that differ."));

    private static final Keys ANSWER = keys(
            required("says", plain(Kind.TEXT), "Label of the number, for people."),
            optional("metric", plain(Kind.TEXT), "A metric of summary.json; this or recovery-from."),
            optional(
                    "recovery-from",
                    plain(Kind.DATE),
                    "Days from the beginning of this date until no more tonnes are undelivered at the end of a day than in"
                            + " the variant under against; this or metric."),
            optional("of", plain(Kind.TEXT), "The variant in which it is measured; default this scenario."),
            optional("against", plain(Kind.TEXT), "The variant that this scenario is compared with; default none."),
            optional(
                    "expect",
                    plain(Kind.TEXT),
                    "What it should be: >=, <=, > or < and a number in the metric's unit, such as \">= 100\"; with against,"
                            + " what the difference should be."));

    private final Keys scenario;

    /** The table for scenarios that may use these modules. */
    public Shapes(Modules modules) {
        Keys control = ModuleShapes.keys(modules.controls().values());
        Keys profile = profile(ModuleShapes.keys(modules.profiles().values()));
        Shape arrivals = new PlainOr(
                new Choice(List.copyOf(modules.arrivals().keySet())),
                ModuleShapes.keys(modules.arrivals().values()));
        scenario = scenario(bridge(control), stream(profile, arrivals), traffic(profile, arrivals));
    }

    /** The factors that modules declare, and {@code hours}, which the reader knows itself. */
    private static Keys profile(Keys modules) {
        Map<String, Shape.Key> keys = new LinkedHashMap<>(modules.keys());
        NamedKey hours = optional(
                "hours",
                new Shape.Named("hours", plain(Kind.NUMBER)),
                "Factors within hours of the clock, every day: {\"07:00-10:00\": 2}; they change the day's quantity too.");
        keys.put(hours.name(), hours.key());
        return new Keys(keys);
    }

    /** The top level of a scenario file. */
    public Keys scenario() {
        return scenario;
    }

    private static Keys scenario(Keys bridge, Keys stream, Keys traffic) {
        return keys(
                required("scenario", plain(Kind.NAME), "Name of the scenario."),
                optional(
                        "question",
                        plain(Kind.TEXT),
                        "What the scenario asks, in one sentence; the answers answer it."),
                optional("description", plain(Kind.TEXT), "What the scenario is about; its first line is the title."),
                optional("extends", plain(Kind.TEXT), "Scenario that this one changes: a built-in name or a path."),
                required("start", plain(Kind.DATE), "Date at whose 00:00 on the origin's clock the run begins."),
                required("horizon", plain(Kind.DURATION), "Length of the run, at most 100 years."),
                optional("warm-up", plain(Kind.DURATION), "0 d", "Beginning of the run, which the metrics leave out."),
                optional("seed", plain(Kind.INTEGER), "1", "Seed of the random numbers."),
                optional("replications", plain(Kind.COUNT), "30", "Number of replications (independent runs)."),
                required("bridge", bridge, "The bridge."),
                optional("convoys", CONVOYS, "How trucks gather into convoys before the bridge."),
                optional("fleet", FLEET, "The trucks; required unless there is traffic alone."),
                optional("origin", bank("loading", "export", "import", "unloading"), "The bank where cargo is loaded."),
                optional(
                        "destination",
                        bank("unloading", "import", "export", "loading"),
                        "The bank where it is unloaded."),
                optional(
                        "demand",
                        new Shape.Named("cargo", stream),
                        "The cargo streams by name; required unless there are consignments or traffic."),
                optional(
                        "traffic",
                        new Shape.Named("name", traffic),
                        "Through traffic by name: vehicles that only cross the bridge; beside trucks or alone."),
                optional(
                        "consignments",
                        new Shape.Table(),
                        "A CSV file with columns time,cargo,tonnes and perhaps priority, beside or instead of the demand."),
                optional(
                        "observed",
                        new Shape.Table(),
                        "A CSV file with trucks counted by date, day or hour, or queues and waits at instants, to hold the simulated ones against."),
                optional(
                        "encoding",
                        new Choice(TableWords.ENCODINGS),
                        "Encoding of data files that are not UTF-8; a byte order mark tells UTF-16 by itself."),
                optional(
                        "columns",
                        new Shape.Named("column", plain(Kind.TEXT)),
                        "What the columns of data files are called there, such as {time: Zeit, cargo: Ware, tonnes: Menge}; columns"
                                + " without a known name are then passed over."),
                optional("changes", new ListOf(CHANGE), "Changes of values of this file from given times on."),
                optional(
                        "goals",
                        new Shape.Named("goal", plain(Kind.TEXT)),
                        "Goals of a day, by name: a column of daily.csv, a sign and a number, such as"
                                + " \"outbound_trucks >= 150\"; each is the metric "
                                + MetricFamily.SHARE_OF_OPEN_DAYS.pattern().replace("GOAL", "NAME") + "."),
                optional(
                        "costs",
                        new Shape.Named("path", plain(Kind.TEXT)),
                        "What one unit at a path costs a day: counts by the piece, hours by the open hour, shifts by the"
                                + " server-hour; the sum is the metric " + MetricFamily.COST.pattern()
                                + ". The key currency may name the currency, such as CNY, which reports then show."),
                optional(
                        "variants",
                        new Shape.Named("variant", VARIANT),
                        "Variants of this scenario over the same window, by name; answers compare it with them."),
                optional("answers", new ListOf(ANSWER), "Answers to the question of this scenario."),
                optional(
                        "uncertain",
                        new Shape.Uncertain(BELIEF),
                        "What is believed of values that are not known, by path: a distribution, times (a factor) or choices;"
                                + " or worlds, a CSV file of worlds with a column a path."),
                optional("sources", new Shape.Named("path", SOURCE), "Sources of the values of this file, by path."));
    }

    /** The shape of the value at a path; null if the table has no such path. */
    public @Nullable Shape at(String path) {
        Shape shape = scenario;
        for (String key : path.split("\\.", -1)) {
            shape = shape == null ? null : Shape.child(shape, key);
        }
        return shape;
    }

    /** The entry of the table at a path; null if the table has no such path, or keys that the user names. */
    public Shape.@Nullable Key keyAt(String path) {
        int dot = path.lastIndexOf('.');
        Shape above = dot < 0 ? scenario : at(path.substring(0, dot));
        return above == null ? null : Shape.key(above, path.substring(dot + 1));
    }

    private static Plain plain(Kind kind) {
        return new Plain(kind);
    }

    /** Keys of a bank; the arguments are the names of its stations. */
    private static Keys bank(String handling, String customs, String returnCustoms, String returnHandling) {
        return keys(
                optional("utc-offset", plain(Kind.UTC_OFFSET), "Its clock; default the other bank's."),
                optional(
                        "time-zone",
                        plain(Kind.TEXT),
                        "Its clock by the name of its zone, daylight saving included, instead of utc-offset: Europe/Warsaw."),
                optional(
                        "closed",
                        new ListOf(plain(Kind.DATE_RANGE)),
                        "Dates on which no interval of its stations begins."),
                optional(handling, STATION, "The " + handling + " station; left out, it takes no time."),
                optional("customs", STATION, "The " + customs + " station; left out, it takes no time."),
                optional(
                        "road",
                        plain(Kind.DURATION_VALUE),
                        "Time on the road between the yard and the customs beside the bridge, drawn for each leg."),
                optional(
                        returnCustoms,
                        STATION,
                        "The " + returnCustoms + " station of return loads; left out, it takes no time."),
                optional(
                        returnHandling,
                        STATION,
                        "The " + returnHandling + " station of return loads; left out, it takes no time."));
    }
}
