#pragma once

#include "understand/draft.hpp"

namespace skydraft::understand {

/// "- Frontend → Amplify", "- DNS → Route 53", "- Database → RDS": the arrows say what each part is made with, not
/// where anything goes. The parts become labels.
void settle_mapped_lists(Draft& draft);

}  // namespace skydraft::understand
