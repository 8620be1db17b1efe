package org.bridgeconvoy.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.bridgeconvoy.result.Better;
import org.bridgeconvoy.result.MetricFamily;
import org.bridgeconvoy.result.MetricGroup;
import org.bridgeconvoy.result.Stage;
import org.bridgeconvoy.result.TruckState;
import org.junit.jupiter.api.Test;

/** The page of metrics equals the catalogue; {@code -DupdateGolden=true} writes it anew. */
class MetricsPageTest {

    private static final Path PAGE = Path.of("../docs/metrics.md");

    private static final String HEAD = """
            # Metrics

            Every number of `summary.json`, by its name. A metric measures the window from the end of the warm-up to the end of the run. A
            metric of a station that the scenario leaves out is left out. *Better* says which way a comparison calls better; where it is
            empty, that depends on what is asked. A word in capitals stands for one of several, see the end of this page. What a mark beside
            a number means and how intervals are made is on the page on [intervals](guide/intervals.md).

            This page is written from the catalogue of metrics, `org.bridgeconvoy.result.MetricFamily`.
            """;

    private static String page() {
        StringBuilder page = new StringBuilder(HEAD);
        for (MetricGroup group : MetricGroup.values()) {
            page.append("\n## ").append(group.text()).append("\n\n");
            page.append("| metric | unit | better | what it is |\n| --- | --- | --- | --- |\n");
            Arrays.stream(MetricFamily.values())
                    .filter(family -> family.group() == group)
                    .forEach(family -> page.append(row(family)));
        }
        page.append("\n## What the words in capitals stand for\n\n");
        page.append("- `WHO`: `consignments` before the stage `truck`, else `trucks`.\n");
        page.append("- `STAGE`: ").append(stages(List.of(Stage.values()))).append(".\n");
        page.append("- `STATION`: ")
                .append(stages(
                        Arrays.stream(Stage.values()).filter(Stage::isStation).toList()))
                .append(".\n");
        page.append("- `DIRECTION`: `outbound` or `return`.\n");
        page.append("- `STATE`: ")
                .append(Arrays.stream(TruckState.values())
                        .map(state -> "`" + state.label() + "`")
                        .collect(Collectors.joining(", ")))
                .append(".\n");
        page.append("- `CARGO`, `GOAL`, `NAME`: a cargo, a goal, a stream of through traffic of the scenario.\n");
        page.append(
                "- `COLUMN`: a column of what was [observed](scenario-files.md), such as `outbound_trucks`, `queue_import` or "
                        + "`wait_import_min`.\n");
        return page.toString();
    }

    private static String row(MetricFamily family) {
        String better =
                family.better() == Better.NEITHER ? "" : family.better().name().toLowerCase(java.util.Locale.ROOT);
        return "| `" + family.pattern() + "` | " + family.unit() + " | " + better + " | " + family.definition()
                + " |\n";
    }

    private static String stages(List<Stage> stages) {
        return stages.stream()
                .map(stage -> "`" + stage.label() + "` (" + stage.text() + ")")
                .collect(Collectors.joining(", "));
    }

    @Test
    void every_metric_has_its_row_on_the_page() throws IOException {
        if (Boolean.getBoolean("updateGolden")) {
            Files.writeString(PAGE, page());
        }
        assertThat(PAGE).content().isEqualTo(page());
    }
}
