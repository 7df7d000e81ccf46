#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "base/source.hpp"
#include "model/architecture.hpp"
#include "view/picture.hpp"

/// What the picture says without being seen: names for screen readers, source lines, the description. Private to this
/// folder.
namespace skydraft::scene {

/// Its name as drawn, on one line; the component's name where nothing is drawn.
std::string name_of(const view::Picture& picture, const model::Architecture& architecture, layout::NodeId node);

/// "Orders database, in Private subnet 1"
std::string label_of(const view::Picture& picture, const model::Architecture& architecture, layout::NodeId node);

std::string label_of(const view::Picture& picture, const model::Architecture& architecture, layout::EdgeId edge);

/// Slugs, space separated.
std::string slugs_of(const model::Architecture& architecture, std::span<const model::ComponentId> components);

/// 1-based, ascending, each once.
std::vector<std::uint32_t> lines_of(std::span<const Span> spans, const Source& source);

/// One paragraph: what kind of picture it is, what it holds, its flows step by step.
std::string description_of(const view::Picture& picture, const model::Architecture& architecture);

}  // namespace skydraft::scene
