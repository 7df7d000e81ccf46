#include <algorithm>

#include "scene/drawing.hpp"
#include "scene/marks.hpp"
#include "scene/words.hpp"

namespace skydraft::scene {

/// The fill behind a point, found from the root down. Cost: the children of the containers on the way.
ColorKey Drawing::tint_at(Point point) const {
  NodeId inside = layout::SizedGraph::root();
  ColorKey tint = tint_inside(inside);
  for (bool deeper = true; deeper;) {
    deeper = false;
    // The front-most child that holds the point: bands come after the zones they cover.
    int front = -1;
    NodeId found = inside;
    for (const NodeId child : picture_.graph.children(inside)) {
      if (!picture_.graph.is_container(child) || !placed_.rects[child].contains(point)) continue;
      const int height = height_of(child);
      if (height < front) continue;
      front = height;
      found = child;
      deeper = true;
    }
    inside = found;
    if (const std::string_view fill = box_style(picture_.nodes[inside].look).fill; deeper && !fill.empty()) tint = fill;
  }
  return tint;
}

namespace {

int first_step(const view::EdgeDress& dress) {
  int first = 0;
  for (const int step : dress.steps)
    if (step > 0 && (first == 0 || step < first)) first = step;
  return first;
}

}  // namespace

void Drawing::draw_edge(EdgeId edge) {
  const layout::Edge& ends = picture_.graph[edge];
  const view::EdgeDress& dress = picture_.edges[edge];
  const layout::Route& route = placed_.routes[edge];
  const StrandStyle& style = strand_style(dress.strand);

  std::vector<Span> spans;
  Element element{.id = ends.key,
                  .role = "edge",
                  .label = label_of(picture_, architecture_, edge),
                  .from = picture_.graph[ends.from].key,
                  .to = picture_.graph[ends.to].key,
                  .step = first_step(dress),
                  .strand = std::string(name_of(dress.strand))};
  for (const model::RelationId id : dress.relations) {
    const model::Relation& relation = architecture_[id];
    spans.insert(spans.end(), relation.source.begin(), relation.source.end());
    if (!element.component.empty()) element.component += ' ';
    element.component += relation.slug;
    element.kind = model::name_of(relation.kind);
  }
  element.tooltip = element.label;
  element.lines = lines_of(spans, source_);
  painter_.begin(std::move(element));
  painter_.set_faded(dress.faded);

  draw_arrow(painter_, style.in_front ? Layer::UserEdges : Layer::Edges, route.points, style, ends.head,
             dress.inferred);

  const std::size_t labels = std::min(dress.labels.size(), route.labels.size());
  for (std::size_t i = 0; i < labels; ++i) {
    const Rect& rect = route.labels[i];
    if (rect.empty()) continue;  // there was no room; the tooltip has it
    const double ink = typeset::ascent(dress.label_font) + typeset::descent(dress.label_font);
    const double baseline = rect.center().y - ink / 2 + typeset::ascent(dress.label_font);
    painter_.text(Layer::Labels, {.at = {rect.center().x, baseline},
                                  .anchor = view::TextLine::Anchor::Middle,
                                  .font = dress.label_font,
                                  .color = ColorKey(style.color),
                                  .halo = tint_at(rect.center()),
                                  .text = dress.labels[i]});
  }
  const std::size_t badges = std::min(dress.steps.size(), route.badges.size());
  for (std::size_t i = 0; i < badges; ++i)
    if (dress.steps[i] > 0)
      draw_badge(painter_, Layer::Badges, route.badges[i], layout::kBadgeSize / 2, style, dress.steps[i], kBadgeFont,
                 "halo");
}

}  // namespace skydraft::scene
