#pragma once

#include <map>
#include <string>
#include <vector>

#include "view/canvas.hpp"
#include "view/overview/survey.hpp"

/// The edges of the overview between components, before there are nodes: relations and steps merged, the redundant left
/// out.
namespace skydraft::view::overview {

struct Link {
  ComponentId from;
  ComponentId to;
  Strand strand = Strand::Traffic;
  std::vector<int> steps;
  std::vector<model::RelationId> relations;
  std::string label;
  bool inferred = false;
};

/// A step that is no edge: a badge just inside what it is about.
struct StepMark {
  ComponentId at;
  Strand strand = Strand::User;
  int number = 1;
};

struct Links {
  std::vector<Link> links;
  std::vector<StepMark> marks;
  std::map<ComponentId, std::vector<std::string>> told;  ///< relations that are facts of their source, not lines
};

Links find_links(const Survey& survey);

/// Puts the links on the canvas, between the nodes that show their ends. A link into a network that has a gateway on
/// its border goes by the gateway, numbered up to it.
void draw_links(const Survey& survey, const Links& links, Canvas& canvas);

}  // namespace skydraft::view::overview
