#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "base/diagnostic.hpp"
#include "base/id.hpp"
#include "base/span.hpp"
#include "model/fact.hpp"

/// What a document means: the IR between understanding and everything that is drawn, checked or exported.
/// Published as JSON by formats/json (data/schema/model.schema.json).
namespace skydraft::model {

using ComponentId = Id<struct ComponentTag>;
using RelationId = Id<struct RelationTag>;

using Value = std::variant<std::string, std::int64_t, bool>;

struct Attribute {
  std::string key;           ///< snake_case: cidr, az, instance_type, engine, replicas, …
  Value value;               ///< as the document writes it, brackets and quotes removed
  bool placeholder = false;  ///< the document leaves it to be filled: "[table-name]"
};

/// One thing of this document that an architect would draw as a node or as a container.
struct Component {
  std::string slug;                   ///< stable id: the same for the same document
  std::string name;                   ///< as the document writes it, markup removed
  std::string kind;                   ///< an id of the catalogue: "aws.vpc"
  std::optional<ComponentId> parent;  ///< the tightest one container
  std::string placed_by;              ///< rule that chose the parent or the spans; empty: the document says it
  std::vector<ComponentId> spans;     ///< sibling containers that it stretches across
  int count = 1;
  std::vector<Attribute> attributes;  ///< in the document's order, keys unique
  std::vector<std::string> aliases;   ///< other names that the document uses for it
  std::vector<std::string> purposes;  ///< what the document says it is for, in the document's words
  std::string link;                   ///< address that the document links it to: http, https, mailto or relative
  std::string inferred_by;            ///< rule that added it; empty: the document names it
  std::vector<Span> source;           ///< where it is defined, then what else speaks of it

  bool inferred() const { return !inferred_by.empty(); }
  const Attribute* attribute(std::string_view key) const;
};

enum class RelationKind : std::uint8_t { Flow, Uses, Monitors, Deploys, Replicates, Secures, Depends };
std::string_view name_of(RelationKind kind);

struct Relation {
  std::string slug;
  ComponentId from;
  ComponentId to;
  RelationKind kind = RelationKind::Flow;
  std::string label;     ///< short, from the text: "routes to"
  std::string protocol;  ///< empty: not stated
  std::optional<int> tcp_port;
  std::string inferred_by;
  std::vector<Span> source;

  bool inferred() const { return !inferred_by.empty(); }
};

struct FlowStep {
  int number = 1;
  std::string text;
  std::vector<RelationId> relations;    ///< what the step says, in order; may be empty
  std::vector<ComponentId> components;  ///< what the step is about, where it is no relation
  Span source;
};

struct Flow {
  std::string slug;
  std::string title;
  std::vector<FlowStep> steps;
  Span source;
};

enum class PolicyKind : std::uint8_t { Backup, Scaling, Security, Encryption, Tagging, DisasterRecovery, Note };
std::string_view name_of(PolicyKind kind);

struct Policy {
  PolicyKind kind = PolicyKind::Note;
  std::vector<ComponentId> applies_to;
  std::string title;  ///< its label in the document ("Load Distribution"), may be empty
  std::string text;
  std::vector<Attribute> attributes;
  Span source;
};

/// A picture that the document itself asks for.
struct CustomView {
  std::string slug;
  std::string title;
  std::vector<ComponentId> include;   ///< with all that stands in them; empty: everything
  std::vector<ComponentId> exclude;   ///< with all that stands in them
  std::vector<ComponentId> collapse;  ///< containers that are drawn as one box
  Span source;
};

struct Unread {
  Span source;
  std::string text;
  std::string reason;
  std::string rewrite;  ///< how to say it so that it is understood; may be empty
};

/// A title-block fact; a placeholder is one that the document leaves to be filled in.
struct Heading {
  std::string text;
  bool placeholder = false;
};

/// Immutable. Containment is a forest by Component::parent, without cycles.
class Architecture {
 public:
  const Heading& title() const { return title_; }
  const Heading& environment() const { return environment_; }
  const Heading& purpose() const { return purpose_; }
  const std::string& provider() const { return provider_; }  ///< "aws"; empty: none, or several

  std::span<const Component> components() const { return components_; }
  std::span<const Relation> relations() const { return relations_; }
  std::span<const Flow> flows() const { return flows_; }
  std::span<const Policy> policies() const { return policies_; }
  std::span<const CustomView> views() const { return views_; }
  std::span<const Unread> unread() const { return unread_; }
  std::span<const Fact> facts() const { return facts_; }  ///< in the order of the document

  const Component& operator[](ComponentId id) const { return components_[id.index]; }
  const Relation& operator[](RelationId id) const { return relations_[id.index]; }
  std::span<const ComponentId> children(ComponentId id) const { return children_[id.index]; }
  std::span<const ComponentId> roots() const { return roots_; }
  bool is_inside(ComponentId inner, ComponentId outer) const;  ///< at any depth; a thing is not inside itself
  std::optional<ComponentId> find(std::string_view slug) const;

 private:
  friend class ArchitectureBuilder;
  Heading title_, environment_, purpose_;
  std::string provider_;
  std::vector<Component> components_;
  std::vector<std::vector<ComponentId>> children_;
  std::vector<ComponentId> roots_;
  std::vector<Relation> relations_;
  std::vector<Flow> flows_;
  std::vector<Policy> policies_;
  std::vector<CustomView> views_;
  std::vector<Unread> unread_;
  std::vector<Fact> facts_;
};

/// Collects an Architecture; `finish() &&` checks, breaks cycles (SKY0208), gives slugs and freezes.
class ArchitectureBuilder {
 public:
  void title(Heading heading) { result_.title_ = std::move(heading); }
  void environment(Heading heading) { result_.environment_ = std::move(heading); }
  void purpose(Heading heading) { result_.purpose_ = std::move(heading); }
  void provider(std::string provider) { result_.provider_ = std::move(provider); }

  ComponentId add(Component component);
  RelationId add(Relation relation);
  void add(Flow flow) { result_.flows_.push_back(std::move(flow)); }
  void add(Policy policy) { result_.policies_.push_back(std::move(policy)); }
  void add(CustomView view) { result_.views_.push_back(std::move(view)); }
  void add(Unread unread) { result_.unread_.push_back(std::move(unread)); }
  void facts(std::vector<Fact> facts) { result_.facts_ = std::move(facts); }
  Component& operator[](ComponentId id) { return result_.components_[id.index]; }
  Relation& operator[](RelationId id) { return result_.relations_[id.index]; }
  std::span<const Component> components() const { return result_.components_; }
  std::span<const Relation> relations() const { return result_.relations_; }
  std::span<const Flow> flows() const { return result_.flows_; }
  std::span<const Unread> unread() const { return result_.unread_; }

  /// Slugs that are still empty are made from names (and kinds), unique within the document.
  [[nodiscard]] Architecture finish(DiagnosticSink& sink) &&;

 private:
  Architecture result_;
};

}  // namespace skydraft::model
