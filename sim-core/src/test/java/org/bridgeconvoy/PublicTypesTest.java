package org.bridgeconvoy;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnitAccess;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.lang.module.ModuleDescriptor;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * No public type without a reason: each public type of an exported package is used by an example or a test of another package,
 * that is, through the public API only. Oracle: the compiled classes of the library and of the tests.
 */
class PublicTypesTest {

    private static final JavaClasses LIBRARY = new ClassFileImporter().importPath(Path.of("target", "classes"));
    private static final JavaClasses TESTS = new ClassFileImporter().importPath(Path.of("target", "test-classes"));

    @Test
    void every_public_type_is_used_through_the_public_api() throws Exception {
        Set<String> used = new TreeSet<>();
        for (JavaClass test : TESTS) {
            test.getDirectDependenciesFromSelf().forEach(use -> add(used, test, use.getTargetClass()));
            // A lambda leaves no other trace of its type than the method that takes it, a local variable none but what
            // gave it.
            for (JavaCodeUnitAccess<?> call : test.getCodeUnitAccessesFromSelf()) {
                call.getTarget().getRawParameterTypes().forEach(type -> add(used, test, type));
                add(used, test, call.getTarget().getRawReturnType());
            }
        }
        Set<String> unused = new TreeSet<>();
        Set<String> exported = exported();
        for (JavaClass type : LIBRARY) {
            if (isPublic(type) && exported.contains(type.getPackageName()) && !used.contains(type.getName())) {
                unused.add(type.getName());
            }
        }
        assertThat(unused).isEmpty();
    }

    private static void add(Set<String> used, JavaClass test, JavaClass type) {
        if (!type.getPackageName().equals(test.getPackageName())) {
            used.add(type.getName());
        }
    }

    private static boolean isPublic(JavaClass type) {
        return type.getModifiers().contains(JavaModifier.PUBLIC)
                && type.getEnclosingClass().map(PublicTypesTest::isPublic).orElse(true);
    }

    private static Set<String> exported() throws Exception {
        try (var bytes = Files.newInputStream(Path.of("target", "classes", "module-info.class"))) {
            return ModuleDescriptor.read(bytes).exports().stream()
                    .map(ModuleDescriptor.Exports::source)
                    .collect(Collectors.toSet());
        }
    }
}
