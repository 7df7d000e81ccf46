#include "layout/p4_place/isotonic.hpp"

#include <gmock/gmock.h>
#include <rapidcheck.h>

#include <cmath>

namespace skydraft::layout {
namespace {

using testing::ElementsAre;

TEST(PlaceInOrder, BoxesThatFitStandWhereTheyArePulled) {
  const std::vector<PulledBox> boxes{{10, 5, {{20, 1}}}, {10, 0, {{60, 1}}}};
  EXPECT_THAT(place_in_order(boxes, 0, 100), ElementsAre(20, 60));
}

TEST(PlaceInOrder, TheHeavierPullWins) {
  const std::vector<PulledBox> boxes{{10, 5, {{50, 1}}}, {10, 0, {{40, 3}}}};
  EXPECT_THAT(place_in_order(boxes, 0, 100), ElementsAre(25, 40));
}

TEST(PlaceInOrder, StaysInside) {
  const std::vector<PulledBox> boxes{{10, 5, {{-30, 1}}}, {10, 0, {{400, 1}}}};
  EXPECT_THAT(place_in_order(boxes, 0, 100), ElementsAre(0, 90));
}

TEST(PlaceInOrder, KeepsOrderAndGaps) {
  EXPECT_TRUE(rc::check("order, gaps and limits hold", [](std::vector<std::pair<std::uint8_t, std::uint8_t>> raw) {
    std::vector<PulledBox> boxes;
    double need = 0;
    for (const auto& [length, at] : raw) {
      boxes.push_back({1.0 + length % 20, 4, {{static_cast<double>(at), 1.0 + length % 3}}});
      need += boxes.back().length + 4;
    }
    const std::vector<double> starts = place_in_order(boxes, 5, 5 + need + 50);
    for (std::size_t i = 0; i < starts.size(); ++i) {
      RC_ASSERT(starts[i] >= 5 - 1e-9);
      RC_ASSERT(starts[i] + boxes[i].length <= 5 + need + 50 + 1e-9);
      if (i > 0) RC_ASSERT(starts[i] >= starts[i - 1] + boxes[i - 1].length + 4 - 1e-9);
    }
  }));
}

}  // namespace
}  // namespace skydraft::layout
