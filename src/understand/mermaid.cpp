#include "understand/mermaid.hpp"

#include <array>
#include <optional>
#include <unordered_map>

#include "understand/words.hpp"

namespace skydraft::understand::mermaid {
namespace {

bool id_char(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' ||
         static_cast<unsigned char>(c) >= 0x80;
}

/// "<b>API</b><br/>v2" -> "API\nv2"
std::string plain(std::string_view text) {
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '<') {
      const std::size_t close = text.find('>', i);
      if (close != std::string_view::npos) {
        const std::string tag = lower_of(text.substr(i + 1, close - i - 1));
        if (tag.starts_with("br")) out += '\n';
        i = close;
        continue;
      }
    }
    if (text[i] == '\\' && i + 1 < text.size() && text[i + 1] == 'n') {
      out += '\n';
      ++i;
      continue;
    }
    if (text[i] != '"' && text[i] != '`') out += text[i];
  }
  return std::string(trimmed(out));
}

enum class Kind { None, Flowchart, Sequence, Architecture, C4 };

Kind kind_of(std::string_view line) {
  line = trimmed(line);
  const auto starts = [&](std::string_view word) {
    return line.starts_with(word) && (line.size() == word.size() || !id_char(line[word.size()]));
  };
  if (starts("graph") || starts("flowchart") || line.starts_with("flowchart-elk")) return Kind::Flowchart;
  if (starts("sequenceDiagram")) return Kind::Sequence;
  if (line.starts_with("architecture")) return Kind::Architecture;
  if (line.starts_with("C4")) return Kind::C4;
  return Kind::None;
}

class Parser {
 public:
  explicit Parser(std::string_view text) : text_(text) {}

  Diagram parse() {
    std::size_t at = 0;
    Kind kind = Kind::None;
    bool front_matter = false;
    while (at < text_.size()) {
      std::size_t end = text_.find('\n', at);
      if (end == std::string_view::npos) end = text_.size();
      std::string_view line = text_.substr(at, end - at);
      offset_ = static_cast<std::uint32_t>(at);
      at = end + 1;
      line = trimmed(line);
      if (line == "---") {
        front_matter = !front_matter;
        continue;
      }
      if (front_matter || line.empty() || line.starts_with("%%")) continue;
      if (kind == Kind::None) {
        kind = kind_of(line);
        diagram_.sequence = kind == Kind::Sequence;
        continue;
      }
      if (line.starts_with("title ")) {
        diagram_.title = plain(line.substr(6));
        continue;
      }
      read(kind, line);
    }
    return std::move(diagram_);
  }

 private:
  void read(Kind kind, std::string_view line) {
    switch (kind) {
      case Kind::Flowchart:
        flowchart(line);
        break;
      case Kind::Sequence:
        sequence(line);
        break;
      case Kind::Architecture:
        architecture(line);
        break;
      case Kind::C4:
        c4(line);
        break;
      case Kind::None:
        break;
    }
  }

  int current() const { return groups_.empty() ? -1 : groups_.back(); }

  void node(const std::string& id, std::optional<std::string> label) {
    if (id.empty() || group_of_.contains(id)) return;
    const auto [it, added] = node_of_.try_emplace(id, diagram_.nodes.size());
    if (added) {
      if (diagram_.nodes.size() >= kMaxNodes) return;
      diagram_.nodes.push_back({id, label ? *label : id, current(), offset_});
      return;
    }
    if (it->second >= diagram_.nodes.size()) return;
    Node& known = diagram_.nodes[it->second];
    if (label && known.label == known.id) known.label = *label;
    if (current() >= 0 && known.parent < 0) known.parent = current();
  }

  void group(std::string id, std::string label, int parent) {
    if (diagram_.groups.size() >= kMaxNodes) return;
    group_of_.try_emplace(id, diagram_.groups.size());
    diagram_.groups.push_back({std::move(id), std::move(label), parent, offset_});
  }

  void edge(const std::string& from, const std::string& to, std::string label, bool both = false) {
    if (diagram_.edges.size() < kMaxNodes * 4 && !from.empty() && !to.empty())
      diagram_.edges.push_back({from, to, std::move(label), both, offset_});
  }

  // --- flowchart

  void flowchart(std::string_view line) {
    if (!line.empty() && line.back() == ';') line.remove_suffix(1);
    if (line.starts_with("subgraph")) {
      subgraph(trimmed(line.substr(8)));
      return;
    }
    if (line == "end") {
      if (!groups_.empty()) groups_.pop_back();
      return;
    }
    for (const std::string_view word :
         {"classDef", "class ", "style ", "linkStyle", "click ", "direction", "accTitle", "accDescr"})
      if (line.starts_with(word)) return;
    statement(line);
  }

