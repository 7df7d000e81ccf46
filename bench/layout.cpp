#include <benchmark/benchmark.h>

#include "formats/elk/elk.hpp"
#include "graphs.hpp"
#include "layout/layout.hpp"
#include "layout/p4_place/place.hpp"
#include "layout/routing.hpp"

/// The layout engine alone, on graphs of any size: boxes, routes, and the way from JSON to JSON.
namespace skydraft {
namespace {

elk::Graph graph_of(const benchmark::State& state) {
  DiagnosticSink sink;
  return *elk::read(Source("estate.json", bench::estate(static_cast<int>(state.range(0)))), sink);
}

void placing(benchmark::State& state) {
  const elk::Graph graph = graph_of(state);
  for (auto _ : state) benchmark::DoNotOptimize(layout::place(graph.sized, {}));
  state.SetComplexityN(state.range(0));
}

void routing(benchmark::State& state) {
  const elk::Graph graph = graph_of(state);
  const layout::Placement placement = layout::place(graph.sized, {});
  for (auto _ : state) {
    DiagnosticSink sink;
    benchmark::DoNotOptimize(layout::route_edges(graph.sized, placement, sink));
  }
  state.SetComplexityN(state.range(0));
}

void json_to_json(benchmark::State& state) {
  const std::string text = bench::estate(static_cast<int>(state.range(0)));
  for (auto _ : state) {
    DiagnosticSink sink;
    const Result<elk::Graph> graph = elk::read(Source("estate.json", text), sink);
    benchmark::DoNotOptimize(elk::write(*graph, layout::lay_out(graph->sized, {}, sink)));
  }
  state.SetComplexityN(state.range(0));
}

void sizes(benchmark::internal::Benchmark* benchmark) {
  benchmark->Arg(30)->Arg(100)->Arg(300)->Arg(1000)->Arg(3000);
  benchmark->Unit(benchmark::kMillisecond)->UseRealTime()->Complexity();
}
BENCHMARK(placing)->Apply(sizes);
BENCHMARK(routing)->Apply(sizes);
BENCHMARK(json_to_json)->Apply(sizes);

}  // namespace
}  // namespace skydraft

BENCHMARK_MAIN();
