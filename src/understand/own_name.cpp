#include "understand/own_name.hpp"

#include <algorithm>

#include "understand/classify.hpp"
#include "understand/head_noun.hpp"
#include "understand/languages.hpp"
#include "understand/misspelt.hpp"
#include "understand/people.hpp"
#include "understand/sites.hpp"

namespace skydraft::understand {
namespace {

using lexicon::is_class;
using lexicon::Tense;
using lexicon::WordClass;

constexpr std::size_t kMaxModifiers = 4;  // words before the noun that says what it is
constexpr std::size_t kLongestBold = 5;   // words of a name in bold
constexpr std::size_t kMaxSameKind = 64;
constexpr std::size_t kMaxSharing = 6;  // things that may share a noun

class OwnName {
 public:
  OwnName(Draft& draft, const std::vector<Word>& words, std::string_view text, SectionId section)
      : draft_(draft), words_(words), text_(text), section_(section) {}

  std::optional<Reference> bold(std::size_t at, const std::optional<Reference>& found) const {
    if (!words_[at].strong || (at > 0 && words_[at - 1].strong && words_[at - 1].mark == Mark::None))
      return std::nullopt;
    std::size_t to = at;
    while (to < words_.size() && words_[to].strong && words_[to].mark == Mark::None) ++to;
    if (to == at || to - at > kLongestBold || (to < words_.size() && words_[to].strong)) return std::nullopt;
    // "the **Read API**": everyday words, but written like the name of a part.
    const bool part = at > 0 && is_class(words_[at - 1].lower, WordClass::Determiner) && capitalised(at, to) &&
                      ends_with_head(at, to);
    if (found && found->to >= to && !(part && found->to > to)) return std::nullopt;  // "the **Read API** server"
    bool name = false;
    for (std::size_t i = at; i < to; ++i) {
      const Word& word = words_[i];
      const lexicon::VerbForm* verb = lexicon::find_verb(word.lower);
      if (small(word) || (verb && verb->tense != Tense::Base) || is_number(word.lower)) return std::nullopt;
      name = name || !(lexicon::is_descriptive(word.lower) || lexicon::is_generic(word.norm) || verb ||
                       lexicon::is_group(word.norm) || lexicon::is_feature(word.norm) || word.norm.size() < 3 ||
                       !lexicon::attribute_for(word.norm).empty());
    }
    // In bold stand names and what matters; what is called a service after it, or ends like one, is a name.
    const bool adjective = inside_compound(to - 1) && lexicon::is_hyphen_end(words_[to - 1].lower);  // "AWS-ready"
    if (!(name || part) || adjective || lexicon::is_whole(words_[to - 1].norm)) return std::nullopt;
    const bool acts = at > 0 && words_[at - 1].lower == "the" && acts_at(to);  // "The **back office** lets …"
    if (!acts && (to - at == 1 ? !sounds_like_name(at, to) : !capitalised(at, to) && !ends_with_head(at, to)))
      return std::nullopt;
    if (auto known = misspelt_name(draft_, words_, at, to)) return known;  // "Ordres API"
    const std::string_view service = service_before(at, to);
    Reference reference = made(at, to, service.empty() ? bold_kind(at, to) : service);
    reference.to = found && found->to > to ? found->to : to;
    return reference;
  }

  bool acts_at(std::size_t at) const {
    return plain(at) && (lexicon::is_third_person(words_[at].lower) || words_[at].lower == "is");
  }

  /// "Kafka Connect **Mongo Sink**": a part that the service before it runs.
  std::string_view service_before(std::size_t at, std::size_t to) const {
    if (at == 0 || !plain(at - 1) || lexicon::head_kind(words_[to - 1].norm).empty()) return {};
    for (std::size_t from = at > 3 ? at - 3 : 0; from < at; ++from) {
      const auto hit = catalogue_hit(words_, from);
      if (!hit || hit->to != at) continue;
      const catalogue::Kind* kind = meaning_of(draft_, *hit, section_);
      return kind && tells(*hit, *kind) && kind->holds == catalogue::Holds::NotAContainer ? kind->id
                                                                                          : std::string_view();
    }
    return {};
  }

