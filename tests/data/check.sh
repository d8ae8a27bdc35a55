#!/bin/sh
# Holds the shipped data against what it promises. Prints a line for each check, the faults below
# the line they belong to, and at last `N passed, N failed`.
#
# usage: check.sh [--self-test]
#
# --self-test damages copies of the data, one fault at a time, and shows that each is found.
#
# SEEDS         the folder of the five documents, otherwise ../shared/seeds; where it is missing,
#               the checks that read them are skipped
# DATA          the folder of the .rec files, otherwise data
# COVERAGE      what each paragraph of the documents became, otherwise tests/data/coverage.tsv
#
# All of them count from the root of the project.
set -eu
export LC_ALL=C # awk has to count bytes, whichever awk it is

cd "${0%/*}/../.."
# shellcheck source=tests/report.sh
. tests/report.sh
seeds=${SEEDS:-../shared/seeds}
data=${DATA:-data}
coverage=${COVERAGE:-tests/data/coverage.tsv}
timeline=$data/dien-bien-phu.rec
tables=$data/peace-tables.rec
gazetteer=$data/vietnam.rec
outline=$data/vietnam-outline.rec
# As the timeline cites them, in the order of the files 000_*.txt to 004_*.txt.
documents='bao-2024 ha-noi-2024 mua-a-son-2019 cao-bang-2023 dinh-ke-2024'
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
trap 'exit 2' HUP INT TERM

# Prints why nothing can be checked, and ends.
give_up() {
    printf 'check.sh: %s\n' "$1" >&2
    exit 2
}

# check NAME FUNCTION: reports the faults that a function prints; it may not stumble itself.
check() {
    if ! faults=$("$2"); then
        faults="$faults
$2: this could not be checked"
    fi
    report "$1" "$faults"
}

# --- Reading ---

# flatten FILE: one field a line: type, id, line of the file, field, value, parted by tabs. \001
# stands for a line end inside a value. A record without an id is named after its first line.
flatten() {
    awk '
        function flush(    i) {
            for (i = 1; i <= fields; i++)
                printf "%s\t%s\t%d\t%s\t%s\n", type, id, line[i], name[i], value[i]
            fields = 0
            id = ""
        }
        NR == 1 { sub(/^\357\273\277/, "") }
        { sub(/\r$/, ""); gsub(/\t/, " ") }
        joined { joined = sub(/\\$/, ""); value[fields] = value[fields] $0; next }
        /^#/ { next }
        /^ *$/ { flush(); next }
        /^[+]/ && fields { sub(/^[+] ?/, ""); value[fields] = value[fields] "\001" $0; next }
        /^%rec:/ { flush(); type = $2; next }
        /^%/ { next }
        /^[A-Za-z][A-Za-z0-9_]*:/ {
            colon = index($0, ":")
            name[++fields] = substr($0, 1, colon - 1)
            value[fields] = substr($0, colon + 1)
            sub(/^ /, "", value[fields])
            joined = sub(/\\$/, "", value[fields])
            line[fields] = FNR
            if (name[fields] == "Id")
                id = value[fields]
            else if (id == "")
                id = type "@" FNR
        }
        END { flush() }' "$1"
}

