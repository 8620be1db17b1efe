package org.bridgeconvoy.web;

import java.util.ArrayList;
import java.util.List;
import org.bridgeconvoy.bridge.BridgeModel;
import org.bridgeconvoy.bridge.config.ConvoyConfig;
import org.bridgeconvoy.experiment.Replicator;
import org.bridgeconvoy.experiment.point.PointSink;
import org.bridgeconvoy.experiment.point.PointTask;
import org.bridgeconvoy.random.Streams;
import org.bridgeconvoy.result.ReplicationResult;
import org.bridgeconvoy.study.Batch;
import org.bridgeconvoy.study.LimitFinder;
import org.bridgeconvoy.study.Runner;
import org.bridgeconvoy.study.WhatLimits;

/** What limits a world, found by the code of the command on the one thread that there is. */
final class Limits {

    private Limits() {}

    static String of(ConvoyConfig config, long seed, int replications) {
        ConvoyConfig world = config.toBuilder().observed(List.of()).build();
        Replicator<ReplicationResult> replicator =
                new BridgeModel(world).withoutPercentiles().newReplicator();
        List<ReplicationResult> base = new ArrayList<>();
        for (int r = 1; r <= replications; r++) {
            base.add(replicator.replicate(Streams.of(seed, r)));
        }
        WhatLimits found = LimitFinder.find(world, base, seed, new OneThread());
        Json json = new Json()
                .begin()
                .key("answer")
                .text(found.answer())
                .key("title")
                .text(found.title())
                .key("reason")
                .text(found.reason());
        json.key("unit").text(found.unit()).key("tried").list();
        for (WhatLimits.Relaxed relaxed : found.tried()) {
            json.begin()
                    .key("constraint")
                    .text(relaxed.constraint())
                    .key("name")
                    .text(relaxed.name())
                    .key("change")
                    .text(relaxed.change())
                    .key("gain")
                    .text(Double.toString(relaxed.gain()))
                    .key("halfWidth")
                    .text(Double.toString(relaxed.halfWidth()))
                    .key("significant")
                    .flag(relaxed.significant())
                    .end();
        }
        return json.endList().end().toString();
    }

    /** Runs batches one replication after another. */
    private static final class OneThread implements Runner {

        @Override
        public <R> void run(Batch<R> batch, PointSink<R> sink) {
            for (int t = 0; t < batch.tasks().size(); t++) {
                PointTask task = batch.tasks().get(t);
                Replicator<R> replicator = batch.models().apply(task.point()).newReplicator();
                for (int r = task.first(); r <= task.last(); r++) {
                    sink.accept(t, r, replicator.replicate(Streams.of(batch.seed(), r)));
                }
            }
        }
    }
}
