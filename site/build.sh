#!/usr/bin/env bash
# Builds the documentation as static pages with search: site/build.sh [FOLDER], default target/site. With --check it also looks at every page in Chromium.
# Needs Node.js and npm (status 77 says that npm cannot fetch what it needs). The API documentation comes along where `mvn verify` has made it.
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
root=$(dirname "$here")
check=
[ "${1:-}" != --check ] || { check=yes; shift; }
to=${1:-$root/target/site}
command -v npm >/dev/null || { echo "site: npm not found; install Node.js 20 or newer" >&2; exit 1; }
version=$(sed -n 's:.*<version>\(.*\)</version>.*:\1:p' "$root/pom.xml" | head -n 1)
address=$(sed -n 's:.*<project.address>\(.*\)</project.address>.*:\1:p' "$root/pom.xml")
commit=$(git -C "$root" rev-parse HEAD)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cp "$here"/package.json "$here"/*.mjs "$work"
(cd "$work" && npm install --no-audit --no-fund --silent) || { echo "site: npm cannot fetch its packages" >&2; exit 77; }
pages=$work/pages
mkdir -p "$pages/.vitepress" "$pages/public"
cp "$here/config.mjs" "$pages/.vitepress/config.mjs"
cp -R "$here/theme" "$pages/.vitepress/theme"
printf '{"version": "%s", "address": "%s", "commit": "%s"}\n' "$version" "$address" "$commit" >"$pages/about.json"
# Versions that the folder has already stay, and the pages know each other. The check below looks from another folder.
mkdir -p "$to"
to=$(cd "$to" && pwd)
{ echo "$version"; find "$to" -mindepth 1 -maxdepth 1 -type d -exec basename {} \;; } | sort -Vru | sed 's/.*/"&"/' | paste -sd, | sed 's/.*/[&]/' >"$pages/versions.json"
# A live page of each built-in scenario. Without TeaVM the site goes without them.
mkdir -p "$pages/public/live"
for file in "$root"/scenarios/*.yaml; do
    name=$(basename "$file" .yaml)
    "$root/convoy" live "$name" --to "$pages/public/live/$name.html" >/dev/null || { echo "site: no live pages, see above" >&2; break; }
done
(cd "$work" && node stage.mjs "$root" "$pages" "$address" "$commit")
for module in sim-core sim-scenarios; do
    jar=$(find "$root/$module/target" -maxdepth 1 -name '*-javadoc.jar' 2>/dev/null | head -n 1)
    mkdir -p "$pages/public/api/$module"
    if [ -n "$jar" ]; then
        (cd "$pages/public/api/$module" && "${JAVA_HOME:+$JAVA_HOME/bin/}jar" xf "$jar")
    else
        echo '<!doctype html><title>API</title><p>This build has no API documentation: run mvn verify before site/build.sh.' >"$pages/public/api/$module/index.html"
    fi
done
(cd "$work" && npx --no-install vitepress build pages --outDir "$work/out" >"$work/log" 2>&1) || { cat "$work/log" >&2; exit 1; }
rm -rf "${to:?}/$version"
mv "$work/out" "$to/$version"
printf '<!doctype html><meta charset="utf-8"><title>Bridge Convoy</title><meta http-equiv="refresh" content="0; url=%s/"><a href="%s/">Bridge Convoy %s</a>\n' \
    "$version" "$version" "$version" >"$to/index.html"
[ -z "$check" ] || (cd "$work" && node check.mjs "$to" "$version")
echo "site: $to/index.html"
