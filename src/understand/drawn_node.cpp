#include "understand/drawn_node.hpp"

#include <algorithm>

#include "understand/attributes.hpp"
#include "understand/head_noun.hpp"
#include "understand/known.hpp"
#include "understand/names.hpp"

namespace skydraft::understand {
namespace {

using catalogue::Category;
using diagram::Shape;

bool is_data_store(const catalogue::Kind& kind) {
  return kind.category == Category::Database || kind.category == Category::Storage ||
         kind.category == Category::Analytics;
}

/// Readings that are right for headings, but say too little about a box: "HuggingFace Hub" is no hub network, "Docker
/// Relay" no Docker, "certbot + Route 53" not Route 53 alone.
bool is_doubtful(const std::vector<Word>& words, const Reading& reading, bool kubernetes) {
  if (!reading.kind || reading.basis == Basis::Exact) return false;
  const bool container = reading.kind->holds != catalogue::Holds::NotAContainer;
  if (reading.basis == Basis::Head)
    return !reading.strong && (container || (reading.kind->provider == "k8s" && !kubernetes));
  if (reading.basis != Basis::Part) return false;
  if (is_technology(*reading.kind) || reading.kind->holds == catalogue::Holds::Cloud) return true;
  for (std::size_t i = 0; i < reading.from; ++i)
    if (words[i].mark == Mark::Slash) return true;
  return false;
}

/// Several services in one line are none that it is about.
bool names_several(const Draft& draft, const std::vector<Word>& words, SectionId section) {
  const catalogue::Kind* first = nullptr;
  for (const CatalogueHit& hit : catalogue_hits(words)) {
    const catalogue::Kind* kind = meaning_of(draft, hit, section);
    if (!kind || !tells(hit, *kind) || is_technology(*kind)) continue;
    if (first && first != kind) return true;
    first = kind;
  }
  return false;
}

/// "Redis exporter", "MySQL operator": software for the thing, not the thing.
bool is_companion(const std::vector<Word>& words, const Reading& reading) {
  if (reading.basis != Basis::Part || !reading.kind || words.empty()) return false;
  const WordText& last = words.back().norm;
  const bool agent = (last.ends_with("er") || last.ends_with("or")) && !lexicon::is_generic(last) && last != "buffer" &&
                     last != "broker" && last != "failover";
  return agent && (is_data_store(*reading.kind) || reading.kind->category == Category::Observability ||
                   reading.kind->category == Category::Integration);
}

/// A name of the catalogue is one with its number, too: "Route 53".
Reading read_drawn(const Draft& draft, const std::vector<Word>& words, SectionId section) {
  if (const auto hit = words.empty() ? std::nullopt : catalogue_hit(words, 0); hit && hit->to == words.size())
    if (const catalogue::Kind* kind = meaning_of(draft, *hit, section); kind && tells(*hit, *kind))
      return {kind, Basis::Exact, 0, words.size(), true};
  Reading reading = read_name(draft, words, {}, section);
  // What is drawn under "Security Groups" need not be one: its own words say what it is.
  if (reading.basis == Basis::Context) reading = read_name(draft, words, {}, SectionId{0});
  if (reading.kind || words.empty()) return reading;
  // "Route 53 failover" in a list is a feature; drawn it is the thing that does it.
  if (const auto hit = catalogue_hit(words, 0))
    if (const catalogue::Kind* kind = meaning_of(draft, *hit, section); kind && tells(*hit, *kind))
      return {kind, Basis::Part, 0, hit->to, true};
  return reading;
}

/// "us-east-1a" over a box: the zone around it.
const catalogue::Kind* place_kind(const Draft& draft, std::string_view name) {
  const std::string_view attribute = place_attribute(name);
  const std::string provider = draft.provider.empty() ? "generic" : draft.provider;
  if (attribute == "region") return catalogue::find(provider + ".region");
  return attribute == "az" ? catalogue::find(zone_kind(provider)) : nullptr;
}

/// "node01", "web-2": one of several, told by its number.
bool is_numbered(const std::vector<Word>& words) {
  const auto digit = [](char c) { return c >= '0' && c <= '9'; };
  const bool plain = std::ranges::all_of(words, [](const Word& w) { return w.mark == Mark::None; });
  return plain && !words.empty() && digit(words.back().lower.back()) && !digit(words.front().lower.front()) &&
         std::all_of(words.begin() + 1, words.end(), [](const Word& w) { return w.joined; });
}

class NodeReader {
 public:
  NodeReader(Draft& draft, const NodeContext& context) : draft_(draft), context_(context) {}

