package org.bridgeconvoy.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bridgeconvoy.experiment.Estimate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The models that the page for users of SimPy shows in both tools: as long as in SimPy at most, and of one result.
 *
 * <p>A line counts unless it is blank, a comment, an import, the package, the header of a class or of {@code main}, or has brackets only.
 */
class BesideSimPyTest {
    private static final Path PAGE = Path.of("..", "docs", "coming-from", "simpy.md");
    private static final Pattern UNCOUNTED = Pattern.compile(
            "|#.*|//.*|/?\\*.*|import .*|from .* import .*|package .*|.*\\bclass \\w+.*\\{|.*\\bvoid main\\(.*|[\\[\\](){};,]+");
    private static final Pattern RESULT = Pattern.compile("(.*): (\\S+) \\+- (\\S+)");

    /** Lines of several parts of examples together. */
    private static List<String> counted(String... references) throws IOException {
        List<String> counted = new ArrayList<>();
        for (String reference : references) {
            ExampleText.code(reference)
                    .lines()
                    .map(String::strip)
                    .filter(line -> !UNCOUNTED.matcher(line).matches())
                    .forEach(counted::add);
        }
        return counted;
    }

    private static String[] references(String tags, String file) {
        return Arrays.stream(tags.split(" ")).map(tag -> file + "#" + tag).toArray(String[]::new);
    }

    /** The page tells both numbers. In SimPy the function that prints an interval belongs to the model with one. */
    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "M/M/2 with interval, ThreeModels, queue, queue interval",
        "reneging bank, ThreeModels, bank, bank",
        "breakdown in mid-service, ThreeModels, machine, machine",
        "machine repair with spares, ShopModels, spares, spares",
        "job shop, ShopModels, jobs, jobs"
    })
    void a_model_takes_no_more_lines_than_in_SimPy(String model, String file, String ours, String theirs)
            throws IOException {
        List<String> java = counted(references(ours, file));
        List<String> python = counted(references(theirs, "five_models.py"));
        assertThat(java).hasSizeLessThanOrEqualTo(python.size());
        assertThat(Files.readString(PAGE))
                .contains("| " + model + " | " + java.size() + " | " + python.size() + " |\n");
    }

    @Test
    void lines_that_say_nothing_of_the_model_do_not_count() {
        assertThat(UNCOUNTED.asMatchPredicate())
                .accepts("", "# tag", "// why", "/** What. */", "* more", "import java.util.List;", "import simpy")
                .accepts("from math import sqrt", "package a.b;", "final class Bank {", "});", "}", ")", "],")
                .accepts("public static void main(String[] args) {")
                .rejects(
                        "static double wait(Streams streams) {",
                        "def client(env):",
                        ".build();",
                        "while True:",
                        "int x = 1;");
    }

    /** Both are right about one number: their means differ by less than 99.9% intervals of both together allow. */
    @Test
    void both_tools_say_the_same() throws IOException {
        List<Estimate> ours = List.of(
                ThreeModels.queue(), ThreeModels.bank(), ThreeModels.machine(), ShopModels.spares(), ShopModels.jobs());
        List<String> theirs = ExampleText.output("five_models").lines().skip(1).toList();
        assertThat(theirs).hasSameSizeAs(ours);
        for (int i = 0; i < ours.size(); i++) {
            Matcher line = RESULT.matcher(theirs.get(i));
            assertThat(line.matches()).isTrue();
            double mean = Double.parseDouble(line.group(2));
            // 3.883 and 2.093: Student's t at 0.9995 and 0.975 with 19 degrees of freedom.
            double theirHalfWidth = Double.parseDouble(line.group(3)) * 3.883 / 2.093;
            double most = Math.hypot(ours.get(i).halfWidth(0.999), theirHalfWidth);
            assertThat(Math.abs(ours.get(i).mean() - mean)).as(line.group(1)).isLessThan(most);
        }
    }
}
