package org.bridgeconvoy.flow;

import java.util.List;

/** Target of a fuzzer: bytes as a flow, run as a model runs it and by a slow interpreter; both must do the same to the nanosecond. */
public final class FlowTarget {

    private FlowTarget() {}

    /** Called by the fuzzer with each input. */
    public static void fuzzerTestOneInput(byte[] input) {
        FlowProgram program = FlowReader.read(input);
        List<String> expected = SlowFlow.run(program);
        List<String> actual = BuiltFlow.run(program);
        for (int i = 0; i < Math.max(expected.size(), actual.size()); i++) {
            String one = i < expected.size() ? expected.get(i) : "the end";
            String other = i < actual.size() ? actual.get(i) : "the end";
            if (!one.equals(other)) {
                throw new AssertionError(
                        "expected " + one + ", got " + other + " after " + expected.subList(0, i) + " of " + program);
            }
        }
    }
}
