#pragma once

#include <set>

#include "understand/draft.hpp"

/// Bullets that begin with an identifier in code.
namespace skydraft::understand {

/// "- `vnet-hub` (10.0.0.0/16), peered with …": an identifier that says of what kind it is, and then more about it;
/// "- ECS service `orders` (2 tasks)": the kind, and what this one of it is called. Defines what it names; nothing if
/// the bullet has another form.
std::optional<ComponentId> define_identified(Draft& draft, const Entry& entry);

/// "orders" of a label "Topic `orders`", "orders (2 replicas)" of "Deployment `orders` (2 replicas)"; empty: it has
/// another form.
std::string_view name_behind_kind(const Draft& draft, const Entry& entry);

/// "SQS: the `orders` queue", "DynamoDB: `orders`, on demand": what the one thing that the label is of is called;
/// empty: the value says something else. Not "EC2: `arm64`".
std::string_view name_in_value(const Entry& entry, const catalogue::Kind& kind);
/// Written as people call what is of this kind: functions in any letters, all else in small ones.
bool is_called_like(std::string_view name, const catalogue::Kind& kind);

/// "Lambda (Order Handler)" and "Lambda (Order Processor)": of labels that say the same but for their parentheses these
/// are the names. Returns where the entries begin.
std::set<std::uint32_t> told_apart(const Draft& draft, const Section& section);
/// "Order Handler" of "Lambda (Order Handler)"
std::string_view name_in_parenthesis(const Entry& entry);

/// "S3" over "Bucket: `media`": the one line of its kind beneath says what it is called, and from then on it is.
bool call_owner(Draft& draft, const Entry& entry, ComponentId owner, const catalogue::Kind* kind);
/// "Topic `orders`" is also called "orders", unless something else is.
void alias_code(Draft& draft, ComponentId id, const Entry& entry, const std::vector<Word>& label);

/// "Backend: GraphQL API on ECS": what sentences call the part of the stack.
void alias_value(Draft& draft, ComponentId id, const Entry& entry);

}  // namespace skydraft::understand
