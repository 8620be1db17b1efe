package org.bridgeconvoy.scenario.load;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.bridgeconvoy.bridge.module.Modules;
import org.bridgeconvoy.scenario.Loaded;
import org.bridgeconvoy.scenario.Scenario;
import org.bridgeconvoy.scenario.key.Layers;
import org.bridgeconvoy.scenario.key.Reading;
import org.bridgeconvoy.scenario.key.ScenarioSchema;
import org.bridgeconvoy.scenario.key.Shapes;
import org.bridgeconvoy.scenario.key.Tree;
import org.bridgeconvoy.scenario.map.ScenarioMapper;
import org.bridgeconvoy.scenario.text.FileText;
import org.bridgeconvoy.scenario.text.Invalid;
import org.bridgeconvoy.scenario.text.Mark;
import org.bridgeconvoy.scenario.text.Node;
import org.bridgeconvoy.scenario.text.Problems;
import org.bridgeconvoy.scenario.text.ScenarioFiles;
import org.bridgeconvoy.scenario.text.Texts;
import org.bridgeconvoy.scenario.text.YamlReader;
import org.jspecify.annotations.Nullable;

/**
 * From the name or path of a scenario to a validated configuration. It throws nothing for what a user can write: all
 * problems of all files are collected. Immutable; one loader serves any number of threads.
 */
public final class ScenarioLoader {

    private final Modules modules;
    private final Shapes shapes;

    /**
     * A loader that knows the modules beside the library on its class path or module path.
     *
     * @throws IllegalArgumentException if one of them cannot be used
     */
    public ScenarioLoader() {
        this(Modules.load());
    }

    /** A loader that knows these controls, arrivals and profiles. */
    public ScenarioLoader(Modules modules) {
        this.modules = modules;
        this.shapes = new Shapes(modules);
    }

    /** The controls, arrivals and profiles that scenarios may name. */
    public Modules modules() {
        return modules;
    }

    /** The JSON Schema of the files that this loader reads, with a line break at its end. */
    public String schema() {
        return ScenarioSchema.text(modules);
    }

    /**
     * Loads a scenario.
     *
     * @param nameOrPath a built-in name, or the path of a file: it ends in {@code .yaml} or {@code .yml} or contains a
     *     slash
     * @param sets values that replace those of the file, each as {@code PATH=VALUE}; a value {@code null} removes
     */
    public Loaded load(String nameOrPath, List<String> sets) {
        Problems problems = new Problems();
        ScenarioFiles files = new ScenarioFiles();
        return finish(files.first(nameOrPath, problems), sets, files, problems);
    }

    /**
     * Loads a scenario from a text.
     *
     * @param name how messages name it; paths in it are relative to the working directory
     * @param text the content of a scenario file
     * @param sets as for {@link #load}
     */
    public Loaded loadText(String name, String text, List<String> sets) {
        return loadBytes(name, text.getBytes(StandardCharsets.UTF_8), sets);
    }

    /**
     * The text of a scenario file as it was written.
     *
     * @param path of the file
     * @return empty if there is no such file or it is no text, which {@link #load} tells
     */
    public static Optional<String> text(String path) {
        try {
            return Optional.of(FileText.decode(Files.readAllBytes(Path.of(path))));
        } catch (IOException | InvalidPathException | FileText.NotUtf8 e) {
            return Optional.empty();
        }
    }

    /** As for a text, from the bytes of a file. */
    Loaded loadBytes(String name, byte[] bytes, List<String> sets) {
        Problems problems = new Problems();
        ScenarioFiles files = new ScenarioFiles();
        return finish(files.content(name, bytes, problems), sets, files, problems);
    }

    private Loaded finish(Node.@Nullable Fields asked, List<String> sets, ScenarioFiles files, Problems problems) {
        Node.Fields extended = asked == null ? null : Layers.extended(asked, files, problems);
        Node.Fields root = extended == null ? null : withSets(extended, sets, problems);
        Scenario scenario = root == null
                ? null
                : new ScenarioMapper(root, new Reading(problems, files, modules, shapes, !sets.isEmpty())).map();
        return new Loaded(problems.any() ? null : scenario, problems.errors(), problems.more(), problems.warnings());
    }

    private Node.Fields withSets(Node.Fields root, List<String> sets, Problems problems) {
        Node.Fields changed = root;
        for (String set : sets) {
            int equals = set.indexOf('=');
            String path = equals < 0 ? set.strip() : set.substring(0, equals).strip();
            Mark mark = new Mark("--set " + path, 0, 0, Mark.SET);
            if (equals <= 0) {
                problems.add(mark, "must be PATH=VALUE, got " + Texts.shown(set));
                continue;
            }
            Node value = value(set.substring(equals + 1), mark, problems);
            if (value == null) {
                continue;
            }
            try {
                if (path.equals("extends")) {
                    throw new Invalid("extends cannot be set, only written in a file");
                }
                changed = Tree.set(changed, path, value, shapes.scenario());
            } catch (Invalid e) {
                problems.add(mark, e.text());
            }
        }
        return changed;
    }

    private static @Nullable Node value(String text, Mark mark, Problems problems) {
        if (text.isBlank()) {
            problems.add(mark, "has no value; null removes");
            return null;
        }
        return YamlReader.read(mark, text.strip(), problems);
    }
}
