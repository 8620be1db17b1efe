package org.bridgeconvoy.web.build;

import java.io.File;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.bridgeconvoy.live.LivePage;
import org.teavm.callgraph.CallGraphNode;
import org.teavm.callgraph.CallSite;
import org.teavm.dependency.DependencyInfo;
import org.teavm.diagnostics.Problem;
import org.teavm.model.MethodReference;
import org.teavm.model.ValueType;
import org.teavm.tooling.ConsoleTeaVMToolLog;
import org.teavm.tooling.TeaVMProblemRenderer;
import org.teavm.tooling.TeaVMTargetType;
import org.teavm.tooling.TeaVMTool;
import org.teavm.vm.TeaVMOptimizationLevel;
import org.tukaani.xz.LZMA2Options;
import org.tukaani.xz.LZMAOutputStream;

/**
 * Compiles the model to WebAssembly GC: {@code CompileModule FOLDER}. Fails on any problem that TeaVM finds, on any class from outside its
 * class library and on any function whose bits the browser would decide.
 */
public final class CompileModule {

    /** Functions of {@link Math} that TeaVM leaves to the browser and that no standard gives to the last bit. */
    private static final List<String> INEXACT = List.of(
            "log", "log10", "log1p", "exp", "expm1", "sin", "cos", "tan", "asin", "acos", "atan", "cbrt", "sinh",
            "cosh", "tanh");

    private static final List<String> INEXACT_OF_TWO = List.of("pow", "atan2", "hypot");

    private CompileModule() {}

    public static void main(String[] arguments) throws Exception {
        TeaVMTool tool = new TeaVMTool();
        ConsoleTeaVMToolLog log = new ConsoleTeaVMToolLog(false);
        tool.setLog(log);
        tool.setTargetType(TeaVMTargetType.WEBASSEMBLY_GC);
        tool.setTargetDirectory(new File(arguments[0]));
        tool.setTargetFileName("convoy.wasm");
        tool.setMainClass("org.bridgeconvoy.web.Web");
        tool.setOptimizationLevel(TeaVMOptimizationLevel.valueOf(arguments.length > 1 ? arguments[1] : "ADVANCED"));
        tool.setObfuscated(true);
        tool.setStrict(true);
        tool.setAssertionsRemoved(true);
        tool.setDebugInformationGenerated(false);
        tool.getTransformers().add(GapFilter.class.getName());
        tool.setClassLoader(CompileModule.class.getClassLoader());
        tool.generate();
        List<Problem> problems = tool.getProblemProvider() == null
                ? List.of()
                : tool.getProblemProvider().getProblems();
        if (tool.getDependencyInfo() != null) {
            TeaVMProblemRenderer.describeProblems(
                    tool.getDependencyInfo().getCallGraph(), tool.getProblemProvider(), log);
        }
        List<String> foreign = tool.getClasses().stream()
                .filter(CompileModule::isOfCompilersJdk)
                .sorted()
                .toList();
        foreign.forEach(name -> System.err.println("taken from the JDK that runs the compiler: " + name));
        List<String> inexact = inexact(tool.getDependencyInfo());
        inexact.forEach(call -> System.err.println("left to the browser, which may give other bits: " + call));
        if (!problems.isEmpty() || !foreign.isEmpty() || !inexact.isEmpty()) {
            System.err.println(problems.size() + " problems, " + foreign.size() + " classes of the JDK, "
                    + inexact.size() + " inexact functions, no module");
            System.exit(1);
        }
        Path folder = Path.of(arguments[0]);
        byte[] module = Files.readAllBytes(folder.resolve("convoy.wasm"));
        Path part = folder.resolve("convoy.wasm.lzma.part");
        try (OutputStream out = Files.newOutputStream(part);
                LZMAOutputStream packed =
                        new LZMAOutputStream(out, new LZMA2Options(LZMA2Options.PRESET_MAX), module.length)) {
            packed.write(module);
        }
        try (InputStream loader = LivePage.class.getResourceAsStream("convoy.mjs")) {
            Files.copy(loader, folder.resolve("convoy.mjs"), StandardCopyOption.REPLACE_EXISTING);
        }
        // Last and in one step: what is there is whole.
        Files.move(part, folder.resolve("convoy.wasm.lzma"), StandardCopyOption.REPLACE_EXISTING);
    }

    /** Each inexact function that the module would call, with who calls it. */
    private static List<String> inexact(DependencyInfo info) {
        List<String> found = new ArrayList<>();
        for (String owner : List.of("java.lang.Math", "java.lang.StrictMath")) {
            INEXACT.forEach(name ->
                    addIfUsed(found, info, new MethodReference(owner, name, ValueType.DOUBLE, ValueType.DOUBLE)));
            INEXACT_OF_TWO.forEach(name -> addIfUsed(
                    found,
                    info,
                    new MethodReference(owner, name, ValueType.DOUBLE, ValueType.DOUBLE, ValueType.DOUBLE)));
        }
        return found;
    }

    private static void addIfUsed(List<String> found, DependencyInfo info, MethodReference method) {
        CallGraphNode node =
                info.getMethod(method) == null ? null : info.getCallGraph().getNode(method);
        Collection<? extends CallSite> calls = node == null ? List.of() : node.getCallerCallSites();
        for (CallSite call : calls) {
            call.getCallers().forEach(caller -> found.add(method + " called by " + caller.getMethod()));
        }
    }

    /** Whether a class of the platform is not one of TeaVM's class library, which silently falls back on the JDK at hand. */
    private static boolean isOfCompilersJdk(String name) {
        if (!name.startsWith("java.") && !name.startsWith("jdk.") && !name.startsWith("sun.")) {
            return false;
        }
        int dot = name.lastIndexOf('.');
        String simple = name.substring(dot + 1);
        if (name.startsWith("java.time.")) {
            // TeaVM has its own, under the names of the project from which the JDK's came.
            return false;
        }
        String resource = "org/teavm/classlib/" + name.substring(0, dot).replace('.', '/') + "/T" + simple + ".class";
        ClassLoader loader = CompileModule.class.getClassLoader();
        // Classes that TeaVM makes itself, such as those of lambdas, are named after the class that needs them.
        return loader.getResource(resource) == null && !simple.contains("$");
    }
}
