#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace skydraft::scene {

/// 0xRRGGBB; themes have no translucent colours, faded parts carry an opacity of their own.
struct Color {
  std::uint32_t rgb = 0;
  friend constexpr bool operator==(Color, Color) = default;
};

/// A theme is a table from colour keys to colours (data/themes/*.json, compiled in); it moves nothing.
class Theme {
 public:
  static const Theme* find(std::string_view name);  ///< "light", "dark"; null if there is none
  std::string_view name() const { return name_; }
  Color color(std::string_view key) const;  ///< asserts that the key exists: the schema check guarantees it

 private:
  friend struct ThemeTable;
  std::string_view name_;
  const struct ThemeEntry* entries_ = nullptr;
  std::size_t count_ = 0;
};

}  // namespace skydraft::scene
