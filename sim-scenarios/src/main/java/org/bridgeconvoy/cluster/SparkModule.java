package org.bridgeconvoy.cluster;

import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.bridgeconvoy.study.Cluster;
import org.bridgeconvoy.study.ClusterEngine;
import org.jspecify.annotations.Nullable;

/**
 * The module that speaks to Apache Spark, which most users never need: its jar lies beside the program's, or is built in a source tree when
 * it is first asked for. Spark's own libraries are those of {@code SPARK_HOME}, or else of the local Maven repository.
 */
public final class SparkModule {

    /** The module with all of the program, as {@code spark-submit} takes it too. */
    static final String JAR = "convoy-spark.jar";

    private SparkModule() {}

    /**
     * Opens a cluster.
     *
     * @param where its address, as {@code --on} takes it
     * @param modules jars and folders of classes with modules that scenarios name
     * @param tell hears what is fetched, and what becomes of the machines
     * @throws IOException with a message for people if the module or Spark cannot be had, or the cluster cannot be reached
     */
    public static Cluster open(String where, List<Path> modules, Consumer<String> tell) throws IOException {
        // Started by spark-submit, the program has all on its class path.
        Optional<ClusterEngine> here = first(Thread.currentThread().getContextClassLoader());
        ClusterEngine engine = here.isPresent() ? here.get() : fetched(tell);
        return engine.open(where, Jars.of(modules), tell);
    }

    private static Optional<ClusterEngine> first(@Nullable ClassLoader loader) {
        return ServiceLoader.load(ClusterEngine.class, loader).findFirst();
    }

    private static ClusterEngine fetched(Consumer<String> tell) throws IOException {
        Path program = program();
        Path beside = program.resolveSibling(JAR);
        Path jar;
        List<Path> libraries = ofHome(System.getenv("SPARK_HOME"));
        if (Files.isRegularFile(program) && Files.isRegularFile(beside)) {
            jar = beside;
            if (libraries.isEmpty()) {
                throw new IOException("Spark's libraries are missing: SPARK_HOME must name the folder of Spark "
                        + "(4.x for Scala 2.13, as on the cluster)");
            }
        } else {
            Path root = sources(program);
            if (root == null) {
                throw new IOException("the module for Spark is missing: there is no " + JAR + " beside " + program
                        + "; in a source tree, mvn -Pspark -Dquick -pl sim-spark -am package makes sim-spark/target/"
                        + JAR);
            }
            SparkBuild build = new SparkBuild(root);
            build.prepare(program, tell);
            jar = build.jar();
            libraries = libraries.isEmpty() ? build.libraries() : libraries;
        }
        List<URL> urls = new ArrayList<>(List.of(url(jar)));
        for (Path library : libraries) {
            urls.add(url(library));
        }
        // Never closed: the program loads classes from it as long as it runs.
        ClassLoader loader = new URLClassLoader("spark", urls.toArray(URL[]::new), new OwnClasses());
        return first(loader).orElseThrow(() -> new IOException(jar + " has no module for Spark"));
    }

    /** The jar or the folder of classes that this program runs from. */
    private static Path program() throws IOException {
        try {
            return Path.of(SparkModule.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
        } catch (URISyntaxException e) {
            throw new IOException("cannot tell where this program lies: " + e.getMessage(), e);
        }
    }

    /** The source tree that the program was built in; null if it lies elsewhere. */
    private static @Nullable Path sources(Path program) {
        for (Path folder = program.getParent(); folder != null; folder = folder.getParent()) {
            if (Files.isRegularFile(folder.resolve("sim-spark").resolve("pom.xml"))) {
                return folder;
            }
        }
        return null;
    }

    private static List<Path> ofHome(@Nullable String home) throws IOException {
        if (home == null || home.isBlank()) {
            return List.of();
        }
        Path folder = Path.of(home, "jars");
        if (!Files.isDirectory(folder)) {
            throw new IOException("SPARK_HOME names " + home + ", which has no folder jars");
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".jar"))
                    .sorted()
                    .toList();
        }
    }

    private static URL url(Path file) throws IOException {
        try {
            return file.toUri().toURL();
        } catch (MalformedURLException e) {
            throw new IOException(file + " is no usable path", e);
        }
    }

    /** Shows Spark the classes of the JDK and of this program, and none of the program's libraries: Spark brings versions of its own. */
    private static final class OwnClasses extends ClassLoader {

        OwnClasses() {
            super("program", ClassLoader.getPlatformClassLoader());
        }

        @Override
        protected Class<?> findClass(String name) throws ClassNotFoundException {
            if (name.startsWith("org.bridgeconvoy.")) {
                return Class.forName(name, false, SparkModule.class.getClassLoader());
            }
            throw new ClassNotFoundException(name);
        }
    }
}
