package org.bridgeconvoy.scenario.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.bridgeconvoy.scenario.Problem;
import org.junit.jupiter.api.Test;

class ProblemsTest {

    private static Position at(String file, int layer, int line, int column) {
        return new Position(file, line, column, layer);
    }

    @Test
    void the_command_line_comes_first_then_each_file_from_top_to_bottom() {
        Problems problems = new Problems();
        problems.add(at("base.yaml", 1, 1, 1), "g");
        problems.add(at("top.yaml", 0, 10, 2), "e");
        problems.add(at("top.yaml", 0, 10, 1), "d");
        problems.add(at("top.yaml", 0, 9, 5), "c");
        problems.add(at("--set b", Position.SET, 0, 0), "b");
        problems.add(at("other.csv", 0, 2, 1), "a");
        problems.add(at("top.yaml", 0, 10, 2), () -> "f");

        assertThat(problems.errors()).extracting(Problem::message).containsExactly("b", "a", "c", "d", "e", "f", "g");
        assertThat(problems.count()).isEqualTo(7);
        assertThat(problems.any()).isTrue();
    }

    @Test
    void a_problem_that_is_told_twice_counts_once() {
        Problems problems = new Problems();
        problems.add(at("a.yaml", 0, 1, 1), "wrong");
        problems.add(at("a.yaml", 0, 1, 1), () -> "wrong");
        problems.warn(at("a.yaml", 0, 1, 1), "odd");
        problems.warn(at("a.yaml", 0, 1, 1), "odd");

        assertThat(problems.count()).isEqualTo(1);
        assertThat(problems.errors()).hasSize(1);
        assertThat(problems.warnings()).hasSize(1);
    }

    @Test
    void beyond_the_most_that_are_kept_errors_are_counted_and_their_messages_not_written() {
        Problems problems = new Problems();
        for (int line = 1; line <= Problems.MOST; line++) {
            problems.add(at("a.csv", 0, line, 1), "wrong");
            problems.warn(at("a.csv", 0, line, 1), "odd");
        }
        assertThat(problems.more()).isZero();

        problems.add(at("a.csv", 0, 1, 1), "wrong");
        assertThat(problems.more()).isZero();
        problems.add(at("a.csv", 0, 900, 1), "wrong");
        problems.add(at("a.csv", 0, 901, 1), () -> {
            throw new AssertionError("no reader sees this message");
        });
        problems.warn(at("a.csv", 0, 900, 1), "odd");

        assertThat(problems.more()).isEqualTo(2);
        assertThat(problems.count()).isEqualTo(Problems.MOST + 2);
        assertThat(problems.errors()).hasSize(Problems.MOST);
        assertThat(problems.warnings()).hasSize(Problems.MOST);
        assertThat(problems.copy().count()).isEqualTo(Problems.MOST + 2);
    }

    @Test
    void a_copy_has_what_was_found_and_what_it_finds_stays_its_own() {
        Problems problems = new Problems();
        problems.warn(at("a.yaml", 0, 1, 1), "odd");
        assertThat(problems.any()).isFalse();
        problems.add(at("a.yaml", 0, 2, 1), "wrong");

        Problems copy = problems.copy();
        copy.add(at("a.yaml", 0, 3, 1), "worse");
        copy.warn(at("a.yaml", 0, 3, 1), "odder");

        assertThat(copy.errors()).extracting(Problem::message).containsExactly("wrong", "worse");
        assertThat(copy.warnings()).extracting(Problem::message).containsExactly("odd", "odder");
        assertThat(problems.errors()).hasSize(1);
        assertThat(problems.warnings()).hasSize(1);
    }
}
