#pragma once

#include <string>
#include <string_view>
#include <vector>

/// Mermaid flowcharts, architecture, C4 and sequence diagrams as plain lists: what nodes there are, what holds them,
/// what arrows say. Reads what it knows and skips the rest; any text gives a diagram. Source: mermaid.js.org/syntax
/// (flowchart, sequenceDiagram, architecture-beta, C4).
namespace skydraft::understand::mermaid {

inline constexpr std::size_t kMaxNodes = 5000;

struct Node {
  std::string id;
  std::string label;         ///< markup removed; line breaks are '\n'
  int parent = -1;           ///< index in groups
  std::uint32_t offset = 0;  ///< where it is first named, in the block's text
};

struct Group {
  std::string id;
  std::string label;
  int parent = -1;
  std::uint32_t offset = 0;
};

struct Edge {
  std::string from, to;  ///< ids of nodes or groups
  std::string label;
  bool both = false;  ///< arrow heads at both ends
  std::uint32_t offset = 0;
};

struct Diagram {
  bool sequence = false;
  std::string title;
  std::vector<Node> nodes;
  std::vector<Group> groups;
  std::vector<Edge> edges;  ///< in the order of the text
};

/// True if the first telling line names a kind of diagram that is read.
bool is_diagram(std::string_view text);
Diagram parse(std::string_view text);

}  // namespace skydraft::understand::mermaid
