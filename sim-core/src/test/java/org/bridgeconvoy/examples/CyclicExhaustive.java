package org.bridgeconvoy.examples;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Locale;
import org.bridgeconvoy.bridge.BridgeModel;
import org.bridgeconvoy.bridge.config.BankConfig;
import org.bridgeconvoy.bridge.config.BridgeConfig;
import org.bridgeconvoy.bridge.config.CargoStream;
import org.bridgeconvoy.bridge.config.ConvoyConfig;
import org.bridgeconvoy.bridge.config.StationConfig;
import org.bridgeconvoy.bridge.config.TruckClass;
import org.bridgeconvoy.bridge.control.ControlRule;
import org.bridgeconvoy.bridge.control.Direction;
import org.bridgeconvoy.bridge.control.DirectionControl;
import org.bridgeconvoy.bridge.control.LaneState;
import org.bridgeconvoy.calendar.Nanos;
import org.bridgeconvoy.calendar.WorkCalendar;
import org.bridgeconvoy.experiment.Estimate;
import org.bridgeconvoy.experiment.Experiment;
import org.bridgeconvoy.experiment.theory.SingleLane;
import org.bridgeconvoy.random.Distribution;

// tag: control
/**
 * A control of one's own: a side is served until its queue is empty and the headway of its last truck is over; then the lane turns, also if nobody
 * waits.
 *
 * @param lostNanos what a turn takes: crossing + clearance − headway
 */
record CyclicExhaustive(long lostNanos) implements ControlRule {

    @Override
    public Plan plan(WorkCalendar calendar, long horizonNanos) {
        return Plan.anytime(() -> new Turns(lostNanos));
    }

    /** The memory of one run. */
    private static final class Turns implements DirectionControl {
        private final long lostNanos;
        private Direction direction = Direction.OUTBOUND;
        private long greenFrom;

        Turns(long lostNanos) {
            this.lostNanos = lostNanos;
        }

        @Override
        public void decide(LaneState lane) {
            if (lane.now() >= greenFrom && lane.queueLength(direction) == 0 && lane.now() >= heldUntil(lane)) {
                direction = direction.opposite();
                greenFrom = lane.now() + lostNanos;
            }
        }

        @Override
        public boolean gives(LaneState lane, Direction asked, long crossingNanos) {
            return asked == direction && lane.now() >= greenFrom;
        }

        @Override
        public long nextChange(LaneState lane) {
            long next = Math.max(greenFrom, heldUntil(lane));
            return next > lane.now() ? next : Long.MAX_VALUE;
        }

        private long heldUntil(LaneState lane) {
            long entry = lane.lastEntry(direction);
            return entry == Long.MIN_VALUE ? 0 : entry + lane.headwayNanos();
        }
    }
    // end: control

    /*
     * 60 trucks an hour come to each side. They return after hours of their own at the destination, 12 h on average and exponential: so long and
     * so different that those who come back are as good as a Poisson process, which the formula asks for.
     */
    private static ConvoyConfig world() {
        long crossing = 300 * Nanos.SECOND;
        long headway = 6 * Nanos.SECOND;
        long clearance = 46 * Nanos.SECOND;
        BridgeConfig bridge = BridgeConfig.builder()
                .lengthMetres(944)
                .speedMetresPerSecond(944 / 300.0)
                .headwayNanos(headway)
                .clearanceNanos(clearance)
                .control(new CyclicExhaustive(crossing + clearance - headway))
                .build();
        StationConfig errands = StationConfig.timed(3_000, Distribution.exponential(12 * 3_600));
        return ConvoyConfig.builder()
                .start(LocalDate.of(2024, 10, 1))
                .horizonNanos(14 * Nanos.DAY)
                .warmUpNanos(4 * Nanos.DAY)
                .bridge(bridge)
                .fleet(TruckClass.of(3_000))
                .destination(BankConfig.of(ZoneOffset.UTC).withHandling(errands))
                .demand(CargoStream.builder("cargo")
                        .loadTonnes(20)
                        .trucksPerDay(24 * 60)
                        .build())
                .build();
    }

    static double theorySeconds() {
        return SingleLane.exhaustivePollingWait(60 / 3_600.0, 6, 340);
    }

    static Estimate estimate(String metric) {
        return new Experiment(3, 20).estimate(new BridgeModel(world()), result -> 60 * result.metric(metric));
    }

    static String run() {
        Estimate out = estimate("wait_outbound_min");
        Estimate back = estimate("wait_return_min");
        return String.format(
                Locale.ROOT,
                "wait outbound %.2f s +- %.2f, return %.2f s +- %.2f (polling formula: %.2f s)\n",
                out.mean(),
                out.halfWidth95(),
                back.mean(),
                back.halfWidth95(),
                theorySeconds());
    }
}
