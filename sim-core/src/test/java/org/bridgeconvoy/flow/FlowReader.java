package org.bridgeconvoy.flow;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.bridgeconvoy.flow.FlowProgram.Act;
import org.bridgeconvoy.flow.FlowProgram.Branch;
import org.bridgeconvoy.flow.FlowProgram.Chance;
import org.bridgeconvoy.flow.FlowProgram.Change;
import org.bridgeconvoy.flow.FlowProgram.Choice;
import org.bridgeconvoy.flow.FlowProgram.Choose;
import org.bridgeconvoy.flow.FlowProgram.Condition;
import org.bridgeconvoy.flow.FlowProgram.Deed;
import org.bridgeconvoy.flow.FlowProgram.Delay;
import org.bridgeconvoy.flow.FlowProgram.Do;
import org.bridgeconvoy.flow.FlowProgram.Failing;
import org.bridgeconvoy.flow.FlowProgram.Filter;
import org.bridgeconvoy.flow.FlowProgram.GoBack;
import org.bridgeconvoy.flow.FlowProgram.Interrupt;
import org.bridgeconvoy.flow.FlowProgram.Join;
import org.bridgeconvoy.flow.FlowProgram.Keep;
import org.bridgeconvoy.flow.FlowProgram.Launch;
import org.bridgeconvoy.flow.FlowProgram.Leave;
import org.bridgeconvoy.flow.FlowProgram.Mark;
import org.bridgeconvoy.flow.FlowProgram.Means;
import org.bridgeconvoy.flow.FlowProgram.Own;
import org.bridgeconvoy.flow.FlowProgram.OwnStep;
import org.bridgeconvoy.flow.FlowProgram.Parallel;
import org.bridgeconvoy.flow.FlowProgram.Part;
import org.bridgeconvoy.flow.FlowProgram.Pass;
import org.bridgeconvoy.flow.FlowProgram.PassAll;
import org.bridgeconvoy.flow.FlowProgram.PassAny;
import org.bridgeconvoy.flow.FlowProgram.Priority;
import org.bridgeconvoy.flow.FlowProgram.Put;
import org.bridgeconvoy.flow.FlowProgram.PutItem;
import org.bridgeconvoy.flow.FlowProgram.ReleaseAll;
import org.bridgeconvoy.flow.FlowProgram.Seize;
import org.bridgeconvoy.flow.FlowProgram.Size;
import org.bridgeconvoy.flow.FlowProgram.Split;
import org.bridgeconvoy.flow.FlowProgram.Take;
import org.bridgeconvoy.flow.FlowProgram.TakeItem;
import org.bridgeconvoy.flow.FlowProgram.Until;
import org.bridgeconvoy.flow.FlowProgram.Use;
import org.bridgeconvoy.flow.FlowProgram.While;
import org.bridgeconvoy.flow.FlowProgram.Within;
import org.bridgeconvoy.flow.FlowProgram.Word;

/** Turns bytes into a {@link FlowProgram}. Bytes that are missing are 0, which ends every part. No program can fail or run for ever. */
final class FlowReader {
    private static final int DEEPEST = 4;
    private static final int MOST_WORDS = 60;
    private static final Part NOTHING = new Part(List.of());

    /** Codes from here on stand for words that came later, so that old inputs of the fuzzer keep their meaning. */
    private static final int LATER = 160;

    private static final int OLD_WORDS = 20;

    /** All resources, as bits. */
    private static final int ALL = (1 << FlowProgram.RESOURCES) - 1;

    private final ByteBuffer input;
    private final List<Means> means = new ArrayList<>();
    private int marks;
    private int words;
    private int numbers;

    /** Resources, as bits, of which units are kept, or are given up when they are interrupted; never both. */
    private int kept;

    private int givenUp;

    private FlowReader(byte[] input) {
        this.input = ByteBuffer.wrap(input);
    }

    static FlowProgram read(byte[] input) {
        return new FlowReader(input).program();
    }

    private int next() {
        return input.hasRemaining() ? input.get() & 0xff : 0;
    }