# Awk, for Vietnamese in either normal form. lower(word) makes letters small and moves the tone to
# the end of the word as a digit, since it may stand on either vowel (hoà, hòa); fold(word) drops
# the tone, and the marks of letters too. The capital Eth is an old mistake for the capital of đ.
# Behind a letter \001 to \007 stand for its mark: breve, circumflex, stroke, horn and so on.
letters_awk='
    # Learns that letters are base, with the tones 1 to 5 in turn where there are any.
    function learn(base, tones, letters,    letter, n) {
        while (match(letters, /[\300-\377][\200-\277]+/)) {
            letter = substr(letters, RSTART, RLENGTH)
            letters = substr(letters, RSTART + RLENGTH)
            base_of[letter] = base
            tone_of[letter] = tones ? n++ % 5 + 1 : ""
        }
    }
    BEGIN {
        learn("a", 1, "àáảãạÀÁẢÃẠ")
        learn("a\001", 0, "ăĂ")
        learn("a\001", 1, "ằắẳẵặẰẮẲẴẶ")
        learn("a\002", 0, "âÂ")
        learn("a\002", 1, "ầấẩẫậẦẤẨẪẬ")
        learn("d\003", 0, "đĐÐ")
        learn("e", 1, "èéẻẽẹÈÉẺẼẸ")
        learn("e\002", 0, "êÊ")
        learn("e\002", 1, "ềếểễệỀẾỂỄỆ")
        learn("i", 1, "ìíỉĩịÌÍỈĨỊ")
        learn("o", 1, "òóỏõọÒÓỎÕỌ")
        learn("o\002", 0, "ôÔ")
        learn("o\002", 1, "ồốổỗộỒỐỔỖỘ")
        learn("o\004", 0, "ơƠ")
        learn("o\004", 1, "ờớởỡợỜỚỞỠỢ")
        learn("u", 1, "ùúủũụÙÚỦŨỤ")
        learn("u\004", 0, "ưƯ")
        learn("u\004", 1, "ừứửữựỪỨỬỮỰ")
        learn("y", 1, "ỳýỷỹỵỲÝỶỸỴ")
        # other languages
        learn("a\005", 0, "äÄ")
        learn("c\006", 0, "çÇ")
        learn("e\005", 0, "ëË")
        learn("i\002", 0, "îÎ")
        learn("i\005", 0, "ïÏ")
        learn("n\007", 0, "ñÑ")
        learn("o\005", 0, "öÖ")
        learn("u\002", 0, "ûÛ")
        learn("u\005", 0, "üÜ")
        # marks that stand apart: the letter is in front of them
        learn("", 1, "\314\200\314\201\314\211\314\203\314\243")
        learn("\001", 0, "\314\206")
        learn("\002", 0, "\314\202")
        learn("\004", 0, "\314\233")
        learn("\005", 0, "\314\210")
        learn("\006", 0, "\314\247")
    }
    function lower(rest,    text, tones, letter) {
        rest = tolower(rest)
        while (match(rest, /[\300-\377][\200-\277]+/)) {
            letter = substr(rest, RSTART, RLENGTH)
            text = text substr(rest, 1, RSTART - 1)
            text = text (letter in base_of ? base_of[letter] : letter)
            tones = tones tone_of[letter]
            rest = substr(rest, RSTART + RLENGTH)
        }
        return text rest (tones == "" ? "" : "\010" tones)
    }
    function fold(text) {
        text = lower(text)
        sub(/\010.*/, "", text)
        gsub(/[\001-\007]/, "", text)
        return text
    }'

# Prints the documents, one paragraph a line: id, number, text. The Nth line that is not empty is
# paragraph N; blanks make a line not empty.
paragraphs() {
    seed=0
    for document in $documents; do
        awk -v id="$document" '
            NR == 1 { sub(/^\357\273\277/, "") }
            { sub(/\r$/, "") }
            length($0) { gsub(/\t/, " "); printf "%s\t%d\t%s\n", id, ++number, $0 }
            ' "$seeds/00$seed"_*.txt
        seed=$((seed + 1))
    done
}

# --- Checks: each prints its faults ---

# Every text of a record stands in both languages, a Note only where there is one.
check_languages() {
    awk -F '\t' '
        function flush(    n, i, base) {
            n = split(must, base, " ")
            for (i = 1; i <= n; i++) {
                if (!((base[i] "_vi") in has))
                    print place ": " record " has no " base[i] "_vi"
                if (!((base[i] "_en") in has))
                    print place ": " record " has no " base[i] "_en"
            }
            if (("Note_vi" in has) != ("Note_en" in has))
                print place ": " record " has a note in one language only"
            split("", has)
        }
        $1 " " $2 != record {
            flush()
            record = $1 " " $2
            place = file ":" $3
            must = ""
            if ($1 == "Event")
                must = "Title Text"
            else if ($1 == "Timeline")
                must = "Title About"
            else if ($1 ~ /^(Era|Lesson|Word)$/)
                must = "Title"
        }
        $5 ~ /[^ \001]/ { has[$4] }
        $4 == "Stop" && $5 !~ /^[^ ]+ .*[^ ] \| [^ ]/ {
            print file ":" $3 ": " record " has a stop in one language only: " $5
        }
        END { flush() }' file="${timeline##*/}" "$scratch/timeline"
}

