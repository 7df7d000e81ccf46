#include "understand/reference.hpp"

#include <algorithm>
#include <array>

#include "understand/choice.hpp"
#include "understand/classify.hpp"
#include "understand/description.hpp"
#include "understand/engines.hpp"
#include "understand/members.hpp"
#include "understand/people.hpp"
#include "understand/sites.hpp"
#include "understand/sole.hpp"

namespace skydraft::understand {
namespace {

bool kubernetes_word(const Word& word) { return word.lower == "kubernetes" || word.lower == "k8s"; }

class Resolver {
 public:
  Resolver(Draft& draft, const std::vector<Word>& words, std::string_view text, SectionId section)
      : draft_(draft), words_(words), text_(text), section_(section) {}

  std::optional<Reference> at(std::size_t at) {
    if (!is_word(words_, at) || !may_begin(draft_, words_[at]) || any_of_the_cloud(words_, at)) return std::nullopt;
    const std::size_t start = kubernetes_word(words_[at]) && at + 1 < words_.size() ? at + 1 : at;
    auto name = name_hit(draft_, words_, at);
    if (!name && lexicon::is_provider_word(words_[at].norm) && at + 1 < words_.size() &&
        !any_of_the_cloud(words_, at + 1))  // "Azure Hub VNet"
      if ((name = name_hit(draft_, words_, at + 1))) name->from = at;
    if (name && are_a_twins(name->ids)) name.reset();
    if (name) without_verb(*name);
    if (name && is_word(words_, name->to) && words_[name->to].joined && is_part_of_identifier(at, name->to))
      name.reset();
    auto known = catalogue_hit(words_, at);
    // An identifier in code is one name: "k8s-ingress" is not "k8s".
    if (known && known->to < words_.size() && words_[known->to].joined &&
        (words_[at].code ? words_[known->to].code
                         : known->to > at + 1 && words_[at + 1].joined && is_part_of_identifier(at, known->to)))
      known.reset();
    if (start != at && (!known || known->to == at + 1))
      if (auto inner = catalogue_hit(words_, start)) {
        known = inner;
        known->from = at;
      }
    // "Redis pub/sub": a way to hand things on, not Google's service.
    if (known && !words_[known->from].capital && words_[known->from].lower == "pub" && draft_.provider != "gcp")
      known.reset();
    if (known) before_owned(known);
    if (known) before_verb(known);
    if (known) {
      if (auto further = one_more(*known)) return further;
      if (auto own = of_heading(*known)) return own;
    }
    const std::size_t known_to = known ? known->to : 0;
    if (name && name->to >= known_to && trusted(*name)) return by_name(*name);
    if (auto subnet = subnet_in_code(draft_, words_, text_, at, section_)) return subnet;
    auto described = described_at(draft_, words_, at);
    if (described && is_word(words_, described->to) && words_[described->to].joined &&
        is_part_of_identifier(at, described->to))
      described.reset();
    if (described && are_a_twins(described->ids)) described.reset();
    if (described && described->to >= known_to && !(known && is_another(*known, *described))) return described;
    if (known) {
      if (auto found = on_service(*known)) return found;
      if (auto found = by_kind(*known)) return found;
    }
    if (described) return described;
    if (auto last_word = by_last_word(at)) return last_word;
    return person_at(words_, text_, at);
  }

 private:
  bool are_a_twins(std::span<const ComponentId> ids) const {
    return !ids.empty() && std::ranges::all_of(ids, [&](ComponentId id) { return is_a_twins(draft_, section_, id); });
  }

  /// "aws-cloudfront-s3" is one name, too, and "api-gateway-based" none.
  bool is_part_of_identifier(std::size_t at, std::size_t to) const {
    const WordText& next = words_[to].lower;
    return !words_[at].capital && text_[words_[to].begin - 1] == '-' && !next.ends_with("ed") &&
           !next.ends_with("ing") && !lexicon::is_descriptive(next);
  }

