#include "understand/bare_nouns.hpp"

#include "understand/head_noun.hpp"

namespace skydraft::understand {

using lexicon::is_class;
using lexicon::Tense;
using lexicon::VerbForm;
using lexicon::WordClass;

namespace {

constexpr std::size_t kLongestSubject = 3;  // words of a subject without an article

}  // namespace

bool BareNouns::begins_as_subject() const {
  const bool begins = last() == Part::Stop || last() == Part::Break;
  // "Billing service and shipping service consume events"
  const std::size_t n = pieces_.size();
  const bool joins = last() == Part::And && n >= 2 && pieces_[n - 2].mention && pieces_[n - 2].mention->own &&
                     (n == 2 || pieces_[n - 3].part == Part::Stop || pieces_[n - 3].part == Part::Break);
  if (!begins && !joins) return false;
  for (std::size_t i = at_ + 1; word(i) && i <= at_ + kLongestSubject; ++i) {
    if (lower(i) == "and" || (lower(i) == "in" && lower(i + 1) == "front") || lower(i) == "behind")
      return ends_with_head(i);
    const VerbForm* here = words_[i].capital || words_[i].code ? nullptr : form(i);
    if (!here || (here->tense != Tense::Third && !(here->tense == Tense::Base && (words_[i - 1].plural || joins))))
      continue;
    const lexicon::Verb& verb = lexicon::verb_of(*here);
    return ends_with_head(i) && (verb.object != lexicon::Direction::None || !verb.prepositions.empty());
  }
  return false;
}

bool BareNouns::ends_as_object() const {
  if (last() != Part::Verb || pieces_.back().verb->tense != Tense::Third) return false;
  const lexicon::VerbKind does = lexicon::verb_of(*pieces_.back().verb).kind;
  if (does != lexicon::VerbKind::Flow && does != lexicon::VerbKind::Uses) return false;
  std::size_t to = at_;
  while (word(to) && to <= at_ + kLongestSubject && !is_class(words_[to].lower, WordClass::Preposition) &&
         lower(to) != "and")
    ++to;
  return to > at_ && !words_[to - 1].plural && ends_with_head(to);
}

bool BareNouns::ends_with_head(std::size_t to) const {
  for (std::size_t from = at_; from < to; ++from)
    if (const auto head = head_at(draft_, words_, from, section_); head && head->to == to) return true;
  return false;
}

}  // namespace skydraft::understand