  void subgraph(std::string_view rest) {
    std::size_t at = 0;
    std::string id, label;
    if (!rest.empty() && rest[0] != '"') {
      while (at < rest.size() && (id_char(rest[at]) || rest[at] == '-' || rest[at] == '.')) ++at;
      id = std::string(rest.substr(0, at));
      const std::string_view after = trimmed(rest.substr(at));
      if (!after.empty() && (after[0] == '[' || after[0] == '('))
        label = bracketed(after, 0).second;
      else if (!after.empty()) {
        label = plain(rest);
        id = label;
      } else
        label = id;
    } else {
      label = plain(rest);
      id = label;
    }
    const int parent = current();
    groups_.push_back(static_cast<int>(diagram_.groups.size()));
    group(id, label, parent);
  }

  /// The text in the brackets at `at`, and where they end.
  std::pair<std::size_t, std::string> bracketed(std::string_view line, std::size_t at) const {
    std::size_t open = at;
    while (open < line.size() && (line[open] == '[' || line[open] == '(' || line[open] == '{' || line[open] == '>' ||
                                  line[open] == '/' || line[open] == '\\'))
      ++open;
    std::size_t end = open;
    if (open < line.size() && line[open] == '"') {
      end = line.find('"', open + 1);
      if (end == std::string_view::npos)
        end = line.size();
      else
        ++end;
    } else {
      int depth = 0;
      while (end < line.size()) {
        const char c = line[end];
        if (c == '(' || c == '[' || c == '{') ++depth;
        if (c == ')' || c == ']' || c == '}') {
          if (depth == 0) break;
          --depth;
        }
        ++end;
      }
    }
    std::string label = plain(line.substr(open, end - open));
    while (end < line.size() &&
           (line[end] == ']' || line[end] == ')' || line[end] == '}' || line[end] == '/' || line[end] == '\\'))
      ++end;
    return {end, std::move(label)};
  }

  /// "A[Label] & B": the ids named, and where they end.
  std::vector<std::string> nodes_at(std::string_view line, std::size_t& at) {
    std::vector<std::string> ids;
    for (;;) {
      while (at < line.size() && (line[at] == ' ' || line[at] == '&')) ++at;
      const std::size_t from = at;
      while (at < line.size() &&
             (id_char(line[at]) || ((line[at] == '-' || line[at] == '.') && at > from && at + 1 < line.size() &&
                                    id_char(line[at + 1]) && id_char(line[at - 1]))))
        ++at;
      if (at == from) return ids;
      const std::string id(line.substr(from, at - from));
      std::optional<std::string> label;
      if (at < line.size() && (line[at] == '[' || line[at] == '(' || line[at] == '{' ||
                               (line[at] == '>' && at + 1 < line.size() && line[at + 1] != ' '))) {
        auto [end, text] = bracketed(line, at);
        at = end;
        label = std::move(text);
      }
      if (line.substr(at, 2) == "@{") {
        const std::size_t close = line.find('}', at);
        at = close == std::string_view::npos ? line.size() : close + 1;
      }
      if (line.substr(at, 3) == ":::") {
        at += 3;
        while (at < line.size() && (id_char(line[at]) || line[at] == '-')) ++at;
      }
      node(id, label);
      ids.push_back(id);
      std::size_t next = at;
      while (next < line.size() && line[next] == ' ') ++next;
      if (next >= line.size() || line[next] != '&') return ids;
    }
  }

  struct Link {
    bool found = false, both = false, back = false;
    std::string label;
  };

