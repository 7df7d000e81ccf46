#include "understand/mermaid.hpp"
#include "understand/words.hpp"

namespace skydraft::understand::mermaid {
namespace {

using diagram::plain_label;
using diagram::Shape;

/// "group net(cloud)[Network] in aws", "service db(database)[Orders]", "db:L <-- R:api", "junction j in net".
class ArchitectureReader {
 public:
  explicit ArchitectureReader(diagram::Builder& builder) : builder_(builder) {}

  void line(std::string_view text) {
    if (text.starts_with("title ")) {
      builder_.diagram.title = plain_label(text.substr(6));
      return;
    }
    for (const std::string_view word : {"group ", "service ", "junction "})
      if (text.starts_with(word)) {
        declare(word, trimmed(text.substr(word.size())));
        return;
      }
    edge(text);
  }

 private:
  void declare(std::string_view word, std::string_view rest) {
    std::string holder;
    if (const std::size_t in = rest.rfind(" in "); in != std::string_view::npos && in > rest.find_last_of("])") + 0) {
      holder = std::string(trimmed(rest.substr(in + 4)));
      rest = trimmed(rest.substr(0, in));
    }
    const std::size_t end = rest.find_first_of("([");
    const std::string id(trimmed(rest.substr(0, end)));
    std::string icon, label;
    if (end != std::string_view::npos && rest[end] == '(')
      icon = std::string(rest.substr(end + 1, rest.find(')', end) - end - 1));
    if (const std::size_t open = rest.find('['); open != std::string_view::npos)
      label = plain_label(rest.substr(open + 1, rest.rfind(']') - open - 1));
    if (word == "group ") {
      builder_.open_group(id, label.empty() ? id : label, about(icon));
      builder_.close_group();
    } else if (word == "junction ") {
      builder_.node(id, std::string());
    } else {
      builder_.node(id, label.empty() ? id : label, icon == "database" ? Shape::Database : Shape::Plain, about(icon));
    }
    if (!holder.empty()) builder_.place(id, holder);
  }

  /// "logos:aws-lambda" -> "aws-lambda"; the five icons that come with Mermaid say little.
  static std::string about(std::string_view icon) {
    const std::size_t colon = icon.find(':');
    if (colon != std::string_view::npos) return std::string(icon.substr(colon + 1));
    return icon == "internet" ? "internet" : std::string();
  }

  void edge(std::string_view text) {
    std::size_t arrow = text.find("--");
    if (arrow == std::string_view::npos) arrow = text.find("->");
    if (arrow == std::string_view::npos) return;
    std::size_t from = arrow, to = arrow;
    while (from > 0 && text[from - 1] == '<') --from;
    while (to < text.size() && (text[to] == '-' || text[to] == '>')) ++to;
    const std::string a = end_of(text.substr(0, from), true), b = end_of(text.substr(to), false);
    if (a.empty() || b.empty()) return;
    const bool back = from<arrow, forward = to> 0 && text[to - 1] == '>';
    if (back && !forward)
      builder_.edge(b, a, {});
    else
      builder_.edge(a, b, {}, back);
  }

  /// The id in "db{group}:L" or "R:db"; the side may stand on the wrong side of it.
  static std::string end_of(std::string_view text, bool left) {
    text = trimmed(text);
    if (const std::size_t colon = text.find(':'); colon != std::string_view::npos) {
      const std::string_view before = trimmed(text.substr(0, colon)), after = trimmed(text.substr(colon + 1));
      if (left ? is_side(after) : !is_side(before))
        text = before;
      else
        text = after;
    }
    return std::string(trimmed(text.substr(0, text.find('{'))));
  }

  static bool is_side(std::string_view text) { return text == "L" || text == "R" || text == "T" || text == "B"; }

  diagram::Builder& builder_;
};

}  // namespace

void read_architecture(diagram::Builder& builder, std::string_view text, std::uint32_t base) {
  ArchitectureReader reader(builder);
  for_each_line(text, base, [&](std::string_view line, std::uint32_t offset) {
    builder.offset = offset;
    reader.line(line);
  });
}

}  // namespace skydraft::understand::mermaid
