package org.bridgeconvoy.live;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What is said when the model cannot be compiled. */
class WebModuleTest {

    @Test
    void the_reason_is_the_line_of_maven_that_names_what_is_missing() {
        String log = """
                [INFO] Scanning for projects...
                [ERROR] [ERROR] Some problems were encountered while processing the POMs:
                [\u001b[1;31mERROR\u001b[m] Failed: Could not find artifact org.teavm:teavm-tooling:jar:0.16.0 in central
                [ERROR]
                """;

        assertThat(WebModule.reason(log))
                .isEqualTo("Failed: Could not find artifact org.teavm:teavm-tooling:jar:0.16.0 in central");
        assertThat(WebModule.reason("[ERROR]\n[ERROR] COMPILATION ERROR :\n")).isEqualTo("COMPILATION ERROR :");
        assertThat(WebModule.reason("killed")).isEqualTo("Maven told no error");
    }
}
