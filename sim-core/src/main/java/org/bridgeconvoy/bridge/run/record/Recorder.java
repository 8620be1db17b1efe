package org.bridgeconvoy.bridge.run.record;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.IntPredicate;
import java.util.function.IntToLongFunction;
import org.bridgeconvoy.bridge.config.ConvoyConfig;
import org.bridgeconvoy.bridge.control.Direction;
import org.bridgeconvoy.bridge.run.context.RunContext;
import org.bridgeconvoy.bridge.run.plan.Mass;
import org.bridgeconvoy.calendar.Nanos;
import org.bridgeconvoy.observe.Sample;
import org.bridgeconvoy.observe.TimeWeighted;
import org.bridgeconvoy.result.Activity;
import org.bridgeconvoy.result.DailyTable;
import org.bridgeconvoy.result.Stage;
import org.bridgeconvoy.result.TruckState;
import org.jspecify.annotations.Nullable;

/**
 * Statistics of one run so far: counts by day since the start, and statistics of the window since the warm-up. The parts of the model
 * report to the recorder; it knows none of them.
 */
public final class Recorder {

    private static final double NANOS_PER_HOUR = Nanos.HOUR;

    private final RunContext context;
    private final Buffers buffers;
    private final long warmUp;
    private final long horizon;

    // By day.
    private final int[] consignedTrucks;
    private final int[] outboundTrucks;
    private final int[] deliveredTrucks;
    private final int[] returnTrucks;
    private final int[] awayTrucks;
    private final int[] consignedReturnLoads;
    private final int[] loadedReturnTrucks;
    private final boolean[] isReturn;
    private int day;
    private int away;
    private int consignedToday;
    private int outboundToday;
    private int deliveredToday;
    private int returnedToday;

    // In the window.
    private boolean inWindow;
    private final WaitRecord[] waits = new WaitRecord[Stage.values().length];
    private final TimeWeighted[] occupied = {new TimeWeighted(), new TimeWeighted()};
    private final int[] exits = new int[2];
    private long turns;
    private double cycleNanos;
    private int cycles;
    private long awayOvernight;
    private int nights;

    // Since the start.
    private final TrafficRecord[] traffic;
    private final CargoRecord[] cargoes;
    private final @Nullable ControlRecord controls;
    private long undelivered;
    private @Nullable DailyTable daily;
    private double[] probed = {};

    /** The record of a run of a world that begins, with its control variates, if they are recorded. */
    public Recorder(RunContext context, ConvoyConfig config, Buffers buffers, @Nullable ControlRecord controls) {
        this.context = context;
        this.buffers = buffers;
        buffers.clear();
        warmUp = config.warmUpNanos();
        horizon = config.horizonNanos();
        this.controls = controls;
        int days = Math.toIntExact((horizon + Nanos.DAY - 1) / Nanos.DAY);
        cargoes = new CargoRecord[config.demand().size()];
        for (int c = 0; c < cargoes.length; c++) {
            cargoes[c] = new CargoRecord(days, buffers.leadTimes(c));
        }
        traffic = new TrafficRecord[config.traffic().size()];
        Arrays.setAll(traffic, i -> new TrafficRecord(buffers.traffic(i)));
        consignedTrucks = new int[days];
        outboundTrucks = new int[days];
        deliveredTrucks = new int[days];
        returnTrucks = new int[days];
        awayTrucks = new int[days];
        consignedReturnLoads = new int[days];
        loadedReturnTrucks = new int[days];
        isReturn = new boolean[cargoes.length];
        for (int c = 0; c < isReturn.length; c++) {
            isReturn[c] = config.demand().get(c).isReturn();
        }
        for (Stage stage : Stage.values()) {
            waits[stage.ordinal()] = new WaitRecord(stage, buffers.waits(stage), context, controls);
        }
    }

    /** The window begins: all statistics count from now on. */
    public void windowBegins() {
        inWindow = true;
        context.states().reset();
        for (WaitRecord wait : waits) {
            wait.windowBegins();
        }
        for (TrafficRecord vehicles : traffic) {
            vehicles.windowBegins(context.now());
        }
        for (TimeWeighted direction : occupied) {
            direction.reset(context.now());
        }
    }

