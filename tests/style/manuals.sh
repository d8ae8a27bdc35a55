#!/bin/sh
# Holds the four pages of the manual against each other and against the tools that show them: the
# sections and their order, what the translation has of literal words, paragraphs and lists, and
# what mandoc, groff, lexgrog and the width of a terminal say.
set -eu
export LC_ALL=C # awk has to count bytes, whichever awk it is

cd "${0%/*}/../.."
# shellcheck source=tests/report.sh
. tests/report.sh
english='man/dbp-timeline.1 man/dbp-timeline.5'
vietnamese='man/vi/man1/dbp-timeline.1 man/vi/man5/dbp-timeline.5'

# The titles of sections in their order, as terminal.md and mdoc(7) have it; a page may lack some,
# and has sections of its own between DESCRIPTION and what comes behind it.
titles='NAME|TÊN
SYNOPSIS|CÚ PHÁP
DESCRIPTION|MÔ TẢ
KEYS|PHÍM
PLAIN MODE|XEM TỪNG DÒNG
TEACHING|DẠY HỌC
ACCESSIBILITY|TRỢ NĂNG
SPEED|TỐC ĐỘ
RECORD TYPES|LOẠI BẢN GHI
GAZETTEER|DANH MỤC ĐỊA DANH
OUTLINES|ĐƯỜNG RANH GIỚI
DATE FORMAT|CÁCH VIẾT NGÀY
ENVIRONMENT|BIẾN MÔI TRƯỜNG
FILES|TỆP
EXIT STATUS|MÃ THOÁT
EXAMPLES|VÍ DỤ
DIAGNOSTICS|THÔNG BÁO LỖI
SEE ALSO|XEM THÊM
STANDARDS|TIÊU CHUẨN
SECURITY CONSIDERATIONS|BẢO MẬT'
# shellcheck disable=SC2086 # each list is several pages
report 'sections are in their order, and titled alike in all pages' "$(
    titles=$titles awk '
        BEGIN {
            count = split(ENVIRON["titles"], line, "\n")
            for (i = 1; i <= count; i++) {
                split(line[i], pair, "|")
                place["en", pair[1]] = place["vi", pair[2]] = i
            }
        }
        FNR == 1 {
            last = 0
            language = FILENAME ~ /\/vi\// ? "vi" : "en"
        }
        /^\.Sh / {
            title = substr($0, 5)
            gsub(/\\&/, "", title)
            if (!((language, title) in place)) {
                print FILENAME ":" FNR ": " title " is in no list"
                next
            }
            if (place[language, title] < last)
                print FILENAME ":" FNR ": " title " stands too late"
            last = place[language, title]
        }' $english $vietnamese
)"

# shape PAGE: what a page and its translation have alike, each line with the number of its section:
# the level of the heading, how many paragraphs, items and displays it has, what stands there
# literally, and the fields and commands of examples.
shape() {
    awk '
        /^\.Dd / { print "0\tof " substr($0, 5) }
        /^\.S[hs] / { print ++section "\t" $1 }
        /^\.\\" KEYS BEGIN/, /^\.\\" KEYS END/ { next }
        /^\.(Pp|It|Bd|Dl|D1)/ && !/^\.It Nm$/ { count[section "\t" $1]++ }
        /^\.Bd -literal/, /^\.Ed/ { is_example = 1 }
        /^\.Dl / { is_example = 1 }
        { gsub(/_(vi|en)/, "_xx") }
        is_example && /^[A-Z][A-Za-z]*(_xx)?:/ { sub(/:.*/, ":") }
        is_example && /^(\.Dl|[$%]|[A-Z][A-Za-z]*(_xx)?:)/ { print section "\t" $0 }
        !is_example && /^\.[A-Z]/ {
            for (i = 1; i < NF; i++) {
                sub(/^\./, "", $i)
                if ($i ~ /^(Fl|Cm|Ic|Li|Ev|Pa|Dv|Nm)$/ && $(i + 1) ~ /^[!-~]+$/ &&
                    $(i + 1) !~ /\\\[u/)
                    print section "\t" $i " " $(i + 1)
            }
        }
        { is_example = 0 }
        END {
            for (macro in count)
                print macro " " count[macro] " times"
        }' "$1" | sort -u
}

# differences ENGLISH TRANSLATION: what only one of the pages has, below the English headings.
differences() {
    {
        shape "$1" | sed 's/^/en	/'
        shape "$2" | sed 's/^/vi	/'
    } | awk -F '\t' -v page="$1" '
        BEGIN {
            while ((getline line <page) > 0)
                if (line ~ /^\.S[hs] /)
                    heading[++count] = substr(line, 5)
        }
        {
            what = "in " ($2 ? heading[$2] : "the page") ": " $3
            seen[what]++
            where[what] = $1
        }
        END {
            for (what in seen)
                if (seen[what] == 1)
                    print "only " where[what] ", " what
        }' | sort -t , -k 2
}

report 'the pages in Vietnamese have what those in English have' "$(
    differences man/dbp-timeline.1 man/vi/man1/dbp-timeline.1
    differences man/dbp-timeline.5 man/vi/man5/dbp-timeline.5
)"

