#include "scene/theme.hpp"

#include <algorithm>
#include <vector>

#include "base/assert.hpp"
#include "scene/theme_table.hpp"

namespace skydraft::scene {

/// Makes Themes of the compiled tables, once.
struct ThemeTable {
  static std::vector<Theme> make() {
    std::vector<Theme> themes;
    for (const NamedTheme& table : theme_tables()) {
      Theme& theme = themes.emplace_back();
      theme.name_ = table.name;
      theme.entries_ = table.entries.data();
      theme.count_ = table.entries.size();
    }
    return themes;
  }
};

const Theme* Theme::find(std::string_view name) {
  static const std::vector<Theme> themes = ThemeTable::make();
  const auto found = std::ranges::find(themes, name, &Theme::name_);
  return found == themes.end() ? nullptr : &*found;
}

Color Theme::color(std::string_view key) const {
  const std::span<const ThemeEntry> entries(entries_, count_);
  const auto found = std::ranges::lower_bound(entries, key, {}, &ThemeEntry::key);
  SKYDRAFT_ASSERT(found != entries.end() && found->key == key, "a colour key that is in the theme schema");
  return {found->rgb};
}

}  // namespace skydraft::scene
