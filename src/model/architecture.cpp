#include "model/architecture.hpp"

#include <algorithm>
#include <unordered_map>

#include <fmt/format.h>

#include "base/assert.hpp"

namespace skydraft::model {
namespace {

std::string slug_of(std::string_view text) {
  std::string slug;
  for (const char c : text) {
    const bool letter = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
    const bool capital = c >= 'A' && c <= 'Z';
    if (letter || capital)
      slug += capital ? static_cast<char>(c - 'A' + 'a') : c;
    else if (static_cast<unsigned char>(c) >= 0x80)
      slug += c;
    else if (!slug.empty() && slug.back() != '-')
      slug += '-';
  }
  // Slugs become names of files, which many systems limit to 255 bytes: a long one ends after a whole word, or at least
  // after a whole character.
  constexpr std::size_t kLongest = 80;
  if (slug.size() > kLongest) {
    std::size_t end = slug.rfind('-', kLongest);
    if (end == std::string::npos || end < kLongest / 2) end = kLongest;
    while ((static_cast<unsigned char>(slug[end]) & 0xC0U) == 0x80U) --end;
    slug.resize(end);
  }
  while (!slug.empty() && slug.back() == '-') slug.pop_back();
  return slug;
}

class SlugMaker {
 public:
  std::string make(std::string wanted, std::string_view fallback) {
    if (wanted.empty()) wanted = std::string(fallback);
    const auto [at, first] = taken_.try_emplace(wanted, 2);
    if (first) return wanted;
    int& next = at->second;  // stays where it is, whatever is added
    std::string slug;
    do {
      slug = fmt::format("{}-{}", wanted, next++);
    } while (!taken_.try_emplace(slug, 2).second);
    return slug;
  }

 private:
  std::unordered_map<std::string, int> taken_;  ///< and the first number that may be free behind it
};

}  // namespace

const Attribute* Component::attribute(std::string_view key) const {
  const auto it = std::ranges::find(attributes, key, &Attribute::key);
  return it == attributes.end() ? nullptr : &*it;
}

std::string_view name_of(RelationKind kind) {
  switch (kind) {
    case RelationKind::Flow:
      return "flow";
    case RelationKind::Uses:
      return "uses";
    case RelationKind::Monitors:
      return "monitors";
    case RelationKind::Deploys:
      return "deploys";
    case RelationKind::Replicates:
      return "replicates";
    case RelationKind::Secures:
      return "secures";
    case RelationKind::Depends:
      return "depends";
  }
  SKYDRAFT_ASSERT(false, "relation kind without a name");
  return {};
}

std::string_view name_of(PolicyKind kind) {
  switch (kind) {
    case PolicyKind::Backup:
      return "backup";
    case PolicyKind::Scaling:
      return "scaling";
    case PolicyKind::Security:
      return "security";
    case PolicyKind::Encryption:
      return "encryption";
    case PolicyKind::Tagging:
      return "tagging";
    case PolicyKind::DisasterRecovery:
      return "dr";
    case PolicyKind::Note:
      return "note";
  }
  SKYDRAFT_ASSERT(false, "policy kind without a name");
  return {};
}

std::string_view name_of(Became became) {
  switch (became) {
    case Became::Title:
      return "title";
    case Became::Heading:
      return "heading";
    case Became::Component:
      return "component";
    case Became::Attribute:
      return "attribute";
    case Became::Purpose:
      return "purpose";
    case Became::Placement:
      return "placement";
    case Became::Relation:
      return "relation";
    case Became::Step:
      return "step";
    case Became::Policy:
      return "policy";
    case Became::Prose:
      return "prose";
    case Became::Skipped:
      return "skipped";
    case Became::Unread:
      return "unread";
  }
  SKYDRAFT_ASSERT(false, "reading without a name");
  return {};
}

bool Architecture::is_inside(ComponentId inner, ComponentId outer) const {
  for (auto up = components_[inner.index].parent; up; up = components_[up->index].parent)
    if (*up == outer) return true;
  return false;
}

std::optional<ComponentId> Architecture::find(std::string_view slug) const {
  const auto it = std::ranges::find(components_, slug, &Component::slug);
  if (it == components_.end()) return std::nullopt;
  return ComponentId{static_cast<std::uint32_t>(it - components_.begin())};
}

ComponentId ArchitectureBuilder::add(Component component) {
  result_.components_.push_back(std::move(component));
  return {static_cast<std::uint32_t>(result_.components_.size() - 1)};
}

RelationId ArchitectureBuilder::add(Relation relation) {
  result_.relations_.push_back(std::move(relation));
  return {static_cast<std::uint32_t>(result_.relations_.size() - 1)};
}

Architecture ArchitectureBuilder::finish(DiagnosticSink& sink) && {
  auto& components = result_.components_;
  // Walk up from each component, colouring the walk; meeting one's own colour is a cycle, cut where it closes.
  std::vector<std::uint32_t> seen_by(components.size(), 0);
  for (std::uint32_t start = 0; start < components.size(); ++start) {
    std::uint32_t at = start;
    while (seen_by[at] == 0) {
      seen_by[at] = start + 1;
      const auto up = components[at].parent;
      if (!up) break;
      if (seen_by[up->index] == start + 1) {
        const Component& child = components[at];
        sink.warn(Code::ContainmentCycle, child.source.empty() ? Span{} : child.source.front(),
                  fmt::format("\"{}\" is said to be inside \"{}\", which is inside it", child.name,
                              components[up->index].name),
                  "say which of the two holds the other; the first statement was kept");
        components[at].parent.reset();
        break;
      }
      at = up->index;
    }
  }

  SlugMaker component_slugs, relation_slugs, flow_slugs, view_slugs;
  for (Component& c : components)
    c.slug = component_slugs.make(c.slug.empty() ? slug_of(c.name) : c.slug, slug_of(c.kind));
  int number = 0;
  for (Relation& r : result_.relations_)
    r.slug = relation_slugs.make(r.slug.empty() ? fmt::format("r{}", ++number) : r.slug, "r");
  for (CustomView& v : result_.views_) v.slug = view_slugs.make(slug_of(v.title), "view");
  for (Flow& f : result_.flows_) f.slug = flow_slugs.make(slug_of(f.title), "flow");

  result_.children_.assign(components.size(), {});
  for (std::uint32_t i = 0; i < components.size(); ++i) {
    if (components[i].parent)
      result_.children_[components[i].parent->index].push_back({i});
    else
      result_.roots_.push_back({i});
  }
  return std::move(result_);
}

}  // namespace skydraft::model
