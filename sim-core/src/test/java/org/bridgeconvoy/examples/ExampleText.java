package org.bridgeconvoy.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/** The parts of examples and the stored outputs that pages show. */
final class ExampleText {
    private static final Path SIMPY = Path.of("..", "docs", "coming-from", "simpy");
    private static final List<Path> SOURCES = List.of(
            Path.of("src", "test", "java", "org", "bridgeconvoy", "examples"),
            Path.of("..", "sim-scenarios", "src", "test", "java", "org", "bridgeconvoy", "examples"),
            SIMPY,
            Path.of("..", "sim-kotlin", "src", "test", "kotlin", "org", "bridgeconvoy", "kotlin"));
    private static final List<Path> OUTPUTS = List.of(
            Path.of("src", "test", "resources", "examples"),
            Path.of("..", "sim-scenarios", "src", "test", "resources", "examples"),
            SIMPY);

    private ExampleText() {}

    /** The lines of a tag without the indentation that all of them share: of a class, or of another file if the name has a dot. */
    static String code(String reference) throws IOException {
        String[] parts = reference.split("#", -1);
        boolean other = parts[0].contains(".");
        String comment = parts[0].endsWith(".py") ? "# " : "// ";
        List<String> lines = find(SOURCES, other ? parts[0] : parts[0] + ".java")
                .lines()
                .dropWhile(line -> !line.strip().equals(comment + "tag: " + parts[1]))
                .skip(1)
                .takeWhile(line -> !line.strip().equals(comment + "end: " + parts[1]))
                .toList();
        assertThat(lines).as(reference).isNotEmpty();
        int indent = lines.stream()
                .filter(line -> !line.isBlank())
                .mapToInt(line -> line.length() - line.stripLeading().length())
                .min()
                .orElse(0);
        return lines.stream()
                .map(line -> line.isBlank() ? "\n" : line.substring(indent) + "\n")
                .collect(Collectors.joining());
    }

    static String output(String name) throws IOException {
        return find(OUTPUTS, name + ".txt");
    }

    private static String find(List<Path> folders, String file) throws IOException {
        for (Path folder : folders) {
            if (Files.exists(folder.resolve(file))) {
                return Files.readString(folder.resolve(file));
            }
        }
        throw new AssertionError("no example has " + file);
    }
}
