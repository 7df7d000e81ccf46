#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <string_view>

/// Architecture documents of any size, the same for the same arguments: what the reader's speed is measured with.
namespace skydraft::bench {

struct Style {
  std::string_view name;
  std::string (*part)(std::size_t number);  ///< a few kilobytes, the next part of the document
};

/// "mixed": one system after another, told in every form, each with names of its own; "prose": one system of few
/// components, told on and on; "lists", "tables", "diagrams", "arrows": one form only, each line with new names.
std::span<const Style> styles();
const Style* find_style(std::string_view name);

/// Parts of this style, as many as make at least `bytes`.
std::string document(const Style& style, std::size_t bytes);

}  // namespace skydraft::bench
