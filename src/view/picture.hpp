#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/side_table.hpp"
#include "base/span.hpp"
#include "geometry/geometry.hpp"
#include "layout/graph.hpp"
#include "model/architecture.hpp"
#include "typeset/typeset.hpp"

/// One view of an architecture, ready for layout: the measured graph, and beside it how each of its parts is dressed.
namespace skydraft::view {

/// How a part looks; the scene draws each in its own way, themes give the colours (VISUAL.md sections 4, 5 and 7).
enum class Look : std::uint8_t {
  Plain,  ///< unframed container: nothing is drawn but its caption
  Cloud,
  Account,
  Region,
  Network,
  Zone,
  PublicSubnet,
  PrivateSubnet,
  ScalingGroup,
  Cluster,
  Namespace,
  Group,
  Boundary,  ///< what a security group protects
  Card,
  Annotation,
  IconNode,  ///< icon with its name and facts under it
  Pill,      ///< a box with icon, name and one fact inside; lies across zones
  Chip,      ///< a small pill in a header
  Gateway,   ///< a round icon on a container's border
  Caption,   ///< text alone (the centre of a scaling group)
};

/// What a line of text is; decides colour and halo. Its font is given, because the view had to measure it.
enum class TextRole : std::uint8_t { Name, Fact, Placeholder, GroupLabel, GroupNote, TierCaption, RowKey };

struct TextLine {
  std::string text;
  geometry::Point at;  ///< baseline, relative to the node's corner
  enum class Anchor : std::uint8_t { Start, Middle, End } anchor = Anchor::Middle;
  typeset::Font font;
  TextRole role = TextRole::Name;
};

struct IconPlace {
  std::string icon;     ///< id in the icon bundle
  geometry::Rect rect;  ///< relative to the node's corner
  enum class Frame : std::uint8_t { None, Tile, Circle, Corner, Attachment } frame = Frame::None;
};

/// The name of a tier ("DATA TIER"), written upwards in the left padding of the container that carries it, centred on
/// the height of the tier's members; left out if they are lower than the text is long.
struct Tier {
  std::string text;
  std::vector<layout::NodeId> members;
};

/// How a node is dressed. All positions are relative to the node's top-left corner; for containers that the layout
/// sizes, lines with Anchor::End count x from the right edge (negative) and Anchor::Middle from the middle. The icons
/// and lines of a leaf that was placed wider than measured (a stretched pill) move right by half of the difference.
struct NodeDress {
  Look look = Look::IconNode;
  std::string kind;                            ///< catalogue id, "" for what is no component
  std::vector<model::ComponentId> components;  ///< what it stands for; several if collapsed
  std::vector<IconPlace> icons;
  std::vector<TextLine> lines;
  std::vector<Tier> tiers;         ///< containers only (a Zonal one's rows)
  int replicas = 1;                ///< drawn as "×3" at the icon's top right when above 1
  std::vector<std::string> facts;  ///< what its lines say below the name, one each, unbroken
  std::string category;            ///< own-glyph and pill colour key: the catalogue category's name in lower case
  std::string tooltip;             ///< everything known, plain text
  std::string link;                ///< where a click leads, as the document gives it; "" for nowhere
  bool inferred = false;
  bool faded = false;  ///< not what this view is about: drawn at 15 %, in its place
};

/// Families of edges (VISUAL.md section 8), each with its colour, dash and badge shape.
enum class Strand : std::uint8_t { User, Monitoring, Delivery, Replication, Traffic, Control };

struct EdgeDress {
  Strand strand = Strand::Traffic;
  std::vector<std::string> labels;  ///< text of each layout label
  typeset::Font label_font;
  std::vector<int> steps;  ///< number on each badge; 0: not a step of this view, the badge is left out
  std::vector<model::RelationId> relations;
  bool inferred = false;
  bool faded = false;
};

struct StepLine {
  int number = 1;
  std::string text;
};

struct FlowPanel {
  std::string title;
  Strand strand = Strand::User;
  std::vector<StepLine> steps;
  bool faded = false;
};

enum class LegendEntry : std::uint8_t {
  UserFlow,
  MonitoringFlow,
  DeliveryFlow,
  Replication,
  Traffic,
  Control,
  SpanningPill,
  Attachment,
  ArrowToGroup,
  Boundary,
  Inferred
};

/// What holds for the picture without being drawn, or is left out of it: a key and its values, one row each.
struct NoteRow {
  std::string key;
  std::vector<std::string> values;
};

/// A panel of such rows beside the step lists. Empty rows: none is drawn.
struct Notes {
  std::string title;
  std::vector<NoteRow> rows;
  std::vector<model::ComponentId> components;  ///< what it stands for
  std::string tooltip;
};

/// Everything around the drawing.
struct Sheet {
  model::Heading title, environment, purpose;
  std::string subtitle;
  Notes notes;
  std::vector<LegendEntry> legend;  ///< what occurs in this view
  std::vector<FlowPanel> panels;
  std::string footer_left, footer_right;
};

/// How the picture is to be placed: by the layout engine, or as the lifelines and messages of a sequence diagram.
enum class Plan : std::uint8_t { Graph, Sequence };

struct Picture {
  std::string view_id;
  Plan plan = Plan::Graph;
  layout::SizedGraph graph;
  SideTable<layout::NodeId, NodeDress> nodes;
  SideTable<layout::EdgeId, EdgeDress> edges;
  Sheet sheet;
};

}  // namespace skydraft::view
