#!/bin/sh
# SPDX-License-Identifier: ISC
#
# Prints what completes the command line of the program in a shell. The options are those of its
# own --help, the provinces those of its gazetteer, so that a new one needs nothing here.
#
# usage: completions.sh bash|zsh|fish PROGRAM GAZETTEER
#
# A province is offered by its id, which is its name without accents, and, once something is
# typed, by its names too.
set -eu
LC_ALL=C
export LC_ALL

shell=$1
program=$2
gazetteer=$3

# A line for each option: letter, name, argument, what it is for; `-` where there is none.
options() {
    "$program" --lang=en --help | awk '
        match($0, /^  (-.,|   ) --[a-z-]+/) {
            letter = substr($0, 4, 1)
            name = substr($0, 9, RLENGTH - 8)
            rest = substr($0, RLENGTH + 1)
            argument = rest ~ /^ / ? "-" : rest
            sub(/ .*/, "", argument)
            sub(/^[^ ]* +/, "", rest)
            printf "%s\t%s\t%s\t%s\n", letter == " " ? "-" : letter, name, argument, rest
        }'
}

# The values of a field of the gazetteer, one a line.
values() {
    awk -v field="^($1): " '$0 ~ field { sub(/^[^:]*: /, ""); if (!seen[$0]++) print }' "$gazetteer"
}

# The same as words of the shell, each in apostrophes.
words() {
    values "$1" | sed "s/'/'\\\\''/g; s/.*/        '&'/"
}

print_bash() {
    echo '# bash completion of dbp-timeline'
    echo '_dbp_timeline_provinces() {'
    echo '    local ids=('
    words Id
    echo '    ) names=('
    words Name_..
    echo '    )'
    cat <<'EOF'
    compopt -o filenames 2>/dev/null # quotes blanks
    _dbp_timeline_choose "${ids[@]}"
    [[ ! $typed ]] || _dbp_timeline_choose "${names[@]}"
    # `dien b` is a way to begin the id as well, `hà n` one to begin the name.
    if [[ ${#COMPREPLY[@]} -eq 0 ]]; then
        local value
        for value in "${ids[@]//-/ }"; do
            [[ $value == "${typed,,}"* ]] && COMPREPLY+=("${value// /-}")
        done
        [[ $COMPREPLY ]] || for value in "${names[@]}"; do
            [[ ${value,,} == "${typed,,}"* ]] && COMPREPLY+=("$value")
        done
    fi
}

_dbp_timeline_choose() {
    local value
    for value; do
        [[ $value == "$typed"* ]] && COMPREPLY+=("$value")
    done
}

_dbp_timeline() {
    local word=${COMP_WORDS[COMP_CWORD]} option=${COMP_WORDS[COMP_CWORD - 1]}
    local attached= typed
    COMPREPLY=()
    # --option=value comes in three words, or in two as long as nothing is behind the sign.
    if [[ $word == = ]]; then
        word= attached=1
    elif [[ $option == = ]]; then
        option=${COMP_WORDS[COMP_CWORD - 2]} attached=1
    fi
    typed=${word#[\"\']}
    typed=${typed//\\/}
    case $option in
EOF
    options | awk -F '\t' '
        $3 ~ /^=/ {
            patterns = ($1 == "-" ? "" : "-" $1 " | ") "--" $2
            if ($3 == "=NAME")
                print "    " patterns ") _dbp_timeline_provinces ;;"
            else if ($3 ~ /^=[a-z0-9]+[|]/) {
                gsub(/[=|]/, " ", $3)
                print "    " patterns ") _dbp_timeline_choose" $3 " ;;"
            } else
                print "    " patterns ") ;;"
        }'
    cat <<'EOF'
    *)
        if [[ $attached ]]; then
            return
        elif [[ $word != -* ]]; then
            compopt -o filenames 2>/dev/null
            local IFS=$'\n'
            COMPREPLY=($(compgen -f -- "$typed"))
            return
        fi
        compopt -o nospace 2>/dev/null
EOF
    # A blank is part of a word here: an option with a value ends in the sign instead.
    printf '        _dbp_timeline_choose'
    options | awk -F '\t' '{
        printf $3 ~ /^=/ ? " --%s=" : " \"--%s \"", $2
        if ($3 ~ /^\[/)
            printf " --%s=", $2
    }'
    cat <<'EOF'

        ;;
    esac
}
complete -F _dbp_timeline dbp-timeline rdbp-timeline
EOF
}

print_zsh() {
    echo '#compdef dbp-timeline rdbp-timeline'
    echo '_dbp_timeline_provinces() {'
    echo '    local -a ids=('
    words Id
    echo '    ) names=('
    words Name_..
    cat <<'EOF'
    )
    compadd -M 'm:{[:upper:] }={[:lower:]-}' -a ids
    [[ -z $PREFIX ]] || compadd -a names
}

_arguments -s -S : \
EOF
    options | awk -F '\t' '{
        gsub(/\[/, "\\[", $4)
        gsub(/\]/, "\\]", $4)
        gsub(/:/, "\\:", $4)
        gsub(/\047/, "\047\\\047\047", $4)
        sign = $3 ~ /^=/ ? "=" : $3 ~ /^\[/ ? "=-" : ""
        names = $1 == "-" ? "--" $2 sign : "\047{-" $1 (sign ? "+" : "") ",--" $2 sign "}\047"
        what = $3
        gsub(/[^A-Za-z0-9|-]/, "", what)
        action = what == "NAME" ? "_dbp_timeline_provinces" : " "
        if (what ~ /^[a-z0-9]+[|]/) {
            action = "(" what ")"
            gsub(/[|]/, " ", action)
            what = $2
        }
        value = !sign ? "" : (sign == "=-" ? "::" : ":") what ":" action
        print "    \047*" names "[" $4 "]" value "\047 \\"
    }'
    echo "    ':FILE:_files'"
}

print_fish() {
    echo '# fish completion of dbp-timeline'
    echo 'function __dbp_timeline_provinces'
    echo "    printf '%s\\n' \\"
    values 'Id|Name_..' | sed "s/['\\\\]/\\\\&/g; s/.*/        '&' \\\\/"
    echo
    echo 'end'
    options | awk -F '\t' '{
        gsub(/[\047\\]/, "\\\\&", $4)
        value = $3 ~ /^=/ ? " -x" : ""
        if ($3 == "=NAME")
            value = " -x -a \047(__dbp_timeline_provinces)\047"
        if ($3 ~ /^=[a-z0-9]+[|]/) {
            gsub(/[=|]/, " ", $3)
            value = " -x -a \047" substr($3, 2) "\047"
        }
        letter = $1 == "-" ? "" : " -s " $1
        printf "complete -c dbp-timeline%s -l %s%s -d \047%s\047\n", letter, $2, value, $4
    }'
    echo 'complete -c rdbp-timeline -w dbp-timeline'
}

case $shell in
bash) print_bash ;;
zsh) print_zsh ;;
fish) print_fish ;;
*)
    echo "completions.sh: no such shell: $shell" >&2
    exit 1
    ;;
esac
