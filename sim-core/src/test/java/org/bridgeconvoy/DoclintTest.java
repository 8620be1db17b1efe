package org.bridgeconvoy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.lang.module.ModuleDescriptor;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.spi.ToolProvider;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Everything public or protected in the exported packages is documented: every type, method, parameter and result. Oracle: {@code
 * javac -Xdoclint:all/protected}. One thing is not asked for: that a record's compact constructor repeats what the record says of its
 * components. (The Javadoc tool itself cannot be asked: it also misses comments at accessors that nobody wrote.)
 */
class DoclintTest {

    private static final Path SOURCES = Path.of("src", "main", "java");
    private static final Pattern WARNING = Pattern.compile("(.*\\.java):(\\d+): (?:warning|error): (.*)");
    private static final Pattern COMPACT_CONSTRUCTOR = Pattern.compile("\\s*public \\w+ \\{");

    @Test
    void everything_public_is_documented(@TempDir Path folder) throws IOException {
        List<String> arguments = new ArrayList<>(List.of("--release", "17", "-proc:none", "-Xdoclint:all/protected"));
        arguments.add("-Xdoclint/package:" + String.join(",", exported()));
        arguments.addAll(List.of("-Xmaxwarns", "1000", "-cp", System.getProperty("java.class.path", "")));
        // Comments are looked at before classes are written, which takes as long again.
        arguments.addAll(List.of("--should-stop=ifNoError=ATTR", "-d", folder.toString()));
        Path undocumented = Files.writeString(
                folder.resolve("Undocumented.java"),
                "package org.bridgeconvoy.engine;\n\npublic class Undocumented {}\n");
        arguments.add(undocumented.toString());
        try (Stream<Path> sources = Files.walk(SOURCES)) {
            sources.map(Path::toString)
                    .filter(file -> file.endsWith(".java"))
                    .filter(file -> !file.endsWith(File.separator + "module-info.java"))
                    .forEach(arguments::add);
        }
        StringWriter said = new StringWriter();
        PrintWriter out = new PrintWriter(said);
        int status = ToolProvider.findFirst("javac").orElseThrow().run(out, out, arguments.toArray(new String[0]));
        out.flush();

        assertThat(status).as(said.toString()).isZero();
        // That comments were looked at: the class without one is told of.
        assertThat(said.toString().lines().filter(DoclintTest::isMissing))
                .isNotEmpty()
                .allMatch(line -> line.startsWith(undocumented.toString()));
    }

    private static List<String> exported() throws IOException {
        try (var bytes = Files.newInputStream(Path.of("target", "classes", "module-info.class"))) {
            return ModuleDescriptor.read(bytes).exports().stream()
                    .map(ModuleDescriptor.Exports::source)
                    .toList();
        }
    }

    private static boolean isMissing(String line) {
        var warning = WARNING.matcher(line);
        return warning.matches() && !(warning.group(3).startsWith("no @param") && isCompactConstructor(warning));
    }

    private static boolean isCompactConstructor(MatchResult warning) {
        try {
            int line = Integer.parseInt(warning.group(2));
            String source = Files.readAllLines(Path.of(warning.group(1))).get(line - 1);
            return COMPACT_CONSTRUCTOR.matcher(source).matches();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
