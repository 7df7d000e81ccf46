#include "understand/passes.hpp"

#include <algorithm>
#include <array>
#include <set>
#include <unordered_map>

#include "understand/alternatives.hpp"
#include "understand/asides.hpp"
#include "understand/heading_name.hpp"
#include "understand/labels.hpp"
#include "understand/mention.hpp"
#include "understand/pins.hpp"
#include "understand/view_words.hpp"

namespace skydraft::understand {
namespace {

bool speaks_of_kubernetes(const std::vector<Word>& words) {
  return std::ranges::any_of(words, [](const Word& w) { return lexicon::names_kubernetes(w.lower); });
}

/// "Deployments" beside "Services": then these are Kubernetes' services.
bool heads_kubernetes_objects(const Section& section) {
  if (heads_deployment(section)) return false;
  const auto hit = catalogue_hit(section.words, 0);
  return hit && hit->to == section.words.size() && std::ranges::all_of(hit->rows, [](const catalogue::Alias& row) {
           const catalogue::Kind& kind = catalogue::kinds()[row.kind];
           return kind.provider == "k8s" && kind.scope == catalogue::Scope::Cluster;
         });
}

/// "Copyright …", "Licensed under the Apache License": about the text.
bool is_legal(const Entry& entry) {
  const std::vector<Word>& words = entry.label_words.empty() ? entry.words : entry.label_words;
  if (words.empty()) return false;
  const WordText& first = words.front().lower;
  return first == "copyright" || first == "licensed" || first == "©" || first == "spdx";
}

/// "- [ ] Replace the queue": a task that nobody has ticked. The text itself has no box any more.
bool is_open_task(const Draft& draft, const Entry& entry) {
  constexpr std::string_view kBox = "[ ] ";
  const std::string_view text = draft.source.text();
  return entry.kind == EntryKind::Bullet && entry.span.begin >= kBox.size() &&
         text.substr(entry.span.begin - kBox.size(), kBox.size()) == kBox;
}

/// "**On another cloud** it would be: a function, a queue": what there might be.
bool is_supposed(const Entry& entry) {
  if (!entry.label_words.empty() && lexicon::is_later(entry.label_words.front().lower)) return true;  // "Future: …"
  for (const std::vector<Word>* words : {&entry.label_words, &entry.words})
    for (std::size_t at = 0; at + 1 < words->size(); ++at)
      if ((*words)[at + 1].lower == "be" && ((*words)[at].lower == "would" || (*words)[at].lower == "could") &&
          (at + 2 == words->size() || (*words)[at + 2].mark == Mark::Colon))
        return true;
  return false;
}

/// A bold line over a list or table is a heading in all but name: what it heads is skipped like a section.
void skip_entries(Draft& draft) {
  for (std::uint32_t i = 0; i < draft.outline.entries.size(); ++i) {
    const Entry& entry = draft.outline.entries[i];
    const bool above = entry.parent && draft.fates[entry.parent->index].skipped;
    const bool heads = entry.kind == EntryKind::Paragraph && entry.strong_label && entry.value.empty();
    draft.fates[i].skipped = above || is_open_task(draft, entry) || is_legal(entry) || is_supposed(entry) ||
                             (heads && is_aside(entry.label_words));
  }
}

/// "Deploying the template", "Create the bucket" tell the reader what to do; "Update Manager" is a service.
bool instructs(const Section& section) {
  const std::vector<Word>& words = section.words;
  if (words.size() < 2 || words[1].joined || words[1].norm == "block" || words[1].norm == "case")
    return false;  // "Building blocks", "Use case: …"
  if (lexicon::is_activity(words.front().lower)) return true;
  return lexicon::is_imperative(words.front().lower) && !catalogue_hit(words, 0);
}

/// "Template Resources", though it stands under "Running the example".
bool lists_resources(const Section& section) {
  if (section.words.empty()) return false;
  const WordText& last = section.words.back().norm;
  return last == "resource" || last == "component" || last == "architecture";
}

/// "Resources" under "Template Resources" are no links.
bool goes_on_listing(const Draft& draft, const Section& section) {
  return lists_resources(section) && section.parent && lists_resources(draft.outline[*section.parent]);
}

/// A heading about what is done rather than what there is: backups, scaling, notes.
bool is_practice(const Section& section) {
  const std::string key = key_of(section.words, 0, section.words.size());
  return std::ranges::any_of(lexicon::policy_sections(), [phrases = KeyPhrases(key)](const lexicon::PolicyWord& row) {
    return row.kind != model::PolicyKind::Security && phrases.has(row.word);
  });
}

constexpr int kSmallestShare = 4;  // a cloud that nobody names by its name has a fourth of the leading one's names

/// "VPC" and "security group" are words of several clouds, and "site-to-site VPN" is anybody's: they tell of one only
/// where nothing else does.
bool is_shared(const CatalogueHit& hit) {
  std::string_view first;
  for (const catalogue::Alias& row : hit.rows) {
    const std::string_view provider = catalogue::kinds()[row.kind].provider;
    if (provider == "generic" && row.strength != catalogue::AliasStrength::Common) return true;
    if (!is_cloud(provider)) continue;
    if (!first.empty() && first != provider) return true;
    first = provider;
  }
  return false;
}

struct CloudVotes {
  /// Of a name that was met: how often, and what that counts for; null: nothing.
  struct Met {
    int* counter = nullptr;
    int times = 0;
  };

