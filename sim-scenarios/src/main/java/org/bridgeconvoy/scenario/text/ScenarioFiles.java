package org.bridgeconvoy.scenario.text;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.bridgeconvoy.scenario.FileNames;
import org.jspecify.annotations.Nullable;

/**
 * Finds and reads the files of one scenario: the file asked for, the files that it extends, and the data files that
 * they name. Remembers the chain of extended files to resolve paths and to find a file that extends itself. For one
 * thread.
 */
public final class ScenarioFiles {

    /** Largest data file in bytes. */
    static final int MAX_DATA_BYTES = 1 << 24;

    /** Longest chain of files that extend each other. */
    private static final int MOST_LAYERS = 32;

    /**
     * A scenario file in the chain of {@code extends}.
     *
     * @param identity key that is equal for two names of one file, to find cycles
     * @param shown name of the file in messages
     * @param path path of the file; null for a built-in scenario or a text
     * @param folder folder to which paths in the file are relative; null for a built-in scenario
     */
    private record Layer(
            String identity,
            String shown,
            @Nullable Path path,
            @Nullable Path folder) {}

    private final List<Layer> layers = new ArrayList<>();

    /**
     * Whether the text names a file rather than a built-in scenario: it ends in {@code .yaml} or {@code .yml} or has a
     * slash.
     */
    private static boolean isPath(String nameOrPath) {
        return nameOrPath.endsWith(".yaml")
                || nameOrPath.endsWith(".yml")
                || nameOrPath.indexOf('/') >= 0
                || nameOrPath.indexOf('\\') >= 0;
    }

    /** Reads the scenario asked for. Returns null, with a problem added, if it cannot be read or is no map. */
    public Node.@Nullable Fields first(String nameOrPath, Problems problems) {
        Position position = new Position(nameOrPath, 0, 0, 0);
        return open(nameOrPath, Path.of(""), position, problems);
    }

    /** Reads {@code bytes} as the content of a file called {@code name} in the working directory. */
    public Node.@Nullable Fields content(String name, byte[] bytes, Problems problems) {
        layers.add(new Layer("text " + name, name, null, Path.of("")));
        Position position = new Position(name, 0, 0, 0);
        return map(YamlReader.read(position, bytes, problems), position, problems);
    }

    /**
     * Reads the scenario that the last file read extends.
     *
     * @param position where the file names the scenario
     * @return null, with a problem added, if it cannot be read, is no map or extends itself
     */
    public Node.@Nullable Fields next(String nameOrPath, Position position, Problems problems) {
        if (layers.size() >= MOST_LAYERS) {
            problems.add(position, "extends a chain of more than " + MOST_LAYERS + " files");
            return null;
        }
        return open(nameOrPath, layers.get(layers.size() - 1).folder(), position, problems);
    }

    private Node.@Nullable Fields open(String nameOrPath, @Nullable Path folder, Position position, Problems problems) {
        Layer layer;
        byte[] bytes;
        try {
            layer = locate(nameOrPath, folder);
            for (Layer earlier : layers) {
                if (earlier.identity().equals(layer.identity())) {
                    throw new Invalid("extends itself: " + chain(layer));
                }
            }
            bytes = bytes(layer);
        } catch (Invalid e) {
            problems.add(position, e.text());
            return null;
        }
        layers.add(layer);
        Position file = new Position(layer.shown(), 0, 0, layers.size() - 1);
        return map(YamlReader.read(file, bytes, problems), file, problems);
    }

    /** The value of a file, which must be a map; null, with a problem added, if it is not. */
    private static Node.@Nullable Fields map(@Nullable Node root, Position file, Problems problems) {
        if (root instanceof Node.Fields fields) {
            return fields;
        }
        if (root instanceof Node.Scalar scalar && scalar.isNull()) {
            problems.add(file.at(1, 1), "the file is empty");
        } else if (root != null) {
            problems.add(root.position(), "a scenario file must be a map from keys to values, got " + root.describe());
        }
        return null;
    }

    /** The chain of files up to the one that comes {@code again}, with arrows. */
    private String chain(Layer again) {
        StringBuilder chain = new StringBuilder();
        for (Layer layer : layers) {
            chain.append(layer.shown()).append(" -> ");
        }
        return chain.append(again.shown()).toString();
    }

