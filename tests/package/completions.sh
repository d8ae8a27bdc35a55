#!/bin/sh
# Types into bash, zsh and fish, as far as they are there, and looks at what they make of it: every
# option of --help is offered, and provinces are found with accents and without.
#
# usage: completions.sh DIRECTORY, which has dbp-timeline.bash, .zsh and .fish
set -eu
export LC_ALL=C.UTF-8

cd "${0%/*}/../.."
# shellcheck source=tests/report.sh
. tests/report.sh
made=$1
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT

# same NAME WANTED FOUND
same() {
    report "$1" "$([ "$2" = "$3" ] || printf 'wanted %s\nfound  %s\n' "$2" "$3")"
}

# in_bash WORD...: what the last word may become, on one line.
in_bash() {
    bash -c '. "$0"
        COMP_WORDS=("$@") COMP_CWORD=$(($# - 1))
        _dbp_timeline
        [ ${#COMPREPLY[@]} -eq 0 ] || printf "%s|" "${COMPREPLY[@]}"' \
        "$made/dbp-timeline.bash" dbp-timeline "$@" 2>/dev/null
}

# in_fish TEXT: the same.
in_fish() {
    fish --no-config -c "source $made/dbp-timeline.fish; complete -C 'dbp-timeline $1'" |
        cut -f 1 | tr '\n' '|'
}

# in_zsh TEXT: the arguments of the program when TEXT, Tab and Enter were typed.
in_zsh() {
    rm -f "$scratch/arguments"
    zsh -f -c '
        zmodload zsh/zpty
        zpty shell zsh -f -i
        zpty -w shell "PS1=; autoload -Uz compinit; compinit -D -u; fpath=($1 \$fpath)"
        zpty -w shell "autoload -Uz _dbp-timeline; compdef _dbp-timeline dbp-timeline"
        zpty -w shell "dbp-timeline() { print -rl -- \"\$@\" >$1/new; mv $1/new $1/arguments }"
        zpty -w -n shell "dbp-timeline $2"$'"'\\t\\n'"'
        for ((i = 0; i < 200; i++)); do
            [[ -e $1/arguments ]] && break
            zpty -r -t shell line || sleep 0.1
        done
        zpty -d shell' zsh "$scratch" "$1"
    tr '\n' '|' <"$scratch/arguments" 2>/dev/null || :
}

"$program" --lang=en --help | sed -n 's/^  ....\(--[a-z-]*\).*/\1/p' | sort >"$scratch/options"

if installed bash; then
    same 'bash: every option' "$(cat "$scratch/options")" \
        "$(in_bash -- | tr '|' '\n' | sed 's/[ =]*$//' | sort -u)"
    same 'bash: dien-b' 'dien-bien|dien-bien-2025|' "$(in_bash --province = dien-b)"
    same 'bash: Điện' 'Điện Biên|' "$(in_bash --province = Điện)"
    same 'bash: in quotes, without accents' 'cao-bang|cao-bang-2025|' "$(in_bash -p '"cao b')"
    same 'bash: small, with accents' 'Hà Nam|Hà Nam Ninh|' "$(in_bash -p 'hà\ nam')"
    same 'bash: a form' 'json|' "$(in_bash --format = j)"
    same 'bash: a file' 'man/dbp-timeline.1|man/dbp-timeline.5|' \
        "$(in_bash man/dbp | tr '|' '\n' | sort | tr '\n' '|' | sed 's/^|//')"
fi

if installed fish; then
    same 'fish: every option' "$(cat "$scratch/options")" \
        "$(in_fish -- | tr '|' '\n' | grep '^--' | sort)"
    same 'fish: dien-b' 'dien-bien|dien-bien-2025|' "$(in_fish '-p dien-b')"
    same 'fish: Điện' 'Điện Biên|' "$(in_fish '-p Điện')"
    same 'fish: a form' 'json|' "$(in_fish '--format j')"
fi

if installed zsh; then
    cp "$made/dbp-timeline.zsh" "$scratch/_dbp-timeline"
    same 'zsh: cao-b' '--province=cao-bang|' "$(in_zsh --province=cao-b)"
    same 'zsh: Cao B' '--province=Cao Bang|' "$(in_zsh '--province=Cao\ Ba')"
    same 'zsh: Điện' '-p|Điện Biên|' "$(in_zsh '-p Điện')"
    same 'zsh: a form' '--format=json|' "$(in_zsh --format=j)"
    same 'zsh: an option' '--sandbox-status|' "$(in_zsh --sand)"
fi

finish
