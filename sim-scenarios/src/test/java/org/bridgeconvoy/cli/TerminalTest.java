package org.bridgeconvoy.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TerminalTest {

    @Test
    void columns_are_those_of_the_variable_then_those_of_the_terminal_then_80() {
        assertThat(Terminal.columns("132", "100")).isEqualTo(132);
        assertThat(Terminal.columns(null, "100")).isEqualTo(100);
        assertThat(Terminal.columns("", "100")).isEqualTo(100);
        assertThat(Terminal.columns("wide", null)).isEqualTo(80);
        assertThat(Terminal.columns("3", "")).as("too narrow for any table").isEqualTo(80);
    }

    @Test
    void what_a_list_names_fits_80_columns_with_no_word_broken() {
        CommandLineRun run = CommandLineRun.of("list");

        assertThat(run.out().lines()).allMatch(line -> line.length() <= 80);
        assertThat(run.out().replaceAll("\\s+", " "))
                .contains("day-and-night Out by day, back by night: the reported convoy over the bridge from Dandong");
    }
}
