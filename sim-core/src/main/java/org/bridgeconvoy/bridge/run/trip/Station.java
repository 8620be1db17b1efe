package org.bridgeconvoy.bridge.run.trip;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.bridgeconvoy.bridge.config.Overrun;
import org.bridgeconvoy.bridge.config.ServiceTime;
import org.bridgeconvoy.bridge.run.context.Draws;
import org.bridgeconvoy.bridge.run.context.FastPaths;
import org.bridgeconvoy.bridge.run.context.ImmediateEnds;
import org.bridgeconvoy.bridge.run.context.PartEvent;
import org.bridgeconvoy.bridge.run.context.Phase;
import org.bridgeconvoy.bridge.run.context.Priorities;
import org.bridgeconvoy.bridge.run.context.RunContext;
import org.bridgeconvoy.bridge.run.context.StateTimes;
import org.bridgeconvoy.bridge.run.context.Step;
import org.bridgeconvoy.bridge.run.context.Truck;
import org.bridgeconvoy.bridge.run.context.TruckQueue;
import org.bridgeconvoy.bridge.run.plan.Mass;
import org.bridgeconvoy.bridge.run.plan.StationPlan;
import org.bridgeconvoy.bridge.run.record.WaitRecord;
import org.bridgeconvoy.bridge.station.Discipline;
import org.bridgeconvoy.calendar.Nanos;
import org.bridgeconvoy.engine.Simulation;
import org.bridgeconvoy.random.RandomStream;
import org.bridgeconvoy.result.Activity;
import org.bridgeconvoy.result.Stage;
import org.bridgeconvoy.result.TripTime;
import org.bridgeconvoy.result.TruckState;

/**
 * A station of a bank in one run: its queue, its servers, its hours or shifts.
 *
 * <p>Where {@link FastPaths#servesAtOnce(Discipline)} holds, a service begins in the event that makes it possible (a truck comes, a server
 * becomes free, a shift begins), not in phase 5 of the instant. The services and their order do not change. One exception: at the instant
 * at which the number of servers changes, no service begins before the change, because services end before shifts do.
 */
public final class Station extends Step {

    private static final double SECONDS_PER_HOUR = 3600;

    private final Stage stage;
    private final TripTime start;
    private final TripTime end;
    private final TruckState served;
    private final TruckState closed;
    private final TruckState busy;
    private final RunContext context;
    private final Phase services;
    private final ImmediateEnds ends;
    private final Simulation sim;
    private final StateTimes states;
    private final WaitRecord record;
    private final Step next;
    private final Draws draws;
    private final RankedQueue queue = new RankedQueue();

    /** Trucks whose service stops at closing time. */
    private final TruckQueue inService = new TruckQueue();

    private ServiceTime service;
    private double meanSeconds;
    private Discipline discipline;

    /** Whether a service may begin before phase 5. */
    private boolean atOnce;

    private StationPlan plan;

    /** Servers of all shifts now on. */
    private int servers;

    private boolean pauses;
    private int working;
    private long lastJoinedAt;
    private boolean open;

    /** Time of the next change of the number of servers. */
    private long changeAt = Long.MAX_VALUE;

    private long changeHandle;
    private final PartEvent change;

    /** A station that stays shut until it begins; its phase is the beginning of services. */
    public Station(
            RunContext context,
            Phase services,
            ImmediateEnds ends,
            WaitRecord record,
            Stage stage,
            StationPlan plan,
            RandomStream times,
            Step next) {
        this.context = context;
        this.services = services;
        this.ends = ends;
        this.record = record;
        sim = context.sim();
        states = context.states();
        this.stage = stage;
        change = new PartEvent(context.pass(), "the servers of " + stage.label() + " change", this::changeServers);
        draws = new Draws(context.fastPaths().drawsAhead(), times);
        this.next = next;
        start = TripTime.begins(stage);
        end = TripTime.ends(stage);
        served = TruckState.of(stage, Activity.SERVED);
        closed = TruckState.of(stage, Activity.CLOSED);
        busy = TruckState.of(stage, Activity.BUSY);
        serves(plan.config().service());
        discipline = plan.config().discipline();
        pauses = plan.config().overrun() == Overrun.PAUSE;
        this.plan = plan;
        atOnce = context.fastPaths().servesAtOnce(discipline);
    }

    /** Opens if it is open at the start. */
    public void begin() {
        servers = plan.servers(sim.now());
        open = servers > 0;
        scheduleChange();
    }

    /** Takes on another plan; a service under way keeps its length and the overrun rule under which it began. */
    public void apply(StationPlan changed) {
        plan = changed;
        serves(plan.config().service());
        if (discipline != plan.config().discipline()) {
            discipline = plan.config().discipline();
            atOnce = context.fastPaths().servesAtOnce(discipline);
            reorder();
        }
        pauses = plan.config().overrun() == Overrun.PAUSE;
        sim.cancel(changeHandle);
        changeServers();
    }

    /** Trucks waiting. */
    public int queueLength() {
        return queue.length();
    }

