#include <algorithm>
#include <array>
#include <string>
#include <utility>

#include <fmt/format.h>

#include "understand/passes.hpp"
#include "understand/reference.hpp"
#include "understand/view_words.hpp"

namespace skydraft::understand {
namespace {

struct VerbWords {
  std::string_view words;  ///< norms, joined by blanks
  ViewVerb verb;
};
/// Longer ones first.
constexpr std::array<VerbWords, 19> kVerbs{{{"show only", ViewVerb::Include},
                                            {"leave out", ViewVerb::Exclude},
                                            {"do not show", ViewVerb::Exclude},
                                            {"not show", ViewVerb::Exclude},
                                            {"but not", ViewVerb::Exclude},
                                            {"include", ViewVerb::Include},
                                            {"show", ViewVerb::Include},
                                            {"only", ViewVerb::Include},
                                            {"exclude", ViewVerb::Exclude},
                                            {"hide", ViewVerb::Exclude},
                                            {"omit", ViewVerb::Exclude},
                                            {"without", ViewVerb::Exclude},
                                            {"except", ViewVerb::Exclude},
                                            {"but", ViewVerb::Exclude},
                                            {"collapse", ViewVerb::Collapse},
                                            {"fold", ViewVerb::Collapse},
                                            {"close", ViewVerb::Collapse},
                                            {"title", ViewVerb::Title},
                                            {"call", ViewVerb::Title}}};

bool is_whole(const Word& word) { return lexicon::is_everything(word.lower); }

/// Words that a list of names needs and that name nothing.
bool is_small(const Word& word) { return lexicon::is_view_filler(word.norm); }

/// The verb that is the whole label: "Include:", not "Without monitoring:", which is a title.
std::optional<ViewVerb> verb_of_label(const Entry& entry) {
  const auto hit = entry.label ? view_verb_at(entry.label_words, 0) : std::nullopt;
  return hit && hit->to == entry.label_words.size() ? std::optional(hit->verb) : std::nullopt;
}

bool says_what_to_show(const Entry& entry) {
  if (const auto verb = verb_of_label(entry)) return *verb != ViewVerb::Title;
  const auto hit = view_verb_at(entry.words, 0);
  return hit && hit->verb != ViewVerb::Title;
}

class ViewReader {
 public:
  ViewReader(Draft& draft, SectionId section) : draft_(draft), section_(section) {}

  void read() {
    for (const SectionId child : draft_.outline[section_].children) {
      const Section& section = draft_.outline[child];
      begin(section.heading.text, section.span);
      for (const EntryId id : section.entries)
        if (!draft_.outline[id].parent) clause(id);
      finish();
    }
    for (const EntryId id : draft_.outline[section_].entries)
      if (!draft_.outline[id].parent) entry(id);
  }

 private:
  /// "**Payments:** include …", or a name with its clauses below it.
  void entry(EntryId id) {
    const Entry& entry = draft_.outline[id];
    const bool named = entry.label && !verb_of_label(entry);
    if (!named && (entry.children.empty() || view_verb_at(entry.words, 0))) return;  // a remark about the section
    begin(named ? entry.label_text() : entry.text.text, entry.span);
    if (named) words(entry, entry.words, ViewVerb::Include);
    for (const EntryId child : entry.children) clause(child);
    finish();
  }

  /// "Include: the API and the database", or the same without the colon.
  void clause(EntryId id) {
    const Entry& entry = draft_.outline[id];
    const std::optional<ViewVerb> label = verb_of_label(entry);
    if (label == ViewVerb::Title) {
      view_.title = std::string(trimmed(entry.value_text()));
      return;
    }
    if (entry.label && !label) return;
    if (!label && !view_verb_at(entry.words, 0)) return;
    words(entry, entry.words, label.value_or(ViewVerb::Include));
    for (const EntryId child : entry.children)
      words(draft_.outline[child], draft_.outline[child].words, label.value_or(ViewVerb::Include));
  }

  void begin(std::string_view title, Span span) {
    view_ = {};
    view_.title = std::string(trimmed(title));
    view_.source = span;
    said_ = false;
  }

