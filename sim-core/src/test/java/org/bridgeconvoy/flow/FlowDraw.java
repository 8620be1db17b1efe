package org.bridgeconvoy.flow;

import java.io.ByteArrayOutputStream;
import java.util.SplittableRandom;

/**
 * Draws the bytes of a {@link FlowProgram} whose entities contend: mostly uses of few units with delays in them, by priorities that preempt.
 * Bytes drawn one by one make programs in which hardly any work is ever interrupted.
 */
final class FlowDraw {
    private static final int USE = 0xEF;
    private static final int DELAY = 0xEB;
    private static final int MORE_SAID = 128;
    private static final int BY_NUMBER = 64;
    private static final int ROOM = 16;
    private static final int PATIENCE = 8;
    private static final int PREEMPTS = 8;

    /** The bits of a choice of resource and of a step of one's own. */
    private static final int CHOSEN_OR_OWN = 0xE0;

    private static final int GO = 4;
    private static final int LATER_DEEDS = 160;
    private static final int LATER_WORDS = 160;
    private static final int PLAIN_DELAY = 1;
    private static final int RACE = 18;
    private static final int PASSAGE = 0xA9;

    /** A gate, a batch, the level to take from and to put into, a store to take from and to put into. */
    private static final int[] WAITS = {6, 8, 9, 10, 0xA1, 0xA3};

    private static final int DEEPEST = 3;

    private final SplittableRandom random;
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    /** Bound of delays: where they are short, many end at one instant. */
    private final int longest;

    private FlowDraw(SplittableRandom random) {
        this.random = random;
        this.longest = random.nextInt(2, 17);
    }

    static byte[] program(SplittableRandom random) {
        FlowDraw draw = new FlowDraw(random);
        draw.head();
        draw.part(0);
        return draw.bytes.toByteArray();
    }

    private boolean oneIn(int n) {
        return random.nextInt(n) == 0;
    }

    private void any(int count) {
        for (int i = 0; i < count; i++) {
            bytes.write(random.nextInt(256));
        }
    }

    private void head() {
        int[] kinds = new int[FlowProgram.RESOURCES];
        for (int i = 0; i < kinds.length; i++) {
            // Constant units without failures, but now and then anything.
            kinds[i] = random.nextInt(oneIn(3) ? 256 : 9);
            bytes.write(kinds[i]);
        }
        int entities = random.nextInt(256);
        bytes.write(entities);
        any(entities % 8 + 1);
        int changes = random.nextInt(6);
        bytes.write(changes);
        for (int i = 0; i < changes; i++) {
            // At a time when entities contend, and rather what came later: failures, and who is taken out of a queue.
            bytes.write(random.nextInt(24));
            bytes.write(oneIn(2) ? random.nextInt(256) : random.nextInt(LATER_DEEDS, 256));
            bytes.write(random.nextInt(oneIn(2) ? 128 : 0, 256));
        }
        for (int kind : kinds) {
            any(kind / 3 % 4 == 3 ? 4 : 0);
            any(kind / 12 % 4 >= 2 ? 4 : 0);
        }
        any(entities / 8 % 8 == 7 ? 3 : 0);
    }

    private void part(int depth) {
        int words = random.nextInt(1, 5);
        for (int i = 0; i < words; i++) {
            // Few within each other: who has one and waits for another holds up all.
            if (depth < DEEPEST && (depth == 0 ? !oneIn(3) : oneIn(4))) {
                use(depth);
            } else if (oneIn(3)) {
                impatient();
            } else if (oneIn(2)) {
                delay();
            } else {
                any(random.nextInt(2, 4));
            }
        }
        bytes.write(0);
    }

    private void delay() {
        bytes.write(DELAY);
        bytes.write(random.nextInt(longest));
        bytes.write(random.nextInt(3));
    }

    /** A race of a wait for an amount, an item, a gate or a batch, and of a delay. */
    private void impatient() {
        bytes.write(RACE);
        bytes.write(1);
        int wait = WAITS[random.nextInt(WAITS.length)];
        bytes.write(wait);
        any(wait >= LATER_WORDS ? 2 : 1);
        bytes.write(0);
        bytes.write(PLAIN_DELAY);
        any(1);
        bytes.write(0);
    }

    private void use(int depth) {
        int how = random.nextInt(256) | MORE_SAID | (oneIn(4) ? 0 : BY_NUMBER);
        how &= oneIn(2) ? 0xff : ~(ROOM | PATIENCE);
        int more = random.nextInt(256) | (oneIn(3) ? 0 : PREEMPTS);
        more &= oneIn(4) ? 0xff : ~CHOSEN_OR_OWN;
        boolean own = more >= 128;
        bytes.write(USE);
        bytes.write(how);
        bytes.write(more);
        if ((how & PATIENCE) != 0 && !own) {
            any(1);
            part(depth + 1);
        }
        if ((how & ROOM) != 0 && !own) {
            any(1);
            part(depth + 1);
        }
        if (!own && more % 8 == GO) {
            part(depth + 1);
        }
        if (oneIn(4)) {
            bytes.write(PASSAGE);
            delay();
            bytes.write(0);
        } else {
            delay();
        }
        part(depth + 1);
    }
}
