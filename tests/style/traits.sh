#!/bin/sh
# Holds the sources against the style of the project. Prints what it measured, one line each, the
# faults below the line they belong to, and at last `N passed, N failed`.
#
# $BUILD, else build, is where the program and its objects are: an ordinary build, since sanitizers
# bring data and libraries of their own. $CC and $CPPFLAGS compile the headers.
set -eu
export LC_ALL=C # awk has to count bytes, whichever awk it is

cd "${0%/*}/../.."
# shellcheck source=tests/report.sh
. tests/report.sh
build=${BUILD:-build}
program=$build/dbp-timeline
cc=${CC:-cc}
cppflags=${CPPFLAGS:--D_XOPEN_SOURCE=700 -Isrc}

# limit NAME VALUE MAX [MORE]: passes when VALUE is MAX at most. MORE says more about VALUE.
limit() {
    limit_fault=
    if [ "$2" -gt "$3" ]; then
        limit_fault="at most $3 allowed"
    fi
    report "$1: $2 of at most $3${4:+, $4}" "$limit_fault"
}

# least NAME VALUE MIN
least() {
    least_fault=
    if [ "$2" -lt "$3" ]; then
        least_fault="at least $3 required"
    fi
    report "$1: $2 of at least $3" "$least_fault"
}

# --- Layers: the include graph ---

# Which folders each folder may include. Files at the top of src may include all, and nothing
# includes them but themselves. src/term reaches src/find and what lies below it through src/show.
upward=$(awk '
    BEGIN {
        may["base"] = "base"
        may["time"] = "base time"
        may["file"] = "base time file"
        may["find"] = "base time file find"
        may["show"] = "base time file find show"
        may["print"] = "base time file find print"
        may["term"] = "base show print term"
        may["top"] = "base time file find show print term top"
    }
    function folder(path) {
        return path ~ /\// ? substr(path, 1, index(path, "/") - 1) : "top"
    }
    /^[ \t]*#[ \t]*include[ \t]*"/ {
        split($0, part, "\"")
        from = folder(substr(FILENAME, 5))
        to = folder(part[2])
        if (index(" " may[from] " ", " " to " ") == 0)
            printf "%s:%d: %s may not include %s\n", FILENAME, FNR, from, part[2]
    }' src/*.[ch] src/*/*.[ch])
report 'includes go from layer to layer upwards only' "$upward"

# Prints the includes that lie on a cycle. With `join` x.c and x.h are one node. At first whatever
# includes nothing, or is included by nothing, is taken away, again and again.
cycles() {
    awk -v join="$1" '
        function node(path) {
            if (join)
                sub(/\.[ch]$/, "", path)
            return path
        }
        FNR == 1 { here = node(substr(FILENAME, 5)); alive[here] }
        /^[ \t]*#[ \t]*include[ \t]*"/ {
            split($0, part, "\"")
            to = node(part[2])
            if (here == to || (here, to) in known)
                next
            known[here, to]
            from_of[++edges] = here
            to_of[edges] = to
        }
        function peel(    gone, out, into, n, i) {
            for (i = 1; i <= edges; i++)
                if (from_of[i] in alive && to_of[i] in alive) {
                    out[from_of[i]]
                    into[to_of[i]]
                }
            for (n in alive)
                if (!(n in out) || !(n in into)) {
                    delete alive[n]
                    gone++
                }
            return gone
        }
        END {
            while (peel())
                continue
            for (i = 1; i <= edges; i++)
                if (from_of[i] in alive && to_of[i] in alive)
                    reach[from_of[i], to_of[i]]
            for (k in alive)
                for (i in alive)
                    for (j in alive)
                        if ((i, k) in reach && (k, j) in reach)
                            reach[i, j]
            for (i = 1; i <= edges; i++)
                if ((to_of[i], from_of[i]) in reach && (from_of[i], to_of[i]) in reach)
                    print from_of[i] " includes " to_of[i]
        }' src/*.[ch] src/*/*.[ch]
}
report 'files include each other without a cycle' "$(cycles '')"
report 'modules (x.c with x.h) include each other without a cycle' "$(cycles 1)"

curses=$(awk '/^[ \t]*#[ \t]*include[ \t]*<(ncursesw\/)?n?cursesw?\.h>/ { print FILENAME }' \
    src/*.[ch] src/*/*.[ch])
