#!/bin/sh
# Installs with DESTDIR and PREFIX, runs what was installed from there, and uninstalls it again.
#
# usage: install.sh BUILD
set -eu
cd "${0%/*}/../.."
build=$1
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
passed=0
failed=0

# expect NAME COMMAND...
expect() {
    name=$1
    shift
    if "$@" >"$scratch/said" 2>&1; then
        passed=$((passed + 1))
        printf 'ok    %s\n' "$name"
    else
        failed=$((failed + 1))
        printf 'FAIL  %s\n' "$name"
        sed 's/^/      /' "$scratch/said"
    fi
}

holds() {
    for file; do
        [ -f "$file" ] || { echo "no $file" && return 1; }
    done
}

nothing_left() {
    left=$(find "$1" ! -type d)
    [ -z "$left" ] || { echo "$left" && return 1; }
}

# What was built for one place is linked anew for another, so a build of its own is used.
prefix=$scratch/usr
quiet="make -s BUILD=$scratch/build PREFIX=$prefix"
mkdir "$scratch/build"
cp -R "$build/src" "$scratch/build/src"
expect 'make install PREFIX=' $quiet install
expect 'every file in its place' holds "$prefix/bin/dbp-timeline" "$prefix/bin/rdbp-timeline" \
    "$prefix/share/dbp-timeline/dien-bien-phu.rec" "$prefix/share/man/man1/dbp-timeline.1" \
    "$prefix/share/man/man1/rdbp-timeline.1" "$prefix/share/man/man5/dbp-timeline.5" \
    "$prefix/share/bash-completion/completions/dbp-timeline" \
    "$prefix/share/zsh/site-functions/_dbp-timeline" \
    "$prefix/share/fish/vendor_completions.d/dbp-timeline.fish" \
    "$prefix/share/applications/dbp-timeline.desktop" \
    "$prefix/share/icons/hicolor/scalable/apps/dbp-timeline.svg"
for page in man/*/man?/*; do
    [ ! -f "$page" ] || expect "$page in its place" holds "$prefix/share/$page"
done
cd /
expect 'it finds its data' sh -c '"$1" --list | grep -q 1954' - "$prefix/bin/dbp-timeline"
expect 'its link finds them too' sh -c '"$1" --list | grep -q 1954' - "$prefix/bin/rdbp-timeline"
cd "$OLDPWD"
expect 'make uninstall' $quiet uninstall
expect 'nothing is left' nothing_left "$prefix"

expect 'make install DESTDIR=' $quiet DESTDIR="$scratch/a root" install
expect 'all of it below' holds "$scratch/a root$prefix/bin/dbp-timeline"
expect 'nothing beside it' nothing_left "$prefix"
expect 'make uninstall DESTDIR=' $quiet DESTDIR="$scratch/a root" uninstall
expect 'nothing is left there' nothing_left "$scratch/a root"

if command -v desktop-file-validate >/dev/null; then
    expect 'the desktop entry' desktop-file-validate data/desktop/dbp-timeline.desktop
fi

make -s BUILD="$scratch/dist" dist
cp "$scratch/dist"/*.tar.gz "$scratch/first.tar.gz"
sleep 1
make -s BUILD="$scratch/dist" dist
expect 'make dist: the same bytes again' cmp "$scratch/first.tar.gz" "$scratch/dist"/*.tar.gz

printf '%d passed, %d failed\n' "$passed" "$failed"
[ "$failed" -eq 0 ]
