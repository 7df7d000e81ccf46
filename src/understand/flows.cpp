#include <algorithm>

#include "understand/arrows.hpp"
#include "understand/flow_reader.hpp"
#include "understand/passes.hpp"

namespace skydraft::understand {
namespace {

constexpr std::size_t kLongestTitle = 80;  // bytes; a sentence before a list is no title

/// A heading that promises an order, not only a topic: "Data flow", "How it works".
bool says_sequence(std::string_view key) {
  return std::ranges::any_of(lexicon::sequence_words(),
                             [phrases = KeyPhrases(key)](std::string_view word) { return phrases.has(word); });
}

/// The same of what a chain of arrows stands under: "How a request works", "Hot path".
bool says_order(std::string_view key) {
  return says_sequence(key) || key.starts_with("how ") || key == "path" || key.ends_with(" path");
}

/// Lists that the document presents in order: numbered ones, and bullets under a heading that says so.
class Flows {
 public:
  explicit Flows(Draft& draft) : draft_(draft) {}

  void run() {
    for (std::uint32_t i = 0; i < draft_.outline.sections.size(); ++i) {
      const SectionId id{i};
      if (draft_.topic(id).skipped) {
        settle(id);
        continue;
      }
      std::vector<EntryId> list;
      std::optional<EntryId> parent;
      const bool bullets = lists_steps(id);
      for (const EntryId entry_id : draft_.outline[id].entries) {
        const Entry& entry = draft_.outline[entry_id];
        if (entry.kind == EntryKind::Code && !draft_.skipped(entry_id))
          if (auto flow = fenced_flow(draft_, entry_id)) draft_.builder.add(std::move(*flow));
        if (entry.kind == EntryKind::Paragraph) chain(id, entry_id);
        if (entry.kind == EntryKind::Row && !draft_.skipped(entry_id))
          if (auto flow = table_flow(draft_, entry_id)) draft_.builder.add(std::move(*flow));
        if (entry.kind != EntryKind::Step && !(bullets && entry.kind == EntryKind::Bullet)) continue;
        if (!list.empty() &&
            (entry.parent != parent || (!bullets && entry.number <= draft_.outline[list.back()].number)))
          read(id, parent, list);
        parent = entry.parent;
        if (is_step_of_step(entry)) continue;
        list.push_back(entry_id);
      }
      read(id, parent, list);
    }
  }

 private:
  /// Bullets under a heading that calls them a flow are steps.
  bool lists_steps(SectionId id) const {
    const Section& section = draft_.outline[id];
    const std::string key = key_of(section.words, 0, section.words.size());
    if (!says_sequence(key) && !tells_story(section)) return false;
    return std::ranges::none_of(section.entries,
                                [&](EntryId entry) { return draft_.outline[entry].kind == EntryKind::Step; });
  }

  /// "- Events arrive at A. - The event is stored in B.": sentences about what is on its way, which goes on from one to
  /// the next.
  bool tells_story(const Section& section) const {
    std::size_t bullets = 0, passing = 0;
    for (const EntryId id : section.entries) {
      const Entry& entry = draft_.outline[id];
      if (entry.kind != EntryKind::Bullet) continue;
      if (entry.label || draft_.fates[id.index].component || !entry.children.empty() || !is_sentence(entry.words))
        return false;
      ++bullets;
      const std::vector<Word>& words = entry.words;
      passing += words.front().lower == "the" && lexicon::is_moved(words[1].norm) && is_word(words, 2) &&
                         lexicon::is_class(words[2].lower, lexicon::WordClass::Auxiliary)
                     ? 1
                     : 0;
    }
    return bullets > 2 && passing > 0;
  }

  /// "Events arrive at A", and neither "Stores events" nor "Highly available".
  static bool is_sentence(const std::vector<Word>& words) {
    if (words.size() < 4 || lexicon::is_third_person(words.front().lower)) return false;
    return std::ranges::any_of(words.begin() + 1, words.end(), [](const Word& word) {
      return lexicon::is_class(word.lower, lexicon::WordClass::Auxiliary) ||
             (word.mark == Mark::None && lexicon::find_verb(word.lower) != nullptr);
    });
  }

