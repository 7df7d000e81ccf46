#pragma once

#include <span>
#include <string_view>

/// The icons linked into the program: vendors' art from npm packages, packed at build time (tools/icons), and the
/// project's own glyphs (data/icons/glyphs), which are always there.
namespace skydraft::icons {

struct Icon {
  std::string_view id;        ///< "aws/architecture-service/AmazonRDS", "kubernetes/k8s-deploy", "glyph/database"
  std::string_view view_box;  ///< "0 0 64 64"
  std::string_view body;      ///< SVG elements without the outer <svg>; ids and classes prefixed, unique over all icons
  std::string_view pack;      ///< whose art it is: "aws", "azure", "gcp", "kubernetes", "brands", "own"
  bool uses_ink = false;      ///< drawn with currentColor: takes the theme's ink
  bool filled = false;  ///< has its own filled background (a tile of its own colour); others are put on a white tile
};

/// Whose art a pack is and on what terms it may be shown: for about texts and the metadata of pictures.
struct Pack {
  std::string_view id;     ///< as Icon::pack
  std::string_view owner;  ///< "Amazon Web Services, Inc."
  std::string_view terms;  ///< one clause
};

const Icon* find(std::string_view id);  ///< null if this build has none of that id
std::span<const Icon> all();            ///< sorted by id
std::span<const Pack> packs();          ///< sorted by id; also those this build has no icon of

}  // namespace skydraft::icons
