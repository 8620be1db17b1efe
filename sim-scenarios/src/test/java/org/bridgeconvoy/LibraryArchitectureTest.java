package org.bridgeconvoy;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.domain.properties.HasName;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The table of ARCHITECTURE.md for the library: a line for each package. Oracle: the compiled classes. */
class LibraryArchitectureTest {

    private static final JavaClasses LIBRARY =
            new ClassFileImporter().importPath(Path.of("..", "sim-core", "target", "classes"));
    private static final Walls WALLS = new Walls(LIBRARY);
    private static final String ROOT = Walls.ROOT;

    private static final Set<String> WORDS_OF_BRIDGE = Set.of("BridgeObserver", "RunView", "VehicleView");

    private static final Set<String> POWERS_AND_LOGARITHMS =
            Set.of("log", "log10", "log1p", "exp", "expm1", "pow", "cbrt");
    private static final Set<String> TRIGONOMETRY =
            Set.of("sin", "cos", "tan", "asin", "acos", "atan", "atan2", "sinh", "cosh", "tanh", "hypot");

    @Test
    void engine_knows_nothing() {
        WALLS.packages("engine").know().verify();
    }

    @Test
    void numeric_knows_nothing() {
        WALLS.packages("numeric").know().verify();
    }

    @Test
    void random_knows_only_fixed_functions_and_the_generator_library() {
        WALLS.packages("random")
                .know("numeric", "org.apache.commons.rng..", "org.apache.commons.math3..")
                .verify();
    }

    @Test
    void observe_knows_fixed_functions() {
        WALLS.packages("observe").know("numeric").verify();
    }

    @Test
    void calendar_knows_nothing() {
        WALLS.packages("calendar").know().verify();
    }

    @Test
    void result_knows_observe() {
        WALLS.packages("result").know("observe").verify();
    }

    @Test
    void flow_knows_engine_observe_and_calendar() {
        WALLS.packages("flow").know("engine", "observe", "calendar").verify();
    }

    @Test
    void bridge_control_knows_calendar() {
        WALLS.packages("bridge.control").know("calendar").verify();
    }

    @Test
    void bridge_demand_knows_calendar_fixed_functions_and_random() {
        WALLS.packages("bridge.demand").know("calendar", "numeric", "random").verify();
    }

    @Test
    void bridge_station_knows_flow_engine_random_and_the_stages_of_a_trip() {
        WALLS.packages("bridge.station")
                .know("flow", "engine", "random", "result")
                .verify();
    }

    @Test
    void bridge_config_knows_control_demand_station_calendar_random_and_the_columns_of_a_day() {
        WALLS.packages("bridge.config")
                .know("bridge.control", "bridge.demand", "bridge.station", "calendar", "random", "result")
                .verify();
    }

    @Test
    void bridge_module_knows_control_demand_and_calendar() {
        WALLS.packages("bridge.module")
                .know("bridge.control", "bridge.demand", "calendar")
                .verify();
    }

    @Test
    void built_in_modules_know_what_any_module_may_know() {
        WALLS.packages("bridge.module.builtin")
                .know("bridge.module", "bridge.control", "bridge.demand", "calendar")
                .verify();
    }

    @Test
    void bridge_knows_its_run_and_its_parts() {
        WALLS.packages("bridge")
                .know(
                        "bridge.run",
                        "bridge.run.context",
                        "bridge.run.plan",
                        "bridge.run.record",
                        "bridge.config",
                        "bridge.control",
                        "bridge.demand",
                        "bridge.station",
                        "engine",
                        "random",
                        "result",
                        "experiment")
                .verify();
    }

    @Test
    void the_assembly_of_a_run_knows_all_its_rooms() {
        WALLS.packages("bridge.run")
                .know(
                        "bridge",
                        "bridge.run.context",
                        "bridge.run.lane",
                        "bridge.run.plan",
                        "bridge.run.record",
                        "bridge.run.traffic",
                        "bridge.run.trip",
                        "bridge.config",
                        "bridge.control",
                        "bridge.station",
                        "calendar",
                        "engine",
                        "random",
                        "result")
                .verify();
    }

