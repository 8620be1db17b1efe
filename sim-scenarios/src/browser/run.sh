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
cd "$work"
node --test report.test.mjs
