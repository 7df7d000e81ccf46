#include "understand/introduce.hpp"

#include <algorithm>

#include "understand/classify.hpp"
#include "understand/own_name.hpp"

namespace skydraft::understand {
namespace {

using lexicon::WordClass;

constexpr std::size_t kLongestName = 4;    // words of an introduced name
constexpr std::size_t kLongestManner = 4;  // words from "runs" to "as a"
constexpr std::size_t kLongestLead = 24;   // words of a line over what it leads in
constexpr std::size_t kLongestPhrase = 8;  // words from "is a" to the noun

/// A thing that a sentence names, and its kind.
struct Introduced {
  std::string_view name;
  std::string_view kind;
  Span span;
  SectionId section;
};

void define(Draft& draft, const Introduced& one) {
  if (const auto id = draft.define(one.name, one.kind, one.span, one.section)) draft.parts[id->index].from_prose = true;
}

class Introductions {
 public:
  Introductions(Draft& draft, const Entry& entry, std::vector<Introduced>& functions)
      : draft_(draft), entry_(entry), words_(entry.words), functions_(functions) {}

  void run() {
    for (std::size_t i = 0; i < words_.size(); ++i) {
      if (i == 0 || words_[i - 1].mark == Mark::Stop) sentence(i);
      if (plain(i) && is_article(words_[i].lower)) function(i + 1);
    }
  }

 private:
  bool plain(std::size_t at) const { return at < words_.size() && words_[at].mark == Mark::None; }

  void sentence(std::size_t at) {
    if (plain(at) && words_[at].lower == "the") ++at;
    std::size_t to = name_end(at);
    if (to == at && plain(at))
      if (const auto known = name_hit(draft_, words_, at)) to = known->to;
    if (to == at) return;
    const std::size_t phrase = kind_after(to);
    const catalogue::Kind* kind = phrase == 0 ? nullptr : kind_of_phrase(draft_, words_, phrase, entry_.section);
    if (!kind) return;
    if (const auto known = draft_.named(words_, at, to); !known.empty()) {
      // "The cleaner is a Lambda function": said in so many words, whatever its name sounds like.
      const catalogue::Kind& before = draft_.kind(known.front());
      const bool frame = before.holds != catalogue::Holds::NotAContainer || kind->holds != before.holds;
      if (known.size() == 1 && kind->provider == draft_.provider && kind->category != before.category && !frame &&
          before.category != catalogue::Category::Actor)
        draft_.refine(known.front(), kind->id);
      return;
    }
    if (const auto known = catalogue_hit(words_, at); known && known->to == to) return;
    define(draft_, introduced(at, to, *kind));
  }

  /// "a translate function", "the resize Lambda"
  void function(std::size_t at) {
    const std::size_t to = at + 1;
    if (!tells_task(at) || !plain(to) || words_[to].plural || words_[to].code ||
        lexicon::head_kind(words_[to].norm) != "generic.serverless-function" ||
        (plain(to + 1) && (words_[to + 1].joined || !lexicon::head_kind(words_[to + 1].norm).empty())))
      return;
    const auto hit = catalogue_hit(words_, to);
    const catalogue::Kind* kind = hit && hit->to == to + 1 ? meaning_of(draft_, *hit, entry_.section) : nullptr;
    if (!kind || kind->category != catalogue::Category::Serverless || !draft_.named(words_, at, to + 1).empty() ||
        !draft_.named(words_, at, to).empty() || is_short_for_one(at))
      return;
    functions_.push_back(introduced(at, to + 1, *kind));
  }

  /// "the resize Lambda" where there is a "Resize Photos Lambda".
  bool is_short_for_one(std::size_t task) const { return !draft_.with_core(words_[task].norm).empty(); }

  bool tells_task(std::size_t at) const {
    if (!plain(at) || words_[at].code || words_[at].plural || words_[at].joined || words_[at].lower.ends_with("ly") ||
        lexicon::is_descriptive(words_[at].lower) || lexicon::is_generic(words_[at].norm) ||
        lexicon::is_filler(words_[at].norm) || is_number(words_[at].lower) || catalogue_hit(words_, at) ||
        !lexicon::head_kind(words_[at].norm).empty() || !lexicon::actor_kind(words_[at].norm).empty())
      return false;
    if (lexicon::is_class(words_[at].lower,
                          {WordClass::Preposition, WordClass::Relative, WordClass::Determiner, WordClass::Modal,
                           WordClass::Auxiliary, WordClass::Pronoun, WordClass::Subordinator}))
      return false;
    const lexicon::VerbForm* verb = lexicon::find_verb(words_[at].lower);
    return words_[at].lower != "and" && words_[at].lower != "or" && (!verb || verb->tense == lexicon::Tense::Base);
  }

  Introduced introduced(std::size_t from, std::size_t to, const catalogue::Kind& kind) const {
    const std::uint32_t begin = words_[from].begin, end = words_[to - 1].end;
    return {std::string_view(entry_.text.text).substr(begin, end - begin), kind.id, entry_.text.source_of(begin, end),
            entry_.section};
  }

  bool begins_phrase(std::size_t at) const {
    return plain(at) && (is_article(words_[at].lower) || words_[at].lower == "our" || words_[at].lower == "one");
  }

