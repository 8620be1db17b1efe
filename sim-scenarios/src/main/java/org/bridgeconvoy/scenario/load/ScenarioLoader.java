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
import org.bridgeconvoy.scenario.key.ScenarioSchema;
import org.bridgeconvoy.scenario.key.Shapes;
import org.bridgeconvoy.scenario.text.FileText;
import org.bridgeconvoy.scenario.text.Problems;
import org.bridgeconvoy.scenario.text.ScenarioFiles;

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
        return open(nameOrPath).load(sets);
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
        return open(name, bytes).load(sets);
    }

    /**
     * Opens a scenario, to make many worlds of it: its files are read and laid over each other once.
     *
     * @param nameOrPath as for {@link #load}
     */
    public OpenScenario open(String nameOrPath) {
        Problems problems = new Problems();
        ScenarioFiles files = new ScenarioFiles();
        return new OpenScenario(files.first(nameOrPath, problems), files, problems, modules, shapes);
    }

    /**
     * Opens a scenario from a text; see {@link #loadText}.
     *
     * @param name name of the text in messages
     * @param text content of a scenario file
     */
    public OpenScenario openText(String name, String text) {
        return open(name, text.getBytes(StandardCharsets.UTF_8));
    }

    /** What stands in the resolved text of a scenario, by path. */
    public ScenarioText resolved(String resolvedText) {
        return new ScenarioText(resolvedText, shapes);
    }

    /** As {@link #open}, from the bytes of a file. */
    private OpenScenario open(String name, byte[] bytes) {
        Problems problems = new Problems();
        ScenarioFiles files = new ScenarioFiles();
        return new OpenScenario(files.content(name, bytes, problems), files, problems, modules, shapes);
    }
}
