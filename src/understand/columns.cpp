#include "understand/columns.hpp"

#include <algorithm>

#include "understand/asides.hpp"
#include "understand/mention.hpp"

namespace skydraft::understand {
namespace {

using Words = std::span<const std::string_view>;

bool in(Words words, std::string_view key) { return std::ranges::binary_search(words, key); }

std::string_view last_word(std::string_view key) {
  const std::size_t blank = key.rfind(' ');
  return blank == std::string_view::npos ? key : key.substr(blank + 1);
}

bool names_things(std::string_view key) {
  if (key.starts_with("why ") || key.starts_with("how ")) return false;
  return in(lexicon::name_columns(), key) || in(lexicon::name_columns(), last_word(key));
}

/// Inputs and outputs of a module, costs, decisions put off.
bool about_something_else(const std::vector<std::vector<Word>>& headers, const std::vector<std::string>& keys) {
  const auto has = [&](std::string_view key) { return std::ranges::find(keys, key) != keys.end(); };
  if (has("default") && (has("type") || has("required") || has("description"))) return true;
  if (keys.size() <= 3 && has("version") && !has("purpose") && !has("description") && !has("role")) return true;
  return std::ranges::any_of(headers, [](const std::vector<Word>& words) {
    return std::ranges::any_of(words, [](const Word& w) { return lexicon::tells_costs(w.norm); });
  });
}

/// "Setting | Value"
bool states_settings(const std::vector<std::string>& keys) {
  return keys.size() >= 2 && in(lexicon::value_columns(), keys[1]) && in(lexicon::setting_columns(), keys[0]);
}

}  // namespace

bool says_what_is_done(std::string_view key) { return lexicon::find_verb(key.substr(0, key.find(' '))) != nullptr; }

Columns columns_of(const Draft& draft, const md::Block& header) {
  Columns columns;
  std::vector<std::vector<Word>> headers;
  for (const md::BlockId cell : header.children) {
    headers.push_back(words_of(draft.document[cell].text.text));
    columns.keys.push_back(key_of(headers.back(), 0, headers.back().size()));
  }
  const auto& keys = columns.keys;
  if (keys.empty()) return columns;
  if (keys.size() == 2 && keys[0].empty() && keys[1].empty()) {  // no header: a place in the stack, and what is there
    columns.use = TableUse::Lists;
    columns.name = 0;
    columns.list = 1;
    return columns;
  }
  if (states_settings(keys)) {
    columns.use = TableUse::Settings;
    return columns;
  }
  if (about_something_else(headers, keys)) return columns;
  std::optional<std::size_t> name;
  std::optional<std::size_t>& weak = columns.weak;
  for (std::size_t i = 0; i < keys.size(); ++i) {
    if (keys[i].empty()) continue;
    const bool plural = !headers[i].empty() && headers[i].back().plural;
    const bool relation = i > 0 && lexicon::find_relation_label(keys[i]) != nullptr;
    if (in(lexicon::from_columns(), keys[i]) && !columns.from) columns.from = i;
    if (in(lexicon::to_columns(), keys[i]) && !columns.to) columns.to = i;
    if (!name && in(lexicon::weak_columns(), keys[i])) {
      if (!weak) weak = i;
    } else if (!name && names_things(keys[i]) && !(plural && i > 0) && !relation) {
      name = i;
    } else if (i > 0 && in(lexicon::kind_columns(), keys[i]) && !plural && !columns.kind) {
      columns.kind = i;
    } else if (i > 0 && in(lexicon::host_columns(), keys[i]) && !plural && !columns.host) {
      columns.host = i;
    } else if (i > 0 && !columns.list &&
               (in(lexicon::list_columns(), keys[i]) ||
                (plural && ((names_things(keys[i]) && !relation) || in(lexicon::host_columns(), keys[i]))))) {
      columns.list = i;
    }
  }
  if (in(lexicon::step_columns(), keys[0]) || headers[0].empty() || draft.document[header.children[0]].text.text == "#")
    for (std::size_t i = 1; i < keys.size() && !columns.told; ++i)
      if (in(lexicon::told_columns(), keys[i])) columns.told = i;
  if (columns.told && (!name || name == columns.told) && !weak && !columns.from && !columns.to) {
    columns.use = TableUse::Steps;
    return columns;
  }
  // "Layer | Implementation": what a layer is made of, not what kind of thing it is.
  if (weak && !name && columns.kind && !columns.list && keys[*columns.kind] == "implementation") {
    columns.list = columns.kind;
    columns.kind.reset();
  }
  // "Layer | Components", "Module | Resources created": the row groups what the cell lists.
  if (columns.list && weak && (!name || *name >= *columns.list)) {
    columns.use = TableUse::Lists;
    columns.name = *weak;
  } else if (columns.list && name && keys[*name] == "module") {
    columns.use = TableUse::Lists;
    columns.name = *name;
  } else if (columns.from && columns.to && (!name || *name == *columns.from)) {
    columns.use = TableUse::Connections;
  } else if (name || weak) {
    columns.use = TableUse::Things;
    columns.name = name ? *name : *weak;
    if (columns.kind == columns.name) columns.kind.reset();
  }
  return columns;
}

}  // namespace skydraft::understand
