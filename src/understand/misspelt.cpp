#include "understand/misspelt.hpp"

#include <algorithm>
#include <utility>

#include "base/edit_distance.hpp"

namespace skydraft::understand {
namespace {

constexpr std::size_t kMaxCompared = 64;

/// Two letters swapped, or one wrong, too many or missing, in a word long enough to tell.
bool one_slip(std::string_view a, std::string_view b) {
  if (a.size() > b.size()) std::swap(a, b);
  if (a.size() < 5 || b.size() - a.size() > 1) return false;
  std::size_t from = 0;
  while (from < a.size() && a[from] == b[from]) ++from;
  if (from == 0) return false;
  const std::string_view x = a.substr(from), y = b.substr(from);
  if (a.size() < b.size()) return x == y.substr(1);
  if (x.substr(1) == y.substr(1)) return true;
  return x.size() > 1 && x[0] == y[1] && x[1] == y[0] && x.substr(2) == y.substr(2);
}

}  // namespace

std::optional<Reference> misspelt_name(Draft& draft, const std::vector<Word>& words, std::size_t from, std::size_t to) {
  const std::size_t n = std::min(draft.parts.size(), kMaxCompared);
  for (std::uint32_t i = 0; i < n; ++i) {
    const auto& name = draft.parts[i].words;
    if (name.size() != to - from || draft.parts[i].from_prose) continue;
    std::size_t same = 0, near = 0;
    for (std::size_t k = 0; k < name.size(); ++k) {
      if (name[k] == &words[from + k].norm)
        ++same;
      else
        near += one_slip(*name[k], words[from + k].norm) ? 1U : 0U;
    }
    if (near == 1 && same + near == name.size())
      return Reference{from, to, {ComponentId{i}}, "spelling", nullptr, {}, false, true};
  }
  return std::nullopt;
}

const lexicon::VerbForm* misspelt_participle(const Word& word) {
  constexpr std::size_t kLongEnoughToTell = 8;  // letters of a word whose misspelling still tells what was meant
  if (word.code || word.capital || word.lower.size() < kLongEnoughToTell || !word.lower.ends_with("ed")) return nullptr;
  for (const lexicon::VerbForm& form : lexicon::verb_forms())
    if (form.tense == lexicon::Tense::Participle && form.text.front() == word.lower.front() &&
        form.text.size() <= word.lower.size() + 1 && word.lower.size() <= form.text.size() + 1 &&
        edit_distance(form.text, word.lower) == 1)
      return &form;
  return nullptr;
}

}  // namespace skydraft::understand
