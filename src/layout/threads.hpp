#pragma once

#include <algorithm>
#include <atomic>
#include <cstddef>
#include <iterator>
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

/// Into how many pieces work is cut: some more than threads, as one may be slower than another.
inline std::size_t pieces_for(std::size_t threads) { return threads == 1 ? 1 : 16 * threads; }

/// Calls work(first, last, piece) for pieces of 0 to count - 1 that follow each other; threads take them in turn. What
/// is found for a piece must not depend on who finds it. One thread calls meanwhile() before it takes the first.
template <class Work, class Meanwhile>
void on_pieces(std::size_t threads, std::size_t count, const Work& work, const Meanwhile& meanwhile) {
  const std::size_t pieces = pieces_for(threads);
  std::atomic<std::size_t> next{0};
  on_threads(threads, [&](std::size_t thread) {
    if (thread == 0) meanwhile();
    for (std::size_t p = next++; p < pieces; p = next++) work(count * p / pieces, count * (p + 1) / pieces, p);
  });
}

template <class Work>
void on_pieces(std::size_t threads, std::size_t count, const Work& work) {
  on_pieces(threads, count, work, [] {});
}

/// What work(first, last, list) appends to the lists of all pieces, in the order of these.
template <class Found, class Work, class Meanwhile>
std::vector<Found> found_on_threads(std::size_t threads, std::size_t count, const Work& work,
                                    const Meanwhile& meanwhile) {
  std::vector<std::vector<Found>> lists(pieces_for(threads));
  on_pieces(
      threads, count, [&](std::size_t first, std::size_t last, std::size_t piece) { work(first, last, lists[piece]); },
      meanwhile);
  if (lists.size() == 1) return std::move(lists.front());
  std::size_t size = 0;
  for (const std::vector<Found>& list : lists) size += list.size();
  std::vector<Found> all;
  all.reserve(size);
  for (std::vector<Found>& list : lists) {
    std::move(list.begin(), list.end(), std::back_inserter(all));
    list = {};
  }
  return all;
}

template <class Found, class Work>
std::vector<Found> found_on_threads(std::size_t threads, std::size_t count, const Work& work) {
  return found_on_threads<Found>(threads, count, work, [] {});
}

}  // namespace skydraft::layout