    private FlowProgram program() {
        int[] kinds = {next(), next(), next()};
        List<Launch> launches = new ArrayList<>();
        int entities = next();
        for (int i = 0; i <= entities % 8; i++) {
            launches.add(new Launch(next() % 16, i + 1));
        }
        List<Change> changes = new ArrayList<>();
        int count = next() % 6;
        for (int i = 0; i < count; i++) {
            changes.add(new Change(next() % 64, deed(next(), next())));
        }
        for (int kind : kinds) {
            means.add(means(kind));
        }
        List<Integer> gaps = numbers(entities / 8 % 8 == 7 ? 3 : 0, 16);
        return new FlowProgram(part(0, 0), entities >= 192, launches, gaps, changes, List.copyOf(means));
    }

    private Means means(int kind) {
        List<Size> sizes = new ArrayList<>();
        sizes.add(new Size(0, 1 + kind % 3));
        int changes = kind / 3 % 4 == 3 ? 2 : 0;
        long time = 0;
        for (int i = 0; i < changes; i++) {
            time += 1 + next() % 16;
            sizes.add(new Size(time, next() % 4));
        }
        Failing failing = switch (kind / 12 % 4) {
            case 2 -> Failing.BY_TIME;
            case 3 -> Failing.BY_USE;
            default -> Failing.NEVER;
        };
        return failing == Failing.NEVER
                ? new Means(sizes, failing, List.of(), 0)
                : new Means(sizes, failing, numbers(3, 16), next() % 8);
    }

