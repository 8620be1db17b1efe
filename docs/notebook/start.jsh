// Start-up of a jshell session that explores Bridge Convoy; README.md beside this file has cells to begin with.
import java.time.*;
import java.util.*;
import java.util.function.*;
import java.util.stream.*;
import org.bridgeconvoy.bridge.*;
import org.bridgeconvoy.bridge.config.*;
import org.bridgeconvoy.bridge.station.*;
import org.bridgeconvoy.calendar.*;
import org.bridgeconvoy.engine.*;
import org.bridgeconvoy.experiment.*;
import org.bridgeconvoy.experiment.theory.*;
import org.bridgeconvoy.flow.*;
import org.bridgeconvoy.flow.Flow;
import org.bridgeconvoy.observe.*;
import org.bridgeconvoy.random.*;
import org.bridgeconvoy.result.*;
import org.bridgeconvoy.scenario.*;
import org.bridgeconvoy.scenario.load.*;

/** Prints with decimal points, whatever the computer's language. */
void say(String format, Object... values) {
    System.out.println(String.format(Locale.ROOT, format, values));
}

/** Prints a bar for a value, one mark each. */
void bar(String label, double value, double each) {
    say("%8s %8.1f %s", label, value, "#".repeat((int) Math.round(value / each)));
}

/** A built-in scenario or a YAML file, with settings such as "fleet.trucks=120"; its problems as an error. */
Scenario scenario(String name, String... settings) {
    LoadResult loaded = new ScenarioLoader().load(name, List.of(settings));
    if (loaded.scenario() == null) {
        throw new IllegalArgumentException(loaded.problems().toString());
    }
    return loaded.scenario();
}

/** A metric of a scenario over some replications, with its interval. */
Estimate estimate(Scenario scenario, String metric, int replications) {
    return new Experiment(scenario.seed(), replications)
            .estimate(new BridgeModel(scenario.config()), result -> result.metric(metric));
}
