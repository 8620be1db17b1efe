package org.bridgeconvoy.cluster;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;

/** Modules in a form that travels. */
final class Jars {

    private Jars() {}

    /** Jars as they are, and each folder of classes as a jar, which is deleted when the program ends. */
    static List<Path> of(List<Path> modules) throws IOException {
        List<Path> jars = new ArrayList<>();
        for (Path module : modules) {
            jars.add(Files.isDirectory(module) ? packed(module) : module.toAbsolutePath());
        }
        return jars;
    }

    private static Path packed(Path folder) throws IOException {
        Path jar = Files.createTempFile("convoy-modules", ".jar");
        jar.toFile().deleteOnExit();
        try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar));
                Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Jars::isPartOfFolder).sorted().toList()) {
                out.putNextEntry(new ZipEntry(folder.relativize(file).toString().replace('\\', '/')));
                Files.copy(file, out);
            }
        }
        return jar;
    }

    /** Jars within a folder are named by themselves. */
    private static boolean isPartOfFolder(Path file) {
        return Files.isRegularFile(file) && !file.toString().endsWith(".jar");
    }
}
