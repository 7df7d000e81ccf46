#include "understand/listed_names.hpp"

#include <algorithm>

#include "understand/attributes.hpp"
#include "understand/classify.hpp"
#include "understand/identified.hpp"
#include "understand/mention.hpp"

namespace skydraft::understand {

bool name_like(std::string_view text) {
  if (text.size() < 3 || text.size() > 60) return false;
  // Environment variables are settings.
  if (std::ranges::none_of(text, [](char c) { return c >= 'a' && c <= 'z'; })) return false;
  const bool letters =
      std::ranges::any_of(text, [](char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); });
  return letters && text.find_first_of(" /=<>${}()*:,;\"'|") == std::string_view::npos && text.front() != '-' &&
         text.front() != '.' && text.find('.') == std::string_view::npos;
}

bool is_instance_kind(const catalogue::Kind& kind) {
  const catalogue::Holds holds = kind.holds;
  if (holds == catalogue::Holds::Network || holds == catalogue::Holds::Subnet || holds == catalogue::Holds::Cluster ||
      holds == catalogue::Holds::Namespace || holds == catalogue::Holds::Group || holds == catalogue::Holds::Account)
    return true;
  return lexicon::is_open(kind.id) || kind.id == "aws.fargate" || kind.id == "aws.rds" || kind.id == "aws.vpc";
}

namespace {

constexpr std::size_t kMostNames = 24;
constexpr std::size_t kMostWords = 4 * kMostNames;  // of a line that is nothing but such a list
constexpr std::size_t kLongestNoun = 4;             // words of the kind's name
constexpr std::size_t kLongestManner = 3;           // words between the noun and its list: "functions in turn:"

bool separates(const Word& word) {
  return word.mark == Mark::Comma ||
         (word.mark == Mark::None && !word.code && (word.lower == "and" || word.lower == "or"));
}

/// A word that says neither how things are ("encrypted", "FIFO", "small") nor what is done with them.
bool names_something(const Word& word) {
  const lexicon::VerbForm* verb = lexicon::find_verb(word.lower);
  return !lexicon::is_descriptive(word.lower) &&
         (!lexicon::is_generic(word.norm) || word.plural || is_software_noun(word.norm) ||
          !lexicon::actor_kind(word.norm).empty()) &&
         !lexicon::is_feature(word.norm) && !lexicon::is_protocol(word.lower) && !lexicon::is_filler(word.norm) &&
         !lexicon::is_practice(word.norm) && !lexicon::is_activity(word.lower) && !lexicon::is_qualifier(word.norm) &&
         (!verb || verb->tense == lexicon::Tense::Base || verb->tense == lexicon::Tense::Third);
}

/// Written as things are called: no place, no number.
bool is_written_as_name(std::string_view name, const Word& first) {
  return name_like(name) && place_attribute(name).empty() && !is_number(first.lower);
}

class ListedNames {
 public:
  ListedNames(Draft& draft, const Entry& entry)
      : draft_(draft), entry_(entry), label_(entry.label_words.size()), words_(entry.label_words) {
    words_.insert(words_.end(), entry.words.begin(), entry.words.end());
  }
  /// Of a part of the entry's value.
  ListedNames(Draft& draft, const Entry& entry, const std::vector<Word>& part)
      : draft_(draft), entry_(entry), words_(part) {}

  void run() {
    for (std::size_t i = 0; i + 2 < words_.size(); ++i)
      if (words_[i].plural) read(i + 1);
  }

  /// The entry is a plural and its list, and nothing else.
  std::vector<ComponentId> run_whole() {
    std::size_t noun = label_ > 0 && words_[label_ - 1].mark == Mark::None ? label_ : 0;
    while (noun < words_.size() && noun < kLongestNoun && label_ == 0 && words_[noun].mark == Mark::None) ++noun;
    const bool inside = noun > 0 && noun < words_.size() && words_[noun].mark == Mark::Open;
    const bool acts = std::any_of(words_.begin(), words_.begin() + static_cast<std::ptrdiff_t>(noun),
                                  [](const Word& w) { return lexicon::is_third_person(w.lower) && !w.capital; });
    const bool coded = label_ > 0 && noun < words_.size() && words_[noun].code;  // "SQS: `orders`, `payments`"
    if (noun == 0 || noun > kLongestNoun || acts || noun == words_.size() || !(words_[noun - 1].plural || coded) ||
        (label_ == 0 && !inside))
      return {};
    const Word& last = words_[words_.size() - 1 - (words_.back().mark == Mark::Stop ? 1 : 0)];
    if (inside && (last.mark != Mark::Close || std::ranges::count(words_, Mark::Close, &Word::mark) != 1)) return {};
    return read(noun);
  }

