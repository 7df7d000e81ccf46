#pragma once

#include <span>
#include <string>
#include <vector>

#include "view/overview/parts.hpp"

/// The builders of the overview's parts. Each adds what it is given to the canvas inside `parent`; which one serves a
/// frame follows from what the frame holds (build_frame).
namespace skydraft::view::overview {

/// Any frame, with what is in it.
layout::NodeId build_frame(Draft& draft, layout::NodeId parent, ComponentId frame, layout::Slot slot = {});

/// A network whose tiers are known: zones as columns, tiers as rows, bands across them.
layout::NodeId build_zonal_network(Draft& draft, layout::NodeId parent, ComponentId network);

/// A cluster: namespaces side by side, system first and observability last; without namespaces by its edges.
layout::NodeId build_cluster(Draft& draft, layout::NodeId parent, ComponentId cluster, layout::Slot slot, int zones);

/// Adds an unframed wall with a card for each category; if `annotated`, it is where the annotation card will go. Adds
/// nothing if there are no members.
void build_wall(Draft& draft, layout::NodeId parent, std::span<const ComponentId> members, bool annotated);

/// Several things that only one other has to do with, each in the same way: one line to a card of them says it all.
struct Fan {
  ComponentId partner;
  std::vector<ComponentId> members;
  std::string title;
};

std::vector<Fan> find_fans(const Draft& draft, std::span<const ComponentId> members);
void add_fan(Draft& draft, layout::NodeId parent, const Fan& fan);

/// Members with edges in layers, by the flow; the others in cards beside them.
void build_layered(Draft& draft, layout::NodeId container, std::span<const ComponentId> members, bool annotated);

/// Page columns from left to right: people and tools, edge, delivery, networks, cards, other regions.
void build_columns(Draft& draft, layout::NodeId container, std::span<const ComponentId> members, bool annotated);

/// The frame, or one inside it, holds a zonal network: it is drawn in columns.
bool holds_zonal_network(const Survey& survey, ComponentId frame);

/// The card of what applies to everything: policies and folded components, in few words, and last whatever no other
/// builder has shown. Called once, when all else stands; adds nothing if there is nothing to say.
void build_annotations(Draft& draft);

}  // namespace skydraft::view::overview
