#!/usr/bin/env bash
# Tries the main job as the pages give it where there is little: nothing of Java, Maven, Git or unzip but what is said, a home of its own, and a path with
# spaces and letters beyond ASCII. Linux and macOS.
#   packaging/try.sh archive    the archive, with its own Java alone
#   packaging/try.sh jdk        a JDK and the sources: Maven comes by mvnw, the libraries from Maven Central; status 77 if that cannot be reached
set -euo pipefail
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
fail() {
    echo "try: $1" >&2
    exit 1
}
# The system's programs but those of a JDK, of Maven and Git, and unzip, which mvnw can do without.
mkdir -p "$work/bin" "$work/home/.local/bin"
java=$(command -v "${JAVA_HOME:+$JAVA_HOME/bin/}java")
jdk=$(cd "$(dirname "$(readlink -f "$java" 2>/dev/null || echo "$java")")" && pwd)
{ ls /bin && ls /usr/bin; } | sort -u | grep -vxF -e "$(ls "$jdk")" | grep -vE '^(mvn|git|unzip|gradle|jbang)' |
    while read -r name; do [ -e "/usr/bin/$name" ] && echo "/usr/bin/$name" || echo "/bin/$name"; done | (cd "$work/bin" && xargs sh -c 'ln -s "$@" .' sh)
# What a folder adds to the PATH, then variables and the command. Java takes the home of the user from the system, not from HOME, so Maven is told where to
# keep what it fetches: nothing is there at first.
fetched=$work/home/.m2/repository
bare() { env -i HOME="$work/home" MAVEN_OPTS="-Dmaven.repo.local=$fetched" PATH="$work/bin${1:+:$1}" "${@:2}"; }
! bare '' sh -c 'command -v java || command -v mvn || command -v unzip' || fail 'there is more than there should be'
there="$work/Große Brücke über den Yalu (鸭绿江)"
mkdir -p "$there"

# Runs the README's main job in a folder and looks at what it wrote.
main_job() {
    echo "try: in '$2': ./convoy run day-and-night"
    (cd "$2" && bare "$1" sh -c './convoy run day-and-night') >"$work/said" 2>&1 || { cat "$work/said" >&2; fail "the main job failed"; }
    grep -q '^What limits: demand' "$work/said" || fail "the main job gave no answer"
    for file in summary.json daily.csv trips.csv report.html; do
        [ -s "$2/out/day-and-night/$file" ] || fail "no $file"
    done
}

case ${1:-} in
    archive)
        # By the commands of docs/install.md, in these words.
        (cd "$root" && packaging/archive.sh "$work/archive")
        cp "$work"/archive/*.tar.gz "$there"
        cat >"$work/page" <<'PAGE'
set -e
tar -xzf bridge-convoy-*.tar.gz
ln -s "$PWD"/bridge-convoy-*/convoy ~/.local/bin/convoy
cd bridge-convoy-*/
PATH=$HOME/.local/bin:$PATH
source share/completions/convoy.bash
complete -p convoy >/dev/null
mkdir -p ~/.local/share/man/man1
cp share/man/man1/convoy.1 ~/.local/share/man/man1
if command -v man >/dev/null; then
    man convoy | head -n 1 | grep -qi convoy
fi
convoy --version
PAGE
        (cd "$there" && bare '' bash "$work/page") || fail "the page's commands do not run"
        folder=$(echo "$there"/bridge-convoy-*/)
        main_job '' "${folder%/}"
        # The jar alone, on this Java, which needs a locale for such a path.
        cp "$root/sim-scenarios/target/convoy.jar" "$there"
        (cd "$there" && bare "$jdk" LC_ALL=C.UTF-8 java -jar convoy.jar run day-and-night) >"$work/said" 2>&1 || { cat "$work/said" >&2; fail "the jar does not run"; }
        echo "try: archive and jar run without anything else, $(du -h "$work"/archive/*.tar.gz | cut -f1)"
        ;;
    jdk)
        # What git would clone, with what has changed since.
        mkdir -p "$there/sources"
        (cd "$root" && git ls-files -z --cached --others --exclude-standard | tar --null -T - -cf - 2>/dev/null) | tar -C "$there/sources" -xf -
        # convoy sets the locale that a path beyond ASCII needs; mvnw by itself does not.
        (cd "$there/sources" && bare "$jdk" LC_ALL=C.UTF-8 ./mvnw --version) >"$work/said" 2>&1 || {
            cat "$work/said"
            echo "try: Maven cannot be fetched"
            exit 77
        }
        main_job "$jdk" "$there/sources"
        [ -n "$(find "$fetched" -name 'picocli-*.jar' -print -quit)" ] || fail "the libraries came from elsewhere than Maven Central"
        echo "try: built and run with nothing but a JDK, $(du -sh "$work/home/.m2" | cut -f1) fetched"
        ;;
    *)
        echo "usage: packaging/try.sh archive | jdk" >&2
        exit 2
        ;;
esac
