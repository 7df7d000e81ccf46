#include "understand/code_actors.hpp"

#include <algorithm>
#include <map>

#include "understand/attributes.hpp"
#include "understand/classify.hpp"
#include "understand/listed_names.hpp"

namespace skydraft::understand {
namespace {

using lexicon::Tense;
using lexicon::VerbKind;
using lexicon::WordClass;

constexpr std::size_t kMaxNames = 400;    // such names of one document
constexpr std::size_t kLongestTitle = 4;  // words of a name with blanks
constexpr std::size_t kLongestAside = 8;  // words in parentheses between a name and its verb

/// How a name is used.
struct Use {
  int acting = 0;               ///< before a verb of which it is the subject
  int taking = 0;               ///< behind a verb or a preposition that leads to it
  int in_chains = 0;            ///< beside an arrow
  bool triggered = false;       ///< "`ResizeImage` (BlobTrigger)"
  std::string_view reached_by;  ///< kind of what is reached so: "publishes to `orders`"
  std::string_view written;
  Span first;
  SectionId section;
};

bool relates(const lexicon::VerbForm& form) {
  const lexicon::Verb& verb = lexicon::verb_of(form);
  return (verb.kind == VerbKind::Flow || verb.kind == VerbKind::Uses || verb.kind == VerbKind::Monitors ||
          verb.kind == VerbKind::Replicates) &&
         verb.object != lexicon::Direction::None;
}

/// No small word and no verb.
bool is_noun(const Word& word) {
  const WordText& text = word.lower;
  return !lexicon::is_class(
             text, {WordClass::Preposition, WordClass::Relative, WordClass::Adverb, WordClass::Subordinator}) &&
         text != "and" && text != "or" && text != "then" && !lexicon::find_verb(text);
}

class CodeActors {
 public:
  explicit CodeActors(Draft& draft) : draft_(draft) {}

  void run() {
    for (std::uint32_t n = 0; n < draft_.outline.entries.size(); ++n) {
      const Entry& entry = draft_.outline.entries[n];
      if (draft_.skipped({n}) || entry.kind == EntryKind::Code || entry.kind == EntryKind::Row) continue;
      for (std::size_t at = 0; at < entry.words.size();)
        at = entry.words[at].code && is_word(entry.words, at) ? read(entry, at) : at + 1;
    }
    std::size_t made = 0;
    for (const std::string* key : order_) {
      const Use& use = uses_.at(*key);
      if (!is_thing(use) || made == kMaxNames || !draft_.named(*key).empty()) continue;
      if (const auto id = draft_.define(use.written, kind_of(use), use.first, use.section)) {
        draft_.parts[id->index].from_prose = true;
        ++made;
      }
    }
  }

 private:
  /// Returns where the run ends.
  std::size_t read(const Entry& entry, std::size_t at) {
    const std::vector<Word>& words = entry.words;
    const std::size_t to = code_end(words, at);
    const std::string_view name =
        std::string_view(entry.text.text).substr(words[at].begin, words[to - 1].end - words[at].begin);
    const bool triggered = to == at + 1 && name_like(name) && is_triggered(words, to);
    if (!is_code_identifier(words, at, to, name) && !is_title(entry, at, to) && !triggered) return to;
    const auto [found, added] = uses_.try_emplace(key_of(words, at, to));
    Use& use = found->second;
    if (added) {
      order_.push_back(&found->first);
      use.written = name;
      use.first = entry.text.source_of(words[at].begin, words[to - 1].end);
      use.section = entry.section;
    }
    use.triggered |= triggered;
    use.acting += acts(words, at, to) ? 1 : 0;
    use.in_chains += (at > 0 && is_arrow(words[at - 1])) || (to < words.size() && is_arrow(words[to])) ? 1 : 0;
    if (const std::string_view kind = reached(words, at, to); !kind.empty()) {
      ++use.taking;
      if (use.reached_by.empty() || use.reached_by == "generic.service") use.reached_by = kind;
    }
    return to;
  }

