#include "model/pin.hpp"

#include "base/assert.hpp"

namespace skydraft::model {

std::string_view name_of(PinKind kind) {
  switch (kind) {
    case PinKind::LeftOf:
      return "left-of";
    case PinKind::RightOf:
      return "right-of";
    case PinKind::Above:
      return "above";
    case PinKind::Below:
      return "below";
    case PinKind::SameRow:
      return "same-row";
    case PinKind::SameColumn:
      return "same-column";
    case PinKind::First:
      return "first";
    case PinKind::Last:
      return "last";
    case PinKind::Leftmost:
      return "leftmost";
    case PinKind::Rightmost:
      return "rightmost";
    case PinKind::Topmost:
      return "topmost";
    case PinKind::Bottommost:
      return "bottommost";
  }
  SKYDRAFT_ASSERT(false, "pin kind without a name");
  return {};
}

}  // namespace skydraft::model
