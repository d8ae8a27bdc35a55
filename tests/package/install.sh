#!/bin/sh
# Installs with DESTDIR and PREFIX, runs what was installed from there, and uninstalls it again.
#
# usage: install.sh BUILD
set -eu
cd "${0%/*}/../.."
build=$1
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
# shellcheck source=tests/report.sh
. tests/report.sh

are_there() {
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
holds 'make install PREFIX=' $quiet install
holds 'every file in its place' are_there "$prefix/bin/dbp-timeline" "$prefix/bin/rdbp-timeline" \
    "$prefix/share/dbp-timeline/dien-bien-phu.rec" "$prefix/share/man/man1/dbp-timeline.1" \
    "$prefix/share/man/man1/rdbp-timeline.1" "$prefix/share/man/man5/dbp-timeline.5" \
    "$prefix/share/bash-completion/completions/dbp-timeline" \
    "$prefix/share/zsh/site-functions/_dbp-timeline" \
    "$prefix/share/fish/vendor_completions.d/dbp-timeline.fish" \
    "$prefix/share/applications/dbp-timeline.desktop" \
    "$prefix/share/icons/hicolor/scalable/apps/dbp-timeline.svg"
for page in man/*/man?/*; do
    [ ! -f "$page" ] || holds "$page in its place" are_there "$prefix/share/$page"
done
cd /
holds 'it finds its data' sh -c '"$1" --list | grep -q 1954' - "$prefix/bin/dbp-timeline"
holds 'its link finds them too' sh -c '"$1" --list | grep -q 1954' - "$prefix/bin/rdbp-timeline"
cd "$OLDPWD"
holds 'make uninstall' $quiet uninstall
holds 'nothing is left' nothing_left "$prefix"

holds 'make install DESTDIR=' $quiet DESTDIR="$scratch/a root" install
holds 'all of it below' are_there "$scratch/a root$prefix/bin/dbp-timeline"
holds 'nothing beside it' nothing_left "$prefix"
holds 'make uninstall DESTDIR=' $quiet DESTDIR="$scratch/a root" uninstall
holds 'nothing is left there' nothing_left "$scratch/a root"

if command -v desktop-file-validate >/dev/null; then
    holds 'the desktop entry' desktop-file-validate data/desktop/dbp-timeline.desktop
fi

make -s BUILD="$scratch/dist" dist
cp "$scratch/dist"/*.tar.gz "$scratch/first.tar.gz"
sleep 1
make -s BUILD="$scratch/dist" dist
holds 'make dist: the same bytes again' cmp "$scratch/first.tar.gz" "$scratch/dist"/*.tar.gz

finish
