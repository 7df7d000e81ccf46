#pragma once

#include <string>

#include "understand/draft.hpp"

/// What the value of a label tells about the label: whether that is a name, or a word over other names.
namespace skydraft::understand {

/// "Shop: Go service", "Billing: Lambda function, nightly": the kind of which the value says that the label is one;
/// null if it says nothing so.
const catalogue::Kind* told_class(const Draft& draft, const Entry& entry);

/// "Compute: EC2, Lambda", "Storage: Amazon S3": a word for a group, and things by their own names. `key`: the label,
/// normalised.
bool lists_things(Draft& draft, const Entry& entry, const std::string& key);

}  // namespace skydraft::understand
