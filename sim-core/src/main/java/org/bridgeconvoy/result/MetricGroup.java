package org.bridgeconvoy.result;

/** What kind of quantity a metric is; all of one group are read in the same way. */
public enum MetricGroup {
    /** Counts and tonnes of what came through: sums over the window. */
    THROUGHPUT("What came through"),
    /** Times from consigned to unloaded. They have no steady value where the undelivered tonnes grow. */
    LEAD_TIME("From consigned to unloaded"),
    /** Trucks and their trips. */
    TRIP("Trips"),
    /** Days until all of a cargo is unloaded; a replication that does not get there has no value. */
    CLEARING("Until all is unloaded"),
    /** Days that reach what a scenario wants of a day. */
    GOAL("Goals of a day"),
    /** Times from joining a queue to leaving it. They have no steady value where the undelivered tonnes grow. */
    WAIT("Waiting"),
    /** Numbers that wait. */
    QUEUE("Queues"),
    /** How busy stations and lane are. */
    USE("Stations and lane"),
    /** Truck-hours in each state, which add up to trucks times hours. */
    STATE("Where the time goes"),
    /** Vehicles that only cross. */
    TRAFFIC("Through traffic"),
    /** What the world costs, in the user's currency. */
    COST("Cost"),
    /** How far a replication is from what was observed at the real bridge. */
    OBSERVED("Beside what was observed"),
    /** What only the answers of a scenario give. */
    ANSWER("Answers");

    private final String text;

    MetricGroup(String text) {
        this.text = text;
    }

    /**
     * Its heading in reports and documents.
     *
     * @return a few words
     */
    public String text() {
        return text;
    }
}
