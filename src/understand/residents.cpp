#include <algorithm>
#include <array>
#include <map>

#include "understand/classify.hpp"
#include "understand/passes.hpp"
#include "understand/reference.hpp"

namespace skydraft::understand {
namespace {

using catalogue::Holds;

/// "AKS Subnet", "Subnet: … for the cache", CloudWatch Logs beside CloudWatch: where things stand that no sentence
/// places, by what the places are called and what they are for.
class Residents {
 public:
  explicit Residents(Draft& draft) : draft_(draft) {}

  void run() {
    const auto n = static_cast<std::uint32_t>(draft_.builder.components().size());
    for (std::uint32_t i = 0; i < n; ++i)
      if (draft_.kind({i}).holds == Holds::Subnet && !draft_.builder[ComponentId{i}].inferred()) collect({i});
    for (const auto& [resident, subnets] : subnets_of_) settle(ComponentId{resident}, subnets);
    for (std::uint32_t i = 0; i < n; ++i) join_service({i});
  }

 private:
  void collect(ComponentId subnet) {
    std::vector<Word> name;
    for (Word& word : words_of(draft_.builder[subnet].name)) {
      if (word.mark == Mark::Open) break;
      const bool says_no_more = word.norm == "subnet" || word.norm == "public" || word.norm == "private" ||
                                is_number(word.lower) || word.lower.size() == 1;
      if (!says_no_more) name.push_back(std::move(word));
    }
    if (const auto resident = meant(subnet, name, draft_.builder[subnet].name, true)) add(*resident, subnet);
    for (const std::string& purpose : std::vector<std::string>(draft_.builder[subnet].purposes)) {
      std::vector<Word> words = words_of(purpose);
      std::erase_if(words, [](const Word& w) { return w.mark == Mark::None && lexicon::is_filler(w.norm); });
      if (const auto resident = meant(subnet, words, purpose, false)) add(*resident, subnet);
    }
  }

  /// The one thing that these words begin with, if it may stand in a subnet; `whole`: they say nothing else.
  std::optional<ComponentId> meant(ComponentId subnet, const std::vector<Word>& words, std::string_view text,
                                   bool whole) {
    if (words.empty()) return std::nullopt;
    const auto found = reference_at(draft_, words, 0, text, draft_.parts[subnet.index].section);
    if (!found || found->ids.size() != 1 || (whole && found->to < words.size())) return std::nullopt;
    if (found->to < words.size() && words[found->to].mark == Mark::None) {
      // "Redis clients": of the thing, not the thing.
      const Word& next = words[found->to];
      if (!lexicon::is_class(next.lower, lexicon::WordClass::Preposition) && next.lower != "and" &&
          !lexicon::is_generic(next.norm) && next.norm != "node" && next.norm != "flexible")
        return std::nullopt;
    }
    const ComponentId id = found->ids.front();
    if (id == subnet) return whole ? only_of(subnet, words) : std::nullopt;
    return may_stand(id, subnet) ? std::optional(id) : std::nullopt;
  }

  /// "Redis Subnet": the one thing of a kind that people call so.
  std::optional<ComponentId> only_of(ComponentId subnet, const std::vector<Word>& words) {
    const auto hit = catalogue_hit(words, 0);
    if (!hit || hit->to < words.size()) return std::nullopt;
    std::optional<ComponentId> only;
    for (const catalogue::Alias& row : hit->rows)
      for (const ComponentId id : draft_.of_kind(catalogue::kinds()[row.kind].id)) {
        if (draft_.builder[id].inferred() || !may_stand(id, subnet)) continue;
        if (only && *only != id) return std::nullopt;
        only = id;
      }
    return only;
  }

  bool may_stand(ComponentId id, ComponentId subnet) {
    const catalogue::Kind& kind = draft_.kind(id);
    if (id == subnet || is_network(kind) || draft_.is_inside(subnet, id) || kind.category == catalogue::Category::Actor)
      return false;
    if (kind.scope == catalogue::Scope::Global || kind.scope == catalogue::Scope::External) return false;
    if (std::ranges::find(kind.inside, draft_.builder[subnet].kind) != kind.inside.end()) return true;
    if (kind.category == catalogue::Category::Security) return false;
    return kind.scope == catalogue::Scope::Network || kind.scope == catalogue::Scope::Zonal ||
           kind.category == catalogue::Category::Database || kind.category == catalogue::Category::Compute;
  }

  void add(ComponentId resident, ComponentId subnet) {
    auto& subnets = subnets_of_[resident.index];
    if (std::ranges::find(subnets, subnet) == subnets.end()) subnets.push_back(subnet);
  }

  void settle(ComponentId resident, const std::vector<ComponentId>& subnets) {
    if (subnets.size() == 1) {
      draft_.parent(resident, subnets.front(), {}, "subnet-named-for-it");
      return;
    }
    auto& spans = draft_.builder[resident].spans;
    if (spans.empty() && !draft_.builder[resident].parent) spans = subnets;
  }

  /// A topic of IoT Core, a client of Cognito: a part of the one service of its kind.
  void join_service(ComponentId id) {
    if (draft_.builder[id].parent || draft_.builder[id].inferred()) return;
    for (const std::string_view holder : draft_.kind(id).inside) {
      if (catalogue::kind_or_unknown(holder).holds != Holds::NotAContainer) continue;
      const auto services = draft_.of_kind(holder);
      if (services.size() == 1 && !draft_.builder[services.front()].inferred())
        draft_.parent(id, services.front(), {}, "part-of-the-service");
    }
  }

  Draft& draft_;
  std::map<std::uint32_t, std::vector<ComponentId>> subnets_of_;  ///< by resident
};

}  // namespace

void place_residents(Draft& draft) {
  if (!draft.options.stated_only) Residents(draft).run();
}

}  // namespace skydraft::understand
