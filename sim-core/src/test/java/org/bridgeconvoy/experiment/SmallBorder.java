package org.bridgeconvoy.experiment;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.bridgeconvoy.bridge.BridgeModel;
import org.bridgeconvoy.bridge.config.BankConfig;
import org.bridgeconvoy.bridge.config.BridgeConfig;
import org.bridgeconvoy.bridge.config.CargoStream;
import org.bridgeconvoy.bridge.config.ConvoyConfig;
import org.bridgeconvoy.bridge.config.StationConfig;
import org.bridgeconvoy.bridge.config.TruckClass;
import org.bridgeconvoy.bridge.control.LastEntry;
import org.bridgeconvoy.bridge.control.Timetable;
import org.bridgeconvoy.calendar.Hours;
import org.bridgeconvoy.calendar.Nanos;
import org.bridgeconvoy.experiment.calibration.Observation;
import org.bridgeconvoy.experiment.calibration.WorldRunners;
import org.bridgeconvoy.experiment.input.Input;
import org.bridgeconvoy.experiment.input.InputSpace;
import org.bridgeconvoy.experiment.point.PointRunner;
import org.bridgeconvoy.experiment.point.PointTask;
import org.bridgeconvoy.experiment.point.ThreadedPoints;
import org.bridgeconvoy.random.Distribution;
import org.bridgeconvoy.result.DailyTable;
import org.bridgeconvoy.result.ReplicationResult;

/** A bridge of two weeks with three inputs that are not known: demand, time at customs and fleet, each of which may limit. */
final class SmallBorder implements WorldRunners {

    static final InputSpace PRIOR = new InputSpace(List.of(
            Input.of("demand", Distribution.triangular(20, 35, 60)),
            Input.of("customs", Distribution.uniform(480, 1_440)),
            Input.whole("trucks", Distribution.uniform(14.5, 60.5))));

    private static final int DAYS = 14;

    private final long seed;

    SmallBorder(long seed) {
        this.seed = seed;
    }

    private static BridgeModel model(double[] world) {
        BridgeConfig bridge = BridgeConfig.builder()
                .lengthMetres(944)
                .speedMetresPerSecond(10 / 3.6)
                .headwayNanos(60 * Nanos.SECOND)
                .clearanceNanos(2 * Nanos.MINUTE)
                .control(new Timetable(Hours.daily("08:00-16:00"), Hours.daily("17:00-23:00"), LastEntry.CLEAR))
                .build();
        CargoStream cargo = CargoStream.builder("cargo")
                .loadTonnes(Distribution.uniform(20, 30))
                .trucksPerDay(world[0])
                .hours(Hours.daily("07:00-15:00"))
                .build();
        StationConfig customs = StationConfig.timed(1, Distribution.gamma(4, world[1]));
        StationConfig unloading = StationConfig.timed(8, Distribution.uniform(3_600, 7_200));
        return new BridgeModel(ConvoyConfig.builder()
                .start(LocalDate.of(2024, 10, 1))
                .horizonNanos(DAYS * Nanos.DAY)
                .bridge(bridge)
                .fleet(TruckClass.of((int) world[2]).withPayloadTonnes(30).withTareTonnes(15))
                .origin(BankConfig.of(ZoneOffset.UTC))
                .destination(BankConfig.of(ZoneOffset.UTC)
                        .withCustoms(customs.withHours(Hours.daily("08:00-20:00")))
                        .withHandling(unloading))
                .demand(cargo)
                .build());
    }

    @Override
    public PointRunner runner(List<double[]> worlds) {
        return new ThreadedPoints(seed, point -> counting(model(worlds.get(point))));
    }

    private static Model<double[]> counting(BridgeModel model) {
        return () -> {
            Replicator<ReplicationResult> replicator = model.newReplicator();
            return streams -> counts(replicator.replicate(streams).daily());
        };
    }

    private static double[] counts(DailyTable days) {
        double[] counts = new double[3 * DAYS];
        for (int d = 0; d < DAYS; d++) {
            counts[d] = days.outboundTrucks()[d];
            counts[DAYS + d] = days.returnTrucks()[d];
            counts[2 * DAYS + d] = days.backlog(d) / 1000.0;
        }
        return counts;
    }

    /** What one replication of a world counts. */
    List<Observation> observe(double[] world, int replication) {
        double[] counts = runner(List.of(world))
                .run(List.of(new PointTask(0, replication, replication)))
                .get(0)[0];
        List<Observation> observations = new ArrayList<>();
        for (int i = 0; i < counts.length; i++) {
            observations.add(
                    new Observation(List.of("out", "back", "backlog").get(i / DAYS), "day " + i % DAYS, counts[i]));
        }
        return observations;
    }
}
