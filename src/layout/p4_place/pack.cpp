#include "layout/p4_place/pack.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <limits>

namespace skydraft::layout {
namespace {

constexpr int kPackWidths = 12;

std::vector<Rect> shelves(std::span<const Size> sizes, double gap, double width) {
  std::vector<Rect> rects;
  double x = 0, y = 0, height = 0;
  for (const Size& size : sizes) {
    if (x > 0 && x + size.width > width + 0.01) x = 0, y += height + gap, height = 0;
    rects.push_back({x, y, size.width, size.height});
    x += size.width + gap;
    height = std::max(height, size.height);
  }
  return rects;
}

std::vector<Rect> grid(std::span<const Size> sizes, double gap, double row_gap, std::size_t columns) {
  std::vector<double> widths(columns);
  for (std::size_t i = 0; i < sizes.size(); ++i) widths[i % columns] = std::max(widths[i % columns], sizes[i].width);
  std::vector<Rect> rects;
  double x = 0, y = 0, height = 0;
  for (std::size_t i = 0; i < sizes.size(); ++i) {
    if (i > 0 && i % columns == 0) x = 0, y += height + row_gap, height = 0;
    rects.push_back({x + (widths[i % columns] - sizes[i].width) / 2, y, sizes[i].width, sizes[i].height});
    x += widths[i % columns] + gap;
    height = std::max(height, sizes[i].height);
  }
  return rects;
}

}  // namespace

Size extent(std::span<const Rect> rects) {
  Size size;
  for (const Rect& rect : rects) size = {std::max(size.width, rect.right()), std::max(size.height, rect.bottom())};
  return size;
}

double fitted_width(Size size, double aspect) { return std::max(size.width, size.height * aspect); }

std::vector<Rect> pack_on_shelves(std::span<const Size> sizes, double gap, double aspect) {
  double area = 0, widest = 0, total = 0;
  for (const Size& size : sizes) {
    area += (size.width + gap) * (size.height + gap);
    widest = std::max(widest, size.width);
    total += size.width + gap;
  }
  std::vector<Rect> best;
  double least = std::numeric_limits<double>::infinity();
  for (int i = 0; i < kPackWidths; ++i) {
    const double width = i + 1 == kPackWidths ? total : std::max(widest, std::sqrt(area * aspect) * (0.8 + 0.1 * i));
    std::vector<Rect> rects = shelves(sizes, gap, width);
    if (const double size = fitted_width(extent(rects), aspect); size < least - 0.01)
      least = size, best = std::move(rects);
  }
  return best;
}

std::vector<Rect> pack_in_grid(std::span<const Size> sizes, double gap, double row_gap, double aspect) {
  std::vector<Rect> best;
  double least = std::numeric_limits<double>::infinity();
  // More columns than this only make a flat grid flatter.
  const std::size_t most =
      std::min(sizes.size(),
               static_cast<std::size_t>(2 * std::sqrt(static_cast<double>(sizes.size()) * std::max(aspect, 0.25))) + 2);
  for (std::size_t columns = 1; columns <= most; ++columns) {
    std::vector<Rect> rects = grid(sizes, gap, row_gap, columns);
    // A last row that is nearly empty looks like an oversight.
    const std::size_t missing = (columns - sizes.size() % columns) % columns;
    const double size =
        fitted_width(extent(rects), aspect) * (1 + 0.05 * static_cast<double>(missing) / static_cast<double>(columns));
    if (size < least - 0.01) least = size, best = std::move(rects);
  }
  return best;
}

}  // namespace skydraft::layout
