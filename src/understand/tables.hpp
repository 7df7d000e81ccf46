#pragma once

#include "understand/draft.hpp"

/// Tables whose first column names components.
namespace skydraft::understand {

/// A table in the section lists things of the kind that its heading names.
bool has_instance_table(const Draft& draft, SectionId section);
void read_tables(Draft& draft, SectionId section);

}  // namespace skydraft::understand
