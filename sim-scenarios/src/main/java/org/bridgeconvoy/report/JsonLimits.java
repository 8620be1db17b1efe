package org.bridgeconvoy.report;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import org.bridgeconvoy.study.Headroom;
import org.bridgeconvoy.study.WhatLimits;

/** The field {@code what_limits} of summary.json. */
final class JsonLimits {

    private final JsonGenerator json;

    JsonLimits(JsonGenerator json) {
        this.json = json;
    }

    /** Writes the field {@code what_limits}. */
    void write(WhatLimits limits) throws IOException {
        json.writeObjectFieldStart("what_limits");
        json.writeStringField("answer", limits.answer());
        shared("shared", limits);
        json.writeStringField("objective", limits.objective());
        json.writeStringField("reason", limits.reason());
        tried("tried", limits);
        json.writeArrayFieldStart("not_tried");
        for (WhatLimits.NotTried notTried : limits.notTried()) {
            json.writeStartObject();
            json.writeStringField("constraint", notTried.constraint());
            json.writeStringField("reason", notTried.reason());
            json.writeEndObject();
        }
        json.writeEndArray();
        Headroom headroom = limits.headroom();
        if (headroom != null) {
            headroom(headroom);
        }
        json.writeEndObject();
    }

    /** The constraints that share an answer, each once. */
    private void shared(String field, WhatLimits limits) throws IOException {
        json.writeArrayFieldStart(field);
        for (String constraint : limits.shared().stream()
                .map(WhatLimits.Relaxed::constraint)
                .distinct()
                .toList()) {
            json.writeString(constraint);
        }
        json.writeEndArray();
    }

    private void headroom(Headroom headroom) throws IOException {
        json.writeObjectFieldStart("headroom");
        JsonSummary.number(json, "factor", headroom.factor());
        json.writeBooleanField("at_least", headroom.isAtLeast());
        JsonSummary.number(json, "low", headroom.low());
        JsonSummary.number(json, "high", headroom.high());
        if (!headroom.refused().isEmpty()) {
            json.writeStringField("refused", headroom.refused());
        }
        WhatLimits then = headroom.then();
        if (then == null) {
            json.writeNullField("then");
        } else {
            json.writeStringField("then", then.answer());
            shared("then_shared", then);
            JsonSummary.number(json, "then_at", headroom.thenAt());
            json.writeStringField("then_objective", then.objective());
            json.writeStringField("then_reason", then.reason());
            tried("then_tried", then);
        }
        json.writeEndObject();
    }

    private void tried(String field, WhatLimits limits) throws IOException {
        json.writeArrayFieldStart(field);
        for (WhatLimits.Relaxed relaxed : limits.tried()) {
            json.writeStartObject();
            json.writeStringField("constraint", relaxed.constraint());
            json.writeStringField("change", relaxed.change());
            JsonSummary.number(json, "gain", relaxed.gain());
            JsonSummary.number(json, "half_width_95", relaxed.halfWidth());
            json.writeBooleanField("significant", relaxed.significant());
            json.writeNumberField("replications", relaxed.replications());
            json.writeEndObject();
        }
        json.writeEndArray();
    }
}
