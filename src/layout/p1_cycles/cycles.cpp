#include "layout/p1_cycles/cycles.hpp"

#include <cstddef>
#include <set>
#include <utility>

namespace skydraft::layout {
namespace {

/// The boxes that are not yet in the order, by what is to be taken next.
class Remaining {
 public:
  Remaining(int boxes, std::span<const LayeredInput::Arc> arcs)
      : arcs_(arcs),
        at_(static_cast<std::size_t>(boxes)),
        in_(at_.size()),
        out_(at_.size()),
        surplus_(at_.size()),
        taken_(at_.size()) {
    for (std::size_t i = 0; i < arcs.size(); ++i) {
      const auto from = static_cast<std::size_t>(arcs[i].from), to = static_cast<std::size_t>(arcs[i].to);
      if (from == to) continue;
      at_[from].push_back(i), at_[to].push_back(i);
      ++out_[from], ++in_[to];
      surplus_[from] += arcs[i].weight, surplus_[to] -= arcs[i].weight;
    }
    for (std::size_t box = 0; box < at_.size(); ++box) file(box);
  }

  bool empty() const { return order_.empty(); }
  bool has_sink() const { return !sinks_.empty(); }
  /// A sink if there is one and it is asked for, else a source, else the box with the greatest surplus.
  std::size_t take_sink() { return take(*sinks_.begin()); }
  std::size_t take_first() { return take(sources_.empty() ? order_.begin()->second : *sources_.begin()); }

 private:
  void file(std::size_t box) {
    order_.insert({-surplus_[box], box});
    if (out_[box] == 0 && in_[box] > 0) sinks_.insert(box);
    if (in_[box] == 0) sources_.insert(box);
  }
  void unfile(std::size_t box) {
    order_.erase({-surplus_[box], box});
    sinks_.erase(box), sources_.erase(box);
  }
  std::size_t take(std::size_t box) {
    unfile(box);
    taken_[box] = true;
    for (const std::size_t i : at_[box]) {
      const bool leaves = static_cast<std::size_t>(arcs_[i].from) == box;
      const auto other = static_cast<std::size_t>(leaves ? arcs_[i].to : arcs_[i].from);
      if (taken_[other]) continue;
      unfile(other);
      --(leaves ? in_ : out_)[other];
      surplus_[other] += leaves ? arcs_[i].weight : -arcs_[i].weight;
      file(other);
    }
    return box;
  }

  std::span<const LayeredInput::Arc> arcs_;
  std::vector<std::vector<std::size_t>> at_;
  std::vector<int> in_, out_;
  std::vector<double> surplus_;
  std::vector<char> taken_;
  std::set<std::pair<double, std::size_t>> order_;
  std::set<std::size_t> sinks_, sources_;
};

}  // namespace

std::vector<char> feedback_arcs(int boxes, std::span<const LayeredInput::Arc> arcs) {
  Remaining remaining(boxes, arcs);
  std::vector<int> position(static_cast<std::size_t>(boxes));
  int first = 0, last = boxes;
  while (!remaining.empty()) {
    if (remaining.has_sink())
      position[remaining.take_sink()] = --last;
    else
      position[remaining.take_first()] = first++;
  }
  std::vector<char> marked(arcs.size());
  for (std::size_t i = 0; i < arcs.size(); ++i)
    marked[i] = position[static_cast<std::size_t>(arcs[i].from)] > position[static_cast<std::size_t>(arcs[i].to)];
  return marked;
}

}  // namespace skydraft::layout