  DrawnNode read() {
    DrawnNode node;
    node.label = label();
    if (node.label.name.empty()) return node;
    words_ = words_of(node.label.name);
    reading_ = read_drawn(draft_, words_, context_.section);
    if (reading_.basis == Basis::Context || is_companion(words_, reading_) ||
        is_doubtful(words_, reading_, draft_.kubernetes))
      reading_ = {};
    if (!twin_of_.empty())
      if (const Reading own = read_drawn(draft_, words_of(twin_of_), context_.section); own.kind) reading_ = own;
    Reading of_name = reading_;
    if (!reading_.kind && !node.label.kind_word.empty())  // "Lambda: Data Fetcher"
      if (const catalogue::Kind* named = whole_kind(node.label.kind_word)) of_name = {named, Basis::Exact, 0, 0, true};
    node.known = known_as(draft_, words_, of_name);
    if (!node.known && node.label.written != node.label.name)
      node.known = known_as(draft_, words_of(node.label.written), reading_);
    node.certain =
        reading_.kind && reading_.strong && (reading_.basis == Basis::Exact || reading_.basis == Basis::Head);
    // "Route 53 DNS" begins with a service's name, and with no verb.
    const bool begins = reading_.kind && reading_.strong && reading_.basis == Basis::Part && reading_.from == 0;
    if (!node.known && !node.certain && !begins && twin_of_.empty() && no_thing(node.label.name)) {
      node.label.name.clear();
      return node;
    }
    node.kind = kind(node.label);
    return node;
  }

 private:
  bool names_itself(const std::string& line) const {
    const std::vector<Word> words = words_of(line);
    if (!draft_.named(key_of(line)).empty() || is_numbered(words)) return true;
    const Reading reading = read_drawn(draft_, words, context_.section);
    return reading.kind && reading.strong && reading.basis == Basis::Exact;
  }

  /// The label with its name on one line: a name may go on below for lack of room, or to tell it from its twins.
  NodeLabel label() {
    std::string text(context_.label);
    const std::size_t end = text.find('\n');
    if (end == std::string::npos) return split_label(text);
    const std::string first = text.substr(0, end);
    std::string_view rest = std::string_view(text).substr(end + 1);
    std::string name = first;
    const bool join_all = context_.wrapped && (context_.shared_title || !names_itself(first));
    const bool join_one = !context_.wrapped && context_.shared_title && !context_.sequence;
    while (!rest.empty() && (join_all || join_one) && first.find('(') == std::string::npos) {
      const std::string line(rest.substr(0, rest.find('\n')));
      // "(Frontend)" under "Load Balancer" where there is one for the backend, too: that tells which.
      if (context_.wrapped && context_.shared_title && name == first && is_aside(line)) {
        twin_of_ = first;
        name += " " + line.substr(1, line.size() - 2);
        rest = rest.size() > line.size() ? rest.substr(line.size() + 1) : std::string_view{};
        break;
      }
      const bool detail = is_detail_line(line) && !(join_one && !line.empty() && line.front() != '-');
      if (detail || words_of(line).size() > 4 || name.size() > 40) break;
      // "Service (2)" ends the name.
      name += " " + line;
      rest = rest.size() > line.size() ? rest.substr(line.size() + 1) : std::string_view{};
      if (join_one || line.find('(') != std::string::npos) break;
    }
    return split_label(name + (rest.empty() ? "" : "\n" + std::string(rest)));
  }

  /// "(Frontend)", but "(Port 80)" is a value.
  static bool is_aside(std::string_view line) {
    return line.size() > 2 && line.front() == '(' && line.back() == ')' &&
           line.find_first_of("0123456789") == std::string_view::npos;
  }

  bool no_thing(const std::string& name) const {
    return is_step(words_) || lexicon::is_practice(key_of(words_, 0, words_.size())) || is_file_name(name) ||
           name == "..." || name == "…";
  }

  std::string_view kind(const NodeLabel& label) const {
    if (!label.kind_word.empty())
      if (const catalogue::Kind* named = whole_kind(label.kind_word)) return named->id;
    // "Payments API client": who calls it.
    if (reading_.basis == Basis::Part)
      if (const std::string_view actor = actor_of(); !actor.empty()) return actor;
    if (reading_.kind && reading_.strong) return reading_.kind->id;
    if (!context_.about.empty())
      if (const catalogue::Kind* told = whole_kind(context_.about)) return told->id;
    if (const std::string_view actor = actor_of(); !actor.empty()) return actor;
    if (const catalogue::Kind* told = told_kind(label)) return told->id;
    if (context_.members && (!reading_.kind || reading_.kind->provider == "generic") &&
        (lexicon::is_open(context_.members->id) || !reading_.kind))
      return context_.members->id;
    if (context_.shape == Shape::Database && !(reading_.kind && is_data_store(*reading_.kind)))
      return "generic.database";
    if (context_.shape == Shape::Queue && !(reading_.kind && reading_.kind->category == Category::Integration))
      return "generic.queue";
    if (!reading_.kind || reading_.kind->id == "generic.service")
      if (const catalogue::Kind* own = kind_of_camel_case(draft_, label.name, context_.section)) return own->id;
    if (reading_.kind) return reading_.kind->id;
    return context_.shape == Shape::External ? "generic.external-system" : "generic.service";
  }