  /// "filled by `orders-importer`": whoever does something and is called so, whatever it is.
  std::optional<Reference> agent(std::size_t at) const {
    if (!words_[at].code || at < 2) return std::nullopt;
    std::size_t by = at - 1;
    while (by > 0 && (words_[by].code || words_[by].mark == Mark::Comma || words_[by].lower == "and")) --by;
    const lexicon::VerbForm* verb = by > 0 ? lexicon::find_verb(words_[by - 1].lower) : nullptr;
    if (words_[by].lower != "by" || !verb || verb->tense != Tense::Participle) return std::nullopt;
    if (lexicon::verb_of(*verb).kind != lexicon::VerbKind::Flow) return std::nullopt;
    std::size_t to = at + 1;
    while (plain(to) && words_[to].code && words_[to].joined && text_[words_[to].begin - 1] == '-') ++to;
    const bool whole =
        !(to < words_.size() && words_[to].code && words_[to].joined) && !(words_[at].joined && words_[at - 1].code);
    if (!whole || to < at + 2) return std::nullopt;
    return made(at, to, "generic.service");
  }

  std::optional<Reference> noun_phrase(std::size_t at, bool determined, const std::optional<Reference>& found) const {
    if (auto one = one_of_several(at, determined)) return one;
    const auto whole = head_at(at);  // "virtual machine"
    const bool marked = words_[at].capital || words_[at].code;
    if (!whole && !determined && !marked) return std::nullopt;
    const bool describes =
        lexicon::is_descriptive(words_[at].lower) && !words_[at].code && !(whole && whole->to > at + 1);
    if ((describes && !(determined && lexicon::is_contrast(words_[at].lower))) || inside_compound(at) ||
        inside_brand(words_, at) || adjective(at))
      return std::nullopt;
    std::optional<Head> head;
    for (std::size_t i = at; i < words_.size() && i <= at + kMaxModifiers; ++i) {
      if (words_[i].mark != Mark::None) break;
      if (const auto here = i == at ? whole : head_at(i)) {
        head = here;
        if (!continues(here->to)) break;
        i = here->to - 1;
        continue;
      }
      if (!modifies(i, at, determined) || owns(i)) break;
    }
    if (!head) return std::nullopt;
    // "the raw bucket": an adjective that tells it from another of its kind.
    const bool told = head->from == at + 1 && lexicon::is_contrast(words_[at].lower) &&
                      ((head->kind->provider != "generic" && lexicon::is_open(head->kind->id)) ||
                       lexicon::is_acting(head->kind->id) || head->kind->category == catalogue::Category::Compute);
    if ((describes && !told) || does_hold(at)) return std::nullopt;
    const std::size_t to = with_letter(head->to);
    // "database-consistent backups"
    if (plain(to) && inside_compound(to) && !words_[to].code) return std::nullopt;
    if (names_none(words_, at, *head, to)) return std::nullopt;
    if (head->from == at) {
      if (const std::size_t end = qualified(head->to); determined && end > head->to)
        return made(at, end, head->kind->id);
      if (to == head->to) return found && found->to >= to ? std::nullopt : role(*head, determined);
      return made(at, to, head->kind->id);
    }
    if (describes_after(draft_.language) && !words_[at].capital && !words_[at].code) return std::nullopt;
    if (found && (found->to >= head->to || verb_like(*head))) return std::nullopt;
    if (determined && is_made_with(words_, at, *head)) return made_with(at, *head);
    const bool pods = head->kind->id == "k8s.pod" && !lexicon::head_kind(words_[at].norm).empty();  // "the api pods"
    const bool service = names_service(at, head->from);
    const bool workload = service && lexicon::stands_for("workload", head->kind->id);  // "the MongoDB StatefulSet"
    if (!(told || pods || workload || distinct(at, head->from)) || (service && !workload) || splits_code(at, to))
      return std::nullopt;
    if (!determined && !marked) return std::nullopt;
    // "the lost gateway": a word of no weight before a thing that has its name already.
    if (!marked && !head->strong && !draft_.named(words_, head->from, head->to).empty()) return std::nullopt;
    if (const auto known = known_by(at, *head)) return known;
    if (const auto known = of_the_product(at, *head)) return known;
    if (auto known = misspelt_name(draft_, words_, at, to)) return known;  // "Ordres API"
    Reference reference =
        made(at, to, head->plural && words_[to - 1].norm == "manager" ? "generic.user" : head->kind->id);
    const bool last = head->plural && is_last_of_several(at, *head);
    reference.plural = head->plural && !last;
    if (last) reference.name.resize(reference.name.size() - words_[to - 1].lower.size());
    if (last) reference.name += words_[to - 1].norm;
    return reference;
  }

