package org.bridgeconvoy.web;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.bridgeconvoy.scenario.Scenario;
import org.bridgeconvoy.scenario.load.BuiltInScenarios;
import org.bridgeconvoy.scenario.load.LoadedWorld;
import org.bridgeconvoy.scenario.load.OpenScenario;
import org.bridgeconvoy.scenario.load.ScenarioLoader;

/**
 * {@code HashMain DRAWN SEED}: what this JVM gives for every built-in scenario and for worlds drawn around them, a line of JSON each, for a
 * browser to be held to.
 */
public final class HashMain {

    private static final List<List<String>> CHANGES = List.of(
            List.of("bridge.headway=0 s", "bridge.headway=17.3 s", "bridge.headway=95 s", "bridge.headway=4 min"),
            List.of("bridge.clearance=0 s", "bridge.clearance=45 s", "bridge.clearance=11 min"),
            List.of(
                    "bridge.speed=7 km/h",
                    "bridge.speed={loaded: 9 km/h, empty: 21 km/h}",
                    "bridge.speed=\"uniform(8 km/h, 25 km/h)\""),
            List.of("bridge.lanes=2", "bridge.max-trucks=1", "bridge.max-trucks=5", "bridge.max-mass=130 t"),
            List.of(
                    "bridge.control={timetable: null, alternate: {outbound: 20 min, return: 25 min, red: 2 min}}",
                    "bridge.control={timetable: null, actuated: {min-green: 3 min, max-green: 30 min, extension: 40"
                            + " s}}",
                    "bridge.control={timetable: null, batches: {outbound: 7, return: 9}}"),
            List.of("bridge.breakdowns={probability: 0.01, repair: \"lognormal(40 min, 20 min)\"}"),
            List.of(
                    "convoys={outbound: {size: 6, max-wait: 1 h}}",
                    "convoys={return: {departures: [\"19:30\", \"21:00\"]}}"),
            List.of(
                    "fleet.trucks=25",
                    "fleet.trucks=80",
                    "fleet.trucks=500",
                    "fleet.turnaround=\"gamma(2.5, 40 min)\""),
            List.of("origin.customs={servers: 2, time: \"erlang(3, 9 min)\", hours: \"08:00-19:00\", overrun: pause}"),
            List.of("destination.customs={servers: 3, time: \"weibull(1.7, 8 min, max=1 h)\", hours: always}"),
            List.of("destination.unloading={servers: 9, time: \"normal(70 min, 20 min, min=5 min)\"}"),
            List.of("origin.road=\"lognormal(30 min, 25 min)\"", "destination.road=\"exponential(20 min)\""),
            List.of("destination.time-zone=Europe/Warsaw", "origin.time-zone=America/New_York"));

    private HashMain() {}

    public static void main(String[] arguments) {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        int drawn = Integer.parseInt(arguments[0]);
        SplittableRandom random = new SplittableRandom(Long.parseLong(arguments[1]));
        ScenarioLoader loader = new ScenarioLoader();
        List<Scenario> scenarios = new ArrayList<>();
        for (String name : BuiltInScenarios.names()) {
            Scenario scenario = loader.load(name, List.of()).scenario();
            if (scenario == null) {
                throw new IllegalStateException("the built-in scenario " + name + " has problems");
            }
            scenarios.add(scenario);
            print(out, loader, scenario, List.of(), scenario.seed(), 2);
        }
        int done = 0;
        while (done < drawn) {
            Scenario scenario = scenarios.get(random.nextInt(scenarios.size()));
            List<String> sets = new ArrayList<>(List.of("horizon=14 d", "warm-up=" + random.nextInt(5) + " d"));
            for (List<String> change : CHANGES) {
                if (random.nextInt(4) == 0) {
                    sets.add(change.get(random.nextInt(change.size())));
                }
            }
            done += print(out, loader, scenario, sets, random.nextLong() >> 1, 1) ? 1 : 0;
        }
    }

    /** Prints the line of a world; does nothing and says so for changes that do not fit the scenario. */
    private static boolean print(
            PrintStream out, ScenarioLoader loader, Scenario scenario, List<String> sets, long seed, int replications) {
        OpenScenario opened = loader.openText("scenario.yaml", scenario.resolvedText());
        LoadedWorld world = opened.world(sets);
        if (world.world() == null) {
            return false;
        }
        Json json =
                new Json().begin().key("name").text(scenario.name()).key("yaml").text(scenario.resolvedText());
        json.key("sets").list();
        sets.forEach(json::text);
        json.endList().key("seed").text(Long.toString(seed)).key("last").number(replications);
        out.println(json.key("hash")
                .text(ResultHash.of(world.world(), seed, 1, replications))
                .end());
        return true;
    }
}
