#pragma once

#include <span>
#include <string>
#include <vector>

namespace skydraft::render {

/// One document of a gallery. File names are relative to the gallery's own page.
struct GalleryCard {
  std::string document{};  ///< "shop.md"
  std::string title{};
  std::string purpose{};
  std::string picture{};             ///< "shop.svg"; empty: it could not be drawn
  std::string page{};                ///< "shop.html"; empty: there is none
  std::vector<std::string> views{};  ///< their titles
  std::string trouble{};             ///< why there is no picture
};

/// The page of a gallery: a thumbnail for each document, light or dark as the reader's system asks for. No script;
/// nothing is asked for but the pictures beside it.
std::string gallery_page(std::span<const GalleryCard> cards);

}  // namespace skydraft::render
