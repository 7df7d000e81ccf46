#include <algorithm>
#include <string>

#include <fmt/format.h>

#include "understand/advice.hpp"
#include "understand/labels.hpp"
#include "understand/mention.hpp"
#include "understand/passes.hpp"
#include "understand/sentence.hpp"
#include "understand/typo.hpp"

namespace skydraft::understand {
namespace {

constexpr std::size_t kLongestQuote = 200;  // bytes of an unread line that are repeated
constexpr std::size_t kMostNotes = 200;     // SKY0209 of one document; the list in the model is complete
constexpr int kMostGuesses = 500;           // words of one document that are looked up as slips

struct Reason {
  std::string why;
  std::string rewrite;
};

/// At most `size` bytes, cut between characters.
std::string quoted(std::string_view text, std::size_t size) {
  text = trimmed(text);
  if (text.size() <= size) return std::string(text);
  while (size > 0 && (static_cast<unsigned char>(text[size]) & 0xC0) == 0x80) --size;
  return std::string(text.substr(0, size));
}

bool ends_sentence(const Word& word, std::string_view text) {
  return word.mark == Mark::Stop && std::string_view(".!?\n").find(text[word.begin]) != std::string_view::npos;
}

/// What looks like architecture in a stretch of words.
struct Signs {
  std::string before, after;  ///< names of components, or services as written, nearest to the joint
  bool defined = true;        ///< both are components of this document
  std::string verb;           ///< one that relates things, as written
  std::size_t joint = 0;      ///< where the verb or the arrow stands among the words
  bool arrow = false;
  bool denied = false;

  bool joins() const { return !denied && (arrow || !verb.empty()) && !(before.empty() && after.empty()); }
};

class Unread {
 public:
  explicit Unread(Draft& draft) : draft_(draft) {
    for (const model::Fact& fact : draft.facts) spans_.push_back(fact.span);
    for (const model::Policy& policy : draft.policies) spans_.push_back(policy.source);
    std::ranges::sort(spans_);
  }

  void list() {
    for (std::uint32_t i = 0; i < draft_.outline.entries.size(); ++i) {
      const Entry& entry = draft_.outline[EntryId{i}];
      if (draft_.skipped({i})) continue;
      const EntryFate& fate = draft_.fate({i});
      if (entry.kind == EntryKind::Paragraph || entry.kind == EntryKind::Quote)
        sentences(entry);
      else if (!fate.understood() && entry.children.empty())
        unread(entry);
    }
  }

 private:
  void unread(const Entry& entry) {
    slips(entry, 0, entry.words.size());
    add(entry.span, entry.text.text, reason_for(entry));
  }

  /// Words of an unread line that are nearly names: what they are near to would have been understood.
  void slips(const Entry& entry, std::size_t from, std::size_t to) {
    for (std::size_t at = from; at < to; ++at) {
      const Word& word = entry.words[at];
      if (!word.capital || guesses_ >= kMostGuesses) continue;
      ++guesses_;
      const std::string near = nearly_named(draft_, word);
      if (near.empty()) continue;
      draft_.sink.note(
          Code::ProbableTypo, entry.span_of({word.begin, word.end}),
          fmt::format("\"{}\" names nothing known", entry.text.text.substr(word.begin, word.end - word.begin)),
          fmt::format("did you mean `{}`?", near));
    }
  }

  /// The sentences of running text that nothing came of although they speak of the system.
  void sentences(const Entry& entry) {
    for (std::size_t from = 0; from < entry.words.size();) {
      std::size_t to = from;
      while (to < entry.words.size() && !ends_sentence(entry.words[to], entry.text.text)) ++to;
      if (to > from) sentence(entry, from, to);
      from = to + 1;
    }
  }

  void sentence(const Entry& entry, std::size_t from, std::size_t to) {
    const Range range{entry.words[from].begin, entry.words[to - 1].end};
    const Span span = entry.span_of(range);
    if (span.empty() || told(span) || asks(entry, to)) return;
    const Signs signs = signs_of(entry, from, to);
    if (!signs.joins()) return;
    slips(entry, from, to);
    add(span, std::string_view(entry.text.text).substr(range.begin, range.end - range.begin), reason_for(signs));
  }

  static bool asks(const Entry& entry, std::size_t stop) {
    return stop < entry.words.size() && entry.text.text[entry.words[stop].begin] == '?';
  }

  /// Whether a pass made something of this place.
  bool told(Span span) const {
    const auto after = std::ranges::lower_bound(spans_, span.end, {}, &Span::begin);
    // Evidence is at most a paragraph: what reaches into the span begins shortly before it.
    constexpr std::ptrdiff_t kLookBack = 64;
    const auto first = after - std::min<std::ptrdiff_t>(kLookBack, after - spans_.begin());
    return std::any_of(first, after, [&](Span known) { return known.end > span.begin; });
  }

