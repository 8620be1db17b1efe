package org.bridgeconvoy.flow;

import org.jspecify.annotations.Nullable;

/**
 * Waiting cursors, higher priority first, equal ones in the order of coming. The links are in the cursors. Joining behind all is
 * O(1), before others O(those that stay before).
 */
final class WaitingLine {
    private @Nullable Cursor<?> first;
    private @Nullable Cursor<?> last;
    private int length;

    int length() {
        return length;
    }

    @Nullable
    Cursor<?> first() {
        return first;
    }

    void join(Cursor<?> cursor) {
        length++;
        Cursor<?> before = last == null || last.priority >= cursor.priority ? last : lastNotBelow(cursor.priority);
        if (before == null) {
            cursor.behind = first;
            first = cursor;
        } else {
            cursor.behind = before.behind;
            before.behind = cursor;
        }
        if (before == last) {
            last = cursor;
        }
    }

    private @Nullable Cursor<?> lastNotBelow(int priority) {
        Cursor<?> before = null;
        for (Cursor<?> cursor = first; cursor != null && cursor.priority >= priority; cursor = cursor.behind) {
            before = cursor;
        }
        return before;
    }

    @Nullable
    Cursor<?> leave() {
        Cursor<?> leaving = first;
        if (leaving != null) {
            first = leaving.behind;
            leaving.behind = null;
            last = first == null ? null : last;
            length--;
        }
        return leaving;
    }

    /** Empties the line; those who stood in it stay linked among each other, the first one is returned. */
    @Nullable
    Cursor<?> leaveAll() {
        Cursor<?> all = first;
        first = null;
        last = null;
        length = 0;
        return all;
    }
}
