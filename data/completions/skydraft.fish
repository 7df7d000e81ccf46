# skydraft completion for fish. Load it with: skydraft completions fish | source
function __skydraft_views
    for file in (commandline -opc)[3..-1]
        if test -f $file
            skydraft views $file 2>/dev/null
            return
        end
    end
end

set -l commands render model geometry views check explain verify gallery layout init completions
complete -c skydraft -n "not __fish_seen_subcommand_from $commands" -f -l help -d "help"
complete -c skydraft -n "not __fish_seen_subcommand_from $commands" -f -l version -d "version"
complete -c skydraft -n "not __fish_seen_subcommand_from $commands" -f -a render -d "draw a document as SVG or PNG"
complete -c skydraft -n "not __fish_seen_subcommand_from $commands" -f -a model -d "print what the document means, as JSON"
complete -c skydraft -n "not __fish_seen_subcommand_from $commands" -f -a geometry -d "print where everything stands, as ELK JSON"
complete -c skydraft -n "not __fish_seen_subcommand_from $commands" -f -a views -d "list the pictures that the document supports"
complete -c skydraft -n "not __fish_seen_subcommand_from $commands" -f -a check -d "print every diagnostic, draw nothing"
complete -c skydraft -n "not __fish_seen_subcommand_from $commands" -f -a explain -d "tell what each line became, or all about one component"
complete -c skydraft -n "not __fish_seen_subcommand_from $commands" -f -a verify -d "tell whether a picture is up to date"
complete -c skydraft -n "not __fish_seen_subcommand_from $commands" -f -a gallery -d "draw every document of a folder"
complete -c skydraft -n "not __fish_seen_subcommand_from $commands" -f -a layout -d "place any graph given as ELK JSON"
complete -c skydraft -n "not __fish_seen_subcommand_from $commands" -f -a init -d "write a commented document to start from"
complete -c skydraft -n "not __fish_seen_subcommand_from $commands" -f -a completions -d "print a completion script for a shell"
complete -c skydraft -n "__fish_seen_subcommand_from render model geometry explain gallery layout" -r -s o -l output -d "where to write"
complete -c skydraft -n "__fish_seen_subcommand_from render geometry" -x -l view -a "(__skydraft_views)" -d "which picture"
complete -c skydraft -n "__fish_seen_subcommand_from render model geometry views explain gallery" -l stated-only -d "leave out what is inferred"
complete -c skydraft -n "__fish_seen_subcommand_from render" -x -l focus -d "only this component and what is near it"
complete -c skydraft -n "__fish_seen_subcommand_from render" -x -l depth -d "how many relations away is near"
complete -c skydraft -n "__fish_seen_subcommand_from render" -x -l collapse -d "draw this container as one box"
complete -c skydraft -n "__fish_seen_subcommand_from render" -x -l detail -a "low normal full" -d "how much is shown"
complete -c skydraft -n "__fish_seen_subcommand_from render" -l embed-source -d "put the document into the file"
complete -c skydraft -n "__fish_seen_subcommand_from render" -l text-as-paths -d "SVG: words as shapes"
complete -c skydraft -n "__fish_seen_subcommand_from render" -l animate -d "SVG: a dot runs along the steps"
complete -c skydraft -n "__fish_seen_subcommand_from gallery" -x -l format -a "svg html" -d "with or without pages"
complete -c skydraft -n "__fish_seen_subcommand_from render" -x -l format -a "svg png pdf html txt md" -d "picture format"
complete -c skydraft -n "__fish_seen_subcommand_from render" -x -l paper -a "fit a4 a3 letter" -d "PDF paper"
complete -c skydraft -n "__fish_seen_subcommand_from render" -x -l theme -a "light dark print high-contrast auto" -d "colours"
complete -c skydraft -n "__fish_seen_subcommand_from render" -x -l scale -d "PNG pixels per unit"
complete -c skydraft -n "__fish_seen_subcommand_from render" -x -l width -d "PNG pixels across"
complete -c skydraft -n "__fish_seen_subcommand_from render" -l transparent -d "no page colour behind the drawing"
complete -c skydraft -n "__fish_seen_subcommand_from render" -x -l emit -a "document model graph placed scene" -d "print a stage as JSON"
complete -c skydraft -n "__fish_seen_subcommand_from render model geometry views explain layout" -s v -l verbose -d "print every diagnostic"
complete -c skydraft -n "__fish_seen_subcommand_from views explain" -l json -d "as JSON"
complete -c skydraft -n "__fish_seen_subcommand_from check" -l strict -d "fail on warnings too"
complete -c skydraft -n "__fish_seen_subcommand_from render geometry layout" -r -l previous -d "an earlier result, to stay near"
complete -c skydraft -n "__fish_seen_subcommand_from layout" -x -l aspect -a "16:9 4:3 1" -d "width / height to aim for"
complete -c skydraft -n "__fish_seen_subcommand_from layout" -x -l budget -d "work for a better drawing, in ms of a usual machine"
complete -c skydraft -n "__fish_seen_subcommand_from init" -l force -d "replace the file"
complete -c skydraft -n "__fish_seen_subcommand_from completions" -f -a "bash zsh fish"
