#include "understand/verb_last.hpp"

#include <algorithm>
#include <array>

#include "understand/clause.hpp"
#include "understand/own_name.hpp"

namespace skydraft::understand {
namespace {

using lexicon::EastAsianUse;

constexpr std::size_t kNearestParticle = 24;  // bytes of a noun between a name and its particle: "S3 bucket in"

struct Found {
  std::size_t at = std::string_view::npos;
  const lexicon::EastAsianRow* row = nullptr;
};

class Reader {
 public:
  Reader(Draft& draft, const std::vector<Word>& words, std::string_view text, const SentenceContext& context)
      : draft_(draft), words_(words), text_(text), context_(context), meaning_(draft, words, text, context) {
    for (const ComponentId id : context.subject)
      subject_.push_back(Reference{0, 0, {id}, {}, nullptr, {}, false, true});
  }

  Stated run() {
    std::size_t begin = 0;
    for (std::size_t at = 0; at < words_.size();) {
      const Word& word = words_[at];
      if (word.mark == Mark::Stop) {
        meaning_.end_sentence();
        forget();
        begin = ++at;
        continue;
      }
      if (word.mark != Mark::None) {
        ++at;
        continue;
      }
      if (auto found = thing_at(draft_, words_, at, text_, context_.section, true)) {
        at = std::max(found->to, at + 1);
        pending_.push_back(std::move(*found));
        continue;
      }
      meaning_.enter(begin, at + 1);
      read(word.lower, at);
      ++at;
    }
    return std::move(meaning_).take(subject_);
  }

 private:
  void forget() {
    pending_.clear();
    clause_ = {};
  }

  /// The first particle, verb or ending of the language in `text`; the longest of those that begin at one place.
  Found first(std::string_view text, std::initializer_list<EastAsianUse> uses, std::size_t limit) const {
    Found found;
    for (const lexicon::EastAsianRow& row : lexicon::east_asian_rows()) {
      if (row.language != draft_.language || std::find(uses.begin(), uses.end(), row.use) == uses.end()) continue;
      const std::size_t at = text.substr(0, limit).find(row.text);
      if (at == std::string_view::npos) continue;
      if (!found.row || at < found.at || (at == found.at && row.text.size() > found.row->text.size()))
        found = {at, &row};
    }
    return found;
  }

  /// What stands between two names, or after the last: particles, nouns, and the verb.
  void read(std::string_view text, std::size_t word) {
    text = person(text, word);
    if (!pending_.empty()) {
      const Found particle = first(text, {EastAsianUse::Particle}, kNearestParticle);
      if (particle.row) {
        mark(particle.row->meaning);
        text = text.substr(particle.at + particle.row->text.size());
      }
    }
    while (!text.empty()) {
      const Found verb = first(text, {EastAsianUse::Verb}, std::string_view::npos);
      if (!verb.row) return;
      text = text.substr(verb.at + verb.row->text.size());
      state(*verb.row, text);
    }
  }

  /// People are written in the language's own letters, their particle right behind.
  std::string_view person(std::string_view text, std::size_t word) {
    const lexicon::Pair* longest = nullptr;
    for (const lexicon::Pair& row : lexicon::actor_rows())
      if (text.starts_with(row.key) && (!longest || row.key.size() > longest->key.size())) longest = &row;
    if (!longest) return text;
    const std::string_view name = longest->key;
    Reference reference{word, word + 1, {}, {}, &catalogue::kind_or_unknown(longest->value), std::string(name)};
    const auto known = draft_.named(key_of(name));
    if (!known.empty()) reference.ids = {known.front()};
    reference.named = true;
    pending_.push_back(std::move(reference));
    return text.substr(name.size());
  }

  void mark(std::string_view meaning) {
    if (meaning == "and") return;  // the particle after the next one holds for both
    std::vector<Reference> marked = std::move(pending_);
    pending_.clear();
    if (meaning == "of") return;
    if (meaning == "subject") {
      clause_.subject = subject_ = std::move(marked);
      return;
    }
    struct Row {
      std::string_view meaning;
      Role role;
    };
    constexpr std::array<Row, 7> kRoles{{{"object", Role::Object},
                                         {"to", Role::To},
                                         {"from", Role::From},
                                         {"via", Role::Via},
                                         {"by", Role::By},
                                         {"in", Role::In},
                                         {"with", Role::With}}};
    const auto row = std::ranges::find(kRoles, meaning, &Row::meaning);
    Phrase phrase;
    phrase.role = row == kRoles.end() ? Role::Other : row->role;
    if (phrase.role != Role::Object) phrase.preposition = std::string(meaning);
    phrase.references = std::move(marked);
    for (Reference& reference : phrase.references)
      if (!reference.ids.empty() && !reference.kind) reference.kind = &draft_.kind(reference.ids.front());
    clause_.phrases.push_back(std::move(phrase));
  }

  void state(const lexicon::EastAsianRow& verb, std::string_view rest) {
    const lexicon::VerbForm* form = lexicon::find_verb(verb.meaning);
    if (!form) return;
    constexpr std::size_t kEnding = 12;  // bytes right after the stem
    if (!pending_.empty()) mark("object");
    clause_.verb = &lexicon::verb_of(*form);
    clause_.verb_text = std::string(verb.text);
    clause_.passive = first(rest, {EastAsianUse::Passive}, kEnding).row != nullptr;
    clause_.negated = first(rest, {EastAsianUse::Negation}, 2 * kEnding).row != nullptr;
    if (clause_.subject.empty() && !clause_.passive) clause_.subject = subject_;
    clause_.topic = subject_;
    meaning_.state(clause_);
    clause_ = {};
  }

  Draft& draft_;
  const std::vector<Word>& words_;
  std::string_view text_;
  const SentenceContext& context_;
  Meaning meaning_;
  Clause clause_;
  std::vector<Reference> pending_;  ///< names whose particle has not come yet
  std::vector<Reference> subject_;  ///< what the text speaks of
};

}  // namespace

Stated read_verb_last(Draft& draft, const std::vector<Word>& words, std::string_view text,
                      const SentenceContext& context) {
  return Reader(draft, words, text, context).run();
}

}  // namespace skydraft::understand
