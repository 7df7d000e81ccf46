#include "understand/attributes.hpp"

#include <algorithm>
#include <charconv>

#include "understand/classify.hpp"
#include "understand/exposure.hpp"
#include "understand/product_facts.hpp"

namespace skydraft::understand {
namespace {

bool digit(char c) { return c >= '0' && c <= '9'; }

bool is_instance_type(std::string_view text) {
  for (const std::string_view service : {".search", ".elasticsearch"})
    if (text.ends_with(service)) text.remove_suffix(service.size());
  const std::size_t dot = text.rfind('.');
  if (dot == std::string_view::npos || dot < 2 || !std::ranges::any_of(text.substr(0, dot), digit)) return false;
  const std::string_view size = text.substr(dot + 1);
  return lexicon::is_instance_size(size) || size.ends_with("xlarge");
}

/// Words that stand together with hyphens, as one: "us-east-1a".
std::string hyphenated(const std::vector<Word>& words, std::size_t at, std::size_t& to) {
  std::string text = words[at].lower;
  to = at + 1;
  while (to < words.size() && words[to].mark == Mark::None && words[to].joined &&
         words[to].begin == words[to - 1].end + 1) {
    text += '-';
    text += words[to].lower;
    ++to;
  }
  return text;
}

bool is_region(std::string_view text, bool& zone) {
  if (!std::ranges::any_of(lexicon::region_areas(), [&](std::string_view area) { return text.starts_with(area); }))
    return false;
  zone = false;
  if (digit(text.back())) return std::ranges::count(text, '-') >= 1;
  const std::size_t n = text.size();
  if (n > 3 && (digit(text[n - 2]) || (text[n - 2] == '-' && digit(text[n - 3])))) zone = true;
  return zone;
}

std::int64_t number_of(std::string_view text) {
  std::int64_t value = 0;
  std::from_chars(text.data(), text.data() + std::min<std::size_t>(text.size(), 15), value);
  return value;
}

std::string_view between(std::string_view text, const std::vector<Word>& words, std::size_t from, std::size_t to,
                         std::uint32_t base) {
  return text.substr(words[from].begin - base, words[to - 1].end - words[from].begin);
}

struct Facts {
  Draft& draft;
  ComponentId id;
  const std::vector<Word>& words;
  std::string_view text;  ///< what words' offsets count in, from the first word's
  Span span;

  bool is(std::size_t at, std::string_view norm) const { return at < words.size() && words[at].norm == norm; }
  bool number(std::size_t at) const {
    return at < words.size() && is_number(words[at].lower) && words[at].lower.size() < 10;
  }
  void set(std::string_view key, model::Value value) { draft.attribute(id, key, std::move(value), span); }

  void place(std::size_t i) {
    if (is(i, "vlan") && number(i + 1)) set("vlan", std::string(between(text, words, i, i + 2, 0)));
    if (is(i, "availability") && is(i + 1, "zone") && i + 2 < words.size() && words[i + 2].mark == Mark::None &&
        !words[i + 1].plural && (words[i + 2].lower.size() == 1 || is_number(words[i + 2].lower)))
      set("az", std::string(between(text, words, i, i + 3, 0)));
    else if (is(i, "az") && i + 1 < words.size() && !words[i].plural && words[i + 1].mark == Mark::None &&
             words[i + 1].lower.size() == 1)
      set("az", std::string(between(text, words, i, i + 2, 0)));
    if ((is(i, "multiple") || is(i, "across") || is(i, "both") || is(i, "two") || is(i, "three") || number(i)) &&
        i + 1 < words.size()) {
      const bool named = (is(i + 1, "az") && words[i + 1].plural) ||
                         (is(i + 1, "availability") && is(i + 2, "zone") && words[i + 2].plural);
      const std::size_t end = is(i + 1, "az") ? i + 2 : i + 3;
      if (named) set("zones", std::string(between(text, words, i, end, 0)));
    }
    std::size_t to = i;
    const std::string joined = hyphenated(words, i, to);
    bool zone = false;
    if (to > i + 1 && is_region(joined, zone)) set(zone ? "az" : "region", joined);
  }

