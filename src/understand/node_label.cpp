#include "understand/node_label.hpp"

#include <algorithm>
#include <array>

#include "understand/attributes.hpp"
#include "understand/lexicon.hpp"
#include "understand/mention.hpp"

namespace skydraft::understand {
namespace {

constexpr std::array<std::string_view, 8> kBullets{"-", "*", "+", "•", "·", "●", "▪", "‣"};
constexpr std::size_t kLongestName = 8;  // words

/// "• users" -> "users"
std::string_view without_bullet(std::string_view line) {
  for (const std::string_view bullet : kBullets)
    if (line.starts_with(bullet)) return trimmed(line.substr(bullet.size()));
  return line;
}

std::vector<std::string> lines_of(std::string_view label) {
  std::vector<std::string> lines;
  for (std::size_t at = 0; at <= label.size();) {
    const std::size_t end = std::min(label.find('\n', at), label.size());
    const std::string_view line = trimmed(label.substr(at, end - at));
    at = end + 1;
    if (line.empty()) continue;
    // A parenthesis that is still open goes on in the next line.
    const bool open = !lines.empty() && std::ranges::count(lines.back(), '(') > std::ranges::count(lines.back(), ')');
    if (open)
      lines.back().append(" ").append(line);
    else
      lines.emplace_back(line);
  }
  return lines;
}

bool is_provider(std::string_view text) {
  const std::string lower = lower_of(text);
  return lexicon::is_provider_word(lower) || lower == "google cloud";
}

/// A line that cannot end a name: "Storage &", "Auth and".
bool goes_on(std::string_view line) {
  return line.ends_with('&') || line.ends_with(" and") || line.ends_with(" for") || line.ends_with(" of") ||
         line.ends_with(" /") || is_provider(line);
}

bool names_word(const Word& word) { return word.mark == Mark::None; }

/// Where a title ends and a remark on it begins: "Vercel - static files", "Edge — nginx", "A → B".
std::size_t remark_at(std::string_view line, std::size_t& after) {
  std::size_t best = std::string_view::npos;
  for (const std::string_view mark : {" - ", " — ", " – ", " | ", " -> ", " --> ", " → ", " <- ", " ← ", " ~ ", ", "})
    if (const std::size_t at = line.find(mark); at != std::string_view::npos && at > 0 && at < best) {
      best = at;
      after = at + mark.size();
    }
  return best;
}

/// Takes parentheses out of the line: "Gateway (2)" -> "Gateway" and "2".
std::string take_asides(std::string_view line, std::vector<std::string>& asides) {
  std::string rest;
  for (std::size_t at = 0; at < line.size();) {
    const std::size_t open = line.find('(', at);
    rest += line.substr(at, open == std::string_view::npos ? open : open - at);
    if (open == std::string_view::npos) break;
    const std::size_t close = std::min(line.find(')', open), line.size());
    asides.emplace_back(trimmed(line.substr(open + 1, close - open - 1)));
    at = close + 1;
  }
  return std::string(trimmed(rest));
}

/// A value, not a name: "10.0.1.0/24", "us-east-1a", "8080", "t3.micro".
bool is_value(std::string_view text) {
  const std::vector<Word> words = words_of(text);
  if (words.empty()) return true;
  return std::ranges::none_of(words, [](const Word& w) {
    return names_word(w) && !is_cidr(w.lower) && (w.lower[0] < '0' || w.lower[0] > '9');
  });
}

/// 6 of "x6", "×6" and "6x"; 0: it says no number of copies.
int copies_of(std::string_view word) {
  if (word.starts_with("×"))
    word.remove_prefix(std::string_view("×").size());
  else if (word.starts_with('x'))
    word.remove_prefix(1);
  else if (word.ends_with('x'))
    word.remove_suffix(1);
  else
    return 0;
  return is_number(word) && word.size() < 4 ? std::stoi(std::string(word)) : 0;
}

/// "VPC 10.0.0.0/16", "Ingester :8080" and "web x3" end with values.
std::string take_values(std::string name, std::vector<std::string>& lines) {
  for (;;) {
    const std::size_t blank = name.rfind(' ');
    if (blank == std::string::npos) return name;
    const std::string last = name.substr(blank + 1);
    const std::size_t colon = last.find(':');
    const bool port = colon != std::string::npos && last.size() > colon + 2 &&
                      is_number(std::string_view(last).substr(colon + 1)) &&
                      (colon == 0 || lexicon::is_protocol(lower_of(std::string_view(last).substr(0, colon))));
    const int copies = copies_of(last);
    if (!is_cidr(last) && !port && copies == 0) return name;
    lines.push_back(copies > 0 ? std::to_string(copies) + " replicas" : last);
    name = std::string(trimmed(std::string_view(name).substr(0, blank)));
  }
}

}  // namespace

std::string NodeLabel::details() const {
  std::string text;
  for (const auto& part : {&aside, &lines, &facts})
    for (const std::string& line : *part) text += (text.empty() ? "" : "; ") + line;
  return text;
}

bool is_detail_line(std::string_view line) {
  line = trimmed(line);
  if (line.empty() || line.front() == '(' || line.front() == '/' || line.front() == '[') return true;
  if (without_bullet(line).size() != line.size()) return true;
  const auto first = static_cast<unsigned char>(line.front());
  return (first >= '0' && first <= '9') || line.find(':') != std::string_view::npos ||
         line.find('=') != std::string_view::npos || line.find(',') != std::string_view::npos;
}

bool is_file_name(std::string_view name) {
  if (name.starts_with("./") || name.starts_with("../") || name.starts_with("$ ") || name.starts_with("~/"))
    return true;
  if (name.starts_with('@') && name.find('/') != std::string_view::npos) return true;  // a package
  if (name.find(' ') != std::string_view::npos) return false;
  const std::size_t dot = name.rfind('.');
  return dot != std::string_view::npos && dot + 1 < name.size() &&
         lexicon::is_file_ending(lower_of(name.substr(dot + 1)));
}

bool is_step(const std::vector<Word>& words) {
  std::vector<const Word*> named;
  for (const Word& word : words) {
    if (word.mark == Mark::Open) break;
    if (names_word(word)) named.push_back(&word);
  }
  if (named.size() < 2) return false;
  const Word& last = *named.back();
  const lexicon::VerbForm* first = lexicon::find_verb(named.front()->lower);
  const lexicon::VerbForm* end = lexicon::find_verb(last.lower);
  if (end && end->tense == lexicon::Tense::Gerund && last.lower.ends_with("ing")) return true;  // "Security scanning"
  if (!first || first->tense != lexicon::Tense::Base) return false;
  const bool agent = last.norm.ends_with("er") || last.norm.ends_with("or") || last.norm.ends_with("engine");
  return !agent && !lexicon::is_generic(last.norm) && lexicon::actor_kind(last.norm).empty();
}

NodeLabel split_label(std::string_view label) {
  NodeLabel result;
  std::vector<std::string> lines = lines_of(label);
  if (lines.empty()) return result;
  std::string title = lines.front();
  std::size_t next = 1;
  while (next < lines.size() && (goes_on(title) || lines[next].starts_with("& "))) title += " " + lines[next++];
  for (; next < lines.size(); ++next) {
    const std::string_view whole = lines[next];
    if (next == 1 && whole.front() == '(' && whole.find(')') == whole.size() - 1) {
      result.aside.emplace_back(trimmed(whole.substr(1, whole.size() - 2)));
      continue;
    }
    const std::string_view plain = without_bullet(whole);
    (plain.size() == whole.size() ? result.lines : result.facts).emplace_back(plain);
  }
  title = std::string(without_bullet(title));
  if (title.size() > 2 && title.front() == '[' && title.back() == ']') title = title.substr(1, title.size() - 2);
  result.written = title;
  std::string name = take_asides(title, result.aside);
  std::size_t after = 0;
  if (const std::size_t at = remark_at(name, after); at != std::string::npos) {
    result.lines.insert(result.lines.begin(), name.substr(after));
    name = std::string(trimmed(std::string_view(name).substr(0, at)));
  }
  if (const std::size_t colon = name.find(": "); colon != std::string::npos && colon > 0) {
    const std::string left(trimmed(std::string_view(name).substr(0, colon)));
    const std::string right(trimmed(std::string_view(name).substr(colon + 2)));
    const std::vector<Word> kind = words_of(left);
    const auto hit = catalogue_hit(kind, 0);
    if (hit && hit->to == kind.size() && !is_value(right)) {
      result.kind_word = left;
      name = right;
    } else {
      result.lines.insert(result.lines.begin(), right);
      name = left;
    }
  }
  while (!name.empty() && (name.back() == ':' || name.back() == ',')) name.pop_back();
  name = take_values(std::move(name), result.lines);
  const std::vector<Word> words = words_of(name);
  const auto count = static_cast<std::size_t>(std::ranges::count_if(words, names_word));
  if (count > 0 && count <= kLongestName && !is_value(name)) result.name = name;
  return result;
}

}  // namespace skydraft::understand
