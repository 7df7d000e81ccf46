#include <gtest/gtest.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <utility>

#include "tests/support/corpus.hpp"
#include "tests/support/reading.hpp"

/// Each document of tests/corpus against the model, the placed picture and the drawing that a person has accepted.
/// SKYDRAFT_ACCEPT=1 ctest -L golden rewrites what differs: look at each picture before committing it.
namespace skydraft::test {
namespace {

namespace fs = std::filesystem;

bool accepting() {
  const char* accept = std::getenv("SKYDRAFT_ACCEPT");
  return accept != nullptr && std::string_view(accept) == "1";
}

std::string first_difference(const std::string& golden, const std::string& actual) {
  std::istringstream want(golden), have(actual);
  std::string wanted, got;
  for (int line = 1;; ++line) {
    const bool more_wanted = static_cast<bool>(std::getline(want, wanted));
    const bool more_got = static_cast<bool>(std::getline(have, got));
    if (!more_wanted && !more_got) return "they differ in their last line end";
    if (more_wanted != more_got || wanted != got)
      return "line " + std::to_string(line) + "\n  golden: " + (more_wanted ? wanted : "(ends)") +
             "\n  actual: " + (more_got ? got : "(ends)");
  }
}

void compare(const fs::path& file, const std::string& actual) {
  const std::string golden = read_file(file);
  if (golden == actual) return;
  if (accepting()) {
    fs::create_directories(file.parent_path());
    std::ofstream(file, std::ios::binary) << actual;
    return;
  }
  if (!fs::exists(file))
    ADD_FAILURE() << file << " is missing; SKYDRAFT_ACCEPT=1 writes it";
  else
    ADD_FAILURE() << file << " differs at " << first_difference(golden, actual);
}

class Golden : public testing::TestWithParam<std::string> {};

TEST_P(Golden, IsAsAccepted) {
  const std::string& name = GetParam();
  const fs::path folder = root() / "tests/golden" / name;
  const Reading run = read(name + ".md", read_file(corpus_file(name)));
  const Picture picture = draw(run);
  compare(folder / "model.json", run.model_json);
  compare(folder / "placed.json", picture.placed_json);
  compare(folder / "scene.svg", picture.svg);
}

std::string test_name(const testing::TestParamInfo<std::string>& info) {
  std::string name = info.param;
  std::ranges::replace(name, '-', '_');
  return name;
}

INSTANTIATE_TEST_SUITE_P(Corpus, Golden, testing::ValuesIn(corpus_names()), test_name);

TEST(GoldenFolder, StandsForADocument) {
  const std::vector<std::string> names = corpus_names();
  for (const fs::directory_entry& entry : fs::directory_iterator(root() / "tests/golden")) {
    if (!entry.is_directory()) continue;
    EXPECT_TRUE(std::ranges::binary_search(names, entry.path().filename().string())) << entry.path();
  }
}

}  // namespace
}  // namespace skydraft::test
