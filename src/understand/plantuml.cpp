#include "understand/plantuml.hpp"

#include <algorithm>
#include <array>

#include "understand/mermaid.hpp"
#include "understand/words.hpp"

namespace skydraft::understand::plantuml {
namespace {

using diagram::plain_label;
using diagram::Shape;

struct Element {
  std::string_view word;
  Shape shape;
};

constexpr std::array<Element, 26> kElements{
    {{"actor", Shape::Person},      {"person", Shape::Person},     {"database", Shape::Database},
     {"queue", Shape::Queue},       {"component", Shape::Plain},   {"node", Shape::Plain},
     {"cloud", Shape::Plain},       {"package", Shape::Plain},     {"rectangle", Shape::Plain},
     {"frame", Shape::Plain},       {"folder", Shape::Plain},      {"storage", Shape::Plain},
     {"artifact", Shape::Plain},    {"agent", Shape::Plain},       {"boundary", Shape::Plain},
     {"control", Shape::Plain},     {"collections", Shape::Plain}, {"card", Shape::Plain},
     {"hexagon", Shape::Plain},     {"interface", Shape::Plain},   {"stack", Shape::Plain},
     {"participant", Shape::Plain}, {"entity", Shape::Plain},      {"container", Shape::Plain},
     {"together", Shape::Plain},    {"group", Shape::Plain}}};

/// Words that only diagrams of other kinds begin a line with.
bool is_foreign(std::string_view line) {
  for (const std::string_view word :
       {"class ", "abstract ", "enum ", "state ", "start", "stop", "[*]", "usecase ", "object ", "partition ", "|"})
    if (line.starts_with(word)) return true;
  return line.front() == ':' && line.back() == ';';
}

bool is_link_char(char c) { return c == '-' || c == '.' || c == '='; }

class Reader {
 public:
  diagram::Diagram read(std::string_view text) {
    int foreign = 0;
    bool participants = false, components = false;
    mermaid::for_each_line(text, 0, [&](std::string_view line, std::uint32_t) {
      if (is_foreign(line)) ++foreign;
      participants = participants || line.starts_with("participant ") || line.starts_with("activate ");
      components = components || line.front() == '[' || line.ends_with('{') || line.starts_with("component ") ||
                   line.starts_with("node ") || line.starts_with("Rel");
    });
    if (foreign > 0) return {};
    if (participants && !components) {
      mermaid::read_sequence(builder_, text, 0);
      return builder_.take();
    }
    mermaid::for_each_line(text, 0, [&](std::string_view line, std::uint32_t offset) {
      builder_.offset = offset;
      this->line(line);
    });
    return builder_.take();
  }

 private:
  void line(std::string_view text) {
    if (text.front() == '@' || text.front() == '!' || text.front() == '\'') return;
    if (text == "}") {
      builder_.close_group();
      return;
    }
    for (const std::string_view word : {"title ", "skinparam", "hide ", "left to", "top to", "note ", "end note",
                                        "legend", "footer", "header", "scale "})
      if (text.starts_with(word)) {
        if (word == "title ") builder_.diagram.title = plain_label(text.substr(6));
        return;
      }
    if (mermaid::read_c4_line(builder_, text) || element(text) || link(text)) return;
    icon_macro(text);
  }

  /// "database "Orders" as db", "node EC2 {", "[API] as api".
  bool element(std::string_view text) {
    Shape shape = Shape::Plain;
    std::string_view rest;
    const std::string_view word = text.substr(0, text.find_first_of(" \"[{<#"));
    const auto known = std::ranges::find(kElements, word, &Element::word);
    if (known != kElements.end()) {
      rest = trimmed(text.substr(word.size()));
      shape = known->shape;
    } else if (text.front() == '[' && text.find(']') != std::string_view::npos &&
               trimmed(text.substr(text.find(']') + 1)).substr(0, 3) == "as ") {
      rest = text;
    } else if (text.front() == '[' && text.find(']') == text.size() - 1) {
      rest = text;
    } else {
      return false;
    }
    const bool opens = rest.ends_with('{');
    if (opens) rest = trimmed(rest.substr(0, rest.size() - 1));
    std::string about;
    for (const std::string_view mark : {"<<", "#"})
      if (const std::size_t at = rest.find(mark); at != std::string_view::npos) {
        if (mark == "<<") about = std::string(rest.substr(at + 2, rest.find(">>", at) - at - 2));
        rest = trimmed(rest.substr(0, at));
      }
    auto [id, label] = named(rest);
    if (opens)
      builder_.open_group(id, label, about);
    else
      builder_.node(id, label, shape, about);
    return true;
  }

