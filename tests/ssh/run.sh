#!/bin/sh
# Runs the recipes of the manual for pupils who come over ssh, and tries ways out of them.
#
# The shell of an account is $DBP_TIMELINE_LOCKED, else build/locked/dbp-timeline.
cd "${0%/*}/../.."
. tests/ssh/server.sh

pupil() { timeout 20 ssh -F "$work/config" "$@"; }

# visit KEYS WANTED: at $host, a pupil who waits for the first page, types, waits for WANTED, and
# leaves.
host=pupil
visit() {
    rm -f "$work/keyboard" "$work/seen"
    mkfifo "$work/keyboard"
    pupil -tt "$host" <"$work/keyboard" >"$work/seen" 2>"$work/errors" &
    client=$!
    exec 3>"$work/keyboard"
    until_true has '1/4' "$work/seen" || true
    printf '%s' "$1" >&3
    result=0
    until_true has "$2" "$work/seen" || result=1
    printf 'Q' >&3
    exec 3>&-
    wait "$client" || result=1
    return "$result"
}

# --- A key that is good for the timeline only ---

export TERM=xterm-256color LANG=C.UTF-8
unset LC_ALL
export LANG=vi_VN.UTF-8
holds 'a pupil browses and leaves' visit '?' PgDn
holds '  and saw the title in Vietnamese' has 'Điện Biên Phủ' "$work/seen"
holds '  and has the terminal back' has '1049l' "$work/seen"
for TERM in xterm-ghostty vt100 linux nobody-knows; do
    holds "TERM=$TERM works" visit '?' PgDn
done
TERM=xterm-256color
LC_ALL=C
export LC_ALL
holds 'LC_ALL=C works' visit '?' PgDn
holds '  in ASCII' has 'Dien Bien Phu' "$work/seen"
unset LC_ALL

pupil "$host" </dev/null >"$work/seen" 2>"$work/errors" || true
holds 'without a terminal all is printed' has '1954' "$work/seen"
holds '  without escapes' lacks "$(printf '\033')" "$work/seen"
holds '  and how to do better is said' has 'ssh -t' "$work/errors"

# --- Ways out that are none ---

for command in 'sh' "touch $work/marker" "sh -c 'touch $work/marker'" '/bin/sh -i'; do
    pupil "$host" "$command" </dev/null >"$work/seen" 2>"$work/errors" || true
    holds "no command: $command" has '1954' "$work/seen"
done
holds '  none was run' test ! -e "$work/marker"
echo secret >"$work/file"
copy() { timeout 20 scp -q -F "$work/config" "$@" >"$work/seen" 2>&1 </dev/null || true; }
copy "$work/file" "$host:$work/copied"
copy -O "$work/file" "$host:$work/copied"
holds 'scp copies nothing there' test ! -e "$work/copied"
copy "$host:/etc/passwd" "$work/taken"
holds 'scp takes nothing away' test ! -s "$work/taken"
echo "get /etc/passwd $work/taken" |
    timeout 20 sftp -q -b - -F "$work/config" "$host" >"$work/seen" 2>&1 || true
holds 'sftp takes nothing away' test ! -s "$work/taken"
holds 'no connection is passed on' fails pupil -W "127.0.0.1:$port" "$host" </dev/null
mkdir "$work/trap"
printf 'xterm-256color,\n\tam, cols#80, lines#24, cup=\\E[%%i%%p1%%d;%%p2%%dH,\n' >"$work/trap.ti"
printf '\tclear=\\E[H\\E[2J, smcup=TRAPPED,\n' >>"$work/trap.ti"
tic -o "$work/trap" "$work/trap.ti" 2>/dev/null || true
TERMINFO=$work/trap
LOCPATH=/etc
LC_CTYPE=$work/trap
export TERMINFO LOCPATH LC_CTYPE
holds 'variables of the client lead nowhere' visit '?' PgDn
unset TERMINFO LOCPATH LC_CTYPE
holds '  the description of its terminal was not read' lacks TRAPPED "$work/seen"

# --- A line that drops ---

rm -f "$work/keyboard" "$work/seen"
mkfifo "$work/keyboard"
ssh -F "$work/config" -tt "$host" <"$work/keyboard" >"$work/seen" 2>&1 &
client=$!
exec 3>"$work/keyboard"
running() { pgrep -f "$work/bin/dbp-timeline -r" >/dev/null; }
holds 'a pupil is there' until_true has '1/4' "$work/seen"
kill -KILL "$client" 2>/dev/null || true
exec 3>&-
ended() { ! running; }
holds 'who drops out leaves nothing behind' until_true ended

# --- One screen for all ---

seat board 80 24 "TMUX_TMPDIR=$work $(recipe 'tmux -L class new')"
holds 'a teacher opens the timeline in tmux' comes board '1/4'
seat pupil 60 20 "ssh -tt -F $work/config viewer"
holds 'a pupil looks on' comes pupil 'Phủ'
types pupil j j j Q
types board j
holds 'the teacher moves, and the pupil cannot' comes board '2/4'
types board '?'
holds '  who sees it' comes pupil PgDn
of_board() { TMUX_TMPDIR=$work tmux -L class display -p "$1"; }
holds '  and takes nothing of its size' test "$(of_board '#{window_width}')" = 80
types pupil C-b c
types pupil C-b : 'run-shell "touch '"$work"'/marker"' Enter
types board q k
holds '  nor runs anything' comes board '1/4'
holds '  at all' test ! -e "$work/marker"

# --- ForceCommand ---

host=forced
holds 'ForceCommand opens the timeline' visit '?' PgDn
pupil "$host" "touch $work/marker" </dev/null >"$work/seen" 2>"$work/errors" || true
holds '  whatever else is asked for' has '1954' "$work/seen"
holds '  which is not run' test ! -e "$work/marker"
holds '  no connection is passed on' fails pupil -W "127.0.0.1:$port" "$host" </dev/null

# --- An account whose shell is the timeline ---

skip_account() {
    skip "$1"
    finish
    exit
}
locked=${DBP_TIMELINE_LOCKED:-build/locked/dbp-timeline}
[ "$(id -u)" -eq 0 ] || skip_account 'only root can make an account'
command -v useradd >/dev/null || skip_account 'there is no useradd'
[ -x "$locked" ] || skip_account "$locked, which finds the data as if installed, was not built"
rm "$work/bin/rdbp-timeline"
cp "$locked" "$work/bin/rdbp-timeline"
account=dbp-test-$$
make_account=$(recipe useradd | sed "s/lop12a/$account/")
# Without PAM a password of no letters is what lets a key in.
# shellcheck disable=SC2086 # the words of the manual
holds 'an account is made' $make_account -p '*'
su -s /bin/sh "$account" -c "test -r '$PWD/data/vietnam.rec'" ||
    skip_account 'another account may not read the data here'
host account "$port" "$account" own >>"$work/config"
host=account
holds '  it opens the timeline' visit '?' PgDn
pupil "$host" </dev/null >"$work/seen" 2>"$work/errors" || true
holds '  without a terminal all is printed' has '1954' "$work/seen"
for command in 'sh' "touch $work/marker" 'scp -t .' 'sftp'; do
    holds "  no command: $command" fails pupil "$host" "$command" </dev/null
done
echo "get /etc/passwd $work/taken" |
    timeout 20 sftp -q -s outer -b - -F "$work/config" "$host" >"$work/seen" 2>&1 || true
holds '  no subsystem that is a program' test ! -s "$work/taken"
holds '  no connection is passed on' fails pupil -W "127.0.0.1:$port" "$host" </dev/null
holds '  nor anything run' test ! -e "$work/marker"

finish
