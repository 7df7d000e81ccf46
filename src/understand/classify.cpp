#include "understand/classify.hpp"

#include <algorithm>
#include <array>

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
  // "RDS Multi-AZ": how it is spread out.
  if (n > 2 && name[n - 1].joined && (name[n - 2].lower == "multi" || name[n - 2].lower == "single") &&
      (name[n - 1].norm == "az" || name[n - 1].norm == "region" || name[n - 1].norm == "zone"))
    n -= 2;
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

/// "vnet-hub", "kv-orders": an identifier that begins with the vendor's abbreviation, in a document about that cloud.
const catalogue::Kind* by_prefix(const Draft& draft, const std::vector<Word>& name) {
  if (name.size() < 2 || name[0].mark != Mark::None || name[1].mark != Mark::None || !name[1].joined ||
      name[1].begin != name[0].end + 1 || name[0].capital)
    return nullptr;
  const std::string_view id = lexicon::id_prefix_kind(name[0].lower);
  const catalogue::Kind* kind = id.empty() ? nullptr : catalogue::find(id);
  return kind && kind->provider == draft.provider ? kind : nullptr;
}

/// "Queue of returns", "Cola de devoluciones": the noun that comes first says what it is.
std::optional<CatalogueHit> noun_before_of(const std::vector<Word>& name) {
  const auto hit = name.empty() || name[0].mark != Mark::None ? std::nullopt : catalogue_hit(name, 0);
  if (!hit || hit->to >= name.size() || name[hit->to].mark != Mark::None) return std::nullopt;
  return lexicon::is_genitive(name[hit->to].lower) ? hit : std::nullopt;
}

/// "Azure DevOps specialist": somebody's work.
bool is_job(const std::vector<Word>& value) { return value.size() <= 6 && lexicon::is_occupation(value.back().norm); }

/// A name of a kind is the whole noun here, not part of "Redis-backed" or "S3 access rules".
bool ends_description(const std::vector<Word>& value, std::size_t to) {
  if (to < value.size() && (value[to].mark == Mark::Arrow || value[to].mark == Mark::BackArrow)) return false;
  if (to >= value.size() || value[to].mark != Mark::None) return true;
  const Word& next = value[to];
  if (next.joined) return false;
  // "DynamoDB single table"
  if (lexicon::is_descriptive(next.lower) && is_word(value, to + 1) && lexicon::is_generic(value[to + 1].norm))
    return true;
  if (next.code || next.capital || is_number(next.lower.substr(0, 1)) || lexicon::is_generic(next.norm) ||
      lexicon::find_verb(next.lower) || catalogue_hit(value, to))
    return true;
  for (const lexicon::WordClass word_class :
       {lexicon::WordClass::Preposition, lexicon::WordClass::Relative, lexicon::WordClass::Auxiliary,
        lexicon::WordClass::Modal, lexicon::WordClass::Adverb, lexicon::WordClass::Subordinator})
    if (lexicon::is_class(next.lower, word_class)) return true;
  // Another language, or what is done with it: "used", "usada", "que".
  return next.lower == "and" || next.lower == "or" || next.lower.ends_with("ed") || next.lower.ends_with("ing") ||
         next.lower.ends_with("ada") || next.lower.ends_with("ado") || next.lower.size() <= 4;
}

}  // namespace

bool is_technology(const catalogue::Kind& kind) {
  return (kind.category == catalogue::Category::Application && kind.provider == "tool") ||
         lexicon::makes_things(kind.id);
}

bool is_store(const catalogue::Kind& kind) {
  return kind.category == catalogue::Category::Database || kind.category == catalogue::Category::Storage;
}

bool is_network(const catalogue::Kind& kind) {
  return kind.holds == catalogue::Holds::Subnet || kind.holds == catalogue::Holds::Network;
}

bool is_runtime(const catalogue::Kind& kind) {
  return kind.category == catalogue::Category::Compute || kind.category == catalogue::Category::Serverless ||
         kind.category == catalogue::Category::Container;
}

bool is_running(const catalogue::Kind& kind) {
  return is_runtime(kind) || kind.category == catalogue::Category::Application;
}

bool hands_on(const catalogue::Kind& kind) {
  return kind.category == catalogue::Category::Integration || kind.category == catalogue::Category::Network ||
         kind.category == catalogue::Category::Serverless;
}

bool is_software_noun(lexicon::Query noun) {
  const std::string_view kind = lexicon::head_kind(noun);
  return !kind.empty() && catalogue::kind_or_unknown(kind).category == catalogue::Category::Application;
}

