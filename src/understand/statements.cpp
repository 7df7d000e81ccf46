#include <algorithm>

#include "understand/arrows.hpp"
#include "understand/attributes.hpp"
#include "understand/classify.hpp"
#include "understand/introduce.hpp"
#include "understand/languages.hpp"
#include "understand/names.hpp"
#include "understand/own_name.hpp"
#include "understand/passes.hpp"
#include "understand/phrase.hpp"
#include "understand/proper_names.hpp"
#include "understand/sentence.hpp"
#include "understand/sites.hpp"
#include "understand/tier_names.hpp"
#include "understand/told_names.hpp"

namespace skydraft::understand {
namespace {

constexpr std::size_t kRecent = 8;         // things spoken of last that a sentence may mean when it is read again
constexpr int kLinesAbove = 4;             // that may say whom a bullet is about
constexpr std::size_t kMaxAhead = 1024;    // sentences that are read again
constexpr std::size_t kMaxAdjectives = 4;  // words before what a list's item is about: "an internet-facing"

class Statements {
 public:
  explicit Statements(Draft& draft) : draft_(draft) {}

  void run() {
    read_all();
    read_again();
    // A document of sentences about "the app", "the queue" and "the users": these are what there is.
    if (!draft_.provider.empty() || draft_.kubernetes) return;
    for (std::uint32_t i = 0; i < draft_.parts.size(); ++i)
      if (!draft_.builder[ComponentId{i}].inferred() && !draft_.parts[i].from_prose) return;
    draft_.only_tells = true;
    read_all();
    read_again();
  }

 private:
  void read_all() {
    std::optional<SectionId> section;
    for (std::uint32_t i = 0; i < draft_.outline.entries.size(); ++i) {
      const EntryId id{i};
      const Entry& entry = draft_.outline[id];
      if (draft_.skipped(id)) continue;
      if (section != entry.section) {
        draft_.spoken.clear();
        said_before_.clear();
        section = entry.section;
      }
      switch (entry.kind) {
        case EntryKind::Bullet:
        case EntryKind::Paragraph:
          statement(id);
          break;
        case EntryKind::Row:
          row(id);
          break;
        case EntryKind::Step:
        case EntryKind::Quote:
        case EntryKind::Code:
          break;
      }
    }
  }

  /// What a sentence says of a thing that only a later one brings in: "Nginx forwards to the API. The API uses …".
  struct Ahead {
    EntryId entry;
    std::vector<ComponentId> said_before, spoken;
    std::size_t components = 0;  ///< that there were
  };

  void read_again() {
    const std::vector<Ahead> ahead = std::move(ahead_);
    ahead_.clear();
    for (const Ahead& one : ahead) {
      if (draft_.builder.components().size() == one.components) continue;
      said_before_ = one.said_before;
      draft_.spoken = one.spoken;
      statement(one.entry);
    }
  }

  std::vector<ComponentId> subject_of(EntryId id) {
    const EntryFate& fate = draft_.fate(id);
    if (fate.subject) return {*fate.subject};
    const Entry& entry = draft_.outline[id];
    std::optional<EntryId> up = entry.parent;
    for (int lines = 0; up && lines < kLinesAbove; up = draft_.outline[*up].parent, ++lines) {
      if (draft_.fate(*up).subject) return {*draft_.fate(*up).subject};
      if (const auto named = named_by_line(*up)) return {*named};
    }
    if (const auto named = named_by_heading(entry.section)) return {*named};
    for (std::optional<SectionId> at = entry.section; at; at = draft_.outline[*at].parent)
      if (const auto heading = draft_.topic(*at).component; heading && !draft_.holds(*heading)) return {*heading};
    if (const auto heading = draft_.topic(entry.section).component) return {*heading};
    return {};
  }

  /// The one thing that these words are the name of, and nothing else.
  std::optional<ComponentId> named_by(const std::vector<Word>& words, std::string_view text, SectionId section) {
    const auto found = words.empty() ? std::nullopt : reference_at(draft_, words, 0, text, section);
    const bool one = found && found->to == words.size() && found->ids.size() == 1 && found->rule.empty();
    return one ? std::optional(found->ids.front()) : std::nullopt;
  }

