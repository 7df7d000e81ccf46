#include "markdown/front_matter.hpp"

#include <optional>

#include <fmt/format.h>
#include <yaml-cpp/yaml.h>

namespace skydraft::md {
namespace {

constexpr std::uint32_t kMaxFrontMatterLines = 1000;  // what is longer is a document between two rules
constexpr std::size_t kMaxFrontMatterBytes = 64 * 1024;

std::string_view trimmed_line(std::string_view text, Span line) {
  std::string_view result = text.substr(line.begin, line.size());
  while (!result.empty() && is_blank_char(result.back())) result.remove_suffix(1);
  return result;
}

std::string_view without_byte_order_mark(std::string_view line) {
  return line.starts_with("\xEF\xBB\xBF") ? line.substr(3) : line;
}

/// The line that closes the front matter, if the text begins with one.
std::optional<std::uint32_t> closing_line(std::string_view text, const Lines& lines) {
  if (lines.count() < 2 || without_byte_order_mark(trimmed_line(text, lines[0])) != "---") return std::nullopt;
  for (std::uint32_t line = 1; line < lines.count() && line < kMaxFrontMatterLines; ++line) {
    if (lines[line].begin > kMaxFrontMatterBytes) return std::nullopt;
    const std::string_view content = trimmed_line(text, lines[line]);
    if (content == "---" || content == "...") return line;
  }
  return std::nullopt;
}

/// "key:" or "key: value" in the first line that says anything.
bool begins_with_key(std::string_view yaml) {
  while (!yaml.empty()) {
    const std::string_view line = yaml.substr(0, yaml.find('\n'));
    yaml.remove_prefix(std::min(line.size() + 1, yaml.size()));
    if (line.find_first_not_of(" \t\r") == std::string_view::npos || line[0] == '#') continue;
    const auto colon = line.find(':');
    return colon != std::string_view::npos && colon > 0 && line.find_first_of(" \t*|[") > colon &&
           (colon + 1 == line.size() || line[colon + 1] == ' ' || line[colon + 1] == '\r');
  }
  return true;  // nothing between the two rules: an empty front matter
}

void read_scalars(const YAML::Node& root, FrontMatter& result) {
  if (!root.IsMap()) return;
  for (const auto& entry : root)
    if (entry.first.IsScalar() && entry.second.IsScalar())
      result.scalars.emplace_back(entry.first.Scalar(), entry.second.Scalar());
}

}  // namespace

FrontMatter read_front_matter(std::string_view text, const Lines& lines, DiagnosticSink& sink) {
  FrontMatter result;
  const std::optional<std::uint32_t> closing = closing_line(text, lines);
  if (!closing) return result;
  const std::uint32_t begin = lines[1].begin;
  const std::string_view yaml = text.substr(begin, lines[*closing].begin - begin);
  if (!begins_with_key(yaml)) return result;
  result.line_count = *closing + 1;
  try {
    read_scalars(YAML::Load(std::string(yaml)), result);
  } catch (const YAML::Exception& error) {
    const auto line = static_cast<std::uint32_t>(error.mark.line >= 0 ? error.mark.line : 0) + 1;
    const Span where = lines[line < *closing ? line : 1];
    sink.warn(Code::BadFrontMatter, where, fmt::format("the front matter is not YAML: {}", error.msg),
              "the lines between \"---\" and \"---\" are read as \"key: value\"");
  }
  return result;
}

}  // namespace skydraft::md
