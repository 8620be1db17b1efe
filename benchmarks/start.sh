#!/usr/bin/env bash
# How long the command takes to start, beside a bare JVM that says hello with class-data sharing: medians of runs that take turns.
# Usage: benchmarks/start.sh [rounds], after a build; 15 rounds unless given.
set -euo pipefail
rounds=${1:-15}
root=$(cd "$(dirname "$0")/.." && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
cat > Hello.java <<'JAVA'
class Hello {
    public static void main(String[] args) {
        System.out.println("hello");
    }
}
JAVA
javac Hello.java

hello() { java -Xshare:auto -cp . Hello; }
help() { "$root/convoy" --help; }
run() { "$root/convoy" run day-and-night --replications 2 --out out --quiet --no-report; }
report() { "$root/convoy" run day-and-night --replications 2 --out out --quiet; }
commands=(hello help run report)

for command in "${commands[@]}"; do
    $command > /dev/null # the first run makes the class-data archive
    : > "$command.times"
done
for ((round = 0; round < rounds; round++)); do
    for command in "${commands[@]}"; do
        rm -rf out
        begin=${EPOCHREALTIME/./}
        $command > /dev/null
        echo $((${EPOCHREALTIME/./} - begin)) >> "$command.times"
    done
done
median() { sort -n "$1.times" | sed -n "$(((rounds + 1) / 2))p"; }
base=$(median hello)
for command in "${commands[@]}"; do
    awk -v name="$command" -v t="$(median "$command")" -v b="$base" \
        'BEGIN { printf "%-8s %7.0f ms   %5.2f times hello\n", name, t / 1000, t / b }'
done
