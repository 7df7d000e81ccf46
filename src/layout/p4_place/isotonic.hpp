#pragma once

#include <span>
#include <vector>

namespace skydraft::layout {

struct Pull {
  double at = 0;
  double weight = 1;
};

/// The least position with half of the weight at or below it.
double weighted_median(std::vector<Pull> pulls);

/// Positions of boxes in a row, in order, each as near as can be to where it is pulled.
struct PulledBox {
  double length = 0;
  double gap_after = 0;     ///< least gap to the next box
  std::vector<Pull> pulls;  ///< wanted positions of its start; at least one
};

/// Minimises the weighted sum of distances |start - pull|; order and gaps are kept, all stay between `low` and `high`.
///
/// Requires  lengths and gaps together fit between low and high (else the boxes start at low and stick out of high).
/// Source    pool adjacent violators for the L1 norm: the pooled boxes stand at the weighted median of their pulls.
///           R. E. Barlow et al., "Statistical Inference under Order Restrictions", Wiley 1972, section 2.3.
/// Cost      O(n log n) if few boxes are pooled, O(n * pulls) at worst.
std::vector<double> place_in_order(std::span<const PulledBox> boxes, double low, double high);

}  // namespace skydraft::layout
