#include "cli/commands.hpp"

#include <algorithm>
#include <optional>
#include <utility>

#include <fmt/format.h>

#include "cli/builtin.hpp"
#include "cli/exit_code.hpp"
#include "cli/explanation.hpp"
#include "cli/gallery.hpp"
#include "cli/heap.hpp"
#include "cli/verify.hpp"
#include "formats/elk/elk.hpp"
#include "formats/json/json.hpp"
#include "formats/record/record.hpp"
#include "layout/layout.hpp"
#include "pipeline/near_name.hpp"
#include "view/view.hpp"

namespace skydraft::cli {
namespace {

using pipeline::World;

std::optional<pipeline::Format> find_format(std::string_view name) {
  using pipeline::Format;
  for (const auto& [known, format] :
       {std::pair("svg", Format::Svg), std::pair("png", Format::Png), std::pair("pdf", Format::Pdf),
        std::pair("html", Format::Html), std::pair("txt", Format::Text), std::pair("md", Format::Markdown)})
    if (name == known) return format;
  return std::nullopt;
}

std::string_view extension_of(pipeline::Format format) {
  using pipeline::Format;
  switch (format) {
    case Format::Svg:
      return "svg";
    case Format::Png:
      return "png";
    case Format::Pdf:
      return "pdf";
    case Format::Html:
      return "html";
    case Format::Text:
      return "txt";
    case Format::Markdown:
      return "md";
  }
  return "";
}

constexpr std::string_view kAllViews = "all";
constexpr std::size_t kLargeGraph = 5000;  // nodes

/// The run of one command on one document; each step returns an exit code, kDone to go on.
class Run {
 public:
  Run(const Arguments& args, World& world, const Terminal& terminal)
      : args_(args), world_(world), terminal_(terminal) {}

  int render() {
    const std::optional<pipeline::Format> format = wanted_format();
    if (!format) return kWrongArguments;
    if (const int code = read()) return code;
    if (const int code = choose()) return code;
    if (const int code = read_earlier()) return code;
    if (args_.emit == Emit::Document) return finish(json::write_document(read_->document, source_));
    if (args_.emit == Emit::Model) return finish(model_json());
    if (args_.emit == Emit::Graph) return graph();
    if (pipeline::holds_all_views(*format)) return all_views(*format);
    if (args_.view == kAllViews && args_.emit == Emit::Nothing) return a_file_each(*format);
    if (const int code = draw()) return code;
    if (args_.emit == Emit::Placed) return finish(geometry_json());
    if (args_.emit == Emit::Nothing && pipeline::is_told(*format))
      return finish(pipeline::tell(drawn_->picture, output_as(*format)));
    const scene::Scene scene = pipeline::compose(*drawn_, read_->architecture, source_);
    if (args_.emit == Emit::Scene) return finish(json::write_scene(scene));
    Result<std::string> bytes = pipeline::render(scene, output_as(*format));
    if (!bytes) return fail(bytes.error(), source_.name());
    return finish(*bytes);
  }

  int model() {
    if (const int code = read()) return code;
    return finish(model_json());
  }

  int geometry() {
    if (const int code = read()) return code;
    if (const int code = read_earlier()) return code;
    if (const int code = draw()) return code;
    return finish(geometry_json());
  }

  int views() {
    if (const int code = read()) return code;
    const std::vector<view::ViewInfo> views = view::list_views(read_->architecture);
    if (args_.as_json) return finish(json::write_views(views));
    std::size_t width = 0;
    for (const view::ViewInfo& v : views) width = std::max(width, v.id.size());
    std::string text;
    for (const view::ViewInfo& v : views) text += fmt::format("{:<{}}  {}\n", v.id, width, v.title);
    return finish(text);
  }

