#include <algorithm>
#include <string>

#include <fmt/format.h>

#include "icons/icons.hpp"
#include "layout/sequence.hpp"
#include "scene/drawing.hpp"
#include "scene/words.hpp"

namespace skydraft::scene {

using layout::Role;
using view::IconPlace;
using view::Look;
using view::TextLine;
using view::TextRole;

Drawing::Drawing(Painter& painter, const view::Picture& picture, const layout::PlacedGraph& placed,
                 const model::Architecture& architecture, const Source& source)
    : painter_(painter), picture_(picture), placed_(placed), architecture_(architecture), source_(source) {}

void Drawing::draw() {
  if (picture_.plan == view::Plan::Sequence) draw_lifelines();
  draw_tree(layout::SizedGraph::root());
  for (std::uint32_t i = 0; i < picture_.graph.edges().size(); ++i) draw_edge({i});
  painter_.set_faded(false);
}

/// Of a sequence diagram: from below each participant to the end of the drawing.
void Drawing::draw_lifelines() {
  constexpr double kClear = 6;
  painter_.begin({.id = "lifelines"});
  for (const NodeId id : picture_.graph.children(layout::SizedGraph::root())) {
    const double x = layout::lifeline_x(placed_, id);
    const double top = placed_.rects[id].bottom() + kClear;
    painter_.line(Layer::Groups, {.points = {{x, top}, {x, std::max(top, placed_.size.height)}},
                                  .stroke = {"card_stroke", 1.4, {4, 4}, false}});
  }
}

/// Among siblings: zones lie lowest, so that an opaque band hides their borders (section 7.2).
int Drawing::height_of(NodeId id) const {
  if (!picture_.graph[id].spans.empty()) return 2;
  const Look look = picture_.nodes[id].look;
  return look == Look::Zone || look == Look::PublicSubnet || look == Look::PrivateSubnet ? 0 : 1;
}

std::vector<layout::NodeId> Drawing::painting_order(NodeId container) const {
  const std::span<const NodeId> children = picture_.graph.children(container);
  std::vector<NodeId> order(children.begin(), children.end());
  std::ranges::stable_sort(order, {}, [&](NodeId id) { return height_of(id); });
  return order;
}

// Depth is bounded by the depth of the document's containment, which understanding limits.
void Drawing::draw_tree(NodeId node) {
  painter_.set_faded(picture_.nodes[node].faded);
  if (picture_.graph.is_container(node)) {
    draw_container(node);
    for (const NodeId child : painting_order(node)) draw_tree(child);
  } else {
    draw_leaf(node);
  }
}

ColorKey Drawing::tint_inside(NodeId node) const {
  for (auto up = std::optional<NodeId>(node); up; up = picture_.graph[*up].parent) {
    const std::string_view fill = box_style(picture_.nodes[*up].look).fill;
    if (!fill.empty()) return ColorKey(fill);
  }
  return "page";
}

Element Drawing::element_of(NodeId node) const {
  const view::NodeDress& dress = picture_.nodes[node];
  const layout::Node& placed = picture_.graph[node];
  std::vector<Span> spans;
  for (const model::ComponentId id : dress.components) {
    const std::vector<Span>& source = architecture_[id].source;
    spans.insert(spans.end(), source.begin(), source.end());
  }
  const bool annotation = placed.role == Role::Annotation || dress.look == Look::Annotation;
  return {.id = placed.key,
          .role = annotation                          ? "annotation"
                  : picture_.graph.is_container(node) ? "container"
                                                      : "node",
          .component = slugs_of(architecture_, dress.components),
          .kind = dress.kind,
          .label = label_of(picture_, architecture_, node),
          .tooltip = dress.tooltip,
          .link = dress.link,
          .lines = lines_of(spans, source_),
          .inside = drawn_container_of(node)};
}

/// Containers that only arrange leave nothing on the page.
bool Drawing::is_drawn(NodeId container) const {
  const view::NodeDress& dress = picture_.nodes[container];
  if (container == layout::SizedGraph::root()) return !dress.lines.empty();
  return dress.look != Look::Plain || !dress.lines.empty() || !dress.icons.empty();
}

std::string Drawing::drawn_container_of(NodeId node) const {
  for (auto up = picture_.graph[node].parent; up; up = picture_.graph[*up].parent)
    if (is_drawn(*up)) return picture_.graph[*up].key;
  return {};
}

void Drawing::draw_container(NodeId node) {
  const view::NodeDress& dress = picture_.nodes[node];
  if (!is_drawn(node)) return;
  painter_.begin(element_of(node));
  draw_frame(node, Layer::Groups);
  for (const IconPlace& place : dress.icons) draw_icon(node, place, {}, Layer::GroupLabels);
  draw_lines(node, {}, Layer::GroupLabels);
  draw_tiers(node);
}

void Drawing::draw_leaf(NodeId node) {
  const view::NodeDress& dress = picture_.nodes[node];
  painter_.begin(element_of(node));
  draw_frame(node, Layer::Nodes);
  const Point shift = shift_of(node);
  for (const IconPlace& place : dress.icons) draw_icon(node, place, shift, Layer::Nodes);
  draw_lines(node, shift, Layer::Nodes);
  if (dress.replicas > 1) draw_replicas(node, shift);
}

/// A stretched leaf keeps its contents together in its middle; an annotation reads from its left.
Point Drawing::shift_of(NodeId node) const {
  if (picture_.nodes[node].look == Look::Annotation) return {};
  const Size placed = placed_.rects[node].size(), measured = picture_.graph[node].size;
  return {(placed.width - measured.width) / 2, (placed.height - measured.height) / 2};
}

void Drawing::draw_frame(NodeId node, Layer layer) {
  const view::NodeDress& dress = picture_.nodes[node];
  Box box{.rect = placed_.rects[node]};
  if (dress.look == Look::Pill || dress.look == Look::Chip) {
    box.radius = dress.look == Look::Pill ? 8 : 6;
    box.fill = "pill";
    box.stroke = {category_color(dress.category), dress.look == Look::Pill ? 1.4 : 1.2, {}, false};
  } else {
    const BoxStyle& style = box_style(dress.look);
    box.radius = style.radius;
    box.fill = style.fill;
    box.stroke = {ColorKey(style.stroke), style.width, style.dash, false};
  }
  if (box.fill.empty() && box.stroke.color.empty()) return;
  if (dress.faded && !box.fill.empty()) {
    // What a faded box lies over must not shine through it.
    painter_.set_faded(false);
    const auto parent = picture_.graph[node].parent;
    painter_.box(layer, {box.rect, box.radius, parent ? tint_inside(*parent) : "page", {}});
    painter_.set_faded(true);
  }
  painter_.box(layer, std::move(box));
}

void Drawing::draw_icon(NodeId node, const IconPlace& place, Point shift, Layer layer) {
  const view::NodeDress& dress = picture_.nodes[node];
  const icons::Icon* art = icons::find(place.icon);
  Rect rect = place.rect.moved(placed_.rects[node].origin()).moved(shift);
  const bool own = art != nullptr && art->pack == "own";
  ColorKey ink = own && !dress.category.empty() ? category_color(dress.category) : "ink";
  const auto shrink = [&](double share) { rect = rect.grown(-(1 - share) / 2 * rect.width); };
  switch (place.frame) {
    case IconPlace::Frame::None:
      break;
    case IconPlace::Frame::Corner: {
      const std::string_view group_ink = box_style(dress.look).ink;
      if (own && !group_ink.empty()) ink = group_ink;
      break;
    }
    case IconPlace::Frame::Tile:
      painter_.box(layer, {rect, 8, "tile", {"tile_stroke", 1, {}, false}});
      shrink(kTileGlyph);
      if (!own) ink = "tile_ink";
      break;
    case IconPlace::Frame::Attachment:
      painter_.box(layer, {rect, 3, "tile", {"tile_stroke", 1, {}, false}});
      shrink(art != nullptr && art->filled ? 0.84 : 0.72);
      if (!own) ink = "tile_ink";
      break;
    case IconPlace::Frame::Circle: {
      const ColorKey ring = dress.category.empty() ? "vpc" : category_color(dress.category);
      painter_.ellipse(layer, {rect.center(), rect.width / 2, "page", {ring, 1.4, {}, false}});
      shrink(32.0 / 36.0);
      break;
    }
  }
  painter_.icon(layer, {rect, place.icon, std::move(ink)});
}

void Drawing::draw_lines(NodeId node, Point shift, Layer layer) {
  const view::NodeDress& dress = picture_.nodes[node];
  const Rect rect = placed_.rects[node];
  const bool container = picture_.graph.is_container(node);
  // Only a node's own name can lie on a border or a line; headers and boxes are kept clear by the layout.
  const bool bare = dress.look == Look::IconNode || dress.look == Look::Gateway || dress.look == Look::Caption;
  const auto parent = picture_.graph[node].parent;
  const ColorKey halo = bare && parent ? tint_inside(*parent) : "";
  // The text in the middle of a scaling group is the group's own label.
  const bool labels_parent = dress.look == Look::Caption && parent;
  for (const TextLine& line : dress.lines) {
    Point at = rect.origin() + line.at + shift;
    if (container && line.anchor == TextLine::Anchor::End) at.x = rect.right() + line.at.x;
    if (container && line.anchor == TextLine::Anchor::Middle) at.x = rect.center().x + line.at.x;
    painter_.text(layer, {.at = at,
                          .anchor = line.anchor,
                          .font = line.font,
                          .color = labels_parent && line.role == TextRole::Name
                                       ? ink_of(TextRole::GroupLabel, picture_.nodes[*parent].look)
                                       : ink_of(line.role, dress.look),
                          .halo = halo,
                          .text = line.text});
  }
}

/// "×3" over the icon's top right corner.
void Drawing::draw_replicas(NodeId node, Point shift) {
  const view::NodeDress& dress = picture_.nodes[node];
  if (dress.icons.empty()) return;
  constexpr double kHeight = 15;
  const Rect icon = dress.icons.front().rect.moved(placed_.rects[node].origin()).moved(shift);
  const std::string text = fmt::format("×{}", dress.replicas);
  const double width = typeset::width(text, kReplicasFont) + 9;
  const Point center{icon.right() - 6 + (width - 21.5) / 2, icon.top() + 3};
  painter_.box(Layer::Nodes,
               {{center.x - width / 2, center.y - kHeight / 2, width, kHeight}, kHeight / 2, "replicas", {}});
  painter_.text(Layer::Nodes, {.at = {center.x, center.y + 0.36 * kReplicasFont.size},
                               .anchor = TextLine::Anchor::Middle,
                               .font = kReplicasFont,
                               .color = "badge_ink",
                               .text = text});
}

}  // namespace skydraft::scene