check_sources() {
    awk -F '\t' '
        NR == FNR {
            if ($1 == "Source" && $4 == "Id")
                known[$5]
            next
        }
        $1 != "Event" { next }
        $2 != id { flush(); id = $2; place = file ":" $3; sources = 0 }
        $4 == "Source" {
            sources++
            split($5, word, " ")
            if (!(word[1] in known))
                print file ":" $3 ": event " id " cites no Source record: " $5
        }
        function flush() {
            if (id != "" && !sources)
                print place ": event " id " has no source"
        }
        END { flush() }' file="${timeline##*/}" "$scratch/timeline" "$scratch/timeline"
}

# A tag is a Word, and none that counts something; an event has one to three.
check_tags() {
    awk -F '\t' '
        NR == FNR {
            if ($1 == "Word" && $4 == "Id")
                word[$5]
            if ($4 == "Figure") {
                n = split($5, part, " ")
                counts[part[1]]
                counts[part[n]]
            }
            next
        }
        $1 != "Event" { next }
        $2 != id { flush(); id = $2; place = file ":" $3; tags = 0 }
        $4 == "Tag" {
            tags++
            if (!($5 in word))
                print file ":" $3 ": event " id " has a tag that is no Word record: " $5
            else if ($5 in counts)
                print file ":" $3 ": event " id " has a tag that is a word of figures: " $5
        }
        function flush() {
            if (id != "" && (tags < 1 || tags > 3))
                print place ": event " id " has " tags " tags, not one to three"
        }
        END { flush() }' file="${timeline##*/}" "$scratch/timeline" "$scratch/timeline"
}

check_people() {
    awk -F '\t' "$letters_awk"'
        $4 == "Person" {
            key = $5
            gsub(/[ \001]/, "", key)
            key = fold(key)
            if (!(key in first)) {
                first[key] = $5
                place[key] = $2
            } else if (first[key] != $5)
                print file ":" $3 ": event " $2 " has " $5 ", event " place[key] " has " first[key]
        }' file="${timeline##*/}" "$scratch/timeline"
}

# The program says which days a date covers, nothing for an end that is open; of eras and of the
# timeline the years are looked at.
check_dates() {
    awk -F '\t' '
        function outside(day,    year) {
            year = substr(day, 1, 4)
            return day != "" && (day ~ /^-/ || year < 1858 || year > 2024)
        }
        FILENAME == list {
            if (FNR > 1)
                shown["Event", $1] = outside($3) || outside($4) ? "outside" : "inside"
            next
        }
        $4 == "Id" && $1 == "Event" && !(($1, $5) in shown) {
            print file ":" $3 ": event " $5 " is not shown, its date cannot be read"
        }
        $4 == "Date" && ($1 == "Era" || $1 == "Timeline") {
            shown[$1, $2] = "inside"
            n = split($5, end, "/")
            for (i = 1; i <= n; i++)
                if (end[i] != "" && end[i] != ".." && outside(end[i]))
                    shown[$1, $2] = "outside"
        }
        $4 == "Date" && $1 ~ /^(Event|Era|Timeline)$/ && shown[$1, $2] == "outside" {
            print file ":" $3 ": " $1 " " $2 " is outside 1858 to 2024: " $5
        }' file="${timeline##*/}" list="$scratch/list" "$scratch/list" "$scratch/timeline"
}

# 60 code points at most; a file in NFC, as --check wants it, has one to a column.
check_titles() {
    awk -F '\t' '
        $4 ~ /^Title/ && $1 ~ /^(Event|Era|Lesson|Timeline|Word)$/ {
            text = $5
            gsub(/[\200-\277]/, "", text)
            if (length(text) > 60)
                printf "%s:%d: %s %s has a title of %d columns: %s\n",
                    file, $3, $1, $2, length(text), $5
        }' file="${timeline##*/}" "$scratch/timeline"
}

# A sentence is a line; the blank ones part paragraphs.
check_texts() {
    awk -F '\t' '
        $1 == "Event" && $4 ~ /^Text/ {
            count = 0
            n = split($5, sentence, "\001")
            for (i = 1; i <= n; i++)
                count += sentence[i] ~ /[^ ]/
            if (count < 2 || count > 8)
                printf "%s:%d: event %s has a %s of %d sentences, not 2 to 8\n",
                    file, $3, $2, $4, count
        }' file="${timeline##*/}" "$scratch/timeline"
}

