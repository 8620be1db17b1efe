package org.bridgeconvoy.experiment.theory;

import java.util.List;

/**
 * A closed network of queues by exact mean value analysis: a fixed number of customers (trucks) that go round stations with
 * exponential service and first-come-first-served queues. Reiser and Lavenberg, Journal of the ACM 27 (1980); stations with
 * several servers by their marginal probabilities.
 *
 * @param throughput rounds per unit of time, of all customers together
 * @param residence mean time of a round at each station, waiting included, in the order of the stations
 * @param number mean number of customers at each station, in the order of the stations
 */
public record ClosedNetwork(double throughput, List<Double> residence, List<Double> number) {

    /**
     * A station.
     *
     * @param demand mean service time that a customer needs there per round, 0 or more
     * @param servers at least 1; {@link #DELAY} for as many as there are customers
     */
    public record Station(double demand, int servers) {

        /** As many servers as customers, so that no customer waits. Times may then have any distribution. */
        public static final int DELAY = Integer.MAX_VALUE;

        /** Checks the ranges. */
        public Station {
            Range.check(demand >= 0 && demand < Double.POSITIVE_INFINITY, "demand must be >= 0, got " + demand);
            Range.check(servers >= 1, "servers must be >= 1, got " + servers);
        }
    }

    /** Copies the lists. */
    public ClosedNetwork {
        residence = List.copyOf(residence);
        number = List.copyOf(number);
    }

    /**
     * Solves the network.
     *
     * @param stations at least one with a demand above 0
     * @param customers at least 1
     * @return means in the long run
     * @throws IllegalArgumentException if an argument is out of range
     */
    public static ClosedNetwork of(List<Station> stations, int customers) {
        Range.check(customers >= 1, "customers must be >= 1, got " + customers);
        Range.check(
                stations.stream().anyMatch(s -> s.demand() > 0),
                "a closed network needs a station with a demand above 0");
        Queue[] queues = stations.stream().map(s -> new Queue(s, customers)).toArray(Queue[]::new);
        double throughput = 0;
        for (int n = 1; n <= customers; n++) {
            double round = 0;
            for (Queue queue : queues) {
                round += queue.meet();
            }
            throughput = n / round;
            for (Queue queue : queues) {
                queue.settle(throughput);
            }
        }
        return new ClosedNetwork(
                throughput,
                List.of(queues).stream().map(q -> q.residence).toList(),
                List.of(queues).stream().map(q -> q.number).toList());
    }

    /** One station while customers are added one by one. */
    private static final class Queue {
        private final double demand;
        private final int servers;
        private final boolean delay;
        private final double[] probability;
        private double residence;
        private double number;

        Queue(Station station, int customers) {
            demand = station.demand();
            delay = station.servers() >= customers;
            servers = delay ? 1 : station.servers();
            // Of 0 to servers - 1 customers at the station; in an empty network it has none.
            probability = new double[servers];
            probability[0] = 1;
        }

        /** The time that a customer added to the network would spend here: it meets what is here without it. */
        double meet() {
            double idle = 0;
            for (int j = 0; j < servers - 1; j++) {
                idle += (servers - 1 - j) * probability[j];
            }
            residence = delay ? demand : demand / servers * (1 + number + idle);
            return residence;
        }

        /** The state with that customer. */
        void settle(double throughput) {
            number = throughput * residence;
            double load = throughput * demand;
            double idle = 0;
            for (int j = servers - 1; j >= 1; j--) {
                probability[j] = load / j * probability[j - 1];
                idle += (servers - j) * probability[j];
            }
            probability[0] = 1 - (load + idle) / servers;
        }
    }
}
