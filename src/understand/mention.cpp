#include "understand/mention.hpp"

#include <algorithm>
#include <array>

namespace skydraft::understand {
namespace {

constexpr std::size_t kLongestName = 10;  // words

catalogue::AliasNode next(catalogue::AliasNode node, const WordText& word) {
  return word.several ? catalogue::find_alias_node(word, node) : node.next(word.alias_word);
}

/// What words may spell of the catalogue's names, as they are read one by one: each in singular, as they are written,
/// and the last one alone in singular.
class Spellings {
 public:
  explicit Spellings(const Word& first)
      : singular_(first.norm.alias), written_(first.lower.alias), plural_(&first.norm != &first.lower) {}

  void add(const Word& word) {
    last_singular_ = plural_ ? next(written_, word.norm) : catalogue::AliasNode();
    plural_ = plural_ || &word.norm != &word.lower;
    singular_ = next(singular_, word.norm);
    written_ = plural_ ? next(written_, word.lower) : singular_;
  }
  /// The names of all words so far.
  std::span<const catalogue::Alias> names() const {
    const auto names = singular_.aliases();
    if (!names.empty() || !plural_) return names;
    const auto of_last = last_singular_.aliases();
    return of_last.empty() ? written_.aliases() : of_last;
  }
  /// Whether a name begins with all words so far.
  bool may_go_on() const { return singular_ || last_singular_ || written_; }

