#include "cli/heap.hpp"

#if defined(__GLIBC__)
#include <malloc.h>
#include <sys/mman.h>

#include <cstdint>
#include <cstdlib>
#include <limits>
#endif

namespace skydraft::cli {

#if defined(__GLIBC__)
namespace {

constexpr std::size_t kLargeDocument = std::size_t{1} << 20;
constexpr std::size_t kRoom = 24;  // bytes that are made of a byte of text, as documentation goes
constexpr std::size_t kHugePage = std::size_t{2} << 20;
constexpr int kMostMaps = 65536;  // glibc's own

/// Of the memory at `begin`, all pages that can be huge.
void ask_for_huge_pages(void* begin, std::size_t size) {
  const auto at = reinterpret_cast<std::uintptr_t>(begin);
  const std::size_t skipped = (kHugePage - at % kHugePage) % kHugePage;
  if (skipped < size)
    madvise(static_cast<std::byte*>(begin) + skipped, (size - skipped) / kHugePage * kHugePage, MADV_HUGEPAGE);
}

}  // namespace

void return_large_blocks() {
  constexpr int kLarge = 512 * 1024;      // bytes
  constexpr int kKept = 8 * 1024 * 1024;  // bytes, free at the end of the heap
  mallopt(M_MMAP_MAX, kMostMaps);
  mallopt(M_MMAP_THRESHOLD, kLarge);
  mallopt(M_TRIM_THRESHOLD, kKept);
}

void return_free_memory() { malloc_trim(0); }

ReadingHeap::ReadingHeap(std::size_t document_bytes) : large_(document_bytes >= kLargeDocument) {
  if (!large_) return;
  // A block without maps of its own is cut from the end of the heap, and goes back to it as what is free there.
  mallopt(M_MMAP_MAX, 0);
  mallopt(M_TRIM_THRESHOLD, std::numeric_limits<int>::max());
  const std::size_t size = document_bytes * kRoom;
  void* const room = std::malloc(size);
  if (room == nullptr) return;
  ask_for_huge_pages(room, size);
  std::free(room);
}

ReadingHeap::~ReadingHeap() {
  if (large_) return_large_blocks();
}
#else
void return_large_blocks() {}
void return_free_memory() {}
ReadingHeap::ReadingHeap(std::size_t) : large_(false) {}
ReadingHeap::~ReadingHeap() = default;
#endif

}  // namespace skydraft::cli
