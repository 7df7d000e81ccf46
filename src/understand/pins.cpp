#include "understand/pins.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <utility>

#include <fmt/format.h>

#include "understand/reference.hpp"

/// Wishes for the picture in plain words: "keep the queue right of the API", "RDS and ElastiCache in one row". They say
/// nothing about the architecture: names are only looked up, and nothing is defined here.
namespace skydraft::understand {
namespace {

using model::Pin;
using Kind = model::PinKind;

enum class Form : std::uint8_t {
  Beside,  ///< of things before the phrase, as seen from the first thing after it
  All,     ///< of all things of the sentence among each other
  End,     ///< of each thing, in what it stands in
  Chain    ///< of each thing and the next
};

struct Phrase {
  std::string_view words;  ///< norms
  Form form;
  Kind kind;
};

/// Longer ones first where one begins another.
constexpr std::array kPhrases = {Phrase{"from left to right", Form::Chain, Kind::LeftOf},
                                 Phrase{"left to right", Form::Chain, Kind::LeftOf},
                                 Phrase{"from right to left", Form::Chain, Kind::RightOf},
                                 Phrase{"right to left", Form::Chain, Kind::RightOf},
                                 Phrase{"from top to bottom", Form::Chain, Kind::Above},
                                 Phrase{"top to bottom", Form::Chain, Kind::Above},
                                 Phrase{"from bottom to top", Form::Chain, Kind::Below},
                                 Phrase{"bottom to top", Form::Chain, Kind::Below},
                                 Phrase{"right of", Form::Beside, Kind::RightOf},
                                 Phrase{"left of", Form::Beside, Kind::LeftOf},
                                 Phrase{"on top of", Form::Beside, Kind::Above},
                                 Phrase{"above", Form::Beside, Kind::Above},
                                 Phrase{"over", Form::Beside, Kind::Above},
                                 Phrase{"below", Form::Beside, Kind::Below},
                                 Phrase{"beneath", Form::Beside, Kind::Below},
                                 Phrase{"underneath", Form::Beside, Kind::Below},
                                 Phrase{"under", Form::Beside, Kind::Below},
                                 Phrase{"beside", Form::Beside, Kind::SameRow},
                                 Phrase{"next to", Form::Beside, Kind::SameRow},
                                 Phrase{"before", Form::Beside, Kind::LeftOf},
                                 Phrase{"after", Form::Beside, Kind::RightOf},
                                 Phrase{"in one row", Form::All, Kind::SameRow},
                                 Phrase{"in a row", Form::All, Kind::SameRow},
                                 Phrase{"in the same row", Form::All, Kind::SameRow},
                                 Phrase{"on one line", Form::All, Kind::SameRow},
                                 Phrase{"on the same line", Form::All, Kind::SameRow},
                                 Phrase{"side by side", Form::All, Kind::SameRow},
                                 Phrase{"in one column", Form::All, Kind::SameColumn},
                                 Phrase{"in a column", Form::All, Kind::SameColumn},
                                 Phrase{"in the same column", Form::All, Kind::SameColumn},
                                 Phrase{"one below the other", Form::All, Kind::SameColumn},
                                 Phrase{"right", Form::End, Kind::Rightmost},
                                 Phrase{"rightmost", Form::End, Kind::Rightmost},
                                 Phrase{"left", Form::End, Kind::Leftmost},
                                 Phrase{"leftmost", Form::End, Kind::Leftmost},
                                 Phrase{"top", Form::End, Kind::Topmost},
                                 Phrase{"topmost", Form::End, Kind::Topmost},
                                 Phrase{"bottom", Form::End, Kind::Bottommost},
                                 Phrase{"first", Form::End, Kind::First},
                                 Phrase{"last", Form::End, Kind::Last}};

/// Words around names that say nothing of their own in a wish.
bool is_filler(const Word& word) { return word.mark != Mark::None || lexicon::is_layout_filler(word.lower); }

struct Named {
  std::size_t at = 0;
  std::vector<ComponentId> ids;
};

class PinReader {
 public:
  explicit PinReader(Draft& draft) : draft_(draft) {}

  std::vector<Pin> pins() && { return std::move(pins_); }

  void read(const std::vector<Word>& words, std::string_view text, SectionId section, auto&& span_of) {
    for (std::size_t from = 0; from < words.size();) {
      std::size_t to = from;
      while (to < words.size() && words[to].mark != Mark::Stop) ++to;
      if (to > from) {
        text_ = std::string(text.substr(words[from].begin, words[to - 1].end - words[from].begin));
        span_ = span_of(words[from].begin, words[to - 1].end);
        sentence(std::vector<Word>(words.begin() + static_cast<std::ptrdiff_t>(from),
                                   words.begin() + static_cast<std::ptrdiff_t>(to)),
                 text, section);
      }
      from = to + 1;
    }
  }

 private:
  struct Found {
    const Phrase* phrase = nullptr;
    std::size_t from = 0, to = 0;
  };

