#pragma once

#include <string>
#include <vector>

#include "view/picture.hpp"

/// A picture as words: what stands in what, and what is connected. Private to this folder.
namespace skydraft::prose {

struct Entry {
  std::string name;
  std::string facts;  ///< " · " between them; empty if it has none
  bool is_frame = false;
  std::vector<Entry> members;
};

struct Connection {
  std::string from, to;
  std::string label;
  std::vector<int> steps;
  view::Strand strand = view::Strand::Traffic;
  bool assumed = false;
};

/// The members of the picture, those of unframed containers in their place. Depth is that of the picture.
std::vector<Entry> entries_of(const view::Picture& picture);

std::vector<Connection> connections_of(const view::Picture& picture);

std::string_view word_for(view::Strand strand);  ///< "request", "monitoring"

}  // namespace skydraft::prose
