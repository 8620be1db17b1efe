package org.bridgeconvoy.report.html;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bridgeconvoy.report.Language;
import org.bridgeconvoy.result.Activity;
import org.bridgeconvoy.result.MetricFamily;
import org.bridgeconvoy.result.Stage;
import org.jspecify.annotations.Nullable;

/**
 * The words of a page in one language. English is the source: words of scripts and buttons by their keys, the catalogue of metrics, and
 * sentences as templates. A page writes its sentences in English, and {@link #say} puts the translation of the template that a sentence
 * was made from in its place; what no template matches stays English. {@code PageWordsTest} sees to it that every language has every key.
 */
final class PageWords {

    private static final Pattern PLACE = Pattern.compile("\\{(\\d)}");
    private static final List<String> MONTHS =
            List.of("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec");
    private static final Pattern DATE =
            Pattern.compile("(\\d{1,2}) (" + String.join("|", MONTHS) + ")[a-z]*(?: (\\d{4}))?");
    /** What stands between parts of a text, the strongest first. */
    private static final List<String> BETWEEN = List.of(" · ", ". ", "; ", ": ", ", ");

    private static final Pattern PART = Pattern.compile("\\b[A-Z]{3,}\\b");

    /** A number and what belongs to it; a comma between parts ends it. */
    private static final Pattern NUMBER = Pattern.compile("[-+−≥≤]? ?\\d(?:(?!, ).)*");

    /** Numbers with units alone, such as {@code 1 h 55 min} and {@code 4,120 ± 30}. */
    private static final Pattern ONLY_NUMBERS =
            Pattern.compile("[-+−≥≤]? ?[\\d.,:]+(?:[ \u00a0](?:±[ \u00a0][\\d.,]+|h|min|d|t|s|m|[\\d.,]+))*%?");

    private static final Pattern COUNTED = Pattern.compile("([-+−≥≤]?\\d[\\d.,]*) (\\D+)");

    /** Letters and signs beside its places below which a template takes only numbers with units. */
    private static final int FEW_LITERALS = 8;

    /** Letters and signs that a template has beside its places, below which it is of numbers alone. */
    private static final int LEAST_LITERALS = 18;

    /** A sentence with places for arguments. */
    private record Template(Pattern english, String key, int literals, boolean endsInPlace) {

        /** Whether its first argument may be a name; short templates such as {@code {0} h} are of numbers alone. */
        boolean isOfNames() {
            return literals >= LEAST_LITERALS || OF_NAMES.stream().anyMatch(key::startsWith);
        }

        /** Whether it is meant for a text that it matches with this first argument. */
        boolean takes(Matcher match) {
            String first = match.group("p0").strip();
            if (key.startsWith("page.meta-day")) {
                return match.group("p1").strip().matches("\\d{4}-.*");
            }
            return isOfNames()
                    || (literals < FEW_LITERALS ? ONLY_NUMBERS : NUMBER)
                            .matcher(first)
                            .matches();
        }
    }

    /** Beginnings of the keys of short templates whose first argument is a name. */
    private static final List<String> OF_NAMES = List.of(
            "compare.",
            "page.h-",
            "metric.",
            "chartwords.servers",
            "limits.name-",
            "answer.yes",
            "answer.no",
            "answer.cannot",
            "answer.about",
            "study.");

    private final Language language;
    private final Map<String, String> english = catalogue();
    private final Map<String, String> texts = new HashMap<>();
    /** Key of each English text without places. */
    private final Map<String, String> exact = new HashMap<>();

    private final List<Template> templates = new ArrayList<>();

    /** The words of a language. */
    PageWords(Language language) {
        this.language = language;
        english.putAll(file(Language.ENGLISH));
        texts.putAll(english);
        if (language != Language.ENGLISH) {
            texts.putAll(file(language));
            english.forEach(this::index);
            templates.sort(Comparator.comparingInt(Template::literals).reversed());
        }
    }

    /** The texts of a file of properties. */
    static Map<String, String> file(Language language) {
        Properties properties = new Properties();
        try {
            properties.load(new StringReader(Resources.text("words_" + language.code() + ".properties")));
        } catch (IOException e) {
            throw new IllegalStateException("the words of " + language + " cannot be read", e);
        }
        Map<String, String> texts = new TreeMap<>();
        properties.stringPropertyNames().forEach(key -> texts.put(key, properties.getProperty(key)));
        return texts;
    }

    /** The English words that the catalogues of metrics, stages and activities hold, by the keys of their translations. */
    static Map<String, String> catalogue() {
        Map<String, String> words = new TreeMap<>();
        for (MetricFamily family : MetricFamily.values()) {
            words.put("metric." + family.pattern() + ".text", parts(family.text()));
            words.put("metric." + family.pattern() + ".definition", family.definition());
        }
        for (Stage stage : Stage.values()) {
            words.put("stage." + stage.label(), stage.text());
        }
        for (Activity activity : Activity.values()) {
            words.put("activity." + activity.name().toLowerCase(Locale.ROOT), activity.text());
        }
        return words;
    }

    /** Words in capitals, which stand for a cargo or a stage, as places: {@code tonnes delivered a day of {0}}. */
    private static String parts(String text) {
        Matcher part = PART.matcher(text);
        StringBuilder out = new StringBuilder();
        for (int k = 0; part.find(); k++) {
            part.appendReplacement(out, "{" + k + "}");
        }
        return part.appendTail(out).toString();
    }

