#!/bin/sh
# Installs sim-core in a local Maven repository of its own, then builds and runs a project outside this one that uses it, on the class
# path and on the module path. With an argument, that is the local repository to use, and Maven stays offline: run.sh /path/to/a/copy
set -eu
here=$(CDPATH='' cd -- "$(dirname -- "$0")" && pwd -P)
root=$here/../../..
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
if [ $# -gt 0 ]; then
    maven="mvn -q -B -ntp -o -Dmaven.repo.local=$1"
else
    maven="mvn -q -B -ntp -Dmaven.repo.local=$work/repository"
fi
(cd "$root" && $maven -Dquick -pl sim-core -am install)

cp -r "$here/project" "$work/project"
cd "$work/project"
$maven compile dependency:copy-dependencies
echo "What comes along:" && ls target/lib
java -cp "target/classes:target/lib/*" consumer.Main "class path"

cp "$here/module/module-info.java" src/main/java/
$maven compile
java -p target/classes:target/lib -m consumer/consumer.Main "module path"