  /// "### Monitoring (`netdata`)": the one thing whose name stands there in code.
  std::optional<ComponentId> named_in_code(const Section& section) const {
    const auto code =
        static_cast<std::size_t>(std::ranges::find(section.words, true, &Word::code) - section.words.begin());
    if (code == section.words.size()) return std::nullopt;
    const auto known = draft_.named(section.words, code, code_end(section.words, code));
    return known.size() == 1 ? std::optional(known.front()) : std::nullopt;
  }

  /// "- Backend API" over what it does, where the API has been listed before.
  std::optional<ComponentId> named_by_line(EntryId id) {
    if (const auto introduced = introduced_by(draft_, id)) return introduced;
    const Entry& line = draft_.outline[id];
    if (line.kind != EntryKind::Bullet || line.label) return std::nullopt;
    return named_by(line.words, line.text.text, line.section);
  }

  /// "### Backend API", likewise.
  std::optional<ComponentId> named_by_heading(SectionId id) {
    const Section& section = draft_.outline[id];
    if (section.level <= 1 || draft_.topic(id).component) return std::nullopt;
    if (heading_ != id) {
      heading_ = id;
      named_ = named_by(section.words, section.heading.text, id);
      if (!named_) named_ = named_in_code(section);
      if (named_ == draft_.topic(id).site) named_.reset();  // it says where things are
    }
    return named_;
  }

  /// A paragraph goes on about what the one before speaks of; a bullet only if it says so: "It stores …", "Stores …",
  /// "The first task stores …".
  static bool goes_on(const Entry& entry) {
    if (entry.kind == EntryKind::Paragraph) return true;
    const WordText& first = entry.words.front().lower;
    if (entry.words.size() > 2 && (entry.words[1].norm == "task" || entry.words[1].norm == "step")) return true;
    return lexicon::is_class(first, lexicon::WordClass::Pronoun) || lexicon::is_third_person(first);
  }

  /// "Method | Path | Description": a table that Markdown does not take for one.
  static bool is_row(const Entry& entry) {
    return entry.kind == EntryKind::Paragraph && std::ranges::count(entry.text.text, '|') > 2;
  }

  void statement(EntryId id) {
    const Entry& entry = draft_.outline[id];
    const SiteScope here(draft_, id);
    EntryFate& fate = draft_.fate(id);
    SentenceContext context;
    context.listed = listed_below(draft_, id);
    if (fate.setting || (entry.words.empty() && context.listed.items.empty()) || is_row(entry)) return;
    context.section = entry.section;
    context.subject = subject_of(id);
    context.span = entry.span;
    const bool told = draft_.topic(entry.section).told && draft_.outline[entry.section].entries.front() == id;
    context.definition = (fate.component && entry.label) || told;
    const bool prose = context.subject.empty() && (entry.kind == EntryKind::Paragraph || !entry.label);
    if (prose && goes_on(entry)) context.subject = said_before_;
    context.prose = prose && entry.kind == EntryKind::Paragraph;
    context.actors = draft_.only_tells;
    context.memory = &pieces_;
    if (has_arrow(entry.words) && chains(entry, by_the_subject(id), context)) {
      fate.relation = true;
      return;
    }
    if (entry.label && !fate.component && labelled_relation(id, context)) return;
    if (entry.kind == EntryKind::Paragraph && !entry.label) context.origin = &entry.text;
    draft_.speaks_ahead = false;
    Ahead ahead{id, said_before_, {}, draft_.builder.components().size()};
    const std::size_t recent = std::min(draft_.spoken.size(), kRecent);
    ahead.spoken.assign(draft_.spoken.end() - static_cast<std::ptrdiff_t>(recent), draft_.spoken.end());
    Stated stated = read_definition(words_to_read(id), entry.text.text, context);
    if (draft_.speaks_ahead && ahead_.size() < kMaxAhead) ahead_.push_back(std::move(ahead));
    if (prose && !stated.subjects.empty()) said_before_ = {stated.subjects.back()};
    fate.relation = fate.relation || !stated.relations.empty();
    fate.attribute = fate.attribute || stated.placed || house(id);
    if (entry.kind == EntryKind::Paragraph && !entry.label) fate.prose = true;
    if (!fate.understood() && !prose && !context.subject.empty() && entry.kind == EntryKind::Bullet) {
      draft_.purpose(context.subject.front(), entry.value_text());
      draft_.evidence(context.subject.front(), entry.span);
      fate.attribute = true;
    }
  }

