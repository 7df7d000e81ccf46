#include "understand/product_facts.hpp"

#include <algorithm>
#include <charconv>

#include "understand/alternatives.hpp"
#include "understand/classify.hpp"
#include "understand/mention.hpp"

namespace skydraft::understand {
namespace {

using catalogue::Category;

constexpr std::size_t kKeepWindow = 5;  // words between "keeps" and how long

bool digit(char c) { return c >= '0' && c <= '9'; }

/// "15", "8.0", "3.12.1"
bool is_version(std::string_view text) {
  return !text.empty() && digit(text.front()) && digit(text.back()) && text.size() <= 10 &&
         std::ranges::all_of(text, [](char c) { return digit(c) || c == '.'; });
}

/// "S2", "P1v3", "B1ms", "C0": how a cloud calls the sizes of its plans.
bool is_plan(std::string_view lower) {
  if (lower.size() < 2 || lower.size() > 6 || digit(lower.front()) || !digit(lower[1])) return false;
  return std::string_view("bcdefgipsy").find(lower.front()) != std::string_view::npos;
}

class ProductFacts {
 public:
  ProductFacts(Draft& draft, ComponentId id, const std::vector<Word>& words, std::string_view text, Span span)
      : draft_(draft), id_(id), words_(words), text_(text), span_(span) {}

  void run(std::span<const std::size_t> places) {
    for (const std::size_t i : places) {
      if (words_[i].mark != Mark::None) continue;
      engine(i);
      cluster_version(i);
      language(i);
      number_of(i);
      range(i);
      bound(i);
      port(i);
      kept(i);
      timeout(i);
      plan(i);
      clock(i);
      placement(i);
      runs_as(i);
    }
  }

 private:
  bool word(std::size_t at) const { return at < words_.size() && words_[at].mark == Mark::None; }
  bool is(std::size_t at, std::string_view norm) const { return word(at) && words_[at].norm == norm; }
  std::string said(std::size_t from, std::size_t to) const {
    std::size_t begin = words_[from].begin;
    const bool dotted = begin > 0 && text_[begin - 1] == '.' && (begin == 1 || text_[begin - 2] == ' ');  // ".NET 8"
    begin -= dotted ? 1 : 0;
    return std::string(text_.substr(begin, words_[to - 1].end - begin));
  }
  void set(std::string_view key, model::Value value) { draft_.attribute(id_, key, std::move(value), span_); }
  const catalogue::Kind& kind() { return draft_.kind(id_); }

  /// 3 for "3" and "three"; nothing for "one", which is seldom a number.
  std::optional<std::int64_t> count(std::size_t at) const {
    if (!word(at) || words_[at].lower.size() > 9) return std::nullopt;
    if (is_number(words_[at].lower)) {
      std::int64_t value = 0;
      std::from_chars(words_[at].lower.data(), words_[at].lower.data() + words_[at].lower.size(), value);
      return value;
    }
    const int value = count_of(words_[at]);
    return value > 1 ? std::optional<std::int64_t>(value) : std::nullopt;
  }

  /// The database software that words name.
  const catalogue::Kind* software(const CatalogueHit& hit) const {
    for (const catalogue::Alias& row : hit.rows) {
      const catalogue::Kind& found = catalogue::kinds()[row.kind];
      if (found.category == Category::Database && (found.provider == "tool" || found.provider == "generic") &&
          found.id.find("database") == std::string_view::npos && found.id.find("cache") == std::string_view::npos)
        return &found;
    }
    return nullptr;
  }

  /// "RDS PostgreSQL 15": what a database runs, and which version of it.
  void engine(std::size_t i) {
    if (kind().category != Category::Database) return;
    if (words_[i].lower == "serverless") set("serverless", true);
    const auto hit = catalogue_hit(words_, i);
    const catalogue::Kind* found = hit ? software(*hit) : nullptr;
    const bool itself = found == &kind() && kind().scope == catalogue::Scope::External;  // "Neon Postgres" runs no Neon
    if (!found || itself || is_turned_down(words_, i)) return;
    const std::size_t to = i + 1;
    const bool own =
        draft_.parts[id_.index].words.size() == 1 && draft_.parts[id_.index].words.front() == &words_[i].norm;
    if (!own && catalogue_hit({words_[i]}, 0)) set("engine", said(i, to));
    if (word(to) && is_version(words_[to].lower)) set("version", said(to, to + 1));
  }

