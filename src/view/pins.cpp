#include "view/pins.hpp"

#include <map>
#include <optional>

namespace skydraft::view {
namespace {

using Wished = layout::Wish::Kind;

Wished wish_of(model::PinKind kind) {
  switch (kind) {
    case model::PinKind::LeftOf:
      return Wished::LeftOf;
    case model::PinKind::RightOf:
      return Wished::RightOf;
    case model::PinKind::Above:
      return Wished::Above;
    case model::PinKind::Below:
      return Wished::Below;
    case model::PinKind::SameRow:
      return Wished::SameRow;
    case model::PinKind::SameColumn:
      return Wished::SameColumn;
    case model::PinKind::First:
      return Wished::First;
    case model::PinKind::Last:
      return Wished::Last;
    case model::PinKind::Leftmost:
      return Wished::Leftmost;
    case model::PinKind::Rightmost:
      return Wished::Rightmost;
    case model::PinKind::Topmost:
      return Wished::Topmost;
    case model::PinKind::Bottommost:
      return Wished::Bottommost;
  }
  return Wished::First;
}

}  // namespace

std::vector<PictureWish> wishes_of(const Picture& picture, std::span<const model::Pin> pins) {
  std::vector<PictureWish> wishes;
  if (pins.empty()) return wishes;
  std::map<model::ComponentId, layout::NodeId> shown;  // the first node that stands for it
  for (std::uint32_t n = 0; n < picture.nodes.size(); ++n)
    for (const model::ComponentId c : picture.nodes[layout::NodeId{n}].components)
      shown.try_emplace(c, layout::NodeId{n});
  for (std::uint32_t i = 0; i < pins.size(); ++i) {
    const auto node = shown.find(pins[i].component), other = shown.find(pins[i].other);
    if (node == shown.end() || other == shown.end()) continue;
    const bool names_two = pins[i].component != pins[i].other;
    if (node->second != other->second || !names_two)
      wishes.push_back({{wish_of(pins[i].kind), node->second, other->second}, i});
  }
  return wishes;
}

}  // namespace skydraft::view