  void sentence(const std::vector<Word>& words, std::string_view text, SectionId section) {
    std::vector<Named> named;
    std::vector<std::string> unknown;
    Found found;
    for (std::size_t at = 0; at < words.size();) {
      if (!found.phrase) {
        if (const auto phrase = phrase_at(words, at)) {
          found = *phrase;
          at = found.to;
          continue;
        }
      }
      const auto reference =
          words[at].mark == Mark::None ? reference_at(draft_, words, at, text, section) : std::nullopt;
      if (reference && !reference->ids.empty()) {
        named.push_back({at, reference->ids});
        at = std::max(reference->to, at + 1);
        continue;
      }
      const std::size_t to = reference ? std::max(reference->to, at + 1) : at + 1;
      if (reference || !is_filler(words[at])) {
        const std::string name(text.substr(words[at].begin, words[to - 1].end - words[at].begin));
        const bool goes_on = !unknown.empty() && at == last_unknown_;
        if (goes_on)
          unknown.back() += " " + name;
        else
          unknown.push_back(name);
        last_unknown_ = to;
      }
      at = to;
    }
    if (!found.phrase && named.empty() && unknown.empty()) return;
    if (!found.phrase) {
      draft_.sink.warn(
          model::kPinNotUnderstood, span_, fmt::format("\"{}\" does not say where something is to stand", text_),
          "say \"A right of B\", \"A above B\", \"A and B in one row\", \"A first\" or \"A to the right\"");
      return;
    }
    if (!unknown.empty() || !make(found, named)) names_nothing(unknown);
  }

  static std::optional<Found> phrase_at(const std::vector<Word>& words, std::size_t at) {
    for (const Phrase& phrase : kPhrases) {
      std::size_t k = at, begin = 0;
      while (begin < phrase.words.size() && k < words.size()) {
        const std::size_t end = std::min(phrase.words.find(' ', begin), phrase.words.size());
        if (words[k].mark != Mark::None || words[k].lower != phrase.words.substr(begin, end - begin)) break;
        begin = end + 1, ++k;
      }
      if (begin >= phrase.words.size()) return Found{&phrase, at, k};
    }
    return std::nullopt;
  }

  /// False if a side of the phrase has no name.
  bool make(const Found& found, const std::vector<Named>& named) {
    const Kind kind = found.phrase->kind;
    std::vector<ComponentId> before, after, all;
    for (const Named& n : named) {
      auto& side = n.at < found.from ? before : after;
      side.insert(side.end(), n.ids.begin(), n.ids.end());
      all.insert(all.end(), n.ids.begin(), n.ids.end());
    }
    switch (found.phrase->form) {
      case Form::End:
        for (const ComponentId id : all) add(kind, id, id);
        return !all.empty();
      case Form::All:
        for (std::size_t i = 1; i < all.size(); ++i) add(kind, all[i], all.front());
        return all.size() > 1;
      case Form::Chain:
        for (std::size_t i = 1; i < all.size(); ++i) add(kind, all[i - 1], all[i]);
        return all.size() > 1;
      case Form::Beside:
        if (before.empty() && named.size() > 1) {  // "right of the API, the queue"
          after = named.front().ids;
          for (std::size_t i = 1; i < named.size(); ++i)
            before.insert(before.end(), named[i].ids.begin(), named[i].ids.end());
        }
        for (const ComponentId id : before)
          for (const ComponentId other : after) add(kind, id, other);
        return !before.empty() && !after.empty();
    }
    return false;
  }

  void add(Kind kind, ComponentId id, ComponentId other) {
    constexpr std::size_t kMostPins = 1000;
    const bool end = kind >= Kind::First;
    if ((id == other) == end && pins_.size() < kMostPins) pins_.push_back({kind, id, other, text_, span_});
  }

  void names_nothing(const std::vector<std::string>& unknown) {
    draft_.sink.warn(model::kPinNamesNothing, span_,
                     unknown.empty() ? fmt::format("\"{}\" names too few things", text_)
                                     : fmt::format("\"{}\" names nothing in this document", unknown.front()),
                     "the wish for the layout is left out; name a component as the document does");
  }

  Draft& draft_;
  std::vector<Pin> pins_;
  std::string text_;
  Span span_;
  std::size_t last_unknown_ = 0;
};

}  // namespace

bool is_about_the_picture(const Section& section) {
  if (section.level < 2 || std::ranges::none_of(section.words, [](const Word& w) { return w.norm == "layout"; }))
    return false;
  return lexicon::is_layout_section(key_of(section.words, 0, section.words.size()));
}

std::vector<model::Pin> read_pins(Draft& draft, std::span<const std::string> more) {
  const auto about_the_picture = [&](SectionId id) {
    for (std::optional<SectionId> up = id; up; up = draft.outline[*up].parent)
      if (is_about_the_picture(draft.outline[*up])) return true;
    return false;
  };
  PinReader reader(draft);
  for (const Entry& entry : draft.outline.entries) {
    if (entry.kind == EntryKind::Code || !about_the_picture(entry.section)) continue;
    const md::InlineText& text = entry.text;
    reader.read(words_of(text, 0, static_cast<std::uint32_t>(text.text.size())), text.text, entry.section,
                [&](std::uint32_t begin, std::uint32_t end) {
                  return entry.span_of({begin, end});
                });
  }
  for (const std::string& pin : more)
    reader.read(words_of(pin), pin, SectionId{0}, [](std::uint32_t, std::uint32_t) { return Span{}; });
  return std::move(reader).pins();
}

}  // namespace skydraft::understand
