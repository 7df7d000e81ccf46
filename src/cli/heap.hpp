#pragma once

#include <cstddef>

/// What the program asks of malloc; nothing where that is not glibc's.
namespace skydraft::cli {

/// What a stage no longer needs goes back to the system at once, if it is large. Left alone, glibc learns from the
/// first such blocks to keep the later ones: a large graph then takes a fifth more memory. What is small stays for the
/// next stage: to give it back and ask for it again takes a fiftieth of the time.
void return_large_blocks();

/// All that is free goes back to the system.
void return_free_memory();

/// While it lives, the heap has room for all that is made of a large document, in huge pages where the system has them:
/// that the system gives the memory of such a document in pages of 4 KiB takes a fifth of the time of reading it.
class ReadingHeap {
 public:
  explicit ReadingHeap(std::size_t document_bytes);
  ~ReadingHeap();
  ReadingHeap(const ReadingHeap&) = delete;
  ReadingHeap& operator=(const ReadingHeap&) = delete;

 private:
  bool large_;
};

}  // namespace skydraft::cli
