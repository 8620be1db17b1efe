package org.bridgeconvoy.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Each mended fault of docs/faults.md names a test, and the tests that it names exist. */
class FaultsPageTest {

    private static final Path ROOT = Path.of("..");

    private static final Pattern FAULT = Pattern.compile("(?m)^- \\*\\*(F\\d+)\\*\\*");

    /** A class, a method of it, or a further method of the class that was named last; the title of a test in a browser. */
    private static final Pattern NAMED = Pattern.compile(
            "\\b([A-Z][A-Za-z]+Test)\\b(?:\\.([A-Za-z0-9_]+)(?![\\w.*]))?|(?<=[ ,(])([a-z]+(?:_[A-Za-z0-9]+){3,})(?![\\w.])|browser\\s+test\\s+\"([^\"]+)\"");

    @Test
    void every_fault_names_a_test_that_exists() throws IOException {
        String page = Files.readString(ROOT.resolve("docs/faults.md"));
        String browser = Files.readString(ROOT.resolve("sim-scenarios/src/browser/report.test.mjs"));
        Map<String, String> sources = sources();
        List<String> missing = new ArrayList<>();
        List<String> faults = new ArrayList<>();
        Matcher fault = FAULT.matcher(page);
        List<Integer> begins = new ArrayList<>();
        while (fault.find()) {
            faults.add(fault.group(1));
            begins.add(fault.start());
        }
        for (int i = 0; i < faults.size(); i++) {
            String entry = page.substring(begins.get(i), i + 1 < begins.size() ? begins.get(i + 1) : page.length());
            if (!entry.contains("test:")) {
                missing.add(faults.get(i) + " names no test");
            }
            String last = "";
            Matcher named = NAMED.matcher(entry);
            while (named.find()) {
                last = named.group(1) == null ? last : named.group(1);
                String method = named.group(1) == null ? named.group(3) : named.group(2);
                if (named.group(4) != null) {
                    if (!browser.contains(named.group(4).replaceAll("\\s+", " "))) {
                        missing.add(faults.get(i) + ": browser test " + named.group(4));
                    }
                } else if (!sources.containsKey(last)) {
                    missing.add(faults.get(i) + ": " + last);
                } else if (method != null && !sources.get(last).contains("void " + method + "(")) {
                    missing.add(faults.get(i) + ": " + last + "." + method);
                }
            }
        }

        assertThat(missing).isEmpty();
        assertThat(faults).hasSizeGreaterThan(95).doesNotHaveDuplicates();
        for (int n = 1; n <= 100; n++) {
            // No fault has the number 79.
            if (n != 79) {
                assertThat(faults).contains((n < 10 ? "F0" : "F") + n);
            }
        }
    }

    private static Map<String, String> sources() throws IOException {
        Map<String, String> sources = new HashMap<>();
        for (String module : List.of("sim-core", "sim-scenarios")) {
            try (Stream<Path> files = Files.walk(ROOT.resolve(module).resolve("src/test/java"))) {
                for (Path file :
                        files.filter(f -> f.toString().endsWith("Test.java")).toList()) {
                    String name = file.getFileName().toString().replace(".java", "");
                    sources.merge(name, Files.readString(file), String::concat);
                }
            }
        }
        return sources;
    }
}
