#pragma once

#include "understand/draft.hpp"

/// Headings that are components, and what stands under them.
namespace skydraft::understand {

/// "### Namespace `shop`": a kind, and the name of one in code. False: another form.
bool define_code_heading(Draft& draft, SectionId id);

/// The heading as a component of the one kind that it names.
void define_heading(Draft& draft, SectionId id);
/// "### orders-service" under "## Lambda Functions" is one of them; "### Payments Queue" is one anywhere.
void define_instance_heading(Draft& draft, SectionId id);
/// "### Ingress" with one ingress under it names that one; with several it names all of them.
void adopt_heading_name(Draft& draft, SectionId id);
/// Finds the container that a heading names in code or in a parenthesis.
void name_holder(Draft& draft, SectionId id);
/// What a section defines stands in the container that its heading, or one above, is.
void nest_in_heading(Draft& draft, SectionId id);
/// The section's own sections are instances of what its heading names.
bool heads_instances(const Draft& draft, SectionId id);

}  // namespace skydraft::understand
