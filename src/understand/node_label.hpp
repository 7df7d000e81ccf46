#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "understand/words.hpp"

/// What people write into a box: a name, what it is, how many, and facts below.
namespace skydraft::understand {

struct NodeLabel {
  std::string name;                ///< "Orders" of "Lambda: Orders (2)\n- Go 1.22"
  std::string written;             ///< the line that names it, whole
  std::string kind_word;           ///< "Lambda"; empty: no colon
  std::vector<std::string> aside;  ///< "2": what stands in parentheses after the name
  std::vector<std::string> lines;  ///< what stands below the name
  std::vector<std::string> facts;  ///< bullets below it, without the bullets

  std::string details() const;  ///< asides, lines and facts as one text
};

/// Requires  lines of `label` separated by '\n'.
/// Ensures   name is empty if nothing in the label can be one.
NodeLabel split_label(std::string_view label);

/// True for a line that says something about the name above it rather than going on with it: a bullet, a parenthesis, a
/// setting, a number.
bool is_detail_line(std::string_view line);

/// "main.tf", "./run.sh", "src/app/": what stands on a disk, not in an architecture.
bool is_file_name(std::string_view name);
/// "Run tests", "Validate the schema": what somebody does.
bool is_step(const std::vector<Word>& words);

}  // namespace skydraft::understand
