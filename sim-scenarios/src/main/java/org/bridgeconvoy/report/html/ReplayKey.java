package org.bridgeconvoy.report.html;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.List;
import org.bridgeconvoy.report.chart.CargoColors;
import org.bridgeconvoy.report.chart.RunData;
import org.bridgeconvoy.study.WorldFacts;

/** The key of the replay's colours: loads of trucks, queues in the strip below, holidays and closures. */
final class ReplayKey {

    /** A day in milliseconds. */
    private static final double DAY = 86_400_000;

    /** Colour of empty trucks: grey, on light and dark alike. */
    private static final String EMPTY = "#aeb4bc";

    private final RunData run;
    private final long endMillis;
    private final CargoColors cargoes;

    /**
     * The key of a replay.
     *
     * @param endMillis the end of the replay
     */
    ReplayKey(RunData run, long endMillis) {
        this.run = run;
        this.endMillis = endMillis;
        cargoes = CargoColors.of(run);
    }

    /** The key of the trucks' loads, below the picture. */
    void loads(Html html) {
        if (!run.hasTrucks()) {
            return;
        }
        html.open("p", "class", "key").element("strong", "Trucks");
        for (CargoColors.Entry entry : cargoes.entries()) {
            swatch(html, entry.hex()).text(entry.label()).close();
        }
        swatch(html, EMPTY).text("empty").close().close();
    }

    /** The key of the vehicles, below that of the loads; nothing without through traffic. */
    void vehicles(Html html) {
        List<CargoColors.Entry> names = CargoColors.ofTraffic(run);
        if (!names.isEmpty()) {
            html.open("p", "class", "key").element("strong", "Vehicles");
            for (CargoColors.Entry entry : names) {
                swatch(html, entry.hex()).text(entry.label()).close();
            }
            html.close();
        }
    }

    /** Opens an entry of the key with its square of colour; the caller adds the text. */
    private static Html swatch(Html html, String color) {
        return html.open("span", "class", "load")
                .open("svg", "viewBox", "0 0 12 12", "aria-hidden", "true")
                .open("rect", "x", "0.5", "y", "0.5", "width", "11", "height", "11", "fill", color)
                .close()
                .close();
    }

    /**
     * The key of the strip.
     *
     * @param breakdowns whether trucks break down on the bridge
     */
    void strip(Html html, boolean breakdowns) {
        html.open("p", "class", "key")
                .element("span", "waiting outbound", "class", "key-out")
                .element("span", run.hasTrucks() ? "waiting to return" : "waiting on return", "class", "key-back");
        if (!within(run.world().holidays()).isEmpty()) {
            html.element("span", "holiday of a bank", "class", "key-holiday");
        }
        if (!within(run.world().closures()).isEmpty()) {
            html.element("span", "bridge closed", "class", "key-closure");
        }
        if (breakdowns) {
            html.element("span", "broken down on the bridge", "class", "key-broken");
        }
        html.close();
    }

    /**
     * The colours and times that the script needs: a colour for each cargo, and spans in milliseconds since the start.
     */
    void facts(JsonGenerator json) throws IOException {
        json.writeStringField("empty", EMPTY);
        json.writeArrayFieldStart("colors");
        for (int entry : cargoes.entryOf()) {
            json.writeString(cargoes.entries().get(entry).hex());
        }
        json.writeEndArray();
        json.writeArrayFieldStart("vehicleColors");
        for (CargoColors.Entry entry : CargoColors.ofTraffic(run)) {
            json.writeString(entry.hex());
        }
        json.writeEndArray();
        spans(json, "holidays", run.world().holidays());
        spans(json, "closures", run.world().closures());
    }

    private void spans(JsonGenerator json, String name, List<WorldFacts.Span> spans) throws IOException {
        json.writeArrayFieldStart(name);
        for (WorldFacts.Span span : within(spans)) {
            json.writeStartArray();
            json.writeNumber(Math.round(Math.max(0, span.from() * DAY)));
            json.writeNumber(Math.round(Math.min(endMillis, span.until() * DAY)));
            json.writeEndArray();
        }
        json.writeEndArray();
    }

    /** The spans that begin before the end of the replay. */
    private List<WorldFacts.Span> within(List<WorldFacts.Span> spans) {
        return spans.stream()
                .filter(s -> s.until() > 0 && s.from() * DAY < endMillis)
                .toList();
    }
}
