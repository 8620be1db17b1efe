package org.example.convoy;

import java.util.List;
import org.bridgeconvoy.bridge.control.ControlRule;
import org.bridgeconvoy.bridge.control.Direction;
import org.bridgeconvoy.bridge.control.DirectionControl;
import org.bridgeconvoy.bridge.control.LaneState;
import org.bridgeconvoy.bridge.module.ControlModule;
import org.bridgeconvoy.bridge.module.Setting;
import org.bridgeconvoy.bridge.module.Settings;
import org.bridgeconvoy.calendar.Hours;
import org.bridgeconvoy.calendar.Openings;
import org.bridgeconvoy.calendar.OpeningsCursor;
import org.bridgeconvoy.calendar.WorkCalendar;

/** Gives the lane to the side with the longer queue. */
public final class LongerQueue implements ControlModule {

    @Override
    public String name() {
        return "longer-queue";
    }

    @Override
    public String about() {
        return "The lane turns when the other queue is longer by a lead.";
    }

    @Override
    public List<Setting> settings() {
        return List.of(
                Setting.whole("lead", "Trucks by which the other queue must be longer.").between(1, 1000),
                Setting.duration("min-green", "Least time between two turns.").withFallback("10 min"),
                Setting.hours("hours", "When trucks may enter, on the origin's clock."));
    }

    @Override
    public ControlRule create(Settings settings, int lanes) {
        return new Rule(settings.whole("lead"), settings.nanos("min-green"), settings.hours("hours"));
    }

    /** A record, so that two rules with the same settings are equal. */
    private record Rule(int lead, long minGreenNanos, Hours hours) implements ControlRule {

        @Override
        public Plan plan(WorkCalendar calendar, long horizonNanos) {
            Openings openings = calendar.openings(hours, horizonNanos);
            return new Plan() {
                @Override
                public DirectionControl start() {
                    return new Turns(Rule.this, new OpeningsCursor(openings));
                }

                @Override
                public long givenNanos(Direction direction, long from, long to, long crossing) {
                    return openings.openNanos(from, to);
                }
            };
        }
    }

    /** The memory of one run. */
    private static final class Turns implements DirectionControl {
        private final Rule rule;
        private final OpeningsCursor hours;
        private Direction direction = Direction.OUTBOUND;
        private long turnedAt;

        Turns(Rule rule, OpeningsCursor hours) {
            this.rule = rule;
            this.hours = hours;
        }

        @Override
        public void decide(LaneState lane) {
            int mine = lane.queueLength(direction);
            int others = lane.queueLength(direction.opposite());
            boolean isLonger = others >= mine + rule.lead() || (mine == 0 && others > 0);
            if (isLonger && lane.now() >= turnedAt + rule.minGreenNanos() && !lane.isConvoyEntering(direction)) {
                direction = direction.opposite();
                turnedAt = lane.now();
            }
        }

        @Override
        public boolean gives(LaneState lane, Direction asked, long crossingNanos) {
            return asked == direction && hours.isOpen(lane.now());
        }

        @Override
        public long nextChange(LaneState lane) {
            long mayTurn = turnedAt + rule.minGreenNanos();
            long opensOrShuts = hours.nextChange(lane.now());
            return mayTurn > lane.now() ? Math.min(mayTurn, opensOrShuts) : opensOrShuts;
        }
    }
}