 private:
  /// The "stock services" of "the orders, billing and stock services": one, too.
  bool is_last_of_several(std::size_t at, const Head& head) const {
    return at >= 2 && words_[at - 1].lower == "and" && head.from == at + 1 && head.to == at + 2 && tells_one(at - 2) &&
           head.kind->holds == catalogue::Holds::NotAContainer && one_of_several(at - 2, true).has_value();
  }

  bool plain(std::size_t at) const { return at < words_.size() && words_[at].mark == Mark::None; }

  static bool small(const Word& word) {
    const WordText& text = word.lower;
    return !word.code &&
           (text == "and" || text == "or" || text == "plus" ||
            is_class(text, {WordClass::Preposition, WordClass::Auxiliary, WordClass::Modal, WordClass::Relative,
                            WordClass::Pronoun, WordClass::Subordinator, WordClass::Negation, WordClass::Determiner}));
  }

  /// "the other hosts virtual machines"
  bool does_hold(std::size_t at) const {
    if (words_[at].capital || words_[at].code || !lexicon::is_third_person(words_[at].lower)) return false;
    return lexicon::verb_of(*lexicon::find_verb(words_[at].lower)).kind == lexicon::VerbKind::Contains;
  }

  /// "Backend caches sessions": after a name, a word that is also a verb is one.
  bool verb_like(const Head& head) const {
    return head.to == head.from + 1 && lexicon::is_third_person(words_[head.from].lower) && !words_[head.from].capital;
  }

  /// "the load balancer", "a cache": one that has no name, where the document has none of its kind.
  std::optional<Reference> role(const Head& head, bool determined) const {
    const bool counted = head.plural && head.from > 0 && count_of(words_[head.from - 1]) > 1;  // "two virtual machines"
    const bool those = head.plural && !counted &&
                       ((head.from > 0 && words_[head.from - 1].lower == "the") || workers_act(words_, head));
    if (!(determined || those) || head.strong || (head.plural && !counted && !those) || verb_like(head))
      return std::nullopt;
    const std::string_view kind = head.kind->provider == "generic" ? head.kind->id : generic_kind(head);
    const bool lone = lexicon::is_lone(words_[head.to - 1].norm) ||  // "the API", "the API service"
                      (head.to == head.from + 2 && lexicon::is_lone(words_[head.from].norm));
    if (titled(head) || lone) return made(head.from, head.to, kind);
    // "the web app": an application that is a part with a role.
    const bool acting =
        lexicon::is_acting(kind) || is_role(draft_, lexicon::head_kind(key_of(words_, head.from, head.to)));
    if (first_here(draft_, section_, draft_.of_kind(kind)) || !(is_role(draft_, kind) || acting)) return std::nullopt;
    Reference reference = made(head.from, head.to, kind);
    reference.acts_only =
        !draft_.only_tells && (those || (!is_role(draft_, kind) && !is_described_after(words_, head.to)));
    return reference;
  }

