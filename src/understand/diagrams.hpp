#pragma once

#include "understand/diagram.hpp"
#include "understand/draft.hpp"

/// What a diagram shows as components, containment, relations and flows.
namespace skydraft::understand {

/// Requires  drawn.nodes and drawn.groups in the text of the entry's code block (offsets count in it).
/// Ensures   true if anything of it became a component or was found to be one that the document names elsewhere.
bool read_diagram(Draft& draft, const diagram::Diagram& drawn, EntryId id);

/// The line of a code block that an offset in its text stands in.
Span line_span(const md::Block& block, std::uint32_t offset);

}  // namespace skydraft::understand
