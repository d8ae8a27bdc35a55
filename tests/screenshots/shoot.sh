#!/bin/sh
# Takes the pictures of README.md from the running program, one file below data/screenshots each.
#
# usage: shoot.sh PROGRAM [NAME...]
#
# Without names, all are taken. Needs tmux, python3 with Pillow, and a font; it says what lacks.
set -eu
cd "${0%/*}/../.."
. tests/terminal.sh
program=$1
shift
wanted=" $* "
folder=data/screenshots
most=122880 # bytes a picture may have

command -v tmux >/dev/null || { echo 'screenshots: install tmux' >&2; exit 1; }
for python in python3 /usr/bin/python3 ''; do
    if [ -n "$python" ] && "$python" -c 'import PIL' 2>/dev/null; then break; fi
done
[ -n "$python" ] || { echo 'screenshots: install python3-pil' >&2; exit 1; }

# scene NAME SIZE LANGUAGE OPTION [KEYS...]: opens the shipped timeline and types the keys.
scene() {
    name=$1 size=$2 language=$3 option=$4
    shift 4
    case $wanted in '  ' | *" $name "*) ;; *) return 0 ;; esac
    terminal_open "$size" "exec $program --lang=$language $option data/dien-bien-phu.rec"
    trap terminal_close EXIT
    see ' · '
    for key; do
        press "$key"
        rest
    done
    terminal_text -e -N | "$python" tests/screenshots/draw.py "$size" "$folder/$name.png"
    terminal_close
    trap - EXIT
    bytes=$(wc -c <"$folder/$name.png")
    printf '%s/%s.png: %d bytes\n' "$folder" "$name" "$bytes"
    [ "$bytes" -le "$most" ] || { echo "screenshots: more than $most bytes" >&2; exit 1; }
}

mkdir -p "$folder"
scene timeline 100x30 en --at=1954-03-13
scene timeline-vi 100x30 vi --at=1954-05-07
scene axis 100x30 en --at=1954-03-13 a + + + + + + +
scene map 120x36 vi "--search='dân công' --at=nhu-cau-gao" m +
scene lesson 100x30 en --lesson=chien-dich Space Space Space