  /// "the orders, billing and stock services": one of those that share a noun.
  std::optional<Reference> one_of_several(std::size_t at, bool determined) const {
    // "public and private subnets"
    const bool told = lexicon::is_contrast(words_[at].lower);
    if (!determined && !told && !words_[at].capital && !words_[at].code) return std::nullopt;
    bool joined = false, each = false;
    std::size_t i = at;
    for (std::size_t n = 0; n < kMaxSharing && tells_one(i); ++n) {
      if (joined) {
        const auto head = plain(i + 1) ? shared_at(i + 1) : std::nullopt;
        const bool holds = head && head->kind->holds != catalogue::Holds::NotAContainer;
        if (!head || !(head->plural || (each && holds)) || (!determined && !holds)) return std::nullopt;
        Reference one = made(at, at + 1, head->kind->id);
        one.plural = holds && head->plural;
        one.name += " " + (one.plural ? std::string(text_.substr(words_[head->from].begin,
                                                                 words_[head->to - 1].end - words_[head->from].begin))
                                      : std::string(words_[head->to - 1].norm));
        if (const auto known = first_here(draft_, section_, draft_.named(key_of(one.name)))) one.ids = {*known};
        return one;
      }
      if (++i >= words_.size() || (words_[i].mark != Mark::Comma && words_[i].lower != "and")) return std::nullopt;
      for (; i < words_.size() && (words_[i].mark == Mark::Comma || words_[i].lower == "and" || each_again(i)); ++i) {
        joined = joined || words_[i].lower == "and";
        each = each || each_again(i);
      }
    }
    return std::nullopt;
  }

  /// "two public and two private subnets", "a public and a private subnet"
  bool each_again(std::size_t at) const {
    return words_[at - 1].lower == "and" && plain(at + 1) && lexicon::is_contrast(words_[at + 1].lower) &&
           (is_indefinite_article(words_[at].lower) || count_of(words_[at]) > 0);
  }

  /// The noun that several things share: also one of containers, "subnets".
  std::optional<Head> shared_at(std::size_t at) const {
    if (auto head = head_at(at)) return head;
    const auto hit = catalogue_hit(words_, at);
    const catalogue::Kind* kind = hit ? meaning_of(draft_, *hit, section_) : nullptr;
    if (!kind || !lexicon::is_open(kind->id)) return std::nullopt;
    return Head{at, hit->to, kind, true, hit->plural};
  }

  /// The word tells one thing from others that are called by the same noun.
  bool tells_one(std::size_t at) const {
    if (!plain(at) || small(words_[at]) || is_number(words_[at].lower)) return false;
    if (lexicon::is_contrast(words_[at].lower)) return true;
    const lexicon::VerbForm* verb = lexicon::find_verb(words_[at].lower);
    return !lexicon::is_descriptive(words_[at].lower) &&
           !(lexicon::is_generic(words_[at].norm) && !names_software(words_, at)) &&
           (!verb || verb->tense == Tense::Third || verb->tense == Tense::Base) && !names_service(at, at + 1);
  }

  /// "el servicio de cocina", "a API de pedidos": in Romance languages what tells it from others comes after the noun.
  std::size_t qualified(std::size_t to) const {
    if (!describes_after(draft_.language) || !plain(to) || words_[to].lower != "of") return to;
    std::size_t at = to + 1;
    while (plain(at) && words_[at].lower == "the") ++at;
    if (!plain(at) || words_[at].code || small(words_[at]) || lexicon::find_verb(words_[at].lower) ||
        catalogue_hit(words_, at) || lexicon::is_generic(words_[at].norm) || lexicon::is_descriptive(words_[at].lower))
      return to;
    return at + 1;
  }