  int check() {
    if (const int code = read()) return code;
    if (const int code = draw()) return code;
    const std::vector<Diagnostic> found = sink_.sorted();
    for (const Diagnostic& d : found) terminal_.say(describe(d, source_, terminal_.style));
    const std::string counts = count(found);
    terminal_.say(fmt::format("{}: {}; {}\n", source_.name(), counts.empty() ? "nothing to complain about" : counts,
                              coverage_text(explain::coverage_of(read_->architecture, source_))));
    const Severity fatal = args_.strict ? Severity::Warning : Severity::Error;
    return std::ranges::any_of(found, [&](const Diagnostic& d) { return d.severity >= fatal; }) ? kDocumentHasErrors
                                                                                                : kDone;
  }

  int explain() {
    if (const int code = read()) return code;
    return args_.name.empty() ? explain_document() : explain_name();
  }

  int layout() {
    std::optional<elk::Graph> graph;
    if (const int code = read_graph(graph)) return code;
    if (const int code = read_earlier()) return code;
    layout::Options options;
    options.aspect = args_.aspect.value_or(graph->aspect.value_or(options.aspect));
    options.previous = layout::places_before(graph->sized, earlier_.places);
    if (args_.budget) options.effort.ms = *args_.budget;
    const layout::PlacedGraph placed = layout::lay_out(graph->sized, options, sink_);
    if (!args_.previous.empty()) say_moved(layout::movement(graph->sized, placed, earlier_.places));
    // Before the result, as large as all else, is written. For others it does not pay.
    if (graph->sized.nodes().size() > kLargeGraph) return_free_memory();
    return finish(elk::write(*graph, placed));
  }

  int init() {
    if (!args_.force && world_.exists(args_.file))
      return fail(
          {Code::FileExists, Severity::Error, {}, "the file exists already", {{"--force replaces it", std::nullopt}}},
          args_.file);
    if (const auto trouble = world_.write(args_.file, starter_document())) return fail(*trouble, args_.file);
    if (args_.file != "-")
      terminal_.say(fmt::format("wrote {0}; draw it with: skydraft render {0} -o architecture.svg\n", args_.file));
    return kDone;
  }

  int completions() {
    const auto trouble = world_.write("-", completion_script(args_.shell));
    return trouble ? fail(*trouble, "<stdout>") : kDone;
  }

 private:
  /// The text goes as soon as it is read: what is said of the graph later on names no place in it.
  int read_graph(std::optional<elk::Graph>& graph) {
    const Result<Source> source = pipeline::load(world_, args_.file, pipeline::Reading::Graph);
    if (!source) return fail(source.error(), args_.file == "-" ? "<stdin>" : args_.file);
    Result<elk::Graph> read = elk::read(*source, sink_);
    if (!read) return refuse(read.error(), *source);
    graph = std::move(*read);
    source_ = Source(source->name(), "");
    return kDone;
  }

  int explain_document() {
    const model::Architecture& architecture = read_->architecture;
    const explain::Coverage coverage = explain::coverage_of(architecture, source_);
    const std::vector<explain::Line> lines = explain::explain_lines(architecture, source_);
    if (args_.as_json) return finish(json::write_explanation(coverage, lines, source_));
    return finish(fmt::format("{}\n{}\n", explain_text(lines, source_, result_style()), coverage_text(coverage)));
  }

  int explain_name() {
    const model::Architecture& architecture = read_->architecture;
    const std::vector<model::ComponentId> found = explain::find_components(architecture, args_.name);
    if (found.empty()) return unknown_component(args_.name);
    std::vector<explain::Account> accounts;
    for (const model::ComponentId id : found) accounts.push_back(explain::explain_component(architecture, id));
    if (args_.as_json)
      return finish(
          json::write_explanation(explain::coverage_of(architecture, source_), accounts, architecture, source_));
    std::string text;
    for (const explain::Account& account : accounts)
      text += (text.empty() ? "" : "\n") + explain_text(account, architecture, source_, result_style());
    return finish(text);
  }

