#!/bin/sh
# Installs what building, running and testing need, with the package manager that is there.
set -eu

as_root() {
    if [ "$(id -u)" -eq 0 ]; then "$@"; else sudo "$@"; fi
}

if command -v apt-get >/dev/null; then
    as_root apt-get update -q
    as_root env DEBIAN_FRONTEND=noninteractive apt-get install -q -y --no-install-recommends \
        gcc libc6-dev make libncurses-dev libunistring-dev libcmocka-dev libvterm-dev \
        ncurses-bin ncurses-term recutils mandoc groff-base binutils python3-minimal \
        clang-format clang clang-tidy cppcheck strace openssh-server openssh-client tmux \
        procps less valgrind python3-pil fonts-noto-mono
    # Where there is no such package it is part of clang.
    as_root env DEBIAN_FRONTEND=noninteractive apt-get install -q -y --no-install-recommends \
        libclang-rt-dev || true
elif command -v dnf >/dev/null; then
    as_root dnf install -y gcc make ncurses-devel libunistring-devel libcmocka-devel \
        libvterm-devel ncurses-term recutils mandoc binutils clang compiler-rt \
        clang-tools-extra cppcheck valgrind tmux less
elif command -v pacman >/dev/null; then
    as_root pacman -S --needed --noconfirm gcc make ncurses libunistring cmocka libvterm \
        recutils mandoc binutils clang compiler-rt cppcheck valgrind tmux less
elif command -v apk >/dev/null; then
    as_root apk add gcc musl-dev make ncurses-dev libunistring-dev cmocka-dev libvterm-dev \
        ncurses-terminfo recutils mandoc binutils clang compiler-rt clang-extra-tools \
        cppcheck valgrind tmux less
elif command -v brew >/dev/null; then
    brew install ncurses libunistring cmocka libvterm recutils mandoc cppcheck
else
    echo "deps: no package manager known here; see README.md for what is needed" >&2
    exit 1
fi
