# shellcheck shell=sh
# A server for ssh on loopback: own keys, own port, own configuration, stopped by its process id.
# Sourced by the scripts beside it, which run in the root of the project.
#
# It takes any of these keys, each with the line of the manual that a recipe has for it:
#
#   pupil     restrict,pty,command="dbp-timeline -r"
#   follower  restrict,pty,command="dbp-timeline -r --follow=/srv/class/now"
#   viewer    restrict,pty,command="tmux -L class attach -r"
#   own       restrict,pty
#   teacher   no such line: he may do all
#
# and on the port behind its own, where ForceCommand is set, that of the pupil alone.

set -eu
export LC_ALL=C
server=$(PATH=$PATH:/usr/sbin:/sbin command -v sshd || true)
manual=man/dbp-timeline.1
# shellcheck source=tests/report.sh
. tests/report.sh

for tool in "${server:-sshd}" ssh scp sftp ssh-keygen tmux; do
    installed "$tool" || exit 0
done

work=$(mktemp -d /tmp/dbp-ssh-XXXXXX)
server_pid=
account=
clean() {
    if [ -n "$server_pid" ]; then kill "$server_pid" 2>/dev/null || true; fi
    tmux -S "$work/tmux" kill-server 2>/dev/null || true
    TMUX_TMPDIR=$work tmux -L class kill-server 2>/dev/null || true
    if [ -n "$account" ]; then userdel -rf "$account" >/dev/null 2>&1 || true; fi
    rm -rf "$work"
}
trap clean EXIT
trap 'exit 1' HUP INT PIPE TERM

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

# recipe WORDS: the line of the manual that has these, as it would be typed here: the places it
# names are in a folder of this test.
recipe() {
    line=$(grep -F -- "$1" "$manual" | head -1)
    if [ -z "$line" ]; then
        printf 'FAIL  the manual has no line with: %s\n' "$1" >&2
        exit 1
    fi
    printf '%s\n' "$line" | sed -e 's/^\.Dl //' -e 's/^[$#] //' -e "s|/srv/class|$work/class|g" \
        -e "s|/usr/local/bin/|$work/bin/|g" \
        -e "s|\\([ \"]\\)dbp-timeline|\\1$work/bin/dbp-timeline|g" \
        -e "s|^dbp-timeline|$work/bin/dbp-timeline|"
}

# key NAME [WORDS]: makes a key, and lets it in with the line of the manual that has the words.
key() {
    ssh-keygen -q -t ed25519 -N '' -C "$1" -f "$work/$1"
    options=
    if [ $# -gt 1 ]; then options=$(recipe "$2" | sed 's/ KEY$/ /'); fi
    printf '%s%s\n' "$options" "$(cat "$work/$1.pub")" >>"$work/keys"
}

umask 022
mkdir "$work/bin" "$work/class"
cp "$program" "$work/bin/dbp-timeline"
ln -s dbp-timeline "$work/bin/rdbp-timeline"
cp -R data "$work/data"
chmod 755 "$work"
ssh-keygen -q -t ed25519 -N '' -f "$work/host"
key pupil 'command="dbp-timeline -r"'
key follower 'command="dbp-timeline -r --follow'
key viewer 'command="tmux'
key own 'restrict,pty KEY'
key teacher
cp "$work/pupil.pub" "$work/forced"
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
SetEnv TMUX_TMPDIR=$work
Subsystem sftp internal-sftp
Subsystem outer /usr/lib/openssh/sftp-server
END
if [ "$(id -u)" -eq 0 ]; then mkdir -p /run/sshd; fi

# add_forced: what the manual has for a group of accounts, for all who come to the second port.
add_forced() {
    printf 'Match LocalPort %s\n    AuthorizedKeysFile %s/forced\n' "$((port + 1))" "$work"
    for word in ForceCommand DisableForwarding; do
        printf '    %s\n' "$(recipe "    $word " | sed 's/^ *//')"
    done
}

# A port may be taken: the next ones are tried.
port=$((20000 + $$ % 20000))
for _ in 1 2 3 4 5; do
    { cat "$work/sshd_config"; add_forced; } >"$work/served"
    : >"$work/log"
    "$server" -D -e -p "$port" -p "$((port + 1))" -f "$work/served" 2>"$work/log" &
    server_pid=$!
    listens="Server listening.*$((port + 1))"
    if until_true grep -qE "$listens|already in use|^$work" "$work/log" &&
        has "$listens" "$work/log" && lacks 'already in use' "$work/log"; then
        break
    fi
    kill "$server_pid" 2>/dev/null || true
    server_pid=
    port=$((port + 2))
done
if [ -z "$server_pid" ]; then
    printf 'FAIL  sshd does not start\n'
    cat "$work/log"
    exit 1
fi

# host NAME PORT USER KEY
host() {
    cat <<END
Host $1
    HostName 127.0.0.1
    Port $2
    User $3
    IdentityFile $work/$4
    IdentitiesOnly yes
    UserKnownHostsFile $work/known
    StrictHostKeyChecking no
    LogLevel ERROR
    SendEnv LANG LC_* TERMINFO LOCPATH HOME DBP_* LD_*
END
}
for name in pupil follower viewer teacher; do
    host "$name" "$port" "$(id -un)" "$name"
done >"$work/config"
host forced "$((port + 1))" "$(id -un)" pupil >>"$work/config"

# --- Terminals ---

printf 'set -g status off\n' >"$work/tmux.conf"

# seat NAME COLUMNS ROWS COMMAND...: a terminal, and a command of words without blanks in it.
seat() {
    name=$1 columns=$2 rows=$3
    shift 3
    cat >"$work/$name.sh" <<END
unset TMUX
stty -g >"$work/$name.before"
$*
stty -g >"$work/$name.after"
exec sleep 600
END
    tmux -S "$work/tmux" -f "$work/tmux.conf" new-session -d -s "$name" -x "$columns" -y "$rows" \
        "sh $work/$name.sh"
}

screen() { tmux -S "$work/tmux" capture-pane -p -t "$1"; }
types() { tmux -S "$work/tmux" send-keys -t "$@"; }
shows() { screen "$1" | grep -qF -- "$2"; }
comes() { until_true shows "$1" "$2" || { screen "$1" && false; }; }

# is_sane NAME: the program has left, and the terminal is as it was before.
is_sane() {
    until_true test -s "$work/$1.after" && cmp "$work/$1.before" "$work/$1.after" &&
        test "$(tmux -S "$work/tmux" display -p -t "$1" '#{alternate_on} #{cursor_flag}')" = '0 1'
}
