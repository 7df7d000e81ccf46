#include "tests/support/corpus.hpp"

#include <algorithm>
#include <fstream>
#include <iterator>

namespace skydraft::test {
namespace {

namespace fs = std::filesystem;

std::vector<fs::path> documents_in(const fs::path& folder) {
  std::vector<fs::path> files;
  for (const fs::directory_entry& entry : fs::directory_iterator(folder))
    if (entry.path().extension() == ".md") files.push_back(entry.path());
  std::ranges::sort(files);
  return files;
}

}  // namespace

fs::path root() { return SKYDRAFT_ROOT; }

std::vector<std::string> corpus_names() {
  std::vector<std::string> names;
  for (const fs::path& file : documents_in(root() / "tests/corpus")) names.push_back(file.stem().string());
  return names;
}

fs::path corpus_file(const std::string& name) { return root() / "tests/corpus" / (name + ".md"); }

std::vector<fs::path> example_files() { return documents_in(root() / "examples"); }

std::string read_file(const fs::path& file) {
  std::ifstream in(file, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

}  // namespace skydraft::test
