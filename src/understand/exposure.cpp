#include "understand/exposure.hpp"

#include <algorithm>
#include <charconv>

#include <fmt/format.h>

namespace skydraft::understand {
namespace {

using catalogue::Category;

constexpr std::size_t kDenies = 4;        // words before "public" that may deny it
constexpr std::size_t kMostBetween = 14;  // words from "inbound" to the last of its ports

std::int64_t number_of(std::string_view text) {
  std::int64_t value = 0;
  std::from_chars(text.data(), text.data() + text.size(), value);
  return value;
}

bool is_port(const std::vector<Word>& words, std::size_t at) {
  return is_word(words, at) && is_number(words[at].lower) && words[at].lower.size() > 1 && words[at].lower.size() < 6 &&
         words[at].lower.front() != '0' && !(is_word(words, at + 1) && words[at + 1].norm == "day");
}

class Exposure {
 public:
  Exposure(Draft& draft, ComponentId id, const std::vector<Word>& words, Span span)
      : draft_(draft), id_(id), words_(words), span_(span) {}

  void read(std::size_t at) {
    const catalogue::Kind& kind = draft_.kind(id_);
    if (kind.holds == catalogue::Holds::NotAContainer && kind.category != Category::Security) reach(at, kind);
    if (filters(kind))
      ports(at);
    else
      listener(at);
  }

 private:
  std::string_view lower(std::size_t at) const {
    return is_word(words_, at) ? std::string_view(words_[at].lower) : std::string_view();
  }

  /// "not", "no", "never", "blocks" before it.
  bool denied(std::size_t at) const {
    for (std::size_t i = at > kDenies ? at - kDenies : 0; i < at; ++i)
      if (lexicon::is_denial(words_[i].lower)) return true;
    return false;
  }

  void reach(std::size_t at, const catalogue::Kind& kind) {
    const std::string_view word = lower(at), next = lower(at + 1);
    const bool keeps = kind.category == Category::Database || kind.category == Category::Storage;
    if ((word == "internet" && next == "facing") || (word == "publicly" && lexicon::is_reached(next)) ||
        (word == "public" && lexicon::is_door(next)))
      say(!denied(at));
    else if (word == "public" && next == "access" &&
             (denied(at) || lexicon::is_shut(lower(at + 2)) || lexicon::is_shut(lower(at + 3))))
      say(false);
    else if (keeps && word == "private" && (next.empty() || next == "bucket" || next == "only"))
      say(false);
    else if (word == "internal" && at == 0 && kind.id.find("lb") != std::string_view::npos)
      say(false);
  }

  static bool filters(const catalogue::Kind& kind) {
    return kind.id.ends_with("security-group") || kind.id.ends_with(".nsg") || kind.id.ends_with("firewall-rule");
  }

  /// "inbound 80 / 443 from the internet"
  void ports(std::size_t at) {
    if (!is_word(words_, at) || !lexicon::lets_in(words_[at].lower) || draft_.builder[id_].attribute("port")) return;
    std::vector<std::string_view> found;
    for (std::size_t i = at + 1; i < words_.size() && i <= at + kMostBetween; ++i) {
      const std::string_view word = lower(i);
      if (word == "from" || word == "to" || words_[i].mark == Mark::Stop) break;
      if (is_port(words_, i)) found.push_back(word);
    }
    if (found.size() == 1) draft_.attribute(id_, "port", number_of(found.front()), span_);
    if (found.size() > 1) draft_.attribute(id_, "port", fmt::format("{}", fmt::join(found, ", ")), span_);
  }

  /// "HTTPS listener on 443", "listens on 8000"
  void listener(std::size_t at) {
    const std::string_view word = lower(at);
    if ((word == "listener" || word == "listens") && lower(at + 1) == "on" && is_port(words_, at + 2))
      draft_.attribute(id_, "port", number_of(lower(at + 2)), span_);
  }

  void say(bool open) { draft_.attribute(id_, "public", open, span_); }

  Draft& draft_;
  ComponentId id_;
  const std::vector<Word>& words_;
  Span span_;
};

}  // namespace

void read_exposure(Draft& draft, ComponentId id, const std::vector<Word>& words, Span span,
                   std::span<const std::size_t> places) {
  Exposure exposure(draft, id, words, span);
  for (const std::size_t at : places)
    if (words[at].mark == Mark::None) exposure.read(at);
}

}  // namespace skydraft::understand
