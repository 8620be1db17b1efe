package org.bridgeconvoy.examples;

import java.time.LocalDate;
import java.util.Locale;
import org.bridgeconvoy.calendar.Hours;
import org.bridgeconvoy.calendar.Nanos;
import org.bridgeconvoy.calendar.Openings;
import org.bridgeconvoy.calendar.WorkCalendar;
import org.bridgeconvoy.engine.Simulation;
import org.bridgeconvoy.flow.CapacitySchedule;
import org.bridgeconvoy.flow.Flow;
import org.bridgeconvoy.flow.Resource;
import org.bridgeconvoy.observe.Counter;
import org.bridgeconvoy.random.Distribution;
import org.bridgeconvoy.random.RandomStream;
import org.bridgeconvoy.random.Streams;

/** A border post with two booths and two shifts: 06:00-14:00 and 14:30-22:00, with a change of half an hour in which nobody is served. */
final class BorderPost {
    /** What one run counted: every truck that came has left, is being served or waits. */
    record Count(long came, long left, int served, int waiting, double meanWaitMinutes, double utilisation) {}

    private BorderPost() {}

    private record Truck(boolean inspected) {}

    // tag: border
    static Count month(Streams streams) {
        RandomStream gaps = streams.stream("arrivals");
        RandomStream checks = streams.stream("checks");
        RandomStream choice = streams.stream("inspected");
        Distribution check = Distribution.lognormal(/* mean, s */ 300, /* sd, s */ 120);
        Distribution inspection = Distribution.triangular(600, 1_200, 2_400);

        WorkCalendar calendar = WorkCalendar.plain(LocalDate.of(2024, 10, 1));
        Openings shifts = calendar.openings(Hours.daily("06:00-14:00", "14:30-22:00"), 30 * Nanos.DAY);
        Resource booths = new Resource("booths", CapacitySchedule.during(shifts, 2));

        Counter came = new Counter();
        Counter left = new Counter();
        Flow<Truck> inspect = Flow.<Truck>of()
                .delaySeconds(truck -> inspection.sample(checks))
                .build();
        Flow<Truck> passage = Flow.<Truck>of()
                .seize(booths)
                .delaySeconds(truck -> check.sample(checks))
                .branch(Truck::inspected, inspect, Flow.<Truck>of().build())
                .release(booths)
                .observe((truck, now) -> left.record())
                .build();

        Simulation sim = new Simulation();
        passage.launchEverySeconds(sim, () -> 480 * gaps.nextExponential(), () -> {
            came.record();
            return new Truck(choice.nextDouble() < 0.1);
        });
        sim.runUntil(30 * Nanos.DAY);
        double wait = booths.statistics().waitSeconds().mean() / 60;
        return new Count(
                came.count(), left.count(), booths.inUse(), booths.queueLength(), wait, booths.utilisation(sim));
    }
    // end: border

    static String run() {
        StringBuilder text = new StringBuilder();
        for (int replication = 1; replication <= 3; replication++) {
            Count count = month(Streams.of(11, replication));
            text.append(String.format(
                    Locale.ROOT,
                    "month %d: %d came, %d left, %d in a booth, %d wait; mean wait %.1f min, booths busy %.1f%% of their hours\n",
                    replication,
                    count.came(),
                    count.left(),
                    count.served(),
                    count.waiting(),
                    count.meanWaitMinutes(),
                    100 * count.utilisation()));
        }
        return text.toString();
    }
}