  /// "`Raw Sink`": written like a title.
  static bool is_title(const Entry& entry, std::size_t at, std::size_t to) {
    const std::vector<Word>& words = entry.words;
    const auto hit = catalogue_hit(words, at);
    if (to > at + kLongestTitle || (hit && hit->to == to)) return false;
    if (to < at + 2 && !(behind_service(words, at) && is_word(words, to) && is_role(words[to]))) return false;
    for (std::size_t i = at; i < to; ++i)
      if (words[i].mark != Mark::None || !words[i].capital || words[i].joined || words[i].plural ||
          lexicon::find_verb(words[i].lower))
        return false;
    return true;
  }

  /// "`ResizeImage` (BlobTrigger)", "(timer trigger)": a function, and what starts it.
  static bool is_triggered(const std::vector<Word>& words, std::size_t at) {
    constexpr std::size_t kLongest = 3;  // words that say what starts it
    if (at == words.size() || words[at].mark != Mark::Open) return false;
    for (std::size_t i = at + 1; i < words.size() && i <= at + kLongest && words[i].mark == Mark::None; ++i)
      if (words[i].lower.ends_with("trigger")) return true;
    return false;
  }

  /// "the `decoder` job reads": what the noun behind a name says that it is.
  static bool is_role(const Word& word) { return lexicon::is_runner(word.norm) && !word.plural; }

  /// "The Dataflow `decoder`": behind the name of what runs it.
  static bool behind_service(const std::vector<Word>& words, std::size_t at) {
    if (at < 2 || !words[at - 1].capital || words[at - 1].mark != Mark::None) return false;
    const auto hit = catalogue_hit(words, at - 1);
    return hit && hit->to == at && words[at - 2].lower == "the";
  }

  /// "`scan-fn` (Node 20) writes", "and then `scan-fn` writes"
  static bool acts(const std::vector<Word>& words, std::size_t at, std::size_t to) {
    const bool begins = at == 0 || words[at - 1].mark == Mark::Stop || words[at - 1].mark == Mark::Comma ||
                        words[at - 1].mark == Mark::Colon || words[at - 1].lower == "the" ||
                        words[at - 1].lower == "then" || words[at - 1].lower == "and" ||
                        lexicon::is_class(words[at - 1].lower, WordClass::Subordinator) || behind_service(words, at);
    if (!begins) return false;
    if (is_word(words, to) && !words[to].code && is_role(words[to])) ++to;
    if (to < words.size() && words[to].mark == Mark::Open) {
      const std::size_t last = std::min(words.size(), to + kLongestAside);
      while (to < last && words[to].mark != Mark::Close) ++to;
      if (to == last) return false;
      ++to;
    }
    if (at > 0 && words[at - 1].mark == Mark::Comma && to < words.size() && words[to].mark == Mark::Comma) ++to;
    while (is_word(words, to) && (lexicon::is_class(words[to].lower, WordClass::Adverb) || words[to].lower == "then"))
      ++to;
    const lexicon::VerbForm* verb =
        is_word(words, to) && !words[to].code ? lexicon::find_verb(words[to].lower) : nullptr;
    if (!verb || !relates(*verb)) return false;
    const bool several = at > 1 && words[at - 1].lower == "and" && words[at - 2].code;
    return verb->tense == Tense::Third || (several && verb->tense == Tense::Base);
  }

