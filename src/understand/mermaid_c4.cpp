#include <algorithm>

#include "understand/mermaid.hpp"
#include "understand/words.hpp"

namespace skydraft::understand::mermaid {
namespace {

using diagram::plain_label;
using diagram::Shape;

/// The arguments of a macro; those given by name ("$tags=…") are left out.
std::vector<std::string> arguments_of(std::string_view text) {
  std::vector<std::string> all(1);
  bool quoted = false;
  for (const char c : text) {
    if (c == '"') quoted = !quoted;
    if (c == ',' && !quoted)
      all.emplace_back();
    else
      all.back() += c;
  }
  std::vector<std::string> arguments;
  for (const std::string& argument : all)
    if (const std::string_view plain = trimmed(argument); !plain.starts_with('$'))
      arguments.push_back(plain_label(plain));
  return arguments;
}

bool is_boundary(std::string_view macro) {
  return macro.ends_with("Boundary") || macro.starts_with("Deployment_Node") || macro == "Node" || macro == "Node_L" ||
         macro == "Node_R";
}

Shape shape_of(std::string_view macro) {
  if (macro.starts_with("Person")) return Shape::Person;
  if (macro.find("Db") != std::string_view::npos) return Shape::Database;
  if (macro.find("Queue") != std::string_view::npos) return Shape::Queue;
  return macro.ends_with("_Ext") ? Shape::External : Shape::Plain;
}

bool is_element(std::string_view macro) {
  return macro.starts_with("Person") || macro.starts_with("System") || macro.starts_with("Container") ||
         macro.starts_with("Component");
}

}  // namespace

bool read_c4_line(diagram::Builder& builder, std::string_view line) {
  const std::size_t open = line.find('('), close = line.rfind(')');
  if (open == std::string_view::npos || close == std::string_view::npos || close < open) return false;
  const std::string_view macro = trimmed(line.substr(0, open));
  const std::vector<std::string> arguments = arguments_of(line.substr(open + 1, close - open - 1));
  if (arguments.size() < 2 || macro.starts_with("Update")) return false;
  const auto argument = [&](std::size_t i) { return i < arguments.size() ? arguments[i] : std::string(); };
  if (macro.starts_with("Rel") || macro.starts_with("BiRel")) {
    const bool back = macro.starts_with("Rel_Back");
    builder.edge(arguments[back ? 1 : 0], arguments[back ? 0 : 1], argument(2), macro.starts_with("BiRel"));
    return true;
  }
  if (is_boundary(macro)) {
    builder.open_group(arguments[0], arguments[1], argument(2));
    if (!line.ends_with('{')) builder.close_group();
    return true;
  }
  if (!is_element(macro)) return false;
  const std::string about = argument(2) + (argument(3).empty() ? "" : "\n" + argument(3));
  builder.node(arguments[0], arguments[1], shape_of(macro), about);
  return true;
}

void read_c4(diagram::Builder& builder, std::string_view text, std::uint32_t base) {
  for_each_line(text, base, [&](std::string_view line, std::uint32_t offset) {
    builder.offset = offset;
    if (line == "}")
      builder.close_group();
    else if (line.starts_with("title "))
      builder.diagram.title = plain_label(line.substr(6));
    else
      read_c4_line(builder, line);
  });
}

}  // namespace skydraft::understand::mermaid
