package org.bridgeconvoy.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.StringWriter;
import java.util.List;
import org.bridgeconvoy.study.Headroom;
import org.bridgeconvoy.study.WhatLimits;
import org.junit.jupiter.api.Test;

class HeadroomWordsTest {

    private static final WhatLimits.Relaxed TRUCKS =
            new WhatLimits.Relaxed("fleet.trucks", "trucks", "30 to 33", 120, 8, true, 10);

    private static final WhatLimits THEN = new WhatLimits(
            WhatLimits.Verdict.CONSTRAINT,
            "delivered_t_per_day",
            "t/d",
            TRUCKS,
            List.of(),
            List.of(TRUCKS),
            List.of(),
            "relaxed alone (30 to 33) it gains 120.00 +- 8.00 t/d",
            null);

    private static final Headroom SOME = new Headroom(1.62, false, 1.55, 1.7, "", 1.78, THEN);
    private static final Headroom MUCH = new Headroom(4, true, 4, Double.NaN, "", Double.NaN, null);
    private static final Headroom REFUSED =
            new Headroom(1.5, true, 1.5, Double.NaN, "bridge.max-mass: too heavy", Double.NaN, null);

    @Test
    void the_factor_is_said_as_a_share_of_the_demand_as_it_is() {
        assertThat(HeadroomWords.brief(SOME)).isEqualTo("could grow by 62% (55% to 70%)");
        assertThat(HeadroomWords.then(SOME)).isEqualTo("trucks");
        assertThat(HeadroomWords.sentences(SOME))
                .isEqualTo(
                        "all demand could grow by 62% (55% to 70%) before it no longer limits. What limits then: trucks"
                                + " (fleet.trucks). Found with 78% more demand: relaxed alone (30 to 33) it gains 120.00 +- 8.00"
                                + " t/d.");
    }

    @Test
    void the_ends_of_the_search_are_said() {
        assertThat(HeadroomWords.brief(new Headroom(1, false, 1, 1.04, "", 1.1, THEN)))
                .isEqualTo("could grow by less than 1% (0% to 4%)");
        assertThat(HeadroomWords.brief(new Headroom(3.9, false, 3.5, Double.NaN, "", 4, THEN)))
                .isEqualTo("could grow by 290% (250% to more than 300%)");
        assertThat(HeadroomWords.sentences(MUCH))
                .isEqualTo("all demand could grow to more than 4 times as much before it no longer limits.");
        assertThat(HeadroomWords.sentences(REFUSED))
                .isEqualTo(
                        "all demand could grow by at least 50% before it no longer limits. With more, the scenario cannot"
                                + " work: bridge.max-mass: too heavy.");
    }

    private static JsonNode json(Headroom headroom) throws IOException {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = new JsonFactory().createGenerator(text)) {
            json.writeStartObject();
            new JsonLimits(json)
                    .write(new WhatLimits(
                            WhatLimits.Verdict.DEMAND,
                            "delivered_t_per_day",
                            "t/d",
                            null,
                            List.of(),
                            List.of(),
                            List.of(),
                            "",
                            headroom));
            json.writeEndObject();
        }
        return new ObjectMapper().readTree(text.toString()).get("what_limits").get("headroom");
    }

    @Test
    void the_summary_has_the_factor_its_interval_and_what_limits_then() throws IOException {
        JsonNode some = json(SOME);

        assertThat(some.get("factor").doubleValue()).isEqualTo(1.62);
        assertThat(some.get("at_least").booleanValue()).isFalse();
        assertThat(some.get("low").doubleValue()).isEqualTo(1.55);
        assertThat(some.get("high").doubleValue()).isEqualTo(1.7);
        assertThat(some.get("then").asText()).isEqualTo("fleet.trucks");
        assertThat(some.get("then_at").doubleValue()).isEqualTo(1.78);
        assertThat(some.has("refused")).isFalse();
    }

    @Test
    void an_end_that_was_not_found_is_null_in_the_summary() throws IOException {
        assertThat(json(MUCH).get("at_least").booleanValue()).isTrue();
        assertThat(json(MUCH).get("high").isNull()).isTrue();
        assertThat(json(MUCH).get("then").isNull()).isTrue();
        assertThat(json(REFUSED).get("refused").asText()).isEqualTo("bridge.max-mass: too heavy");
    }
}
