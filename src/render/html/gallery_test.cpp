#include "render/html/gallery.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace skydraft::render {
namespace {

using testing::HasSubstr;
using testing::Not;

TEST(Gallery, LeadsFromEachThumbnailToItsDocument) {
  const std::vector<GalleryCard> cards = {
      {.document = "a.md", .title = "Shop", .picture = "a.svg", .page = "a.html", .views = {"Overview", "Network"}},
      {.document = "b.md", .picture = "b.svg", .views = {"Overview"}}};
  const std::string page = gallery_page(cards);
  EXPECT_THAT(page, HasSubstr("<a class=\"thumbnail\" href=\"./a.html\"><img src=\"./a.svg\""));
  EXPECT_THAT(page, HasSubstr("a.md · 2 views"));
  EXPECT_THAT(page, HasSubstr("<a class=\"thumbnail\" href=\"./b.svg\">"));
  EXPECT_THAT(page, Not(HasSubstr("<script")));
}

TEST(Gallery, SaysWhatCouldNotBeDrawn) {
  const std::vector<GalleryCard> cards = {{.document = "<b>.md", .trouble = "the document is \"empty\" & <void>"}};
  const std::string page = gallery_page(cards);
  EXPECT_THAT(page, HasSubstr("Not drawn: the document is"));
  EXPECT_THAT(page, Not(HasSubstr("<void>")));
  EXPECT_THAT(page, Not(HasSubstr("<img")));
}

TEST(Gallery, FileNamesAreAddressesOfTheirOwnFolder) {
  const std::vector<GalleryCard> cards = {{.document = "x.md", .picture = "javascript:a#b ü.svg"}};
  EXPECT_THAT(gallery_page(cards), HasSubstr("href=\"./javascript%3Aa%23b%20%C3%BC.svg\""));
}

}  // namespace
}  // namespace skydraft::render
