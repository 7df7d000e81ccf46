#include <algorithm>
#include <charconv>

#include "understand/attributes.hpp"
#include "understand/classify.hpp"
#include "understand/passes.hpp"
#include "understand/sentence.hpp"

namespace skydraft::understand {
namespace {

constexpr std::size_t kMaxBefore = 64;  // words between "using" and what is used

std::optional<model::PolicyKind> policy_of(std::span<const lexicon::PolicyWord> rows, std::string_view key) {
  const KeyPhrases phrases(key);
  for (const lexicon::PolicyWord& row : rows)
    if (phrases.has(row.word)) return row.kind;
  return std::nullopt;
}

class Policies {
 public:
  explicit Policies(Draft& draft) : draft_(draft) {}

  void run() {
    for (std::uint32_t i = 0; i < draft_.outline.sections.size(); ++i) {
      const SectionId id{i};
      if (draft_.topic(id).skipped) continue;
      const auto section_kind = kind_of_section(id);
      before_.clear();
      for (const EntryId entry : draft_.outline[id].entries) read(entry, section_kind);
    }
  }

 private:
  std::optional<model::PolicyKind> kind_of_section(SectionId id) const {
    for (std::optional<SectionId> at = id; at && draft_.outline[*at].level > 0; at = draft_.outline[*at].parent) {
      const auto& words = draft_.outline[*at].words;
      if (const auto kind = policy_of(lexicon::policy_sections(), key_of(words, 0, words.size()))) return kind;
    }
    return std::nullopt;
  }

  void read(EntryId id, std::optional<model::PolicyKind> section_kind) {
    const Entry& entry = draft_.outline[id];
    EntryFate& fate = draft_.fate(id);
    if (entry.kind != EntryKind::Bullet || entry.words.empty() || fate.step) return;
    const bool protects =
        fate.subject && fate.component && draft_.builder[*fate.subject].kind.ends_with("security-group");
    if (!section_kind && !protects) return;
    const SectionTopic& topic = draft_.topic(entry.section);
    const bool definition = fate.component && (topic.component || !topic.kinds.empty());
    const std::string key =
        key_of(entry.label_words, 0, entry.label_words.size()) + " " + key_of(entry.words, 0, entry.words.size());
    auto kind = policy_of(lexicon::policy_words(), key);
    if (protects)
      kind = model::PolicyKind::Security;
    else if (*section_kind == model::PolicyKind::Security && (definition || fate.component || fate.attribute))
      return;
    else if (!kind)
      kind = fate.relation ? std::nullopt : section_kind;
    // What is already a relation or a setting is a policy only where the section is about policies.
    if (!kind || (*section_kind_or(section_kind) == model::PolicyKind::Note && fate.relation &&
                  *kind != model::PolicyKind::Encryption))
      return;
    model::Policy policy;
    policy.kind = *kind;
    policy.title = std::string(entry.label_text());
    policy.text = std::string(trimmed(entry.value_text()));
    policy.source = entry.span;
    policy.applies_to = applies_to(id);
    read_attributes(entry, policy);
    before_ = policy.applies_to;
    fate.policy = true;
    draft_.policies.push_back(std::move(policy));
  }

  static std::optional<model::PolicyKind> section_kind_or(std::optional<model::PolicyKind> kind) {
    return kind ? kind : model::PolicyKind::Security;
  }

  std::vector<ComponentId> applies_to(EntryId id) {
    const Entry& entry = draft_.outline[id];
    std::vector<ComponentId> ids;
    const auto add = [&](ComponentId component) {
      if (ids.size() < 16 && std::ranges::find(ids, component) == ids.end()) ids.push_back(component);
    };
    if (draft_.fate(id).component && draft_.fate(id).subject) add(*draft_.fate(id).subject);
    const std::size_t owner = feature_owner_words(draft_, entry.label_words);
    const auto thing = owner > 0 ? name_hit(draft_, entry.label_words, 0) : std::nullopt;
    if (thing)
      for (const ComponentId component : thing->ids) add(component);
    for (const std::vector<Word>* words : {&entry.label_words, &entry.words})
      for (std::size_t at = 0; at < words->size();) {
        if (words == &entry.label_words && owner > 0 && (thing || at >= owner))
          break;  // the rest of the label is the feature
        const auto found = reference_at(draft_, *words, at, entry.text.text, entry.section);
        if (!found || (!found->named && !found->plural)) {
          ++at;
          continue;
        }
        // Services that only a note names ("AWS Config") are part of the picture.
        const bool service = found->kind && found->kind->provider != "generic" && found->kind->provider != "k8s" &&
                             found->kind->holds == catalogue::Holds::NotAContainer;
        const bool feature = words == &entry.label_words && lexicon::is_feature(key_of(*words, at, found->to));
        if (found->ids.empty() && service && !feature && words == &entry.words && employed(*words, at))
          for (const ComponentId component : resolve(draft_, *found, entry.span, entry.section)) add(component);
        for (const ComponentId component : found->ids) add(component);
        at = std::max(found->to, at + 1);
      }
    if (ids.empty()) ids = before_;
    return ids;
  }

