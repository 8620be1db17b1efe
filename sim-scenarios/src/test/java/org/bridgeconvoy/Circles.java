package org.bridgeconvoy;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Circles of classes inside packages: the strongly connected components of what each top-level class needs of its package. Nested
 * classes count as part of their top-level class. {@code Event} may need {@code Simulation}: the signature of {@code Event.fire} is
 * the one pair that must know each other.
 */
final class Circles {
    private final Map<String, Set<String>> needed = new TreeMap<>();
    private final Map<String, String> packageOf = new TreeMap<>();

    Circles(Iterable<JavaClass> classes) {
        for (JavaClass type : classes) {
            String from = topLevel(type);
            packageOf.put(from, type.getPackageName());
            Set<String> its = needed.computeIfAbsent(from, name -> new TreeSet<>());
            for (Dependency dependency : type.getDirectDependenciesFromSelf()) {
                String to = topLevel(dependency.getTargetClass().getBaseComponentType());
                if (dependency
                                .getTargetClass()
                                .getBaseComponentType()
                                .getPackageName()
                                .equals(type.getPackageName())
                        && !to.equals(from)
                        && !(from.endsWith(".engine.Event") && to.endsWith(".engine.Simulation"))) {
                    its.add(to);
                }
            }
        }
    }

    private static String topLevel(JavaClass type) {
        String name = type.getName();
        int nested = name.indexOf('$');
        return nested < 0 ? name : name.substring(0, nested);
    }

    /** For each package the simple names of its largest circle, sorted; packages without a circle are left out. */
    Map<String, List<String>> largest() {
        Map<String, List<String>> result = new TreeMap<>();
        Map<String, Set<String>> reached = new TreeMap<>();
        for (String name : needed.keySet()) {
            reached.put(name, reachedFrom(name));
        }
        for (String name : needed.keySet()) {
            List<String> circle = new ArrayList<>();
            for (String other : reached.get(name)) {
                if (reached.getOrDefault(other, Set.of()).contains(name)) {
                    circle.add(other.substring(other.lastIndexOf('.') + 1));
                }
            }
            List<String> before = result.getOrDefault(packageOf.get(name), List.of());
            if (circle.size() > before.size()) {
                result.put(packageOf.get(name), circle);
            }
        }
        return result;
    }

    private Set<String> reachedFrom(String name) {
        Set<String> reached = new TreeSet<>();
        List<String> open = new ArrayList<>(List.of(name));
        Set<String> seen = new HashSet<>();
        while (!open.isEmpty()) {
            for (String next : needed.getOrDefault(open.remove(open.size() - 1), Set.of())) {
                if (seen.add(next)) {
                    reached.add(next);
                    open.add(next);
                }
            }
        }
        return reached;
    }
}