# No field shares a run of eight words with a document. Case and punctuation do not count, nor do
# the ends of lines in a document; digits parted by a point, a comma or a stroke are one word.
check_copies() {
    awk -F '\t' "$letters_awk"'
        # Splits text into raw[], the words as they stand, and word[], the same in small letters.
        function words(text,    n, i) {
            while (match(text, /[0-9][.,\/][0-9]/))
                text = substr(text, 1, RSTART) substr(text, RSTART + 2)
            gsub(/\342[\200-\257][\200-\277]|\302[\200-\277]|\357\273\277/, " ", text)
            gsub(/[^A-Za-z0-9\200-\377]+/, " ", text)
            n = split(text, raw, " ")
            for (i = 1; i <= n; i++) {
                if (!(raw[i] in lowered))
                    lowered[raw[i]] = lower(raw[i])
                word[i] = lowered[raw[i]]
            }
            return n
        }
        function run(from) {
            return word[from] " " word[from + 1] " " word[from + 2] " " word[from + 3] " " \
                word[from + 4] " " word[from + 5] " " word[from + 6] " " word[from + 7]
        }
        function quote(from, to,    text) {
            for (text = raw[from++]; from <= to; from++)
                text = text " " raw[from]
            return text
        }
        NR == FNR { # the documents, by paragraph
            if ($1 != document) {
                document = $1
                kept = 0
            }
            n = words($3)
            for (i = n; i >= 1; i--)
                word[i + kept] = word[i]
            for (i = 1; i <= kept; i++)
                word[i] = last[i]
            n += kept
            for (i = 1; i + 7 <= n; i++)
                if (!(run(i) in source))
                    source[run(i)] = $1 " ¶" $2
            kept = n < 7 ? n : 7
            for (i = 1; i <= kept; i++)
                last[i] = word[n - kept + i]
            next
        }
        $1 ~ /^(Event|Era|Lesson|Timeline)$/ && $4 ~ /^(Title|Text|Note|About)|^Stop$/ {
            text = $5
            if ($4 == "Stop")
                sub(/^[^ ]*/, "", text)
            n = words(text)
            for (i = 1; i + 7 <= n; i++) {
                if (!(run(i) in source))
                    continue
                for (j = i; j + 8 <= n && (run(j + 1) in source); j++)
                    continue
                printf "%s:%d: %s %s copies %d words of %s in %s: %s\n",
                    file, $3, $1, $2, j - i + 8, source[run(i)], $4, quote(i, j + 7)
                i = j + 7
            }
        }' file="${timeline##*/}" "$scratch/paragraphs" "$scratch/timeline"
}

# The rows of the inventory are three columns, each once, and name events that exist.
check_coverage() {
    awk -F '\t' '
        NR == FNR {
            if ($1 == "Event" && $4 == "Id")
                event[$5]
            if ($1 == "Source" && $4 == "Id")
                document[$5]
            next
        }
        FNR == 1 {
            if ($0 != "document\tparagraph\tevent")
                print file ":1: the first line names the columns: document, paragraph, event"
            next
        }
        NF != 3 { print file ":" FNR ": not three columns: " $0; next }
        !($1 in document) { print file ":" FNR ": no Source record has this id: " $1 }
        $2 !~ /^[1-9][0-9]*$/ { print file ":" FNR ": no number of a paragraph: " $2 }
        !($3 in event) { print file ":" FNR ": no event has this id: " $3 }
        seen[$0]++ { print file ":" FNR ": stands there twice: " $0 }
        ' file="${coverage##*/}" "$scratch/timeline" "$coverage"
}