  /// "Client → CDN → bucket" under a heading that promises an order.
  void chain(SectionId section, EntryId id) {
    const Entry& entry = draft_.outline[id];
    const std::string& title = draft_.outline[section].heading.text;
    // "A → B → C. B → D.": the first of them is the flow.
    const auto stop = std::ranges::find_if(entry.words, [&](const Word& w) {
      return w.mark == Mark::Stop && w.begin < entry.text.text.size() && entry.text.text[w.begin] == '.';
    });
    const std::vector<Word> words(entry.words.begin(), stop);
    const auto arrows = std::ranges::count_if(words, [](const Word& w) { return w.mark == Mark::Arrow; });
    if (arrows < 2 ||
        !(says_order(key_of(title)) || (entry.label && says_flow(key_of(entry.label_text()))) || leads_in(draft_, id)))
      return;
    const Stated stated = read_arrows(draft_, words, entry.text.text, {entry.section, {}, {}, entry.span, true});
    if (stated.relations.size() > 1)
      draft_.builder.add(
          chain_flow(entry.label ? std::string(entry.label_text()) : title, entry.span, stated, entry.value_text()));
  }

  bool is_step_of_step(const Entry& entry) const {
    return entry.parent && (draft_.outline[*entry.parent].kind == EntryKind::Step || entry.kind == EntryKind::Bullet);
  }

  /// "The import is orchestrated by the state machine:", or a heading that names it: what runs the steps that follow.
  std::optional<ComponentId> leader_of(EntryId first) {
    const Entry& entry = draft_.outline[first];
    if (first.index > 0) {
      const EntryId before{first.index - 1};
      const Entry& intro = draft_.outline[before];
      const bool leads = intro.section == entry.section && intro.kind == EntryKind::Paragraph && !intro.words.empty() &&
                         intro.words.back().mark == Mark::Colon;
      if (leads)
        for (std::size_t at = 0; at < intro.words.size(); ++at)
          if (const auto found = reference_at(draft_, intro.words, at, intro.text.text, intro.section);
              found && found->ids.size() == 1 && orchestrates(found->ids.front()))
            return found->ids.front();
    }
    const auto heading = draft_.topic(entry.section).component;
    return heading && orchestrates(*heading) ? heading : std::nullopt;
  }

  bool orchestrates(ComponentId id) { return lexicon::stands_for("orchestrator", draft_.kind(id).id); }

  void settle(SectionId id) {
    for (const EntryId entry : draft_.outline[id].entries) draft_.fate(entry).prose = true;
  }

  void read(SectionId section, std::optional<EntryId> parent, std::vector<EntryId>& list) {
    if (list.empty()) return;
    std::string title;
    if (parent)
      title = std::string(draft_.outline[*parent].label ? draft_.outline[*parent].label_text()
                                                        : draft_.outline[*parent].value_text());
    if (title.empty() || title.size() > kLongestTitle) title = draft_.outline[section].heading.text;
    while (!title.empty() && (title.back() == ':' || title.back() == ' ')) title.pop_back();
    model::Flow flow =
        FlowReader(draft_, leader_of(list.front())).read(std::move(title), draft_.outline[list.front()].span, list);
    flow.source = cover(draft_.outline[list.front()].span, draft_.outline[list.back()].span);
    std::size_t telling = 0;
    for (const model::FlowStep& step : flow.steps) telling += step.relations.empty() ? 0 : 1;
    const bool said = says_flow(key_of(flow.title)) || says_flow(key_of(draft_.outline[section].heading.text));
    // "1. `resize`: …, 2. `tag`: …": things that are counted, and nothing that happens.
    const bool things = !said && std::ranges::all_of(list, [&](EntryId id) {
      return draft_.fate(id).component && draft_.outline[id].code_label;
    });
    if (!things && telling >= (said ? 1U : 2U)) draft_.builder.add(std::move(flow));
    list.clear();
  }

  Draft& draft_;
};

}  // namespace

bool says_flow(std::string_view key) {
  return std::ranges::any_of(lexicon::flow_words(),
                             [phrases = KeyPhrases(key)](std::string_view word) { return phrases.has(word); });
}

bool leads_in(const Draft& draft, EntryId id) {
  if (id.index == 0) return false;
  const Entry& before = draft.outline[EntryId{id.index - 1}];
  if (before.section != draft.outline[id].section || before.kind != EntryKind::Paragraph ||
      !before.text.text.ends_with(':'))
    return false;
  const std::size_t stop = before.text.text.rfind(". ");
  return says_flow(key_of(std::string_view(before.text.text).substr(stop == std::string::npos ? 0 : stop)));
}

void read_flows(Draft& draft) { Flows(draft).run(); }

}  // namespace skydraft::understand
