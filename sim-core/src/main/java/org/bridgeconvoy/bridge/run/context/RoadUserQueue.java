package org.bridgeconvoy.bridge.run.context;

import org.jspecify.annotations.Nullable;

/** A first-come-first-served line, linked through those who stand in it. */
public class RoadUserQueue<T extends RoadUser> {

    private @Nullable T first;
    private @Nullable T last;
    private int length;

    /** How many stand in it. */
    public final int length() {
        return length;
    }

    /** The first; null if there is none. */
    public final @Nullable T first() {
        return first;
    }

    /** The next behind one that stands in it; null if that is the last. */
    @SuppressWarnings("unchecked") // Behind one of a kind stands one of that kind.
    public final @Nullable T behind(T user) {
        return (T) user.next;
    }

    /** The last; null if there is none. */
    final @Nullable T last() {
        return last;
    }

    /** When the last in line joined; 0 if there is none. */
    public final long lastJoinedAt() {
        T user = last;
        return user == null ? 0 : user.joinedAt;
    }

    /** Adds one behind all others. */
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

    /** Adds one before all others; the queue must not be empty. */
    final void addFirst(T user) {
        user.next = first;
        first = user;
        length++;
    }

    /** Adds one right behind another, which must not be the last. */
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

    /** Removes one that stands in it, wherever that is. */
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
