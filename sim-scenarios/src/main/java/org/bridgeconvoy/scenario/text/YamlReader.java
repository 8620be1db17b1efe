package org.bridgeconvoy.scenario.text;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.common.Anchor;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.DocumentStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.MappingStartEvent;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.events.SequenceStartEvent;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.ReaderException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.parser.ParserImpl;
import org.snakeyaml.engine.v2.scanner.StreamReader;

/**
 * Reads one YAML 1.2 document into {@link Node}s. It works on the parser's events, so that the limits on size, depth
 * and repeated aliases hold before a value is built. Tags, duplicate keys and keys that are not single values are
 * errors.
 */
public final class YamlReader {

    /** Size of the largest scenario file in bytes: 1 MiB. */
    static final int MAX_BYTES = 1 << 20;

    /** Deepest nesting of maps and lists. */
    static final int MAX_DEPTH = 64;

    /**
     * Most values that all aliases together may repeat. The limit stops a short file whose aliases multiply each other
     * ("billion laughs").
     */
    static final int MAX_ALIASED = 10_000;

    /** What the parser finds behind {@code >} in a comparison: an equals sign or a number. */
    private static final Pattern COMPARED = Pattern.compile("found [=0-9.+-]");

    /** Stops reading: the file has no structure from which reading could go on. */
    private static final class Unreadable extends Exception {

        private static final long serialVersionUID = 1L;

        private final transient Position position;

        Unreadable(Position position, String message) {
            super(message, null, false, false);
            this.position = position;
        }
    }

    /** A value that aliases may repeat, and the number of values in it. */
    private record Anchored(Node node, int size) {}

    private final Position file;
    private final Problems problems;
    /**
     * Values with an anchor that the reader has completed. A value is absent while it is being built, so an alias
     * cannot make it contain itself.
     */
    private final Map<Anchor, Anchored> anchors = new HashMap<>();

    private int depth;
    /** Number of values built so far, those that aliases repeat included. */
    private int built;
    /** Number of values that aliases have repeated so far. */
    private int aliased;

    private YamlReader(Position file, Problems problems) {
        this.file = file;
        this.problems = problems;
    }

    /**
     * Reads the document of a file. Returns null, with a problem added, if the file is too large, is not UTF-8 or is
     * not YAML.
     *
     * @param file position of the whole file
     */
    public static @Nullable Node read(Position file, byte[] bytes, Problems problems) {
        if (bytes.length > MAX_BYTES) {
            problems.add(file, "the file has more than " + MAX_BYTES + " bytes (1 MB), which is the limit");
            return null;
        }
        try {
            return read(file, FileText.decode(bytes), problems);
        } catch (FileText.NotUtf8 e) {
            problems.add(e.in(file), e.text());
            return null;
        }
    }

    /**
     * Reads the document of a text. Returns null, with a problem added, if it is not YAML.
     *
     * @param file position of the whole file
     */
    public static @Nullable Node read(Position file, String text, Problems problems) {
        YamlReader reader = new YamlReader(file, problems);
        LoadSettings settings = LoadSettings.builder()
                .setLabel(file.file())
                .setCodePointLimit(2 * MAX_BYTES)
                .build();
        try {
            Iterator<Event> events = new ParserImpl(settings, new StreamReader(settings, text));
            return reader.document(events);
        } catch (Unreadable e) {
            problems.add(e.position, String.valueOf(e.getMessage()));
        } catch (MarkedYamlEngineException e) {
            problems.add(reader.position(e.getProblemMark()), message(e));
        } catch (ReaderException e) {
            problems.add(
                    position(file, text, e.getPosition()),
                    String.format("character U+%04X is not allowed in YAML", e.getCodePoint()));
        } catch (YamlEngineException | NoSuchElementException | IndexOutOfBoundsException e) {
            problems.add(file, "not valid YAML: " + Texts.shown(String.valueOf(e.getMessage())));
        }
        return null;
    }

    private static String message(MarkedYamlEngineException e) {
        String context = e.getContext();
        String problem = String.valueOf(e.getProblem());
        String help = isSign(problem, context) ? "; a value that begins with > or < needs quotes: \">= 100\"" : "";
        return "not valid YAML: " + (context == null ? problem : context + ", " + problem) + help;
    }

    /** Whether the parser took a comparison such as {@code >= 100} or {@code > 100} for its own sign of folded text. */
    private static boolean isSign(String problem, @Nullable String context) {
        return problem.contains("found character '>'")
                || (COMPARED.matcher(problem).find() && String.valueOf(context).contains("block scalar"));
    }

