package org.bridgeconvoy;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** What the packages of a module may know of each other, and how large circles of classes inside them may be. */
final class Walls {

    static final String ROOT = "org.bridgeconvoy.";

    /** The most classes of a package that may need each other in a circle. */
    private static final int LARGEST_CIRCLE = 5;

    private final JavaClasses module;

    Walls(JavaClasses module) {
        this.module = module;
    }

    /** A line of the table. */
    Line packages(String name) {
        return new Line(module, name, List.of());
    }

    /** Checks that the module has these packages and no others. */
    void verifyPackages(String... names) {
        Set<String> found = new TreeSet<>();
        for (JavaClass type : module) {
            if (!type.getSimpleName().equals("module-info")) {
                found.add(type.getPackageName());
            }
        }
        assertThat(found)
                .containsExactlyInAnyOrderElementsOf(
                        Arrays.stream(names).map(name -> ROOT + name).toList());
    }

    /**
     * Checks that no circle of classes that need each other inside a package is too large.
     *
     * @param allowed the packages that may have a larger one, with the number of its classes
     */
    void verifyCircles(Map<String, Integer> allowed) {
        Map<String, List<String>> tooLarge = new TreeMap<>();
        new Circles(module).largest().forEach((name, circle) -> {
            if (circle.size() > allowed.getOrDefault(name.substring(ROOT.length()), LARGEST_CIRCLE)) {
                tooLarge.put(name, circle);
            }
        });
        assertThat(tooLarge).isEmpty();
    }

    /** One line of the table: a package and all that it may know beside the JDK. */
    record Line(JavaClasses module, String name, List<String> known) {

        Line know(String... others) {
            return new Line(module, name, List.of(others));
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
                    .check(module);
        }
    }
}
