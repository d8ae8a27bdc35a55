#!/bin/sh
# Runs the recipes of the manual for a classroom over ssh, with a server of its own on loopback: own
# keys, own port, own configuration, stopped by its process id.
#
# usage: run.sh [PROGRAM]
#
# PROGRAM is an argument, else the variable DBP_TIMELINE, else build/dbp-timeline. Where sshd, ssh,
# script or tmux are missing it says `skip`.
set -eu
export LC_ALL=C

case $0 in
*/*) cd "${0%/*}/../.." ;;
*) cd ../.. ;;
esac
program=${1:-${DBP_TIMELINE:-build/dbp-timeline}}
server=$(PATH=$PATH:/usr/sbin:/sbin command -v sshd || true)
passed=0
failed=0

for tool in ssh scp sftp ssh-keygen script tmux; do
    if [ -z "$server" ] || ! command -v "$tool" >/dev/null 2>&1; then
        printf 'skip  sshd or %s is not installed\n' "$tool"
        exit 0
    fi
done

work=$(mktemp -d /tmp/dbp-ssh-XXXXXX)
server_pid=
clean() {
    if [ -n "$server_pid" ]; then kill "$server_pid" 2>/dev/null || true; fi
    tmux -S "$work/tmux" kill-server 2>/dev/null || true
    rm -rf "$work"
}
trap clean EXIT
trap 'exit 1' HUP INT TERM

# holds NAME COMMAND...: passes when the command does.
holds() {
    name=$1
    shift
    if "$@" >"$work/why" 2>&1; then
        passed=$((passed + 1))
        printf 'ok    %s\n' "$name"
    else
        failed=$((failed + 1))
        printf 'FAIL  %s\n' "$name"
        sed 's/^/      /' "$work/why" | head -5
    fi
}

has() { grep -aq -- "$1" "$2"; }
lacks() { ! grep -aq -- "$1" "$2"; }
fails() { ! "$@"; }

# until_true COMMAND...: waits for it, ten seconds at most.
until_true() {
    tries=0
    while ! "$@"; do
        tries=$((tries + 1))
        if [ "$tries" -gt 200 ]; then return 1; fi
        sleep 0.05
    done
}

# --- The server ---

mkdir "$work/bin" "$work/home"
cp "$program" "$work/bin/dbp-timeline"
ln -s "$PWD/data" "$work/data"
chmod 755 "$work"
ssh-keygen -q -t ed25519 -N '' -f "$work/host"
ssh-keygen -q -t ed25519 -N '' -f "$work/pupil"
printf 'restrict,pty,command="%s/bin/dbp-timeline -r" %s\n' "$work" "$(cat "$work/pupil.pub")" \
    >"$work/keys"
cat >"$work/sshd_config" <<END
ListenAddress 127.0.0.1
HostKey $work/host
PidFile none
AuthorizedKeysFile $work/keys
StrictModes no
UsePAM no
PasswordAuthentication no
KbdInteractiveAuthentication no
PermitRootLogin yes
PrintMotd no
PrintLastLog no
AcceptEnv *
Subsystem sftp internal-sftp
END
if [ "$(id -u)" -eq 0 ]; then mkdir -p /run/sshd; fi

# A port may be taken: the next one is tried.
port=$((20000 + $$ % 20000))
for _ in 1 2 3 4 5; do
    "$server" -D -e -p "$port" -f "$work/sshd_config" 2>"$work/log" &
    server_pid=$!
    if until_true grep -q -e 'Server listening' -e 'Address already in use' "$work/log" &&
        has 'Server listening' "$work/log"; then
        break
    fi
    kill "$server_pid" 2>/dev/null || true
    server_pid=
    port=$((port + 1))
done
if [ -z "$server_pid" ]; then
    printf 'FAIL  sshd does not start\n'
    cat "$work/log"
    exit 1
fi

cat >"$work/config" <<END
Host class
    HostName 127.0.0.1
    Port $port
    User $(id -un)
    IdentityFile $work/pupil
    IdentitiesOnly yes
    UserKnownHostsFile $work/known
    StrictHostKeyChecking no
    LogLevel ERROR
    SendEnv LANG LC_* TERMINFO LOCPATH HOME DBP_* LD_*
END
pupil() { timeout 20 ssh -F "$work/config" "$@"; }

# visit KEYS WANTED: a pupil who waits for the first page, types, waits for WANTED, and leaves.
visit() {
    rm -f "$work/keyboard" "$work/seen"
    mkfifo "$work/keyboard"
    pupil -tt class <"$work/keyboard" >"$work/seen" 2>"$work/errors" &
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

pupil class </dev/null >"$work/seen" 2>"$work/errors" || true
holds 'without a terminal all is printed' has '1954' "$work/seen"
holds '  without escapes' lacks "$(printf '\033')" "$work/seen"
holds '  and how to do better is said' has 'ssh -t' "$work/errors"

# --- Ways out that are none ---

for command in 'sh' "touch $work/marker" "sh -c 'touch $work/marker'" '/bin/sh -i'; do
    pupil class "$command" </dev/null >"$work/seen" 2>"$work/errors" || true
    holds "no command: $command" has '1954' "$work/seen"
done
holds '  none was run' test ! -e "$work/marker"
echo secret >"$work/file"
copy() { timeout 20 scp -q -F "$work/config" "$@" >"$work/seen" 2>&1 </dev/null || true; }
copy "$work/file" "class:$work/copied"
copy -O "$work/file" "class:$work/copied"
holds 'scp copies nothing there' test ! -e "$work/copied"
copy class:/etc/passwd "$work/taken"
holds 'scp takes nothing away' test ! -s "$work/taken"
echo "get /etc/passwd $work/taken" |
    timeout 20 sftp -q -b - -F "$work/config" class >"$work/seen" 2>&1 || true
holds 'sftp takes nothing away' test ! -s "$work/taken"
holds 'no connection is passed on' fails pupil -W "127.0.0.1:$port" class </dev/null
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
ssh -F "$work/config" -tt class <"$work/keyboard" >"$work/seen" 2>&1 &
client=$!
exec 3>"$work/keyboard"
running() { pgrep -f "$work/bin/dbp-timeline -r" >/dev/null; }
holds 'a pupil is there' until_true has '1/4' "$work/seen"
kill -KILL "$client" 2>/dev/null || true
exec 3>&-
ended() { ! running; }
holds 'who drops out leaves nothing behind' until_true ended

# --- One terminal for all ---

tmux -S "$work/tmux" -f /dev/null new-session -d -x 80 -y 24 "$work/bin/dbp-timeline --lang=en"
shown() { tmux -S "$work/tmux" capture-pane -p | grep -q "$1"; }
holds 'a teacher opens the timeline in tmux' until_true shown '1/4'
mkfifo "$work/viewer"
TERM=xterm-256color LC_ALL=C.UTF-8 script -qec "tmux -S $work/tmux attach -r" /dev/null \
    <"$work/viewer" >"$work/seen" 2>&1 &
exec 3>"$work/viewer"
holds 'a pupil looks on' until_true has 'Phủ' "$work/seen"
printf 'jjjQ' >&3
tmux -S "$work/tmux" send-keys j
holds 'the teacher moves, and the pupil cannot' until_true shown '2/4'
tmux -S "$work/tmux" send-keys '?'
holds '  who sees it' until_true has PgDn "$work/seen"
exec 3>&-

printf '%d passed, %d failed\n' "$passed" "$failed"
[ "$failed" -eq 0 ]