  /// Where the phrase begins that says what the name before words[at] is: "is a …", "runs as a …", ", a …"; 0: nowhere.
  std::size_t kind_after(std::size_t at) const {
    if (at >= words_.size()) return 0;
    if (words_[at].mark == Mark::Open) return at > 0 && words_[at - 1].code ? at + 1 : 0;  // "`grouper` (a Flink job)"
    if (words_[at].mark == Mark::Comma) return begins_phrase(at + 1) && words_[at + 1].lower != "the" ? at + 2 : 0;
    if (!plain(at)) return 0;
    if (words_[at].lower == "is" || words_[at].lower == "are") return begins_phrase(at + 1) ? at + 2 : 0;
    if (words_[at].lower != "runs" && words_[at].lower != "run") return 0;
    for (std::size_t i = at + 1; plain(i) && i < at + kLongestManner; ++i)  // "runs nightly as a job"
      if (words_[i].lower == "as") return begins_phrase(i + 1) ? i + 2 : 0;
    return 0;
  }

  /// The name that begins here: a run in code or bold, else words with capitals.
  std::size_t name_end(std::size_t at) const {
    if (!plain(at)) return at;
    const Word& first = words_[at];
    if (lexicon::is_class(first.lower, WordClass::Preposition)) return at;  // "On AWS, a schedule starts …"
    std::size_t to = at;
    while (plain(to) && to < at + kLongestName && words_[to].code == first.code && words_[to].strong == first.strong &&
           (first.code || first.strong || words_[to].capital || (words_[to].joined && to > at)))
      ++to;
    if (!first.code && !first.strong && to - at < 2) return at;  // any sentence begins with a capital
    if (to > at && lexicon::is_whole(words_[to - 1].norm)) return at;
    if (first.code && first.lower.find_first_of("abcdefghijklmnopqrstuvwxyz") == std::string::npos) return at;
    return to;
  }

  Draft& draft_;
  const Entry& entry_;
  const std::vector<Word>& words_;
  std::vector<Introduced>& functions_;
};

/// One alone is read where it is spoken of; of several, "the function" would else be another one.
void introduce_functions(Draft& draft, const std::vector<Introduced>& functions) {
  const bool several = std::ranges::any_of(
      functions, [&](const Introduced& one) { return key_of(one.name) != key_of(functions.front().name); });
  if (!several) return;
  for (const Introduced& one : functions) define(draft, one);
}

}  // namespace

const catalogue::Kind* kind_of_phrase(const Draft& draft, const std::vector<Word>& words, std::size_t at,
                                      SectionId section) {
  const catalogue::Kind* found = nullptr;
  for (std::size_t i = at; i < words.size() && words[i].mark == Mark::None && i < at + kLongestPhrase; ++i) {
    const lexicon::Text& text = words[i].lower;
    if (lexicon::is_class(text, WordClass::Preposition) || lexicon::is_class(text, WordClass::Relative) ||
        text == "and" || text == "or")
      break;
    const lexicon::VerbForm* verb = lexicon::find_verb(text);
    if (found && verb && verb->tense != lexicon::Tense::Base) {
      if (!words[i].joined) break;
      found = nullptr;  // "an EventBridge-driven task"
      continue;
    }
    if (const auto hit = catalogue_hit(words, i)) {
      const catalogue::Kind* kind = meaning_of(draft, *hit, section);
      if (kind && !is_technology(*kind) && (tells(*hit, *kind) || !lexicon::head_kind(words[hit->to - 1].norm).empty()))
        found = kind;
      i = hit->to - 1;
    } else if (const std::string_view kind = lexicon::head_kind(words[i].norm); !kind.empty()) {
      if (!found) found = &catalogue::kind_or_unknown(kind);
    }
  }
  return found;
}

void introduce(Draft& draft) {
  std::vector<Introduced> functions;
  for (const Entry& entry : draft.outline.entries) {
    if (draft.topic(entry.section).skipped || entry.label) continue;
    if (entry.kind == EntryKind::Paragraph || entry.kind == EntryKind::Bullet || entry.kind == EntryKind::Step)
      Introductions(draft, entry, functions).run();
  }
  introduce_functions(draft, functions);
}

std::optional<ComponentId> introduced_by(Draft& draft, EntryId line) {
  const Entry& entry = draft.outline[line];
  const std::vector<Word>& words = entry.words.empty() ? entry.label_words : entry.words;
  if (entry.children.empty() || words.size() > kLongestLead ||
      std::ranges::none_of(words, [](const Word& w) { return w.lower == "following"; }))
    return std::nullopt;
  std::size_t at = is_article(words.front().lower) ? 1 : 0;
  auto found = thing_at(draft, words, at, entry.text.text, entry.section, at > 0);
  if (!found && at < words.size() && words[at].code) {  // "The `import` state machine has the following steps:"
    at = code_end(words, at);
    found = is_word(words, at) ? thing_at(draft, words, at, entry.text.text, entry.section, true) : std::nullopt;
  }
  if (!found || !is_word(words, found->to)) return std::nullopt;
  std::size_t verb = found->to;
  while (is_word(words, verb) && lexicon::is_generic(words[verb].norm)) ++verb;  // "the Orders API server"
  const bool acts = is_word(words, verb) && (lexicon::is_third_person(words[verb].lower) ||
                                             lexicon::is_class(words[verb].lower, lexicon::WordClass::Auxiliary));
  const auto ids = acts ? resolve(draft, *found, entry.span, entry.section) : std::vector<ComponentId>{};
  return ids.size() == 1 ? std::optional(ids.front()) : std::nullopt;
}

}  // namespace skydraft::understand
