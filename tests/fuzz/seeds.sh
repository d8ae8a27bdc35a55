#!/bin/sh
# seeds.sh FOLDER: writes seeds for every fuzz target into FOLDER/TARGET, made of the shipped data
# and of the fixtures of other tests. Runs in the root of the project.
set -eu
out=$1

# each TARGET: makes a seed of every line read, without its newline, the same line once.
each() {
    mkdir -p "$out/$1"
    awk -v folder="$out/$1" -v name="$2" '
        seen[$0]++ { next }
        { file = sprintf("%s/%s-%03d", folder, name, ++n); printf "%s", $0 > file; close(file) }'
}

# whole TARGET FILE...: takes files as they are.
whole() {
    mkdir -p "$out/$1"
    target=$1
    shift
    cp "$@" "$out/$target"
}

# values FIELD EVERY: prints one in EVERY of the values of a field in the shipped timeline.
values() {
    awk -v field="$1:" -v every="$2" '
        $1 == field && n++ % every == 0 { sub(/^[^ ]* /, ""); print }' data/dien-bien-phu.rec
}

# split TARGET NAME: makes a seed of all up to each line that is `~`.
split() {
    mkdir -p "$out/$1"
    awk -v folder="$out/$1" -v name="$2" '
        function done() { printf "%s", text > (file = folder "/" name "-" ++n); close(file) }
        $0 == "~" { done(); text = ""; next }
        { text = text (text == "" ? "" : "\n") $0 }'
}

# records TARGET FILE EVERY: makes a seed of one record in EVERY.
records() {
    mkdir -p "$out/$1"
    awk -v RS= -v every="$3" -v folder="$out/$1" 'n++ % every == 0 {
        file = sprintf("%s/record-%03d", folder, n); print > file; close(file)
    }' "$2"
}

sed -n 's/^[^"]*"\([^"]*\)".*/\1/p' tests/unit/test_edtf.def | each edtf def
values Date 20 | each edtf date
values Figure 20 | each figure value
values Title_vi 20 | each text title
values Note_en 20 | each text note
whole rec tests/check/*.rec
whole store tests/check/*.rec tests/screens/*.rec
records store data/dien-bien-phu.rec 40
whole gazetteer tests/check/*gazetteer*.rec
records gazetteer data/vietnam.rec 10
values Title_vi 40 | awk '{ print $2 " " $3 "\n" $0 "\n" $0 "\n~" }' | split query title
sed -n 's/^keys \(.\( .\)*\)$/\1/p; s/^type //p' tests/screens/*.keys | tr -d ' ' | each keys typed
printf '%s\n' 'jjjj\r' '?jjq' 'pdien b \rG' '/gao\rnnN' ':1954\r' '--++t++--hjl' 'LtTzLLjq' |
    sed 's/\\r/\r/' | each keys walk
printf '\033[A\033OB\033[200~x y\nz\033[201~\303\241\033\n' | each keyboard sequence
printf '\033[<0;20;5Mj\033[<64;1;1M\033[<0;20;5m\n' | each keyboard mouse
printf '%s\n' '\033]0;title\a' '\033[<0;1;1M' '\033P1$r\033\\' '\341\273\231\303' '\033[1;5C' |
    while read -r line; do printf "$line\n"; done | each keyboard string
for option in --province=caobang '--from=1930|--to=7/5/1954' '--search=gạo' --tag=battle \
    '--at=50%' --format=tsv --figures --on-this-day=lunar:01-02 '-lp|hà nội' --lang=both x.rec; do
    printf '%s|~\n' "$option" | tr '|' '\n'
done | split options option
printf '%s %s\n\n~\n' 'dbp-timeline 1 leader=7 event=him-lam number=3 level=4 pane=axis read=1' \
    'from=-5 to=7 all_of=1 lesson=rice stop=3 units=a,H%C3%A0 picks=0.battle' | split lead line
