package org.bridgeconvoy.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.bridgeconvoy.study.WhatLimits;
import org.bridgeconvoy.study.WhatLimits.Relaxed;
import org.bridgeconvoy.study.WhatLimits.Verdict;
import org.junit.jupiter.api.Test;

/** What is said of each constraint that was relaxed. Oracle: the guide's table of outcomes. */
class LimitsWordsTest {

    private static final int REPLICATIONS = 30;

    private static final Relaxed TRUCKS = relaxed("trucks", 400, 20, true, REPLICATIONS);
    private static final Relaxed HEADWAY = relaxed("headway", 90, 30, true, REPLICATIONS);
    private static final Relaxed SPEED = relaxed("speed", 5, 30, false, REPLICATIONS);
    private static final Relaxed PAYLOAD = relaxed("payload", 0, 0, false, REPLICATIONS);
    private static final Relaxed CLEARANCE = relaxed("clearance", 5, 12, false, 8);

    private static Relaxed relaxed(String name, double gain, double half, boolean significant, int replications) {
        return new Relaxed("key." + name, name, "a tenth more", gain, half, significant, replications);
    }

    private static WhatLimits limits(Relaxed limiting, List<Relaxed> shared) {
        return new WhatLimits(
                shared.isEmpty() ? Verdict.CONSTRAINT : Verdict.SHARED,
                "delivered_t_per_day",
                "t/d",
                shared.isEmpty() ? limiting : null,
                shared,
                List.of(TRUCKS, HEADWAY, SPEED, PAYLOAD, CLEARANCE),
                List.of(),
                "",
                null);
    }

    private static List<String> outcomes(WhatLimits limits) {
        return limits.tried().stream()
                .map(relaxed -> LimitsWords.outcome(limits, relaxed, REPLICATIONS))
                .toList();
    }

    @Test
    void a_gain_that_is_significant_but_not_named_gains_less() {
        assertThat(outcomes(limits(TRUCKS, List.of())))
                .containsExactly("gains", "gains less", "no gain shown", "no gain", "below 1%");
    }

    @Test
    void constraints_that_share_the_answer_both_gain() {
        assertThat(outcomes(limits(TRUCKS, List.of(TRUCKS, HEADWAY)))).startsWith("gains", "gains");
    }

    @Test
    void what_was_tried_in_vain_is_named() {
        assertThat(LimitsWords.noGain(limits(TRUCKS, List.of())))
                .isEqualTo("Tried without gain: speed, payload, clearance.");
    }
}
