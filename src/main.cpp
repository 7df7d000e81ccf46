#include <cstdlib>

#include "cli/cli.hpp"

#if defined(__GLIBC__)
#include <malloc.h>
#endif

namespace {

/// What a stage no longer needs goes back to the system at once, if it is large. Left alone, glibc learns from the
/// first such blocks to keep the later ones: a large graph then takes a fifth more memory. What is small stays for the
/// next stage: to give it back and ask for it again takes a fiftieth of the time.
void return_large_blocks() {
#if defined(__GLIBC__)
  constexpr int kLarge = 512 * 1024;      // bytes
  constexpr int kKept = 8 * 1024 * 1024;  // bytes, free at the end of the heap
  mallopt(M_MMAP_THRESHOLD, kLarge);
  mallopt(M_TRIM_THRESHOLD, kKept);
#endif
}

}  // namespace

int main(int argc, char** argv) {
  return_large_blocks();
  return skydraft::cli::run(argc, argv);
}
