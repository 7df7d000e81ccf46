#include <charconv>
#include <cstdio>
#include <string>
#include <string_view>

#include "documents.hpp"

/// write_document STYLE BYTES: a document of documents.hpp on standard output.
int main(int argc, char** argv) {
  using namespace skydraft::bench;
  const Style* style = argc == 3 ? find_style(argv[1]) : nullptr;
  std::size_t bytes = 0;
  const std::string_view wanted = argc == 3 ? argv[2] : "";
  if (style == nullptr || std::from_chars(wanted.data(), wanted.data() + wanted.size(), bytes).ec != std::errc()) {
    std::fprintf(stderr, "write_document STYLE BYTES; styles:");
    for (const Style& s : styles()) std::fprintf(stderr, " %.*s", static_cast<int>(s.name.size()), s.name.data());
    std::fprintf(stderr, "\n");
    return 2;
  }
  const std::string text = document(*style, bytes);
  return std::fwrite(text.data(), 1, text.size(), stdout) == text.size() ? 0 : 1;
}
