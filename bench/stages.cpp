#include <benchmark/benchmark.h>

#include <algorithm>
#include <fstream>
#include <iterator>
#include <string>

#include <fmt/format.h>

#include "layout/layout.hpp"
#include "markdown/markdown.hpp"
#include "pipeline/pipeline.hpp"
#include "understand/understand.hpp"
#include "view/view.hpp"

/// Each stage alone on the same document, then all of them; and documents of growing size, whose time should grow with
/// them. How to run and read it: docs/benchmarks.md.
namespace skydraft {
namespace {

Source example() {
  std::ifstream in(SKYDRAFT_EXAMPLES "/online-shop.md", std::ios::binary);
  return {"online-shop.md", std::string(std::istreambuf_iterator<char>(in), {})};
}

/// n services, each calling one of the next three.
Source services(int n) {
  std::string text = "# Services\n\n";
  for (int i = 0; i < n; ++i) text += fmt::format("- **Service {}:** ECS service\n", i);
  text += "\n";
  for (int i = 0; i + 1 < n; ++i)
    text += fmt::format("Service {} calls Service {}.\n", i, std::min(n - 1, i + 1 + i % 3));
  return {"services.md", text};
}

struct Stages {
  Source source = example();
  DiagnosticSink sink;
  pipeline::Read read = pipeline::read(source, false, sink);
  view::Picture picture = *pipeline::select(read.architecture, {}, source);
  pipeline::Drawn drawn = *pipeline::draw(read.architecture, {}, source, sink);
  scene::Scene scene = pipeline::compose(drawn, read.architecture, source);
};

void markdown(benchmark::State& state) {
  const Stages s;
  for (auto _ : state) {
    DiagnosticSink sink;
    benchmark::DoNotOptimize(md::parse(s.source, sink));
  }
}
BENCHMARK(markdown)->Unit(benchmark::kMicrosecond);

void understanding(benchmark::State& state) {
  const Stages s;
  for (auto _ : state) {
    DiagnosticSink sink;
    benchmark::DoNotOptimize(understand::understand(s.source, s.read.document, {}, sink));
  }
}
BENCHMARK(understanding)->Unit(benchmark::kMicrosecond);

void viewing(benchmark::State& state) {
  const Stages s;
  for (auto _ : state) benchmark::DoNotOptimize(pipeline::select(s.read.architecture, {}, s.source));
}
BENCHMARK(viewing)->Unit(benchmark::kMicrosecond);

void layout_of_the_view(benchmark::State& state) {
  const Stages s;
  for (auto _ : state) {
    DiagnosticSink sink;
    benchmark::DoNotOptimize(layout::lay_out(s.picture.graph, {}, sink));
  }
}
BENCHMARK(layout_of_the_view)->Unit(benchmark::kMicrosecond);

void composing(benchmark::State& state) {
  const Stages s;
  for (auto _ : state) benchmark::DoNotOptimize(pipeline::compose(s.drawn, s.read.architecture, s.source));
}
BENCHMARK(composing)->Unit(benchmark::kMicrosecond);

void rendering(benchmark::State& state, pipeline::Format format) {
  const Stages s;
  for (auto _ : state) benchmark::DoNotOptimize(pipeline::render(s.scene, {.format = format}));
}
BENCHMARK_CAPTURE(rendering, svg, pipeline::Format::Svg)->Unit(benchmark::kMicrosecond);
BENCHMARK_CAPTURE(rendering, png, pipeline::Format::Png)->Unit(benchmark::kMicrosecond);

std::string document_to_svg(const Source& source) {
  DiagnosticSink sink;
  const pipeline::Read read = pipeline::read(source, false, sink);
  const Result<pipeline::Drawn> drawn = pipeline::draw(read.architecture, {}, source, sink);
  return *pipeline::render(pipeline::compose(*drawn, read.architecture, source), {});
}

void whole(benchmark::State& state) {
  const Source source = example();
  for (auto _ : state) benchmark::DoNotOptimize(document_to_svg(source));
}
BENCHMARK(whole)->Unit(benchmark::kMicrosecond);

void whole_of_n_services(benchmark::State& state) {
  const Source source = services(static_cast<int>(state.range(0)));
  for (auto _ : state) benchmark::DoNotOptimize(document_to_svg(source));
  state.SetComplexityN(state.range(0));
}
BENCHMARK(whole_of_n_services)->RangeMultiplier(4)->Range(16, 1024)->Unit(benchmark::kMillisecond)->Complexity();

}  // namespace
}  // namespace skydraft

BENCHMARK_MAIN();
