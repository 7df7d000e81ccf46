#include "cli/arguments.hpp"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <charconv>
#include <map>
#include <vector>

#include <fmt/format.h>

#include "cli/builtin.hpp"
#include "cli/exit_code.hpp"
#include "pipeline/near_name.hpp"

namespace skydraft::cli {
namespace {

constexpr const char* kAbout =
    "Draws cloud architecture diagrams from Markdown documents.\n"
    "Everything in the picture comes from a sentence of the document; the same document gives the same bytes.";

constexpr const char* kFooter =
    "Examples:\n"
    "  skydraft init architecture.md                        a commented document to start from\n"
    "  skydraft render architecture.md -o architecture.svg  its overview\n"
    "  skydraft render architecture.md -o dark.png --theme dark --scale 3\n"
    "  skydraft render architecture.md --view flow:user-request -o request.svg\n"
    "  skydraft render architecture.md -o architecture.html  all views, to trace, search and play\n"
    "  skydraft render architecture.md --focus \"orders api\" -o orders.svg\n"
    "  skydraft verify architecture.svg architecture.md     is the picture up to date\n"
    "  skydraft views architecture.md                       which pictures it supports\n"
    "  skydraft check architecture.md                       what could not be understood, and why\n"
    "  skydraft explain architecture.md \"orders api\"        what is known of it, and which lines say so\n"
    "  cat architecture.md | skydraft render - > architecture.svg\n"
    "\n"
    "Exit codes:\n"
    "  0   done\n"
    "  1   the document has errors, or `check` failed\n"
    "  2   wrong arguments\n"
    "  3   a file could not be read or written\n"
    "  70  a fault of the program itself\n"
    "\n"
    "Diagnostics go to standard error; docs/diagnostics.md explains each code (SKY0203).";

const std::map<std::string, Emit> kStages = {{"document", Emit::Document},
                                             {"model", Emit::Model},
                                             {"graph", Emit::Graph},
                                             {"placed", Emit::Placed},
                                             {"scene", Emit::Scene}};

const std::map<std::string, render::Paper> kPapers = {{"fit", render::Paper::Fit},
                                                      {"a4", render::Paper::A4},
                                                      {"a3", render::Paper::A3},
                                                      {"letter", render::Paper::Letter}};

void add_document(CLI::App& command, Arguments& args) {
  command.add_option("FILE", args.file, "the Markdown document; - reads standard input")->required();
}

void add_verbose(CLI::App& command, Arguments& args) {
  command.add_flag("-v,--verbose", args.verbose, "print every diagnostic, not only errors");
}

void add_output(CLI::App& command, Arguments& args) {
  command.add_option("-o,--output", args.output, "where to write; - is standard output (the default)")
      ->type_name("OUT");
}

void add_stated_only(CLI::App& command, Arguments& args) {
  command.add_flag("--stated-only", args.stated_only, "leave out everything that is inferred");
}

void add_view(CLI::App& command, Arguments& args) {
  command.add_option("--view", args.view, "which picture; `skydraft views FILE` lists them")->type_name("VIEW");
}

const std::map<std::string, view::Detail> kDetails = {
    {"low", view::Detail::Low}, {"normal", view::Detail::Normal}, {"full", view::Detail::Full}};

/// What a picture shows of its view.
void add_choices(CLI::App& command, Arguments& args) {
  command.add_option("--focus", args.focus, "only this component and what is near it; may be given again")
      ->allow_extra_args(false)
      ->type_name("NAME");
  command.add_option("--depth", args.depth, "with --focus: how many relations away is near, 1 by default")
      ->check(CLI::Range(0, 99))
      ->needs("--focus")
      ->type_name("N");
  command.add_option("--collapse", args.collapse, "draw this container as one box; may be given again")
      ->allow_extra_args(false)
      ->type_name("NAME");
  command
      .add_option_function<std::string>(
          "--detail", [&args](const std::string& detail) { args.detail = kDetails.find(detail)->second; },
          "low (names only), normal (large groups are folded) or full (nothing is)")
      ->check(CLI::IsMember(&kDetails))
      ->type_name("DETAIL");
}

void add_previous(CLI::App& command, Arguments& args) {
  command
      .add_option("--previous", args.previous,
                  "an earlier result of `geometry` or `layout`: what stands keeps its place")
      ->type_name("PLACED.json");
}

/// "16:9" as "1.777778"; anything else as it is.
std::string decimal_of_ratio(const std::string& text) {
  const auto colon = text.find(':');
  if (colon == text.npos) return text;
  double width = 0, height = 0;
  const char *begin = text.data(), *end = begin + text.size();
  const auto [a, no_width] = std::from_chars(begin, begin + colon, width);
  const auto [b, no_height] = std::from_chars(begin + colon + 1, end, height);
  const bool good = no_width == std::errc() && no_height == std::errc() && a == begin + colon && b == end && height > 0;
  return good ? fmt::format("{:.6f}", width / height) : text;
}

void add_render(CLI::App& app, Arguments& args) {
  CLI::App& command = *app.add_subcommand("render", "draw a document as SVG, PNG, PDF or HTML");
  add_document(command, args);
  add_verbose(command, args);
  add_output(command, args);
  add_view(command, args);
  add_choices(command, args);
  add_previous(command, args);
  add_stated_only(command, args);
  command.add_flag("--embed-source", args.embed_source, "put the document itself into the file, not only its hash");
  command.add_option("--format", args.format, "svg, png, pdf, html, txt or md; by default as OUT's extension says")
      ->check(CLI::IsMember({"svg", "png", "pdf", "html", "txt", "md"}))
      ->type_name("FORMAT");
  command.add_option("--theme", args.theme, "light, dark, print, high-contrast or auto")->type_name("THEME");
  command.add_flag("--text-as-paths", args.text_as_paths, "SVG: words as shapes, no font");
  command.add_flag("--animate", args.animate, "SVG: a dot runs along the steps of the flows, without a script");
  command.add_option("--scale", args.scale, "PNG: pixels per unit, 2 by default")
      ->check(CLI::Range(0.1, 16.0))
      ->type_name("N");
  command.add_option("--width", args.width, "PNG: pixels across, instead of a scale")
      ->check(CLI::Range(16, 32767))
      ->excludes("--scale")
      ->type_name("PIXELS");
  command.add_flag("--transparent", args.transparent, "PNG: no page colour behind the drawing");
  command
      .add_option_function<std::string>(
          "--paper", [&args](const std::string& paper) { args.paper = kPapers.find(paper)->second; },
          "PDF: fit (as large as the picture, the default), a4, a3 or letter")
      ->check(CLI::IsMember(&kPapers))
      ->type_name("PAPER");
  command
      .add_option_function<std::string>(
          "--emit", [&args](const std::string& stage) { args.emit = kStages.find(stage)->second; },
          "print a stage as JSON instead: document, model, graph, placed or scene")
      ->check(CLI::IsMember(&kStages))
      ->type_name("STAGE");
  command.callback([&args] { args.command = Command::Render; });
}

void add_readers(CLI::App& app, Arguments& args) {
  CLI::App& model = *app.add_subcommand("model", "print what the document means, as JSON");
  add_document(model, args);
  add_verbose(model, args);
  add_output(model, args);
  add_stated_only(model, args);
  model.callback([&args] { args.command = Command::Model; });

  CLI::App& geometry = *app.add_subcommand("geometry", "print where everything stands, as ELK JSON");
  add_document(geometry, args);
  add_verbose(geometry, args);
  add_output(geometry, args);
  add_view(geometry, args);
  add_previous(geometry, args);
  add_stated_only(geometry, args);
  geometry.callback([&args] { args.command = Command::Geometry; });

  CLI::App& views = *app.add_subcommand("views", "list the pictures that the document supports");
  add_document(views, args);
  add_verbose(views, args);
  add_stated_only(views, args);
  views.add_flag("--json", args.as_json, "as JSON");
  views.callback([&args] { args.command = Command::Views; });

  CLI::App& explain = *app.add_subcommand("explain", "tell what each line became, or all about one component");
  add_document(explain, args);
  explain.add_option("NAME", args.name, "a component: its name, an alias, or a part of one")->type_name("");
  add_verbose(explain, args);
  add_output(explain, args);
  add_stated_only(explain, args);
  explain.add_flag("--json", args.as_json, "as JSON");
  explain.callback([&args] { args.command = Command::Explain; });

  CLI::App& check = *app.add_subcommand("check", "print every diagnostic, draw nothing");
  add_document(check, args);
  check.add_flag("--strict", args.strict, "fail on warnings too");
  check.callback([&args] { args.command = Command::Check; });
}

void add_verify(CLI::App& app, Arguments& args) {
  CLI::App& command = *app.add_subcommand("verify", "tell whether a picture was drawn from a document as it is now");
  command.add_option("PICTURE", args.picture, "an SVG, PNG, PDF, HTML or Markdown file made by skydraft")->required();
  command.add_option("FILE", args.file, "the Markdown document; - reads standard input")->required();
  command.callback([&args] { args.command = Command::Verify; });
}

void add_gallery(CLI::App& app, Arguments& args) {
  CLI::App& command = *app.add_subcommand("gallery", "draw every document of a folder, with a page to choose from");
  command.add_option("FOLDER", args.file, "where the Markdown documents are")->required();
  command.add_option("-o,--output", args.output, "folder for the pictures and their index.html")
      ->required()
      ->type_name("OUT");
  add_stated_only(command, args);
  command
      .add_option("--format", args.format, "svg: no interactive page for each document; html: with one, the default")
      ->check(CLI::IsMember({"svg", "html"}))
      ->type_name("FORMAT");
  command.callback([&args] { args.command = Command::Gallery; });
}

void add_layout(CLI::App& app, Arguments& args) {
  CLI::App& command = *app.add_subcommand("layout", "place any graph given as ELK JSON");
  command.add_option("GRAPH", args.file, "the graph; - reads standard input")->required();
  add_verbose(command, args);
  add_output(command, args);
  command.add_option("--aspect", args.aspect, "width / height to aim for, 16:9 by default")
      ->transform([](const std::string& text) { return decimal_of_ratio(text); })
      ->check(CLI::Range(0.05, 20.0))
      ->type_name("RATIO");
  command
      .add_option("--budget", args.budget, "work for a better drawing, in ms of a usual machine; no limit by default")
      ->check(CLI::Range(0.0, 1e9))
      ->type_name("MS");
  add_previous(command, args);
  command.callback([&args] { args.command = Command::Layout; });
}

void add_others(CLI::App& app, Arguments& args) {
  CLI::App& init = *app.add_subcommand("init", "write a commented document to start from");
  init.add_option("FILE", args.file, "where to write it; architecture.md by default")->default_str("");
  init.add_flag("--force", args.force, "replace FILE if it exists");
  init.callback([&args, &init] {
    args.command = Command::Init;
    if (init.count("FILE") == 0) args.file = "architecture.md";
  });

  CLI::App& completions = *app.add_subcommand("completions", "print a completion script for a shell");
  completions.add_option("SHELL", args.shell, "bash, zsh or fish")
      ->required()
      ->check(CLI::IsMember({"bash", "zsh", "fish"}))
      ->type_name("");
  completions.callback([&args] { args.command = Command::Completions; });
}

/// The parser would only say that a command is missing. An exit code, or 0.
int refuse_unknown_command(const CLI::App& app, int argc, char** argv) {
  const std::string_view word = argc > 1 ? argv[1] : "";
  if (word.empty() || word.starts_with('-')) return kDone;
  std::vector<std::string> names;
  for (const CLI::App* command : app.get_subcommands({})) names.push_back(command->get_name());
  if (std::ranges::find(names, word) != names.end()) return kDone;
  const std::string near = pipeline::nearest(word, names);
  const bool is_document = word.find('.') != word.npos;
  const std::string hint = is_document     ? fmt::format("did you mean `skydraft render {}`?", word)
                           : !near.empty() ? fmt::format("did you mean `{}`?", near)
                                           : std::string("`skydraft --help` lists them");
  fmt::print(stderr, "skydraft: no command is called \"{}\"; {}\n", word, hint);
  return kWrongArguments;
}

}  // namespace

std::variant<Arguments, int> parse_arguments(int argc, char** argv) {
  Arguments args;
  CLI::App app(kAbout, "skydraft");
  app.set_version_flag("--version", std::string("skydraft ") + std::string(version()));
  app.require_subcommand(1);
  app.get_formatter()->column_width(34);
  add_render(app, args);
  add_readers(app, args);
  add_verify(app, args);
  add_gallery(app, args);
  add_layout(app, args);
  add_others(app, args);
  app.footer(kFooter);  // after the commands, which would inherit it
  if (const int code = refuse_unknown_command(app, argc, argv)) return code;
  try {
    app.parse(argc, argv);
  } catch (const CLI::ParseError& error) {
    const int code = app.exit(error);
    return code == 0 ? kDone : kWrongArguments;
  }
  return args;
}

}  // namespace skydraft::cli
