#include <algorithm>

#include "understand/classify.hpp"
#include "understand/code_actors.hpp"
#include "understand/listed_names.hpp"
#include "understand/passes.hpp"

namespace skydraft::understand {
namespace {

constexpr std::size_t kMaxSameKind = 64;
constexpr std::size_t kLongestNoun = 6;  // words of a kind's name, with what describes it

/// "Application Gateway `agw-orders`": an identifier beside a service's name is one of it; whatever it is, where the
/// text says that it is called so: "a Storage account (`rawdata`)", "the registry `images`".
bool has_own_name(const catalogue::Kind& kind, std::string_view name, bool called) {
  const bool identifier = called || name.find('-') != std::string_view::npos;
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
    const std::size_t to = code_run_end(entry.words, at);
    const std::string_view name = std::string_view(entry.text.text)
                                      .substr(entry.words[at].begin, entry.words[to - 1].end - entry.words[at].begin);
    if (!name_like(name) && !is_title(entry.words, at, to)) return;
    const auto known = draft_.named(key_of(name));
    if (known.size() > 1 || (!known.empty() && draft_.builder[known.front()].kind != "generic.service")) return;
    const std::size_t noun = noun_end(entry.words, at, to);
    const catalogue::Kind* work = noun == at ? nullptr : service_of_work(entry, noun);
    const catalogue::Kind* kind = after(entry, to);
    if (!kind) kind = work ? work : before(entry, noun, noun != at);
    if (!kind) kind = beside_another(entry, at);
    if (kind && is_part_of_store(entry.words, to, *kind)) return;
    if (!kind || (!name_like(name) && kind->holds != catalogue::Holds::NotAContainer)) return;
    const bool called = at > 0 && is_called(entry.words, at, noun);
    const bool open = is_instance_kind(*kind) || kind->holds == catalogue::Holds::Host || (called && kind == work);
    const bool beside = at > 0 && (noun != at || entry.words[at].begin == entry.words[at - 1].end + 1);
    if (!open && !(beside && kind == before(entry, noun) && has_own_name(*kind, name, called))) return;
    // "Pub/Sub topic `orders`", which is there by its whole name
    for (std::size_t from = at > kLongestNoun ? at - kLongestNoun : 0; from < at; ++from)
      if (const auto whole = draft_.named(entry.words, from, to); whole.size() == 1) {
        draft_.alias(whole.front(), name);
        return;
      }
    if (const auto whole = called_with_noun(name, *kind)) {
      draft_.alias(*whole, name);
      draft_.evidence(*whole, entry.span);
      return;
    }
    if (!known.empty()) {  // a drawing has it, and does not say what it is
      draft_.refine(known.front(), kind->id);
      draft_.evidence(known.front(), entry.span);
      return;
    }
    if (const auto id = draft_.define(
            name, kind->id, entry.text.source_of(entry.words[at].begin, entry.words[to - 1].end), entry.section))
      settle(entry, *id);
  }

  /// "the `Orders` table" where there is an "OrdersDDBTable": what templates call by both.
  std::optional<ComponentId> called_with_noun(std::string_view name, const catalogue::Kind& kind) const {
    const auto same = draft_.of_kind(kind);
    for (const ComponentId id : same.first(std::min(same.size(), kMaxSameKind))) {
      const std::string_view whole = draft_.builder[id].name;
      if (whole.size() > name.size() && whole.starts_with(name) && ends_with_noun(whole.substr(name.size()), kind))
        return id;
    }
    return std::nullopt;
  }

  /// "StateMachine" of a state machine, "DDBTable" of a table: humps of which the last ones name the kind.
  static bool ends_with_noun(std::string_view humps, const catalogue::Kind& kind) {
    if (humps.find(' ') != std::string_view::npos) return false;
    const auto begins = [&](std::size_t at) { return humps[at] >= 'A' && humps[at] <= 'Z'; };
    if (!begins(0)) return false;
    for (std::size_t from = 0; from < humps.size(); ++from) {
      if (!begins(from)) continue;
      std::string noun;
      for (std::size_t at = from; at < humps.size(); ++at) {
        if (at > from && begins(at)) noun += ' ';
        noun += humps[at];
      }
      const std::string key = key_of(noun);
      if (lexicon::stands_for(key, kind.id) || names_kind(catalogue::find_alias(key), kind)) return true;
    }
    return false;
  }

  void settle(const Entry& entry, ComponentId id) {
    draft_.parts[id.index].from_prose = true;
    const auto owner = entry.parent ? draft_.fate(*entry.parent).subject : std::nullopt;
    if (owner && *owner != id &&
        std::ranges::find(draft_.kind(id).inside, draft_.builder[*owner].kind) != draft_.kind(id).inside.end())
      draft_.parent(id, *owner, entry.span);
  }

