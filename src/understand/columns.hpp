#pragma once

#include <optional>
#include <string>
#include <vector>

#include "understand/draft.hpp"

/// What the columns of a table are, read from its header.
namespace skydraft::understand {

enum class TableUse : std::uint8_t {
  None,         ///< costs, inputs of a module, comparisons, decisions: no components
  Things,       ///< a row is a component
  Lists,        ///< a row groups components that one of its cells lists
  Steps,        ///< a row tells what happens next
  Connections,  ///< a row is a relation between two components
  Settings      ///< a row is a setting of the component that the table stands under
};

struct Columns {
  std::vector<std::string> keys;  ///< normalised headers
  TableUse use = TableUse::None;
  std::size_t name = 0;  ///< Things: the column that names the component; Lists: the one that names the group
  std::optional<std::size_t> kind, host, list, from, to;
  std::optional<std::size_t> told;  ///< of numbered rows: the column that tells what happens
  std::optional<std::size_t> weak;  ///< "Layer", "Tier": what part of the whole the row is about
};

/// "Depends on", "Calls", but not "Primary data store".
bool says_what_is_done(std::string_view key);

Columns columns_of(const Draft& draft, const md::Block& header);

}  // namespace skydraft::understand
