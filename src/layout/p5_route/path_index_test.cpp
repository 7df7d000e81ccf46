#include "layout/p5_route/path_index.hpp"

#include <gtest/gtest.h>

#include <random>

namespace skydraft::layout {
namespace {

constexpr Rect kBounds{0, 0, 20000, 9000};  // so that lines have several stretches

/// A path of three pieces, from one end of the drawing to the other or anywhere.
std::vector<Point> any_path(std::mt19937& engine) {
  const auto place = [&](double extent) { return static_cast<double>(engine() % 2000) / 2000 * extent; };
  const Point a{place(kBounds.width), place(kBounds.height)}, b{place(kBounds.width), place(kBounds.height)};
  const double middle = place(kBounds.width);
  return {a, {middle, a.y}, {middle, b.y}, b};
}

double on_top(const std::vector<Point>& p, const std::vector<Point>& q) {
  double sum = 0;
  for (std::size_t i = 1; i < p.size(); ++i)
    for (std::size_t k = 1; k < q.size(); ++k) {
      const bool vertical = is_vertical(p[i - 1], p[i]);
      if (vertical != is_vertical(q[k - 1], q[k])) continue;
      if (std::abs(vertical ? p[i].x - q[k].x : p[i].y - q[k].y) >= 10) continue;
      const Rect a = span_of(p[i - 1], p[i]), b = span_of(q[k - 1], q[k]);
      const double both = vertical ? std::min(a.bottom(), b.bottom()) - std::max(a.top(), b.top())
                                   : std::min(a.right(), b.right()) - std::max(a.left(), b.left());
      sum += std::max(0.0, both);
    }
  return sum;
}

int all_crossings(const std::vector<Point>& p, const std::vector<Point>& q) {
  int count = crossings(p, q);
  for (std::size_t i = 1; i < p.size(); ++i)
    for (std::size_t k = 1; k < q.size(); ++k) {
      const Rect a = span_of(p[i - 1], p[i]), b = span_of(q[k - 1], q[k]);
      const bool vertical = is_vertical(p[i - 1], p[i]);
      if (vertical != is_vertical(q[k - 1], q[k]) || (vertical ? a.x != b.x : a.y != b.y)) continue;
      const bool overlap = vertical ? std::min(a.bottom(), b.bottom()) > std::max(a.top(), b.top())
                                    : std::min(a.right(), b.right()) > std::max(a.left(), b.left());
      count += overlap && changes_sides(p, i, q, k) ? 1 : 0;
    }
  return count;
}

TEST(PathIndex, FindsWhatALookAtAllPathsFinds) {
  std::mt19937 engine(1);
  std::vector<std::vector<Point>> paths;
  for (int i = 0; i < 300; ++i) paths.push_back(any_path(engine));
  PathIndex index(kBounds, paths.size());
  for (std::size_t i = 0; i < paths.size(); ++i) index.add(i, paths[i]);
  for (std::size_t i = 0; i < paths.size(); i += 3) index.remove(i), paths[i].clear();
  for (std::size_t i = 0; i < paths.size(); i += 6) index.add(i, paths[i] = any_path(engine));

  for (std::size_t i = 0; i < paths.size(); ++i) {
    Disturbance expected;
    for (std::size_t k = 0; k < paths.size(); ++k)
      if (k != i)
        expected.crossings += all_crossings(paths[i], paths[k]), expected.on_top += on_top(paths[i], paths[k]);
    const Disturbance found = disturbance(
        index, paths[i], i, [](std::size_t) { return false; },
        [&](std::size_t other) -> const std::vector<Point>& { return paths[other]; });
    EXPECT_EQ(found.crossings, expected.crossings) << i;
    EXPECT_NEAR(found.on_top, expected.on_top, 1e-6) << i;
  }
}

TEST(PathIndex, MeetsALongSegmentOnce) {
  PathIndex index(kBounds, 50);
  index.add(7, {{0, 4000}, {20000, 4000}});
  int met = 0;
  index.visit({1000, 3000, 15000, 2000}, [&](const PathIndex::Run& run) { met += run.path == 7 ? 1 : 0; });
  EXPECT_EQ(met, 1);
  index.visit({1000, 4100, 15000, 2000}, [&](const PathIndex::Run&) { ++met; });
  EXPECT_EQ(met, 1);
}

}  // namespace
}  // namespace skydraft::layout