  /// The kind whose name begins right behind the code run, or behind a list of them: "the `a`, `b` and `c` queues".
  const catalogue::Kind* after(const Entry& entry, std::size_t to) const {
    const std::vector<Word>& words = entry.words;
    std::size_t noun = to;
    for (std::size_t next = to; next < words.size(); noun = next = code_end(words, next)) {
      while (next < words.size() && (words[next].mark == Mark::Comma || words[next].lower == "and")) ++next;
      if (next == noun || code_end(words, next) == next) break;
    }
    if (!is_word(words, noun) || words[noun].code) return nullptr;
    const auto hit = catalogue_hit(words, noun);
    return hit && (noun == to || hit->plural) ? meaning_of(draft_, *hit, entry.section) : nullptr;
  }

  /// The kind whose name ends there.
  const catalogue::Kind* before(const Entry& entry, std::size_t noun, bool one = false) const {
    for (std::size_t from = noun > 3 ? noun - 3 : 0; from < noun; ++from)
      if (is_word(entry.words, from))
        if (const auto hit = catalogue_hit(entry.words, from); hit && hit->to == noun && !(one && hit->plural))
          return meaning_of(draft_, *hit, entry.section);
    return nullptr;
  }

  /// "Pub/Sub `Raw Topics` and `Derived Topics`": what the one before it is.
  const catalogue::Kind* beside_another(const Entry& entry, std::size_t at) const {
    const std::vector<Word>& words = entry.words;
    if (at < 3 || !words[at - 2].code || (words[at - 1].lower != "and" && words[at - 1].mark != Mark::Comma))
      return nullptr;
    std::size_t from = at - 2;
    while (from > 0 && words[from - 1].code) --from;
    return words[at - 2].norm == words[code_end(words, at) - 1].norm ? before(entry, from) : nullptr;
  }

  /// "the SQL Database `accounts` table": a part of it, and no database.
  static bool is_part_of_store(const std::vector<Word>& words, std::size_t at, const catalogue::Kind& kind) {
    if (!is_word(words, at) || words[at].code || kind.category != catalogue::Category::Database) return false;
    const WordText& part = words[at].norm;
    return (part == "table" || part == "collection" || part == "schema" || part == "index") &&
           !lexicon::stands_for(part, kind.id);
  }

  /// "`Raw Sink`": two or three words with capitals.
  static bool is_title(const std::vector<Word>& words, std::size_t from, std::size_t to) {
    return to - from > 1 && to - from < 4 &&
           std::all_of(words.begin() + static_cast<std::ptrdiff_t>(from),
                       words.begin() + static_cast<std::ptrdiff_t>(to),
                       [](const Word& w) { return w.mark == Mark::None && w.capital; });
  }

  /// "a Dataflow streaming job, `enrich`, ": the service whose work it is.
  const catalogue::Kind* service_of_work(const Entry& entry, std::size_t noun) const {
    const std::vector<Word>& words = entry.words;
    if (!is_word(words, noun - 1) || words[noun - 1].plural || !lexicon::is_work(words[noun - 1].norm)) return nullptr;
    for (std::size_t from = noun - 1; from-- > 0 && noun - from <= kLongestNoun && words[from].mark == Mark::None;) {
      const auto hit = catalogue_hit(words, from);
      const catalogue::Kind* kind = hit && hit->to < noun ? meaning_of(draft_, *hit, entry.section) : nullptr;
      if (kind && tells(*hit, *kind)) return kind;
    }
    return nullptr;
  }

  /// "a bucket (`raw`)", "our registry `images`": an article before the noun, and its name behind it.
  static bool is_called(const std::vector<Word>& words, std::size_t at, std::size_t noun) {
    if (noun == at && (words[at - 1].capital || words[at - 1].plural)) return false;
    for (std::size_t i = noun; i-- > 0 && noun - i <= kLongestNoun && words[i].mark == Mark::None;)
      if (lexicon::is_class(words[i].lower, lexicon::WordClass::Determiner) || is_article(words[i].lower)) return true;
    return false;
  }

  /// Where the noun ends that the name stands beside: "a bucket called `raw`", "a function, `evict`, which",
  /// "a function (`evict`, Python 3.12)".
  static std::size_t noun_end(const std::vector<Word>& words, std::size_t at, std::size_t to) {
    if (at < 2) return at;
    const Word& before = words[at - 1];
    if (before.lower == "called" || before.lower == "named") return words[at - 2].mark == Mark::Comma ? at - 2 : at - 1;
    const bool closed = to == words.size() || words[to].mark == Mark::Comma || words[to].mark == Mark::Close ||
                        words[to].mark == Mark::Stop;
    return (before.mark == Mark::Comma || before.mark == Mark::Open) && closed ? at - 1 : at;
  }

  Draft& draft_;
};

}  // namespace

void read_code_names(Draft& draft) {
  CodeNames(draft).run();
  read_listed_names(draft);
  define_code_actors(draft);
}

}  // namespace skydraft::understand
