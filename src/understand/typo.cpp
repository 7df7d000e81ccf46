#include "understand/typo.hpp"

#include <algorithm>
#include <cstdint>

#include "base/edit_distance.hpp"

namespace skydraft::understand {
namespace {

constexpr std::size_t kShortestName = 5;  // letters; shorter words are near to too many names
constexpr std::size_t kLongName = 8;      // letters from which two slips are forgiven
constexpr std::size_t kMostNames = 2000;  // components that are looked at

class Nearest {
 public:
  explicit Nearest(const WordText& word)
      : word_(word), letters_(word.letters), slips_(word.size() < kLongName ? 1 : 2) {}

  void offer(const WordText& key, std::string_view shown) { offer(key, key.letters, shown); }
  void offer(std::string_view key, std::string_view shown) { offer(key, letters_of(key), shown); }
  std::string take() && { return std::move(best_); }

 private:
  void offer(std::string_view key, std::uint32_t letters, std::string_view shown) {
    if (key.size() + slips_ < word_.size() || word_.size() + slips_ < key.size() || key.size() < kShortestName) return;
    // A slip takes one letter away at most, and brings in one at most.
    if (differ(letters_ & ~letters) || differ(letters & ~letters_)) return;
    const std::size_t distance = edit_distance(word_, key);
    if (distance == 0 || distance > slips_ || (distance == found_ && !best_.empty() && shown >= best_)) return;
    if (!best_.empty() && distance > found_) return;
    found_ = distance;
    best_ = shown;
  }

  /// More letters than slips make. Seen without counting them all: a bit is taken off for each slip.
  bool differ(std::uint32_t letters) const {
    for (std::size_t slip = 0; slip < slips_; ++slip) letters &= letters - (letters != 0 ? 1U : 0U);
    return letters != 0;
  }

  std::string_view word_;
  std::uint32_t letters_;
  std::size_t slips_;
  std::size_t found_ = 0;
  std::string best_;
};

/// Names that a slip of the pen may have been meant for, sorted: a service is offered by the name that people know it
/// by.
const std::vector<const catalogue::Alias*>& offered_names() {
  static const std::vector<const catalogue::Alias*> names = [] {
    std::vector<const catalogue::Alias*> found;
    for (const catalogue::Alias& alias : catalogue::aliases()) {
      const std::string_view short_name = catalogue::kinds()[alias.kind].short_name;  // its key is no longer
      if (alias.strength == catalogue::AliasStrength::Name && alias.text.size >= kShortestName &&
          alias.text.size <= short_name.size() && key_of(short_name) == std::string_view(alias.text))
        found.push_back(&alias);
    }
    return found;
  }();
  return names;
}

bool means_something(const Word& word) {
  return word.mark != Mark::None || word.code || word.norm.size() < kShortestName || is_number(word.lower) ||
         lexicon::find_verb(word.lower) || lexicon::is_generic(word.norm) || lexicon::is_filler(word.norm) ||
         lexicon::is_group(word.norm) || lexicon::is_feature(word.norm) || word.norm.alias ||
         !word.lower.alias.aliases().empty();
}

}  // namespace

std::string nearly_named(const Draft& draft, const Word& word) {
  if (means_something(word) || !draft.with_core(word.norm).empty()) return {};
  Nearest own(word.norm);
  for (std::size_t i = 0; i < std::min(draft.parts.size(), kMostNames); ++i)
    for (const WordText* core : draft.parts[i].core) own.offer(*core, draft.builder.components()[i].name);
  if (std::string found = std::move(own).take(); !found.empty()) return found;
  Nearest known(word.norm);
  const auto begins = [](const catalogue::Alias* alias) { return std::string_view(alias->text).substr(0, 1); };
  for (const catalogue::Alias* alias :
       std::ranges::equal_range(offered_names(), std::string_view(word.norm).substr(0, 1), {}, begins))
    known.offer(alias->text, catalogue::kinds()[alias->kind].short_name);
  return std::move(known).take();
}

}  // namespace skydraft::understand
