#pragma once

#include <cstddef>
#include <utility>
#include <vector>

#include "base/assert.hpp"

namespace skydraft {

/// One row for each thing of a kind, indexed by its id: what a stage knows about things that another stage owns.
template <class Key, class Value>
class SideTable {
 public:
  SideTable() = default;
  explicit SideTable(std::size_t rows, Value initial = Value{}) : rows_(rows, std::move(initial)) {}

  typename std::vector<Value>::reference operator[](Key key) {
    SKYDRAFT_ASSERT(key.index < rows_.size(), "side table row out of range");
    return rows_[key.index];
  }
  typename std::vector<Value>::const_reference operator[](Key key) const {
    SKYDRAFT_ASSERT(key.index < rows_.size(), "side table row out of range");
    return rows_[key.index];
  }
  void push_back(Value value) { rows_.push_back(std::move(value)); }
  std::size_t size() const { return rows_.size(); }
  const std::vector<Value>& rows() const { return rows_; }

 private:
  std::vector<Value> rows_;
};

}  // namespace skydraft
