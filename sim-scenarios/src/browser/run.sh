#!/bin/sh
# Tests the HTML report in headless Chromium; see README.md beside this file.
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
cp "$here/package.json" "$here/report.test.mjs" "$work"
(cd "$work" && npm install --no-audit --no-fund --silent)

cat >"$work/script.yaml" <<'YAML'
scenario: markup
extends: day-and-night
description: "<img src=x onerror=alert('description')> & <script>alert('script')</script>"
sources:
  start: {says: "</script><script>alert('says')</script>", source: "<b>bold</b>", grade: C}
YAML
# A week as in the built-in scenario, a week of 500 trucks, and one whose texts are markup.
"$root/convoy" run day-and-night --replications 3 --no-limits --quiet --out "$work/plain"
"$root/convoy" run day-and-night --replications 2 --no-limits --quiet --set fleet.trucks=500 --set "horizon=7 d" \
    --set "warm-up=0 d" --out "$work/many"
"$root/convoy" run "$work/script.yaml" --replications 2 --no-limits --quiet --out "$work/script"
"$root/convoy" run day-and-night --replications 2 --no-limits --quiet --set "horizon=7 d" --set "warm-up=0 d" \
    --set "bridge.breakdowns={probability: 0.02, repair: 20 min}" --out "$work/broken"
# Comparisons and sweeps have pages of their own; the repair has answers and a chart of what is cleared.
"$root/convoy" compare day-and-night two-way-day new-bridge --replications 3 --quiet --out "$work/two"
"$root/convoy" sweep day-and-night --vary fleet.trucks=60,120,180 --vary "bridge.headway=30 s,4 min" --replications 2 --quiet \
    --out "$work/swept"
"$root/convoy" run bridge-repair --replications 3 --no-limits --quiet --out "$work/repair"
cd "$work"
node --test report.test.mjs
