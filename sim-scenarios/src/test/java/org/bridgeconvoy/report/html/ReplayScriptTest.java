package org.bridgeconvoy.report.html;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bridgeconvoy.result.Stage;
import org.bridgeconvoy.result.TripTime;
import org.junit.jupiter.api.Test;

/** The script of the replay gets instants and stations from the catalogue. */
class ReplayScriptTest {

    private static final String SCRIPT = Resources.text("replay-data.js") + Resources.text("replay.js");

    @Test
    void every_instant_that_the_script_asks_for_is_one_of_a_truck() {
        Matcher asked = Pattern.compile("instant\\(\"([a-z_]+)\"\\)").matcher(SCRIPT);
        List<String> columns = asked.results().map(m -> m.group(1)).toList();
        assertThat(columns)
                .hasSizeGreaterThan(20)
                .doesNotHaveDuplicates()
                .isSubsetOf(TripTime.inTime(true).stream().map(TripTime::column).toList());
    }

    @Test
    void the_script_spells_no_station() {
        assertThat(Arrays.stream(Stage.values()).filter(Stage::isStation))
                .allSatisfy(stage -> assertThat(SCRIPT).doesNotContain("\"" + stage.text() + "\""));
    }
}
