package org.bridgeconvoy.flow;

import java.util.List;
import java.util.function.Function;

/** Chooses the resource with the fewest entities, those that wait and the units in use together; among equals the first. */
record ShortestLine(List<Resource> resources) implements Function<Object, Resource> {
    ShortestLine {
        resources = List.copyOf(resources);
        if (resources.isEmpty()) {
            throw new IllegalArgumentException("the shortest line of no resource at all");
        }
    }

    @Override
    public Resource apply(Object entity) {
        Resource best = resources.get(0);
        for (Resource other : resources) {
            best = crowd(other) < crowd(best) ? other : best;
        }
        return best;
    }

    private static int crowd(Resource resource) {
        return resource.queueLength() + resource.inUse();
    }
}
