#include "pipeline/near_name.hpp"

#include <dirent.h>

#include <algorithm>
#include <memory>
#include <vector>

#include "base/edit_distance.hpp"

namespace skydraft::pipeline {
namespace {

constexpr std::size_t kMostNames = 10'000;  ///< a folder is read no further
constexpr std::size_t kLongestName = 255;

std::string lower(std::string_view text) {
  std::string result(text);
  for (char& c : result)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  return result;
}

std::string_view stem(std::string_view name) {
  const std::size_t dot = name.find_last_of('.');
  return dot == std::string_view::npos || dot == 0 ? name : name.substr(0, dot);
}

}  // namespace

std::string nearest(std::string_view wanted, std::span<const std::string> candidates) {
  if (wanted.empty() || wanted.size() > kLongestName) return {};
  const std::string want = lower(wanted);
  const std::size_t letters = stem(want).size();
  std::size_t best_distance = (letters < 3 ? 0 : std::max<std::size_t>(1, letters / 4)) + 1;
  std::string best;
  for (const std::string& candidate : candidates) {
    if (candidate.size() > kLongestName) continue;
    const std::string have = lower(candidate);
    const std::size_t d = stem(have) == stem(want) ? 0 : edit_distance(want, have);
    if (d > best_distance || (d == best_distance && (best.empty() || candidate >= best))) continue;
    best_distance = d;
    best = candidate;
  }
  return best;
}

std::string nearest_file(std::string_view path) {
  const std::size_t slash = path.find_last_of('/');
  const std::string folder(slash == std::string_view::npos ? "" : path.substr(0, slash + 1));
  const std::unique_ptr<DIR, int (*)(DIR*)> listing(::opendir(folder.empty() ? "." : folder.c_str()), ::closedir);
  if (!listing) return {};
  std::vector<std::string> names;
  while (const dirent* entry = names.size() < kMostNames ? ::readdir(listing.get()) : nullptr)
    if (entry->d_name[0] != '.' && entry->d_type != DT_DIR) names.emplace_back(entry->d_name);
  const std::string name = nearest(path.substr(folder.size()), names);
  return name.empty() ? name : folder + name;
}

}  // namespace skydraft::pipeline
