package org.bridgeconvoy;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.name;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** The table of ARCHITECTURE.md for the application: a line for each package. Oracle: the compiled classes. */
class ArchitectureTest {

    private static final JavaClasses APPLICATION = new ClassFileImporter().importPath(Path.of("target", "classes"));
    private static final String ROOT = "org.bridgeconvoy.";

    @Test
    void a_scenario_knows_the_configuration_of_the_bridge_and_the_metrics_that_answers_ask_for() {
        packages("scenario").know("bridge.config", "result").verify();
    }

    @Test
    void the_text_of_scenarios_knows_no_key() {
        packages("scenario.text")
                .know("scenario", "calendar", "org.snakeyaml.engine..")
                .verify();
    }

    @Test
    void the_keys_of_scenarios_know_what_modules_declare_and_no_configuration() {
        packages("scenario.key")
                .know("scenario.text", "bridge.module", "calendar", "com.fasterxml.jackson..")
                .verify();
    }

    @Test
    void the_tables_of_scenarios_know_places() {
        packages("scenario.table")
                .know("scenario.text", "scenario.key", "de.siegmar.fastcsv..")
                .verify();
    }

    @Test
    void the_mappers_of_scenarios_know_the_configuration_of_the_bridge() {
        packages("scenario.map")
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
                        "random")
                .verify();
    }

    @Test
    void the_door_to_scenarios_knows_its_rooms() {
        packages("scenario.load")
                .know("scenario", "scenario.text", "scenario.key", "scenario.map", "bridge.module")
                .verify();
    }

    @Test
    void study_knows_scenario_bridge_experiment_and_results() {
        packages("study")
                .know(
                        "scenario",
                        "bridge",
                        "bridge.config",
                        "bridge.control",
                        "bridge.demand",
                        "calendar",
                        "random",
                        "observe",
                        "result",
                        "experiment")
                .verify();
    }

    @Test
    void verify_knows_the_library_and_nothing_of_the_application() {
        packages("verify")
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
                        "experiment.theory")
                .verify();
    }

    @Test
    void report_knows_result_types_and_never_engine_or_bridge() {
        packages("report..")
                .know(
                        "study",
                        "verify",
                        "experiment",
                        "observe",
                        "result",
                        "com.fasterxml.jackson..",
                        "de.siegmar.fastcsv..",
                        "org.jfree..",
                        "org.apache.batik..",
                        "org.apache.commons.math3..",
                        "org.apache.pdfbox..",
                        "de.rototor.pdfbox..",
                        "org.snakeyaml.engine..",
                        "org.w3c.dom..",
                        "javax.xml..",
                        "javax.imageio..")
                .verify();
    }

    @Test
    void command_knows_all_above_it_and_the_terminal() {
        packages("cli")
                .know(
                        "scenario",
                        "scenario.load",
                        "study",
                        "verify",
                        "report",
                        "report.chart",
                        "report.html",
                        "engine",
                        "bridge",
                        "bridge.config",
                        "bridge.module",
                        "experiment",
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
        Set<String> found = new TreeSet<>();
        for (JavaClass type : APPLICATION) {
            if (!type.getSimpleName().equals("module-info")) {
                found.add(type.getPackageName().replaceFirst("(report)\\..*", "$1"));
            }
        }
        assertThat(found)
                .containsExactlyInAnyOrder(
                        ROOT + "cli",
                        ROOT + "report",
                        ROOT + "scenario",
                        ROOT + "scenario.key",
                        ROOT + "scenario.load",
                        ROOT + "scenario.map",
                        ROOT + "scenario.table",
                        ROOT + "scenario.text",
                        ROOT + "study",
                        ROOT + "verify");
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

    private static Line packages(String name) {
        return new Line(name, List.of());
    }

    /** One line of the table: a package and all that it may know beside the JDK. */
    private record Line(String name, List<String> known) {

        Line know(String... others) {
            return new Line(name, List.of(others));
        }

        void verify() {
            List<String> allowed = new ArrayList<>(List.of("java..", "org.jspecify..", ROOT + name));
            for (String other : known) {
                allowed.add(other.endsWith("..") ? other : ROOT + other);
            }
            classes()
                    .that()
                    .resideInAPackage(ROOT + name)
                    .should()
                    .onlyDependOnClassesThat()
                    .resideInAnyPackage(allowed.toArray(String[]::new))
                    .check(APPLICATION);
        }
    }
}
