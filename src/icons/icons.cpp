#include "icons/icons.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <vector>

extern "C" __attribute__((visibility("hidden"))) const char skydraft_icons_blob[];

namespace skydraft::icons {
namespace {

struct Row {
  std::string_view id;
  std::string_view view_box;
  std::size_t offset;  // of the body in the blob
  std::size_t length;
  std::string_view pack;
  bool uses_ink;
  bool filled;
};

constexpr auto kRows = std::to_array<Row>({
#include "icons.inc"
});

constexpr auto kPacks = std::to_array<Pack>({
#include "packs.inc"
});

static_assert(std::ranges::is_sorted(kRows, {}, &Row::id), "tools/icons/pack.py writes the rows sorted by id");

std::vector<Icon> make_icons() {
  std::vector<Icon> icons;
  icons.reserve(kRows.size());
  for (const Row& row : kRows) {
    const std::string_view body(skydraft_icons_blob + row.offset, row.length);
    icons.push_back({row.id, row.view_box, body, row.pack, row.uses_ink, row.filled});
  }
  return icons;
}

}  // namespace

std::span<const Icon> all() {
  static const std::vector<Icon> icons = make_icons();
  return icons;
}

std::span<const Pack> packs() { return kPacks; }

const Icon* find(std::string_view id) {
  const auto icons = all();
  const auto found = std::ranges::lower_bound(icons, id, {}, &Icon::id);
  return found != icons.end() && found->id == id ? &*found : nullptr;
}

}  // namespace skydraft::icons
