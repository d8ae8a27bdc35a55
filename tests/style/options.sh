#!/bin/sh
# Holds the manual in one language against the program and its tables: options, exit statuses,
# variables, messages, what is printed, fields, faults, dates. Prints a line for each, the
# differences below it, and at last `N passed, N failed`. manuals.sh holds the languages against
# each other.
#
# usage: options.sh en|vi
set -eu
export LC_ALL=C # awk has to count bytes, whichever awk it is

cd "${0%/*}/../.."
# shellcheck source=tests/report.sh
. tests/report.sh
language=${1:?is needed: en or vi}
if [ ! -x "$program" ]; then
    printf 'options.sh: %s is no program\n' "$program" >&2
    exit 1
fi
# The pages, what they say, and which part between quotation marks it is in the program's tables.
case $language in
en)
    page1=man/dbp-timeline.1 page5=man/dbp-timeline.5 wanted=2
    mandatory=mandatory many='may repeat' open=open left_out='left out'
    ;;
vi)
    page1=man/vi/man1/dbp-timeline.1 page5=man/vi/man5/dbp-timeline.5 wanted=4
    mandatory='bắt buộc' many='lặp lại được' open=mở left_out='bị loại'
    ;;
esac

# same NAME WHERE-A A WHERE-B B: passes when both hold the same lines, in any order.
same() {
    report "$1: $(printf '%s\n' "$3" | awk 'NF && !seen[$0]++ { n++ } END { print n + 0 }')" "$(
        a=$3 b=$5 awk -v where_a="$2" -v where_b="$4" '
            BEGIN {
                count_a = split(ENVIRON["a"], a, "\n")
                count_b = split(ENVIRON["b"], b, "\n")
                for (i = 1; i <= count_a; i++)
                    in_a[a[i]]
                for (i = 1; i <= count_b; i++)
                    in_b[b[i]]
                for (i = 1; i <= count_a; i++)
                    if (!(a[i] in in_b))
                        print "only in " where_a ": " a[i]
                for (i = 1; i <= count_b; i++)
                    if (!(b[i] in in_a))
                        print "only in " where_b ": " b[i]
                if (count_a == 0 || ENVIRON["a"] == "")
                    print "nothing found in " where_a
            }'
    )"
}

# section PAGE NAME: the lines below a heading of either level, up to the next one of its level.
# NAME is that of the English page; a translated one has its headings in the same order.
section() {
    awk -v name="$2" '
        FNR == 1 { file++ }
        /^\.S[hs] / { heading[file]++ }
        file == 1 && /^\.S[hs] / {
            title = $0
            sub(/^\.S[hs] /, "", title)
            gsub(/\\&/, "", title)
            if (title == name)
                wanted = heading[1]
        }
        file == 2 && /^\.S[hs] / {
            if (heading[2] == wanted) {
                inside = $1
                next
            }
            if (inside && ($1 == ".Sh" || inside == ".Ss"))
                inside = ""
        }
        file == 2 && inside { print }' "man/${1##*/}" "$1"
}

