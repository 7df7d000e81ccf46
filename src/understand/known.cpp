#include "understand/known.hpp"

#include <algorithm>

#include "understand/reference.hpp"
#include "understand/sites.hpp"
#include "understand/sole.hpp"

namespace skydraft::understand {
namespace {

constexpr std::size_t kMaxCandidates = 16;
constexpr std::size_t kMaxNamed = 256;  // components looked through for a longer or a shorter name
constexpr std::size_t kMaxKin = 1024;   // components looked through for those that have all words of a name

bool is_actor(const catalogue::Kind& kind) { return kind.category == catalogue::Category::Actor; }

/// Whether the words of `shorter` are among those of `longer`, in their order.
bool is_part(const WordTexts& shorter, const WordTexts& longer) {
  std::size_t at = 0;
  for (const WordText* word : longer)
    if (at < shorter.size() && shorter[at] == word) ++at;
  return at == shorter.size();
}

/// The word is of what the component runs, by its attribute: "PostgreSQL" of an RDS.
bool is_engine(Draft& draft, ComponentId id, const WordText& word) {
  const model::Attribute* engine = draft.builder[id].attribute("engine");
  const auto* text = engine ? std::get_if<std::string>(&engine->value) : nullptr;
  if (!text) return false;
  const std::vector<Word> words = words_of(*text);
  return std::ranges::any_of(words, [&](const Word& w) { return &w.norm == &word; });
}

class Search {
 public:
  Search(Draft& draft, const std::vector<Word>& name, const Reading& reading)
      : draft_(draft), name_(name), reading_(reading) {}

  std::optional<ComponentId> run() {
    if (const auto id = under(key_of(name_, 0, name_.size()))) return id;
    if (const auto id = under(key_of(written_out(name_), 0, name_.size()))) return id;
    if (!name_.empty() && lexicon::is_provider_word(name_.front().norm))
      if (const auto id = under(key_of(name_, 1, name_.size()))) return id;
    if (const auto id = without_kind()) return id;
    if (const auto id = by_role()) return id;
    if (const auto id = made_and_hosted()) return id;
    if (const auto id = by_kind_alone()) return id;
    if (const auto id = by_core()) return id;
    if (const auto id = by_identifier()) return id;
    return by_last_word();
  }

 private:
  /// "API" drawn where the text lists one API, the "Orders API".
  std::optional<ComponentId> by_last_word() {
    if (name_.size() != 1 || !reading_.kind || is_actor(*reading_.kind)) return std::nullopt;
    const WordText& noun = name_.front().norm;
    if (lexicon::head_kind(noun).empty()) return std::nullopt;
    return sole(draft_, [&](ComponentId id) {
      const NameParts& parts = draft_.parts[id.index];
      if (reading_.kind->provider != "generic" && draft_.kind(id).id != reading_.kind->id) return false;
      return id.index < draft_.listed && !draft_.holds(id) && parts.words.size() > 1 && parts.words.back() == &noun &&
             !kind_only(id) && !draft_.builder[id].inferred() && !is_actor(draft_.kind(id));
    });
  }

  /// "NAT gateway": not called anything but its kind.
  bool kind_only(ComponentId id) {
    const auto hit = catalogue_hit(words_of(draft_.builder[id].name), 0);
    return hit && hit->to == draft_.parts[id.index].words.size();
  }

  /// A drawn user is no table "users".
  bool fits(ComponentId id) {
    const model::Component& component = draft_.builder[id];
    if (component.inferred()) return false;
    const catalogue::Kind& kind = draft_.kind(id);
    if (!reading_.kind) return true;
    if (is_actor(kind) != is_actor(*reading_.kind) || in_other_cloud(kind)) return false;
    if (component.kind == "generic.service" || !reading_.strong) return true;
    return same_family(component.kind, reading_.kind->id) || kind.category == reading_.kind->category;
  }

  /// A "VPC" drawn in Google Cloud is not the one in AWS.
  bool in_other_cloud(const catalogue::Kind& kind) const {
    const auto of_cloud = [](std::string_view provider) {
      return provider != "generic" && provider != "tool" && provider != "k8s" && provider != "onprem";
    };
    return kind.provider != reading_.kind->provider && of_cloud(kind.provider) && of_cloud(reading_.kind->provider);
  }

