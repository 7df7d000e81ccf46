#pragma once

#include "understand/classify.hpp"
#include "understand/diagram.hpp"
#include "understand/node_label.hpp"

/// What one box of a drawing is.
namespace skydraft::understand {

struct DrawnNode {
  NodeLabel label;  ///< without a name: no component
  std::string_view kind = "generic.service";
  bool certain = false;              ///< its words name the kind, and mean nothing else
  std::optional<ComponentId> known;  ///< the document names it elsewhere
};

struct NodeContext {
  std::string_view label, about;
  diagram::Shape shape = diagram::Shape::Plain;
  const catalogue::Kind* members = nullptr;  ///< what the box around it is full of
  bool wrapped = false;                      ///< names go on in the next line
  bool shared_title = false;                 ///< other boxes begin with the same line
  bool sequence = false;
  SectionId section;
};

DrawnNode read_node(Draft& draft, const NodeContext& context);

/// A box with others in it.
struct DrawnBox {
  enum class Role : std::uint8_t {
    Logical,    ///< only groups
    Container,  ///< a cloud, a network, a cluster, a machine, …
    Service     ///< a service with its parts in it
  };
  Role role = Role::Logical;
  const catalogue::Kind* kind = nullptr;  ///< what its title names; may be set for a logical one, too
  DrawnNode node;
};

DrawnBox read_box(Draft& draft, std::string_view label, std::string_view about, bool in_network, SectionId section);

/// The component of a drawn node, with all that its label says.
std::optional<ComponentId> define_drawn(Draft& draft, const DrawnNode& node, Span span, SectionId section);

}  // namespace skydraft::understand
