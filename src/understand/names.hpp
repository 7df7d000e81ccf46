#pragma once

#include <string>
#include <vector>

#include "understand/draft.hpp"

/// Names as documents write them, and the components that they define.
namespace skydraft::understand {

/// A name with what a parenthesis adds: "EKS (Kubernetes Cluster)", "Main VPC (aws_vpc.this)".
struct Named {
  std::string name;
  std::vector<std::string> inside;
};

Named split_name(std::string_view text);

/// Defines a component by a name with all that its parentheses say: other names, ids, engines, counts.
std::optional<ComponentId> define_named(Draft& draft, std::string_view whole, const catalogue::Kind& kind, Span span,
                                        SectionId section);

/// What a name, or the line above it, says about a component: "public subnets".
void name_says(Draft& draft, ComponentId id, std::string_view name);

/// "RDS in the private subnet", "VPC 10.0.0.0/16": how many of its words name the thing, before those that say where it
/// is.
std::size_t before_place(const std::vector<Word>& words);

/// "No NAT gateway": what there is not.
bool negated(const std::vector<Word>& words);
/// "Create the bucket": something to do, no thing.
bool is_instruction(const std::vector<Word>& words);
/// "For each image in the table", "We get rules from", "Returns 401", "Scan the cluster for orphans": it says what is
/// done, or when, and names nothing.
bool is_clause(const std::vector<Word>& words);
/// "Monitor RDS with CloudWatch": what is done, and to which service.
bool begins_with_deed(const std::vector<Word>& words);
/// A bullet that is nothing but a name: few words, none of them a verb.
bool bare_name(const Entry& entry);
/// "NAT gateway (one a zone) - in public subnets": the name ends before the dash; with "(one a zone) to let hosts
/// out" before the parenthesis.
std::string_view before_stop(const Entry& entry);
/// The value, if it is an identifier: "Security Group: orders-sg". Empty if it is not.
std::string_view identifier(const Entry& entry);

}  // namespace skydraft::understand