    private List<Integer> numbers(int count, int below) {
        List<Integer> numbers = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            numbers.add(next() % below);
        }
        return numbers;
    }

    private Part part(int depth, int holds) {
        List<Word> part = new ArrayList<>();
        part.add(new Mark(marks++));
        for (int code = next(); code != 0 && words < MOST_WORDS; code = next()) {
            words++;
            part.add(code < LATER ? word(code % OLD_WORDS, depth, holds) : laterWord(code % 16, depth, holds));
            part.add(new Mark(marks++));
        }
        return new Part(List.copyOf(part));
    }

    private Part deeper(int depth, int holds) {
        return depth == DEEPEST ? new Part(List.of(new Mark(marks++))) : part(depth + 1, holds);
    }

    private List<Part> ways(int count, int depth, int holds) {
        List<Part> ways = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            ways.add(deeper(depth, holds));
        }
        return ways;
    }

    private <T> T oneOf(T[] all) {
        return all[next() % all.length];
    }

    private Deed deed(int what, int amount) {
        int kinds = FlowProgram.RESOURCES + FlowProgram.GATES;
        int which = what % kinds;
        if (what < LATER) {
            return which < FlowProgram.RESOURCES
                    ? new Deed(Act.RESIZE, which, amount % 4)
                    : new Deed(Act.TURN, which - FlowProgram.RESOURCES, amount % 4);
        }
        return switch (which) {
            case 0, 1 -> new Deed(Act.FAIL, amount % FlowProgram.RESOURCES, 0);
            case 2 -> new Deed(Act.REPAIR, amount % FlowProgram.RESOURCES, 0);
            case 3 -> new Deed(Act.OFFER, amount % FlowProgram.STORES, amount / 2 % 6);
            default ->
                amount < 128
                        ? new Deed(Act.RELAUNCH, 0, amount)
                        : new Deed(Act.LEAVE, amount % FlowProgram.RESOURCES, amount / 4);
        };
    }

    private Condition condition() {
        return oneOf(Condition.values());
    }

    private Word word(int code, int depth, int holds) {
        return switch (code) {
            case 0, 1 -> new Delay(next() % 16, 0, false);
            case 2, 3 -> use(depth, holds);
            case 4 -> keep(plainSeize(next() % FlowProgram.RESOURCES));
            // Of an entity within a use a release of all takes what the end of the use releases.
            case 5 -> holds != 0 ? new Delay(1, 0, false) : new ReleaseAll();
            case 6 -> new Pass(next() % FlowProgram.GATES);
            case 7 -> new Do(new Deed(Act.TURN, next() % FlowProgram.GATES, next() % 2));
            case 8 -> new Join(next() % FlowProgram.BATCHES);
            case 9 -> new Take(next() % (FlowProgram.LEVEL + 1));
            case 10 -> new Put(next() % (FlowProgram.LEVEL + 1));
            case 11 -> new Branch(condition(), deeper(depth, holds), deeper(depth, holds));
            case 12 -> new Choose(ways(1 + next() % 3, depth, holds));
            case 13 -> new While(deeper(depth, holds));
            case 14 -> new Until(deeper(depth, holds));
            case 15 -> new GoBack();
            case 16 -> new Leave(condition());
            case 17 -> new Parallel(ways(1 + next() % 3, depth, 0), false);
            case 18 -> new Parallel(ways(1 + next() % 3, depth, 0), true);
            default -> split(depth);
        };
    }

    private Word laterWord(int code, int depth, int holds) {
        return switch (code) {
            case 0 -> keep(seize(depth, holds, true));
            case 1, 2 -> new TakeItem(next() % FlowProgram.STORES, oneOf(Filter.values()));
            case 3 -> new PutItem(next() % FlowProgram.STORES, next() % 6);
            case 4, 5, 6 -> new Do(deed(next(), next()));
            case 7, 8 -> ownStep();
            case 9 -> new Within(deeper(depth, holds));
            case 10 -> new Chance(ways(FlowProgram.PROBABILITIES.length, depth, holds));
            case 11, 12, 13 -> new Delay(next() % 16, next() % 8, code == 13);
            default -> use(depth, holds);
        };
    }

    private Word split(int depth) {
        int how = next();
        if ((how & 2) != 0) {
            return (how & 1) != 0 ? new PassAll() : new PassAny();
        }
        return new Split(how / 4 % 3, deeper(depth, 0), (how & 1) != 0);
    }

    private Seize plainSeize(int resource) {
        return new Seize(
                numbers++,
                Choice.NAMED,
                resource,
                1,
                new Priority(0),
                false,
                false,
                -1,
                NOTHING,
                -1,
                NOTHING,
                Interrupt.NOTHING_SAID,
                NOTHING);
    }

    private static int bits(Seize seize) {
        return seize.choice() == Choice.NAMED ? 1 << seize.resource() : ALL;
    }

    private Word use(int depth, int holds) {
        Seize seize = seize(depth, holds, false);
        return new Use(seize, deeper(depth, holds | bits(seize)));
    }

    private Word keep(Seize seize) {
        if ((bits(seize) & givenUp) != 0) {
            return new Delay(1, 0, false);
        }
        kept |= bits(seize);
        return new Keep(seize);
    }

    private Word ownStep() {
        Own own = oneOf(Own.values());
        int which = next();
        int time = next() % 16;
        if (own == Own.JOCKEY || own == Own.RENEGE) {
            if (givenUp != 0) {
                return new Delay(time, 0, false);
            }
            kept = ALL;
        }
        return new OwnStep(own, which, time);
    }

    /** What a seize says of interrupted work: it is given up only where no other seize has units of the resource. */
    private Interrupt interrupt(int bits, Choice choice, int resource, boolean keeps, int holds) {
        Interrupt interrupt = Interrupt.values()[bits % Interrupt.values().length];
        int these = choice == Choice.NAMED ? 1 << resource : ALL;
        if (interrupt != Interrupt.GO) {
            return interrupt;
        }
        if (keeps || ((holds | kept) & these) != 0) {
            return Interrupt.RESUME;
        }
        givenUp |= these;
        return interrupt;
    }

    private Seize seize(int depth, int holds, boolean keeps) {
        int how = next();
        int resource = how % FlowProgram.RESOURCES;
        int more = (how & 128) == 0 ? 0 : next();
        Choice choice = (more & 32) == 0 ? Choice.NAMED : (more & 64) == 0 ? Choice.BY_WAY : Choice.SHORTEST;
        int most = choice == Choice.NAMED ? means.get(resource).greatest() : 1;
        int units = (how & 32) == 0 ? 1 : Math.min(2, most);
        Priority priority = new Priority((how & 64) != 0 ? -1 : (more & 16) != 0 ? 1 : 0);
        boolean own = (more & 128) != 0;
        boolean preempts = (more & 8) != 0;
        int patience = (how & 8) == 0 || own ? -1 : next() % 16;
        Part gaveUp = patience < 0 ? NOTHING : deeper(depth, holds);
        int room = (how & 16) == 0 || own ? -1 : next() % 3;
        Part balked = room < 0 ? NOTHING : deeper(depth, holds);
        Interrupt interrupt = own ? Interrupt.NOTHING_SAID : interrupt(more % 8, choice, resource, keeps, holds);
        Part discarded = interrupt == Interrupt.GO ? deeper(depth, holds) : NOTHING;
        return new Seize(
                numbers++, choice, resource, units, priority, preempts, own, patience, gaveUp, room, balked, interrupt,
                discarded);
    }
}
