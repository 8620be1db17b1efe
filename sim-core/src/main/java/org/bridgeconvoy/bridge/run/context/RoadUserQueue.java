package org.bridgeconvoy.bridge.run.context;

import org.jspecify.annotations.Nullable;

/** A first-come-first-served line; each member links to the next. */
public class RoadUserQueue<T extends RoadUser> {

    private @Nullable T first;
    private @Nullable T last;
    private int length;

    /** Number in line. */
    public final int length() {
        return length;
    }

    /** The first in line; null if there is none. */
    public final @Nullable T first() {
        return first;
    }

    /** The next behind a member; null if that member is the last. */
    @SuppressWarnings("unchecked") // All members of a line are of one type.
    public final @Nullable T behind(T user) {
        return (T) user.next;
    }

    /** The last in line; null if there is none. */
    final @Nullable T last() {
        return last;
    }

    /** When the last in line joined; 0 if there is none. */
    public final long lastJoinedAt() {
        T user = last;
        return user == null ? 0 : user.joinedAt;
    }

    /** Adds one at the end. */
    public final void add(T user) {
        user.next = null;
        if (last == null) {
            first = user;
        } else {
            last.next = user;
        }
        last = user;
        length++;
    }

    /** Adds one at the front; the queue must not be empty. */
    final void addFirst(T user) {
        user.next = first;
        first = user;
        length++;
    }

    /** Adds one right behind a member that is not the last. */
    final void addBehind(T before, T user) {
        user.next = before.next;
        before.next = user;
        length++;
    }

    /** Removes and returns the first; the queue must not be empty. */
    public final T poll() {
        T user = first;
        if (user == null) {
            throw new IllegalStateException("the queue is empty");
        }
        first = behind(user);
        if (first == null) {
            last = null;
        }
        user.next = null;
        length--;
        return user;
    }

    /** Removes a member, wherever it stands. */
    public final void remove(T user) {
        T before = null;
        T at = first;
        while (at != user) {
            if (at == null) {
                throw new IllegalStateException(user + " is not in the queue");
            }
            before = at;
            at = behind(at);
        }
        if (before == null) {
            first = behind(user);
        } else {
            before.next = user.next;
        }
        if (last == user) {
            last = before;
        }
        user.next = null;
        length--;
    }
}
