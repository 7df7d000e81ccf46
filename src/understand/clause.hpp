#pragma once

#include <map>

#include "understand/sentence.hpp"

/// One verb with what stands around it, and what it states.
namespace skydraft::understand {

/// What a phrase is to its verb.
enum class Role : std::uint8_t { Object, To, From, Via, By, In, With, For, Behind, Other };

struct Phrase {
  Role role = Role::Object;
  std::string preposition;
  std::vector<Reference> references;
  bool modifier = false;  ///< stands before a noun that it only describes: "Lambda metrics"
};

struct Clause {
  const lexicon::Verb* verb = nullptr;
  std::string verb_text;
  bool passive = false;
  bool negated = false;
  std::vector<Reference> subject;
  std::vector<Phrase> phrases;
  std::string path;
  std::optional<int> tcp_port;
  std::string protocol;
};

/// Turns clauses into relations and placements of the draft, and remembers what the sentence has stated so far.
class Meaning {
 public:
  Meaning(Draft& draft, const std::vector<Word>& words, std::string_view text, const SentenceContext& context)
      : draft_(draft), words_(words), text_(text), context_(context), evidence_(context.span) {}

  void state(const Clause& clause);
  /// What follows is stated by words [from, to).
  void enter(std::size_t from, std::size_t to);
  Stated take() && { return std::move(out_); }

 private:
  std::vector<ComponentId> ids_of(const std::vector<Reference>& references);
  void emit(const std::vector<ComponentId>& from, const std::vector<ComponentId>& to, const Clause& clause,
            const std::string& preposition);
  model::RelationKind kind_between(const lexicon::Verb& verb, ComponentId from);
  std::optional<RelationId> known_above(ComponentId a, ComponentId b);
  void place(const std::vector<ComponentId>& inner, const std::vector<Reference>& holders);
  void active(const Clause& clause, const std::vector<ComponentId>& subject);
  void passive(const Clause& clause, const std::vector<ComponentId>& patient, bool said);
  void contain(const std::vector<ComponentId>& holders, const std::vector<ComponentId>& inner);
  void note(const Phrase& phrase);
  void doubt(const Reference& reference);

  Draft& draft_;
  const std::vector<Word>& words_;
  std::string_view text_;
  const SentenceContext& context_;
  Span evidence_;
  Stated out_;
  std::map<std::uint32_t, std::string> rules_;  ///< how a component came to be meant, where that is our inference
};

}  // namespace skydraft::understand
