#include <algorithm>

#include "understand/attributes.hpp"
#include "understand/passes.hpp"
#include "understand/reference.hpp"

namespace skydraft::understand {
namespace {

/// "The VPC has the CIDR 10.0.0.0/16; RDS runs MariaDB, version 10.4": a fact is about the thing named last before it
/// in its sentence, or else about what the entry speaks of.
class ProseFacts {
 public:
  explicit ProseFacts(Draft& draft) : draft_(draft) {}

  void run() {
    for (std::uint32_t i = 0; i < draft_.outline.entries.size(); ++i) {
      const Entry& entry = draft_.outline.entries[i];
      const bool prose =
          entry.kind == EntryKind::Paragraph || entry.kind == EntryKind::Bullet || entry.kind == EntryKind::Step;
      if (!prose || draft_.skipped({i}) || draft_.fate({i}).setting) continue;
      if (entry.label && draft_.fate({i}).component) continue;  // read when it was defined
      read(entry, {i});
    }
  }

 private:
  void read(const Entry& entry, EntryId id) {
    std::optional<ComponentId> about = draft_.fate(id).subject;
    if (!about) about = draft_.topic(entry.section).component;
    // Under "Scaling" or "Decision" only what a sentence names is what it speaks of.
    if (draft_.topic(entry.section).practice) about.reset();
    const std::optional<ComponentId> first = about;
    std::vector<Word> part;
    const auto close = [&] {
      // A second range in prose is another network's, seldom a contradiction.
      const bool other = about && draft_.builder[*about].attribute("cidr") &&
                         std::ranges::any_of(part, [](const Word& w) { return is_cidr(w.lower); });
      if (about && !part.empty() && !other) read_facts(draft_, *about, part, entry.text.text, entry.span);
      part.clear();
    };
    std::size_t begin = 0, stop = 0, told = 0;  // of the sentence, and of all that may be facts in it
    for (std::size_t at = 0; at < entry.words.size();) {
      if (at == begin) {
        stop = at;
        while (stop < entry.words.size() && entry.words[stop].mark != Mark::Stop) ++stop;
        told = draft_.fact_cues.end(entry.words, at, stop);
        if (told == at) at = stop;
        if (at == entry.words.size()) break;
      }
      const Word& word = entry.words[at];
      if (word.mark == Mark::Stop) {
        close();
        about = first;
        begin = ++at;
        continue;
      }
      const auto found = word.mark == Mark::None ? reference_at(draft_, entry.words, at, entry.text.text, entry.section)
                                                 : std::nullopt;
      if (found && !found->ids.empty()) {
        close();
        if (at >= told) {
          at = stop;
          continue;
        }
        about = found->ids.size() == 1 ? std::optional(found->ids.front()) : std::nullopt;
        // "Cloud SQL for PostgreSQL 15": the mention itself says what runs there.
        if (about && draft_.kind(*about).category == catalogue::Category::Database)
          part.assign(entry.words.begin() + static_cast<std::ptrdiff_t>(found->from),
                      entry.words.begin() + static_cast<std::ptrdiff_t>(found->to));
        at = std::max(found->to, at + 1);
        continue;
      }
      part.push_back(word);
      ++at;
    }
    close();
  }

  Draft& draft_;
};

}  // namespace

void read_prose_facts(Draft& draft) { ProseFacts(draft).run(); }

}  // namespace skydraft::understand
