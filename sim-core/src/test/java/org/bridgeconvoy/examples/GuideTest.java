package org.bridgeconvoy.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Code and output in the guide are those of the examples, line by line. A block is marked by a comment before it: {@code code:
 * File#tag} takes the lines between {@code // tag: tag} and {@code // end: tag} of an example, or {@code #} of a program for another
 * tool, {@code output: name} a stored
 * output. {@code -Dexamples.store=true} writes the blocks anew.
 */
class GuideTest {
    private static final Path ROOT = Path.of("..");
    private static final Pattern BLOCK =
            Pattern.compile("(?s)<!-- (code|output): (\\S+) -->\n```(?:java|python|kotlin|text)\n(.*?)```\n");

    static Stream<Path> pages() throws IOException {
        List<Path> pages = new ArrayList<>(List.of(ROOT.resolve("README.md")));
        for (String folder : List.of("guide", "course", "coming-from")) {
            try (Stream<Path> files = Files.list(ROOT.resolve("docs").resolve(folder))) {
                files.filter(page -> page.toString().endsWith(".md")).sorted().forEach(pages::add);
            }
        }
        return pages.stream();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("pages")
    void code_and_output_on_a_page_are_those_of_the_examples(Path page) throws IOException {
        String text = Files.readString(page);
        Matcher block = BLOCK.matcher(text);
        StringBuilder current = new StringBuilder();
        while (block.find()) {
            boolean code = block.group(1).equals("code");
            String content = code ? ExampleText.code(block.group(2)) : ExampleText.output(block.group(2));
            String language = code ? language(block.group(2)) : "text";
            String fresh = "<!-- " + block.group(1) + ": " + block.group(2) + " -->\n```" + language + "\n" + content
                    + "```\n";
            block.appendReplacement(current, Matcher.quoteReplacement(fresh));
        }
        block.appendTail(current);
        if (System.getProperty("examples.store") != null) {
            Files.writeString(page, current);
            text = current.toString();
        }
        assertThat(text).isEqualTo(current.toString());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("pages")
    void code_on_a_page_is_marked(Path page) throws IOException {
        String rest = BLOCK.matcher(Files.readString(page)).replaceAll("");
        assertThat(rest).doesNotContain("```java").doesNotContain("```python").doesNotContain("```kotlin");
    }

    private static String language(String reference) {
        return reference.contains(".py#") ? "python" : reference.contains(".kt#") ? "kotlin" : "java";
    }

    @Test
    void a_bridge_of_ones_own_takes_no_more_than_40_lines_and_a_queue_no_more_than_16() throws IOException {
        assertThat(ExampleText.code("BridgeOfYourOwn#bridge").lines()).hasSizeLessThanOrEqualTo(40);
        assertThat(ExampleText.code("MultiServerQueue#queue").lines()).hasSizeLessThanOrEqualTo(16);
    }
}
