#compdef lem
# Completion of lem for zsh. `lem completion` says how it is set up.

_lem() {
  local line
  local -a before lines found
  before=("${(@Q)words[2,CURRENT-1]}")
  before=("${(@)before/#\~\//$HOME/}")
  lines=("${(@f)$(command lem complete --at="${(Q)PREFIX}" "${before[@]}" 2>/dev/null)}")
  case $lines[1] in
    :files) compset -P '*='; _files; return ;;
    :folders) compset -P '*='; _files -/; return ;;
  esac
  for line in $lines; do
    found+=("${${line//:/\\:}/$'\t'/:}")
  done
  (($#found)) && _describe 'lem' found
}

if (($+functions[compdef] == 0)); then
  autoload -Uz compinit && compinit
fi
if [[ $funcstack[1] == _lem ]]; then
  _lem "$@"
else
  compdef _lem lem
fi
