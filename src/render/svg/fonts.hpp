#pragma once

#include <array>
#include <bitset>
#include <optional>
#include <string>
#include <string_view>

#include "scene/scene.hpp"
#include "typeset/face.hpp"

/// Private to this folder.
namespace skydraft::render {

/// The embedded font has a name of its own, so that an installed Inter of another version never wins; where embedded
/// fonts are ignored (librsvg), an installed Inter measures the same.
inline constexpr std::string_view kFontFamily =
    "'Skydraft Sans', Inter, 'Amazon Ember', 'Helvetica Neue', Arial, sans-serif";

/// Which faces, and which parts of them, texts need.
class FontNeeds {
 public:
  void add(const scene::Scene& scene);
  /// @font-face rules; empty if nothing is needed. Without `left_out`, a browser takes the nearest weight for it.
  std::string faces(std::optional<typeset::Face> left_out = std::nullopt) const;

 private:
  static constexpr std::size_t kMaxSubsets = 32;
  std::array<std::bitset<kMaxSubsets>, typeset::kFaceCount> needs_;
};

}  // namespace skydraft::render
