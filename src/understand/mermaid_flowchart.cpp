#include <algorithm>
#include <array>

#include "understand/mermaid.hpp"
#include "understand/words.hpp"

namespace skydraft::understand::mermaid {
namespace {

using diagram::plain_label;
using diagram::Shape;

constexpr int kMaxLabelLines = 8;

bool id_char(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' ||
         static_cast<unsigned char>(c) >= 0x80;
}

struct Outline {
  std::string_view open, close;
  Shape shape;
};

// Longest first where one begins another.
constexpr std::array<Outline, 14> kOutlines{{{"(((", ")))", Shape::Plain},
                                             {"([", "])", Shape::Terminal},
                                             {"((", "))", Shape::Plain},
                                             {"[[", "]]", Shape::Plain},
                                             {"[(", ")]", Shape::Database},
                                             {"[/", "/]", Shape::Plain},
                                             {"[/", "\\]", Shape::Plain},
                                             {"[\\", "\\]", Shape::Plain},
                                             {"[\\", "/]", Shape::Plain},
                                             {"{{", "}}", Shape::Plain},
                                             {"[", "]", Shape::Plain},
                                             {"(", ")", Shape::Plain},
                                             {"{", "}", Shape::Decision},
                                             {">", "]", Shape::Plain}}};

/// "shape: cyl" in "@{ … }".
Shape shape_named(std::string_view name) {
  if (name == "cyl" || name == "cylinder" || name == "db" || name == "database" || name == "lin-cyl" || name == "disk")
    return Shape::Database;
  if (name == "das" || name == "h-cyl") return Shape::Queue;
  if (name == "diam" || name == "diamond" || name == "decision" || name == "question") return Shape::Decision;
  return Shape::Plain;
}

/// The value of "key" in "@{ shape: cyl, label: "Orders" }".
std::string property(std::string_view text, std::string_view key) {
  std::size_t at = text.find(key);
  if (at == std::string_view::npos) return {};
  at = text.find(':', at);
  if (at == std::string_view::npos) return {};
  std::string_view rest = trimmed(text.substr(at + 1));
  if (!rest.empty() && rest.front() == '"') return std::string(rest.substr(1, rest.find('"', 1) - 1));
  return std::string(trimmed(rest.substr(0, rest.find_first_of(",}"))));
}

class Flowchart {
 public:
  explicit Flowchart(diagram::Builder& builder) : builder_(builder) {}

  /// One statement. A label in quotes may have brought line breaks with it.
  void statement(std::string_view line) {
    if (line == "end" || line.starts_with("end ")) {
      builder_.close_group();
      return;
    }
    if (line.starts_with("subgraph")) {
      subgraph(trimmed(line.substr(8)));
      return;
    }
    if (line.starts_with("title ")) {
      builder_.diagram.title = plain_label(line.substr(6));
      return;
    }
    for (const std::string_view word :
         {"style ", "classDef ", "class ", "click ", "linkStyle ", "direction ", "accTitle", "accDescr"})
      if (line.starts_with(word)) return;
    links(line);
  }

 private:
  void subgraph(std::string_view rest) {
    std::size_t at = 0;
    while (at < rest.size() && (id_char(rest[at]) || rest[at] == '-' || rest[at] == '.')) ++at;
    const std::string id(rest.substr(0, at));
    const std::size_t open = rest.find_first_not_of(' ', at);
    if (open != std::string_view::npos && !id.empty() && (rest[open] == '[' || rest[open] == '(')) {
      Shape shape = Shape::Plain;
      std::size_t end = open;
      builder_.open_group(id, bracketed(rest, end, shape));
      return;
    }
    // "subgraph Some title": the title is the id.
    const std::string label = plain_label(rest);
    builder_.open_group(label, label);
  }

  /// The label in the brackets at line[at]; `at` moves behind them.
  static std::string bracketed(std::string_view line, std::size_t& at, Shape& shape) {
    const Outline* best = nullptr;
    std::size_t from = 0, to = 0;
    for (const Outline& outline : kOutlines) {
      if (line.substr(at, outline.open.size()) != outline.open) continue;
      const std::size_t begin = at + outline.open.size();
      const std::size_t end = closing(line, begin, outline);
      // "[/opt] --> B[x/]": of two outlines that begin alike the one that ends first is meant.
      if (end == std::string_view::npos || (best && (outline.open.size() < best->open.size() || end >= to))) continue;
      best = &outline;
      from = begin;
      to = end;
    }
    if (!best) {  // never closed
      std::string label = plain_label(line.substr(at + 1));
      at = line.size();
      return label;
    }
    shape = best->shape;
    at = to + best->close.size();
    return plain_label(line.substr(from, to - from));
  }

