#include "charset.hpp"

#include <algorithm>
#include <charconv>
#include <fstream>
#include <set>
#include <sstream>
#include <stdexcept>
#include <string_view>

namespace fonts {
namespace {

char32_t parse_hex(std::string_view text, const std::string& line) {
  std::uint32_t value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value, 16);
  if (error != std::errc() || end != text.data() + text.size() || value > 0x10FFFF)
    throw std::runtime_error("not a code point: \"" + std::string(text) + "\" in: " + line);
  return value;
}

Subset& named(std::vector<Subset>& subsets, const std::string& name) {
  const auto found = std::ranges::find(subsets, name, &Subset::name);
  return found != subsets.end() ? *found : subsets.emplace_back(Subset{name, {}});
}

}  // namespace

std::vector<Subset> read_all_subsets(const std::string& path) {
  std::ifstream in(path);
  if (!in) throw std::runtime_error("cannot read " + path);
  std::vector<Subset> subsets;
  std::set<char32_t> taken;
  for (std::string line; std::getline(in, line);) {
    std::istringstream words(line);
    std::string name;
    if (!(words >> name) || name.starts_with('#')) continue;
    Subset& subset = named(subsets, name);
    for (std::string word; words >> word;) {
      const std::size_t dash = word.find('-');
      const char32_t first = parse_hex(std::string_view(word).substr(0, dash), line);
      const char32_t last =
          dash == std::string::npos ? first : parse_hex(std::string_view(word).substr(dash + 1), line);
      for (char32_t c = first; c <= last; ++c)
        if (taken.insert(c).second) subset.characters.push_back(c);
    }
  }
  for (Subset& subset : subsets) std::ranges::sort(subset.characters);
  return subsets;
}

void append_utf8(std::string& out, char32_t c) {
  const auto put = [&](char32_t byte) { out += static_cast<char>(byte); };
  if (c < 0x80) {
    put(c);
  } else if (c < 0x800) {
    put(0xC0 | (c >> 6));
    put(0x80 | (c & 0x3F));
  } else if (c < 0x10000) {
    put(0xE0 | (c >> 12));
    put(0x80 | ((c >> 6) & 0x3F));
    put(0x80 | (c & 0x3F));
  } else {
    put(0xF0 | (c >> 18));
    put(0x80 | ((c >> 12) & 0x3F));
    put(0x80 | ((c >> 6) & 0x3F));
    put(0x80 | (c & 0x3F));
  }
}

}  // namespace fonts
