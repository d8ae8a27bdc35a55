# shellcheck shell=sh
# Read by the scripts of the tests: a line for each thing that is checked, the faults below it.

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
