#pragma once

#include <vector>

#include "base/source.hpp"
#include "layout/graph.hpp"
#include "model/architecture.hpp"
#include "scene/painter.hpp"
#include "view/picture.hpp"

/// The placed picture itself, without the sheet around it. Private to this folder.
namespace skydraft::scene {

class Drawing {
 public:
  Drawing(Painter& painter, const view::Picture& picture, const layout::PlacedGraph& placed,
          const model::Architecture& architecture, const Source& source);
  void draw();

 private:
  using NodeId = layout::NodeId;
  using EdgeId = layout::EdgeId;

  // nodes.cpp
  void draw_lifelines();
  void draw_tree(NodeId node);
  void draw_container(NodeId node);
  void draw_leaf(NodeId node);
  void draw_frame(NodeId node, Layer layer);
  void draw_icon(NodeId node, const view::IconPlace& place, Point shift, Layer layer);
  void draw_lines(NodeId node, Point shift, Layer layer);
  void draw_replicas(NodeId node, Point shift);
  Point shift_of(NodeId node) const;
  Element element_of(NodeId node) const;
  bool is_drawn(NodeId container) const;
  std::string drawn_container_of(NodeId node) const;

  // tiers.cpp
  struct Reach {
    double top = 0;
    double bottom = 0;
  };
  void draw_tiers(NodeId node);
  std::vector<Reach> reaches_at(NodeId container, double x) const;

  // edges.cpp
  void draw_edge(EdgeId edge);
  ColorKey tint_at(Point point) const;

  /// What is behind the children of a container: the fill of the tightest one that has a fill.
  ColorKey tint_inside(NodeId node) const;
  int height_of(NodeId id) const;
  std::vector<NodeId> painting_order(NodeId container) const;

  Painter& painter_;
  const view::Picture& picture_;
  const layout::PlacedGraph& placed_;
  const model::Architecture& architecture_;
  const Source& source_;
};

}  // namespace skydraft::scene