    private void index(String key, String padded) {
        String text = padded.strip();
        if (key.startsWith("chart.") || key.startsWith("replay.") || key.startsWith("date.")) {
            return;
        }
        Matcher place = PLACE.matcher(text);
        StringBuilder pattern = new StringBuilder();
        int from = 0;
        int literals = 0;
        while (place.find()) {
            pattern.append(Pattern.quote(text.substring(from, place.start())))
                    .append("(?<p")
                    .append(place.group(1))
                    .append(">(?:(?![.;·] ).)+?)");
            literals += place.start() - from;
            from = place.end();
        }
        if (from == 0) {
            exact.putIfAbsent(text, key);
        } else {
            pattern.append(Pattern.quote(text.substring(from)));
            templates.add(new Template(
                    Pattern.compile(pattern.toString()), key, literals + text.length() - from, from == text.length()));
        }
    }

    /** The language as HTML writes it. */
    String code() {
        return language.code();
    }

    /**
     * The words of a key, with arguments in place of {@code {0}}, {@code {1}} …
     *
     * @throws IllegalArgumentException if there is no such key
     */
    String text(String key, String... arguments) {
        String pattern = texts.get(key);
        if (pattern == null) {
            throw new IllegalArgumentException("no words for '" + key + "'");
        }
        Matcher place = PLACE.matcher(pattern);
        return place.replaceAll(m -> Matcher.quoteReplacement(arguments[Integer.parseInt(m.group(1))]));
    }

    /** An English text in the page's language: as a whole, by a template, or sentence by sentence; else as it is. */
    String say(String text) {
        if (language == Language.ENGLISH || text.isBlank()) {
            return text;
        }
        String core = text.strip();
        int at = text.indexOf(core);
        return text.substring(0, at) + translated(core) + text.substring(at + core.length());
    }

    private String translated(String core) {
        String whole = wholeOrSmall(core);
        return whole == null ? inParts(core) : whole;
    }

    /** The translation of a text that is known as a whole or begins with a capital where the known one does not; null for none. */
    private @Nullable String wholeOrSmall(String core) {
        String whole = whole(core);
        return whole == null && !core.isEmpty() && Character.isUpperCase(core.charAt(0))
                ? whole(Character.toLowerCase(core.charAt(0)) + core.substring(1))
                : whole;
    }

    /** The translation of a text by its words, as a date or by a template, with or without the mark at its end; null for none. */
    private @Nullable String whole(String core) {
        boolean isMarked = core.length() > 1 && ".:;,".indexOf(core.charAt(core.length() - 1)) >= 0;
        String bare = isMarked ? core.substring(0, core.length() - 1) : core;
        String mark = core.substring(bare.length());
        for (String text : isMarked ? List.of(core, bare) : List.of(core)) {
            String key = exact.get(text);
            if (key != null) {
                return text(key).strip() + core.substring(text.length());
            }
        }
        Matcher date = DATE.matcher(core);
        if (date.matches()) {
            String month = Integer.toString(MONTHS.indexOf(date.group(2)) + 1);
            return date.group(3) == null
                    ? text("date.day", date.group(1), month)
                    : text("date.year", date.group(1), month, date.group(3));
        }
        for (Template template : templates) {
            // A place at the end takes no mark.
            String whole = isMarked && template.endsInPlace() ? null : said(template, core);
            if (whole == null && isMarked) {
                String before = said(template, bare);
                whole = before == null ? null : before + mark;
            }
            if (whole != null) {
                return whole;
            }
        }
        return null;
    }

    /** The words of a template for a text that it was made for; null for another text. */
    private @Nullable String said(Template template, String core) {
        Matcher match = template.english().matcher(core);
        if (!match.matches() || !template.takes(match)) {
            return null;
        }
        String said = texts.getOrDefault(template.key(), "");
        String[] arguments = new String[10];
        for (int k = 0; k < arguments.length; k++) {
            if (said.contains("{" + k + "}")) {
                arguments[k] = translated(match.group("p" + k).strip());
            }
        }
        return text(template.key(), arguments).strip();
    }

    /** The parts of a text between its strongest separators, each translated for itself. */
    private String inParts(String core) {
        for (String between : BETWEEN) {
            int at = core.indexOf(between);
            if (at > 0) {
                // A sentence keeps its full stop.
                int end = between.equals(". ") ? at + 1 : at;
                return translated(core.substring(0, end).strip())
                        + core.substring(end, at + between.length())
                        + translated(core.substring(at + between.length()).strip());
            }
        }
        return counted(core);
    }

    /** A number and known words, the words first: {@code 2,470 tonnes delivered a day}. */
    private String counted(String core) {
        Matcher counted = COUNTED.matcher(core);
        String words = counted.matches() ? whole(counted.group(2)) : null;
        return words == null ? core : words + " " + counted.group(1);
    }

    /** The words for the scripts of the page as JSON: keys that begin with {@code chart.} or {@code replay.}. */
    String json() {
        StringWriter out = new StringWriter();
        try (JsonGenerator json = new JsonFactory().createGenerator(out)) {
            json.writeStartObject();
            for (String key : english.keySet()) {
                if (key.startsWith("chart.") || key.startsWith("replay.")) {
                    json.writeStringField(key, texts.getOrDefault(key, ""));
                }
            }
            json.writeEndObject();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        return out.toString();
    }
}
