#pragma once

#include <string>
#include <utility>
#include <vector>

#include "model/architecture.hpp"

/// Small architectures for tests, built word by word.
namespace skydraft::view::overview::sample {

using model::ComponentId;

class Document {
 public:
  ComponentId add(std::string name, std::string kind, std::optional<ComponentId> parent = {}) {
    model::Component component;
    component.name = std::move(name);
    component.kind = std::move(kind);
    component.parent = parent;
    return builder_.add(std::move(component));
  }
  model::Component& operator[](ComponentId id) { return builder_[id]; }
  void set(ComponentId id, std::string key, model::Value value) {
    builder_[id].attributes.push_back({std::move(key), std::move(value), false});
  }
  model::RelationId relate(ComponentId from, ComponentId to, model::RelationKind kind = model::RelationKind::Flow,
                           std::string label = {}) {
    model::Relation relation;
    relation.from = from;
    relation.to = to;
    relation.kind = kind;
    relation.label = std::move(label);
    return builder_.add(std::move(relation));
  }
  void flow(std::string title, const std::vector<std::vector<model::RelationId>>& steps) {
    model::Flow flow;
    flow.title = std::move(title);
    for (const auto& relations : steps) {
      model::FlowStep step;
      step.number = static_cast<int>(flow.steps.size()) + 1;
      step.text = "step";
      step.relations = relations;
      flow.steps.push_back(std::move(step));
    }
    builder_.add(std::move(flow));
  }
  model::ArchitectureBuilder& builder() { return builder_; }
  model::Architecture finish() && {
    DiagnosticSink sink;
    return std::move(builder_).finish(sink);
  }

 private:
  model::ArchitectureBuilder builder_;
};

/// A cloud, a region and a network with a public and a private subnet in each of two zones.
struct TwoZones {
  Document document;
  ComponentId cloud = document.add("AWS Cloud", "aws.cloud");
  ComponentId region = document.add("Region", "aws.region", cloud);
  ComponentId network = document.add("VPC", "aws.vpc", region);
  ComponentId public_a = subnet("Public A", "a", true);
  ComponentId public_b = subnet("Public B", "b", true);
  ComponentId private_a = subnet("Private A", "a", false);
  ComponentId private_b = subnet("Private B", "b", false);

 private:
  ComponentId subnet(std::string name, std::string zone, bool open) {
    const ComponentId id = document.add(std::move(name), "aws.subnet", network);
    document.set(id, "az", std::move(zone));
    document.set(id, "public", open);
    return id;
  }
};

}  // namespace skydraft::view::overview::sample
