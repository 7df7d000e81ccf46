#pragma once

#include <vector>

#include "layout/layered.hpp"
#include "layout/p4_place/plan.hpp"

/// A layered arrangement that starts from places: those of an earlier drawing, or those just found, where wishes are
/// still open.
namespace skydraft::layout {

struct InsertionInput {
  const LayeredInput& layered;           ///< the boxes and arcs to be placed
  const LayeredResult& fresh;            ///< how they are placed with nothing given
  const std::vector<Rect>& before;       ///< of each box in the earlier drawing, any origin; empty: new
  const std::vector<double>& lines;      ///< px from each box's top to the line on which it is aligned with neighbours
  const std::vector<ChildWish>& wishes;  ///< about boxes, by their index
};

/// Boxes with a place keep their order along both axes and give way by as much as sizes and new boxes need. Every new
/// box takes the best place beside one that stands: near its neighbours, free, along the flow, without making the whole
/// larger on its page. So do boxes of wishes that have not come true, among the places where they do.
///
/// The fresh arrangement is the base instead if nothing stood before, the boxes are more than kMostBoxes, or keeping
/// the places would make the drawing much smaller on its page. Ensures   boxes are disjoint; none left or above of 0.
/// Source    constraints by the axis on which two boxes were apart: T. Dwyer, K. Marriott, P. J. Stuckey, "Fast Node
///           Overlap Removal", GD 2005, LNCS 3843; here each is met by moving right or down, in one pass an axis.
/// Cost      boxes squared for each new box.
LayeredResult place_by_insertion(const InsertionInput& input);

inline constexpr std::size_t kMostBoxes = 300;

}  // namespace skydraft::layout
