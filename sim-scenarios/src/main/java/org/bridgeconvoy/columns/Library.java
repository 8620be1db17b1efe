package org.bridgeconvoy.columns;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * A library that is fetched from Maven Central when it is first needed, since most users never do. Its sum is known beforehand.
 *
 * @param name what people call it
 * @param licence its licence
 * @param group Maven's group
 * @param artifact Maven's artifact
 * @param version its version
 * @param megabytes how large it is, rounded
 * @param sum SHA-256 of the jar
 */
record Library(String name, String licence, String group, String artifact, String version, int megabytes, String sum) {

    static final Library DUCKDB = new Library(
            "DuckDB",
            "MIT",
            "org.duckdb",
            "duckdb_jdbc",
            "2.0.0.1",
            80,
            "6cb8b0e0fc51b2e45aead2d2c1e1fd09dd10267db2966e69aaab0de67319f826");

    private static final String CENTRAL = "https://repo1.maven.org/maven2/";

    private static final String COPY = "org.apache.maven.plugins:maven-dependency-plugin:3.11.0:copy";

    /** Longest time that Maven may take, in minutes. */
    private static final int MINUTES = 30;

    /**
     * The jar on this machine.
     *
     * @param tell hears that it is fetched, and why that takes a while
     * @throws IOException with a message for people if it cannot be fetched
     */
    Path jar(Consumer<String> tell) throws IOException {
        String file = artifact + "-" + version + ".jar";
        Path kept = cache().resolve(file);
        Path ofMaven = Path.of(System.getProperty("user.home"), ".m2", "repository")
                .resolve(group.replace('.', '/'))
                .resolve(artifact)
                .resolve(version)
                .resolve(file);
        for (Path there : List.of(kept, ofMaven)) {
            if (Files.isRegularFile(there) && sum(there).equals(sum)) {
                return there;
            }
        }
        tell.accept(name + " " + version + " (" + licence + ", " + megabytes + " MB) is needed for this; fetching it"
                + " once, into " + cache());
        Path folder = Files.createDirectories(cache());
        Path aside = Files.createTempDirectory(folder, "fetch");
        try {
            fetch(aside, file);
            Path fetched = aside.resolve(file);
            if (!sum(fetched).equals(sum)) {
                throw new IOException(file + " as fetched has another SHA-256 than " + sum);
            }
            return Files.move(fetched, kept, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new IOException(
                    name + " could not be fetched (" + e.getMessage() + "); put " + file + " of Maven Central (" + group
                            + ") into " + folder,
                    e);
        } finally {
            Files.deleteIfExists(aside.resolve(file));
            Files.deleteIfExists(aside);
        }
    }

    /** Asks Maven, which knows the user's mirrors and proxies; without it, Maven Central. */
    private void fetch(Path folder, String file) throws IOException {
        if (!askMaven(folder) || !Files.isRegularFile(folder.resolve(file))) {
            URI address = URI.create(CENTRAL + group.replace('.', '/') + "/" + artifact + "/" + version + "/" + file);
            try (InputStream in = address.toURL().openStream()) {
                Files.copy(in, folder.resolve(file), StandardCopyOption.REPLACE_EXISTING);
            }
        }
    }

    private boolean askMaven(Path folder) throws IOException {
        String maven = System.getProperty("os.name").toLowerCase(Locale.ROOT).contains("windows") ? "mvn.cmd" : "mvn";
        try {
            Process process = new ProcessBuilder(
                            maven,
                            "-B",
                            "-q",
                            COPY,
                            "-Dartifact=" + group + ":" + artifact + ":" + version,
                            "-DoutputDirectory=" + folder.toAbsolutePath())
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .directory(folder.toFile())
                    .start();
            try {
                return process.waitFor(MINUTES, TimeUnit.MINUTES) && process.exitValue() == 0;
            } finally {
                process.destroy();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        } catch (IOException noMaven) {
            return false;
        }
    }

    /** The folder of fetched libraries of this user. */
    private static Path cache() {
        Map<String, String> environment = System.getenv();
        String home = System.getProperty("user.home");
        String base = environment.getOrDefault(
                "XDG_CACHE_HOME",
                environment.getOrDefault("LOCALAPPDATA", Path.of(home, ".cache").toString()));
        return Path.of(base.isBlank() ? home : base, "bridge-convoy", "lib");
    }

    private static String sum(Path file) throws IOException {
        MessageDigest digest;
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JVM has SHA-256", e);
        }
        byte[] buffer = new byte[1 << 16];
        try (InputStream in = Files.newInputStream(file)) {
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                digest.update(buffer, 0, n);
            }
        }
        return HexFormat.of().formatHex(digest.digest());
    }
}
