#include "understand/diagram.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "understand/words.hpp"

namespace skydraft::understand::diagram {
namespace {

/// The length of a pictogram at text[at] (emoji, dingbat, joiner), 0 if there is none.
std::size_t pictogram_at(std::string_view text, std::size_t at) {
  const auto byte = [&](std::size_t i) { return at + i < text.size() ? static_cast<unsigned char>(text[at + i]) : 0U; };
  if (byte(0) == 0xF0 && byte(1) == 0x9F) return std::min<std::size_t>(4, text.size() - at);
  if (byte(0) == 0xE2 && ((byte(1) >= 0x98 && byte(1) <= 0x9E) || byte(1) == 0xAC || byte(1) == 0xAD))
    return std::min<std::size_t>(3, text.size() - at);
  if ((byte(0) == 0xEF && byte(1) == 0xB8 && byte(2) == 0x8F) ||
      (byte(0) == 0xE2 && byte(1) == 0x80 && byte(2) == 0x8D))
    return 3;
  return 0;
}

/// "fa:fa-user", "fab:fa-github": the name of an icon, its length; 0 if there is none.
std::size_t icon_at(std::string_view text, std::size_t at) {
  if (at > 0 && text[at - 1] != ' ' && text[at - 1] != '"') return 0;
  for (const std::string_view prefix : {"fa:", "fas:", "far:", "fab:", "fal:", "mdi:"})
    if (text.substr(at, prefix.size()) == prefix) {
      const std::size_t end = text.find_first_of(" \"\n<", at);
      return (end == std::string_view::npos ? text.size() : end) - at;
    }
  return 0;
}

constexpr std::array<std::pair<std::string_view, std::string_view>, 10> kEntities{{{"&amp;", "&"},
                                                                                   {"&lt;", "<"},
                                                                                   {"&gt;", ">"},
                                                                                   {"&quot;", "\""},
                                                                                   {"&nbsp;", " "},
                                                                                   {"&#39;", "'"},
                                                                                   {"#quot;", "\""},
                                                                                   {"#amp;", "&"},
                                                                                   {"#35;", "#"},
                                                                                   {"&#40;", "("}}};

bool is_tag(std::string_view inside) {
  return !inside.empty() && inside.size() <= 400 &&
         (inside.front() == '/' || (inside.front() >= 'a' && inside.front() <= 'z') ||
          (inside.front() >= 'A' && inside.front() <= 'Z'));
}

constexpr std::array<std::string_view, 17> kTags{"b",    "i",    "u", "em",  "strong", "span", "div",    "small", "big",
                                                 "font", "code", "p", "sub", "sup",    "a",    "center", "img"};

}  // namespace

std::string plain_label(std::string_view text) {
  std::string out;
  for (std::size_t i = 0; i < text.size();) {
    if (text[i] == '<') {
      const std::size_t close = text.find('>', i);
      const std::string_view inside =
          close == std::string_view::npos ? std::string_view{} : text.substr(i + 1, close - i - 1);
      if (is_tag(inside)) {
        std::string name = lower_of(inside);
        if (name.front() == '/') name.erase(0, 1);
        name = name.substr(0, name.find_first_of(" /"));
        if (name == "br" || std::ranges::find(kTags, name) != kTags.end()) {
          if (name == "br" || name == "p" || name == "div") out += '\n';
          i = close + 1;
          continue;
        }
      }
    }
    if (text[i] == '\\' && i + 1 < text.size() && text[i + 1] == 'n') {
      out += '\n';
      i += 2;
      continue;
    }
    if (const std::size_t skip = std::max(pictogram_at(text, i), icon_at(text, i)); skip > 0) {
      i += skip;
      continue;
    }
    if (text[i] == '&' || text[i] == '#') {
      const auto entity =
          std::ranges::find_if(kEntities, [&](const auto& e) { return text.substr(i, e.first.size()) == e.first; });
      if (entity != kEntities.end()) {
        out += entity->second;
        i += entity->first.size();
        continue;
      }
    }
    const bool bold = text.substr(i, 2) == "**" || text.substr(i, 2) == "__";
    if (bold && (i + 2 >= text.size() || i == 0 || text[i - 1] == ' ' || text[i + 2] == ' ' || text[i + 2] == '<')) {
      i += 2;
      continue;
    }
    if (text[i] != '"' && text[i] != '`' && text[i] != '\r') out += text[i];
    ++i;
  }
  std::string lines;
  for (std::size_t at = 0; at <= out.size();) {
    const std::size_t end = std::min(out.find('\n', at), out.size());
    if (const std::string_view line = trimmed(std::string_view(out).substr(at, end - at)); !line.empty()) {
      if (!lines.empty()) lines += '\n';
      lines += line;
    }
    at = end + 1;
  }
  return lines;
}

void Builder::node(const std::string& id, std::optional<std::string> label, Shape shape, std::string_view about) {
  if (id.empty()) return;
  const int group = open_.empty() ? -1 : open_.back();
  if (const auto box = group_of_.find(id); box != group_of_.end()) {
    nest(static_cast<int>(box->second), group);
    return;
  }
  const auto [it, added] = node_of_.try_emplace(id, diagram.nodes.size());
  if (added) {
    if (diagram.nodes.size() >= kMaxNodes) {
      node_of_.erase(it);
      return;
    }
    diagram.nodes.push_back({id, label ? *label : id, std::string(about), group, shape, offset, false});
    return;
  }
  Node& known = diagram.nodes[it->second];
  if (label && known.label == known.id) known.label = *label;
  if (known.shape == Shape::Plain) known.shape = shape;
  if (group >= 0 && known.parent < 0) known.parent = group;
}

/// A box that was drawn before and is named within another one stands in that.
void Builder::nest(int inner, int outer) {
  Group& group = diagram.groups[static_cast<std::size_t>(inner)];
  if (outer < 0 || group.parent >= 0) return;
  for (int at = outer; at >= 0; at = diagram.groups[static_cast<std::size_t>(at)].parent)
    if (at == inner) return;
  group.parent = outer;
}

void Builder::open_group(const std::string& id, std::string label, std::string_view about) {
  if (diagram.groups.size() >= kMaxNodes) return;
  const int around = open_.empty() ? -1 : open_.back();
  open_.push_back(static_cast<int>(diagram.groups.size()));
  group_of_.try_emplace(id, diagram.groups.size());
  diagram.groups.push_back({id, std::move(label), std::string(about), around, offset});
}

void Builder::close_group() {
  if (!open_.empty()) open_.pop_back();
}

void Builder::place(const std::string& node, const std::string& group) {
  const auto inner = node_of_.find(node), outer = group_of_.find(group);
  if (inner != node_of_.end() && outer != group_of_.end())
    diagram.nodes[inner->second].parent = static_cast<int>(outer->second);
  const auto box = group_of_.find(node);
  if (box != group_of_.end() && outer != group_of_.end() && outer->second < box->second)
    diagram.groups[box->second].parent = static_cast<int>(outer->second);
}

void Builder::edge(const std::string& from, const std::string& to, std::string label, bool both) {
  if (from.empty() || to.empty() || diagram.edges.size() >= kMaxEdges) return;
  diagram.edges.push_back({from, to, std::move(label), both, offset});
}

/// Boxes drawn before the one around them come behind it.
void Builder::outer_first() {
  const std::size_t n = diagram.groups.size();
  const auto later = [&](std::size_t i) { return diagram.groups[i].parent > static_cast<int>(i); };
  bool any = false;
  for (std::size_t i = 0; i < n; ++i) any = any || later(i);
  if (!any) return;
  std::vector<std::pair<int, std::size_t>> order;  // by depth
  for (std::size_t i = 0; i < n; ++i) {
    int depth = 0;
    for (int at = diagram.groups[i].parent; at >= 0; at = diagram.groups[static_cast<std::size_t>(at)].parent) ++depth;
    order.emplace_back(depth, i);
  }
  std::ranges::stable_sort(order, {}, &std::pair<int, std::size_t>::first);
  std::vector<int> place(n);
  std::vector<Group> groups;
  for (const auto& [depth, i] : order) {
    place[i] = static_cast<int>(groups.size());
    groups.push_back(std::move(diagram.groups[i]));
  }
  const auto moved = [&](int& parent) { parent = parent < 0 ? parent : place[static_cast<std::size_t>(parent)]; };
  for (Group& group : groups) moved(group.parent);
  for (Node& node : diagram.nodes) moved(node.parent);
  diagram.groups = std::move(groups);
}

Diagram Builder::take() {
  std::erase_if(diagram.nodes, [&](const Node& n) { return group_of_.contains(n.id); });
  outer_first();
  return std::move(diagram);
}

}  // namespace skydraft::understand::diagram
