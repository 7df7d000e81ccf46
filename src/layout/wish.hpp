#pragma once

#include <cstdint>

#include "layout/graph.hpp"

namespace skydraft::layout {

/// A wish about the place of `node`: on a side of `other` or on one line with it, or at an end of its own container
/// (`other` is then not used). Of nodes in different containers, those in the container of both that hold them are
/// meant.
struct Wish {
  enum class Kind : std::uint8_t {
    LeftOf,
    RightOf,
    Above,
    Below,
    SameRow,
    SameColumn,
    First,  ///< in the direction of its container; from here on about one node
    Last,
    Leftmost,
    Rightmost,
    Topmost,
    Bottommost
  };
  Kind kind = Kind::RightOf;
  NodeId node;
  NodeId other;
};

constexpr bool names_two(Wish::Kind kind) { return kind < Wish::Kind::First; }

/// Whether a wish came true, read off the places alone, however they were found.
///
/// One row    the boxes share at least half of the height of the lower one; one column likewise.
/// At an end  no box beside it in its container stands farther out.
bool comes_true(const Wish& wish, const SizedGraph& graph, const SideTable<NodeId, Rect>& rects);

/// The same for two boxes that stand so; for an end, of one box and one of those beside it.
bool comes_true(Wish::Kind kind, const Rect& box, const Rect& other);

}  // namespace skydraft::layout
