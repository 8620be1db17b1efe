package org.bridgeconvoy.bridge.reference;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.bridgeconvoy.bridge.config.Overrun;
import org.bridgeconvoy.bridge.config.ServiceTime;
import org.bridgeconvoy.bridge.config.StationConfig;
import org.bridgeconvoy.random.RandomStream;

/** "A service begins only at an instant when the station is open and a server is free." (Section 3) */
final class Station {

    final Leg leg;
    private final RandomStream times;
    private final List<Truck> queue = new ArrayList<>();
    private final List<Service> services = new ArrayList<>();
    private StationConfig config;
    private List<OpenHours> shifts;

    Station(Leg leg, WorldNow world, RandomStream times) {
        this.leg = leg;
        this.times = times;
        config = Objects.requireNonNull(world.station(leg));
        shifts = shifts(world);
    }

    void change(WorldNow world) {
        config = Objects.requireNonNull(world.station(leg));
        shifts = shifts(world);
    }

    private List<OpenHours> shifts(WorldNow world) {
        return config.shifts().stream()
                .map(shift -> world.stationHours(leg, shift.hours()))
                .toList();
    }

    void join(Truck truck) {
        queue.add(truck);
    }

    int waiting() {
        return queue.size();
    }

    boolean isOpen(long now) {
        return shifts.stream().anyMatch(on -> on.isOpen(now));
    }

    /** "It is open while a shift is on, with the servers of all shifts that are on." (Section 3) */
    int servers(long now) {
        int servers = 0;
        for (int i = 0; i < shifts.size(); i++) {
            servers += shifts.get(i).isOpen(now) ? config.shifts().get(i).servers() : 0;
        }
        return servers;
    }

    boolean isPaused(Truck truck) {
        return services.stream().anyMatch(s -> s.truck == truck && !s.isRunning());
    }

    boolean isServing(Truck truck) {
        return services.stream().anyMatch(s -> s.truck == truck);
    }

    /** Whether the service of a truck ends now; then it is over. */
    boolean ends(Truck truck, long now) {
        return services.removeIf(s -> s.truck == truck && s.ends() == now);
    }

    /** "overrun: pause: it stops at closing time and goes on at the next opening." (Section 3) True if anything did. */
    boolean pauseOrGoOn(long now) {
        boolean changed = false;
        for (Service service : services) {
            boolean goes = isOpen(now) || !service.pauses;
            if (service.isRunning() && !goes) {
                service.pause(now);
                changed = true;
            } else if (!service.isRunning() && goes) {
                service.goOn(now);
                changed = true;
            }
        }
        return changed;
    }

    /** Phase 5. True if a service began. */
    boolean begin(long now) {
        boolean began = false;
        while (!queue.isEmpty() && services.size() < servers(now)) {
            Truck truck = queue.remove(0);
            truck.trip().note(leg.column() + "_start", now);
            services.add(new Service(truck, length(truck), config.overrun() == Overrun.PAUSE, now));
            began = true;
        }
        return began;
    }

    /** "takes: time, or the load divided by rate." (Section 3) */
    private long length(Truck truck) {
        if (config.service() instanceof ServiceTime.Rated rated) {
            return Time.ofLoad(truck.load, rated.tonnesPerHour());
        }
        return Time.draw(((ServiceTime.Timed) config.service()).seconds(), times);
    }

    long next(long now) {
        long next = shifts.stream().mapToLong(on -> on.nextChange(now)).min().orElseThrow();
        for (Service service : services) {
            next = Math.min(next, service.ends());
        }
        return next;
    }
}
