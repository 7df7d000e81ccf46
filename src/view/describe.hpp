#pragma once

#include <string>
#include <vector>

#include "catalogue/catalogue.hpp"
#include "model/architecture.hpp"

/// What a reader is told about a component in its node: a name that people say, and one to three facts (section 6).
namespace skydraft::view {

struct Fact {
  std::string text;
  bool placeholder = false;
};

struct Description {
  std::string name;
  std::vector<Fact> facts;
};

std::string text_of(const model::Value& value);

/// True if the name says no more than what kind of thing it is: "RDS (Relational Database)", "NAT Gateway", "Database".
bool names_only_its_kind(std::string_view name, const catalogue::Kind& kind);

/// `siblings`: how many components of the same kind the picture shows. Where there are many, each goes by its own name
/// and the icon tells the service.
Description describe(const model::Component& component, const catalogue::Kind& kind, int siblings);

/// The stated size of a thing: "t3.medium", "Standard_D4s_v5"; empty if none.
std::string size_of(const model::Component& component);

/// What it is for, in at most `max_words` words.
std::string purpose_of(const model::Component& component, std::size_t max_words);

/// Everything known, one line each.
std::string tooltip_of(const model::Component& component, const catalogue::Kind& kind);

/// The label of a frame and what a placeholder adds to it: "VPC" and "vpc-name".
Description describe_frame(const model::Component& component, const catalogue::Kind& kind);

}  // namespace skydraft::view
