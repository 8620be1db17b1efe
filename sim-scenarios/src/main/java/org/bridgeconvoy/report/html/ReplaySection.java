package org.bridgeconvoy.report.html;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.bridgeconvoy.report.chart.RunData;
import org.bridgeconvoy.result.ReplicationResult;
import org.bridgeconvoy.result.Stage;
import org.bridgeconvoy.result.TrafficTable;
import org.bridgeconvoy.result.TripTable;
import org.bridgeconvoy.result.TripTime;
import org.bridgeconvoy.study.StudyResult;
import org.bridgeconvoy.study.WorldFacts;

/**
 * The section of a run's page that replays the trips of one replication: picture, controls, counters, and the data for
 * the script.
 */
final class ReplaySection {

    /** Counters: the id that the script uses, and the label. */
    private static final String[][] COUNTERS = {
        {"begun", "trips begun"},
        {"queue-out", "waiting outbound"},
        {"on-bridge", "on the bridge"},
        {"crossed", "crossed outbound"},
        {"delivered", "delivered"},
        {"tonnes", "tonnes delivered"},
        {"queue-back", "waiting to return"},
        {"returned", "returned"}
    };

    /** Counters of through traffic: the id that the script uses, and the label. */
    private static final String[][] VEHICLE_COUNTERS = {
        {"vehicles-out", "vehicles waiting outbound"},
        {"vehicles-on", "vehicles on the bridge"},
        {"vehicles-back", "vehicles waiting on return"},
        {"vehicles-crossed", "vehicles crossed"}
    };

    /** Speeds of the replay: simulated seconds per second, and the label. */
    private static final String[][] SPEEDS = {
        {"60", "1 minute a second"},
        {"600", "10 minutes a second"},
        {"3600", "1 hour a second"},
        {"14400", "4 hours a second"},
        {"43200", "12 hours a second"}
    };

    /** The trips of through traffic alone. */
    private static final TripTable NO_TRIPS = new TripTable.Builder().build();

    private final Html html;
    private final StudyResult result;
    private final RunData run;
    private final ReplicationResult replication;

    ReplaySection(Html html, StudyResult result, RunData run, ReplicationResult replication) {
        this.html = html;
        this.result = result;
        this.run = run;
        this.replication = replication;
    }

    /** Writes the section. */
    void write() {
        ReplayVehicles vehicles = ReplayVehicles.of(replication.vehicles(), result.horizonNanos());
        ReplayData data = ReplayData.of(trips(), result.horizonNanos()).until(vehicles.endMillis());
        ReplayStill still =
                new ReplayStill(trips(), data, vehicles, result.hasTrucks(), ReplayData.millis(result.warmUpNanos()));
        html.open("section", "id", "replay", "class", "still", "aria-labelledby", "replay-h")
                .element("h2", "Replay of replication " + replication.replication(), "id", "replay-h");
        html.element(
                "p",
                (result.hasTrucks() ? "Recorded trips" : "Recorded vehicles") + ", drawn as they happened" + clock()
                        + "; positions on the banks only show who is where.",
                "class",
                "moving");
        html.element(
                "p",
                "This browser runs no scripts here, so nothing moves: a still of " + still.clock(result.start())
                        + clock() + ".",
                "class",
                "fixed");
        html.open("div", "class", "fixed")
                .raw(still.picture(result.start(), html.words()))
                .close();
        html.open("div", "class", "stage moving")
                .open(
                        "canvas",
                        "id",
                        "replay-scene",
                        "class",
                        result.hasTrucks() ? "high" : "low",
                        "role",
                        "img",
                        "aria-label",
                        (result.hasTrucks() ? "Trucks" : "Vehicles")
                                + " on both banks and the bridge; the counters below say the same in numbers",
                        "tabindex",
                        "0",
                        "aria-describedby",
                        "replay-keys")
                .close()
                .close();
        html.open("div", "class", "moving");
        ReplayKey key = new ReplayKey(run, data.endMillis());
        key.loads(html);
        key.vehicles(html);
        controls(data, still, key);
        html.close();
        counters(still.counters());
        long seconds = (data.endMillis() + 999) / 1000;
        if (data.endMillis() < ReplayData.millis(result.horizonNanos())) {
            html.element(
                    "p",
                    "The replay ends after " + Figures.days(seconds * 1_000_000_000L)
                            + (vehicles.table() == null ? ", with its first " + data.trips() + " trips" : "")
                            + "; charts and tables cover the whole run.");
        }
        html.data(facts(data, vehicles, key), "id", "replay-facts");
        html.raw("<script type=\"text/plain\" id=\"replay-trips\">" + data.base64() + "</script>\n");
        if (vehicles.table() != null) {
            html.raw("<script type=\"text/plain\" id=\"replay-traffic\">" + vehicles.base64() + "</script>\n");
        }
        PageFrame.script(html, PagePolicy.REPLAY_DATA);
        PageFrame.script(html, PagePolicy.REPLAY);
        html.close();
    }

    /** Whose clock the replay shows; through traffic alone has one. */
    private String clock() {
        return result.hasTrucks() ? ", on the origin's clock" : "";
    }