  /// "the Web App": written like a name.
  bool titled(const Head& head) const {
    if (head.to - head.from < 2) return false;
    for (std::size_t i = head.from; i < head.to; ++i)
      if (!words_[i].capital) return false;
    return true;
  }

  std::string_view generic_kind(const Head& head) const {
    const std::string_view noun = lexicon::head_kind(key_of(words_, head.from, head.to));
    if (is_role(draft_, noun)) return noun;
    for (const catalogue::Alias& row : catalogue::find_alias(key_of(words_, head.from, head.to)))
      if (catalogue::kinds()[row.kind].provider == "generic") return catalogue::kinds()[row.kind].id;
    return noun;
  }

  /// The word goes on from a hyphen: "memory" of "in-memory".
  bool inside_compound(std::size_t at) const {
    return at > 0 && words_[at].joined && words_[at - 1].mark == Mark::None &&
           words_[at - 1].end + 1 == words_[at].begin && text_[words_[at - 1].end] == '-';
  }

  /// "Kafka-based", "event-driven"
  bool adjective(std::size_t at) const {
    if (!plain(at + 1) || !inside_compound(at + 1)) return false;
    while (plain(at + 1) && inside_compound(at + 1)) ++at;
    return lexicon::is_descriptive(words_[at].lower) || words_[at].lower.ends_with("ing");
  }

  /// "the ring's store"
  bool owns(std::size_t at) const {
    return owns_next(text_, words_[at].end) || text_.substr(words_[at].end).starts_with("' ");
  }

  /// A code run is one name, or no name at all.
  bool splits_code(std::size_t from, std::size_t to) const {
    const auto joined = [&](std::size_t left) {
      return plain(left) && plain(left + 1) && words_[left].code && words_[left + 1].code && words_[left + 1].joined;
    };
    return (from > 0 && joined(from - 1)) || joined(to - 1);
  }

  std::optional<Head> head_at(std::size_t at) const { return understand::head_at(draft_, words_, at, section_); }

  /// Another noun follows that may be the head: "queue worker".
  bool continues(std::size_t at) const { return plain(at) && head_at(at).has_value() && !words_[at].code; }

  bool modifies(std::size_t i, std::size_t at, bool determined) const {
    const Word& word = words_[i];
    if (word.code) return true;
    // A particle stands between two names there: "CloudFrontはAPI Gatewayに".
    if (is_verb_last(draft_.language) && static_cast<unsigned char>(word.lower.front()) >= 0x80) return false;
    if (word.lower == "up" || word.lower == "down") return i > at && determined;
    if (word.lower == "connected" || small(word) || is_number(word.lower) || word.lower.ends_with("ly")) return false;
    if (i > at && !word.capital && word.lower.ends_with("ing")) return false;
    const lexicon::VerbForm* verb = lexicon::find_verb(word.lower);
    if (i == at && begins_sentence(i) && lexicon::is_activity(word.lower)) return false;  // "Deploying services is …"
    // "metrics include …": a plural, and what it does.
    if (verb && i > at && verb->tense == Tense::Base && words_[i - 1].plural && !word.capital) return false;
    if (!verb || lexicon::is_contrast(word.lower)) return true;
    // "Manages API keys": any sentence begins with a capital.
    // "Create new instance", "Scan S3": an order.
    const bool order =
        word.lower == "use" || (verb->tense == Tense::Base && plain(i + 1) &&
                                (lexicon::is_descriptive(words_[i + 1].lower) || is_brand(words_, i + 1)));
    if (word.capital) return !(i == at && (verb->tense == Tense::Third || order) && begins_sentence(i));
    const bool second = i > 0 && words_[i - 1].lower == "and";  // "reads and writes orders"
    return determined && (verb->tense == Tense::Base || verb->tense == Tense::Gerund ||
                          (verb->tense == Tense::Third && i == at && !second));
  }

  bool begins_sentence(std::size_t at) const {
    return at == 0 || words_[at - 1].mark == Mark::Stop || words_[at - 1].mark == Mark::Colon;
  }

