#include "formats/elk/options.hpp"

#include <algorithm>
#include <array>
#include <charconv>

#include <fmt/format.h>

#include "typeset/typeset.hpp"

namespace skydraft::elk {
namespace {

using json::Kind;
using json::Value;

constexpr double kLineHeight = 16;  // px of a label without a size
constexpr double kInnerRoom = 12;   // px around the labels of a leaf without a size
constexpr double kLabelGap = 4;     // px between a node and the labels below it
constexpr double kLabelRim = 4;     // px from a node's side to a label inside
constexpr Size kLeast{40, 40};      // px of a leaf without a size

std::string_view without_prefix(std::string_view key) {
  for (const std::string_view prefix : {"org.eclipse.elk.", "elk."})
    if (key.starts_with(prefix)) return key.substr(prefix.size());
  return key;
}

double read_number(std::string_view text, double otherwise) {
  double number = otherwise;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  return error == std::errc() ? number : otherwise;
}

double positive(Value number) { return std::max(0.0, number.number(0)); }

bool says(std::string_view placement, std::string_view word) { return placement.find(word) != std::string_view::npos; }

/// Where `inner` begins in `outer` when it is pushed to one end (-1), the middle (0) or the other end (1).
double place_in(double outer, double inner, int where) {
  const double middle = (outer - inner) / 2, rim = std::min(kLabelRim, std::max(0.0, middle));
  return where == 0 ? middle : where < 0 ? rim : outer - inner - rim;
}

int towards(std::string_view placement, std::string_view low, std::string_view high) {
  return says(placement, low) ? -1 : says(placement, high) ? 1 : 0;
}

}  // namespace

bool is_option(std::string_view key, std::string_view name) { return without_prefix(key) == name; }

Value option(Value element, std::string_view name) {
  Value found;
  for (const std::string_view member : {"properties", "layoutOptions"})  // the former is the older name
    for (const Value value : element[member])
      if (is_option(value.key(), name)) found = value;
  return found;
}

double number_option(Value element, std::string_view name, double otherwise) {
  const Value value = option(element, name);
  const double number = value.is(Kind::Text) ? read_number(value.text(), otherwise) : value.number(otherwise);
  return number >= 0 && number < 1e6 ? number : otherwise;
}

Insets padding_option(Value element, Insets otherwise) {
  const std::string_view text = option(element, "padding").text();
  const auto side = [text](std::string_view name, double fallback) {
    const auto at = text.find(name);
    if (at == text.npos) return fallback;
    std::string_view rest = text.substr(at + name.size());
    while (rest.starts_with(' ') || rest.starts_with('=')) rest.remove_prefix(1);
    const double number = read_number(rest, fallback);
    return number >= 0 && number < 1e6 ? number : fallback;
  };
  return {side("top", otherwise.top), side("right", otherwise.right), side("bottom", otherwise.bottom),
          side("left", otherwise.left)};
}

std::string text_of_id(Value id) {
  if (id.is(Kind::Number)) return fmt::format("{}", id.number(0));
  return std::string(id.text());
}

Size label_size(Value label) {
  const Size given{positive(label["width"]), positive(label["height"])};
  const std::string_view text = label["text"].text();
  if (text.empty() || (given.width > 0 && given.height > 0)) return given;
  return {given.width > 0 ? given.width : typeset::width(text, {}), given.height > 0 ? given.height : kLineHeight};
}

Size labels_size(Value element) {
  Size all;
  for (const Value label : element["labels"]) {
    const Size size = label_size(label);
    all = {std::max(all.width, size.width), all.height + size.height};
  }
  return all;
}

Block block_of(Value leaf) {
  const Size text = labels_size(leaf);
  Size node{positive(leaf["width"]), positive(leaf["height"])};
  const bool sized = node.width > 0 && node.height > 0;
  if (node.width <= 0) node.width = std::max(kLeast.width, text.width + 2 * kInnerRoom);
  if (node.height <= 0) node.height = std::max(kLeast.height, text.height + 2 * kInnerRoom);
  const bool fits = text.width <= node.width && text.height <= node.height;
  const std::string_view placement = option(leaf, "nodeLabels.placement").text();
  const bool inside = says(placement, "INSIDE") || !sized || (fits && !says(placement, "OUTSIDE"));

  double x = place_in(node.width, text.width, towards(placement, "H_LEFT", "H_RIGHT"));
  double y =
      inside ? place_in(node.height, text.height, towards(placement, "V_TOP", "V_BOTTOM")) : node.height + kLabelGap;
  const double left = std::max(0.0, -x), top = std::max(0.0, -y);
  Block block{{}, {left, top, node.width, node.height}, {}};
  x += left, y += top;
  block.size = {left + node.width, top + node.height};
  for (const Value label : leaf["labels"]) {
    const Size size = label_size(label);
    const Rect rect{x + (text.width - size.width) / 2, y, size.width, size.height};
    y += size.height;
    block.labels.push_back(rect);
    block.size = {std::max(block.size.width, rect.right()), std::max(block.size.height, rect.bottom())};
  }
  return block;
}

std::vector<Rect> title_lines(Value container, const Rect& title) {
  std::vector<Rect> lines;
  const bool centred = says(option(container, "nodeLabels.placement").text(), "H_CENTER");
  double y = title.y;
  for (const Value label : container["labels"]) {
    const Size size = label_size(label);
    const double free = title.width - size.width;
    lines.push_back({title.x + (centred ? free / 2 : 0), y, size.width, size.height});
    y += size.height;
  }
  return lines;
}

}  // namespace skydraft::elk
