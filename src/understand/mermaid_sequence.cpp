#include <algorithm>
#include <array>
#include <map>

#include "understand/mermaid.hpp"
#include "understand/words.hpp"

namespace skydraft::understand::mermaid {
namespace {

using diagram::plain_label;
using diagram::Shape;

struct Arrow {
  std::string_view text;
  bool dashed, both;
};

// Longest first where one begins another.
constexpr std::array<Arrow, 12> kArrows{{{"<<-->>", true, true},
                                         {"<<->>", false, true},
                                         {"-->>", true, false},
                                         {"->>", false, false},
                                         {"--x", true, false},
                                         {"--)", true, false},
                                         {"-->", true, false},
                                         {"-x", false, false},
                                         {"-)", false, false},
                                         {"->", false, false},
                                         {"→", false, false},
                                         {"⟶", false, false}}};

constexpr std::array<std::string_view, 22> kFrames{"note",     "alt",        "else",       "loop",  "par",  "and",
                                                   "opt",      "critical",   "option",     "break", "rect", "end",
                                                   "activate", "deactivate", "autonumber", "box",   "link", "links",
                                                   "destroy",  "accTitle",   "accDescr",   "title"};

class Sequence {
 public:
  explicit Sequence(diagram::Builder& builder) : builder_(builder) {}

  void line(std::string_view text) {
    if (text.starts_with("create ")) text = trimmed(text.substr(7));
    for (const std::string_view word :
         {"participant ", "actor ", "database ", "queue ", "boundary ", "control ", "entity ", "collections "})
      if (text.starts_with(word)) {
        participant(trimmed(text.substr(word.size())), word == "actor "      ? Shape::Person
                                                       : word == "database " ? Shape::Database
                                                       : word == "queue "    ? Shape::Queue
                                                                             : Shape::Plain);
        return;
      }
    if (text.starts_with("title") && text.size() > 6) {
      builder_.diagram.title = plain_label(text.substr(text.find_first_not_of(": ", 5)));
      return;
    }
    const std::string first = lower_of(text.substr(0, text.find_first_of(" :")));
    if (std::ranges::find(kFrames, first) == kFrames.end()) message(text);
  }

 private:
  void participant(std::string_view rest, Shape shape) {
    const std::size_t as = rest.find(" as ");
    std::string id = plain_label(rest.substr(0, as));
    const std::size_t config = id.find("@{");
    if (config != std::string::npos) {
      if (id.find("database", config) != std::string::npos) shape = Shape::Database;
      if (id.find("queue", config) != std::string::npos) shape = Shape::Queue;
      id = std::string(trimmed(std::string_view(id).substr(0, config)));
    }
    if (as == std::string_view::npos)
      builder_.node(id, std::nullopt, shape);
    else if (rest.starts_with('"'))  // PlantUML: the name first, what it is called in the drawing after it
      builder_.node(plain_label(rest.substr(as + 4)), std::move(id), shape);
    else
      builder_.node(id, plain_label(rest.substr(as + 4)), shape);
  }

  void message(std::string_view text) {
    const std::size_t colon = text.find(':');
    const std::string_view ends = text.substr(0, colon);
    std::size_t at = std::string_view::npos;
    const Arrow* arrow = nullptr;
    for (const Arrow& candidate : kArrows) {
      const std::size_t found = ends.find(candidate.text, 1);
      if (found == std::string_view::npos || found >= at) continue;
      at = found;
      arrow = &candidate;
    }
    if (!arrow) return;
    const std::string from = plain_label(ends.substr(0, at));
    std::string_view rest = trimmed(ends.substr(at + arrow->text.size()));
    while (!rest.empty() && (rest.front() == '+' || rest.front() == '-')) rest = trimmed(rest.substr(1));
    const std::string to = plain_label(rest);
    if (from.empty() || to.empty()) return;
    builder_.node(from, std::nullopt);
    builder_.node(to, std::nullopt);
    // A dashed arrow back to the caller is the answer to the call, not a call.
    int& open = open_calls_[{to, from}];
    if (arrow->dashed && open > 0) {
      --open;
      return;
    }
    if (!arrow->dashed) ++open_calls_[{from, to}];
    builder_.edge(from, to, colon == std::string_view::npos ? std::string() : plain_label(text.substr(colon + 1)),
                  arrow->both);
  }

  diagram::Builder& builder_;
  std::map<std::pair<std::string, std::string>, int> open_calls_;  ///< (caller, called) without an answer so far
};

}  // namespace

void read_sequence(diagram::Builder& builder, std::string_view text, std::uint32_t base) {
  builder.diagram.sequence = true;
  Sequence sequence(builder);
  for_each_line(text, base, [&](std::string_view line, std::uint32_t offset) {
    builder.offset = offset;
    if (line.find('#') == 0) return;
    if (line.ends_with(';')) line = trimmed(line.substr(0, line.size() - 1));
    sequence.line(line);
  });
}

}  // namespace skydraft::understand::mermaid
