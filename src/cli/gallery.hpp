#pragma once

#include "cli/commands.hpp"

namespace skydraft::cli {

/// Draws every document of the folder `args.file` into the folder `args.output`: NAME.svg (light and dark), NAME.html
/// and an index.html over them. A document that cannot be drawn is reported, named on the index, and the rest goes on.
/// Exit codes: 0; 1 a document has errors; 3 a folder cannot be read or written.
int run_gallery(const Arguments& args, pipeline::World& world, const Terminal& terminal);

}  // namespace skydraft::cli
