package org.bridgeconvoy.scenario.load;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.bridgeconvoy.bridge.module.Modules;
import org.bridgeconvoy.scenario.LoadResult;
import org.bridgeconvoy.scenario.Scenario;
import org.bridgeconvoy.scenario.key.Layers;
import org.bridgeconvoy.scenario.key.ReadingContext;
import org.bridgeconvoy.scenario.key.ScenarioSchema;
import org.bridgeconvoy.scenario.key.Shapes;
import org.bridgeconvoy.scenario.key.Tree;
import org.bridgeconvoy.scenario.map.ScenarioMapper;
import org.bridgeconvoy.scenario.text.FileText;
import org.bridgeconvoy.scenario.text.Invalid;
import org.bridgeconvoy.scenario.text.Node;
import org.bridgeconvoy.scenario.text.Position;
import org.bridgeconvoy.scenario.text.Problems;
import org.bridgeconvoy.scenario.text.ScenarioFiles;
import org.bridgeconvoy.scenario.text.Texts;
import org.bridgeconvoy.scenario.text.YamlReader;
import org.jspecify.annotations.Nullable;

/**
 * Loads a scenario from its name, path or text. It throws nothing for a user's mistake: the result lists all problems
 * of all files. Immutable; several threads may share a loader.
 */
public final class ScenarioLoader {

    private final Modules modules;
    private final Shapes shapes;

    /**
     * A loader that knows the modules of this library and those on its class path or module path.
     *
     * @throws IllegalArgumentException if a module cannot be used
     */
    public ScenarioLoader() {
        this(Modules.load());
    }

    /** A loader that knows only these controls, arrivals and profiles. */
    public ScenarioLoader(Modules modules) {
        this.modules = modules;
        this.shapes = new Shapes(modules);
    }

    /** Controls, arrivals and profiles that scenarios may use. */
    public Modules modules() {
        return modules;
    }

    /** JSON Schema of the files that this loader reads. Ends in a line break. */
    public String schema() {
        return ScenarioSchema.text(modules);
    }

    /**
     * Loads a scenario.
     *
     * @param nameOrPath name of a built-in scenario, or path of a file: it ends in {@code .yaml} or {@code .yml}, or
     *     contains a slash
     * @param sets values that replace those of the file, each as {@code PATH=VALUE}; the value {@code null} removes
     */
    public LoadResult load(String nameOrPath, List<String> sets) {
        Problems problems = new Problems();
        ScenarioFiles files = new ScenarioFiles();
        return finish(files.first(nameOrPath, problems), sets, files, problems);
    }

    /**
     * Loads a scenario from a text.
     *
     * @param name name of the text in messages; paths in the text are relative to the working directory
     * @param text content of a scenario file
     * @param sets as for {@link #load}
     */
    public LoadResult loadText(String name, String text, List<String> sets) {
        return loadBytes(name, text.getBytes(StandardCharsets.UTF_8), sets);
    }

    /**
     * The text of a scenario file as written.
     *
     * @param path path of the file
     * @return empty if the file is missing or is not UTF-8 text; {@link #load} tells which
     */
    public static Optional<String> text(String path) {
        try {
            return Optional.of(FileText.decode(Files.readAllBytes(Path.of(path))));
        } catch (IOException | InvalidPathException | FileText.NotUtf8 e) {
            return Optional.empty();
        }
    }

    /** Loads a scenario from the bytes of a file; see {@link #loadText}. */
    LoadResult loadBytes(String name, byte[] bytes, List<String> sets) {
        Problems problems = new Problems();
        ScenarioFiles files = new ScenarioFiles();
        return finish(files.content(name, bytes, problems), sets, files, problems);
    }

    /** Merges the extended files and the sets, then maps the tree to a scenario. */
    private LoadResult finish(Node.@Nullable Fields asked, List<String> sets, ScenarioFiles files, Problems problems) {
        Node.Fields extended = asked == null ? null : Layers.extended(asked, files, problems);
        Node.Fields root = extended == null ? null : withSets(extended, sets, problems);
        Scenario scenario = root == null
                ? null
                : new ScenarioMapper(root, new ReadingContext(problems, files, modules, shapes, !sets.isEmpty())).map();
        return new LoadResult(
                problems.any() ? null : scenario, problems.errors(), problems.more(), problems.warnings());
    }

    private Node.Fields withSets(Node.Fields root, List<String> sets, Problems problems) {
        Node.Fields changed = root;
        for (String set : sets) {
            int equals = set.indexOf('=');
            String path = equals < 0 ? set.strip() : set.substring(0, equals).strip();
            Position position = new Position("--set " + path, 0, 0, Position.SET);
            if (equals <= 0) {
                problems.add(position, "must be PATH=VALUE, got " + Texts.shown(set));
                continue;
            }
            Node value = value(set.substring(equals + 1), position, problems);
            if (value == null) {
                continue;
            }
            try {
                if (path.equals("extends")) {
                    throw new Invalid("extends cannot be set, only written in a file");
                }
                changed = Tree.set(changed, path, value, shapes.scenario());
            } catch (Invalid e) {
                problems.add(position, e.text());
            }
        }
        return changed;
    }

    /** The value of a set, read as YAML; null, with a problem added, if it is empty or not YAML. */
    private static @Nullable Node value(String text, Position position, Problems problems) {
        if (text.isBlank()) {
            problems.add(position, "has no value; the value null removes the key");
            return null;
        }
        return YamlReader.read(position, text.strip(), problems);
    }
}