# What the inventory says of a paragraph and an event, the locator of the event says too, and the
# other way round. Without the documents, only the ends of a locator such as 3-9 are looked up: a
# paragraph in between may be blank.
check_locators() {
    awk -F '\t' '
        FILENAME == texts {
            if ($3 ~ /[^ ]/)
                filled[$1, $2]
            next
        }
        FILENAME == inventory {
            if (FNR > 1)
                row[$1, $2, $3] = FNR
            next
        }
        $1 == "Event" && $4 == "Source" {
            split($5, part, " ")
            if (index(" " documents " ", " " part[1] " ") == 0)
                next
            pages = substr($5, length(part[1]) + 2)
            if (pages !~ /^¶[0-9]+(-[0-9]+)?$/) {
                print file ":" $3 ": event " $2 " cites no paragraph: " $5
                next
            }
            n = split(substr(pages, 3), end, "-")
            for (i = end[1]; i <= end[n] + 0; i++) {
                cited[part[1], i, $2]
                wanted = i == end[1] || i == end[n] || (part[1], i) in filled
                if (wanted && !((part[1], i, $2) in row))
                    print file ":" $3 ": event " $2 " cites " part[1] " ¶" i \
                        ", which " name " does not list for it"
            }
        }
        END {
            for (r in row)
                if (!(r in cited)) {
                    split(r, part, SUBSEP)
                    print name ":" row[r] ": event " part[3] " does not cite " part[1] \
                        " ¶" part[2]
                }
        }' file="${timeline##*/}" name="${coverage##*/}" documents="$documents" \
        texts="$scratch/paragraphs" inventory="$coverage" \
        "$scratch/paragraphs" "$coverage" "$scratch/timeline"
}

# A paragraph with a year of 1858 to 2024, a day and month or a month and year is in the inventory.
check_dated() {
    awk -F '\t' '
        function is_year(text) {
            return text ~ /^[12][0-9][0-9][0-9]$/ && text + 0 >= 1858 && text + 0 <= 2024
        }
        function is_date(text,    n) {
            n = split(text, part, "/")
            if (n == 1 || is_year(part[1]))
                return is_year(part[1])
            if (text ~ /[.,]/ || n > 3 || part[1] + 0 < 1 || length(part[1]) > 2)
                return 0
            if (is_year(part[2]))
                return part[1] + 0 <= 12
            return part[1] + 0 <= 31 && part[2] >= 1 && part[2] <= 12 && length(part[2]) <= 2
        }
        FILENAME == inventory { listed[$1, $2]; next }
        ($1, $2) in listed { next }
        {
            text = $3
            gsub(/[^0-9.,\/]+/, " ", text)
            n = split(text, token, " ")
            for (i = 1; i <= n; i++) {
                date = token[i]
                gsub(/^[.,\/]+|[.,\/]+$/, "", date)
                if (date != "" && is_date(date)) {
                    print $1 " ¶" $2 " states " date ", but " name " does not list it"
                    break
                }
            }
        }' name="${coverage##*/}" inventory="$coverage" "$coverage" "$scratch/paragraphs"
}

check_lessons() {
    awk -F '\t' '
        $1 == "Lesson" && $4 == "Id" { order[++n] = $5; place[$5] = $3 }
        $1 == "Lesson" && $4 == "Stop" { stops[$2]++ }
        END {
            for (i = 1; i <= n; i++)
                if (stops[order[i]] < 8 || stops[order[i]] > 15)
                    printf "%s:%d: lesson %s has %d stops, not 8 to 15\n",
                        file, place[order[i]], order[i], stops[order[i]]
            if (n < 3)
                printf "%s: %d lessons, not three\n", file, n
        }' file="${timeline##*/}" "$scratch/timeline"
}

# 63 ground units with an ISO code each, all of which have become one of 34 others.
check_gazetteer() {
    awk -F '\t' '
        $4 == "Kind" && $5 ~ /^(province|city)$/ { ground[$2]; old++ }
        $4 == "Kind" && $5 ~ /^(province|city)-2025$/ { later[$2]; new++ }
        $4 == "Id" && seen[$5]++ { print file ":" $3 ": there are two units " $5 }
        $4 ~ /^Name_(vi|en)$/ { has[$2, $4] }
        $4 == "Code" {
            if ($5 in owner)
                print file ":" $3 ": unit " $2 " has the code of " owner[$5] ": " $5
            owner[$5] = $2
            if ($5 ~ /^VN-[0-9A-Z][0-9A-Z]$/)
                code[$2]
        }
        $4 == "History" && $5 ~ /^2025-07-01\/[.][.] / { becomes[$2] = substr($5, 15) }
        END {
            if (old != 63)
                print file ": " old + 0 " ground units, not 63"
            if (new != 34)
                print file ": " new + 0 " units of 2025-07-01, not 34"
            for (u in ground) {
                if (!(u in code))
                    print file ": unit " u " has no code of ISO 3166-2"
                if (!(becomes[u] in later))
                    print file ": unit " u " is in none of the units of 2025-07-01"
                made[becomes[u]]
            }
            for (u in later)
                if (!(u in made))
                    print file ": unit " u " has no ground"
            for (u in seen)
                if (!((u, "Name_vi") in has) || !((u, "Name_en") in has))
                    print file ": unit " u " has a name in one language only"
        }' file="${gazetteer##*/}" "$scratch/gazetteer"
}

