#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

/// What somebody drew, whatever they drew it with: nodes, boxes around them, lines between them. Mermaid, PlantUML and
/// drawings made of characters are all read into this; one reader (diagrams.cpp) turns it into components.
namespace skydraft::understand::diagram {

inline constexpr std::size_t kMaxNodes = 5000;
inline constexpr std::size_t kMaxEdges = 4 * kMaxNodes;

/// What an outline says about a node, whatever its label says.
enum class Shape : std::uint8_t {
  Plain,
  Person,
  Database,  ///< a cylinder
  Queue,
  External,  ///< drawn as a system of somebody else
  Decision,  ///< a diamond: the drawing is of a procedure
  Terminal   ///< where a procedure begins or ends
};

struct Node {
  std::string id;
  std::string label;  ///< markup removed; line breaks are '\n'
  std::string about;  ///< what is said of it beside its label: technology, description, icon; may be empty
  int parent = -1;    ///< index in groups
  Shape shape = Shape::Plain;
  std::uint32_t offset = 0;  ///< where it is first named, in the block's text
  bool listed = false;       ///< one of several in a line of a box: a thing only if it is called so
};

struct Group {
  std::string id;
  std::string label;
  std::string about;
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
  bool sequence = false;  ///< the edges are messages, in the order of time
  bool wrapped = false;   ///< names are broken over lines for lack of room
  std::string title;
  std::vector<Node> nodes;
  std::vector<Group> groups;  ///< a group stands after the group around it
  std::vector<Edge> edges;    ///< in the order of the text

  bool empty() const { return nodes.empty() && groups.empty(); }
};

/// Collects a diagram whose parts are named by ids, in any order.
class Builder {
 public:
  Diagram diagram;
  std::uint32_t offset = 0;  ///< where the text is being read

  /// A node is declared or only named: the first label counts, and the first group that it stands in.
  void node(const std::string& id, std::optional<std::string> label, Shape shape = Shape::Plain,
            std::string_view about = {});
  void open_group(const std::string& id, std::string label, std::string_view about = {});
  void close_group();
  bool in_group() const { return !open_.empty(); }
  /// Puts a node into a group that need not be open; unknown ids are left alone.
  void place(const std::string& node, const std::string& group);
  void edge(const std::string& from, const std::string& to, std::string label, bool both = false);
  bool is_group(const std::string& id) const { return group_of_.contains(id); }
  /// The diagram without nodes that turned out to be groups.
  Diagram take();

 private:
  void nest(int inner, int outer);
  void outer_first();

  std::vector<int> open_;
  std::unordered_map<std::string, std::size_t> node_of_, group_of_;
};

/// A label as plain text: "<b>API</b><br/>v2 fa:fa-cloud" -> "API\nv2".
std::string plain_label(std::string_view text);

}  // namespace skydraft::understand::diagram
