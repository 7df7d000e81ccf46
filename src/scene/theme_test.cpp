#include "scene/theme.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <string>
#include <vector>

#include "scene/theme_table.hpp"

namespace skydraft::scene {
namespace {

/// Relative luminance and contrast as WCAG 2.1 defines them.
double luminance(Color color) {
  const auto linear = [](std::uint32_t channel) {
    const double c = channel / 255.0;
    return c <= 0.04045 ? c / 12.92 : std::pow((c + 0.055) / 1.055, 2.4);
  };
  return 0.2126 * linear(color.rgb >> 16 & 255U) + 0.7152 * linear(color.rgb >> 8 & 255U) +
         0.0722 * linear(color.rgb & 255U);
}

double contrast(Color a, Color b) {
  const double la = luminance(a), lb = luminance(b);
  return (std::max(la, lb) + 0.05) / (std::min(la, lb) + 0.05);
}

struct Pair {
  const char* text;
  std::vector<const char*> on;
};

const std::vector<const char*> kFills = {"page",        "panel",    "card",       "cloud_fill", "account_fill",
                                         "region_fill", "vpc_fill", "pub_fill",   "priv_fill",  "asg_fill",
                                         "eks_fill",    "ns_fill",  "group_fill", "pill"};

TEST(Themes, AllHaveTheSameKeys) {
  const auto first = theme_tables()[0].entries;
  EXPECT_TRUE(std::ranges::is_sorted(first, {}, &ThemeEntry::key));
  for (const NamedTheme& table : theme_tables())
    EXPECT_TRUE(std::ranges::equal(first, table.entries, {}, &ThemeEntry::key, &ThemeEntry::key)) << table.name;
  for (const char* name : {"light", "dark", "print", "high-contrast"}) EXPECT_NE(Theme::find(name), nullptr) << name;
  EXPECT_EQ(Theme::find("sepia"), nullptr);
  EXPECT_EQ(Theme::find("light")->color("ink").rgb, 0x16202EU);
}

TEST(Themes, TextIsReadableOnWhatItStandsOn) {
  const std::vector<Pair> pairs = {
      {"ink", kFills},
      {"ink2", kFills},
      {"ink3", {"page", "cloud_fill", "vpc_fill"}},
      {"placeholder", {"page", "card", "vpc_fill", "eks_fill", "pill"}},
      {"card_ink", {"card"}},
      {"cloud_ink", {"cloud_fill"}},
      {"account_ink", {"account_fill"}},
      {"region_ink", {"region_fill"}},
      {"vpc_ink", {"vpc_fill"}},
      {"az_ink", {"vpc_fill"}},
      {"pub_ink", {"pub_fill"}},
      {"priv_ink", {"priv_fill"}},
      {"asg_ink", {"asg_fill"}},
      {"eks_ink", {"eks_fill"}},
      {"ns_ink", {"ns_fill"}},
      {"group_ink", {"group_fill"}},
      {"user", {"page", "panel", "region_fill", "vpc_fill", "eks_fill"}},
      {"mon", {"page", "panel", "region_fill", "vpc_fill", "eks_fill"}},
      {"dep", {"page", "panel", "region_fill", "vpc_fill", "eks_fill"}},
      {"rep", {"page", "region_fill", "vpc_fill", "priv_fill"}},
      {"neutral", {"page", "region_fill", "vpc_fill", "eks_fill"}},
      {"badge_ink", {"user", "mon", "dep", "rep", "neutral", "replicas"}},
  };
  for (const NamedTheme& table : theme_tables()) {
    const Theme& theme = *Theme::find(table.name);
    for (const Pair& pair : pairs)
      for (const char* fill : pair.on)
        EXPECT_GE(contrast(theme.color(pair.text), theme.color(fill)), 4.5)
            << table.name << ": " << pair.text << " on " << fill;
  }
}

}  // namespace
}  // namespace skydraft::scene
