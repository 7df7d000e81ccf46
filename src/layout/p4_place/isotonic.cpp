#include "layout/p4_place/isotonic.hpp"

#include <algorithm>
#include <utility>

namespace skydraft::layout {
namespace {

bool before(const Pull& a, const Pull& b) { return a.at < b.at; }

/// Boxes that touch each other and move as one; pulls are sorted and relative to the first box's start.
struct Block {
  std::vector<Pull> pulls;
  std::size_t boxes = 1;
  double start = 0;
};

double median_of_sorted(const std::vector<Pull>& pulls) {
  double total = 0;
  for (const Pull& pull : pulls) total += pull.weight;
  double sum = 0;
  for (const Pull& pull : pulls)
    if ((sum += pull.weight) * 2 >= total) return pull.at;
  return pulls.empty() ? 0 : pulls.back().at;
}

Block merged(Block first, Block second) {
  Block both;
  both.boxes = first.boxes + second.boxes;
  both.pulls.resize(first.pulls.size() + second.pulls.size());
  std::merge(first.pulls.begin(), first.pulls.end(), second.pulls.begin(), second.pulls.end(), both.pulls.begin(),
             before);
  both.start = median_of_sorted(both.pulls);
  return both;
}

}  // namespace

double weighted_median(std::vector<Pull> pulls) {
  std::sort(pulls.begin(), pulls.end(), before);
  return median_of_sorted(pulls);
}

std::vector<double> place_in_order(std::span<const PulledBox> boxes, double low, double high) {
  // With its own offset taken off, each start has to be at least the one before it.
  std::vector<double> offsets;
  double offset = 0, end = 0;
  for (const PulledBox& box : boxes) {
    offsets.push_back(offset);
    end = offset + box.length;
    offset = end + box.gap_after;
  }
  std::vector<Block> blocks;
  for (std::size_t i = 0; i < boxes.size(); ++i) {
    Block block;
    block.pulls = boxes[i].pulls;
    for (Pull& pull : block.pulls) pull.at -= offsets[i];
    std::sort(block.pulls.begin(), block.pulls.end(), before);
    block.start = median_of_sorted(block.pulls);
    while (!blocks.empty() && blocks.back().start > block.start) {
      block = merged(std::move(blocks.back()), std::move(block));
      blocks.pop_back();
    }
    blocks.push_back(std::move(block));
  }
  std::vector<double> starts;
  const double last = std::max(low, high - end);
  for (const Block& block : blocks)
    for (std::size_t i = 0; i < block.boxes; ++i)
      starts.push_back(std::clamp(block.start, low, last) + offsets[starts.size()]);
  return starts;
}

}  // namespace skydraft::layout
