#include "graphs.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <random>
#include <vector>

namespace skydraft::bench {
namespace {

constexpr int kNodesOfNetwork = 90;

class Estate {
 public:
  std::string text(int nodes) {
    const std::string hubs = leaf("logs") + ", " + leaf("keys") + ", " + leaf("gateway");
    std::string networks;
    for (int n = 0; 3 + n * kNodesOfNetwork < nodes; ++n)
      networks += ", " + network(n, std::min(kNodesOfNetwork, nodes - 3 - n * kNodesOfNetwork));
    return R"({"id": "root", "layoutOptions": {"elk.direction": "RIGHT"}, "children": [)" + hubs + networks +
           R"(], "edges": [)" + edges_ + "]}";
  }

 private:
  int below(std::size_t count) { return static_cast<int>(engine_() % count); }
  const std::string& any(const std::vector<std::string>& list) {
    return list[static_cast<std::size_t>(below(list.size()))];
  }

  static std::string leaf(const std::string& id) {
    return fmt::format(R"({{"id": "{0}", "width": 120, "height": 80, "labels": [{{"text": "{0}"}}]}})", id);
  }
  static std::string group(const std::string& id, const std::string& children) {
    return fmt::format(R"({{"id": "{0}", "labels": [{{"text": "{0}"}}], "children": [{1}]}})", id, children);
  }
  void edge(const std::string& from, const std::string& to) {
    edges_ += fmt::format(R"({}{{"id": "e{}", "sources": ["{}"], "targets": ["{}"]}})", count_ == 0 ? "" : ", ", count_,
                          from, to);
    ++count_;
  }

  /// Two zones of two subnets each; one node in three is a database or a cache.
  std::string network(int n, int nodes) {
    const std::string name = fmt::format("n{}", n);
    std::vector<std::string> services, stores, subnets(4);
    for (int i = 0; i < nodes; ++i) {
      const std::string id = fmt::format("{}s{}", name, i);
      const bool store = i % 3 == 2;
      std::string& subnet = subnets[static_cast<std::size_t>(2 * below(2) + (store ? 1 : 0))];
      subnet += (subnet.empty() ? "" : ", ") + leaf(id);
      if (i == 0) edge("gateway", id);
      if (!services.empty()) edge(any(services), id);
      if (!stores.empty() && !store && below(2) == 0) edge(id, any(stores));
      if (below(12) == 0) edge(id, "logs");
      (store ? stores : services).push_back(id);
    }
    if (!stores.empty()) edge("keys", stores.front());
    std::string zones;
    for (const int zone : {0, 1}) {
      std::string inside;
      for (const int tier : {0, 1}) {
        const std::string& subnet = subnets[static_cast<std::size_t>(2 * zone + tier)];
        if (subnet.empty()) continue;
        inside += (inside.empty() ? "" : ", ") + group(fmt::format("{}z{}t{}", name, zone, tier), subnet);
      }
      if (!inside.empty()) zones += (zones.empty() ? "" : ", ") + group(fmt::format("{}z{}", name, zone), inside);
    }
    return group(name, zones);
  }

  std::mt19937 engine_{1};
  std::string edges_;
  int count_ = 0;
};

}  // namespace

std::string estate(int nodes) { return Estate().text(nodes); }

}  // namespace skydraft::bench