    /** The line and column behind the first {@code codePoints} code points of a text. */
    private static Position position(Position file, String text, int codePoints) {
        int end = text.offsetByCodePoints(0, Math.min(codePoints, text.codePointCount(0, text.length())));
        int line = 1;
        int lineStart = 0;
        for (int i = 0; i < end; i++) {
            if (text.charAt(i) == '\n') {
                line++;
                lineStart = i + 1;
            }
        }
        return file.at(line, text.codePointCount(lineStart, end) + 1);
    }

    /** The value of the only document; an empty file and a second document are errors. */
    private Node document(Iterator<Event> events) throws Unreadable {
        events.next(); // the stream's start
        Event first = events.next();
        if (!(first instanceof DocumentStartEvent)) {
            throw new Unreadable(file.at(1, 1), "the file is empty");
        }
        Node node = node(events, events.next());
        events.next(); // the document's end
        Event next = events.next();
        if (next instanceof DocumentStartEvent) {
            throw new Unreadable(position(next), "a second document begins here; a scenario file holds one");
        }
        return node;
    }

    /** Builds the value that begins with {@code event} and remembers it if it has an anchor. */
    private Node node(Iterator<Event> events, Event event) throws Unreadable {
        int before = built;
        built++;
        Node node = fresh(events, event);
        Optional<Anchor> anchor = ((NodeEvent) event).getAnchor();
        if (anchor.isPresent() && !(event instanceof AliasEvent)) {
            anchors.put(anchor.get(), new Anchored(node, built - before));
        }
        return node;
    }

    /** Builds the value that begins with {@code event}. */
    private Node fresh(Iterator<Event> events, Event event) throws Unreadable {
        if (event instanceof AliasEvent alias) {
            return alias(alias);
        }
        if (event instanceof ScalarEvent scalar) {
            checkTag(scalar.getTag(), event);
            return new Node.Scalar(scalar.getValue(), scalar.isPlain(), position(event));
        }
        if (++depth > MAX_DEPTH) {
            throw new Unreadable(position(event), "nested deeper than " + MAX_DEPTH + " levels");
        }
        Node node;
        if (event instanceof MappingStartEvent map) {
            checkTag(map.getTag(), event);
            node = fields(events, position(event));
        } else {
            checkTag(((SequenceStartEvent) event).getTag(), event);
            node = items(events, position(event));
        }
        depth--;
        return node;
    }

    /** The value that an alias repeats, once it is counted against {@link #MAX_ALIASED}. */
    private Node alias(AliasEvent alias) throws Unreadable {
        Anchored anchored = anchors.get(alias.getAlias());
        if (anchored == null) {
            throw new Unreadable(
                    position(alias),
                    "alias '*" + alias.getAlias() + "' names no value before it (a value cannot contain itself)");
        }
        aliased += anchored.size();
        built += anchored.size() - 1;
        if (aliased > MAX_ALIASED) {
            throw new Unreadable(position(alias), "aliases repeat more than " + MAX_ALIASED + " values");
        }
        return anchored.node();
    }

    private void checkTag(Optional<String> tag, Event event) {
        if (tag.isPresent()) {
            problems.add(
                    position(event), "tag " + Texts.shown(tag.get()) + " is not allowed; scenario files have no tags");
        }
    }

    private Node items(Iterator<Event> events, Position position) throws Unreadable {
        List<Node> items = new ArrayList<>();
        for (Event event = events.next(); event.getEventId() != Event.ID.SequenceEnd; event = events.next()) {
            items.add(node(events, event));
        }
        return new Node.Items(items, position);
    }

    /** Builds a map. Of two equal keys the first stays and the second is a problem. */
    private Node fields(Iterator<Event> events, Position position) throws Unreadable {
        Map<String, Node.Entry> entries = new LinkedHashMap<>();
        for (Event event = events.next(); event.getEventId() != Event.ID.MappingEnd; event = events.next()) {
            Node key = node(events, event);
            Position keyPosition = position(event);
            Node value = node(events, events.next());
            if (!(key instanceof Node.Scalar scalar)) {
                problems.add(keyPosition, "a key must be a plain word, got " + key.describe());
            } else if (entries.containsKey(scalar.text())) {
                problems.add(
                        keyPosition,
                        "key " + Texts.shown(scalar.text()) + " is already at line "
                                + entries.get(scalar.text()).keyPosition().line());
            } else {
                entries.put(scalar.text(), new Node.Entry(keyPosition, value));
            }
        }
        return new Node.Fields(entries, position);
    }

    private Position position(Event event) {
        return position(event.getStartMark());
    }

    private Position position(Optional<org.snakeyaml.engine.v2.exceptions.Mark> position) {
        return position.map(m -> file.at(m.getLine() + 1, m.getColumn() + 1)).orElse(file);
    }
}