bool may_become(const Draft& draft, std::string_view kind, const catalogue::Kind& host) {
  constexpr std::array<std::string_view, 9> kPlain{"generic.service",   "generic.api",    "generic.app",
                                                   "generic.backend",   "generic.worker", "generic.frontend",
                                                   "generic.container", "generic.server", "generic.web-server"};
  const bool here = host.provider == draft.provider || (host.provider == "k8s" && draft.kubernetes);
  return is_runtime(host) && here && host.holds == catalogue::Holds::NotAContainer &&
         std::ranges::find(kPlain, kind) != kPlain.end();
}

bool become(Draft& draft, ComponentId id, const catalogue::Kind& host) {
  if (!may_become(draft, draft.builder[id].kind, host)) return false;
  draft.refine(id, host.id);
  return true;
}

namespace {

/// "Node.js on EC2", "Nginx running on two EC2 instances": software that keeps nothing, and the service it runs on.
const catalogue::Kind* host_of_software(const Draft& draft, const std::vector<Word>& value, SectionId section) {
  const auto software = catalogue_hit(value, 0);
  const catalogue::Kind* made_with = software ? &catalogue::kinds()[software->rows.front().kind] : nullptr;
  if (!made_with || (made_with->provider != "tool" && made_with->provider != "generic") || is_store(*made_with))
    return nullptr;
  std::size_t at = software->to;
  if (at + 1 < value.size() && value[at].lower != "on" && lexicon::find_verb(value[at].lower)) ++at;
  if (at + 1 >= value.size() || value[at].lower != "on") return nullptr;
  ++at;
  while (at < value.size() && value[at].mark == Mark::None && (is_article(value[at].lower) || value[at].count > 0))
    ++at;
  const auto hit = at < value.size() ? catalogue_hit(value, at) : std::nullopt;
  const catalogue::Kind* kind = hit ? meaning_of(draft, *hit, section) : nullptr;
  const bool cloud = kind && kind->provider != "generic" && kind->provider != "tool" && tells(*hit, *kind);
  return cloud && is_runtime(*kind) && kind->holds == catalogue::Holds::NotAContainer ? kind : nullptr;
}

}  // namespace

/// "a caching service Deployment": where the object's own name begins, if nothing but a word or two that describe it
/// stands before; else `at`.
static std::size_t before_object(const std::vector<Word>& value, std::size_t at) {
  constexpr std::size_t kFurther = 3;
  for (std::size_t i = at; i < value.size() && i < at + kFurther; ++i) {
    if (value[i].mark != Mark::None || value[i].code) break;
    const auto hit = value[i].capital ? catalogue_hit(value, i) : std::nullopt;
    if (hit && std::ranges::any_of(hit->rows, [](const catalogue::Alias& row) {
          return catalogue::kinds()[row.kind].provider == "k8s";
        }))
      return i;
    if (value[i].capital || lexicon::is_class(value[i].lower, lexicon::WordClass::Preposition) ||
        lexicon::is_class(value[i].lower, lexicon::WordClass::Relative))
      break;
  }
  return at;
}

const catalogue::Kind* leading_kind(const Draft& draft, const std::vector<Word>& value, SectionId section) {
  if (const catalogue::Kind* host = host_of_software(draft, value, section)) return host;
  std::size_t at = 0;
  // "This is the Lambda function that …"
  if (value.size() > 3 && (value[0].lower == "this" || value[0].lower == "it") && value[1].lower == "is") at = 2;
  const std::size_t first = at;
  // Where a word or two that only describe end: "small", "React-based", "Node.js" before a "Lambda function".
  const auto described = [&](std::size_t i) {
    if (lexicon::is_filler(value[i].norm) || count_of(value[i]) > 0) return i + 1;
    if (i + 1 < value.size() && value[i + 1].joined && lexicon::find_verb(value[i + 1].lower)) return i + 2;
    const auto hit = catalogue_hit(value, i);
    if (hit) return is_technology(catalogue::kinds()[hit->rows.front().kind]) ? hit->to : i;
    return lexicon::is_descriptive(value[i].lower) ? i + 1 : i;
  };
  while (at < value.size() && at < first + 5 && value[at].mark == Mark::None && described(at) > at) at = described(at);
  if (!value.empty() && is_indefinite_article(value.front().lower)) at = before_object(value, at);
  if (at >= value.size() || is_job(value)) return nullptr;
  const auto hit = catalogue_hit(value, at);
  if (!hit || !ends_description(value, hit->to)) return nullptr;
  if (hit->plural && (value[first].lower == "all" || value[first].lower == "both")) return nullptr;  // "All services …"
  if (value[at].code && hit->to < value.size() && value[hit->to].code) return nullptr;  // "`npm run start`"
  const catalogue::Kind* kind = meaning_of(draft, *hit, section);
  return kind && tells(*hit, *kind) && !is_technology(*kind) ? kind : nullptr;
}

