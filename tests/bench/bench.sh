#!/bin/sh
# Measures the program beside its peers, prints a table and leaves it in $BUILD/bench/table.txt.
#
# usage: bench.sh [PROGRAM]
#
# $BENCH_EVENTS (1000000) is how many events the largest file has, $BENCH_HARD (100000) how many
# those have that are hard in one way each; tools.sh says where they are. What was measured stands
# in $BUILD/bench/measured.tsv, see the head of probe.c. A ratio is that of two medians taken in
# turn in one run. Times are never asserted; wrong results are, by exit status 1.
set -eu
export LC_ALL=C.UTF-8

case $0 in
*/*) here=${0%/*} ;;
*) here=. ;;
esac
program=${1:-build/dbp-timeline}
largest=${BENCH_EVENTS:-1000000}
# shellcheck source=tools.sh
. "$here/tools.sh"
measured=$bench/measured.tsv

province='Điện Biên'
needle='gò Chín Vạc'
folded='go chin vac'

case $largest in
'' | *[!0-9]*)
    echo 'bench: BENCH_EVENTS is no number' >&2
    exit 2
    ;;
esac
checked=$((largest < 100000 ? largest : 100000))
hard=${BENCH_HARD:-$checked}
shapes='sorted unsorted one-day provinces tiny giant large many'
tenth=$((checked / 10))

# Prints the number $1 with commas between the thousands.
grouped() {
    echo "$1" | sed -e :a -e 's/^\([0-9]*[0-9]\)\([0-9]\{3\}\)/\1,\2/' -e ta
}

has() {
    command -v "$1" >/dev/null
}

# Measures, each section for `$1` rounds; see probe.c.
probe() {
    rounds=$1
    shift
    "$tools/probe" -r "$rounds" "$@" >>"$measured"
}

measure_shipped() {
    probe 41 tty shipped q "$program" -- tty hello q "$tools/hello"
    probe 7 tty keys 'j*8 =j*30 scroll=j*10 page=<PgDn>*8 q' "$program"
    probe 3 tty idle 'idle=<wait>*2000 q' "$program"
    probe 5 tty saved 'saved=<save>*5 q' "$program" "$(events 10000)"
}

# Lets the system forget a file and read it again: one that was just written lies in its cache in
# smaller pieces than one that was read, as files are that somebody opens. Only what is on the disk
# can be forgotten.
read_afresh() {
    sync "$1"
    dd of="$1" oflag=nocache conv=notrunc,fdatasync count=0 2>/dev/null || true
    cat "$1" >/dev/null
}

# Sees to it that what is measured is in the page cache, and stays there.
hold() {
    for file; do
        read_afresh "$file"
    done
    holders="$holders $("$tools/hold" "$@")"
}

# The keys are those of one who looks around; the file of 100 events gets the same, and has pages
# enough for them.
measure_large() {
    keys='j*10 <PgDn>*5 =g <PgDn>*5 G g G g G g G g G g'
    keys="$keys =p =Điện<Space>Biên filter=<Enter> =x"
    find='find=/go<Space>chin<Space>vac =<Esc>'
    exact='exact=/gò<Space>Chín<Space>Vạc =<Esc>'
    keys="$keys $find $find $find often=/truong =<Esc> $exact $exact $exact q"
    probe 7 tty small "$keys" "$program" "$(events 100)" -- \
        tty large "$keys" "$program" "$large" -- \
        null wc wc -l "$large" -- \
        file grep-province grep -c "^Province: $province\$" "$large" -- \
        file grep-find grep -ci "$needle" "$large" -- \
        file grep-exact grep -cF "$needle" "$large"
    if has rg; then
        probe 5 file rg-find rg -ci "$needle" "$large"
    fi
}

# grep stops at the first match when its output is /dev/null, so it gets a file. Printing is what
# is left of the time of a list when that of an empty one is taken away.
measure_commands() {
    probe 21 null index "$program" --from=2500 --format=tsv "$large" -- \
        null index-wc wc -l "$large" -- \
        null list "$program" --province="$province" --format=tsv "$large" -- \
        null empty-list "$program" --province="$province" --from=2025 --format=tsv "$large" -- \
        file grep-list grep -c "^Province: $province\$" "$large" -- \
        null literal "$program" --search="$needle" --format=tsv "$large" -- \
        file grep-literal grep -cF "$needle" "$large" -- \
        null blind "$program" --search="$folded" --format=tsv "$large" -- \
        file grep-blind grep -ci "$needle" "$large"
}

# Prints the path of the hard file of shape $1.
shape() {
    case $1 in
    sorted) events "$hard" ;;
    large) echo "$large" ;;
    many) printf '%s/%s-%d.rec' "$bench" "$1" "$total" ;;
    *) printf '%s/%s-%d.rec' "$bench" "$1" "$hard" ;;
    esac
}

# Writes $1 events of a line each.
generate_tiny() {
    awk -v count="$1" 'BEGIN {
        print "%rec: Event\n"
        for (i = 0; i < count; i++)
            printf "Date: %d\nTitle: %d\n\n", 1000 + i / (count / 1000), i
    }'
}

# Writes files that are hard in one way each: $hard events in any order, all on one day, of 4,000
# provinces, of a line each, as many of these as the large file has, and one of 64 MB, which the
# keys pass, among 1,000.
generate_shapes() {
    plain=$(events "$hard")
    is_fresh "$(shape giant)" "$plain" "$0" && return
    "$tools/generate" -u "$hard" >"$(shape unsorted)"
    "$tools/generate" -d "$hard" >"$(shape one-day)"
    awk '/^Province: / { print "Province: Tỉnh " ++n * 7919 % 4000; next } { print }' "$plain" \
        >"$(shape provinces)"
    generate_tiny "$hard" >"$(shape tiny)"
    generate_tiny "$total" >"$(shape many)"
    awk 'BEGIN { RS = ""; ORS = "\n\n" }
        { print }
        /^%rec: Event/ {
            printf "Id: giant\nDate: 1858-03\nTitle: A long story\nText: It began.\n"
            for (i = 0; i < 1048576; i++)
                printf "+ So it went on and on, with no end to be seen by any reader...\n"
            print "Source: so-lang"
        }' "$(events 1000)" >"$(shape giant)"
}

# Prints the keys for shape $1: a province is chosen where there are any.
shape_keys() {
    case $1 in
    tiny | many) filter= ;;
    provinces) filter='=p =Tỉnh<Space>1234 filter=<Enter> =x' ;;
    *) filter='=p =Điện<Space>Biên filter=<Enter> =x' ;;
    esac
    echo "j*10 <PgDn>*10 G g G g G g $filter find=/qwertyu =<Esc> q"
}

# measure_shape ROUNDS MODE MEASURE [OPTION]: one measure of all shapes in turn. What is only opened
# is opened one right after the other, as for the first paint of the shipped timeline: a virtual
# machine that idles between them gives memory back, which may cost ten milliseconds at a start.
measure_shape() {
    rounds_each=$1
    mode=$2
    what=$3
    option=${4-}
    set --
    for name in $shapes; do
        keys=$(shape_keys "$name")
        case $mode in
        open) set -- "$@" -- tty "$what-$name" q "$program" "$(shape "$name")" ;;
        tty) set -- "$@" -- tty "$what-$name" "$keys" "$program" "$(shape "$name")" ;;
        null)
            set -- "$@" -- null "$what-$name" "$program" "$option" --format=tsv "$(shape "$name")"
            ;;
        esac
    done
    shift
    probe "$rounds_each" "$@"
}

measure_shapes() {
    measure_shape 21 open open
    measure_shape 11 tty keys
    measure_shape 5 null read --from=2500
    measure_shape 5 null search --search="$folded"
    measure_shape 5 null list --list
    measure_shape 5 null check --check
}

measure_check() {
    set -- null check "$program" --check "$(events "$checked")" -- \
        null check-tenth "$program" --check "$(events "$tenth")"
    if has recinf; then
        set -- "$@" -- null recinf recinf "$(events "$checked")"
    fi
    probe 11 "$@"
}

# What is measured from within was built by `make bench`.
measure_steps() {
    if [ -x "$tools/steps" ]; then
        "$tools/steps" "$(events 1000)" "$large" >>"$measured"
    fi
}

# So was what starts many sessions.
measure_class() {
    if [ -x "$tools/class" ]; then
        "$tools/class" "$program" >>"$measured"
    fi
}

# Prints the last value of field $1 in the large file.
last_value() {
    tail -n 40 "$large" | sed -n "s/^$1: //p" | tail -n 1
}

count_listed() {
    "$program" "$@" --format=tsv "$large" | sed 1d | grep -c ''
}

# Prints how many events come up to the one with the needle.
place_of_needle() {
    grep -e '^Date: ' -e "$needle" "$large" | sed "/$needle/q" | grep -c '^Date: '
}

# same WHAT EXPECTED GOT: a row of the table that says whether they are.
same() {
    verdict=ok
    if [ "$2" != "$3" ]; then
        verdict="WRONG: $2 expected"
        wrong=1
    fi
    printf '%-46s  %-24s  %s\n' "$1" "$3" "$verdict" >>"$bench/correct"
}

# Prints $2 if it stands on the screen after keys $1, else the position that stands there.
on_screen() {
    "$tools/probe" -t "$1" "$program" "$large" | awk -v wanted="$2" '
        index($0, wanted) { found = 1 }
        /^[0-9]+\/[0-9]+/ { position = $0 }
        END { print found ? wanted : position }'
}

# A repainted screen has each line whole, which one that was brought up to date has not; only the
# last cell of the last row comes by itself.
check_results() {
    wrong=0
    : >"$bench/correct"
    date=$(last_value Date)
    provinces=$(grep -c "^Province: $province\$" "$large") || :
    same 'G goes to the last event' "$total/$total  $date" \
        "$(on_screen 'G <^L> q' "$total/$total  $date")"
    same 'the list ends with it' "$(last_value Id)" \
        "$("$program" --format=tsv "$large" | tail -n 1 | cut -f 1)"
    same 'hard files that were not read to the end' 0 "$(count_failures)"
    same '--province, as many as grep finds' "$provinces" \
        "$(count_listed --province="$province")"
    same '  chosen on the screen, the same' "1/$provinces" \
        "$(on_screen 'p Điện<Space>Biên <Enter> <^L> q' "1/$provinces")"
    needle_at="$(place_of_needle)/$total"
    same '  searched on the screen, the needle' "$needle_at" \
        "$(on_screen '/go<Space>chin<Space>vac <Enter> <^L> q' "$needle_at")"
    same '--search, as many as grep finds' "$(grep -cF "$needle" "$large")" \
        "$(count_listed --search="$needle")"
    same '  without accents, the same' "$(grep -ci "$needle" "$large")" \
        "$(count_listed --search="$folded")"
}

# The rows: what is measured, ours, the peer and what it is called, the goals. A number is a name,
# a measure and a unit of measured.tsv, and p95 when it is not the median; the greatest is taken of
# several with commas between. A goal with an x is one of the ratio, others are of ours.
rows() {
    cat <<END
first paint, shipped timeline|shipped paint ms|hello paint ms|ncurses hello|1.5x
j in view|keys j ms|||0.5 ms
  bytes|keys j bytes|||140 B
j that scrolls|keys scroll ms p95|||
  bytes|keys scroll bytes p95|||670 B
page down|keys page ms|||
  bytes|keys page bytes|||1350 B
idle for 2 s, bytes|idle idle bytes|||0 B
  processor|idle idle cpu|||0.5 ms
10,000 events read again when saved|saved saved ms|||100 ms
first paint, $(grouped "$total") events|large paint ms|wc run ms|wc -l|0.25x
j|large j ms|small j ms|100 events|1.5x, 0.5 ms
page down|large <PgDn> ms|small <PgDn> ms|100 events|1.5x, 0.5 ms
G|large G ms|small G ms|100 events|1.5x, 0.5 ms
g|large g ms|small g ms|100 events|1.5x, 0.5 ms
  the slowest of these, 95th percentile|large j ms p95,large <PgDn> ms p95,large G ms p95,\
large g ms p95|||2 ms
from level to level, up and down, mean|steps-large level ms|steps-small level ms|1,000 events|1.5x
  the costliest|steps-large level-most ms|steps-small level-most ms|1,000 events|1.5x
zoom on the axis, from all to a day, mean|steps-large zoom ms|steps-small zoom ms|1,000 events|1.5x
  the costliest|steps-large zoom-most ms|steps-small zoom-most ms|1,000 events|1.5x
pan at each of these zooms, mean|steps-large pan ms|steps-small pan ms|1,000 events|1.5x
  the costliest|steps-large pan-most ms|steps-small pan-most ms|1,000 events|1.5x
1,000,000 dates read (20 million a second)|dates parse ms|dates scan ms|memchr|50 ms
all events read, beside wc -l|index run ms|index-wc run ms|wc -l|2.5x
province filter in the open reader|large filter ms|grep-province run ms|grep -c|0.1x
search without accents in it, to a hit at 95%|large find ms|grep-find run ms|grep -ci|1x
  beside ripgrep|large find ms|rg-find run ms|rg -ci|
  to the first byte on the screen|large find first|||50 ms
search with accents in it, to the same hit|large exact ms|grep-exact run ms|grep -cF|0.3x
search for a frequent word, all of it|large often ms|grep-find run ms|grep -ci|
  to the first byte on the screen|large often first|||50 ms
exit|large exit ms|||5 ms
memory of its own|large anon kB|size file kB|the file|0.12x
200 sessions, the share of each in memory|crowd pss MiB|||3 MiB
  a key, the others being idle|crowd key ms|||20 ms
  40 of them paging at once, 36 keys each|crowd page ms|||
  of these not where the keys lead to|crowd lost sessions|||0
a leader moves, to the last of 40 screens|class move ms|||250 ms
  the slowest, 95th percentile|class move ms p95|||250 ms
  processor of all 41 while nobody types|class idle percent|||1 %
--province=... --format=tsv|list run ms|grep-list run ms|grep -c|
  with nothing to print|empty-list run ms|grep-list run ms|grep -c|0.9x
--search, with accents|literal run ms|grep-literal run ms|grep -cF|
--search, accents and case left out|blind run ms|grep-blind run ms|grep -ci|
--check, $(grouped "$checked") events|check run ms|recinf run ms|recinf|0.5x
  ten times the events|check run ms|check-tenth run ms|$(grouped "$tenth") events|11x
END
}

# The rows of the table of hard files: what is measured, the first half of the name in measured.tsv
# that the shape makes whole, a measure and a unit.
shape_rows() {
    cat <<'END'
first paint|open paint ms
j|keys j ms
page down|keys <PgDn> ms
G|keys G ms
g|keys g ms
province filter in the open reader|keys filter ms
search in it, without a hit|keys find ms
memory of its own|keys anon kB
all events read|read run ms
--search, accents and case left out|search run ms
--list --format=tsv|list run ms
--check|check run ms
END
}

# Makes the table of the hard files, beside those that are sorted and have as many events.
tabulate_shapes() {
    printf '%s events that are hard in one way each, beside as many that are sorted; ' \
        "$(grouped "$hard")"
    echo '"!" is over 2x.'
    echo 'tiny: of a line each; giant: one of 64 MB among 1,000;'
    echo "many: $(grouped "$total") of a line each, beside the large file."
    echo
    shape_rows | awk -F '|' -v measured="$measured" -v shapes="$shapes" '
    BEGIN {
        while ((getline line < measured) > 0) {
            split(line, field, "\t")
            value[field[1] " " field[2] " " field[3]] = field[4]
        }
        count = split(shapes, shape, " ")
        printf "%-36s", "measure"
        for (i = 1; i <= count; i++)
            printf "  %10s", shape[i]
        print ""
    }
    {
        split($2, part, " ")
        unit = part[3] == "kB" ? "kB" : "ms"
        name = " " part[2] " " part[3]
        printf "%-36s", $1
        for (i = 1; i <= count; i++) {
            ours = part[1] "-" shape[i] name
            if (shape[i] == "sorted" || shape[i] == "large") {
                plain = value[ours]
                printf "  %10s", sprintf(plain < 10 ? "%.2f %s" : "%.0f %s", plain, unit)
                continue
            }
            ratio = ours in value && plain > 0 ? value[ours] / plain : -1
            printf "  %10s", ratio < 0 ? "- " : sprintf("%.2fx%s", ratio, ratio > 2 ? "!" : " ")
        }
        print ""
    }' | sed 's/ *$//'
}

# Prints how many runs on the hard files did not end well.
count_failures() {
    awk -F '\t' '$1 ~ /^(read|search|list|check)-/ && $2 == "status" && $7 > 0 { count++ }
        END { print count + 0 }' "$measured"
}

# Prints what holds for all rows.
describe() {
    memory=$(awk '/^MemTotal:/ { printf "%.0f GiB", $2 / 1048576 }' /proc/meminfo 2>/dev/null ||
        echo 'memory unknown')
    printf '%s cores, %s; %s events are %s MB, in the page cache, %s; 80x24, xterm-256color.\n' \
        "$(getconf _NPROCESSORS_ONLN)" "$memory" "$(grouped "$total")" "$((size / 1000000))" \
        'free memory at hand'
    echo 'Medians; ratios are of medians taken in turn in one run. "over" is behind a goal missed.'
    echo 'Keys are typed on the processor that reads them.'
}

# Makes the table of the numbers and the rows.
tabulate() {
    rows | awk -F '|' -v measured="$measured" '
    # Returns the number called so, -1 when there is none, the greatest when there are several.
    function number(names,    list, count, i, most) {
        most = -1
        count = split(names, list, ",")
        for (i = 1; i <= count; i++)
            if (list[i] in value && value[list[i]] > most)
                most = value[list[i]]
        return most
    }
    function unit_of(names,    word) {
        split(names, word, /[ ,]/)
        return word[3]
    }
    function show(n, unit) {
        if (n < 0)
            return "-"
        if (unit == "bytes")
            return sprintf("%.0f B", n)
        if (unit == "sessions")
            return sprintf("%.0f", n)
        if (unit == "percent")
            return sprintf("%.2f %%", n)
        if (unit == "MiB")
            return sprintf("%.2f MiB", n)
        if (unit == "kB")
            return sprintf("%.1f MB", n * 1024 / 1000000)
        return sprintf(n < 10 ? "%.2f ms" : n < 100 ? "%.1f ms" : "%.0f ms", n)
    }
    # Says whether one of the goals is missed.
    function is_over(goals, ours, ratio,    list, count, i) {
        count = split(goals, list, ", ")
        for (i = 1; i <= count; i++)
            if (list[i] ~ /x$/ ? ratio > list[i] + 0 : ours > list[i] + 0)
                return 1
        return 0
    }
    BEGIN {
        while ((getline line < measured) > 0) {
            split(line, field, "\t")
            value[field[1] " " field[2] " " field[3]] = field[4]
            value[field[1] " " field[2] " " field[3] " p95"] = field[5]
        }
        printf "%-46s  %10s  %-24s  %6s  %s\n", "measure", "ours", "peer", "ratio", "goal"
    }
    {
        ours = number($2)
        peer = number($3)
        ratio = peer > 0 ? ours / peer : -1
        printf "%-46s  %10s  %-24s  %6s  %s%s\n", $1, show(ours, unit_of($2)),
            $3 == "" ? "" : show(peer, unit_of($3)) " " $4,
            ratio < 0 ? "" : sprintf("%.2fx", ratio), $5, is_over($5, ours, ratio) ? "  over" : ""
    }' | sed 's/ *$//'
}

holders=
# shellcheck disable=SC2086,SC2154 # the numbers are words, and set when it runs
trap 'code=$?; test -z "$holders" || kill $holders; exit $code' EXIT

build_tools
for count in 100 1000 10000 "$tenth" "$checked" "$hard" "$largest"; do
    generate "$count"
done
large=$(events "$largest")
total=$(grep -c '^Date: ' "$large")
size=$(wc -c <"$large")
printf 'size\tfile\tkB\t%d\n' "$((size / 1024))" >"$measured"

hold "$program" "$tools/hello"
measure_shipped
hold "$large"
measure_large
measure_commands
generate_shapes
for name in $shapes; do
    test "$name" = large || hold "$(shape "$name")"
done
measure_shapes
measure_check
measure_steps
measure_class
check_results
{
    describe
    echo
    tabulate
    cat "$bench/correct"
    echo
    tabulate_shapes
    has recinf || echo 'recinf (recutils) is not installed: its row is without a peer.'
} >"$bench/table.txt"
cat "$bench/table.txt"
exit "$wrong"
