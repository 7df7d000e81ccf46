#include "understand/lexicon.hpp"

#include <algorithm>
#include <functional>

namespace skydraft::understand::lexicon {
namespace {

template <class Row, class Key>
const Row* find_in(std::span<const Row> rows, std::string_view wanted, Key key) {
  const auto it = std::ranges::lower_bound(rows, wanted, {}, key);
  return it != rows.end() && std::invoke(key, *it) == wanted ? &*it : nullptr;
}

}  // namespace

const VerbForm* find_verb(std::string_view lower) { return find_in(verb_forms(), lower, &VerbForm::text); }
const Verb& verb_of(const VerbForm& form) { return verbs()[form.verb]; }

std::string_view attribute_for(std::string_view label) {
  const Pair* row = find_in(attribute_labels(), label, &Pair::key);
  return row ? row->value : std::string_view{};
}

std::string_view overview_for(std::string_view label) {
  const Pair* row = find_in(overview_labels(), label, &Pair::key);
  return row ? row->value : std::string_view{};
}

const RelationLabel* find_relation_label(std::string_view label) {
  return find_in(relation_labels(), label, &RelationLabel::label);
}

bool stands_for(std::string_view noun, std::string_view kind) {
  const auto [first, last] = std::ranges::equal_range(stands_for_rows(), noun, {}, &Pair::key);
  return std::any_of(first, last, [&](const Pair& row) { return row.value == kind; });
}

bool is_generic(std::string_view noun) { return std::ranges::binary_search(generic_nouns(), noun); }
bool is_filler(std::string_view word) { return std::ranges::binary_search(filler_words(), word); }
bool is_group(std::string_view word) { return std::ranges::binary_search(group_words(), word); }
bool is_feature(std::string_view noun) { return std::ranges::binary_search(feature_nouns(), noun); }
bool is_copy(std::string_view noun) { return std::ranges::binary_search(copy_nouns(), noun); }
bool is_open(std::string_view kind) { return std::ranges::binary_search(open_kinds(), kind); }

std::string_view actor_kind(std::string_view name) {
  const Pair* row = find_in(actor_rows(), name, &Pair::key);
  return row ? row->value : std::string_view{};
}

bool is_logical(std::string_view word) { return std::ranges::binary_search(logical_groups(), word); }

std::string_view long_form(std::string_view word) {
  const Pair* row = find_in(short_forms(), word, &Pair::key);
  return row ? row->value : std::string_view{};
}

bool is_practice(std::string_view name) { return std::ranges::binary_search(practices(), name); }
bool is_protocol(std::string_view word) { return std::ranges::binary_search(protocols(), word); }
bool is_file_ending(std::string_view ending) { return std::ranges::binary_search(file_endings(), ending); }
std::string_view head_kind(std::string_view noun) {
  const Pair* row = find_in(head_rows(), noun, &Pair::key);
  return row ? row->value : std::string_view{};
}

bool is_class(std::string_view lower, WordClass word_class) {
  const auto [first, last] = std::ranges::equal_range(word_classes(), lower, {}, &WordClassRow::word);
  return std::any_of(first, last, [&](const WordClassRow& row) { return row.word_class == word_class; });
}

bool is_descriptive(std::string_view lower) {
  return std::ranges::binary_search(descriptive_words(), lower) || is_filler(lower) ||
         (lower.size() > 4 && (lower.ends_with("ed") || lower.ends_with("able") || lower.ends_with("ible") ||
                               lower.ends_with("ly") || lower.ends_with("less") || lower.ends_with("ful")));
}

bool is_moved(std::string_view noun) { return std::ranges::binary_search(moved_words(), noun); }
bool is_travelling(std::string_view noun) { return std::ranges::binary_search(travelling_words(), noun); }
bool is_instruction(std::string_view lower) { return std::ranges::binary_search(instruction_words(), lower); }
bool is_activity(std::string_view lower) { return std::ranges::binary_search(activity_words(), lower); }
bool is_role(std::string_view kind) { return std::ranges::binary_search(role_kinds(), kind); }
bool is_acting(std::string_view kind) { return std::ranges::binary_search(acting_kinds(), kind); }
bool is_self(std::string_view noun) { return std::ranges::binary_search(self_words(), noun); }
bool is_whole(std::string_view noun) { return std::ranges::binary_search(whole_words(), noun); }

}  // namespace skydraft::understand::lexicon
