#pragma once

#include <utility>
#include <variant>

#include "base/assert.hpp"
#include "base/diagnostic.hpp"

namespace skydraft {

/// A value, or the one diagnostic that says why there is none. (std::expected is not in C++20.)
template <class T>
class [[nodiscard]] Result {
 public:
  Result(T value) : state_(std::move(value)) {}
  Result(Diagnostic error) : state_(std::move(error)) {}

  explicit operator bool() const { return std::holds_alternative<T>(state_); }
  T& operator*() {
    SKYDRAFT_ASSERT(*this, "value of a failed result");
    return std::get<T>(state_);
  }
  const T& operator*() const {
    SKYDRAFT_ASSERT(*this, "value of a failed result");
    return std::get<T>(state_);
  }
  T* operator->() { return &**this; }
  const T* operator->() const { return &**this; }
  const Diagnostic& error() const {
    SKYDRAFT_ASSERT(!*this, "error of a good result");
    return std::get<Diagnostic>(state_);
  }

 private:
  std::variant<T, Diagnostic> state_;
};

}  // namespace skydraft
