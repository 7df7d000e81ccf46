#include "render/pdf/pdf.hpp"

#include <gtest/gtest.h>

namespace skydraft::render {
namespace {

/// Without the bytes in the message, which no one can read.
bool has(std::string_view pdf, std::string_view text) { return pdf.find(text) != pdf.npos; }

scene::Scene scene_of(std::string flow) {
  scene::Scene scene;
  scene.size = {400, 200};
  scene.title = "T (1)";
  scene.elements = {{.id = "page"}, {.id = "panel-1", .role = "panel", .label = std::move(flow)}};
  scene.items.push_back({scene::Box{{0, 0, 400, 200}, 0, "page", {}}, 0});
  scene.items.push_back({scene::Box{{40, 20, 100, 40}, 8, "panel", {}}, 1});
  scene.items.push_back(
      {scene::Text{.at = {50, 40}, .font = {12}, .color = "ink", .halo = "halo", .text = "Te\xE6\xBC\xA2"}, 1});
  scene.items.push_back({scene::Icon{{0, 0, 48, 48}, "glyph/other", "ink"}, 0, 0.5});
  return scene;
}

std::string render(const std::vector<scene::Page>& pages, Paper paper = Paper::Fit) {
  return *render_pdf(pages, *scene::Theme::find("light"), {.paper = paper});
}

TEST(Pdf, LeadsFromAStepPanelToTheViewOfItsFlow) {
  const scene::Page overview{{"overview", "Overview", "overview"}, scene_of("Order flow")};
  const scene::Page flow{{"flow:order", "Order flow", "flow"}, scene_of("Order flow")};
  const std::string pdf = render({overview, flow});
  // The panel in px, its corners in pt from the page's lower left: 40 * 0.75, (200 - 20 - 40) * 0.75, …
  EXPECT_TRUE(has(pdf, "/Rect [ 30 105 105 135 ]"));
  EXPECT_TRUE(has(pdf, "/Dest (view-2)"));
  EXPECT_TRUE(has(pdf, "/Title (Order flow)"));
  EXPECT_FALSE(has(render({overview}), "/Subtype /Link"));
  EXPECT_FALSE(has(render({flow}), "/Subtype /Link")) << "not to where one is";
}

TEST(Pdf, FitsThePictureOrThePaper) {
  const scene::Page page{{"overview", "Overview", "overview"}, scene_of("")};
  EXPECT_TRUE(has(render({page}), "/MediaBox [ 0 0 300 150 ]"));
  EXPECT_TRUE(has(render({page}, Paper::A4), "/MediaBox [ 0 0 841.89 595.276 ]"));
  scene::Page upright = page;
  upright.scene.size = {200, 100000};
  EXPECT_TRUE(has(render({upright}, Paper::A4), "/MediaBox [ 0 0 595.276 841.89 ]"));
  EXPECT_TRUE(has(render({upright}), " 14400 ]")) << "the longest side that readers accept";
}

TEST(Pdf, HasNoTimeInIt) {
  const scene::Page page{{"overview", "Overview", "overview"}, scene_of("")};
  EXPECT_EQ(render({page}), render({page}));
  EXPECT_FALSE(has(render({page}), "Date"));
  EXPECT_TRUE(has(render({page}), "/Title <FEFF00540020002800310029>"));
}

}  // namespace
}  // namespace skydraft::render
