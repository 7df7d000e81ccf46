#include <algorithm>
#include <charconv>
#include <map>

#include <fmt/format.h>

#include "understand/attributes.hpp"
#include "understand/passes.hpp"

namespace skydraft::understand {
namespace {

constexpr std::size_t kMaxRanges = 500;  // bounds the search for the range around an address

struct Block {
  std::uint32_t first = 0;
  std::uint32_t last = 0;
};

/// "10.0.1.0/24" as a range of addresses; nothing if it is none.
std::optional<Block> block_of(std::string_view text) {
  if (!is_cidr(text)) return std::nullopt;
  std::uint32_t address = 0;
  const char* at = text.data();
  const char* const end = text.data() + text.size();
  for (int i = 0; i < 4; ++i) {
    unsigned part = 0;
    const auto [next, error] = std::from_chars(at, end, part);
    if (error != std::errc{} || part > 255) return std::nullopt;
    address = (address << 8U) | part;
    at = next + 1;
  }
  unsigned bits = 0;
  if (std::from_chars(at, end, bits).ec != std::errc{} || bits > 32) return std::nullopt;
  const std::uint32_t mask = bits == 0 ? 0 : ~std::uint32_t{0} << (32U - bits);
  return Block{address & mask, (address & mask) | ~mask};
}

std::optional<Block> range_of(const model::Component& component) {
  const model::Attribute* cidr = component.attribute("cidr");
  const auto* text = cidr ? std::get_if<std::string>(&cidr->value) : nullptr;
  return text ? block_of(*text) : std::nullopt;
}

std::optional<Block> address_of(const model::Component& component) {
  const model::Attribute* ip = component.attribute("ip");
  const auto* text = ip ? std::get_if<std::string>(&ip->value) : nullptr;
  return text ? block_of(*text + "/32") : std::nullopt;
}

struct AddressRange {
  ComponentId id;
  Block block;
};

/// The smallest range around a block; nothing if there is none or two of one size.
std::optional<ComponentId> around(const std::vector<AddressRange>& ranges, Block block, ComponentId self) {
  const AddressRange* best = nullptr;
  bool tie = false;
  for (const AddressRange& range : ranges) {
    if (range.id == self || block.first < range.block.first || block.last > range.block.last) continue;
    const auto size = [](const AddressRange& r) { return r.block.last - r.block.first; };
    tie = best && size(range) == size(*best);
    if (!best || size(range) < size(*best)) best = &range;
  }
  return best && !tie ? std::optional(best->id) : std::nullopt;
}

struct Placed {
  ComponentId id;
  Block block;
};

}  // namespace

void place_by_address(Draft& draft) {
  if (draft.options.stated_only) return;
  std::vector<AddressRange> networks, subnets;
  std::map<std::string, std::vector<ComponentId>> by_zone;
  for (std::uint32_t i = 0; i < draft.builder.components().size(); ++i) {
    const catalogue::Holds holds = draft.kind({i}).holds;
    if (holds == catalogue::Holds::Subnet)
      if (const model::Attribute* az = draft.builder[ComponentId{i}].attribute("az"))
        if (const auto* zone = std::get_if<std::string>(&az->value)) by_zone[*zone].push_back({i});
    const auto block = range_of(draft.builder[ComponentId{i}]);
    if (!block || (holds != catalogue::Holds::Network && holds != catalogue::Holds::Subnet)) continue;
    auto& ranges = holds == catalogue::Holds::Network ? networks : subnets;
    if (ranges.size() < kMaxRanges) ranges.push_back({{i}, *block});
  }
  for (const AddressRange& subnet : subnets)
    if (!draft.builder[subnet.id].parent)
      if (const auto network = around(networks, subnet.block, subnet.id))
        draft.parent(subnet.id, *network, {}, "range-in-network");
  for (std::uint32_t i = 0; i < draft.builder.components().size(); ++i) {
    const ComponentId id{i};
    const catalogue::Kind& kind = draft.kind(id);
    if (draft.builder[id].parent || kind.holds == catalogue::Holds::Network || kind.holds == catalogue::Holds::Subnet)
      continue;
    if (const auto address = address_of(draft.builder[id]))
      if (const auto subnet = around(subnets, *address, id)) {
        draft.parent(id, *subnet, {}, "address-in-subnet");
        continue;
      }
    // One subnet in the zone: that is where a server of the zone stands.
    const model::Attribute* az = draft.builder[id].attribute("az");
    const auto* zone = az ? std::get_if<std::string>(&az->value) : nullptr;
    const auto here = zone ? by_zone.find(*zone) : by_zone.end();
    if (here != by_zone.end() && here->second.size() == 1 && kind.scope == catalogue::Scope::Zonal)
      draft.parent(id, here->second.front(), {}, "subnet-of-the-zone");
  }
}

void check_networks(Draft& draft) {
  std::map<std::uint32_t, std::vector<Placed>> siblings;  // by the container that states a CIDR
  for (std::uint32_t i = 0; i < draft.builder.components().size(); ++i) {
    const ComponentId id{i};
    const model::Component& component = draft.builder[id];
    const model::Attribute* cidr = component.attribute("cidr");
    const auto* text = cidr ? std::get_if<std::string>(&cidr->value) : nullptr;
    const auto block = text ? block_of(*text) : std::nullopt;
    if (!block || component.source.empty()) continue;
    int guard = 0;
    for (auto up = component.parent; up && guard < 64; up = draft.builder[*up].parent, ++guard) {
      const model::Attribute* outer = draft.builder[*up].attribute("cidr");
      const auto* outer_text = outer ? std::get_if<std::string>(&outer->value) : nullptr;
      const auto around = outer_text ? block_of(*outer_text) : std::nullopt;
      if (!around) continue;
      if (block->first < around->first || block->last > around->last)
        draft.sink.warn(Code::CidrOutsideParent, component.source.front(),
                        fmt::format("\"{}\" has {}, which is outside {} of \"{}\"", component.name, *text, *outer_text,
                                    draft.builder[*up].name));
      siblings[up->index].push_back({id, *block});
      break;
    }
  }
  for (auto& [holder, placed] : siblings) {
    std::ranges::stable_sort(placed, {}, [](const Placed& p) { return p.block.first; });
    for (std::size_t i = 1; i < placed.size(); ++i)
      if (placed[i].block.first <= placed[i - 1].block.last &&
          draft.kind(placed[i].id).holds == draft.kind(placed[i - 1].id).holds)
        draft.sink.warn(Code::CidrOverlap, draft.builder[placed[i].id].source.front(),
                        fmt::format("\"{}\" and \"{}\" have overlapping address ranges",
                                    draft.builder[placed[i].id].name, draft.builder[placed[i - 1].id].name));
  }
}

}  // namespace skydraft::understand