    /**
     * A day ends.
     *
     * @param end its end: 24:00, or the horizon if that comes first
     * @param backlog for each cargo the mass that is consigned but not yet assigned, in milligrams
     */
    public void dayEnds(long end, IntToLongFunction backlog) {
        for (int c = 0; c < cargoes.length; c++) {
            cargoes[c].dayEnded(day, backlog.applyAsLong(c));
        }
        consignedTrucks[day] += consignedToday;
        outboundTrucks[day] += outboundToday;
        deliveredTrucks[day] += deliveredToday;
        returnTrucks[day] += returnedToday;
        awayTrucks[day] = away;
        consignedToday = 0;
        outboundToday = 0;
        deliveredToday = 0;
        returnedToday = 0;
        if (end > warmUp && end % Nanos.DAY == 0) {
            awayOvernight += away;
            nights++;
        }
        context.observers().dayEnded(end, day);
        day++;
    }

    /** The run has ended; {@code isOver} tells for each cargo whether no more will appear. */
    public void finish(List<String> names, IntPredicate isOver) {
        for (int c = 0; c < cargoes.length; c++) {
            cargoes[c].finish(isOver.test(c));
        }
        List<DailyTable.Cargo> byCargo =
                Arrays.stream(cargoes).map(CargoRecord::days).toList();
        daily = new DailyTable(
                names,
                byCargo,
                consignedTrucks,
                outboundTrucks,
                deliveredTrucks,
                returnTrucks,
                awayTrucks,
                consignedReturnLoads,
                loadedReturnTrucks);
    }

    // What happens.

    /** The control variates; null if nothing asks for them. */
    public @Nullable ControlRecord controls() {
        return controls;
    }

    /** The record of a stage's queue, kept by the stage itself. */
    public WaitRecord waits(Stage stage) {
        return waits[stage.ordinal()];
    }

    /** A consignment appears. */
    public void consigned(int cargo, long mass) {
        consignedToday++;
        if (isReturn[cargo]) {
            consignedReturnLoads[day]++;
        }
        cargoes[cargo].consigned(mass);
        undelivered += mass;
    }

    /** A truck took a part of a consignment; the rest becomes a truckload of its own. */
    public void split(int cargo) {
        cargoes[cargo].split();
    }

    /** The record of the vehicles of a name, kept by the lane itself. */
    public TrafficRecord traffic(int name) {
        return traffic[name];
    }

    /** A truck has entered the lane; {@code onLane} counts the trucks on it in this direction, including this one. */
    public void entered(Direction direction, int onLane, boolean turned, long now) {
        vehicleEntered(direction, onLane, turned, now);
        if (direction == Direction.OUTBOUND) {
            away++;
        }
    }

    /** The truck that has just left the lane on its way back carried a return load. */
    public void leftLoaded() {
        loadedReturnTrucks[day]++;
    }

    /** A vehicle has entered the lane; {@code onLane} counts those on it in this direction, including this one. */
    public void vehicleEntered(Direction direction, int onLane, boolean turned, long now) {
        if (onLane == 1) {
            occupied[direction.ordinal()].set(1, now);
        }
        if (turned && inWindow) {
            turns++;
        }
    }

    /** A truck has left the lane; {@code onLane} counts those that remain in its direction. */
    public void left(Direction direction, int onLane, long now) {
        vehicleLeft(direction, onLane, now);
        if (inWindow) {
            exits[direction.ordinal()]++;
        }
        if (direction == Direction.OUTBOUND) {
            outboundToday++;
        } else {
            returnedToday++;
            away--;
        }
    }

    /** A vehicle has left the lane; {@code onLane} counts those that remain in its direction. */
    public void vehicleLeft(Direction direction, int onLane, long now) {
        if (onLane == 0) {
            occupied[direction.ordinal()].set(0, now);
        }
    }

    /** A truckload is unloaded now. */
    public void delivered(int cargo, long mass, long consignedAt, long now) {
        deliveredToday++;
        undelivered -= mass;
        cargoes[cargo].delivered(mass, consignedAt, now, inWindow);
    }

    /** A trip that was assigned at {@code assignedAt} ends now. */
    public void available(long assignedAt, long now) {
        if (inWindow) {
            cycleNanos += now - assignedAt;
            cycles++;
        }
    }

    // Results, once the run has ended.

    double measuredDays() {
        return (horizon - warmUp) / (double) Nanos.DAY;
    }