  /// "3 nodes, Kubernetes 1.29"
  void cluster_version(std::size_t i) {
    if (kind().holds == catalogue::Holds::Cluster && (words_[i].lower == "kubernetes" || words_[i].lower == "k8s") &&
        word(i + 1) && is_version(words_[i + 1].lower))
      set("version", said(i + 1, i + 2));
  }

  /// "Python 3.12", "(Java, on EC2)", "written in Go"
  void language(std::size_t i) {
    if (kind().holds != catalogue::Holds::NotAContainer || kind().category == Category::Database) return;
    const auto hit = catalogue_hit(words_, i);
    if (!hit) return;
    const catalogue::Kind& found = catalogue::kinds()[hit->rows.front().kind];
    if (!lexicon::is_programming_language(found.id)) return;
    const bool version = word(hit->to) && is_version(words_[hit->to].lower);
    const bool written = i > 1 && words_[i - 1].lower == "in" && is(i - 2, "written");
    const bool apart =
        (i == 0 || !word(i - 1)) && !word(hit->to) && (hit->to >= words_.size() || words_[hit->to].mark != Mark::Slash);
    // "a Node.js Lambda function"
    const bool described =
        i > 0 && i < 3 && is_indefinite_article(words_[0].lower) && word(hit->to) && !words_[hit->to].joined;
    if (!version && !written && !apart && !described) return;
    set(kind().category == Category::Serverless ? "runtime" : "language", said(i, version ? hit->to + 1 : hit->to));
  }

  static std::string_view unit(const Word& word) {
    if (lexicon::is_replica(word.norm)) return "replicas";
    if (word.norm == "instance" || word.norm == "instancia") return "instances";
    if (word.norm == "node" || word.norm == "broker" || word.norm == "nodo" || word.norm == "nodos") return "nodes";
    if (word.norm == "shard") return "shards";
    return {};
  }

  /// "4 tasks", "three data nodes"
  void number_of(std::size_t i) {
    const auto value = count(i);
    if (!value || !word(i + 1) || words_[i + 1].joined) return;
    std::size_t at = i + 1;
    if (unit(words_[at]).empty() && word(at + 1) && !words_[at].capital) ++at;
    if (const std::string_view key = unit(words_[at]); !key.empty() && !after_range(i)) set(key, *value);
  }

  bool after_range(std::size_t i) const {
    return i > 1 && word(i - 1) && (words_[i - 1].lower == "to" || words_[i - 1].lower == "and") &&
           is_number(words_[i - 2].lower);
  }

  /// "between 0 and 40 instances", "from 4 to 12 tasks"
  void range(std::size_t i) {
    if (!word(i) || !is_number(words_[i].lower) || !word(i + 2) || !is_number(words_[i + 2].lower)) return;
    const bool to = is(i + 1, "to");
    const bool between = is(i + 1, "and") && i > 0 && is(i - 1, "between");
    if ((!to && !between) || !word(i + 3) || unit(words_[i + 3]).empty()) return;
    set("min", *count(i));
    set("max", *count(i + 2));
  }

  /// "min 2", "up to 10 tasks", "at most 10"
  void bound(std::size_t i) {
    const WordText& lower = words_[i].lower;
    const bool least = lower == "min" || lower == "minimum";
    const bool most = lower == "max" || lower == "maximum";
    if ((least || most) && word(i + 1) && is_number(words_[i + 1].lower)) set(least ? "min" : "max", *count(i + 1));
    const bool limit = (lower == "up" && is(i + 1, "to")) || (lower == "at" && is(i + 1, "most"));
    if (limit && word(i + 2) && is_number(words_[i + 2].lower) && word(i + 3) && !unit(words_[i + 3]).empty())
      set("max", *count(i + 2));
  }

  /// "HTTPS 443", "puerto 8080"
  void port(std::size_t i) {
    if (!word(i + 1) || !is_number(words_[i + 1].lower) || words_[i + 1].joined || words_[i + 1].lower.size() < 2 ||
        words_[i + 1].lower.size() > 5)
      return;
    const WordText& lower = words_[i].lower;
    const bool protocol = lower == "tcp" || lower == "https" || lower == "http" || lower == "udp";
    if (protocol || lower == "puerto" || lower == "porta") set("port", *count(i + 1));
  }

