#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/source.hpp"
#include "model/architecture.hpp"

/// Why the model is as it is: what each line of a document became, and all that is known of one component, each fact
/// with the place that states it or the rule that inferred it.
namespace skydraft::explain {

/// Of the lines that look like architecture (they became something other than prose or a heading, or are listed as
/// unread), those that were understood.
struct Coverage {
  std::uint32_t lines = 0;
  std::uint32_t understood = 0;
  int percent() const;  ///< rounded down, so that 100 means all of them; 100 where there are none
};
Coverage coverage_of(const model::Architecture& architecture, const Source& source);

/// One thing that a part of the document became.
struct Outcome {
  model::Became became = model::Became::Prose;
  Span span;
  std::string what;  ///< "Orders API → Orders Database: writes to"
  std::string rule;  ///< of the inference; empty: the document says it
  std::string_view pass;
  std::string rewrite;  ///< Unread: how to say it so that it is understood
};

struct Line {
  std::uint32_t number = 1;
  std::vector<Outcome> outcomes;  ///< of what begins in this line
  bool goes_on = false;           ///< belongs to what an earlier line begins
};

/// Every line that is not blank, in order. A line without outcomes that does not go on is markup: a comment, a fence,
/// the rule of a table. Cost: linear but for locating spans.
std::vector<Line> explain_lines(const model::Architecture& architecture, const Source& source);

/// A statement about a component: what is said, and where, or by which rule.
struct Statement {
  std::string text;
  std::string rule;  ///< empty: the document says it
  std::vector<Span> source;
};

/// All that is known of one component.
struct Account {
  model::ComponentId component;
  std::string rule;               ///< why it is there although the document does not name it
  std::vector<Span> source;       ///< where the document defines it, then what else speaks of it
  std::vector<Statement> inside;  ///< its containers, the tightest first, then those it stretches over
  std::vector<Statement> holds;   ///< what is in it
  std::vector<Statement> attributes;
  std::vector<Statement> to, from;  ///< relations that it begins, and that end at it
  std::vector<Statement> steps, policies;
  std::vector<std::string> views;  ///< ids of the pictures that show it
};

/// Those of that slug, name or alias, without regard to case; if there are none, those with it as a part of the name.
std::vector<model::ComponentId> find_components(const model::Architecture& architecture, std::string_view name);
Account explain_component(const model::Architecture& architecture, model::ComponentId component);

}  // namespace skydraft::explain
