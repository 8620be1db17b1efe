package org.bridgeconvoy.bridge;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.bridgeconvoy.bridge.control.Direction;
import org.bridgeconvoy.bridge.station.Stage;
import org.bridgeconvoy.calendar.Nanos;
import org.bridgeconvoy.engine.Event;
import org.bridgeconvoy.observe.Sample;
import org.bridgeconvoy.observe.TimeWeighted;
import org.bridgeconvoy.random.Streams;
import org.bridgeconvoy.result.DailyTable;
import org.bridgeconvoy.result.MetricValues;
import org.bridgeconvoy.result.ReplicationResult;
import org.bridgeconvoy.result.TripTable;
import org.jspecify.annotations.Nullable;

/** What one run has produced so far: counts by day since the start, statistics of the window since the warm-up. */
final class Recorder {

    private static final double NANOS_PER_HOUR = Nanos.HOUR;

    private final BridgeRun run;
    private final BridgeModel model;
    private final Buffers buffers;
    private final long warmUp;
    private final long horizon;
    private final Event midnight = sim -> dayEnded();

    // By day.
    private final int[] consignedTrucks;
    private final int[] outboundTrucks;
    private final int[] deliveredTrucks;
    private final int[] returnTrucks;
    private final int[] awayTrucks;
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
    private final CargoRecord[] cargoes;
    private long undelivered;

    private @Nullable DailyTable daily;

    Recorder(BridgeRun run, BridgeModel model, Buffers buffers) {
        this.run = run;
        this.model = model;
        this.buffers = buffers;
        buffers.clear();
        warmUp = model.config().warmUpNanos();
        horizon = model.config().horizonNanos();
        int days = Math.toIntExact((horizon + Nanos.DAY - 1) / Nanos.DAY);
        cargoes = new CargoRecord[model.config().demand().size()];
        for (int c = 0; c < cargoes.length; c++) {
            cargoes[c] = new CargoRecord(days, buffers.leadTimes(c));
        }
        consignedTrucks = new int[days];
        outboundTrucks = new int[days];
        deliveredTrucks = new int[days];
        returnTrucks = new int[days];
        awayTrucks = new int[days];
        for (Stage stage : Stage.values()) {
            waits[stage.ordinal()] = new WaitRecord(stage, buffers.waits(stage), run);
        }
    }

    void begin() {
        if (Nanos.DAY < horizon) {
            run.sim().scheduleAt(Nanos.DAY, Priorities.BOOKKEEPING, midnight);
        }
        if (warmUp == 0) {
            countFromNow();
        } else {
            run.sim().scheduleAt(warmUp, Priorities.BOOKKEEPING, sim -> windowBegins());
        }
    }

    private void windowBegins() {
        countFromNow();
        run.observers().warmedUp();
    }

    private void countFromNow() {
        run.lane().catchUp();
        inWindow = true;
        run.states().reset();
        for (WaitRecord wait : waits) {
            wait.windowBegins();
        }
        for (TimeWeighted direction : occupied) {
            direction.reset(run.now());
        }
    }

    private void dayEnded() {
        closeDay(run.now());
        day++;
        long next = run.now() + Nanos.DAY;
        if (next < horizon) {
            run.sim().scheduleAt(next, Priorities.BOOKKEEPING, midnight);
        }
    }

