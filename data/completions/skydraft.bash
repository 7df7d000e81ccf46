# skydraft completion for bash. Load it with: source <(skydraft completions bash)
_skydraft_views() { skydraft views "$1" 2>/dev/null | cut -d ' ' -f 1; }

_skydraft() {
  local word=${COMP_WORDS[COMP_CWORD]} previous=${COMP_WORDS[COMP_CWORD-1]} command=${COMP_WORDS[1]}
  local options=""
  COMPREPLY=()
  if [ "$COMP_CWORD" -eq 1 ]; then
    COMPREPLY=($(compgen -W "render model geometry views check explain verify gallery layout init completions --help --version" -- "$word"))
    return
  fi
  case $previous in
    --format) COMPREPLY=($(compgen -W "svg png pdf html txt md" -- "$word")); return ;;
    --paper) COMPREPLY=($(compgen -W "fit a4 a3 letter" -- "$word")); return ;;
    --theme) COMPREPLY=($(compgen -W "light dark print high-contrast auto" -- "$word")); return ;;
    --emit) COMPREPLY=($(compgen -W "document model graph placed scene" -- "$word")); return ;;
    --detail) COMPREPLY=($(compgen -W "low normal full" -- "$word")); return ;;
    --scale|--depth|--focus|--collapse|--budget) return ;;
    --view)
      local file
      for file in "${COMP_WORDS[@]:2}"; do
        if [ -f "$file" ]; then COMPREPLY=($(compgen -W "$(_skydraft_views "$file")" -- "$word")); return; fi
      done
      return ;;
  esac
  case $command in
    render) options="--output --view --previous --focus --depth --collapse --detail --stated-only --embed-source --text-as-paths --animate --format --theme --scale --width --transparent --paper --emit --verbose --help" ;;
    model) options="--output --stated-only --verbose --help" ;;
    geometry) options="--output --view --previous --stated-only --verbose --help" ;;
    views) options="--stated-only --json --verbose --help" ;;
    explain) options="--output --stated-only --json --verbose --help" ;;
    check) options="--strict --help" ;;
    verify) options="--help" ;;
    gallery) options="--output --stated-only --format --help" ;;
    layout) options="--output --aspect --budget --previous --verbose --help" ;;
    init) options="--force --help" ;;
    completions) options="bash zsh fish --help" ;;
  esac
  case $word in
    -*) COMPREPLY=($(compgen -W "$options" -- "$word")) ;;
    *)
      if [ "$command" = completions ]; then COMPREPLY=($(compgen -W "bash zsh fish" -- "$word"))
      else COMPREPLY=($(compgen -f -- "$word")); fi ;;
  esac
}
# View names hold colons, which bash takes for word ends.
COMP_WORDBREAKS=${COMP_WORDBREAKS//:/}
complete -o filenames -F _skydraft skydraft
