package org.bridgeconvoy.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.bridgeconvoy.study.Effort;
import org.junit.jupiter.api.Test;

class LongTableTest {

    private static Optional<String> hint(String file, double rows, double bytes) {
        return LongTable.hint(new Effort.Table(file, rows, bytes));
    }

    @Test
    void a_table_that_a_spreadsheet_holds_needs_no_word() {
        // A sheet has 2^20 rows, and the heading takes one.
        assertThat(hint("trips.csv", (1 << 20) - 1, 4e8)).isEmpty();
    }

    @Test
    void a_longer_one_is_announced_with_rows_bytes_and_what_helps() {
        assertThat(hint("trips.csv", 1 << 20, 4.194e8))
                .hasValue(
                        "trips.csv gets about 1,050,000 rows, 419 MB; a spreadsheet opens at most 1,048,576; --trips N"
                                + " writes those of fewer replications");
        assertThat(hint("daily.csv", 4_378_151, 1.86e9).orElseThrow())
                .contains("about 4,380,000 rows, 1.9 GB")
                .endsWith("fewer --replications make it shorter, or read it with R or Python");
    }
}
