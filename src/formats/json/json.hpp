#pragma once

#include <span>
#include <string>

#include "base/diagnostic.hpp"
#include "base/source.hpp"
#include "explain/explain.hpp"
#include "layout/graph.hpp"
#include "markdown/document.hpp"
#include "model/architecture.hpp"
#include "scene/scene.hpp"
#include "view/picture.hpp"
#include "view/view.hpp"

/// Every IR as JSON: what other programs read, and what --emit shows. Members stand in a fixed order; equal input gives
/// equal bytes. Schemas: data/schema/*.schema.json.
namespace skydraft::json {

/// The architecture model, "skydraft-model/1". `diagnostics` are listed as given.
std::string write_model(const model::Architecture& architecture, const Source& source,
                        std::span<const Diagnostic> diagnostics);

/// A placed view as ELK JSON with absolute coordinates; containers that only arrange are left out, what is in them
/// belongs to the nearest container that is drawn. What is this project's own stands under "skydraft".
std::string write_geometry(const view::Picture& picture, const layout::PlacedGraph& placed,
                           const model::Architecture& architecture);

/// A measured view before layout: every node, unframed ones too, with how it is to be arranged.
std::string write_graph(const view::Picture& picture, const model::Architecture& architecture);

/// The blocks of a document with their text and places.
std::string write_document(const md::Document& document, const Source& source);

/// The display list, back to front.
std::string write_scene(const scene::Scene& scene);

/// What each line of a document became, "skydraft-explain/1".
std::string write_explanation(const explain::Coverage& coverage, std::span<const explain::Line> lines,
                              const Source& source);
/// What is known of some components, in the same schema.
std::string write_explanation(const explain::Coverage& coverage, std::span<const explain::Account> accounts,
                              const model::Architecture& architecture, const Source& source);

std::string write_views(std::span<const view::ViewInfo> views);

}  // namespace skydraft::json
