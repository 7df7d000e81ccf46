#include "icons/icons.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <map>
#include <set>
#include <sstream>
#include <string>
#include <vector>

namespace skydraft::icons {
namespace {

/// What stands between `before` and the next `end`, at each place in the text.
std::vector<std::string> all_between(std::string_view text, std::string_view before, char end) {
  std::vector<std::string> found;
  for (auto at = text.find(before); at != std::string_view::npos; at = text.find(before, at)) {
    at += before.size();
    found.emplace_back(text.substr(at, text.find(end, at) - at));
  }
  return found;
}

TEST(Icons, FindsByIdAndOnlyThat) {
  const Icon* database = find("glyph/database");
  ASSERT_NE(database, nullptr);
  EXPECT_EQ(database->id, "glyph/database");
  EXPECT_EQ(database->view_box, "0 0 48 48");
  EXPECT_EQ(database->pack, "own");
  EXPECT_TRUE(database->uses_ink);
  EXPECT_EQ(find("glyph/databas"), nullptr);
  EXPECT_EQ(find(""), nullptr);
}

TEST(Icons, EveryCategoryHasAGlyphToFallBackTo) {
  for (const char* category : {"actor", "compute", "container", "database", "storage", "network", "edge", "integration",
                               "serverless", "security", "observability", "delivery", "analytics", "machinelearning",
                               "management", "application", "group", "other"}) {
    EXPECT_NE(find(std::string("glyph/") + category), nullptr) << category;
  }
}

TEST(Icons, EveryViewBoxIsFourNumbersWithAnArea) {
  for (const Icon& icon : all()) {
    std::istringstream numbers{std::string(icon.view_box)};
    double x = 0, y = 0, width = 0, height = 0;
    EXPECT_TRUE(numbers >> x >> y >> width >> height) << icon.id;
    EXPECT_TRUE(numbers.eof()) << icon.id;
    EXPECT_TRUE(width > 0 && height > 0) << icon.id;
  }
}

TEST(Icons, NoElementIdStandsInTwoIcons) {
  std::map<std::string, std::string_view> owner;
  for (const Icon& icon : all()) {
    for (const auto& id : all_between(icon.body, " id=\"", '"')) {
      const auto [entry, added] = owner.emplace(id, icon.id);
      EXPECT_TRUE(added) << id << " stands in " << icon.id << " and " << entry->second;
    }
  }
}

TEST(Icons, ReferToNothingOutsideThemselves) {
  for (const Icon& icon : all()) {
    const auto ids = all_between(icon.body, " id=\"", '"');
    const std::set<std::string> own(ids.begin(), ids.end());
    for (const auto& target : all_between(icon.body, " href=\"", '"')) {
      EXPECT_TRUE(target.starts_with('#') && own.contains(target.substr(1))) << icon.id << ": " << target;
    }
    for (const auto& target : all_between(icon.body, "url(", ')')) {
      EXPECT_TRUE(target.starts_with('#') && own.contains(target.substr(1))) << icon.id << ": " << target;
    }
  }
}

TEST(Icons, CarryNothingThatRunsOrRestylesThePicture) {
  for (const Icon& icon : all()) {
    for (const char* banned : {"<script", "<style", "<image", "<foreignObject", "<text", " class=\"",
                               " onload=", "javascript:", "<!--", "xlink:", "data:", "http"}) {
      EXPECT_THAT(std::string(icon.body), testing::Not(testing::HasSubstr(banned))) << icon.id;
    }
    EXPECT_FALSE(icon.body.empty()) << icon.id;
  }
}

TEST(Icons, EveryPackNamesItsOwnerAndTerms) {
  std::set<std::string_view> named;
  for (const Pack& pack : packs()) {
    EXPECT_FALSE(pack.owner.empty() || pack.terms.empty()) << pack.id;
    named.insert(pack.id);
  }
  for (const Icon& icon : all()) EXPECT_TRUE(named.contains(icon.pack)) << icon.id << ": " << icon.pack;
}

TEST(Icons, TakeTheInkExactlyWhenTheySaySo) {
  for (const Icon& icon : all()) {
    EXPECT_EQ(icon.body.find("currentColor") != std::string_view::npos, icon.uses_ink) << icon.id;
    EXPECT_FALSE(icon.uses_ink && icon.filled) << icon.id;
  }
}

}  // namespace
}  // namespace skydraft::icons
