#include <benchmark/benchmark.h>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <set>
#include <string>

#include "documents.hpp"
#include "formats/json/json.hpp"
#include "markdown/markdown.hpp"
#include "understand/understand.hpp"

/// The reader alone, from the text to the model and to the model as JSON, on documents of growing size and on documents
/// as people write them. How to run and read it: docs/benchmarks.md.
namespace skydraft::bench {
namespace {

std::string read(const Source& source, bool as_json) {
  DiagnosticSink sink;
  const md::Document document = md::parse(source, sink);
  const model::Architecture architecture = understand::understand(source, document, {}, sink);
  return as_json ? json::write_model(architecture, source, sink.sorted()) : std::string();
}

void measure(benchmark::State& state, const Style& style, bool as_json) {
  const Source source("document.md", document(style, static_cast<std::size_t>(state.range(0))));
  for (auto _ : state) benchmark::DoNotOptimize(read(source, as_json));
  state.SetBytesProcessed(state.iterations() * static_cast<std::int64_t>(source.text().size()));
  state.SetComplexityN(state.range(0));
}

void markdown_alone(benchmark::State& state, const Style& style) {
  const Source source("document.md", document(style, static_cast<std::size_t>(state.range(0))));
  for (auto _ : state) {
    DiagnosticSink sink;
    benchmark::DoNotOptimize(md::parse(source, sink));
  }
  state.SetBytesProcessed(state.iterations() * static_cast<std::int64_t>(source.text().size()));
}

/// A document as people write it, again and again: what an editor waits for at each key.
void measure_file(benchmark::State& state, const std::filesystem::path& path) {
  std::ifstream in(path, std::ios::binary);
  const Source source("document.md", std::string(std::istreambuf_iterator<char>(in), {}));
  for (auto _ : state) benchmark::DoNotOptimize(read(source, true));
  state.SetBytesProcessed(state.iterations() * static_cast<std::int64_t>(source.text().size()));
}

constexpr int kSmallest = 10'000;
constexpr int kLargest = 10'000'000;

void add_benchmarks() {
  for (const Style& style : styles()) {
    const auto add = [&](const std::string& name, auto run) {
      return benchmark::RegisterBenchmark((name + "/" + std::string(style.name)).c_str(), run)
          ->RangeMultiplier(10)
          ->Range(kSmallest, kLargest)
          ->Unit(benchmark::kMillisecond);
    };
    add("markdown", [&style](benchmark::State& state) { markdown_alone(state, style); });
    add("model", [&style](benchmark::State& state) { measure(state, style, false); })->Complexity();
    add("model_json", [&style](benchmark::State& state) { measure(state, style, true); })->Complexity();
  }
  std::set<std::filesystem::path> examples;
  for (const auto& file : std::filesystem::directory_iterator(SKYDRAFT_EXAMPLES))
    if (file.path().extension() == ".md") examples.insert(file.path());
  for (const std::filesystem::path& path : examples)
    benchmark::RegisterBenchmark(("example/" + path.stem().string()).c_str(), [path](benchmark::State& state) {
      measure_file(state, path);
    })->Unit(benchmark::kMicrosecond);
}

}  // namespace
}  // namespace skydraft::bench

int main(int argc, char** argv) {
  benchmark::Initialize(&argc, argv);
  if (benchmark::ReportUnrecognizedArguments(argc, argv)) return 1;
  skydraft::bench::add_benchmarks();
  benchmark::RunSpecifiedBenchmarks();
  benchmark::Shutdown();
  return 0;
}
