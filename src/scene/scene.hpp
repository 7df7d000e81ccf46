#pragma once

#include <cstdint>
#include <string>
#include <variant>
#include <vector>

#include "base/source.hpp"
#include "geometry/geometry.hpp"
#include "layout/graph.hpp"
#include "typeset/typeset.hpp"
#include "view/picture.hpp"

/// The drawing as a flat display list, back to front. Everything hard is decided here: renderers only walk it.
/// Colours are keys of a Theme, so that one scene serves every theme.
namespace skydraft::scene {

using geometry::Point;
using geometry::Polyline;
using geometry::Rect;
using geometry::Size;
using ColorKey = std::string;  ///< "" draws nothing

struct Stroke {
  ColorKey color{};
  double width = 1;
  std::vector<double> dash{};
  bool round_caps = false;
};

struct Box {
  Rect rect{};
  double radius = 0;
  ColorKey fill{};
  Stroke stroke{};
};

struct Ellipse {
  Point center{};
  double radius = 0;
  ColorKey fill{};
  Stroke stroke{};
};

struct Polygon {
  std::vector<Point> points{};
  ColorKey fill{};
  Stroke stroke{};
};

/// An edge's line: corners rounded with `corner_radius` (less where a segment is short).
struct Line {
  Polyline points{};
  double corner_radius = 0;
  Stroke stroke{};
};

struct Text {
  Point at{};  ///< baseline
  view::TextLine::Anchor anchor = view::TextLine::Anchor::Start;
  typeset::Font font{};
  ColorKey color{};
  ColorKey halo{};      ///< drawn around the letters, 4 px wide; "" for none
  double rotation = 0;  ///< degrees, about `at`
  double width = 0;     ///< as measured, at scale 1
  std::string text{};
};

struct Icon {
  Rect rect{};
  std::string icon{};  ///< id in the icon bundle
  ColorKey ink{};      ///< for icons drawn with currentColor
};

using Shape = std::variant<Box, Ellipse, Polygon, Line, Text, Icon>;

/// A thing of the picture that a reader can point at; shapes belong to one or to none.
struct Element {
  std::string id{};         ///< stable, unique: "alb", "r12", "legend"
  std::string role{};       ///< node | container | edge | badge | title | legend | key | panel | footer | annotation
  std::string component{};  ///< slugs of the model, space separated; "" if none
  std::string kind{};
  std::string label{};  ///< for screen readers: "Application Load Balancer, in Main VPC"
  std::string tooltip{};
  std::string link{};                  ///< where a click leads; "" for nowhere
  std::vector<std::uint32_t> lines{};  ///< 1-based source lines that say it
  std::string inside{};                ///< id of the drawn container it stands in; "" if it stands on the page
  std::string from{};                  ///< edges: ids of what they join
  std::string to{};
  int step = 0;          ///< edges: the first of its numbers; 0 for none
  std::string strand{};  ///< edges and keys of the legend: "user", "monitoring", "delivery", "replication", "traffic",
                         ///< "control"
};

struct Item {
  Shape shape;
  std::uint32_t element = 0;  ///< index in Scene::elements; 0 is the page itself
  double opacity = 1;
};

struct Scene {
  Size size;  ///< the page in px
  std::string title{};
  std::string description{};  ///< one paragraph in words
  std::vector<Element> elements;
  std::vector<Item> items;  ///< back to front; items of one element need not be adjacent
};

/// The same without the page's own background.
Scene without_paper(Scene scene);

/// Draws a placed view onto a page: groups, edges, nodes, labels, badges (VISUAL.md section 9), then title block,
/// legend, step panels and footer. The page is as wide as its drawing and its words need; text is never scaled
/// down.
Scene compose(const view::Picture& picture, const layout::PlacedGraph& placed, const model::Architecture& architecture,
              const Source& source);

}  // namespace skydraft::scene
