#include <algorithm>

#include "understand/arrows.hpp"
#include "understand/diagrams.hpp"
#include "understand/flow_reader.hpp"

namespace skydraft::understand {
namespace {

constexpr std::size_t kLongestFence = 20000;  // bytes

bool is_digit(char c) { return c >= '0' && c <= '9'; }

/// Bytes of "3. ", "3) " at the beginning; 0: none.
std::size_t number_length(std::string_view line) {
  std::size_t at = 0;
  while (at < line.size() && at < 3 && is_digit(line[at])) ++at;
  return at > 0 && at + 1 < line.size() && (line[at] == '.' || line[at] == ')') && line[at + 1] == ' ' ? at + 2 : 0;
}

/// Bytes of "a. ", "- " at the beginning.
std::size_t bullet_length(std::string_view line) {
  if (line.size() > 3 && line[0] >= 'a' && line[0] <= 'z' && (line[1] == '.' || line[1] == ')') && line[2] == ' ')
    return 3;
  return line.starts_with("- ") || line.starts_with("* ") ? 2 : 0;
}

bool begins_with_arrow(std::string_view line) {
  if (!may_have_arrow(line)) return false;
  const std::vector<Word> words = words_of(line);
  return !words.empty() && leads_on(words.front());
}

struct Line {
  std::string text;
  std::uint32_t begin = 0;
  int number = 0;
};

/// The fence's lines without their numbers; one that begins with an arrow goes on with the line above.
std::vector<Line> lines_of(std::string_view text) {
  std::vector<Line> lines;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find('\n', at), text.size());
    const std::string_view line = trimmed(text.substr(at, end - at));
    const std::size_t number = number_length(line);
    if (!lines.empty() && begins_with_arrow(line))
      lines.back().text += " " + std::string(line);
    else if (number > 0)
      lines.push_back({std::string(line.substr(number)), static_cast<std::uint32_t>(at),
                       std::stoi(std::string(line.substr(0, number)))});
    else if (!line.empty())
      lines.push_back({std::string(line.substr(bullet_length(line))), static_cast<std::uint32_t>(at), 0});
    at = end + 1;
  }
  return lines;
}

model::Flow numbered(Draft& draft, const Entry& entry, const md::Block& block, const std::vector<Line>& lines) {
  model::Flow flow;
  FlowReader reader(draft);
  draft.spoken.clear();
  for (std::size_t at = 0; at < lines.size();) {
    std::vector<FlowLine> step;
    const int number = lines[at].number;
    do {
      step.push_back({lines[at].text, line_span(block, lines[at].begin)});
      ++at;
    } while (at < lines.size() && lines[at].number == 0);
    flow.steps.push_back(reader.step(step, entry.section, number));
  }
  return flow;
}

bool is_chain(const Line& line) {
  const std::vector<Word> words = words_of(line.text);
  return std::ranges::count_if(words, leads_on) >= 2 && line.text.find("\xE2\x94") == std::string::npos;  // no boxes
}

model::Flow chained(Draft& draft, const Entry& entry, const md::Block& block, const std::vector<Line>& lines) {
  model::Flow flow;
  for (const Line& line : lines) {
    const Span span = line_span(block, line.begin);
    const Stated chain = read_arrows(draft, words_of(line.text), line.text, {entry.section, {}, {}, span, true});
    for (model::FlowStep& step : chain_flow({}, span, chain, line.text).steps) {
      step.number = static_cast<int>(flow.steps.size()) + 1;
      flow.steps.push_back(std::move(step));
    }
  }
  return flow;
}

}  // namespace

model::Flow chain_flow(std::string title, Span span, const Stated& chain, std::string_view text) {
  model::Flow flow;
  flow.title = std::move(title);
  flow.source = span;
  for (const RelationId relation : chain.relations) {
    model::FlowStep step;
    step.number = static_cast<int>(flow.steps.size()) + 1;
    step.text = std::string(trimmed(text));
    step.source = span;
    step.relations = {relation};
    flow.steps.push_back(std::move(step));
  }
  return flow;
}

std::optional<model::Flow> fenced_flow(Draft& draft, EntryId id) {
  const Entry& entry = draft.outline[id];
  const md::Block& block = draft.document[entry.block];
  const std::string_view info = std::string_view(block.info).substr(0, block.info.find_first_of(" {"));
  if ((!info.empty() && info != "text" && info != "txt" && info != "plaintext") || block.literal.size() > kLongestFence)
    return std::nullopt;
  const std::vector<Line> lines = lines_of(block.literal);
  if (lines.empty()) return std::nullopt;
  const auto steps = std::ranges::count_if(lines, [](const Line& line) { return line.number > 0; });
  const md::InlineText& heading = draft.outline[entry.section].heading;
  std::optional<model::Flow> flow;
  if (steps >= 2 && lines.front().number > 0)
    flow = numbered(draft, entry, block, lines);
  else if (steps == 0 && (says_flow(key_of(heading.text)) || leads_in(draft, id)) &&
           std::ranges::all_of(lines, is_chain))
    flow = chained(draft, entry, block, lines);
  if (!flow) return std::nullopt;
  flow->title = heading.text;
  flow->source = entry.span;
  std::size_t told = 0;
  for (const model::FlowStep& step : flow->steps) told += step.relations.size();
  if (told < 2) return std::nullopt;
  draft.fate(id).step = true;
  return flow;
}

}  // namespace skydraft::understand
