#include "layout/threads.hpp"

#include <gtest/gtest.h>

#include <numeric>

namespace skydraft::layout {
namespace {

TEST(FoundOnThreads, KeepsTheOrderForAnyNumberOfThreads) {
  constexpr std::size_t kCount = 1000;
  std::vector<std::size_t> expected(kCount);
  std::iota(expected.begin(), expected.end(), std::size_t{0});
  for (const std::size_t threads : {1U, 2U, 3U, 8U}) {
    const auto found = found_on_threads<std::size_t>(
        threads, kCount, [](std::size_t first, std::size_t last, std::vector<std::size_t>& list) {
          for (std::size_t i = first; i < last; ++i) list.push_back(i);
        });
    EXPECT_EQ(found, expected) << threads << " threads";
  }
}

TEST(FoundOnThreads, TakesLessThanThereArePieces) {
  for (const std::size_t count : {0U, 1U, 5U}) {
    const auto found = found_on_threads<int>(4, count, [](std::size_t first, std::size_t last, std::vector<int>& list) {
      list.insert(list.end(), last - first, 7);
    });
    EXPECT_EQ(found, std::vector<int>(count, 7));
  }
}

}  // namespace
}  // namespace skydraft::layout
