#include "render/png/png.hpp"

#include <gtest/gtest.h>

#include <cstring>

#include "render/cairo/cairo_late.hpp"

namespace skydraft::render {

SKYDRAFT_LATE(library::kCairo, cairo_image_surface_create_from_png_stream);
SKYDRAFT_LATE(library::kCairo, cairo_image_surface_get_height);
SKYDRAFT_LATE(library::kCairo, cairo_image_surface_get_width);

namespace {

scene::Scene sample() {
  scene::Scene scene;
  scene.size = {100.4, 50};
  scene.elements = {{.id = "page"}};
  const auto add = [&](scene::Shape shape, double opacity) { scene.items.push_back({std::move(shape), 0, opacity}); };
  add(scene::Box{{0, 0, 100.4, 50}, 0, "page", {}}, 1);
  add(scene::Box{{10, 10, 20, 20}, 4, "vpc", {}}, 1);
  add(scene::Ellipse{{50, 20}, 8, "user", {}}, 1);
  add(scene::Box{{70, 10, 20, 20}, 0, "ink", {}}, 0.5);
  add(scene::Line{{{0, 45}, {100, 45}}, 8, {"dep", 2, {}, false}}, 1);
  add(scene::Text{.at = {35, 40},
                  .font = {12, typeset::Weight::Bold},
                  .color = "ink",
                  .halo = "halo",
                  .text = "H\xC3\xA9 \xE6\xBC\xA2\xF3\xB0\x80\x80"},
      1);
  add(scene::Icon{{0, 0, 8, 8}, "glyph/other", "ink"}, 1);
  return scene;
}

cairo_status_t read_bytes(void* from, unsigned char* data, unsigned length) {
  auto& rest = *static_cast<std::string_view*>(from);
  if (rest.size() < length) return CAIRO_STATUS_READ_ERROR;
  std::memcpy(data, rest.data(), length);
  rest.remove_prefix(length);
  return CAIRO_STATUS_SUCCESS;
}

/// The file as Cairo reads it back: a check on our own encoder by another's decoder.
class Decoded {
 public:
  explicit Decoded(std::string_view png) : surface_(cairo_image_surface_create_from_png_stream(read_bytes, &png)) {}
  ~Decoded() { cairo_surface_destroy(surface_); }
  bool good() const { return cairo_surface_status(surface_) == CAIRO_STATUS_SUCCESS; }
  int width() const { return cairo_image_surface_get_width(surface_); }
  int height() const { return cairo_image_surface_get_height(surface_); }
  std::uint32_t pixel(int x, int y) const {
    std::uint32_t value = 0;
    std::memcpy(&value, cairo_image_surface_get_data(surface_) + y * cairo_image_surface_get_stride(surface_) + 4 * x,
                4);
    return value & 0xFFFFFFU;
  }

 private:
  cairo_surface_t* surface_;
};

TEST(Png, HasTheSizeAndTheColoursOfTheScene) {
  const scene::Theme& theme = *scene::Theme::find("light");
  const Result<std::string> png = render_png(sample(), theme, {.scale = 2});
  ASSERT_TRUE(png);
  const Decoded image(*png);
  ASSERT_TRUE(image.good());
  EXPECT_EQ(image.width(), 201);
  EXPECT_EQ(image.height(), 100);
  EXPECT_EQ(image.pixel(40, 40), theme.color("vpc").rgb);
  EXPECT_EQ(image.pixel(200, 99), theme.color("page").rgb) << "a column that the page covers in part";
  EXPECT_EQ(image.pixel(100, 40), theme.color("user").rgb);
  EXPECT_EQ(image.pixel(100, 90), theme.color("dep").rgb);
  EXPECT_EQ(image.pixel(20, 20), theme.color("page").rgb) << "a rounded corner";
  EXPECT_NEAR(image.pixel(160, 40) & 255U, (theme.color("ink").rgb & 255U) / 2 + 128, 2) << "half opacity";
  EXPECT_EQ(image.pixel(2 * 36 + 1, 72), theme.color("ink").rgb) << "the stem of the H";
}

TEST(Png, IsTheSameEveryTime) {
  const scene::Theme& theme = *scene::Theme::find("dark");
  EXPECT_EQ(*render_png(sample(), theme), *render_png(sample(), theme));
  EXPECT_NE(*render_png(sample(), theme), *render_png(sample(), *scene::Theme::find("light")));
}

TEST(Png, RefusesWhatItCannotDraw) {
  scene::Scene scene = sample();
  const scene::Theme& theme = *scene::Theme::find("light");
  EXPECT_FALSE(render_png(scene, theme, {.scale = 1000}));
  EXPECT_FALSE(render_png(scene, theme, {.scale = 0}));
  scene.size = {20000, 20000};
  EXPECT_FALSE(render_png(scene, theme, {.scale = 1}));
}

}  // namespace
}  // namespace skydraft::render