  std::optional<Reference> known_at(const Entry& entry, std::size_t at) {
    auto found = is_word(entry.words, at) ? thing_at(draft_, entry.words, at, entry.text.text, entry.section, true)
                                          : std::nullopt;
    return found && !found->ids.empty() ? std::move(found) : std::nullopt;
  }

  /// "- Two public subnets for the load balancer and the tasks": what stands in them.
  bool house(EntryId id) {
    const Entry& entry = draft_.outline[id];
    const auto is_for = [](const Word& w) { return w.lower == "for"; };
    const auto split = std::ranges::find_if(entry.words, is_for);
    if (entry.kind != EntryKind::Bullet || entry.label || split == entry.words.end()) return false;
    const auto middle = static_cast<std::size_t>(split - entry.words.begin());
    std::optional<ComponentId> subnet;
    for (std::size_t at = 0; at < std::min(middle, kMaxAdjectives) && !subnet; ++at)
      if (const auto found = known_at(entry, at);
          found && found->ids.size() == 1 && draft_.kind(found->ids.front()).holds == catalogue::Holds::Subnet)
        subnet = found->ids.front();
    bool any = false;
    for (std::size_t at = middle + 1; subnet && at < entry.words.size() && entry.words[at].mark != Mark::Stop;) {
      const auto found = known_at(entry, at);
      for (const ComponentId inner : found ? found->ids : std::vector<ComponentId>{}) {
        if (draft_.kind(inner).holds != catalogue::Holds::NotAContainer) continue;
        draft_.parent(inner, *subnet, entry.span);
        any = true;
      }
      at = found ? std::max(found->to, at + 1) : at + 1;
    }
    return any;
  }

  /// "Navigate to A -> B"; "Go API -> B" is what is written in Go.
  static bool tells_where_to_go(const std::vector<Word>& sentence) {
    return lexicon::is_instruction(sentence.front().lower) &&
           !(is_word(sentence, 1) && is_software_noun(sentence[1].norm));
  }

  /// Chains of arrows, and the sentences before and after them. False if there is no chain.
  bool chains(const Entry& entry, const std::vector<Word>& words, const SentenceContext& context) {
    const std::string_view text = entry.text.text;
    std::vector<std::vector<Word>> sentences(1);
    for (const Word& word : words) {
      const bool ends = word.mark == Mark::Stop && word.begin < text.size() && text[word.begin] == '.';
      sentences.back().push_back(word);
      if (ends) sentences.emplace_back();
    }
    bool any = false;
    for (const std::vector<Word>& sentence : sentences)
      if (has_arrow(sentence) && !tells_where_to_go(sentence))
        any = !read_arrows(draft_, sentence, text, context).relations.empty() || any;
    if (!any) return false;
    for (const std::vector<Word>& sentence : sentences)
      if (!sentence.empty() && !has_arrow(sentence)) (void)read_sentence(draft_, sentence, text, context);
    return true;
  }

  /// "Dataflow job: A → B": what the line is about takes from the one and gives to the other.
  std::vector<Word> by_the_subject(EntryId id) const {
    const Entry& entry = draft_.outline[id];
    const EntryFate& fate = draft_.fates[id.index];
    const auto arrow = std::ranges::find(entry.words, Mark::Arrow, &Word::mark);
    const bool one = arrow != entry.words.end() && std::ranges::count(entry.words, Mark::Arrow, &Word::mark) == 1 &&
                     std::ranges::find(entry.words, Mark::BackArrow, &Word::mark) == entry.words.end();
    if (!one || arrow == entry.words.begin() || !fate.component || !fate.subject || !entry.label) return entry.words;
    const catalogue::Kind& kind = catalogue::kind_or_unknown(draft_.builder.components()[fate.subject->index].kind);
    if (!is_runtime(kind) && kind.category != catalogue::Category::Analytics &&
        kind.category != catalogue::Category::Application)
      return entry.words;
    std::vector<Word> words(entry.words.begin(), std::next(arrow));
    words.insert(words.end(), entry.label_words.begin(), entry.label_words.end());
    words.insert(words.end(), arrow, entry.words.end());
    return words;
  }

