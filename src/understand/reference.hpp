#pragma once

#include "understand/mention.hpp"

/// What "the database", "pods", "Backend" or "private subnets" stand for in this document.
namespace skydraft::understand {

struct Reference {
  std::size_t from = 0;  ///< words [from, to)
  std::size_t to = 0;
  std::vector<ComponentId> ids;           ///< more than one: each of them
  std::string_view rule;                  ///< not empty: which of them was meant is our inference
  const catalogue::Kind* kind = nullptr;  ///< no component yet: what it would be
  std::string name;                       ///< and its name as written
  bool plural = false;
  bool named = false;      ///< by a name of its own, not by an everyday word
  bool acts_only = false;  ///< a component only where it acts: "the worker"
  bool own = false;        ///< called by what tells it from others of its kind: "the webhook Lambda"
};

/// What it is or would be; null if nothing says so.
const catalogue::Kind* kind_of(const Draft& draft, const Reference& reference);

/// What the words beginning at `at` refer to; nothing if they refer to no component. Does not change the draft.
std::optional<Reference> reference_at(Draft& draft, const std::vector<Word>& words, std::size_t at,
                                      std::string_view text, SectionId section);

/// The components of a reference, made if there are none yet (only for names that mean nothing else).
std::vector<ComponentId> resolve(Draft& draft, const Reference& reference, Span span, SectionId section);

}  // namespace skydraft::understand
