#pragma once

#include "understand/draft.hpp"

/// The passes, in the order in which understand() runs them (README.md says what each reads and leaves).
namespace skydraft::understand {

void read_sections(Draft& draft);       ///< what each heading is about; the document's cloud
void read_overview(Draft& draft);       ///< title, environment, purpose; unfilled placeholders
void read_diagrams(Draft& draft);       ///< Mermaid and box drawings in code fences
void read_drawings(Draft& draft);       ///< boxes drawn with characters, arrow chains in code fences
void define_components(Draft& draft);   ///< components and settings from headings, bullets and tables
void tell_variants(Draft& draft);       ///< things that chains tell apart by a word in parentheses
void read_code_names(Draft& draft);     ///< names in code runs beside the name of a kind
void place_workloads(Draft& draft);     ///< Kubernetes objects into the cluster and its namespaces
void read_placements(Draft& draft);     ///< what labels and columns say about where things stand
void read_statements(Draft& draft);     ///< relations, placements and further components from sentences
void read_prose_facts(Draft& draft);    ///< typed facts in sentences, about what they name
void read_flows(Draft& draft);          ///< numbered and bulleted sequences
void read_policies(Draft& draft);       ///< backup, scaling, encryption, tagging, …
void place_everything(Draft& draft);    ///< "all services run in …": where everything is that nothing else places
void place_residents(Draft& draft);     ///< names and purposes of subnets say what stands in them
void place_in_sites(Draft& draft);      ///< what the section of a region or an account defines stands in it
void place_by_address(Draft& draft);    ///< address ranges and zones say which network and subnet
void connect_companions(Draft& draft);  ///< a queue and its dead-letter queue, a dashboard and what it looks into
void connect_tiers(Draft& draft);       ///< a stack that is only listed: who calls whom
void infer_frames(
    Draft& draft);  ///< what the document does not name: cloud, region, zones, standby, copies; parents by rule
void check_networks(Draft& draft);  ///< CIDRs that contradict each other
void read_links(Draft& draft);      ///< where the links on what defines a component lead
void read_views(Draft& draft);      ///< pictures that the document asks for
void list_unread(Draft& draft);     ///< what looks like architecture and became nothing
void list_facts(Draft& draft);      ///< what every other part of the document became, in the document's order

}  // namespace skydraft::understand
