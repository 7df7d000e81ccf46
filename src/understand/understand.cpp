#include "understand/understand.hpp"

#include <string_view>

#include "understand/passes.hpp"
#include "understand/pins.hpp"
#include "understand/wishes.hpp"
#include "understand/words.hpp"

namespace skydraft::understand {
namespace {

struct Pass {
  std::string_view name;
  void (*run)(Draft&);
};

/// In this order; README.md says what each reads and leaves.
constexpr Pass kPasses[] = {
    {"sections", read_sections},
    {"overview", read_overview},
    {"define", define_components},
    {"variants", tell_variants},
    {"diagrams", read_diagrams},
    {"drawings", read_drawings},
    {"code names", read_code_names},
    {"placements", read_placements},
    {"workloads", place_workloads},
    {"statements", read_statements},
    {"prose facts", read_prose_facts},
    {"workloads", place_workloads},
    {"flows", read_flows},
    {"everything", place_everything},
    {"policies", read_policies},
    {"residents", place_residents},
    {"addresses", place_by_address},
    {"sites", place_in_sites},
    {"tiers", connect_tiers},
    {"companions", connect_companions},
    {"infer", infer_frames},
    {"networks", check_networks},
    {"links", read_links},
    {"views", read_views},
    {"unread", list_unread},
    {"account", list_facts},
};

}  // namespace

model::Architecture understand(const Source& source, const md::Document& document, const Options& options,
                               DiagnosticSink& sink, Pins& pins) {
  const WordScope words;
  Draft draft(source, document, options, sink);
  for (const Pass& pass : kPasses) {
    draft.pass = pass.name;
    pass.run(draft);
  }
  pins.found = read_pins(draft, pins.given);
  if (draft.builder.components().empty())
    sink.warn(Code::NothingUnderstood, {}, "no component was recognised in this document",
              "name services in headings, bullets or tables");
  draft.builder.facts(std::move(draft.facts));
  for (model::Policy& policy : draft.policies) draft.builder.add(std::move(policy));
  return std::move(draft.builder).finish(sink);
}

model::Architecture understand(const Source& source, const md::Document& document, const Options& options,
                               DiagnosticSink& sink) {
  Pins pins;
  return understand(source, document, options, sink, pins);
}

}  // namespace skydraft::understand
