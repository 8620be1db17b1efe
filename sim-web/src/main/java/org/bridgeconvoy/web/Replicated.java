package org.bridgeconvoy.web;

import java.util.List;
import org.bridgeconvoy.bridge.BridgeModel;
import org.bridgeconvoy.bridge.config.ConvoyConfig;
import org.bridgeconvoy.experiment.Replicator;
import org.bridgeconvoy.live.DayCurves;
import org.bridgeconvoy.random.Streams;
import org.bridgeconvoy.result.ReplicationResult;
import org.bridgeconvoy.scenario.Problem;

/**
 * Replications of one world for a page.
 *
 * @param json names of the metrics and sizes, or the problems of the world
 * @param values the metrics, each over all replications, then the curves of {@link DayCurves} of each replication that recorded
 */
record Replicated(String json, double[] values) {

    static Replicated problems(List<Problem> problems, int more) {
        Json json = new Json().begin();
        Description.problems(json, problems, more);
        return new Replicated(json.end().toString(), new double[0]);
    }

    static Replicated of(BridgeModel model, Replicator<ReplicationResult> replicator, long seed, int first, int last) {
        if (first < 1 || last < first) {
            throw new IllegalArgumentException("1 <= first <= last is needed, got " + first + " to " + last);
        }
        ConvoyConfig config = model.config();
        int metrics = model.metrics().size();
        int count = last - first + 1;
        int drawn = 0;
        while (drawn < count && DayCurves.records(first + drawn)) {
            drawn++;
        }
        DayCurves curves = new DayCurves(config.warmUpNanos(), config.horizonNanos());
        double[] values = new double[metrics * count + drawn * DayCurves.SIZE];
        long events = 0;
        boolean hasDay = true;
        for (int r = 0; r < count; r++) {
            ReplicationResult result = replicator.replicate(Streams.of(seed, first + r));
            events += result.events();
            for (int m = 0; m < metrics; m++) {
                values[m * count + r] = result.metrics().value(m);
            }
            if (r < drawn) {
                curves.copyTo(result, values, metrics * count + r * DayCurves.SIZE);
                hasDay &= DayCurves.hasRecorded(result);
            }
        }
        Json json = new Json()
                .begin()
                .key("problems")
                .list()
                .endList()
                .key("events")
                .number(events);
        json.key("drawn").number(hasDay ? drawn : 0).key("metrics").list();
        model.metrics().forEach(metric -> json.text(metric.name()));
        return new Replicated(json.endList().end().toString(), values);
    }
}
