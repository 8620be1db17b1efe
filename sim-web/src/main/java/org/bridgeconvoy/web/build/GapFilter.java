package org.bridgeconvoy.web.build;

import java.util.Map;
import org.teavm.model.BasicBlock;
import org.teavm.model.ClassHolder;
import org.teavm.model.ClassHolderTransformer;
import org.teavm.model.ClassHolderTransformerContext;
import org.teavm.model.Instruction;
import org.teavm.model.MethodHolder;
import org.teavm.model.MethodReference;
import org.teavm.model.ValueType;
import org.teavm.model.Variable;
import org.teavm.model.instructions.InvocationType;
import org.teavm.model.instructions.InvokeInstruction;

/** Sends calls of methods that TeaVM's class library lacks to {@code org.bridgeconvoy.web.Gaps}. */
public final class GapFilter implements ClassHolderTransformer {

    private static final String GAPS = "org.bridgeconvoy.web.Gaps";
    private static final ValueType TEXT = ValueType.object("java.lang.String");
    private static final ValueType SORTED_MAP = ValueType.object("java.util.SortedMap");
    private static final ValueType BYTES = ValueType.arrayOf(ValueType.BYTE);
    private static final ValueType STREAM = ValueType.object("java.util.stream.Stream");

    private static final ValueType LOCALE = ValueType.object("java.util.Locale");
    private static final ValueType OBJECTS = ValueType.arrayOf(ValueType.object("java.lang.Object"));
    private static final ValueType OBJECT = ValueType.object("java.lang.Object");

    private static final Map<MethodReference, MethodReference> INSTEAD = Map.of(
            new MethodReference("java.lang.String", "lines", STREAM),
            new MethodReference(GAPS, "lines", TEXT, STREAM),
            new MethodReference("java.util.stream.Stream", "ofNullable", OBJECT, STREAM),
            new MethodReference(GAPS, "ofNullable", OBJECT, STREAM),
            new MethodReference("java.util.Collections", "unmodifiableSortedMap", SORTED_MAP, SORTED_MAP),
            new MethodReference(GAPS, "unmodifiable", SORTED_MAP, SORTED_MAP),
            new MethodReference("java.lang.Math", "multiplyHigh", ValueType.LONG, ValueType.LONG, ValueType.LONG),
            new MethodReference(GAPS, "multiplyHigh", ValueType.LONG, ValueType.LONG, ValueType.LONG),
            new MethodReference("org.bridgeconvoy.scenario.table.DataText", "sum", BYTES, TEXT),
            new MethodReference(GAPS, "sum", BYTES, TEXT),
            // TeaVM asks the browser, whose logarithm may have other bits; this one has those of the JVM.
            new MethodReference("java.lang.StrictMath", "log", ValueType.DOUBLE, ValueType.DOUBLE),
            new MethodReference("org.bridgeconvoy.numeric.Fdlibm", "log", ValueType.DOUBLE, ValueType.DOUBLE),
            new MethodReference("java.lang.String", "format", LOCALE, TEXT, OBJECTS, TEXT),
            new MethodReference(GAPS, "format", LOCALE, TEXT, OBJECTS, TEXT));

    /** For TeaVM, which makes it by its name. */
    public GapFilter() {}

    @Override
    public void transformClass(ClassHolder type, ClassHolderTransformerContext context) {
        for (MethodHolder method : type.getMethods()) {
            // What stands in for a method may call it.
            if (type.getName().equals(GAPS) || method.getProgram() == null) {
                continue;
            }
            for (BasicBlock block : method.getProgram().getBasicBlocks()) {
                for (Instruction instruction : block) {
                    if (instruction instanceof InvokeInstruction call && INSTEAD.containsKey(call.getMethod())) {
                        redirect(call, INSTEAD.get(call.getMethod()));
                    }
                }
            }
        }
    }

    private static void redirect(InvokeInstruction call, MethodReference to) {
        if (call.getInstance() != null) {
            call.setArguments(new Variable[] {call.getInstance()});
            call.setInstance(null);
        }
        call.setType(InvocationType.SPECIAL);
        call.setMethod(to);
    }
}
