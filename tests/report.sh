# shellcheck shell=sh
# Read by the scripts of the tests, which run in the root of the project: which program is tried;
# a line for each thing that is checked, the faults below it; at last `N passed, N failed`.

# shellcheck disable=SC2034 # the script that reads this uses it
program=${DBP_TIMELINE:-$PWD/build/dbp-timeline}
passed=0
failed=0

# report NAME FAULTS: passes when there are no faults, one a line; blank lines are none.
report() {
    faults=$(printf '%s\n' "$2" | awk 'NF')
    if [ -z "$faults" ]; then
        passed=$((passed + 1))
        printf 'ok    %s\n' "$1"
    else
        failed=$((failed + 1))
        printf 'FAIL  %s\n' "$1"
        printf '%s\n' "$faults" | awk '{ print "      " $0 }'
    fi
}

# holds NAME COMMAND...: passes when the command does; else what it said is told.
holds() {
    holds_name=$1
    shift
    holds_fault=
    holds_said=$("$@" 2>&1) || holds_fault=${holds_said:-no word was said}
    report "$holds_name" "$(printf '%s\n' "$holds_fault" | head -30)"
}

# skip WHY: says that something is not checked.
skip() {
    printf 'skip  %s\n' "$1"
}

# installed COMMAND: says whether there is such a program, and if not, that it is skipped.
installed() {
    command -v "$1" >/dev/null 2>&1 || {
        skip "$1 is not installed"
        return 1
    }
}

# finish: says how many passed; the status is whether all did.
finish() {
    printf '%d passed, %d failed\n' "$passed" "$failed"
    [ "$failed" -eq 0 ]
}
