package org.bridgeconvoy;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.name;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The table of ARCHITECTURE.md for the application: a line for each package. Oracle: the compiled classes. */
class ArchitectureTest {

    private static final JavaClasses APPLICATION = new ClassFileImporter().importPath(Path.of("target", "classes"));
    private static final Walls WALLS = new Walls(APPLICATION);
    private static final String ROOT = Walls.ROOT;

    @Test
    void a_scenario_knows_the_configuration_of_the_bridge_and_the_metrics_that_answers_ask_for() {
        WALLS.packages("scenario")
                .know("calendar", "bridge.config", "experiment.input", "result")
                .verify();
    }

    @Test
    void the_text_of_scenarios_knows_no_key() {
        WALLS.packages("scenario.text")
                .know("scenario", "calendar", "org.snakeyaml.engine..")
                .verify();
    }

    @Test
    void the_keys_of_scenarios_know_what_modules_declare_metrics_and_no_configuration() {
        WALLS.packages("scenario.key")
                .know("scenario.text", "bridge.module", "calendar", "result", "com.fasterxml.jackson..")
                .verify();
    }

    @Test
    void the_tables_of_scenarios_know_places() {
        WALLS.packages("scenario.table")
                .know("scenario.text", "scenario.key", "de.siegmar.fastcsv..")
                .verify();
    }

    @Test
    void the_mappers_of_scenarios_know_the_configuration_of_the_bridge() {
        WALLS.packages("scenario.map")
                .know(
                        "scenario",
                        "scenario.text",
                        "scenario.key",
                        "scenario.table",
                        // Only for the names of the metrics that answers may ask for.
                        "bridge",
                        "result",
                        "bridge.config",
                        "bridge.control",
                        "bridge.demand",
                        "bridge.module",
                        "calendar",
                        "random",
                        // What is believed of uncertain inputs.
                        "experiment.input")
                .verify();
    }

    @Test
    void the_door_to_scenarios_knows_its_rooms() {
        WALLS.packages("scenario.load")
                .know("scenario", "scenario.text", "scenario.key", "scenario.map", "bridge.module", "bridge.config")
                .verify();
    }

    @Test
    void the_writers_of_scenarios_know_the_configuration_and_the_door_that_reads_it_again() {
        WALLS.packages("scenario.write")
                .know(
                        "scenario",
                        "scenario.text",
                        "scenario.load",
                        // Reads each distribution again.
                        "scenario.map",
                        "result",
                        "bridge.config",
                        "bridge.control",
                        "bridge.demand",
                        "bridge.station",
                        "calendar",
                        "random")
                .verify();
    }

    @Test
    void words_know_the_catalogue_of_metrics() {
        WALLS.packages("words")
                .know("result", "bridge.config", "com.fasterxml.jackson..")
                .verify();
    }

    @Test
    void study_knows_scenario_bridge_experiment_and_results() {
        WALLS.packages("study")
                .know(
                        "scenario",
                        "scenario.text",
                        "scenario.load",
                        "bridge",
                        "bridge.config",
                        "bridge.control",
                        "bridge.demand",
                        "calendar",
                        "random",
                        "observe",
                        "result",
                        "experiment",
                        "experiment.selection",
                        "experiment.point",
                        "words")
                .verify();
    }

    @Test
    void calibration_of_a_scenario_knows_its_points_and_the_method() {
        WALLS.packages("study.calibration")
                .know(
                        "study",
                        "study.point",
                        "scenario",
                        "bridge.config",
                        "experiment.calibration",
                        "experiment.input",
                        "experiment.point")
                .verify();
    }

    @Test
    void optimum_knows_points_of_a_scenario_and_selection() {
        WALLS.packages("study.optimum")
                .know(
                        "study",
                        "study.point",
                        "scenario",
                        "scenario.text",
                        "bridge",
                        "bridge.config",
                        "calendar",
                        "result",
                        "experiment",
                        "experiment.input",
                        "experiment.point",
                        "experiment.selection",
                        "random")
                .verify();
    }

    @Test
    void points_of_a_scenario_know_study_and_the_library() {
        WALLS.packages("study.point")
                .know(
                        "study",
                        "scenario",
                        "scenario.load",
                        "bridge",
                        "bridge.config",
                        "result",
                        "experiment",
                        "experiment.point")
                .verify();
    }

    @Test
    void sensitivity_of_a_scenario_knows_its_points_and_the_library() {
        WALLS.packages("study.sensitivity")
                .know(
                        "study",
                        "study.point",
                        "scenario",
                        "scenario.text",
                        "bridge",
                        "bridge.config",
                        "calendar",
                        "random",
                        "result",
                        "experiment",
                        "experiment.input",
                        "experiment.point",
                        "experiment.selection",
                        "experiment.sensitivity",
                        "words")
                .verify();
    }

    @Test
    void verify_knows_the_library_and_nothing_of_the_application() {
        WALLS.packages("verify")
                .know(
                        "engine",
                        "flow",
                        "observe",
                        "random",
                        "calendar",
                        "bridge",
                        "bridge.config",
                        "bridge.control",
                        "bridge.demand",
                        "result",
                        "experiment",
                        "experiment.input",
                        "experiment.point",
                        "experiment.sensitivity",
                        "experiment.theory")
                .verify();
    }

