#include "base/assert.hpp"

#include <cstdio>
#include <cstdlib>

namespace skydraft {

void broken_promise(std::string_view what, std::string_view file, int line) {
  std::fprintf(stderr, "skydraft: internal error: %.*s (%.*s:%d)\n", static_cast<int>(what.size()), what.data(),
               static_cast<int>(file.size()), file.data(), line);
  std::abort();
}

}  // namespace skydraft