# plain: roff on standard input, without its escapes and the macros inside lines.
plain() {
    awk '{
        gsub(/\\&/, "")
        gsub(/\\-/, "-")
        gsub(/\\e/, "\\")
        gsub(/\\\(ti/, "~")
        gsub(/\\\(ha/, "^")
        gsub(/\\\(en/, "\342\200\223")
        print
    }'
}

# items MACRO: the heads of the list items read, as they look; with MACRO only those it begins.
items() {
    plain | awk -v macro="$1" '
        $1 == ".It" && (macro == "" || $2 == macro) {
            head = substr($0, 5)
            if (match(head, / Ns Op = Ns Ar [A-Z-]+/))
                head = substr(head, 1, RSTART - 1) "[=" \
                    substr(head, RSTART + 15, RLENGTH - 15) "]"
            gsub(/(^| )(Fl|Ar|Cm|Ic|Li|Ev|Pq)( |$)/, " ", head)
            gsub(/(^| )(Fl|Ar|Cm|Ic|Li|Ev|Pq)( |$)/, " ", head)
            gsub(/ *Ns */, "", head)
            gsub(/ ,/, ",", head)
            gsub(/^ +| +$/, "", head)
            gsub(/  +/, " ", head)
            print head
        }'
}

# --- The first page ---

# `-p, --province=NAME`, as both have it once Fl is the hyphen it stands for.
helped=$("$program" --lang="$language" --help | awk '
    /^  (-[A-Za-z], |    )--/ {
        sub(/^ +/, "")
        sub(/  .*/, "")
        print
    }')
listed=$(section "$page1" DESCRIPTION | awk '/^\.It Fl / { gsub(/Fl /, "&-"); print }' |
    items '' | awk '{ gsub(/- /, "-"); print }')
same 'options' '--help' "$helped" "$page1" "$listed"

synopsis=$(section "$page1" SYNOPSIS | awk '
    {
        gsub(/Fl /, "&-")
        for (i = 1; i <= NF; i++)
            if ($i ~ /^-[A-Za-z-]/)
                print $i
            else if ($i == "|" && $(i + 1) ~ /^[A-Za-z]$/)
                print "-" $(i + 1)
    }')
report 'every option stands in the synopsis' "$(
    helped=$helped synopsis=$synopsis awk '
        BEGIN {
            count = split(ENVIRON["synopsis"], name, "\n")
            for (i = 1; i <= count; i++)
                has[name[i]]
            count = split(ENVIRON["helped"], line, "\n")
            for (i = 1; i <= count; i++) {
                split(line[i], form, /, |=|\[/)
                if (!(form[1] in has) && !(form[2] in has))
                    print form[1]
            }
        }'
)"

statuses=$(awk '
    /^enum [{] STATUS_/ {
        count = split($0, name, ",")
        for (i = 0; i < count; i++)
            print i
    }' src/run.h)
same 'exit statuses' src/run.h "$statuses" "$page1" "$(section "$page1" 'EXIT STATUS' | items '')"

# Variables that the C library and curses read, not src.
others='LC_CTYPE the C library, for the locale
TERMINFO curses, for the description of the terminal'
asked=$(
    awk '/getenv\(/ && !seen[FILENAME]++ { print FILENAME }' src/*.c src/*/*.c | while read -r f; do
        awk '{
            while (match($0, /"[A-Z][A-Z_]+"/)) {
                print substr($0, RSTART + 1, RLENGTH - 2)
                $0 = substr($0, RSTART + RLENGTH)
            }
        }' "$f"
    done
    printf '%s\n' "$others" | awk '{ print $1 }'
)
same 'variables of the environment' 'src (and what libraries read)' "$asked" "$page1" "$(
    section "$page1" ENVIRONMENT | items Ev | awk '{ gsub(/, /, "\n"); print }'
)"

members=$(awk '
    /^[}] members\[\]/ { inside = 1 }
    inside && /^    [{]"/ { split($0, part, "\""); print part[2] }
    inside && /^[}];/ { exit }' src/print/json.c)
printing=$(section "$page1" Printing)
same 'keys of JSON' src/print/json.c "$members" "$page1" "$(printf '%s\n' "$printing" | items Li)"
record='%rec: Event

Date: 1954-05-07
Title: T
'
head=$(printf '%s' "$record" | "$program" -l --format=tsv /dev/stdin | awk 'NR == 1 {
    gsub(/\t/, " ")
    print
}')
same 'columns of TSV' "$program" "$head" "$page1" \
    "$(printf '%s\n' "$printing" | awk '/^\.Dl / { print substr($0, 5) }')"

# A message ends where its first value begins; so does the item in the manual.
messages=$(awk -v wanted="$wanted" '
    /^    M\(/ { line = "" }
    /^    M\(/, !/\\$/ { line = line $0 }
    line ~ /^    M\(/ && split(line, part, "\"") >= 5 {
        line = ""
        text = part[wanted]
        gsub(/%%/, "\001", text)
        sub(/%.*/, "", text)
        gsub(/\001/, "%", text)
        print text
    }' src/base/message.h)
report 'messages in the manual are those of the program' "$(
    messages=$messages awk '
        BEGIN { count = split(ENVIRON["messages"], message, "\n") }
        /^\.It / {
            item = substr($0, 5)
            for (i = 1; i <= count; i++)
                if (message[i] != "" && index(item, message[i]) == 1)
                    next
            print item
        }' <<END
$(section "$page1" DIAGNOSTICS | plain)
END
)"

# --- The page on event files ---

# `Event: Title_xx mandatory may repeat`
rules=$(awk -v mandatory="$mandatory" -v many="$many" '
    /^static const struct field_rule rules/ { inside = 1; next }
    inside && /^[}];/ { exit }
    inside { text = text $0 }
    END {
        count = split(text, rule, /[}],/)
        for (i = 1; i < count; i++) {
            split(rule[i], part, "\"")
            type = part[1]
            sub(/.*RECORD_/, "", type)
            sub(/,.*/, "", type)
            printf "%s: %s%s%s%s\n", substr(type, 1, 1) tolower(substr(type, 2)), part[2],
                part[3] ~ /LANG/ ? "_xx" : "", part[3] ~ /MUST/ ? " " mandatory : "",
                part[3] ~ /MANY/ ? " " many : ""
        }
    }' src/file/schema.c)
types=$(awk '{
    while (match($0, /\[RECORD_[A-Z]+\] = "[A-Za-z]+"/)) {
        split(substr($0, RSTART, RLENGTH), part, "\"")
        print part[2]
        $0 = substr($0, RSTART + RLENGTH)
    }
}' src/file/schema.c)
headings=$(section "$page5" 'RECORD TYPES' | awk '/^\.Ss / { print substr($0, 5) }')
same 'record types' src/file/schema.c "$types" "$page5" "$headings"
fields=$(for type in $headings; do
    section "$page5" "$type" | items Ic | awk -v type="$type" '{
        gsub(/ *, /, " ")
        print type ": " $0
    }'
done)
same 'fields' src/file/schema.c "$rules" "$page5" "$fields"

faults=$(awk -v wanted="$wanted" '
    /^    D\(/ { text = "" }
    /^    D\(/, !/\\$/ {
        text = text $0
        if (split(text, part, "\"") >= 5 && text ~ /^    D\(/) {
            split(part[1], word, /[(, ]+/)
            print tolower(word[4]) ": " part[wanted]
            text = ""
        }
    }' src/base/diag.h)
same 'faults' src/base/diag.h "$faults" "$page5" "$(section "$page5" DIAGNOSTICS | items '')"

# rows HEADING...: the rows of the tables below the headings, columns parted by tabs.
rows() {
    section "$page5" "$1" | plain | awk '
        /^\.It / && !/^\.It Em / {
            row = substr($0, 5)
            gsub(/ Ta /, "\t", row)
            print row
        }'
}

# Each date of the tables in an event of its own, with what the table says behind it.
tables=$(section man/dbp-timeline.5 'DATE FORMAT' | awk '/^\.Ss Level / { print substr($0, 5) }' |
    while read -r heading; do
        rows "$heading"
    done)
events=$(printf '%s\n' "$tables" | awk -F '\t' '
    { printf "Id: d-%d\nDate: %s\nTitle: T\n\n", NR, $1 }')
days=$(printf '%s\n' "$events" | "$program" -l --format=tsv /dev/stdin |
    awk -F '\t' -v open="$open" '
        NR > 1 { print $2 "\t" ($3 == "" ? open : $3) "\t" ($4 == "" ? open : $4) }')
same 'dates and their bounds' "$program" "$days" "$page5" \
    "$(printf '%s\n' "$tables" | awk -F '\t' '{ print $1 "\t" $2 "\t" $3 }')"

shown=$(printf '%s\n' "$tables" | while read -r date rest; do
    printf 'Date: %s\nTitle: T\n' "$date" | COLUMNS=80 "$program" -l --lang="$language" /dev/stdin |
        awk -v date="$date" 'NR == 2 { sub(/^ */, ""); print date "\t" $0 }'
done)
same 'dates in words' "$program" "$shown" "$page5" \
    "$(printf '%s\n' "$tables" | awk -F '\t' '{ print $1 "\t" $4 }')"

table=$(rows 'What is refused')
refused=$(printf '%s\n' "$table" | while read -r date rest; do
    printf 'Date: %s\nTitle: T\n' "$date" | "$program" -l --lang="$language" /dev/stdin 2>&1 |
        awk -v date="$date" -v left_out=", $left_out: .*" 'NR == 1 {
            sub(/^.*: error: /, "")
            sub(left_out, "")
            print date "\t" $0
        }'
done)
same 'dates refused' "$program" "$refused" "$page5" "$table"

example=$(awk '
    /^\.\\" TIMELINE BEGIN/, /^\.\\" TIMELINE END/ {
        if (!/^\./)
            print
    }' "$page5" | plain)
found=$(printf '%s\n' "$example" | "$program" --check /dev/stdin 2>&1) || found="$found
exit status $?"
report "the example is a timeline of $(printf '%s\n' "$example" | awk 'END { print NR }') lines" \
    "$found"

finish
