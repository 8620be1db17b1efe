package org.bridgeconvoy.experiment.theory;

/**
 * Queues in the long run. Arrivals are a Poisson process, the queue is unlimited and served in the order of arrival; a wait
 * is the time in the queue, without the service. By Little's law the number that waits is the arrival rate times the wait.
 */
public final class Queues {
    private Queues() {}

    /**
     * Erlang's C formula: the probability that an arrival at an M/M/c queue must wait. From his B formula by its
     * recursion, which neither overflows nor cancels.
     *
     * @param servers at least 1
     * @param offeredLoad arrival rate × mean service time, from 0 to below the servers
     * @return from 0 to below 1
     * @throws IllegalArgumentException if an argument is out of range
     */
    public static double erlangC(int servers, double offeredLoad) {
        Range.check(servers >= 1, "servers must be >= 1, got " + servers);
        Range.check(
                offeredLoad >= 0 && offeredLoad < servers,
                "offered load must be >= 0 and < " + servers + ", got " + offeredLoad);
        double blocked = 1;
        for (int c = 1; c <= servers; c++) {
            blocked = offeredLoad * blocked / (c + offeredLoad * blocked);
        }
        return blocked / (1 - offeredLoad / servers * (1 - blocked));
    }

    /**
     * Mean wait in an M/M/c queue.
     *
     * @param servers at least 1
     * @param arrivalRate 0 or more
     * @param meanService above 0; arrival rate × mean service must be below the servers
     * @return the mean over all arrivals, those that do not wait included
     * @throws IllegalArgumentException if an argument is out of range
     */
    public static double waitInMMc(int servers, double arrivalRate, double meanService) {
        Range.check(meanService > 0, "mean service must be > 0, got " + meanService);
        double load = arrivalRate * meanService;
        return erlangC(servers, load) * meanService / (servers - load);
    }

    /**
     * Mean wait in an M/G/1 queue, by the formula of Pollaczek and Khinchine. Exponential service has the squared coefficient of
     * variation 1, constant service 0.
     *
     * @param arrivalRate 0 or more
     * @param meanService above 0; arrival rate × mean service must be below 1
     * @param squaredVariation variance of the service time divided by its squared mean, 0 or more
     * @return the mean over all arrivals
     * @throws IllegalArgumentException if an argument is out of range
     */
    public static double waitInMG1(double arrivalRate, double meanService, double squaredVariation) {
        Range.check(meanService > 0, "mean service must be > 0, got " + meanService);
        Range.check(squaredVariation >= 0, "squared variation must be >= 0, got " + squaredVariation);
        double load = arrivalRate * meanService;
        Range.check(load >= 0 && load < 1, "utilisation must be >= 0 and < 1, got " + load);
        return load * (1 + squaredVariation) / (2 * (1 - load)) * meanService;
    }

    /**
     * Mean number of machines that are down (waiting for repair or in repair), when each fails at a rate while it runs and crews
     * repair one machine each, times being exponential.
     *
     * @param machines at least 1
     * @param failureRate of one running machine, above 0
     * @param repairRate of one crew, above 0
     * @param crews at least 1
     * @return from 0 to the number of machines
     * @throws IllegalArgumentException if an argument is out of range
     */
    public static double machinesDown(int machines, double failureRate, double repairRate, int crews) {
        Range.check(machines >= 1, "machines must be >= 1, got " + machines);
        Range.check(crews >= 1, "crews must be >= 1, got " + crews);
        Range.check(failureRate > 0 && repairRate > 0, "rates must be > 0, got " + failureRate + " and " + repairRate);
        // Birth and death: weight of k down is that of k - 1 times (machines - k + 1) λ over min(k, crews) μ.
        double weight = 1;
        double sum = 1;
        double down = 0;
        for (int k = 1; k <= machines; k++) {
            weight *= (machines - k + 1) * failureRate / (Math.min(k, crews) * repairRate);
            sum += weight;
            down += k * weight;
        }
        return down / sum;
    }
}
