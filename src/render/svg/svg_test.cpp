#include "render/svg/svg.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <limits>

#include "render/svg/xml_writer.hpp"

namespace skydraft::render {
namespace {

using testing::HasSubstr;
using testing::Not;

std::string number(double value) {
  std::string out;
  append_number(out, value);
  return out;
}

TEST(XmlWriter, WritesShortNumbers) {
  EXPECT_EQ(number(0), "0");
  EXPECT_EQ(number(-0.001), "0");
  EXPECT_EQ(number(1.5), "1.5");
  EXPECT_EQ(number(-2.345), "-2.35");
  EXPECT_EQ(number(0.07), "0.07");
  EXPECT_EQ(number(1920), "1920");
  EXPECT_EQ(number(std::numeric_limits<double>::quiet_NaN()), "0");
}

TEST(XmlWriter, EscapesOnceAndCloses) {
  XmlWriter svg;
  svg.open("a").attribute("b", "\"<&>\"\n").open("c").close().text("R&D <prod>\x01").close();
  EXPECT_EQ(std::move(svg).take(), "<a b=\"&quot;&lt;&amp;&gt;&quot;&#10;\"><c/>R&amp;D &lt;prod&gt; </a>");
}

scene::Scene scene_of(std::string text) {
  scene::Scene scene;
  scene.size = {100, 50};
  scene.title = "T & T";
  scene.elements = {{.id = "page"},
                    {.id = "n1", .role = "node", .component = "n1", .label = "N", .tooltip = "a <b>", .lines = {3, 7}}};
  scene.items.push_back({scene::Box{{0, 0, 100, 50}, 0, "page", {}}, 0});
  scene.items.push_back({scene::Text{.at = {10, 20},
                                     .font = {12, typeset::Weight::SemiBold},
                                     .color = "ink",
                                     .halo = "page",
                                     .text = std::move(text)},
                         1});
  scene.items.push_back({scene::Line{{{0, 0}, {50, 0}, {50, 40}}, 8, {"user", 2, {7, 4}, false}}, 1});
  scene.items.push_back({scene::Icon{{0, 0, 48, 48}, "glyph/other", "ink"}, 0});
  return scene;
}

std::string render(const std::string& text, const SvgOptions& options = {}) {
  return render_svg(scene_of(text), *scene::Theme::find("light"), options);
}

TEST(Svg, CarriesTitleElementsAndShapes) {
  const std::string svg = render("Orders <db>");
  EXPECT_THAT(svg, HasSubstr("<title id=\"skydraft-title\">T &amp; T</title>"));
  EXPECT_THAT(svg, HasSubstr("<g id=\"n1\" data-role=\"node\" data-component=\"n1\" data-lines=\"3 7\""));
  EXPECT_THAT(svg, HasSubstr("<title>a &lt;b&gt;</title>"));
  EXPECT_THAT(svg, HasSubstr(">Orders &lt;db&gt;</text>"));
  EXPECT_THAT(svg, HasSubstr("paint-order=\"stroke\""));
  EXPECT_THAT(svg, HasSubstr("d=\"M0 0L42 0Q50 0 50 8L50 40\""));
  EXPECT_THAT(svg, HasSubstr("<g data-part-of=\"page\">"));
}

TEST(Svg, EmbedsOnlyTheFontsThatItNeeds) {
  const auto faces = [](const std::string& svg) {
    std::size_t count = 0;
    for (std::size_t at = svg.find("@font-face"); at != std::string::npos; at = svg.find("@font-face", at + 1)) ++count;
    return count;
  };
  EXPECT_EQ(faces(render("plain")), 1U);
  EXPECT_EQ(faces(render("se\xC3\xB1or")), 2U);
  EXPECT_EQ(faces(render("\xD0\x96 \xC3\xB1")), 3U);
  EXPECT_EQ(faces(render("plain", {.embed_fonts = false, .embed_icons = true})), 0U);
  EXPECT_THAT(render("plain"), HasSubstr("font-weight:600"));
}

TEST(Svg, RefersToNothingOutside) {
  const std::string svg = render("x");
  EXPECT_THAT(svg, Not(HasSubstr("<script")));
  EXPECT_THAT(svg, Not(HasSubstr("var(")));
  EXPECT_THAT(svg, Not(HasSubstr("@import")));
  EXPECT_THAT(svg, Not(HasSubstr("href=\"http")));
  EXPECT_THAT(svg, Not(HasSubstr("url(http")));
}

TEST(Svg, NamesIconsInsteadOfDrawingThemInGoldenFiles) {
  EXPECT_THAT(render("x"), HasSubstr("<use xlink:href=\"#icon-glyph-other\""));
  const std::string golden = render("x", {.embed_fonts = false, .embed_icons = false});
  EXPECT_THAT(golden, HasSubstr("<g data-icon=\"glyph/other\"/>"));
  EXPECT_THAT(golden, Not(HasSubstr("<symbol")));
}

}  // namespace
}  // namespace skydraft::render
