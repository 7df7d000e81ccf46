#include "understand/lexicon.hpp"

#include <algorithm>

namespace skydraft::understand::lexicon {

const Verb& verb_of(const VerbForm& form) { return verbs()[form.verb]; }

std::string_view overview_for(Query label) {
  return label.entry() ? value_of(overview_labels, label.entry()->overview) : std::string_view{};
}

const RelationLabel* find_relation_label(Query label) {
  const auto row = [](const Entry* entry) {
    return entry && entry->relation > 0 ? &relation_labels()[entry->relation - 1U] : nullptr;
  };
  if (const RelationLabel* whole = row(label.entry())) return whole;
  const std::size_t first = label.text().find(' '), last = label.text().rfind(' ');
  if (first == std::string_view::npos) return nullptr;
  if (is_descriptive(label.text().substr(0, first)))  // "primary data store"
    if (const RelationLabel* rest = row(find_entry(label.text().substr(first + 1)))) return rest;
  const std::string_view tail = label.text().substr(last + 1);
  return std::ranges::binary_search(relation_tails(), tail) ? row(find_entry(tail)) : nullptr;
}

bool excludes(Query a, Query b) {
  if (!is_contrast(a) || !is_contrast(b)) return false;
  if (a.text().starts_with(b.text()) || b.text().starts_with(a.text())) return false;  // "app" and "application"
  const auto [first, last] = std::ranges::equal_range(contrast_rows(), a.text(), {}, &Pair::key);
  const auto [other, end] = std::ranges::equal_range(contrast_rows(), b.text(), {}, &Pair::key);
  return std::any_of(first, last, [&](const Pair& row) {
    return std::any_of(other, end, [&](const Pair& against) { return row.value == against.value; });
  });
}

bool stands_for(Query noun, std::string_view kind) {
  if (!noun.entry() || noun.entry()->stands_for == 0) return false;
  const auto rows = stands_for_rows().subspan(noun.entry()->stands_for - 1U);
  // Equal keys are one literal: mostly the address tells.
  const std::string_view key = rows.front().key;
  for (const Pair& row : rows) {
    if (row.key.data() != key.data() && row.key != key) return false;
    if (row.value == kind) return true;
  }
  return false;
}

std::string_view long_form(Query word) {
  return word.entry() ? value_of(short_forms, word.entry()->short_form) : std::string_view{};
}

std::string_view id_prefix_kind(std::string_view prefix) {
  const auto rows = id_prefixes();
  const auto it = std::ranges::lower_bound(rows, prefix, {}, &Pair::key);
  return it != rows.end() && it->key == prefix ? it->value : std::string_view{};
}

bool is_descriptive(Query lower) {
  if (lower.is_in(List::Descriptive) || lower.is_in(List::Filler)) return true;
  const std::string_view text = lower.text();
  return text.size() > 4 && (text.ends_with("ed") || text.ends_with("able") || text.ends_with("ible") ||
                             text.ends_with("ly") || text.ends_with("less") || text.ends_with("ful"));
}

}  // namespace skydraft::understand::lexicon
