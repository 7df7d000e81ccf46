#pragma once

#include "cli/commands.hpp"

namespace skydraft::cli {

/// Says whether `args.picture` was drawn from `args.file` as it is now. Exit codes: 0 yes; 1 no (SKY0119), or the
/// picture does not say (SKY0118); 3 a file cannot be read.
int run_verify(const Arguments& args, pipeline::World& world, const Terminal& terminal);

}  // namespace skydraft::cli