    /** Trucks waiting for a service to begin, or to go on after a stop. */
    public int held() {
        return queue.length() + (open ? 0 : inService.length());
    }

    /**
     * Whether the waiting trucks are served at some time even if no service under way ends: the station opens again, or gets more servers.
     */
    public boolean servesLater() {
        return !open && changeAt < Long.MAX_VALUE || plan.mostServersAfter(sim.now()) > working;
    }

    /** When the last truck joined the queue; 0 if none has. */
    public long lastJoinedAt() {
        return lastJoinedAt;
    }

    @Override
    public void arrive(Truck truck) {
        if (atOnce && queue.length() == 0 && canBegin()) {
            record.beganAtOnce();
            states.enter(served);
            begin(truck);
            return;
        }
        truck.joinedAt = sim.now();
        lastJoinedAt = truck.joinedAt;
        if (discipline == Discipline.FIRST_COME) {
            queue.add(truck);
        } else {
            addByRank(truck);
        }
        record.joined();
        states.enter(open ? busy : closed);
        if (!atOnce) {
            services.ask();
        }
    }

    private boolean canBegin() {
        return open && working < servers && sim.now() < changeAt;
    }

    private void addByRank(Truck truck) {
        if (truck.nextNanos < 0) {
            truck.nextNanos = serviceNanos(truck);
        }
        truck.joinedWith = discipline.rank(truck, Nanos.toSeconds(truck.nextNanos));
        if (Double.isNaN(truck.joinedWith)) {
            throw new IllegalArgumentException("a discipline must give a rank, got NaN for " + truck + " at "
                    + stage.label() + " from " + discipline);
        }
        queue.addByRank(truck);
    }

    /** Sorts the waiting trucks into the order of another discipline. */
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

    /** A change may let services begin. */
    private void changed() {
        if (atOnce) {
            beginServices();
        } else {
            services.ask();
        }
    }

    /** Begins services while a server is free and the station is open. */
    public void beginServices() {
        while (queue.length() > 0 && canBegin()) {
            Truck truck = queue.poll();
            record.began(truck.joinedAt, sim.now());
            states.move(busy, served);
            begin(truck);
        }
    }

    private void begin(Truck truck) {
        working++;
        context.reached(truck, start);
        long nanos = truck.nextNanos < 0 ? serviceNanos(truck) : truck.nextNanos;
        truck.nextNanos = -1;
        truck.dueNanos = Nanos.after(sim.now(), nanos);
        ends.scheduleEnd(truck, this, nanos);
        if (pauses) {
            inService.add(truck);
        }
    }

    private void serves(ServiceTime changed) {
        service = changed;
        meanSeconds =
                changed instanceof ServiceTime.Timed timed ? timed.seconds().mean() : 0;
    }

    private long serviceNanos(Truck truck) {
        ServiceTime present = service;
        if (present instanceof ServiceTime.Timed timed) {
            double seconds = draws.next(timed.seconds());
            record.serviceDrawn(seconds, meanSeconds);
            return Nanos.delayOfSeconds(seconds);
        }
        double tonnesPerHour = ((ServiceTime.Rated) present).tonnesPerHour();
        return Nanos.delayOfSeconds(Mass.toTonnes(truck.loadMilligrams) * SECONDS_PER_HOUR / tonnesPerHour);
    }

    @Override
    public void ended(Truck truck) {
        working--;
        if (inService.length() > 0) {
            remove(truck);
        }
        states.leave(served);
        context.reached(truck, end);
        next.arrive(truck);
        changed();
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
        changeAt = plan.nextChange(sim.now());
        changeHandle = changeAt == Long.MAX_VALUE ? 0 : sim.scheduleAt(changeAt, priorityOfChange(), change);
    }

    /** A shift ends before others begin. If both happen at one instant, the number of servers after both counts. */
    private int priorityOfChange() {
        return plan.servers(changeAt) < servers ? Priorities.CLOSING : Priorities.OPENING;
    }

    private void changeServers() {
        servers = plan.servers(sim.now());
        boolean opens = servers > 0;
        if (open != opens) {
            open = opens;
            context.observers().stationChanged(stage, opens);
            states.move(sim.now(), opens ? closed : busy, opens ? busy : closed, queue.length());
            for (Truck truck = inService.first(); truck != null; truck = inService.behind(truck)) {
                if (opens) {
                    resume(truck);
                } else {
                    pause(truck);
                }
            }
        }
        scheduleChange();
        changed();
    }

    private void pause(Truck truck) {
        if (truck.dueNanos == sim.now()) {
            // A change of the world shuts the station at the instant at which the service ends; a service ends before
            // closing time.
            return;
        }
        sim.cancel(truck.handle);
        truck.dueNanos -= sim.now();
        states.move(served, closed);
    }

    private void resume(Truck truck) {
        long left = truck.dueNanos;
        truck.dueNanos = Nanos.after(sim.now(), left);
        context.scheduleEnd(truck, this, left);
        states.move(closed, served);
    }
}