  /// "the Django backend": the one that there is.
  Reference made_with(std::size_t at, const Head& head) const {
    auto known = reference_at(draft_, words_, head.from, text_, section_);
    if (!known || known->ids.size() != 1) return made(at, head.to, head.kind->id);
    known->from = at;
    return *known;
  }

  bool distinct(std::size_t from, std::size_t to) const {
    for (std::size_t i = from; i < to; ++i) {
      const Word& word = words_[i];
      const auto hit = word.code || !word.capital ? std::nullopt : catalogue_hit(words_, i);
      if (hit && is_framework(catalogue::kinds()[hit->rows.front().kind])) continue;  // "the Go service"
      // "the user service", "the worker service", "the API service"
      const std::string_view part = lexicon::head_kind(word.norm);
      const bool acts = part == "generic.worker" || part == "generic.api" || lexicon::is_role(part);
      if (i + 1 == to && (acts || !lexicon::actor_kind(word.norm).empty())) return !word.plural;
      if (word.code || !(lexicon::is_descriptive(word.lower) || lexicon::is_generic(word.norm) ||
                         lexicon::is_group(word.norm) || is_number(word.lower) || word.norm.size() < 2))
        return true;
    }
    return false;
  }

  /// "the Redis cache", "a GitHub webhook": a service's name says what it is, or whose.
  bool names_service(std::size_t from, std::size_t to) const {
    for (std::size_t i = from; i < to; ++i) {
      if (!plain(i)) continue;
      const auto hit = catalogue_hit(words_, i);
      if (hit && tells(*hit, catalogue::kinds()[hit->rows.front().kind]) &&
          !is_framework(catalogue::kinds()[hit->rows.front().kind]))
        return true;
      const WordText& text = words_[i].lower;
      if (lexicon::is_provider_word(text) || text == "kubernetes" || text == "cloud") return true;
    }
    return false;
  }

  /// "Kafka topic A", "node 2"
  std::size_t with_letter(std::size_t to) const {
    return plain(to) && words_[to].lower.size() == 1 && words_[to].capital && (!plain(to + 1) || small(words_[to + 1]))
               ? to + 1
               : to;
  }

  /// The one thing of this kind whose purpose the words before the noun say.
  std::optional<Reference> known_by(std::size_t at, const Head& head) const {
    std::optional<ComponentId> only;
    const auto same = draft_.of_kind(head.kind->id);
    if (same.size() > kMaxSameKind) return std::nullopt;
    for (const ComponentId id : same) {
      WordTexts said = draft_.parts[id.index].words;
      said.insert(said.end(), draft_.parts[id.index].tasks.begin(), draft_.parts[id.index].tasks.end());
      bool all = true;
      for (std::size_t i = at; i < head.from; ++i)
        all = all && (contains(said, words_[i].norm) || (lexicon::is_descriptive(words_[i].lower) &&
                                                         std::ranges::none_of(said, [&](const WordText* word) {
                                                           return lexicon::excludes(words_[i].lower, *word);
                                                         })));
      if (!all) continue;
      if (only) return std::nullopt;
      only = id;
    }
    if (!only) return std::nullopt;
    return Reference{at, head.to, {*only}, {}, nullptr, {}, head.plural, true};
  }

  /// "the Parcelly API" in a document about Parcelly: the API that it has.
  std::optional<Reference> of_the_product(std::size_t at, const Head& head) const {
    if (draft_.outline.sections.empty()) return std::nullopt;
    const std::vector<Word>& title = draft_.outline.sections.front().words;
    for (std::size_t i = at; i < head.from; ++i)
      if (!words_[i].capital || lexicon::is_generic(words_[i].norm) ||
          std::ranges::none_of(title, [&](const Word& word) { return word.norm == words_[i].norm; }))
        return std::nullopt;
    std::optional<Reference> known = reference_at(draft_, words_, head.from, text_, section_);
    if (!known || known->ids.size() != 1 || known->to != head.to || known->rule == "all-of-kind") return std::nullopt;
    known->from = at;
    return known;
  }