  std::optional<ComponentId> only(std::span<const ComponentId> ids, const std::string& key = {}) {
    std::optional<ComponentId> found;
    bool exact = false, several = false;
    for (const ComponentId id : ids) {
      if (!fits(id)) continue;
      const bool own = !key.empty() && key_of(draft_.builder[id].name) == key;
      if (found && own == exact) several = true;
      if (!found || (own && !exact)) {
        found = id;
        several = several && !own;
        exact = own;
      }
    }
    return several ? std::nullopt : found;
  }

  std::optional<ComponentId> under(const std::string& key) {
    return key.empty() ? std::nullopt : only(draft_.named(key), key);
  }

  /// "Orders Lambda", "Lambda Orders": the component called "orders", if it is one of that kind.
  std::optional<ComponentId> without_kind() {
    if (!reading_.kind || reading_.to <= reading_.from) return std::nullopt;
    const auto without = [&](const std::vector<Word>& name) {
      std::string key = key_of(name, 0, reading_.from);
      const std::string rest = key_of(name, reading_.to, name.size());
      if (!key.empty() && !rest.empty()) key += ' ';
      return key + rest;
    };
    auto id = under(without(name_));
    if (!id) id = under(without(written_out(name_)));
    if (!id) return std::nullopt;
    const std::string& kind = draft_.builder[*id].kind;
    return same_family(kind, reading_.kind->id) || kind == "generic.service" ? id : std::nullopt;
  }

  /// "ECS Fargate FastAPI API", where the list of parts says "API: ECS Fargate": what runs there, by its role alone.
  std::optional<ComponentId> by_role() {
    if (!reading_.kind || !reading_.strong || reading_.from > 0 || reading_.to >= name_.size()) return std::nullopt;
    const Word& last = name_.back();
    if (last.mark != Mark::None || lexicon::head_kind(last.norm).empty()) return std::nullopt;
    const auto id = under(last.norm);
    const bool called_so = id && draft_.parts[id->index].words.size() == 1;
    return called_so && same_family(draft_.builder[*id].kind, reading_.kind->id) ? id : std::nullopt;
  }

  /// "Next.js on Vercel": the one component of which the text has said that it is made with the one and runs on the
  /// other.
  std::optional<ComponentId> made_and_hosted() {
    const auto on = std::ranges::find_if(name_, [](const Word& w) { return w.lower == "on"; });
    if (on == name_.begin() || on == name_.end() || std::next(on) == name_.end()) return std::nullopt;
    return sole(draft_, [&](ComponentId id) {
      const NameParts& parts = draft_.parts[id.index];
      return !parts.tasks.empty() && std::ranges::all_of(name_, [&](const Word& word) {
        return word.mark != Mark::None || word.lower == "on" || contains(parts.tasks, word.norm) ||
               contains(parts.words, word.norm);
      });
    });
  }

  /// A name that says nothing but its kind means the component that is called so too, or the only one of the kind.
  bool kind_only(const WordTexts& core) const {
    return std::ranges::all_of(core, [&](const WordText* word) {
      return std::ranges::any_of(words_of(reading_.kind->name), [&](const Word& w) { return &w.norm == word; }) ||
             std::ranges::any_of(words_of(reading_.kind->short_name), [&](const Word& w) { return &w.norm == word; });
    });
  }

  /// "RDS PostgreSQL" where the one RDS runs PostgreSQL.
  bool of_the_only_one(const Word& word) {
    const auto all = draft_.of_kind(reading_.kind->id);
    return all.size() == 1 && is_engine(draft_, all.front(), word.norm);
  }

  std::optional<ComponentId> by_kind_alone() {
    if (!reading_.kind || !reading_.strong) return std::nullopt;
    for (std::size_t i = 0; i < name_.size(); ++i)
      if (name_[i].mark == Mark::None && (i < reading_.from || i >= reading_.to) &&
          !lexicon::is_generic(name_[i].norm) && !lexicon::is_provider_word(name_[i].norm) &&
          !of_the_only_one(name_[i]))
        return std::nullopt;
    std::vector<ComponentId> same, all;
    for (const ComponentId id : draft_.of_kind(reading_.kind->id)) {
      if (all.size() >= kMaxCandidates) break;
      if (draft_.builder[id].inferred()) continue;
      all.push_back(id);
      if (kind_only(draft_.parts[id.index].core)) same.push_back(id);
    }
    if (same.size() == 1) return same.front();
    const bool may_be_another =
        lexicon::is_open(reading_.kind->id) && reading_.kind->holds != catalogue::Holds::NotAContainer;
    return all.size() == 1 && !may_be_another ? std::optional(all.front()) : std::nullopt;
  }