  /// "GitHub" where there is a "GitHub App": a service's own name is that service, not another of the same vendor.
  bool is_another(const CatalogueHit& known, const Reference& described) {
    const catalogue::Kind* kind = meaning_of(draft_, known, section_);
    if (!kind || described.ids.size() != 1 || known.to != described.to || !tells(known, *kind)) return false;
    const catalogue::Kind& other = draft_.kind(described.ids.front());
    return kind->id != other.id && kind->provider == other.provider && kind->provider == "tool";
  }

  /// "the gateway": the last thing spoken of whose name ends so, else the only one of the document.
  std::optional<Reference> by_last_word(std::size_t at) const {
    const WordText& noun = words_[at].norm;
    if (!(definite(words_, at) || begins_acting(at)) ||
        (!lexicon::is_generic(noun) && lexicon::head_kind(noun).empty()))
      return std::nullopt;
    const bool has_own = noun == "api" && !draft_.of_kind("generic.api").empty();
    const auto ends_so = [&](ComponentId id) {
      const auto& name = draft_.parts[id.index].words;
      if (has_own && draft_.kind(id).provider == "tool") return false;  // "the API", and not the "Gmail API"
      const bool service = name.size() == 2 && name.front() == &noun && *name.back() == "service";  // "gateway service"
      return !name.empty() && (name.back() == &noun || service) && !draft_.builder[id].inferred() &&
             !is_a_twins(draft_, section_, id);
    };
    if (words_[at].plural) {  // "the workers": only where they can be no others
      if (const auto only = sole(draft_, ends_so)) return Reference{at, at + 1, {*only}, {}, nullptr, {}, true, false};
      Reference all{at, at + 1, {}, "all-of-kind", nullptr, {}, true, false};
      for (std::size_t i = draft_.spoken.size(); i-- > oldest_spoken(draft_) && all.ids.size() < kMaxAll;)
        if (ends_so(draft_.spoken[i]) && std::ranges::find(all.ids, draft_.spoken[i]) == all.ids.end())
          all.ids.push_back(draft_.spoken[i]);
      return all.ids.empty() ? std::nullopt : std::optional(all);
    }
    if (const auto only = sole(draft_, ends_so)) return Reference{at, at + 1, {*only}, {}, nullptr, {}, false, false};
    for (std::size_t i = draft_.spoken.size(); i-- > oldest_spoken(draft_);)
      if (ends_so(draft_.spoken[i]))
        return Reference{at, at + 1, {draft_.spoken[i]}, "last-of-kind", nullptr, {}, false, false};
    // "the application": the one thing of the document that runs.
    if ((noun != "application" && noun != "app" && noun != "service") || is_plain_noun(words_, at + 1))
      return std::nullopt;
    const lexicon::Query application("application");
    const auto runs = [&](ComponentId id) {
      return !draft_.builder[id].inferred() && lexicon::stands_for(application, draft_.builder[id].kind) &&
             !is_a_twins(draft_, section_, id);
    };
    if (const auto only = sole(draft_, runs))
      return Reference{at, at + 1, {*only}, "only-workload", nullptr, {}, false, false};
    // "ECS service running the application": by its own words.
    const auto runs_it = [&](ComponentId id) {
      return runs(id) && std::ranges::any_of(draft_.builder[id].purposes, [](const std::string& purpose) {
               return purpose.find("the application") != std::string::npos ||
                      purpose.find("the app ") != std::string::npos;
             });
    };
    if (const auto only = sole(draft_, runs_it))
      return Reference{at, at + 1, {*only}, "only-workload", nullptr, {}, false, false};
    return std::nullopt;
  }

  /// "App talks to …": a sentence's first word, and what it does.
  bool begins_acting(std::size_t at) const {
    if ((at > 0 && words_[at - 1].mark != Mark::Stop) || words_[at].plural || !is_word(words_, at + 1)) return false;
    return lexicon::is_third_person(words_[at + 1].lower) && !words_[at + 1].capital;
  }

