#include "understand/choice.hpp"

#include <algorithm>
#include <bitset>

namespace skydraft::understand {
namespace {

constexpr std::size_t kMaxSpokenBefore = 256;  // things spoken of before that "the gateway" may mean
constexpr std::size_t kMaxDoubted = 4;         // more things than this a word for one of them does not stand for
constexpr std::size_t kPurposeWindow = 6;      // words around a mention that may say which one is meant

/// "Access to …": the word is what is done, not what it is done with.
bool acts(const std::vector<Word>& words, std::size_t at) {
  if (!lexicon::find_verb(words[at].lower) || at + 1 >= words.size()) return false;
  const WordText& next = words[at + 1].lower;
  return next == "to" || next == "from" || next == "in" || next == "by" || next == "into";
}

/// Which of several components of one kind the words around the mention are about ("S3 bucket for static content").
std::vector<ComponentId> by_purpose(Draft& draft, const std::vector<Word>& words, std::size_t from, std::size_t to,
                                    std::span<const ComponentId> ids) {
  WordTexts around;
  around.reserve(2 * kPurposeWindow);
  const std::size_t begin = from > kPurposeWindow ? from - kPurposeWindow : 0;
  for (std::size_t i = begin; i < std::min(words.size(), to + kPurposeWindow); ++i)
    if ((i < from || i >= to) && is_word(words, i) && !lexicon::is_filler(words[i].norm) &&
        !lexicon::is_generic(words[i].norm) && words[i].norm.size() > 2 && !acts(words, i) && words[i].norm != "for" &&
        words[i].norm != "and" && words[i].norm != "from")
      around.push_back(&words[i].norm);
  std::vector<ComponentId> best;
  int best_score = 0;
  const std::uint64_t bits = bits_of(around);
  for (const ComponentId id : ids) {
    const NameParts& known = draft.parts[id.index];
    const std::uint64_t known_bits = known.bits | known.task_bits;
    if ((known_bits & bits) == 0) continue;
    int score = 0;
    for (const WordText* word : around)
      if ((known_bits & bit_of(*word)) != 0)
        score += contains(known.words, *word) || contains(known.tasks, *word) ? 1 : 0;
    if (score > best_score) {
      best.clear();
      best_score = score;
    }
    if (score == best_score && score > 0) best.push_back(id);
  }
  return best.size() == 1 ? best : std::vector<ComponentId>{};
}

/// "The Lambda first asks …": the one that the section spoke of last.
bool last_spoken(const Draft& draft, Reference& reference) {
  std::bitset<1024> meant;  // most of what was spoken of is none of those
  for (const ComponentId id : reference.ids) meant.set(id.index % meant.size());
  for (std::size_t i = draft.spoken.size(); i-- > oldest_spoken(draft);) {
    const ComponentId id = draft.spoken[i];
    if (!meant[id.index % meant.size()] || std::ranges::find(reference.ids, id) == reference.ids.end()) continue;
    reference.ids = {id};
    reference.rule = "last-of-kind";
    return true;
  }
  return false;
}

/// A Deployment, its Service and its autoscaler under one name: the one that acts.
bool by_rank(Draft& draft, Reference& reference) {
  if (std::ranges::none_of(reference.ids, [&](ComponentId id) { return draft.kind(id).provider == "k8s"; }))
    return false;
  int best = -1, count = 0;
  ComponentId first = reference.ids.front();
  for (const ComponentId id : reference.ids) {
    const catalogue::Kind& kind = draft.kind(id);
    const int rank = kind.holds == catalogue::Holds::NotAContainer ? actor_rank(kind) : 0;
    if (rank > best) {
      best = rank;
      count = 0;
      first = id;
    }
    count += rank == best ? 1 : 0;
  }
  if (best < 2 || count != 1) return false;
  reference.ids = {first};
  return true;
}

}  // namespace

int actor_rank(const catalogue::Kind& kind) {
  using catalogue::Category;
  if (kind.id == "k8s.deployment" || kind.id == "k8s.statefulset") return 3;
  if (kind.category == Category::Compute || kind.category == Category::Serverless) return 3;
  if (kind.id == "k8s.service") return 2;
  if (kind.category == Category::Container || kind.category == Category::Application) return 2;
  if (kind.category == Category::Security || kind.category == Category::Network) return 0;
  return 1;
}

std::size_t oldest_spoken(const Draft& draft) {
  return draft.spoken.size() > kMaxSpokenBefore ? draft.spoken.size() - kMaxSpokenBefore : 0;
}

bool definite(const std::vector<Word>& words, std::size_t at) {
  return at > 0 && is_word(words, at - 1) &&
         (words[at - 1].lower == "the" || words[at - 1].lower == "this" || words[at - 1].lower == "that" ||
          words[at - 1].lower == "same") &&
         !(is_word(words, at + 1) && words[at + 1].lower == "for");
}

/// "SQS `orders`": the one of that name.
static bool by_name_behind(Draft& draft, const std::vector<Word>& words, Reference& reference) {
  if (!is_word(words, reference.to) || !words[reference.to].code) return false;
  const std::size_t end = code_run_end(words, reference.to);
  const auto named = draft.named(words, reference.to, end);
  if (named.size() != 1 || std::ranges::find(reference.ids, named.front()) == reference.ids.end()) return false;
  reference.ids = {named.front()};
  reference.to = end;
  return true;
}

void choose(Draft& draft, const std::vector<Word>& words, Reference& reference) {
  if (by_name_behind(draft, words, reference)) return;
  if (!reference.plural && by_rank(draft, reference)) return;
  if (!reference.plural && definite(words, reference.from) && last_spoken(draft, reference)) return;
  // "all services", "the three services" where there are three
  const bool each = reference.plural && reference.from > 0 &&
                    (words[reference.from - 1].lower == "all" || words[reference.from - 1].lower == "both" ||
                     count_of(words[reference.from - 1]) == static_cast<int>(reference.ids.size()));
  if (!each)
    if (auto meant = by_purpose(draft, words, reference.from, reference.to, reference.ids); !meant.empty()) {
      reference.ids = std::move(meant);
      return;
    }
  if (!reference.plural && last_spoken(draft, reference)) return;
  if (reference.ids.size() > (reference.plural ? kMaxAll : kMaxDoubted)) reference.ids.clear();
  // "three functions: orders, menu and payments": they are told one by one.
  const bool told = each && reference.to < words.size() &&
                    (words[reference.to].mark == Mark::Colon || words[reference.to].mark == Mark::Open);
  if (!told) reference.rule = "all-of-kind";
}

}  // namespace skydraft::understand
