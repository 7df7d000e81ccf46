#pragma once

#include "understand/draft.hpp"

/// Typed facts in what a text says about a component.
namespace skydraft::understand {

struct Filled {
  std::string text;          ///< brackets and quotes removed
  bool placeholder = false;  ///< "[table-name]": a slot that the document leaves open
};

/// "[10.0.0.0/16]" is a value in brackets, "[vpc-name]" a slot.
Filled filled(std::string_view value);

/// CIDR, zone, region, instance type, port, replicas, interval, retention, … wherever they stand in the text.
void read_facts(Draft& draft, ComponentId id, const std::vector<Word>& words, std::string_view text, Span span);

/// "**Engine:** PostgreSQL 15" as an attribute of the component that the section is about.
void read_setting(Draft& draft, ComponentId id, std::string_view key, const Entry& entry);
void set_value(Draft& draft, ComponentId id, std::string_view key, std::string_view value, Span span);

/// "Build Projects" -> "build_projects"
std::string key_from_label(std::string_view label);

/// True for "10.0.0.0/16".
bool is_cidr(std::string_view text);
/// The attribute that the identifier of a place is a value of: "region" for "eu-west-1", "az" for "europe-west1-b".
/// Empty for anything else.
std::string_view place_attribute(std::string_view text);
/// What a cloud calls its zones, by the cloud's prefix: "gcp.zone".
std::string_view zone_kind(std::string_view provider);

}  // namespace skydraft::understand
