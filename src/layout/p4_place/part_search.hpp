#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <utility>
#include <vector>

#include "layout/p4_place/plan.hpp"
#include "layout/p4_place/straight_lines.hpp"
#include "layout/placement.hpp"

namespace skydraft::layout {

/// What of a line moves with a node.
struct LineEnd {
  std::uint32_t line = 0;
  bool from = false, to = false;
};
/// Of each node: the ends in it.
using LineEnds = SideTable<NodeId, std::vector<LineEnd>>;

/// Threshold accepting over the places of one part of a drawing: untangle.hpp says what for, and names the source.
///
/// A move costs what its edges cost: crossings of the straight lines between their ends, length, whether they point
/// back along the flow, whether they can be straight, whether their labels have room.
class PartSearch {
 public:
  /// `ends` is empty and is left so; only rows of nodes below the containers that are added are written.
  PartSearch(const Plan& plan, Placement& placement, LineEnds& ends);
  ~PartSearch();
  PartSearch(const PartSearch&) = delete;
  PartSearch& operator=(const PartSearch&) = delete;

  /// Its children may move, if they are Layered and free to.
  void add_container(NodeId container);
  /// An edge, of which those ends move that are inside `top`. `common` holds both ends; `at` are the nodes' middles.
  void add_line(const Edge& edge, NodeId common, const SideTable<NodeId, Point>& at, NodeId top);
  /// An edge that stays where it is. All others have been added before.
  void add_passing_line(const Edge& edge, const SideTable<NodeId, Point>& at);

  std::size_t movable() const { return movable_.size(); }
  void run(std::size_t trials);

 private:
  /// A container whose children may move, and what they have to keep.
  struct Family {
    NodeId container;
    std::vector<NodeId> kids;
    Insets insets;
    Size gap;
    bool all_free = true;
  };
  struct Traits {
    float half_width, half_height;    ///< of both ends together
    float label_width, label_height;  ///< room that its labels need between the ends
    float px_cost;
    bool down;  ///< the flow of the container that holds both ends
  };
  /// A line of which an end may move.
  struct Tracked {
    StraightLines::Line at;
    Traits traits;
    float own = 0;               ///< what it costs, but for crossings
    std::int32_t crossings = 0;  ///< how many there are
    std::uint32_t round = 0;     ///< the last move that touched it
    std::uint32_t place = 0;     ///< its place among the lines of that move
  };
  struct Moved {
    NodeId id;
    Point by;
  };
  struct Saved {
    NodeId id;
    Point rect, title, note;  ///< where they were
  };
  /// Numbers that look random and are always the same (G. Marsaglia, "Xorshift RNGs", 2003).
  class Dice {
   public:
    std::uint32_t below(std::size_t count) {
      state_ ^= state_ << 13, state_ ^= state_ >> 7, state_ ^= state_ << 17;
      return static_cast<std::uint32_t>(((state_ >> 32) * count) >> 32);
    }

   private:
    std::uint64_t state_ = 88172645463325252ULL;
  };

  using Byte = StraightLines::Byte;
  Byte* row(std::size_t line) { return rows_.data() + line * lines_.bytes(); }

  bool may_move(NodeId id) const;
  void note_end(NodeId end, NodeId top, LineEnd what);
  void find_crossings();
  float own_cost(const StraightLines::Line& line, const Traits& traits) const;
  double total() const;
  bool has_many_lines() const;
  std::vector<Saved> save_all() const;
  void save(NodeId id, std::vector<Saved>& saved) const;

  void try_any();
  NodeId partner(const Family& family, NodeId a);
  Point pull(NodeId id) const;
  void try_mirror(const Family& family, bool vertical);
  void try_swap(const Family& family, NodeId a, NodeId b);
  std::pair<Rect, Rect> swapped(const Rect& a, const Rect& b);
  void try_beside(const Family& family, NodeId a, NodeId b);
  static bool apart(const Family& family, const Rect& p, const Rect& q);
  bool fits(const Family& family, const Rect& rect, NodeId a, NodeId b) const;

  void try_move();
  bool is_cheap();
  void accept();
  void shift(NodeId id, Point by);

  const Plan& plan_;
  const SizedGraph& graph_;
  Placement& placement_;
  LineEnds& ends_;
  std::array<float, 3> turn_cost_{};      ///< none, aside, back
  std::array<float, 2> bend_cost_{0, 0};  ///< unless it can be straight
  std::array<float, 2> tight_cost_{};
  std::vector<NodeId> with_ends_;  ///< nodes with rows in ends_
  std::vector<Family> families_;
  std::vector<std::pair<NodeId, std::size_t>> movable_;  ///< and its family
  StraightLines lines_;                                  ///< as the move that is tried has them
  std::vector<Tracked> tracked_;                         ///< the first of these
  std::vector<Byte> rows_;                               ///< of each that is tracked: the lines that it crosses
  std::uint32_t round_ = 0;
  std::vector<Moved> move_;               ///< the one that is tried
  std::vector<std::uint32_t> moving_;     ///< lines
  std::vector<Byte> moving_set_;          ///< the same
  std::vector<StraightLines::Line> now_;  ///< where they would be
  std::vector<float> own_;                ///< what they would cost there, but for crossings
  std::vector<Byte> found_rows_;          ///< what they would cross there
  std::vector<std::int32_t> found_;       ///< and how many these are
  Dice dice_;
  double threshold_ = 0;
};

}  // namespace skydraft::layout
