#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace skydraft {

/// A hash of short texts, the same on every machine: eight bytes at a time, the last eight again (as in wyhash, by Wang
/// Yi), mixed by multiplication. tools/text_hash.py fills the tables of catalogue and lexicon by the same. Cost:
/// about two steps for each eight bytes.
inline std::uint32_t text_hash(std::string_view text) {
  constexpr std::uint64_t kMultiplier = 0x9E3779B97F4A7C15;
  const auto byte = [&](std::size_t at) { return std::uint64_t{static_cast<unsigned char>(text[at])}; };
  const auto four = [&](std::size_t at) {
    return byte(at) | byte(at + 1) << 8 | byte(at + 2) << 16 | byte(at + 3) << 24;
  };
  const auto mixed = [](std::uint64_t value) {
    value *= kMultiplier;
    return value ^ (value >> 32);
  };
  const std::size_t size = text.size();
  std::uint64_t hash = size;
  if (size >= 8) {
    for (std::size_t at = 0; at + 8 < size; at += 8) hash = mixed(hash ^ (four(at) | four(at + 4) << 32));
    hash = mixed(hash ^ (four(size - 8) | four(size - 4) << 32));
  } else if (size >= 4) {
    hash = mixed(hash ^ (four(0) | four(size - 4) << 32));
  } else if (size > 0) {
    hash = mixed(hash ^ (byte(0) | byte(size / 2) << 8 | byte(size - 1) << 16));
  }
  return static_cast<std::uint32_t>(mixed(hash));
}

}  // namespace skydraft