std::size_t feature_owner_words(const Draft& draft, const std::vector<Word>& name) {
  const auto thing = name_hit(draft, name, 0);
  std::size_t end = thing ? thing->to : 0;
  const auto known = catalogue_hit(name, 0);
  if (!thing && known && known->to < name.size() && tells(*known, catalogue::kinds()[known->rows.front().kind]))
    end = known->to;
  if (end == 0 || end >= name.size() || name[end].code) return 0;  // "Namespace `monitoring`" is called so
  // "EC2 Auto Scaling" is a service of its own, "RDS Automated Backups" a feature of the database that is there.
  const bool owned =
      thing && (catalogue::kind_or_unknown(draft.builder.components()[thing->ids.front().index].kind).category ==
                    catalogue::Category::Database ||
                catalogue::kind_or_unknown(draft.builder.components()[thing->ids.front().index].kind).category ==
                    catalogue::Category::Storage);
  if (known && known->to == name.size() && !owned) return 0;
  return lexicon::is_feature(key_of(name, end, name.size())) ? end : 0;
}

namespace {

/// The first of two services by name that "and", "&" or "+" joins.
const CatalogueHit* first_of_two(const std::vector<Word>& name, const std::vector<CatalogueHit>& hits) {
  if (hits.size() != 2 || hits[0].from > 1 || hits[1].to != name.size() || hits[0].to >= hits[1].from) return nullptr;
  for (std::size_t i = hits[0].to; i < hits[1].from; ++i)
    if (name[i].mark == Mark::Open || name[i].mark == Mark::Comma ||
        (name[i].mark == Mark::None && name[i].lower != "and" && name[i].lower != "plus"))
      return nullptr;
  const bool both = std::ranges::all_of(
      hits, [](const CatalogueHit& hit) { return tells(hit, catalogue::kinds()[hit.rows.front().kind]); });
  return both ? &hits[0] : nullptr;
}

/// "Bootstrap on the VM", "Access to S3": where the noun phrase ends whose last words say what a name is the name of.
std::size_t before_preposition(const std::vector<Word>& name, const std::vector<CatalogueHit>& hits, std::size_t end) {
  const auto zone = [&](std::size_t at) {  // "NAT gateway per AZ", and not "requests per second"
    return at < end && (name[at].norm == "az" || name[at].norm == "zone" || name[at].norm == "availability");
  };
  for (std::size_t at = 1; at < end; ++at) {
    if (name[at].mark == Mark::Open) return end;
    if (name[at].mark != Mark::None || name[at].capital || name[at].joined || name[at].code ||
        (at + 1 < end && name[at + 1].joined) || name[at].lower == "of" || (name[at].lower == "per" && !zone(at + 1)) ||
        !lexicon::is_class(name[at].lower, lexicon::WordClass::Preposition))
      continue;
    // "Azure Database for PostgreSQL"
    const bool inside =
        std::ranges::any_of(hits, [&](const CatalogueHit& hit) { return hit.from < at && at < hit.to; });
    if (!inside) return at;
  }
  return end;
}

/// "Prod account", "Account dev": one of the cloud's, whatever is listed behind it.
std::optional<Reading> account_of(const Draft& draft, const std::vector<Word>& name,
                                  const std::optional<CatalogueHit>& head, SectionId section) {
  if (name.size() < 2) return std::nullopt;
  for (const std::optional<CatalogueHit>& hit : {head, catalogue_hit(name, 0)}) {
    const catalogue::Kind* kind = hit ? meaning_of(draft, *hit, section) : nullptr;
    if (kind && kind->holds == catalogue::Holds::Account && kind->provider == provider_at(draft, section))
      return Reading{kind, Basis::Head, hit->from, hit->to, true};
  }
  return std::nullopt;
}

Reading read_words(const Draft& draft, const std::vector<Word>& name, const std::vector<Word>& value,
                   SectionId section) {
  if (name.size() > 1 && is_number(name.back().lower))  // "Route 53": the number is of the name
    if (const auto hit = catalogue_hit(name, 0); hit && hit->to == name.size())
      if (const catalogue::Kind* kind = meaning_of(draft, *hit, section); kind && tells(*hit, *kind))
        return {kind, Basis::Exact, 0, name.size(), true};
  const std::size_t all = without_ordinal(name);
  if (all == 0) return {};
  if (const auto first = noun_before_of(name))
    if (const catalogue::Kind* kind = meaning_of(draft, *first, section)) {
      const catalogue::Kind* told = leading_kind(draft, value, section);
      const bool strong = tells(*first, *kind);
      if (told && !strong) return {told, Basis::Value, 0, 0, true};
      return {kind, Basis::Head, 0, first->to, strong};
    }
  const auto own = std::span<const catalogue::Kind* const>(draft.topic(section).kinds);
  std::vector<CatalogueHit> hits = catalogue_hits(name);
  const std::size_t end = before_preposition(name, hits, all);
  if (end < all) std::erase_if(hits, [&](const CatalogueHit& hit) { return hit.to > end; });
  // "Log Analytics & Application Insights": two in one box; it is called by the first.
  if (const CatalogueHit* first = first_of_two(name, hits))
    if (const catalogue::Kind* kind = meaning_of(draft, *first, section))
      return {kind, Basis::Head, first->from, first->to, true};
  // The head noun decides: the longest catalogue name that the name ends with.
  std::optional<CatalogueHit> head;
  for (std::size_t from = 0; from < end && !head; ++from)
    if (name[from].mark == Mark::None)
      if (auto hit = catalogue_hit(name, from);
          hit && hit->to == end && !is_activity(draft, name, *hit, section) && meaning_of(draft, *hit, section))
        head = hit;
  // "Azure Firewall `fw-hub`": the kind, and what it is called.
  if (const auto whole = catalogue_hit(name, 0); whole && whole->to < end && name[whole->to].code)
    if (const catalogue::Kind* kind = meaning_of(draft, *whole, section);
        kind && tells(*whole, *kind) &&
        std::all_of(name.begin() + static_cast<std::ptrdiff_t>(whole->to),
                    name.begin() + static_cast<std::ptrdiff_t>(end), [](const Word& w) { return w.code; }))
      return {kind, Basis::Head, 0, whole->to, true};
  if (const catalogue::Kind* kind = by_prefix(draft, name)) {
    // "app-subnets" is no app: a word that everybody uses is a prefix only where nothing better ends the name.
    const auto abbreviation = catalogue_hit(name, 0);
    const bool unique = abbreviation && names_kind(abbreviation->rows, *kind);  // "sg-alb"
    const bool everyday = !unique && (lexicon::is_generic(name[0].norm) || name[0].norm == "log");
    if (!head || (head->from > 0 && !everyday)) return {kind, Basis::Head, 0, 1, true};
  }
  const CatalogueHit* part = nullptr;
  for (const CatalogueHit& hit : hits) {
    if (!part && tells(hit, catalogue::kinds()[hit.rows.front().kind]) && !is_activity(draft, name, hit, section))
      part = &hit;
  }
  if (head) {
    const catalogue::Kind* kind = meaning_of(draft, *head, section);
    const bool exact = head->from == 0;
    // "IAM cluster role" is the cloud's, though Kubernetes has cluster roles.
    if (kind && part && kind->provider == "k8s" && part->to <= head->from && head->to - head->from > 1)
      if (const auto noun = catalogue_hit(name, head->to - 1))
        if (const catalogue::Kind* own_kind = meaning_of(draft, *noun, section);
            own_kind && own_kind->category == catalogue::Category::Security &&
            own_kind->provider == catalogue::kinds()[part->rows.front().kind].provider)
          return {own_kind, Basis::Head, noun->from, noun->to, true};
    // "Aurora PostgreSQL Database": the cloud's service, and what it runs.
    if (kind && part && part->from < head->from && (kind->provider == "generic" || kind->provider == "tool"))
      if (const catalogue::Kind* service = meaning_of(draft, *part, section);
          service && service->provider == provider_at(draft, section) && service->category == kind->category)
        return {service, Basis::Head, part->from, part->to, true};
    if (kind && (tells(*head, *kind) || has_kind(context_kinds(draft, section), kind) || kind->provider == "k8s"))
      return {kind, exact ? Basis::Exact : Basis::Head, head->from, head->to, tells(*head, *kind)};
  }
  // "Container Registry" under "Services" is a registry.
  const bool any_service = own.size() == 1 && own.front()->id == "generic.service";
  if (any_service && head && head->from == 0)
    if (const catalogue::Kind* kind = meaning_of(draft, *head, section); kind && kind->provider != "generic")
      return {kind, Basis::Exact, 0, head->to, tells(*head, *kind)};
  for (const catalogue::Kind* kind : own)
    if (own.size() == 1 && lexicon::is_open(kind->id)) return {kind, Basis::Context, 0, end, false};
  if (part && part->to < end && !name[part->to].code && lexicon::is_feature(key_of(name, part->to, end))) return {};
  if (head)
    if (const catalogue::Kind* kind = meaning_of(draft, *head, section);
        kind && part && kind->provider == provider_at(draft, section))
      return {kind, Basis::Head, head->from, head->to, false};
  if (const auto holder = account_of(draft, name, head, section)) return *holder;
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

/// "Auth Service" is a service: which part it plays its own words say.
bool only_called_service(const std::vector<Word>& name, const Reading& reading) {
  if (!reading.kind || reading.kind->provider != "generic" || reading.to == 0) return false;
  const WordText& last = name[std::min(reading.to, name.size()) - 1].norm;
  return (last == "service" || last == "svc") && reading.kind->category != catalogue::Category::Actor &&
         reading.kind->id != "generic.external-system";
}

/// Under "Kubernetes Workloads" a "Sample App Service" is a Service, whatever a cloud offers by the last two words.
const catalogue::Kind* kubernetes_object(const Draft& draft, const std::vector<Word>& name, const Reading& reading,
                                         SectionId section) {
  if (!reading.kind || reading.basis != Basis::Head || reading.from == 0 || reading.kind->provider == "k8s" ||
      !draft.topic(section).kubernetes)
    return nullptr;
  const auto hit = catalogue_hit({name[reading.to - 1]}, 0);
  const catalogue::Kind* kind = hit ? meaning_of(draft, *hit, section) : nullptr;
  return kind && kind->provider == "k8s" && kind->scope == catalogue::Scope::Cluster ? kind : nullptr;
}

/// "EKS Cluster Role: IAM role for …": the text says of which kind of role it speaks.
const catalogue::Kind* told_better(const Draft& draft, const std::vector<Word>& value, const Reading& reading,
                                   SectionId section) {
  if (!reading.kind || reading.kind->provider != "k8s" || value.empty()) return nullptr;
  const catalogue::Kind* told = leading_kind(draft, value, section);
  if (!told || told->provider == "k8s") return nullptr;
  const bool cluster =
      told->holds == catalogue::Holds::Cluster && reading.kind->holds == catalogue::Holds::Cluster;  // "Cluster: EKS"
  if (draft.topic(section).kubernetes && !cluster) return nullptr;
  return told->provider == draft.provider && told->category == reading.kind->category ? told : nullptr;
}

/// "VM1", "db2": one of several, told by a number.
Reading numbered(const Draft& draft, const Word& name, SectionId section) {
  const std::string_view text = name.lower;
  const std::size_t end = text.find_last_not_of("0123456789");
  if (end == std::string_view::npos || end + 1 == text.size() || end < 1) return {};
  const std::vector<Word> noun = words_of(text.substr(0, end + 1));
  const auto hit = noun.size() == 1 ? catalogue_hit(noun, 0) : std::nullopt;
  const catalogue::Kind* kind = hit ? meaning_of(draft, *hit, section) : nullptr;
  if (!kind || is_technology(*kind) || kind->category == catalogue::Category::Actor) return {};
  return {kind, Basis::Everyday, 0, 1, false};
}

}  // namespace

Reading read_name(const Draft& draft, const std::vector<Word>& name, const std::vector<Word>& value,
                  SectionId section) {
  Reading reading = read_words(draft, name, value, section);
  if (!reading.kind && name.size() == 1) reading = numbered(draft, name.front(), section);
  // "Operators" are people, though software is called so.
  if (reading.kind && !reading.strong && name.size() == 1 && reading.kind->provider == "k8s")
    if (const std::string_view actor = lexicon::actor_kind(name.front().norm); !actor.empty())
      reading.kind = &catalogue::kind_or_unknown(actor);
  if (only_called_service(name, reading)) reading.kind = &catalogue::kind_or_unknown("generic.service");
  if (const catalogue::Kind* object = kubernetes_object(draft, name, reading, section)) {
    reading.kind = object;
    reading.strong = false;
  }
  if (const catalogue::Kind* told = told_better(draft, value, reading, section)) reading.kind = told;
  return reading;
}

}  // namespace skydraft::understand
