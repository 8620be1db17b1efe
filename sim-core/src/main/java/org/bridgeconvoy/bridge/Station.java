package org.bridgeconvoy.bridge;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.bridgeconvoy.bridge.config.Overrun;
import org.bridgeconvoy.bridge.config.ServiceTime;
import org.bridgeconvoy.bridge.station.Discipline;
import org.bridgeconvoy.bridge.station.Stage;
import org.bridgeconvoy.calendar.Nanos;
import org.bridgeconvoy.calendar.OpeningsCursor;
import org.bridgeconvoy.engine.Event;
import org.bridgeconvoy.random.RandomStream;
import org.bridgeconvoy.result.TripTime;

/** A station of a bank in one run: its queue, its servers, its hours. */
final class Station {

    private static final double SECONDS_PER_HOUR = 3600;

    final Stage stage;
    private final TripTime start;
    private final TripTime end;
    private final TruckState served;
    private final TruckState closed;
    private final TruckState busy;
    private final BridgeRun run;
    private final RandomStream times;
    private final TruckQueue queue = new TruckQueue();

    /** Trucks whose service closing time stops. */
    private final TruckQueue inService = new TruckQueue();

    private ServiceTime service;
    private Discipline discipline;
    private int servers;
    private boolean pauses;
    private OpeningsCursor hours;
    private int working;
    private boolean open;
    private long changeHandle;
    private final Event change = sim -> hoursChanged();

    Station(BridgeRun run, Stage stage, StationPlan plan, RandomStream times) {
        this.run = run;
        this.stage = stage;
        this.times = times;
        start = TripTime.valueOf(stage.name() + "_START");
        end = TripTime.valueOf(stage.name() + "_END");
        served = TruckState.valueOf(stage.name());
        closed = TruckState.valueOf(stage.name() + "_CLOSED");
        busy = TruckState.valueOf(stage.name() + "_BUSY");
        service = plan.config().service();
        discipline = plan.config().discipline();
        servers = plan.config().servers();
        pauses = plan.config().overrun() == Overrun.PAUSE;
        hours = new OpeningsCursor(plan.openings());
    }

    /** Opens if it is open at the start. */
    void begin() {
        open = hours.isOpen(run.now());
        scheduleChange();
    }

    /** Takes on another plan; a service under way keeps its length and the overrun rule under which it began. */
    void apply(StationPlan plan) {
        service = plan.config().service();
        if (discipline != plan.config().discipline()) {
            discipline = plan.config().discipline();
            reorder();
        }
        servers = plan.config().servers();
        pauses = plan.config().overrun() == Overrun.PAUSE;
        hours = new OpeningsCursor(plan.openings());
        run.cancel(changeHandle);
        changeTo(hours.isOpen(run.now()));
        scheduleChange();
    }

    int queueLength() {
        return queue.length();
    }

    int inServiceCount() {
        return working;
    }

    void join(Truck truck) {
        truck.joinedAt = run.now();
        if (discipline == Discipline.FIRST_COME) {
            queue.add(truck);
        } else {
            addByRank(truck);
        }
        run.recorder().queue(stage, 1);
        run.states().enter(open ? busy : closed);
        run.stationChanged(this);
    }

    private void addByRank(Truck truck) {
        if (truck.serviceNanos < 0) {
            truck.serviceNanos = serviceNanos(truck);
        }
        truck.rank = discipline.rank(truck, Nanos.toSeconds(truck.serviceNanos));
        if (Double.isNaN(truck.rank)) {
            throw new IllegalArgumentException("a discipline must give a rank, got NaN for " + truck);
        }
        queue.addByRank(truck);
    }

    /** Puts those that wait in the order of another discipline. */
    private void reorder() {
        List<Truck> waiting = new ArrayList<>();
        while (queue.length() > 0) {
            waiting.add(queue.poll());
        }
        waiting.sort(Comparator.comparingLong(truck -> truck.joinedAt));
        for (Truck truck : waiting) {
            if (discipline == Discipline.FIRST_COME) {
                queue.add(truck);
            } else {
                addByRank(truck);
            }
        }
    }

    /** Phase 5: begins services while a server is free and the station is open. */
    void beginServices() {
        while (open && working < servers && queue.length() > 0) {
            Truck truck = queue.poll();
            working++;
            run.recorder().queue(stage, -1);
            run.recorder().began(stage, truck.joinedAt);
            run.states().move(busy, served);
            run.reached(truck, start);
            long nanos = truck.serviceNanos < 0 ? serviceNanos(truck) : truck.serviceNanos;
            truck.serviceNanos = -1;
            truck.activity = Truck.Activity.SERVICE;
            truck.station = this;
            truck.dueNanos = run.now() + nanos;
            run.scheduleEnd(truck, nanos);
            if (pauses) {
                inService.add(truck);
            }
        }
    }

    private long serviceNanos(Truck truck) {
        if (service instanceof ServiceTime.Timed timed) {
            return Nanos.ofSeconds(timed.seconds().sample(times));
        }
        double tonnesPerHour = ((ServiceTime.Rated) service).tonnesPerHour();
        return Nanos.ofSeconds(Mass.toTonnes(truck.loadMilligrams) * SECONDS_PER_HOUR / tonnesPerHour);
    }

    /** Phase 1: a service has ended. */
    void ended(Truck truck) {
        working--;
        if (inService.length() > 0) {
            remove(truck);
        }
        run.states().leave(served);
        run.reached(truck, end);
        run.stationChanged(this);
    }

    private void remove(Truck truck) {
        for (int n = inService.length(); n > 0; n--) {
            Truck other = inService.poll();
            if (other != truck) {
                inService.add(other);
            }
        }
    }

    private void scheduleChange() {
        long next = hours.nextChange(run.now());
        changeHandle = next == Long.MAX_VALUE
                ? 0
                : run.sim().scheduleAt(next, open ? Priorities.CLOSING : Priorities.OPENING, change);
    }

    private void hoursChanged() {
        changeTo(hours.isOpen(run.now()));
        scheduleChange();
    }

    private void changeTo(boolean opens) {
        if (open == opens) {
            run.stationChanged(this);
            return;
        }
        open = opens;
        run.observeStation(stage, opens);
        run.states().move(opens ? closed : busy, opens ? busy : closed, queue.length());
        for (Truck truck = inService.first(); truck != null; truck = truck.next) {
            if (opens) {
                resume(truck);
            } else {
                pause(truck);
            }
        }
        run.stationChanged(this);
    }

    private void pause(Truck truck) {
        run.cancel(truck.handle);
        truck.handle = 0;
        truck.dueNanos -= run.now();
        run.states().move(served, closed);
    }

    private void resume(Truck truck) {
        long left = truck.dueNanos;
        truck.dueNanos = run.now() + left;
        run.scheduleEnd(truck, left);
        run.states().move(closed, served);
    }
}
