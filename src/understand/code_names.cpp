#include <algorithm>

#include "understand/classify.hpp"
#include "understand/listed_names.hpp"
#include "understand/passes.hpp"

namespace skydraft::understand {
namespace {

/// "Application Gateway `agw-orders`": an identifier beside a service's name is one of it.
bool has_own_name(const catalogue::Kind& kind, std::string_view name) {
  const bool identifier = name.find('-') != std::string_view::npos;
  return identifier && !is_technology(kind) && kind.category != catalogue::Category::Actor &&
         kind.holds == catalogue::Holds::NotAContainer && kind.provider != "generic" && kind.provider != "tool";
}

/// "the `orders` queue", "Lambda `resize`": a code run beside the name of a kind is called that.
class CodeNames {
 public:
  explicit CodeNames(Draft& draft) : draft_(draft) {}

  void run() {
    for (std::uint32_t n = 0; n < draft_.outline.entries.size(); ++n) {
      const Entry& entry = draft_.outline.entries[n];
      if (draft_.skipped({n}) || entry.text.runs.empty()) continue;
      for (std::size_t i = 0; i < entry.words.size(); ++i)
        if (entry.words[i].code &&
            (i == 0 || !entry.words[i - 1].code || entry.words[i].begin > entry.words[i - 1].end + 1))
          read(entry, i);
    }
  }

 private:
  void read(const Entry& entry, std::size_t at) {
    std::size_t to = at + 1;
    while (to < entry.words.size() && entry.words[to].code && entry.words[to].begin <= entry.words[to - 1].end + 1)
      ++to;
    const std::string_view name = std::string_view(entry.text.text)
                                      .substr(entry.words[at].begin, entry.words[to - 1].end - entry.words[at].begin);
    if (!name_like(name) || !draft_.named(key_of(name)).empty()) return;
    const catalogue::Kind* kind = beside(entry, at, to);
    if (!kind || !(is_instance_kind(*kind) || (stands_before(entry, at, *kind) && has_own_name(*kind, name)))) return;
    if (const auto id = draft_.define(
            name, kind->id, entry.text.source_of(entry.words[at].begin, entry.words[to - 1].end), entry.section))
      settle(entry, *id);
  }

  /// The kind's name ends right before the code run.
  bool stands_before(const Entry& entry, std::size_t at, const catalogue::Kind& kind) const {
    if (at == 0 || entry.words[at].begin != entry.words[at - 1].end + 1) return false;
    for (std::size_t from = at > 3 ? at - 3 : 0; from < at; ++from)
      if (const auto hit = entry.words[from].mark == Mark::None ? catalogue_hit(entry.words, from) : std::nullopt;
          hit && hit->to == at)
        return meaning_of(draft_, *hit, entry.section) == &kind;
    return false;
  }

  void settle(const Entry& entry, ComponentId id) {
    draft_.parts[id.index].from_prose = true;
    const auto owner = entry.parent ? draft_.fate(*entry.parent).subject : std::nullopt;
    if (owner && *owner != id &&
        std::ranges::find(draft_.kind(id).inside, draft_.builder[*owner].kind) != draft_.kind(id).inside.end())
      draft_.parent(id, *owner, entry.span);
  }

  const catalogue::Kind* beside(const Entry& entry, std::size_t at, std::size_t to) const {
    if (to < entry.words.size() && entry.words[to].mark == Mark::None && !entry.words[to].code)
      if (const auto hit = catalogue_hit(entry.words, to))
        if (const catalogue::Kind* kind = meaning_of(draft_, *hit, entry.section)) return kind;
    for (std::size_t from = at > 3 ? at - 3 : 0; from < at; ++from)
      if (entry.words[from].mark == Mark::None)
        if (const auto hit = catalogue_hit(entry.words, from); hit && hit->to == at)
          return meaning_of(draft_, *hit, entry.section);
    return nullptr;
  }

  Draft& draft_;
};

}  // namespace

void read_code_names(Draft& draft) {
  CodeNames(draft).run();
  read_listed_names(draft);
}

}  // namespace skydraft::understand
