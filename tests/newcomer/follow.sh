#!/bin/sh
# Does what README.md says, word for word, in a terminal, and looks whether it is so: types every
# line of its `sh` blocks in order, presses the ten keys, writes the file it teaches.
#
# usage: follow.sh [--fresh BUILD]
#
# What is followed is the last commit, in a clean folder. With --fresh it is in a new Debian below
# BUILD/fresh, where everything has to be installed first; that needs root and debootstrap, SUITE
# (bookworm) and MIRROR say which. Else nothing is installed, `check` is left to the one who runs
# this, and the class has its file in that folder, since another may follow the README too. Says
# `skip` and why, where it cannot run.
set -eu
cd "${0%/*}/../.."
. tests/terminal.sh
build=
[ "${1-}" != --fresh ] || build=$(mkdir -p "$2" && cd "$2" && pwd)

skip() {
    printf 'skip  %s\n' "$1"
    exit 0
}

for tool in tmux git; do
    command -v "$tool" >/dev/null || skip "$tool is not installed"
done

# A new Debian that has what the README asks for: make, and the folder.
make_root() {
    [ "$(id -u)" -eq 0 ] && command -v debootstrap >/dev/null ||
        skip 'a fresh root needs root, and debootstrap'
    unshare -m true 2>/dev/null || skip 'a fresh root needs a mount namespace'
    pristine=$build/fresh/root
    [ -x "$pristine/usr/bin/apt-get" ] || {
        rm -rf "$pristine"
        mkdir -p "$pristine"
        debootstrap --variant=minbase "${SUITE:-bookworm}" "$pristine" ${MIRROR:+"$MIRROR"} >&2
    }
    scratch=$build/fresh/newcomer
    rm -rf "$scratch"
    cp -a "$pristine" "$scratch"
    cp /etc/resolv.conf "$scratch/etc/resolv.conf"
    chroot "$scratch" apt-get -q update >&2
    chroot "$scratch" apt-get -q -y --no-install-recommends install make >&2
    place=$scratch/opt/dbp-timeline
    class=/tmp/class
    shell="exec unshare -m sh -c 'mount --rbind /dev $scratch/dev; mount -t proc proc $scratch/proc
        exec chroot $scratch env -i HOME=/root PATH=/usr/sbin:/usr/bin:/sbin:/bin TERM=\$TERM \
            LANG=C.UTF-8 PS1=\"$prompt \" sh -c \"cd /opt/dbp-timeline && exec sh\"'"
}

# A clean folder of this system, on which no package is installed: apt-get does nothing there.
make_folder() {
    scratch=$(mktemp -d)
    place=$scratch/dbp-timeline
    class=$scratch/class
    mkdir "$scratch/bin"
    printf '#!/bin/sh\n' | tee "$scratch/bin/apt-get" >"$scratch/bin/sudo"
    chmod +x "$scratch/bin/apt-get" "$scratch/bin/sudo"
    shell="cd $place && PATH=$scratch/bin:\$PATH PS1='$prompt ' exec sh"
}

prompt='newcomer:'
steps=0
trap 'terminal_close; rm -rf "$scratch"' EXIT
trap 'exit 1' HUP INT TERM
terminal=
scratch=
if [ -n "$build" ]; then make_root; else make_folder; fi
mkdir -p "$place"
git archive HEAD | tar -x -C "$place"
readme=$place/README.md

# Prints the lines of the blocks of one kind.
blocks() {
    awk -v fence="\`\`\`$1" '
        $0 == "```" { inside = 0 }
        inside { print }
        $0 == fence { inside = 1 }' "$readme"
}

# Prints the keys of the first table, one row a line.
keys() {
    sed -n '/^## Ten keys$/,/^## /s/^| \(`.*`\) |.*/\1/p' "$readme"
}

at_prompt() {
    [ "$(terminal_text | awk 'NF { last = $0 } END { print last }')" = "$prompt" ]
}