  int unknown_component(std::string_view name) {
    std::vector<std::string> names;
    for (const model::Component& component : read_->architecture.components()) {
      names.push_back(component.name);
      names.insert(names.end(), component.aliases.begin(), component.aliases.end());
    }
    const std::string near = pipeline::nearest(name, names);
    return fail({Code::UnknownName,
                 Severity::Error,
                 {},
                 fmt::format("no component is called \"{}\"", name),
                 {{near.empty() ? std::string("`skydraft explain FILE` shows what the document was read as")
                                : fmt::format("did you mean `{}`?", near),
                   std::nullopt}}},
                source_.name());
  }

  /// Of what goes to standard output: 80 columns everywhere, colour only for people.
  ReportStyle result_style() const {
    const bool to_terminal = terminal_.output_is_terminal && (args_.output.empty() || args_.output == "-");
    return {.color = terminal_.may_color && to_terminal, .width = 80};
  }

  int read() {
    Result<Source> source = pipeline::load(world_, args_.file);
    if (!source) return fail(source.error(), args_.file == "-" ? "<stdin>" : args_.file);
    source_ = std::move(*source);
    std::vector<std::string> pins;
    if (const int code = read_layout_file(pins)) return code;
    const ReadingHeap heap(source_.text().size());
    read_ = pipeline::read(source_, args_.stated_only, sink_, std::move(pins));
    return kDone;
  }

  /// The file beside the document: architecture.layout.json beside architecture.md.
  int read_layout_file(std::vector<std::string>& pins) {
    const std::size_t dot = args_.file.find_last_of('.'), slash = args_.file.find_last_of('/');
    const bool has_extension = dot != std::string::npos && dot > 0 && (slash == std::string::npos || dot > slash + 1);
    const std::string file = args_.file.substr(0, has_extension ? dot : std::string::npos) + ".layout.json";
    if (args_.file == "-" || !world_.exists(file)) return kDone;
    const Result<Source> source = pipeline::load(world_, file, pipeline::Reading::Graph);
    if (!source) return fail(source.error(), file);
    Result<std::vector<std::string>> found = json::read_pins(*source);
    if (!found) return refuse(found.error(), *source);
    pins = std::move(*found);
    return kDone;
  }

  /// Finds what --focus and --collapse name.
  int choose() {
    options_.depth = args_.depth;
    options_.detail = args_.detail;
    for (const auto& [names, ids] :
         {std::pair(&args_.focus, &options_.focus), std::pair(&args_.collapse, &options_.collapse)})
      for (const std::string& name : *names) {
        const std::vector<model::ComponentId> found = explain::find_components(read_->architecture, name);
        if (found.empty()) return unknown_component(name);
        ids->insert(ids->end(), found.begin(), found.end());
      }
    return kDone;
  }

  int draw() {
    Result<pipeline::Drawn> drawn =
        pipeline::draw(read_->architecture, args_.view, source_, sink_, options_, guidance());
    if (!drawn) return fail(drawn.error(), source_.name());
    drawn_ = std::move(*drawn);
    if (drawn_->moved) say_moved(*drawn_->moved);
    return kDone;
  }

  pipeline::Guidance guidance() const { return {earlier_, read_->pins}; }

  /// What --previous names, if it does.
  int read_earlier() {
    if (args_.previous.empty()) return kDone;
    const Result<Source> source = pipeline::load(world_, args_.previous, pipeline::Reading::Graph);
    if (!source) return fail(source.error(), args_.previous);
    Result<layout::Earlier> earlier = json::read_placed(*source);
    if (!earlier) return refuse(earlier.error(), *source);
    earlier_ = std::move(*earlier);
    return kDone;
  }

  void say_moved(const layout::Movement& moved) {
    const std::string farthest =
        moved.farthest > 0 ? fmt::format(", at most {:.0f} px ({})", moved.farthest, moved.key) : "";
    terminal_.say(fmt::format("{}: {} nodes of {} moved by a median of {:.0f} px{}\n", source_.name(), moved.nodes,
                              args_.previous, moved.median, farthest));
  }

