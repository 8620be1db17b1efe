package org.bridgeconvoy.live;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * One self-contained HTML file that runs a scenario in the reader's browser. A content security policy lets it run its own script and nothing
 * else; no text of a scenario becomes markup.
 *
 * @param title name of the scenario
 * @param question what it asks
 * @param yaml its text, which names no other file
 * @param about its answers and metrics as {@link About} tells them
 * @param first its first answer as {@link FirstAnswer} tells it
 * @param seed seed of the random numbers
 * @param knobs its sliders
 * @param version of the program, for the foot of the page
 */
public record LivePage(
        String title,
        String question,
        String yaml,
        String about,
        String first,
        long seed,
        List<Knob> knobs,
        String version) {

    /** The parts of the page's one script, which is also that of its workers; the last one begins the work. */
    private static final List<String> SCRIPTS =
            List.of("unpack.js", "convoy.mjs", "pool.js", "words.js", "picture.js", "knobs.js", "live.js");

    /** Characters of an element of the module. */
    private static final int PART = 64_000;

    /** A browser decodes a page of this size several times faster if all of it is ASCII. */
    private static final Pattern NOT_ASCII = Pattern.compile("[^\\x00-\\x7F]");

    private static final Pattern SLOT = Pattern.compile("\\{\\{([a-z-]+)}}");

    /** Copies the sliders. */
    public LivePage {
        knobs = List.copyOf(knobs);
    }

    /**
     * The page.
     *
     * @param module the compiled model, packed as {@link WebModule} gives it
     */
    public String html(byte[] module) {
        String style = text("live.css");
        String script = SCRIPTS.stream()
                .map(LivePage::text)
                .collect(Collectors.joining())
                .replace("export async function load", "async function load");
        Map<String, String> slots = Map.of(
                "notice", text("notice.txt"),
                "script-hash", hash(script),
                "style-hash", hash(style),
                "title", escaped(title),
                "question", escaped(question.isBlank() ? title : question),
                "style", style,
                "version", escaped(version),
                "data", data(),
                "wasm", packed(module),
                "script", script);
        return SLOT.matcher(text("live.html"))
                .replaceAll(slot -> Matcher.quoteReplacement(slots.getOrDefault(slot.group(1), "")));
    }

    /** The page's data as JSON in ASCII, without the character that would end its element. */
    private String data() {
        StringWriter out = new StringWriter();
        try (JsonGenerator json = new JsonMapper().createGenerator(out)) {
            json.writeStartObject();
            json.writeStringField("yaml", yaml);
            json.writeFieldName("about");
            json.writeRawValue(about);
            json.writeFieldName("first");
            json.writeRawValue(first);
            json.writeStringField("seed", Long.toString(seed));
            json.writeArrayFieldStart("knobs");
            for (Knob knob : knobs) {
                json.writeStartObject();
                json.writeStringField("label", knob.label());
                json.writeStringField("help", knob.help());
                json.writeNumberField("base", knob.base());
                json.writeArrayFieldStart("spots");
                for (Knob.Spot spot : knob.spots()) {
                    json.writeStartObject();
                    json.writeStringField("label", spot.label());
                    json.writeArrayFieldStart("sets");
                    for (String set : spot.sets()) {
                        json.writeString(set);
                    }
                    json.writeEndArray();
                    json.writeEndObject();
                }
                json.writeEndArray();
                json.writeEndObject();
            }
            json.writeEndArray();
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return NOT_ASCII
                .matcher(out.toString().replace("<", "\\u003c"))
                .replaceAll(found -> Matcher.quoteReplacement(
                        found.group().chars().mapToObj("\\u%04x"::formatted).collect(Collectors.joining())));
    }

    /** The module in elements of some size: a browser reads one whole before it does anything else. */
    private static String packed(byte[] module) {
        return Base64.getEncoder()
                .encodeToString(module)
                .replaceAll(
                        "(.{" + PART + "})(?=.)",
                        "$1</script>\n<script type=\"application/octet-stream\" class=\"wasm\">");
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .codePoints()
                .mapToObj(c -> c < 128 ? Character.toString(c) : "&#" + c + ";")
                .collect(Collectors.joining());
    }

    private static String hash(String text) {
        try {
            byte[] sum = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return "sha256-" + Base64.getEncoder().encodeToString(sum);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JVM has SHA-256", e);
        }
    }

    private static String text(String name) {
        try (InputStream in = LivePage.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("the resource " + name + " is missing from the jar");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
