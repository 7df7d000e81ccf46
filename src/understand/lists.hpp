#pragma once

#include <optional>
#include <vector>

#include "understand/draft.hpp"

/// Texts that list things: "ALB, two NAT gateways and a WAF".
namespace skydraft::understand {

/// The items of a list, between commas, line breaks, "and" and "+" outside parentheses. Words keep their offsets.
std::vector<std::vector<Word>> items_of(const std::vector<Word>& words);

/// What an item names, if it names a thing and not a possibility ("optional WAF"): the component that is there, or a
/// new one. `words` stand in `text` with source places in `span`. Nothing if the item names no kind.
std::optional<ComponentId> define_item(Draft& draft, const std::vector<Word>& words, std::string_view text, Span span,
                                       SectionId section);

/// "Zot", "system-upgrade-controller (nodes)": a name that nobody knows, and nothing else. `words` is the whole item.
bool is_unknown_name(const std::vector<Word>& words);

/// "a VPC with public, private and isolated subnets": things that share a noun, each by its own name, in the network
/// "**SQS and SNS**: messaging": both, each by a name of its own; nothing if the label says something else.
std::vector<ComponentId> define_pair(Draft& draft, const Entry& entry);

/// What "Compute: EC2, Lambda" lists, each once.
std::vector<ComponentId> define_listing(Draft& draft, const Entry& entry);

/// True if the item begins with the name of a kind that is more than an everyday word, or is known by name.
bool names_a_thing(Draft& draft, const std::vector<Word>& words, std::string_view text, SectionId section);

/// "Prod VPC: EKS, RDS, EFS": a container, and nothing but things, which stand in it.
void define_inside(Draft& draft, const Entry& entry, ComponentId holder);

}  // namespace skydraft::understand