  std::string written(std::size_t from, std::size_t to) const {
    return std::string(text_.substr(words_[from].begin, words_[to - 1].end - words_[from].begin));
  }

  /// An everyday word may be a thing's name ("monitoring"): it then counts only where it is marked as a name.
  bool trusted(const NameHit& hit) {
    if (heads_another(hit)) return false;
    if (std::ranges::all_of(hit.ids, [&](ComponentId id) { return is_other(hit.from, hit.to, id); })) return false;
    if (hit.to - hit.from > 1) return true;
    const Word& word = words_[hit.from];
    if (word.code || stands_like_name(hit)) return true;
    const catalogue::Kind& kind = draft_.kind(hit.ids.front());
    // "the author of the books" where a table is called "Books"
    const std::string& name = draft_.builder[hit.ids.front()].name;
    if (word.plural && !word.capital && name.front() >= 'A' && name.front() <= 'Z' &&
        word.norm.alias.aliases().empty() && lexicon::head_kind(word.norm).empty() &&
        kind.category != catalogue::Category::Actor)
      return false;
    // "The API validates orders" where a topic is called `orders`
    if (lexicon::is_moved(word.norm) && ((name.front() >= 'a' && name.front() <= 'z') || !called_so(hit)) &&
        !is_said_to_be(hit.from, hit.to, kind))
      return false;
    if (kind.holds == catalogue::Holds::Namespace) {  // "in the monitoring namespace", "runs in monitoring."
      const bool in = hit.from > 0 && words_[hit.from - 1].lower == "in" && !is_word(words_, hit.to);
      return in || (is_word(words_, hit.to) && words_[hit.to].norm == "namespace");
    }
    if (lexicon::is_generic(word.norm) || lexicon::find_verb(word.lower) ||
        lexicon::attribute_for(word.norm).size() > 0)
      return word.capital && hit.from > 0;
    return true;
  }

  /// "the Link service" where a table is called `links`: the noun says that it is something else.
  bool heads_another(const NameHit& hit) const {
    if (hit.to - hit.from > 1 || !is_word(words_, hit.to)) return false;
    const std::string& name = draft_.builder[hit.ids.front()].name;
    const std::string_view noun = lexicon::head_kind(words_[hit.to].norm);
    return name.front() >= 'a' && name.front() <= 'z' && is_told_by_noun(noun) &&
           std::ranges::none_of(hit.ids, [&](ComponentId id) { return noun_fits(draft_, words_[hit.to].norm, id); }) &&
           std::ranges::all_of(hit.ids, [&](ComponentId id) { return passive(draft_.kind(id)); });
  }
  static bool is_told_by_noun(std::string_view noun) {
    return noun == "generic.service" || noun == "generic.api" || noun == "generic.worker";
  }
  /// What holds data, and does nothing by itself.
  static bool passive(const catalogue::Kind& kind) {
    return is_store(kind) || kind.category == catalogue::Category::Integration;
  }

  /// By its name, not by another one: "orders" of "Pub/Sub topic `orders`".
  bool called_so(const NameHit& hit) const {
    return key_of(draft_.builder[hit.ids.front()].name) == key_of(words_, hit.from, hit.to);
  }

  /// "Lambda" is any of the functions, though one thing may be called just that.
  bool names_a_product(std::size_t at) const {
    const auto product = catalogue_hit(words_, at);
    return product && tells(*product, catalogue::kinds()[product->rows.front().kind]);
  }

  /// "api talks to …" where a thing is called so: no article, and then what it does.
  bool stands_like_name(const NameHit& hit) const {
    const std::string& name = draft_.builder[hit.ids.front()].name;
    const bool begins = hit.from == 0 || words_[hit.from - 1].mark == Mark::Stop || words_[hit.from - 1].lower == "and";
    if (!begins || words_[hit.from].plural || names_a_product(hit.from) || written(hit.from, hit.to) != name)
      return false;
    return is_word(words_, hit.to) && lexicon::is_third_person(words_[hit.to].lower);
  }

