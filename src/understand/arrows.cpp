#include "understand/arrows.hpp"

#include <algorithm>
#include <array>

#include "understand/attributes.hpp"
#include "understand/classify.hpp"
#include "understand/code_actors.hpp"
#include "understand/head_noun.hpp"
#include "understand/known.hpp"
#include "understand/node_label.hpp"
#include "understand/own_name.hpp"
#include "understand/people.hpp"
#include "understand/placements.hpp"

namespace skydraft::understand {
namespace {

constexpr std::size_t kLongestNewName = 5;  // words
constexpr std::size_t kLongestEnd = 6;  // words of the first and last thing of a chain; more is a sentence around it

struct Segment {
  std::size_t from = 0, to = 0;
  Mark arrow = Mark::None;  ///< the arrow after it
};

/// Containment words after an arrow relation: "A → B — contains".
enum class Link { Relation, Contains, PartOf };

Link link_of(const std::vector<Word>& words, std::size_t from, std::size_t to) {
  for (std::size_t i = from; i < to; ++i) {
    if (words[i].norm == "contain" || words[i].norm == "include" || words[i].norm == "host") return Link::Contains;
    if (words[i].norm == "part" && i + 1 < to && words[i + 1].norm == "of") return Link::PartOf;
    if (words[i].norm == "belong" || words[i].norm == "in" || words[i].norm == "inside") return Link::PartOf;
  }
  return Link::Relation;
}

class Chain {
 public:
  Chain(Draft& draft, const std::vector<Word>& words, std::string_view text, const SentenceContext& context)
      : draft_(draft), words_(words), text_(text), context_(context) {}

  Stated run() {
    std::vector<Segment> segments;
    Segment current;
    int depth = 0;  // an arrow in parentheses is an aside
    for (std::size_t i = 0; i < words_.size(); ++i) {
      depth += words_[i].mark == Mark::Open ? 1 : words_[i].mark == Mark::Close && depth > 0 ? -1 : 0;
      if (!is_arrow(words_[i]) || depth > 0) continue;
      current.to = i;
      current.arrow = words_[i].mark;
      segments.push_back(current);
      current = {i + 1, i + 1, Mark::None};
    }
    current.to = words_.size();
    // A dash or full stop ends the chain; what follows says what the relation is.
    std::size_t end = current.to;
    for (std::size_t i = current.from; i < words_.size(); ++i)
      if (words_[i].mark == Mark::Stop && i > current.from) {
        end = i;
        break;
      }
    current.to = end;
    segments.push_back(current);
    if (segments.size() < 2 || has_number(segments) || is_instead(segments.front())) return {};
    if (const std::size_t comma = begins_again(segments); comma > 0) {
      const std::vector<Word> first(words_.begin(), words_.begin() + static_cast<std::ptrdiff_t>(comma));
      const std::vector<Word> rest(words_.begin() + static_cast<std::ptrdiff_t>(comma + 1), words_.end());
      Stated stated = Chain(draft_, first, text_, context_).run();
      const Stated more = Chain(draft_, rest, text_, context_).run();
      stated.relations.insert(stated.relations.end(), more.relations.begin(), more.relations.end());
      stated.mentioned.insert(stated.mentioned.end(), more.mentioned.begin(), more.mentioned.end());
      return stated;
    }
    if (are_clauses(segments)) return clauses(segments);
    trim_ends(segments.front(), segments.back());
    std::erase_if(segments, [&](const Segment& segment) { return is_protocol(segment); });
    if (segments.size() < 2) return {};
    const bool by_condition = is_condition(segments.front());
    const Link link = link_of(words_, end, words_.size());
    std::vector<std::vector<ComponentId>> ends;
    for (const Segment& segment : segments) {
      const bool own = ends.empty() && (by_condition || is_moved(segment));
      ends.push_back(own ? context_.subject : things(segment.from, segment.to));
    }
    close_gaps(segments, ends);
    const std::string label =
        end + 1 < words_.size() ? std::string(trimmed(text_.substr(words_[end + 1].begin))) : std::string();
    for (std::size_t i = 0; i + 1 < segments.size(); ++i) connect(ends[i], ends[i + 1], segments[i].arrow, link, label);
    return std::move(out_);
  }

