package org.bridgeconvoy.scenario.text;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
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
 * Reads YAML 1.2 into {@link Node}s. Works on the parser's events, so that every limit holds before anything is built:
 * size, depth, the values that aliases repeat. Tags, duplicate keys and keys that are not plain values are errors.
 */
public final class YamlReader {

    /** Largest file in bytes. */
    static final int MAX_BYTES = 1 << 20;

    /** Deepest nesting of maps and lists. */
    static final int MAX_DEPTH = 64;

    /** Most values that aliases may repeat. */
    static final int MAX_ALIASED = 10_000;

    /** Ends the reading of a file that has no usable structure. */
    private static final class Unreadable extends Exception {

        private static final long serialVersionUID = 1L;

        private final transient Mark mark;

        Unreadable(Mark mark, String message) {
            super(message, null, false, false);
            this.mark = mark;
        }
    }

    /** An anchored value and how many values it consists of. */
    private record Anchored(Node node, int size) {}

    private final Mark file;
    private final Problems problems;
    private final Map<Anchor, Anchored> anchors = new HashMap<>();
    private int depth;
    private int built;
    private int aliased;

    private YamlReader(Mark file, Problems problems) {
        this.file = file;
        this.problems = problems;
    }

    /** The value of a file's one document; null if it cannot be read, which is then among the problems. */
    public static @Nullable Node read(Mark file, byte[] bytes, Problems problems) {
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

    /** The value of a text's one document; null if it cannot be read, which is then among the problems. */
    public static @Nullable Node read(Mark file, String text, Problems problems) {
        YamlReader reader = new YamlReader(file, problems);
        LoadSettings settings = LoadSettings.builder()
                .setLabel(file.file())
                .setCodePointLimit(2 * MAX_BYTES)
                .build();
        try {
            Iterator<Event> events = new ParserImpl(settings, new StreamReader(settings, text));
            return reader.document(events);
        } catch (Unreadable e) {
            problems.add(e.mark, String.valueOf(e.getMessage()));
        } catch (MarkedYamlEngineException e) {
            problems.add(reader.mark(e.getProblemMark()), message(e));
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
        return "not valid YAML: " + (context == null ? problem : context + ", " + problem);
    }

    /** The line and column after that many code points. */
    private static Mark position(Mark file, String text, int codePoints) {
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
            throw new Unreadable(mark(next), "a second document begins here; a scenario file holds one");
        }
        return node;
    }

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

    private Node fresh(Iterator<Event> events, Event event) throws Unreadable {
        if (event instanceof AliasEvent alias) {
            return alias(alias);
        }
        if (event instanceof ScalarEvent scalar) {
            checkTag(scalar.getTag(), event);
            return new Node.Scalar(scalar.getValue(), scalar.isPlain(), mark(event));
        }
        if (++depth > MAX_DEPTH) {
            throw new Unreadable(mark(event), "nested deeper than " + MAX_DEPTH + " levels");
        }
        Node node;
        if (event instanceof MappingStartEvent map) {
            checkTag(map.getTag(), event);
            node = fields(events, mark(event));
        } else {
            checkTag(((SequenceStartEvent) event).getTag(), event);
            node = items(events, mark(event));
        }
        depth--;
        return node;
    }

    private Node alias(AliasEvent alias) throws Unreadable {
        Anchored anchored = anchors.get(alias.getAlias());
        if (anchored == null) {
            throw new Unreadable(
                    mark(alias),
                    "alias '*" + alias.getAlias() + "' names no value before it (a value cannot contain itself)");
        }
        aliased += anchored.size();
        built += anchored.size() - 1;
        if (aliased > MAX_ALIASED) {
            throw new Unreadable(mark(alias), "aliases repeat more than " + MAX_ALIASED + " values");
        }
        return anchored.node();
    }

    private void checkTag(Optional<String> tag, Event event) {
        if (tag.isPresent()) {
            problems.add(mark(event), "tag " + Texts.shown(tag.get()) + " is not allowed; scenario files have no tags");
        }
    }

    private Node items(Iterator<Event> events, Mark mark) throws Unreadable {
        List<Node> items = new ArrayList<>();
        for (Event event = events.next(); event.getEventId() != Event.ID.SequenceEnd; event = events.next()) {
            items.add(node(events, event));
        }
        return new Node.Items(items, mark);
    }

    private Node fields(Iterator<Event> events, Mark mark) throws Unreadable {
        Map<String, Node.Entry> entries = new LinkedHashMap<>();
        for (Event event = events.next(); event.getEventId() != Event.ID.MappingEnd; event = events.next()) {
            Node key = node(events, event);
            Mark keyMark = mark(event);
            Node value = node(events, events.next());
            if (!(key instanceof Node.Scalar scalar)) {
                problems.add(keyMark, "a key must be a plain word, got " + key.describe());
            } else if (entries.containsKey(scalar.text())) {
                problems.add(
                        keyMark,
                        "key " + Texts.shown(scalar.text()) + " is already at line "
                                + entries.get(scalar.text()).keyMark().line());
            } else {
                entries.put(scalar.text(), new Node.Entry(keyMark, value));
            }
        }
        return new Node.Fields(entries, mark);
    }

    private Mark mark(Event event) {
        return mark(event.getStartMark());
    }

    private Mark mark(Optional<org.snakeyaml.engine.v2.exceptions.Mark> mark) {
        return mark.map(m -> file.at(m.getLine() + 1, m.getColumn() + 1)).orElse(file);
    }
}
