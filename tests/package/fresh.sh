#!/bin/sh
# Installs the Debian package in a fresh root, runs it there, purges it, and looks for what it left.
#
# usage: fresh.sh DIRECTORY, which has the package; needs root and debootstrap
#
# The root is made once, at DIRECTORY/../fresh/root, and a copy of it is used. SUITE is bookworm,
# and MIRROR that of debootstrap, if they are not set.
set -eu
if [ "$(id -u)" -ne 0 ] || ! command -v debootstrap >/dev/null; then
    echo 'skip  a fresh root needs root, and debootstrap'
    exit 0
fi
if ! ls "$1"/dbp-timeline_*.deb >/dev/null 2>&1; then
    echo 'skip  there is no package to install'
    exit 0
fi
directory=$(cd "$1" && pwd)
pristine=${directory%/*}/fresh/root
root=${directory%/*}/fresh/used
[ -x "$pristine/usr/bin/apt-get" ] || {
    rm -rf "$pristine"
    mkdir -p "$pristine"
    debootstrap --variant=minbase "${SUITE:-bookworm}" "$pristine" ${MIRROR:+"$MIRROR"} \
        >"$directory/debootstrap.log" 2>&1 || { tail "$directory/debootstrap.log"; exit 1; }
}
rm -rf "$root"
trap 'rm -rf "$root"' EXIT
cp -a "$pristine" "$root"
cp "$directory"/dbp-timeline_*.deb "$root/tmp/dbp-timeline.deb"
cp /etc/resolv.conf "$root/etc/resolv.conf"

in_root() {
    env -i PATH=/usr/sbin:/usr/bin:/sbin:/bin LC_ALL=C.UTF-8 TERM=xterm \
        DEBIAN_FRONTEND=noninteractive chroot "$root" "$@"
}

# What a package brings; what apt and dpkg write for themselves is left out.
files() {
    (cd "$root" && find . -xdev \( -path ./proc -o -path ./sys -o -path ./dev -o -path ./tmp \
        -o -path ./var/lib/dpkg -o -path ./var/lib/apt -o -path ./var/cache -o -path ./var/log \
        \) -prune -o -print | sort)
}

# step NAME COMMAND...
step() {
    name=$1
    shift
    if "$@" >"$directory/step" 2>&1; then
        printf 'ok    %s\n' "$name"
    else
        printf 'FAIL  %s\n' "$name"
        tail -20 "$directory/step"
        exit 1
    fi
}

# The terminal is one of the host: the root has no devices.
open_and_leave() {
    (sleep 2 && echo q) | script -qec "stty rows 24 cols 80; timeout 30 chroot '$root' \
        env TERM=xterm LC_ALL=C.UTF-8 dbp-timeline" "$directory/screen"
    grep -q 1858 "$directory/screen"
}

# Libraries first, so that what is compared is the package alone.
needed=$(dpkg-deb -f "$root/tmp/dbp-timeline.deb" Depends | sed 's/([^)]*)//g; s/,/ /g')
step 'apt-get update' in_root apt-get -q update
# shellcheck disable=SC2086 # a list of packages
step "its libraries: $needed" in_root apt-get -q -y --no-install-recommends install $needed
files >"$directory/before"
step 'dpkg -i' in_root dpkg -i /tmp/dbp-timeline.deb
step 'it prints' in_root sh -c 'dbp-timeline --lang=en --list | grep -q "Him Lam"'
step 'it speaks Vietnamese' in_root sh -c 'dbp-timeline --lang=vi --help | grep -q "in bảng này"'
step 'it finds no fault in its data' in_root dbp-timeline --check
step 'it opens on a terminal, and leaves' open_and_leave
step 'its link is restricted' in_root sh -c '! rdbp-timeline /etc/passwd'
step 'dpkg --purge' in_root dpkg --purge dbp-timeline
files >"$directory/after"
step 'nothing is left' diff "$directory/before" "$directory/after"
