#include "understand/fact_cues.hpp"

#include <algorithm>
#include <string_view>

namespace skydraft::understand {
namespace {

constexpr std::size_t kReach = 4;  // words behind "in" or "on" among which its noun stands

bool digit(char c) { return c >= '0' && c <= '9'; }

/// What things are made with or run on, by its own name: PostgreSQL, Python, Flask.
bool is_software(const catalogue::Kind& kind) {
  return kind.provider == "tool" || (kind.provider == "generic" && kind.category == catalogue::Category::Database) ||
         lexicon::makes_things(kind.id);
}

/// Whether some name of the catalogue that begins with the word is that of a software.
bool begins_software(const WordText& word) {
  for (const catalogue::Alias& alias : word.alias.onwards()) {
    const std::string_view name = alias.text;
    if (!name.starts_with(word) || (name.size() > word.size() && name[word.size()] != ' ')) return false;
    if (is_software(catalogue::kinds()[alias.kind])) return true;
  }
  return false;
}

bool says_subnet(const Word& word) {
  return (word.norm == "subnet" && word.plural) || word.lower == "subredes" || word.lower == "sub-redes";
}

}  // namespace

FactCues::Cue FactCues::cue_of(const WordText& text) {
  if (text == "in" || text == "across" || text == "en" || text == "em") return Cue::Place;
  if (text == "on") return Cue::Host;
  if (text == "at") return Cue::Time;
  if (text == "up") return Cue::Bound;
  if (std::ranges::any_of(text, [](char c) { return digit(c) || c == '.' || c == '/'; })) return Cue::Fact;
  if (lexicon::begins_fact(text)) return Cue::Fact;
  return begins_software(text) ? Cue::Fact : Cue::None;
}

FactCues::Cue FactCues::cue(const WordText& text) {
  if (cues_.size() <= text.number) cues_.resize(2 * (text.number + std::size_t{1}), Cue::Unknown);
  Cue& known = cues_[text.number];
  if (known == Cue::Unknown) known = cue_of(text);
  return known;
}

bool FactCues::at(const std::vector<Word>& words, std::size_t at) {
  const Word& word = words[at];
  if (word.mark != Mark::None) return word.mark == Mark::Colon;  // ":8080"
  if (word.count > 0) return true;
  const Cue lower = cue(word.lower);
  if (lower == Cue::Fact || (&word.norm != &word.lower && cue(word.norm) == Cue::Fact)) return true;
  const auto after = [&](auto&& test) {
    for (std::size_t i = at + 1; i < words.size() && i <= at + kReach; ++i)
      if (words[i].mark == Mark::None && test(words[i])) return true;
    return false;
  };
  switch (lower) {
    case Cue::Place:
      return (word.lower == "across" &&
              after([](const Word& w) { return w.norm == "az" || w.norm == "availability"; })) ||
             after(says_subnet);
    case Cue::Host:
      return after([](const Word& w) { return w.norm.alias || w.lower.alias; });
    case Cue::Time:
      return after([](const Word& w) { return digit(w.lower.front()) || w.norm == "most"; });
    case Cue::Bound:
      return after([](const Word& w) { return w.norm == "to"; });
    case Cue::Unknown:
    case Cue::None:
    case Cue::Fact:
      break;
  }
  return false;
}

std::vector<std::size_t> FactCues::among(const std::vector<Word>& words, std::size_t from, std::size_t to) {
  std::vector<std::size_t> places;
  for (std::size_t i = from; i < to; ++i)
    if (at(words, i)) places.push_back(i);
  return places;
}

std::size_t FactCues::end(const std::vector<Word>& words, std::size_t from, std::size_t to) {
  std::size_t end = from;
  for (std::size_t i = to; i > from; --i) {
    if (!at(words, i - 1)) continue;
    end = std::max(end, i);
    if (words[i - 1].mark == Mark::None) return end;
  }
  return from;
}

}  // namespace skydraft::understand
