package org.bridgeconvoy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bridgeconvoy.result.MetricFamily;
import org.junit.jupiter.api.Test;

/** A metric has its name from the catalogue alone, so that a rename is a compile error. Oracle: the texts of the sources. */
class MetricNamesTest {

    private static final List<String> MODULES = List.of("sim-core", "sim-scenarios", "sim-jsl", "benchmarks");

    private static final Pattern COMMENT = Pattern.compile("(?s)/\\*.*?\\*/|(?m)^\\s*//.*$");
    private static final Pattern LITERAL = Pattern.compile("\"((?:\\\\.|[^\"\\\\\n])*)\"");

    /**
     * What stands in the names of a family, whatever they differ in, up to the word in capitals: {@code wait_}. Cost is left out: it is a word
     * of sentences too.
     */
    private static final Pattern NAME = Pattern.compile(Arrays.stream(MetricFamily.values())
            .filter(family -> family != MetricFamily.COST)
            .map(family -> family.part().token().isEmpty()
                    ? family.pattern()
                    : family.pattern()
                            .substring(0, family.pattern().indexOf(family.part().token())))
            .distinct()
            .map(Pattern::quote)
            .collect(Collectors.joining("|", "(?<![A-Za-z_])(", ")")));

    /** Examples in the help of commands must be constants, so they spell names; {@code ConvoyTest} holds them to the catalogue. */
    private static boolean isHelp(Path source) {
        return source.getFileName().toString().matches(".*(Command|Options)\\.java");
    }

    private static List<String> names(Path source) {
        List<String> found = new ArrayList<>();
        try {
            String code = COMMENT.matcher(Files.readString(source)).replaceAll("");
            LITERAL.matcher(code)
                    .results()
                    .map(literal -> literal.group(1))
                    .filter(literal -> NAME.matcher(literal).find())
                    .forEach(literal -> found.add(source.getFileName() + ": " + literal));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return found;
    }

    private static List<Path> sources() throws IOException {
        List<Path> sources = new ArrayList<>();
        for (String module : MODULES) {
            try (Stream<Path> files = Files.walk(Path.of("..", module, "src", "main", "java"))) {
                files.filter(file -> file.toString().endsWith(".java")).forEach(sources::add);
            }
        }
        return sources;
    }

    @Test
    void no_source_but_the_catalogue_spells_the_name_of_a_metric() throws IOException {
        List<String> spelled = new ArrayList<>();
        List<String> inCatalogue = new ArrayList<>();
        for (Path source : sources()) {
            if (isHelp(source)) {
                continue;
            }
            (source.endsWith("MetricFamily.java") ? inCatalogue : spelled).addAll(names(source));
        }

        assertThat(spelled).isEmpty();
        assertThat(inCatalogue).hasSizeGreaterThanOrEqualTo(MetricFamily.values().length - 2);
    }
}
