#include "render/cairo/letter_paths.hpp"

#include <memory>

#include <fmt/format.h>

namespace skydraft::render {
namespace {

struct PathDeleter {
  void operator()(cairo_path_t* path) const { cairo_path_destroy(path); }
};

void append(std::string& out, char command, const cairo_path_data_t* points, int count) {
  out += command;
  for (int i = 0; i < count; ++i)
    out += fmt::format("{}{:.2f} {:.2f}", i == 0 ? "" : " ", points[i].point.x, points[i].point.y);
}

}  // namespace

LetterPaths::LetterPaths(const scene::Theme& theme)
    : surface_(cairo_image_surface_create(CAIRO_FORMAT_A8, 1, 1)),
      cairo_(cairo_create(surface_.get())),
      painter_(cairo_.get(), theme, Lettering::Outlines) {}

std::string LetterPaths::of(const scene::Text& text) {
  painter_.trace(text);
  const std::unique_ptr<cairo_path_t, PathDeleter> path(cairo_copy_path(cairo_.get()));
  std::string out;
  for (int i = 0; i < path->num_data; i += path->data[i].header.length) {
    const cairo_path_data_t* step = &path->data[i];
    switch (step->header.type) {
      case CAIRO_PATH_MOVE_TO:
        // Cairo begins a new path behind each that is closed; the last one has nothing in it.
        if (i + step->header.length < path->num_data) append(out, 'M', step + 1, 1);
        break;
      case CAIRO_PATH_LINE_TO:
        append(out, 'L', step + 1, 1);
        break;
      case CAIRO_PATH_CURVE_TO:
        append(out, 'C', step + 1, 3);
        break;
      case CAIRO_PATH_CLOSE_PATH:
        out += 'Z';
        break;
    }
  }
  return out;
}

}  // namespace skydraft::render
