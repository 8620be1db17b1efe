package org.bridgeconvoy.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LongTableTest {

    @Test
    void a_table_that_a_spreadsheet_holds_needs_no_word() {
        // A sheet has 2^20 rows, and the heading takes one.
        assertThat(LongTable.hint("trips.csv", (1 << 20) - 1, 400, "less")).isEmpty();
    }

    @Test
    void a_longer_one_is_announced_with_rows_bytes_and_what_helps() {
        assertThat(LongTable.hint("trips.csv", 1 << 20, 400, "--trips N writes fewer"))
                .hasValue(
                        "trips.csv gets 1,048,576 rows, about 419 MB; a spreadsheet opens at most 1,048,576; --trips N writes fewer");
        assertThat(LongTable.hint("trips.csv", 4_378_151, 425, "less").orElseThrow())
                .contains("4,378,151 rows, about 1.9 GB");
    }
}