# Each ground unit has closed rings inside the bounds of the country, the two archipelagos theirs.
check_outline() {
    if [ ! -f "$outline" ]; then
        printf '%s: there is no such file\n' "${outline##*/}"
        return
    fi
    bytes=$(($(wc -c <"$outline")))
    if [ "$bytes" -gt 120000 ]; then
        printf '%s: %d bytes, more than 120000\n' "${outline##*/}" "$bytes"
    fi
    flatten "$outline" | awk -F '\t' '
        FILENAME == units {
            if ($4 == "Kind" && $5 ~ /^(province|city)$/)
                ground[$2]
            next
        }
        $4 == "Id" && !($5 in ground) { print file ":" $3 ": no ground unit has this id: " $5 }
        $4 == "Id" && seen[$5]++ { print file ":" $3 ": unit " $5 " stands there twice" }
        $4 != "Id" && $4 != "Outline" && $4 !~ /^Label_(vi|en)$/ {
            print file ":" $3 ": neither Id nor Outline nor Label: " $4
        }
        $4 ~ /^Label_/ { label[$2 " " $4] }
        $4 == "Outline" {
            rings[$2]++
            text = $5
            gsub(/\001/, " ", text)
            n = split(text, pair, ", *")
            fault = n < 4 ? "fewer than four pairs" : ""
            for (i = 1; i <= n && !fault; i++)
                if (pair[i] !~ /^[0-9]+([.][0-9]+)? [0-9]+([.][0-9]+)?$/)
                    fault = "no pair of numbers: " pair[i]
                else {
                    split(pair[i], number, " ")
                    if (number[1] < 102 || number[1] > 118 || number[2] < 6 || number[2] > 24)
                        fault = "not in the country: " pair[i]
                }
            if (!fault && pair[1] != pair[n])
                fault = "the ring is not closed: " pair[1] " and " pair[n]
            if (fault)
                print file ":" $3 ": unit " $2 ": " fault
            if (number[1] > 111)
                islands[$2]++
        }
        END {
            for (u in ground)
                if (!(u in rings))
                    print file ": unit " u " has no outline"
            if (!("da-nang" in islands))
                print file ": Hoàng Sa is missing from da-nang"
            if (!("khanh-hoa" in islands))
                print file ": Trường Sa is missing from khanh-hoa"
            for (i = split("vi en", code, " "); i > 0; i--) {
                if (!("da-nang Label_" code[i] in label))
                    print file ": Hoàng Sa is not named in " code[i]
                if (!("khanh-hoa Label_" code[i] in label))
                    print file ": Trường Sa is not named in " code[i]
            }
        }' file="${outline##*/}" units="$scratch/gazetteer" "$scratch/gazetteer" -
}