  std::string geometry_json() const {
    return json::write_geometry(drawn_->picture, drawn_->placed, read_->architecture,
                                drawn_->moved ? &*drawn_->moved : nullptr);
  }

  int all_views(pipeline::Format format) {
    const Result<std::vector<scene::Page>> pages = pipeline::compose_all(
        read_->architecture, args_.view == kAllViews ? "" : args_.view, source_, sink_, options_, guidance());
    if (!pages) return fail(pages.error(), source_.name());
    const Result<std::string> bytes = pipeline::render_all(*pages, *read_, source_, sink_, output_as(format));
    if (!bytes) return fail(bytes.error(), source_.name());
    return finish(*bytes);
  }

  /// Every view as a file of its own in the folder that OUT names.
  int a_file_each(pipeline::Format format) {
    if (args_.output.empty() || args_.output == "-")
      return wrong_arguments("--view all needs a folder for its files: name it with -o");
    const std::string folder = args_.output + (args_.output.ends_with('/') ? "" : "/");
    if (const auto trouble = world_.make_folder(folder)) return fail(*trouble, folder);
    for (const view::ViewInfo& view : view::list_views(read_->architecture)) {
      const Result<pipeline::Drawn> drawn =
          pipeline::draw(read_->architecture, view.id, source_, sink_, options_, guidance());
      if (!drawn) return fail(drawn.error(), source_.name());
      const Result<std::string> bytes =
          pipeline::is_told(format)
              ? Result<std::string>(pipeline::tell(drawn->picture, output_as(format)))
              : pipeline::render(pipeline::compose(*drawn, read_->architecture, source_), output_as(format));
      if (!bytes) return fail(bytes.error(), source_.name());
      std::string name = view.id;
      std::ranges::replace(name, ':', '-');  // a colon is no letter of a file name everywhere
      const std::string file = fmt::format("{}{}.{}", folder, name, extension_of(format));
      if (const auto trouble = world_.write(file, *bytes)) return fail(*trouble, file);
    }
    report();
    return sink_.has_errors() ? kDocumentHasErrors : kDone;
  }

  int graph() {
    const Result<view::Picture> picture = pipeline::select(read_->architecture, args_.view, source_, options_);
    if (!picture) return fail(picture.error(), source_.name());
    return finish(json::write_graph(*picture, read_->architecture));
  }

  std::string model_json() const {
    return json::write_model(read_->architecture, source_, sink_.sorted(), read_->pins);
  }

  /// Writes the result and says what there is to say about the document.
  int finish(std::string_view bytes) {
    const std::string_view target = args_.output.empty() ? std::string_view("-") : args_.output;
    if (const auto trouble = world_.write(target, bytes)) return fail(*trouble, target == "-" ? "<stdout>" : target);
    report();
    return sink_.has_errors() ? kDocumentHasErrors : kDone;
  }

  /// Errors in full, the rest in one line, unless asked for more.
  void report() {
    const std::vector<Diagnostic> found = sink_.sorted();
    for (const Diagnostic& d : found)
      if (args_.verbose || d.severity == Severity::Error) terminal_.say(describe(d, source_, terminal_.style));
    const std::string counts = count(found);
    if (counts.empty()) return;
    const bool from_file = args_.file != "-" && !args_.verbose;
    const std::string advice = from_file ? fmt::format(" (`skydraft check {}` shows them)", args_.file) : "";
    terminal_.say(fmt::format("{}: {}{}\n", source_.name(), counts, advice));
  }

  /// About a place in what was read, or about all of it.
  int refuse(const Diagnostic& diagnostic, const Source& source) {
    if (diagnostic.span.empty()) return fail(diagnostic, source.name());
    terminal_.say(describe(diagnostic, source, terminal_.style));
    return exit_code_of(diagnostic.code);
  }