  std::array<int, kClouds.size()> brand{}, own{}, shared{};
  std::unordered_map<const catalogue::Alias*, Met> names;
  std::vector<const catalogue::Kind*> turned_down;  ///< what the document first names as what was not taken

  int of(std::size_t i) const { return brand[i] + own[i]; }

  void count(const std::vector<Word>& words, bool prose = false) {
    std::vector<const Word*> examples;  // "such as S3 or MinIO"
    for (const CatalogueHit& hit : catalogue_hits(words)) {
      if (is_example(words, hit.from, examples)) {
        for (std::size_t at = hit.from; at < hit.to; ++at) examples.push_back(&words[at]);
        continue;
      }
      const auto [known, added] = names.try_emplace(&hit.rows.front());
      Met& met = known->second;
      if (added) met.counter = counter_of(hit);
      if (is_turned_down(words, hit.from)) {
        if (added) turned_down.push_back(&catalogue::kinds()[hit.rows.front().kind]);
        continue;
      }
      if (is_interface(words, hit.to)) disown(met);
      // In a sentence "an API gateway" is any, and so is "an event notification"; "API Gateway" is a cloud's.
      const auto name = std::span(words).subspan(hit.from, hit.to - hit.from);
      const bool lower = std::ranges::none_of(name, &Word::capital);
      const bool pattern = lower && std::ranges::find(name, Mark::Slash, &Word::mark) != name.end();  // "pub/sub"
      const Word& last = words[hit.to - 1];
      // "Location service", "API gateway": anybody's, where "Security groups" and "NAT gateway" are a cloud's.
      const bool everyday = !last.capital && (last.norm == "service" || words[hit.from].norm == "api");
      const bool any = hit.to > hit.from + 1 && (everyday || (prose && (lower || (is_shared(hit) && !last.capital))));
      if (met.counter == nullptr || any || pattern) continue;
      ++*met.counter;
      ++met.times;
    }
    for (std::size_t at = 0; at < words.size(); ++at) {
      const WordText& word = words[at].lower;
      if (!word.alias || std::ranges::binary_search(examples, &words[at]))
        continue;  // of each cloud there are services
      for (std::size_t i = 0; i < kClouds.size(); ++i)
        brand[i] += word == kClouds[i] || (i == 0 && word == "amazon") ? 1 : 0;
      if (word == "google" && at + 1 < words.size() && words[at + 1].lower == "cloud") ++brand[2];
    }
  }

  /// "S3-compatible": what others offer is no cloud's, wherever the document speaks of it.
  static bool is_interface(const std::vector<Word>& words, std::size_t at) {
    return is_word(words, at) && words[at].lower == "compatible";
  }

  /// "a queue such as SQS or RabbitMQ": any of them would do. `before`: the words of the examples before this one.
  static bool is_example(const std::vector<Word>& words, std::size_t at, const std::vector<const Word*>& before) {
    if (at > 2 && words[at - 1].lower == "as" && words[at - 2].lower == "such") {
      const Word& noun = words[at - 3];
      return !noun.plural && (lexicon::is_generic(noun.norm) || !lexicon::head_kind(noun.norm).empty());
    }
    const bool goes_on = at > 1 && (words[at - 1].mark == Mark::Comma || words[at - 1].lower == "or");
    return goes_on && !before.empty() && before.back() == &words[at - 2];
  }

  static void disown(Met& met) {
    if (met.counter != nullptr) *met.counter -= met.times;
    met = {};
  }

