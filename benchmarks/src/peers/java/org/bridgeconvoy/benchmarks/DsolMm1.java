package org.bridgeconvoy.benchmarks;

import java.util.concurrent.CountDownLatch;
import nl.tudelft.simulation.dsol.experiment.SingleReplication;
import nl.tudelft.simulation.dsol.model.AbstractDsolModel;
import nl.tudelft.simulation.dsol.simulators.DevsSimulator;

/** The M/M/1 queue by DSOL's events, as lambdas, with our sampler; DSOL runs it in a thread of its own. */
final class DsolMm1 extends AbstractDsolModel<Double, DevsSimulator<Double>> {
    private static final long serialVersionUID = 1;

    private final transient Mm1 draws;
    private final transient LongQueue inSystem = new LongQueue();
    private final transient CountDownLatch done = new CountDownLatch(1);
    private double total;
    private int arrived;
    private int left;

    DsolMm1(Mm1 draws) {
        super(new DevsSimulator<>("M/M/1"));
        this.draws = draws;
    }

    @Override
    public void constructModel() {
        schedule(draws.untilArrival(), this::arrive);
    }

    private void schedule(long nanos, nl.tudelft.simulation.dsol.formalisms.eventscheduling.Executable event) {
        getSimulator().scheduleEventRel((double) nanos, event);
    }

    private void arrive() {
        if (inSystem.isEmpty()) {
            schedule(draws.service(), this::depart);
        }
        inSystem.add(getSimulator().getSimulatorTime().longValue());
        if (++arrived < Mm1.CUSTOMERS) {
            schedule(draws.untilArrival(), this::arrive);
        }
    }

    private void depart() {
        total += getSimulator().getSimulatorTime() - inSystem.remove();
        if (++left == Mm1.CUSTOMERS) {
            done.countDown();
        }
        if (!inSystem.isEmpty()) {
            schedule(draws.service(), this::depart);
        }
    }

    /** Runs until all customers have left; the mean time in the system in seconds. */
    double run() throws InterruptedException {
        getSimulator().initialize(this, new SingleReplication<>("run", 0.0, 0.0, 1e18));
        getSimulator().start();
        done.await();
        getSimulator().cleanUp();
        return total / 1e9 / left;
    }
}