  /// "Auth" and "Auth Service": the same words but for an everyday noun that one of them leaves out.
  std::optional<ComponentId> by_core() {
    WordTexts core, nouns;
    std::span<const ComponentId> having_rarest;  // of the words of the core
    for (const Word& word : written_out(name_)) {
      if (word.mark != Mark::None || lexicon::is_provider_word(word.norm)) continue;
      if (lexicon::is_generic(word.norm)) {
        nouns.push_back(&word.norm);
        continue;
      }
      const auto having = draft_.with_core(word.norm);
      if (core.empty() || having.size() < having_rarest.size()) having_rarest = having;
      core.push_back(&word.norm);
    }
    std::vector<ComponentId> same;
    for (const ComponentId id : having_rarest.first(std::min(having_rarest.size(), kMaxKin))) {
      if (same.size() >= kMaxCandidates) break;
      const std::string& kind = draft_.builder[id].kind;
      const bool kin = !reading_.kind || kind == "generic.service" || reading_.kind->id == "generic.service" ||
                       kind == reading_.kind->id;
      if (draft_.holds(id) != (reading_.kind && reading_.kind->holds != catalogue::Holds::NotAContainer)) continue;
      const NameParts& parts = draft_.parts[id.index];
      WordTexts others;
      for (const WordText* word : parts.words)
        if (lexicon::is_generic(*word) && !lexicon::is_provider_word(*word)) others.push_back(word);
      const bool one_noun = nouns.empty() || others.empty() || nouns == others;
      if (kin && one_noun && parts.core == core && fits(id)) same.push_back(id);
    }
    return same.size() == 1 ? std::optional(same.front()) : std::nullopt;
  }

  /// "Data Fetcher", a Lambda: the one Lambda whose identifier has these words, "shop-data-fetcher-prod".
  std::optional<ComponentId> by_identifier() {
    if (!reading_.kind || !reading_.strong || reading_.kind->holds != catalogue::Holds::NotAContainer)
      return std::nullopt;
    WordTexts core;
    for (std::size_t i = 0; i < name_.size(); ++i)
      if (name_[i].mark == Mark::None && (i < reading_.from || i >= reading_.to) && !lexicon::is_generic(name_[i].norm))
        core.push_back(&name_[i].norm);
    if (core.empty()) return std::nullopt;
    std::optional<ComponentId> found;
    const auto all = draft_.of_kind(reading_.kind->id);
    for (const ComponentId id : all.first(std::min(all.size(), kMaxNamed))) {
      const std::string& name = draft_.builder[id].name;
      if (name.find(' ') != std::string::npos || std::ranges::count(name, '-') < 2 ||
          !is_part(core, draft_.parts[id.index].words))
        continue;
      if (found) return std::nullopt;
      found = id;
    }
    return found;
  }