  void finish() {
    if (!said_ || view_.title.empty()) return;
    for (auto* ids : {&view_.include, &view_.exclude, &view_.collapse}) {
      std::ranges::sort(*ids);
      const auto [first, last] = std::ranges::unique(*ids);
      ids->erase(first, last);
    }
    draft_.builder.add(std::move(view_));
  }

  std::vector<ComponentId>& list(ViewVerb verb) {
    return verb == ViewVerb::Exclude ? view_.exclude : verb == ViewVerb::Collapse ? view_.collapse : view_.include;
  }

  void words(const Entry& entry, const std::vector<Word>& all, ViewVerb verb) {
    const Word* unknown = nullptr;
    const auto close = [&](std::size_t to) {
      if (unknown) report(entry, unknown->begin, all[to - 1].end);
      unknown = nullptr;
    };
    for (std::size_t at = 0; at < all.size();) {
      if (const auto hit = view_verb_at(all, at)) {
        close(at);
        verb = hit->verb;
        at = hit->to;
        if (verb != ViewVerb::Title) continue;
        if (at < all.size() && all[at].mark == Mark::Colon) ++at;
        at = title(entry, all, at);
        continue;
      }
      const bool may_name = all[at].mark == Mark::None && !is_whole(all[at]);
      const auto found = may_name ? reference_at(draft_, all, at, entry.text.text, section_) : std::nullopt;
      if (found && !found->ids.empty()) {
        close(at);
        list(verb).insert(list(verb).end(), found->ids.begin(), found->ids.end());
        said_ = true;
        at = found->to;
        continue;
      }
      if (is_whole(all[at]) && verb == ViewVerb::Include) said_ = true;
      if (all[at].mark != Mark::None || is_small(all[at]) || is_whole(all[at]))
        close(at);
      else if (!unknown)
        unknown = &all[at];
      ++at;
    }
    close(all.size());
  }

  /// To the end of the clause.
  std::size_t title(const Entry& entry, const std::vector<Word>& all, std::size_t at) {
    const std::size_t from = at;
    while (at < all.size() && all[at].mark != Mark::Stop) ++at;
    if (at > from)
      view_.title = std::string(
          trimmed(std::string_view(entry.text.text).substr(all[from].begin, all[at - 1].end - all[from].begin)));
    return at;
  }

  void report(const Entry& entry, std::uint32_t begin, std::uint32_t end) {
    draft_.sink.warn(Code::UnknownInView, entry.span_of({begin, end}),
                     fmt::format("the view \"{}\" speaks of \"{}\", which is no component here", view_.title,
                                 entry.text.text.substr(begin, end - begin)),
                     "name a component or container as the document does");
  }

  Draft& draft_;
  SectionId section_;
  model::CustomView view_;
  bool said_ = false;  ///< something that makes a picture
};

}  // namespace

std::optional<ViewVerbHit> view_verb_at(const std::vector<Word>& words, std::size_t at) {
  constexpr std::size_t kLongest = 3;
  for (const VerbWords& verb : kVerbs) {
    const auto count = 1 + static_cast<std::size_t>(std::ranges::count(verb.words, ' '));
    if (count > kLongest || at + count > words.size()) continue;
    std::string key;
    for (std::size_t i = at; i < at + count; ++i) key += (i == at ? "" : " ") + words[i].lower;
    if (key == verb.words) return ViewVerbHit{verb.verb, at + count};
  }
  return std::nullopt;
}

bool is_view_section(const Outline& outline, SectionId id) {
  const Section& section = outline[id];
  if (!lexicon::is_view_section(key_of(section.words, 0, section.words.size()))) return false;
  const auto says = [&](const Section& part) {
    return std::ranges::any_of(part.entries, [&](EntryId e) { return says_what_to_show(outline[e]); });
  };
  return says(section) || std::ranges::any_of(section.children, [&](SectionId c) { return says(outline[c]); });
}

void read_views(Draft& draft) {
  for (std::uint32_t i = 0; i < draft.outline.sections.size(); ++i)
    if (is_view_section(draft.outline, {i})) ViewReader(draft, {i}).read();
}

}  // namespace skydraft::understand
