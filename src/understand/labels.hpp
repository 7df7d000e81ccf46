#pragma once

#include <string>

#include "understand/classify.hpp"

/// What "**Label:** value" says.
namespace skydraft::understand {

/// What a labelled entry is to the heading or bullet it stands under.
enum class LabelRole : std::uint8_t {
  Statement,
  Setting,
  Relation,
  Component,
  Alias,
  Feature,
  Collection,
  Listing,
  Overview
};

struct LabelReading {
  LabelRole role = LabelRole::Statement;
  Reading reading;
  std::string_view key;  ///< Setting: the attribute
  std::string name;      ///< Component: its name, where the label alone is not it
};

std::string label_key(const Entry& entry);

/// "GitHub Actions builds …": the value says what another thing does.
bool begins_with_actor(const Entry& entry);

/// "Compute: …", "Storage: …", "Database: …" under one heading: what stands there is a stack, not its settings.
bool lists_categories(const Outline& outline, SectionId section);

/// "Registry: Zot" there: a name that nobody knows is what does it. Not "Frontend: Vite", for that part is written in
/// something.
bool heads_unknown_names(const Draft& draft, const Entry& entry);

/// Requires  entry.label. `owner`: the component that the entry stands under, if any. `among_settings`: other labels of
/// its list are
///           known settings, so that an unknown one is no instance.
LabelReading read_label(Draft& draft, const Entry& entry, std::optional<ComponentId> owner, bool among_settings);

}  // namespace skydraft::understand
