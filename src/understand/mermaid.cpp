#include "understand/mermaid.hpp"

#include "understand/words.hpp"

namespace skydraft::understand::mermaid {
namespace {

enum class Kind { None, Flowchart, Sequence, Architecture, C4 };

bool word_char(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_';
}

Kind kind_of(std::string_view line) {
  const auto starts = [&](std::string_view word) {
    return line.starts_with(word) && (line.size() == word.size() || !word_char(line[word.size()]));
  };
  if (starts("graph") || starts("flowchart") || line.starts_with("flowchart-elk")) return Kind::Flowchart;
  if (starts("sequenceDiagram")) return Kind::Sequence;
  if (starts("architecture") || line.starts_with("architecture-beta")) return Kind::Architecture;
  if (line.starts_with("C4")) return Kind::C4;
  return Kind::None;
}

/// The line that names the kind of diagram, after front matter and comments.
struct Header {
  Kind kind = Kind::None;
  std::size_t end = 0;  ///< where the rest of the text begins
  std::string title;    ///< from the front matter
};

Header header_of(std::string_view text) {
  Header header;
  bool front_matter = false, found = false;
  for_each_line(text, 0, [&](std::string_view line, std::uint32_t offset) {
    if (found) return;
    if (line == "---") {
      front_matter = !front_matter;
      return;
    }
    if (front_matter) {
      if (line.starts_with("title:")) header.title = diagram::plain_label(line.substr(6));
      return;
    }
    found = true;
    header.kind = kind_of(line);
    // "graph LR; A-->B": what follows on the same line is read too.
    const std::size_t semicolon = line.find(';');
    header.end = offset + (semicolon == std::string_view::npos ? line.size() : semicolon + 1);
  });
  return header;
}

}  // namespace

bool is_diagram(std::string_view text) { return header_of(text).kind != Kind::None; }

diagram::Diagram parse(std::string_view text) {
  const Header header = header_of(text);
  diagram::Builder builder;
  builder.diagram.title = header.title;
  const std::string_view rest = text.substr(std::min(header.end, text.size()));
  const auto base = static_cast<std::uint32_t>(header.end);
  switch (header.kind) {
    case Kind::Flowchart:
      read_flowchart(builder, rest, base);
      break;
    case Kind::Sequence:
      read_sequence(builder, rest, base);
      break;
    case Kind::Architecture:
      read_architecture(builder, rest, base);
      break;
    case Kind::C4:
      read_c4(builder, rest, base);
      break;
    case Kind::None:
      break;
  }
  return builder.take();
}

}  // namespace skydraft::understand::mermaid