  bool sounds_like_name(std::size_t at, std::size_t to) const {
    if (plain(to) && !lexicon::head_kind(words_[to].norm).empty()) return true;
    if (to - at == 1 && !words_[at].plural && !lexicon::head_kind(words_[at].norm).empty())
      return true;  // "**notifier**"
    const WordText& name = words_[at].lower;
    return name.find_first_of("_0123456789") != std::string::npos || words_[at].code ||
           (words_[at].norm.size() > 4 && !words_[at].plural && !name.ends_with("er") && at > 0);
  }

  bool capitalised(std::size_t at, std::size_t to) const {
    for (std::size_t i = at; i < to; ++i)
      if (!words_[i].capital && !words_[i].joined) return false;
    return true;
  }

  bool ends_with_head(std::size_t at, std::size_t to) const {
    if ((plain(to) && head_at(to)) || !lexicon::head_kind(words_[to - 1].norm).empty()) return true;
    for (std::size_t i = at; i < to; ++i)
      if (const auto head = head_at(i); head && (head->to == to || with_letter(head->to) == to)) return true;
    return false;
  }

  std::string_view bold_kind(std::size_t at, std::size_t to) const {
    if (to == at + 1)
      if (const catalogue::Kind* kind = kind_of_camel_case(draft_, written(at), section_)) return kind->id;
    if (const auto whole = catalogue_hit(words_, at); whole && whole->to == to)
      if (const catalogue::Kind* kind = meaning_of(draft_, *whole, section_)) return kind->id;
    if (const std::string_view noun = lexicon::head_kind(words_[to - 1].norm); !noun.empty() && plain(to)) return noun;
    for (std::size_t i = at; i < to; ++i)
      if (const auto head = head_at(i); head && (head->to == to || with_letter(head->to) == to)) return head->kind->id;
    if (plain(to))
      if (const auto head = head_at(to)) return head->kind->id;
    return "generic.service";
  }

  std::string_view written(std::size_t at) const {
    return text_.substr(words_[at].begin, words_[at].end - words_[at].begin);
  }

  Reference made(std::size_t from, std::size_t to, std::string_view kind) const {
    std::string name;
    for (const char c : text_.substr(words_[from].begin, words_[to - 1].end - words_[from].begin))
      if (c != '"' && c != '`' && c != '*') name += c;
    Reference reference{from, to, {}, {}, &catalogue::kind_or_unknown(kind), std::move(name), false, true};
    if (const auto known = first_here(draft_, section_, draft_.named(words_, from, to))) reference.ids = {*known};
    return reference;
  }

  Draft& draft_;
  const std::vector<Word>& words_;
  std::string_view text_;
  SectionId section_;
};

}  // namespace

std::optional<Reference> own_name_at(Draft& draft, const std::vector<Word>& words, std::size_t at,
                                     std::string_view text, SectionId section, bool determined,
                                     const std::optional<Reference>& found) {
  if (at >= words.size() || words[at].mark != Mark::None) return std::nullopt;
  const OwnName names(draft, words, text, section);
  if (auto bold = names.bold(at, found)) return bold;
  if (!found)
    if (auto agent = names.agent(at)) return agent;
  return names.noun_phrase(at, determined, found);
}

std::optional<Reference> thing_at(Draft& draft, const std::vector<Word>& words, std::size_t at, std::string_view text,
                                  SectionId section, bool determined) {
  std::optional<Reference> found = reference_at(draft, words, at, text, section);
  std::optional<Reference> own = own_name_at(draft, words, at, text, section, determined, found);
  if (!own || (found && (own->to < found->to || (own->to == found->to && own->from != found->from)))) return found;
  own->own = true;
  return own;
}

}  // namespace skydraft::understand
