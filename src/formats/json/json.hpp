#pragma once

#include <span>
#include <string>
#include <vector>

#include "base/diagnostic.hpp"
#include "base/result.hpp"
#include "base/source.hpp"
#include "explain/explain.hpp"
#include "layout/graph.hpp"
#include "layout/previous.hpp"
#include "markdown/document.hpp"
#include "model/architecture.hpp"
#include "model/pin.hpp"
#include "scene/scene.hpp"
#include "view/picture.hpp"
#include "view/view.hpp"

/// Every IR as JSON: what other programs read, and what --emit shows. Members stand in a fixed order; equal input gives
/// equal bytes. Schemas: data/schema/*.schema.json.
namespace skydraft::json {

/// The architecture model, "skydraft-model/1". `diagnostics` are listed as given.
std::string write_model(const model::Architecture& architecture, const Source& source,
                        std::span<const Diagnostic> diagnostics, std::span<const model::Pin> pins = {});

/// A placed view as ELK JSON with absolute coordinates; containers that only arrange are left out, what is in them
/// belongs to the nearest container that is drawn. What is this project's own stands under "skydraft".
/// `moved`, if given, is told among the metrics.
std::string write_geometry(const view::Picture& picture, const layout::PlacedGraph& placed,
                           const model::Architecture& architecture, const layout::Movement* moved = nullptr);

/// The places in an ELK JSON graph that has been laid out: what write_geometry or `skydraft layout` has printed, or
/// another program, in coordinates of the root or of the parent. Fails with SKY0116 if the text is no JSON, with
/// SKY0117 if it has no nodes with places.
Result<layout::Earlier> read_placed(const Source& source);

/// The wishes of a layout file, {"pins": ["the queue right of the API", …]}. Fails with SKY0116 if the text is no JSON,
/// with SKY0120 if it is something else.
Result<std::vector<std::string>> read_pins(const Source& source);

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
