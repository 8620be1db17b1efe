package org.bridgeconvoy.scenario.load;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/** Target of a fuzzer: any bytes as a table that a scenario names. The first byte of an input chooses what the table is for. */
public final class TableTarget {

    private static final Path TABLE = table();

    private static final String TIMES = "bridge: {length: 1 km, speed: 20 km/h}\nhorizon: 5 d\nstart: 2025-12-29\n";

    private static final String TRUCKS = TIMES + "fleet: {trucks: 3, payload: 40 t}\n";

    private static final String STREAM = "demand: {steel: {load: 40 t, rate: 10 trucks/d}}\n";

    private static final String TRAFFIC = "traffic: {cars: {length: 5 m, rate: {outbound: 20 vehicles/h}}}\n";

    /** Scenarios that name a table. */
    private static final List<String> SCENARIOS = List.of(
            "scenario: a\n" + TRUCKS + "consignments: TABLE\n",
            "scenario: b\nencoding: windows-1252\n" + TRUCKS + STREAM + "consignments: TABLE\n",
            "scenario: c\ncolumns: {time: Zeit, cargo: Ware, tonnes: Menge}\n" + TRUCKS + "consignments: TABLE\n",
            "scenario: d\n" + TRUCKS + STREAM + "observed: TABLE\n",
            "scenario: e\norigin: {time-zone: Europe/Warsaw}\n" + TRUCKS + STREAM + "observed: TABLE\n",
            "scenario: f\n" + TIMES + TRAFFIC + "observed: TABLE\n",
            "scenario: g\n" + TRUCKS + "demand: {steel: {load: 40 t, rate: 90 t/d, profile: {series: TABLE}}}\n",
            "scenario: h\n" + TRUCKS + "demand: {steel: {load: 'empirical(TABLE)', rate: 9 trucks/d}}\n",
            "scenario: i\n" + TRUCKS + STREAM + "uncertain: {worlds: TABLE}\n");

    private TableTarget() {}

    private static Path table() {
        try {
            Path file = Files.createTempFile("fuzz", ".csv");
            file.toFile().deleteOnExit();
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Called by the fuzzer with each input. */
    public static void fuzzerTestOneInput(byte[] input) throws IOException {
        if (input.length == 0) {
            return;
        }
        Files.write(TABLE, Arrays.copyOfRange(input, 1, input.length));
        String scenario = scenario(input[0]).replace("TABLE", TABLE.toString());
        Fuzzed.check(Fuzzed.LOADER.loadText("fuzz.yaml", scenario, List.of()));
    }

    static String scenario(byte chosen) {
        return SCENARIOS.get(Math.floorMod(chosen, SCENARIOS.size()));
    }
}