  const catalogue::Kind* whole_kind(std::string_view text) const {
    const std::vector<Word> words = words_of(text);
    const Reading reading = read_name(draft_, words, {}, context_.section);
    return reading.kind && (reading.basis == Basis::Exact || reading.basis == Basis::Head) ? reading.kind : nullptr;
  }

  /// What the lines below the name say that it is: "Orders / AWS Lambda", "Edge (EC2)".
  const catalogue::Kind* told_kind(const NodeLabel& label) const {
    for (const auto& parts : {&label.aside, &label.lines})
      for (const std::string& line : *parts) {
        const std::vector<Word> words = words_of(line);
        if (std::ranges::any_of(words, [](const Word& w) { return w.mark == Mark::Arrow; })) continue;
        if (names_several(draft_, words, context_.section)) continue;
        // "SG: 443 from anywhere" is about its firewall, "S3 bucket: raw" says what it is.
        const bool setting = std::ranges::any_of(words, [](const Word& w) { return w.mark == Mark::Colon; });
        const catalogue::Kind* kind = leading_kind(draft_, words, context_.section);
        if (kind && (!setting || is_data_store(*kind))) return kind;
        if (parts == &label.lines) break;  // only the first one: the others are details
      }
    return nullptr;
  }

  std::string_view actor_of() const {
    if (context_.shape == Shape::Person) {
      for (const Word& word : words_)
        if (const std::string_view actor = lexicon::actor_kind(word.norm); !actor.empty()) return actor;
      return "generic.user";
    }
    if (words_.empty()) return {};
    if (const std::string_view whole = lexicon::actor_kind(key_of(words_, 0, words_.size())); !whole.empty())
      return whole;
    return lexicon::actor_kind(words_.back().norm);
  }

