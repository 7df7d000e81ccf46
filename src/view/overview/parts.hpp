#pragma once

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "view/blocks.hpp"
#include "view/canvas.hpp"
#include "view/frames.hpp"
#include "view/overview/links.hpp"
#include "view/overview/survey.hpp"

/// What every builder of a part of the overview works with, and the blocks of single components.
namespace skydraft::view::overview {

struct Draft {
  Draft(const Survey& survey, const Links& links, Canvas& canvas);

  const Survey& survey;
  const Links& links;
  Canvas& canvas;
  bool in_columns = false;  ///< the page is drawn in columns of full height, not in layers
  /// The notes are a card of the wall beside columns of full height.
  bool has_note_card() const { return in_columns && survey.selection() == nullptr; }
  std::optional<layout::NodeId> wall;  ///< where the annotation card goes, once all else stands

  /// A sort key: at which numbered step it comes in, as source before target; kNoStep if no step names it.
  int first_step(ComponentId id) const { return first_step_[id.index]; }
  static constexpr int kNoStep = 1'000'000;

  /// The links that end at it, itself and not what stands in it.
  std::span<const Link* const> links_of(ComponentId id) const { return links_of_[id.index]; }
  bool is_linked(ComponentId id) const { return linked_[id.index]; }  ///< some edge ends at it, or in it

 private:
  std::vector<bool> linked_;
  std::vector<std::vector<const Link*>> links_of_;
  std::vector<int> first_step_;
};

/// Fills in what is the component's own: key, components, tooltip, inferred, replicas.
void sign(const Survey& survey, ComponentId id, Block& block);

Block node_block(const Draft& draft, ComponentId id, const IconStyle& style);
Block frame_block(const Survey& survey, ComponentId id, Look look);
Look look_of(const Survey& survey, ComponentId frame);

Description description_of(const Draft& draft, ComponentId id);

layout::NodeId add_node(Draft& draft, layout::NodeId parent, ComponentId id, const IconStyle& style,
                        layout::Slot slot = {});

}  // namespace skydraft::view::overview
