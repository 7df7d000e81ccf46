#include "layout/p5_route/spacing.hpp"

#include <algorithm>
#include <numeric>
#include <utility>

namespace skydraft::layout {
namespace {

constexpr int kShrinkings = 14;
constexpr double kShrink = 0.8;
constexpr int kRelaxations = 40;

/// Gaps in an order in which they lead forward; those that would close a circle are taken out.
void sort_forward(const std::vector<Track>& tracks, std::vector<TrackGap>& gaps) {
  std::vector<std::size_t> open(tracks.size()), first(tracks.size() + 1), rank(tracks.size(), tracks.size());
  for (const TrackGap& gap : gaps) ++open[gap.after], ++first[gap.before + 1];
  std::partial_sum(first.begin(), first.end(), first.begin());
  std::vector<std::size_t> next(first.begin(), first.end() - 1), out(gaps.size());
  for (const TrackGap& gap : gaps) out[next[gap.before]++] = gap.after;

  std::vector<std::size_t> by_place(tracks.size());
  std::iota(by_place.begin(), by_place.end(), std::size_t{0});
  std::stable_sort(by_place.begin(), by_place.end(),
                   [&](std::size_t a, std::size_t b) { return tracks[a].at < tracks[b].at; });
  std::vector<std::size_t> ready;
  for (std::size_t i = by_place.size(); i-- > 0;)
    if (open[by_place[i]] == 0) ready.push_back(by_place[i]);
  for (std::size_t start = 0, ranked = 0; ranked < tracks.size();) {
    if (ready.empty()) {
      // All that are left wait for each other: the lowest goes first.
      while (rank[by_place[start]] < tracks.size()) ++start;
      ready.push_back(by_place[start]);
    }
    const std::size_t track = ready.back();
    ready.pop_back();
    if (rank[track] < tracks.size()) continue;
    rank[track] = ranked++;
    for (std::size_t i = first[track]; i < first[track + 1]; ++i)
      if (--open[out[i]] == 0 && rank[out[i]] == tracks.size()) ready.push_back(out[i]);
  }
  std::erase_if(gaps, [&](const TrackGap& gap) { return rank[gap.before] >= rank[gap.after]; });
  std::sort(gaps.begin(), gaps.end(), [&](const TrackGap& a, const TrackGap& b) {
    return std::pair{rank[a.before], rank[a.after]} < std::pair{rank[b.before], rank[b.after]};
  });
}

/// Shrinks the gaps of every chain that does not fit between its limits, then narrows the limits to what is left.
void make_room(std::vector<Track>& tracks, std::vector<TrackGap>& gaps) {
  std::vector<double> low(tracks.size()), high(tracks.size());
  for (int round = 0; round <= kShrinkings; ++round) {
    for (std::size_t i = 0; i < tracks.size(); ++i) low[i] = tracks[i].low, high[i] = tracks[i].high;
    // Sorted by `before`: when a gap is met, all that lead to its `before` have been.
    for (const TrackGap& gap : gaps) low[gap.after] = std::max(low[gap.after], low[gap.before] + gap.least);
    for (std::size_t i = gaps.size(); i-- > 0;)
      high[gaps[i].before] = std::min(high[gaps[i].before], high[gaps[i].after] - gaps[i].least);
    bool fits = true;
    for (TrackGap& gap : gaps) {
      if (low[gap.before] + gap.least <= high[gap.after] + 1e-6) continue;
      fits = false;
      gap.least = round + 1 == kShrinkings ? 0 : gap.least * kShrink;
    }
    if (fits) break;
    if (round < kShrinkings) continue;
    // Not even in one place: the limits contradict the order.
    std::erase_if(gaps, [&](const TrackGap& gap) { return low[gap.before] > high[gap.after] + 1e-6; });
    return;
  }
  for (std::size_t i = 0; i < tracks.size(); ++i)
    if (low[i] <= high[i]) tracks[i].low = low[i], tracks[i].high = high[i];
}

void relax(std::vector<Track>& tracks, const std::vector<TrackGap>& gaps) {
  for (int round = 0; round < kRelaxations; ++round) {
    double worst = 0;
    for (const TrackGap& gap : gaps) {
      Track &a = tracks[gap.before], &b = tracks[gap.after];
      const double missing = gap.least - (b.at - a.at);
      if (missing < 0.01) continue;
      worst = std::max(worst, missing);
      const double part = b.weight / (a.weight + b.weight);
      a.at = std::clamp(a.at - missing * part, a.low, a.high);
      b.at = std::clamp(b.at + missing * (1 - part), b.low, b.high);
      const double rest = gap.least - (b.at - a.at);
      if (rest < 0.01) continue;
      a.at = std::clamp(a.at - rest, a.low, a.high);
      b.at = std::clamp(b.at + std::max(0.0, gap.least - (b.at - a.at)), b.low, b.high);
    }
    if (worst < 0.05) return;
  }
}

}  // namespace

void space_out(std::vector<Track>& tracks, std::vector<TrackGap> gaps) {
  for (Track& track : tracks) track.at = std::clamp(track.at, track.low, track.high);
  std::erase_if(gaps, [&](const TrackGap& gap) { return tracks[gap.before].low > tracks[gap.after].high; });
  sort_forward(tracks, gaps);
  make_room(tracks, gaps);
  for (Track& track : tracks) track.at = std::clamp(track.at, track.low, track.high);
  relax(tracks, gaps);
  // What relaxation has left undone; the limits are such that it fits.
  for (const TrackGap& gap : gaps) {
    Track& after = tracks[gap.after];
    after.at = std::min(after.high, std::max(after.at, tracks[gap.before].at + gap.least));
  }
}

}  // namespace skydraft::layout