  /// "the orders topic", "topic orders": a noun beside it says what it is.
  bool is_said_to_be(std::size_t from, std::size_t to, const catalogue::Kind& kind) const {
    const auto says = [&](std::size_t at) {
      return is_word(words_, at) &&
             (lexicon::stands_for(words_[at].norm, kind.id) || lexicon::is_generic(words_[at].norm));
    };
    return says(to) || (from > 0 && says(from - 1));
  }

  /// "the VPC's gateway endpoints": two things, though there is a name for the whole.
  void before_owned(std::optional<CatalogueHit>& hit) const {
    for (std::size_t i = hit->from; i + 1 < hit->to; ++i) {
      if (!owns_next(text_, words_[i].end)) continue;
      const std::size_t from = hit->from;
      hit = catalogue_hit(
          {words_.begin() + static_cast<std::ptrdiff_t>(from), words_.begin() + static_cast<std::ptrdiff_t>(i + 1)}, 0);
      if (!hit) return;
      hit->from += from;
      hit->to += from;
      return;
    }
  }

  /// "Worker processes the order", though there are "worker processes".
  void before_verb(std::optional<CatalogueHit>& hit) const {
    const std::size_t verb = hit->to - 1;
    if (verb == hit->from || !acts_here(words_, verb)) return;
    const Word& next = words_[hit->to];
    if (!lexicon::is_class(next.lower, lexicon::WordClass::Determiner) && !lexicon::is_moved(next.norm)) return;
    const auto begin = words_.begin() + static_cast<std::ptrdiff_t>(hit->from);
    const std::size_t from = hit->from;
    hit = catalogue_hit({begin, begin + static_cast<std::ptrdiff_t>(verb - from)}, 0);
    if (!hit) return;
    hit->from += from;
    hit->to += from;
  }

  /// "The gateway logs requests" where there are "Gateway Logs": the last word is what the gateway does.
  void without_verb(NameHit& hit) const {
    if (hit.to < hit.from + 2 || !acts_here(words_, hit.to - 1)) return;
    const auto shorter = draft_.named(words_, hit.from, hit.to - 1);
    if (shorter.empty()) return;
    hit.ids = shorter;
    --hit.to;
  }

  /// Further generic nouns belong to the mention: "RDS database", "GitHub repository".
  std::size_t absorb(std::size_t to, ComponentId id) {
    if (is_word(words_, to) && words_[to].capital && !words_[to].code)
      if (const auto hit = catalogue_hit(words_, to); hit && names_kind(hit->rows, draft_.kind(id))) to = hit->to;
    while (is_word(words_, to) && !words_[to].capital && lexicon::is_generic(words_[to].norm) &&
           !lexicon::find_verb(words_[to].lower) &&
           (noun_fits(draft_, words_[to].norm, id) || words_[to].norm == "instance" || words_[to].norm == "cluster" ||
            words_[to].norm == "service" || words_[to].norm == "repository" || words_[to].norm == "endpoint" ||
            (words_[to].norm == "server" && is_running(draft_.kind(id)))))
      ++to;
    return to;
  }

  Reference by_name(const NameHit& hit) {
    const auto ids = hit.ids.first(std::min(hit.ids.size(), kMaxCandidates));
    Reference reference{hit.from, hit.to, {ids.begin(), ids.end()}, {}, nullptr, {}, words_[hit.to - 1].plural, true};
    keep_site(draft_, section_, reference.ids);
    if (reference.ids.size() > 1) choose(draft_, words_, reference);
    if (reference.ids.size() == 1) reference.to = with_role(hit.from, absorb(hit.to, reference.ids.front()), reference);
    return reference;
  }

