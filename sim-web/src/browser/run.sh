#!/usr/bin/env bash
# Compiles the model for the browser, holds it to the JVM bit for bit over every built-in scenario and WORLDS drawn ones (300), and tests the live page.
# Needs npm and Chromium; Firefox takes part where it is. What TeaVM and npm need is fetched the first time; status 77 says that it cannot be.
#   CONVOY_SPEED=yes sim-web/src/browser/run.sh     also asks for the times, which hold on a machine that does nothing else
#   PICTURES=FOLDER sim-web/src/browser/run.sh      keeps pictures of the page
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
root=$(cd "$here/../../.." && pwd)
CHROMIUM=${CHROMIUM:-$(command -v chromium)}
export CHROMIUM
FIREFOX=${FIREFOX:-$(command -v firefox-esr || command -v firefox || true)}
export FIREFOX
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$root"
maven() {
    mvn -B -ntp -q -Dquick -Pweb -Dbuild.folder=target/convoy-web -pl sim-web -am "$@" >"$work/log" 2>&1 && return 0
    cat "$work/log" >&2
    ! grep -qE 'Could not transfer artifact|Unknown host|Cannot access .* in offline mode' "$work/log" || { echo "web: Maven cannot fetch TeaVM"; exit 77; }
    exit 1
}
maven package dependency:build-classpath -Dmdep.outputFile="$work/classpath" -Dmdep.includeScope=compile
web=$root/sim-web/target/convoy-web
"${JAVA_HOME:+$JAVA_HOME/bin/}java" -cp "$web/classes:$(cat "$work/classpath")" org.bridgeconvoy.web.HashMain "${WORLDS:-300}" 30 >"$work/hashes.jsonl"
"${JAVA_HOME:+$JAVA_HOME/bin/}java" -cp "$web/classes:$(cat "$work/classpath")" org.bridgeconvoy.web.TimeMain day-and-night 30 60 >"$work/jvm"
cp "$web/web/convoy.wasm" "$web/web/convoy.mjs" "$here"/package.json "$here"/*.mjs "$work"
./convoy live day-and-night --to "$work/day.html"
cat >"$work/hostile.yaml" <<'YAML'
scenario: hostile
extends: day-and-night
question: "</script><script>alert('question')</script><img src=x onerror=alert('image')>"
answers:
  - {says: "<b>trucks</b> <script>alert('says')</script>", metric: outbound_trucks_per_open_day}
YAML
./convoy show day-and-night >"$work/day.yaml"
./convoy live "$work/hostile.yaml" --knob 'bridge.headway=20 s..60 s/10 s' --to "$work/hostile.html"
./convoy run day-and-night --replications 10 --no-limits --quiet --out "$work/run"
./convoy run day-and-night --set 'demand.garment-materials.rate=46.75 trucks/d' --set 'demand.construction.rate=55.25 trucks/d' \
    --replications 10 --no-limits --no-report --quiet --out "$work/far"
cat >"$work/mine.yaml" <<'YAML'
scenario: mine
extends: day-and-night
seed: 9
bridge: {headway: 40 s}
YAML
./convoy run day-and-night --live --set 'bridge.headway=40 s' --replications 3 --no-limits --quiet --out "$work/with-live"
./convoy run "$work/mine.yaml" --replications 10 --no-limits --no-report --quiet --out "$work/mine"
./convoy run day-and-night --no-answers --no-report --quiet --out "$work/limits"
cd "$work"
npm install --no-audit --no-fund --silent || { echo "web: npm cannot fetch its packages" >&2; exit 77; }
CONVOY="$root/convoy" node --test --test-concurrency=1 hash.test.mjs live.test.mjs