 private:
  std::vector<const Word*> plain(const Segment& segment) const {
    std::vector<const Word*> words;
    for (std::size_t i = segment.from; i < segment.to && words_[i].mark != Mark::Open; ++i)
      if (words_[i].mark == Mark::None) words.push_back(&words_[i]);
    return words;
  }

  /// "A → B for x, A → C for y", "public → A, private → B": the comma where the chain begins again; 0: it does not.
  std::size_t begins_again(const std::vector<Segment>& segments) const {
    const Segment& first = segments.front();
    const std::size_t length = first.to - first.from;
    if (length == 1 && is_sort(words_[first.from]))
      for (std::size_t n = 1; n + 1 < segments.size(); ++n)
        if (segments[n].to > segments[n].from + 2 && words_[segments[n].to - 2].mark == Mark::Comma &&
            is_sort(words_[segments[n].to - 1]))
          return segments[n].to - 2;
    for (std::size_t n = 1; n + 1 < segments.size(); ++n)
      for (std::size_t i = segments[n].from; i < segments[n].to; ++i) {
        if (words_[i].mark != Mark::Comma || segments[n].to - (i + 1) != length) continue;
        bool same = length > 0;
        for (std::size_t k = 0; k < length; ++k) same = same && &words_[i + 1 + k].norm == &words_[first.from + k].norm;
        if (same) return i;
      }
    return 0;
  }

  /// "runs in steps instead of A -> B": what is not so.
  bool is_instead(const Segment& first) const {
    for (std::size_t i = first.from; i + 1 < first.to; ++i)
      if ((words_[i].lower == "instead" && words_[i + 1].lower == "of") ||
          (words_[i].lower == "rather" && words_[i + 1].lower == "than"))
        return true;
    return false;
  }

  /// "…, with routing set up via A -> B -> C, plus alarms by mail": in a sentence the chain begins and ends with what
  /// stands next to its arrows.
  void trim_ends(Segment& first, Segment& last) const {
    const auto breaks = [&](std::size_t i) {
      const Word& word = words_[i];
      return word.mark == Mark::Comma || word.mark == Mark::Colon || word.mark == Mark::Stop ||
             (word.mark == Mark::None && lexicon::is_class(word.lower, lexicon::WordClass::Preposition));
    };
    // "The record `www.a.org → VM` lives elsewhere": the chain is what stands in code.
    if (words_[first.to].code)
      while (first.from + 1 < first.to && !words_[first.from].code) ++first.from;
    if (plain(first).size() > kLongestEnd && !is_clause(first))
      for (std::size_t i = first.to; i-- > first.from;)
        if (breaks(i) && i + 1 < first.to) {
          first.from = i + 1;
          break;
        }
    if (plain(last).size() > kLongestEnd && !is_clause(last))
      for (std::size_t i = last.from + 1; i < last.to; ++i)
        if (words_[i].mark == Mark::Comma || words_[i].lower == "plus") {
          last.to = i;
          break;
        }
  }

  /// "key → hash → 4521": values, not things.
  bool has_number(const std::vector<Segment>& segments) const {
    return std::ranges::any_of(segments, [&](const Segment& segment) {
      const auto words = plain(segment);
      return words.size() == 1 && is_number(words.front()->lower);
    });
  }

  static bool is_sort(const Word& word) {
    return !word.capital && !word.code && (lexicon::is_contrast(word.lower) || word.lower == "default");
  }