# The program finds no fault, and counts the events of each document, province, tag and year as the
# files do.
check_program() {
    for file in "$timeline" "$tables"; do
        "$program" --lang=en --check "$file" 2>&1 || :
    done
    "$program" --format=json "$timeline" >"$scratch/json" 2>/dev/null || :
    awk -F '\t' '
        FILENAME == json {
            shown++
            text = $0
            while (match(text, /"id":"[^"]*","locator"/)) {
                document = substr(text, RSTART + 6, RLENGTH - 17)
                if (!((document, FNR) in met))
                    of_document[document]++
                met[document, FNR]
                text = substr(text, RSTART + RLENGTH)
            }
            if (match($0, /"tags":\[[^]]*\]/)) {
                n = split(substr($0, RSTART + 8, RLENGTH - 9), tag, ",")
                for (i = 1; i <= n; i++)
                    if (gsub(/"/, "", tag[i]))
                        of_tag[tag[i]]++
            }
            if (match($0, /"provinces":\[[^]]*\]/)) {
                n = split(substr($0, RSTART + 13, RLENGTH - 14), unit, ",")
                for (i = 1; i <= n; i++)
                    if (gsub(/"/, "", unit[i]))
                        of_unit[unit[i]]++
            }
            if (match($0, /"first_day":"[0-9][0-9][0-9][0-9]/))
                of_year[substr($0, RSTART + 13, 4)]++
            next
        }
        FILENAME == inventory {
            if (FNR > 1 && !seen[$1, $3]++)
                listed[$1]++
            next
        }
        $1 == "Event" && $4 == "Id" { events++ }
        $1 == "Event" && $4 == "Tag" { tags[$5]++ }
        $1 == "Event" && $4 == "Province" { units[$5]++ }
        $1 == "Event" && $4 == "Date" && match($5, /[0-9][0-9][0-9][0-9X]/) {
            year = substr($5, RSTART, 4)
            sub(/X/, "0", year)
            years[year]++
        }
        END {
            for (u in units)
                if (units[u] != of_unit[u])
                    printf "%s: %d events in %s, the program prints %d\n",
                        file, units[u], u, of_unit[u]
            for (y in years)
                if (years[y] != of_year[y])
                    printf "%s: %d events from %s on, the program prints %d\n",
                        file, years[y], y, of_year[y]
            if (shown != events)
                printf "%s: %d events, the program prints %d\n", file, events, shown
            for (d in listed)
                if (listed[d] != of_document[d])
                    printf "%s: %d events of %s, the program prints %d\n",
                        name, listed[d], d, of_document[d]
            for (t in tags)
                if (tags[t] != of_tag[t])
                    printf "%s: %d events with the tag %s, the program prints %d\n",
                        file, tags[t], t, of_tag[t]
        }' file="${timeline##*/}" name="${coverage##*/}" json="$scratch/json" \
        inventory="$coverage" "$scratch/json" "$coverage" "$scratch/timeline"
}

check_recutils() {
    for file in "$data"/*.rec; do
        recfix --check "$file" 2>&1 || :
    done
}

check_all() {
    [ -x "$program" ] || give_up "$program is no program"
    for file in "$timeline" "$gazetteer" "$coverage"; do
        [ -f "$file" ] || give_up "$file is not there"
    done
    flatten "$timeline" >"$scratch/timeline"
    flatten "$gazetteer" >"$scratch/gazetteer"
    : >"$scratch/paragraphs"
    if [ -d "$seeds" ]; then
        paragraphs >"$scratch/paragraphs"
    fi
    "$program" --format=tsv --lang=en "$timeline" >"$scratch/list" 2>/dev/null || :

    count=$(awk -F '\t' '$1 == "Event" && $4 == "Id"' "$scratch/timeline" | wc -l)
    check "$((count)) events: the program finds no fault and counts alike" check_program
    check 'both languages' check_languages
    check 'every event has a source' check_sources
    check 'tags are of the closed list' check_tags
    check 'one spelling to a person' check_people
    check 'dates from 1858 to 2024' check_dates
    check 'titles of 60 columns at most' check_titles
    check 'texts of 2 to 8 sentences' check_texts
    check 'lessons of 8 to 15 stops' check_lessons
    check 'the inventory names events' check_coverage
    check 'the inventory and the locators agree' check_locators
    if [ -s "$scratch/paragraphs" ]; then
        check 'paragraphs with a date are in the inventory' check_dated
        check 'no eight words in a row are of a document' check_copies
    else
        skip "paragraphs with a date, copied words: no documents in $seeds"
    fi
    check 'gazetteer: 63 ground units, 34 of 2025-07-01' check_gazetteer
    check 'outlines of the ground units' check_outline
    if installed recfix; then
        check 'recutils accept the files' check_recutils
    fi
}

case ${1-} in
'') check_all ;;
--self-test)
    # shellcheck source=tests/data/damage.sh
    . tests/data/damage.sh
    self_test
    ;;
*) give_up 'usage: check.sh [--self-test]' ;;
esac
finish
