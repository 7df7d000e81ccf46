#pragma once

#include <optional>
#include <vector>

#include "layout/p4_place/plan.hpp"
#include "layout/placement.hpp"

/// What may float, and along which axis: see guides.hpp.
namespace skydraft::layout {

enum class FloatKind : std::uint8_t { Single, Column, Shelves, Gateways };

/// An edge that leaves a floating item.
struct FloatEdge {
  NodeId inner;
  NodeId outer;
  double weight = 1;
};

/// Boxes that move as one.
struct FloatItem {
  std::vector<NodeId> boxes;
  double gap_after = 0;
  double home = 0;  ///< start where nothing pulls
  std::vector<FloatEdge> edges;
};

struct FloatGroup {
  FloatKind kind{};
  NodeId container;  ///< inside which, or on whose border, the items move
  bool vertical = true;
  double margin_before = 0;
  double margin_after = 0;
  std::vector<FloatItem> items;  ///< in order
};

struct FloatRef {
  std::size_t group = 0;
  std::size_t item = 0;
};

struct Floats {
  std::vector<FloatGroup> groups;
  SideTable<NodeId, std::optional<FloatRef>> item_of;  ///< of the boxes themselves, not of what is inside
};

/// Also puts the gateways onto their borders.
Floats find_floats(const Plan& plan, Placement& placement);

}  // namespace skydraft::layout
