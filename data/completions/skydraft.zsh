#compdef skydraft
# skydraft completion for zsh. Load it with: source <(skydraft completions zsh)
_skydraft_views() {
  local -a views
  local file
  for file in ${words[2,-1]}; do
    [[ -f $file ]] && views=(${(f)"$(skydraft views $file 2>/dev/null | cut -d ' ' -f 1)"})
  done
  compadd -a views
}

_skydraft() {
  local -a commands
  commands=(
    'render:draw a document as SVG or PNG'
    'model:print what the document means, as JSON'
    'geometry:print where everything stands, as ELK JSON'
    'views:list the pictures that the document supports'
    'check:print every diagnostic, draw nothing'
    'explain:tell what each line became, or all about one component'
    'verify:tell whether a picture is up to date'
    'gallery:draw every document of a folder'
    'layout:place any graph given as ELK JSON'
    'init:write a commented document to start from'
    'completions:print a completion script for a shell'
  )
  if (( CURRENT == 2 )); then
    _describe command commands
    compadd -- --help --version
    return
  fi
  local -a document verbose output view
  document=('1:file:_files -g "*.md"' '--help[help]')
  verbose=('(-v --verbose)'{-v,--verbose}'[print every diagnostic]')
  output=('(-o --output)'{-o,--output}'[where to write]:file:_files')
  view=('--view[which picture]:view:_skydraft_views')
  local previous='--previous[an earlier result, to stay near]:placed:_files -g "*.json"'
  local stated='--stated-only[leave out everything that is inferred]'
  local command=$words[2]
  shift words
  (( CURRENT-- ))
  case $command in
    render)
      _arguments $document $verbose $output $view $previous $stated '*--focus[only this component and what is near it]:component:' '--depth[how many relations away is near]:depth:' \
        '*--collapse[draw this container as one box]:container:' '--detail[how much is shown]:detail:(low normal full)' '--embed-source[put the document into the file]' '--text-as-paths[SVG\: words as shapes]' '--animate[SVG\: a dot runs along the steps]' '--format[picture format]:format:(svg png pdf html txt md)' \
        '--theme[colours]:theme:(light dark print high-contrast auto)' '--scale[PNG pixels per unit]:scale:' '--width[PNG pixels across]:pixels:' '--transparent[no page colour]' '--paper[PDF paper]:paper:(fit a4 a3 letter)' \
        '--emit[print a stage as JSON]:stage:(document model graph placed scene)' ;;
    model) _arguments $document $verbose $output $stated ;;
    geometry) _arguments $document $verbose $output $view $previous $stated ;;
    views) _arguments $document $verbose $stated '--json[as JSON]' ;;
    check) _arguments $document '--strict[fail on warnings too]' ;;
    explain) _arguments $document '2:component:' $verbose $output $stated '--json[as JSON]' ;;
    verify) _arguments '1:picture:_files' '2:file:_files -g "*.md"' '--help[help]' ;;
    gallery) _arguments '1:folder:_files -/' '--help[help]' $output $stated '--format[with or without pages]:format:(svg html)' ;;
    layout) _arguments '1:graph:_files -g "*.json"' '--help[help]' $verbose $output $previous '--aspect[width / height to aim for]:ratio:(16\:9 4\:3 1)' '--budget[work for a better drawing, in ms of a usual machine]:ms:' ;;
    init) _arguments '1:file:_files' '--force[replace the file]' '--help[help]' ;;
    completions) _arguments '1:shell:(bash zsh fish)' '--help[help]' ;;
  esac
}
if [[ $zsh_eval_context[-1] == loadautofunc ]]; then _skydraft "$@"; else compdef _skydraft skydraft; fi
