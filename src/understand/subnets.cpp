#include "understand/subnets.hpp"

#include <algorithm>
#include <string>
#include <vector>

#include "understand/mention.hpp"
#include "understand/names.hpp"

namespace skydraft::understand {
namespace {

using catalogue::Holds;

constexpr std::size_t kMostThere = 64;  // subnets that are looked at for one of a sort

/// "two private app": what tells some subnets from others, before the noun that they may share.
struct Sort {
  std::size_t from = 0, to = 0;  ///< words [from, to) that tell
  int count = 1;
  bool brought_in = false;  ///< by a number or "a", and not as the place of something
};

class Subnets {
 public:
  Subnets(Draft& draft, const Entry& entry) : draft_(draft), entry_(entry), words_(entry.words) {}

  void define() {
    // Only words that tell some from others bring any in; most entries have none.
    if (std::ranges::none_of(words_, [](const Word& word) { return lexicon::is_contrast(word.lower); })) return;
    for (std::size_t i = 0; i < words_.size(); ++i) {
      const Word& word = words_[i];
      if (word.mark == Mark::Comma || word.lower == "and" || word.lower == "each") continue;
      if (count_of(word) > 0 || is_indefinite_article(word.lower) || word.lower == "one" || word.lower == "single") {
        count_ = std::max(1, count_of(word));
        introduced_ = i == 0 || !leads_into(words_[i - 1]);
        continue;
      }
      if (word.mark == Mark::None && lexicon::is_contrast(word.lower) && !word.plural) {
        tell(i);
        continue;
      }
      const auto hit = word.mark == Mark::None ? catalogue_hit(words_, i) : std::nullopt;
      const catalogue::Kind* kind = hit ? meaning_of(draft_, *hit, entry_.section) : nullptr;
      if (kind && kind->holds == Holds::Network && draft_.of_kind(*kind).size() == 1)
        network_ = draft_.of_kind(*kind).front();
      if (kind && kind->holds == Holds::Subnet) settle(i, *hit, *kind);
      sorts_.clear();
      count_ = 1;
      introduced_ = false;
      if (hit) i = hit->to - 1;
    }
  }

 private:
  /// "in two private subnets": where something is.
  static bool leads_into(const Word& word) {
    return word.lower == "in" || word.lower == "into" || word.lower == "within" || word.lower == "to" ||
           word.lower == "from" || word.lower == "across";
  }

  void tell(std::size_t i) {
    if (!sorts_.empty() && sorts_.back().to == i) {  // "private app subnets" are of one sort
      sorts_.back().to = i + 1;
      return;
    }
    sorts_.push_back({i, i + 1, count_, introduced_});
    count_ = 1;
  }

  void settle(std::size_t noun, const CatalogueHit& hit, const catalogue::Kind& kind) {
    const bool shared = sorts_.size() > 1 && hit.plural;
    for (const Sort& sort : sorts_) {
      const bool told = shared && sort.to == sort.from + 1;
      if (!(told || (sort.brought_in && !is_there(sort, kind)))) continue;
      const bool plural = sort.count > 1 || hit.plural;
      std::string name = text(sort.from, sort.to) + " " + text(noun, hit.to);
      if (plural && !hit.plural) name += "s";
      const auto one = define_named(draft_, name, kind, entry_.span, entry_.section);
      if (!one) continue;
      if (sort.count > 1 && draft_.builder[*one].count == 1) draft_.builder[*one].count = sort.count;
      if (network_) draft_.parent(*one, *network_, entry_.span);
    }
  }

  /// Some subnet is of this sort already, by whatever name.
  bool is_there(const Sort& sort, const catalogue::Kind& kind) const {
    const auto there = draft_.of_kind(kind);
    return std::ranges::any_of(there.first(std::min(there.size(), kMostThere)), [&](ComponentId id) {
      for (std::size_t i = sort.from; i < sort.to; ++i)
        if (!contains(draft_.parts[id.index].words, words_[i].norm)) return false;
      return true;
    });
  }

  std::string text(std::size_t from, std::size_t to) const {
    return entry_.text.text.substr(words_[from].begin, words_[to - 1].end - words_[from].begin);
  }

  Draft& draft_;
  const Entry& entry_;
  const std::vector<Word>& words_;
  std::vector<Sort> sorts_;
  int count_ = 1;            ///< of what comes next
  bool introduced_ = false;  ///< what comes next is brought in
  std::optional<ComponentId> network_;
};

}  // namespace

void define_subnets(Draft& draft, const Entry& entry) { Subnets(draft, entry).define(); }

}  // namespace skydraft::understand