  /// "invokes `scan-fn`", "publishes the event to `orders`": the kind of what such a verb leads to; empty: none does.
  static std::string_view reached(const std::vector<Word>& words, std::size_t at, std::size_t to) {
    if (is_word(words, to) && !words[to].code && is_noun(words[to])) return {};  // "the `Content-Type` header"
    std::size_t i = at;
    while (i > 1 && (words[i - 1].lower == "the" || (words[i - 1].lower == "and" && words[i - 2].code))) {
      --i;
      while (words[i].lower == "and" && i > 0 && words[i - 1].code) --i;
    }
    if (i == 0 || words[i - 1].mark != Mark::None || words[i - 1].code) return {};
    const std::string_view before = words[i - 1].lower;
    if (const lexicon::VerbForm* verb = lexicon::find_verb(before); verb && relates(*verb))
      return lexicon::verb_of(*verb).object == lexicon::Direction::Carried ? std::string_view{} : end_of(*verb, {});
    if (!lexicon::is_class(words[i - 1].lower, WordClass::Preposition)) return {};
    for (std::size_t n = 0, v = i - 1; v-- > 0 && n < 8 && words[v].mark == Mark::None; ++n) {
      const lexicon::VerbForm* verb = words[v].code ? nullptr : lexicon::find_verb(words[v].lower);
      if (!verb || !relates(*verb)) continue;
      if (verb->tense == Tense::Base && v > 0 && lexicon::is_class(words[v - 1].lower, WordClass::Determiner))
        continue;  // "the request to": a noun
      const lexicon::Verb& lemma = lexicon::verb_of(*verb);
      const bool takes = before == "to" || before == "into" || before == "from" ||
                         std::ranges::any_of(lemma.prepositions, [&](const lexicon::Preposition& p) {
                           return p.word == before && p.direction != lexicon::Direction::None &&
                                  p.direction != lexicon::Direction::Contains;
                         });
      return takes ? end_of(*verb, before) : std::string_view{};
    }
    return {};
  }

  static std::string_view end_of(const lexicon::VerbForm& form, std::string_view preposition) {
    const std::string_view kind = lexicon::verb_of(form).other_end;
    return kind.empty() || (kind == "generic.database" && preposition == "by") ? "generic.service" : kind;
  }

  static bool is_thing(const Use& use) {
    return use.triggered || use.acting > 0 || use.in_chains > 0 || use.taking > 0;
  }

  /// What its name sounds like; else what it is used for.
  std::string_view kind_of(const Use& use) const {
    if (use.triggered && draft_.provider == "azure") return "azure.function-app";
    const std::vector<Word> name = words_of(use.written);
    const Reading reading = read_name(draft_, name, {}, use.section);
    if (reading.kind && !is_technology(*reading.kind) &&
        (reading.basis == Basis::Head || reading.basis == Basis::Exact || reading.basis == Basis::Everyday))
      return reading.kind->id;
    return use.acting > 0 || use.reached_by.empty() ? "generic.service" : use.reached_by;
  }

  Draft& draft_;
  std::map<std::string, Use> uses_;        ///< by the name's key
  std::vector<const std::string*> order_;  ///< as the document has them
};

}  // namespace

/// "db-password", "api-key": what is set, and what is sent, is no thing.
static bool is_setting(const Word& last) {
  const bool attribute = !lexicon::attribute_for(last.norm).empty() && last.norm.alias.aliases().empty();
  return lexicon::is_setting(last.norm) || attribute || lexicon::is_moved(last.norm);
}

bool is_code_identifier(const std::vector<Word>& words, std::size_t from, std::size_t to, std::string_view name) {
  if (!name_like(name) || !place_attribute(name).empty() || (from > 0 && words[from - 1].mark == Mark::Slash))
    return false;
  const bool compound = name.find_first_of("-_") != std::string_view::npos;
  std::size_t parts = 0;
  for (std::size_t i = from; i < to; ++i) parts += words[i].mark == Mark::None && !is_number(words[i].lower) ? 1 : 0;
  if (!compound || parts < 2 || is_setting(words[to - 1])) return false;
  const auto known = catalogue_hit(words, from);
  return !(known && known->to == to);
}

bool relates(const Word& word) {
  const lexicon::VerbForm* verb = lexicon::find_verb(word.lower);
  return verb && verb->tense == Tense::Third && relates(*verb);
}

void define_code_actors(Draft& draft) { CodeActors(draft).run(); }

}  // namespace skydraft::understand
