#pragma once

#include <string>
#include <vector>

#include "base/source.hpp"
#include "pipeline/pipeline.hpp"

/// The whole way from a document's text to its pictures, in process.
namespace skydraft::test {

struct Picture {
  std::string id;
  pipeline::Drawn drawn;
  std::string placed_json;
  std::string svg;  ///< icons named, not held; no fonts
};

struct Reading {
  Source source;
  model::Architecture architecture;
  std::vector<Diagnostic> diagnostics;
  std::string model_json;
};

Reading read(std::string name, std::string text);

/// An empty view is the default one. Fails the calling test if the view cannot be drawn.
Picture draw(const Reading& run, const std::string& view = {});

std::vector<std::string> view_ids(const Reading& run);

}  // namespace skydraft::test
