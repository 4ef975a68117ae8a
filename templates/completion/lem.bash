# Completion of lem for bash. `lem completion` says how it is set up.

_lem() {
  local line=${COMP_LINE:0:COMP_POINT} home value note index longest=0
  local -a values=() notes=()
  printf -v home %q "$HOME"
  line=${line// \~\// "$home"/}
  COMPREPLY=()
  while IFS=$'\t' read -r value note; do
    case $value in
      :files) return ;;
      :folders) compopt -o dirnames +o default 2>/dev/null; return ;;
    esac
    # To bash, a word begins anew after =.
    [[ $COMP_WORDBREAKS == *=* ]] && value=${value#--*=}
    values+=("$value")
    notes+=("$note")
    ((${#value} > longest)) && longest=${#value}
  done < <(command lem complete --line="$line" 2>/dev/null)
  compopt +o default 2>/dev/null
  # A second Tab lists the words and puts none in: then each can have its note, on a line of its own.
  if ((COMP_TYPE == 63 && ${#values[@]} > 1)) && [[ ${notes[*]} == *[![:space:]]* ]]; then
    for index in "${!values[@]}"; do
      printf -v line '%-*s  %-*s' "$longest" "${values[index]}" "${COLUMNS:-80}" "${notes[index]}"
      COMPREPLY+=("${line:0:${COLUMNS:-80}-1}")
    done
  else
    COMPREPLY=("${values[@]}")
  fi
}

complete -o default -F _lem lem