  /// "the `Trips` API", "the `Trips` microservice" where `Trips` is what runs.
  std::size_t with_role(std::size_t from, std::size_t to, const Reference& reference) const {
    constexpr std::array<std::string_view, 4> kRoles{"api", "microservice", "service", "handler"};
    if (!words_[from].code || !is_word(words_, to) || words_[to].plural || words_[to].code ||
        std::ranges::find(kRoles, words_[to].norm) == kRoles.end() || !draft_.named(words_, from, to + 1).empty())
      return to;
    return is_running(draft_.kind(reference.ids.front())) ? to + 1 : to;
  }

  /// "PostgreSQL on RDS", "Redis on ElastiCache": the service, by both names.
  std::optional<Reference> on_service(const CatalogueHit& hit) {
    if (!is_word(words_, hit.to) || words_[hit.to].lower != "on") return std::nullopt;
    const auto outer = is_word(words_, hit.to + 1) ? catalogue_hit(words_, hit.to + 1) : std::nullopt;
    const catalogue::Kind* engine = meaning_of(draft_, hit, section_);
    const catalogue::Kind* service = outer ? meaning_of(draft_, *outer, section_) : nullptr;
    if (!engine || !service || !tells(*outer, *service) || engine->category != service->category ||
        (engine->provider != "generic" && engine->provider != "tool") || service->provider == "generic" ||
        service->provider == "tool" || service->holds != catalogue::Holds::NotAContainer)
      return std::nullopt;
    std::optional<Reference> found = by_kind(*outer);
    if (!found) return std::nullopt;
    found->from = hit.from;
    if (found->ids.empty()) found->name = written(hit.from, outer->to);
    return found;
  }

  /// "This security group …" beneath one of them.
  std::optional<Reference> of_heading(const CatalogueHit& hit) const {
    const auto& heading = draft_.topic(section_).component;
    if (!heading || hit.plural || hit.from == 0 || words_[hit.from - 1].lower != "this" ||
        std::ranges::none_of(hit.rows, [&](const catalogue::Alias& row) {
          return catalogue::kinds()[row.kind].id == draft_.builder[*heading].kind;
        }))
      return std::nullopt;
    return Reference{hit.from, hit.to, {*heading}, {}, nullptr, {}, false, true};
  }

  /// "a second bucket", "another Lambda": not the one that has been spoken of.
  std::optional<Reference> one_more(const CatalogueHit& hit) {
    if (hit.from == 0 || hit.plural) return std::nullopt;
    const WordText& teller = words_[hit.from - 1].lower;
    if (is_indefinite_article(teller)) return new_one(hit);
    if (teller != "second" && teller != "third" && teller != "another") return std::nullopt;
    const auto before = members_of(draft_, hit, words_[hit.to - 1].norm);
    const catalogue::Kind* kind = before.empty() ? meaning_of(draft_, hit, section_) : &draft_.kind(before.front());
    if (!kind || !lexicon::is_open(kind->id)) return std::nullopt;
    const std::string name = (teller == "third" ? "third " : "second ") + written(hit.from, hit.to);
    const auto known = draft_.named(key_of(name));
    return Reference{hit.from, hit.to, {known.begin(), known.end()}, {}, kind, name, false, true};
  }

  /// "a Lambda that sends mail", where all that there are have names of their own: one that nobody has spoken of.
  std::optional<Reference> new_one(const CatalogueHit& hit) {
    const catalogue::Kind* kind = meaning_of(draft_, hit, section_);
    const bool told = is_word(words_, hit.to) && (words_[hit.to].lower == "that" || words_[hit.to].lower == "which");
    if (!told || !kind || !tells(hit, *kind) || !lexicon::is_open(kind->id)) return std::nullopt;
    const auto before = members_of(draft_, hit, words_[hit.to - 1].norm);
    if (before.empty() || std::ranges::any_of(before, [&](ComponentId id) {
          return draft_.parts[id.index].core.empty() || draft_.kind(id).id != kind->id;
        }))
      return std::nullopt;
    return Reference{hit.from, hit.to, {}, {}, kind, written(hit.from, hit.to), false, true};
  }