 private:
  /// `noun`: where the words of the plural end.
  std::vector<ComponentId> read(std::size_t noun) {
    std::size_t open = noun;
    while (open < words_.size() && open < noun + kLongestManner && words_[open].mark == Mark::None &&
           !words_[open].code && (open == noun || open != label_))
      ++open;
    // Between label and value of an entry the colon is no word: "Three deployments run here: web, api".
    const bool labelled = label_ > 0 && label_ < words_.size() && (noun == label_ || open == label_);
    // "the deployments `web` and `api`"
    const bool at_once = !labelled && noun < words_.size() && words_[noun].mark == Mark::None && words_[noun].code;
    const Mark mark = labelled || at_once ? Mark::Colon : open < words_.size() ? words_[open].mark : Mark::None;
    const std::size_t first = labelled ? label_ : at_once ? noun : open + 1;
    const bool inside = mark == Mark::Open && open == noun;
    if (!inside && mark != Mark::Colon && mark != Mark::Comma) return {};
    const catalogue::Kind* kind = kind_before(noun);
    if (kind && kind->id == "generic.service" && in_ecs(noun)) kind = catalogue::find("aws.ecs-service");
    if (!kind || !(is_instance_kind(*kind) || kind->holds == catalogue::Holds::Host || kind->id == "generic.service" ||
                   kind->id == "generic.server" || kind->id == "aws.ecs-service"))
      return {};
    std::vector<Range> items = inside ? in_parenthesis(first) : in_code(first);
    // "subnets: web, app, data" are told apart by such words, not called so.
    if (items.empty() && mark != Mark::Comma && kind->holds != catalogue::Holds::Subnet)
      items = plain_names(first, inside, number_before(noun));
    if (items.size() < 2 || items.size() > kMostNames) return {};
    if (!words_[noun - 1].plural && std::ranges::any_of(items, [&](const Range& item) {
          return !is_called_like(entry_.text.text.substr(item.begin, item.end - item.begin), *kind);
        }))
      return {};
    // "three services: Redis, S3 and SQS": they are what everybody knows by these names.
    if (kind->id == "generic.service") std::erase_if(items, [&](const Range& item) { return is_known(item); });
    std::vector<ComponentId> made;
    for (const Range& item : items)
      if (const auto id = draft_.define(entry_.text.text.substr(item.begin, item.end - item.begin), kind->id,
                                        entry_.text.source_of(item.begin, item.end), entry_.section)) {
        draft_.parts[id->index].from_prose = true;
        made.push_back(*id);
      }
    return made;
  }

  /// `by_a_name`: names of products and services only.
  bool is_known(const Range& item, bool by_a_name = false) const {
    const auto first = std::ranges::find(words_, item.begin, &Word::begin);
    const auto hit = catalogue_hit(words_, static_cast<std::size_t>(first - words_.begin()));
    const catalogue::Kind* known =
        hit && words_[hit->to - 1].end == item.end ? meaning_of(draft_, *hit, entry_.section) : nullptr;
    const bool everyday = known && known->provider == "generic" && !is_technology(*known);
    return known && tells(*hit, *known) && !first->code && !(by_a_name && everyday);
  }

  /// "(orders-api and billing-api)"; nothing if anything else stands in it.
  std::vector<Range> in_parenthesis(std::size_t first) const {
    std::vector<Range> items;
    for (std::size_t from = first, at = first; at < words_.size() && items.size() <= kMostNames; ++at) {
      const bool ends = words_[at].mark == Mark::Close;
      if (!ends && !separates(words_[at])) continue;
      if (at > from) {
        if (!one_name(from, at)) return {};
        items.push_back({words_[from].begin, words_[at - 1].end});
      }
      from = at + 1;
      if (ends) return items;
    }
    return {};
  }

  /// "`probe`, `resize` and `tag`": as many as there are.
  std::vector<Range> in_code(std::size_t first) const {
    std::vector<Range> items;
    for (std::size_t at = first; at < words_.size() && items.size() <= kMostNames;) {
      if (separates(words_[at])) {
        ++at;
        continue;
      }
      if (!words_[at].code) break;
      std::size_t to = at + 1;
      while (to < words_.size() && words_[to].code && words_[to].joined) ++to;
      if (!one_name(at, to)) return {};
      items.push_back({words_[at].begin, words_[to - 1].end});
      at = to;
    }
    return items;
  }