  Draft& draft_;
  const NodeContext& context_;
  std::string twin_of_;  ///< what the name says before the word that tells it from its twins
  std::vector<Word> words_;
  Reading reading_;
};

/// "Runtime: Go 1.22" as an attribute, everything else as facts.
void read_lines(Draft& draft, ComponentId id, const NodeLabel& label, Span span, SectionId section) {
  for (const auto& parts : {&label.aside, &label.lines, &label.facts})
    for (const std::string& line : *parts) {
      const std::size_t colon = line.find(": ");
      const std::string_view key =
          colon == std::string::npos ? std::string_view{} : lexicon::attribute_for(key_of(line.substr(0, colon)));
      if (!key.empty() && key != "purpose" && key != "name")
        set_value(draft, id, key, trimmed(std::string_view(line).substr(colon + 1)), span);
      const std::vector<Word> words = words_of(line);
      // "public subnets in two zones", below a name: where it stands.
      if (words.size() > 1 && lexicon::is_contrast(words[0].lower) && words[1].norm == "subnet" &&
          draft.kind(id).holds == catalogue::Holds::NotAContainer)
        draft.placements.push_back({id, line.substr(0, words[1].end), nullptr, span, section});
      read_facts(draft, id, words, line, span);
    }
}

}  // namespace

DrawnNode read_node(Draft& draft, const NodeContext& context) { return NodeReader(draft, context).read(); }

DrawnBox read_box(Draft& draft, std::string_view label, std::string_view about, bool in_network, SectionId section) {
  DrawnBox box;
  box.node.label = split_label(label);
  NodeLabel& text = box.node.label;
  // "ap-south-1 · Mumbai · primary": what stands behind the dot is about the name.
  if (const std::size_t dot = text.name.find(" · "); dot != std::string::npos && dot > 0) {
    text.lines.insert(text.lines.begin(), text.name.substr(dot + 4));
    text.name.resize(dot);
  }
  if (text.name.empty()) return box;
  const std::vector<Word> words = words_of(text.name);
  Reading reading = read_name(draft, words, {}, section);
  const catalogue::Kind* place = place_kind(draft, text.name);
  if (place) reading = {place, Basis::Exact, 0, words.size(), true};
  if (reading.basis == Basis::Context || reading.basis == Basis::Value) reading = {};
  if (!text.kind_word.empty()) reading = read_name(draft, words_of(text.kind_word), {}, section);
  if (!about.empty() && !reading.kind) reading = read_name(draft, words_of(about), {}, section);
  Reading of_name = reading;
  if (!text.kind_word.empty()) of_name = {reading.kind, reading.basis, 0, 0, false};
  if (!place) box.node.known = known_as(draft, words, of_name);
  if (box.node.known && !reading.kind) reading = {&draft.kind(*box.node.known), Basis::Exact, 0, words.size(), true};
  const catalogue::Kind* told = nullptr;  // "Ingestion — AWS Lambda"
  for (const std::string& line : text.lines)
    if (!told && !names_several(draft, words_of(line), section)) told = leading_kind(draft, words_of(line), section);
  if (told && told->holds != catalogue::Holds::NotAContainer) told = nullptr;
  const bool logical = !words.empty() && lexicon::is_logical(words.back().norm);
  const bool begins = reading.basis == Basis::Exact || reading.basis == Basis::Head ||
                      (reading.basis == Basis::Part && reading.from == 0);
  if (!reading.kind) {
    // "Public 10.0.1.0/24" in a network can only be a part of it.
    const bool range = std::ranges::any_of(text.lines, [](const std::string& line) { return is_cidr(line); });
    const std::string first = words.empty() ? std::string() : std::string(words.front().norm);
    if (!in_network || !(range || first == "public" || first == "private")) {
      box.kind = told;
      return box;
    }
    reading.kind = &catalogue::kind_or_unknown(draft.provider == "aws"     ? "aws.subnet"
                                               : draft.provider == "azure" ? "azure.subnet"
                                               : draft.provider == "gcp"   ? "gcp.subnet"
                                                                           : "generic.subnet");
    box.role = DrawnBox::Role::Container;
  } else if (logical || !begins) {
    box.kind = told;
    return box;
  }
  if (told && !reading.strong && reading.kind->holds == catalogue::Holds::NotAContainer) {
    box.kind = told;
    return box;
  }
  box.kind = reading.kind;
  box.node.kind = reading.kind->id;
  box.node.certain = reading.strong;
  const catalogue::Holds holds = reading.kind->holds;
  const bool machine = reading.kind->category == Category::Compute && reading.strong;
  const bool holder = holds != catalogue::Holds::NotAContainer && reading.kind->id != "generic.group" &&
                      reading.kind->id != "generic.org";
  const bool several = !words.empty() && words.back().plural;
  if (holder || (machine && !several))
    box.role = DrawnBox::Role::Container;
  else if (reading.strong && !is_technology(*reading.kind) && (!several || !lexicon::is_open(reading.kind->id)))
    box.role = DrawnBox::Role::Service;
  return box;
}

/// "Cloud Run", "Lambda": a service that runs what one brings along.
static bool runs_others(const Draft& draft, const CatalogueHit& hit, SectionId section) {
  const catalogue::Kind* kind = meaning_of(draft, hit, section);
  return kind && tells(hit, *kind) && kind->holds == catalogue::Holds::NotAContainer && is_runtime(*kind);
}

std::optional<ComponentId> define_drawn(Draft& draft, const DrawnNode& node, Span span, SectionId section) {
  const NodeLabel& label = node.label;
  std::optional<ComponentId> id = node.known;
  const catalogue::Kind& kind = catalogue::kind_or_unknown(node.kind);
  if (!id) {
    id = define_named(draft, label.name, kind, span, section);
    if (!id) return std::nullopt;
  }
  draft.evidence(*id, span);
  const catalogue::Kind& known = draft.kind(*id);
  const bool vague =
      known.id == "generic.service" || (known.provider == "generic" && node.certain && known.category == kind.category);
  if (vague && kind.id != "generic.service") draft.refine(*id, kind.id);
  if (label.name != draft.builder[*id].name) draft.alias(*id, label.name);
  if (label.written != label.name && label.written.size() <= 60) draft.alias(*id, label.written);
  for (const std::string& inside : label.aside) {
    const std::vector<Word> words = words_of(inside);
    if (words.size() == 1 && count_of(words.front()) > 0) draft.builder[*id].count = count_of(words.front());
  }
  // "Cloud Run React App" on two lines: what runs there may be called by the second alone.
  const std::vector<Word> words = words_of(label.name);
  const auto host = words.empty() ? std::nullopt : catalogue_hit(words, 0);
  if (host && host->to < words.size() && runs_others(draft, *host, section)) {
    const std::string rest = label.name.substr(words[host->to].begin);
    if (draft.named(key_of(rest)).empty() && !lexicon::is_generic(words[host->to].norm)) draft.alias(*id, rest);
  }
  draft.purpose(*id, label.details());
  read_lines(draft, *id, label, span, section);
  return id;
}

}  // namespace skydraft::understand
