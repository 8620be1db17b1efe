#!/bin/sh
# Tries both ways of docs/guide/image.md to hand a program that uses sim-core to someone without Java: an image of the JDK's modules that runs the
# class path, and an image of modules alone, in which commons-math3 has a descriptor that jdeps wrote. Needs a JDK with jlink.
#   image.sh             builds sim-core and takes what it needs from Maven
#   image.sh LIB         takes the jars of the folder LIB: sim-core, commons-math3, commons-rng
set -eu
here=$(CDPATH='' cd -- "$(dirname -- "$0")" && pwd -P)
root=$here/../../..
bin=${JAVA_HOME:+$JAVA_HOME/bin/}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
mkdir "$work/lib" "$work/modules"
if [ $# -gt 0 ]; then
    cp "$1"/*.jar "$work/lib"
else
    (cd "$root" && mvn -q -B -ntp -Dquick -pl sim-core -am package dependency:copy-dependencies -DincludeScope=runtime -DoutputDirectory="$work/lib")
    find "$root/sim-core/target" -maxdepth 1 -name 'sim-core-*.jar' ! -name '*-sources.jar' ! -name '*-javadoc.jar' -exec cp {} "$work/lib" \;
fi
echo "What comes along:" && ls "$work/lib"
"${bin}javac" --release 17 -cp "$work/lib/*" -d "$work/classes" "$here/project/src/main/java/consumer/Main.java"

# 1. The class path, on an image of the modules of the JDK that it asks for. The jars with a descriptor need java.base alone.
needed=$("${bin}jdeps" --ignore-missing-deps --print-module-deps --multi-release 17 "$work/classes" "$work"/lib/commons-math3-*.jar)
"${bin}jlink" --add-modules "$needed" --strip-debug --no-header-files --no-man-pages --output "$work/runtime"
"$work/runtime/bin/java" -cp "$work/classes:$work/lib/*" consumer.Main "class path"
echo "an image with $needed: $(du -sh "$work/runtime" | cut -f1)"

# 2. Modules alone. jlink takes no automatic module, so the copy of commons-math3 gets the descriptor that jdeps writes for it.
cp "$work"/lib/*.jar "$work/modules"
math=$(find "$work/modules" -name 'commons-math3-*.jar')
"${bin}jdeps" --generate-module-info "$work/written" "$math"
"${bin}javac" --release 17 --patch-module "commons.math3=$math" -d "$work/descriptor" "$work/written/commons.math3/module-info.java"
"${bin}jar" --update --file "$math" -C "$work/descriptor" module-info.class
"${bin}javac" --release 17 -p "$work/modules" -d "$work/program" "$here/project/src/main/java/consumer/Main.java" "$here/module/module-info.java"
"${bin}jlink" -p "$work/modules:$work/program" --add-modules consumer --launcher queue=consumer/consumer.Main --strip-debug --no-header-files \
    --no-man-pages --output "$work/image"
"$work/image/bin/queue" "module path"
echo "an image with everything: $(du -sh "$work/image" | cut -f1)"
