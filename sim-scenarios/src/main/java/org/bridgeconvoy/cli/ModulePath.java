package org.bridgeconvoy.cli;

import java.io.File;
import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.bridgeconvoy.bridge.module.Modules;
import org.bridgeconvoy.scenario.load.ScenarioLoader;
import org.jspecify.annotations.Nullable;

/**
 * Modules of the user's own, found through the environment variable {@code CONVOY_MODULES}. It names jars, folders of jars or folders of
 * classes, separated as in a class path.
 */
final class ModulePath implements Supplier<ScenarioLoader> {

    static final String VARIABLE = "CONVOY_MODULES";

    private final @Nullable String path;
    private @Nullable ScenarioLoader loader;

    private ModulePath(@Nullable String path) {
        this.path = path == null || path.isBlank() ? null : path;
    }

    /**
     * A lazy loader of scenarios: the first call of {@code get} searches the path for modules. Commands that read no scenario, such as the
     * help, do not pay for that search.
     *
     * @param path value of the variable; null or blank for the modules delivered with the program alone
     */
    static ModulePath loading(@Nullable String path) {
        return new ModulePath(path);
    }

    @Override
    public synchronized ScenarioLoader get() {
        ScenarioLoader known = loader;
        if (known == null) {
            known = loader(path);
            loader = known;
        }
        return known;
    }

    /** The jars and folders of classes that the path names, each jar of a folder by itself. */
    List<Path> files() {
        return path == null
                ? List.of()
                : urls(path).stream()
                        .map(url -> Path.of(URI.create(url.toString())))
                        .toList();
    }

    /**
     * Searches a path for modules.
     *
     * @throws UsageException if an entry of the path does not exist or is no usable module
     */
    private static ScenarioLoader loader(@Nullable String path) {
        try {
            return path == null ? new ScenarioLoader() : new ScenarioLoader(Modules.load(classLoader(urls(path))));
        } catch (IllegalArgumentException e) {
            throw new UsageException(
                    "convoy: " + e.getMessage() + (path == null ? "" : " (" + VARIABLE + "=" + path + ")"));
        }
    }

    /** A class loader that is never closed: the program loads classes from it as long as it runs. */
    private static ClassLoader classLoader(List<URL> urls) {
        return new URLClassLoader("modules", urls.toArray(URL[]::new), ModulePath.class.getClassLoader());
    }

    private static List<URL> urls(String path) {
        List<URL> urls = new ArrayList<>();
        for (String entry : path.split(File.pathSeparator, -1)) {
            if (entry.isBlank()) {
                continue;
            }
            try {
                Path file = Path.of(entry.strip());
                if (!Files.exists(file)) {
                    throw new UsageException(
                            "convoy: " + VARIABLE + " names " + entry.strip() + ", which does not exist");
                }
                urls.add(file.toUri().toURL());
                if (Files.isDirectory(file)) {
                    urls.addAll(jars(file));
                } else {
                    requireJar(file);
                }
            } catch (InvalidPathException | IOException e) {
                throw new UsageException("convoy: " + VARIABLE + " names " + entry.strip() + ": " + e.getMessage());
            }
        }
        return urls;
    }

    /** Refuses a damaged jar. A class loader would skip it without a word, and its modules would be missing. */
    private static void requireJar(Path file) throws IOException {
        try {
            new ZipFile(file.toFile()).close();
        } catch (ZipException e) {
            throw new IOException(file + " is no whole jar: " + e.getMessage(), e);
        }
    }

    private static List<URL> jars(Path folder) throws IOException {
        List<URL> urls = new ArrayList<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path jar :
                    files.filter(f -> f.toString().endsWith(".jar")).sorted().toList()) {
                requireJar(jar);
                urls.add(jar.toUri().toURL());
            }
        } catch (MalformedURLException e) {
            throw new IOException("no usable path: " + e.getMessage(), e);
        }
        return urls;
    }
}
