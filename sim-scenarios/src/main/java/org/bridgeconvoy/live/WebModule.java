package org.bridgeconvoy.live;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.security.CodeSource;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The model compiled to WebAssembly, packed as a .lzma file: from the jar or beside it, as in a release, else from the source tree, where it is
 * built when a source is newer.
 */
public final class WebModule {

    private static final String NAME = "convoy.wasm.lzma";

    /** Where the build for a page puts it; no other build writes there. */
    private static final Path BUILT = Path.of("sim-web", "target", "convoy-web", "web", NAME);

    /** Folder of what Maven printed. */
    private static final Path LOG = Path.of("sim-web", "target", "convoy-web");

    /** What the module is made of. */
    private static final List<String> SOURCES = List.of(
            "pom.xml",
            "sim-core/src/main",
            "scenarios",
            "sim-web/pom.xml",
            "sim-web/src",
            "sim-scenarios/src/main/java/org/bridgeconvoy/live/DayCurves.java",
            "sim-scenarios/src/main/java/org/bridgeconvoy/scenario",
            "sim-scenarios/src/main/java/org/bridgeconvoy/study");

    private static final List<String> ARGUMENTS = List.of(
            "-B", "-ntp", "-Dquick", "-Pweb", "-Dbuild.folder=target/convoy-web", "-pl", "sim-web", "-am", "package");

    private static final String ERROR = "[ERROR]";
    private static final Pattern COLOUR = Pattern.compile("\u001b\\[[0-9;]*m");
    private static final Pattern MISSING =
            Pattern.compile("Could not|Cannot access|Unknown host|Non-resolvable|Unresolveable");

    private WebModule() {}

    /**
     * The bytes of the module.
     *
     * @param say hears what takes a while
     * @throws IOException if there is none and it cannot be built; the message says what is missing
     */
    public static byte[] bytes(Consumer<String> say) throws IOException {
        try (InputStream in = WebModule.class.getResourceAsStream(NAME)) {
            if (in != null) {
                return in.readAllBytes();
            }
        }
        Path program = program();
        Path beside = program == null ? null : program.resolveSibling(NAME);
        if (beside != null && Files.isRegularFile(beside)) {
            return Files.readAllBytes(beside);
        }
        Path root = root(program);
        if (root == null) {
            throw new IOException(
                    "the compiled model is missing: this program has no " + NAME + " and lies in no source tree");
        }
        Path built = root.resolve(BUILT);
        if (!Files.isRegularFile(built) || isStale(root, Files.getLastModifiedTime(built))) {
            build(root, say);
        }
        return Files.readAllBytes(built);
    }

    /** The jar or folder of classes that runs; null if it is not known. */
    private static @Nullable Path program() {
        CodeSource source = WebModule.class.getProtectionDomain().getCodeSource();
        try {
            return source == null ? null : Path.of(source.getLocation().toURI());
        } catch (URISyntaxException | IllegalArgumentException e) {
            return null;
        }
    }

    private static @Nullable Path root(@Nullable Path program) {
        Path folder = program;
        while (folder != null) {
            if (Files.isRegularFile(folder.resolve("sim-web").resolve("pom.xml"))) {
                return folder;
            }
            folder = folder.getParent();
        }
        return null;
    }

    private static boolean isStale(Path root, FileTime built) throws IOException {
        for (String source : SOURCES) {
            try (Stream<Path> files = Files.walk(root.resolve(source))) {
                if (files.filter(Files::isRegularFile).anyMatch(file -> isNewer(file, built))) {
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean isNewer(Path file, FileTime built) {
        try {
            return Files.getLastModifiedTime(file).compareTo(built) > 0;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void build(Path root, Consumer<String> say) throws IOException {
        say.accept("compiling the model for the browser, about a minute ...");
        Path log = Files.createDirectories(root.resolve(LOG)).resolve("build.log");
        try {
            if (maven(root, log).waitFor() != 0) {
                throw new IOException("the model could not be compiled for the browser: "
                        + reason(Files.readString(log, StandardCharsets.UTF_8)) + " (all of it is in " + log
                        + "); without network Maven lacks TeaVM (org.teavm), unless an earlier build fetched it");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }

    /** Of what Maven printed the line that names what is missing, else the first error. */
    static String reason(String log) {
        List<String> errors = log.lines()
                .map(line -> COLOUR.matcher(line).replaceAll(""))
                .filter(line -> line.startsWith(ERROR))
                .map(line -> line.replace(ERROR, "").strip())
                .filter(line -> !line.isEmpty())
                .toList();
        return errors.stream()
                .filter(line -> MISSING.matcher(line).find())
                .findFirst()
                .orElse(errors.isEmpty() ? "Maven told no error" : errors.get(0));
    }

    /** Starts Maven, or the wrapper that fetches it. */
    private static Process maven(Path root, Path log) throws IOException {
        String end = File.separatorChar == '\\' ? ".cmd" : "";
        IOException missing = null;
        for (String maven : List.of("mvn" + end, root.resolve("mvnw" + end).toString())) {
            List<String> command = new ArrayList<>(List.of(maven));
            command.addAll(ARGUMENTS);
            try {
                return new ProcessBuilder(command)
                        .directory(root.toFile())
                        .redirectErrorStream(true)
                        .redirectOutput(log.toFile())
                        .start();
            } catch (IOException e) {
                missing = e;
            }
        }
        throw new IOException(
                "mvn not found; Maven 3.8 or newer is needed to compile the model for the browser", missing);
    }
}