  /// "`/orders/*` → orders service", "0.0.0.0/0 → gateway", "→ bucket": when, not from where; it goes from the thing
  /// that the line stands under.
  bool is_condition(const Segment& segment) const {
    if (context_.subject.empty()) return false;
    if (segment.from == segment.to) return true;
    const Word& first = words_[segment.from];
    if (first.mark == Mark::Slash || is_cidr(first.lower)) return true;
    const auto begin = static_cast<std::size_t>(first.begin);
    if (begin > 0 && (text_[begin - 1] == '/' || text_[begin - 1] == '*')) return true;
    if (segment.to == segment.from + 1 && is_sort(first)) return true;  // "public → gateway": those of that sort
    constexpr std::array<std::string_view, 6> kMethods{"get", "post", "put", "delete", "patch", "any"};
    return segment.from + 1 < segment.to && words_[segment.from + 1].mark == Mark::Slash &&
           std::ranges::find(kMethods, first.lower) != kMethods.end();
  }

  /// "Alerts → chat" under a monitor: what it sends.
  bool is_moved(const Segment& segment) const {
    const auto words = plain(segment);
    return !context_.subject.empty() && !words.empty() && words.size() <= 2 && lexicon::is_moved(words.back()->norm) &&
           draft_.named(words_, segment.from, segment.to).empty();
  }

  /// "CI → git pull → docker build → registry": what is done on the way is no thing, and the way goes on.
  void close_gaps(std::vector<Segment>& segments, std::vector<std::vector<ComponentId>>& ends) const {
    for (std::size_t i = 1; i + 1 < segments.size();) {
      const auto words = plain(segments[i]);
      std::vector<Word> name;
      for (const Word* word : words) name.push_back(*word);
      const bool done = !name.empty() && (is_step(name) || is_action(name) || lexicon::find_verb(name.front().lower));
      if (!ends[i].empty() || !done || segments[i].arrow != segments[i - 1].arrow) {
        ++i;
        continue;
      }
      segments.erase(segments.begin() + static_cast<std::ptrdiff_t>(i));
      ends.erase(ends.begin() + static_cast<std::ptrdiff_t>(i));
    }
  }

  /// "SSH to the VM", "push to ECR": where the thing is named that it is done to.
  std::size_t behind_to(std::size_t from, std::size_t to) const {
    for (std::size_t at = from + 1; at + 1 < to && at <= from + 2; ++at)
      if (words_[at].lower == "to" && is_word(words_, at + 1) && !words_[at].joined &&
          (lexicon::is_protocol(words_[from].lower) || lexicon::find_verb(words_[at - 1].lower)))
        return at + 1;
    return from;
  }

  /// "API → TLS 1.3 → worker": how it is done between the two.
  bool is_protocol(const Segment& segment) const {
    const auto words = plain(segment);
    return !words.empty() && words.size() <= 2 && lexicon::is_protocol(words.front()->lower) &&
           (words.size() == 1 || (words[1]->lower[0] >= '0' && words[1]->lower[0] <= '9'));
  }

  /// "User presses deploy → API starts the build": each a sentence, and who acts sets off who acts next.
  bool is_clause(const Segment& segment) const {
    const auto words = plain(segment);
    for (std::size_t i = 1; i + 1 < words.size(); ++i) {
      if (!words[i]->capital && lexicon::is_third_person(words[i]->lower)) return true;
    }
    return false;
  }
  bool are_clauses(const std::vector<Segment>& segments) const {
    const auto count = std::ranges::count_if(segments, [&](const Segment& s) { return is_clause(s); });
    return static_cast<std::size_t>(count) * 2 > segments.size();
  }