    @Test
    void through_traffic_knows_the_lane_and_how_consignments_appear() {
        WALLS.packages("bridge.run.traffic")
                .know(
                        "bridge.run.context",
                        "bridge.run.lane",
                        "bridge.run.plan",
                        "bridge.run.trip",
                        "bridge.config",
                        "bridge.control",
                        "engine",
                        "random",
                        "result")
                .verify();
    }

    @Test
    void the_lane_knows_the_trip_and_what_a_run_stands_on() {
        WALLS.packages("bridge.run.lane")
                .know(
                        "bridge",
                        "bridge.run.context",
                        "bridge.run.plan",
                        "bridge.run.record",
                        "bridge.run.trip",
                        "bridge.config",
                        "bridge.control",
                        "bridge.station",
                        "calendar",
                        "engine",
                        "random",
                        "result")
                .verify();
    }

    @Test
    void the_trip_knows_no_lane() {
        WALLS.packages("bridge.run.trip")
                .know(
                        "bridge",
                        "bridge.run.context",
                        "bridge.run.plan",
                        "bridge.run.record",
                        "bridge.config",
                        "bridge.control",
                        "bridge.demand",
                        "bridge.station",
                        "calendar",
                        "engine",
                        "flow",
                        "random",
                        "result")
                .verify();
    }

    @Test
    void the_record_of_a_run_knows_no_part_of_it() {
        WALLS.packages("bridge.run.record")
                .know(
                        "bridge",
                        "bridge.run.context",
                        "bridge.run.plan",
                        "bridge.config",
                        "bridge.control",
                        "bridge.station",
                        "calendar",
                        "engine",
                        "observe",
                        "random",
                        "result")
                .verify();
    }

    @Test
    void the_context_of_a_run_knows_the_plan() {
        WALLS.packages("bridge.run.context")
                .know(
                        "bridge",
                        "bridge.run.plan",
                        "bridge.config",
                        "bridge.control",
                        "bridge.station",
                        "calendar",
                        "engine",
                        "random",
                        "result")
                .verify();
    }

    @Test
    void the_plan_of_a_world_knows_no_run() {
        WALLS.packages("bridge.run.plan")
                .know(
                        "bridge.config",
                        "bridge.control",
                        "bridge.demand",
                        "bridge.station",
                        "calendar",
                        "random",
                        "result")
                .verify();
    }

    @Test
    void the_rooms_of_a_run_know_of_bridge_only_its_words() {
        noClasses()
                .that()
                .resideInAPackage(ROOT + "bridge.run..")
                .should()
                .dependOnClassesThat(resideInAPackage(ROOT + "bridge")
                        .and(DescribedPredicate.describe(
                                "are none of " + WORDS_OF_BRIDGE,
                                type -> !WORDS_OF_BRIDGE.contains(
                                        type.getBaseComponentType().getSimpleName()))))
                .check(LIBRARY);
    }

    @Test
    void bridge_knows_of_experiment_only_what_a_model_is() {
        noClasses()
                .that()
                .resideInAPackage(ROOT + "bridge..")
                .should()
                .dependOnClassesThat(resideInAPackage(ROOT + "experiment")
                        .and(not(named("Model")))
                        .and(not(named("Replicator"))))
                .check(LIBRARY);
    }

    @Test
    void experiment_knows_its_crew_random_and_observe() {
        WALLS.packages("experiment")
                .know("experiment.crew", "random", "observe", "org.apache.commons.math3..")
                .verify();
    }

    @Test
    void experiment_calibration_knows_points_inputs_fixed_functions_and_random() {
        WALLS.packages("experiment.calibration")
                .know("experiment.input", "experiment.point", "numeric", "random")
                .verify();
    }

    @Test
    void experiment_input_knows_random() {
        WALLS.packages("experiment.input").know("random").verify();
    }

    @Test
    void the_crew_of_experiments_knows_nothing() {
        WALLS.packages("experiment.crew").know().verify();
    }

    @Test
    void experiment_point_knows_experiment_its_crew_and_random() {
        WALLS.packages("experiment.point")
                .know("experiment", "experiment.crew", "random")
                .verify();
    }

    @Test
    void experiment_selection_knows_experiment_and_its_points() {
        WALLS.packages("experiment.selection")
                .know("experiment", "experiment.point", "random", "org.apache.commons.math3..")
                .verify();
    }