  /// "web, api and worker": plain words, as many as have been said, or such as can only be names.
  std::vector<Range> plain_names(std::size_t first, bool inside, int number) const {
    std::vector<Range> items;
    bool names = true;
    std::size_t at = first;
    for (; at < words_.size() && words_[at].mark != Mark::Stop && !(inside && words_[at].mark == Mark::Close); ++at) {
      if (separates(words_[at])) continue;
      std::size_t to = at + 1;
      while (to < words_.size() && words_[to].mark == Mark::None && words_[to].joined) ++to;
      if (words_[at].mark != Mark::None || (to < words_.size() && words_[to].mark != Mark::Stop &&
                                            words_[to].mark != Mark::Close && !separates(words_[to])))
        return {};
      const std::string_view name =
          std::string_view(entry_.text.text).substr(words_[at].begin, words_[to - 1].end - words_[at].begin);
      if (!is_written_as_name(name, words_[at])) return {};
      names = names && is_name(at, to);
      items.push_back({words_[at].begin, words_[to - 1].end});
      at = to - 1;
    }
    if (inside && at == words_.size()) return {};
    if (number > 1) return items.size() == static_cast<std::size_t>(number) ? items : std::vector<Range>{};
    return names ? items : std::vector<Range>{};
  }

  bool is_name(std::size_t from, std::size_t to) const {
    return std::all_of(words_.begin() + static_cast<std::ptrdiff_t>(from),
                       words_.begin() + static_cast<std::ptrdiff_t>(to), names_something) &&
           !is_known({words_[from].begin, words_[to - 1].end}, true);
  }

  /// The number right before the noun's words: "three stateless deployments".
  int number_before(std::size_t noun) const {
    for (std::size_t i = noun; i-- > 0 && noun - i <= kLongestNoun && words_[i].mark == Mark::None;)
      if (const int n = count_of(words_[i]); n > 0) return n;
    return 0;
  }

  /// One word without blanks that is no everyday word: in code, or put together with hyphens.
  bool one_name(std::size_t from, std::size_t to) const {
    bool letters = false;
    for (std::size_t i = from; i < to; ++i) {
      if (words_[i].mark != Mark::None || (i > from && !words_[i].joined)) return false;
      letters = letters || !is_number(words_[i].lower);
    }
    const std::string_view name =
        std::string_view(entry_.text.text).substr(words_[from].begin, words_[to - 1].end - words_[from].begin);
    return letters && name_like(name) && place_attribute(name).empty() &&
           (words_[from].code || name.find_first_of("-_") != std::string_view::npos);
  }

  /// "ECS cluster with two services: …"
  bool in_ecs(std::size_t noun) const {
    for (std::size_t i = 0; i < noun; ++i)
      if (words_[i].lower == "ecs") return true;
    return false;
  }

  const catalogue::Kind* kind_before(std::size_t open) const {
    for (std::size_t from = open > kLongestNoun ? open - kLongestNoun : 0; from < open; ++from)
      if (words_[from].mark == Mark::None)
        if (const auto hit = catalogue_hit(words_, from); hit && hit->to == open)
          if (const catalogue::Kind* kind = meaning_of(draft_, *hit, entry_.section)) return kind;
    const std::string_view noun = lexicon::head_kind(words_[open - 1].norm);
    return noun.empty() ? nullptr : &catalogue::kind_or_unknown(noun);
  }

  Draft& draft_;
  const Entry& entry_;
  std::size_t label_ = 0;    ///< words of the label
  std::vector<Word> words_;  ///< of label and value
};

}  // namespace

bool is_plain_name(const std::vector<Word>& words, std::string_view text) {
  if (words.empty() || !std::all_of(words.begin() + 1, words.end(), [](const Word& w) { return w.joined; }))
    return false;
  const std::string_view name = text.substr(words.front().begin, words.back().end - words.front().begin);
  return is_written_as_name(name, words.front()) &&
         std::ranges::all_of(words, [](const Word& w) { return w.mark == Mark::None && names_something(w); });
}

std::vector<ComponentId> define_listed_names(Draft& draft, const Entry& entry) {
  const bool opens =
      entry.words.size() < kMostWords && std::ranges::find(entry.words, Mark::Open, &Word::mark) != entry.words.end();
  const bool coded = !entry.words.empty() && entry.words.front().code;
  if (entry.label_words.empty() ? !opens : !(entry.label_words.back().plural || coded)) return {};
  return ListedNames(draft, entry).run_whole();
}

std::vector<ComponentId> define_listed_names(Draft& draft, const Entry& entry, const std::vector<Word>& part) {
  return ListedNames(draft, entry, part).run_whole();
}

void read_listed_names(Draft& draft) {
  for (std::uint32_t n = 0; n < draft.outline.entries.size(); ++n) {
    const Entry& entry = draft.outline.entries[n];
    if (draft.skipped({n}) || entry.kind == EntryKind::Row) continue;
    const auto has_plural = [](const std::vector<Word>& words) {
      return std::ranges::any_of(words, [](const Word& word) { return word.plural; });
    };
    if (has_plural(entry.label_words) || has_plural(entry.words)) ListedNames(draft, entry).run();
  }
}

}  // namespace skydraft::understand
