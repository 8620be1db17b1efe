package org.bridgeconvoy.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** An object of a public class with state says what it is in a message or a debugger, not only its class and a number. */
class TextsTest {
    private static final Path SOURCES = Path.of("src", "main", "java");
    private static final Pattern EXPORT = Pattern.compile("exports ([a-z.]+);");

    @Test
    void every_public_class_with_state_has_a_text() throws IOException, ClassNotFoundException {
        List<Class<?>> classes = publicClassesWithState();
        assertThat(classes).hasSizeGreaterThan(60);
        assertThat(classes).filteredOn(TextsTest::hasOnlyThatOfObject).isEmpty();
    }

    private static boolean hasOnlyThatOfObject(Class<?> type) {
        try {
            return type.getMethod("toString").getDeclaringClass() == Object.class;
        } catch (NoSuchMethodException impossible) {
            throw new AssertionError(impossible);
        }
    }

    private static List<Class<?>> publicClassesWithState() throws IOException, ClassNotFoundException {
        List<Class<?>> found = new ArrayList<>();
        List<String> exported = EXPORT.matcher(Files.readString(SOURCES.resolve("module-info.java")))
                .results()
                .map((MatchResult match) -> match.group(1))
                .toList();
        for (String name : exported) {
            try (Stream<Path> files = Files.list(SOURCES.resolve(name.replace('.', '/')))) {
                for (Path file : (Iterable<Path>) files::iterator) {
                    String simple = file.getFileName().toString();
                    if (simple.endsWith(".java") && !simple.equals("package-info.java")) {
                        add(Class.forName(name + "." + simple.substring(0, simple.length() - 5)), found);
                    }
                }
            }
        }
        return found;
    }

    private static void add(Class<?> type, List<Class<?>> found) {
        if (!Modifier.isPublic(type.getModifiers())) {
            return;
        }
        // An abstract class, an enum and an exception have a text of the JDK's or of those who extend them.
        if (!Modifier.isAbstract(type.getModifiers())
                && !type.isEnum()
                && !Throwable.class.isAssignableFrom(type)
                && hasState(type)) {
            found.add(type);
        }
        for (Class<?> nested : type.getDeclaredClasses()) {
            add(nested, found);
        }
    }

    private static boolean hasState(Class<?> type) {
        for (Class<?> at = type; at != null; at = at.getSuperclass()) {
            for (Field field : at.getDeclaredFields()) {
                if (!Modifier.isStatic(field.getModifiers())) {
                    return true;
                }
            }
        }
        return false;
    }
}
