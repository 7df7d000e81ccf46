#pragma once

#include <vector>

#include "understand/draft.hpp"

/// Names that stand in a list after what they are names of.
namespace skydraft::understand {

/// "two services (orders-api and billing-api)", "three functions in turn: `probe`, `resize` and `tag`", "three
/// deployments: web, api and worker": a plural, and what each is called. Cost: linear in the words.
void read_listed_names(Draft& draft);

/// The same of an entry that is such a list and nothing else: "Topics: orders, payments".
std::vector<ComponentId> define_listed_names(Draft& draft, const Entry& entry);
/// The same of a part of its value: "services (web, api)".
std::vector<ComponentId> define_listed_names(Draft& draft, const Entry& entry, const std::vector<Word>& part);

/// "checkout", "image-resize": one plain word that may be what something is called, and nothing else.
bool is_plain_name(const std::vector<Word>& words, std::string_view text);

/// A code run that may be a thing's own name: one word, no path, no assignment, no placeholder.
bool name_like(std::string_view text);

/// Kinds whose instances people give names of their own.
bool is_instance_kind(const catalogue::Kind& kind);

}  // namespace skydraft::understand