  /// "S3 raw bucket": the noun that says what it is may stand behind the word that tells it from others.
  void with_contrast(CatalogueHit& hit) const {
    const catalogue::Kind* kind = meaning_of(draft_, hit, section_);
    if (kind && is_word(words_, hit.to) && !words_[hit.to].code && is_word(words_, hit.to + 1) &&
        lexicon::is_contrast(words_[hit.to].lower) && lexicon::stands_for(words_[hit.to + 1].norm, kind->id))
      hit.to += 2;
  }

  std::optional<Reference> by_kind(CatalogueHit hit) {
    with_contrast(hit);
    const catalogue::Kind* kind = meaning_of(draft_, hit, section_);
    if (kind && kind->category == catalogue::Category::Actor) return person_of(draft_, words_, text_, hit, *kind);
    const WordText& noun = words_[hit.to - 1].norm;
    Reference reference{hit.from, hit.to,     members_of(draft_, hit, noun), {}, nullptr,
                        {},       hit.plural, kind && tells(hit, *kind)};
    const std::size_t begin = without_others(hit, reference.ids);
    keep_site(draft_, section_, reference.ids);
    // "the payments namespace" is called by the word before its noun, and is not "monitoring".
    const bool called = kind && kind->holds == catalogue::Holds::Namespace && begin > 1 && is_word(words_, begin - 1) &&
                        lexicon::is_class(words_[begin - 2].lower, lexicon::WordClass::Determiner) &&
                        !lexicon::is_descriptive(words_[begin - 1].lower);
    if (called)
      std::erase_if(reference.ids,
                    [&](ComponentId id) { return !contains(draft_.parts[id.index].words, words_[begin - 1].norm); });
    const bool clustered = kind && kind->scope == catalogue::Scope::Cluster && kind->provider == "k8s";
    if (reference.ids.size() > 1 || (reference.ids.empty() && clustered)) {
      const bool themselves =
          clustered && words_[hit.to - 1].capital && reference.ids.size() > 1 && reference.ids.size() <= kMaxAll &&
          std::ranges::all_of(reference.ids, [&](ComponentId id) { return draft_.builder[id].kind == kind->id; });
      if (clustered && hit.plural && themselves) return reference;  // "Deployments", not "pods"
      if (clustered && hit.plural) return container_of(reference);
      if (reference.ids.size() > 1) choose(draft_, words_, reference);
    }
    if (reference.ids.size() == 1) reference.to = absorb(reference.to, reference.ids.front());
    if (!reference.ids.empty()) return reference;
    if (kind && is_technology(*kind))
      if (const auto made = only_made_with(draft_, words_, hit)) {
        reference.ids = {*made};
        reference.named = true;
        return reference;
      }
    if (kind && kind->category == catalogue::Category::Application && is_technology(*kind) &&
        acts_first(draft_, words_, hit)) {
      reference.kind = kind;
      reference.name = written(hit.from, hit.to);
      reference.named = true;
      return reference;
    }
    if (!kind || is_technology(*kind) || !tells(hit, *kind) || kind->holds == catalogue::Holds::Zone ||
        kind->holds == catalogue::Holds::Cloud || kind->holds == catalogue::Holds::Account ||
        kind->holds == catalogue::Holds::Region)
      return person_at(words_, text_, hit.from);
    if (done_not_there(hit)) return std::nullopt;
    const bool new_one = hit.from > 0 && is_indefinite_article(words_[hit.from - 1].lower);
    const auto known = new_one ? std::nullopt : runner_of(draft_, *kind);
    if (const auto managed = known ? known : managed_of(draft_, *kind)) {
      reference.ids = {*managed};
      return reference;
    }
    reference.kind = kind;
    // "GitHub repository": the noun says what the name stands for.
    std::size_t end = hit.to;
    while (end > hit.from + 1 && lexicon::is_generic(words_[end - 1].norm) && words_[end - 1].norm != "store" &&
           words_[end - 1].norm != "gateway" && !words_[end - 1].capital && named_by(hit.from, end - 1, *kind))
      --end;
    reference.name = called ? written(begin - 1, begin) : written(begin, end);
    return reference;
  }

