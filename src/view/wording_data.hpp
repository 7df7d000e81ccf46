#pragma once

#include <cstdint>
#include <span>
#include <string_view>

/// The tables of data/view, compiled in (tools/view/compile.py). One function for each key of wording.json.
namespace skydraft::view::data {

struct Pair {
  std::string_view key;
  std::string_view value;
};

/// What becomes of a component that is no node of its own.
enum class FoldAs : std::uint8_t {
  Note,     ///< a row of the annotation card
  Scaling,  ///< a scaling group around what it scales, or a note in a header
  Attach,   ///< a small icon on what it is attached to
  Merge     ///< one node for all of the family in one container
};

struct Fold {
  std::span<const std::string_view> kinds;  ///< patterns of catalogue ids
  FoldAs as = FoldAs::Note;
  std::string_view title;
};

/// What one themed view is about; views.json explains each field.
struct ViewRule {
  std::string_view id, title, subtitle;
  std::span<const std::string_view> kinds, categories, inside, except_inside, needs_holds, frames, relations, policies;
  bool applied = false;     ///< what its policies apply to is shown
  bool neighbours = false;  ///< so is what the matched are connected to
  bool folds = false;       ///< small things stay in notes, as in the overview
  bool boundaries = false;  ///< what security groups protect stands inside them
  int least = 1;
};

std::span<const ViewRule> view_rules();
std::span<const std::string_view> articles();
std::span<const std::string_view> vendor_prefixes();
std::span<const std::string_view> brief_stops();
std::span<const std::string_view> clause_stops();
std::span<const std::string_view> weak_starts();
std::span<const std::string_view> permissions();  ///< verbs that only let something else act
std::span<const std::string_view> hanging_ends();
std::span<const std::string_view> monitoring_flow();
std::span<const std::string_view> delivery_flow();
std::span<const std::string_view> control_verbs();
std::span<const std::string_view> system_namespaces();
std::span<const std::string_view> observability_namespaces();
std::span<const std::string_view> public_words();
std::span<const std::string_view> private_words();
std::span<const std::string_view> data_words();
std::span<const std::string_view> public_hosts();
std::span<const std::string_view> group_words();
std::span<const std::string_view> workload_nouns();
std::span<const std::string_view> no_facts();
std::span<const std::string_view> own_nouns();
std::span<const std::string_view> software_nouns();
std::span<const std::string_view> category_order();
std::span<const std::string_view> fact_keys();
std::span<const std::string_view> quiet_values();
std::span<const std::string_view> plain_labels();
std::span<const std::string_view> empty_document();  ///< lines that say what a document needs, if it has nothing
std::span<const Pair> units();
std::span<const std::string_view> open_sources();  ///< words for the internet in rules of who may come in
std::span<const Pair> card_topics();               ///< kinds of one category to the title of a card of their own
std::span<const Pair> card_merges();
std::span<const Pair> card_families();  ///< category to the title of the card that a few of its neighbours share
std::span<const Pair> category_titles();
std::span<const Pair> policy_titles();
std::span<const Fold> folds();

}  // namespace skydraft::view::data