    int exits(Direction direction) {
        return exits[direction.ordinal()];
    }

    double deliveredTonnes() {
        return deliveredTonnes(cargo -> true);
    }

    double deliveredTonnes(int cargo) {
        return Mass.toTonnes(cargoes[cargo].deliveredInWindow());
    }

    /** Tonnes delivered of the cargoes whose number meets a condition. */
    double deliveredTonnes(IntPredicate which) {
        long sum = 0;
        for (int c = 0; c < cargoes.length; c++) {
            sum += which.test(c) ? cargoes[c].deliveredInWindow() : 0;
        }
        return Mass.toTonnes(sum);
    }

    double undeliveredTonnes() {
        return Mass.toTonnes(undelivered);
    }

    double cycleTimeHours() {
        return cycles == 0 ? Double.NaN : cycleNanos / cycles / NANOS_PER_HOUR;
    }

    double queueMean(Stage stage) {
        return waits(stage).length().mean(horizon);
    }

    double queueMax(Stage stage) {
        return waits(stage).length().max(horizon);
    }

    double occupied(Direction direction) {
        return occupied[direction.ordinal()].mean(horizon);
    }

    double turnsPerDay() {
        return turns / measuredDays();
    }

    double awayOvernight() {
        return nights == 0 ? Double.NaN : (double) awayOvernight / nights;
    }

    /** Share of the open server time in which servers were busy; NaN if the station was never open. */
    double utilisation(Stage stage, double openServerNanos) {
        double busy = context.states()
                .truckNanos(TruckState.of(stage, Activity.SERVED), horizon)
                .doubleValue();
        return openServerNanos == 0 ? Double.NaN : busy / openServerNanos;
    }

    /** Days from the start until the last load of a finite cargo was unloaded; NaN if not all was. */
    double daysToClear(int cargo) {
        CargoRecord record = cargoes[cargo];
        return record.isCleared() ? record.lastDelivery() / (double) Nanos.DAY : Double.NaN;
    }

    double truckHoursPerDay(TruckState state) {
        BigInteger nanos = context.states().truckNanos(state, horizon);
        return nanos.doubleValue() / NANOS_PER_HOUR / measuredDays();
    }

    /** The waits before a stage in the window, in nanoseconds. */
    Sample waitSample(Stage stage) {
        return waits(stage).waits();
    }

    /** Number waiting before a stage at the horizon; their waits are not in the window's sample. */
    long stillWaiting(Stage stage) {
        return waits(stage).length().value();
    }

    double trafficPerDay(int name) {
        return traffic[name].exits() / measuredDays();
    }

    int longestTrafficQueue(int name) {
        return traffic[name].longestQueue(horizon);
    }

    /**
     * Mean wait in minutes of all vehicles that joined a queue in the window, names pooled. A vehicle still waiting counts with its wait up
     * to the horizon. NaN if none joined.
     */
    public double trafficWaitMinutes() {
        double waited = 0;
        long joins = 0;
        for (TrafficRecord vehicles : traffic) {
            waited += vehicles.waitedNanos(horizon);
            joins += vehicles.joins();
        }
        return joins == 0 ? Double.NaN : waited / joins / Nanos.MINUTE;
    }

    /** The lead times of all cargoes in the window, in nanoseconds. */
    Sample leadTimeSample() {
        return buffers.allLeadTimes();
    }

    /** Truckloads of all cargoes that are consigned but not unloaded. */
    long undeliveredLoads() {
        long sum = 0;
        for (int c = 0; c < cargoes.length; c++) {
            sum += undeliveredLoads(c);
        }
        return sum;
    }

    /** Truckloads of a cargo that are consigned but not unloaded. */
    long undeliveredLoads(int cargo) {
        return cargoes[cargo].undeliveredLoads();
    }

    /** The lead times of a cargo in the window, in nanoseconds. */
    Sample leadTimeSample(int cargo) {
        return buffers.leadTimes(cargo);
    }

    /** What happened on each day; call it once the run has ended. */
    public DailyTable daily() {
        return Objects.requireNonNull(daily, "the run has not ended");
    }

    /** Takes over the answers to the probes of the run, first those of what the world observed. */
    public void setProbed(double[] answers) {
        probed = answers;
    }

    double[] probed() {
        return probed;
    }
}
