package org.bridgeconvoy.scenario.key;

import org.bridgeconvoy.scenario.text.Node;
import org.bridgeconvoy.scenario.text.Problems;
import org.bridgeconvoy.scenario.text.ScenarioFiles;
import org.jspecify.annotations.Nullable;

/** A scenario file laid over the files that it extends. */
public final class Layers {

    private Layers() {}

    /** The file on top of what it extends; null if that is missing or extends itself. */
    public static Node.@Nullable Fields extended(Node.Fields asked, ScenarioFiles files, Problems problems) {
        Node extended = asked.get("extends");
        if (extended == null || (extended instanceof Node.Scalar scalar && scalar.isNull())) {
            return asked.without("extends");
        }
        if (!(extended instanceof Node.Scalar scalar)) {
            problems.add(extended.mark(), "extends must be the name or path of a scenario, got " + extended.describe());
            return null;
        }
        Node.Fields next = files.next(scalar.text().strip(), scalar.mark(), problems);
        Node.Fields base = next == null ? null : extended(next, files, problems);
        return base == null ? null : Tree.merge(base, asked.without("extends"));
    }
}