    @Test
    void report_knows_result_types_and_neither_charts_nor_pages() {
        WALLS.packages("report")
                .know(
                        "study.optimum",
                        "experiment.selection",
                        "study.calibration",
                        "experiment.calibration",
                        "study",
                        "study.point",
                        "study.sensitivity",
                        "verify",
                        "words",
                        "experiment",
                        "experiment.sensitivity",
                        "result",
                        "com.fasterxml.jackson..",
                        "de.siegmar.fastcsv..")
                .verify();
    }

    @Test
    void charts_know_result_types_and_what_draws() {
        WALLS.packages("report.chart")
                .know(
                        "study.optimum",
                        "experiment.selection",
                        "report",
                        "study.calibration",
                        "experiment.calibration",
                        "experiment.input",
                        "study",
                        "words",
                        "study.sensitivity",
                        "calendar",
                        "experiment",
                        "experiment.sensitivity",
                        "observe",
                        "result",
                        "com.fasterxml.jackson..",
                        "de.siegmar.fastcsv..",
                        "org.jfree..",
                        "org.apache.batik..",
                        "org.apache.pdfbox..",
                        "de.rototor.pdfbox..",
                        "org.w3c.dom..",
                        "javax.xml..",
                        "javax.imageio..")
                .verify();
    }

    @Test
    void pages_know_charts_and_result_types() {
        WALLS.packages("report.html")
                .know(
                        "study.optimum",
                        "report",
                        "report.chart",
                        "study",
                        "words",
                        "study.calibration",
                        "study.sensitivity",
                        "experiment",
                        "experiment.calibration",
                        "experiment.sensitivity",
                        "result",
                        "com.fasterxml.jackson..")
                .verify();
    }

    @Test
    void columns_know_jdbc_and_the_names_of_columns() {
        WALLS.packages("columns")
                .know("report", "result", "de.siegmar.fastcsv..")
                .verify();
    }

    @Test
    void cluster_knows_how_pieces_run() {
        WALLS.packages("cluster").know("study").verify();
    }

    @Test
    void the_live_page_knows_scenarios_and_lists_of_values() {
        WALLS.packages("live")
                .know(
                        "bridge",
                        "bridge.config",
                        "result",
                        "scenario",
                        "scenario.load",
                        "study",
                        "experiment",
                        "experiment.input",
                        "com.fasterxml.jackson..")
                .verify();
    }

    @Test
    void command_knows_all_above_it_and_the_terminal() {
        WALLS.packages("cli")
                .know(
                        "live",
                        "study.optimum",
                        "experiment.selection",
                        "scenario",
                        "scenario.load",
                        "study",
                        "study.calibration",
                        "experiment.calibration",
                        "study.point",
                        "study.sensitivity",
                        "verify",
                        "report",
                        "report.chart",
                        "report.html",
                        "columns",
                        "cluster",
                        "engine",
                        "bridge",
                        "bridge.config",
                        "bridge.module",
                        "experiment",
                        "experiment.point",
                        "result",
                        "calendar",
                        "random",
                        "picocli..")
                .verify();
    }

    @Test
    void command_knows_of_engine_only_how_an_event_fails() {
        noClasses()
                .that()
                .resideInAPackage(ROOT + "cli")
                .should()
                .dependOnClassesThat(resideInAPackage(ROOT + "engine").and(not(name(ROOT + "engine.EventFailure"))))
                .check(APPLICATION);
    }

    @Test
    void every_package_has_its_line_above() {
        WALLS.verifyPackages(
                "cli",
                "cluster",
                "columns",
                "live",
                "report",
                "report.chart",
                "report.html",
                "scenario",
                "scenario.key",
                "scenario.load",
                "scenario.map",
                "scenario.table",
                "scenario.text",
                "scenario.write",
                "study",
                "study.calibration",
                "study.optimum",
                "study.point",
                "study.sensitivity",
                "verify",
                "words");
    }

    @Test
    void no_circle_inside_a_package_has_more_than_five_classes() {
        WALLS.verifyCircles(Map.of());
    }

    @Test
    void only_the_command_prints_and_exits() {
        noClasses()
                .that()
                .resideOutsideOfPackage(ROOT + "cli")
                .should()
                .accessField(System.class, "out")
                .orShould()
                .accessField(System.class, "err")
                .orShould()
                .callMethod(System.class, "exit", int.class)
                .check(APPLICATION);
    }

    @Test
    void only_report_draws() {
        noClasses()
                .that()
                .resideOutsideOfPackage(ROOT + "report..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("java.awt..", "javax.imageio..", "org.jfree..")
                .check(APPLICATION);
    }

    @Test
    void only_study_and_the_command_start_threads() {
        noClasses()
                .that()
                .resideInAnyPackage(ROOT + "scenario..", ROOT + "report..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("java.util.concurrent..")
                .orShould()
                .dependOnClassesThat()
                .areAssignableTo(Thread.class)
                .check(APPLICATION);
    }

    @Test
    void no_static_field_can_change() {
        fields().that().areStatic().should().haveModifier(JavaModifier.FINAL).check(APPLICATION);
    }
}