    private void controls(ReplayData data, ReplayStill still, ReplayKey key) {
        html.open("div", "class", "controls");
        button("play", "replay-play");
        html.open("label").text("Speed ").open("select", "id", "replay-speed");
        for (String[] speed : SPEEDS) {
            // Queues of traffic alone change from minute to minute.
            if (speed[0].equals(result.hasTrucks() ? "3600" : "60")) {
                html.element("option", speed[1], "value", speed[0], "selected", "");
            } else {
                html.element("option", speed[1], "value", speed[0]);
            }
        }
        html.close().close();
        // Screen readers do not announce the clock: it changes many times a second, and the slider tells the time.
        html.open("output", "id", "replay-clock", "for", "replay-time", "aria-live", "off")
                .close();
        html.close();
        html.open("div", "class", "controls steps");
        button("day-before", "replay-day-before");
        button("day-after", "replay-day-after");
        button("to-queue", "replay-queue");
        button("step-back", "replay-step-back");
        button("step", "replay-step");
        if (result.hasTrucks()) {
            html.open("label").text(html.words().text("replay.truck") + " ");
            html.empty(
                    "input",
                    "type",
                    "number",
                    "id",
                    "replay-truck",
                    "min",
                    "1",
                    "max",
                    Integer.toString(result.trucks()));
            html.close();
        }
        html.element("a", html.words().text("replay.link"), "id", "replay-link", "href", "#replay");
        html.close();
        html.empty("canvas", "id", "replay-strip", "aria-hidden", "true").raw("</canvas>");
        html.open("label", "class", "time")
                .element("span", "Time", "class", "hidden")
                .empty(
                        "input",
                        "type",
                        "range",
                        "id",
                        "replay-time",
                        "min",
                        "0",
                        "max",
                        Long.toString(data.endMillis() / 1000),
                        "step",
                        "60",
                        "value",
                        Long.toString(still.seconds()))
                .close();
        key.strip(html, hasBreakdowns());
        html.element("p", html.words().text("replay.signals"), "class", "meta");
        html.element("p", html.words().text("replay.keys"), "class", "meta", "id", "replay-keys");
        html.open("div", "id", "replay-story", "aria-live", "polite", "hidden", "")
                .close();
    }

    private void button(String key, String id) {
        html.element("button", html.words().text("replay." + key), "type", "button", "id", id);
    }

    private void counters(Map<String, String> values) {
        html.open("dl", "class", "counters");
        List<String[]> all = new ArrayList<>(result.hasTrucks() ? List.of(COUNTERS) : List.of());
        all.addAll(replication.vehicles() == null ? List.of() : List.of(VEHICLE_COUNTERS));
        for (String[] counter : all) {
            html.open("div")
                    .element("dt", counter[1])
                    .element("dd", values.getOrDefault(counter[0], Figures.NONE), "id", "replay-" + counter[0])
                    .close();
        }
        if (hasBreakdowns()) {
            html.open("div")
                    .element("dt", "broken down")
                    .element("dd", values.getOrDefault("standing", Figures.NONE), "id", "replay-standing")
                    .close();
        }
        html.close();
    }

    private boolean hasBreakdowns() {
        TrafficTable vehicles = replication.vehicles();
        return !trips().breakdowns().isEmpty()
                || vehicles != null && !vehicles.breakdowns().isEmpty();
    }

    private TripTable trips() {
        TripTable trips = replication.trips();
        return trips == null ? NO_TRIPS : trips;
    }

    /**
     * The part of the catalogue that the script needs: columns of the instants in order of time; labels and words of the
     * stations with their servers: how many, 0 if that is not known, and the shifts that change the number.
     */
    private void stages(JsonGenerator json) throws IOException {
        json.writeArrayFieldStart("instants");
        for (TripTime time : TripTime.inTime(trips().hasFurther())) {
            json.writeString(time.column());
        }
        json.writeEndArray();
        json.writeArrayFieldStart("stations");
        for (Stage stage : Stage.values()) {
            if (stage.isStation() && !stage.isOfReturnLoad()) {
                json.writeStartArray();
                json.writeString(stage.label());
                json.writeString(stage.text());
                json.writeNumber(run.world().servers().getOrDefault(stage, 0));
                json.writeStartArray();
                for (WorldFacts.Duty duty : run.world().shifts().getOrDefault(stage, List.of())) {
                    json.writeStartArray();
                    json.writeNumber(ReplayData.millis(duty.fromNanos()));
                    json.writeNumber(ReplayData.millis(duty.untilNanos()));
                    json.writeNumber(duty.servers());
                    json.writeEndArray();
                }
                json.writeEndArray();
                json.writeEndArray();
            }
        }
        json.writeEndArray();
    }

    /** The data for the script as JSON. */
    private String facts(ReplayData data, ReplayVehicles vehicles, ReplayKey key) {
        StringWriter out = new StringWriter();
        try (JsonGenerator json = new JsonFactory().createGenerator(out)) {
            json.writeStartObject();
            json.writeStringField("start", result.start().toString());
            json.writeNumberField("end", data.endMillis());
            json.writeNumberField("warmUp", ReplayData.millis(result.warmUpNanos()));
            json.writeNumberField("trucks", result.trucks());
            json.writeNumberField("trips", data.trips());
            TrafficTable traffic = vehicles.table();
            if (traffic != null) {
                json.writeNumberField("vehicles", vehicles.count());
                json.writeArrayFieldStart("vehicleOutbound");
                for (TrafficTable.Name name : traffic.names()) {
                    json.writeBoolean(name.outbound());
                }
                json.writeEndArray();
            }
            stages(json);
            json.writeArrayFieldStart("cargoes");
            for (String cargo : result.hasTrucks() ? run.cargoes() : List.<String>of()) {
                json.writeString(cargo);
            }
            json.writeEndArray();
            if (!Double.isNaN(run.bridgeLengthMetres())) {
                json.writeNumberField("length", run.bridgeLengthMetres());
            }
            key.facts(json);
            if (hasBreakdowns()) {
                new ReplayBreakdowns(trips(), data.trips(), vehicles).write(json);
            }
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toString();
    }
}
