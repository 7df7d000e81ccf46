#pragma once

#include <cstdint>
#include <string_view>

#include "base/span.hpp"

/// How a document was read: what each part of it became, and by which pass.
namespace skydraft::model {

enum class Became : std::uint8_t {
  Title,      ///< a fact of the title block: title, environment, purpose
  Heading,    ///< a heading or a header row that only groups
  Component,  ///< `subject` is defined, or spoken of by its name
  Attribute,  ///< number `part` of the attributes of component `subject`
  Purpose,    ///< what component `subject` is for, in the document's words
  Placement,  ///< component `subject` is in its container, or stretches over several
  Relation,   ///< `subject` is a relation
  Step,       ///< step number `part` of flow `subject`
  Policy,     ///< `subject` is a policy
  Prose,      ///< plain prose: read, nothing to draw
  Skipped,    ///< in a section that is not about the architecture
  Unread      ///< `subject` is an entry of unread(): it looks like architecture and gave nothing
};
std::string_view name_of(Became became);

struct Fact {
  Span span;  ///< what states it
  Became became = Became::Prose;
  std::uint32_t subject = 0;  ///< index among the components, relations, flows, policies or unread entries
  std::uint32_t part = 0;
  std::string_view pass;  ///< of understanding; static text
};

}  // namespace skydraft::model