  Stated clauses(const std::vector<Segment>& segments) {
    std::vector<ComponentId> before;
    for (const Segment& segment : segments) {
      const std::vector<Word> words(words_.begin() + static_cast<std::ptrdiff_t>(segment.from),
                                    words_.begin() + static_cast<std::ptrdiff_t>(segment.to));
      std::vector<ComponentId> actors;
      if (!words.empty())
        if (const auto found = thing_at(draft_, words_, segment.from, text_, context_.section, true);
            found && found->to <= segment.to)
          actors = resolve(draft_, *found, context_.span, context_.section);
      if (!before.empty() && !actors.empty()) connect(before, actors, Mark::Arrow, Link::Relation, {});
      const Stated stated = read_sentence(draft_, words, text_, context_);
      out_.relations.insert(out_.relations.end(), stated.relations.begin(), stated.relations.end());
      out_.mentioned.insert(out_.mentioned.end(), stated.mentioned.begin(), stated.mentioned.end());
      before = actors;
    }
    return std::move(out_);
  }

  /// "Stock service": not the service that was spoken of before.
  bool ends_name(std::size_t at) const {
    const Word &before = words_[at - 1], &noun = words_[at];
    const auto known = catalogue_hit(words_, at - 1);
    return before.mark == Mark::None && before.capital && noun.mark == Mark::None && !noun.capital &&
           (lexicon::is_generic(noun.norm) || !lexicon::head_kind(noun.norm).empty()) &&
           !lexicon::is_descriptive(before.lower) && !lexicon::is_contrast(before.lower) &&
           !(known && known->to == at);  // "the Flask container"
  }

  std::vector<ComponentId> things(std::size_t from, std::size_t to) {
    std::vector<ComponentId> ids;
    const std::size_t begin = from;
    from = behind_to(from, to);
    if (const auto known = draft_.named(words_, from, to); known.size() == 1) ids = {known.front()};
    if (ids.empty() && from < to && is_word(words_, from) && names_software(words_, from)) unnamed(begin, to, ids);
    for (std::size_t at = ids.empty() ? from : to; at < to;) {
      if (words_[at].mark == Mark::Open) {  // a parenthesis describes the thing before it
        const std::size_t open = at;
        if (ids.size() == 1) call_so(ids.front(), at);
        while (at < to && words_[at].mark != Mark::Close) ++at;
        if (at < to && ids.size() == 1)
          if (const auto placement = place_in_parenthesis(
                  draft_, ids.front(), text_.substr(words_[open].end, words_[at].begin - words_[open].end),
                  context_.span, context_.section))
            place(draft_, *placement);
        continue;
      }
      if (words_[at].mark == Mark::Colon) {
        const bool behind = begin > 0 && is_arrow(words_[begin - 1]);
        if (behind && !ids.empty()) break;  // "A → B: by way of a queue"
        ids.clear();
        ++at;
        continue;
      }  // "Request path: Client → …"
      // "pool-alb" is no "alb".
      if (at > from && words_[at].joined && words_[at - 1].mark == Mark::None && text_[words_[at].begin - 1] == '-' &&
          ids.empty()) {
        ++at;
        continue;
      }
      if (at > from && ids.empty() && ends_name(at)) {
        ++at;
        continue;
      }
      // "Thumbnail Function": a name of its own, though there are other functions.
      const bool name = (words_[at].capital && at + 1 < to && words_[at + 1].capital) || (at == from && from > begin) ||
                        tells_service(at, to);
      auto found = name ? thing_at(draft_, words_, at, text_, context_.section, true)
                        : reference_at(draft_, words_, at, text_, context_.section);
      if (found && found->to <= to) {
        for (const ComponentId id : resolve(draft_, *found, context_.span, context_.section)) ids.push_back(id);
        at = found->to;
        if (!ids.empty() && at < to && words_[at].mark == Mark::None) break;
        continue;
      }
      ++at;
    }
    if (ids.empty()) internet(from, to, ids);
    if (ids.empty()) unnamed(begin, to, ids);
    out_.mentioned.insert(out_.mentioned.end(), ids.begin(), ids.end());
    return ids;
  }

