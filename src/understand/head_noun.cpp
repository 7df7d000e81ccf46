#include "understand/head_noun.hpp"

#include "understand/classify.hpp"
#include "understand/description.hpp"
#include "understand/mention.hpp"

namespace skydraft::understand {

bool is_role(const Draft& draft, std::string_view kind) {
  return lexicon::is_role(kind) || (draft.only_tells && lexicon::is_told(kind));
}

std::optional<Head> head_at(const Draft& draft, const std::vector<Word>& words, std::size_t at, SectionId section) {
  const auto hit = catalogue_hit(words, at);
  Head head{at, at + 1, nullptr, false, words[at].plural};
  if (hit) {
    // "a third-party payment API": whose it is, not what.
    if (std::string_view(hit->rows.front().text) == "third party")
      for (std::size_t i = hit->to; i < hit->to + 3 && is_word(words, i) && !lexicon::find_verb(words[i].lower); ++i)
        if (!lexicon::head_kind(words[i].norm).empty()) return std::nullopt;
    head.to = hit->to;
    head.plural = hit->plural;
    const catalogue::Kind* kind = meaning_of(draft, *hit, section);
    head.strong = kind && tells(*hit, *kind);
    if (head.strong && (is_technology(*kind) || kind->category == catalogue::Category::Actor ||
                        (kind->holds != catalogue::Holds::NotAContainer && kind->holds != catalogue::Holds::Host)))
      return std::nullopt;
    if (head.strong && (lexicon::is_open(kind->id) || !lexicon::head_kind(words[hit->to - 1].norm).empty())) {
      head.kind = kind;
      return head;
    }
    std::string_view noun =
        hit->to == at + 1 ? lexicon::head_kind(words[at].norm) : lexicon::head_kind(key_of(words, at, hit->to));
    if (noun.empty())
      for (const catalogue::Alias& row : hit->rows)
        if (noun.empty() && is_role(draft, catalogue::kinds()[row.kind].id)) noun = catalogue::kinds()[row.kind].id;
    if (noun.empty()) return std::nullopt;
    const bool object = kind && kind->provider == "k8s" && !draft.topic(section).kubernetes;
    head.kind =
        kind && !object && kind->category != catalogue::Category::Actor ? kind : &catalogue::kind_or_unknown(noun);
    return head;
  }
  const std::string_view noun = lexicon::head_kind(words[at].norm);
  if (noun.empty() || words[at].code) return std::nullopt;
  head.kind = &catalogue::kind_or_unknown(noun);
  return head;
}

bool is_framework(const catalogue::Kind& kind) {
  return kind.category == catalogue::Category::Application && is_technology(kind);
}

bool is_made_with(const std::vector<Word>& words, std::size_t at, const Head& head) {
  const lexicon::VerbForm* verb = is_word(words, head.to) ? lexicon::find_verb(words[head.to].lower) : nullptr;
  const bool goes_on = is_plain_noun(words, head.to) || (verb && verb->tense == lexicon::Tense::Base);
  if (at == head.from || head.plural || goes_on) return false;
  while (at < head.from) {
    const auto hit = words[at].code ? std::nullopt : catalogue_hit(words, at);
    if (!hit || hit->to > head.from || !is_framework(catalogue::kinds()[hit->rows.front().kind])) return false;
    at = hit->to;
  }
  return true;
}

bool is_described_after(const std::vector<Word>& words, std::size_t at) {
  if (at + 1 >= words.size() || !is_word(words, at + 1)) return false;
  if (words[at].mark == Mark::Comma) return is_indefinite_article(words[at + 1].lower);
  return lexicon::is_class(words[at + 1].lower, lexicon::WordClass::Preposition) &&
         (words[at].lower == "running" || words[at].lower == "hosted" || words[at].lower == "deployed");
}

bool workers_act(const std::vector<Word>& words, const Head& head) {
  const bool begins = head.from == 0 || words[head.from - 1].mark == Mark::Stop;
  const lexicon::VerbForm* verb = is_word(words, head.to) ? lexicon::find_verb(words[head.to].lower) : nullptr;
  return begins && head.plural && head.kind->id == "generic.worker" && verb && verb->tense == lexicon::Tense::Base;
}

bool names_none(const std::vector<Word>& words, std::size_t at, const Head& head, std::size_t to) {
  const bool any = !words[at].capital && !words[at].code && words[at].lower.ends_with("ing");
  const bool acts =
      head.from > at && is_word(words, to) && lexicon::is_moved(words[to].norm) && acts_here(words, head.from);
  return head.plural && (any || acts);
}

bool is_brand(const std::vector<Word>& words, std::size_t at) {
  const auto hit =
      words[at].capital && lexicon::head_kind(words[at].norm).empty() ? catalogue_hit(words, at) : std::nullopt;
  return hit && tells(*hit, catalogue::kinds()[hit->rows.front().kind]);
}

bool inside_brand(const std::vector<Word>& words, std::size_t at) {
  if (at == 0 || !is_word(words, at - 1) || !lexicon::is_provider_word(words[at - 1].lower)) return false;
  const auto hit = catalogue_hit(words, at - 1);
  return hit && hit->to > at;
}

const catalogue::Kind* kind_of_camel_case(const Draft& draft, std::string_view name, SectionId section) {
  if (name.find(' ') != std::string_view::npos) return nullptr;
  std::size_t last = name.size();
  while (last > 1 && !(name[last - 1] >= 'A' && name[last - 1] <= 'Z')) --last;
  if (last <= 1 || last == name.size()) return nullptr;
  const std::vector<Word> part = words_of(name.substr(last - 1));
  const auto hit = whole_hit(part);
  return hit ? meaning_of(draft, *hit, section) : nullptr;
}

}  // namespace skydraft::understand
