#include <algorithm>

#include "understand/classify.hpp"
#include "understand/clause_builder.hpp"

/// What "it", "them", "these", "the latter" stand for in a sentence.
namespace skydraft::understand {

using lexicon::Tense;

void ClauseBuilder::pronoun(std::string_view word) {
  // "A calls B, and it stores …"
  const Piece* after = next();
  const bool finite =
      after &&
      (after->part == Part::Auxiliary || after->part == Part::Modal ||
       (after->part == Part::Verb && (after->verb->tense == Tense::Third || after->verb->tense == Tense::Base)));
  if (clause_.verb && preposition_.empty() && (joined_ || comma_) && finite && word != "them") flush();
  if ((word == "latter" || word == "former") && !clause_.verb && !object_.empty()) {
    clause_.subject = {word == "latter" ? object_.back() : object_.front()};
    return;
  }
  const bool about = !preposition_.empty() && preposition_ != "between" && preposition_ != "of";
  const bool beside = preposition_ == "behind" || preposition_ == "in front of";  // "Behind it are …"
  if ((clause_.verb || beside) && about && (word == "it" || word == "them") && into_it()) return;
  if (acts_on_topic(word)) return;
  if (word == "both") {
    both();
    return;
  }
  if (clause_.verb || !clause_.subject.empty()) {
    noun_since_ = true;
    clause_.takes_it = clause_.takes_it || (clause_.verb && preposition_.empty());
    return;
  }
  // "The API saves the image in A. This triggers B": what has got to A sets B off there.
  const lexicon::Verb* sets_off = after && after->part == Part::Verb ? &lexicon::verb_of(*after->verb) : nullptr;
  if (word == "this" && sets_off && (sets_off->starts || sets_off->lemma == "notify") && !meaning_.reached().empty()) {
    for (const ComponentId id : meaning_.reached())
      clause_.subject.push_back(Reference{0, 0, {id}, {}, &draft_.kind(id), {}});
    clause_.noun.clear();
    return;
  }
  if (word == "we" || word == "you" || word == "i") {
    clause_.noun = "we";
    clause_.instruction = word == "you";
    return;
  }
  // "The customers call the API. It runs on …": it is none of many.
  if ((word == "these" || word == "those") && object_.size() > 0 && object_.back().plural) {
    clause_.subject = object_;
    clause_.noun.clear();
    return;
  }
  // "filters the request on A before it is forwarded to B": what has travelled so far.
  if ((word == "it" || word == "they") && !moving_.empty() && next() && next()->part == Part::Auxiliary) {
    clause_.noun = moving_;
    if (!moved_from_.references.empty()) clause_.phrases.push_back(moved_from_);
    return;
  }
  const catalogue::Kind* kind = topic_.empty() ? nullptr : kind_of(topic_.front());
  const bool people = kind && kind->category == catalogue::Category::Actor && kind->id != "generic.device";
  if (word == "it" && doer_.size() == 1)
    clause_.subject = doer_;
  else if (word == "it" && people && object_.empty() &&
           context_.stand.size() == 1)  // "1. A user opens A 2. It calls B"
    clause_.subject = with_kinds({Reference{0, 0, context_.stand, {}, nullptr, {}, false, true}});
  else  // "Orders come in through the shop. It calls …": of what else there is
    clause_.subject = word == "it" && (people || topic_.empty()) && object_.size() == 1 ? object_ : topic_;
  clause_.noun.clear();
}

/// "A calls C and B calls D. Both use E. F watches both."
void ClauseBuilder::both() {
  const std::vector<ComponentId> two = meaning_.last_two();
  if (two.size() < 2 || !preposition_.empty()) return;
  std::vector<Reference> references;
  for (const ComponentId id : two) references.push_back(Reference{0, 0, {id}, {}, &draft_.kind(id), {}});
  if (!clause_.verb && clause_.subject.empty()) {
    clause_.subject = std::move(references);
    clause_.noun.clear();
  } else if (clause_.verb && clause_.phrases.empty()) {
    Phrase phrase;
    phrase.references = std::move(references);
    clause_.phrases.push_back(std::move(phrase));
  }
}

/// "Search is a cluster of its own. The API queries it": what the text has introduced.
bool ClauseBuilder::acts_on_topic(std::string_view word) {
  if (word != "it" || !clause_.verb || !preposition_.empty() || clause_.passive || introduced_.empty() ||
      clause_.verb->object != lexicon::Direction::Forward || !clause_.phrases.empty())
    return false;
  Phrase phrase;
  phrase.references = with_kinds(introduced_);
  clause_.phrases.push_back(std::move(phrase));
  return true;
}

bool ClauseBuilder::into_it() {
  // "The service runs in the private subnets. A balancer forwards traffic to it": to no network.
  const bool network = std::ranges::all_of(object_, [&](const Reference& r) {
    const catalogue::Kind* kind = kind_of(r);
    return kind && is_network(*kind);
  });
  const std::vector<Reference>& meant = network && !topic_.empty() ? topic_ : object_;
  if (meant.empty()) return false;
  Phrase phrase;
  phrase.role = role_of(preposition_);
  phrase.preposition = preposition_;
  phrase.references = with_kinds(meant);
  clause_.phrases.push_back(std::move(phrase));
  preposition_ = {};
  return true;
}

}  // namespace skydraft::understand
