package org.bridgeconvoy.study;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.bridgeconvoy.observe.Observations;
import org.bridgeconvoy.result.DailyTable;
import org.bridgeconvoy.result.Evidence;
import org.bridgeconvoy.result.Lock;
import org.bridgeconvoy.result.Metric;
import org.bridgeconvoy.result.MetricValues;
import org.bridgeconvoy.result.ReplicationResult;
import org.bridgeconvoy.result.TrafficTable;
import org.bridgeconvoy.result.TrafficTime;
import org.bridgeconvoy.result.TripTable;
import org.bridgeconvoy.result.TripTime;
import org.jspecify.annotations.Nullable;

/** Writes the result of a replication in binary and reads it back the same to the bit. One version of the program reads what it wrote. */
final class ResultData {

    private static final TripTime[] TRIP_TIMES = TripTime.values();
    private static final TrafficTime[] TRAFFIC_TIMES = TrafficTime.values();

    private ResultData() {}

    static void write(ReplicationResult result, DataOutput out) throws IOException {
        out.writeInt(result.replication());
        double[] values = new double[result.metrics().metrics().size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = result.metrics().value(i);
        }
        writeDoubles(values, out);
        write(result.daily(), out);
        write(result.trips(), out);
        write(result.vehicles(), out);
        out.writeLong(result.events());
        write(result.evidence(), values.length, out);
        Lock lock = result.lock();
        out.writeBoolean(lock != null);
        if (lock != null) {
            out.writeLong(lock.sinceNanos());
            out.writeUTF(lock.waitingFor());
        }
        out.writeDouble(result.trafficWaitMinutes());
        writeDoubles(result.probed(), out);
        writeDoubles(result.controls(), out);
    }

    /**
     * Reads a result.
     *
     * @param metrics those of the model
     */
    static ReplicationResult read(List<Metric> metrics, DataInput in) throws IOException {
        int replication = in.readInt();
        MetricValues values = new MetricValues(metrics, readDoubles(in));
        DailyTable daily = readDaily(in);
        TripTable trips = readTrips(in);
        TrafficTable vehicles = readVehicles(in);
        long events = in.readLong();
        Evidence evidence = readEvidence(metrics.size(), in);
        Lock lock = in.readBoolean() ? new Lock(in.readLong(), in.readUTF()) : null;
        return new ReplicationResult(
                replication,
                values,
                daily,
                trips,
                vehicles,
                events,
                evidence,
                lock,
                in.readDouble(),
                readDoubles(in),
                readDoubles(in));
    }

    static void writeDoubles(double[] values, DataOutput out) throws IOException {
        out.writeInt(values.length);
        for (double value : values) {
            out.writeDouble(value);
        }
    }

    static double[] readDoubles(DataInput in) throws IOException {
        double[] values = new double[in.readInt()];
        for (int i = 0; i < values.length; i++) {
            values[i] = in.readDouble();
        }
        return values;
    }

    private static void writeLongs(long[] values, DataOutput out) throws IOException {
        out.writeInt(values.length);
        for (long value : values) {
            out.writeLong(value);
        }
    }

    private static long[] readLongs(DataInput in) throws IOException {
        long[] values = new long[in.readInt()];
        for (int i = 0; i < values.length; i++) {
            values[i] = in.readLong();
        }
        return values;
    }

    private static void writeInts(int[] values, DataOutput out) throws IOException {
        out.writeInt(values.length);
        for (int value : values) {
            out.writeInt(value);
        }
    }

    private static int[] readInts(DataInput in) throws IOException {
        int[] values = new int[in.readInt()];
        for (int i = 0; i < values.length; i++) {
            values[i] = in.readInt();
        }
        return values;
    }

    private static void write(DailyTable daily, DataOutput out) throws IOException {
        out.writeInt(daily.cargoes().size());
        for (int i = 0; i < daily.cargoes().size(); i++) {
            out.writeUTF(daily.cargoes().get(i));
            DailyTable.Cargo cargo = daily.byCargo().get(i);
            writeLongs(cargo.consigned(), out);
            writeLongs(cargo.delivered(), out);
            writeLongs(cargo.backlog(), out);
        }
        writeInts(daily.consignedTrucks(), out);
        writeInts(daily.outboundTrucks(), out);
        writeInts(daily.deliveredTrucks(), out);
        writeInts(daily.returnTrucks(), out);
        writeInts(daily.awayTrucks(), out);
        writeInts(daily.consignedReturnLoads(), out);
        writeInts(daily.loadedReturnTrucks(), out);
    }

