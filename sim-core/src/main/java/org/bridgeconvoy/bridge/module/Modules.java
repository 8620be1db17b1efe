package org.bridgeconvoy.bridge.module;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The modules that scenario files may name: those of the library in a fixed order, then a modeler's own by name. Immutable.
 */
public final class Modules {

    /** {@code org/example/Trains has been compiled by a more recent version of the Java Runtime (class file version 65.0), …}. */
    private static final Pattern CLASS_FILE = Pattern.compile("^([^ ]+) .*?class file version ([0-9]+)");

    private static final String BUILT_IN = "org.bridgeconvoy.bridge.module.builtin.";

    private final Map<String, ControlModule> controls;
    private final Map<String, ArrivalModule> arrivals;
    private final Map<String, ProfileModule> profiles;

    private Modules(ClassLoader loader) {
        controls = find(ControlModule.class, ServiceLoader.load(ControlModule.class, loader));
        arrivals = find(ArrivalModule.class, ServiceLoader.load(ArrivalModule.class, loader));
        profiles = find(ProfileModule.class, ServiceLoader.load(ProfileModule.class, loader));
    }

    /**
     * The modules beside the library on its class path or module path.
     *
     * @return what was found
     * @throws IllegalArgumentException if one cannot be used or two have the same name
     */
    public static Modules load() {
        return load(Modules.class.getClassLoader());
    }

    /**
     * The modules that a class loader finds; the library must be among its parents.
     *
     * @param loader where to look
     * @return what was found
     * @throws IllegalArgumentException if one cannot be used or two have the same name
     */
    public static Modules load(ClassLoader loader) {
        return new Modules(loader);
    }

    /**
     * The direction controls by name.
     *
     * @return by name, sorted as found
     */
    public Map<String, ControlModule> controls() {
        return controls;
    }

    /**
     * The patterns of arrivals by name.
     *
     * @return by name, sorted as found
     */
    public Map<String, ArrivalModule> arrivals() {
        return arrivals;
    }

    /**
     * The profiles of demand by name.
     *
     * @return by name, sorted as found
     */
    public Map<String, ProfileModule> profiles() {
        return profiles;
    }

    private static <M extends ScenarioModule> Map<String, M> find(Class<M> kind, ServiceLoader<M> services) {
        List<M> found = new ArrayList<>();
        try {
            services.forEach(found::add);
        } catch (ServiceConfigurationError | LinkageError e) {
            throw new IllegalArgumentException("a " + kind.getSimpleName() + " cannot be used: " + reason(e), e);
        }
        found.forEach(Modules::check);
        // The sort is stable: the library's stay in the order in which it names them.
        found.sort(Comparator.comparing((M m) -> !isBuiltIn(m)).thenComparing(m -> isBuiltIn(m) ? "" : m.name()));
        Map<String, M> byName = new LinkedHashMap<>();
        for (M module : found) {
            M earlier = byName.putIfAbsent(module.name(), module);
            if (earlier != null) {
                throw new IllegalArgumentException("two modules have the name '" + module.name() + "': "
                        + earlier.getClass().getName() + " and "
                        + module.getClass().getName());
            }
        }
        return Collections.unmodifiableMap(byName);
    }

    /** Of what keeps a module from being loaded; a class file's version is told as the Java version that it belongs to. */
    private static String reason(Error e) {
        String message = String.valueOf(e.getMessage());
        if (e instanceof UnsupportedClassVersionError) {
            Matcher version = CLASS_FILE.matcher(message);
            if (version.find()) {
                return version.group(1).replace('/', '.') + " is made for Java "
                        + (Integer.parseInt(version.group(2)) - 44)
                        + ", and this is Java " + Runtime.version().feature() + "; compile it with --release "
                        + Runtime.version().feature() + ", or run with a newer Java";
            }
        }
        Throwable cause = e.getCause();
        return (e instanceof ServiceConfigurationError ? "" : e.getClass().getSimpleName() + ": ")
                + message
                + (cause == null ? "" : " (" + cause + ")");
    }

    private static boolean isBuiltIn(ScenarioModule module) {
        return module.getClass().getName().startsWith(BUILT_IN);
    }

    /** What the author of a module must give; a module may be compiled without the checks for null. */
    private static void check(ScenarioModule module) {
        String type = module.getClass().getName();
        try {
            requireGiven(module.name(), "name()", type);
            requireGiven(module.about(), "about()", type);
            for (Object setting : requireGiven(module.settings(), "settings()", type)) {
                requireGiven(setting, "settings(): an element", type);
            }
        } catch (IllegalArgumentException e) {
            throw e;
        } catch (RuntimeException | LinkageError e) {
            throw new IllegalArgumentException(
                    "module " + type + " cannot be used: asked for its name and settings, it failed: " + e, e);
        }
        checkNames(module, type);
    }

    private static <T> T requireGiven(@Nullable T value, String method, String type) {
        if (value == null) {
            throw new IllegalArgumentException("module " + type + " cannot be used: " + method + " is null");
        }
        return value;
    }

    private static void checkNames(ScenarioModule module, String type) {
        if (!module.name().matches("[a-z][a-z0-9]*(?:-[a-z0-9]+)*")) {
            throw new IllegalArgumentException("the name of module " + type
                    + " must consist of small letters, digits and hyphens, got '" + module.name() + "'");
        }
        Set<String> keys = new HashSet<>();
        for (Setting setting : module.settings()) {
            if (!keys.add(setting.key())
                    || (setting.key().isEmpty() && module.settings().size() > 1)) {
                throw new IllegalArgumentException(
                        "module '" + module.name() + "' (" + type + ") must give each setting a key of its own, got '"
                                + setting.key() + "' again or beside others");
            }
        }
    }

    @Override
    public String toString() {
        return "controls " + controls.keySet() + ", arrivals " + arrivals.keySet() + ", profiles " + profiles.keySet();
    }
}
