#include <algorithm>

#include "understand/description.hpp"
#include "understand/passes.hpp"

/// What goes together whether the document says so or not: a dead-letter queue takes what a queue could not deliver, a
/// dashboard looks into what keeps the figures.
namespace skydraft::understand {
namespace {

constexpr std::size_t kMaxQueues = 64;  // that one dead-letter queue may belong to

bool is_dead_letter(const catalogue::Kind& kind) {
  return kind.id == "aws.sqs-dlq" || kind.id == "generic.dead-letter-queue";
}

struct Rule {
  model::RelationKind kind;
  const char* label;
  std::string_view name;
};

/// Its source is where `about` is defined, as far as the document says.
void relate_by_rule(Draft& draft, ComponentId from, ComponentId to, const Rule& rule, ComponentId about) {
  const auto& source = draft.builder[about].source;
  draft.relate({from, to, rule.kind, rule.label, {}, {}, rule.name, source.empty() ? Span{} : source.front()});
}

class DeadLetters {
 public:
  explicit DeadLetters(Draft& draft) : draft_(draft), fed_(draft.builder.components().size()) {
    for (std::uint32_t i = 0; i < draft.builder.components().size(); ++i) {
      const ComponentId id{i};
      if (is_dead_letter(draft.kind(id)))
        dead_.push_back(id);
      else if (lexicon::stands_for("queue", draft.builder[id].kind) && queues_.size() < kMaxQueues)
        queues_.push_back(id);
    }
    if (dead_.empty()) return;
    for (const model::Relation& relation : draft.builder.relations()) {
      const bool queue = lexicon::stands_for("queue", draft.builder[relation.from].kind);
      fed_[relation.to.index] = fed_[relation.to.index] || queue;
    }
  }

  void connect() {
    for (const ComponentId id : dead_) {
      if (fed_[id.index]) continue;
      if (const auto queue = queue_of(id))
        relate_by_rule(draft_, *queue, id, {model::RelationKind::Flow, "", "dead-letter-queue"}, id);
    }
  }

 private:
  /// The queue that it stands under, the one that is called alike, or the only one.
  std::optional<ComponentId> queue_of(ComponentId dead) const {
    if (const auto parent = draft_.builder[dead].parent; parent && std::ranges::count(queues_, *parent) > 0)
      return parent;
    std::optional<ComponentId> alike;
    for (const ComponentId id : queues_)
      if (shares_word(id, dead)) {
        if (alike) return std::nullopt;
        alike = id;
      }
    if (!alike && queues_.size() == 1 && dead_.size() == 1) return queues_.front();
    return alike;
  }

  bool shares_word(ComponentId queue, ComponentId dead) const {
    return std::ranges::any_of(draft_.parts[queue.index].core, [&](const WordText* word) {
      return *word != "queue" && *word != "sqs" && contains(draft_.parts[dead.index].words, *word);
    });
  }

  Draft& draft_;
  std::vector<ComponentId> dead_, queues_;
  std::vector<bool> fed_;  ///< by ComponentId: a queue leads to it
};

/// Grafana looks into Prometheus, where the document leads it nowhere and has one.
void connect_dashboards(Draft& draft) {
  for (const auto& [looking, source] : lexicon::looked_into_rows()) {
    const auto from = draft.of_kind(looking), to = draft.of_kind(source);
    if (from.size() != 1 || to.size() != 1) continue;
    const ComponentId dashboard = from.front();
    if (std::ranges::any_of(draft.builder.relations(), [&](const model::Relation& relation) {
          return relation.from == dashboard || (relation.to == dashboard && relation.from == to.front());
        }))
      continue;
    relate_by_rule(draft, dashboard, to.front(), {model::RelationKind::Uses, "queries", "dashboard-over-its-source"},
                   dashboard);
  }
}

}  // namespace

void connect_companions(Draft& draft) {
  if (draft.options.stated_only) return;
  DeadLetters(draft).connect();
  connect_dashboards(draft);
}

}  // namespace skydraft::understand