  /// "**Alarms:** a topic. This topic receives …": while it is defined, it is the one that is spoken of.
  Stated read_definition(const std::vector<Word>& words, std::string_view text, const SentenceContext& context) {
    const std::size_t before = draft_.spoken.size();
    if (context.definition && context.subject.size() == 1) draft_.speak_of(context.subject.front());
    const bool spoken = draft_.spoken.size() > before;
    Stated stated = read_sentence(draft_, words, text, context);
    if (spoken) draft_.spoken.erase(draft_.spoken.begin() + static_cast<std::ptrdiff_t>(before));
    return stated;
  }

  /// "The API integrates with: A, B": what looks like a label is how the sentence begins.
  std::vector<Word> words_to_read(EntryId id) {
    const Entry& entry = draft_.outline[id];
    const EntryFate& fate = draft_.fate(id);
    const bool article = !entry.label_words.empty() && is_indefinite_article(entry.label_words.front().lower);
    const bool begins =
        entry.label && !entry.strong_label && !entry.code_label && !fate.component && !fate.attribute &&
        (article || std::ranges::any_of(entry.label_words, [](const Word& w) {
           const lexicon::VerbForm* form = w.capital ? nullptr : lexicon::find_verb(w.lower);
           return w.lower == "has" || w.lower == "have" || (form && form->tense != lexicon::Tense::Base);
         }));
    if (!begins && !entry.words.empty()) return without_apposition(id);
    std::vector<Word> words = entry.label_words;
    words.insert(words.end(), entry.words.begin(), entry.words.end());
    return words;
  }

  /// "Orders: an AWS Lambda function that …": the name of the kind at the beginning is the thing itself.
  std::vector<Word> without_apposition(EntryId id) {
    const Entry& entry = draft_.outline[id];
    const EntryFate& fate = draft_.fate(id);
    if (!fate.component || !fate.subject || !entry.label) return entry.words;
    std::size_t at = 0;
    while (at < entry.words.size() && at < 4 && entry.words[at].mark == Mark::None &&
           (lexicon::is_filler(entry.words[at].norm) || count_of(entry.words[at]) > 0))
      ++at;
    if (at >= entry.words.size()) return entry.words;
    const auto hit = catalogue_hit(entry.words, at);
    if (!hit) return entry.words;
    const std::string& own = draft_.builder[*fate.subject].kind;
    const bool same = std::ranges::any_of(
        hit->rows, [&](const catalogue::Alias& row) { return same_family(catalogue::kinds()[row.kind].id, own); });
    // "GitHub Actions deploys …" begins with an actor of its own: only a noun phrase is an apposition.
    std::size_t to = hit->to;
    if (!same || (is_word(entry.words, to) && lexicon::is_third_person(entry.words[to].lower))) return entry.words;
    return {entry.words.begin() + static_cast<std::ptrdiff_t>(to), entry.words.end()};
  }

  /// "**Origin:** S3 bucket for static content": the label says what the value is to the heading's component.
  bool labelled_relation(EntryId id, SentenceContext& context) {
    const Entry& entry = draft_.outline[id];
    const std::string key = key_of(entry.label_words, 0, entry.label_words.size());
    const auto* label = lexicon::find_relation_label(key);
    // "**Backend**: …" as a paragraph of its own is about the backend, not about what the one before it has.
    const bool part = entry.kind == EntryKind::Paragraph && !entry.parent && !lexicon::head_kind(key).empty();
    if (!label || context.subject.empty() || part) return false;
    context.span = entry.span;
    const std::vector<ComponentId> others =
        relate_label(id, *label, entry.label_text(), entry.words, entry.text.text, context);
    if (others.empty()) return false;
    // "CodeDeploy updates EKS or EC2": the value goes on to say what its first thing does.
    SentenceContext own;
    own.section = entry.section;
    own.subject = {others.front()};
    own.span = entry.span;
    (void)read_sentence(draft_, entry.words, entry.text.text, own);
    return true;
  }

  /// The component called so by all words from `at` to the next mark or "and", and where they end.
  std::pair<std::optional<ComponentId>, std::size_t> called_so(const std::vector<Word>& words, std::size_t at) const {
    std::size_t to = at;
    while (is_word(words, to) && words[to].lower != "and") ++to;
    const auto ids = to > at ? draft_.named(words, at, to) : std::span<const ComponentId>{};
    return {ids.size() == 1 ? std::optional(ids.front()) : std::nullopt, to};
  }

