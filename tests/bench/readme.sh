#!/bin/sh
# Puts what the last `make bench` measured beside other programs between the marks of README.md and
# of dbp-timeline(1) in both languages, so that all three state one run.
#
# usage: readme.sh TABLE
set -eu

case $0 in
*/*) root=${0%/*}/../.. ;;
*) root=../.. ;;
esac
table=${1:?is needed: the table that bench.sh left}
machine=$(sed 1q "$table")

# The rows beside another program, parted by tabs: the measure, ours, the peer's and its name, the
# ratio. Rows are indented below the one they belong to; those beside another size of ours stay out.
rows=$(awk '
    # Returns the columns from one to another of the line, without blanks around them.
    function cut(from, to,    part) {
        part = substr($0, from, to - from + 1)
        gsub(/^ +| +$/, "", part)
        return part
    }
    !/^ / { parent = "" }
    / (ncurses hello|wc|grep|rg|recinf)( .*)? +[0-9.]+x/ {
        printf "%s%s\t%s\t%s\t%s\n", parent, cut(1, 46), cut(47, 58), cut(61, 84), cut(87, 92)
    }
    !/^ / { parent = cut(1, 46) ", " }' "$table")

# What a row is called in Vietnamese; # stands for its number.
in_vietnamese() {
    cat <<'END'
first paint, shipped timeline|hiện màn hình đầu, dòng thời gian có sẵn
first paint, # events|hiện màn hình đầu, # sự kiện
all events read, beside wc -l|đọc hết mọi sự kiện
province filter in the open reader|lọc theo tỉnh khi đang xem
search without accents in it, to a hit at #%|gõ không dấu mà tìm, đến chỗ khớp ở #% tệp
search without accents in it, to a hit at #%, beside ripgrep|cũng vậy
search with accents in it, to the same hit|gõ có dấu mà tìm, đến cùng chỗ ấy
search for a frequent word, all of it|tìm hết những chỗ có một từ hay gặp
--province=... --format=tsv|--province=... --format=tsv
--province=... --format=tsv, with nothing to print|cũng vậy, khi không có gì để in
--search, with accents|--search, gõ có dấu
--search, accents and case left out|--search, không kể dấu và chữ hoa
--check, # events|--check, # sự kiện
END
}

# Reads text with numbers as English writes them; prints it as Vietnamese does.
vietnamese_numbers() {
    sed -e 's/\([0-9]\)\.\([0-9]\)/\1;\2/g' -e 's/\([0-9]\),\([0-9]\)/\1.\2/g' \
        -e 's/\([0-9]\);\([0-9]\)/\1,\2/g'
}

markdown() {
    printf '%s\n\n| measure | this program | peer | ratio |\n|---|---:|---:|---:|\n' "$machine"
    printf '%s\n' "$rows" | sed 's/	/ | /g; s/^/| /; s/$/ |/'
}

# Reads text; prints it with no line longer than 80 bytes, of which a letter that is not ASCII
# takes eight when mandoc reads it.
wrap() {
    LC_ALL=C awk '
        function width(text) {
            gsub(/[\300-\377][\200-\277]+/, "--------", text)
            return length(text)
        }
        {
            line = $1
            for (i = 2; i <= NF; i++) {
                if (width(line " " $i) > 80) {
                    print line
                    line = $i
                } else {
                    line = line " " $i
                }
            }
            print line
        }'
}

# Reads rows of two fields, a ratio and what it is of; prints them as a list of mdoc.
list() {
    echo ".Bl -tag -width \"00.00 $1\" -compact"
    sed -e 's/-/\\-/g' -e "s/^\([^	]*\)x	/.It \1 $1\\
/" | wrap
    echo '.El'
}

english() {
    printf '%s\n.Pp\n' "$machine" | wrap
    printf '%s\n' "$rows" | awk -F '\t' '
        {
            sub(/, beside .*/, "", $1)
            sub(/^[0-9.]+ ms /, "", $3)
            print $4 "\t" $1 " (" $3 ")"
        }' | list times
}

# Prints ratio and name of each row; fails at one without a name.
name_in_vietnamese() {
    printf '%s\n' "$rows" | names=$(in_vietnamese) awk -F '\t' '
        BEGIN {
            count = split(ENVIRON["names"], line, "\n")
            for (i = 1; i <= count; i++) {
                split(line[i], name, "|")
                names[name[1]] = name[2]
            }
        }
        {
            number = match($1, /[0-9][0-9,]*[0-9]/) ? substr($1, RSTART, RLENGTH) : ""
            sub(/[0-9][0-9,]*[0-9]/, "#", $1)
            if (!($1 in names)) {
                print "readme.sh: what is in Vietnamese: " $1 >"/dev/stderr"
                exit 1
            }
            sub(/#/, number, names[$1])
            sub(/^[0-9.]+ ms /, "", $3)
            print $4 "\t" names[$1] " (" $3 ")"
        }'
}

vietnamese() {
    named=$(name_in_vietnamese) || return 1
    printf '%s\n.Pp\n' "$machine" | vietnamese_numbers | sed -e 's/ cores/ nhân/' \
        -e 's/ events are / sự kiện là /' -e 's/in the page cache/đã ở trong bộ nhớ đệm/' \
        -e 's/free memory at hand/bộ nhớ trống có sẵn/' \
        -e 's/memory unknown/không rõ bộ nhớ/' | wrap
    printf '%s\n' "$named" | vietnamese_numbers | list lần
}

# put FILE START CLOSE: puts the text read between the lines START BEGIN CLOSE and START END CLOSE.
put() {
    new=$(text=$(cat) awk -v begin="$2 BEGIN$3" -v end="$2 END$3" '
        $0 == begin { begins++; print; print ENVIRON["text"]; inside = 1 }
        $0 == end { ends++; inside = 0 }
        !inside { print }
        END { exit begins != 1 || ends != 1 || inside }' "$root/$1") || {
        printf 'readme.sh: BENCH BEGIN and BENCH END must stand once each in %s\n' "$1" >&2
        return 1
    }
    printf '%s\n' "$new" >"$root/$1"
}

if [ -z "$rows" ]; then
    echo "readme.sh: no row beside another program in $table" >&2
    exit 1
fi
readme=$(markdown)
page=$(english)
page_in_vietnamese=$(vietnamese)
printf '%s\n' "$readme" | put README.md '<!-- BENCH' ' -->'
printf '%s\n' "$page" | put man/dbp-timeline.1 '.\\" BENCH' ''
printf '%s\n' "$page_in_vietnamese" | put man/vi/man1/dbp-timeline.1 '.\\" BENCH' ''
