#include "understand/people.hpp"

#include "understand/classify.hpp"

namespace skydraft::understand {
namespace {

std::string written(const std::vector<Word>& words, std::string_view text, std::size_t from, std::size_t to) {
  return std::string(text.substr(words[from].begin, words[to - 1].end - words[from].begin));
}

/// "iOS" is written so.
void with_capital(std::string& name) {
  const auto is_small = [](char c) { return c >= 'a' && c <= 'z'; };
  if (is_small(name.front()) && (name.size() < 2 || is_small(name[1]) || name[1] == ' '))
    name.front() = static_cast<char>(name.front() - 'a' + 'A');
}

/// "requests from the internet": where they start. Elsewhere the internet is what a gateway gives access to.
bool starts_there(const std::vector<Word>& words, std::size_t at) {
  return at >= 3 && words[at - 1].lower == "the" && words[at - 2].lower == "from" &&
         lexicon::is_travelling(words[at - 3].norm);
}

}  // namespace

/// "the user, order and inventory services": the first of several that share their noun.
static bool shares_software_noun(const std::vector<Word>& words, std::size_t at) {
  constexpr std::size_t kFurthest = 12;
  for (std::size_t i = at + 1; i + 2 < words.size() && i < at + kFurthest; i += 2) {
    const bool last = words[i].lower == "and" || (words[i].mark == Mark::Comma && words[i + 1].lower == "and");
    if (!last && words[i].mark != Mark::Comma) return false;
    const std::size_t noun = i + (words[i].mark == Mark::Comma && last ? 3 : 2);
    if (last) return noun < words.size() && words[noun].plural && is_software_noun(words[noun].norm);
    if (words[i + 1].mark != Mark::None) return false;
  }
  return false;
}

bool names_software(const std::vector<Word>& words, std::size_t at) {
  if (!words[at].plural && !lexicon::actor_kind(words[at].norm).empty() && shares_software_noun(words, at)) return true;
  if (words[at].plural || lexicon::actor_kind(words[at].norm).empty() || !is_word(words, at + 1) || words[at + 1].code)
    return false;
  return words[at + 1].norm == "application" || is_software_noun(words[at + 1].norm);
}

std::optional<Reference> person_of(const Draft& draft, const std::vector<Word>& words, std::string_view text,
                                   const CatalogueHit& hit, const catalogue::Kind& kind) {
  if (kind.id == "generic.internet" && !starts_there(words, hit.from)) return std::nullopt;
  if (hit.to == hit.from + 1 && names_software(words, hit.from)) return std::nullopt;
  const std::string_view person = lexicon::actor_kind(key_of(words, hit.from, hit.to));
  const catalogue::Kind& found = person.empty() ? kind : catalogue::kind_or_unknown(person);
  Reference reference{hit.from, hit.to, {}, {}, &found, written(words, text, hit.from, hit.to), hit.plural, false};
  const auto known = draft.named(words, hit.from, hit.to);
  if (!known.empty())
    reference.ids = {known.front()};
  else if (person.empty())
    return std::nullopt;
  with_capital(reference.name);
  return reference;
}

std::optional<Reference> person_at(const std::vector<Word>& words, std::string_view text, std::size_t at) {
  if (!lexicon::begins_actor(words[at].norm)) return std::nullopt;
  // "the iOS and Android apps"
  if (is_word(words, at + 3) && (words[at + 1].lower == "and" || words[at + 1].lower == "or") && words[at + 3].plural) {
    const std::string name = std::string(words[at].norm) + " " + std::string(words[at + 3].norm);
    if (const std::string_view kind = lexicon::actor_kind(name);
        !kind.empty() && !lexicon::actor_kind(key_of(words, at + 2, at + 4)).empty())
      return Reference{at,
                       at + 1,
                       {},
                       {},
                       &catalogue::kind_or_unknown(kind),
                       written(words, text, at, at + 1) + " " + std::string(words[at + 3].norm),
                       false,
                       true};
  }
  for (std::size_t n = 3; n-- > 0;) {
    if (at + n >= words.size() || (n > 0 && !is_word(words, at + n))) continue;
    const std::string_view kind =
        n == 0 ? lexicon::actor_kind(words[at].norm) : lexicon::actor_kind(key_of(words, at, at + n + 1));
    if (kind.empty()) continue;
    if (n == 0 && names_software(words, at)) return std::nullopt;
    const catalogue::Kind& found = catalogue::kind_or_unknown(kind);
    // "User requests", "client library": an actor's word before another noun describes that noun; the actor still
    // acts.
    Reference reference{at,   at + n + 1, {}, {}, &found, written(words, text, at, at + n + 1), words[at + n].plural,
                        false};
    if (kind == "generic.internet" && !starts_there(words, at)) return std::nullopt;
    with_capital(reference.name);
    return reference;
  }
  return std::nullopt;
}

}  // namespace skydraft::understand