  /// "keeps them for 48 hours", "kept for 30 days", "retention 4 days"
  void kept(std::size_t i) {
    if (!lexicon::retains(words_[i].lower)) return;
    for (std::size_t at = i + 1; at < words_.size() && at <= i + kKeepWindow; ++at) {
      if (words_[at].mark == Mark::Stop || words_[at].mark == Mark::Comma) return;
      if (word(at) && word(at + 1) && count(at) && lexicon::is_period(words_[at + 1].norm)) {
        set("retention", said(at, at + 2));
        return;
      }
    }
  }

  /// "timeout 900 s", "timeout of 5 minutes"
  void timeout(std::size_t i) {
    if (words_[i].norm != "timeout") return;
    std::size_t at = i + 1;
    if (is(at, "of") || is(at, "is") || (at < words_.size() && words_[at].mark == Mark::Colon)) ++at;
    if (word(at) && word(at + 1) && is_number(words_[at].lower)) set("timeout", said(at, at + 2));
  }

  /// "S2 tier", "tier Premium", "2 instances P1v3", "Standard_D4s_v5"
  void plan(std::size_t i) {
    const WordText& lower = words_[i].lower;
    const bool named = is_plan(lower) || lexicon::names_plan(lower);
    const auto says = [&](std::size_t at) { return is(at, "tier") || is(at, "sku") || is(at, "plan"); };
    if (named && (says(i + 1) || (i > 0 && says(i - 1)))) set("sku", said(i, i + 1));
    const bool size = is_plan(lower) && lower.size() > 3 && lower.find('v') != std::string::npos;
    if (size) set("sku", said(i, i + 1));
    if (lower == "business" && is(i + 1, "critical")) set("tier", said(i, i + 2));
    if (lower == "general" && is(i + 1, "purpose") && kind().category == Category::Database)
      set("tier", said(i, i + 2));
    const bool machine = (lower.starts_with("standard_") || lower.starts_with("b_standard") ||
                          lower.starts_with("gp_standard") || lower.starts_with("mo_standard")) &&
                         std::ranges::any_of(lower, digit);
    if (machine) set("instance_type", said(i, i + 1));
  }

  /// "runs at 04:00"
  void clock(std::size_t i) {
    if (words_[i].lower != "at" || !word(i + 1) || i + 3 > words_.size()) return;
    const std::string_view time = text_.substr(words_[i + 1].begin, 5);
    if (time.size() == 5 && digit(time[0]) && digit(time[1]) && time[2] == ':' && digit(time[3]) && digit(time[4]))
      set("schedule", std::string(time));
  }

  /// "in the private subnets": where it stands, whether these have an entry of their own or not.
  void placement(std::size_t i) {
    const WordText& lower = words_[i].lower;
    if (lower != "in" && lower != "across" && lower != "en" && lower != "em") return;
    std::size_t at = i + 1;
    while (word(at) && at < i + 3 && (lexicon::is_filler(words_[at].norm) || words_[at].lower == "las")) ++at;
    const auto open = [](const Word& w) {
      return w.lower.starts_with("public") || w.lower.starts_with("privat") || w.lower.starts_with("privad") ||
             w.lower.starts_with("públic");
    };
    const auto subnet = [](const Word& w) {
      return (w.norm == "subnet" && w.plural) || w.lower == "subredes" || w.lower == "sub-redes";
    };
    if (!word(at) || !word(at + 1)) return;
    if ((open(words_[at]) && subnet(words_[at + 1])) || (subnet(words_[at]) && open(words_[at + 1])))
      set("placement", said(at, at + 2));
  }

  /// "three containers on ECS Fargate", "(Java, on EC2)": what is only a service by name is one of that kind.
  void runs_as(std::size_t i) {
    if (words_[i].lower != "on") return;
    std::size_t at = i + 1;
    while (word(at) && at < i + 4 && (lexicon::is_filler(words_[at].norm) || count(at))) ++at;
    const auto hit = word(at) ? catalogue_hit(words_, at) : std::nullopt;
    const catalogue::Kind* found = hit ? meaning_of(draft_, *hit, draft_.parts[id_.index].section) : nullptr;
    if (found && tells(*hit, *found)) (void)become(draft_, id_, *found);
  }

  Draft& draft_;
  ComponentId id_;
  const std::vector<Word>& words_;
  std::string_view text_;
  Span span_;
};

}  // namespace

void read_product_facts(Draft& draft, ComponentId id, const std::vector<Word>& words, std::string_view text, Span span,
                        std::span<const std::size_t> places) {
  ProductFacts(draft, id, words, text, span).run(places);
}

}  // namespace skydraft::understand
