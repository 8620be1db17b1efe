package org.bridgeconvoy.bridge.reference;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.bridgeconvoy.bridge.config.Breakdowns;
import org.bridgeconvoy.bridge.config.ConvoyRule;
import org.bridgeconvoy.bridge.config.TrafficStream;
import org.bridgeconvoy.bridge.control.Actuated;
import org.bridgeconvoy.bridge.control.Alternate;
import org.bridgeconvoy.bridge.control.Batches;
import org.bridgeconvoy.bridge.control.ControlRule;
import org.bridgeconvoy.bridge.control.Direction;
import org.bridgeconvoy.bridge.control.Timetable;
import org.bridgeconvoy.calendar.Nanos;
import org.bridgeconvoy.random.RandomStream;
import org.bridgeconvoy.random.Streams;
import org.jspecify.annotations.Nullable;

/** The bridge (section 5): its queues, who is on it, who may enter. */
final class Lane {

    /** One direction. */
    private static final class Side {
        final List<Crossing> queue = new ArrayList<>();
        final List<Crossing> onLane = new ArrayList<>();

        @Nullable
        Crossing last;

        /** Since when someone waits who counts for turning; {@code NEVER} if nobody does. */
        long waitingSince = Time.NEVER;
    }

    private final Map<Direction, Side> sides = new EnumMap<>(Direction.class);
    private final Streams streams;
    private final Reached reached;
    private WorldNow world;
    private Control control;

    /** The direction of the last entry: what the lane last served. */
    private @Nullable Direction lastServed;

    /** When the last one left an empty bridge behind; before that, never used. */
    private long emptied = Long.MIN_VALUE;

    /** Hears of entries. */
    interface Reached {
        void entered(Crossing crossing, long now);
    }

    Lane(WorldNow world, Streams streams, Reached reached) {
        this.world = world;
        this.streams = streams;
        this.reached = reached;
        for (Direction direction : Direction.values()) {
            sides.put(direction, new Side());
        }
        control = control(world.bridge().control());
    }

    private Control control(ControlRule rule) {
        if (rule instanceof Timetable timetable) {
            return new TimetableControl(timetable, world, this);
        } else if (rule instanceof Alternate alternate) {
            return new AlternateControl(alternate, world);
        } else if (rule instanceof Actuated actuated) {
            return new ActuatedControl(actuated, world, this);
        } else if (rule instanceof Batches batches) {
            return new BatchesControl(batches, world, this);
        }
        throw new IllegalArgumentException("no control of section 5: " + rule);
    }

    private Side side(Direction direction) {
        return sides.get(direction);
    }

    /** "Another bridge, other hours, limits" (section 7). A control that stays keeps its state, another one starts afresh. */
    void change(WorldNow changed, long now) {
        boolean stays = changed.bridge().control().equals(world.bridge().control());
        world = changed;
        if (stays) {
            control.change(world);
        } else {
            control = control(world.bridge().control());
        }
        noteWaiting(now);
    }

    // Queues.

    void join(Crossing crossing, long now) {
        side(crossing.direction).queue.add(crossing);
        if (crossing.convoy != null) {
            crossing.convoy.queued++;
        }
        noteWaiting(now);
    }

    boolean hasQueue(Direction direction) {
        return !side(direction).queue.isEmpty();
    }

    int trucksWaiting(Direction direction) {
        return (int) side(direction).queue.stream().filter(c -> c.truck != null).count();
    }

    int vehiclesWaiting(int traffic) {
        return (int) sides.values().stream()
                .flatMap(side -> side.queue.stream())
                .filter(c -> c.traffic == traffic)
                .count();
    }

    Crossing first(Direction direction) {
        return side(direction).queue.get(0);
    }

    /** "For turning, a queue whose first is too heavy counts as empty." (Rule 4) */
    boolean isWaiting(Direction direction) {
        return hasQueue(direction) && !isTooHeavy(first(direction));
    }

    /** Since when it has waited, or "from when the limit lets it" (rule 4). */
    long waitingSince(Direction direction) {
        return side(direction).waitingSince;
    }