    private static DailyTable readDaily(DataInput in) throws IOException {
        int count = in.readInt();
        List<String> names = new ArrayList<>();
        List<DailyTable.Cargo> cargoes = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            // Interned, because every result has these names.
            names.add(in.readUTF().intern());
            cargoes.add(new DailyTable.Cargo(readLongs(in), readLongs(in), readLongs(in)));
        }
        return new DailyTable(
                List.copyOf(names),
                List.copyOf(cargoes),
                readInts(in),
                readInts(in),
                readInts(in),
                readInts(in),
                readInts(in),
                readInts(in),
                readInts(in));
    }

    private static void write(@Nullable TripTable trips, DataOutput out) throws IOException {
        out.writeInt(trips == null ? -1 : trips.size());
        if (trips == null) {
            return;
        }
        boolean further = trips.hasFurther();
        out.writeBoolean(further);
        for (int i = 0; i < trips.size(); i++) {
            out.writeInt(trips.truck(i));
            out.writeInt(trips.cargo(i));
            out.writeLong(trips.loadMilligrams(i));
            if (further) {
                out.writeInt(trips.returnCargo(i));
                out.writeLong(trips.returnLoadMilligrams(i));
            }
            for (TripTime time : TRIP_TIMES) {
                if (further || !time.isFurther()) {
                    out.writeLong(trips.time(i, time));
                }
            }
        }
        out.writeInt(trips.breakdowns().size());
        for (TripTable.Breakdown b : trips.breakdowns()) {
            out.writeInt(b.row());
            out.writeBoolean(b.outbound());
            out.writeLong(b.stoppedNanos());
            out.writeLong(b.droveOnNanos());
            out.writeDouble(b.share());
        }
    }

    private static @Nullable TripTable readTrips(DataInput in) throws IOException {
        int size = in.readInt();
        if (size < 0) {
            return null;
        }
        boolean further = in.readBoolean();
        TripTable.Builder trips = new TripTable.Builder(further);
        for (int i = 0; i < size; i++) {
            trips.add(in.readInt(), in.readInt(), in.readLong());
            if (further) {
                trips.returnLoad(i, in.readInt(), in.readLong());
            }
            for (TripTime time : TRIP_TIMES) {
                if (further || !time.isFurther()) {
                    trips.reached(i, time, in.readLong());
                }
            }
        }
        int breakdowns = in.readInt();
        for (int i = 0; i < breakdowns; i++) {
            trips.brokeDown(new TripTable.Breakdown(
                    in.readInt(), in.readBoolean(), in.readLong(), in.readLong(), in.readDouble()));
        }
        return trips.build();
    }

    private static void write(@Nullable TrafficTable vehicles, DataOutput out) throws IOException {
        out.writeInt(vehicles == null ? -1 : vehicles.size());
        if (vehicles == null) {
            return;
        }
        out.writeInt(vehicles.names().size());
        for (TrafficTable.Name name : vehicles.names()) {
            out.writeUTF(name.name());
            out.writeBoolean(name.outbound());
        }
        for (int i = 0; i < vehicles.size(); i++) {
            out.writeInt(vehicles.names().indexOf(vehicles.name(i)));
            for (TrafficTime time : TRAFFIC_TIMES) {
                out.writeLong(vehicles.time(i, time));
            }
        }
        out.writeInt(vehicles.breakdowns().size());
        for (TrafficTable.Breakdown b : vehicles.breakdowns()) {
            out.writeInt(b.row());
            out.writeLong(b.stoppedNanos());
            out.writeLong(b.droveOnNanos());
            out.writeDouble(b.share());
        }
    }

    private static @Nullable TrafficTable readVehicles(DataInput in) throws IOException {
        int size = in.readInt();
        if (size < 0) {
            return null;
        }
        List<TrafficTable.Name> names = new ArrayList<>();
        int count = in.readInt();
        for (int i = 0; i < count; i++) {
            names.add(new TrafficTable.Name(in.readUTF(), in.readBoolean()));
        }
        TrafficTable.Builder vehicles = new TrafficTable.Builder();
        for (int i = 0; i < size; i++) {
            vehicles.add(in.readInt());
            for (TrafficTime time : TRAFFIC_TIMES) {
                vehicles.reached(i, time, in.readLong());
            }
        }
        int breakdowns = in.readInt();
        for (int i = 0; i < breakdowns; i++) {
            vehicles.brokeDown(new TrafficTable.Breakdown(in.readInt(), in.readLong(), in.readLong(), in.readDouble()));
        }
        return vehicles.build(names);
    }

    private static void write(Evidence evidence, int metrics, DataOutput out) throws IOException {
        boolean kept = !evidence.observations().isEmpty();
        out.writeBoolean(kept);
        for (int i = 0; kept && i < metrics; i++) {
            Observations observations = evidence.observations(i);
            out.writeBoolean(observations != null);
            if (observations != null) {
                writeDoubles(observations.values(), out);
                out.writeLong(observations.zeros());
                out.writeDouble(observations.unit());
            }
        }
        writeLongs(evidence.unfinished(), out);
        out.writeBoolean(evidence.chance());
        out.writeBoolean(evidence.chanceInDemand());
    }

    private static Evidence readEvidence(int metrics, DataInput in) throws IOException {
        List<@Nullable Observations> observations = new ArrayList<>();
        boolean kept = in.readBoolean();
        for (int i = 0; kept && i < metrics; i++) {
            observations.add(
                    in.readBoolean() ? Observations.of(readDoubles(in), in.readLong(), in.readDouble()) : null);
        }
        return new Evidence(observations, readLongs(in), in.readBoolean(), in.readBoolean());
    }
}
