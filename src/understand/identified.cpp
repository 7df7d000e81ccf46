#include "understand/identified.hpp"

#include <algorithm>
#include <array>
#include <map>

#include "understand/attributes.hpp"
#include "understand/classify.hpp"
#include "understand/labels.hpp"
#include "understand/listed_names.hpp"
#include "understand/names.hpp"

namespace skydraft::understand {
namespace {

constexpr std::size_t kLongestKind = 6;  // words that say of what kind it is: "Aurora PostgreSQL 15 `orders`"

/// The identifier and what says of what kind it is.
struct Identified {
  Range name;
  const catalogue::Kind* kind;
};

std::vector<Word> slice(const std::vector<Word>& words, std::size_t from, std::size_t to) {
  return {words.begin() + static_cast<std::ptrdiff_t>(from), words.begin() + static_cast<std::ptrdiff_t>(to)};
}

/// "`vnet-hub` (10.0.0.0/16)"
std::optional<Identified> says_its_kind(const Draft& draft, const Entry& entry) {
  const std::vector<Word>& words = entry.words;
  const std::size_t to = code_end(words, 0);
  if (to < 2 || to == words.size() || (words[to].mark != Mark::Open && words[to].mark != Mark::Comma))
    return std::nullopt;
  const Reading reading = read_name(draft, slice(words, 0, to), {}, entry.section);
  if (!reading.kind || !reading.strong || reading.basis != Basis::Head) return std::nullopt;
  return Identified{{words[0].begin, words[to - 1].end}, reading.kind};
}

/// What follows a name that is no sentence about it: a mark, an address, where or of what size it is.
bool ends_name(const std::vector<Word>& words, std::size_t at) {
  if (at == words.size()) return true;
  const Word& next = words[at];
  if (next.mark != Mark::None) return !is_arrow(next) && next.mark != Mark::Slash;
  return is_cidr(next.lower) || lexicon::is_class(next.lower, lexicon::WordClass::Preposition);
}

/// The kind that these words name, to the last of them but a version: "Aurora PostgreSQL 15".
const catalogue::Kind* kind_of_title(const Draft& draft, std::vector<Word> words, SectionId section) {
  while (words.size() > 1 && is_number(words.back().lower)) words.pop_back();
  const Reading reading = read_name(draft, words, {}, section);
  if (reading.kind && reading.to == words.size() &&
      (reading.basis == Basis::Exact || reading.basis == Basis::Head || reading.basis == Basis::Everyday))
    return reading.kind;
  // "Deployment" by itself is what is done; before a name it is a thing.
  const auto hit = whole_hit(words);
  return hit ? meaning_of(draft, *hit, section) : nullptr;
}

/// "VPC `main` 10.0.0.0/16", "Public subnet `web-a`, …"
std::optional<Identified> follows_its_kind(const Draft& draft, const std::vector<Word>& words, std::string_view text,
                                           SectionId section) {
  const auto code = static_cast<std::size_t>(std::ranges::find(words, true, &Word::code) - words.begin());
  if (code == 0 || code > kLongestKind || code == words.size()) return std::nullopt;
  const std::size_t to = code_end(words, code);
  const std::string_view name = text.substr(words[code].begin, words[to - 1].end - words[code].begin);
  if (!name_like(name) || !ends_name(words, to)) return std::nullopt;
  const std::vector<Word> before = slice(words, 0, code);
  if (negated(before) || is_instruction(before) || is_clause(before) ||
      std::ranges::any_of(before, [](const Word& w) { return w.mark != Mark::None; }))
    return std::nullopt;
  const catalogue::Kind* kind = kind_of_title(draft, before, section);
  if (!kind || is_technology(*kind)) return std::nullopt;
  return Identified{{words[code].begin, words[to - 1].end}, kind};
}

}  // namespace

std::string_view name_behind_kind(const Draft& draft, const Entry& entry) {
  const auto found = follows_its_kind(draft, entry.label_words, entry.text.text, entry.section);
  return found ? entry.label_text().substr(found->name.begin - entry.label->begin) : std::string_view();
}

std::optional<ComponentId> define_identified(Draft& draft, const Entry& entry) {
  auto found = says_its_kind(draft, entry);
  const bool follows = !found;
  const std::string_view text = entry.text.text;
  if (follows) found = follows_its_kind(draft, entry.words, text, entry.section);
  if (!found) return std::nullopt;
  const auto made = define_named(draft, text.substr(found->name.begin, found->name.end - found->name.begin),
                                 *found->kind, entry.span, entry.section);
  if (!made) return std::nullopt;
  if (follows) {
    const std::uint32_t from = entry.words.front().begin;
    std::string whole(text.substr(from, found->name.end - from));
    draft.alias(*made, whole);
    name_says(draft, *made, whole);
  }
  read_facts(draft, *made, entry.words, text, entry.span);
  return made;
}

std::set<std::uint32_t> told_apart(const Draft& draft, const Section& section) {
  std::map<std::string, std::vector<const Entry*>> same;
  for (const EntryId id : section.entries) {
    const Entry& entry = draft.outline[id];
    const auto open = std::ranges::find(entry.label_words, Mark::Open, &Word::mark);
    if (entry.label && open != entry.label_words.begin() && open != entry.label_words.end() &&
        !name_in_parenthesis(entry).empty())
      same[key_of(entry.label_words, 0, static_cast<std::size_t>(open - entry.label_words.begin()))].push_back(&entry);
  }
  std::set<std::uint32_t> found;
  for (const auto& [key, entries] : same)
    if (entries.size() > 1)
      for (const Entry* entry : entries) found.insert(entry->span.begin);
  return found;
}

std::string_view name_in_parenthesis(const Entry& entry) {
  constexpr std::size_t kLongestName = 4;
  const std::vector<Word>& words = entry.label_words;
  const auto open = static_cast<std::size_t>(std::ranges::find(words, Mark::Open, &Word::mark) - words.begin());
  if (open + 2 >= words.size() || words.size() - open > kLongestName + 2 || words.back().mark != Mark::Close) return {};
  for (std::size_t i = open + 1; i + 1 < words.size(); ++i)
    if (words[i].mark != Mark::None || is_number(words[i].lower) ||
        !(words[i].capital || words[i].code || (i > open + 1 && words[i].joined) || words[i + 1].joined))
      return {};
  return std::string_view(entry.text.text)
      .substr(words[open + 1].begin, words[words.size() - 2].end - words[open + 1].begin);
}

bool call_owner(Draft& draft, const Entry& entry, ComponentId owner, const catalogue::Kind* kind) {
  if (entry.label_words.size() != 1 || entry.label_words.front().plural || entry.words.empty() ||
      !entry.words.front().code || kind != &draft.kind(owner) || !entry.parent)
    return false;
  const auto alike = std::ranges::count_if(draft.outline[*entry.parent].children, [&](EntryId other) {
    const Entry& sibling = draft.outline[other];
    return sibling.label && sibling.label_text() == entry.label_text();
  });
  if (alike > 1) return false;
  alias_code(draft, owner, entry, entry.words);
  draft.alias(owner, draft.builder[owner].name + " " + std::string(entry.label_text()));
  return true;
}

void alias_code(Draft& draft, ComponentId id, const Entry& entry, const std::vector<Word>& label) {
  // An autoscaler is called after what it scales.
  if (draft.builder[id].kind == "k8s.hpa" || draft.builder[id].kind == "k8s.pdb") return;
  const auto code = std::ranges::find_if(label, [](const Word& w) { return w.code; });
  const auto end = std::find_if(code, label.end(), [](const Word& w) { return !w.code; });
  if (code == label.begin() || code == end ||
      (end != label.end() && end->mark != Mark::Open && end->mark != Mark::Comma))
    return;
  const std::string_view name =
      std::string_view(entry.text.text).substr(code->begin, std::prev(end)->end - code->begin);
  if (draft.named(key_of(name)).empty()) draft.alias(id, name);
}

void alias_value(Draft& draft, ComponentId id, const Entry& entry) {
  constexpr std::size_t kLongest = 3;  // words of such a name
  if (lexicon::head_kind(label_key(entry)).empty()) return;
  std::size_t from = 0;
  while (is_word(entry.words, from) && is_article(entry.words[from].lower)) ++from;
  std::size_t to = from;
  while (is_word(entry.words, to) && !lexicon::is_class(entry.words[to].lower, lexicon::WordClass::Preposition)) ++to;
  if (to < from + 2 || to > from + kLongest || lexicon::head_kind(entry.words[to - 1].norm).empty()) return;
  const auto hit = catalogue_hit(entry.words, from);
  if (hit && tells(*hit, catalogue::kinds()[hit->rows.front().kind]) &&
      !is_technology(catalogue::kinds()[hit->rows.front().kind]))
    return;  // "Cloud Run service": what it is
  if (draft.named(entry.words, from, to).empty())
    draft.alias(id, std::string_view(entry.text.text)
                        .substr(entry.words[from].begin, entry.words[to - 1].end - entry.words[from].begin));
}

bool is_called_like(std::string_view name, const catalogue::Kind& kind) {
  constexpr std::array<std::string_view, 4> kMachines{"amd64", "arm64", "x86-64", "x86_64"};
  return name_like(name) && std::ranges::find(kMachines, name) == kMachines.end() &&
         catalogue::find_alias(key_of(name)).empty() &&
         (kind.category == catalogue::Category::Serverless ||
          std::ranges::none_of(name, [](char c) { return c >= 'A' && c <= 'Z'; }));
}

std::string_view name_in_value(const Entry& entry, const catalogue::Kind& kind) {
  const std::vector<Word>& words = entry.words;
  const std::size_t at = is_word(words, 0) && lexicon::is_class(words[0].lower, lexicon::WordClass::Determiner) ? 1 : 0;
  const std::size_t to = code_end(words, at);
  if (to == at) return {};
  const std::string_view name =
      std::string_view(entry.text.text).substr(words[at].begin, words[to - 1].end - words[at].begin);
  const bool noun = is_word(words, to) && !words[to].plural && lexicon::stands_for(words[to].norm, kind.id);
  const bool listed = to + 1 < words.size() && words[to].mark == Mark::Comma && words[to + 1].code;
  return (noun || (ends_name(words, to) && !listed)) && is_called_like(name, kind) ? name : std::string_view{};
}

}  // namespace skydraft::understand
