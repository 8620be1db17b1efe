package org.bridgeconvoy.bridge;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.bridgeconvoy.bridge.run.plan.Mass;
import org.bridgeconvoy.result.ReplicationResult;
import org.bridgeconvoy.result.TripTable;
import org.bridgeconvoy.result.TripTime;

/**
 * Trips as a text table. The first line of an expected table names the columns it is about: {@code trip}, {@code
 * truck}, {@code cargo}, {@code load} and those of {@code trips.csv}; {@code -} is an instant not reached, {@code "}
 * repeats the column to the left.
 */
final class Trips {

    private Trips() {}

    /** Runs a world and compares its trips, exactly, with a table; the width of the columns does not matter. */
    static void assertTrips(World world, String expected) {
        assertTrips(world.run(), expected);
    }

    static void assertTrips(ReplicationResult result, String expected) {
        List<String[]> rows =
                expected.lines().map(line -> line.trim().split(" +", -1)).toList();
        List<String[]> wanted = rows.stream().map(Trips::withoutDittos).toList();
        assertThat(align(table(result, rows.get(0)))).isEqualTo(align(wanted));
    }

    static String[] withoutDittos(String[] row) {
        String[] full = row.clone();
        for (int i = 1; i < full.length; i++) {
            full[i] = full[i].equals("\"") ? full[i - 1] : full[i];
        }
        return full;
    }

    private static List<String[]> table(ReplicationResult result, String[] columns) {
        TripTable trips = Objects.requireNonNull(result.trips());
        List<String[]> rows = new ArrayList<>();
        rows.add(columns);
        for (int i = 0; i < trips.size(); i++) {
            int row = i;
            rows.add(Arrays.stream(columns)
                    .map(column -> cell(result, trips, row, column))
                    .toArray(String[]::new));
        }
        return rows;
    }

    private static String cell(ReplicationResult result, TripTable trips, int row, String column) {
        return switch (column) {
            case "trip" -> String.valueOf(row + 1);
            case "truck" -> String.valueOf(trips.truck(row));
            case "cargo" -> result.daily().cargoes().get(trips.cargo(row));
            case "load" -> String.valueOf(Mass.toTonnes(trips.loadMilligrams(row)));
            case "return_cargo" ->
                trips.returnCargo(row) == TripTable.EMPTY
                        ? "-"
                        : result.daily().cargoes().get(trips.returnCargo(row));
            case "return_load" -> String.valueOf(Mass.toTonnes(trips.returnLoadMilligrams(row)));
            default -> {
                long time = trips.time(row, TripTime.valueOf(column.toUpperCase(Locale.ROOT)));
                yield time == TripTable.NOT_REACHED ? "-" : Texts.instant(time);
            }
        };
    }

    static String align(List<String[]> rows) {
        int columns = rows.stream().mapToInt(row -> row.length).max().orElse(0);
        int[] widths = new int[columns];
        for (String[] row : rows) {
            for (int i = 0; i < row.length; i++) {
                widths[i] = Math.max(widths[i], row[i].length());
            }
        }
        StringBuilder text = new StringBuilder();
        for (String[] row : rows) {
            StringBuilder line = new StringBuilder();
            for (int i = 0; i < row.length; i++) {
                line.append(row[i]).append(" ".repeat(widths[i] - row[i].length() + 2));
            }
            text.append(line.toString().stripTrailing()).append('\n');
        }
        return text.toString();
    }
}
