#pragma once

#include <map>
#include <memory>
#include <string>
#include <string_view>

#include "geometry/geometry.hpp"
#include "render/cairo/cairo_late.hpp"
#include "render/cairo/handles.hpp"
#include "scene/theme.hpp"

typedef struct _RsvgHandle RsvgHandle;

/// Icons through librsvg, each read once. Private to this folder.
namespace skydraft::render {

class IconArt {
 public:
  /// Draws the icon into `rect`, keeping its proportions; an icon that the bundle lacks draws nothing.
  void draw(cairo_t* cairo, std::string_view icon, scene::Color ink, const geometry::Rect& rect);

  /// The same, drawn once to a recording that is used again each time: one object in a PDF, however often it is seen.
  void stamp(cairo_t* cairo, std::string_view icon, scene::Color ink, const geometry::Rect& rect);

 private:
  struct Unref {
    void operator()(RsvgHandle* handle) const;
  };
  using Handle = std::unique_ptr<RsvgHandle, Unref>;

  std::map<std::string, Surface> recorded_;  ///< in units of kStampSide
  std::map<std::string, Handle> known_;      ///< by icon, and ink where it takes one
};

}  // namespace skydraft::render