  static std::string bare(std::string_view text) {
    text = trimmed(text);
    if (text.size() > 1 && ((text.front() == '[' && text.back() == ']') ||
                            (text.front() == '(' && text.back() == ')') || (text.front() == ':' && text.back() == ':')))
      text = text.substr(1, text.size() - 2);
    return plain_label(text);
  }

  /// ""Orders DB" as db", "db as "Orders DB"", "Orders".
  static std::pair<std::string, std::string> named(std::string_view text) {
    const std::size_t as = text.find(" as ");
    if (as == std::string_view::npos) return {bare(text), bare(text)};
    const std::string_view left = trimmed(text.substr(0, as)), right = trimmed(text.substr(as + 4));
    if (!right.empty() && (right.front() == '"' || right.front() == '[')) return {bare(left), bare(right)};
    return {bare(right), bare(left)};
  }

  /// "api -down-> db : writes", "[A] ..> [B]".
  bool link(std::string_view text) {
    const std::size_t colon = text.find(" :");
    const std::string_view ends = text.substr(0, colon);
    std::size_t from = std::string_view::npos, to = 0;
    char closing = 0;
    for (std::size_t i = 0; i < ends.size(); ++i) {
      if (closing) {
        if (ends[i] == closing) closing = 0;
        continue;
      }
      if (ends[i] == '"' || ends[i] == '[') {
        closing = ends[i] == '[' ? ']' : '"';
        continue;
      }
      const bool starts = is_link_char(ends[i]) || (ends[i] == '<' && i + 1 < ends.size() && is_link_char(ends[i + 1]));
      if (!starts || i == 0 || ends[i - 1] != ' ') continue;
      from = i;
      to = ends.find(' ', i);
      break;
    }
    if (from == std::string_view::npos || to == std::string_view::npos) return false;
    const std::string_view arrow = ends.substr(from, to - from);
    const std::string a = declared(ends.substr(0, from)), b = declared(ends.substr(to));
    if (a.empty() || b.empty()) return false;
    const bool back = arrow.front() == '<', forward = arrow.find('>') != std::string_view::npos;
    std::string label = colon == std::string_view::npos ? std::string() : plain_label(text.substr(colon + 2));
    builder_.edge(back && !forward ? b : a, back && !forward ? a : b, std::move(label), back && forward);
    return true;
  }

  std::string declared(std::string_view end) {
    const Shape shape = trimmed(end).starts_with(':') ? Shape::Person : Shape::Plain;
    std::string id = bare(end);
    builder_.node(id, std::nullopt, shape);
    return id;
  }

  /// "Lambda(fn, "Resize", "Python")": libraries of vendors' icons call their macros after the service.
  void icon_macro(std::string_view text) {
    const std::size_t open = text.find('('), close = text.rfind(')');
    if (open == std::string_view::npos || open == 0 || close == std::string_view::npos || close < open) return;
    const std::string_view inside = text.substr(open + 1, close - open - 1);
    const std::size_t comma = inside.find(',');
    if (comma == std::string_view::npos) return;
    const std::string id = plain_label(inside.substr(0, comma));
    std::string_view label = trimmed(inside.substr(comma + 1));
    if (label.size() < 2 || label.front() != '"') return;
    label = label.substr(1, label.find('"', 1) - 1);
    const std::string_view macro = trimmed(text.substr(0, open));
    if (text.ends_with('{'))
      builder_.open_group(id, plain_label(label), macro);
    else
      builder_.node(id, plain_label(label), Shape::Plain, macro);
  }

  diagram::Builder builder_;
};

}  // namespace

bool is_diagram(std::string_view text) { return trimmed(text).starts_with("@startuml"); }

diagram::Diagram parse(std::string_view text) { return Reader().read(text); }

}  // namespace skydraft::understand::plantuml