  int fail(const Diagnostic& diagnostic, std::string_view file) {
    terminal_.say(describe(diagnostic, file, terminal_.style));
    return exit_code_of(diagnostic.code);
  }

  int wrong_arguments(std::string_view message) {
    terminal_.say(fmt::format("skydraft: {}\n", message));
    return kWrongArguments;
  }

  /// Empty after a message about what cannot be written that way.
  std::optional<pipeline::Format> wanted_format() {
    const std::string_view output = args_.output;
    const std::size_t dot = output.find_last_of('.'), slash = output.find_last_of('/');
    const bool has_extension = dot != output.npos && (slash == output.npos || dot > slash + 1) && dot > 0;
    std::string_view name = args_.format;
    if (name.empty()) name = has_extension ? output.substr(dot + 1) : "svg";
    if (args_.emit != Emit::Nothing) return pipeline::Format::Svg;
    const std::optional<pipeline::Format> format = find_format(name);
    if (!format) {
      fail({Code::UnknownFormat,
            Severity::Error,
            {},
            fmt::format("no picture format is called \"{}\"", name),
            {{"name it .svg, .png, .pdf, .html, .txt or .md, or choose with --format", std::nullopt}}},
           output);
      return std::nullopt;
    }
    return fits(*format) ? format : std::nullopt;
  }

  /// Whether the other options go with the format; says what does not.
  bool fits(pipeline::Format format) {
    using pipeline::Format;
    if (format != Format::Png && args_.scale) {
      wrong_arguments("--scale is for PNG; other formats have no pixels");
      return false;
    }
    if (format != Format::Png && (args_.width || args_.transparent)) {
      wrong_arguments("--width and --transparent are for PNG");
      return false;
    }
    if (format != Format::Svg && (args_.text_as_paths || args_.animate)) {
      wrong_arguments("--text-as-paths and --animate are for SVG");
      return false;
    }
    if (format != Format::Pdf && args_.paper) {
      wrong_arguments("--paper is for PDF; other formats have no paper");
      return false;
    }
    const bool binary = format == Format::Png || format == Format::Pdf;
    if (binary && (args_.output.empty() || args_.output == "-") && terminal_.output_is_terminal) {
      wrong_arguments(fmt::format("will not write a {} to a terminal; name a file with -o, or redirect",
                                  format == Format::Png ? "PNG" : "PDF"));
      return false;
    }
    return true;
  }

  pipeline::Output output_as(pipeline::Format format) const {
    return {.format = format,
            .theme = args_.theme,
            .scale = args_.scale.value_or(2),
            .width = args_.width,
            .transparent = args_.transparent,
            .paper = args_.paper.value_or(render::Paper::Fit),
            .text_as_paths = args_.text_as_paths,
            .animate = args_.animate,
            .record = record::write(record::record_of(source_, args_.embed_source))};
  }

  const Arguments& args_;
  World& world_;
  const Terminal& terminal_;
  DiagnosticSink sink_;
  Source source_;
  view::Options options_;
  layout::Earlier earlier_;
  std::optional<pipeline::Read> read_;
  std::optional<pipeline::Drawn> drawn_;
};

}  // namespace

int run_command(const Arguments& args, World& world, const Terminal& terminal) {
  Run run(args, world, terminal);
  switch (args.command) {
    case Command::Render:
      return run.render();
    case Command::Model:
      return run.model();
    case Command::Geometry:
      return run.geometry();
    case Command::Views:
      return run.views();
    case Command::Check:
      return run.check();
    case Command::Explain:
      return run.explain();
    case Command::Verify:
      return run_verify(args, world, terminal);
    case Command::Gallery:
      return run_gallery(args, world, terminal);
    case Command::Layout:
      return run.layout();
    case Command::Init:
      return run.init();
    case Command::Completions:
      return run.completions();
  }
  SKYDRAFT_ASSERT(false, "command without a run");
  return kFaultOfProgram;
}

}  // namespace skydraft::cli
