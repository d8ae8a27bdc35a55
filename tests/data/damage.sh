# Damages copies of the data, one fault at a time, and shows that check.sh finds each of them. It is
# read by check.sh --self-test and uses what stands there.
# shellcheck shell=sh
# shellcheck disable=SC2016 # awk stands in single quotes
# shellcheck disable=SC2154 # check.sh sets the variables

# Awk in front of every damage: which type of record the line belongs to; drop() takes away a field
# with its further lines.
damage_awk='
    /^%rec:/ { type = $2 }
    dropped && /^[+]/ { next }
    { dropped = 0 }
    function drop() {
        dropped = 1
    }'

# Sentences of our own, put into copies of the documents: plain, over the ends of lines (# stands
# for one, and so for a line of a blank), English.
sentence='Buổi sáng ấy nhà bà Thúy ở Hòa Bình nấu một nồi xôi'
wrapped='Buổi chiều ấy cả xóm Đoài ra# #bãi thả diều đến tối mịt'
english='the old ferryman counted seven paper lanterns before he slept'

# Lays out an undamaged copy of what is checked.
lay_out() {
    rm -rf "$scratch/copy"
    mkdir "$scratch/copy" "$scratch/copy/seeds"
    cp "$data"/*.rec "$scratch/copy"
    cp "$coverage" "$scratch/copy/coverage.tsv"
    if [ -d "$seeds" ]; then
        cp "$seeds"/* "$scratch/copy/seeds"
        chmod u+w "$scratch/copy/seeds"/*
    else
        for seed in 0 1 2 3 4; do
            : >"$scratch/copy/seeds/00${seed}_none.txt"
        done
    fi
    for seed in "$scratch/copy/seeds"/*; do
        case ${seed##*/} in
        002*) printf '%s\n' "$english" ;;
        003*) printf '%s\n' "$sentence" ;;
        004*) printf '%s\n' "$wrapped" | tr '#' '\n' ;;
        esac >>"$seed"
    done
}

# Checks the copy and leaves what is printed in $scratch/printed.
check_copy() {
    DATA=$scratch/copy COVERAGE=$scratch/copy/coverage.tsv SEEDS=$scratch/copy/seeds \
        DBP_TIMELINE=$program sh tests/data/check.sh >"$scratch/printed" 2>&1 || :
}

# change PROGRAM FILE: runs awk on a file of a new copy; the name of a seed may be a pattern.
change() {
    lay_out
    for changed in "$scratch/copy"/$2; do
        cp "$changed" "$scratch/before"
        awk "$damage_awk $1 { print }" "$scratch/before" >"$changed"
        if cmp -s "$scratch/before" "$changed"; then
            give_up "nothing to change in $2: $1"
        fi
    done
}

# Prints the faults that were found in the copy and not in what is checked.
news() {
    awk '/^      / { sub(/:[0-9]+:/, ":"); print }' "$scratch/printed" |
        grep -vxFf "$scratch/known" || :
}

# found CHECK FAULT: CHECK fails with a fault that holds FAULT.
found() {
    check_copy
    news >"$scratch/news"
    report "found: $2" "$(
        check=$1 fault=$2 awk -v news="$scratch/news" '
            FILENAME == news { new[$0]; next }
            { line[++lines] = $0 }
            /^[a-zA-Z]/ { inside = /^FAIL/ && index($0, ENVIRON["check"]) }
            inside && index($0, ENVIRON["fault"]) {
                sub(/:[0-9]+:/, ":")
                hit += $0 in new
            }
            END {
                for (i = 1; i <= lines && !hit; i++)
                    print line[i]
            }' "$scratch/news" "$scratch/printed"
    )"
}

# damage CHECK FAULT FILE PROGRAM
damage() {
    change "$4" "$3"
    found "$1" "$2"
}

# harmless WHAT FILE PROGRAM
harmless() {
    change "$3" "$2"
    check_copy
    report "let pass: $1" "$(news)"
}

# words TEXT: damages a text with TEXT as a sentence of its own, for change().
words() {
    printf '%s' 'type == "Event" && /^Text_vi:/ && !n++ { $0 = $0 "\n+ 000 '"$1"' 000" }'
}

