#pragma once

#include <functional>
#include <string_view>

#include "cli/arguments.hpp"
#include "cli/report.hpp"
#include "pipeline/pipeline.hpp"

namespace skydraft::cli {

/// Where people read: standard error for messages, standard output if it is a terminal.
struct Terminal {
  ReportStyle style;
  bool output_is_terminal = false;
  bool may_color = false;  ///< the person has not asked for plain text
  std::function<void(std::string_view)> say;
};

/// Does what the arguments ask for and returns the exit code.
int run_command(const Arguments& args, pipeline::World& world, const Terminal& terminal);

}  // namespace skydraft::cli
