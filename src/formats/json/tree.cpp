#include "formats/json/tree.hpp"

#include <algorithm>
#include <bit>
#include <utility>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

namespace skydraft::json {

/// What the parser calls; a false ends the reading.
class TreeBuilder {
 public:
  TreeBuilder(Tree& tree, std::size_t max_depth) : tree_(tree), max_depth_(max_depth) {}

  std::size_t failed_at() const { return failed_at_; }
  const std::string& why() const { return why_; }

  bool null() { return add(Kind::Null); }
  bool boolean(bool truth) { return add(truth ? Kind::True : Kind::False); }
  bool number_integer(std::int64_t number) { return add_number(static_cast<double>(number)); }
  bool number_unsigned(std::uint64_t number) { return add_number(static_cast<double>(number)); }
  bool number_float(double number, const std::string&) { return add_number(number); }
  bool string(const std::string& text) {
    add(Kind::Text);
    tree_.entries_.back().text = keep(text);
    return true;
  }
  bool binary(const std::vector<std::uint8_t>&) { return false; }
  bool start_object(std::size_t) { return open(Kind::Object); }
  bool start_array(std::size_t) { return open(Kind::Array); }
  bool end_object() { return close(); }
  bool end_array() { return close(); }
  bool key(const std::string& name) {
    // Names of members repeat: a graph has few different ones.
    const auto known = std::ranges::find_if(names_, [&](const auto& piece) { return tree_.text_of(piece) == name; });
    key_ = known != names_.end() ? *known : keep(name);
    if (known == names_.end() && names_.size() < kMostNames) names_.push_back(key_);
    return true;
  }
  bool parse_error(std::size_t position, const std::string&, const nlohmann::detail::exception&) {
    return fail(position, "this is not JSON");
  }

 private:
  static constexpr std::size_t kMostNames = 24;

  struct Level {
    std::uint32_t holder = 0;
    std::uint32_t last = 0;
  };

  Tree::Piece keep(std::string_view text) {
    const Tree::Piece piece{static_cast<std::uint32_t>(tree_.texts_.size()), static_cast<std::uint32_t>(text.size())};
    tree_.texts_ += text;
    return piece;
  }

  bool add(Kind kind) {
    const auto index = static_cast<std::uint32_t>(tree_.entries_.size());
    Tree::Entry& entry = tree_.entries_.emplace_back();
    entry.kind = kind;
    entry.key = key_;
    key_ = {};
    if (levels_.empty()) return true;
    Level& level = levels_.back();
    if (level.last == 0)
      tree_.entries_[level.holder].text.begin = index;
    else
      tree_.entries_[level.last].next = index;
    level.last = index;
    return true;
  }
  bool add_number(double number) {
    add(Kind::Number);
    tree_.entries_.back().text = std::bit_cast<Tree::Piece>(number);
    return true;
  }
  bool open(Kind kind) {
    if (levels_.size() >= max_depth_) return fail(0, fmt::format("the text is nested more than {} deep", max_depth_));
    add(kind);
    levels_.push_back({static_cast<std::uint32_t>(tree_.entries_.size() - 1), 0});
    return true;
  }
  bool close() {
    levels_.pop_back();
    return true;
  }
  bool fail(std::size_t position, std::string why) {
    failed_at_ = position, why_ = std::move(why);
    return false;
  }

  Tree& tree_;
  std::size_t max_depth_;
  std::vector<Level> levels_;
  std::vector<Tree::Piece> names_;
  Tree::Piece key_;
  std::size_t failed_at_ = 0;
  std::string why_;
};

Result<Tree> Tree::read(const Source& source, std::size_t max_depth) {
  Tree tree;
  TreeBuilder builder(tree, max_depth);
  const std::string_view text = source.text();
  // Room for all at once: growing would hold the values twice.
  const auto separators = std::ranges::count_if(text, [](char c) { return c == ',' || c == '{' || c == '['; });
  tree.entries_.reserve(std::min(static_cast<std::size_t>(separators), text.size() / 8) + 1);
  if (nlohmann::json::sax_parse(text.begin(), text.end(), &builder)) return tree;
  const auto at = static_cast<std::uint32_t>(
      std::clamp<std::size_t>(builder.failed_at(), 1, std::max<std::size_t>(text.size(), 1)) - 1);
  return Diagnostic{
      Code::NotJson,
      Severity::Error,
      {at, at + 1},
      builder.why(),
      {{"give a graph as ELK JSON: {\"id\": \"root\", \"children\": [...], \"edges\": [...]}", std::nullopt}}};
}

}  // namespace skydraft::json
