#pragma once

#include "understand/mention.hpp"

/// The part of a heading that names what stands beneath it.
namespace skydraft::understand {

struct HeadingName {
  std::vector<const catalogue::Kind*> kinds;  ///< that its words name, all of them; empty: it says something else
  Range name;  ///< bytes of the heading, where it says more than a name: "EC2" of "EC2 — Web Tier"
  Range rest;  ///< and what else it says: "Web Tier"
};

/// "Deployment" alone: how it gets to run, not an object of Kubernetes.
bool heads_deployment(const Section& section);

/// "RDS PostgreSQL", "EC2 — Web Tier", "Compute Layer: EC2", "Compute (EC2)", "ConfigMaps & Secrets".
HeadingName name_in_heading(const Draft& draft, SectionId section);

}  // namespace skydraft::understand
