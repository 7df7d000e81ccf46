#include <algorithm>

#include "understand/classify.hpp"
#include "understand/passes.hpp"

namespace skydraft::understand {
namespace {

/// A code run that may be a thing's own name: one word, no path, no assignment, no placeholder.
bool name_like(std::string_view text) {
  if (text.size() < 3 || text.size() > 60) return false;
  // Environment variables are settings.
  if (std::ranges::none_of(text, [](char c) { return c >= 'a' && c <= 'z'; })) return false;
  const bool letters =
      std::ranges::any_of(text, [](char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); });
  return letters && text.find_first_of(" /=<>${}()*:,;\"'|") == std::string_view::npos && text.front() != '-' &&
         text.front() != '.' && text.find('.') == std::string_view::npos;
}

/// Kinds whose instances people give names of their own.
bool is_instance_kind(const catalogue::Kind& kind) {
  const catalogue::Holds holds = kind.holds;
  if (holds == catalogue::Holds::Network || holds == catalogue::Holds::Subnet || holds == catalogue::Holds::Cluster ||
      holds == catalogue::Holds::Namespace || holds == catalogue::Holds::Group || holds == catalogue::Holds::Account)
    return true;
  return lexicon::is_open(kind.id) || kind.id == "aws.fargate" || kind.id == "aws.rds" || kind.id == "aws.vpc";
}

/// "Application Gateway `agw-orders`": an identifier beside a service's name is one of it.
bool has_own_name(const catalogue::Kind& kind, std::string_view name) {
  const bool identifier = name.find('-') != std::string_view::npos;
  return identifier && !is_technology(kind) && kind.category != catalogue::Category::Actor &&
         kind.holds == catalogue::Holds::NotAContainer && kind.provider != "generic" && kind.provider != "tool";
}

/// "the `orders` queue", "Lambda `resize`": a code run beside the name of a kind is called that.
class CodeNames {
 public:
  explicit CodeNames(Draft& draft) : draft_(draft) {}

  void run() {
    for (std::uint32_t n = 0; n < draft_.outline.entries.size(); ++n) {
      const Entry& entry = draft_.outline.entries[n];
      if (draft_.skipped({n}) || entry.text.runs.empty()) continue;
      for (std::size_t i = 0; i < entry.words.size(); ++i)
        if (entry.words[i].code &&
            (i == 0 || !entry.words[i - 1].code || entry.words[i].begin > entry.words[i - 1].end + 1))
          read(entry, i);
    }
  }

 private:
  void read(const Entry& entry, std::size_t at) {
    std::size_t to = at + 1;
    while (to < entry.words.size() && entry.words[to].code && entry.words[to].begin <= entry.words[to - 1].end + 1)
      ++to;
    const std::string_view name = std::string_view(entry.text.text)
                                      .substr(entry.words[at].begin, entry.words[to - 1].end - entry.words[at].begin);
    if (!name_like(name) || !draft_.named(key_of(name)).empty()) return;
    const catalogue::Kind* kind = beside(entry, at, to);
    if (!kind || !(is_instance_kind(*kind) || (stands_before(entry, at, *kind) && has_own_name(*kind, name)))) return;
    if (const auto id = draft_.define(
            name, kind->id, entry.text.source_of(entry.words[at].begin, entry.words[to - 1].end), entry.section))
      settle(entry, *id);
  }

  /// The kind's name ends right before the code run.
  bool stands_before(const Entry& entry, std::size_t at, const catalogue::Kind& kind) const {
    if (at == 0 || entry.words[at].begin != entry.words[at - 1].end + 1) return false;
    for (std::size_t from = at > 3 ? at - 3 : 0; from < at; ++from)
      if (const auto hit = entry.words[from].mark == Mark::None ? catalogue_hit(entry.words, from) : std::nullopt;
          hit && hit->to == at)
        return meaning_of(draft_, *hit, entry.section) == &kind;
    return false;
  }

  void settle(const Entry& entry, ComponentId id) {
    draft_.parts[id.index].from_prose = true;
    const auto owner = entry.parent ? draft_.fate(*entry.parent).subject : std::nullopt;
    if (owner && *owner != id &&
        std::ranges::find(draft_.kind(id).inside, draft_.builder[*owner].kind) != draft_.kind(id).inside.end())
      draft_.parent(id, *owner, entry.span);
  }

  const catalogue::Kind* beside(const Entry& entry, std::size_t at, std::size_t to) const {
    if (to < entry.words.size() && entry.words[to].mark == Mark::None && !entry.words[to].code)
      if (const auto hit = catalogue_hit(entry.words, to))
        if (const catalogue::Kind* kind = meaning_of(draft_, *hit, entry.section)) return kind;
    for (std::size_t from = at > 3 ? at - 3 : 0; from < at; ++from)
      if (entry.words[from].mark == Mark::None)
        if (const auto hit = catalogue_hit(entry.words, from); hit && hit->to == at)
          return meaning_of(draft_, *hit, entry.section);
    return nullptr;
  }

