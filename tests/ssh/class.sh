#!/bin/sh
# Holds a lesson as the manual says: a teacher and three pupils, all of them over ssh, each in a
# terminal of another size, kind or language.
cd "${0%/*}/../.."
. tests/ssh/server.sh

to="ssh -tt -F $work/config"
pupils='small large old'
unset LC_ALL
lead=$(recipe 'ssh -t host dbp-timeline --lead' | sed "s|^ssh -t host|$to teacher|")
seat small 80 24 "LANG=en_US.UTF-8 $to follower"
holds 'a pupil waits' comes small 'waiting for the leader'
seat teacher 100 30 "LANG=vi_VN.UTF-8 $lead"
holds 'a teacher leads, in Vietnamese' comes teacher 'đang dẫn'
seat large 132 43 "LANG=vi_VN.UTF-8 $to follower"
seat old 80 24 "TERM=vt100 LANG=en_US.UTF-8 $to follower"
holds '  in Vietnamese' comes large 'đang theo'
holds '  and with a VT100 in English' comes old following

# position: where the teacher is, of how many, as all have it in the last row.
position() { screen teacher | grep -oE '^[0-9]+/[0-9]+' | tail -1; }

# all_come NAME: every pupil has gone where the teacher is.
all_come() {
    for pupil in $pupils; do
        holds "$1: $pupil" comes "$pupil" "$(position)"
    done
}

types teacher j j j
holds 'the teacher moves on' comes teacher 4/4
all_come '  followed'
types teacher : 1954-05-07 Enter
holds 'the teacher goes to a day' comes teacher 1954-05-07
all_come '  followed'
types teacher Enter
for pupil in $pupils; do holds "an event is read: $pupil" comes "$pupil" 'A'; done
types teacher q
holds "the list is back" comes old "> "
before=$(position)
types teacher p dien Space bien Enter
has_moved() { test "$(position)" != "$before"; }
holds 'the teacher filters by a province' until_true has_moved
all_come '  followed'
before=$(position)
types teacher x
holds '  and by none' until_true has_moved
all_come '  followed'
types teacher t
types teacher Enter
types teacher Space
holds 'a lesson is held' comes teacher 'chặng 2/'
holds '  followed: small' comes small 'stop 2 of'
holds '  followed: large' comes large 'chặng 2/'
holds '  followed: old' comes old 'stop 2 of'
types teacher q
holds 'the lesson is over' comes small '412 events'
types old j
holds 'a pupil breaks away' comes old 'away; . follows again'
before=$(position)
types teacher G
until_true has_moved || true
all=$(position)
holds '  others do not' comes small "$all"
types old .
holds '  and comes back' comes old "$all"

leader=$(sed 's/.* leader=\([0-9]*\) .*/\1/' "$work/class/now")
if [ "${leader:-0}" -le 1 ]; then
    holds 'there is a leader' false
    finish
    exit
fi
kill -KILL "$leader"
holds 'the leader is killed, who was followed' comes small 'the leader has left'
holds '  in Vietnamese' comes large 'người dẫn đã rời'
holds '  with a VT100' comes old 'the leader has left'
holds "  the leader's ssh puts the modes of the terminal back" until_true \
    cmp "$work/teacher.before" "$work/teacher.after"
for pupil in $pupils; do
    types "$pupil" Q
    holds "a terminal is as it was: $pupil" is_sane "$pupil"
done
finish
