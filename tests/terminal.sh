# A terminal for scripts to drive: tmux on a socket of its own. To be read with `.`.
#
# terminal_open COLUMNSxROWS COMMAND   runs the command of sh in it
# press KEY...                         types keys by their tmux names, a letter or Enter, Space, Tab
# type_in TEXT                         types the text as it is
# see TEXT [SECONDS]                   waits until a row has it, 10 seconds at most; if none does it
#                                      prints the screen and fails
# rest                                 waits until the screen no longer changes
# terminal_text                        prints the screen; with -e, its colours as escape sequences
# terminal_close                       ends the terminal and what runs in it

terminal_open() {
    terminal=$(mktemp -d)
    cat >"$terminal/conf" <<END
set -g status off
set -g escape-time 0
set -g remain-on-exit on
set -g default-terminal tmux-256color
END
    terminal_tmux -f "$terminal/conf" new-session -d -x "${1%x*}" -y "${1#*x}" "$2"
}

terminal_tmux() {
    env -u TMUX -u LC_ALL LANG=C.UTF-8 tmux -u -S "$terminal/socket" "$@"
}

press() {
    terminal_tmux send-keys -- "$@"
}

type_in() {
    terminal_tmux send-keys -l -- "$1"
}

terminal_text() {
    terminal_tmux capture-pane -p "$@"
}

see() {
    see_tries=$((${2:-10} * 20))
    until terminal_text | grep -qF -e "$1"; do
        see_tries=$((see_tries - 1))
        if [ "$see_tries" -le 0 ]; then
            printf 'not seen: %s\n' "$1" >&2
            terminal_text >&2
            return 1
        fi
        sleep 0.05
    done
}

rest() {
    rest_before=
    until [ "$(terminal_text -e)" = "$rest_before" ]; do
        rest_before=$(terminal_text -e)
        sleep 0.2
    done
}

terminal_close() {
    terminal_tmux kill-server 2>/dev/null || true
    rm -rf "$terminal"
}
