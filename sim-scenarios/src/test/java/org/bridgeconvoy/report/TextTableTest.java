package org.bridgeconvoy.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class TextTableTest {

    private static List<String> lines(int width) {
        return new TextTable("Metric and what it is", "mean", "95% interval, all together")
                .row("hours from consigned to unloaded", "7.89 h", "+- 0.08")
                .row("  garment-materials", "1,882.98 t", "+- 19.34")
                .lines("", width);
    }

    @Test
    void a_table_that_fits_stays_as_it_is() {
        assertThat(lines(80))
                .containsExactly(
                        "Metric and what it is                   mean  95% interval, all together",
                        "hours from consigned to unloaded      7.89 h                     +- 0.08",
                        "  garment-materials               1,882.98 t                    +- 19.34");
    }

    @Test
    void headings_and_the_first_column_break_between_words_before_any_number_does() {
        assertThat(lines(48))
                .containsExactly(
                        "                                   95% interval,",
                        "Metric and what it is        mean   all together",
                        "hours from consigned       7.89 h        +- 0.08",
                        "to unloaded",
                        "  garment-materials    1,882.98 t       +- 19.34");
    }

    @Test
    void headings_break_before_the_first_column_where_that_is_asked_for() {
        List<String> lines = new TextTable("waiting for", "95% interval", "longest queue")
                .headingsFirst()
                .row("export customs", "+- 0.1", "12")
                .lines("", 33);

        assertThat(lines)
                .containsExactly(
                        "                     95%  longest",
                        "waiting for     interval    queue", "export customs    +- 0.1       12");
    }

    @Test
    void a_name_breaks_behind_a_hyphen_or_a_dot_only_where_nothing_else_helps() {
        List<String> lines = new TextTable("metric", "mean")
                .row("delivered_t_per_day.garment-materials", "1,882.98")
                .lines("", 32);

        assertThat(lines)
                .containsExactly(
                        "metric                      mean", "delivered_t_per_day.    1,882.98", "garment-materials");
    }

    @Test
    void at_no_width_from_40_on_is_a_line_longer_or_a_word_cut() {
        for (int width = 40; width <= 80; width++) {
            int most = width;
            assertThat(lines(width)).allMatch(line -> line.length() <= most);
            assertThat(String.join(" ", lines(width)))
                    .contains("unloaded", "garment-materials", "1,882.98", "together");
        }
    }

    @Test
    void the_sign_of_an_interval_stays_with_its_half_width() {
        TextTable table = new TextTable("point", "tonnes").row("1", "+1,100 +- 500");

        assertThat(table.lines("", 13)).containsExactly("point  tonnes", "1      +1,100", "       +- 500");
    }
}
