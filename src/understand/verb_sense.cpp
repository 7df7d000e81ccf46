#include "understand/verb_sense.hpp"

namespace skydraft::understand {

using lexicon::is_class;
using lexicon::Tense;
using lexicon::VerbForm;
using lexicon::WordClass;

bool VerbSense::object_follows(std::size_t at) const {
  if (!word(at)) return false;
  return is_class(words_[at].lower, WordClass::Determiner) || words_[at].capital || words_[at].code ||
         lexicon::is_moved(words_[at].norm) || words_[at].lower == "it" || words_[at].lower == "them";
}

bool VerbSense::finite_at(std::size_t at) const {
  if (is_class(lower(at), WordClass::Auxiliary) || is_class(lower(at), WordClass::Modal)) return true;
  const VerbForm* next = form(at);
  return next && (next->tense == Tense::Third || next->tense == Tense::Base);
}

bool VerbSense::third(std::size_t at) const {
  const VerbForm* next = form(at);
  return next && next->tense == Tense::Third;
}

bool VerbSense::goes_on() const {
  if ((last() != Part::Comma && last() != Part::And) || !is_class(lower(at_ + 2), WordClass::Preposition)) return false;
  for (std::size_t i = pieces_.size(); i-- > 0 && pieces_[i].part != Part::Stop;)
    if (pieces_[i].part == Part::Verb) return pieces_[i].verb->tense == Tense::Third;
  return false;
}

bool VerbSense::finite_after(std::size_t at) const {
  while (word(at) && (is_class(words_[at].lower, WordClass::Adverb) || words_[at].lower.ends_with("ly"))) ++at;
  if (!word(at)) return false;
  if (is_class(words_[at].lower, WordClass::Auxiliary) || is_class(words_[at].lower, WordClass::Modal)) return true;
  const VerbForm* next = form(at);
  return next && (next->tense == Tense::Third || (next->tense == Tense::Participle && !object_follows(at + 1)));
}

bool VerbSense::acts(const VerbForm& here) const {
  const Part before = last();
  switch (here.tense) {
    case Tense::Participle:
      // "the accepted events", "validated requests", "Managed OpenSearch for search": an adjective.
      if ((before == Part::Stop || before == Part::Comma || before == Part::And || before == Part::Break) &&
          word(at_ + 1) && words_[at_ + 1].capital)
        return false;
      // "Failed events end up in …"
      if ((before == Part::Stop || before == Part::Break) && word(at_ + 1) && word(at_ + 2) &&
          !is_class(lower(at_ + 1), WordClass::Preposition) && !is_class(lower(at_ + 1), WordClass::Determiner) &&
          finite_at(at_ + 2))
        return false;
      // "a fully managed service"
      if (before == Part::Adverb && adjective_after_adverb()) return false;
      return !(before == Part::Determiner && word(at_ + 1) && !is_class(lower(at_ + 1), WordClass::Preposition)) &&
             !(before == Part::Preposition && pieces_.back().text != "to" && word(at_ + 1));
    case Tense::Gerund:
      // "tracks running services"
      if (before == Part::Verb && lexicon::is_descriptive(lower(at_))) return false;
      return word(at_ + 1) && before != Part::Determiner && !(before == Part::Noun && lower(at_ + 1) == "of");
    case Tense::Third:
      // "Feature switches and addresses": a heading's nouns.
      if (before == Part::Noun && pieces_.size() == 1 && (lower(at_ + 1) == "and" || lower(at_ + 1) == "or"))
        return false;
      // "Route 53 records that point to …"
      if ((lower(at_ + 1) == "that" || lower(at_ + 1) == "which") && form(at_ + 2)) return false;
      // "merging to main starts a build": no article stands before a noun and another right after it.
      if (before == Part::Determiner && at_ > 0 && lower(at_ - 1) != "the" && lower(at_ - 1) != "a" &&
          is_article(lower(at_ + 1)))
        return true;
      if (before == Part::Preposition || before == Part::Determiner || before == Part::Verb) return false;
      if (before == Part::Mention && describes_by_people()) return false;
      // "flows through VPN tunnels to …": the sentence has its verb.
      if ((before == Part::Mention || before == Part::Noun) && stands_behind_preposition() && has_verb() &&
          !in_relative())
        return false;
      // "Requests come in": a plural, and its verb.
      if (lexicon::is_moved(words_[at_].norm) && form(at_ + 1) && form(at_ + 1)->tense == Tense::Base) return false;
      // "Collects logs": of two such words the second is the noun, for a plural takes no such verb.
      if (!third(at_ + 1) && finite_after(at_ + 1)) return false;
      if (subject_with_phrase()) return false;
      // "deletes torn covers": right after a verb stands its object.
      if (before == Part::Noun && pieces_.size() > 1 && pieces_[pieces_.size() - 2].part == Part::Verb) return false;
      return !(before == Part::Noun && described(pieces_.back()) && !object_follows(at_ + 1));
    case Tense::Base:
      return base_acts(here, before);
  }
  return true;
}

bool VerbSense::adjective_after_adverb() const {
  const bool there = pieces_.size() > 1 && (pieces_[pieces_.size() - 2].part == Part::Auxiliary ||
                                            pieces_[pieces_.size() - 2].part == Part::Mention ||
                                            pieces_[pieces_.size() - 2].part == Part::Noun);
  return !there && word(at_ + 1) && !is_class(lower(at_ + 1), WordClass::Preposition) &&
         !is_class(lower(at_ + 1), WordClass::Determiner);
}

bool VerbSense::subject_with_phrase() const {
  const bool noun = lexicon::is_moved(words_[at_].norm) || words_[at_].norm == "access";
  if (last() != Part::Stop || !noun || !is_class(lower(at_ + 1), WordClass::Preposition)) return false;
  const auto finite = [&](std::size_t i) {
    const VerbForm* verb = form(i);
    if (!verb) return is_class(lower(i), WordClass::Auxiliary);
    if (verb->tense == Tense::Third) return true;
    // "Backups of the machines go to …": a plural takes the plain form.
    const bool goes_on =
        object_follows(i + 1) || is_class(lower(i + 1), WordClass::Preposition) || lower(i + 1) == "up";
    return verb->tense == Tense::Base && goes_on && (words_[at_].plural || lexicon::verb_of(*verb).starts);
  };
  for (std::size_t i = at_ + 2; word(i) && i < at_ + 10; ++i)
    if (finite(i)) return true;
  return false;
}

bool VerbSense::described(const Piece& noun) const {
  const WordText& text = words_[noun.from].lower;
  return lexicon::is_descriptive(text) || text.ends_with("ing");
}

bool VerbSense::base_acts(const VerbForm& here, Part before) const {
  if (finite_after(at_ + 1) || subject_with_phrase()) return false;
  if (before == Part::Determiner) return false;
  if (here.text == "open") return before == Part::Mention && people_before() && object_follows(at_ + 1);
  // "Secure connection between …": the adjective.
  if (before == Part::Stop && lexicon::is_descriptive(lower(at_))) return false;
  if (before == Part::Preposition) {
    if (pieces_.back().text == "as") return lower(at_ + 1) == "from" || lower(at_ + 1) == "by";  // "as read from …"
    return pieces_.back().text == "to" && !infinitive_is_noun();
  }
  if (before == Part::Noun) return (words_[pieces_.back().to - 1].plural || several()) && word(at_ + 1);
  if (before == Part::Verb) return false;
  if ((before == Part::Mention || before == Part::Noun) && has_verb()) return false;
  if (before == Part::Mention && !made_to()) return plural_before() || several() || people_before();
  if (before == Part::Auxiliary) return true;  // "is read by", "does write"
  return true;
}

bool VerbSense::has_verb() const {
  for (std::size_t i = pieces_.size(); i-- > 0;) {
    const Part part = pieces_[i].part;
    if (part == Part::Verb) return pieces_[i].verb->tense != Tense::Participle && !causative(i);
    if (part != Part::Mention && part != Part::Noun && part != Part::Determiner && part != Part::Adverb &&
        part != Part::Preposition && part != Part::Parenthesis)
      return false;
  }
  return false;
}

bool VerbSense::stands_behind_preposition() const {
  std::size_t i = pieces_.size() - 1;
  while (i > 0 && pieces_[i - 1].part == Part::Determiner) --i;
  return i > 0 && pieces_[i - 1].part == Part::Preposition;
}

bool VerbSense::in_relative() const {
  for (std::size_t i = pieces_.size(); i-- > 0 && pieces_[i].part != Part::Stop && pieces_[i].part != Part::Comma;)
    if (pieces_[i].part == Part::Relative || pieces_[i].part == Part::Subordinator) return true;
  return false;
}

bool VerbSense::plural_before() const {
  for (std::size_t i = pieces_.size(); i-- > 0;) {
    const Piece& piece = pieces_[i];
    const bool told = piece.part == Part::Verb && piece.verb->tense == Tense::Participle && object_follows(at_ + 1);
    if (told) continue;  // "Files uploaded to the bucket trigger …"
    if (piece.part == Part::Stop || piece.part == Part::Verb || piece.part == Part::Break) return false;
    if (piece.part != Part::Mention && piece.part != Part::Noun) continue;
    if (words_[piece.to - 1].plural || words_[piece.to - 1].lower.ends_with('s')) return true;
  }
  return false;
}

bool VerbSense::people_before() const {
  const std::optional<Reference>& mention = pieces_.back().mention;
  return mention && mention->kind && mention->kind->category == catalogue::Category::Actor;
}

bool VerbSense::describes_by_people() const {
  const Piece& people = pieces_.back();
  const bool bare = pieces_.size() < 2 || pieces_[pieces_.size() - 2].part != Part::Determiner;
  return bare && people_before() && people.mention->ids.empty() && !people.mention->plural &&
         !words_[people.from].capital && pieces_.size() > 1;
}

bool VerbSense::made_to() const {
  for (std::size_t i = pieces_.size(); i-- > 0 && pieces_[i].part != Part::Stop;)
    if (pieces_[i].part == Part::Verb) return causative(i);
  return false;
}

bool VerbSense::causative(std::size_t piece) const { return lexicon::verb_of(*pieces_[piece].verb).causative; }

bool VerbSense::several() const {
  for (std::size_t i = pieces_.size(); i-- > 0 && i + 4 > pieces_.size();)
    if (pieces_[i].part == Part::And) return true;
  return false;
}

bool VerbSense::infinitive_is_noun() const {
  return !word(at_ + 1) && !(at_ + 1 < words_.size() && words_[at_ + 1].mark == Mark::Slash);
}

}  // namespace skydraft::understand
