#pragma once

#include <span>
#include <vector>

#include "understand/draft.hpp"

/// Regions and accounts that a document lists one beside the other, each with what stands in it: "## us-east-1" and
/// "## eu-west-1", "- Prod account: EKS, RDS". Two of them may have things of one name.
namespace skydraft::understand {

/// The kind of place that these words name, all of them: "eu-west-1 (DR)", "Primary region", "Prod account". Null:
/// something else.
const catalogue::Kind* site_named(const Draft& draft, const std::vector<Word>& words, SectionId section);

/// A heading that names a place beside others of its kind is that place; what its section defines stands in it.
void define_site_heading(Draft& draft, SectionId id);

/// While it lives, what is defined stands in this place, if it is a region or an account.
class SiteScope {
 public:
  SiteScope(Draft& draft, ComponentId place);
  /// In what the entry was read in.
  SiteScope(Draft& draft, EntryId entry);
  ~SiteScope() { draft_.site = before_; }
  SiteScope(const SiteScope&) = delete;
  SiteScope& operator=(const SiteScope&) = delete;

 private:
  Draft& draft_;
  std::optional<ComponentId> before_;
};

/// Of several things, those of the place that is spoken of; all where none stands in it. A twin's are never meant.
void keep_site(const Draft& draft, SectionId section, std::vector<ComponentId>& ids);

/// True for a thing of another place than the one that is spoken of.
bool elsewhere(const Draft& draft, SectionId section, ComponentId id);

/// True for a thing of a place that is set up as the one that is spoken of, with things of the same names.
bool is_a_twins(const Draft& draft, SectionId section, ComponentId id);

/// The first that is no twin's.
std::optional<ComponentId> first_here(const Draft& draft, SectionId section, std::span<const ComponentId> ids);

/// The one thing of the same kind that stands in a place: what is replicated to a region is replicated to that.
std::optional<ComponentId> copy_in(const Draft& draft, ComponentId original, ComponentId site);

}  // namespace skydraft::understand
