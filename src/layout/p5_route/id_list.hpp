#pragma once

#include <algorithm>
#include <cstdint>
#include <utility>

namespace skydraft::layout {

/// What stands in one bucket of an index: ids, in the order in which they came. Up to four, as there are in most
/// buckets, need no memory beside it: an index has thousands of buckets, and to ask for a block for each took most of
/// the time of filling it.
class IdList {
 public:
  IdList() = default;
  IdList(const IdList& other) {
    for (const std::uint32_t id : other) push_back(id);
  }
  IdList(IdList&& other) noexcept { swap(other); }
  IdList& operator=(IdList other) noexcept {
    swap(other);
    return *this;
  }
  ~IdList() {
    if (room_ > kInside) delete[] ids_.outside;
  }

  void push_back(std::uint32_t id) {
    if (size_ == room_) grow();
    begin()[size_++] = id;
  }
  /// The first that is equal, if there is one.
  void remove(std::uint32_t id) {
    std::uint32_t* const found = std::find(begin(), end(), id);
    if (found == end()) return;
    std::copy(found + 1, end(), found);
    --size_;
  }

  std::uint32_t* begin() { return room_ > kInside ? ids_.outside : ids_.inside; }
  std::uint32_t* end() { return begin() + size_; }
  const std::uint32_t* begin() const { return room_ > kInside ? ids_.outside : ids_.inside; }
  const std::uint32_t* end() const { return begin() + size_; }

 private:
  static constexpr std::uint32_t kInside = 4;
  union Ids {
    std::uint32_t inside[kInside];
    std::uint32_t* outside;
  };

  void swap(IdList& other) noexcept {
    std::swap(size_, other.size_), std::swap(room_, other.room_), std::swap(ids_, other.ids_);
  }
  void grow() {
    auto* const more = new std::uint32_t[2 * std::size_t{room_}];
    std::copy(begin(), end(), more);
    if (room_ > kInside) delete[] ids_.outside;
    room_ *= 2, ids_.outside = more;
  }

  std::uint32_t size_ = 0, room_ = kInside;
  Ids ids_{};
};

}  // namespace skydraft::layout