  Link link_at(std::string_view line, std::size_t& at) const {
    Link link;
    while (at < line.size() && line[at] == ' ') ++at;
    const std::size_t from = at;
    const bool back =
        at < line.size() && (line[at] == '<' || ((line[at] == 'o' || line[at] == 'x') && at + 2 < line.size() &&
                                                 line[at + 1] == '-' && line[at + 2] == '-'));
    if (back) ++at;
    const auto dash = [](char c) { return c == '-' || c == '=' || c == '.' || c == '~'; };
    std::size_t end = at;
    while (end < line.size() && dash(line[end])) ++end;
    if (end - at < 2) {
      at = from;
      return link;
    }
    bool head = end < line.size() && line[end] == '>';
    if (!head && end < line.size() && (line[end] == 'x' || line[end] == 'o') &&
        (end + 1 >= line.size() || line[end + 1] == ' ' || line[end + 1] == '|'))
      head = true;
    if (head)
      ++end;
    else if (end < line.size() && line[end] != '|') {
      // "A -- text --> B": the text stands inside the link.
      const std::size_t close = [&] {
        for (std::size_t i = end + 1; i + 1 < line.size(); ++i)
          if (dash(line[i]) && dash(line[i + 1]) && (line[i] != '.' || line[i + 1] == '-')) return i;
        return std::string_view::npos;
      }();
      const std::string_view inner =
          close == std::string_view::npos ? std::string_view{} : line.substr(end, close - end);
      if (close != std::string_view::npos && line[end] == ' ' &&
          inner.find_first_of("[]{}&") == std::string_view::npos && line.find_first_of("[({", end) > close) {
        std::size_t tail = close;
        while (tail < line.size() && dash(line[tail])) ++tail;
        head = tail < line.size() && (line[tail] == '>' || line[tail] == 'x' || line[tail] == 'o');
        const std::string_view after = trimmed(line.substr(tail));
        if (head || (line.substr(end, 1) == " " && !after.empty())) {
          link.label = plain(inner);
          end = head ? tail + 1 : tail;
        }
      }
    }
    link.found = true;
    link.both = back && head;
    link.back = back && !head;
    at = end;
    while (at < line.size() && line[at] == ' ') ++at;
    if (at < line.size() && line[at] == '|') {
      const std::size_t close = line.find('|', at + 1);
      if (close != std::string_view::npos) {
        link.label = plain(line.substr(at + 1, close - at - 1));
        at = close + 1;
      }
    }
    return link;
  }

  void statement(std::string_view line) {
    std::size_t at = 0;
    std::vector<std::string> left = nodes_at(line, at);
    while (!left.empty() && at < line.size()) {
      const Link link = link_at(line, at);
      if (!link.found) return;
      std::vector<std::string> right = nodes_at(line, at);
      for (const std::string& a : left)
        for (const std::string& b : right) {
          if (link.back)
            edge(b, a, link.label);
          else
            edge(a, b, link.label, link.both);
        }
      left = std::move(right);
    }
  }

  // --- sequence

  void sequence(std::string_view line) {
    for (const std::string_view word : {"participant ", "actor ", "create participant ", "create actor "})
      if (line.starts_with(word)) {
        const std::string_view rest = trimmed(line.substr(word.size()));
        const std::size_t as = rest.find(" as ");
        if (as == std::string_view::npos)
          node(plain(rest), std::nullopt);
        else
          node(plain(rest.substr(0, as)), plain(rest.substr(as + 4)));
        return;
      }
    for (const std::string_view arrow : {"<<-->>", "<<->>", "-->>", "->>", "--x", "-x", "--)", "-)", "-->", "->"}) {
      const std::size_t at = line.find(arrow);
      const std::size_t colon = line.find(':');
      if (at == std::string_view::npos || at == 0 || (colon != std::string_view::npos && at > colon)) continue;
      const std::string from = plain(line.substr(0, at));
      std::string_view rest = line.substr(at + arrow.size());
      const std::size_t stop = rest.find(':');
      std::string to = plain(rest.substr(0, stop));
      while (!to.empty() && (to[0] == '+' || to[0] == '-' || to[0] == ' ')) to.erase(0, 1);
      node(from, std::nullopt);
      node(to, std::nullopt);
      // A dashed arrow is the answer to a call, not a call.
      if (!arrow.starts_with("--"))
        edge(from, to, stop == std::string_view::npos ? std::string() : plain(rest.substr(stop + 1)));
      return;
    }
  }

  // --- architecture-beta: "service db(database)[Database] in api", "db:L -- R:server"