    private void noteWaiting(long now) {
        for (Direction direction : Direction.values()) {
            Side side = side(direction);
            if (!isWaiting(direction)) {
                side.waitingSince = Time.NEVER;
            } else if (side.waitingSince == Time.NEVER) {
                side.waitingSince = now;
            }
        }
    }

    /** "An exclusive convoy whose next truck is too heavy no longer holds the lane." (Rule 4) */
    boolean isConvoyEntering(Direction direction) {
        if (!isWaiting(direction)) {
            return false;
        }
        ConvoyRule rule = world.convoys(direction);
        Convoy convoy = first(direction).convoy;
        return rule != null && rule.exclusive() && convoy != null && convoy.isEntering();
    }

    boolean hasEntered(Direction direction) {
        return side(direction).last != null;
    }

    long lastEntry(Direction direction) {
        Crossing last = side(direction).last;
        if (last == null) {
            throw new IllegalStateException("nobody has entered");
        }
        return last.enter;
    }

    // Rules of entry.

    long freeFlow(Crossing crossing) {
        return Nanos.delayOfSeconds(world.bridge().lengthMetres() / crossing.speed);
    }

    private long gross(Crossing crossing) {
        Truck truck = crossing.truck;
        if (truck == null) {
            return crossing.grossMilligrams;
        }
        return Mass.ofTonnes(truck.truckClass(world).tareTonnes()) + truck.load;
    }

    /** Of a vehicle "headway (default the bridge's)" (section 4). */
    private long headway(Crossing crossing) {
        if (crossing.truck != null) {
            return world.bridge().headwayNanos();
        }
        TrafficStream stream = world.config().traffic().get(crossing.traffic);
        return stream.headwayNanos() == TrafficStream.HEADWAY_OF_BRIDGE
                ? world.bridge().headwayNanos()
                : stream.headwayNanos();
    }

    /** Heavier than the limits of the moment let any truck be, however empty the lane. */
    private boolean isTooHeavy(Crossing crossing) {
        return gross(crossing) > Mass.ofTonnes(world.bridge().maxTruckMassTonnes())
                || gross(crossing) > Mass.ofTonnes(world.bridge().maxMassTonnes());
    }

    /** Those on the same lane as a direction: with two lanes its own, with one all. */
    private List<Crossing> onLaneOf(Direction direction) {
        List<Crossing> all = new ArrayList<>(side(direction).onLane);
        if (world.bridge().lanes() == 1) {
            all.addAll(side(direction.opposite()).onLane);
        }
        return all;
    }

    /** Whether "the lane is empty and at least clearance has passed since it emptied"; with two lanes a green begins at once. */
    boolean isClear(long now) {
        if (world.bridge().lanes() == 2) {
            return true;
        }
        return sides.values().stream().allMatch(s -> s.onLane.isEmpty())
                && (emptied == Long.MIN_VALUE
                        || now >= Time.after(emptied, world.bridge().clearanceNanos()));
    }

    /**
     * Whether control and closures let outbound trucks enter, whoever waits; with {@code last-entry: clear}, trucks that cross at the mean
     * loaded speed.
     */
    boolean mayBeGiven(long time) {
        long crossing = Nanos.delayOfSeconds(
                world.bridge().lengthMetres() / world.bridge().loadedSpeed().mean());
        return !world.isClosed(time) && control.mayGive(Direction.OUTBOUND, crossing, time);
    }

    /**
     * What holds the first in line, the first that applies (section 8, "where the time goes"); null if all rules of entry hold.
     */
    @Nullable
    String cause(Direction direction, long now) {
        Crossing first = first(direction);
        List<Crossing> before = onLaneOf(direction);
        if (world.isClosed(now)) {
            return "closure";
        }
        if (before.stream().anyMatch(c -> c.standsAt(now))) {
            return "breakdown";
        }
        if (!control.gives(direction, freeFlow(first), now)) {
            return "control";
        }
        if (world.bridge().lanes() == 1
                && (!side(direction.opposite()).onLane.isEmpty()
                        || (lastServed == direction.opposite() && !isClear(now)))) {
            // "Opposing trucks on the lane" (section 8) may be there by a change from two lanes to one.
            return "clearing";
        }
        if (hasEntered(direction) && now < Time.after(lastEntry(direction), headway(first))) {
            return "headway";
        }
        long mass =
                gross(first) + before.stream().mapToLong(c -> c.grossMilligrams).sum();
        if (before.size() + 1 > world.bridge().maxTrucks()
                || mass > Mass.ofTonnes(world.bridge().maxMassTonnes())
                || isTooHeavy(first)) {
            return "limit";
        }
        return null;
    }

