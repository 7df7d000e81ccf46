#include "render/pdf/pdf.hpp"

#include <cairo-pdf.h>

#include <algorithm>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include <fmt/format.h>

#include "render/cairo/canvas.hpp"
#include "render/cairo/handles.hpp"

namespace skydraft::render {

SKYDRAFT_LATE(library::kCairo, cairo_pdf_surface_add_outline);
SKYDRAFT_LATE(library::kCairo, cairo_pdf_surface_create_for_stream);
SKYDRAFT_LATE(library::kCairo, cairo_pdf_surface_set_metadata);
SKYDRAFT_LATE(library::kCairo, cairo_pdf_surface_set_size);

namespace {

using geometry::Rect;
using geometry::Size;

constexpr double kPointsPerPx = 72.0 / 96;
constexpr double kMargin = 24;          // pt, on paper
constexpr double kLongestSide = 14400;  // pt: what readers of PDF accept (ISO 32000-1, annex C)

/// Upright, in pt.
Size paper_size(Paper paper) {
  switch (paper) {
    case Paper::Fit:
      return {};
    case Paper::A4:
      return {595.276, 841.89};
    case Paper::A3:
      return {841.89, 1190.551};
    case Paper::Letter:
      return {612, 792};
  }
  return {};
}

/// How a picture stands on its page.
struct Fitting {
  Size page;         ///< pt
  double scale = 1;  ///< pt per px
  geometry::Point at;
};

Fitting fit(Size picture, Paper paper) {
  if (paper == Paper::Fit) {
    const double longest = std::max(picture.width, picture.height);
    const double scale = std::min(kPointsPerPx, kLongestSide / std::max(longest, 1.0));
    return {{picture.width * scale, picture.height * scale}, scale, {}};
  }
  Size page = paper_size(paper);
  if (picture.width > picture.height) std::swap(page.width, page.height);
  const double scale = std::min(
      {(page.width - 2 * kMargin) / picture.width, (page.height - 2 * kMargin) / picture.height, kPointsPerPx});
  return {page, scale, {(page.width - picture.width * scale) / 2, (page.height - picture.height * scale) / 2}};
}

cairo_status_t append(void* to, const unsigned char* data, unsigned length) {
  static_cast<std::string*>(to)->append(reinterpret_cast<const char*>(data), length);
  return CAIRO_STATUS_SUCCESS;
}

/// The page that shows a flow by itself, 1-based; 0 if there is none.
std::size_t page_of_flow(std::span<const scene::Page> pages, std::string_view title) {
  for (std::size_t i = 0; i < pages.size(); ++i)
    if (pages[i].view.kind == "flow" && pages[i].view.title == title) return i + 1;
  return 0;
}

/// The frames of the step panels, with the flow's title.
struct Panel {
  Rect frame;
  std::string_view title;
};

std::vector<Panel> panels_of(const scene::Scene& scene) {
  std::vector<Panel> panels;
  std::vector<bool> seen(scene.elements.size(), false);
  for (const scene::Item& item : scene.items) {
    const scene::Element& element = scene.elements[item.element];
    const auto* box = std::get_if<scene::Box>(&item.shape);
    if (element.role != "panel" || box == nullptr || seen[item.element]) continue;
    seen[item.element] = true;
    panels.push_back({box->rect, element.label});
  }
  return panels;
}

std::string rect_attribute(const Rect& r, const Fitting& fitting) {
  const double scale = fitting.scale;
  return fmt::format("rect=[{:.2f} {:.2f} {:.2f} {:.2f}]", fitting.at.x + r.x * scale, fitting.at.y + r.y * scale,
                     r.width * scale, r.height * scale);
}

/// Cairo 1.16 takes a link's rectangle in pt of the page, whatever the transformation, and forgets links to page
/// numbers: hence a name for each page.
void link_panels(cairo_t* cairo, std::span<const scene::Page> pages, std::size_t here, const Fitting& fitting) {
  cairo_tag_begin(cairo, CAIRO_TAG_DEST, fmt::format("name='view-{}' x=0 y=0", here + 1).c_str());
  cairo_tag_end(cairo, CAIRO_TAG_DEST);
  for (const Panel& panel : panels_of(pages[here].scene)) {
    const std::size_t target = page_of_flow(pages, panel.title);
    if (target == 0 || target == here + 1) continue;
    const std::string link = fmt::format("dest='view-{}' {}", target, rect_attribute(panel.frame, fitting));
    cairo_tag_begin(cairo, CAIRO_TAG_LINK, link.c_str());
    cairo_tag_end(cairo, CAIRO_TAG_LINK);
  }
}

/// What would end or escape Cairo's quoted attribute, and what is not ASCII, as URIs write it (RFC 3986, 2.1).
std::string uri_attribute(std::string_view address) {
  std::string out = "uri='";
  for (const char c : address) {
    const auto byte = static_cast<unsigned char>(c);
    if (byte > 0x20 && byte < 0x7F && c != '\'' && c != '\\')
      out += c;
    else
      out += fmt::format("%{:02X}", byte);
  }
  return out + '\'';
}

/// Where an element's icon or words stand; nothing for frames.
std::optional<Rect> place_of(const scene::Item& item) {
  if (const auto* icon = std::get_if<scene::Icon>(&item.shape)) return icon->rect;
  const auto* text = std::get_if<scene::Text>(&item.shape);
  if (text == nullptr || text->rotation != 0) return std::nullopt;
  const double left = text->anchor == view::TextLine::Anchor::Start    ? 0
                      : text->anchor == view::TextLine::Anchor::Middle ? text->width / 2
                                                                       : text->width;
  return Rect{text->at.x - left, text->at.y - text->font.size, text->width, text->font.size * 1.25};
}

void link_components(cairo_t* cairo, const scene::Scene& scene, const Fitting& fitting) {
  for (const scene::Item& item : scene.items) {
    const scene::Element& element = scene.elements[item.element];
    const std::optional<Rect> place = element.link.empty() ? std::nullopt : place_of(item);
    if (!place) continue;
    const std::string link = uri_attribute(element.link) + ' ' + rect_attribute(*place, fitting);
    cairo_tag_begin(cairo, CAIRO_TAG_LINK, link.c_str());
    cairo_tag_end(cairo, CAIRO_TAG_LINK);
  }
}

void describe(cairo_surface_t* surface, std::span<const scene::Page> pages, std::string_view record) {
  if (!pages.empty()) cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_TITLE, pages[0].scene.title.c_str());
  cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_CREATOR, "skydraft");
  if (!record.empty())
    cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_KEYWORDS, std::string(record).c_str());
  cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_CREATE_DATE, nullptr);
  for (std::size_t i = 0; i < pages.size(); ++i) {
    const std::string link = fmt::format("page={} pos=[0 0]", i + 1);
    cairo_pdf_surface_add_outline(surface, CAIRO_PDF_OUTLINE_ROOT, pages[i].view.title.c_str(), link.c_str(),
                                  CAIRO_PDF_OUTLINE_FLAG_OPEN);
  }
}