  int* counter_of(const CatalogueHit& hit) {
    const catalogue::Kind& kind = catalogue::kinds()[hit.rows.front().kind];
    const auto* const cloud = std::ranges::find(kClouds, kind.provider);
    if (cloud == kClouds.end() || !tells(hit, kind) || !is_official(hit, kind)) return nullptr;
    // "WAF": anybody's.
    if (is_shared(hit) && kind.scope == catalogue::Scope::Global) return nullptr;
    return &(is_shared(hit) ? shared : own)[static_cast<std::size_t>(cloud - kClouds.begin())];
  }
};

/// The one cloud of the document that these words name by its name.
std::string_view cloud_named(const Draft& draft, const std::vector<Word>& words) {
  CloudVotes votes;
  votes.count(words);
  std::string_view found;
  for (std::size_t i = 0; i < kClouds.size(); ++i) {
    if (votes.brand[i] == 0 || std::ranges::find(draft.clouds, kClouds[i]) == draft.clouds.end()) continue;
    if (!found.empty()) return {};
    found = kClouds[i];
  }
  return found;
}

/// The cloud that most names of its own belong to.
void find_provider(Draft& draft) {
  CloudVotes votes;
  bool kafka = false, other_topics = false;
  const auto count = [&](const std::vector<Word>& words, bool prose = false) {
    votes.count(words, prose);
    draft.kubernetes = draft.kubernetes || speaks_of_kubernetes(words);
    for (const Word& word : words) {
      kafka = kafka || word.norm == "kafka";
      other_topics =
          other_topics || word.norm == "sns" || word.norm == "pubsub" || word.norm == "pub" || word.norm == "mqtt";
    }
  };
  for (const Section& section : draft.outline.sections) count(section.words);
  for (const Entry& entry : draft.outline.entries) {
    count(entry.label_words);
    count(entry.words, entry.kind == EntryKind::Paragraph || entry.kind == EntryKind::Step);
  }
  for (const md::Block& block : draft.document.blocks()) {
    if (block.kind == md::BlockKind::Code && block.literal.size() < 20000) count(words_of(block.literal));
    // The first cell of a row is an entry's text.
    if (block.kind == md::BlockKind::Cell && block.level > 0) count(words_of(block.text.text));
  }
  draft.kafka = kafka && !other_topics;
  draft.turned_down = std::move(votes.turned_down);
  if (std::ranges::all_of(votes.brand, [](int n) { return n == 0; }) &&
      std::ranges::all_of(votes.own, [](int n) { return n == 0; }))
    votes.own = votes.shared;
  std::size_t most = 0;
  for (std::size_t i = 1; i < kClouds.size(); ++i)
    if (votes.of(i) > votes.of(most)) most = i;
  if (votes.of(most) == 0) return;
  for (std::size_t i = 0; i < kClouds.size(); ++i)
    if (votes.brand[i] > 0 || votes.of(i) * kSmallestShare >= votes.of(most)) draft.clouds.push_back(kClouds[i]);
  draft.provider = draft.own_provider = std::string(kClouds[most]);
  // Two clouds of about the same weight: the document has no one provider, but everyday words still need one.
}

}  // namespace

void read_sections(Draft& draft) {
  find_provider(draft);
  std::set<std::uint32_t> object_lists;
  const auto titles = std::ranges::count(draft.outline.sections, 1, &Section::level);
  const auto title = titles != 1
                         ? draft.outline.sections.size()
                         : static_cast<std::size_t>(std::ranges::find(draft.outline.sections, 1, &Section::level) -
                                                    draft.outline.sections.begin());
  for (const Section& section : draft.outline.sections)
    if (section.parent && heads_kubernetes_objects(section)) object_lists.insert(section.parent->index);
  for (std::uint32_t i = 0; i < draft.outline.sections.size(); ++i) {
    const SectionId id{i};
    const Section& section = draft.outline[id];
    SectionTopic& topic = draft.topic(id);
    topic.cloud = i == 0 ? std::string_view{} : cloud_named(draft, section.words);
    if (section.parent) {
      if (topic.cloud.empty()) topic.cloud = draft.topic(*section.parent).cloud;
      topic.kubernetes = draft.topic(*section.parent).kubernetes;
      topic.practice = draft.topic(*section.parent).practice;
      topic.skipped = draft.topic(*section.parent).skipped && section.level > 1 && !lists_resources(section);
    }
    topic.categories = lists_categories(draft.outline, id);
    topic.practice = topic.practice || is_practice(section);
    topic.kubernetes = topic.kubernetes || speaks_of_kubernetes(section.words) ||
                       (section.parent && draft.kubernetes && object_lists.contains(section.parent->index));
    topic.skipped =
        topic.skipped ||
        (section.level > 1 && (is_aside(section.words) || instructs(section)) && !goes_on_listing(draft, section)) ||
        is_view_section(draft.outline, id) || is_about_the_picture(section);
    if (i != 0 && !topic.skipped) {
      HeadingName named = name_in_heading(draft, id);
      topic.kinds = std::move(named.kinds);
      topic.name = named.name;
      topic.rest = named.rest;
    }
    if (i == title) topic.kinds.clear();  // what the whole document is about is no list of such things
    topic.group = topic.kinds.empty();
  }
  skip_entries(draft);
}

}  // namespace skydraft::understand
