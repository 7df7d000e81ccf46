#include <fmt/format.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <cstdlib>
#include <random>
#include <string>
#include <vector>

#include "formats/elk/elk.hpp"
#include "layout/layout.hpp"
#include "layout/verify.hpp"

/// What holds for every valid graph in ELK's format. SKYDRAFT_GRAPHS says how many are tried (default 200).
namespace skydraft::test {
namespace {

int cases() {
  const char* wanted = std::getenv("SKYDRAFT_GRAPHS");
  return wanted != nullptr ? std::max(1, std::atoi(wanted)) : 200;
}

/// Boxes in boxes of any size and depth, and edges between any two of them: the same for the same seed everywhere, as
/// only the engine's own numbers are used.
class RandomGraph {
 public:
  explicit RandomGraph(unsigned seed) : engine_(seed) {}

  std::string text() {
    const unsigned nodes = 1 + below(below(8) == 0 ? 150 : 40);
    left_ = nodes;
    std::string all = R"({"id": "root")";
    if (below(3) == 0)
      all += fmt::format(R"(, "layoutOptions": {{"elk.direction": "{}"}})", below(2) == 0 ? "DOWN" : "RIGHT");
    all += R"(, "children": [)" + children(0) + "]";
    all += R"(, "edges": [)" + edges() + "]}";
    return all;
  }

 private:
  unsigned below(unsigned count) { return static_cast<unsigned>(engine_() % count); }

  std::string children(int depth) {
    std::string all;
    for (bool first = true; left_ > 0 && (first || below(depth == 0 ? 40 : 6) != 0); first = false)
      all += (first ? "" : ", ") + node(depth);
    return all;
  }

  std::string node(int depth) {
    --left_;
    const std::string id = fmt::format("n{}", ids_.size());
    ids_.push_back(id);
    std::string text = fmt::format(R"({{"id": "{}")", id);
    if (below(3) != 0) text += fmt::format(R"(, "labels": [{{"text": "{}"}}])", std::string(1 + below(24), 'm'));
    if (depth < 6 && left_ > 0 && below(4) == 0) {
      if (below(4) == 0) text += R"(, "layoutOptions": {"elk.padding": "[top=40,left=7,bottom=3,right=20]"})";
      return text + R"(, "children": [)" + children(depth + 1) + "]}";
    }
    if (below(2) == 0) text += fmt::format(R"(, "width": {}, "height": {})", 1 + below(300), 1 + below(200));
    if (below(6) == 0) text += fmt::format(R"(, "ports": [{{"id": "{}p"}}])", id);
    return text + "}";
  }

  std::string edges() {
    std::string all;
    const unsigned count = below(2 * static_cast<unsigned>(ids_.size()) + 1);
    for (unsigned e = 0; e < count; ++e) {
      const unsigned size = static_cast<unsigned>(ids_.size());
      // Some nodes have far more edges than others.
      const std::string& from = ids_[below(1 + below(size))];
      const std::string& to = ids_[below(size)];
      all += fmt::format(R"({}{{"id": "e{}", "sources": ["{}"], "targets": ["{}"]{}}})", e == 0 ? "" : ", ", e, from,
                         to, below(3) == 0 ? R"(, "labels": [{"text": "HTTPS"}])" : "");
    }
    return all;
  }

  std::mt19937 engine_;
  unsigned left_ = 0;
  std::vector<std::string> ids_;
};

std::string placed(const std::string& text, const layout::Options& options, std::vector<std::string>& broken) {
  DiagnosticSink sink;
  const Result<elk::Graph> graph = elk::read(Source("graph.json", text), sink);
  if (!graph) {
    broken.push_back("not read: " + graph.error().message);
    return {};
  }
  const layout::PlacedGraph result = layout::lay_out(graph->sized, options, sink);
  // An edge without a free way is drawn across what stands there, and told.
  const bool blocked = std::any_of(sink.all().begin(), sink.all().end(),
                                   [](const Diagnostic& d) { return d.code == Code::NoFreeChannel; });
  if (!blocked) broken = layout::verify(graph->sized, result);
  return elk::write(*graph, result);
}

TEST(ElkGraph, OfAnyShapeIsPlacedAsPromised) {
  for (int n = 0; n < cases(); ++n) {
    const std::string text = RandomGraph(static_cast<unsigned>(n) + 1).text();
    std::vector<std::string> broken;
    layout::Options options;
    if (n % 4 == 1) options.effort.ms = n % 50;
    const std::string once = placed(text, options, broken);
    ASSERT_TRUE(broken.empty()) << "graph " << n << ": " << broken.front() << "\n" << text;
    if (n % 16 > 1) continue;
    ASSERT_EQ(placed(text, options, broken), once) << "graph " << n << "\n" << text;
  }
}

}  // namespace
}  // namespace skydraft::test
