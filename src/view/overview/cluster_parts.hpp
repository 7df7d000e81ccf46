#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "view/overview/parts.hpp"

/// What the two pictures of a cluster share: the compact one of the overview and the one with room for every relation.
namespace skydraft::view::overview {

enum class NamespaceRank : std::uint8_t { System, Application, Observability };

NamespaceRank rank_of_namespace(std::string_view name);

/// A namespace and what it holds, members included that state no namespace.
using Space = std::pair<ComponentId, std::vector<ComponentId>>;

struct ClusterContents {
  ComponentId cluster;
  std::vector<Space> spaces;
  std::vector<ComponentId> pools;  ///< groups of machines
  std::vector<ComponentId> loose;  ///< members of no namespace
};

/// An Ingress, a Service: it leads to what does the work.
bool routes_to_others(const Survey& survey, ComponentId id);

/// "HPA · scale pods based on CPU", for the header of the box around what is scaled.
std::string note_of_scaler(const Survey& survey, ComponentId scaler);

/// Room for every relation: applications first, what serves them in a row below, the machines by zone in a third
/// (VISUAL section 10, "Kubernetes").
void fill_in_detail(Draft& draft, layout::NodeId frame, const ClusterContents& contents);

/// The machines of the cluster have a row of their own in its detailed picture, for its zones are known.
bool shows_machines(const Survey& survey, ComponentId cluster, const std::vector<ComponentId>& pools);

}  // namespace skydraft::view::overview
