package org.bridgeconvoy.scenario.key;

import org.bridgeconvoy.scenario.text.Node;
import org.bridgeconvoy.scenario.text.Problems;
import org.bridgeconvoy.scenario.text.ScenarioFiles;
import org.jspecify.annotations.Nullable;

/** Merges a scenario file with the files that it extends, the extended file below. */
public final class Layers {

    private static final String UNCERTAIN = "uncertain";

    private Layers() {}

    /**
     * Worlds of a joint sample and other entries exclude each other: what a file gives of the one replaces all that it inherits of the
     * other.
     */
    private static Node.Fields withOwnWorlds(Node.Fields merged, Node.Fields base, Node.Fields asked) {
        Node.Entry own = asked.entries().get(UNCERTAIN);
        if (own == null
                || !(own.value() instanceof Node.Fields fields)
                || fields.entries().isEmpty()) {
            return merged;
        }
        boolean isSampleBelow = base.get(UNCERTAIN) instanceof Node.Fields below && below.get("worlds") != null;
        return fields.get("worlds") != null || isSampleBelow ? merged.with(UNCERTAIN, own) : merged;
    }

    /**
     * The tree of a file merged over the file that it extends, and so on. Without {@code extends} it is the tree of the
     * file.
     *
     * @param asked the tree of the file
     * @return null, with a problem added, if an extended file cannot be read or a file extends itself
     */
    public static Node.@Nullable Fields extended(Node.Fields asked, ScenarioFiles files, Problems problems) {
        Node extended = asked.get("extends");
        if (extended == null || (extended instanceof Node.Scalar scalar && scalar.isNull())) {
            return asked.without("extends");
        }
        if (!(extended instanceof Node.Scalar scalar)) {
            problems.add(
                    extended.position(), "extends must be the name or path of a scenario, got " + extended.describe());
            return null;
        }
        Node.Fields next = files.next(scalar.text().strip(), scalar.position(), problems);
        Node.Fields base = next == null ? null : extended(next, files, problems);
        return base == null ? null : withOwnWorlds(Tree.merge(base, asked.without("extends")), base, asked);
    }
}
