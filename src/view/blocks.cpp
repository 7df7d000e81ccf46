#include "view/blocks.hpp"

#include <algorithm>
#include <cmath>

#include <fmt/format.h>

#include "icons/icons.hpp"
#include "view/wording.hpp"

namespace skydraft::view {
namespace {

using geometry::Rect;

struct Set {  ///< lines of text, one under the other
  std::vector<TextLine> lines;
  double width = 0;
  double y = 0;

  void add(std::string text, Font font, TextRole role, double line_height) {
    width = std::max(width, typeset::width(text, font));
    const double baseline = y + (line_height + typeset::ascent(font) - typeset::descent(font)) / 2;
    lines.push_back({std::move(text), {0, baseline}, TextLine::Anchor::Middle, font, role});
    y += line_height;
  }
};

Font italic(Font font) {
  font.italic = true;
  return font;
}

/// The whole text, or what is left of it without its last phrases; none if not even that has room.
std::vector<std::string> whole_phrases(std::string text, const Font& font, double pitch, int room) {
  std::vector<std::string> lines;
  while (!text.empty()) {
    lines = typeset::wrap(text, font, pitch, room);
    if (lines.empty() || !lines.back().ends_with("…")) return lines;
    text = without_last_phrase(text);
  }
  return {};
}

/// Fewer words rather than a word cut short; "…" only where not even the first word fits.
std::vector<std::string> whole_words(std::string text, const Font& font, double pitch, int room) {
  std::vector<std::string> lines = typeset::wrap(text, font, pitch, room);
  while (!lines.empty() && lines.back().ends_with("…")) {
    std::string shorter = without_last_word(text);
    if (shorter.empty()) break;
    text = std::move(shorter);
    lines = typeset::wrap(text, font, pitch, room);
  }
  return lines;
}

/// The width to wrap a name to: the pitch, or more where one word of it is wider, for a word is not to be broken.
double name_width(const std::string& name, const Font& font, double pitch) {
  constexpr double kMost = 1.7;  // of the pitch; what is wider still is broken after all
  double widest = 0;
  std::size_t begin = 0;
  for (std::size_t i = 0; i <= name.size(); ++i) {
    if (i < name.size() && std::string_view(" -_/.:").find(name[i]) == std::string_view::npos) continue;
    widest = std::max(widest, typeset::width(name.substr(begin, i + 1 - begin), font));
    begin = i + 1;
  }
  return widest > kMost * pitch ? pitch : std::max(pitch, std::ceil(widest) + 1);
}

Set label(const Description& what, const IconStyle& style) {
  Set set;
  constexpr int kNameLines = 3;  // two as a rule; a third rather than a name cut short
  for (std::string& line :
       typeset::wrap(what.name, style.name, name_width(what.name, style.name, style.pitch), kNameLines))
    set.add(std::move(line), style.name, TextRole::Name, kNameLine);
  std::size_t used = 0;
  for (const Fact& fact : what.facts) {
    const Font font = fact.placeholder ? italic(style.fact) : style.fact;
    const std::size_t left = style.most_facts > used ? style.most_facts - used : 0;
    if (left == 0) break;
    const int room = static_cast<int>(std::min<std::size_t>(left, 2));
    // Half a phrase says nothing: a further fact goes without, the first says as much as it can.
    std::vector<std::string> lines = whole_phrases(fact.text, font, style.pitch, room);
    if (lines.empty() && used == 0) lines = whole_words(fact.text, font, style.pitch, room);
    for (std::string& line : lines) {
      set.add(std::move(line), font, fact.placeholder ? TextRole::Placeholder : TextRole::Fact, kFactLine);
      ++used;
    }
  }
  return set;
}

IconPlace::Frame frame_of(const std::string& icon, const catalogue::Kind& kind) {
  const icons::Icon* found = icons::find(icon);
  if (kind.category == catalogue::Category::Actor) return IconPlace::Frame::None;  // people are no services: no tile
  // Art with its own filled background stands alone; everything else needs a tile to be seen on any tint.
  return found != nullptr && found->filled ? IconPlace::Frame::None : IconPlace::Frame::Tile;
}

NodeDress dress_of(Look look, const catalogue::Kind& kind) {
  NodeDress dress;
  dress.look = look;
  dress.kind = std::string(kind.id);
  dress.category = std::string(key_of(kind.category));
  return dress;
}

std::string facts_on_a_line(const Description& what, double width) {
  std::string text;
  for (const Fact& fact : what.facts) {
    const std::string longer = text.empty() ? fact.text : fmt::format("{} · {}", text, fact.text);
    if (!text.empty() && typeset::width(longer, kFactFont) > width) break;
    text = longer;
  }
  return text;
}

}  // namespace

std::string icon_of(const catalogue::Kind& kind) {
  if (!kind.icon.empty() && icons::find(kind.icon) != nullptr) return std::string(kind.icon);
  return fmt::format("glyph/{}", key_of(kind.category));
}

Block icon_node(const Description& what, const catalogue::Kind& kind, const IconStyle& style,
                std::span<const std::string> attachments) {
  Block block{{}, dress_of(Look::IconNode, kind)};
  Set set = label(what, style);
  const double badge = std::round(style.icon * kAttachment), out = badge * kAttachmentOut;
  const double icons_width =
      style.icon +
      (attachments.empty() ? 0 : 2 * out + (static_cast<double>(attachments.size()) - 1) * 2 * (badge + 2));
  const double width = std::ceil(std::max(icons_width, set.width + 2));
  const Rect icon{(width - style.icon) / 2, 0, style.icon, style.icon};
  block.dress.icons.push_back({icon_of(kind), icon, frame_of(icon_of(kind), kind)});
  for (std::size_t i = 0; i < attachments.size(); ++i)
    block.dress.icons.push_back(
        {attachments[i],
         {icon.right() + out - badge + static_cast<double>(i) * (badge + 2), icon.bottom() - badge, badge, badge},
         IconPlace::Frame::Attachment});
  for (TextLine& line : set.lines) {
    line.at.x = width / 2;
    line.at.y += style.icon + kLabelGap;
  }
  block.dress.lines = std::move(set.lines);
  for (const Fact& fact : what.facts)
    if (block.dress.facts.size() < style.most_facts) block.dress.facts.push_back(fact.text);
  block.node.size = {width, std::ceil(style.icon + kLabelGap + set.y)};
  block.node.anchor = icon;
  return block;
}

Block pill(const Description& what, const catalogue::Kind& kind, double height, double least_width, bool centred) {
  Block block{{}, dress_of(Look::Pill, kind)};
  const double icon = height - 8, text_x = icon + 18;
  const std::string fact = facts_on_a_line(what, centred ? 420 : std::max(180.0, least_width - text_x - 12));
  const double text_width = std::max(typeset::width(what.name, kPillFont), typeset::width(fact, kFactFont));
  const double width = std::ceil(std::max(least_width, text_x + text_width + 14));
  block.dress.icons.push_back({icon_of(kind), {centred ? 0.0 : 4.0, 4, icon, icon}, frame_of(icon_of(kind), kind)});
  const double middle = height / 2;
  const double name_y = fact.empty() ? middle + 4.5 : middle - 2.5;
  block.dress.lines.push_back({what.name, {text_x, name_y}, TextLine::Anchor::Start, kPillFont, TextRole::Name});
  if (!fact.empty())
    block.dress.lines.push_back({fact, {text_x, middle + 12}, TextLine::Anchor::Start, kFactFont, TextRole::Fact});
  block.node.size = {width, height};
  return block;
}

Block chip(const Description& what, const catalogue::Kind& kind) {
  Block block{{}, dress_of(Look::Chip, kind)};
  constexpr double icon = 16;
  const double name_width = typeset::width(what.name, kChipFont);
  const std::string fact = what.facts.empty() ? std::string() : what.facts.front().text;
  const double width = std::ceil(
      std::max(kChipWidth, 2 * 8 + icon + 6 + name_width + (fact.empty() ? 0 : 5 + typeset::width(fact, kFactFont))));
  const double used = icon + 6 + name_width + (fact.empty() ? 0 : 5 + typeset::width(fact, kFactFont));
  const double x = (width - used) / 2, baseline = kChipHeight / 2 + 3.8;
  block.dress.icons.push_back({icon_of(kind), {x, (kChipHeight - icon) / 2, icon, icon}, IconPlace::Frame::None});
  block.dress.lines.push_back(
      {what.name, {x + icon + 6, baseline}, TextLine::Anchor::Start, kChipFont, TextRole::Name});
  if (!fact.empty())
    block.dress.lines.push_back(
        {fact, {x + icon + 6 + name_width + 5, baseline}, TextLine::Anchor::Start, kFactFont, TextRole::Fact});
  block.node.size = {width, kChipHeight};
  return block;
}

Block gateway(const Description& what, const catalogue::Kind& kind) {
  IconStyle style;
  style.icon = kGatewayIcon;
  style.pitch = 64;
  style.most_facts = 0;
  Block block = icon_node(what, kind, style);
  block.dress.look = Look::Gateway;
  block.dress.icons.front().frame = IconPlace::Frame::Circle;
  return block;
}

Block workload(const Description& what, const catalogue::Kind& kind, int replicas,
               std::span<const std::string> attachments) {
  constexpr double kPad = 14, kPodGap = 34, kPod = 40, kPodPitch = 36;
  constexpr int kMostPods = 5, kPodsOfMany = 3;
  Block block = icon_node(what, kind, kClusterStyle, attachments);
  block.dress.look = Look::Card;
  for (IconPlace& icon : block.dress.icons) icon.rect = icon.rect.moved({kPad, kPad});
  for (TextLine& line : block.dress.lines) line.at = line.at + geometry::Point{kPad, kPad};
  const catalogue::Kind& pod = catalogue::kind_or_unknown("k8s.pod");
  const int pods = replicas <= kMostPods ? replicas : kPodsOfMany;
  const double left = kPad + block.node.size.width + kPodGap, width = kPod + (pods - 1) * kPodPitch;
  for (int i = 0; i < pods; ++i)
    block.dress.icons.push_back({icon_of(pod), {left + i * kPodPitch, kPad, kPod, kPod}, IconPlace::Frame::None});
  const double baseline = kPad + kPod + kLabelGap + 10;
  block.dress.lines.push_back({replicas == 1 ? "1 pod" : fmt::format("{} pods", replicas),
                               {left + width / 2, baseline},
                               TextLine::Anchor::Middle,
                               kClusterNameFont,
                               TextRole::Fact});
  block.node.size = {std::ceil(left + width + kPad), block.node.size.height + 2 * kPad};
  block.node.anchor = {};
  return block;
}

void align_workloads(std::span<Block> boxes) {
  const auto is_pod = [](const IconPlace& icon) { return icon.frame == IconPlace::Frame::None; };
  // The first icon is the workload's own, the last line that of its pods.
  const auto first_pod = [&](Block& box) {
    const auto begin = box.dress.icons.begin();
    return box.dress.look == Look::Card && begin != box.dress.icons.end()
               ? std::find_if(begin + 1, box.dress.icons.end(), is_pod)
               : box.dress.icons.end();
  };
  double left = 0, width = 0;
  for (Block& box : boxes)
    if (const auto pod = first_pod(box); pod != box.dress.icons.end()) left = std::max(left, pod->rect.x);
  for (Block& box : boxes) {
    const auto pod = first_pod(box);
    if (pod == box.dress.icons.end()) continue;
    const double right = left - pod->rect.x, middle = std::round(right / 2);
    for (auto icon = box.dress.icons.begin(); icon != box.dress.icons.end(); ++icon)
      icon->rect = icon->rect.moved({icon < pod ? middle : right, 0});
    for (TextLine& line : box.dress.lines) line.at.x += &line == &box.dress.lines.back() ? right : middle;
    box.node.size.width += right;
    width = std::max(width, box.node.size.width);
  }
  for (Block& box : boxes)
    if (box.dress.look == Look::Card) box.node.size.width = width;
}

Block caption(const Description& what, const std::string& icon, const std::string& category) {
  Block block;
  block.dress.look = Look::Caption;
  block.dress.category = category;
  Set set;
  set.add(what.name, kNameFont, TextRole::Name, kNameLine);
  for (const Fact& fact : what.facts) {
    if (set.lines.size() > 1) break;
    for (std::string& line : whole_words(fact.text, kFactFont, kCardPitch, 2))
      set.add(std::move(line), kFactFont, TextRole::Fact, kFactLine);
  }
  const double width = std::ceil(set.width + 2);
  constexpr double kCaptionIcon = 24;
  block.dress.icons.push_back(
      {icon, {(width - kCaptionIcon) / 2, 0, kCaptionIcon, kCaptionIcon}, IconPlace::Frame::None});
  for (TextLine& line : set.lines) line.at = {width / 2, line.at.y + kCaptionIcon + 4};
  block.dress.lines = std::move(set.lines);
  block.node.size = {width, std::ceil(kCaptionIcon + 4 + set.y)};
  return block;
}

}  // namespace skydraft::view