# shellcheck disable=SC2086
report 'a page in another language says that it is UTF-8' "$(
    awk 'FNR == 1 && !/coding: UTF-8/ { print FILENAME }' $vietnamese
)"
# shellcheck disable=SC2086
report 'text is in NFC' "$(
    for page in $english $vietnamese; do
        awk '{ print "Text:", $0 }' "$page" | "$program" --check --lang=en /dev/stdin 2>&1 |
            awk -v page="$page" '/not UTF-8|not in NFC|control or/ { print page ": " $0 }'
    done
)"

# shellcheck disable=SC2086
report 'columns of tables have room for what stands in them' "$(
    awk '
        /^\.Bl -column / { count = split($0, width, "\"") }
        /^\.El/ { count = 0 }
        count && /^\.It / && !/^\.It Em/ {
            row = substr($0, 5)
            gsub(/\\&/, "", row)
            gsub(/\\\(../, "~", row)
            split(row, cell, " Ta ")
            for (i = 1; 2 * i < count; i++)
                if (length(cell[i]) > length(width[2 * i]) + 3)
                    print FILENAME ":" FNR ": " cell[i]
        }' $english $vietnamese
)"

# ratios FILE: the ratios that readme.sh puts into a file, one a line.
ratios() {
    sed -n -e '/BENCH BEGIN/,/BENCH END/!d' -e 's/^\.It \([0-9]*\)[.,]\([0-9]*\) .*/\1.\2x/p' \
        -e 's/^| .* \([0-9.]*x\) |$/\1/p' "$1"
}

report 'the README and the manuals state the ratios of one run' "$(
    stated=$(ratios README.md)
    for page in man/dbp-timeline.1 man/vi/man1/dbp-timeline.1; do
        [ -n "$stated" ] && [ "$(ratios "$page")" = "$stated" ] ||
            echo "$page: others than in README.md; make bench-readme"
    done
)"

if installed mandoc; then
    # shellcheck disable=SC2086
    report 'mandoc -T lint has nothing to say, but for titles that are not English' "$(
        mandoc -T lint -W style $english 2>&1 || :
        mandoc -T lint -W style $vietnamese 2>&1 | awk '
            !/WARNING: first section is not "NAME"/'
    )"
    # shellcheck disable=SC2086
    report 'no line is wider than 80 columns' "$(
        for page in $english $vietnamese; do
            mandoc -T utf8 -O width=80 "$page" | awk -v page="$page" '
                {
                    gsub(/[\200-\277]/, "")
                    while (gsub(/.\010/, ""))
                        continue
                    if (length($0) > 80)
                        print page ": " $0
                }'
        done
    )"
fi
if installed groff; then
    # shellcheck disable=SC2086
    report 'groff has nothing to warn of' "$(
        for page in $english $vietnamese; do
            groff -K utf8 -mdoc -ww -Tutf8 "$page" 2>&1 >/dev/null
        done
    )"
fi
if installed lexgrog; then
    # shellcheck disable=SC2086
    report 'whatis finds what a page is about' "$(
        LC_ALL=C.UTF-8 lexgrog $english $vietnamese 2>&1 | awk '!/"dbp-timeline - .+"/'
    )"
fi

finish
