# shellcheck shell=sh
# Read by the scripts that measure $program, from the folder $here: their tools and their files.
# $BUILD (`build` when not set) is where both are written; those that are there are used again.

build=${BUILD:-build}
tools=$build/tests/bench
bench=$build/bench
mkdir -p "$tools" "$bench"

case $program in
*/*) ;;
*) program=./$program ;;
esac

# Says whether file $1 is there and none of the others is newer.
is_fresh() {
    [ -f "$1" ] && [ -z "$(find "$@" -newer "$1")" ]
}

warnings='-Wall -Wextra -Wpedantic -Wshadow -Wstrict-prototypes -Wconversion'

# build_tool TOOL LIBRARIES SOURCE...: compiles it when it is older than a source.
build_tool() {
    tool=$tools/$1
    libraries=$2
    shift 2
    if ! is_fresh "$tool" "$@" "$here"/*.h; then
        # shellcheck disable=SC2086 # the flags are words
        "${CC:-cc}" -std=c11 -O2 $warnings -D_XOPEN_SOURCE=700 -D_DEFAULT_SOURCE \
            -o "$tool" "$@" $libraries
    fi
}

# Prints the path of the file of $1 events.
events() {
    printf '%s/events-%d.rec' "$bench" "$1"
}

# Writes the file of $1 events, under another name until it is whole.
generate() {
    if ! is_fresh "$(events "$1")" "$here/generate.c"; then
        "$tools/generate" "$1" >"$bench/half"
        mv "$bench/half" "$(events "$1")"
    fi
}

# Builds all that needs nothing of the program.
build_tools() {
    build_tool generate '' "$here/generate.c"
    build_tool hello '-lncursesw -ltinfo' "$here/hello.c"
    build_tool hold '' "$here/hold.c"
    build_tool probe '' "$here/probe.c" "$here/child.c" "$here/process.c" "$here/script.c" \
        "$here/series.c" "$here/terminal.c"
}
