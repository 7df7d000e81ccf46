#include "layout/layered.hpp"

#include <gtest/gtest.h>
#include <rapidcheck.h>
#include <rapidcheck/gtest.h>

#include <cstddef>

namespace skydraft::layout {
namespace {

LayeredInput boxes(int count, std::vector<LayeredInput::Arc> arcs) {
  LayeredInput input;
  input.sizes.assign(static_cast<std::size_t>(count), Size{100, 60});
  input.arcs = std::move(arcs);
  return input;
}

TEST(PlaceLayered, AChainIsOneStraightLine) {
  const LayeredResult result = place_layered(boxes(3, {{0, 1}, {1, 2}}));
  EXPECT_EQ(result.rects[0].y, result.rects[1].y);
  EXPECT_EQ(result.rects[1].y, result.rects[2].y);
  EXPECT_LT(result.rects[0].right(), result.rects[1].x);
  EXPECT_LT(result.rects[1].right(), result.rects[2].x);
}

TEST(PlaceLayered, DownGoesDown) {
  LayeredInput input = boxes(2, {{0, 1}});
  input.direction = Direction::Down;
  const LayeredResult result = place_layered(input);
  EXPECT_EQ(result.rects[0].x, result.rects[1].x);
  EXPECT_LT(result.rects[0].bottom(), result.rects[1].y);
}

TEST(PlaceLayered, PortsAreLevelNotTops) {
  LayeredInput input = boxes(2, {{0, 1, 1, 10, 40}});
  const LayeredResult result = place_layered(input);
  EXPECT_EQ(result.rects[0].y + 10, result.rects[1].y + 40);
}

TEST(PlaceLayered, ACycleKeepsTheOrderOfTheText) {
  const LayeredResult result = place_layered(boxes(3, {{0, 1}, {1, 2}, {2, 0}}));
  EXPECT_LT(result.rects[0].x, result.rects[1].x);
  EXPECT_LT(result.rects[1].x, result.rects[2].x);
}

TEST(PlaceLayered, ASourceStandsJustBeforeItsTarget) {
  // 4 has only an arc to 3: it belongs in the layer before 3, not in the first.
  const LayeredResult result = place_layered(boxes(5, {{0, 1}, {1, 2}, {2, 3}, {4, 3}}));
  EXPECT_EQ(result.rects[4].x, result.rects[2].x);
}

TEST(PlaceLayered, ALabelFindsRoomBetweenLayers) {
  LayeredInput input = boxes(2, {{0, 1}});
  input.arcs[0].labelled = true;
  input.arcs[0].label_extent = 120;
  const LayeredResult result = place_layered(input);
  EXPECT_GE(result.rects[1].x - result.rects[0].right(), 120);
}

TEST(PlaceLayered, ALongChainIsFolded) {
  std::vector<LayeredInput::Arc> arcs;
  for (int i = 0; i + 1 < 16; ++i) arcs.push_back({i, i + 1});
  const LayeredResult result = place_layered(boxes(16, arcs));
  EXPECT_LT(result.size.width / result.size.height, 4);
}

TEST(PlaceLayered, AHubDoesNotMakeATower) {
  std::vector<LayeredInput::Arc> arcs;
  for (int i = 1; i < 24; ++i) arcs.push_back({0, i});
  const LayeredResult result = place_layered(boxes(24, arcs));
  EXPECT_GT(result.size.width / result.size.height, 0.5);
}

TEST(PlaceLayered, BoxesWithoutArcsMakeAGrid) {
  const LayeredResult result = place_layered(boxes(12, {}));
  EXPECT_GT(result.size.width / result.size.height, 1);
  EXPECT_LT(result.size.width / result.size.height, 3);
}

LayeredInput any_input() {
  LayeredInput input;
  const int count = *rc::gen::inRange(1, 24);
  for (int i = 0; i < count; ++i)
    input.sizes.push_back(
        {static_cast<double>(*rc::gen::inRange(10, 200)), static_cast<double>(*rc::gen::inRange(10, 120))});
  for (int i = *rc::gen::inRange(0, 40); i > 0; --i) {
    LayeredInput::Arc arc{*rc::gen::inRange(0, count), *rc::gen::inRange(0, count)};
    arc.weight = *rc::gen::inRange(0, 4);
    if (*rc::gen::arbitrary<bool>()) arc.from_port = 5;
    input.arcs.push_back(arc);
  }
  if (*rc::gen::arbitrary<bool>()) input.direction = Direction::Down;
  return input;
}

RC_GTEST_PROP(PlaceLayered, KeepsBoxesApart, ()) {
  const LayeredInput input = any_input();
  const LayeredResult result = place_layered(input);
  RC_ASSERT(result.rects.size() == input.sizes.size());
  for (std::size_t i = 0; i < result.rects.size(); ++i) {
    RC_ASSERT(result.rects[i].size() == input.sizes[i]);
    RC_ASSERT(result.rects[i].x >= 0 && result.rects[i].y >= 0);
    RC_ASSERT(result.rects[i].right() <= result.size.width + 0.01 &&
              result.rects[i].bottom() <= result.size.height + 0.01);
    for (std::size_t k = i + 1; k < result.rects.size(); ++k)
      RC_ASSERT(!result.rects[i].grown(4).overlaps(result.rects[k].grown(3)));
  }
  RC_ASSERT(place_layered(input).rects == result.rects);
}

}  // namespace
}  // namespace skydraft::layout
