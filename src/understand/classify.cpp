#include "understand/classify.hpp"

#include <algorithm>

namespace skydraft::understand {
namespace {

/// Ordinals and single letters at the end tell instances apart: "Public Subnet 1", "Zone A".
std::size_t without_ordinal(const std::vector<Word>& name) {
  std::size_t n = name.size();
  // A parenthesis at the end is about the name, not of it.
  for (std::size_t i = 0; i < n; ++i)
    if (name[i].mark == Mark::Open && i > 0) {
      n = i;
      break;
    }
  while (n > 1 && (name[n - 1].mark != Mark::None || is_number(name[n - 1].lower) || name[n - 1].lower.size() == 1))
    --n;
  return n;
}

/// "Deployment Status", "Automated Deployment": what is done. An object of Kubernetes has a name of its own ("web
/// Deployment"), or stands under a heading about them.
bool is_activity(const Draft& draft, const std::vector<Word>& name, const CatalogueHit& hit, SectionId section) {
  if (std::string_view(hit.rows.front().text) != "deployment" || draft.topic(section).kubernetes) return false;
  if (hit.to < name.size() && name[hit.to].mark == Mark::None) return !name[hit.to].code && name[hit.to].capital;
  for (std::size_t i = 0; i < hit.from; ++i)
    if (name[i].mark == Mark::None && !lexicon::is_descriptive(name[i].lower) && !lexicon::is_generic(name[i].norm) &&
        !lexicon::is_group(name[i].norm) && !lexicon::is_filler(name[i].norm))
      return false;
  return true;
}

bool has_kind(std::span<const catalogue::Kind* const> kinds, const catalogue::Kind* kind) {
  return std::ranges::find(kinds, kind) != kinds.end();
}

}  // namespace

bool is_technology(const catalogue::Kind& kind) {
  return (kind.category == catalogue::Category::Application && kind.provider == "tool") ||
         std::ranges::binary_search(lexicon::technologies(), kind.id);
}

const catalogue::Kind* leading_kind(const Draft& draft, const std::vector<Word>& value, SectionId section) {
  std::size_t at = 0;
  while (at < value.size() && at < 4 && value[at].mark == Mark::None &&
         (lexicon::is_filler(value[at].norm) || count_of(value[at]) > 0))
    ++at;
  if (at >= value.size()) return nullptr;
  const auto hit = catalogue_hit(value, at);
  if (!hit) return nullptr;
  const catalogue::Kind* kind = meaning_of(draft, *hit, section);
  return kind && tells(*hit, *kind) && !is_technology(*kind) ? kind : nullptr;
}

std::size_t feature_owner_words(const Draft& draft, const std::vector<Word>& name) {
  const auto thing = name_hit(draft, name, 0);
  std::size_t end = thing ? thing->to : 0;
  const auto known = catalogue_hit(name, 0);
  if (!thing && known && known->to < name.size() && tells(*known, catalogue::kinds()[known->rows.front().kind]))
    end = known->to;
  if (end == 0 || end >= name.size()) return 0;
  // "EC2 Auto Scaling" is a service of its own, "RDS Automated Backups" a feature of the database that is there.
  const bool owned =
      thing && (catalogue::kind_or_unknown(draft.builder.components()[thing->ids.front().index].kind).category ==
                    catalogue::Category::Database ||
                catalogue::kind_or_unknown(draft.builder.components()[thing->ids.front().index].kind).category ==
                    catalogue::Category::Storage);
  if (known && known->to == name.size() && !owned) return 0;
  return lexicon::is_feature(key_of(name, end, name.size())) ? end : 0;
}

Reading read_name(const Draft& draft, const std::vector<Word>& name, const std::vector<Word>& value,
                  SectionId section) {
  const std::size_t end = without_ordinal(name);
  if (end == 0) return {};
  const auto own = std::span<const catalogue::Kind* const>(draft.topic(section).kinds);
  const std::vector<CatalogueHit> hits = catalogue_hits(name);
  // The head noun decides: the longest catalogue name that the name ends with.
  std::optional<CatalogueHit> head;
  for (std::size_t from = 0; from < end && !head; ++from)
    if (name[from].mark == Mark::None)
      if (auto hit = catalogue_hit(name, from);
          hit && hit->to == end && !is_activity(draft, name, *hit, section) && meaning_of(draft, *hit, section))
        head = hit;
  const CatalogueHit* part = nullptr;
  for (const CatalogueHit& hit : hits) {
    if (!part && tells(hit, catalogue::kinds()[hit.rows.front().kind]) && !is_activity(draft, name, hit, section))
      part = &hit;
  }
  if (head) {
    const catalogue::Kind* kind = meaning_of(draft, *head, section);
    const bool exact = head->from == 0;
    // "Aurora PostgreSQL Database": the cloud's service, and what it runs.
    if (kind && part && part->from < head->from && (kind->provider == "generic" || kind->provider == "tool"))
      if (const catalogue::Kind* service = meaning_of(draft, *part, section);
          service && service->provider == provider_at(draft, section) && service->category == kind->category)
        return {service, Basis::Head, part->from, part->to, true};
    if (kind && (tells(*head, *kind) || has_kind(context_kinds(draft, section), kind) || kind->provider == "k8s"))
      return {kind, exact ? Basis::Exact : Basis::Head, head->from, head->to, tells(*head, *kind)};
  }
  for (const catalogue::Kind* kind : own)
    if (own.size() == 1 && lexicon::is_open(kind->id)) return {kind, Basis::Context, 0, end, false};
  if (part && part->to < end && lexicon::is_feature(key_of(name, part->to, end))) return {};
  if (head)
    if (const catalogue::Kind* kind = meaning_of(draft, *head, section);
        kind && part && kind->provider == provider_at(draft, section))
      return {kind, Basis::Head, head->from, head->to, false};
  if (part && part->from > 0)
    if (const catalogue::Kind* kind = leading_kind(draft, value, section)) return {kind, Basis::Value, 0, 0, true};
  if (part)
    if (const catalogue::Kind* kind = meaning_of(draft, *part, section))
      return {kind, Basis::Part, part->from, part->to, true};
  if (const catalogue::Kind* kind = leading_kind(draft, value, section)) return {kind, Basis::Value, 0, 0, true};
  if (head)
    if (const catalogue::Kind* kind = meaning_of(draft, *head, section))
      return {kind, Basis::Everyday, head->from, head->to, false};
  return {};
}

}  // namespace skydraft::understand
