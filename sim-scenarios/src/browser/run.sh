#!/bin/sh
# Tests the HTML report in headless Chromium; see README.md beside this file. With "matrix", also every kind of page in every kind of window.
set -eu

here=$(CDPATH='' cd -- "$(dirname -- "$0")" && pwd -P)
root=$(CDPATH='' cd -- "$here/../../.." && pwd -P)
CHROMIUM=${CHROMIUM:-/usr/bin/chromium}
export CHROMIUM
[ -x "$CHROMIUM" ] || { echo "run.sh: no Chromium at $CHROMIUM; install it or set CHROMIUM" >&2; exit 1; }
command -v npm >/dev/null || { echo "run.sh: npm not found" >&2; exit 1; }

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
trap 'exit 130' INT TERM
cp "$here/package.json" "$here/"*.test.mjs "$work"
(cd "$work" && npm install --no-audit --no-fund --silent) || { echo "run.sh: npm cannot fetch its packages" >&2; exit 77; }

cat >"$work/script.yaml" <<'YAML'
scenario: markup
extends: day-and-night
description: "<img src=x onerror=alert('description')> & <script>alert('script')</script>"
sources:
  start: {says: "</script><script>alert('says')</script>", source: "<b>bold</b>", grade: C}
YAML
# As in the built-in scenario, its page as a user gets it, a week of 1,000 trucks, and one whose texts are markup.
"$root/convoy" run day-and-night --replications 3 --no-limits --quiet --out "$work/plain"
"$root/convoy" run day-and-night --quiet --out "$work/whole"
"$root/convoy" run day-and-night --replications 2 --no-limits --quiet --set fleet.trucks=1000 --set "horizon=7 d" \
    --set "warm-up=0 d" --out "$work/thousand"
"$root/convoy" run "$work/script.yaml" --replications 2 --no-limits --quiet --out "$work/script"
"$root/convoy" run day-and-night --replications 2 --no-limits --quiet --set "horizon=7 d" --set "warm-up=0 d" \
    --set "bridge.breakdowns={probability: 0.02, repair: 20 min}" --out "$work/broken"
# Comparisons and sweeps have pages of their own; the repair has answers and a chart of what is cleared.
"$root/convoy" compare day-and-night two-way-day new-bridge --replications 3 --quiet --out "$work/two"
"$root/convoy" sweep day-and-night --vary fleet.trucks=60,120,180 --vary "bridge.headway=30 s,4 min" --replications 2 --quiet \
    --out "$work/swept"
"$root/convoy" run bridge-repair --replications 3 --no-limits --quiet --out "$work/repair"
# Through traffic alone.
"$root/convoy" run work-zone --replications 3 --no-limits --quiet --out "$work/zone"
# The six scenarios of which first-screen.csv writes down what a planner asks, as FirstScreenTest runs them; of one it asks what limits.
cp "$root/sim-scenarios/src/test/resources/first-screen.csv" "$work"
"$root/convoy" run day-and-night --replications 3 --quiet --out "$work/asked-day-and-night"
for name in flood-rebuilding golden-week two-way-day double-demand work-zone; do
    "$root/convoy" run $name --replications 3 --no-limits --quiet --out "$work/asked-$name"
done
if [ "${1:-}" != matrix ]; then
    cd "$work"
    node --test --test-concurrency=1 report.test.mjs charts.test.mjs
    exit
fi
# One day, 400 days, one replication, no trip, twenty cargoes, long and Korean names.
"$root/convoy" run day-and-night --replications 2 --no-limits --quiet --set "horizon=1 d" --set "warm-up=0 d" --out "$work/day"
"$root/convoy" run day-and-night --replications 2 --no-limits --quiet --set "horizon=400 d" --set fleet.trucks=60 --out "$work/long"
"$root/convoy" run day-and-night --replications 1 --no-limits --quiet --out "$work/one"
"$root/convoy" run day-and-night --replications 2 --no-limits --quiet --set "horizon=1 d" --set "warm-up=0 d" --set "start=2024-10-13" \
    --out "$work/none"
{
    printf 'scenario: twenty\nextends: day-and-night\ndemand:\n'
    for i in 01 02 03 04 05 06 07 08 09 10 11 12 13 14 15 16 17 18 19 20; do
        printf '  cargo-%s: {rate: 5 trucks/d, load: 20 t, hours: "08:00-18:00"}\n' "$i"
    done
} >"$work/twenty.yaml"
"$root/convoy" run "$work/twenty.yaml" --replications 2 --no-limits --quiet --set "horizon=14 d" --set "warm-up=0 d" --out "$work/cargoes"
cat >"$work/names.yaml" <<'YAML'
scenario: a-scenario-with-a-name-that-is-much-longer-than-the-screen-of-any-telephone-is-wide
description: 압록강 철교를 건너는 화물차의 낮과 밤
extends: day-and-night
demand:
  건설자재와-시멘트-그리고-철근-및-기타-아주-긴-이름의-화물: {rate: 30 trucks/d, load: 20 t, hours: "08:00-18:00"}
  a-cargo-whose-name-has-more-letters-than-anyone-would-type-into-a-file: {rate: 30 trucks/d, load: 20 t, hours: "08:00-18:00"}
YAML
"$root/convoy" run "$work/names.yaml" --replications 2 --no-limits --quiet --set "horizon=7 d" --set "warm-up=0 d" --out "$work/names"
# The pages in the other languages.
for language in ko zh; do
    "$root/convoy" run day-and-night --replications 2 --no-limits --quiet --language $language --out "$work/$language"
done
cd "$work"
node --test --test-concurrency=1 report.test.mjs matrix.test.mjs charts.test.mjs
