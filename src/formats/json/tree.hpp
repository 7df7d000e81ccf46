#pragma once

#include <bit>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"
#include "base/source.hpp"

namespace skydraft::json {

enum class Kind : std::uint8_t { Null, False, True, Number, Text, Array, Object };

class Tree;

/// A value in a tree, or the absence of one (false). Cheap to copy; lives as long as its tree.
class Value {
 public:
  Value() = default;
  Value(const Tree& tree, std::uint32_t index) : tree_(&tree), index_(index) {}

  explicit operator bool() const { return tree_ != nullptr; }
  Kind kind() const;
  bool is(Kind wanted) const { return tree_ != nullptr && kind() == wanted; }
  std::string_view key() const;   ///< of a member of an object
  std::string_view text() const;  ///< of a Text; else empty
  double number(double otherwise) const;

  Value first() const;                              ///< of an Array or Object; absent if it is empty
  Value next() const;                               ///< after this one in the same Array or Object
  Value operator[](std::string_view member) const;  ///< the last one of that name, as in JavaScript

  class Iterator;
  Iterator begin() const;
  Iterator end() const;

 private:
  const Tree* tree_ = nullptr;
  std::uint32_t index_ = 0;
};

class Value::Iterator {
 public:
  explicit Iterator(Value at) : at_(at) {}
  Value operator*() const { return at_; }
  Iterator& operator++() {
    at_ = at_.next();
    return *this;
  }
  bool operator!=(const Iterator& other) const { return static_cast<bool>(at_) != static_cast<bool>(other.at_); }

 private:
  Value at_;
};

inline Value::Iterator Value::begin() const {
  return Iterator(is(Kind::Array) || is(Kind::Object) ? first() : Value());
}
inline Value::Iterator Value::end() const { return Iterator(Value()); }

/// A JSON text, read: 24 bytes a value and the texts in one piece, so that graphs of many thousand nodes stay small.
class Tree {
 public:
  /// Fails with SKY0116, at the byte where the text stops to be JSON or is nested more than `max_depth` deep.
  static Result<Tree> read(const Source& source, std::size_t max_depth);

  Value root() const { return {*this, 0}; }
  std::size_t size() const { return entries_.size(); }  ///< values

 private:
  friend class Value;
  friend class TreeBuilder;

  struct Piece {
    std::uint32_t begin = 0;
    std::uint32_t size = 0;
  };
  struct Entry {
    Kind kind = Kind::Null;
    std::uint32_t next = 0;  ///< 0: the last one
    Piece key;
    Piece text;  ///< Text; of an Array or Object, `begin` is the first value in it, 0: empty; the bits of a Number
  };

  std::string_view text_of(Piece piece) const { return std::string_view(texts_).substr(piece.begin, piece.size); }

  std::vector<Entry> entries_;
  std::string texts_;
};

// Here, as a graph is asked for its members a hundred times a node.

inline Kind Value::kind() const { return tree_->entries_[index_].kind; }

inline std::string_view Value::key() const { return tree_->text_of(tree_->entries_[index_].key); }

inline std::string_view Value::text() const {
  return is(Kind::Text) ? tree_->text_of(tree_->entries_[index_].text) : std::string_view();
}

inline double Value::number(double otherwise) const {
  return is(Kind::Number) ? std::bit_cast<double>(tree_->entries_[index_].text) : otherwise;
}

inline Value Value::first() const {
  const std::uint32_t index = tree_->entries_[index_].text.begin;
  return index == 0 ? Value() : Value(*tree_, index);
}

inline Value Value::next() const {
  const std::uint32_t index = tree_->entries_[index_].next;
  return index == 0 ? Value() : Value(*tree_, index);
}

inline Value Value::operator[](std::string_view member) const {
  Value found;
  if (!is(Kind::Object)) return found;
  for (const Value value : *this)
    if (value.key() == member) found = value;
  return found;
}

}  // namespace skydraft::json