    /** Finds the built-in scenario or the file that a name means, without opening it. */
    private static Layer locate(String nameOrPath, @Nullable Path folder) throws Invalid {
        if (!isPath(nameOrPath)) {
            if (BuiltInFiles.names().contains(nameOrPath)) {
                return new Layer("built-in " + nameOrPath, nameOrPath + ".yaml", null, null);
            }
            if (folder != null && isFile(folder, nameOrPath)) {
                throw new Invalid("the name of a scenario file must end in .yaml");
            }
            if (folder != null && isFile(folder, nameOrPath + ".yaml")) {
                throw new Invalid("there is no built-in scenario " + Texts.shown(nameOrPath)
                        + ", did you mean the file " + Texts.shown(nameOrPath + ".yaml") + "?");
            }
            throw new Invalid("there is no built-in scenario " + Texts.shown(nameOrPath)
                    + Texts.nearest(nameOrPath, BuiltInFiles.names())
                            .map(near -> ", did you mean '" + near + "'?")
                            .orElse("; they are " + String.join(", ", BuiltInFiles.names())
                                    + "; the path of a file ends in .yaml"));
        }
        if (folder == null) {
            throw new Invalid("a built-in scenario extends built-in scenarios only, got " + Texts.shown(nameOrPath));
        }
        try {
            Path path = folder.resolve(nameOrPath);
            Path whole = path.toAbsolutePath().normalize();
            Path parent = path.getParent();
            return new Layer("file " + whole, path.toString(), path, parent == null ? Path.of("") : parent);
        } catch (InvalidPathException e) {
            throw new Invalid("is no path of a file, got " + Texts.shown(nameOrPath) + FileNames.hint(nameOrPath));
        }
    }

    private static boolean isFile(Path folder, String name) {
        try {
            return Files.isRegularFile(folder.resolve(name));
        } catch (InvalidPathException | SecurityException e) {
            return false;
        }
    }

    private static byte[] bytes(Layer layer) throws Invalid {
        if (layer.path() != null) {
            return read(layer.path(), layer.shown(), YamlReader.MAX_BYTES + 1);
        }
        byte[] bytes = BuiltInFiles.bytes(layer.shown());
        if (bytes == null) {
            throw new Invalid("the built-in scenario " + layer.shown() + " is not in this program");
        }
        return bytes;
    }

    /**
     * The first {@code limit} bytes of a regular file. The caller allows one byte less and so notices a file that is
     * too long.
     */
    private static byte[] read(Path path, String shown, int limit) throws Invalid {
        if (Files.isDirectory(path)) {
            throw new Invalid("cannot read '" + shown + "': it is a folder");
        }
        if (Files.exists(path) && !Files.isRegularFile(path)) {
            throw new Invalid("cannot read '" + shown + "': it is no regular file");
        }
        try (InputStream in = Files.newInputStream(path)) {
            return in.readNBytes(limit);
        } catch (NoSuchFileException e) {
            throw new Invalid("cannot read '" + shown + "': there is no such file");
        } catch (IOException | SecurityException e) {
            throw new Invalid("cannot read '" + shown + "': " + e.getMessage());
        }
    }

    /**
     * Name of a data file in messages: its path from the working directory.
     *
     * @param name the data file as the scenario names it
     * @param position where the scenario names it, which gives the folder
     */
    public String shown(String name, Position position) {
        Layer layer = position.layer() >= 0 && position.layer() < layers.size() ? layers.get(position.layer()) : null;
        Path folder = layer == null ? null : layer.folder();
        return folder == null ? name : folder.resolve(name).toString();
    }

    /**
     * Content of a data file. Its path is relative to the scenario file that names it; {@code --set} names it from the
     * working directory, a built-in scenario among the built-in files.
     *
     * @param name the data file as the scenario names it
     * @param position where the scenario names it
     * @throws Invalid if the file cannot be read or has more than {@link #MAX_DATA_BYTES} bytes
     */
    public byte[] data(String name, Position position) throws Invalid {
        Layer layer = position.layer() >= 0 && position.layer() < layers.size() ? layers.get(position.layer()) : null;
        if (layer != null && layer.folder() == null) {
            byte[] bytes = BuiltInFiles.bytes(name);
            if (bytes == null) {
                throw new Invalid("cannot read '" + name + "': there is no such built-in file");
            }
            return bytes;
        }
        try {
            Path folder = layer == null ? Path.of("") : layer.folder();
            byte[] bytes = read(folder == null ? Path.of(name) : folder.resolve(name), name, MAX_DATA_BYTES + 1);
            if (bytes.length > MAX_DATA_BYTES) {
                throw new Invalid("names the file '" + name + "' of more than " + MAX_DATA_BYTES + " bytes");
            }
            return bytes;
        } catch (InvalidPathException e) {
            throw new Invalid("must name a file, got " + Texts.shown(name) + FileNames.hint(name));
        }
    }
}
