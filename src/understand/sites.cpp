#include "understand/sites.hpp"

#include <algorithm>
#include <string>

#include "understand/attributes.hpp"
#include "understand/classify.hpp"
#include "understand/names.hpp"
#include "understand/passes.hpp"

namespace skydraft::understand {
namespace {

using catalogue::Holds;

constexpr std::size_t kLongestName = 7;   // words of a place's name
constexpr std::size_t kLongestId = 4;     // words of a region's: "us-gov-west-1"
constexpr std::size_t kLongestGiven = 4;  // words of an account's name behind "Account:"
constexpr std::size_t kMostBeside = 64;   // sections that are looked at for places beside one
constexpr std::size_t kMostCopies = 64;   // things of one kind that a replica is looked for among

/// Where a region's name that begins at words[at] ends: "us-east-1", "West Europe"; `at` if there is none.
std::size_t region_end(const std::vector<Word>& words, std::size_t at) {
  std::string joined, plain;
  std::size_t end = at;
  for (std::size_t i = at; i < words.size() && i < at + kLongestId && words[i].mark == Mark::None; ++i) {
    if (i > at) joined += '-';
    joined += words[i].lower;
    plain += words[i].lower;
    const bool hyphens = i == at || words[i].joined;
    if ((hyphens && place_attribute(joined) == "region") || lexicon::is_region(plain)) end = i + 1;
    if (!hyphens) joined += ' ';  // no identifier any more
  }
  return end;
}

bool names_region(const std::vector<Word>& words) {
  std::size_t ids = 0, tellers = 0;
  bool noun = false;
  for (std::size_t at = 0; at < words.size();) {
    if (words[at].mark != Mark::None) {
      ++at;
      continue;
    }
    if (const std::size_t end = region_end(words, at); end > at) {
      ++ids;
      at = end;
      continue;
    }
    const bool is_noun = words[at].norm == "region" && !words[at].plural;
    // "us-east-1 (N. Virginia)": where it lies.
    const bool aside = ids > 0 && std::any_of(words.begin(), words.begin() + static_cast<std::ptrdiff_t>(at),
                                              [](const Word& w) { return w.mark == Mark::Open; });
    if (!is_noun && !aside && !lexicon::tells_region(words[at].lower)) return false;
    noun = noun || is_noun;
    tellers += is_noun ? 0 : 1;
    ++at;
  }
  return ids == 1 || (ids == 0 && noun && tellers > 0);
}

/// "Prod account", "Hub subscription", "Account: prod"
const catalogue::Kind* account_named(const Draft& draft, const std::vector<Word>& words, SectionId section) {
  const auto end = std::ranges::find(words, Mark::Open, &Word::mark);
  const auto mark = std::find_if(words.begin(), end, [](const Word& w) { return w.mark != Mark::None; });
  const bool given =
      mark != end && mark->mark == Mark::Colon && end - mark <= static_cast<std::ptrdiff_t>(kLongestGiven);
  if (mark != end && !given) return nullptr;
  const std::vector<Word> name(words.begin(), mark);
  for (std::size_t from = 0; from < name.size(); ++from) {
    const auto hit = catalogue_hit(name, from);
    if (!hit || hit->to != name.size() || hit->plural || (from == 0 && !given)) continue;
    const catalogue::Kind* kind = meaning_of(draft, *hit, section);
    if (kind && kind->holds == Holds::Account && kind->provider == provider_at(draft, section)) return kind;
  }
  return nullptr;
}

/// Another section beside this one, which names such a place, names one, too.
bool has_another_beside(const Draft& draft, SectionId id, Holds holds) {
  const auto& parent = draft.outline[id].parent;
  if (!parent) return false;
  const std::vector<SectionId>& beside = draft.outline[*parent].children;
  const auto last = beside.begin() + static_cast<std::ptrdiff_t>(std::min(beside.size(), kMostBeside));
  return std::any_of(beside.begin(), last, [&](SectionId one) {
    if (one == id || draft.topic(one).skipped) return false;
    const catalogue::Kind* kind = site_named(draft, draft.outline[one].words, one);
    return kind && kind->holds == holds;
  });
}

}  // namespace

const catalogue::Kind* site_named(const Draft& draft, const std::vector<Word>& words, SectionId section) {
  if (words.empty() || std::ranges::count(words, Mark::None, &Word::mark) > static_cast<std::ptrdiff_t>(kLongestName))
    return nullptr;
  if (names_region(words)) {
    const std::string_view provider = provider_at(draft, section);
    return catalogue::find(provider.empty() ? "generic.region" : std::string(provider) + ".region");
  }
  return account_named(draft, words, section);
}

void define_site_heading(Draft& draft, SectionId id) {
  const Section& section = draft.outline[id];
  SectionTopic& topic = draft.topic(id);
  if (section.parent) topic.site = draft.topic(*section.parent).site;
  if (section.level <= 1 || topic.skipped) return;
  const catalogue::Kind* kind = site_named(draft, section.words, id);
  if (!kind || !has_another_beside(draft, id, kind->holds)) return;
  const auto made = define_named(draft, section.heading.text, *kind,
                                 section.heading.source_of(section.words.front().begin, section.words.back().end), id);
  if (!made) return;
  topic.site = made;
  topic.kinds.clear();
}

SiteScope::SiteScope(Draft& draft, ComponentId place) : draft_(draft), before_(draft.site) {
  const Holds holds = draft.kind(place).holds;
  if (holds == Holds::Region || holds == Holds::Account) draft.site = place;
}

SiteScope::SiteScope(Draft& draft, EntryId entry) : draft_(draft), before_(draft.site) {
  draft.site = draft.fate(entry).site;
}

void keep_site(const Draft& draft, SectionId section, std::vector<ComponentId>& ids) {
  if (!draft.site_at(section)) return;
  std::erase_if(ids, [&](ComponentId id) { return is_a_twins(draft, section, id); });
  const auto is_here = [&](ComponentId id) { return !elsewhere(draft, section, id); };
  if (ids.size() > 1 && std::ranges::any_of(ids, is_here))
    std::erase_if(ids, [&](ComponentId id) { return !is_here(id); });
}

bool is_a_twins(const Draft& draft, SectionId section, ComponentId id) {
  if (!elsewhere(draft, section, id)) return false;
  const std::pair<std::uint32_t, std::uint32_t> both =
      std::minmax({draft.site_at(section)->index, draft.parts[id.index].site->index});
  return draft.twins.contains(both);
}

std::optional<ComponentId> first_here(const Draft& draft, SectionId section, std::span<const ComponentId> ids) {
  const auto* const found = std::find_if(ids.data(), ids.data() + ids.size(),
                                         [&](ComponentId id) { return !is_a_twins(draft, section, id); });
  return found == ids.data() + ids.size() ? std::nullopt : std::optional(*found);
}

std::optional<ComponentId> copy_in(const Draft& draft, ComponentId original, ComponentId site) {
  std::optional<ComponentId> found;
  const auto kin = draft.of_kind(draft.kind(original));
  for (const ComponentId id : kin.first(std::min(kin.size(), kMostCopies))) {
    if (draft.parts[id.index].site != site || draft.builder.components()[id.index].inferred()) continue;
    if (found) return std::nullopt;
    found = id;
  }
  return found;
}

bool elsewhere(const Draft& draft, SectionId section, ComponentId id) {
  const auto site = draft.site_at(section);
  const auto& own = draft.parts[id.index].site;
  return site && own && *own != *site;
}

void place_in_sites(Draft& draft) {
  for (std::uint32_t i = 0; i < draft.parts.size(); ++i) {
    const ComponentId id{i};
    const auto& site = draft.parts[i].site;
    if (!site || *site == id || draft.builder[id].parent) continue;
    const catalogue::Kind& kind = draft.kind(id);
    const catalogue::Kind& place = draft.kind(*site);
    if (kind.category == catalogue::Category::Actor || kind.scope == catalogue::Scope::External ||
        (kind.scope == catalogue::Scope::Delivery && kind.provider != place.provider) || kind.holds == Holds::Cloud ||
        (place.holds == Holds::Region && kind.scope == catalogue::Scope::Global))
      continue;
    draft.parent(id, *site, {}, "section-of-its-container");
  }
}

}  // namespace skydraft::understand
