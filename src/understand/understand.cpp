#include "understand/understand.hpp"

#include "understand/passes.hpp"

namespace skydraft::understand {

model::Architecture understand(const Source& source, const md::Document& document, const Options& options,
                               DiagnosticSink& sink) {
  Draft draft(source, document, options, sink);
  read_sections(draft);
  read_overview(draft);
  define_components(draft);
  read_diagrams(draft);
  read_drawings(draft);
  read_code_names(draft);
  place_workloads(draft);
  read_statements(draft);
  place_workloads(draft);
  read_flows(draft);
  read_policies(draft);
  infer_frames(draft);
  check_networks(draft);
  list_unread(draft);
  if (draft.builder.components().empty())
    sink.warn(Code::NothingUnderstood, {}, "no component was recognised in this document",
              "name services in headings, bullets or tables");
  for (model::Policy& policy : draft.policies) draft.builder.add(std::move(policy));
  return std::move(draft.builder).finish(sink);
}

}  // namespace skydraft::understand
