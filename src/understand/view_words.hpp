#pragma once

#include <cstdint>
#include <optional>

#include "understand/draft.hpp"

/// A section in which the document says which pictures it wants, in plain words.
namespace skydraft::understand {

enum class ViewVerb : std::uint8_t { Include, Exclude, Collapse, Title };

struct ViewVerbHit {
  ViewVerb verb = ViewVerb::Include;
  std::size_t to = 0;  ///< the word after it
};

/// "include", "leave out", "collapse", … beginning at words[at].
std::optional<ViewVerbHit> view_verb_at(const std::vector<Word>& words, std::size_t at);

/// True for a section called "Views" in which something is included, excluded or collapsed: about pictures, not about
/// the architecture. A list of database views is none.
bool is_view_section(const Outline& outline, SectionId id);

}  // namespace skydraft::understand
