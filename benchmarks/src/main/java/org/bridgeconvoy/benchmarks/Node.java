package org.bridgeconvoy.benchmarks;

/** A pending event in a queue of objects, in the engine's order: time, higher priority, sequence. */
final class Node implements Comparable<Node> {
    long time;
    int priority;
    long sequence;

    @Override
    public int compareTo(Node other) {
        if (time != other.time) {
            return time < other.time ? -1 : 1;
        }
        return priority != other.priority
                ? Integer.compare(other.priority, priority)
                : Long.compare(sequence, other.sequence);
    }
}
