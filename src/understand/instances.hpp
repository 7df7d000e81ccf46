#pragma once

#include "understand/draft.hpp"

/// Bullets without labels that list things of the kind that their heading names.
namespace skydraft::understand {

/// "- Orders queue" under "Queues": the section has such bullets.
bool lists_instances(const Draft& draft, SectionId section);

/// "ECS security group allows …" under "Security Groups": the bytes of the entry that name one of them, before what it
/// does. Empty: the entry names none.
Range acting_instance(const Draft& draft, const Entry& entry);

/// "ALB: inbound 443" under "Security groups": the group of the balancer, "ALB security group". Empty: the label is the
/// name.
std::string guard_name(const Draft& draft, const Entry& entry, const catalogue::Kind& kind);

/// "Public subnets: two in different zones": how many a plural name stands for.
void count_plural(Draft& draft, ComponentId id, const Entry& entry);

/// "The database is created with:" over what it has, which are no databases.
bool is_feature_of_lead(const Draft& draft, const Entry& entry);

}  // namespace skydraft::understand