  void architecture(std::string_view line) {
    const bool is_group = line.starts_with("group "), is_service = line.starts_with("service ");
    if (is_group || is_service) {
      std::string_view rest = trimmed(line.substr(is_group ? 6 : 8));
      std::size_t at = 0;
      while (at < rest.size() && (id_char(rest[at]) || rest[at] == '-')) ++at;
      const std::string id(rest.substr(0, at));
      std::string label = id;
      if (at < rest.size() && rest[at] == '(') {
        const std::size_t close = rest.find(')', at);
        at = close == std::string_view::npos ? rest.size() : close + 1;
      }
      if (at < rest.size() && rest[at] == '[') {
        auto [end, text] = bracketed(rest, at);
        at = end;
        label = text;
      }
      int parent = -1;
      if (const std::size_t in = rest.find(" in ", at); in != std::string_view::npos)
        if (const auto it = group_of_.find(std::string(trimmed(rest.substr(in + 4)))); it != group_of_.end())
          parent = static_cast<int>(it->second);
      if (is_group) {
        group(id, label, parent);
        return;
      }
      node(id, label);
      if (const auto it = node_of_.find(id); it != node_of_.end() && it->second < diagram_.nodes.size())
        diagram_.nodes[it->second].parent = parent;
      return;
    }
    std::size_t at = 0;
    const std::string from = side(line, at);
    while (at < line.size() && line[at] == ' ') ++at;
    const std::size_t begin = at;
    while (at < line.size() && (line[at] == '<' || line[at] == '-' || line[at] == '>')) ++at;
    const std::string_view arrow = line.substr(begin, at - begin);
    const std::string to = side(line, at);
    if (from.empty() || to.empty() || arrow.find("--") == std::string_view::npos) return;
    if (arrow.starts_with("<") && !arrow.ends_with(">"))
      edge(to, from, {});
    else
      edge(from, to, {}, arrow.starts_with("<"));
  }

  /// "db:L" or "R:server", with an optional "{group}".
  std::string side(std::string_view line, std::size_t& at) const {
    while (at < line.size() && line[at] == ' ') ++at;
    const std::size_t from = at;
    while (at < line.size() && line[at] != ' ' && line[at] != '<' && line.substr(at, 2) != "--" &&
           line.substr(at, 2) != "->")
      ++at;
    std::string_view text = line.substr(from, at - from);
    if (const std::size_t brace = text.find('{'); brace != std::string_view::npos) text = text.substr(0, brace);
    const std::size_t colon = text.find(':');
    if (colon == std::string_view::npos) return std::string(text);
    return std::string(colon == 1 && text.size() > 2 ? text.substr(2) : text.substr(0, colon));
  }

  // --- C4: Person(id, "Name"), Container_Boundary(id, "Name") { … }, Rel(a, b, "label")

  void c4(std::string_view line) {
    if (line == "}") {
      if (!groups_.empty()) groups_.pop_back();
      return;
    }
    const std::size_t open = line.find('(');
    const std::size_t close = line.rfind(')');
    if (open == std::string_view::npos || close == std::string_view::npos || close < open) return;
    const std::string_view macro = trimmed(line.substr(0, open));
    const std::vector<std::string> arguments = split(line.substr(open + 1, close - open - 1));
    if (arguments.size() < 2) return;
    if (macro.starts_with("Rel") || macro.starts_with("BiRel")) {
      if (macro == "Rel_Back")
        edge(arguments[1], arguments[0], arguments.size() > 2 ? arguments[2] : std::string());
      else
        edge(arguments[0], arguments[1], arguments.size() > 2 ? arguments[2] : std::string(),
             macro.starts_with("BiRel"));
      return;
    }
    if (macro.find("Boundary") != std::string_view::npos || macro.starts_with("Deployment_Node") ||
        macro.starts_with("Node")) {
      const int parent = current();
      if (line.ends_with('{')) groups_.push_back(static_cast<int>(diagram_.groups.size()));
      group(arguments[0], arguments[1], parent);
      return;
    }
    if (macro.starts_with("Update")) return;
    node(arguments[0], arguments[1]);
  }

  static std::vector<std::string> split(std::string_view text) {
    std::vector<std::string> parts(1);
    bool quoted = false;
    for (const char c : text) {
      if (c == '"')
        quoted = !quoted;
      else if (c == ',' && !quoted)
        parts.emplace_back();
      else
        parts.back() += c;
    }
    for (std::string& part : parts) part = std::string(trimmed(part));
    return parts;
  }

  std::string_view text_;
  Diagram diagram_;
  std::vector<int> groups_;
  std::unordered_map<std::string, std::size_t> node_of_, group_of_;
  std::uint32_t offset_ = 0;
};

}  // namespace

bool is_diagram(std::string_view text) {
  bool front_matter = false;
  for (std::size_t at = 0; at < text.size();) {
    std::size_t end = text.find('\n', at);
    if (end == std::string_view::npos) end = text.size();
    const std::string_view line = trimmed(text.substr(at, end - at));
    at = end + 1;
    if (line == "---") {
      front_matter = !front_matter;
      continue;
    }
    if (front_matter || line.empty() || line.starts_with("%%")) continue;
    return kind_of(line) != Kind::None;
  }
  return false;
}

Diagram parse(std::string_view text) { return Parser(text).parse(); }

}  // namespace skydraft::understand::mermaid
