package org.bridgeconvoy.bridge.reference;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Measures what the drawn worlds cover: every key of a scenario file that a run depends on, and every pair of them. */
class CoverageTest {

    private static final Pattern ROW = Pattern.compile(
            "^\\| `((?:bridge|convoys|fleet|origin|destination|demand|traffic|consignments|changes)(?:\\.[^`]*)?)` ",
            Pattern.MULTILINE);

    /** The keys of the reference of scenario files, without the names that a user chooses. */
    private static Set<String> documented() throws IOException {
        String text = Files.readString(Path.of("../docs/scenario-files.md"));
        return ROW.matcher(text)
                .results()
                .map((MatchResult row) -> row.group(1).replaceAll("\\.(CARGO|CLASS|STREAM|NAME|N)\\b", ""))
                .collect(TreeSet::new, Set::add, Set::addAll);
    }

    private static List<Set<String>> drawn(long from, long count) {
        return LongStream.range(from, from + count)
                .mapToObj(seed -> DrawnWorld.draw(seed).keys())
                .toList();
    }

    @Test
    void every_key_of_a_scenario_file_is_drawn() throws IOException {
        Set<String> keys = new HashSet<>();
        drawn(1, ReferenceTest.FEW).forEach(keys::addAll);
        assertThat(keys).containsAll(documented());
    }

    /** A fleet has trucks of its own or classes, a bank's clock an offset or a zone. */
    private static boolean isPossible(String one, String other) {
        if (one.equals("traffic alone")) {
            return other.matches(
                    "(changes )?(bridge|traffic).*|changes(\\..*)?|warm-up|[a-z]*\\.(utc-offset|time-zone)");
        }
        if (one.matches("[a-z.]*\\.(servers|hours)") && !one.contains("shifts")) {
            // "shifts beside servers or hours is an error"
            return !other.matches(one.replaceAll("\\.(servers|hours)$", "\\\\.shifts.*"));
        }
        if (one.endsWith(".time-zone")) {
            return !other.equals(one.replace(".time-zone", ".utc-offset"));
        }
        return !one.matches("fleet\\.(trucks|payload|tare|turnaround)") || !other.contains("classes");
    }

    @Tag("fuzz")
    @Test
    void every_pair_of_keys_is_drawn() {
        List<Set<String>> worlds = drawn(ReferenceTest.FROM, ReferenceTest.MANY);
        List<String> keys = new ArrayList<>(
                new TreeSet<>(worlds.stream().flatMap(Set::stream).toList()));
        Set<String> pairs = new HashSet<>();
        for (Set<String> world : worlds) {
            for (String one : world) {
                for (String other : world) {
                    pairs.add(one + " with " + other);
                }
            }
        }
        List<String> missing = new ArrayList<>();
        for (String one : keys) {
            for (String other : keys) {
                if (one.compareTo(other) < 0
                        && isPossible(one, other)
                        && isPossible(other, one)
                        && !pairs.contains(one + " with " + other)) {
                    missing.add(one + " with " + other);
                }
            }
        }
        assertThat(missing).as("of %d keys", keys.size()).isEmpty();
    }
}
