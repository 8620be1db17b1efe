package org.bridgeconvoy.scenario.write;

import java.util.LinkedHashSet;
import java.util.Set;
import java.util.regex.Pattern;
import org.bridgeconvoy.scenario.text.Node;
import org.jspecify.annotations.Nullable;

/** Writes a change: the paths at which the world differs from the one before it, with their new values; null removes. */
final class ChangeText {

    /** Maps that go on below; any other value is set as a whole. */
    private static final Pattern PARTS =
            Pattern.compile("|bridge|convoys|fleet|fleet\\.classes|fleet\\.classes\\.[^.]+|origin|destination"
                    + "|origin\\.(loading|customs|import|unloading)|destination\\.(unloading|customs|export|loading)"
                    + "|demand|demand\\.[^.]+|traffic|traffic\\.[^.]+");

    private final Branch set = new Branch();

    private ChangeText() {}

    /** What must be set to come from one tree to another. */
    static Node.Fields between(Node.Fields before, Node.Fields after) {
        ChangeText change = new ChangeText();
        change.compare("", before, after);
        return change.set.node();
    }

    private void compare(String path, Node.Fields before, Node.Fields after) {
        for (String key : keys(before, after)) {
            String below = path.isEmpty() ? key : path + "." + key;
            Node old = before.get(key);
            Node now = after.get(key);
            if (old instanceof Node.Fields lower
                    && now instanceof Node.Fields upper
                    && PARTS.matcher(below).matches()) {
                compare(below, lower, upper);
            } else if (now == null) {
                set.put(below, Branch.nothing());
            } else if (!now.equals(old)) {
                set.put(below, over(old, now));
            }
        }
    }

    /** A value that, laid over another, gives a third: maps merge, so what is no longer there must be removed. */
    private static Node over(@Nullable Node old, Node now) {
        if (!(old instanceof Node.Fields lower && now instanceof Node.Fields upper)) {
            return now;
        }
        Branch merged = new Branch();
        for (String key : keys(lower, upper)) {
            Node value = upper.get(key);
            if (value == null) {
                merged.put(key, Branch.nothing());
            } else if (!value.equals(lower.get(key))) {
                merged.put(key, over(lower.get(key), value));
            }
        }
        return merged.node();
    }

    private static Set<String> keys(Node.Fields before, Node.Fields after) {
        Set<String> keys = new LinkedHashSet<>(before.entries().keySet());
        keys.addAll(after.entries().keySet());
        return keys;
    }
}
