#!/usr/bin/env bash
# Makes the download for this system: the program with a Java runtime of its own, so that a computer needs neither Java nor Maven.
#   packaging/archive.sh [FOLDER]      writes bridge-convoy-VERSION-SYSTEM.tar.gz (Windows: .zip) and its .sha256 into FOLDER, default target/archive
# Needs a JDK with jlink. Two archives of one commit made by the same JDK hold the same files.
set -euo pipefail
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
to=${1:-$root/target/archive}
bin=${JAVA_HOME:+$JAVA_HOME/bin/}
jar=$root/sim-scenarios/target/convoy.jar
say() { echo "archive: $1" >&2; }

[ -f "$jar" ] || (cd "$root" && mvn -B -ntp -q -Dquick -pl sim-scenarios -am package)
version=$(sed -n 's:.*<version>\(.*\)</version>.*:\1:p' "$root/pom.xml" | head -n 1)
build=$("${bin}java" -jar "$jar" --version | sed 's/.*(commit \([0-9a-f]*\).*/\1/')
case $(uname -s) in
    Linux) system=linux ;;
    Darwin) system=macos ;;
    MINGW* | MSYS* | CYGWIN*) system=windows ;;
    *) say "no archive is made for $(uname -s)"; exit 1 ;;
esac
case $(uname -m) in
    x86_64 | amd64) system=$system-x64 ;;
    arm64 | aarch64) system=$system-arm64 ;;
    *) system=$system-$(uname -m) ;;
esac
name=bridge-convoy-$version-$system
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
folder=$work/$name
mkdir -p "$folder/lib" "$folder/share/man/man1" "$folder/share/completions"

# The modules that the program asks for, and the file systems in a zip file, which it opens by name.
modules=$("${bin}jdeps" --ignore-missing-deps --print-module-deps --multi-release 17 "$jar"),jdk.zipfs
say "a runtime with $modules"
"${bin}jlink" --add-modules "$modules" --strip-debug --no-header-files --no-man-pages --compress=2 --output "$folder/runtime" 2>"$work/jlink" || {
    cat "$work/jlink" >&2
    exit 1
}
cp "$jar" "$folder/lib/convoy.jar"
echo "$version-$build" >"$folder/lib/build"
cp "$root/LICENSE" "$root/NOTICE" "$root/CHANGELOG.md" "$folder/"
cp "$root/packaging/README.txt" "$folder/README.txt"
if [ "${system%%-*}" = windows ]; then
    cp "$root/convoy.cmd" "$folder/"
else
    cp "$root/convoy" "$folder/"
    chmod 755 "$folder/convoy"
fi
run() { "$folder/runtime/bin/java" -jar "$folder/lib/convoy.jar" "$@"; }
run man >"$folder/share/man/man1/convoy.1"
for shell in bash zsh fish; do
    run completion $shell >"$folder/share/completions/convoy.$shell"
done
run schema >"$folder/share/scenario.schema.json"

mkdir -p "$to"
if [ "${system%%-*}" = windows ]; then
    file=$name.zip
    "${bin}jar" --create --no-manifest --file "$to/$file" -C "$work" "$name"
else
    file=$name.tar.gz
    # GNU tar can leave out who packed it and when; that of macOS cannot sort.
    if tar --version | grep -q GNU; then
        tar --sort=name --mtime='2024-01-01 00:00Z' --owner=0 --group=0 --numeric-owner -C "$work" -cf - "$name" | gzip -n >"$to/$file"
    else
        tar -C "$work" -czf "$to/$file" "$name"
    fi
fi
(cd "$to" && if command -v sha256sum >/dev/null; then sha256sum "$file"; else shasum -a 256 "$file"; fi >"$file.sha256")
say "$to/$file, $(du -h "$to/$file" | cut -f1)"
