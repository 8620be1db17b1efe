package org.bridgeconvoy.cluster;

import java.io.File;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The module for Spark in a source tree, built by Maven, which also fetches Spark. */
final class SparkBuild {

    /** What Maven cannot fetch, with a network or without. */
    private static final Pattern MISSING = Pattern.compile("artifact ([A-Za-z0-9_.-]+:[A-Za-z0-9_.:-]+[A-Za-z0-9])");

    /** The modules that a build makes, each in a folder of its own, which ends in the number of the process. */
    private static final List<String> MODULES = List.of("sim-core", "sim-scenarios", "sim-spark");

    private static final String ASIDE = "spark-build.";

    private final Path root;
    private final Path target;
    private final Path libraries;

    SparkBuild(Path root) {
        this.root = root;
        target = root.resolve("sim-spark").resolve("target");
        libraries = target.resolve("spark.classpath");
    }

    /** The module with all of the program. */
    Path jar() {
        return target.resolve(SparkModule.JAR);
    }

    /** Spark's jars in the local Maven repository. */
    List<Path> libraries() throws IOException {
        return Stream.of(Files.readString(libraries).strip().split(Pattern.quote(File.pathSeparator)))
                .map(Path::of)
                .toList();
    }

    /**
     * Builds the module unless it is there and as new as the program.
     *
     * @param program the jar of the program, or its folder of classes, of which no age is known
     * @throws IOException with a message for people if it cannot be built
     */
    void prepare(Path program, Consumer<String> tell) throws IOException {
        if (isThere() && !isOlder(program)) {
            return;
        }
        tell.accept(
                "--on needs Apache Spark (Apache-2.0, 220 MB): building the module for it, and fetching Spark the first"
                        + " time ...");
        Files.createDirectories(target);
        Path log = target.resolve("build.log");
        for (String module : MODULES) {
            removeAbandoned(root.resolve(module).resolve("target"));
        }
        // Aside, so that what is in place is always whole.
        String aside = Path.of("target", ASIDE + ProcessHandle.current().pid()).toString();
        try {
            if (!maven(aside, log)) {
                throw new IOException(
                        "the module for Spark could not be built: " + reason(log) + " (all of it in " + log + ")");
            }
            Path made = root.resolve("sim-spark").resolve(aside);
            Files.move(made.resolve("spark.classpath"), libraries, StandardCopyOption.REPLACE_EXISTING);
            Files.move(made.resolve(SparkModule.JAR), jar(), StandardCopyOption.REPLACE_EXISTING);
        } finally {
            for (String module : MODULES) {
                delete(root.resolve(module).resolve(aside));
            }
        }
    }

    /** Deletes what builds left whose process was killed. */
    static void removeAbandoned(Path target) throws IOException {
        if (!Files.isDirectory(target)) {
            return;
        }
        try (DirectoryStream<Path> builds = Files.newDirectoryStream(target, ASIDE + "*")) {
            for (Path build : builds) {
                String process = build.getFileName().toString().substring(ASIDE.length());
                if (process.matches("\\d{1,18}")
                        && ProcessHandle.of(Long.parseLong(process)).isEmpty()) {
                    delete(build);
                }
            }
        }
    }

    private boolean isThere() throws IOException {
        return Files.isRegularFile(jar())
                && Files.isRegularFile(libraries)
                && libraries().stream().allMatch(Files::isRegularFile);
    }

    private boolean isOlder(Path program) throws IOException {
        FileTime built = Files.getLastModifiedTime(jar());
        if (Files.isRegularFile(program) && Files.getLastModifiedTime(program).compareTo(built) > 0) {
            return true;
        }
        try (Stream<Path> sources =
                Files.walk(root.resolve("sim-spark").resolve("src").resolve("main"))) {
            for (Path source : sources.toList()) {
                if (Files.getLastModifiedTime(source).compareTo(built) > 0) {
                    return true;
                }
            }
        }
        return false;
    }

    private boolean maven(String aside, Path log) throws IOException {
        boolean windows = System.getProperty("os.name").toLowerCase(Locale.ROOT).contains("windows");
        Path wrapper = root.resolve(windows ? "mvnw.cmd" : "mvnw");
        List<String> options = List.of(
                "-B", "-ntp", "-Pspark", "-Dquick", "-Dbuild.folder=" + aside, "-pl", "sim-spark", "-am", "package");
        try {
            return run(windows ? "mvn.cmd" : "mvn", options, log);
        } catch (IOException noMaven) {
            return run(wrapper.toString(), options, log);
        }
    }

    private boolean run(String maven, List<String> options, Path log) throws IOException {
        Process process = new ProcessBuilder(
                        Stream.concat(Stream.of(maven), options.stream()).toList())
                .directory(root.toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        try {
            process.getOutputStream().close();
            return process.waitFor() == 0;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while the module for Spark was built", e);
        } finally {
            process.destroy();
        }
    }

    /** What of the log helps: what could not be fetched, or else the first error. */
    private static String reason(Path log) throws IOException {
        List<String> errors = Files.readAllLines(log).stream()
                .filter(line -> line.startsWith("[ERROR]"))
                .toList();
        for (String error : errors) {
            Matcher missing = MISSING.matcher(error);
            if (missing.find()) {
                return "Maven could not fetch " + missing.group(1)
                        + "; without a network it must be in the local repository";
            }
        }
        return errors.stream()
                .findFirst()
                .map(line -> line.substring("[ERROR]".length()).strip())
                .orElse("Maven failed");
    }

    private static void delete(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (Stream<Path> files = Files.walk(folder)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }
}
