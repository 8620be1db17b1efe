package org.bridgeconvoy.bridge;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.bridgeconvoy.bridge.config.TrafficStream;
import org.bridgeconvoy.bridge.control.Direction;
import org.bridgeconvoy.result.ReplicationResult;
import org.bridgeconvoy.result.TrafficTable;
import org.bridgeconvoy.result.TrafficTime;

/** Vehicles as a text table, as {@link Trips} are: columns {@code vehicle}, {@code name}, {@code direction} and those of traffic.csv. */
final class Vehicles {

    private Vehicles() {}

    /** Vehicles that appear at given instants. */
    static TrafficStream.Builder at(String name, Direction direction, String... instants) {
        return TrafficStream.builder(name, direction)
                .arrivals(new Cargo.At(Arrays.stream(instants).map(Texts::at).toList()));
    }

    static void assertVehicles(ReplicationResult result, String expected) {
        List<String[]> rows =
                expected.lines().map(line -> line.trim().split(" +", -1)).toList();
        List<String[]> wanted = rows.stream().map(Trips::withoutDittos).toList();
        assertThat(Trips.align(table(Objects.requireNonNull(result.vehicles()), rows.get(0))))
                .isEqualTo(Trips.align(wanted));
    }

    private static List<String[]> table(TrafficTable vehicles, String[] columns) {
        List<String[]> rows = new ArrayList<>();
        rows.add(columns);
        for (int i = 0; i < vehicles.size(); i++) {
            int row = i;
            rows.add(Arrays.stream(columns)
                    .map(column -> cell(vehicles, row, column))
                    .toArray(String[]::new));
        }
        return rows;
    }

    private static String cell(TrafficTable vehicles, int row, String column) {
        return switch (column) {
            case "vehicle" -> String.valueOf(row + 1);
            case "name" -> vehicles.name(row).name();
            case "direction" -> vehicles.name(row).outbound() ? "outbound" : "return";
            default -> {
                long time = vehicles.time(row, TrafficTime.valueOf(column.toUpperCase(Locale.ROOT)));
                yield time == TrafficTable.NOT_REACHED ? "-" : Texts.instant(time);
            }
        };
    }
}