  Draft& draft_;
};

/// "two services (orders-api and billing-api)", "three functions in turn: `probe`, `resize` and `tag`": a plural, and
/// what each is called.
class ListedNames {
 public:
  explicit ListedNames(Draft& draft) : draft_(draft) {}

  void run() {
    for (std::uint32_t n = 0; n < draft_.outline.entries.size(); ++n) {
      const Entry& entry = draft_.outline.entries[n];
      if (draft_.skipped({n}) || entry.kind == EntryKind::Row) continue;
      for (std::size_t i = 0; i + 3 < entry.words.size(); ++i)
        if (entry.words[i].plural) read(entry, i + 1);
    }
  }

 private:
  static constexpr std::size_t kMostNames = 24;
  static constexpr std::size_t kLongestNoun = 4;    // words of the kind's name
  static constexpr std::size_t kLongestManner = 3;  // words between the noun and its list: "functions in turn:"

  /// `noun`: where the words of the plural end.
  void read(const Entry& entry, std::size_t noun) {
    std::size_t open = noun;
    while (open < entry.words.size() && open < noun + kLongestManner && entry.words[open].mark == Mark::None &&
           !entry.words[open].code)
      ++open;
    const Mark mark = open < entry.words.size() ? entry.words[open].mark : Mark::None;
    const bool inside = mark == Mark::Open && open == noun;
    if (!inside && mark != Mark::Colon && mark != Mark::Comma) return;
    const std::vector<Range> items = inside ? in_parenthesis(entry, open) : in_code(entry, open);
    if (items.size() < 2 || items.size() > kMostNames) return;
    const catalogue::Kind* kind = kind_before(entry, noun);
    if (!kind || !(is_instance_kind(*kind) || kind->id == "generic.service" || kind->id == "aws.ecs-service")) return;
    for (const Range& item : items)
      if (const auto id = draft_.define(entry.text.text.substr(item.begin, item.end - item.begin), kind->id,
                                        entry.text.source_of(item.begin, item.end), entry.section))
        draft_.parts[id->index].from_prose = true;
  }

  static bool separates(const Word& word) {
    return word.mark == Mark::Comma ||
           (word.mark == Mark::None && !word.code && (word.lower == "and" || word.lower == "or"));
  }

  /// "(orders-api and billing-api)"; nothing if anything else stands in it.
  static std::vector<Range> in_parenthesis(const Entry& entry, std::size_t open) {
    std::vector<Range> items;
    std::size_t from = open + 1, at = from;
    for (; at < entry.words.size() && items.size() <= kMostNames; ++at) {
      const bool ends = entry.words[at].mark == Mark::Close;
      if (!ends && !separates(entry.words[at])) continue;
      if (at > from) {
        if (!one_name(entry, from, at)) return {};
        items.push_back({entry.words[from].begin, entry.words[at - 1].end});
      }
      from = at + 1;
      if (ends) return items;
    }
    return {};
  }

  /// "`probe`, `resize` and `tag`": as many as there are.
  static std::vector<Range> in_code(const Entry& entry, std::size_t open) {
    std::vector<Range> items;
    for (std::size_t at = open + 1; at < entry.words.size() && items.size() <= kMostNames;) {
      if (separates(entry.words[at])) {
        ++at;
        continue;
      }
      if (!entry.words[at].code) break;
      std::size_t to = at + 1;
      while (to < entry.words.size() && entry.words[to].code && entry.words[to].joined) ++to;
      if (!one_name(entry, at, to)) return {};
      items.push_back({entry.words[at].begin, entry.words[to - 1].end});
      at = to;
    }
    return items;
  }

  /// One word without blanks that is no everyday word: in code, or put together with hyphens.
  static bool one_name(const Entry& entry, std::size_t from, std::size_t to) {
    bool letters = false;
    for (std::size_t i = from; i < to; ++i) {
      if (entry.words[i].mark != Mark::None || (i > from && !entry.words[i].joined)) return false;
      letters = letters || !is_number(entry.words[i].lower);
    }
    const std::string_view name =
        std::string_view(entry.text.text)
            .substr(entry.words[from].begin, entry.words[to - 1].end - entry.words[from].begin);
    return letters && name_like(name) && (entry.words[from].code || name.find_first_of("-_") != std::string_view::npos);
  }

  const catalogue::Kind* kind_before(const Entry& entry, std::size_t open) const {
    for (std::size_t from = open > kLongestNoun ? open - kLongestNoun : 0; from < open; ++from)
      if (entry.words[from].mark == Mark::None)
        if (const auto hit = catalogue_hit(entry.words, from); hit && hit->to == open)
          if (const catalogue::Kind* kind = meaning_of(draft_, *hit, entry.section)) return kind;
    const std::string_view noun = lexicon::head_kind(entry.words[open - 1].norm);
    return noun.empty() ? nullptr : &catalogue::kind_or_unknown(noun);
  }

  Draft& draft_;
};

}  // namespace

void read_code_names(Draft& draft) {
  CodeNames(draft).run();
  ListedNames(draft).run();
}

}  // namespace skydraft::understand
