#pragma once

#include <filesystem>
#include <string>
#include <vector>

/// The documents of this repository that tests run on.
namespace skydraft::test {

std::filesystem::path root();  ///< of the checkout

/// Names without extension of tests/corpus/*.md, sorted.
std::vector<std::string> corpus_names();
std::filesystem::path corpus_file(const std::string& name);

std::vector<std::filesystem::path> example_files();  ///< examples/*.md, sorted

std::string read_file(const std::filesystem::path& file);  ///< empty if there is none

}  // namespace skydraft::test
