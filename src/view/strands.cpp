#include "view/strands.hpp"

#include <array>

#include "view/wording.hpp"
#include "view/wording_data.hpp"

namespace skydraft::view {

using model::RelationKind;

Strand strand_of(const model::Flow& flow, const model::Architecture& architecture) {
  if (contains_word(flow.title, data::monitoring_flow())) return Strand::Monitoring;
  if (contains_word(flow.title, data::delivery_flow())) return Strand::Delivery;
  std::array<int, 3> votes{};  // user, monitoring, delivery
  for (const model::FlowStep& step : flow.steps)
    for (const model::RelationId r : step.relations) {
      const RelationKind kind = architecture[r].kind;
      ++votes[kind == RelationKind::Monitors ? 1 : kind == RelationKind::Deploys ? 2 : 0];
    }
  if (votes[1] > votes[0] && votes[1] >= votes[2]) return Strand::Monitoring;
  if (votes[2] > votes[0]) return Strand::Delivery;
  return Strand::User;
}

Strand strand_of(const model::Relation& relation) {
  switch (relation.kind) {
    case RelationKind::Flow:
      return Strand::Traffic;
    case RelationKind::Uses:
      return contains_word(relation.label, data::control_verbs()) ? Strand::Control : Strand::Traffic;
    case RelationKind::Monitors:
      return Strand::Monitoring;
    case RelationKind::Deploys:
      return Strand::Delivery;
    case RelationKind::Replicates:
      return Strand::Replication;
    case RelationKind::Secures:
    case RelationKind::Depends:
      return Strand::Control;
  }
  return Strand::Traffic;
}

}  // namespace skydraft::view