  Signs signs_of(const Entry& entry, std::size_t from, std::size_t to) const {
    Signs signs;
    for (std::size_t at = from; at < to; ++at) {
      const Word& word = entry.words[at];
      if (is_arrow(word) && !signs.arrow) {
        signs.arrow = true;
        signs.joint = at;
      }
      if (word.mark != Mark::None) continue;
      signs.denied = signs.denied || denies(word.lower);
      const lexicon::VerbForm* form = signs.verb.empty() && !word.capital ? lexicon::find_verb(word.lower) : nullptr;
      if (!form || at == from || signs.arrow || !relates(lexicon::verb_of(*form))) continue;
      signs.verb = word.lower;
      signs.joint = at;
    }
    if (signs.denied || (signs.verb.empty() && !signs.arrow)) return signs;
    for (std::size_t at = from; at < to && signs.after.empty();) {
      const std::size_t end = name_end(entry, at);
      if (end > at && at != signs.joint) {
        const auto hit = name_hit(draft_, entry.words, at);
        const bool own = hit && hit->ids.size() == 1;
        signs.defined = at < signs.joint ? own : signs.defined && own;
        (at < signs.joint ? signs.before : signs.after) =
            own ? draft_.builder[hit->ids.front()].name
                : entry.text.text.substr(entry.words[at].begin, entry.words[end - 1].end - entry.words[at].begin);
      }
      at = std::max(end, at + 1);
    }
    return signs;
  }

  static bool relates(const lexicon::Verb& verb) { return !verb.weak && verb.kind != lexicon::VerbKind::Contains; }

  /// Where the name that begins at a word ends; `at` if none does.
  std::size_t name_end(const Entry& entry, std::size_t at) const {
    if (entry.words[at].mark != Mark::None) return at;
    if (const auto own = name_hit(draft_, entry.words, at)) return own->to;
    const auto hit = catalogue_hit(entry.words, at);
    const catalogue::Kind* kind = hit ? meaning_of(draft_, *hit, entry.section) : nullptr;
    return kind && tells(*hit, *kind) ? hit->to : at;
  }

  static Reason reason_for(const Signs& signs) {
    const std::string joint = signs.arrow ? std::string("the arrow") : fmt::format("\"{}\"", signs.verb);
    if (signs.before.empty() || signs.after.empty())
      return {fmt::format("{} has \"{}\" on one side and nothing known on the other", joint,
                          signs.before.empty() ? signs.after : signs.before),
              {}};
    return {fmt::format("what {} joins here was not understood", joint),
            signs.defined ? fmt::format("- {} → {}", signs.before, signs.after) : std::string()};
  }

  Reason reason_for(const Entry& entry) const {
    if (entry.kind == EntryKind::Code) return {"a code block that is no diagram", {}};
    if (entry.kind == EntryKind::Row)
      return {"a table row that names no component of a known kind; a column headed \"Type\" may say it", {}};
    if (entry.label) return label_reason(entry);
    const Signs signs = signs_of(entry, 0, entry.words.size());
    if (signs.joins()) return reason_for(signs);
    return {"no component, relation or setting was recognised", {}};
  }

  /// Of "**Flux Capacitor:** 1.21 GW" and "**Purpose:** …" with nothing that it could be the purpose of.
  Reason label_reason(const Entry& entry) const {
    const std::string key = key_of(entry.label_words, 0, entry.label_words.size());
    if (!lexicon::attribute_for(key).empty() || !lexicon::overview_for(key).empty() || lexicon::is_feature(key))
      return {"a setting of nothing: no component stands above it", {}};
    if (lexicon::find_relation_label(key)) return {"joins nothing: no component stands above it", {}};
    for (const Word& word : entry.label_words)
      if (std::ranges::find(lexicon::policy_words(), word.norm, &lexicon::PolicyWord::word) !=
          lexicon::policy_words().end())
        return {"a policy whose component is not known", {}};
    return {"looks like a component; its kind is unknown", as_service(entry.label_text())};
  }

  /// A line that would define the thing, as a service of the document's cloud; empty if it would not.
  std::string as_service(std::string_view name) const {
    name = trimmed(name);
    if (name.empty() || name.size() > 40 || name.find_first_of("*`|:\n[]()") != std::string_view::npos) return {};
    const std::string_view kind = example_service(draft_);
    Entry entry;
    entry.kind = EntryKind::Bullet;
    entry.text.text = fmt::format("{}: {}", name, kind);
    entry.label = {0, static_cast<std::uint32_t>(name.size())};
    entry.value = {entry.label->end + 2, static_cast<std::uint32_t>(entry.text.text.size())};
    entry.strong_label = true;
    entry.label_words = words_of(name);
    entry.words = words_of(kind);
    if (read_label(draft_, entry, std::nullopt, false).role != LabelRole::Component) return {};
    return fmt::format("- **{}:** {}", name, kind);
  }

  void add(Span span, std::string_view text, Reason reason) {
    draft_.record(model::Became::Unread, span, static_cast<std::uint32_t>(draft_.builder.unread().size()));
    if (draft_.builder.unread().size() < kMostNotes)
      draft_.sink.note(Code::UnreadLine, span, reason.why,
                       reason.rewrite.empty() ? std::string() : fmt::format("write `{}`", reason.rewrite));
    model::Unread unread;
    unread.source = span;
    unread.text = text.empty() ? "code block" : quoted(text, kLongestQuote);
    unread.reason = std::move(reason.why);
    unread.rewrite = std::move(reason.rewrite);
    draft_.builder.add(std::move(unread));
  }

  Draft& draft_;
  int guesses_ = 0;
  std::vector<Span> spans_;  ///< what the passes made something of, sorted
};

}  // namespace

void list_unread(Draft& draft) { Unread(draft).list(); }

}  // namespace skydraft::understand
