#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace skydraft::json {

/// How a value is set: a Block has one member a line, a Line stands on one line with all that is in it.
enum class Set : std::uint8_t { Block, Line };

/// Writes JSON as it goes, in the order of the calls, always the same bytes. Numbers have at most two decimals, no
/// exponent, no locale. Bytes that are not UTF-8 become U+FFFD, so that the output is valid JSON whatever comes in.
class Writer {
 public:
  /// Room for so many bytes at once: growing holds all twice for a moment.
  void reserve(std::size_t bytes) { out_.reserve(bytes); }
  void begin_object(Set set = Set::Block) { open('{', set); }
  void end_object() { close('}'); }
  void begin_array(Set set = Set::Block) { open('[', set); }
  void end_array() { close(']'); }
  void key(std::string_view name);
  /// A literal has nothing that must be escaped.
  template <std::size_t Size>
  void key(const char (&name)[Size]) {
    plain_key({name, Size - 1});
  }

  void value(std::string_view text);
  void value(const char* text) { value(std::string_view(text)); }
  void value(const std::string& text) { value(std::string_view(text)); }
  void value(double number);  ///< not a number and infinities: null
  void exact(double number);  ///< with as many digits as it needs to be read back alike
  void value(std::int64_t number);
  void value(int number) { value(std::int64_t{number}); }
  void value(std::uint32_t number) { value(std::int64_t{number}); }
  void value(bool truth);
  void null();

  template <class T>
  void member(std::string_view name, const T& what) {
    key(name);
    value(what);
  }
  template <std::size_t Size, class T>
  void member(const char (&name)[Size], const T& what) {
    key(name);
    value(what);
  }

  std::string finish() &&;  ///< ends with a line end

 private:
  struct Level {
    Set set = Set::Block;
    bool empty = true;
  };

  void plain_key(std::string_view name);
  void open(char bracket, Set set);
  void close(char bracket);
  void before_value();
  void separate();
  void break_line();
  void quoted(std::string_view text);

  std::string out_;
  std::vector<Level> levels_;
  bool after_key_ = false;
};

}  // namespace skydraft::json