    // Phases.

    /** Phase 7. */
    boolean turn(long now) {
        return control.turn(now);
    }

    /** Phase 8, one at a time, outbound first: then everything is looked at from the top (the guide, 4). */
    boolean enter(long now) {
        for (Direction direction : Direction.values()) {
            if (hasQueue(direction) && cause(direction, now) == null) {
                enter(direction, now);
                return true;
            }
        }
        return false;
    }

    private void enter(Direction direction, long now) {
        Side side = side(direction);
        Crossing crossing = side.queue.remove(0);
        crossing.grossMilligrams = gross(crossing);
        crossing.enter = now;
        crossing.exit = Math.max(breakDown(crossing, now), afterLast(side, headway(crossing)));
        side.onLane.add(crossing);
        side.last = crossing;
        lastServed = direction;
        if (crossing.convoy != null) {
            crossing.convoy.queued--;
            crossing.convoy.entered++;
        }
        control.entered(direction);
        noteWaiting(now);
        reached.entered(crossing, now);
    }

    /** "Its own headway after the one before it in the same direction left: there is no overtaking." */
    private static long afterLast(Side side, long headway) {
        return side.last == null ? Long.MIN_VALUE : Time.after(side.last.exit, headway);
    }

    /**
     * When the crossing alone would end. "Each crossing fails with that probability, at a uniformly drawn fraction of its free-flow
     * time after entry, stands for repair, then drives on."
     */
    private long breakDown(Crossing crossing, long now) {
        long free = freeFlow(crossing);
        Breakdowns rule = world.bridge().breakdowns();
        String cause = crossing.truck != null
                ? "breakdowns." + crossing.direction.label()
                : "traffic.breakdowns."
                        + world.config().traffic().get(crossing.traffic).name();
        RandomStream random = streams.stream(cause);
        if (rule == null || random.nextDouble() >= rule.probability()) {
            return Time.after(now, free);
        }
        double fraction = random.nextDouble();
        crossing.stop = Time.after(now, (long) Math.floor(fraction * free + 0.5));
        long repair = Time.draw(rule.repairSeconds(), random);
        crossing.driveOn = Time.after(crossing.stop, repair);
        return Time.after(Time.after(now, free), repair);
    }

    /** Phase 1: it has left. */
    void leave(Crossing crossing, long now) {
        side(crossing.direction).onLane.remove(crossing);
        if (sides.values().stream().allMatch(s -> s.onLane.isEmpty())) {
            emptied = now;
        }
    }

    /** The next instant at which anything about the bridge may change. */
    long next(long now) {
        long next = control.next(now);
        for (var closure : world.bridge().closures()) {
            next = earlier(next, closure.fromNanos(), now);
            next = earlier(next, closure.toNanos(), now);
        }
        if (emptied != Long.MIN_VALUE) {
            next = earlier(next, Time.after(emptied, world.bridge().clearanceNanos()), now);
        }
        for (Direction direction : Direction.values()) {
            if (hasQueue(direction) && hasEntered(direction)) {
                next = earlier(next, Time.after(lastEntry(direction), headway(first(direction))), now);
            }
            for (Crossing crossing : side(direction).onLane) {
                next = earlier(next, crossing.stop, now);
                next = earlier(next, crossing.driveOn, now);
                next = earlier(next, crossing.exit, now);
            }
        }
        return next;
    }

    private static long earlier(long next, long candidate, long now) {
        return candidate > now ? Math.min(next, candidate) : next;
    }
}