Diagnostic failure() {
  Diagnostic diagnostic;
  diagnostic.code = Code::CannotWrite;
  diagnostic.severity = Severity::Error;
  diagnostic.message = "the PDF cannot be drawn";
  return diagnostic;
}

}  // namespace

Result<std::string> render_pdf(std::span<const scene::Page> pages, const scene::Theme& theme,
                               const PdfOptions& options) {
  if (std::optional<Diagnostic> missing = missing_library()) return *std::move(missing);
  std::string out;
  bool drawn = true;
  {
    const Surface surface(cairo_pdf_surface_create_for_stream(append, &out, 1, 1));
    describe(surface.get(), pages, options.record);
    const Context cairo(cairo_create(surface.get()));
    ShapePainter painter(cairo.get(), theme, Lettering::Glyphs);
    for (std::size_t i = 0; i < pages.size(); ++i) {
      const scene::Scene& scene = pages[i].scene;
      const Fitting fitting = fit(scene.size, options.paper);
      cairo_pdf_surface_set_size(surface.get(), fitting.page.width, fitting.page.height);
      cairo_identity_matrix(cairo.get());
      painter.background();
      cairo_translate(cairo.get(), fitting.at.x, fitting.at.y);
      cairo_scale(cairo.get(), fitting.scale, fitting.scale);
      painter.draw(scene);
      link_panels(cairo.get(), pages, i, fitting);
      link_components(cairo.get(), scene, fitting);
      cairo_show_page(cairo.get());
    }
    drawn = cairo_status(cairo.get()) == CAIRO_STATUS_SUCCESS;
    cairo_surface_finish(surface.get());
    drawn = drawn && cairo_surface_status(surface.get()) == CAIRO_STATUS_SUCCESS;
  }
  if (!drawn) return failure();
  return out;
}

}  // namespace skydraft::render
