#include <algorithm>

#include "understand/own_name.hpp"
#include "understand/passes.hpp"

/// "All services run in one cluster", "a resource group that contains everything": where everything is that nothing
/// else places.
namespace skydraft::understand {
namespace {

using catalogue::Category;
using catalogue::Holds;
using catalogue::Scope;
using lexicon::WordClass;

constexpr std::size_t kLongestSubject = 6;  // words from "all" to the verb
constexpr std::size_t kLongestWay = 5;      // words from the verb to where it is

enum class Extent : std::uint8_t { None, Services, Everything };

class Whereabouts {
 public:
  explicit Whereabouts(Draft& draft) : draft_(draft) {}

  void run() {
    for (std::uint32_t i = 0; i < draft_.outline.entries.size(); ++i) {
      const Entry& entry = draft_.outline[EntryId{i}];
      if (draft_.skipped({i}) || entry.label ||
          (entry.kind != EntryKind::Paragraph && entry.kind != EntryKind::Bullet && entry.kind != EntryKind::Step))
        continue;
      for (std::size_t at = 0; at + 1 < entry.words.size(); ++at)
        if (const Extent extent = extent_at(entry.words, at); extent != Extent::None) read(entry, at, extent);
    }
    for (const Found& found : found_) settle(found);
  }

 private:
  struct Found {
    ComponentId holder;
    Extent extent = Extent::None;
    Span span;
  };

  /// "all services", "everything", "the whole stack": what the words from `at` on speak of.
  static Extent extent_at(const std::vector<Word>& words, std::size_t at) {
    if (!is_word(words, at)) return Extent::None;
    const auto& first = words[at].lower;
    if (first == "everything") return Extent::Everything;
    if (first != "all" && first != "every" && first != "whole" && first != "entire") return Extent::None;
    for (std::size_t i = at + 1; is_word(words, i) && i < at + 4; ++i) {
      const auto& noun = words[i].norm;
      if (lexicon::is_hosted(noun)) return Extent::Services;
      if (lexicon::is_infrastructure(noun) || lexicon::is_whole(noun)) return Extent::Everything;
      if (lexicon::is_class(words[i].lower, WordClass::Preposition) && words[i].lower != "of") return Extent::None;
    }
    return Extent::None;
  }

  static const lexicon::Verb* placing_verb(const std::vector<Word>& words, std::size_t at) {
    const lexicon::VerbForm* form = is_word(words, at) ? lexicon::find_verb(words[at].lower) : nullptr;
    if (!form) return nullptr;
    const lexicon::Verb& verb = lexicon::verb_of(*form);
    return verb.kind == lexicon::VerbKind::Contains || verb.kind == lexicon::VerbKind::Deploys ? &verb : nullptr;
  }

  void read(const Entry& entry, std::size_t at, Extent extent) {
    const std::vector<Word>& words = entry.words;
    // "… contains all services"
    if (at > 0 && placing_verb(words, at - 1))
      if (const auto holder = holder_before(entry, at - 1)) {
        found_.push_back({*holder, extent, entry.span});
        return;
      }
    for (std::size_t i = at + 1; is_word(words, i) && i <= at + kLongestSubject; ++i) {
      if (lexicon::is_class(words[i].lower, WordClass::Negation)) return;
      const bool stands =
          (words[i].lower == "is" || words[i].lower == "are") && i + 1 < words.size() && is_place(words[i + 1].lower);
      if (!stands && !placing_verb(words, i)) continue;
      for (std::size_t in = i + 1; is_word(words, in) && in <= i + kLongestWay; ++in) {
        if (!is_place(words[in].lower)) continue;
        if (const auto holder = holder_at(entry, in + 1)) found_.push_back({*holder, extent, entry.span});
        return;
      }
      return;
    }
  }

  static bool is_place(const WordText& word) {
    return word == "in" || word == "on" || word == "inside" || word == "within" || word == "into" || word == "to";
  }

  /// The one container that the words from `at` on name.
  std::optional<ComponentId> holder_at(const Entry& entry, std::size_t at) {
    const std::vector<Word>& words = entry.words;
    for (std::size_t i = at; is_word(words, i) && i < at + 4; ++i) {
      const auto found = thing_at(draft_, words, i, entry.text.text, entry.section, true);
      if (!found) continue;
      const std::vector<ComponentId> ids = resolve(draft_, *found, entry.span, entry.section);
      return ids.size() == 1 && may_hold_all(ids.front()) ? std::optional(ids.front()) : std::nullopt;
    }
    return std::nullopt;
  }

  /// "a group that will contain", "the cluster hosts": the container nearest before the verb.
  std::optional<ComponentId> holder_before(const Entry& entry, std::size_t verb) {
    const std::vector<Word>& words = entry.words;
    for (std::size_t i = verb; i-- > 0 && verb - i <= kLongestSubject && words[i].mark != Mark::Stop;) {
      const auto found = thing_at(draft_, words, i, entry.text.text, entry.section, true);
      if (!found || found->to > verb) continue;
      const std::vector<ComponentId> ids = resolve(draft_, *found, entry.span, entry.section);
      if (ids.size() == 1 && may_hold_all(ids.front())) return ids.front();
    }
    return std::nullopt;
  }

  bool may_hold_all(ComponentId id) const {
    const Holds holds = draft_.kind(id).holds;
    return holds == Holds::Cluster || holds == Holds::Namespace || holds == Holds::Group || holds == Holds::Account ||
           holds == Holds::Network || holds == Holds::Host;
  }

  void settle(const Found& found) {
    const auto n = static_cast<std::uint32_t>(draft_.builder.components().size());
    for (std::uint32_t i = 0; i < n; ++i) {
      const ComponentId id{i};
      const model::Component& component = draft_.builder[id];
      if (id == found.holder || component.inferred() || component.parent || !component.spans.empty() ||
          draft_.is_inside(found.holder, id) || !belongs(id, found))
        continue;
      draft_.parent(id, found.holder, found.span);
    }
  }

  /// Whether the thing is one of "all services" or "everything" that such a container may hold.
  bool belongs(ComponentId id, const Found& found) const {
    const catalogue::Kind& kind = draft_.kind(id);
    const catalogue::Kind& holder = draft_.kind(found.holder);
    if (kind.category == Category::Actor || kind.scope == Scope::External || kind.scope == Scope::Global ||
        kind.scope == Scope::Delivery || kind.id == "generic.external-system")
      return false;
    const bool fits = std::ranges::find(kind.inside, holder.id) != kind.inside.end();
    const bool workload = kind.holds == Holds::NotAContainer &&
                          (kind.provider == "generic" || kind.provider == "k8s") &&
                          (kind.category == Category::Application || kind.category == Category::Container ||
                           kind.category == Category::Compute);
    if (found.extent == Extent::Services) return workload;
    if (holder.holds == Holds::Cluster || holder.holds == Holds::Namespace || holder.holds == Holds::Host)
      return workload || (kind.holds == Holds::NotAContainer &&
                          (kind.scope == Scope::Cluster || fits ||
                           (kind.provider == "generic" && kind.category == Category::Database)));
    return fits || (kind.provider == holder.provider && kind.holds == Holds::NotAContainer &&
                    (holder.holds != Holds::Network || kind.scope == Scope::Network));
  }

  Draft& draft_;
  std::vector<Found> found_;
};

}  // namespace

void place_everything(Draft& draft) { Whereabouts(draft).run(); }

}  // namespace skydraft::understand