  /// "billing Lambda": which of those there may be many of.
  bool tells_service(std::size_t at, std::size_t to) const {
    const bool begins = at == 0 || words_[at - 1].mark != Mark::None;
    if (!begins || !is_word(words_, at) || words_[at].capital || at + 1 >= to ||
        lexicon::is_descriptive(words_[at].lower) || lexicon::is_generic(words_[at].norm))
      return false;
    const auto hit = is_word(words_, at + 1) && words_[at + 1].capital ? catalogue_hit(words_, at + 1) : std::nullopt;
    const catalogue::Kind* kind = hit ? meaning_of(draft_, *hit, context_.section) : nullptr;
    return kind && tells(*hit, *kind) && lexicon::is_open(kind->id);
  }

  /// "Pub/Sub (clicks-raw)": an identifier in the parenthesis that opens at words[at] is what the one before it is
  /// called.
  void call_so(ComponentId id, std::size_t at) const {
    std::size_t to = at + 1;
    while (is_word(words_, to) && (to == at + 1 || words_[to].joined)) ++to;
    if (to < at + 3 || to >= words_.size() || words_[to].mark != Mark::Close) return;
    const std::string_view name = text_.substr(words_[at + 1].begin, words_[to - 1].end - words_[at + 1].begin);
    if (is_code_identifier(words_, at + 1, to, name) && draft_.named(words_, at + 1, to).empty())
      draft_.alias(id, name);
  }

  /// Where traffic begins or ends.
  void internet(std::size_t from, std::size_t to, std::vector<ComponentId>& ids) {
    while (from < to && (words_[from].mark != Mark::None || words_[from].lower == "the")) ++from;
    if (from >= to || lexicon::actor_kind(words_[from].norm) != "generic.internet") return;
    if (const auto id = draft_.define("Internet", "generic.internet", context_.span, context_.section))
      ids.push_back(*id);
  }

  /// A short segment that looks like a name becomes a service of its own.
  void unnamed(std::size_t from, std::size_t to, std::vector<ComponentId>& ids) {
    while (from < to && words_[from].mark != Mark::None) ++from;
    std::size_t end = from;
    const auto goes_on = [&](std::size_t i) {  // "web-app for `/*`": the name ends before "for"
      const bool ends = i > from && !words_[i].code &&
                        (words_[i].lower == "for" || words_[i].lower == "via" || words_[i].lower == "with" ||
                         words_[i].lower == "when");
      return words_[i].mark == Mark::None ? !ends : words_[from].code && words_[i].code;
    };
    while (end < to && goes_on(end)) ++end;
    if (end == from || end - from > kLongestNewName || (words_[from].lower[0] >= '0' && words_[from].lower[0] <= '9'))
      return;
    // "API → queue → worker": an everyday word for a part is one there.
    const auto hit = catalogue_hit(words_, from);
    const bool part = !words_[end - 1].plural &&
                      ((end == from + 1 && !lexicon::head_kind(words_[from].norm).empty()) || (hit && hit->to == end));
    bool name_like = words_[from].code || context_.drawn || part;
    for (std::size_t i = from; i < end; ++i) {
      const bool identifier = i + 1 < end && words_[i + 1].joined;  // "order-service"
      if (!part && lexicon::find_verb(words_[i].lower) && i == from && !words_[i].capital && !identifier) return;
      name_like = name_like || words_[i].capital || identifier;
    }
    // "chat servers": two words of which the last says what they are.
    const Word& last = words_[end - 1];
    name_like = name_like || (end > from + 1 && end <= from + 3 && !lexicon::head_kind(last.norm).empty() &&
                              !lexicon::is_moved(words_[from].norm) && !lexicon::is_descriptive(words_[from].lower) &&
                              !lexicon::is_class(words_[from].lower, lexicon::WordClass::Determiner));
    if (!name_like || is_state(from, end)) return;
    std::vector<Word> name(words_.begin() + static_cast<std::ptrdiff_t>(from),
                           words_.begin() + static_cast<std::ptrdiff_t>(end));
    const Reading reading = read_name(draft_, name, {}, context_.section);
    if (!(reading.kind && reading.strong) && (is_step(name) || is_action(name))) return;
    const std::string_view written = text_.substr(words_[from].begin, words_[end - 1].end - words_[from].begin);
    const catalogue::Kind* humps = kind_of_camel_case(draft_, written, context_.section);  // "OrderLambda"
    const std::string_view kind = reading.kind && reading.basis != Basis::Context ? reading.kind->id
                                  : is_software_noun(last.norm)                   ? lexicon::head_kind(last.norm)
                                  : humps                                         ? std::string_view(humps->id)
                                                                                  : std::string_view("generic.service");
    const auto known = name.size() == 1 ? known_as(draft_, name, reading) : std::nullopt;
    if (const auto id = known ? known : draft_.define(written, kind, context_.span, context_.section))
      ids.push_back(*id);
  }

