package org.bridgeconvoy.study;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Supplier;
import org.bridgeconvoy.bridge.BridgeModel;
import org.bridgeconvoy.bridge.config.ConvoyConfig;
import org.bridgeconvoy.experiment.Model;
import org.bridgeconvoy.experiment.Replicator;
import org.bridgeconvoy.result.Metric;
import org.bridgeconvoy.result.ReplicationResult;
import org.jspecify.annotations.Nullable;

/**
 * What a replication of a world is to give, in a form that travels: the model is made of it, and what the model gives is written and read.
 *
 * @param <R> what a replication gives
 */
public interface Wanted<R> extends Serializable {

    /** The model of a world. */
    Model<R> model(ConvoyConfig world);

    /** Writes what a replication gave. */
    void write(R result, DataOutput out) throws IOException;

    /**
     * Reads what a replication gave; the same to the bit.
     *
     * @param model gives that of {@link #model} on this machine
     */
    R read(Supplier<Model<R>> model, DataInput in) throws IOException;

    /**
     * Values of some metrics.
     *
     * @param metrics their names, in the order of the values; NaN where a world does not have one
     */
    record Metrics(List<String> metrics) implements Wanted<double[]> {

        /** Copies the list. */
        public Metrics {
            metrics = List.copyOf(metrics);
        }

        @Override
        public Model<double[]> model(ConvoyConfig world) {
            BridgeModel whole = new BridgeModel(world);
            List<String> names = whole.metrics().stream().map(Metric::name).toList();
            int[] places = metrics.stream().mapToInt(names::indexOf).toArray();
            boolean isAnyPercentile =
                    whole.metrics().stream().anyMatch(m -> m.isPercentile() && metrics.contains(m.name()));
            BridgeModel model = isAnyPercentile ? whole : whole.withoutPercentiles();
            return () -> {
                Replicator<ReplicationResult> replicator = model.newReplicator();
                return streams -> row(replicator.replicate(streams), places);
            };
        }

        private static double[] row(ReplicationResult result, int[] places) {
            double[] row = new double[places.length];
            for (int i = 0; i < places.length; i++) {
                row[i] = places[i] < 0 ? Double.NaN : result.metrics().value(places[i]);
            }
            return row;
        }

        @Override
        public void write(double[] result, DataOutput out) throws IOException {
            ResultData.writeDoubles(result, out);
        }

        @Override
        public double[] read(Supplier<Model<double[]>> model, DataInput in) throws IOException {
            return ResultData.readDoubles(in);
        }
    }

    /**
     * What would have been observed in place of each observed number of the world.
     *
     * @param until as for {@link ObservedNumbers#of(ConvoyConfig, LocalDate)}
     */
    record Observables(@Nullable LocalDate until) implements Wanted<double[]> {

        @Override
        public Model<double[]> model(ConvoyConfig world) {
            return ObservedNumbers.of(world, until).model(world);
        }

        @Override
        public void write(double[] result, DataOutput out) throws IOException {
            ResultData.writeDoubles(result, out);
        }

        @Override
        public double[] read(Supplier<Model<double[]>> model, DataInput in) throws IOException {
            return ResultData.readDoubles(in);
        }
    }

    /**
     * All that a replication gives, with the observations behind its percentiles.
     *
     * @param trips of how many replications the trips are recorded, from the first on
     * @param only number of the replication that runs alone and records its trips if {@code trips} is not 0; 0 for none
     * @param controls whether control variates are recorded
     */
    record Everything(int trips, int only, boolean controls) implements Wanted<ReplicationResult> {

        /** Without trips and control variates. */
        static final Everything WITHOUT_TRIPS = new Everything(0, 0, false);

        @Override
        public BridgeModel model(ConvoyConfig world) {
            BridgeModel model = new BridgeModel(world, this::recordsTrips).keepingObservations();
            return controls ? model.recordingControls() : model;
        }

        private boolean recordsTrips(int replication) {
            return only > 0 ? trips > 0 : replication <= trips;
        }

        @Override
        public void write(ReplicationResult result, DataOutput out) throws IOException {
            ResultData.write(result, out);
        }

        @Override
        public ReplicationResult read(Supplier<Model<ReplicationResult>> model, DataInput in) throws IOException {
            Model<ReplicationResult> here = model.get();
            BridgeModel bridge = here instanceof TripFile.Filling filling ? filling.bridge() : (BridgeModel) here;
            return ResultData.read(bridge.metrics(), in);
        }
    }
}
