#include <algorithm>

#include "understand/arrows.hpp"
#include "understand/classify.hpp"
#include "understand/clause_builder.hpp"
#include "understand/own_name.hpp"

/// What stands in parentheses in a sentence.
namespace skydraft::understand {

using lexicon::Tense;

namespace {

constexpr int kMaxNesting = 2;  // parentheses in parentheses that are read

}  // namespace

std::vector<Reference> ClauseBuilder::listed_in(std::size_t from, std::size_t to) const {
  std::vector<Reference> things;
  for (std::size_t at = from; at < to;) {
    const Word& word = words_[at];
    const bool small = word.mark == Mark::Comma || word.lower == "and" || word.lower == "or" ||
                       lexicon::is_class(word.lower, lexicon::WordClass::Determiner) || count_of(word) > 0;
    if (small && !word.code) {
      ++at;
      continue;
    }
    const auto inner = thing_at(draft_, words_, at, text_, context_.section, true);
    const catalogue::Kind* kind = inner ? kind_of(*inner) : nullptr;
    if (!kind || inner->to > to || !inner->named || is_technology(*kind) ||
        kind->category == catalogue::Category::Actor)
      return {};
    things.push_back(*inner);
    at = inner->to;
  }
  return things;
}

/// "SNS (orders SNS)": the one that is called so, of those there may be.
bool ClauseBuilder::calls_product(const Piece& piece) {
  const std::size_t from = piece.from + 1, to = piece.to - 1;
  const catalogue::Kind* kind =
      last_ && last_->named && last_->to == piece.from && !noun_since_ ? kind_of(*last_) : nullptr;
  if (!kind || kind->provider == "generic" || to < from + 2) return false;
  for (std::size_t at = from; at < to; ++at)
    if (!is_word(words_, at) || (at > from && words_[at].joined)) return false;
  const auto whole = catalogue_hit(words_, from), product = catalogue_hit(words_, to - 1);
  if ((whole && whole->to == to) || !product || !names_kind(product->rows, *kind)) return false;
  const std::string name(text_.substr(words_[from].begin, words_[to - 1].end - words_[from].begin));
  if (last_->ids.size() == 1 && !draft_.parts[last_->ids.front().index].from_prose) {
    draft_.alias(last_->ids.front(), name);
    return true;
  }
  std::vector<Reference>& row =
      clause_.verb && !clause_.phrases.empty() ? clause_.phrases.back().references : clause_.subject;
  if (row.empty() || row.back().from != last_->from) return false;
  const auto known = draft_.named(words_, from, to);
  row.back().ids.assign(known.begin(), known.begin() + (known.empty() ? 0 : 1));
  row.back().kind = kind;
  row.back().name = name;
  row.back().own = true;
  last_ = row.back();
  return true;
}

bool ClauseBuilder::names_noun(const Piece& piece) {
  if (at_ == 0 || pieces_[at_ - 1].to != piece.from) return false;
  const Piece& before = pieces_[at_ - 1];
  if (before.part != Part::Noun && before.part != Part::Mention) return false;
  const std::vector<Reference> things = listed_in(piece.from + 1, piece.to - 1);
  const catalogue::Kind* kind = things.empty() ? nullptr : kind_of(things.front());
  if (!kind || (things.size() == 1 && kind->provider == "generic")) return false;
  const Reference& first = things.front();
  const Word& noun = words_[before.to - 1];
  const auto known = catalogue_hit(words_, before.from);
  const bool plays = lexicon::stands_for(noun.norm, kind->id) ||  // a queue for SQS
                     (known && known->to == before.to && kind->holds != catalogue::Holds::NotAContainer &&
                      catalogue::kinds()[known->rows.front().kind].holds == kind->holds);  // Kubernetes for EKS
  if (before.part == Part::Mention && last_ && last_->to == before.to && !noun_since_) {
    std::vector<Reference>& row =
        clause_.verb && !clause_.phrases.empty() ? clause_.phrases.back().references : clause_.subject;
    if (things.size() > 1 || row.empty() || row.back().from != last_->from || !last_->ids.empty() || !last_->kind ||
        (last_->kind->provider != "generic" &&
         !(last_->kind->provider == "k8s" && same_family(last_->kind->id, kind->id))))
      return false;
    if (last_->own && !plays)
      row.back().kind = kind;
    else
      row.back() = with_kinds({first}).front();
    last_ = row.back();
    return true;
  }
  const bool runs = !lexicon::head_kind(noun.norm).empty();
  if (!plays && !runs && !lexicon::is_generic(noun.norm) && !(things.size() > 1 && noun.plural)) return false;
  noun_since_ = nouns_after_preposition_ = false;
  if (preposition_.empty() && !clause_.verb) clause_.noun.clear();
  for (const Reference& thing : things) {
    Piece named = piece;
    named.part = Part::Mention;
    named.mention = thing;
    named.mention->plural = noun.plural;
    if (things.size() == 1 && !plays && runs && thing.ids.empty()) {  // "workers" that are Lambda functions
      named.mention->name = std::string(text_.substr(noun.begin, noun.end - noun.begin));
      named.mention->own = true;
    }
    joined_ = joined_ || &thing != &first;
    mention(named);
  }
  return true;
}

void ClauseBuilder::parenthesis(const Piece& piece) {
  const std::size_t from = piece.from + 1, to = piece.to - 1;
  if (from >= to || calls_product(piece)) return;
  if (last_ && last_->ids.size() == 1 && to - from <= 5)
    if (const auto inner = reference_at(draft_, words_, from, text_, context_.section);
        inner && inner->kind && inner->to == to && inner->kind->id == draft_.builder[last_->ids.front()].kind)
      draft_.alias(last_->ids.front(), inner->name);
  if (names_noun(piece)) return;
  // "The control plane (the scaling Lambda) stores …"
  if (!clause_.verb && clause_.subject.empty() && !clause_.noun.empty() && preposition_.empty())
    if (const auto inner = thing_at(draft_, words_, from, text_, context_.section, true); inner && inner->to == to) {
      clause_.subject = {*inner};
      last_ = *inner;
      return;
    }
  if (context_.nesting >= kMaxNesting) return;
  const std::vector<Word> words(words_.begin() + static_cast<std::ptrdiff_t>(from),
                                words_.begin() + static_cast<std::ptrdiff_t>(to));
  const bool arrow = std::ranges::any_of(words, [](const Word& w) { return w.mark == Mark::Arrow; });
  const bool verb = std::ranges::any_of(
      words, [](const Word& w) { return w.mark == Mark::None && lexicon::find_verb(w.lower) != nullptr; });
  if (!arrow && !verb && !lexicon::is_class(words.front().lower, lexicon::WordClass::Preposition)) return;
  SentenceContext inner = context_;
  inner.nesting = context_.nesting + 1;
  const lexicon::VerbForm* done = lexicon::find_verb(words.front().lower);
  const bool of_row = context_.definition && !clause_.verb && done && done->tense == Tense::Participle;
  if (of_row)  // "All records (filled by the importer)": what the text defines
    inner.subject = context_.subject;
  else if (last_)
    inner.subject = last_->ids;
  else if (!clause_.subject.empty())
    inner.subject = clause_.subject.front().ids;
  if (clause_.negated) return;
  if (arrow && lead_to(clause_, nouns_after_preposition_ ? preposition_ : "",
                       meaning_.add(read_arrows(draft_, words, text_, inner))))
    preposition_ = {};
  if (!arrow) meaning_.add(read_sentence(draft_, words, text_, inner));
}

}  // namespace skydraft::understand