    private void closeDay(long end) {
        run.lane().catchUp();
        for (int c = 0; c < cargoes.length; c++) {
            cargoes[c].dayEnded(day, run.dispatch().backlog(c));
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
        run.observers().dayEnded(end, day);
    }

    // What happens.

    /** The record of a stage's queue, kept by the stage itself. */
    WaitRecord waits(Stage stage) {
        return waits[stage.ordinal()];
    }

    void consigned(int cargo, long mass) {
        consignedToday++;
        cargoes[cargo].consigned(mass);
        undelivered += mass;
    }

    /** A truck took a part of a consignment; the rest is a truckload of its own. */
    void split(int cargo) {
        cargoes[cargo].split();
    }

    void entered(Direction direction, int onLane, boolean turned, long now) {
        if (onLane == 1) {
            occupied[direction.ordinal()].set(1, now);
        }
        if (turned && inWindow) {
            turns++;
        }
        if (direction == Direction.OUTBOUND) {
            away++;
        }
    }

    void left(Direction direction, int onLane, long now) {
        if (onLane == 0) {
            occupied[direction.ordinal()].set(0, now);
        }
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

    void delivered(Truck truck) {
        long mass = truck.loadMilligrams;
        deliveredToday++;
        undelivered -= mass;
        cargoes[truck.cargo].delivered(mass, truck.consignedAt, run.now(), inWindow);
    }

    void available(Truck truck) {
        if (inWindow) {
            cycleNanos += run.now() - truck.assignedAt;
            cycles++;
        }
    }

    // What it comes to, once the run has ended.

    double measuredDays() {
        return (horizon - warmUp) / (double) Nanos.DAY;
    }

    int exits(Direction direction) {
        return exits[direction.ordinal()];
    }

    double deliveredTonnes() {
        long sum = 0;
        for (CargoRecord cargo : cargoes) {
            sum += cargo.deliveredInWindow();
        }
        return Mass.toTonnes(sum);
    }

    double deliveredTonnes(int cargo) {
        return Mass.toTonnes(cargoes[cargo].deliveredInWindow());
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

    /** Share of the open server time in which servers were busy; NaN if the station was not open at all. */
    double utilisation(Stage stage, double openServerNanos) {
        double busy = run.states()
                .truckNanos(TruckState.valueOf(stage.name()), horizon)
                .doubleValue();
        return openServerNanos == 0 ? Double.NaN : busy / openServerNanos;
    }

    /** Days from the start until the last of a cargo that comes to an end was unloaded; NaN if it was not. */
    double daysToClear(int cargo) {
        DemandSource source = run.sources().get(cargo);
        CargoRecord record = cargoes[cargo];
        boolean cleared = source.isOver() && record.deliveredLoads() == source.consignments() + record.splits();
        return cleared ? record.lastDelivery() / (double) Nanos.DAY : Double.NaN;
    }

    double truckHoursPerDay(TruckState state) {
        BigInteger nanos = run.states().truckNanos(state, horizon);
        return nanos.doubleValue() / NANOS_PER_HOUR / measuredDays();
    }

    /** The waits before a stage in the window, in nanoseconds. */
    Sample waitSample(Stage stage) {
        return waits(stage).waits();
    }

    /** How many wait before a stage at the horizon; their waits are not among those in the window. */
    long stillWaiting(Stage stage) {
        return waits(stage).length().value();
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
        return run.sources().get(cargo).consignments() + cargoes[cargo].splits() - cargoes[cargo].deliveredLoads();
    }

    /** The lead times of a cargo in the window, in nanoseconds. */
    Sample leadTimeSample(int cargo) {
        return buffers.leadTimes(cargo);
    }

    /** What happened on each day, once the run has ended. */
    DailyTable daily() {
        return Objects.requireNonNull(daily, "the run has not ended");
    }

    /** Closes the last day and gives everything. */
    ReplicationResult finish(Streams streams) {
        closeDay(horizon);
        List<String> names =
                model.config().demand().stream().map(s -> s.cargo()).toList();
        List<DailyTable.Cargo> byCargo =
                Arrays.stream(cargoes).map(CargoRecord::days).toList();
        daily = new DailyTable(
                names, byCargo, consignedTrucks, outboundTrucks, deliveredTrucks, returnTrucks, awayTrucks);
        TripTable.Builder trips = run.trips();
        MetricValues metrics = model.bridgeMetrics().values(this);
        return new ReplicationResult(
                streams.replication(),
                metrics,
                daily(),
                trips == null ? null : trips.build(),
                run.sim().firedEvents(),
                model.bridgeMetrics().evidence(this, model.keepsObservations(), streams),
                LockFinder.find(run));
    }
}