  static std::size_t closing(std::string_view line, std::size_t from, const Outline& outline) {
    const std::size_t first = line.find_first_not_of(' ', from);
    if (first != std::string_view::npos && line[first] == '"') {
      const std::size_t quote = line.find('"', first + 1);
      const std::size_t end = quote == std::string_view::npos ? quote : line.find_first_not_of(' ', quote + 1);
      if (end != std::string_view::npos && line.substr(end, outline.close.size()) == outline.close) return end;
      if (quote != std::string_view::npos) return std::string_view::npos;
    }
    int depth = 0;
    for (std::size_t i = from; i < line.size(); ++i) {
      if (depth == 0 && line.substr(i, outline.close.size()) == outline.close) return i;
      if (line[i] == outline.open.back() && outline.open.back() != '/' && outline.open.back() != '\\') ++depth;
      if (line[i] == outline.close.front() && depth > 0) --depth;
    }
    return std::string_view::npos;
  }

  /// "A[Label] & B": the ids named; `at` moves behind them.
  std::vector<std::string> nodes_at(std::string_view line, std::size_t& at) {
    std::vector<std::string> ids;
    for (;;) {
      while (at < line.size() && (line[at] == ' ' || line[at] == '&' || line[at] == '\n')) ++at;
      const std::size_t from = at;
      while (
          at < line.size() &&
          (id_char(line[at]) || ((line[at] == '-' || line[at] == '.' || line[at] == '/' || line[at] == ':') &&
                                 at > from && at + 1 < line.size() && id_char(line[at + 1]) && id_char(line[at - 1]))))
        ++at;
      if (at == from) return ids;
      ids.push_back(node_at(line, std::string(line.substr(from, at - from)), at));
      const std::size_t next = line.find_first_not_of(' ', at);
      if (next == std::string_view::npos || line[next] != '&') return ids;
    }
  }

  /// What follows an id: its outline with the label, "@{ … }", ":::class".
  std::string node_at(std::string_view line, std::string id, std::size_t& at) {
    std::optional<std::string> label;
    Shape shape = Shape::Plain;
    if (at < line.size() && (line[at] == '[' || line[at] == '(' || line[at] == '{' ||
                             (line[at] == '>' && at + 1 < line.size() && line[at + 1] != ' ')))
      label = bracketed(line, at, shape);
    if (line.substr(at, 2) == "@{") {
      const std::size_t close = std::min(line.find('}', at), line.size() - 1);
      const std::string_view inside = line.substr(at, close + 1 - at);
      shape = shape_named(property(inside, "shape"));
      if (std::string named = property(inside, "label"); !named.empty()) label = plain_label(named);
      at = close + 1;
    }
    if (line.substr(at, 3) == ":::") {
      at += 3;
      while (at < line.size() && (id_char(line[at]) || line[at] == '-')) ++at;
    }
    builder_.node(id, label, shape);
    return id;
  }

  struct Link {
    bool found = false, both = false, back = false, hidden = false;
    std::string label;
  };

  static bool is_dash(char c) { return c == '-' || c == '=' || c == '.' || c == '~'; }

  /// A head at line[at]: '>', or an 'x' or 'o' that no id goes on with.
  static bool is_head(std::string_view line, std::size_t at) {
    if (at >= line.size()) return false;
    if (line[at] == '>') return true;
    return (line[at] == 'x' || line[at] == 'o') &&
           (at + 1 >= line.size() || line[at + 1] == ' ' || line[at + 1] == '|');
  }

  /// "e1@-->": a link may have an id of its own.
  static void skip_link_id(std::string_view line, std::size_t& at) {
    std::size_t end = at;
    while (end < line.size() && id_char(line[end])) ++end;
    if (end > at && end < line.size() && line[end] == '@') at = end + 1;
  }