  /// "a deployment of the app", "Deployment is …": what is done, unless it is written like an object's name.
  bool done_not_there(const CatalogueHit& hit) const {
    if (std::string_view(hit.rows.front().text) != "deployment" || words_[hit.from].code) return false;
    return !words_[hit.from].capital || hit.from == 0 || words_[hit.from - 1].mark == Mark::Stop;
  }

  /// "the private route table" is not the public one. Returns where the name of what is meant begins.
  std::size_t without_others(const CatalogueHit& hit, std::vector<ComponentId>& ids) const {
    const std::size_t before = ids.size();
    std::erase_if(ids, [&](ComponentId id) { return is_other(hit.from, hit.to, id); });
    const bool within = hit.to > hit.from + 1 && (lexicon::is_descriptive(words_[hit.from].lower) ||
                                                  lexicon::is_contrast(words_[hit.from].lower));
    return ids.size() < before && !within ? hit.from - 1 : hit.from;
  }

  /// The word before words [from, to) tells what is meant from this one: "public" before, "private" in the name.
  bool is_other(std::size_t from, std::size_t to, ComponentId id) const {
    // "the Hub VNet" is not the "Claims VNet".
    const NameParts& name = draft_.parts[id.index];
    if (to > from + 1 && words_[from].capital && !name.core.empty() &&
        (lexicon::excludes(words_[from].lower, "hub") || lexicon::excludes(words_[from].lower, "spoke")) &&
        !contains(name.words, words_[from].norm))
      return true;
    const bool within = to > from + 1 && lexicon::is_descriptive(words_[from].lower);
    const bool behind = to > from + 2 && lexicon::is_contrast(words_[to - 2].lower);  // "S3 raw bucket"
    const std::size_t teller = behind ? to - 2 : within ? from : from == 0 ? words_.size() : from - 1;
    if (!is_word(words_, teller) || !lexicon::is_contrast(words_[teller].lower)) return false;
    return std::ranges::any_of(draft_.parts[id.index].words, [&](const WordText* word) {
      for (std::size_t i = teller + 1; i < to; ++i)
        if (&words_[i].norm == word) return false;
      return lexicon::excludes(words_[teller].lower, *word);
    });
  }

  bool named_by(std::size_t from, std::size_t to, const catalogue::Kind& kind) const {
    return names_kind(catalogue::find_alias(key_of(words_, from, to)), kind);
  }

  /// "all pods": what holds them stands for its members.
  std::optional<Reference> container_of(Reference reference) {
    std::vector<ComponentId> members = reference.ids;
    std::optional<ComponentId> holder = common_container(draft_, members);
    reference.rule = holder && !draft_.builder[members.front()].placed_by.empty() ? "members-of-container" : "";
    if (!holder)
      for (const catalogue::Kind& kind : catalogue::kinds())
        if (kind.holds == catalogue::Holds::Cluster && kind.provider != "onprem" &&
            draft_.of_kind(kind.id).size() == 1) {
          holder = draft_.of_kind(kind.id).front();
          break;
        }
    if (!holder) return std::nullopt;
    reference.ids = {*holder};
    return reference;
  }

  Draft& draft_;
  const std::vector<Word>& words_;
  std::string_view text_;
  SectionId section_;
};

}  // namespace

std::optional<Reference> reference_at(Draft& draft, const std::vector<Word>& words, std::size_t at,
                                      std::string_view text, SectionId section) {
  return Resolver(draft, words, text, section).at(at);
}

}  // namespace skydraft::understand
