package org.bridgeconvoy.bridge.run.record;

import java.util.Arrays;
import org.bridgeconvoy.bridge.config.ConvoyConfig;
import org.bridgeconvoy.bridge.run.context.RunContext;
import org.bridgeconvoy.bridge.run.plan.ControlPlan;
import org.bridgeconvoy.bridge.run.plan.Mass;
import org.bridgeconvoy.calendar.Nanos;
import org.bridgeconvoy.result.Stage;

/**
 * The control variates of one run: sums of what is drawn in the window less its expectation. Each sum has expectation 0, since each draw is
 * independent of the decision to make it.
 */
public final class ControlRecord {

    private static final double SECONDS_PER_HOUR = 3600;

    private final ControlPlan plan;
    private final RunContext context;
    private final long from;
    private final long[] until;
    private final double[] values;

    /** The control variates of a run of a world that begins. */
    public ControlRecord(ControlPlan plan, RunContext context, ConvoyConfig config) {
        this.plan = plan;
        this.context = context;
        from = config.warmUpNanos();
        until = new long[config.demand().size()];
        Arrays.fill(until, config.horizonNanos());
        values = new double[plan.controls().size()];
    }

    private boolean inWindow() {
        return context.now() >= from;
    }

    /** A load was drawn whose expectation is {@code meanTonnes}. */
    public void loadDrawn(int cargo, long mass, double meanTonnes) {
        if (inWindow() && plan.cargo(cargo) >= 0) {
            values[plan.cargo(cargo)] += Mass.toTonnes(mass) - meanTonnes;
        }
    }

    /** A truckload of a stream appears that was not there at the start. */
    public void appeared(int cargo, long now) {
        if (inWindow() && plan.knowsArrivals(cargo)) {
            count(plan.cargo(cargo) + 1, now);
        }
    }

    /** A stream stops at its total. */
    public void stopped(int cargo, long now) {
        until[cargo] = now;
    }

    /** A vehicle of a name of the through traffic appears. */
    public void vehicleAppeared(int name, long now) {
        int index = plan.traffic(name);
        if (inWindow() && index >= 0) {
            count(index, now);
        }
    }

    private void count(int index, long now) {
        double hours = (double) (now % Nanos.DAY - Nanos.DAY / 2) / Nanos.HOUR;
        values[index]++;
        values[index + 1] += hours;
        values[index + 2] += hours * hours;
    }

    /** A service time was drawn whose expectation is {@code meanSeconds}. */
    void serviceDrawn(Stage stage, double seconds, double meanSeconds) {
        int index = plan.service(stage);
        if (inWindow() && index >= 0) {
            values[index] += (seconds - meanSeconds) / SECONDS_PER_HOUR;
        }
    }

    /** The controls, in the order of the plan. Call it once, when the run has ended. */
    public double[] finish() {
        for (int power = 0; power <= 2; power++) {
            for (int c = 0; c < until.length; c++) {
                if (plan.knowsArrivals(c)) {
                    values[plan.cargo(c) + 1 + power] -= plan.expectedTruckloads(c, from, until[c], power);
                }
            }
            for (int i = 0; i < plan.names(); i++) {
                if (plan.traffic(i) >= 0) {
                    values[plan.traffic(i) + power] -= plan.expectedVehicles(i, from, context.horizon(), power);
                }
            }
        }
        for (int c = 0; c < until.length; c++) {
            if (plan.knowsArrivals(c)) {
                values[plan.cargo(c)] += plan.meanLoad(c) * values[plan.cargo(c) + 1];
            }
        }
        return values.clone();
    }
}