  void network(std::size_t i) {
    const Word& word = words[i];
    if (is_cidr(word.lower)) set("cidr", word.lower);
    if (is_instance_type(word.lower)) set(word.lower.starts_with("cache.") ? "node_type" : "instance_type", word.lower);
    if (word.norm == "port" && i + 1 < words.size()) {
      const std::size_t at = words[i + 1].mark == Mark::Colon ? i + 2 : i + 1;
      if (number(at)) set("port", number_of(words[at].lower));
    }
    if (word.mark == Mark::Colon && number(i + 1) && words[i + 1].joined && words[i + 1].lower.size() >= 2 &&
        words[i + 1].lower.size() <= 5 && words[i + 1].lower.front() != '0' &&
        (i == 0 || !is_number(words[i - 1].lower)))
      set("port", number_of(words[i + 1].lower));
  }

  void size(std::size_t i) {
    if (!number(i) || i + 1 >= words.size()) return;
    const Word& unit = words[i + 1];
    // "125 MB/s" is a rate.
    if (i + 2 < words.size() && words[i + 2].mark == Mark::Slash && words[i + 2].joined) return;
    if (unit.lower == "vcpu" || unit.lower == "vcpus")
      set("cpu", std::string(between(text, words, i, i + 2, 0)));
    else if (unit.lower == "mb" || unit.lower == "mib")
      set("memory", std::string(between(text, words, i, i + 2, 0)));
    else if (unit.lower == "gb" || unit.lower == "gib" || unit.lower == "tb")
      set(is(i + 2, "ram") || is(i + 2, "memory") ? "memory" : "storage",
          std::string(between(text, words, i, i + 2, 0)));
  }

  void time(std::size_t i) {
    if (words[i].norm == "every" && number(i + 1) && i + 2 < words.size()) {
      const bool scrapes = draft.kind(id).category == catalogue::Category::Observability;
      set(scrapes ? "scrape_interval" : "interval", std::string(between(text, words, i + 1, i + 3, 0)));
    }
    if ((words[i].norm == "retained" || words[i].norm == "retention" || words[i].norm == "kept") &&
        i + 2 < words.size()) {
      const std::size_t at = is(i + 1, "for") || is(i + 1, "of") || words[i + 1].mark == Mark::Colon ? i + 2 : i + 1;
      if (number(at) && at + 1 < words.size()) set("retention", std::string(between(text, words, at, at + 2, 0)));
    }
  }

  /// "engine MariaDB", "version 10.4.8", "scheme is internet facing"
  void stated(std::size_t i) {
    std::size_t at = i + 1;
    while (at < words.size() && (words[at].lower == "is" || words[at].mark == Mark::Colon)) ++at;
    if (at >= words.size() || words[at].mark != Mark::None) return;
    const Word& value = words[at];
    const bool numeric = value.lower.front() >= '0' && value.lower.front() <= '9';
    if (words[i].norm == "version" && numeric) set("version", std::string(between(text, words, at, at + 1, 0)));
    if (words[i].norm == "engine" && value.capital && catalogue_hit(words, at))
      set("engine", std::string(between(text, words, at, catalogue_hit(words, at)->to, 0)));
    if (words[i].norm == "scheme" && value.lower == "internet") set("scheme", std::string("internet-facing"));
    if (words[i].norm == "scheme" && value.lower == "internal") set("scheme", std::string("internal"));
  }

  void type(std::size_t i) {
    const WordText& lower = words[i].lower;
    if (lower == "clusterip")
      set("type", std::string("ClusterIP"));
    else if (lower == "nodeport")
      set("type", std::string("NodePort"));
    else if (lower == "externalname")
      set("type", std::string("ExternalName"));
    else if (lower == "loadbalancer" && draft.builder[id].kind == "k8s.service")
      set("type", std::string("LoadBalancer"));
    else if (lower == "daemonset" && draft.builder[id].kind != "k8s.daemonset")
      set("type", std::string("DaemonSet"));
    else if (lower == "multi" && is(i + 1, "az"))
      set("multi_az", true);
  }

