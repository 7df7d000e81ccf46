#pragma once

#include <string>

namespace skydraft::bench {

/// A cloud estate as a graph in ELK's format: networks with zones, subnets in them, services and flows between them,
/// hubs that many send to. The same for the same number of nodes on every machine.
std::string estate(int nodes);

}  // namespace skydraft::bench