  /// The things that the value begins with, and the label's relation to them.
  std::vector<ComponentId> relate_label(EntryId id, const lexicon::RelationLabel& label, std::string_view written,
                                        const std::vector<Word>& words, std::string_view text,
                                        const SentenceContext& context) {
    std::vector<ComponentId> others;
    std::size_t last = 0;
    std::string_view rule;
    for (std::size_t at = 0; at < words.size();) {
      const Word& word = words[at];
      if (const auto [called, end] = called_so(words, at); called && (others.empty() || at <= last + 2)) {
        others.push_back(*called);
        at = last = end;
        continue;
      }
      const bool does = word.mark == Mark::None && !word.code && lexicon::find_verb(word.lower) && at == 0;
      const auto found = does ? std::nullopt : thing_at(draft_, words, at, text, context.section, true);
      if (found && !found->acts_only && (others.empty() || at <= last + 2)) {
        for (const ComponentId other : resolve(draft_, *found, context.span, context.section)) others.push_back(other);
        if (!found->rule.empty()) rule = found->rule;
        at = last = found->to;
        continue;
      }
      const lexicon::VerbForm* verb = word.mark == Mark::None ? lexicon::find_verb(word.lower) : nullptr;
      if (!others.empty() && (verb || word.mark == Mark::Stop)) break;
      ++at;
    }
    if (others.empty()) return others;
    const auto kind = label.kind == lexicon::VerbKind::Deploys ? model::RelationKind::Deploys
                      : label.kind == lexicon::VerbKind::Uses  ? model::RelationKind::Uses
                                                               : model::RelationKind::Flow;
    const bool delivers = draft_.kind(context.subject.front()).scope == catalogue::Scope::Delivery;
    for (const ComponentId other : others) {
      RelationDraft relation{context.subject.front(),
                             other,
                             delivers ? model::RelationKind::Deploys : kind,
                             lower_of(written),
                             {},
                             {},
                             rule,
                             context.span};
      if (label.direction == lexicon::Direction::Backward) std::swap(relation.from, relation.to);
      if (draft_.relate(relation)) draft_.fate(id).relation = true;
      draft_.evidence(other, context.span);
    }
    return others;
  }

  void row(EntryId id) {
    const Entry& entry = draft_.outline[id];
    const SiteScope here(draft_, id);
    EntryFate& fate = draft_.fate(id);
    if (!fate.subject || (!fate.component && !fate.attribute)) return;  // of a thing that nobody knows
    const md::Block& row = draft_.document[entry.block];
    // "Database | PostgreSQL on RDS" among the settings of a service.
    const std::string_view first = draft_.document[row.children.front()].text.text;
    const auto* label = fate.attribute && !fate.component ? lexicon::find_relation_label(key_of(first)) : nullptr;
    for (std::size_t i = 1; i < row.children.size(); ++i) {
      const md::InlineText& text = draft_.document[row.children[i]].text;
      std::vector<Word> words = words_of(text, 0, static_cast<std::uint32_t>(text.text.size()));
      put_in_english(draft_.language, words);
      if (words.size() < 3) continue;
      const Span span = text.source_of(0, static_cast<std::uint32_t>(text.text.size()));
      SentenceContext context;
      context.section = entry.section;
      context.subject = {*fate.subject};
      context.span = span;
      context.definition = true;
      // "0.0.0.0/0 → gateway": where the row's thing leads.
      if (is_cidr(words.front().lower) && has_arrow(words) &&
          !read_arrows(draft_, words, text.text, context).relations.empty()) {
        fate.relation = true;
        continue;
      }
      if (label && !relate_label(id, *label, first, words, text.text, context).empty()) continue;
      (void)read_definition(words, text.text, context);
    }
  }

  Draft& draft_;
  std::vector<ComponentId> said_before_;  ///< who acted last in the section's paragraphs
  std::vector<Ahead> ahead_;
  std::vector<Piece> pieces_;         ///< memory that sentences are cut in
  std::optional<SectionId> heading_;  ///< the section that was asked for last,
  std::optional<ComponentId> named_;  ///< and what its heading names
};

}  // namespace

void read_statements(Draft& draft) {
  name_tiers(draft);
  introduce(draft);
  find_proper_names(draft);
  define_listed(draft);
  Statements(draft).run();
  read_bare_names(draft);
}

}  // namespace skydraft::understand