  Draft& draft_;
  const std::vector<Word>& name_;
  const Reading& reading_;
};

/// "PostgreSQL 15", "InfluxDB 2.7", but not "Redis 2", which may be the second one.
bool is_version(std::string_view text) {
  const auto digit = [](char c) { return c >= '0' && c <= '9'; };
  return !text.empty() && digit(text.front()) && (text.size() > 1 || text.front() > '4') &&
         std::ranges::all_of(text, [&](char c) { return digit(c) || c == '.'; });
}

/// Says nothing of its own in a name: "AWS", "HTTP", "cluster", "15".
bool is_weightless(const WordText* norm) {
  return is_version(*norm) || lexicon::is_provider_word(*norm) || lexicon::is_generic(*norm) ||
         lexicon::is_protocol(*norm);
}

/// The words of `longer` that `shorter`, a part of it, leaves out, in their order.
WordTexts left_out(const WordTexts& longer, const WordTexts& shorter) {
  WordTexts rest;
  std::size_t at = 0;
  for (const WordText* word : longer) {
    if (at < shorter.size() && shorter[at] == word)
      ++at;
    else
      rest.push_back(word);
  }
  return rest;
}

/// The words are a name of the kind, or say nothing.
bool only_says_service(const WordTexts& rest, const catalogue::Kind& kind) {
  std::string key;
  for (const WordText* word : rest) key.append(key.empty() ? "" : " ").append(*word);
  // "Container App" is not "API Container App": one of them, told by its role.
  if (rest.size() == 1 && !lexicon::head_kind(*rest.front()).empty()) return false;
  if (std::ranges::all_of(rest, is_weightless)) return true;
  return std::ranges::any_of(catalogue::find_alias(key),
                             [&](const catalogue::Alias& row) { return &catalogue::kinds()[row.kind] == &kind; });
}

/// A role or an engine that a cloud's service may be: "Kafka" of Amazon MSK.
bool may_be_engine_of(const catalogue::Kind& engine, const catalogue::Kind& service) {
  if (engine.id == service.id) return true;
  const bool plain = engine.provider == "generic" || engine.provider == "tool";
  const bool cloud = service.provider != "generic" && service.provider != "tool" && service.provider != "k8s";
  const bool runs = service.category == catalogue::Category::Container ||
                    service.category == catalogue::Category::Compute ||
                    service.category == catalogue::Category::Serverless;
  return plain && cloud &&
         (engine.category == service.category || (runs && engine.category == catalogue::Category::Application));
}

}  // namespace

std::optional<ComponentId> known_with_service(Draft& draft, const std::vector<Word>& name,
                                              const catalogue::Kind& kind) {
  if (kind.holds != catalogue::Holds::NotAContainer) return std::nullopt;
  WordTexts words;
  for (const Word& word : name) {
    if (word.mark != Mark::None || word.code) return std::nullopt;
    words.push_back(&word.norm);
  }
  const std::uint64_t bits = bits_of(words);
  std::optional<ComponentId> only;
  const std::size_t n = std::min(draft.parts.size(), kMaxNamed);
  for (std::uint32_t i = 0; i < n; ++i) {
    const ComponentId id{i};
    const std::uint64_t others = draft.parts[i].bits;
    if ((bits & ~others) != 0 && (others & ~bits) != 0) continue;
    const WordTexts& other = draft.parts[i].words;
    if (other.empty() || other.size() == words.size()) continue;
    const bool shorter = words.size() < other.size();
    const WordTexts &less = shorter ? words : other, &more = shorter ? other : words;
    if (!is_part(less, more) || draft.builder[id].inferred() || draft.holds(id)) continue;
    const catalogue::Kind &engine = shorter ? kind : draft.kind(id), &service = shorter ? draft.kind(id) : kind;
    const WordTexts rest = left_out(more, less);
    if (!may_be_engine_of(engine, service) ||
        !(only_says_service(rest, service) ||
          std::ranges::all_of(rest, [&](const WordText* word) { return is_engine(draft, id, *word); })))
      continue;
    if (only) return std::nullopt;
    only = id;
  }
  return only;
}

std::vector<Word> written_out(const std::vector<Word>& words) {
  std::vector<Word> result = words;
  for (Word& word : result)
    if (const std::string_view form = lexicon::long_form(word.lower); !form.empty())
      word = word.read_as(word.lower, form);
  return result;
}

std::optional<ComponentId> known_as(Draft& draft, const std::vector<Word>& name, const Reading& reading) {
  return Search(draft, name, reading).run();
}

std::optional<ComponentId> known_as_whole(Draft& draft, const Entry& entry) {
  const auto found = reference_at(draft, entry.label_words, 0, entry.text.text, entry.section);
  const bool whole = found && found->to == entry.label_words.size() && found->ids.size() == 1 && found->rule.empty();
  if (!whole || draft.builder[found->ids.front()].inferred() || elsewhere(draft, entry.section, found->ids.front()))
    return std::nullopt;
  WordTexts core;
  for (const Word& word : entry.label_words)
    if (word.mark == Mark::None && !lexicon::is_generic(word.norm)) core.push_back(&word.norm);
  return !core.empty() && core == draft.parts[found->ids.front().index].core ? std::optional(found->ids.front())
                                                                             : std::nullopt;
}

}  // namespace skydraft::understand
