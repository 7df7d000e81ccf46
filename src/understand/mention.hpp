#pragma once

#include <array>
#include <cstddef>
#include <optional>
#include <span>
#include <vector>

#include "understand/draft.hpp"

/// Where a text names something: names of this document first, then names that the catalogue knows.
namespace skydraft::understand {

constexpr std::array<std::string_view, 5> kClouds{"aws", "azure", "gcp", "oci", "ibm"};
bool is_cloud(std::string_view provider);

struct CatalogueHit {
  std::size_t from = 0;  ///< words [from, to)
  std::size_t to = 0;
  std::span<const catalogue::Alias> rows;  ///< what it may mean, in order of preference
  bool plural = false;                     ///< its last word is a plural
};

/// The longest catalogue name that begins at words[at].
std::optional<CatalogueHit> catalogue_hit(const std::vector<Word>& words, std::size_t at);
/// The catalogue name that the words are, from the first to the last.
std::optional<CatalogueHit> whole_hit(const std::vector<Word>& words);
/// All of them, left to right, without overlaps.
std::vector<CatalogueHit> catalogue_hits(const std::vector<Word>& words);

/// The cloud whose names everyday words are here: the one that the headings above name, else the document's; empty:
/// none.
std::string_view provider_at(const Draft& draft, SectionId section);

/// The meaning of a hit in a section: what the headings speak about, then Kubernetes, then the document's cloud, then
/// the catalogue's own order. Null: an everyday word that nothing here makes a component.
const catalogue::Kind* meaning_of(const Draft& draft, const CatalogueHit& hit, SectionId section);

/// True if the hit calls a cloud's service by its official name ("Azure AI Search", "Key Vault"), not by words that
/// everybody uses ("search service").
bool is_official(const CatalogueHit& hit, const catalogue::Kind& kind);

/// True if the hit means this kind by a name of its own rather than by an everyday word ("database", "web server").
bool tells(const CatalogueHit& hit, const catalogue::Kind& kind);

/// One of the rows means this kind.
bool names_kind(std::span<const catalogue::Alias> rows, const catalogue::Kind& kind);

/// Kinds that the heading of this section, or else the nearest heading above that names one, is about.
std::span<const catalogue::Kind* const> context_kinds(const Draft& draft, SectionId section);

struct NameHit {
  std::size_t from = 0;
  std::size_t to = 0;
  std::span<const ComponentId> ids;
};

/// The longest name of this document's components that begins at words[at].
std::optional<NameHit> name_hit(const Draft& draft, const std::vector<Word>& words, std::size_t at);

}  // namespace skydraft::understand