 private:
  catalogue::AliasNode singular_, written_, last_singular_;
  bool plural_;  ///< some norm differs from what is written
};

/// Kubernetes calls its objects by words that everybody uses for other things too: "service", "gateway", "role".
bool everyday_object(const CatalogueHit& hit, const catalogue::Kind& kind) {
  const std::string_view text = hit.rows.front().text;
  return kind.provider == "k8s" && text.find(' ') == std::string_view::npos && text != "deployment" && text != "pod" &&
         text != "ingress" && lexicon::is_generic(text);
}

bool has_phrase(std::string_view text, std::string_view phrase) {
  const std::size_t at = text.find(phrase);
  return at != std::string_view::npos && !phrase.empty() && (at == 0 || text[at - 1] == ' ') &&
         (at + phrase.size() == text.size() || text[at + phrase.size()] == ' ');
}

bool everyday_phrase(std::string_view text) {
  const std::vector<Word> words = words_of(text);
  return std::ranges::all_of(words, [](const Word& w) {
    return w.mark != Mark::None || lexicon::is_generic(w.norm) || lexicon::is_group(w.norm) ||
           lexicon::is_filler(w.norm);
  });
}

bool name_word(const Word& word) { return word.mark == Mark::None; }

}  // namespace

bool is_cloud(std::string_view provider) { return std::ranges::find(kClouds, provider) != kClouds.end(); }

std::optional<CatalogueHit> catalogue_hit(const std::vector<Word>& words, std::size_t at) {
  if (at >= words.size() || !name_word(words[at]) || !(words[at].norm.alias || words[at].lower.alias))
    return std::nullopt;
  CatalogueHit best{at, at, {}, false};
  Spellings spellings(words[at]);
  const std::size_t end = std::min(words.size(), at + kLongestName);
  for (std::size_t i = at; i < end; ++i) {
    if (!name_word(words[i])) {
      // "Pub/Sub", "CI/CD", "I/O": a slash without blanks joins a name.
      if (words[i].mark == Mark::Slash && words[i].joined && i > at && i + 1 < words.size() && words[i + 1].joined)
        continue;
      break;
    }
    if (i > at) spellings.add(words[i]);
    if (!spellings.may_go_on()) break;
    if (const auto names = spellings.names(); !names.empty()) {
      best.to = i + 1;
      best.rows = names;
    }
  }
  if (best.rows.empty()) return std::nullopt;
  best.plural = words[best.to - 1].plural;
  return best;
}

std::optional<CatalogueHit> whole_hit(const std::vector<Word>& words) {
  auto hit = words.empty() ? std::nullopt : catalogue_hit(words, 0);
  return hit && hit->to == words.size() ? hit : std::nullopt;
}

std::vector<CatalogueHit> catalogue_hits(const std::vector<Word>& words) {
  std::vector<CatalogueHit> hits;
  for (std::size_t at = 0; at < words.size();) {
    if (words[at].mark != Mark::None) {
      ++at;
      continue;
    }
    if (auto hit = catalogue_hit(words, at)) {
      at = hit->to;
      hits.push_back(*hit);
    } else {
      ++at;
    }
  }
  return hits;
}

std::span<const catalogue::Kind* const> context_kinds(const Draft& draft, SectionId section) {
  for (std::optional<SectionId> at = section; at; at = draft.outline[*at].parent)
    if (!draft.topic(*at).kinds.empty()) return draft.topic(*at).kinds;
  return {};
}

std::string_view provider_at(const Draft& draft, SectionId section) {
  const std::string_view cloud = draft.topic(section).cloud;
  return cloud.empty() || draft.provider != draft.own_provider ? std::string_view(draft.provider) : cloud;
}

const catalogue::Kind* meaning_of(const Draft& draft, const CatalogueHit& hit, SectionId section) {
  const auto kinds = catalogue::kinds();
  const auto context = context_kinds(draft, section);
  const auto row_where = [&](auto&& test) -> const catalogue::Kind* {
    for (const catalogue::Alias& row : hit.rows)
      if (test(kinds[row.kind], row)) return &kinds[row.kind];
    return nullptr;
  };
  if (const auto *kind = row_where(
          [&](const catalogue::Kind& k, const auto&) { return std::ranges::find(context, &k) != context.end(); }))
    return kind;
  if (draft.kafka && std::string_view(hit.rows.front().text) == "topic") return catalogue::find("generic.topic");
  if (draft.topic(section).kubernetes)
    if (const auto *kind = row_where([](const catalogue::Kind& k, const auto&) { return k.provider == "k8s"; }))
      return kind;
  // "Redis" is Redis, whatever the cloud offers under that word; a "database" is the cloud's.
  const bool brand = row_where([&](const catalogue::Kind& k, const auto& row) {
    return (k.provider == "generic" || k.provider == "tool") && row.strength != catalogue::AliasStrength::Common &&
           tells(hit, k);
  });
  const std::string_view provider = provider_at(draft, section);
  // Of three clouds an everyday word may be any one's, but in a box that is one of them.
  const bool any = draft.clouds.size() > 2 && draft.provider == draft.own_provider;
  if (!provider.empty())
    if (const auto *kind = row_where([&](const catalogue::Kind& k, const auto& row) {
          const bool common = row.strength == catalogue::AliasStrength::Common;
          return k.provider == provider && !(common && (brand || any));
        }))
      return kind;
  const bool only_kubernetes =
      std::ranges::all_of(hit.rows, [&](const catalogue::Alias& row) { return kinds[row.kind].provider == "k8s"; });
  if (draft.kubernetes && only_kubernetes && !everyday_object(hit, kinds[hit.rows.front().kind]))
    return &kinds[hit.rows.front().kind];
  // "the deployment" of a document without Kubernetes is what is done.
  const auto foreign_object = [&](const catalogue::Kind& k) {
    return k.provider == "k8s" && !draft.kubernetes &&
           (lexicon::is_generic(hit.rows.front().text) || std::string_view(hit.rows.front().text) == "namespace" ||
            std::string_view(hit.rows.front().text) == "api server");
  };
  if (const auto *kind = row_where([&](const catalogue::Kind& k, const auto& row) {
        if (foreign_object(k)) return false;
        const bool foreign = is_cloud(k.provider) && std::ranges::find(draft.clouds, k.provider) == draft.clouds.end();
        return row.strength != catalogue::AliasStrength::Common && !everyday_object(hit, k) && !foreign;
      }))
    return kind;
  return row_where([](const catalogue::Kind& k, const auto&) { return k.provider == "generic"; });
}

bool names_kind(std::span<const catalogue::Alias> rows, const catalogue::Kind& kind) {
  return std::ranges::any_of(rows, [&](const catalogue::Alias& row) { return &catalogue::kinds()[row.kind] == &kind; });
}

bool is_official(const CatalogueHit& hit, const catalogue::Kind& kind) {
  const std::string_view text = hit.rows.front().text;
  for (const std::string_view brand : lexicon::brands())
    if (has_phrase(text, brand)) return true;
  for (const std::string_view name : {kind.name, kind.short_name}) {
    const std::string key = key_of(name);
    if (has_phrase(text, key) && !everyday_phrase(key)) return true;
  }
  return false;
}

/// "Transit gateway" and "VPC" are one cloud's names, and what another calls its own by the way.
bool lent_name(const CatalogueHit& hit, const catalogue::Kind& kind) {
  if (!is_cloud(kind.provider) ||
      (kind.category != catalogue::Category::Network && kind.category != catalogue::Category::Security &&
       kind.category != catalogue::Category::Group))
    return false;
  bool own = false, lent = false;
  for (const catalogue::Alias& row : hit.rows) {
    const catalogue::Kind& other = catalogue::kinds()[row.kind];
    own = own || &other == &kind;
    lent = lent || (row.strength != catalogue::AliasStrength::Common && is_cloud(other.provider) &&
                    other.provider != kind.provider && other.category == kind.category);
  }
  return own && lent;
}

bool tells(const CatalogueHit& hit, const catalogue::Kind& kind) {
  // "Redis" and "Kafka" are names, "database" and "web server" are not: a brand has a brand's icon.
  if (kind.provider == "generic" && !kind.icon.starts_with("thesvg/") && !kind.icon.starts_with("simple/"))
    return false;
  if (everyday_object(hit, kind)) return false;
  if (lent_name(hit, kind)) return true;
  return std::ranges::any_of(hit.rows, [&](const catalogue::Alias& row) {
    return &catalogue::kinds()[row.kind] == &kind && row.strength != catalogue::AliasStrength::Common;
  });
}

std::optional<NameHit> name_hit(const Draft& draft, const std::vector<Word>& words, std::size_t at) {
  if (at >= words.size() || !name_word(words[at])) return std::nullopt;
  const NameTree& names = draft.names();
  std::optional<NameHit> best;
  NameTree::Node node = NameTree::kRoot;
  for (std::size_t i = at; i < words.size() && i < at + kLongestName; ++i) {
    if (!name_word(words[i])) {
      if (words[i].mark == Mark::Other ||
          (words[i].joined && (words[i].mark == Mark::Open || words[i].mark == Mark::Close)) ||
          (words[i].mark == Mark::Slash && words[i].joined))
        continue;
      break;
    }
    node = names.next(node, words[i].norm);
    if (node == NameTree::kNone) break;
    const auto ids = names.ids(node);
    if (!ids.empty()) best = NameHit{at, i + 1, ids};
  }
  return best;
}

}  // namespace skydraft::understand
