#include "cli/gallery.hpp"

#include <string>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include "cli/exit_code.hpp"
#include "formats/record/record.hpp"
#include "render/html/gallery.hpp"

namespace skydraft::cli {
namespace {

std::string as_folder(const std::string& path) { return path + (path.ends_with('/') ? "" : "/"); }

class Gallery {
 public:
  Gallery(const Arguments& args, pipeline::World& world, const Terminal& terminal)
      : args_(args), world_(world), terminal_(terminal), from_(as_folder(args.file)), to_(as_folder(args.output)) {}

  int run() {
    const Result<std::vector<std::string>> names = world_.documents_in(args_.file);
    if (!names) return fail(names.error(), args_.file);
    if (names->empty())
      return fail({Code::FileNotFound,
                   Severity::Error,
                   {},
                   "there is no Markdown document in this folder",
                   {{"documents end in .md or .markdown", std::nullopt}}},
                  args_.file);
    if (const auto trouble = world_.make_folder(to_)) return fail(*trouble, to_);
    int code = kDone;
    for (const std::string& name : *names)
      if (const int failed = add(name); failed != kDone) code = failed;
    const std::string index = to_ + "index.html";
    if (const auto trouble = world_.write(index, render::gallery_page(cards_))) return fail(*trouble, index);
    terminal_.say(fmt::format("{}: {} of {} documents drawn\n", index, drawn_, names->size()));
    return code;
  }

 private:
  int add(const std::string& name) {
    const std::string path = from_ + name;
    render::GalleryCard card;
    card.document = name;
    const Result<Source> source = pipeline::load(world_, path);
    if (!source) return refuse(std::move(card), source.error());
    DiagnosticSink sink;
    const pipeline::Read read = pipeline::read(*source, args_.stated_only, sink);
    card.title = read.architecture.title().text;
    card.purpose = read.architecture.purpose().text;
    const Result<std::vector<scene::Page>> pages = pipeline::compose_all(read.architecture, {}, *source, sink);
    if (!pages) return refuse(std::move(card), pages.error());
    for (const scene::Page& page : *pages) card.views.push_back(page.view.title);
    const std::string stem = name.substr(0, name.find_last_of('.'));
    pipeline::Output output{.theme = "auto", .record = record::write(record::record_of(*source, false))};
    card.picture = stem + ".svg";
    if (const int code = save(card.picture, pipeline::render(pages->front().scene, output))) return code;
    if (args_.format != "svg") {
      output.format = pipeline::Format::Html;
      card.page = stem + ".html";
      if (const int code = save(card.page, pipeline::render_all(*pages, read, *source, sink, output))) return code;
    }
    ++drawn_;
    terminal_.say(fmt::format("{}: {} {}\n", path, card.views.size(), card.views.size() == 1 ? "view" : "views"));
    cards_.push_back(std::move(card));
    return sink.has_errors() ? kDocumentHasErrors : kDone;
  }

  int save(const std::string& name, const Result<std::string>& bytes) {
    const std::string path = to_ + name;
    if (!bytes) return fail(bytes.error(), path);
    const auto trouble = world_.write(path, *bytes);
    return trouble ? fail(*trouble, path) : kDone;
  }

  /// The card says why there is no picture.
  int refuse(render::GalleryCard card, const Diagnostic& diagnostic) {
    card.trouble = diagnostic.message;
    cards_.push_back(std::move(card));
    return fail(diagnostic, from_ + cards_.back().document);
  }

  int fail(const Diagnostic& diagnostic, std::string_view file) const {
    terminal_.say(describe(diagnostic, file, terminal_.style));
    return exit_code_of(diagnostic.code);
  }

  const Arguments& args_;
  pipeline::World& world_;
  const Terminal& terminal_;
  std::string from_, to_;
  std::vector<render::GalleryCard> cards_;
  std::size_t drawn_ = 0;
};

}  // namespace

int run_gallery(const Arguments& args, pipeline::World& world, const Terminal& terminal) {
  return Gallery(args, world, terminal).run();
}

}  // namespace skydraft::cli
