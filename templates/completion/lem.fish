# Completion of lem for fish. `lem completion` says how it is set up.

function __lem_complete
    set -l before (commandline -opc | string replace -r '^~/' "$HOME/")
    set -e before[1]
    set -l word (commandline -ct)
    set -l lines (command lem complete --at="$word" $before 2>/dev/null)
    set -l path (string replace -r '^.*=' '' -- $word)
    set -l settled (string replace -r '[^=]*$' '' -- $word)
    switch "$lines[1]"
        case ':files'
            printf '%s\n' $settled(__fish_complete_path "$path")
        case ':folders'
            printf '%s\n' $settled(__fish_complete_directories "$path" '')
        case '*'
            printf '%s\n' $lines
    end
end

complete -c lem -f -a '(__lem_complete)'
