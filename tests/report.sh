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
