#pragma once

#include <algorithm>
#include <cstddef>
#include <thread>
#include <vector>

namespace skydraft::layout {

/// Threads that work of this size pays: one up to `alone`, else as many as the machine runs at once.
inline std::size_t threads_for(std::size_t size, std::size_t alone) {
  constexpr unsigned kMost = 8;
  return size < alone ? 1 : std::clamp(std::thread::hardware_concurrency(), 1U, kMost);
}

/// Calls work(t) for t from 0 to count - 1 at once, 0 on the caller's thread; ends when all have.
template <class Work>
void on_threads(std::size_t count, const Work& work) {
  std::vector<std::thread> others;
  for (std::size_t t = 1; t < count; ++t) others.emplace_back([&work, t] { work(t); });
  work(0);
  for (std::thread& other : others) other.join();
}

}  // namespace skydraft::layout