  static Link link_at(std::string_view line, std::size_t& at) {
    Link link;
    while (at < line.size() && line[at] == ' ') ++at;
    skip_link_id(line, at);
    const std::size_t start = at;
    const bool tail =
        at < line.size() &&
        (line[at] == '<' || ((line[at] == 'o' || line[at] == 'x') && at + 2 < line.size() && is_dash(line[at + 1])));
    if (tail) ++at;
    std::size_t end = at;
    while (end < line.size() && is_dash(line[end])) ++end;
    if (end - at < 2) {
      at = start;
      return link;
    }
    link.found = true;
    link.hidden = line[at] == '~';
    bool head = is_head(line, end);
    if (head)
      ++end;
    else if (end - at == 2)
      head = inner_label(line, at, end, link.label);
    link.both = tail && head && line[start] == '<';
    link.back = tail && !head;
    at = end;
    while (at < line.size() && line[at] == ' ') ++at;
    if (at < line.size() && line[at] == '|')
      if (const std::size_t close = line.find('|', at + 1); close != std::string_view::npos) {
        link.label = plain_label(line.substr(at + 1, close - at - 1));
        at = close + 1;
      }
    return link;
  }

  /// "A -- text --> B": the text stands inside the link. True if the link has a head; `end` moves behind it.
  static bool inner_label(std::string_view line, std::size_t at, std::size_t& end, std::string& label) {
    const std::string_view mark = line[at] == '=' ? "==" : line.substr(at, 2) == "-." ? ".-" : "--";
    std::size_t from = line.find_first_not_of(' ', end);
    if (from == std::string_view::npos) return false;
    if (line[from] == '"')
      if (const std::size_t quote = line.find('"', from + 1); quote != std::string_view::npos) from = quote + 1;
    const std::size_t close = line.find(mark, from);
    if (close == std::string_view::npos || close == end) return false;
    label = plain_label(line.substr(end, close - end));
    end = close;
    while (end < line.size() && is_dash(line[end])) ++end;
    if (!is_head(line, end)) return false;
    ++end;
    return true;
  }

  void links(std::string_view line) {
    std::size_t at = 0;
    std::vector<std::string> left = nodes_at(line, at);
    while (!left.empty() && at < line.size()) {
      const Link link = link_at(line, at);
      if (!link.found) return;
      std::vector<std::string> right = nodes_at(line, at);
      if (!link.hidden)
        for (const std::string& a : left)
          for (const std::string& b : right) {
            if (builder_.diagram.edges.size() >= diagram::kMaxEdges) return;
            builder_.edge(link.back ? b : a, link.back ? a : b, link.label, link.both);
          }
      left = std::move(right);
    }
  }

  diagram::Builder& builder_;
};

bool quote_is_open(std::string_view text) { return std::ranges::count(text, '"') % 2 == 1; }

}  // namespace

void read_flowchart(diagram::Builder& builder, std::string_view text, std::uint32_t base) {
  Flowchart chart(builder);
  std::string pending;  // a statement whose label goes on in the next line
  int lines = 0;
  const auto read = [&](std::string_view line) {
    // Semicolons end statements, outside of labels.
    bool quoted = false;
    int depth = 0;
    std::size_t from = 0;
    for (std::size_t i = 0; i <= line.size(); ++i) {
      if (i == line.size() || (line[i] == ';' && !quoted && depth <= 0)) {
        if (const std::string_view part = trimmed(line.substr(from, i - from)); !part.empty()) chart.statement(part);
        from = i + 1;
        continue;
      }
      if (line[i] == '"') quoted = !quoted;
      if (line[i] == '[' || line[i] == '(' || line[i] == '{') ++depth;
      if (line[i] == ']' || line[i] == ')' || line[i] == '}') --depth;
    }
  };
  for_each_line(text, base, [&](std::string_view line, std::uint32_t offset) {
    if (pending.empty()) {
      builder.offset = offset;
      if (!quote_is_open(line)) {
        read(line);
        return;
      }
      pending = line;
      lines = 1;
      return;
    }
    pending += "<br/>";
    pending += line;
    if (!quote_is_open(pending) || ++lines > kMaxLabelLines) {
      read(pending);
      pending.clear();
    }
  });
  if (!pending.empty()) read(pending);
}

}  // namespace skydraft::understand::mermaid
