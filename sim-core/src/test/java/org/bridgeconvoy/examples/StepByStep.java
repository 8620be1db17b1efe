package org.bridgeconvoy.examples;

import java.util.Locale;
import org.bridgeconvoy.bridge.BridgeModel;
import org.bridgeconvoy.bridge.BridgeObserver;
import org.bridgeconvoy.bridge.BridgeRun;
import org.bridgeconvoy.bridge.station.TruckView;
import org.bridgeconvoy.calendar.Nanos;
import org.bridgeconvoy.random.Streams;
import org.bridgeconvoy.result.ReplicationResult;
import org.bridgeconvoy.result.Stage;
import org.bridgeconvoy.result.TripTime;
import org.bridgeconvoy.result.TruckState;

/** One replication of {@link BridgeOfYourOwn} watched and stopped on its way. */
final class StepByStep {
    private StepByStep() {}

    // tag: steps
    /** Writes down who enters the bridge first. */
    private static final class FirstEntry implements BridgeObserver {
        private String text = "nobody has entered";
        private boolean seen;

        @Override
        public void reached(long now, TripTime instant, TruckView truck) {
            if (instant == TripTime.OUTBOUND_ENTER && !seen) {
                seen = true;
                text = String.format(Locale.ROOT, "truck %d enters at %.2f h", truck.number(), now / 3.6e12);
            }
        }
    }

    static String run() {
        FirstEntry first = new FirstEntry();
        BridgeRun run = new BridgeModel(BridgeOfYourOwn.world()).start(Streams.of(1, 1), first);
        run.runUntil(12 * Nanos.HOUR);
        String noon = String.format(
                Locale.ROOT,
                "12:00: %d trucks idle, %d wait for loading\n",
                run.trucks(TruckState.IDLE),
                run.queueLength(Stage.LOAD));
        while (run.now() < 13 * Nanos.HOUR && run.step()) {
            // one event at a time; anything may be looked at here
        }
        ReplicationResult result = run.finish();
        return first.text + "\n" + noon + result.daily().days() + " days\n";
    }
    // end: steps
}
