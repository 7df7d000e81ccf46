#include "view/sequence.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include "view/blocks.hpp"
#include "view/describe.hpp"
#include "view/strands.hpp"
#include "view/wording.hpp"

namespace skydraft::view {
namespace {

using layout::NodeId;
using model::ComponentId;

constexpr double kMessageWidth = 230, kMessageLine = 13;
constexpr std::size_t kMessageLetters = 110;

class SequenceBuilder {
 public:
  SequenceBuilder(const model::Architecture& architecture, const model::Flow& flow, Canvas& canvas)
      : a_(architecture), flow_(flow), canvas_(canvas), strand_(strand_of(flow, architecture)) {}

  void build() {
    for (const model::FlowStep& step : flow_.steps) add_step(step);
  }

 private:
  void add_step(const model::FlowStep& step) {
    const std::string text = shortened(text_of_step(a_, flow_, step), kMessageLetters);
    for (const model::RelationId r : step.relations) {
      // What leads up to it comes first; the last relation is what the step is about.
      const bool is_last = r == step.relations.back();
      const std::string label = says_something(a_[r].label) ? plain_name(a_[r].label) : std::string();
      add_message(a_[r].from, a_[r].to, step.number, is_last ? text : label, {r});
      last_ = a_[r].to;
    }
    if (!step.relations.empty()) return;
    // A step that connects nothing happens at what it names, or goes on where the step before it ended.
    const std::optional<ComponentId> at = step.components.empty() ? last_ : std::optional(step.components.front());
    if (at) add_message(*at, *at, step.number, text, {});
  }

  NodeId participant(ComponentId id) {
    if (const auto shown = canvas_.shown(id)) return *shown;
    const catalogue::Kind& kind = catalogue::kind_or_unknown(a_[id].kind);
    constexpr int kOwnName = 1000;  // side by side each goes by its own name
    IconStyle style;
    style.most_facts = 0;
    Block block = icon_node(describe(a_[id], kind, kOwnName), kind, style);
    block.node.key = a_[id].slug;
    block.dress.kind = a_[id].kind;
    block.dress.components = {id};
    block.dress.tooltip = tooltip_of(a_[id], kind);
    block.dress.link = a_[id].link;
    block.dress.inferred = a_[id].inferred();
    return canvas_.add(layout::SizedGraph::root(), std::move(block));
  }

  void add_message(ComponentId from, ComponentId to, int number, const std::string& text,
                   std::vector<model::RelationId> relations) {
    layout::Edge edge;
    edge.from = participant(from);
    edge.to = participant(to);
    edge.key = relations.empty() ? fmt::format("step-{}", number) : a_[relations.front()].slug;
    edge.badges = 1;
    EdgeDress dress;
    dress.strand = strand_;
    dress.steps = {number};
    dress.label_font = kEdgeFont;
    dress.inferred = std::ranges::any_of(relations, [&](model::RelationId r) { return a_[r].inferred(); });
    dress.relations = std::move(relations);
    if (!text.empty()) dress.labels = typeset::wrap(text, kEdgeFont, kMessageWidth, 3);
    for (const std::string& line : dress.labels)
      edge.labels.push_back({{std::ceil(typeset::width(line, kEdgeFont)), kMessageLine}});
    canvas_.add(std::move(edge), std::move(dress));
  }

  const model::Architecture& a_;
  const model::Flow& flow_;
  Canvas& canvas_;
  Strand strand_;
  std::optional<ComponentId> last_;
};

}  // namespace

bool has_sequence(const model::Architecture& architecture, const model::Flow& flow) {
  constexpr std::size_t kLeastMessages = 3;
  std::size_t messages = 0;
  for (const model::FlowStep& step : flow.steps)
    for (const model::RelationId r : step.relations) messages += architecture[r].from == architecture[r].to ? 0 : 1;
  return messages >= kLeastMessages;
}

Picture make_sequence(const model::Architecture& architecture, const model::Flow& flow, const Place& place) {
  Canvas canvas("sequence:" + flow.slug, architecture);
  SequenceBuilder(architecture, flow, canvas).build();
  const std::string title = fmt::format("{} as a sequence", title_of(flow));
  fill_sheet(canvas, architecture, {.subtitle = title, .title = title, .place = place, .steps = Steps::None});
  Picture picture = std::move(canvas).finish();
  picture.plan = Plan::Sequence;
  if (picture.sheet.legend.size() == 1) picture.sheet.legend.clear();  // one kind of line explains itself
  return picture;
}

}  // namespace skydraft::view