  /// "Flask/FastAPI application": what it is made with.
  void technology() {
    if (words.empty() || words.front().mark != Mark::None) return;
    const auto hit = catalogue_hit(words, 0);
    if (!hit || !is_technology(catalogue::kinds()[hit->rows.front().kind])) return;
    std::size_t to = hit->to;
    while (to + 1 < words.size() && words[to].mark == Mark::Slash && words[to + 1].mark == Mark::None &&
           words[to + 1].joined)
      to += 2;
    set("technology", std::string(between(text, words, 0, to, 0)));
  }
};

}  // namespace

std::string_view zone_kind(std::string_view provider) {
  if (provider == "gcp") return "gcp.zone";
  if (provider == "ibm") return "ibm.zone";
  if (provider == "azure") return "azure.availability-zone";
  return provider == "generic" ? "generic.zone" : "aws.availability-zone";
}

std::string_view place_attribute(std::string_view text) {
  bool zone = false;
  if (text.empty() || !is_region(text, zone)) return {};
  return zone ? "az" : "region";
}

bool is_cidr(std::string_view text) {
  const std::size_t slash = text.find('/');
  if (slash == std::string_view::npos || slash + 1 >= text.size() || text.size() - slash > 3) return false;
  return std::ranges::count(text.substr(0, slash), '.') == 3 &&
         std::ranges::all_of(text, [](char c) { return digit(c) || c == '.' || c == '/'; });
}

Filled filled(std::string_view value) {
  value = trimmed(value);
  Filled result;
  const bool bracketed = value.size() > 2 && value.front() == '[' && value.find(']') == value.size() - 1;
  if (bracketed) {
    value = trimmed(value.substr(1, value.size() - 2));
    const bool concrete = std::ranges::any_of(value, digit) && value.find(' ') == std::string_view::npos;
    result.placeholder = !concrete;
  }
  while (value.size() > 1 && (value.front() == '`' || value.front() == '"') && value.back() == value.front())
    value = value.substr(1, value.size() - 2);
  result.text = std::string(value);
  return result;
}

std::string key_from_label(std::string_view label) {
  std::string key;
  for (const Word& word : words_of(label)) {
    if (word.mark != Mark::None) continue;
    if (!key.empty()) key += '_';
    key += word.lower;
  }
  return key.size() > 40 ? key.substr(0, 40) : key;
}

void read_facts(Draft& draft, ComponentId id, const std::vector<Word>& words, std::string_view text, Span span) {
  const std::vector<std::size_t> places = draft.fact_cues.among(words, 0, words.size());
  if (places.empty()) return;
  Facts facts{draft, id, words, text, span};
  if (places.front() == 0) facts.technology();
  for (const std::size_t i : places) {
    facts.network(i);
    if (words[i].mark != Mark::None) continue;
    facts.place(i);
    facts.size(i);
    facts.time(i);
    facts.type(i);
    facts.stated(i);
  }
  read_exposure(draft, id, words, span, places);
  read_product_facts(draft, id, words, text, span, places);
}

void set_value(Draft& draft, ComponentId id, std::string_view key, std::string_view value, Span span) {
  const Filled fill = filled(value);
  if (fill.text.empty()) return;
  const std::string lower = lower_of(fill.text);
  model::Value typed = fill.text;
  if (is_number(fill.text) && fill.text.size() < 15)
    typed = number_of(fill.text);
  else if (lower == "yes" || lower == "true" || lower == "enabled")
    typed = true;
  else if (lower == "no" || lower == "false" || lower == "disabled")
    typed = false;
  draft.attribute(id, key, std::move(typed), span, fill.placeholder);
  if (fill.placeholder)
    draft.sink.note(Code::UnfilledPlaceholder, span, "\"[" + fill.text + "]\" is still to be filled in",
                    "write the real value in its place");
}

void read_setting(Draft& draft, ComponentId id, std::string_view key, const Entry& entry) {
  const std::string_view value = entry.value_text();
  if (key == "purpose")
    draft.purpose(id, filled(value).text);
  else
    set_value(draft, id, key, value, entry.span);
  if (key != "purpose" && key != "name") read_facts(draft, id, entry.words, entry.text.text, entry.span);
  draft.evidence(id, entry.span);
}

}  // namespace skydraft::understand
