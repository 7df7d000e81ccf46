#pragma once

#include <string_view>

#include "understand/diagram.hpp"

/// PlantUML's component, deployment and sequence diagrams, and C4's macros in them. Other kinds (classes, states,
/// activities) are no architecture and give an empty diagram. Source: plantuml.com/component-diagram,
/// /deployment-diagram, /sequence-diagram.
namespace skydraft::understand::plantuml {

bool is_diagram(std::string_view text);  ///< begins with "@startuml"
diagram::Diagram parse(std::string_view text);

}  // namespace skydraft::understand::plantuml
