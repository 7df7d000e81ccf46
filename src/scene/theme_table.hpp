#pragma once

#include <span>
#include <string_view>

#include "scene/theme.hpp"

/// Themes as compiled in (tools/themes/compile.py). Private to this folder.
namespace skydraft::scene {

struct ThemeEntry {
  std::string_view key;
  std::uint32_t rgb = 0;
};

struct NamedTheme {
  std::string_view name;
  std::span<const ThemeEntry> entries;  ///< sorted by key
};

std::span<const NamedTheme> theme_tables();

}  // namespace skydraft::scene