  /// "CONFIRMED", "stdout", "www.a.org": how far it has got, and where what is not drawn is.
  bool is_state(std::size_t from, std::size_t to) const {
    constexpr std::array<std::string_view, 4> kStreams{"stdout", "stderr", "stdin", "console"};
    const WordText& word = words_[from].lower;
    if (std::ranges::find(kStreams, word) != kStreams.end()) return true;
    const std::string_view written = text_.substr(words_[from].begin, words_[to - 1].end - words_[from].begin);
    const bool host = written.find(' ') == std::string_view::npos && std::ranges::count(written, '.') >= 2;
    const lexicon::VerbForm* verb = lexicon::find_verb(word);
    const bool capitals =
        word.ends_with("ed") && written.find_first_of("abcdefghijklmnopqrstuvwxyz") == std::string_view::npos;
    const bool constant = written.find('_') != std::string_view::npos &&
                          written.find_first_of("abcdefghijklmnopqrstuvwxyz ") == std::string_view::npos;
    return host || constant || (to == from + 1 && (capitals || (verb && verb->tense == lexicon::Tense::Participle)));
  }

  /// "Image build", "Status update": something that is done, named by its verb.
  static bool is_action(const std::vector<Word>& name) {
    const Word& last = name.back();
    return name.size() > 1 && !last.capital && !last.code && !last.joined && !lexicon::is_generic(last.norm) &&
           lexicon::find_verb(last.lower);
  }

  void connect(const std::vector<ComponentId>& left, const std::vector<ComponentId>& right, Mark arrow, Link link,
               const std::string& label) {
    for (const ComponentId a : left)
      for (const ComponentId b : right) {
        if (a == b) continue;
        if (link == Link::Contains && draft_.holds(a)) {
          draft_.parent(b, a, context_.span);
          out_.placed = true;
        } else if (link == Link::PartOf && draft_.holds(b)) {
          draft_.parent(a, b, context_.span);
          out_.placed = true;
        }
        RelationDraft relation{
            a, b, model::RelationKind::Flow, label.size() <= 40 ? label : std::string(), {}, {}, {}, context_.span};
        if (arrow == Mark::BackArrow) std::swap(relation.from, relation.to);
        if (out_.placed && link != Link::Relation) continue;
        if (const auto id = draft_.relate(relation)) out_.relations.push_back(*id);
        draft_.evidence(a, context_.span);
        draft_.evidence(b, context_.span);
      }
    if (!left.empty()) out_.subjects = left;
    if (!right.empty()) out_.targets = right;
  }

  Draft& draft_;
  const std::vector<Word>& words_;
  std::string_view text_;
  const SentenceContext& context_;
  Stated out_;
};

}  // namespace

Stated read_arrows(Draft& draft, const std::vector<Word>& words, std::string_view text,
                   const SentenceContext& context) {
  return Chain(draft, words, text, context).run();
}

}  // namespace skydraft::understand
