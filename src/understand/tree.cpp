#include "understand/tree.hpp"

#include <algorithm>
#include <array>

#include "understand/attributes.hpp"
#include "understand/node_label.hpp"
#include "understand/words.hpp"

namespace skydraft::understand::tree {
namespace {

constexpr std::array<std::string_view, 12> kDrawn{"├", "└", "│", "─", "━", "╰", "╭", "|", "`", "+", "-", "\\"};

struct Line {
  std::size_t depth = 0;  ///< columns before the name
  bool branch = false;    ///< a branch leads to it
  std::string name;
  std::uint32_t offset = 0;
};

/// "│   ├── VPC  # main" -> depth 8, "VPC".
Line line_of(std::string_view text, std::uint32_t offset) {
  Line line;
  std::size_t at = 0;
  for (; at < text.size();) {
    if (text[at] == ' ' || text[at] == '\t') {
      ++at;
      ++line.depth;
      continue;
    }
    const auto drawn = std::ranges::find_if(kDrawn, [&](std::string_view d) { return text.substr(at, d.size()) == d; });
    if (drawn == kDrawn.end()) {
      if (text.substr(at, 2) != "\xC2\xA0") break;  // a blank that does not break
      at += 2;
      ++line.depth;
      continue;
    }
    line.branch = line.branch || *drawn == "├" || *drawn == "└" || *drawn == "╰" || text.substr(at, 3) == "|--" ||
                  text.substr(at, 3) == "`--" || text.substr(at, 3) == "+--";
    at += drawn->size();
    ++line.depth;
  }
  line.offset = offset + static_cast<std::uint32_t>(at);
  std::string_view name = trimmed(text.substr(std::min(at, text.size())));
  for (const std::string_view remark : {" #", " //", " ←"})
    if (const std::size_t end = name.find(remark); end != std::string_view::npos) name = trimmed(name.substr(0, end));
  // "public-a   10.0.0.0/24   eu-west-1a": addresses and networks in columns are details of it; what else stands there
  // is a remark.
  const std::size_t column = std::min(name.find("  "), name.size());
  line.name = diagram::plain_label(name.substr(0, column));
  for (at = column; at < name.size();) {
    const std::size_t begin = std::min(name.find_first_not_of(' ', at), name.size());
    const std::size_t end = std::min(name.find("  ", begin), name.size());
    if (const std::string_view cell = name.substr(begin, end - begin);
        (is_cidr(cell) || cell.starts_with("VLAN ")) && !line.name.empty())
      line.name += "\n" + std::string(cell);
    at = end;
  }
  return line;
}

std::vector<Line> lines_of(std::string_view text) {
  std::vector<Line> lines;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find('\n', at), text.size());
    Line line = line_of(text.substr(at, end - at), static_cast<std::uint32_t>(at));
    if (!line.name.empty()) lines.push_back(std::move(line));
    at = end + 1;
  }
  return lines;
}

/// Folders end with a slash, files have an ending.
bool of_files(const std::vector<Line>& lines) {
  std::size_t files = 0;
  for (const Line& line : lines)
    if (line.name.ends_with('/') || line.name.starts_with('.') || is_file_name(line.name)) ++files;
  return files > 0;
}

}  // namespace

diagram::Diagram parse(std::string_view text) {
  const std::vector<Line> lines = lines_of(text);
  const auto branches = std::ranges::count_if(lines, &Line::branch);
  if (branches < 2 || static_cast<std::size_t>(branches) * 2 < lines.size() || of_files(lines)) return {};
  diagram::Builder builder;
  std::vector<std::size_t> open;  // depths of the groups around
  for (std::size_t i = 0; i < lines.size(); ++i) {
    const Line& line = lines[i];
    while (!open.empty() && open.back() >= line.depth) {
      builder.close_group();
      open.pop_back();
    }
    builder.offset = line.offset;
    const std::string id = "t" + std::to_string(i);
    if (i + 1 < lines.size() && lines[i + 1].depth > line.depth) {
      builder.open_group(id, line.name);
      open.push_back(line.depth);
    } else {
      builder.node(id, line.name);
    }
  }
  return builder.take();
}

}  // namespace skydraft::understand::tree
