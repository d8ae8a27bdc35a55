#!/bin/sh
# Builds a Debian package from the last commit, and has lintian read it when it is there.
#
# usage: deb.sh DIRECTORY, which will have the package
#
# The folder that Debian wants at the top of a source is .debian here, beside the other things
# about the project that are not the project; only the copy that is built from has a debian/.
set -eu
cd "${0%/*}/../.."
if ! command -v dh >/dev/null; then
    echo 'skip  debhelper is not installed'
    exit 0
fi
mkdir -p "$1"
into=$(cd "$1" && pwd)
rm -rf "${into:?}"/*
make -s dist BUILD="$into"
cd "$into"
tar -xzf dbp-timeline-*.tar.gz
cd dbp-timeline-*/
mv .debian debian
dpkg-buildpackage -us -uc -b >"$into/log" 2>&1 || {
    tail -30 "$into/log"
    exit 1
}
cd "$into"
ls dbp-timeline_*.deb
if command -v lintian >/dev/null; then
    lintian --allow-root --fail-on error dbp-timeline_*.changes &&
        echo 'ok    lintian finds no error'
else
    echo 'skip  lintian is not installed'
fi