count=$(printf '%s\n' "$curses" | awk 'NF { n++ } END { print n + 0 }')
limit 'files that include <curses.h>' "$count" 2
elsewhere=$(printf '%s\n' "$curses" | awk 'NF && !/^src\/term\/.*\.c$/ { print $0 ": <curses.h>" }')
terminfo=$(curses=$curses awk '
    BEGIN { curses = ENVIRON["curses"]; gsub(/\n/, " ", curses) }
    /^[ \t]*#[ \t]*include[ \t]*<(ncursesw\/)?term\.h>/ {
        if (index(" " curses " ", " " FILENAME " ") == 0)
            print FILENAME ": <term.h>"
    }' src/*.[ch] src/*/*.[ch])
report '<curses.h> stands in .c files of src/term alone, <term.h> beside it' "$elsewhere
$terminfo"

unistring=$(awk '
    /^[ \t]*#[ \t]*include[ \t]*<uni(conv|stdio|str|types|ctype|name|norm|case)\.h>/ ||
    /^[ \t]*#[ \t]*include[ \t]*<uni(width|gbrk|wbrk|lbrk)\.h>/ {
        if (FILENAME !~ /^src\/base\//)
            printf "%s:%d: %s\n", FILENAME, FNR, $NF
    }' src/*.[ch] src/*/*.[ch])
report 'libunistring is known to src/base alone' "$unistring"

# --- Sizes ---

# One function a line: its length from the first line of the signature to the closing brace, its
# name, file and line, and whether it is static. A function is what has a line `{`.
functions=$(awk '
    FNR == 1 { start = body = comment = macro = 0 }
    macro { macro = /\\$/; next }
    comment { comment = !/\*\//; next }
    body && /^}/ {
        match(head, /[A-Za-z_0-9]+\(/)
        name = substr(head, RSTART, RLENGTH - 1)
        print FNR - start + 1, name, FILENAME, start, head ~ /^static /
        body = start = 0
        next
    }
    body { next }
    /^#/ { macro = /\\$/; start = 0; next }
    /^\/\*/ { comment = !/\*\//; start = 0; next }
    /^[{]$/ { body = start > 0; next }
    /^[A-Za-z_]/ && !start { start = FNR; head = $0 }
    /^$/ || /^}/ || /;$/ { start = 0 }' src/*.c src/*/*.c)

# quantile PERCENT: of the numbers that lead the lines read.
quantile() {
    awk -v percent="$1" '
        { n++; has[$1]++; if ($1 > top) top = $1 }
        END {
            for (value = 0; value < top && seen * 100 < n * percent; )
                seen += has[++value]
            print value
        }'
}
lines_of() {
    awk 'FNR == 1 && NR > 1 { print before, name } { before = FNR; name = FILENAME }
        END { print before, name }' "$@"
}
longest() {
    awk '$1 > top { top = $1; where = $2 (NF > 2 ? " in " $3 : "") } END { print where }'
}

number=$(printf '%s\n' "$functions" | awk 'END { print NR }')
limit "function lines, median of $number" "$(printf '%s\n' "$functions" | quantile 50)" 12
limit 'function lines, 90th percentile' "$(printf '%s\n' "$functions" | quantile 90)" 40
limit 'function lines, longest' "$(printf '%s\n' "$functions" | quantile 100)" 70 \
    "$(printf '%s\n' "$functions" | longest)"
limit 'function lines, main' \
    "$(printf '%s\n' "$functions" | awk '$2 == "main" { n = $1 } END { print n + 0 }')" 60
least 'functions that are static, in percent' \
    "$(printf '%s\n' "$functions" | awk '{ n += $5 } END { print int(n * 100 / NR) }')" 50
sizes=$(lines_of src/*.c src/*/*.c)
limit 'file lines, median of .c' "$(printf '%s\n' "$sizes" | quantile 50)" 250
limit 'file lines, longest .c' "$(printf '%s\n' "$sizes" | quantile 100)" 600 \
    "$(printf '%s\n' "$sizes" | longest)"
sizes=$(lines_of src/*.h src/*/*.h)
limit 'file lines, median of .h' "$(printf '%s\n' "$sizes" | quantile 50)" 60
limit 'file lines, longest .h' "$(printf '%s\n' "$sizes" | quantile 100)" 600 \
    "$(printf '%s\n' "$sizes" | longest)"

# --- Headers ---

guards=$(awk '
    function check() {
        if (last != "#endif")
            print file ": does not end with #endif"
    }
    FNR == 1 {
        if (file)
            check()
        file = FILENAME
        guard = toupper(substr(file, 5))
        gsub(/[^A-Z0-9]/, "_", guard)
        if ($0 != "#ifndef " guard)
            print file ":1: expected #ifndef " guard
    }
    FNR == 2 && $0 != "#define " guard { print file ":2: expected #define " guard }
    NF { last = $0 }
    END { check() }' src/*.h src/*/*.h)
report 'headers are guarded by their path' "$guards"

# shellcheck disable=SC2086 # the flags are words
alone=$($cc -std=c11 $cppflags -Wall -Wextra -Wpedantic -Wno-unused-function -Werror \
    -fsyntax-only -x c src/*.h src/*/*.h 2>&1 | awk '/error:/')
report 'headers compile alone' "$alone"

# A paragraph that holds a prototype begins with a comment.
bare=$(awk '
    FNR == 1 { commented = comment = macro = 0 }
    macro { macro = /\\$/; next }
    comment { comment = !/\*\//; next }
    /^#/ { macro = /\\$/; commented = 0; next }
    /^$/ { commented = 0; next }
    /^\/\*/ { comment = !/\*\//; commented = 1; next }
    /^[A-Za-z_].*\(/ && !commented { printf "%s:%d: %s\n", FILENAME, FNR, $0 }
    ' src/*.h src/*/*.h)
report 'prototypes have a comment above them or their group' "$bare"

# --- What was built ---

set --
unbuilt=
for source in src/*.c src/*/*.c; do
    object=$build/${source%.c}.o
    if [ -f "$object" ]; then
        set -- "$@" "$object"
    else
        unbuilt="$unbuilt$object is not there
"
    fi
done
if [ ! -f "$program" ]; then
    unbuilt="$unbuilt$program is not there
"
fi
report "the program and its $# objects are built" "$unbuilt"

# Objects that may change though they have file scope, and why; flags of signal handlers and their
# like (static volatile sig_atomic_t) need not be listed.
exceptions='
src/term/signals.c signal_state a handler has no argument to find it by
src/term/screen.c state curses is one to a process, and atexit() passes nothing
src/base/memory.c attempt who runs out of memory was not told whose work it does
src/base/memory.c is_dear what pages cost is one thing for the process, and found out once
src/file/content.c mapped a handler of SIGBUS has no argument to find it by
'
mutable=$(objdump -t "$@" | exceptions=$exceptions awk -v build="$build/" '
    BEGIN {
        count = split(ENVIRON["exceptions"], line, "\n")
        for (i = 1; i <= count; i++)
            if (split(line[i], word, " ") > 2)
                excepted[word[1], word[2]]
    }
    # Notes the names of a line such as `static volatile sig_atomic_t resized, stop;`.
    function note_flags(source, text,    name, count, i) {
        while ((getline text < source) > 0) {
            if (text !~ /^static volatile sig_atomic_t /)
                continue
            gsub(/^static volatile sig_atomic_t |;.*$| /, "", text)
            count = split(text, name, ",")
            for (i = 1; i <= count; i++)
                flag[source, name[i]]
        }
        close(source)
    }
    / file format / {
        source = substr($1, length(build) + 1)
        sub(/\.o:$/, ".c", source)
        note_flags(source)
        next
    }
    # 0000000000000bb0 l     O .bss   0000000000000004 continued
    /^[0-9a-f]+ ......[O ] (\.data|\.bss|\.tdata|\.tbss|\*COM\*)/ && !/ \.data\.rel\.ro/ {
        if ($0 ~ /^[0-9a-f]+ .....d/)
            next
        name = $NF
        if ((source, name) in excepted)
            used[source, name]
        else if (!((source, name) in flag))
            print source ": " name " can change"
    }
    END {
        for (e in excepted)
            if (!(e in used)) {
                split(e, part, SUBSEP)
                print part[1] ": " part[2] " is excepted, but is not there"
            }
    }')
report 'no data of file scope can change but flags and the exceptions listed here' "$mutable"

# Prints `source symbol` for each undefined symbol of the objects.
undefined=$(nm -u "$@" | awk -v build="$build/" '
    /:$/ { source = substr($0, length(build) + 1); sub(/\.o:$/, ".c", source); next }
    NF { name = $NF; sub(/@.*/, "", name); print source, name }')

ends=$(printf '%s\n' "$undefined" | awk '
    $2 ~ /^(exit|_exit|_Exit|quick_exit|pthread_exit|abort|__assert.*|v?errx?|error)$/ &&
    $1 != "src/main.c" && $1 != "src/base/memory.c" { print $1 ": " $2 "()" }')
report 'the process is ended by main and the allocator alone' "$ends"

columns=$(printf '%s\n' "$undefined" | awk '
    $2 ~ /^(wcs?n?width|wcwidth|mbrtowc|mbtowc|mbstowcs|mbsrtowcs|strcoll|strxfrm|wcscoll)$/ {
        print $1 ": " $2 "()"
    }')
report 'nobody asks the locale for widths, characters or order' "$columns"

helpers=$(nm -D --undefined-only "$program" | awk '
    { name = $NF; sub(/@.*/, "", name) }
    name ~ /^(f?exec(l|v|le|ve|lp|vp|vpe|veat)?|v?fork|_Fork|clone[23]?|posix_spawnp?)$/ ||
    name ~ /^(system|popen|wordexp|dlopen|dlmopen)$/ { print name "()" }')
report 'the program can run no other program' "$helpers"

libraries=$(objdump -p "$program" | awk '
    $1 == "NEEDED" && $2 !~ /^lib(ncursesw|tinfow?|unistring|c|m)\.so(\.|$)/ &&
    $2 !~ /^(ld-linux.*|libc\.musl-.*)\.so(\.|$)/ { print $2 }')
report 'the program needs ncursesw, tinfo, unistring and libc only' "$libraries"

# --- Text ---

set --
for file in src/*.[ch] src/*/*.[ch] tests/*/*.[ch] tests/*/*.def; do
    if [ -f "$file" ]; then
        set -- "$@" "$file"
    fi
done
report 'no tabs in C' "$(awk '/\t/ { print FILENAME ":" FNR }' "$@")"

if installed clang-format; then
    unlike=$(for file in "$@"; do
        case $file in
        (*.[ch]) printf '%s\n' "$file" ;;
        esac
    done | xargs clang-format --dry-run -Werror 2>&1 | awk '/error:/')
    report 'clang-format would change nothing' "$unlike"
fi

for file in tests/*/*.sh; do
    if [ -f "$file" ]; then
        set -- "$@" "$file"
    fi
done

# Columns: continuation bytes and combining marks take none, East Asian letters and emoji two.
wide=$(awk '
    {
        text = $0
        gsub(/[\343-\355][\200-\277][\200-\277]/, "..", text)
        gsub(/\360\237[\200-\277][\200-\277]/, "..", text)
        gsub(/\314[\200-\277]|\315[\200-\257]/, "", text)
        gsub(/[\200-\277]/, "", text)
        if (length(text) > 100)
            printf "%s:%d: %d columns\n", FILENAME, FNR, length(text)
    }' "$@")
report "no line over 100 columns in $# files of C and shell" "$wide"

for file in Makefile README.md LICENSE .ci/run .clang-format .clang-tidy .editorconfig .gitignore \
    man/* data/*.rec; do
    if [ -f "$file" ]; then
        set -- "$@" "$file"
    fi
done
report "no blanks at the end of a line in $# files" \
    "$(awk '/[ \t\r]$/ { print FILENAME ":" FNR }' "$@")"
unended=$(for file in "$@"; do
    if [ -n "$(tail -c 1 "$file")" ]; then
        printf '%s: no newline at the end\n' "$file"
    fi
done)
empty=$(awk '
    FNR == 1 && blank { print file ": an empty line at the end" }
    { blank = /^$/; file = FILENAME }
    END { if (blank) print file ": an empty line at the end" }' "$@")
report "one newline at the end of $# files" "$unended
$empty"

# The words are put together here, or this file would have them.
words=$(awk -v words="TO""DO FIX""ME X""XX" '
    BEGIN { count = split(words, word, " ") }
    {
        gsub(/"[^"]*"/, "") # 193X is a date, and so may be what stands in quotes
        for (i = 1; i <= count; i++)
            if ($0 ~ "(^|[^A-Za-z0-9_])" word[i] "([^A-Za-z0-9_]|$)")
                printf "%s:%d: %s\n", FILENAME, FNR, word[i]
    }' "$@")
report "no work is put off in $# files" "$words"

number=$#
beyond_ascii=$(awk 'FNR == 1 { seen = 0 } /[\200-\377]/ && !seen++ { print FILENAME }' "$@")
if command -v uconv >/dev/null; then
    uncomposed=$(for file in $beyond_ascii; do
        if ! uconv -f utf-8 -t utf-8 --from-callback stop -x nfc "$file" 2>/dev/null |
            cmp -s - "$file"; then
            printf '%s\n' "$file"
        fi
    done)
    report "UTF-8 in NFC in $number files" "$uncomposed"
elif python3 -c 'import unicodedata' 2>/dev/null; then
    # shellcheck disable=SC2086 # the names are words
    uncomposed=$(python3 -c '
import sys, unicodedata
for name in sys.argv[1:]:
    try:
        text = open(name, encoding="utf-8", newline="").read()
    except UnicodeDecodeError:
        text = None
    if text is None or unicodedata.normalize("NFC", text) != text:
        print(name)
' $beyond_ascii)
    report "UTF-8 in NFC in $number files" "$uncomposed"
else
    skip 'UTF-8 in NFC: neither uconv nor python3 is installed'
fi

finish