  /// "using AWS Config and Security Hub", "with GuardDuty": what does the work.
  static bool employed(const std::vector<Word>& words, std::size_t at) {
    for (std::size_t i = at; i-- > 0 && at - i <= kMaxBefore;) {
      if (words[i].lower == "using" || words[i].lower == "with" || words[i].lower == "via" || words[i].lower == "by" ||
          words[i].lower == "through")
        return true;
      if (lexicon::find_verb(words[i].lower) || words[i].mark == Mark::Stop) return false;
    }
    return false;
  }

  void read_attributes(const Entry& entry, model::Policy& policy) {
    const auto& words = entry.words;
    const auto set = [&](std::string key, model::Value value) {
      if (std::ranges::find(policy.attributes, key, &model::Attribute::key) == policy.attributes.end())
        policy.attributes.push_back({std::move(key), std::move(value), false});
    };
    std::string tags;
    for (std::size_t i = 0; i < words.size(); ++i) {
      const WordText& lower = words[i].lower;
      if (is_number(lower) && i + 1 < words.size() && lower.size() < 6) {
        std::int64_t value = 0;
        std::from_chars(lower.data(), lower.data() + lower.size(), value);
        if (words[i + 1].norm == "day" && policy.kind == model::PolicyKind::Backup) set("retention_days", value);
        if (words[i + 1].norm == "hour" || words[i + 1].norm == "minute") set(words[i + 1].norm + "s", value);
      }
      if (lower == "daily" || lower == "hourly" || lower == "weekly" || lower == "monthly") set("frequency", lower);
      if (policy.kind == model::PolicyKind::Scaling &&
          (lower == "cpu" || lower == "memory" || lower == "request" || lower == "requests"))
        set("metric_" + words[i].norm, true);
      if (policy.kind == model::PolicyKind::Encryption && lower == "transit") set("in_transit", inside(entry, i));
      if (policy.kind == model::PolicyKind::Encryption && lower == "rest") set("at_rest", inside(entry, i));
      if (policy.kind == model::PolicyKind::Tagging && words[i].code)
        tags += (tags.empty() ? "" : ", ") + entry.text.text.substr(words[i].begin, words[i].end - words[i].begin);
    }
    if (!tags.empty()) set("tags", tags);
    if (policy.kind == model::PolicyKind::Security) access(entry, set);
  }

  /// "Allow HTTP/HTTPS from internet": what comes from where.
  template <class Set>
  void access(const Entry& entry, const Set& set) {
    const auto& words = entry.words;
    for (std::size_t i = 0; i + 1 < words.size(); ++i) {
      if (words[i].lower != "from") continue;
      std::size_t end = i + 1;
      while (end < words.size() && words[end].mark == Mark::None && words[end].lower != "only" &&
             words[end].lower != "on")
        ++end;
      if (end > i + 1) set("from", entry.text.text.substr(words[i + 1].begin, words[end - 1].end - words[i + 1].begin));
      const std::size_t first = !words.empty() && lexicon::find_verb(words[0].lower) ? 1 : 0;
      if (first < i) set("traffic", entry.text.text.substr(words[first].begin, words[i - 1].end - words[first].begin));
      return;
    }
  }

  /// "(TLS)" after the words, or true.
  static model::Value inside(const Entry& entry, std::size_t at) {
    if (at + 2 < entry.words.size() && entry.words[at + 1].mark == Mark::Open)
      return entry.text.text.substr(entry.words[at + 2].begin, entry.words[at + 2].end - entry.words[at + 2].begin);
    return true;
  }

  Draft& draft_;
  std::vector<ComponentId> before_;
};

}  // namespace

void read_policies(Draft& draft) { Policies(draft).run(); }

}  // namespace skydraft::understand
