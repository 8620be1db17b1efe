package org.bridgeconvoy.report.html;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.List;
import org.bridgeconvoy.report.chart.CargoColors;
import org.bridgeconvoy.report.chart.RunData;
import org.bridgeconvoy.study.WorldFacts;

/** What the colours of the replay stand for: the loads of the trucks, and in its strip the queues and what is closed. */
final class ReplayKey {

    /** Milliseconds of a day. */
    private static final double DAY = 86_400_000;

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

    /** The loads, below the picture. */
    void loads(Html html) {
        html.open("p", "class", "key").element("strong", "Trucks");
        for (CargoColors.Entry entry : cargoes.entries()) {
            swatch(html, entry.hex()).text(entry.label()).close();
        }
        swatch(html, "#f3f3f0").text("empty").close().close();
    }

    private static Html swatch(Html html, String color) {
        return html.open("span", "class", "load")
                .open("svg", "viewBox", "0 0 12 12", "aria-hidden", "true")
                .open("rect", "x", "0.5", "y", "0.5", "width", "11", "height", "11", "fill", color)
                .close()
                .close();
    }

    /** The queues, below the strip. */
    void strip(Html html, boolean breakdowns) {
        html.open("p", "class", "key")
                .element("span", "waiting outbound", "class", "key-out")
                .element("span", "waiting to return", "class", "key-back");
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

    /** The key for the script: a colour for each cargo, and the spans in milliseconds since the start. */
    void facts(JsonGenerator json) throws IOException {
        json.writeArrayFieldStart("colors");
        for (int entry : cargoes.entryOf()) {
            json.writeString(cargoes.entries().get(entry).hex());
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

    private List<WorldFacts.Span> within(List<WorldFacts.Span> spans) {
        return spans.stream()
                .filter(s -> s.until() > 0 && s.from() * DAY < endMillis)
                .toList();
    }
}
