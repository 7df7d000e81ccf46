#include "render/png/png.hpp"

#include <cmath>

#include <fmt/format.h>

#include "render/cairo/canvas.hpp"
#include "render/cairo/handles.hpp"
#include "render/png/png_file.hpp"

namespace skydraft::render {
namespace {

constexpr int kMaxSide = 32767;                     // Cairo's own limit
constexpr double kMaxPixels = 256.0 * 1024 * 1024;  // 1 GiB of memory

Diagnostic failure(std::string message, std::string hint) {
  Diagnostic diagnostic;
  diagnostic.code = Code::CannotWrite;
  diagnostic.severity = Severity::Error;
  diagnostic.message = std::move(message);
  if (!hint.empty()) diagnostic.hints.push_back({std::move(hint), std::nullopt});
  return diagnostic;
}

}  // namespace

Result<std::string> render_png(const scene::Scene& scene, const scene::Theme& theme, const PngOptions& options) {
  const double width = std::ceil(scene.size.width * options.scale),
               height = std::ceil(scene.size.height * options.scale);
  if (!(width >= 1 && height >= 1)) return failure("the picture would have no pixels", "use a larger scale");
  if (width > kMaxSide || height > kMaxSide || width * height > kMaxPixels)
    return failure(fmt::format("a PNG of {:.0f} x {:.0f} pixels is too large", width, height),
                   "use SVG, or a smaller scale");
  if (std::optional<Diagnostic> missing = missing_library()) return *std::move(missing);

  const cairo_format_t format = options.transparent ? CAIRO_FORMAT_ARGB32 : CAIRO_FORMAT_RGB24;
  const Surface surface(cairo_image_surface_create(format, static_cast<int>(width), static_cast<int>(height)));
  if (cairo_surface_status(surface.get()) != CAIRO_STATUS_SUCCESS) return failure("not enough memory for the PNG", "");
  const Context cairo(cairo_create(surface.get()));
  cairo_scale(cairo.get(), options.scale, options.scale);
  ShapePainter painter(cairo.get(), theme, Lettering::Outlines);
  if (options.transparent) {
    painter.draw(scene::without_paper(scene));
  } else {
    painter.background();
    painter.draw(scene);
  }
  if (cairo_status(cairo.get()) != CAIRO_STATUS_SUCCESS) return failure("the PNG cannot be drawn", "");
  cairo_surface_flush(surface.get());
  const auto* data = reinterpret_cast<const std::uint32_t*>(cairo_image_surface_get_data(surface.get()));
  const auto stride = static_cast<std::size_t>(cairo_image_surface_get_stride(surface.get())) / sizeof(std::uint32_t);
  const auto columns = static_cast<std::uint32_t>(width), rows = static_cast<std::uint32_t>(height);
  return encode_png({{data, stride * rows}, columns, rows, stride, options.transparent}, options.record);
}

}  // namespace skydraft::render
