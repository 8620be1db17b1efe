#!/usr/bin/env bash
# Tries convoy.cmd with the cmd of Wine and a java.exe that prints what it is given: options, quoting, exit status, a path with spaces, brackets and letters
# beyond ASCII, the build by Maven and without it. It is no Windows: a real Java and a real cmd start it in the build workflow.
# Needs wine and x86_64-w64-mingw32-gcc; status 77 if they are missing.
set -euo pipefail
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
work=$(mktemp -d)
trap 'wineserver -k 2>/dev/null; rm -rf "$work" 2>/dev/null || { sleep 2; rm -rf "$work"; }' EXIT
export WINEPREFIX=$work/wine WINEDEBUG=-all LC_ALL=C.UTF-8
unset JAVA_TOOL_OPTIONS JDK_JAVA_OPTIONS _JAVA_OPTIONS CONVOY_JVM_OPTS JAVA_HOME MAVEN_OPTS
fail() {
    echo "cmd: $1" >&2
    [ ! -f "$work/said" ] || cat "$work/said" >&2
    exit 1
}
command -v wine >/dev/null && command -v x86_64-w64-mingw32-gcc >/dev/null || { echo 'wine and gcc-mingw-w64-x86-64 are missing here'; exit 77; }

cat >"$work/java.c" <<'C'
#include <stdio.h>
#include <stdlib.h>
#include <windows.h>
int wmain(int argc, wchar_t **argv) {
    char text[4096];
    for (int i = 1; i < argc; i++) {
        WideCharToMultiByte(CP_UTF8, 0, argv[i], -1, text, sizeof text, NULL, NULL);
        printf("[%s]\n", text);
    }
    return getenv("JAVA_STATUS") ? atoi(getenv("JAVA_STATUS")) : 0;
}
C
x86_64-w64-mingw32-gcc -municode -o "$work/java.exe" "$work/java.c"
# Batch files have CRLF at the end of each line.
[ "$(grep -c $'\r$' "$root/convoy.cmd")" = "$(wc -l <"$root/convoy.cmd")" ] || fail 'convoy.cmd has a line without CRLF'

there="$work/Große Brücke (1) & mehr"
mkdir -p "$there/runtime/bin" "$there/lib"
cp "$root/convoy.cmd" "$there"
cp "$work/java.exe" "$there/runtime/bin"
: >"$there/lib/convoy.jar"
# What a batch file calls, so that the words are those of cmd and not of this shell.
try() {
    printf '@echo off\n%s\n' "$1" | sed 's/$/\r/' >"$there/try.cmd"
    status_of try.cmd
}
# Wine 8 makes a 1 of the status of a batch file that another one calls, so a status is looked at where nothing is in between.
status_of() {
    status=0
    (cd "$there" && timeout 300 wine cmd /c "$1" </dev/null 2>/dev/null | tr -d '\r' >"$work/said") || status=$?
}
said() { grep -qxF -- "$1" "$work/said" || fail "no $1"; }

try 'call convoy.cmd run "my bridge.yaml" --set "bridge.headway=40 s" --such-that "trucks >= 110" --vary fleet.trucks=1..3'
[ "$status" = 0 ] || fail "status $status"
said '[-XX:+UseSerialGC]'
said '[-Djava.awt.headless=true]'
for word in run 'my bridge.yaml' --set 'bridge.headway=40 s' --such-that 'trucks >= 110' --vary fleet.trucks=1..3; do said "[$word]"; done
grep -q 'Große Brücke (1) & mehr.lib.convoy.jar\]$' "$work/said" || fail 'the jar of a path beyond ASCII'
grep -qx '\[-jar\]' "$work/said" || fail 'no -jar'

export JAVA_STATUS=2
status_of 'convoy.cmd validate border.yaml'
[ "$status" = 2 ] || fail "the exit status 2 of the program became $status"
unset JAVA_STATUS

try 'set CONVOY_JVM_OPTS=-Xmx8g -XX:+UseG1GC "-Da=b c"
call convoy.cmd list'
said '[-Xmx8g]'
said '[-XX:+UseG1GC]'
said '[-Da=b c]'
! grep -q SerialGC "$work/said" || fail 'two collectors'

# A source tree: built the first time, by Maven if there is one, else by the wrapper.
mv "$there/runtime/bin" "$there/jdk"
rm -r "$there/runtime"
mkdir -p "$there/tools" "$there/home/bin"
cp "$there/jdk/java.exe" "$there/home/bin"
for each in mvnw tools/mvn; do
    printf '@echo off\r\necho by %s %%*\r\nexit /b 0\r\n' "$each" >"$there/$each.cmd"
done
try 'set "JAVA_HOME=%~dp0home"
call convoy.cmd list 2>&1'
grep -q '^by mvnw -B -ntp -q -Dquick -pl sim-scenarios -am package' "$work/said" || fail 'no build by the wrapper'
said '[list]'
try 'set "JAVA_HOME=%~dp0home"
set "PATH=%PATH%;%~dp0tools"
call convoy.cmd list 2>&1'
grep -q '^by tools/mvn -B' "$work/said" || fail 'no build by Maven'
printf '@echo off\r\nexit /b 3\r\n' >"$there/mvnw.cmd"
JAVA_HOME=$there/home status_of 'convoy.cmd list 2>&1'
[ "$status" = 1 ] || fail "a failed build gave status $status"
grep -q 'the build failed' "$work/said" || fail 'a failed build said nothing'
echo "cmd: convoy.cmd passes options, words and the exit status on, and builds; under $(wine --version)"