self_test() {
    [ -x "$program" ] || give_up "$program is no program"
    lay_out
    check_copy
    echo none >"$scratch/known"
    news >"$scratch/news"
    cat "$scratch/news" >>"$scratch/known"
    rec=dien-bien-phu.rec

    name='both languages'
    damage "$name" 'has no Title_en' $rec 'type == "Event" && /^Title_en:/ && !n++ { next }'
    damage "$name" 'has no Text_vi' $rec 'type == "Event" && /^Text_vi:/ && !n++ { drop(); next }'
    damage "$name" 'has no Text_en' $rec 'type == "Event" && /^Text_en:/ && !n++ {
        drop(); $0 = "Text_en:" }'
    damage "$name" 'has a note in one language only' $rec '/^Note_en:/ && type == "Event" && !n++ {
        drop(); next }'
    damage "$name" 'has no Title_vi' $rec 'type == "Era" && /^Title_vi:/ && !n++ { next }'
    damage "$name" 'has a stop in one language only' $rec '/^Stop:/ && !n++ { sub(/ [|].*/, "") }'

    name='every event has a source'
    damage "$name" 'has no source' $rec '
        type == "Event" && /^Source:/ && !done { n = 1; next }
        n { done = 1 }'
    damage "$name" 'cites no Source record: hearsay' $rec '
        type == "Event" && /^Source:/ && !n++ { $0 = "Source: hearsay" }'

    name='tags are of the closed list'
    damage "$name" 'has a tag that is no Word record: gossip' $rec '
        /^Tag:/ && !n++ { $0 = "Tag: gossip" }'
    damage "$name" 'has a tag that is a word of figures: rice' $rec '
        /^Tag:/ && !n++ { $0 = "Tag: rice" }'
    damage "$name" 'has 4 tags' $rec '/^Tag:/ && !n++ {
        for (i = 0; i < 3; i++)
            print
        getline
        while (/^Tag:/)
            getline
        print "Tag: memory" }'
    damage "$name" 'has 0 tags' $rec '
        /^Tag:/ && !done { n = 1; next }
        n { done = 1 }'

    name='one spelling to a person'
    for person in 'Ho Chi Minh' 'HỒ CHÍ MINH' 'Hồ Chí  Minh' 'HồChí Minh' 'Hồ Chi Minh'; do
        damage "$name" "has $person, " $rec '/^Person: Hồ Chí Minh$/ && n++ == 1 {
            $0 = "Person: '"$person"'" }'
    done

    name='dates from 1858 to 2024'
    for date in 1857 1857-12-31/1858-01-02 2024-12/2025-01 2025-07-01 ../1857; do
        damage "$name" "is outside 1858 to 2024: $date" $rec '
            type == "Event" && /^Date:/ && !n++ { $0 = "Date: '"$date"'" }'
    done
    damage "$name" 'its date cannot be read' $rec '
        type == "Event" && /^Date:/ && !n++ { $0 = "Date: 7/5/1954" }'
    damage "$name" 'is outside 1858 to 2024: 1802/1884' $rec '
        type == "Era" && /^Date:/ && !n++ { $0 = "Date: 1802/1884" }'
    harmless 'a date open at one end' $rec '
        /^Id:/ && !(type in first) { first[type] = $2 }
        /^Source:/ && !cited && !index("'"$documents"'", $2) { cited = $2 }
        /^%rec: Lesson/ {
            print "Id: open-end\nDate: 2024-12-31/..\nTitle_vi: Năm mới\nTitle_en: New year"
            print "Text_vi: Một.\n+ Hai.\nText_en: One.\n+ Two.\nTag: " first["Word"]
            print "Source: " cited "\n"
        }'

    name='titles of 60 columns'
    sixty='Đậm đà đình đám đỡ đần đắp điếm đủng đỉnh đong đưa đón đợi đ'
    damage "$name" 'has a title of 61 columns' $rec '
        type == "Event" && /^Title_vi:/ && !n++ { $0 = "Title_vi: '"${sixty}ừ"'" }'
    harmless 'a title of 60 letters with accents' $rec '
        type == "Event" && /^Title_vi:/ && !n++ { $0 = "Title_vi: '"$sixty"'" }'

    name='texts of 2 to 8 sentences'
    damage "$name" 'has a Text_vi of 1 sentences' $rec '
        type == "Event" && /^Text_vi:/ && !n++ { drop() }'
    damage "$name" 'has a Text_en of 9 sentences' $rec '
        type == "Event" && /^Text_en:/ && !n++ { drop(); sub(/$/, "\n+ A.\n+ B.\n+ C.\n+ D.\n+ E.")
            sub(/$/, "\n+ F.\n+\n+ G.\n+ H.") }'
    harmless 'a text of 8 sentences in two paragraphs' $rec '
        type == "Event" && /^Text_en:/ && !n++ { drop(); sub(/$/, "\n+ A.\n+ B.\n+ C.\n+ D.")
            sub(/$/, "\n+\n+ E.\n+ F.\n+ G.") }'

    name='lessons of 8 to 15 stops'
    damage "$name" 'has 7 stops' $rec '
        type == "Lesson" && /^Id:/ { lessons++ }
        lessons == 1 && /^Stop:/ && ++n > 7 { drop(); next }'
    damage "$name" 'stops, not 8 to 15' $rec 'type == "Lesson" && /^Stop:/ && !n++ {
        for (i = 0; i < 8; i++)
            print }'
    damage "$name" '2 lessons, not three' $rec '
        type == "Lesson" && /^Id:/ { n++ }
        type == "Lesson" && n == 1 { next }'

    name='the inventory names events'
    damage "$name" 'no event has this id: never-was' coverage.tsv 'NR == 2 { $3 = "never-was"
        $0 = $1 "\t" $2 "\t" $3 }'
    damage "$name" 'no Source record has this id: hearsay' coverage.tsv 'NR == 2 {
        $0 = "hearsay\t" $2 "\t" $3 }'
    damage "$name" 'no number of a paragraph: ¶1' coverage.tsv 'NR == 2 {
        $0 = $1 "\t¶" $2 "\t" $3 }'
    damage "$name" 'the first line names the columns' coverage.tsv 'NR == 1 { next }'
    damage "$name" 'not three columns' coverage.tsv 'NR == 2 { $0 = $1 "\t" $2 }'
    damage "$name" 'stands there twice' coverage.tsv 'NR == 2 { print }'

    name='the inventory and the locators agree'
    damage "$name" 'does not cite bao-2024 ¶11' coverage.tsv 'NR == 2 {
        print; $0 = $1 "\t11\t" $3 }'
    damage "$name" 'does not list for it' coverage.tsv 'NR == 2 { next }'
    damage "$name" 'cites no paragraph' $rec '/^Source: cao-bang-2023 / && !n++ { sub(/¶/, "p. ") }'
    damage 'counts alike' 'the program prints' coverage.tsv '
        NR == 2 { id = $3 }
        $3 == id { next }'

    name='paragraphs with a date are in the inventory'
    for text in 'Năm 1999 có lụt.' 'Ngày 7/5 có lễ.' 'Tháng 4/2024, họp.' 'Họp (19/12/1946).' \
        'in 1885-1887, twice'; do
        change 'END { print "'"$text"'" }' 'seeds/000_*'
        date=$(printf '%s\n' "$text" | awk '{ gsub(/[^0-9\/]+/, " "); print $1 }')
        found "$name" "states $date, but coverage.tsv does not list it"
    done
    harmless 'numbers that are no dates' 'seeds/000_*' '
        END {
            print "2.000 người, 1.954 kg, 1,954 tons, 2025, 1857, 31/13, 0/5, 18610, 146-KH, 32/1."
        }'

    name='no eight words in a row'
    damage "$name" 'copies 13 words of cao-bang-2023' $rec "$(words "$sentence")"
    damage "$name" 'copies 8 words of cao-bang-2023' $rec \
        "$(words 'NHÀ BÀ THUÝ Ở HOÀ BÌNH, “nấu” – một')"
    apart='nha\314\200 ba\314\200 Thu\314\201y o\314\233\314\211 Hoa\314\200 Bi\314\200nh'
    damage "$name" 'copies 9 words of cao-bang-2023' $rec \
        "$(words "$apart na\314\202\314\201u mo\314\243\314\202t nồi")"
    damage "$name" 'copies 12 words of dinh-ke-2024' $rec \
        "$(words 'chiều ấy cả xóm Ðoài ra bãi thả diều đến tối mịt')"
    damage "$name" 'copies 10 words of mua-a-son-2019' $rec "$(words "$english")"
    damage "$name" 'in Title_en' $rec 'type == "Era" && /^Title_en:/ && !n++ {
        $0 = "Title_en: Old ferryman counted seven paper lanterns before he" }'
    damage "$name" 'in Note_vi' $rec 'type == "Event" && /^Note_vi:/ && !n++ {
        $0 = "Note_vi: sáng ấy nhà bà\n+ Thúy ở Hòa Bình" }'
    damage "$name" 'in Stop' $rec 'type == "Lesson" && /^Stop:/ && !n++ {
        $0 = $0 " counted seven paper lanterns before he slept!\n+ The old ferryman counted seven" \
            " paper lanterns before" }'
    damage "$name" 'in About_en' $rec 'type == "Timeline" && /^About_en:/ && !n++ {
        $0 = $0 "\n+ counted: seven paper lanterns, before he slept. Old ferryman counted seven" \
            " paper lanterns before he" }'
    harmless 'seven words of a document' $rec "$(words 'nhà bà Thúy ở Hòa Bình nấu')"
    harmless 'eight words in two fields' $rec 'type == "Event" && /^Title_vi:/ && !n++ {
        $0 = "Title_vi: Nhà bà Thúy ở Hòa\nPlace: Bình nấu một" }'
    if [ -d "$seeds" ]; then
        paragraphs >"$scratch/paragraphs"
        for document in $documents; do
            copied=$(awk -F '\t' -v id="$document" '
                $1 == id && !n && $3 !~ /["\\]/ && split($3, word, / +/) > 9 {
                    n = 1
                    for (i = 1; i <= 10; i++)
                        printf "%s ", word[i]
                }' "$scratch/paragraphs")
            damage "$name" "words of $document ¶" $rec "$(words "$copied")"
        done
    fi

    name='gazetteer: 63 ground units'
    damage "$name" '62 ground units, not 63' vietnam.rec '/^Kind: province$/ && !n++ { next }'
    damage "$name" '33 units of 2025-07-01, not 34' vietnam.rec '
        /^Kind: city-2025$/ && !n++ { next }'
    damage "$name" 'is in none of the units of 2025-07-01' vietnam.rec '
        /^History: 2025-07-01/ && !n++ { next }'
    damage "$name" 'has no ground' vietnam.rec '/^History: 2025-07-01.* cao-bang-2025$/ {
        sub(/cao-bang/, "an-giang") }'
    damage "$name" 'has the code of' vietnam.rec '/^Code:/ { $0 = "Code: VN-44" }'
    damage "$name" 'has no code of ISO 3166-2' vietnam.rec '/^Code:/ && !n++ { next }'
    damage "$name" 'there are two units an-giang' vietnam.rec '/^Id:/ && n++ == 1 {
        $0 = "Id: an-giang" }'
    damage "$name" 'has a name in one language only' vietnam.rec '/^Name_en:/ && !n++ { next }'

    name='outlines of the ground units'
    damage "$name" 'unit an-giang has no outline' vietnam-outline.rec '
        /^Id: an-giang$/ { drop(); while (!/^$/) getline; next }'
    damage "$name" 'more than 120000' vietnam-outline.rec '/^Id:/ {
        for (i = 0; i < 100; i++) print "# much ado about nothing" }'
    damage "$name" 'the ring is not closed' vietnam-outline.rec '/^Outline:/ && !n++ {
        $0 = "Outline: 105 10, 105.5 10, 105.5 10.5, 105 10.5" ; drop() }'
    damage "$name" 'fewer than four pairs' vietnam-outline.rec '/^Outline:/ && !n++ {
        $0 = "Outline: 105 10, 105.5 10, 105 10" ; drop() }'
    damage "$name" 'no pair of numbers' vietnam-outline.rec '/^Outline:/ && !n++ { sub(/,/, ";") }'
    damage "$name" 'not in the country' vietnam-outline.rec '/^Outline:/ && !n++ {
        $0 = "Outline: 10 105, 10.5 105, 10.5 105.5, 10 105" ; drop() }'
    damage "$name" 'no ground unit has this id: ha-bac' vietnam-outline.rec '
        /^Id: bac-giang$/ { $0 = "Id: ha-bac" }'
    damage "$name" 'unit an-giang stands there twice' vietnam-outline.rec '
        /^Id:/ && n++ == 1 { $0 = "Id: an-giang" }'
    damage "$name" 'Hoàng Sa is missing' vietnam-outline.rec '/^Outline: 11[12]/ { drop(); next }'
    damage "$name" 'Trường Sa is missing' vietnam-outline.rec '/^Outline: 11[1-6]/ { drop(); next }'
    lay_out
    rm "$scratch/copy/vietnam-outline.rec"
    found "$name" 'there is no such file'

    name='the program finds no fault'
    damage "$name" 'no event has this id' $rec 'type == "Event" && /^See:/ && !n++ {
        $0 = "See: never-was" }'

    if command -v recfix >/dev/null 2>&1; then
        damage 'recutils accept' 'Name_vi' vietnam-outline.rec '
            /^Outline:/ && !n++ { print "Name_vi: Hà Nội" }'
    fi

    lay_out
    rm -r "$scratch/copy/seeds"
    check_copy
    report 'without the documents their checks are skipped' "$(
        awk '/^skip .*no documents in/ { n++ } END { if (n != 1) print "no skip" }' \
            "$scratch/printed"
        news
    )"
}