    @Test
    void experiment_sensitivity_knows_points_inputs_and_estimates() {
        WALLS.packages("experiment.sensitivity")
                .know("experiment", "experiment.input", "experiment.point", "random", "org.apache.commons.math3..")
                .verify();
    }

    @Test
    void experiment_theory_knows_nothing() {
        WALLS.packages("experiment.theory").know().verify();
    }

    @Test
    void every_package_has_its_line_above() {
        WALLS.verifyPackages(
                "bridge",
                "bridge.config",
                "bridge.control",
                "bridge.demand",
                "bridge.module",
                "bridge.module.builtin",
                "bridge.run",
                "bridge.run.context",
                "bridge.run.lane",
                "bridge.run.plan",
                "bridge.run.record",
                "bridge.run.traffic",
                "bridge.run.trip",
                "bridge.station",
                "calendar",
                "engine",
                "experiment",
                "experiment.calibration",
                "experiment.crew",
                "experiment.input",
                "experiment.point",
                "experiment.selection",
                "experiment.sensitivity",
                "experiment.theory",
                "flow",
                "numeric",
                "observe",
                "random",
                "result");
    }

    /** Except {@code random}, one sealed family with its factory: a distribution more is one class more. */
    @Test
    void no_circle_inside_a_package_has_more_than_five_classes() {
        WALLS.verifyCircles(Map.of("random", 21));
    }

    @Test
    void no_static_field_can_change() {
        fields().that().areStatic().should().haveModifier(JavaModifier.FINAL).check(LIBRARY);
    }

    @Test
    void nothing_reads_the_wall_clock() {
        noClasses()
                .should()
                .callMethod(System.class, "currentTimeMillis")
                .orShould()
                .callMethod(System.class, "nanoTime")
                .orShould(callAnyOf("java.time", Set.of("now")))
                .check(LIBRARY);
    }

    @Test
    void nothing_prints_reads_files_logs_or_draws() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "java.nio.file..",
                        "java.nio.channels..",
                        "java.net..",
                        "java.awt..",
                        "javax..",
                        "java.util.logging..")
                .orShould()
                .accessField(System.class, "out")
                .orShould()
                .accessField(System.class, "err")
                .orShould(callAnyOf("java.lang.System", Set.of("exit")))
                .check(LIBRARY);
    }

    /** But for the run loop, which looks whether its thread was interrupted: a run without end could not be cancelled otherwise. */
    @Test
    void threads_live_in_experiment_only() {
        noClasses()
                .that()
                .resideOutsideOfPackages(ROOT + "experiment", ROOT + "experiment.crew", ROOT + "experiment.point")
                .and()
                .doNotHaveFullyQualifiedName(ROOT + "engine.RunLoop")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("java.util.concurrent..")
                .orShould()
                .dependOnClassesThat()
                .areAssignableTo(Thread.class)
                .orShould()
                .dependOnClassesThat()
                .areAssignableTo(ThreadLocal.class)
                .check(LIBRARY);
    }

    @Test
    void functions_that_may_differ_between_platforms_are_those_of_numeric() {
        noClasses()
                .should(callAnyOf("java.lang.Math", POWERS_AND_LOGARITHMS))
                .orShould(callAnyOf("java.lang.Math", TRIGONOMETRY))
                .orShould(callAnyOf("java.lang.StrictMath", POWERS_AND_LOGARITHMS))
                .orShould(callAnyOf("java.lang.StrictMath", TRIGONOMETRY))
                .check(LIBRARY);
    }

    private static DescribedPredicate<JavaClass> named(String simpleName) {
        return HasName.Predicates.name(ROOT + "experiment." + simpleName).forSubtype();
    }

    /** Calls to methods of these names of an owner whose full name begins so. */
    private static ArchCondition<JavaClass> callAnyOf(String owner, Set<String> methods) {
        return new ArchCondition<>("call " + methods + " of " + owner) {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                for (JavaAccess<?> call : type.getAccessesFromSelf()) {
                    if (call.getTargetOwner().getName().startsWith(owner)
                            && methods.contains(call.getTarget().getName())) {
                        events.add(SimpleConditionEvent.satisfied(call, call.getDescription()));
                    }
                }
            }
        };
    }
}
