#pragma once

#include <vector>

#include "scene/painter.hpp"
#include "view/picture.hpp"

/// Private to this folder.
namespace skydraft::scene {

/// Signs and their meaning, in one or two columns: flow lines left, the rest right.
class Legend {
 public:
  explicit Legend(const std::vector<view::LegendEntry>& entries);

  bool empty() const { return left_.empty() && right_.empty(); }
  Size size() const;  ///< of its panel
  void draw(Painter& painter, Rect panel) const;

  /// The same in one line: its heading, then every entry.
  Size line_size() const;
  void draw_line(Painter& painter, Rect panel) const;

 private:
  std::vector<view::LegendEntry> left_, right_;
  bool alone_ = false;  ///< no numbered user requests are drawn, from which plain traffic would have to be told
};

// The grid that legend and step lists share: head, then rows.
inline constexpr double kPanelPadding = 14;
inline constexpr double kPanelHeadBaseline = 19;
inline constexpr double kFirstRowBaseline = 39;
inline constexpr double kRowPitch = 16.2;
inline constexpr double kLastRowToBottom = 8.4;

/// Height of a panel with so many rows.
double panel_height(std::size_t rows);

}  // namespace skydraft::scene