# await_prompt [SECONDS]
await_prompt() {
    tries=$((${1:-60} * 10))
    until at_prompt; do
        tries=$((tries - 1))
        [ "$tries" -gt 0 ] || { terminal_text >&2; return 1; }
        sleep 0.1
    done
}

type_line() {
    type_in "$1"
    press Enter
}

# ends_well [SECONDS]: the command ends, and has succeeded.
ends_well() {
    await_prompt "${1:-60}"
    steps=$((steps + 1))
    type_line "echo \"step $steps ended with \$?\""
    see "step $steps ended with 0"
}

# Takes the words behind : and goes there.
go_to() {
    press :
    type_in "$1"
    press Enter
    see "$2"
}

try_key() {
    case $1 in
    '`j` `k`')
        press j && see '2/412' && press k && see '1/412'
        press Space && rest && press b && see '1/412'
        press - && see 'months' && press + && see '1/412'
        ;;
    '`Enter`') press Enter && see 'Sources' && press q && see '1859' ;;
    '`/`')
        press / && type_in gao && see ' found'
        press Escape && rest && see '412 events'
        ;;
    '`p`')
        press p && type_in 'dien b' && see 'Dien Bien' && press Enter && see ' of 412'
        press x && see '412 events'
        ;;
    '`:`') go_to 7/5/1954 '  1954-05-07' && go_to 50% '206/412' && go_to 1 '1/412' ;;
    '`a`')
        press a && see 'v lanes'
        press + && rest && press - && rest && press q && see '1859'
        ;;
    '`m`') press m && see 'Trường Sa' && press j && rest && press q && see '1859' ;;
    '`t`')
        press t && see 'Lessons' && press Enter && see 'stop 1 of' && press Space && see 'stop 2 of'
        press Escape && rest && see '412 events'
        ;;
    '`L`') press L && see '412 sự kiện' && press L && see '412 events' ;;
    '`?`') press '?' && see 'one line down' && press q && see '412 events' ;;
    *) echo "README.md has a key that is not tried here: $1" >&2 && return 1 ;;
    esac
}

try_keys() {
    keys >"$scratch/keys"
    [ "$(grep -c '' "$scratch/keys")" -eq 10 ] || { echo 'README.md: not ten keys' >&2; return 1; }
    while read -r key; do
        printf '      %s\n' "$key"
        go_to 1 '1/412'
        try_key "$key"
    done <"$scratch/keys"
}

# A second terminal sees what the first does.
follow() {
    leader=$terminal
    terminal_open 80x24 "$shell"
    await_prompt
    type_line "$1"
    see '412 sự kiện'
    follower=$terminal terminal=$leader
    go_to 7/5/1954 '  1954-05-07'
    terminal=$follower
    see '  1954-05-07'
    press q
    ends_well
    terminal_close
    terminal=$leader
    press q
    ends_well
}

# Does what a line of the README says.
obey() {
    type_line "$1"
    case $1 in
    'make deps run')
        see '412 events' 1800
        try_keys
        press q
        ends_well
        ;;
    'make deps check') ends_well 3600 ;;
    *--lead=*) see '412 events' ;;
    'build/dbp-timeline school.rec')
        see 'The first day of school'
        press q
        ends_well
        ;;
    *' --check '*)
        await_prompt
        ! terminal_text | grep '^school.rec:' >&2 || return 1
        ends_well
        ;;
    *) ends_well ;;
    esac
}

blocks rec >"$place/school.rec"
blocks sh | sed "s:/tmp/class:$class:" >"$scratch/commands"
terminal_open 80x24 "$shell"
await_prompt
while read -r line <&3; do
    case $line in
    *--follow=*) follow "$line" ;;
    'make deps check')
        [ -n "$build" ] || continue
        obey "$line"
        ;;
    *) obey "$line" ;;
    esac
    printf 'ok    %s\n' "$line"
done 3<"$scratch/commands"
