#include "pipeline/pipeline.hpp"

#include <utility>

#include <fmt/format.h>

#include "base/utf8.hpp"
#include "formats/prose/prose.hpp"
#include "layout/layout.hpp"
#include "layout/sequence.hpp"
#include "markdown/markdown.hpp"
#include "render/cairo/late.hpp"
#include "render/html/html.hpp"
#include "render/png/png.hpp"
#include "render/svg/svg.hpp"
#include "scene/theme.hpp"
#include "typeset/face.hpp"
#include "understand/wishes.hpp"
#include "view/pins.hpp"
#include "view/view.hpp"

namespace skydraft::pipeline {
namespace {

/// Pictures must not depend on the folder a document lies in.
std::string_view base_name(std::string_view path) { return path.substr(path.find_last_of('/') + 1); }

constexpr std::string_view kBothThemes = "auto";

const scene::Theme* find_theme(std::string_view name) {
  return scene::Theme::find(name == kBothThemes ? "light" : name);
}

Diagnostic unknown_theme(std::string_view name) {
  return {Code::UnknownTheme,
          Severity::Error,
          {},
          fmt::format("no theme is called \"{}\"", name),
          {{"the themes are light, dark, print, high-contrast and auto", std::nullopt}}};
}

/// SKY0501 for each component whose text has a character that the embedded font lacks.
void report_missing_glyphs(const view::Picture& picture, const model::Architecture& architecture,
                           DiagnosticSink& sink) {
  for (const view::NodeDress& dress : picture.nodes.rows()) {
    if (dress.components.empty()) continue;
    const model::Component& component = architecture[dress.components.front()];
    if (component.source.empty()) continue;
    for (const view::TextLine& line : dress.lines)
      for (std::size_t at = 0; at < line.text.size();) {
        const utf8::Decoded next = utf8::decode(line.text, at);
        if (next.code_point > 0x7F && next.valid && !typeset::has_glyph(next.code_point))
          sink.note(Code::MissingGlyph, component.source.front(),
                    fmt::format("the font has no shape for \"{}\" (U+{:04X})", line.text.substr(at, next.length),
                                static_cast<std::uint32_t>(next.code_point)),
                    "the viewer's own font draws it; its width is estimated");
        at += next.length;
      }
  }
}

/// SKY0413 for each pin that the picture does not show. Only the overview shows all that there is to be pinned.
void report_open_pins(const Drawn& drawn, std::span<const view::PictureWish> wishes, std::span<const model::Pin> pins,
                      DiagnosticSink& sink) {
  const auto report = [&](const model::Pin& pin, std::string why) {
    sink.warn(model::kPinDoesNotHold, pin.source, fmt::format("\"{}\" does not hold in this picture", pin.text),
              std::move(why));
  };
  std::vector<bool> said(pins.size(), false);
  for (const view::PictureWish& wish : wishes) {
    said[wish.pin] = true;
    if (!layout::comes_true(wish.wish, drawn.picture.graph, drawn.placed.rects))
      report(pins[wish.pin],
             "nothing leaves its container, zone or tier for a wish, and of two that contradict each other one holds");
  }
  for (std::size_t i = 0; i < pins.size(); ++i)
    if (!said[i] && drawn.picture.view_id == "overview")
      report(pins[i], "what it names has no box of its own here, or one box for both");
}

/// A flow is lit in the overview: every part has the same place in both.
bool placed_alike(std::string_view view, std::string_view other) {
  const auto placement = [](std::string_view id) { return id.starts_with("flow:") ? "overview" : id; };
  return other.empty() || placement(view) == placement(other);
}

}  // namespace

Read read(const Source& source, bool stated_only, DiagnosticSink& sink, std::vector<std::string> pins) {
  md::Document document = md::parse(source, sink);
  understand::Pins wishes{std::move(pins), {}};
  model::Architecture architecture =
      understand::understand(source, document, {.stated_only = stated_only}, sink, wishes);
  return {std::move(document), std::move(architecture), std::move(wishes.found)};
}

Result<view::Picture> select(const model::Architecture& architecture, std::string_view view, const Source& source,
                             const view::Options& options) {
  const std::string id = view.empty() ? view::list_views(architecture).front().id : std::string(view);
  return view::make_view(architecture, id, base_name(source.name()), options);
}

Result<Drawn> draw(const model::Architecture& architecture, std::string_view view, const Source& source,
                   DiagnosticSink& sink, const view::Options& options, const Guidance& guidance) {
  Result<view::Picture> picture = select(architecture, view, source, options);
  if (!picture) return picture.error();
  report_missing_glyphs(*picture, architecture, sink);
  if (picture->plan == view::Plan::Sequence) {
    layout::PlacedGraph placed = layout::place_sequence(picture->graph);
    return Drawn{std::move(*picture), std::move(placed), {}};
  }
  const layout::Places& places = guidance.earlier.places;
  const bool again = !places.empty() && placed_alike(picture->view_id, guidance.earlier.view);
  layout::Options placing;
  if (again) placing.previous = layout::places_before(picture->graph, places);
  const std::vector<view::PictureWish> wishes = view::wishes_of(*picture, guidance.pins);
  for (const view::PictureWish& wish : wishes) placing.wishes.push_back(wish.wish);
  layout::PlacedGraph placed = layout::lay_out(picture->graph, placing, sink);
  Drawn drawn{std::move(*picture), std::move(placed), {}};
  report_open_pins(drawn, wishes, guidance.pins, sink);
  if (again) drawn.moved = layout::movement(drawn.picture.graph, drawn.placed, places);
  return drawn;
}

scene::Scene compose(const Drawn& drawn, const model::Architecture& architecture, const Source& source) {
  return scene::compose(drawn.picture, drawn.placed, architecture, source);
}

Result<std::vector<scene::Page>> compose_all(const model::Architecture& architecture, std::string_view view,
                                             const Source& source, DiagnosticSink& sink, const view::Options& options,
                                             const Guidance& guidance) {
  std::vector<scene::Page> pages;
  for (view::ViewInfo& info : view::list_views(architecture)) {
    if (!view.empty() && info.id != view) continue;
    Result<Drawn> drawn = draw(architecture, info.id, source, sink, options, guidance);
    if (!drawn) return drawn.error();
    scene::Scene scene = compose(*drawn, architecture, source);
    pages.push_back({std::move(info), std::move(scene)});
  }
  if (pages.empty()) return draw(architecture, view, source, sink).error();
  return pages;
}

std::string tell(const view::Picture& picture, const Output& output) {
  if (output.format == Format::Text) return prose::write_text(picture);
  std::string text = prose::write_markdown(picture);
  if (!output.record.empty()) text += fmt::format("\n<!-- skydraft-source {} -->\n", output.record);
  return text;
}

Result<std::string> render(const scene::Scene& scene, const Output& output) {
  const scene::Theme* theme = find_theme(output.theme);
  if (theme == nullptr) return unknown_theme(output.theme);
  switch (output.format) {
    case Format::Svg:
      if (output.text_as_paths)
        if (std::optional<Diagnostic> missing = render::missing_library()) return *std::move(missing);
      return render::render_svg(scene, *theme,
                                {.embed_fonts = output.embed_fonts,
                                 .dark = output.theme == kBothThemes ? scene::Theme::find("dark") : nullptr,
                                 .text_as_paths = output.text_as_paths,
                                 .animate = output.animate,
                                 .record = output.record,
                                 .embed_icons = output.embed_icons});
    case Format::Png:
      return render::render_png(scene, *theme,
                                {.scale = output.width ? *output.width / scene.size.width : output.scale,
                                 .transparent = output.transparent,
                                 .record = output.record});
    case Format::Pdf:
    case Format::Html:
    case Format::Text:
    case Format::Markdown:
      break;
  }
  SKYDRAFT_ASSERT(false, "output format without a renderer");
  return std::string();
}

Result<std::string> render_all(std::span<const scene::Page> pages, const Read& read, const Source& source,
                               const DiagnosticSink& sink, const Output& output) {
  const scene::Theme* theme = find_theme(output.theme);
  if (theme == nullptr) return unknown_theme(output.theme);
  if (output.format == Format::Pdf)
    return render::render_pdf(pages, *theme, {.paper = output.paper, .record = output.record});
  return render::render_html(pages, read.architecture, source, sink.sorted(), output.record);
}

}  // namespace skydraft::pipeline
